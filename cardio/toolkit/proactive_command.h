// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

/// Type of a proactive command (ETSI TS 102 223 9.4); others are values without a name.
enum class ProactiveType : std::uint8_t {
    Refresh = 0x01,
    MoreTime = 0x02,
    PollInterval = 0x03,
    PollingOff = 0x04,
    SetUpEventList = 0x05,
    DisplayText = 0x21,
    GetInkey = 0x22,
    GetInput = 0x23,
    SelectItem = 0x24,
};

/// What the terminal made of a command (ETSI TS 102 223 8.12).
enum class ToolkitResult : std::uint8_t {
    Ok = 0x00,
    EndedByUser = 0x10,
    BackwardMove = 0x11,
    NoAnswer = 0x12,
    NotAccepted = 0x22,
    BeyondCapabilities = 0x30,
    TypeNotUnderstood = 0x31,
    DataNotUnderstood = 0x32,
    ValuesMissing = 0x36,
};

struct ToolkitItem
{
    std::uint8_t id = 0; ///< 1 to 255
    QString text;
    friend bool operator==(const ToolkitItem&, const ToolkitItem&) = default;
};

/// A proactive command, ETSI TS 102 223 6.6.
struct ProactiveCommand
{
    // Qualifier bits.
    static constexpr std::uint8_t kUserClears = 0x80; ///< DISPLAY TEXT
    static constexpr std::uint8_t kAlphabet = 0x01; ///< GET INKEY, GET INPUT: any character, otherwise 0-9, *, # and +
    static constexpr std::uint8_t kUcs2 = 0x02; ///< GET INKEY, GET INPUT
    static constexpr std::uint8_t kYesNo = 0x04; ///< GET INKEY
    static constexpr std::uint8_t kHidden = 0x04; ///< GET INPUT
    static constexpr std::uint8_t kPackedAnswer = 0x08; ///< GET INPUT

    std::uint8_t number = 1; ///< 1 to 254; the response repeats it
    ProactiveType type = ProactiveType::DisplayText;
    std::uint8_t qualifier = 0;
    QString text; ///< DISPLAY TEXT, GET INKEY, GET INPUT
    QString title; ///< alpha identifier: SELECT ITEM and others
    std::vector<ToolkitItem> items;
    std::optional<std::uint8_t> defaultItem; ///< id
    std::uint8_t minLength = 0; ///< GET INPUT, characters
    std::uint8_t maxLength = 0xFF; ///< FF: no limit
    QString defaultText;
    std::optional<std::chrono::milliseconds> duration;
    bool understood = true; ///< false: an object that must be understood was not

    friend bool operator==(const ProactiveCommand&, const ProactiveCommand&) = default;
};

inline constexpr std::size_t kMaxProactiveSize = 256; ///< what FETCH can give
inline constexpr std::size_t kMaxToolkitItems = 64;

/// The command with its tag D0. BadValue for texts and items that cannot be coded, Limit when it gets too long.
[[nodiscard]] Result<Bytes> encode(const ProactiveCommand& command);
/// Syntax error, with the offset, for what is no proactive command. What is wrong only in its meaning (missing texts)
/// is for the terminal to answer.
[[nodiscard]] Result<ProactiveCommand> parseProactiveCommand(ByteView bytes);

/// TERMINAL RESPONSE, ETSI TS 102 223 6.8.
struct TerminalResponse
{
    std::uint8_t number = 1;
    ProactiveType type = ProactiveType::DisplayText;
    std::uint8_t qualifier = 0;
    ToolkitResult result = ToolkitResult::Ok;
    Bytes more; ///< additional information of the result
    std::optional<QString> text; ///< GET INPUT, GET INKEY
    bool packed = false; ///< how the text is written; UCS2 by itself where the alphabet does not have it
    bool ucs2 = false;
    std::optional<bool> yes; ///< GET INKEY yes/no
    std::optional<std::uint8_t> item; ///< SELECT ITEM
    std::optional<std::chrono::milliseconds> duration; ///< POLL INTERVAL

    friend bool operator==(const TerminalResponse&, const TerminalResponse&) = default;
};

[[nodiscard]] Result<Bytes> encode(const TerminalResponse& response);
[[nodiscard]] Result<TerminalResponse> parseTerminalResponse(ByteView bytes);

} // namespace dmsc
