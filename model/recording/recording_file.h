// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/recording/recording.h"
#include "model/recording/recording_frames.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>
#include <limits>
#include <memory>

class QFile;

namespace dmsc {

/// The suffix of recordings.
inline constexpr const char* kRecordingSuffix = ".dmsclog";

/// Told now and then, in bytes; false stops the reading.
using ReadProgress = std::function<bool(std::size_t done, std::size_t total)>;

/// Reads the file of a recording from its beginning to its present end, and on from there when it has grown.
/// The rows' bytes stay in the file, which is mapped where it is large: its size does not matter, but whoever cuts it
/// off while rows of it are looked at ends this program. Rows that an earlier version marked get the secrets, too, that
/// today's rules find.
class RecordingReader
{
public:
    RecordingReader(RecordingReader&&) noexcept = default;
    RecordingReader& operator=(RecordingReader&&) noexcept = default;
    RecordingReader(const RecordingReader&) = delete;
    RecordingReader& operator=(const RecordingReader&) = delete;
    ~RecordingReader() = default;

    /// Io; Syntax for what is no recording; Unsupported; Damaged.
    [[nodiscard]] static Result<RecordingReader> open(const QString& path);

    [[nodiscard]] const QDateTime& startedAt() const { return m_startedAt; }

    /// Adds what has come since the last time, at most some `bytes` of it, and the number of rows among it.
    /// `recording` is the same each time. Its `incomplete` says what could not be read. Damage is passed over up
    /// to the next frame that can be read, with a row in its place; without one it ends the reading for good, half a
    /// frame until the rest is there.
    [[nodiscard]] Result<std::size_t> readMore(
        Recording& recording, std::size_t bytes = std::numeric_limits<std::size_t>::max());
    /// readMore as far as the file goes now; half a frame with others behind it is damage. Cancelled where `progress`
    /// says so.
    [[nodiscard]] Result<void> readAll(Recording& recording, const ReadProgress& progress = {});
    /// Whether readMore stopped for its `bytes`.
    [[nodiscard]] bool hasMore() const { return !m_ahead.isEmpty(); }
    [[nodiscard]] std::size_t bytesRead() const { return static_cast<std::size_t>(m_offset); }
    [[nodiscard]] std::size_t bytesThere() const { return static_cast<std::size_t>(m_size); }

private:
    explicit RecordingReader(std::shared_ptr<QFile> file);
    [[nodiscard]] Result<void> lookAhead();
    [[nodiscard]] bool passDamage(Recording& recording);

    std::shared_ptr<QFile> m_file;
    QDateTime m_startedAt;
    qint64 m_offset = kRecordingHeadSize; ///< what is before it was read
    qint64 m_size = 0; ///< of the file, when it was looked at last
    QByteArrayView m_ahead; ///< bytes from m_offset on
    std::shared_ptr<const void> m_owner; ///< of m_ahead, where they are mapped
    QByteArray m_copied; ///< m_ahead, where they are not
    bool m_isDamaged = false;
    bool m_isTorn = false;
    QString m_damage; ///< what was passed over
    std::size_t m_firstDamage = 0;
    std::size_t m_passedOver = 0; ///< bytes
    bool m_isCountLost = false; ///< marks behind it stand at rows that nobody knows
    MarkingAgain m_again = SecretWatch();
};

/// Reads a recording as far as it is whole now. Errors are RecordingReader's, and Cancelled.
[[nodiscard]] Result<Recording> readRecording(const QString& path, const ReadProgress& progress = {});

} // namespace dmsc
