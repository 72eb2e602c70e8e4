// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/apdu/cla.h"
#include "cardio/apdu/tlv.h"
#include "cardio/files/file_address.h"
#include "cardio/files/pin_change.h"
#include "cardio/link/link.h"
#include "cardio/session/message_link.h"

#include <optional>
#include <vector>

namespace dmsc {

/// How a key stands, as VERIFY without data tells (ETSI TS 102 221 11.1.9).
struct KeyTries
{
    bool verified = false;
    std::optional<int> triesLeft; ///< none where the card does not say
};

/// The file commands of a UICC (ETSI TS 102 221 11.1 and 11.3, TS 102 222) on one logical channel of a link, which
/// outlives it. Remembers what is selected, so that only a change of file costs a SELECT. Blocks are as large as the
/// link allows. Errors: Io from the link, NotFound for 6A82 and 6A83, Security for 6982, Full for 6A84, Card for other
/// status words; `where` names the file.
class FileClient
{
public:
    explicit FileClient(Link& link, LogicalChannel channel = LogicalChannel::Basic)
        : m_link(&link)
        , m_channel(channel)
    {
    }

    /// MANAGE CHANNEL: has the card open a further channel, for when an application is at work on the basic one.
    [[nodiscard]] static Result<LogicalChannel> openChannel(Link& link);
    /// Closes the channel. Basic stays.
    Result<void> closeChannel();

    /// The FCP (or FCI) as the card gave it; remembered while the file stays selected.
    [[nodiscard]] Result<Bytes> select(const FileAddress& file);
    /// Whether SELECT finds it; errors are those of the link.
    [[nodiscard]] Result<std::optional<Bytes>> probe(const FileAddress& file);
    /// After a reset, or when somebody else used the channel.
    void forgetSelection();

    /// `size` bytes of a transparent file; fewer where it ends before.
    [[nodiscard]] Result<Bytes> readBinary(
        const FileAddress& file, std::size_t offset, std::size_t size, const Progress& progress = {});
    Result<void> updateBinary(
        const FileAddress& file, std::size_t offset, ByteView bytes, const Progress& progress = {});
    /// SELECT of the file where it needs one, then these commands to it; all but the last may be answered with a wish
    /// for more.
    Result<void> update(const FileAddress& file, std::vector<CommandApdu>&& commands, const Progress& progress = {});
    /// Records count from 1. NotFound error beyond the last.
    [[nodiscard]] Result<Bytes> readRecord(const FileAddress& file, std::uint8_t record, std::size_t length = 0);
    /// `record` 0: the oldest of a cyclic file.
    Result<void> updateRecord(const FileAddress& file, std::uint8_t record, ByteView bytes);
    /// The tags of the objects in a BER-TLV file.
    [[nodiscard]] Result<std::vector<TlvTag>> objectTags(const FileAddress& file);
    /// The value of one of them.
    [[nodiscard]] Result<Bytes> readObject(const FileAddress& file, TlvTag tag, const Progress& progress = {});
    /// Without a value the object is deleted.
    Result<void> writeObject(const FileAddress& file, TlvTag tag, ByteView value, const Progress& progress = {});

    [[nodiscard]] Result<KeyTries> keyTries(std::uint8_t reference);
    /// One VERIFY with the digits, which are filled up with FF to eight bytes. BadValue error over eight.
    [[nodiscard]] Result<KeyTries> verify(std::uint8_t reference, ByteView digits);
    /// One CHANGE PIN or UNBLOCK PIN: `verified` tells that it was done, the tries are those of what proves it.
    [[nodiscard]] Result<KeyTries> changePin(const PinChange& change);
    /// The tries of what unblocks the key, as UNBLOCK PIN without data tells.
    [[nodiscard]] Result<KeyTries> unblockTries(std::uint8_t reference);

    Result<void> resize(const FileAddress& file, std::uint64_t size);
    /// GET DATA of the application that is selected; nothing where the card does not have it.
    [[nodiscard]] Result<std::optional<Bytes>> getData(std::uint16_t tag);
    /// STATUS: the FCP of the directory that is current.
    [[nodiscard]] Result<Bytes> status();

    /// Where the card has warned that data may be corrupt (6281), a line each: they were taken all the same.
    [[nodiscard]] const std::vector<QString>& oddities() const { return m_oddities; }

    [[nodiscard]] const FileAddress* selected() const { return m_selected ? &*m_selected : nullptr; }

    // What update..() and writeObject() send, for people to look at before it is sent.
    [[nodiscard]] std::vector<CommandApdu> binaryUpdates(std::size_t offset, ByteView bytes) const;
    [[nodiscard]] CommandApdu recordUpdate(std::uint8_t record, ByteView bytes) const;
    [[nodiscard]] std::vector<CommandApdu> objectUpdates(TlvTag tag, ByteView value) const;
    /// What select() sends while `application` is the one that was selected last.
    [[nodiscard]] std::vector<CommandApdu> selections(const FileAddress& file, const Bytes& application = {}) const;
    /// As it goes over the link: its length forms are those that the link takes.
    [[nodiscard]] Result<Bytes> encoded(CommandApdu&& command) const;

private:
    [[nodiscard]] CommandApdu command(bool proprietary, std::uint8_t ins, std::uint8_t p1, std::uint8_t p2) const;
    [[nodiscard]] Result<ResponseApdu> transmit(CommandApdu&& apdu);
    /// transmit() for a command that must succeed.
    [[nodiscard]] Result<Bytes> demand(CommandApdu&& apdu);
    void note(StatusWord sw, const QString& where);
    /// transmit() for a command with a key, or one that asks for its tries.
    [[nodiscard]] Result<KeyTries> present(CommandApdu&& command);
    [[nodiscard]] Result<Bytes> selectWith(CommandApdu&& apdu, const FileAddress& file);
    [[nodiscard]] Result<Bytes> readBlock(std::size_t offset, std::size_t size);
    [[nodiscard]] CommandApdu selection(const FileAddress& file) const;
    [[nodiscard]] std::size_t readLimit() const;
    [[nodiscard]] tl::unexpected<Error> refused(StatusWord sw) const;

    Link* m_link;
    LogicalChannel m_channel;
    Bytes m_application; ///< AID selected last on this channel
    std::optional<FileAddress> m_selected;
    Bytes m_fcp;
    std::vector<QString> m_oddities;
    StatusWord m_lastStatus = StatusWord::Ok; ///< of demand()
    bool m_shortReads = false; ///< the card refused an Le over 256
};

} // namespace dmsc
