// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/discretionary_data.h"
#include "model/decode/file_commands.h"
#include "model/decode/message_walk.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace dmsc {

/// Finds secrets in documents (TNDS, provisioning, DM messages) that stand in a card's files, as they are or in data
/// objects within others or after others, read or written block by block or record by record from the begin.
class FileDocuments
{
public:
    /// Takes note of a command, all of it but for the later parts of a chain: where in a file its data and those of its
    /// answer belong.
    void begin(QByteArrayView command, QByteArrayView response);
    /// Whether the data of the command under way, or of its answer, are content of a file.
    [[nodiscard]] bool isWritten() const { return m_command && m_command->use == FileCommand::Use::Writes; }
    [[nodiscard]] bool isRead() const { return m_command && m_command->use == FileCommand::Use::Reads; }
    /// Secrets in the next bytes of those data.
    [[nodiscard]] std::vector<ByteSpan> next(QByteArrayView data);

private:
    enum class Kind : std::uint8_t {
        Undecided,
        Document, ///< or several
        Part, ///< of a document whose begin is missing
        Other,
    };
    struct File
    {
        std::uint16_t name = 0; ///< as in FileCommand
        Kind kind = Kind::Undecided;
        QByteArray bytes; ///< from the begin, without gaps
        int record = 0; ///< the one that was read or written last
        qsizetype recordAt = 0; ///< where in the bytes it begins
    };

    void goTo(qsizetype offset);
    void goToRecord(QByteArrayView command);
    [[nodiscard]] std::vector<ByteSpan> nextContent(QByteArrayView content);

    std::map<std::uint8_t, File> m_files; ///< by logical channel
    std::optional<FileCommand> m_command; ///< under way
    File* m_file = nullptr;
    DiscretionaryData m_data; ///< of an odd instruction
    std::optional<qsizetype> m_place; ///< where the next bytes belong; nothing before they have told it
};

} // namespace dmsc
