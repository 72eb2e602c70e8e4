// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_builder.h"

#include "model/syncml/base64.h"
#include "model/syncml/command_tags.h"
#include "model/syncml/xml_text.h"

#include <QCoreApplication>

#include <charconv>

namespace dmsc::syncml {

using wbxml::Tag;

namespace {

QString quoted(std::string_view text)
{
    constexpr std::size_t kShown = 40;
    text = text.substr(0, kShown);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isCommand(Tag tag)
{
    return kindOf(tag) != CommandKind::Unknown;
}

void mergeText(std::string& own, const std::string& inherited)
{
    if (own.empty())
        own = inherited;
}

void merge(Meta& own, const Meta& inherited)
{
    mergeText(own.format, inherited.format);
    mergeText(own.type, inherited.type);
    mergeText(own.mark, inherited.mark);
    mergeText(own.version, inherited.version);
    if (!own.size)
        own.size = inherited.size;
}

/// Raw value in, Format b64 out, as Item promises.
void takeOffBase64(Item& item)
{
    if (item.meta.format != format::kBase64)
        return;
    item.base64 = true;
    if (item.data) {
        auto raw = fromBase64(*item.data);
        if (!raw)
            return;
        item.data = std::move(raw);
    }
    item.meta.format = format::kBin;
}

} // namespace

Tag MessageBuilder::context(std::size_t up) const
{
    return m_path.size() > up ? m_path[m_path.size() - 1 - up] : Tag::None;
}

bool MessageBuilder::inItemData() const
{
    return m_skipping == 0 && context() == Tag::Data && context(1) == Tag::Item;
}

bool MessageBuilder::inMeta() const
{
    return m_skipping > 0 || context() == Tag::Meta;
}

Result<void> MessageBuilder::start(Tag tag, std::string_view name)
{
    if (m_skipping > 0) {
        ++m_skipping;
        return {};
    }
    if (m_path.empty()) {
        if (tag != Tag::SyncML)
            return fail(ErrorKind::Syntax,
                QCoreApplication::translate("SyncMlText", "the root is %1, expected SyncML").arg(quoted(name)));
        open(tag);
        return {};
    }
    if (startsCommand(context(), tag))
        return startCommand(tag, name);
    if (!accepts(context(), tag)) {
        m_skipping = 1;
        return {};
    }
    if (tag == Tag::Item) {
        m_commands.back().command.items.emplace_back();
    } else if (tag == Tag::Chal) {
        m_commands.back().command.chal.emplace();
    } else if (tag == Tag::Cred) {
        m_message.header.cred.emplace();
    } else if (tag == Tag::SyncHdr) {
        m_headerSeen = true;
    } else if (tag == Tag::SyncBody) {
        m_bodySeen = true;
    }
    open(tag);
    const bool counted = tag == Tag::Item || tag == Tag::TargetRef || tag == Tag::SourceRef;
    return counted ? count() : Result<void>();
}

void MessageBuilder::open(Tag tag)
{
    m_path.push_back(tag);
    m_text.clear();
    m_documentType.clear();
}

Result<void> MessageBuilder::count()
{
    if (++m_count > kMaxItems)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("SyncMlText", "more than %1 commands and Items in a message").arg(kMaxItems));
    return {};
}

bool MessageBuilder::startsCommand(Tag parent, Tag child) const
{
    if (parent == Tag::SyncBody)
        return child != Tag::Final;
    const bool group = parent == Tag::Atomic || parent == Tag::Sequence;
    return group && child != Tag::Cred && child != Tag::Lang && !accepts(parent, child);
}

Result<void> MessageBuilder::startCommand(Tag tag, std::string_view name)
{
    if (m_commands.size() > kMaxNesting)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("SyncMlText", "Atomic and Sequence nested more than %1 deep").arg(kMaxNesting));
    OpenCommand next;
    if (isCommand(tag)) {
        next.command.kind = kindOf(tag);
    } else {
        next.command.name = name;
        next.command.fault = Fault{StatusCode::BadRequest,
            QCoreApplication::translate("SyncMlText", "%1 is not a DM command").arg(quoted(name))};
    }
    m_commands.push_back(std::move(next));
    open(isCommand(tag) ? tag : Tag::None);
    return count();
}

