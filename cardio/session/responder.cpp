// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/responder.h"

#include "model/syncml/message_wbxml.h"

namespace dmsc {

using syncml::CommandKind;
using syncml::StatusCode;

namespace {

bool changesTree(const syncml::Command& status)
{
    const std::string& name = status.reference.name;
    return name == "Add" || name == "Replace" || name == "Delete" || name == "Copy" || name == "Atomic";
}

} // namespace

void markNotStored(std::vector<syncml::Command>& answers, const Error& error)
{
    for (syncml::Command& answer : answers)
        if (answer.kind == CommandKind::Status && answer.status == StatusCode::Ok && changesTree(answer))
            answer.status = error.kind == ErrorKind::Full ? StatusCode::DeviceFull : StatusCode::DataStoreFailure;
}

Result<Bytes> respond(ByteView request, TreeEditor& editor, const ExecutorOptions& options, const Commit& commit)
{
    const auto message = syncml::decodeWbxml(request);
    if (!message)
        return tl::unexpected(message.error());
    syncml::Message answer;
    answer.header.sessionId = message->header.sessionId;
    answer.header.msgId = message->header.msgId;
    answer.header.target = {message->header.source.uri, {}};
    answer.header.source = {message->header.target.uri, {}};
    answer.commands = CommandExecutor(editor, options).execute(*message);
    answer.final = true;
    if (auto stored = commit(editor); !stored)
        markNotStored(answer.commands, stored.error());
    return syncml::encodeWbxml(answer);
}

} // namespace dmsc
