// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/issuer_domain.h"

#include "cardio/apdu/tlv.h"

namespace dmsc {

namespace {

constexpr std::uint8_t kInsGetData = 0xCA;
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

/// Three AES keys of 16 bytes in the set 30 (GlobalPlatform Card Specification 11.3.3.1).
Bytes keyInformation()
{
    TlvWriter keys;
    for (std::uint8_t id = 1; id <= 3; ++id) {
        const std::uint8_t key[] = {id, 0x30, 0x88, 0x10};
        keys.add(TlvTag{0xC0}, key);
    }
    TlvWriter whole;
    whole.add(TlvTag{0xE0}, keys);
    return whole.take();
}

Bytes resourcesOf(const CardResources& resources)
{
    TlvWriter inside;
    inside.addNumber(TlvTag{0x81}, resources.applications)
        .addNumber(TlvTag{0x82}, resources.freeMemory, 4)
        .addNumber(TlvTag{0x83}, kFreeVolatile, 4);
    TlvWriter whole;
    whole.add(TlvTag{0xFF21}, inside);
    return whole.take();
}

} // namespace

std::vector<Bytes> IssuerDomain::names()
{
    return {{0xA0, 0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00}, {0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00, 0x00}};
}

ResponseApdu IssuerDomain::discovery(const Bytes& aid)
{
    TlvWriter proprietary;
    proprietary.addNumber(TlvTag{0x9F65}, 0xFF);
    TlvWriter inside;
    inside.add(TlvTag{0x84}, aid).add(TlvTag{0xA5}, proprietary);
    TlvWriter whole;
    whole.add(TlvTag{0x6F}, inside);
    return {whole.take(), StatusWord::Ok};
}

bool IssuerDomain::knows(const CommandApdu& command)
{
    return command.ins == kInsGetData;
}

ResponseApdu IssuerDomain::getData(const CommandApdu& command, const CardResources& resources)
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
