// SPDX-License-Identifier: Apache-2.0
#include "cardio/recordings/followed_recording.h"

#include <QCoreApplication>
#include <QFile>

namespace dmsc {

namespace {

/// What a turn takes: its rows must not keep the window from painting.
constexpr std::size_t kBytesAtATime = std::size_t{1} << 20;

Record recordAt(const RecordStore& store, RecordNo number)
{
    const RecordView view = store.at(number);
    Record record;
    record.time = view.time;
    record.duration = view.duration;
    record.layer = view.layer;
    record.from = view.from;
    record.to = view.to;
    record.continuation = view.continuation;
    record.level = view.level;
    record.exchange = view.exchange;
    record.name = QString::fromUtf8(view.name);
    record.target = QString::fromUtf8(view.target);
    record.status = QString::fromUtf8(view.status);
    record.request = view.request.toByteArray();
    record.response = view.response.toByteArray();
    record.secrets = store.secrets(number);
    return record;
}

void addChanges(const Marks& before, const Marks& now, RecordingGrowth& growth)
{
    for (const auto& [number, comment] : now) {
        const auto old = before.find(number);
        if (old == before.end() || old->second != comment)
            growth.marks.emplace_back(number, comment);
    }
    for (const auto& [number, comment] : before)
        if (!now.contains(number))
            growth.marks.emplace_back(number, std::nullopt);
}

} // namespace

Result<FollowedRecording> FollowedRecording::open(const QString& path, const ReadProgress& progress)
{
    auto reader = RecordingReader::open(path);
    if (!reader)
        return tl::unexpected(std::move(reader.error()));
    FollowedRecording followed(path, std::move(*reader));
    followed.m_recording.startedAt = followed.m_reader.startedAt();
    if (const auto read = followed.m_reader.readAll(followed.m_recording, progress); !read)
        return tl::unexpected(read.error());
    followed.m_toldMarks = followed.m_recording.marks;
    return followed;
}

Result<RecordingGrowth> FollowedRecording::more()
{
    const std::size_t offset = m_reader.bytesRead();
    const std::size_t before = m_recording.store.size();
    if (const auto rows = m_reader.readMore(m_recording, kBytesAtATime); !rows)
        return tl::unexpected(rows.error());
    RecordingGrowth growth;
    if (m_reader.bytesRead() == offset)
        return growth;
    for (std::size_t i = before; i < m_recording.store.size(); ++i)
        growth.records.push_back(recordAt(m_recording.store, RecordNo{static_cast<std::uint32_t>(i)}));
    addChanges(m_toldMarks, m_recording.marks, growth);
    m_toldMarks = m_recording.marks;
    return growth;
}

Result<void> FollowedRecording::mark(RecordNo record, const std::optional<QString>& comment)
{
    const auto told = m_toldMarks.find(record);
    if (comment ? told != m_toldMarks.end() && told->second == *comment : told == m_toldMarks.end())
        return {};
    if (!m_recording.incomplete.isEmpty())
        return fail(ErrorKind::Damaged, m_recording.incomplete, m_path);
    QFile file(m_path);
    // In one piece behind whatever is there, even where another program writes the file at this moment.
    const QByteArray frame = markFrame(record, comment ? &*comment : nullptr);
    const auto mode = QIODevice::Append | QIODevice::ExistingOnly | QIODevice::Unbuffered;
    if (!file.open(mode) || file.write(frame) != frame.size())
        return fail(ErrorKind::Io,
            QCoreApplication::translate("Recorder", "it cannot be written: %1").arg(file.errorString()), m_path);
    if (comment)
        m_toldMarks[record] = *comment;
    else
        m_toldMarks.erase(record);
    return {};
}

} // namespace dmsc
