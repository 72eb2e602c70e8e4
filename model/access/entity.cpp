// SPDX-License-Identifier: Apache-2.0
#include "model/access/entity.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace dmsc {

namespace {

constexpr std::array kMethods = {
    HandshakeMethod::Scp03, HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c};

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::Issuer:
        return QCoreApplication::translate("Access", "card issuer");
    case Role::Device:
        return QCoreApplication::translate("Access", "device");
    case Role::Dms:
        return QCoreApplication::translate("Access", "DM server");
    case Role::Application:
        return QCoreApplication::translate("Access", "terminal application");
    }
    return {};
}

QString roleWord(Role role)
{
    switch (role) {
    case Role::Issuer:
        return QStringLiteral("issuer");
    case Role::Device:
        return QStringLiteral("device");
    case Role::Dms:
        return QStringLiteral("dms");
    case Role::Application:
        return QStringLiteral("application");
    }
    return {};
}

std::optional<Role> roleOf(QStringView word)
{
    for (const Role role : kRoles)
        if (word == roleWord(role))
            return role;
    return std::nullopt;
}

QString methodName(HandshakeMethod method)
{
    switch (method) {
    case HandshakeMethod::Scp03:
        return QStringLiteral("SCP03");
    case HandshakeMethod::Scp11a:
        return QStringLiteral("SCP11a");
    case HandshakeMethod::Scp11b:
        return QStringLiteral("SCP11b");
    case HandshakeMethod::Scp11c:
        return QStringLiteral("SCP11c");
    }
    return {};
}

std::optional<HandshakeMethod> methodOf(QStringView word)
{
    for (const HandshakeMethod method : kMethods)
        if (word.compare(methodName(method), Qt::CaseInsensitive) == 0)
            return method;
    return std::nullopt;
}

std::optional<Role> roleOf(std::uint8_t number)
{
    if (number < 1 || number > kRoleCount)
        return std::nullopt;
    return static_cast<Role>(number);
}

std::optional<HandshakeMethod> methodOf(std::uint8_t number)
{
    for (const HandshakeMethod method : kMethods)
        if (static_cast<std::uint8_t>(method) == number)
            return method;
    return std::nullopt;
}

QString rightsText(Rights rights)
{
    QStringList words;
    const auto say = [&](Right right, const char* word) {
        if (rights.has(right))
            words << QCoreApplication::translate("Access", word);
    };
    say(Right::Explore, QT_TRANSLATE_NOOP("Access", "explore"));
    say(Right::Read, QT_TRANSLATE_NOOP("Access", "read"));
    say(Right::Write, QT_TRANSLATE_NOOP("Access", "write"));
    say(Right::Delete, QT_TRANSLATE_NOOP("Access", "delete"));
    say(Right::Memory, QT_TRANSLATE_NOOP("Access", "manage memory"));
    say(Right::Others, QT_TRANSLATE_NOOP("Access", "also what others stored"));
    return words.isEmpty() ? QCoreApplication::translate("Access", "nothing") : words.join(QStringLiteral(", "));
}

} // namespace dmsc
