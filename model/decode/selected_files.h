// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace dmsc {

/// Where in a card's file tree a logical channel stands (ETSI TS 102 221 8.4), as far as commands have told.
struct SelectedFile
{
    enum class Root : std::uint8_t { Unknown, Master, Application };

    Root root = Root::Unknown;
    QByteArray aid; ///< the channel's application, which need not be where it stands; empty: none was selected
    std::vector<std::uint16_t> folders; ///< below the root
    std::uint16_t file = 0; ///< 0: none; up to 30 a short identifier; more is the file's own identifier

    /// "USIM/EF.IMSI", "MF/EF.ICCID", "DM_SC"; identifiers in hex where no standard has a name. Empty when nothing
    /// is known.
    [[nodiscard]] QString text() const;
};

/// Follows which file is selected on each logical channel of a card, since what is read and written tells no name.
class SelectedFiles
{
public:
    /// Where SELECT would go, or the file that a command reads, writes or searches; nothing for other commands.
    [[nodiscard]] std::optional<SelectedFile> meantBy(QByteArrayView command) const;
    /// What a command that did not fail selects; `response` empty: none was noted.
    void follow(QByteArrayView command, QByteArrayView response);

private:
    [[nodiscard]] SelectedFile placeOf(QByteArrayView command) const;
    void manageChannel(QByteArrayView command, QByteArrayView response);

    std::map<std::uint8_t, SelectedFile> m_channels;
};

} // namespace dmsc
