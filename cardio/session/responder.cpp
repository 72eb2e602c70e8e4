// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/responder.h"

#include "cardio/session/large_objects.h"
#include "model/syncml/message_wbxml.h"

namespace dmsc {

using syncml::CommandKind;
using syncml::StatusCode;

namespace {

/// Asks for what is still to come of a message's package, or of an object in chunks (PRO 2.1, 2.2).
bool askForNext(const syncml::Message& request, const LargeObjects& objects, std::vector<syncml::Command>& answers)
{
    if (request.final && !objects.collecting())
        return false;
    syncml::Command& next = answers.emplace_back();
    next.kind = CommandKind::Alert;
    next.id = static_cast<syncml::CommandId>(answers.size());
    next.alert = syncml::AlertCode::NextMessage;
    return true;
}

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
    if (options.objects)
        options.objects->beginMessage(message->header);
    answer.commands = CommandExecutor(editor, options).execute(*message);
    if (options.objects)
        options.objects->endMessage(message->final);
    answer.final = !options.objects || !askForNext(*message, *options.objects, answer.commands);
    if (auto stored = commit(editor); !stored)
        markNotStored(answer.commands, stored.error());
    return syncml::encodeWbxml(answer);
}

} // namespace dmsc
