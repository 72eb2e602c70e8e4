// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <map>
#include <optional>

namespace dmsc {

/// Follows which file is selected on each logical channel of a card, since what is read and written tells no name, and
/// knows the files in which a USIM (TS 31.102) and a SIM (TS 51.011) keep keys.
///
/// As long as nobody has seen a DF being selected, a file counts as one of those whose identifier it has.
class KeyFiles
{
public:
    /// Whether the data of a command and of its answer are content of such a file.
    [[nodiscard]] bool isContent(QByteArrayView command) const;
    /// What a command that did not fail selects; `response` empty: none was noted.
    void follow(QByteArrayView command, QByteArrayView response);

private:
    enum class Folder : std::uint8_t { Unknown, UsimOrGsm, GsmAccess, FiveGs, Wlan, Other };
    struct Place
    {
        Folder application = Folder::Unknown;
        Folder folder = Folder::Unknown;
        bool isKeyFile = false; ///< the current EF
    };
    struct KeyFile;
    static const KeyFile kKeyFiles[];

    static bool isKeyFile(Folder folder, std::uint16_t id);
    static bool isKeyFileBySfi(Folder folder, std::uint8_t sfi);
    static void step(Place& place, std::uint16_t id);
    static void walk(Place& place, QByteArrayView path);
    static void selectApplication(Place& place, QByteArrayView aid);
    static void goUp(Place& place);
    [[nodiscard]] Place placeOf(QByteArrayView command) const;
    /// Whether the file that a command reads or writes is one; nothing for other commands.
    [[nodiscard]] std::optional<bool> named(QByteArrayView command) const;
    void select(QByteArrayView command);
    void manageChannel(QByteArrayView command, QByteArrayView response);

    std::map<std::uint8_t, Place> m_channels;
};

} // namespace dmsc
