// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_emitter.h"

#include "model/syncml/command_tags.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <vector>

namespace dmsc::syncml {

using wbxml::Tag;

namespace {

Result<void> check(const std::vector<Command>& commands, std::vector<CommandId>& ids)
{
    for (const Command& command : commands) {
        if (command.kind == CommandKind::Unknown) {
            return fail(ErrorKind::BadValue,
                QCoreApplication::translate("SyncMlText", "%1 is not a DM command and cannot be sent")
                    .arg(QString::fromStdString(command.name)));
        }
        if (command.id == CommandId::None) {
            const std::string_view name = commandName(command.kind);
            return fail(ErrorKind::BadValue,
                QCoreApplication::translate("SyncMlText", "%1 without CmdID cannot be sent")
                    .arg(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()))));
        }
        ids.push_back(command.id);
        if (auto members = check(command.members, ids); !members)
            return members;
    }
    return {};
}

Result<void> check(const Message& message)
{
    if (message.header.msgId == MessageId::None)
        return fail(
            ErrorKind::BadValue, QCoreApplication::translate("SyncMlText", "a message without MsgID cannot be sent"));
    std::vector<CommandId> ids;
    ids.reserve(message.commands.size());
    if (auto commands = check(message.commands, ids); !commands)
        return commands;
    std::sort(ids.begin(), ids.end());
    const auto twice = std::adjacent_find(ids.begin(), ids.end());
    if (twice != ids.end()) {
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("SyncMlText", "CmdID %1 occurs twice in the message")
                .arg(std::uint32_t(*twice)));
    }
    return {};
}

void number(Tag tag, std::uint64_t value, ElementSink& sink)
{
    char digits[20];
    const auto written = std::to_chars(std::begin(digits), std::end(digits), value);
    sink.leaf(tag, std::string_view(digits, static_cast<std::size_t>(written.ptr - digits)));
}

void optionalText(Tag tag, std::string_view text, ElementSink& sink)
{
    if (!text.empty())
        sink.leaf(tag, text);
}

void optionalNumber(Tag tag, std::optional<std::uint64_t> value, ElementSink& sink)
{
    if (value)
        number(tag, *value, sink);
}

void emitAddress(Tag tag, const Address& address, ElementSink& sink)
{
    sink.start(tag);
    sink.leaf(Tag::LocURI, address.uri);
    optionalText(Tag::LocName, address.name, sink);
    sink.end(tag);
}

void emitCred(const Cred& cred, ElementSink& sink)
{
    sink.start(Tag::Cred);
    emitMeta(cred.meta, sink);
    sink.leaf(Tag::Data, cred.data);
    sink.end(Tag::Cred);
}

void emitHeader(const Header& header, ElementSink& sink)
{
    sink.start(Tag::SyncHdr);
    sink.leaf(Tag::VerDTD, header.verDtd);
    sink.leaf(Tag::VerProto, header.verProto);
    sink.leaf(Tag::SessionID, header.sessionId);
    number(Tag::MsgID, static_cast<std::uint32_t>(header.msgId), sink);
    emitAddress(Tag::Target, header.target, sink);
    emitAddress(Tag::Source, header.source, sink);
    optionalText(Tag::RespURI, header.respUri, sink);
    if (header.cred)
        emitCred(*header.cred, sink);
    emitMeta(header.meta, sink);
    sink.end(Tag::SyncHdr);
}

void emitItem(const Item& item, ElementSink& sink)
{
    sink.start(Tag::Item);
    if (!item.target.empty())
        emitAddress(Tag::Target, item.target, sink);
    if (!item.source.empty())
        emitAddress(Tag::Source, item.source, sink);
    sink.payload(item);
    if (item.moreData)
        sink.leaf(Tag::MoreData, {});
    sink.end(Tag::Item);
}

void emitReference(const Command& command, ElementSink& sink)
{
    number(Tag::MsgRef, static_cast<std::uint32_t>(command.reference.message), sink);
    const bool ofNothing = command.kind == CommandKind::Status && command.reference.command == CommandId::None
        && command.reference.name != "SyncHdr";
    if (ofNothing) // the command had no CmdID to refer to
        sink.leaf(Tag::CmdRef, {});
    else
        number(Tag::CmdRef, static_cast<std::uint32_t>(command.reference.command), sink);
    if (command.kind == CommandKind::Status)
        sink.leaf(Tag::Cmd, command.reference.name);
    for (const std::string& target : command.reference.targets)
        sink.leaf(Tag::TargetRef, target);
    for (const std::string& source : command.reference.sources)
        sink.leaf(Tag::SourceRef, source);
}

void emitCommand(const Command& command, ElementSink& sink)
{
    const Tag tag = tagOf(command.kind);
    sink.start(tag);
    number(Tag::CmdID, static_cast<std::uint32_t>(command.id), sink);
    if (command.kind == CommandKind::Status || command.kind == CommandKind::Results)
        emitReference(command, sink);
    if (command.chal) {
        sink.start(Tag::Chal);
        emitMeta(command.chal->meta, sink);
        sink.end(Tag::Chal);
    }
    if (command.kind == CommandKind::Status)
        number(Tag::Data, static_cast<std::uint64_t>(command.status), sink);
    if (command.kind == CommandKind::Alert)
        number(Tag::Data, static_cast<std::uint64_t>(command.alert), sink);
    optionalText(Tag::Correlator, command.correlator, sink);
    for (const Item& item : command.items)
        emitItem(item, sink);
    for (const Command& member : command.members)
        emitCommand(member, sink);
    sink.end(tag);
}

} // namespace

void emitMeta(const Meta& meta, ElementSink& sink)
{
    if (meta == Meta{})
        return;
    sink.start(Tag::Meta);
    optionalText(Tag::MetFormat, meta.format, sink);
    optionalText(Tag::MetType, meta.type, sink);
    optionalText(Tag::MetMark, meta.mark, sink);
    optionalNumber(Tag::MetSize, meta.size, sink);
    optionalText(Tag::MetVersion, meta.version, sink);
    optionalText(Tag::MetNextNonce, meta.nextNonce, sink);
    optionalNumber(Tag::MetMaxMsgSize, meta.maxMsgSize, sink);
    optionalNumber(Tag::MetMaxObjSize, meta.maxObjSize, sink);
    sink.end(Tag::Meta);
}

Result<void> emitMessage(const Message& message, ElementSink& sink)
{
    if (auto checked = check(message); !checked)
        return checked;
    sink.start(Tag::SyncML);
    emitHeader(message.header, sink);
    sink.start(Tag::SyncBody);
    for (const Command& command : message.commands)
        emitCommand(command, sink);
    if (message.final)
        sink.leaf(Tag::Final, {});
    sink.end(Tag::SyncBody);
    sink.end(Tag::SyncML);
    return {};
}

} // namespace dmsc::syncml