bool MessageBuilder::accepts(Tag parent, Tag child) const
{
    switch (parent) {
    case Tag::SyncML:
        return child == Tag::SyncHdr || child == Tag::SyncBody;
    case Tag::SyncHdr:
        return child == Tag::VerDTD || child == Tag::VerProto || child == Tag::SessionID || child == Tag::MsgID
            || child == Tag::Target || child == Tag::Source || child == Tag::RespURI || child == Tag::Cred
            || child == Tag::Meta;
    case Tag::SyncBody:
        return child == Tag::Final;
    case Tag::Target:
    case Tag::Source:
        return child == Tag::LocURI || child == Tag::LocName;
    case Tag::Cred:
        return child == Tag::Meta || child == Tag::Data;
    case Tag::Chal:
        return child == Tag::Meta;
    case Tag::Meta:
        return child == Tag::MetFormat || child == Tag::MetType || child == Tag::MetMark || child == Tag::MetNextNonce
            || child == Tag::MetVersion || child == Tag::MetSize || child == Tag::MetMaxMsgSize
            || child == Tag::MetMaxObjSize;
    case Tag::Item:
        return child == Tag::Target || child == Tag::Source || child == Tag::Meta || child == Tag::Data
            || child == Tag::MoreData;
    case Tag::None: // an unknown command
        return child == Tag::CmdID;
    case Tag::Atomic:
    case Tag::Sequence:
        return child == Tag::CmdID || child == Tag::Meta || child == Tag::NoResp;
    case Tag::Status:
        return child == Tag::CmdID || child == Tag::MsgRef || child == Tag::CmdRef || child == Tag::Cmd
            || child == Tag::TargetRef || child == Tag::SourceRef || child == Tag::Chal || child == Tag::Data
            || child == Tag::Item;
    case Tag::Results:
        return child == Tag::CmdID || child == Tag::MsgRef || child == Tag::CmdRef || child == Tag::TargetRef
            || child == Tag::SourceRef || child == Tag::Meta || child == Tag::Item;
    case Tag::Alert:
        return child == Tag::CmdID || child == Tag::Data || child == Tag::Correlator || child == Tag::Meta
            || child == Tag::Item;
    case Tag::Add:
    case Tag::Copy:
    case Tag::Delete:
    case Tag::Exec:
    case Tag::Get:
    case Tag::Replace:
        return child == Tag::CmdID || child == Tag::Correlator || child == Tag::Meta || child == Tag::Item;
    default: // fields hold text only
        return false;
    }
}

void MessageBuilder::text(std::string_view piece)
{
    if (m_skipping > 0)
        return;
    if (!m_documentType.empty() && trimmed(piece).empty())
        return;
    m_text += piece;
}

void MessageBuilder::document(std::string_view octets, std::string_view mimeType)
{
    if (trimmed(m_text).empty())
        m_text.clear();
    m_text += octets;
    m_documentType = mimeType;
}

void MessageBuilder::end()
{
    if (m_skipping > 0) {
        --m_skipping;
        return;
    }
    if (m_path.empty())
        return;
    const Tag tag = context();
    m_path.pop_back();
    const Tag parent = context();
    if (parent == Tag::Meta)
        endMetaField(tag);
    else if (parent == Tag::Target || parent == Tag::Source)
        (tag == Tag::LocURI ? openAddress()->uri : openAddress()->name) = takeText();
    else if (parent == Tag::SyncHdr)
        endHeaderField(tag);
    else if (parent == Tag::Cred && tag == Tag::Data)
        m_message.header.cred->data = takeText();
    else if (parent == Tag::Item)
        endItemField(tag);
    else if (tag == Tag::Final)
        m_message.final = true;
    else if (isCommand(tag) || tag == Tag::None)
        endCommand();
    else if (!m_commands.empty())
        endCommandField(tag);
    m_text.clear();
}

void MessageBuilder::endHeaderField(Tag tag)
{
    Header& header = m_message.header;
    switch (tag) {
    case Tag::VerDTD:
        header.verDtd = takeText();
        break;
    case Tag::VerProto:
        header.verProto = takeText();
        break;
    case Tag::SessionID:
        header.sessionId = takeText();
        break;
    case Tag::MsgID:
        if (const auto number = takeNumber(); number && *number <= UINT32_MAX) {
            header.msgId = static_cast<MessageId>(*number);
            m_msgIdSeen = true;
        }
        break;
    case Tag::RespURI:
        header.respUri = takeText();
        break;
    default:
        break;
    }
}

void MessageBuilder::endItemField(Tag tag)
{
    Item& item = m_commands.back().command.items.back();
    if (tag == Tag::MoreData) {
        item.moreData = true;
    } else if (tag == Tag::Data) {
        item.data = std::move(m_text);
        m_text = {};
        const bool typed =
            !item.meta.type.empty() && item.meta.type != mime::kTndsXml && item.meta.type != mime::kTndsWbxml;
        if (!m_documentType.empty() && !typed)
            item.meta.type = m_documentType;
    }
}

