// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cardio/entity_rig.h"

#include "cardio/card/card_transport.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/session/client_session.h"
#include "cardio/session/scripted_user.h"
#include "model/formats/tnds.h"
#include "model/syncml/message_wbxml.h"

// A card as DM server, and a real client session as the device (UC1).
namespace dmsc::test {

inline constexpr const char* kProvisioning = R"(
    DMAcc
      OperatorA  node  urn:oma:mo:oma-dm-dmacc:1.0 [acl Get=*]
        ServerID = operator.a
        Secret [acl Get=dms] = not for devices
      Private  node  urn:oma:mo:oma-dm-dmacc:1.0 [acl Get=dms]
        ServerID = operator.private
    AP
      internet  node  urn:oma:mo:oma-dm-connmo:1.0
        Name = Internet
      mms  node  urn:oma:mo:oma-dm-connmo:1.0
        Name = MMS
    Branding  node  org.example/1.0/branding
      Slogan = Well connected
    Confirmation  node  org.dmsc/1.0/Confirmation [acl Get=dms]
      1
        URI = ./DMAcc/OperatorA
        Mark = confirm
      2
        URI = ./AP/internet
        Mark = do-not-confirm
)";
inline constexpr std::size_t kBigValue = 48'000; ///< GEN-16: over 32 KB

inline Tree provisioningTree(const std::string& question = {})
{
    Tree tree = treeOf(kProvisioning);
    NodeData picture;
    picture.name = "StartScreen";
    picture.format = Format::Bin;
    picture.type = "image/png";
    picture.value.resize(kBigValue);
    for (std::size_t i = 0; i < kBigValue; ++i)
        picture.value[i] = static_cast<char>(i * 31 % 251);
    (void)tree.add(tree.find(uri("./Branding")), picture);
    if (!question.empty()) {
        NodeData text;
        text.name = "Text";
        text.format = Format::Chr;
        text.value = question;
        (void)tree.add(tree.find(uri("./Confirmation/1")), text);
    }
    return tree;
}

/// What lands in ./Inbox, and what the device says to it.
class InboxHooks final : public DeviceHooks
{
public:
    struct Received
    {
        std::string moType;
        std::string name;
        std::string mark;
        Tree tree;
    };

    [[nodiscard]] std::optional<HookOutcome> run(syncml::CommandKind kind, const Uri& target, const syncml::Item& item,
        const std::string&, const std::string& server) override
    {
        if (kind != syncml::CommandKind::Add || target != uri("./Inbox"))
            return std::nullopt;
        servers.push_back(server);
        const std::string& data = *item.data;
        auto read = readMgmtTreeWbxml({reinterpret_cast<const std::uint8_t*>(data.data()), data.size()});
        if (!read || item.meta.type != syncml::mime::kTndsWbxml)
            return HookOutcome{syncml::StatusCode::UnsupportedTypeOrFormat, {}};
        const NodeId top = read->tree.children(Tree::root()).front();
        const std::string type(read->tree.type(top));
        received.push_back({type, std::string(read->tree.name(top)), item.meta.mark, std::move(read->tree)});
        const auto said = says.find(type);
        return HookOutcome{said == says.end() ? syncml::StatusCode::Ok : said->second, {}};
    }
    [[nodiscard]] std::optional<syncml::StatusCode> consent(
        syncml::CommandKind, const Uri&, const syncml::Item&, const Tree&, const std::string&) override
    {
        return std::nullopt;
    }
    [[nodiscard]] std::vector<syncml::Command> takeAlerts() override { return {}; }

    /// Names with their marks: "internet do-not-confirm".
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (const Received& one : received)
            all += QString::fromStdString(one.mark.empty() ? one.name : one.name + " " + one.mark);
        all.sort();
        return all;
    }

    std::map<std::string, syncml::StatusCode> says; ///< by Type of the MO
    std::vector<Received> received;
    std::vector<std::string> servers;
};

inline CardSetup setupOf(Tree tree)
{
    CardSetup setup;
    setup.tree = std::move(tree);
    return setup;
}

/// A handset, and a card that provisions it.
struct ProvisioningRig : EntityRig
{
    explicit ProvisioningRig(CardSetup setup = setupOf(provisioningTree()))
        : EntityRig(std::move(setup))
    {
        const QString device = folder.filePath(QStringLiteral("handset"));
        const Tree tree =
            treeOf("DevInfo\n  DevId = IMEI:004401\n  Man = Test\n  Mod = One\n  DmV = 1.0\n  Lang = en\n");
        if (const auto made = HandsetImage::create(device, tree); !made)
            qFatal("%s", qPrintable(made.error().text()));
        handset = EmulatedHandset::open(device, {.clock = fixedClock(), .ddf = {}, .committed = {}}).value();
    }

    /// SELECT and SCP03 as that entity.
    bool enter(Role role = Role::Device, Link* over = nullptr)
    {
        client.reset();
        HandshakeOptions options;
        options.as = role;
        auto opened = CardClient::open(over ? *over : *link, keysOf(role), options);
        problem = opened ? QString() : opened.error().text();
        if (opened)
            client = *std::move(opened);
        return client != nullptr;
    }

    Result<SessionReport> session(const Bytes& trigger, Encoding encoding = Encoding::Wbxml, UserAgent* user = nullptr)
    {
        Bytes package(syncml::kNotificationDigestSize, 0);
        package.insert(package.end(), trigger.begin(), trigger.end());
        const auto notified = syncml::decodeNotification(package);
        if (!notified)
            return tl::unexpected(notified.error());
        DmAccount account;
        account.serverId = notified->notification.serverId;
        ClientOptions options;
        options.encoding = encoding;
        options.sessionId = syncml::sessionIdText(notified->notification.sessionId);
        options.serverInitiated = true;
        options.hooks = &hooks;
        options.user = user;
        ClientSession device(handset->managed(), account, options);
        CardTransport transport(*client);
        return runClientSession(device, transport);
    }

    /// UC1-N: NOTIFICATION, session.
    Result<SessionReport> provision(
        const std::vector<std::string>& wanted = {}, Encoding encoding = Encoding::Wbxml, UserAgent* user = nullptr)
    {
        hooks.received.clear();
        const auto trigger = client->notify(wish(), wanted);
        return trigger ? session(*trigger, encoding, user) : tl::unexpected(trigger.error());
    }

    [[nodiscard]] static Bytes wish()
    {
        syncml::Notification notification;
        notification.serverId = "card";
        return syncml::encodeTrigger(notification).value();
    }
    [[nodiscard]] bool wantsSession() { return client->pendingNotification().value().has_value(); }
    [[nodiscard]] Bytes noted() const
    {
        const auto image = CardImage::open(path(), {}, sealKey());
        return image ? image->deliveries("device") : Bytes{0xEE};
    }

    std::unique_ptr<EmulatedHandset> handset;
    InboxHooks hooks;
    std::unique_ptr<CardClient> client;
};

} // namespace dmsc::test
