// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>

namespace dmsc {

/// SW1 SW2 of a response, ISO/IEC 7816-4 5.6 and ETSI TS 102 221 10.2. Values without a name are legal too.
enum class StatusWord : std::uint16_t {
    Ok = 0x9000,
    ToolkitBusy = 0x9300,
    WarningUnchanged = 0x6200,
    DataMayBeCorrupt = 0x6281,
    EndOfFile = 0x6282,
    FileDeactivated = 0x6283,
    FileTerminated = 0x6284,
    MoreData = 0x62F1,
    MoreDataProactive = 0x62F2,
    ResponseData = 0x62F3,
    AuthenticationFailed = 0x6300,
    MoreExpected = 0x63F1,
    MoreExpectedProactive = 0x63F2,
    ErrorUnchanged = 0x6400,
    ErrorChanged = 0x6500,
    MemoryProblem = 0x6581,
    WrongLength = 0x6700,
    ClaFeature = 0x6800,
    ChannelUnsupported = 0x6881,
    SecureMessagingUnsupported = 0x6882,
    LastOfChainExpected = 0x6883,
    ChainingUnsupported = 0x6884,
    NotAllowed = 0x6900,
    IncompatibleFile = 0x6981,
    SecurityStatusNotSatisfied = 0x6982,
    AuthenticationBlocked = 0x6983,
    DataInvalid = 0x6984,
    ConditionsNotSatisfied = 0x6985,
    NoCurrentFile = 0x6986,
    SecureMessagingWrong = 0x6988,
    SecureChannelSecurity = 0x6989,
    WrongData = 0x6A80,
    FunctionUnsupported = 0x6A81,
    FileNotFound = 0x6A82,
    RecordNotFound = 0x6A83,
    NotEnoughMemory = 0x6A84,
    WrongP1P2 = 0x6A86,
    LcInconsistent = 0x6A87,
    ReferenceNotFound = 0x6A88,
    FileExists = 0x6A89,
    NameExists = 0x6A8A,
    WrongOffset = 0x6B00,
    InsUnsupported = 0x6D00,
    ClaUnsupported = 0x6E00,
    NoDiagnosis = 0x6F00,
    MaximumReached = 0x9850,
    AuthenticationError = 0x9862,
    SessionExpired = 0x9863,
    ContextUnsupported = 0x9864, ///< of AUTHENTICATE (TS 31.102 7.3.1)
};

[[nodiscard]] constexpr std::uint16_t value(StatusWord sw)
{
    return static_cast<std::uint16_t>(sw);
}
[[nodiscard]] constexpr std::uint8_t sw1(StatusWord sw)
{
    return static_cast<std::uint8_t>(value(sw) >> 8U);
}
[[nodiscard]] constexpr std::uint8_t sw2(StatusWord sw)
{
    return static_cast<std::uint8_t>(value(sw) & 0xFFU);
}
[[nodiscard]] constexpr StatusWord statusWord(std::uint8_t first, std::uint8_t second)
{
    return static_cast<StatusWord>((first << 8U) | second);
}

/// 61xx: `waiting` bytes can be fetched by GET RESPONSE; 256 and more are told as 6100.
[[nodiscard]] constexpr StatusWord bytesWaiting(std::size_t waiting)
{
    return statusWord(0x61, waiting > 0xFF ? std::uint8_t{0} : static_cast<std::uint8_t>(waiting));
}
/// 63Cx: `left` tries are left, 0 to 15.
[[nodiscard]] constexpr StatusWord triesLeft(std::uint8_t left)
{
    return statusWord(0x63, static_cast<std::uint8_t>(0xC0U | (left & 0x0FU)));
}

/// 9000, 91xx and 92xx: the command was carried out.
[[nodiscard]] constexpr bool isSuccess(StatusWord sw)
{
    return sw == StatusWord::Ok || sw1(sw) == 0x91 || sw1(sw) == 0x92;
}
/// 62xx and 63xx: carried out, or partly, with something to say.
[[nodiscard]] constexpr bool isWarning(StatusWord sw)
{
    return sw1(sw) == 0x62 || sw1(sw) == 0x63;
}

/// "6A84: not enough memory on the card"; in the user's language. An unnamed word is explained by its class.
[[nodiscard]] QString describe(StatusWord sw);

} // namespace dmsc
