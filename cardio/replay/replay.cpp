// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/replay.h"

#include "cardio/replay/recorded_dialogue.h"
#include "cardio/replay/replay_run.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr qsizetype kLeastCommand = 4;

std::optional<RecordPart> sentToCard(const RecordView& row)
{
    if (row.to != Actor::Card)
        return std::nullopt;
    const bool isReset = row.layer == Layer::Reader && row.name == QByteArrayView("RESET");
    const bool isCommand = row.layer == Layer::Apdu && row.request.size() >= kLeastCommand;
    // Unprotected commands continue the protected ones that carried them; whole handshakes are told for people.
    const bool isPlain = row.layer == Layer::SecureChannel && row.continuation && row.request.size() >= kLeastCommand;
    return isReset || isCommand || isPlain ? std::optional(RecordPart::Request) : std::nullopt;
}

/// The part that the device has said, or that was said to it.
std::optional<RecordPart> messagePart(const RecordView& row, bool byDevice)
{
    if (row.layer != Layer::SyncMl)
        return std::nullopt;
    if (isDirect(row))
        return byDevice ? std::nullopt : std::optional(RecordPart::Request);
    if (row.from == Actor::Workbench) // to a card
        return std::nullopt;
    const bool asks = row.from == Actor::Device;
    if (asks == (row.to == Actor::Device))
        return std::nullopt;
    const bool isRequest = asks == byDevice;
    if ((isRequest ? row.request : row.response).isEmpty())
        return std::nullopt;
    return isRequest ? RecordPart::Request : RecordPart::Response;
}

Result<void> play(ReplayRun& run)
{
    switch (run.request().target) {
    case ReplayTarget::Card:
        return replayToCard(run);
    case ReplayTarget::Handset:
        return replayToHandset(run);
    case ReplayTarget::Server:
        return replayToServer(run);
    }
    return {};
}

Result<void> check(const ReplayRequest& request)
{
    const std::size_t size = request.recording.store.size();
    const bool isWithin = std::ranges::is_sorted(request.rows)
        && std::ranges::all_of(request.rows, [size](RecordNo row) { return row.value < size; })
        && std::ranges::all_of(request.edited, [size](const auto& one) { return one.first.value < size; });
    if (!isWithin)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Replay", "the rows to replay are not rows of the recording in its order"));
    return {};
}

} // namespace

std::optional<RecordPart> sentPart(ReplayTarget target, const RecordView& row)
{
    switch (target) {
    case ReplayTarget::Card:
        return sentToCard(row);
    case ReplayTarget::Handset:
        return messagePart(row, false);
    case ReplayTarget::Server:
        return messagePart(row, true);
    }
    return std::nullopt;
}

Result<ReplayReport> replay(
    const ReplayRequest& request, const std::function<bool(std::size_t done, std::size_t total)>& progress)
{
    if (auto checked = check(request); !checked)
        return tl::unexpected(checked.error());
    ReplayRun run(request, progress);
    if (auto played = play(run); !played)
        return tl::unexpected(played.error());
    return run.finish();
}

} // namespace dmsc
