// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/message_walk.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace dmsc {

/// Finds secrets in documents (TNDS, provisioning, DM messages) that stand in a card's files or in data objects of
/// them, read or written block by block from the begin.
class FileDocuments
{
public:
    /// Takes note of a command: where in a file its data and those of its answer belong.
    void begin(QByteArrayView command);
    /// Whether the data of the command under way, or of its answer, are content of a file.
    [[nodiscard]] bool isWritten() const { return m_place && m_writes; }
    [[nodiscard]] bool isRead() const { return m_place && !m_writes; }
    /// Secrets in the next bytes of that content.
    [[nodiscard]] std::vector<ByteSpan> next(QByteArrayView content);

private:
    enum class Kind : std::uint8_t { Undecided, Document, Other };
    struct File
    {
        Kind kind = Kind::Undecided;
        QByteArray bytes; ///< from the begin, without gaps
        qsizetype documentAt = 0;
    };

    static void decide(File& file);
    [[nodiscard]] static std::vector<ByteSpan> secretsFrom(const File& file, qsizetype place);

    std::map<std::uint8_t, File> m_files; ///< by class byte, which tells the logical channel
    File* m_file = nullptr;
    std::optional<qsizetype> m_place; ///< where the next bytes belong
    bool m_writes = false;
};

} // namespace dmsc
