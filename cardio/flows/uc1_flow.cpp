// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_transport.h"
#include "cardio/flows/flow_run.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/session/client_session.h"
#include "cardio/session/message_records.h"

#include <QCoreApplication>

#include <algorithm>

// UC1: the card provisions the device.
namespace dmsc {

namespace {

const QString kNotify = QStringLiteral("notify");
const QString kCardNotifies = QStringLiteral("card-notifies");
const QString kPackage1 = QStringLiteral("package1");
const QString kPackage2 = QStringLiteral("package2");
const QString kReport = QStringLiteral("report");
const QString kGraft = QStringLiteral("graft");

/// The way to the card as DM server, whose first exchange is packages 1 and 2 of the ladder.
class PackageSteps final : public DmTransport
{
public:
    PackageSteps(FlowRun& run, DmTransport& inner)
        : m_run(&run)
        , m_inner(&inner)
    {
    }

    [[nodiscard]] Result<DmPacket> exchange(
        const std::string& uri, const DmPacket& packet, const Progress& progress) override
    {
        const auto pass = [&] { return m_inner->exchange(uri, packet, progress); };
        if (m_begun)
            return pass();
        m_begun = true;
        auto answer = m_run->step(kPackage1, pass);
        if (!answer)
            return answer;
        if (auto shown = m_run->step(kPackage2, [] { return Result<void>(); }); !shown)
            return tl::unexpected(shown.error());
        // As many rounds as it takes, questions to the user between them.
        if (auto begun = m_run->begin(kGraft); !begun)
            return tl::unexpected(begun.error());
        return answer;
    }

private:
    FlowRun* m_run;
    DmTransport* m_inner;
    bool m_begun = false;
};

using MaybeNotified = std::optional<syncml::ReceivedNotification>;

/// What goes through a secure channel has no digest of its own: the channel vouches for it.
Bytes packageOf(ByteView trigger)
{
    Bytes package(syncml::kNotificationDigestSize + trigger.size(), 0);
    std::ranges::copy(trigger, package.begin() + syncml::kNotificationDigestSize);
    return package;
}

/// The card's answer to ours, or what it has to say by itself.
Result<std::optional<Bytes>> trigger(FlowRun& run, CardClient& client)
{
    const ExchangeScope scope(run.records());
    if (run.request().kind == FlowKind::Uc1A1) {
        auto pending = client.pendingNotification();
        if (pending && *pending)
            writeNotification(run.records(), Actor::Card, Actor::Device, packageOf(**pending));
        return pending;
    }
    syncml::Notification wish;
    wish.serverId = cardOwner(run.card());
    const auto ours = syncml::encodeTrigger(wish);
    auto answer = ours ? client.notify(*ours, run.request().wanted) : tl::unexpected(ours.error());
    if (answer)
        writeNotification(run.records(), Actor::Device, Actor::Card, packageOf(*ours), packageOf(*answer));
    return answer ? Result<std::optional<Bytes>>(*std::move(answer)) : tl::unexpected(answer.error());
}

/// What the card wants the session by; nullopt when it wants none.
Result<MaybeNotified> notified(FlowRun& run, CardClient& client)
{
    const bool byCard = run.request().kind == FlowKind::Uc1A1;
    return run.step(byCard ? kCardNotifies : kNotify, [&]() -> Result<MaybeNotified> {
        const auto answer = trigger(run, client);
        if (!answer)
            return tl::unexpected(answer.error());
        if (!*answer)
            return MaybeNotified();
        auto received = syncml::decodeNotification(packageOf(**answer));
        return received ? Result<MaybeNotified>(*std::move(received)) : tl::unexpected(received.error());
    });
}

ClientOptions clientOptions(FlowRun& run, const syncml::Notification& notification, DeviceHooks& hooks)
{
    ClientOptions options;
    options.encoding = run.request().wbxml ? Encoding::Wbxml : Encoding::Xml;
    options.sessionId = syncml::sessionIdText(notification.sessionId);
    options.serverInitiated = true;
    options.user = &run.alertsOf(Actor::Card);
    options.hooks = &hooks;
    options.asker = cardAsker(run.card());
    options.records = run.records();
    options.peer = Actor::Card;
    options.ddf = run.device().handset()->ddf();
    return options;
}

Result<SessionReport> converse(FlowRun& run, CardClient& client, const syncml::Notification& notification)
{
    HttpClient http(httpOptions(run));
    HandsetHooks hooks(handsetParts(run, cardAsker(run.card()), http));
    DmAccount account;
    account.serverId = cardOwner(run.card());
    ClientSession session(run.device().handset()->managed(), account, clientOptions(run, notification, hooks));
    CardTransport card(client);
    PackageSteps transport(run, card);
    auto report = runClientSession(session, transport, run.outside().progress);
    if (!report)
        return report;
    run.count(report->messages, report->bytes);
    if (report->end != SessionEnd::Finished)
        return fail(ErrorKind::Card,
            QCoreApplication::translate("FlowRun", "the session was broken off before its end: %1")
                .arg(describe(report->abort)));
    // What the user refused whole was not grafted.
    run.end(kGraft, run.isRefused() && !report->changedTree ? StepState::Skipped : StepState::Done);
    if (auto told = run.step(kReport, [] { return Result<void>(); }); !told)
        return tl::unexpected(told.error());
    return report;
}

QString outcomeOf(const SessionReport& report)
{
    const auto refused = static_cast<int>(report.refused);
    if (report.commands == 0)
        return QCoreApplication::translate("FlowRun", "The card has no objects for this device.");
    if (report.changedTree && refused == 0)
        return QCoreApplication::translate("FlowRun", "The device has taken in what the card sent.");
    if (report.changedTree)
        return QCoreApplication::translate("FlowRun",
            "The device has taken in what the card sent, but for %n object(s) refused by it or its user.", nullptr,
            refused);
    if (refused == 0)
        return QCoreApplication::translate("FlowRun", "The device has everything already.");
    return QCoreApplication::translate(
        "FlowRun", "Nothing has changed: the device or its user refused %n object(s) of the card.", nullptr, refused);
}

} // namespace

Result<QString> runUc1(FlowRun& run)
{
    if (auto shaken = shakeInFlow(run, Role::Device); !shaken)
        return tl::unexpected(shaken.error());
    CardClient& client = *run.card().cardClient();
    const auto notification = notified(run, client);
    if (!notification)
        return tl::unexpected(notification.error());
    if (!*notification)
        return QCoreApplication::translate(
            "FlowRun", "The card has nothing new for this device, and wants no session.");
    const auto report = converse(run, client, (*notification)->notification);
    if (!report)
        return tl::unexpected(report.error());
    if (report->commands == 0 && !run.request().wanted.empty())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("FlowRun", "the card has no such object for this device"),
            QString::fromStdString(run.request().wanted.front()));
    const QString outcome = outcomeOf(*report);
    tellFinished(run, cardAsker(run.card()), outcome);
    return outcome;
}

Result<QString> runUc1A2(FlowRun& run)
{
    const QString id = QStringLiteral("handshake");
    if (auto begun = run.begin(id); !begun)
        return tl::unexpected(begun.error());
    // Keys of a version that no card has: a wrong key would cost the device one of its tries.
    Scp03KeySet stranger = Scp03KeySet::test();
    stranger.version = KeyVersion{0x7F};
    HandshakeOptions options;
    options.as = Role::Device;
    options.method = HandshakeMethod::Scp03;
    CardClient& client = *run.card().cardClient();
    auto shaken = client.authenticate(KeySetCredential{stranger}, options);
    if (shaken) {
        const Error wrong{ErrorKind::Security,
            QCoreApplication::translate("FlowRun", "the card has let in a device that it cannot know"), {}};
        run.fail(id, wrong);
        return tl::unexpected(wrong);
    }
    run.end(id);
    const QString refused = QStringLiteral("refused");
    if (auto begun = run.begin(refused); !begun)
        return tl::unexpected(begun.error());
    run.end(refused);
    return QCoreApplication::translate("FlowRun", "The card has refused: %1. Nothing was executed.")
        .arg(shaken.error().text());
}

} // namespace dmsc
