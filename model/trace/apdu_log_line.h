// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <cstdint>
#include <optional>

namespace dmsc {

/// What a line of an APDU log holds.
enum class LogLineKind : std::uint8_t {
    Other,
    Command,
    Response, ///< data and status word
    StatusThenData, ///< the two the other way round
    CommandDump, ///< a hex dump of `size` bytes follows
    ResponseDump,
    DataDump, ///< `bytes` is the status word; a dump of the data follows until it stops
    Pair, ///< command and response (pySim-trace)
    Hex, ///< nothing but hex
};

struct LogLine
{
    LogLineKind kind = LogLineKind::Other;
    QByteArray bytes;
    QByteArray response; ///< of a Pair
    qsizetype size = 0; ///< of the dump that follows
    bool goesOn = false; ///< hex in the next line belongs to it (scriptor)
    std::optional<std::chrono::microseconds> duration; ///< that the line itself names
};

[[nodiscard]] LogLine readLogLine(QByteArrayView line);

/// The bytes that hex at the beginning of `text` says: words of whole bytes, up to the first other word.
[[nodiscard]] QByteArray leadingHex(QByteArrayView text);

/// The bytes of a line of a hex dump with its characters at the right, as OpenSC writes it; `left` is how many were
/// announced and not yet seen. Nothing for other lines.
[[nodiscard]] QByteArray dumpedBytes(QByteArrayView line, bool isFirst, std::optional<qsizetype> left);

/// Microseconds since the line before (pcscd), where the line begins with that.
[[nodiscard]] std::optional<std::chrono::microseconds> sinceLineBefore(QByteArrayView line);
/// What pcscd names its thread by, and so the program that it serves; empty where the line names none.
[[nodiscard]] QByteArrayView threadOf(QByteArrayView line);
/// Time of day "01:33:05.078" among the first words (OpenSC).
[[nodiscard]] std::optional<std::chrono::milliseconds> timeOfDay(QByteArrayView line);

} // namespace dmsc
