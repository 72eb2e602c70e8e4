// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/message_link.h"
#include "cardio/session/operation_result.h"
#include "cardio/session/record_outlet.h"
#include "model/compare/operation.h"
#include "model/syncml/message.h"

#include <string>
#include <vector>

namespace dmsc {

/// Who speaks to whom, for the SyncHdr and the session log.
struct TreeClientOptions
{
    std::string sessionId = "1";
    std::string source = "dmsc:workbench"; ///< the DM server's side: us
    std::string target = "dmsc:peer";
    Actor self = Actor::Workbench; ///< in records
    Actor peer = Actor::Card;
    RecordOutlet records; ///< a row per message and Status
};

/// The answer to one Get.
struct GetAnswer
{
    syncml::StatusCode status = syncml::StatusCode::None;
    std::vector<syncml::Item> items;
};

/// The DM server's part: reads and changes the tree at the other end of a link by SyncML messages.
class TreeClient
{
public:
    TreeClient(MessageLink& link, TreeClientOptions options = {});

    /// Get `.?list=TNDS`: all of the tree in one message.
    [[nodiscard]] Result<Tree> readAll(const Progress& progress = {});
    /// One Get per target (a URI, with `?prop=` or `?list=` if wanted), all in one message.
    [[nodiscard]] Result<std::vector<GetAnswer>> get(
        const std::vector<std::string>& targets, const Progress& progress = {});
    /// Carries the operations out as one Atomic in one message: all or none. `now` is the peer's tree as it is.
    /// One result per operation, also when the peer refuses; an error only when there was no proper answer.
    [[nodiscard]] Result<std::vector<OperationResult>> apply(
        const std::vector<Operation>& operations, const Tree& now, const Progress& progress = {});

private:
    [[nodiscard]] Result<syncml::Message> exchange(std::vector<syncml::Command> commands, const Progress& progress);
    void record(const syncml::Message& request, const Bytes& sent, const Result<Bytes>& received,
        std::chrono::nanoseconds begin) const;

    MessageLink* m_link;
    TreeClientOptions m_options;
    std::uint32_t m_messages = 0;
};

/// All of them were carried out.
[[nodiscard]] bool allGood(const std::vector<OperationResult>& results);
/// Why they were not: the first operation that failed by itself, and its URI.
[[nodiscard]] Error firstFailure(const std::vector<OperationResult>& results, const std::vector<Operation>& operations);

/// The document in a Get's answer to `?list=TNDS`; `name` for a top node without one.
[[nodiscard]] Result<Tree> treeOf(const GetAnswer& answer, std::string_view name);

/// The command that carries an operation out on a tree that stands at `now`; without CmdID.
[[nodiscard]] Result<syncml::Command> commandFor(const Operation& operation, const Tree& now);
/// All of them as one Atomic with CmdID 1, its members from 2 on.
[[nodiscard]] Result<syncml::Command> atomicFor(const std::vector<Operation>& operations, const Tree& now);
/// The same as a DM server's message in XML: a patch, for whoever carries it out later.
[[nodiscard]] Result<std::string> patchFor(const std::vector<Operation>& operations, const Tree& now);

} // namespace dmsc
