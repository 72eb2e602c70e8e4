// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_secrets.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/decode_toolkit.h"
#include "model/decode/tlv_head.h"

#include <algorithm>
#include <utility>

namespace dmsc {

namespace {

constexpr std::uint8_t kChainBit = 0x10;
constexpr std::uint8_t kTerminalAnswer = 0x14;
constexpr std::uint8_t kDmMessage = 0x40;
constexpr std::uint8_t kPolicy = 0x54;
constexpr std::uint8_t kDmCredential = 0x58;
constexpr std::uint8_t kPutKey = 0xD8;
constexpr std::uint8_t kPutData = 0xDB;
constexpr std::uint8_t kStoreData = 0xE2;
constexpr qsizetype kStatusWord = 2;

bool isProprietary(QByteArrayView command)
{
    return (byteOrZero(command, 0) & 0x80) != 0;
}

bool carriesPin(std::uint8_t ins)
{
    switch (ins) {
    case 0x20: // VERIFY, in data objects 21
    case 0x21:
    case 0x24: // CHANGE
    case 0x25:
    case 0x26: // DISABLE
    case 0x28: // ENABLE
    case 0x2C: // UNBLOCK
    case 0x2D:
        return true;
    default:
        return false;
    }
}

/// AUTHENTICATE of a USIM and RUN GSM ALGORITHM of a SIM give out session keys.
bool givesSessionKeys(QByteArrayView command)
{
    constexpr std::uint8_t kSimClass = 0xA0;
    const std::uint8_t ins = byteOrZero(command, 1);
    return (ins == 0x88 || ins == 0x89) && (!isProprietary(command) || byteOrZero(command, 0) == kSimClass);
}

/// What a card had entered without showing it; also what cannot be read, since it might be that.
bool carriesHiddenInput(QByteArrayView data)
{
    constexpr std::uint8_t kGetInput = 0x23;
    constexpr std::uint8_t kHidden = 0x04;
    const auto details = toolkitDetails(data);
    return !details || (details->type == kGetInput && (details->qualifier & kHidden) != 0);
}

/// Whether one of the data groups is of keys, whose identifiers are 0070 or go from 8000 on, or they cannot be read.
bool holdsKeyGroup(QByteArrayView data)
{
    constexpr qsizetype kShortHead = 3;
    constexpr qsizetype kLongHead = 5;
    while (!data.isEmpty()) {
        const bool isLong = byteOrZero(data, 2) == 0xFF;
        const qsizetype head = isLong ? kLongHead : kShortHead;
        const qsizetype length = isLong ? byteOrZero(data, 3) << 8 | byteOrZero(data, 4) : byteOrZero(data, 2);
        const bool isImport = byteOrZero(data, 0) == 0x00 && byteOrZero(data, 1) == 0x70;
        if (isImport || (byteOrZero(data, 0) & 0x80) != 0 || data.size() < head + length) {
            return true;
        }
        data = data.sliced(head + length);
    }
    return false;
}

/// Whether PUT DATA begins an extended header list, by which cards take private keys in parts (ISO 7816-8).
bool beginsKeyTemplate(QByteArrayView command, QByteArrayView data, bool fits)
{
    constexpr std::uint8_t kHeaderList = 0x4D;
    const bool isOfCurrentFile = byteOrZero(command, 2) == 0x3F && byteOrZero(command, 3) == 0xFF;
    return isOfCurrentFile && (!fits || byteOrZero(data, 0) == kHeaderList);
}

/// Where the data of a command begin, and whether Lc, data and Le fit; what does not is data from P2 on.
struct CommandData
{
    qsizetype at = kApduHeader;
    qsizetype size = 0;
    bool fits = true;
};

CommandData dataOf(QByteArrayView command)
{
    const auto body = apduBody(command);
    if (!body) {
        return {kApduHeader, command.size() - kApduHeader, false};
    }
    const qsizetype rest = command.size() - kApduHeader;
    if (!carriesPin(byteOrZero(command, 1))) {
        return {body->dataAt(), body->lc, true};
    }
    // A PIN whose Lc is wrong can look like one with an Le, or like an Le of three bytes alone.
    if (body->lcSize == 0) {
        return {kApduHeader, rest > 1 ? rest : 0, true};
    }
    return {body->dataAt(), command.size() - body->dataAt(), true};
}

ByteRange rangeOf(RecordPart part, qsizetype offset, qsizetype length)
{
    return {part, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
}

} // namespace

std::vector<ByteRange> ApduSecrets::next(
    QByteArrayView command, QByteArrayView response, bool inClear, MessageMemory& memory)
{
    if (command.size() < kApduHeader) {
        return {};
    }
    m_memory = &memory;
    if (byteOrZero(command, 1) != kGetResponse) {
        if (!m_chained || byteOrZero(command, 1) != byteOrZero(m_header, 1)) {
            begin(command);
            m_documents.begin(command, response);
        }
        m_clear = inClear || secureMessaging(byteOrZero(command, 0)) == SecureMessaging::None;
        m_chained = (byteOrZero(command, 0) & kChainBit) != 0;
        m_keyContent = m_files.isContent(command);
        findInCommand(command);
        m_files.follow(command, response);
    }
    if (response.size() > kStatusWord) {
        findInAnswer(response);
    }
    return std::exchange(m_found, {});
}

void ApduSecrets::begin(QByteArrayView command)
{
    constexpr qsizetype kMessageDigest = 32;
    m_header = command.first(kApduHeader).toByteArray();
    m_sent.clear();
    m_received.clear();
    m_digestLeft = kMessageDigest;
    m_keyTemplate = false;
}

bool ApduSecrets::storesKeys(QByteArrayView command, QByteArrayView data)
{
    constexpr std::uint8_t kStructure = 0x18;
    constexpr std::uint8_t kDataGroups = 0x08;
    constexpr std::uint8_t kEncrypted = 0x60;
    const std::uint8_t p1 = byteOrZero(command, 2);
    const int block = byteOrZero(command, 3);
    // A group may go on in the next block, where nothing tells what it is.
    const bool keys = ((p1 & kStructure) == kDataGroups && (holdsKeyGroup(data) || block == m_keyBlock + 1))
        || (p1 & kEncrypted) == kEncrypted;
    m_keyBlock = keys ? block : kNoBlock;
    return keys;
}

/// `fits` false: the lengths are wrong, and everything after P2 may be anything.
bool ApduSecrets::isSecretCommand(QByteArrayView command, QByteArrayView data, bool fits)
{
    // In any class: A0 is that of SIM cards.
    if (m_keyContent || carriesPin(byteOrZero(command, 1))) {
        return true;
    }
    if (byteOrZero(command, 1) == kPutData) {
        m_keyTemplate = m_keyTemplate || beginsKeyTemplate(command, data, fits);
        return m_keyTemplate;
    }
    if (!isProprietary(command)) {
        return false;
    }
    switch (byteOrZero(command, 1)) {
    case kTerminalAnswer:
        return !fits || carriesHiddenInput(data);
    case kPutKey:
        return true;
    case kStoreData:
        return !fits || storesKeys(command, data);
    case kPolicy: {
        constexpr std::uint8_t kPutKeys = 0x02;
        constexpr std::uint8_t kPutKeyPair = 0x06;
        return byteOrZero(command, 2) == kPutKeys || byteOrZero(command, 2) == kPutKeyPair;
    }
    case kDmMessage:
        return !fits && m_clear;
    default:
        return false;
    }
}

void ApduSecrets::findInCommand(QByteArrayView command)
{
    const CommandData place = dataOf(command);
    QByteArrayView data = command.sliced(place.at, place.size);
    if (data.isEmpty()) {
        return;
    }
    if (isSecretCommand(command, data, place.fits)) {
        m_found.push_back(rangeOf(RecordPart::Request, place.at, place.size));
    } else if (m_documents.isWritten()) {
        findInFile(data, rangeOf(RecordPart::Request, place.at, place.size));
    } else if (isProprietary(command) && byteOrZero(command, 1) == kDmCredential) {
        findInCredential(data, rangeOf(RecordPart::Request, place.at, place.size));
    } else if (isProprietary(command) && byteOrZero(command, 1) == kDmMessage) {
        const qsizetype digest = std::min(m_digestLeft, data.size());
        m_digestLeft -= digest;
        findInDmMessage(m_sent, data.sliced(digest),
            rangeOf(RecordPart::Request, place.at + digest, data.size() - digest), m_chained);
    }
}

void ApduSecrets::findInAnswer(QByteArrayView response)
{
    const QByteArrayView data = response.chopped(kStatusWord);
    const ByteRange place = rangeOf(RecordPart::Response, 0, data.size());
    if (m_keyContent || givesSessionKeys(m_header)) {
        m_found.push_back(place);
    } else if (m_documents.isRead()) {
        findInFile(data, place);
    } else if (isProprietary(m_header) && byteOrZero(m_header, 1) == kDmCredential) {
        findInCredential(data, place);
    } else if (isProprietary(m_header) && byteOrZero(m_header, 1) == kDmMessage) {
        constexpr std::uint8_t kMoreWaits = 0x61;
        findInDmMessage(m_received, data, place, byteOrZero(response, data.size()) == kMoreWaits);
    }
}

/// The nonce and what is proved with it; everything that cannot be read.
void ApduSecrets::findInCredential(QByteArrayView data, ByteRange place)
{
    constexpr std::uint32_t kNonce = 0x81;
    constexpr std::uint32_t kProof = 0x84;
    if (!m_clear) {
        return;
    }
    qsizetype at = 0;
    while (at < data.size()) {
        const auto head = tlvHeadAt(data, at);
        if (m_chained || !head || head->length > data.size() - at - head->size) {
            m_found.push_back(place);
            return;
        }
        if (head->tag == kNonce || head->tag == kProof) {
            m_found.push_back(rangeOf(place.part, place.offset + at + head->size, head->length));
        }
        at += head->size + head->length;
    }
}

void ApduSecrets::findInFile(QByteArrayView content, ByteRange place)
{
    if (!m_clear) {
        return;
    }
    for (const ByteSpan span : m_documents.next(content)) {
        m_found.push_back({place.part, static_cast<std::uint32_t>(place.offset + span.offset),
            static_cast<std::uint32_t>(span.length)});
    }
}

/// `fresh` is the next part of a message of which there is `soFar`, and stands at `place`.
void ApduSecrets::findInDmMessage(QByteArray& soFar, QByteArrayView fresh, ByteRange place, bool goesOn)
{
    // Each part is read with all before it: longer messages in parts are secret from there on.
    constexpr qsizetype kLongestInParts = qsizetype{128} << 10;
    if (fresh.isEmpty()) {
        return;
    }
    const bool isPart = goesOn || !soFar.isEmpty();
    if (isPart && soFar.size() > kLongestInParts) {
        m_found.push_back(place);
        return;
    }
    const auto begin = static_cast<std::size_t>(soFar.size());
    soFar.append(fresh);
    const auto secrets = secretsOfMessage(soFar, goesOn ? MessageExtent::Beginning : MessageExtent::Whole, *m_memory);
    if (!secrets) {
        // What protects a message hides it already.
        if (m_clear) {
            m_found.push_back(place);
        }
        return;
    }
    for (const ByteSpan span : *secrets) {
        const std::size_t from = std::max(span.offset, begin);
        if (from < span.end()) {
            m_found.push_back({place.part, static_cast<std::uint32_t>(place.offset + from - begin),
                static_cast<std::uint32_t>(span.end() - from)});
        }
    }
}

} // namespace dmsc
