// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/issuer_domain.h"

#include "cardio/apdu/cla.h"
#include "cardio/apdu/tlv.h"
#include "cardio/card/policy_gate.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kInsGetData = 0xCA;
constexpr std::uint8_t kInsGetStatus = 0xF2;
constexpr std::uint8_t kDomains = 0x80; // P1 of GET STATUS
constexpr std::uint8_t kApplications = 0x40;
constexpr std::uint8_t kTlvForm = 0x02; // P2
constexpr std::size_t kMaxHandshakeData = std::size_t{64} * 1024;
constexpr std::uint64_t kFreeVolatile = 0x1000;

/// { 1 2 840 114283 }
constexpr std::uint8_t kGlobalPlatform[] = {0x2A, 0x86, 0x48, 0x86, 0xFC, 0x6B};

Bytes oid(std::initializer_list<std::uint8_t> tail)
{
    Bytes value;
    value.reserve(std::size(kGlobalPlatform) + tail.size());
    for (const std::uint8_t byte : kGlobalPlatform)
        value.push_back(byte);
    for (const std::uint8_t byte : tail)
        value.push_back(byte);
    return value;
}

TlvWriter object(TlvTag tag, std::initializer_list<std::uint8_t> tail)
{
    TlvWriter inside;
    inside.add(TlvTag{0x06}, oid(tail));
    TlvWriter writer;
    writer.add(tag, inside);
    return writer;
}

/// Card recognition data, GlobalPlatform Card Specification H.2: version 2.3.1, SCP03 with i = 70.
Bytes cardData()
{
    TlvWriter recognition;
    recognition.add(TlvTag{0x06}, oid({0x01}));
    Bytes inside = recognition.take();
    for (TlvWriter part : {object(TlvTag{0x60}, {0x02, 0x02, 0x03, 0x01}), object(TlvTag{0x63}, {0x03}),
             object(TlvTag{0x64}, {0x04, 0x03, 0x70})}) {
        const Bytes bytes = part.take();
        inside.insert(inside.end(), bytes.begin(), bytes.end());
    }
    TlvWriter discretionary;
    discretionary.add(TlvTag{0x73}, inside);
    TlvWriter whole;
    whole.add(TlvTag{0x66}, discretionary);
    return whole.take();
}

Bytes resourcesOf(const CardResources& resources)
{
    TlvWriter inside;
    inside.addNumber(TlvTag{0x81}, resources.applications.size())
        .addNumber(TlvTag{0x82}, resources.freeMemory, 4)
        .addNumber(TlvTag{0x83}, kFreeVolatile, 4);
    TlvWriter whole;
    whole.add(TlvTag{0xFF21}, inside);
    return whole.take();
}

bool startsWith(const Bytes& whole, ByteView head)
{
    return head.size() <= whole.size() && std::equal(head.begin(), head.end(), whole.begin());
}

/// GlobalPlatform Card Specification 11.4.3.1: AID, life cycle, privileges.
TlvWriter statusOf(const Bytes& aid, bool domain)
{
    const std::uint8_t secured[] = {0x0F};
    const std::uint8_t selectable[] = {0x07};
    const std::uint8_t privileges[] = {static_cast<std::uint8_t>(domain ? 0x80 : 0x00), 0x00, 0x00};
    TlvWriter inside;
    inside.add(TlvTag{0x4F}, aid)
        .add(TlvTag{0x9F70}, domain ? ByteView(secured) : ByteView(selectable))
        .add(TlvTag{0xC5}, privileges);
    TlvWriter whole;
    whole.add(TlvTag{0xE3}, inside);
    return whole;
}

} // namespace

std::vector<Bytes> IssuerDomain::names()
{
    return {{0xA0, 0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00}, {0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00, 0x00}};
}

IssuerDomain::IssuerDomain(CardImage& image, CardOutside outside)
    : m_image(&image)
    , m_outside(std::move(outside))
    , m_shaking(kMaxHandshakeData)
{
}

ResponseApdu IssuerDomain::select(const Bytes& aid)
{
    m_aid = aid;
    m_shaking.drop();
    m_channel =
        std::make_unique<CardHandshakes>(handshakeStore(*m_image, m_outside.random, m_outside.now, Role::Issuer), aid);
    TlvWriter proprietary;
    proprietary.addNumber(TlvTag{0x9F65}, 0xFF);
    TlvWriter inside;
    inside.add(TlvTag{0x84}, aid).add(TlvTag{0xA5}, proprietary);
    TlvWriter whole;
    whole.add(TlvTag{0x6F}, inside);
    return {whole.take(), StatusWord::Ok};
}

