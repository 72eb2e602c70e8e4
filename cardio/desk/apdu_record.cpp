// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/apdu_record.h"

#include "cardio/apdu/apdu.h"
#include "cardio/apdu/cla.h"
#include "cardio/card/card_interface.h"
#include "model/byte_array.h"
#include "model/decode/apdu_names.h"

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::uint32_t kShortHeader = 5;
constexpr std::uint32_t kExtendedHeader = 7;

constexpr std::size_t kHeader = 4;
constexpr std::uint8_t kVerify = 0x20;

/// How many tries there are is a question too: VERIFY without a value.
bool asksForTries(ByteView command)
{
    return command.size() == kHeader && command[1] == kVerify;
}

/// Whether a file or application is there is a question, and "no" a good answer.
bool isAnsweredNo(ByteView command, std::uint16_t statusWord)
{
    if (asksForTries(command))
        return (statusWord & 0xFFF0U) == 0x63C0 && statusWord != 0x63C0;
    return command.size() > 1 && command[1] == card::kInsSelect && statusWord == value(StatusWord::FileNotFound);
}

std::vector<ByteRange> allData(const Record& record)
{
    std::vector<ByteRange> secrets;
    const auto parsed = parseCommand(viewOf(record.request));
    if (parsed && !parsed->data.empty())
        secrets.push_back({RecordPart::Request, parsed->isExtended() ? kExtendedHeader : kShortHeader,
            static_cast<std::uint32_t>(parsed->data.size())});
    constexpr qsizetype kStatusWord = 2;
    if (record.response.size() > kStatusWord)
        secrets.push_back({RecordPart::Response, 0, static_cast<std::uint32_t>(record.response.size() - kStatusWord)});
    return secrets;
}

} // namespace

Record recordOf(const Exchange& exchange, const RecordClock& clock, ExchangeContent content)
{
    Record record;
    record.layer = Layer::Apdu;
    record.from = Actor::Workbench;
    record.to = Actor::Card;
    record.duration = std::chrono::duration_cast<std::chrono::microseconds>(exchange.duration);
    if (clock)
        record.time = clock() - exchange.duration;
    const std::uint8_t cla = exchange.command.empty() ? std::uint8_t{0} : exchange.command[0];
    record.continuation =
        isChained(cla) || (exchange.command.size() > 1 && exchange.command[1] == card::kInsGetResponse);
    record.request = toByteArray(exchange.command);
    record.name = commandName(record.request);
    if (exchange.response && exchange.response->size() >= 2) {
        const Bytes& answer = *exchange.response;
        const auto word = static_cast<std::uint16_t>((answer[answer.size() - 2] << 8U) | answer[answer.size() - 1]);
        record.response = toByteArray(answer);
        record.status = statusWordHex(word);
        record.level = isAnsweredNo(exchange.command, word) ? StatusLevel::Ok : statusWordLevel(word);
    } else {
        record.status = QStringLiteral("-");
        record.level = StatusLevel::Error;
    }
    if (content == ExchangeContent::Secret)
        record.secrets = allData(record);
    return record;
}

bool isPlainNo(const Record& record)
{
    // Not for us (yet), not now, not there.
    static constexpr std::array kNo{"6982", "6985", "6A82", "6A83", "6A88"};
    return std::ranges::any_of(kNo, [&](const char* word) { return record.status == QLatin1String(word); });
}

} // namespace dmsc
