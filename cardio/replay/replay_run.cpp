// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/replay_run.h"

#include "model/decode/apdu_frame.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

tl::unexpected<Error> stopped()
{
    return fail(ErrorKind::Cancelled, QCoreApplication::translate("Replay", "the replay was stopped"));
}

tl::unexpected<Error> nothingFor(ReplayTarget target)
{
    const char* what = QT_TRANSLATE_NOOP("Replay", "nothing in these rows was said to a card");
    if (target == ReplayTarget::Handset)
        what = QT_TRANSLATE_NOOP("Replay", "nothing in these rows was said to a device in DM messages");
    else if (target == ReplayTarget::Server)
        what = QT_TRANSLATE_NOOP("Replay", "nothing in these rows was said to a DM server");
    return fail(ErrorKind::NotFound, QCoreApplication::translate("Replay", what));
}

/// After all rows of a recording.
SecretWatch watchOf(const RecordStore& rows)
{
    SecretWatch watch;
    for (std::size_t i = 0; i < rows.size(); ++i)
        static_cast<void>(watch.unmarked(rows.at(RecordNo{static_cast<std::uint32_t>(i)}), {}));
    return watch;
}

} // namespace

ReplayRun::ReplayRun(const ReplayRequest& request, ReplayProgress progress)
    : m_request(&request)
    , m_progress(std::move(progress))
{
    m_report.recorded = request.recording;
    m_secrets.learn(watchOf(request.recording.store));
    m_report.answered.startedAt = QDateTime::currentDateTimeUtc();
}

QByteArray ReplayRun::sent(RecordNo number) const
{
    if (const auto edited = m_request->edited.find(number); edited != m_request->edited.end())
        return edited->second;
    const RecordView view = row(number);
    const auto part = sentPart(m_request->target, view);
    return (part == RecordPart::Response ? view.response : view.request).toByteArray();
}

bool ReplayRun::isSecret(RecordNo number) const
{
    const RecordView view = row(number);
    const auto body = apduBody(view.request);
    const qsizetype lc = body ? body->lc : 0;
    constexpr qsizetype kStatusWord = 2;
    const qsizetype answer = std::max(view.response.size() - kStatusWord, qsizetype{0});
    return std::ranges::any_of(m_request->recording.store.secrets(number), [&](const ByteRange& secret) {
        const qsizetype all = secret.part == RecordPart::Request ? lc : answer;
        return all != 0 && qsizetype{secret.length} >= all;
    });
}

Result<void> ReplayRun::next(std::size_t done, std::size_t total) const
{
    return m_progress && !m_progress(done, total) ? Result<void>(stopped()) : Result<void>();
}

void ReplayRun::answered(std::optional<RecordNo> recorded, Record now)
{
    m_secrets.mark(now);
    m_pairs.push_back({recorded, m_report.answered.store.append(now)});
}

void ReplayRun::missing(RecordNo recorded)
{
    m_pairs.push_back({recorded, std::nullopt});
}

void ReplayRun::note(const QString& text)
{
    if (std::ranges::find(m_report.notes, text) == m_report.notes.end())
        m_report.notes.push_back(text);
}

Result<ReplayReport> ReplayRun::finish()
{
    if (m_pairs.empty())
        return nothingFor(m_request->target);
    m_report.compared = comparePairs(m_report.recorded, m_report.answered, std::move(m_pairs), m_progress);
    if (m_report.compared.stopped)
        return stopped();
    return std::move(m_report);
}

} // namespace dmsc
