// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/replay_run.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/message_secrets.h"
#include "model/trace/masked_row.h"

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
    m_hasAnswers = std::ranges::any_of(request.rows, [&request](RecordNo number) {
        const RecordView row = request.recording.store.at(number);
        const auto sent = sentPart(request.target, row);
        return sent && !(*sent == RecordPart::Request ? row.response : row.request).isEmpty();
    });
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
    const bool isCompared = !recorded || m_hasAnswers || m_request->target != ReplayTarget::Card;
    RowPair& pair = m_pairs.emplace_back();
    pair.left = recorded;
    pair.right = m_report.answered.store.append(now);
    pair.note = isCompared ? PairNote::None : PairNote::NotCompared;
}

bool ReplayRun::isMasked(RecordNo number) const
{
    const RecordView view = row(number);
    const auto part = sentPart(m_request->target, view);
    if (!part || isEdited(number))
        return false;
    std::vector<ByteRange> secrets = m_request->recording.store.secrets(number);
    if (view.layer == Layer::SyncMl) {
        const auto proofs = proofsOfMessage(*part == RecordPart::Request ? view.request : view.response);
        std::erase_if(secrets, [&proofs](const ByteRange& secret) {
            return std::ranges::any_of(proofs, [&secret](const ByteSpan& proof) {
                return proof.offset <= secret.offset && secret.offset + std::size_t{secret.length} <= proof.end();
            });
        });
    }
    return isFilled(view, secrets, *part);
}

void ReplayRun::notPlayed(RecordNo recorded)
{
    m_notPlayed.push_back(recorded);
    RowPair& pair = m_pairs.emplace_back();
    pair.left = recorded;
    pair.note = PairNote::NotPlayed;
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

void ReplayRun::noteNotPlayed()
{
    constexpr std::size_t kMostNamed = 20;
    if (m_notPlayed.empty())
        return;
    QStringList numbers;
    for (std::size_t i = 0; i < std::min(m_notPlayed.size(), kMostNamed); ++i)
        numbers += QString::number(m_notPlayed[i].shown());
    if (m_notPlayed.size() > kMostNamed)
        numbers += QStringLiteral("...");
    note(QCoreApplication::translate(
        "Replay", "Not played, since their secrets are masked or they are parts of such commands: rows %1")
             .arg(numbers.join(QStringLiteral(", "))));
}

Result<ReplayReport> ReplayRun::finish()
{
    if (m_pairs.empty())
        return nothingFor(m_request->target);
    noteNotPlayed();
    m_report.compared = comparePairs(m_report.recorded, m_report.answered, std::move(m_pairs), m_progress);
    if (m_report.compared.stopped)
        return stopped();
    return std::move(m_report);
}

} // namespace dmsc
