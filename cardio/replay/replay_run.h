// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/replay/replay.h"
#include "model/decode/secrets.h"
#include "model/record/record_queue.h"

namespace dmsc {

using ReplayProgress = std::function<bool(std::size_t done, std::size_t total)>;

/// One replay under way: what is to be sent, and what has come of it so far.
class ReplayRun
{
public:
    /// The request outlives the run.
    ReplayRun(const ReplayRequest& request, ReplayProgress progress);

    [[nodiscard]] const ReplayRequest& request() const { return *m_request; }
    [[nodiscard]] RecordView row(RecordNo number) const { return m_request->recording.store.at(number); }
    [[nodiscard]] const RecordClock& clock() const { return m_clock; }
    /// What is sent for a row: as it was changed by hand, else as recorded.
    [[nodiscard]] QByteArray sent(RecordNo number) const;
    [[nodiscard]] bool isEdited(RecordNo number) const { return m_request->edited.contains(number); }
    /// Whether its data were hidden as a whole, which their bytes need not tell.
    [[nodiscard]] bool isSecret(RecordNo number) const;

    /// Before a row is sent; Cancelled when the caller has had enough.
    [[nodiscard]] Result<void> next(std::size_t done, std::size_t total) const;
    /// What came; `recorded`: the row that it stands beside.
    void answered(std::optional<RecordNo> recorded, Record now);
    /// Whether what would be sent for a row has bytes in place of secrets that nobody knows. Cred and NextNonce of DM
    /// messages do not count: they are made anew.
    [[nodiscard]] bool isMasked(RecordNo number) const;
    /// A row was left out, since it or what it is a part of isMasked().
    void notPlayed(RecordNo recorded);
    /// Nothing came for a row.
    void missing(RecordNo recorded);
    void skip(std::size_t rows = 1) { m_report.skipped += rows; }
    /// Each text once.
    void note(const QString& text);

    /// Compares. Where the recording has no answers there is nothing to compare.
    [[nodiscard]] Result<ReplayReport> finish();

private:
    void noteNotPlayed();

    const ReplayRequest* m_request;
    ReplayProgress m_progress;
    RecordClock m_clock = steadyRecordClock();
    ReplayReport m_report;
    std::vector<RowPair> m_pairs;
    std::vector<RecordNo> m_notPlayed;
    bool m_hasAnswers = false; ///< the recording tells what was answered to any of its requests
    SecretWatch m_secrets;
};

// The targets.
[[nodiscard]] Result<void> replayToCard(ReplayRun& run);
[[nodiscard]] Result<void> replayToHandset(ReplayRun& run);
[[nodiscard]] Result<void> replayToServer(ReplayRun& run);

} // namespace dmsc
