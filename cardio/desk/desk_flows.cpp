// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk_worker.h"
#include "cardio/flows/flow.h"
#include "cardio/flows/insert_card.h"
#include "cardio/flows/sync_flow.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/handset/revocation.h"

#include <QCoreApplication>
#include <QDir>

// The facade's part about whole use cases, and about who is asked in them.
namespace dmsc {

namespace {

constexpr auto kDevice = indexOf(Side::Device);
constexpr auto kCard = indexOf(Side::Card);

} // namespace

DeskUser::Out Desk::Worker::userOut()
{
    return {
        [this](
            PromptId id, const Prompt& prompt) { post([id, prompt](Desk& desk) { Q_EMIT desk.asked(id, prompt); }); },
        [this](PromptId id, const PromptAnswer& answer) {
            post([id, answer](Desk& desk) { Q_EMIT desk.promptClosed(id, answer); });
        },
        [this](const Notice& notice) { post([notice](Desk& desk) { Q_EMIT desk.told(notice); }); },
    };
}

QString Desk::Worker::syncFolder() const
{
    return m_cacheFolder.isEmpty() ? QString() : QDir(m_cacheFolder).filePath(QStringLiteral("sync"));
}

void Desk::Worker::Context::runFlow(const FlowRequest& request, const HandsetSettings& settings)
{
    FlowOutside outside;
    outside.user = &worker.m_user;
    outside.settings = settings;
    outside.syncFolder = worker.syncFolder();
    outside.tell = [this](const FlowStep& step) { report([step](Desk& desk) { Q_EMIT desk.flowStepped(step); }); };
    outside.pace = [this] { return worker.m_pacer.wait(); };
    outside.progress = progress;
    outside.records = worker.m_outlet;
    worker.m_user.begin(request.answers);
    worker.m_pacer.begin(request.pace, request.delay);
    if (!progress(0, 0)) { // stopped before begin() could forget it
        report([](Desk& desk) { Q_EMIT desk.cancelled(); });
        return;
    }
    const FlowReport done = dmsc::runFlow(request, {sessions[kDevice].get(), sessions[kCard].get()}, outside);
    for (const Side side : kSides)
        if (sessions[indexOf(side)])
            tellOpened(side);
    report([done](Desk& desk) { Q_EMIT desk.flowDone(done); });
}

void Desk::runFlow(const FlowRequest& request)
{
    Q_EMIT flowPlanned(request, plannedFlow(request));
    m_worker->start(flowTitle(request.kind),
        [request, settings = m_worker->settings()](Worker::Context& context) { context.runFlow(request, settings); });
}

void Desk::nextStep()
{
    m_worker->pacer().nextStep();
}

void Desk::setPace(Pace pace, std::chrono::milliseconds delay)
{
    m_worker->pacer().setPace(pace, delay);
}

void Desk::answerPrompt(PromptId prompt, const PromptAnswer& answer)
{
    m_worker->user().answer(prompt, answer);
}

void Desk::setHandsetSettings(const HandsetSettings& settings)
{
    m_worker->setSettings(settings);
}

namespace {

QString textOf(const std::vector<Uri>& uris)
{
    QStringList texts;
    for (const Uri& uri : uris)
        texts += QString::fromStdString(uri.text());
    return texts.join(QStringLiteral(", "));
}

QString leftText(const CardLeft& left)
{
    QStringList sentences{QCoreApplication::translate("Desk", "The card is out.")};
    if (left.removed.empty() && left.restored.empty())
        sentences += QCoreApplication::translate("Desk", "Nothing on the device was from it.");
    if (!left.removed.empty())
        sentences += QCoreApplication::translate("Desk", "Gone with it: %1.").arg(textOf(left.removed));
    if (!left.restored.empty())
        sentences += QCoreApplication::translate("Desk", "As before it came: %1.").arg(textOf(left.restored));
    return sentences.join(QLatin1Char(' '));
}

Notice noticeOf(const Revocation& done)
{
    Notice notice;
    QStringList sentences;
    for (const Uri& uri : done.removed)
        sentences +=
            QCoreApplication::translate("Desk", "%1 is gone from the device").arg(QString::fromStdString(uri.text()));
    for (const Uri& uri : done.restored)
        sentences +=
            QCoreApplication::translate("Desk", "%1 is as it was before").arg(QString::fromStdString(uri.text()));
    for (const Uri& uri : done.kept)
        sentences += QCoreApplication::translate("Desk", "%1 was there before and keeps its values")
                         .arg(QString::fromStdString(uri.text()));
    if (sentences.isEmpty())
        sentences += QCoreApplication::translate("Desk", "nothing that followed from it is on the device");
    notice.text = QCoreApplication::translate("Desk", "Consent taken back: %1. It will be asked again.")
                      .arg(sentences.join(QStringLiteral("; ")));
    return notice;
}

} // namespace

void Desk::revokeConsent(const std::vector<std::string>& uris)
{
    m_worker->startOn(Side::Device, QCoreApplication::translate("Desk", "Taking a consent back"),
        [uris](Worker::Context& context, SideSession& session) -> Result<void> {
            if (session.handset() == nullptr)
                return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("Desk", "only an emulated handset remembers consents"));
            std::vector<Uri> mos;
            for (const std::string& text : uris)
                if (auto uri = Uri::parse(text))
                    mos.push_back(*std::move(uri));
            const auto done = dmsc::revokeConsent(session.handset()->managed(), mos);
            if (!done)
                return tl::unexpected(done.error());
            if (auto read = session.reload(); !read)
                return read;
            context.tellOpened(Side::Device);
            context.report([notice = noticeOf(*done)](Desk& desk) { Q_EMIT desk.told(notice); });
            return {};
        });
}

