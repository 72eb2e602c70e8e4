// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/files/card_explorer.h"

#include <memory>

namespace dmsc {

/// The files of one card for a side of the desk: found, read, written, resized, with PINs verified. What a plain UICC
/// and a DM_SC card have in common. The link outlives it.
class CardFiles
{
public:
    explicit CardFiles(Link& link, LogicalChannel channel = LogicalChannel::Basic)
        : m_link(&link)
        , m_channel(channel)
        , m_client(link, channel)
    {
    }

    /// Finds the files anew.
    Result<void> explore(const Progress& progress = {});
    [[nodiscard]] bool isExplored() const { return m_tree != nullptr; }
    /// As found last, with PINs as they stand; null before explore().
    [[nodiscard]] const std::shared_ptr<const CardFileTree>& tree() const { return m_tree; }
    [[nodiscard]] const ExploredCard& card() const { return m_card; }
    /// What the card said of files that cannot be, or that it warned of itself, a line each.
    [[nodiscard]] std::vector<QString> oddities() const;
    /// After a reset of the card: what was selected and verified is gone, and the channel is this one now.
    void cardWasReset(LogicalChannel channel = LogicalChannel::Basic);

    /// NotFound error for a path that explore() did not find, NotAllowed for a directory. Security errors say which
    /// PIN is wanted.
    [[nodiscard]] Result<CardFileContent> read(const QString& path, const Progress& progress = {});
    /// What writing `part` will replace, the commands for it, and the PIN that must be verified first. A part of a
    /// BER-TLV file without bytes deletes the object. Full or BadValue error where it does not fit.
    [[nodiscard]] Result<CardFileWrite> prepare(const QString& path, const CardFilePart& part);
    /// Writes what prepare() has shown, if the old content is still the same (else Conflict), and reads it back.
    Result<void> write(const CardFileWrite& write, const Progress& progress = {});
    /// All of them or none: everything is checked before the first is sent, and what was written is written back when
    /// one fails; where that fails too, the error names the files that have changed.
    Result<void> writeAll(const std::vector<CardFileWrite>& writes, const Progress& progress = {});
    Result<void> resize(const QString& path, std::uint64_t size);
    /// One VERIFY, as the user asked for it.
    Result<CardPin> verify(std::uint8_t reference, const QByteArray& digits);
    /// How a key stands, with the tries of what unblocks it; no try is used up.
    Result<CardPin> pinState(std::uint8_t reference);
    /// One CHANGE PIN or UNBLOCK PIN, as the user asked for it.
    Result<CardPinChange> changePin(const PinChange& change);

    /// A command to the file that is selected, where that holds passwords or keys: its data, and the answer's, are not
    /// for the log.
    [[nodiscard]] bool carriesSecrets(ByteView command) const;
    /// Why writing to the file is refused whoever asks ("never"); empty where it is not.
    [[nodiscard]] QString whyReadOnly(const QString& path) const;

private:
    /// For what must not be mixed with another program's commands.
    [[nodiscard]] Result<LinkClaim> alone();
    [[nodiscard]] Result<std::size_t> find(const QString& path) const;
    [[nodiscard]] Result<QByteArray> readPart(std::size_t file, std::uint32_t number, const Progress& progress = {});
    [[nodiscard]] Result<CardFileContent> readRecords(std::size_t file, CardFileContent content);
    [[nodiscard]] Result<CardFileContent> readObjects(std::size_t file, CardFileContent content);
    [[nodiscard]] Result<void> checkFits(std::size_t file, const CardFilePart& part, const QByteArray& before) const;
    /// The commands that write it, once the file is selected.
    [[nodiscard]] std::vector<CommandApdu> updatesFor(std::size_t file, const CardFileWrite& write) const;
    Result<void> listCommands(std::size_t file, CardFileWrite& write) const;
    [[nodiscard]] CardPin& knownPin(std::uint8_t reference);
    void askTries(CardPin& pin);
    Result<void> refreshFcp(std::size_t file);
    Result<void> checkUnchanged(const CardFileWrite& write);
    Result<void> send(const CardFileWrite& write, const Progress& progress);
    Result<void> putBack(const std::vector<CardFileWrite>& writes, std::size_t count, const Error& why);
    [[nodiscard]] tl::unexpected<Error> explained(Error error, std::size_t file, FileAccess access) const;
    void publish();

    Link* m_link;
    LogicalChannel m_channel;
    FileClient m_client;
    ExploredCard m_card;
    std::shared_ptr<const CardFileTree> m_tree;
};

} // namespace dmsc
