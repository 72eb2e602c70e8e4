// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/apdu_record.h"

#include "cardio/apdu/apdu.h"
#include "cardio/apdu/cla.h"
#include "cardio/card/card_interface.h"
#include "cardio/toolkit/proactive_command.h"
#include "model/byte_array.h"
#include "model/decode/apdu_names.h"

namespace dmsc {

namespace {

constexpr std::uint8_t kToolkitClass = 0x80;
constexpr std::uint8_t kTerminalResponse = 0x14;
constexpr std::uint8_t kVerify = 0x20;
constexpr std::uint8_t kChangePin = 0x24;
constexpr std::uint8_t kDisablePin = 0x26;
constexpr std::uint8_t kEnablePin = 0x28;
constexpr std::uint8_t kUnblockPin = 0x2C;
constexpr std::uint32_t kShortHeader = 5;
constexpr std::uint32_t kExtendedHeader = 7;

/// Our own instructions by the names of CARD-INTERFACE.md, others by the standards'.
QString nameOf(ByteView command)
{
    if (command.size() < 4)
        return {};
    if (isProprietary(command[0])) {
        switch (command[1]) {
        case card::kInsDmMessage:
            return QStringLiteral("DM MESSAGE");
        case card::kInsSyncStatus:
            return QStringLiteral("SYNC STATUS");
        case card::kInsReadJournal:
            return QStringLiteral("READ JOURNAL");
        case card::kInsNodeDigests:
            return QStringLiteral("NODE DIGESTS");
        case card::kInsGetMemory:
            return QStringLiteral("GET MEMORY");
        case card::kInsAccessConditions:
            return QStringLiteral("ACCESS CONDITIONS");
        case card::kInsManageMemory:
            return QStringLiteral("MANAGE MEMORY");
        case card::kInsOwners:
            return QStringLiteral("OWNERS");
        case card::kInsReceipt:
            return QStringLiteral("RECEIPT");
        case card::kInsPolicy:
            return QStringLiteral("POLICY");
        default:
            break;
        }
    }
    return instructionName(command[0], command[1]);
}

/// Whether a file or application is there is a question, and "no" a good answer.
bool isAnsweredNo(ByteView command, std::uint16_t statusWord)
{
    return command.size() > 1 && command[1] == card::kInsSelect && statusWord == value(StatusWord::FileNotFound);
}

bool carriesPin(std::uint8_t ins)
{
    return ins == kVerify || ins == kChangePin || ins == kDisablePin || ins == kEnablePin || ins == kUnblockPin;
}

/// What a card had entered without showing it (ETSI TS 102 223, GET INPUT).
bool carriesHiddenInput(ByteView command)
{
    if (command[0] != kToolkitClass || command[1] != kTerminalResponse)
        return false;
    const auto parsed = parseCommand(command);
    const auto response = parsed ? parseTerminalResponse(parsed->data) : Result<TerminalResponse>();
    return parsed
        && (!response
            || (response->type == ProactiveType::GetInput && (response->qualifier & ProactiveCommand::kHidden) != 0));
}

void markSecrets(ByteView command, ExchangeContent content, Record& record)
{
    if (command.size() < 4)
        return;
    if (!carriesPin(command[1]) && !carriesHiddenInput(command) && content == ExchangeContent::Open)
        return;
    const auto parsed = parseCommand(command);
    if (parsed && !parsed->data.empty())
        record.secrets.push_back({RecordPart::Request, parsed->isExtended() ? kExtendedHeader : kShortHeader,
            static_cast<std::uint32_t>(parsed->data.size())});
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
    record.name = nameOf(exchange.command);
    const std::uint8_t cla = exchange.command.empty() ? std::uint8_t{0} : exchange.command[0];
    record.continuation =
        isChained(cla) || (exchange.command.size() > 1 && exchange.command[1] == card::kInsGetResponse);
    record.request = toByteArray(exchange.command);
    markSecrets(exchange.command, content, record);
    if (exchange.response && exchange.response->size() >= 2) {
        const Bytes& answer = *exchange.response;
        const auto word = static_cast<std::uint16_t>((answer[answer.size() - 2] << 8U) | answer[answer.size() - 1]);
        record.response = toByteArray(answer);
        if (content == ExchangeContent::Secret && answer.size() > 2)
            record.secrets.push_back({RecordPart::Response, 0, static_cast<std::uint32_t>(answer.size() - 2)});
        record.status = statusWordHex(word);
        record.level = isAnsweredNo(exchange.command, word) ? StatusLevel::Ok : statusWordLevel(word);
    } else {
        record.status = QStringLiteral("-");
        record.level = StatusLevel::Error;
    }
    return record;
}

} // namespace dmsc