void MessageBuilder::endMetaField(Tag tag)
{
    Meta* meta = openMeta();
    if (!meta)
        return;
    switch (tag) {
    case Tag::MetFormat:
        meta->format = takeText();
        break;
    case Tag::MetType:
        meta->type = takeText();
        break;
    case Tag::MetMark:
        meta->mark = takeText();
        break;
    case Tag::MetNextNonce:
        meta->nextNonce = takeText();
        break;
    case Tag::MetVersion:
        meta->version = takeText();
        break;
    case Tag::MetSize:
        meta->size = takeNumber();
        break;
    case Tag::MetMaxMsgSize:
        meta->maxMsgSize = takeNumber();
        break;
    case Tag::MetMaxObjSize:
        meta->maxObjSize = takeNumber();
        break;
    default:
        break;
    }
}

void MessageBuilder::endCommandField(Tag tag)
{
    OpenCommand& open = m_commands.back();
    Command& command = open.command;
    switch (tag) {
    case Tag::Cmd:
        command.reference.name = takeText();
        return;
    case Tag::TargetRef:
        command.reference.targets.push_back(takeText());
        return;
    case Tag::SourceRef:
        command.reference.sources.push_back(takeText());
        return;
    case Tag::Correlator:
        command.correlator = takeText();
        return;
    case Tag::CmdID:
    case Tag::MsgRef:
    case Tag::CmdRef:
    case Tag::Data:
        break;
    default:
        return;
    }

    if (tag == Tag::CmdRef && trimmed(m_text).empty())
        return; // the answer to a command without CmdID
    const QString text = quoted(trimmed(m_text));
    const auto number = takeNumber();
    if (!number || *number > INT32_MAX) {
        fault(StatusCode::BadRequest,
            QCoreApplication::translate("SyncMlText", "%1 is \"%2\", expected a number")
                .arg(quoted(wbxml::tagName(wbxml::Vocabulary::SyncMl, tag)), text));
        return;
    }
    if (tag == Tag::CmdID)
        command.id = static_cast<CommandId>(*number);
    else if (tag == Tag::MsgRef)
        command.reference.message = static_cast<MessageId>(*number);
    else if (tag == Tag::CmdRef)
        command.reference.command = static_cast<CommandId>(*number);
    else if (command.kind == CommandKind::Alert)
        command.alert = static_cast<AlertCode>(*number);
    else
        command.status = static_cast<StatusCode>(*number);
}

void MessageBuilder::endCommand()
{
    if (m_commands.back().command.id == CommandId::None)
        fault(StatusCode::BadRequest, QCoreApplication::translate("SyncMlText", "the command has no CmdID"));
    OpenCommand open = std::move(m_commands.back());
    m_commands.pop_back();
    for (Item& item : open.command.items) {
        merge(item.meta, open.meta);
        takeOffBase64(item);
    }
    auto& siblings = m_commands.empty() ? m_message.commands : m_commands.back().command.members;
    siblings.push_back(std::move(open.command));
}

void MessageBuilder::fault(StatusCode answer, const QString& what)
{
    auto& first = m_commands.back().command.fault;
    if (!first)
        first = Fault{answer, what};
}

Meta* MessageBuilder::openMeta()
{
    switch (context(1)) {
    case Tag::SyncHdr:
        return &m_message.header.meta;
    case Tag::Cred:
        return &m_message.header.cred->meta;
    case Tag::Chal:
        return &m_commands.back().command.chal->meta;
    case Tag::Item:
        return &m_commands.back().command.items.back().meta;
    default:
        return m_commands.empty() ? nullptr : &m_commands.back().meta;
    }
}

Address* MessageBuilder::openAddress()
{
    const bool target = context() == Tag::Target;
    if (context(1) == Tag::Item) {
        Item& item = m_commands.back().command.items.back();
        return target ? &item.target : &item.source;
    }
    return target ? &m_message.header.target : &m_message.header.source;
}

std::string MessageBuilder::takeText()
{
    return std::string(trimmed(m_text));
}

std::optional<std::uint64_t> MessageBuilder::takeNumber()
{
    const std::string_view text = trimmed(m_text);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Result<Message> MessageBuilder::finish() &&
{
    if (!m_headerSeen)
        return fail(ErrorKind::Syntax, QCoreApplication::translate("SyncMlText", "the message has no SyncHdr"));
    if (!m_bodySeen)
        return fail(ErrorKind::Syntax, QCoreApplication::translate("SyncMlText", "the message has no SyncBody"));
    if (!m_msgIdSeen)
        return fail(
            ErrorKind::Syntax, QCoreApplication::translate("SyncMlText", "SyncHdr has no MsgID that is a number"));
    return std::move(m_message);
}

} // namespace dmsc::syncml