void Desk::takeCardOut()
{
    m_worker->startOn(Side::Device, QCoreApplication::translate("Desk", "Taking the card out"),
        [](Worker::Context& context, SideSession& session) -> Result<void> {
            if (session.handset() == nullptr)
                return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("Desk", "only an emulated handset has a card in it"));
            const auto gone = dmsc::takeCardOut(session.handset()->managed());
            if (!gone)
                return tl::unexpected(gone.error());
            if (auto read = session.reload(); !read)
                return read;
            context.tellOpened(Side::Device);
            Notice notice;
            notice.text = leftText(*gone);
            context.report([notice](Desk& desk) { Q_EMIT desk.told(notice); });
            return {};
        });
}

Result<std::pair<SideSession*, SideSession*>> Desk::Worker::Context::bothSides() const
{
    if (!sessions[kDevice] || !sessions[kCard])
        return dmsc::fail(ErrorKind::NotFound,
            QCoreApplication::translate("Desk", "a synchronisation needs something open on both sides"));
    return std::pair(sessions[kDevice].get(), sessions[kCard].get());
}

void Desk::planSync(const std::vector<PolicyRule>& rules)
{
    m_worker->start(QCoreApplication::translate("Desk", "Comparing with the last synchronisation"),
        [rules](Worker::Context& context) {
            const auto sides = context.bothSides();
            auto plan = sides ? dmsc::planSync(*sides->first, *sides->second, context.worker.syncFolder(), rules)
                              : tl::unexpected(sides.error());
            if (!plan) {
                context.fail(plan.error());
                return;
            }
            context.worker.keepPlan(*plan);
            context.report([plan = *std::move(plan)](Desk& desk) { Q_EMIT desk.syncPlanned(plan); });
        });
}

void Desk::applySync(const std::vector<Choice>& choices)
{
    m_worker->start(QCoreApplication::translate("Desk", "Synchronising"), [choices](Worker::Context& context) {
        const auto sides = context.bothSides();
        const auto& plan = context.worker.syncPlan();
        if (!sides || !plan) {
            context.fail(sides ? Error{ErrorKind::NotFound,
                             QCoreApplication::translate("Desk", "there is no plan for a synchronisation"), {}}
                               : sides.error());
            return;
        }
        DeskUser& user = context.worker.user();
        user.begin(AnswerMode::Ask);
        auto done = dmsc::applySync(
            *sides->first, *sides->second, context.worker.syncFolder(), *plan, choices,
            [&user](const SyncRefusal& refusal) { return askToLeaveOut(user, refusal); }, context.progress);
        if (!done)
            context.fail(done.error());
        else
            context.report([results = done->results](Desk& desk) { Q_EMIT desk.applied(results); });
        for (const Side side : kSides)
            context.tellOpened(side);
    });
}

void Desk::exportSync(const std::vector<Choice>& choices, const QString& folder)
{
    m_worker->start(
        QCoreApplication::translate("Desk", "Saving %1").arg(folder), [choices, folder](Worker::Context& context) {
            const auto& plan = context.worker.syncPlan();
            Result<QStringList> written = plan
                ? dmsc::exportSync(*plan, choices, folder)
                : dmsc::fail(
                    ErrorKind::NotFound, QCoreApplication::translate("Desk", "there is no plan for a synchronisation"));
            if (!written)
                context.fail(written.error());
            else
                context.report([files = *std::move(written)](Desk& desk) { Q_EMIT desk.syncSaved(files); });
        });
}

} // namespace dmsc
