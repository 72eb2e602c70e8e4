// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/toolkit.h"

#include "cardio/apdu/cla.h"

#include <QCoreApplication>

#include <optional>

namespace dmsc {

namespace {

constexpr std::uint8_t kClass = 0x80;
constexpr std::uint8_t kInsTerminalProfile = 0x10;
constexpr std::uint8_t kInsFetch = 0x12;
constexpr std::uint8_t kInsTerminalResponse = 0x14;
constexpr std::uint8_t kInsEnvelope = 0xC2;
constexpr std::size_t kMostResponses = 1000; // remembered

/// The command at the front, with its tag and length of one or two bytes; nullopt: there is none.
std::optional<ByteView> firstCommand(ByteView file)
{
    constexpr std::uint8_t kTag = 0xD0;
    constexpr std::uint8_t kLongLength = 0x81;
    if (file.size() < 3 || file[0] != kTag)
        return std::nullopt;
    const std::size_t head = file[1] == kLongLength ? 3 : 2;
    const std::size_t size = head + file[head - 1];
    if (file[head - 1] == 0 || (head == 2 && file[1] >= kLongLength - 1) || size > file.size() || size > kMaxShortLe)
        return std::nullopt;
    return file.first(size);
}

} // namespace

Result<void> CardToolkit::add(Bytes command)
{
    if (command.empty() || command.size() > kMaxShortLe)
        return fail(
            ErrorKind::Limit, QCoreApplication::translate("Toolkit", "a proactive command has at most 256 bytes"));
    m_row.push_back(std::move(command));
    return {};
}

void CardToolkit::reset(ByteView file)
{
    m_hasTerminal = false;
    m_fetched = false;
    if (!m_row.empty())
        return;
    while (const auto command = firstCommand(file)) {
        m_row.emplace_back(command->begin(), command->end());
        file = file.subspan(command->size());
    }
}

bool CardToolkit::takes(const CommandApdu& command)
{
    return command.cla == kClass
        && (command.ins == kInsTerminalProfile || command.ins == kInsFetch || command.ins == kInsTerminalResponse
            || command.ins == kInsEnvelope);
}

StatusWord CardToolkit::announced(StatusWord sw) const
{
    if (sw != StatusWord::Ok || !m_hasTerminal || m_fetched || m_row.empty())
        return sw;
    return statusWord(0x91, static_cast<std::uint8_t>(m_row.front().size() & 0xFFU));
}

ResponseApdu CardToolkit::process(const CommandApdu& command)
{
    if (command.p1 != 0 || command.p2 != 0)
        return {{}, StatusWord::WrongP1P2};
    switch (command.ins) {
    case kInsTerminalProfile:
        if (command.data.empty())
            return {{}, StatusWord::WrongLength};
        m_hasTerminal = true;
        return {};
    case kInsFetch:
        return fetch(command);
    case kInsTerminalResponse:
        return terminalResponse(command);
    default: // ENVELOPE: no event makes this card do anything
        return {{}, m_hasTerminal ? StatusWord::Ok : StatusWord::ConditionsNotSatisfied};
    }
}

ResponseApdu CardToolkit::fetch(const CommandApdu& command)
{
    if (!m_hasTerminal || m_row.empty())
        return {{}, StatusWord::ConditionsNotSatisfied};
    if (!command.data.empty())
        return {{}, StatusWord::WrongLength};
    const Bytes& first = m_row.front();
    if (command.le.value_or(0) < first.size())
        return {{}, statusWord(0x6C, static_cast<std::uint8_t>(first.size() & 0xFFU))};
    m_fetched = true;
    return {first, StatusWord::Ok};
}

ResponseApdu CardToolkit::terminalResponse(const CommandApdu& command)
{
    if (!m_hasTerminal || !m_fetched)
        return {{}, StatusWord::ConditionsNotSatisfied};
    auto response = parseTerminalResponse(command.data);
    if (!response)
        return {{}, StatusWord::WrongData};
    // What cannot be read ourselves was given to us on purpose: any response ends it.
    if (const auto asked = parseProactiveCommand(m_row.front());
        asked && (asked->number != response->number || asked->type != response->type))
        return {{}, StatusWord::WrongData};
    m_row.pop_front();
    m_fetched = false;
    if (m_responses.size() < kMostResponses)
        m_responses.push_back(std::move(*response));
    return {};
}

} // namespace dmsc
