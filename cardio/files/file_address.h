// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace dmsc {

/// Ids that every UICC has (ETSI TS 102 221 8.2, 8.3).
inline constexpr std::uint16_t kMf = 0x3F00;
inline constexpr std::uint16_t kCurrentApplication = 0x7FFF;

/// Where a file lies: below an application (by AID), or below the MF where there is none. Ids are those of the
/// directories on the way and of the file, without the MF's; none: the application or the MF itself.
struct FileAddress
{
    Bytes aid;
    std::vector<std::uint16_t> ids;

    /// "3F00/7F10/6F3A", "A0000000871002.../6FE8": as CardFile::path.
    [[nodiscard]] QString text() const;
    /// BadValue error for anything else.
    [[nodiscard]] static Result<FileAddress> parse(const QString& text);
    [[nodiscard]] FileAddress child(std::uint16_t id) const;
    [[nodiscard]] bool isApplication() const { return !aid.empty() && ids.empty(); }
    friend bool operator==(const FileAddress&, const FileAddress&) = default;
};

[[nodiscard]] QString fileIdText(std::uint16_t id); ///< "6FE8"

} // namespace dmsc
