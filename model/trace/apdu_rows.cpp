// SPDX-License-Identifier: Apache-2.0
#include "model/trace/apdu_rows.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/apdu_names.h"
#include "model/trace/masked_row.h"

#include <utility>

namespace dmsc {

namespace {

constexpr std::uint8_t kSelect = 0xA4;
constexpr std::uint8_t kVerify = 0x20;
constexpr qsizetype kHeader = 4;
constexpr std::uint8_t kChained = 0x10;
constexpr std::uint8_t kWrongLe = 0x6C;
constexpr std::uint16_t kFileNotFound = 0x6A82;

/// 0 beyond the end: the bytes come from outside.
std::uint8_t byteAt(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

/// Whether a file or application is there is a question, and "no" a good answer.
bool isAnsweredNo(QByteArrayView command, std::uint16_t statusWord)
{
    if (command.size() == kHeader && byteAt(command, 1) == kVerify) // how many tries are left?
        return (statusWord & 0xFFF0U) == 0x63C0 && statusWord != 0x63C0;
    return command.size() > 1 && byteAt(command, 1) == kSelect && statusWord == kFileNotFound;
}

void setStatus(Record& record)
{
    if (record.response.size() < 2) {
        record.status = QStringLiteral("-");
        record.level = StatusLevel::Error;
        return;
    }
    const qsizetype at = record.response.size() - 2;
    const auto word = static_cast<std::uint16_t>(byteAt(record.response, at) << 8 | byteAt(record.response, at + 1));
    record.status = statusWordHex(word);
    record.level = isAnsweredNo(record.request, word) ? StatusLevel::Ok : statusWordLevel(word);
}

} // namespace

std::chrono::nanoseconds ApduRows::timeOf(std::optional<std::chrono::nanoseconds> time)
{
    if (time)
        m_time = *time;
    return m_time;
}

/// GET RESPONSE, the part of a chain after another, and the same command again with the Le that 6Cxx named.
bool ApduRows::Talk::goesOnWith(QByteArrayView next) const
{
    if (command.size() < 4 || next.size() < 4)
        return false;
    if (byteAt(next, 1) == kGetResponse)
        return true;
    const bool sameInstruction = next.sliced(1, 1) == QByteArrayView(command).sliced(1, 1);
    const bool wasChained = (byteAt(command, 0) & kChained) != 0;
    if (sameInstruction && wasChained)
        return true;
    return next.first(4) == QByteArrayView(command).first(4) && response.size() == 2 && byteAt(response, 0) == kWrongLe;
}

ApduRows::Talk& ApduRows::talkOf(const QByteArray& name)
{
    constexpr std::size_t kMost = 256; // no reader daemon has more clients; a log from outside may name any number
    const auto known = m_talks.find(name);
    return known != m_talks.end() || m_talks.size() < kMost ? m_talks[name] : m_talks[QByteArray()];
}

void ApduRows::add(const TracedPair& pair)
{
    Record record;
    record.time = timeOf(pair.time);
    record.duration = pair.duration;
    record.request = pair.command;
    record.response = pair.response;
    record.name = commandName(pair.command);
    setStatus(record);
    Talk& talk = talkOf(pair.talk);
    record.continuation = talk.goesOnWith(pair.command);
    if (!record.continuation)
        talk.exchange = {++m_exchange};
    record.exchange = talk.exchange;
    talk.secrets.mark(record);
    talk.targets.name(record);
    if (pair.commandFilled)
        addFilled(record.request, RecordPart::Request, record.secrets);
    if (pair.responseFilled)
        addFilled(record.response, RecordPart::Response, record.secrets);
    talk.command = pair.command;
    talk.response = pair.response;
    m_store->append(record);
}

void ApduRows::addReset(std::optional<std::chrono::nanoseconds> time, const QByteArray& atr)
{
    Record record;
    record.time = timeOf(time);
    record.layer = Layer::Reader;
    record.from = Actor::Card;
    record.to = Actor::Device;
    record.name = QStringLiteral("ATR");
    record.response = atr;
    for (auto& [name, talk] : m_talks) {
        talk.command.clear();
        talk.response.clear();
    }
    m_store->append(record);
}

} // namespace dmsc
