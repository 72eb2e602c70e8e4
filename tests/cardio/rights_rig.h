// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "card_rig.h"

#include "cardio/card/entity_session.h"
#include "cardio/card/owners.h"
#include "model/formats/tnds.h"
#include "model/syncml/message_wbxml.h"
#include "tests/cardio/message_parts.h"

namespace dmsc::test {

inline syncml::Command interior(std::string target)
{
    syncml::Command made = command(syncml::CommandKind::Add, std::move(target));
    made.items.front().meta.format = "node";
    return made;
}

inline syncml::Command copyOf(std::string from, std::string to)
{
    syncml::Command made = command(syncml::CommandKind::Copy, std::move(to));
    made.items.front().source.uri = std::move(from);
    return made;
}

inline syncml::Command tnds(syncml::CommandKind kind, std::string target, const Tree& tree)
{
    syncml::Command made = command(kind, std::move(target));
    const auto document = writeTndsWbxml(tree, tree.children(Tree::root()).front());
    made.items.front().meta.type = syncml::mime::kTndsWbxml;
    made.items.front().data = std::string(document->begin(), document->end());
    return made;
}

inline constexpr std::uint8_t kOwn = 0x1F; ///< all rights, on its own data
inline constexpr std::uint8_t kEverything = 0x3F;

inline EntityPolicy entityPolicy(std::string name, Role role, std::vector<ScopedRights> conditions)
{
    EntityPolicy entity;
    entity.name = std::move(name);
    entity.role = role;
    entity.conditions = std::move(conditions);
    entity.memoryLimit = Blocks{1'000'000};
    entity.firstGrant = Blocks{400};
    return entity;
}

/// Issuer, device (its own data), dms (reads all, changes its own) and application (what a test gives it).
inline IssuerPolicy testPolicy(std::vector<ScopedRights> application = {})
{
    IssuerPolicy policy;
    policy.entities = {entityPolicy("issuer", Role::Issuer, {{{kEverything}, ".", {}}}),
        entityPolicy("device", Role::Device, {{{kOwn}, ".", {}}}),
        entityPolicy("dms", Role::Dms, {{{0x23}, ".", {}}, {{kOwn}, ".", {}}}),
        entityPolicy("application", Role::Application, std::move(application))};
    policy.entities.front().firstGrant = Blocks{0};
    return policy;
}

/// A card's image without the card around it, and what its entities do there.
struct RightsRig
{
    explicit RightsRig(const char* tree, std::vector<std::pair<const char*, const char*>> owners = {},
        IssuerPolicy laidDown = testPolicy(), std::uint64_t memory = std::uint64_t{4} << 20U)
        : policy(std::move(laidDown))
    {
        CardSetup setup;
        setup.tree = treeOf(tree);
        setup.memorySize = memory;
        for (const auto& [where, owner] : owners)
            setup.owners.set(uri(where), owner);
        if (const auto made = CardImage::create(path(), setup, systemRandom()); !made)
            qFatal("%s", qPrintable(made.error().text()));
        open();
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("card")); }

    void open(StoreProbe probe = {})
    {
        image.reset();
        auto opened = CardImage::open(path(), std::move(probe));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        image.emplace(std::move(*opened));
    }

    /// A session of that entity after its handshake.
    std::unique_ptr<EntitySession> as(const char* entity)
    {
        auto session = std::make_unique<EntitySession>(*image, policy, *policy.find(entity), fixedClock());
        if (const auto begun = session->begin(); !begun)
            qFatal("%s", qPrintable(begun.error().text()));
        return session;
    }

    std::vector<syncml::Command> run(const char* entity, std::vector<syncml::Command> commands)
    {
        syncml::Message message;
        message.header.sessionId = "1";
        message.header.msgId = syncml::MessageId{1};
        message.header.target.uri = "card";
        message.header.source.uri = entity;
        std::uint32_t id = 0;
        for (syncml::Command& one : commands) {
            one.id = syncml::CommandId{++id};
            for (syncml::Command& member : one.members)
                member.id = syncml::CommandId{++id};
        }
        message.commands = std::move(commands);
        message.final = true;
        const auto bytes = syncml::encodeWbxml(message);
        if (!bytes)
            qFatal("%s", qPrintable(bytes.error().text()));
        const auto session = as(entity);
        const auto answer = session->message(*bytes);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().text()));
        return syncml::decodeWbxml(*answer)->commands;
    }

    std::vector<int> codes(const char* entity, std::vector<syncml::Command> commands)
    {
        std::vector<int> list;
        for (const syncml::Command& answer : run(entity, std::move(commands)))
            if (answer.kind == syncml::CommandKind::Status)
                list.push_back(static_cast<int>(answer.status));
        list.erase(list.begin());
        return list;
    }
    int code(const char* entity, syncml::Command one) { return codes(entity, {std::move(one)}).front(); }

    /// What a Get gives, as text: of a list one line an Item.
    std::string get(const char* entity, std::string target)
    {
        std::string text;
        for (const syncml::Command& answer : run(entity, {command(syncml::CommandKind::Get, std::move(target))}))
            if (answer.kind == syncml::CommandKind::Results)
                for (const syncml::Item& item : answer.items)
                    text.append(text.empty() ? "" : "\n")
                        .append(answer.items.size() > 1 ? item.source.uri + "=" : std::string())
                        .append(item.data.value_or("-"));
        return text;
    }
    /// The whole tree as `Get .?list=TNDS` gives it to the entity.
    std::string tree(const char* entity)
    {
        for (const syncml::Command& answer : run(entity, {command(syncml::CommandKind::Get, ".?list=TNDS")}))
            if (answer.kind == syncml::CommandKind::Results) {
                const std::string& data = *answer.items.front().data;
                const auto content =
                    readMgmtTreeWbxml({reinterpret_cast<const std::uint8_t*>(data.data()), data.size()});
                return content ? textOf(content->tree) : content.error().text().toStdString();
            }
        return "refused";
    }

    [[nodiscard]] std::string owner(const char* where) const
    {
        const NodeId node = image->tree().find(uri(where));
        return node == kNoNode ? "no such node" : image->owner(node);
    }

    QTemporaryDir folder;
    IssuerPolicy policy;
    std::optional<CardImage> image;
};

/// What the ledger says about an image that is open is what it would say after opening it anew.
inline std::string ledgerText(const CardImage& image)
{
    std::string text;
    const OwnerLedger& ledger = image.ledger();
    std::map<std::string, std::uint64_t> owners;
    for (std::size_t i = 0; i < ledger.names().size(); ++i)
        if (const auto bytes = ledger.bytesOf(static_cast<OwnerLedger::Owner>(i)); bytes != 0)
            owners[ledger.names()[i]] += bytes;
    for (const auto& [owner, bytes] : owners)
        text += owner + ":" + std::to_string(bytes) + " ";
    std::map<std::string, std::string> nodes;
    for (std::uint32_t i = 0; i < image.tree().idEnd(); ++i)
        if (image.tree().contains(NodeId{i}))
            nodes[image.tree().uri(NodeId{i}).text()] = ledger.nameOf(NodeId{i}) + "/" + ledger.moTypeOf(NodeId{i});
    for (const auto& [where, what] : nodes)
        text += where + "=" + what + " ";
    return text;
}

} // namespace dmsc::test
