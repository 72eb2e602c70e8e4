// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/handshake_text.h"

#include "cardio/channel/security_level.h"
#include "model/bytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

struct RoleWords
{
    Role role;
    Icon icon;
    const char* name;
    const char* title;
    const char* text;
};

// clang-format off
constexpr std::array<RoleWords, kRoleCount> kRoleWords{{
    {Role::Device, Icon::Device, QT_TRANSLATE_NOOP("HandshakeText", "Device"),
        QT_TRANSLATE_NOOP("HandshakeText", "Device and card"),
        QT_TRANSLATE_NOOP("HandshakeText", "The device wants to read and keep its management objects on the card.")},
    {Role::Dms, Icon::Server, QT_TRANSLATE_NOOP("HandshakeText", "DM server"),
        QT_TRANSLATE_NOOP("HandshakeText", "DM server and card, through the device"),
        QT_TRANSLATE_NOOP("HandshakeText", "An operator's server manages the card from afar. The device only carries the messages: their protection begins in the server and ends in the card.")},
    {Role::Application, Icon::Application, QT_TRANSLATE_NOOP("HandshakeText", "Terminal application"),
        QT_TRANSLATE_NOOP("HandshakeText", "Terminal application and card"),
        QT_TRANSLATE_NOOP("HandshakeText", "A program on the device wants a place of its own on the card.")},
    {Role::Issuer, Icon::Issuer, QT_TRANSLATE_NOOP("HandshakeText", "Card issuer"),
        QT_TRANSLATE_NOOP("HandshakeText", "Card issuer and card, for maintenance"),
        QT_TRANSLATE_NOOP("HandshakeText", "Who issued the card may do everything with it: use it to repair, not for daily work.")},
}};

struct MethodWords
{
    HandshakeMethod method;
    const char* title;
    const char* proves;
    const char* lacks;
};

constexpr std::array<MethodWords, kMethodCount> kMethods{{
    {HandshakeMethod::Scp03, QT_TRANSLATE_NOOP("HandshakeText", "SCP03: shared keys"),
        QT_TRANSLATE_NOOP("HandshakeText", "Proves that both sides know the same secret AES keys."),
        QT_TRANSLATE_NOOP("HandshakeText", "Does not prove which of the two said something, so the session has no receipt.")},
    {HandshakeMethod::Scp11a, QT_TRANSLATE_NOOP("HandshakeText", "SCP11a: certificates on both sides"),
        QT_TRANSLATE_NOOP("HandshakeText", "Proves that each side has the key to its certificate; session keys are new each time, and the session can end in a receipt signed by both."),
        QT_TRANSLATE_NOOP("HandshakeText", "Does not prove more than the authorities behind the certificates do.")},
    {HandshakeMethod::Scp11b, QT_TRANSLATE_NOOP("HandshakeText", "SCP11b: the card's certificate alone"),
        QT_TRANSLATE_NOOP("HandshakeText", "Proves that the card has the key to its certificate."),
        QT_TRANSLATE_NOOP("HandshakeText", "Does not prove who speaks to the card: it will let a stranger do little.")},
    {HandshakeMethod::Scp11c, QT_TRANSLATE_NOOP("HandshakeText", "SCP11c: certificates, the card's fixed key"),
        QT_TRANSLATE_NOOP("HandshakeText", "Proves the same as SCP11a, with commands that can be prepared before the card is there."),
        QT_TRANSLATE_NOOP("HandshakeText", "Does not protect what was recorded: who learns the card's key later can read it.")},
}};
// clang-format on

const RoleWords& wordsOf(Role role)
{
    const auto found = std::find_if(
        kRoleWords.begin(), kRoleWords.end(), [role](const RoleWords& words) { return words.role == role; });
    return found == kRoleWords.end() ? kRoleWords.front() : *found;
}

const MethodWords& wordsOf(HandshakeMethod method)
{
    const auto found = std::find_if(
        kMethods.begin(), kMethods.end(), [method](const MethodWords& words) { return words.method == method; });
    return found == kMethods.end() ? kMethods.front() : *found;
}

const OfferedMethod* offerOf(const std::vector<OfferedMethod>& offers, Role role, HandshakeMethod method)
{
    const auto found = std::find_if(offers.begin(), offers.end(),
        [=](const OfferedMethod& offer) { return offer.role == role && offer.method == method; });
    return found == offers.end() ? nullptr : &*found;
}

} // namespace

std::vector<Role> allRoles()
{
    return {Role::Device, Role::Dms, Role::Application, Role::Issuer};
}

std::vector<HandshakeMethod> allMethods()
{
    return {HandshakeMethod::Scp03, HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c};
}

std::vector<std::uint8_t> allLevels()
{
    return {0x01, 0x03, 0x11, 0x13, 0x33};
}

Icon iconOf(Role role)
{
    return wordsOf(role).icon;
}

QString pairingTitle(Role role)
{
    return QCoreApplication::translate("HandshakeText", wordsOf(role).title);
}

QString pairingText(Role role)
{
    return QCoreApplication::translate("HandshakeText", wordsOf(role).text);
}

QString capitalRoleName(Role role)
{
    return QCoreApplication::translate("HandshakeText", wordsOf(role).name);
}

QString methodTitle(HandshakeMethod method)
{
    return QCoreApplication::translate("HandshakeText", wordsOf(method).title);
}

QString whatItProves(HandshakeMethod method)
{
    return QCoreApplication::translate("HandshakeText", wordsOf(method).proves);
}

QString whatItDoesNot(HandshakeMethod method)
{
    return QCoreApplication::translate("HandshakeText", wordsOf(method).lacks);
}

QString levelTitle(std::uint8_t level)
{
    const auto known = securityLevelOf(level);
    return known ? describe(*known) : QStringLiteral("0x%1").arg(hexDigits(level));
}

QString whyNotRole(const std::vector<OfferedMethod>& offers, Role role)
{
    const bool any = offers.empty()
        || std::any_of(offers.begin(), offers.end(), [role](const OfferedMethod& offer) { return offer.role == role; });
    return any ? QString()
               : QCoreApplication::translate("HandshakeText",
                   "The card's policy lets nobody of this kind in. The card's issuer can change that.");
}

QString whyNotMethod(const std::vector<OfferedMethod>& offers, Role role, HandshakeMethod method)
{
    if (offers.empty() || offerOf(offers, role, method) != nullptr)
        return {};
    return QCoreApplication::translate(
        "HandshakeText", "The card's policy does not accept %1 in this role (%2). Nothing is sent.")
        .arg(methodName(method), roleName(role));
}

QString whyNotLevel(const std::vector<OfferedMethod>& offers, Role role, HandshakeMethod method, std::uint8_t level)
{
    const OfferedMethod* offer = offerOf(offers, role, method);
    if (offer == nullptr || (level & offer->leastLevel) == offer->leastLevel)
        return {};
    return QCoreApplication::translate("HandshakeText", "weaker than the card's policy demands");
}

} // namespace dmsc
