// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace dmsc {

/// A command that reads, writes or searches a file (ISO 7816-4 11.3, 11.4; TS 102 221 11.1, 11.3).
struct FileCommand
{
    enum class Unit : std::uint8_t { Octets, Records, Objects };
    enum class Use : std::uint8_t { Reads, Writes, Searches };

    Unit unit = Unit::Octets;
    Use use = Use::Reads;
    bool inObjects = false; ///< of an odd instruction: an offset data object, and discretionary data
    std::uint16_t file = 0; ///< 0: the current EF; up to 30 a short identifier; more is the file's own identifier

    friend bool operator==(const FileCommand&, const FileCommand&) = default;
};

/// Nothing for other commands.
[[nodiscard]] std::optional<FileCommand> fileCommandOf(QByteArrayView command);

/// The logical channel that a class byte tells (ISO 7816-4 5.4.1), first and further interindustry classes and those of
/// others that are built alike: neither chaining nor secure messaging makes another of it.
[[nodiscard]] std::uint8_t logicalChannel(std::uint8_t cla);

inline constexpr std::uint8_t kSelectFile = 0xA4; ///< INS

/// Whether a response, of which nothing may have been noted, tells of no failure. Warnings count as done.
[[nodiscard]] bool isDone(QByteArrayView response);

} // namespace dmsc