void IssuerDomain::close()
{
    m_channel.reset();
    m_shaking.drop();
}

bool IssuerDomain::knows(const CommandApdu& command)
{
    return command.ins == kInsGetData;
}

bool IssuerDomain::guards(const CommandApdu& command)
{
    return isProprietary(command.cla) && command.ins == kInsGetStatus;
}

bool IssuerDomain::takes(const CommandApdu& command)
{
    return CardHandshakes::isHandshake(command) || (isProprietary(command.cla) && hasSecureMessaging(command.cla));
}

ResponseApdu IssuerDomain::process(const CommandApdu& command, const Bytes& aid, const CardResources& resources)
{
    // Selected by another name on another logical channel: this one's session is over.
    if (!m_channel || m_aid != aid)
        (void)select(aid);
    if (CardHandshakes::isHandshake(command))
        return shakeHands(command);
    m_shaking.drop();
    auto plain = m_channel->unwrap(command);
    if (!plain)
        return {{}, plain.error()};
    return m_channel->wrap(secured(*plain, resources));
}

ResponseApdu IssuerDomain::shakeHands(const CommandApdu& command)
{
    const auto whole = m_shaking.add(command);
    if (!whole)
        return {{}, whole.error()};
    return *whole ? m_channel->handshake(**whole) : ResponseApdu{};
}

ResponseApdu IssuerDomain::secured(const CommandApdu& command, const CardResources& resources)
{
    if (isChained(command.cla))
        return {{}, StatusWord::ChainingUnsupported};
    if (CardHandshakes::isHandshakeInside(command))
        return m_channel->handshakeInside(command);
    if (command.ins == kInsGetData)
        return getData(command, resources);
    return command.ins == kInsGetStatus ? getStatus(command, resources) : ResponseApdu{{}, StatusWord::InsUnsupported};
}

ResponseApdu IssuerDomain::getStatus(const CommandApdu& command, const CardResources& resources)
{
    if (command.p2 != kTlvForm)
        return {{}, StatusWord::WrongP1P2};
    const auto criteria = parseTlvs(command.data);
    const auto wanted = criteria ? findTlv(*criteria, TlvTag{0x4F}) : std::nullopt;
    if (!wanted)
        return {{}, StatusWord::WrongData};
    const auto domains = names();
    Bytes all;
    for (const Bytes& aid : resources.applications) {
        const bool domain = std::find(domains.begin(), domains.end(), aid) != domains.end();
        if (command.p1 != (domain ? kDomains : kApplications) || !startsWith(aid, wanted->value))
            continue;
        const Bytes one = statusOf(aid, domain).take();
        all.insert(all.end(), one.begin(), one.end());
    }
    if (all.empty())
        return {{}, StatusWord::ReferenceNotFound};
    return {std::move(all), StatusWord::Ok};
}

/// The issuer's sets of three AES keys (GlobalPlatform Card Specification 11.3.3.1).
Bytes IssuerDomain::keyInformation() const
{
    TlvWriter keys;
    for (const AcceptedMethod& method : m_image->policy().entities.front().methods) {
        const auto set = method.method == HandshakeMethod::Scp03 ? m_image->keySet(method.keyVersion) : std::nullopt;
        if (!set)
            continue;
        const Scp03KeySet& known = set->config.keys;
        std::uint8_t id = 1;
        for (const AesKey* key : {&known.enc, &known.mac, &known.dek}) {
            const std::uint8_t one[] = {id++, method.keyVersion, 0x88, static_cast<std::uint8_t>(key->size())};
            keys.add(TlvTag{0xC0}, one);
        }
    }
    TlvWriter whole;
    whole.add(TlvTag{0xE0}, keys);
    return whole.take();
}

ResponseApdu IssuerDomain::getData(const CommandApdu& command, const CardResources& resources) const
{
    switch (command.p1 << 8U | command.p2) {
    case 0x0066:
        return {cardData(), StatusWord::Ok};
    case 0x00E0:
        return {keyInformation(), StatusWord::Ok};
    case 0xFF21:
        return {resourcesOf(resources), StatusWord::Ok};
    default:
        return {{}, StatusWord::ReferenceNotFound};
    }
}

} // namespace dmsc
