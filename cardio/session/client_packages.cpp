// SPDX-License-Identifier: Apache-2.0
// What the client writes: its headers, package 1, and the pages of its answers.
#include "cardio/session/client_state.h"

#include "model/syncml/xml_text.h"

#include <algorithm>

namespace dmsc {

using syncml::AlertCode;
using syncml::Command;
using syncml::CommandId;
using syncml::CommandKind;
using syncml::Item;
using syncml::Message;
using syncml::StatusCode;

namespace {

constexpr std::string_view kDevInfo = "./DevInfo";
constexpr std::string_view kTextPlain = "text/plain";

/// One Item per leaf (PRO 2.3.3); also of Ext and Bearer.
void addLeaves(const Tree& tree, NodeId node, std::vector<Item>& items)
{
    for (const NodeId below : tree.children(node)) {
        if (tree.isInterior(below)) {
            addLeaves(tree, below, items);
            continue;
        }
        Item& item = items.emplace_back();
        item.source.uri = tree.uri(below).text();
        item.meta.format = formatName(tree.format(below));
        if (tree.format(below) == Format::B64)
            item.meta.format = syncml::format::kBin; // base64 is how it travels
        item.meta.type = tree.type(below).empty() ? kTextPlain : tree.type(below);
        item.data = std::string(tree.value(below));
    }
}

NodeId devInfoOf(const Tree& tree)
{
    const auto uri = Uri::parse(kDevInfo);
    const NodeId node = uri ? tree.find(*uri) : kNoNode;
    return node;
}

/// The server's Status for one command of ours; null: it gave none.
const Command* statusFor(const Message& message, CommandId command)
{
    const auto found = std::find_if(message.commands.begin(), message.commands.end(), [&](const Command& one) {
        return one.kind == CommandKind::Status && one.reference.command == command && one.reference.name != "SyncHdr";
    });
    return found == message.commands.end() ? nullptr : &*found;
}

/// What XML cannot carry as text goes as octets.
void makeWritable(std::vector<Item>& items)
{
    for (Item& item : items)
        if (item.data && !syncml::isBinary(item) && !syncml::isXmlText(*item.data))
            item.meta.format = syncml::format::kBin;
}

} // namespace

std::string ClientSession::State::deviceId() const
{
    const Tree& tree = m_device->tree();
    const NodeId info = devInfoOf(tree);
    const NodeId id = info == kNoNode ? kNoNode : tree.child(info, "DevId");
    return id == kNoNode ? std::string() : std::string(tree.value(id));
}

Command ClientSession::State::deviceInfo() const
{
    Command replace;
    replace.kind = CommandKind::Replace;
    if (const NodeId info = devInfoOf(m_device->tree()); info != kNoNode)
        addLeaves(m_device->tree(), info, replace.items);
    return replace;
}

std::vector<Command> ClientSession::State::packageOne()
{
    std::vector<Command> commands(1);
    commands.front().kind = CommandKind::Alert;
    commands.front().alert = m_options.serverInitiated ? AlertCode::ServerInitiated : AlertCode::ClientInitiated;
    if (Command replace = deviceInfo(); !replace.items.empty())
        commands.push_back(std::move(replace));
    commands.insert(commands.end(), m_alerts.begin(), m_alerts.end());
    return commands;
}

Message ClientSession::State::nextMessage()
{
    Message message;
    message.header.sessionId = m_options.sessionId;
    message.header.msgId = static_cast<syncml::MessageId>(++m_msgId);
    message.header.target.uri = m_peerUri;
    message.header.source.uri = deviceId();
    m_auth.sign(message.header);
    if (!m_announced) {
        message.header.meta.maxMsgSize = m_options.maxMsgSize;
        message.header.meta.maxObjSize = m_options.maxObjSize;
    }
    return message;
}

void ClientSession::State::addHeaderStatus(
    Message& message, const syncml::Header& answered, Status status, std::optional<syncml::Chal> chal) const
{
    Command& header = message.commands.emplace_back();
    header.kind = CommandKind::Status;
    header.id = CommandId{1};
    header.reference.message = answered.msgId;
    header.reference.name = "SyncHdr";
    header.reference.targets = {answered.target.uri};
    header.reference.sources = {answered.source.uri};
    header.status = status;
    header.chal = std::move(chal);
}

Result<DmPacket> ClientSession::State::page(Message message, bool askNext)
{
    if (m_answerEncoding == Encoding::Xml)
        m_pages.forEach([](Command& command) { makeWritable(command.items); });
    if (auto filled = m_pages.fill(message, {m_answerEncoding, m_peerMaxMsgSize, askNext}); !filled)
        return tl::unexpected(filled.error());
    return send(std::move(message));
}

Result<DmPacket> ClientSession::State::send(Message message)
{
    auto packet = encodePacket(message, m_answerEncoding);
    if (!packet)
        return tl::unexpected(packet.error());
    m_auth.seal(*packet);
    if (m_auth.trouble())
        return tl::unexpected(*m_auth.trouble());
    m_auth.sent();
    m_announced = true;
    ++m_messages;
    m_bytes += packet->body.size();
    m_sent.clear();
    for (Command& command : message.commands)
        if (command.reference.name != "SyncHdr")
            m_sent.push_back(std::move(command));
    return *std::move(packet);
}

ClientSession::State::Answer ClientSession::State::leave(
    const syncml::Header& answered, Status status, SessionAbort why)
{
    abort(why);
    m_pages.clear();
    m_objects.forget();
    Message message = nextMessage();
    addHeaderStatus(message, answered, status);
    Command& abort = message.commands.emplace_back();
    abort.kind = CommandKind::Alert;
    abort.id = CommandId{2};
    abort.alert = AlertCode::SessionAbort;
    message.final = true;
    auto packet = send(std::move(message));
    if (!packet)
        return tl::unexpected(packet.error());
    return *std::move(packet);
}

void ClientSession::State::queueAgain(const Message& refusal)
{
    const auto taken = [&](const Command& command) {
        const Command* status = statusFor(refusal, command.id);
        return status && !asksForProof(status->status);
    };
    const bool inOneMessage = m_pages.empty();
    m_pages.clear();
    if (!m_inPackageOne) {
        for (Command& command : m_sent)
            if (!taken(command))
                m_pages.add(std::move(command));
        return;
    }
    // Alert and DevInfo again whatever was said of them; generic alerts only where they were refused too.
    std::vector<Command> left;
    for (const Command& command : m_sent)
        if (command.kind == CommandKind::Alert && command.alert == AlertCode::Generic && !taken(command))
            left.push_back(command);
    if (inOneMessage)
        m_alerts = std::move(left);
    for (Command& command : packageOne())
        m_pages.add(std::move(command));
}

} // namespace dmsc
