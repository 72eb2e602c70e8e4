// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/session_flows.h"

#include "widgets/details/file_job.h"
#include "widgets/flows/flow_menu.h"
#include "widgets/flows/flow_panel.h"
#include "widgets/flows/flow_sheet.h"
#include "widgets/flows/flow_tone.h"
#include "widgets/prompts/decision_pane.h"
#include "widgets/prompts/handset_panel.h"
#include "widgets/sync/sync_panel.h"
#include "widgets/theme/left_to_right.h"
#include "widgets/window/desk_controller.h"
#include "widgets/window/file_name.h"
#include "widgets/window/kept_decisions.h"

#include <QFileDialog>
#include <QGuiApplication>

#include <utility>

namespace dmsc {

namespace {

/// The card is spoken to as the one whose use case it is.
HandshakeRequest handshakeFor(FlowKind kind)
{
    HandshakeRequest request;
    request.as = kind == FlowKind::Uc2A1 ? Role::Dms : Role::Device;
    request.throughDevice = request.as == Role::Dms;
    return request;
}

/// The outermost object that the node is in; empty where it is in none.
std::string moAround(const NodeView& chosen)
{
    std::string mo;
    if (!chosen.exists())
        return mo;
    for (NodeId node = chosen.node; node != kNoNode; node = chosen.tree->parent(node))
        if (chosen.tree->isInterior(node) && !chosen.tree->type(node).empty())
            mo = chosen.tree->uri(node).text();
    return mo;
}

} // namespace

SessionFlows::SessionFlows(DeskController& controller, const Panels& panels, QWidget* window)
    : QObject(window)
    , m_controller(controller)
    , m_desk(controller.desk())
    , m_window(window)
    , m_menu(panels.menu)
    , m_ladder(panels.ladder)
    , m_handset(panels.handset)
    , m_place(new HandsetPlace(*panels.handset, *panels.handsetDock, *window))
{
    connectDesk();
    connectPanels();
}

SessionFlows::~SessionFlows() = default;

void SessionFlows::connectDesk()
{
    connect(&m_desk, &Desk::flowPlanned, this, [this](const FlowRequest& request, const std::vector<FlowStep>& steps) {
        m_ladder->begin(request, steps);
        Q_EMIT began();
        Q_EMIT changed();
    });
    connect(&m_desk, &Desk::flowStepped, m_ladder, &FlowPanel::take);
    connect(&m_desk, &Desk::flowDone, this, &SessionFlows::finish);
    connect(&m_desk, &Desk::asked, this, &SessionFlows::ask);
    connect(&m_desk, &Desk::promptClosed, this, &SessionFlows::closePrompt);
    connect(&m_desk, &Desk::told, this, [this](const Notice& notice) { m_handset->screen().tell(notice); });
    connect(&m_desk, &Desk::syncPlanned, this, [this](const SyncPlan& plan) {
        m_planningSync = false;
        if (m_sync)
            m_sync->setPlan(plan);
    });
    connect(&m_desk, &Desk::syncSaved, this, [this](const QStringList& files) {
        if (m_sync)
            m_sync->setSaved(files);
    });
    connect(&m_controller, &DeskController::applied, this, &SessionFlows::takeSynchronised);
    connect(&m_controller, &DeskController::sideUpdated, this, &SessionFlows::nameHandset);
    connect(&m_controller, &DeskController::sideChanged, this, &SessionFlows::nameHandset);
    connect(&m_controller, &DeskController::busyChanged, this, [this](bool busy) {
        if (!busy)
            takeIdle();
    });
}

void SessionFlows::connectPanels()
{
    connect(m_ladder, &FlowPanel::paceChanged, this, [this](Pace pace, std::chrono::milliseconds delay) {
        m_desk.setPace(pace, delay);
        Q_EMIT changed();
    });
    connect(m_ladder, &FlowPanel::logRequested, this, &SessionFlows::logRequested);
    connect(&m_handset->screen(), &HandsetScreen::answered, &m_desk, &Desk::answerPrompt);
    connect(&m_handset->decisions(), &DecisionPane::revoked, this, &SessionFlows::revoke);
    connect(m_place, &HandsetPlace::dismissed, this, [this] {
        if (m_open != PromptId::None)
            m_desk.answerPrompt(m_open, {});
    });
}

bool SessionFlows::isRunning() const
{
    return m_ladder->isRunning();
}

void SessionFlows::run(FlowKind kind, const NodeView& chosen)
{
    FlowRequest request;
    request.kind = kind;
    if (const std::string mo = kind == FlowKind::Store ? moAround(chosen) : std::string(); !mo.empty())
        request.wanted = {mo};
    request.handshake = handshakeFor(kind);
    kind == FlowKind::Approve ? askPackage(request) : start(std::move(request));
}

void SessionFlows::askPackage(const FlowRequest& request)
{
    auto* dialog = new QFileDialog(m_window, tr("Firmware package"));
    dialog->setObjectName(QStringLiteral("packageDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, request](const QString& path) {
        FlowRequest asked = request;
        asked.package = path;
        askSignature(asked);
    });
    dialog->open();
}

void SessionFlows::askSignature(const FlowRequest& request)
{
    auto* dialog = new QFileDialog(m_window, tr("Signature of the package"));
    dialog->setObjectName(QStringLiteral("signatureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setDirectory(QFileInfo(request.package).path());
    dialog->setNameFilters({tr("CMS signatures (*.p7s *.cms *.sig *.p7m *.der *.pem)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, request](const QString& path) {
        FlowRequest asked = request;
        asked.signature = path;
        start(std::move(asked));
    });
    dialog->open();
}

void SessionFlows::start(FlowRequest request)
{
    // What was set since counts for a run again too.
    request.answers = m_menu->answers();
    request.wbxml = m_menu->wbxml();
    request.proveByCard = m_provesByCard && canProveByCard(request.kind);
    request.server = m_menu->server().toStdString();
    request.pace = m_ladder->pace();
    request.delay = m_ladder->delay();
    request.rejectUnapproved = m_settings.rejectUnapproved;
    m_last = request;
    m_desk.runFlow(request);
}

void SessionFlows::runAgain()
{
    if (m_last)
        start(*m_last);
}

void SessionFlows::nextStep()
{
    m_desk.nextStep();
}

void SessionFlows::ask(PromptId id, const Prompt& prompt)
{
    m_open = id;
    m_prompt = prompt;
    m_handset->screen().ask(id, prompt);
    m_ladder->setWaiting(tr("The handset waits for an answer."));
    Q_EMIT asking();
    m_place->show();
}

void SessionFlows::closePrompt(PromptId id, const PromptAnswer& answer)
{
    m_handset->screen().close(id);
    if (id != m_open)
        return;
    m_open = PromptId::None;
    m_ladder->setWaiting({});
    m_handset->decisions().add({std::exchange(m_prompt, {}), answer, deviceText()});
    m_place->release();
}

QString SessionFlows::deviceText() const
{
    const std::optional<SideState>& device = m_controller.side(Side::Device);
    return device ? device->where.text() : QString();
}

void SessionFlows::revoke(const Decision& decision)
{
    std::vector<std::string> uris;
    for (const PromptChange* change : acceptedOf(decision))
        uris.push_back(change->uri);
    if (uris.empty())
        return;
    if (decision.device != deviceText()) {
        Q_EMIT noticed(
            StatusTone::Warning, tr("What followed from it is on %1, which is not open").arg(decision.device));
        return;
    }
    m_desk.revokeConsent(uris);
}

void SessionFlows::finish(const FlowReport& report)
{
    m_ladder->finish(report);
    // Those that the stand-in has answered were never on the screen.
    if (report.request.answers != AnswerMode::Ask) {
        for (Decision decision : report.decisions) {
            decision.device = deviceText();
            m_handset->decisions().add(decision);
        }
    }
    nameHandset();
    if (!m_ladder->isVisible())
        Q_EMIT noticed(flowTone(report), report.outcome);
    Q_EMIT changed();
}

void SessionFlows::takeSynchronised(std::size_t operations, std::size_t refused)
{
    if (!std::exchange(m_applyingSync, false) || !m_sync)
        return;
    if (refused == 0)
        m_sync->setDone(tr("Device and card are in step: %n change(s) were made.", nullptr, int(operations)));
    else
        m_sync->setFailure(
            tr("%1 of %2 operations were refused, so nothing was changed.").arg(refused).arg(operations));
}

void SessionFlows::takeIdle()
{
    if (m_open != PromptId::None) { // nobody waits for the answer any more
        m_handset->screen().close(m_open);
        m_open = PromptId::None;
        m_place->release();
    }
    m_applyingSync = false;
    m_planningSync = false;
    Q_EMIT changed();
}

bool SessionFlows::takeFailure(const Error& error)
{
    if (m_sync && (m_planningSync || m_applyingSync)) {
        m_planningSync = false;
        m_applyingSync = false;
        m_sync->setFailure(error.text());
        return true;
    }
    if (!isRunning())
        return false;
    m_ladder->fail(error.text());
    Q_EMIT changed();
    return m_ladder->isVisible();
}

bool SessionFlows::takeCancelled()
{
    m_planningSync = false;
    m_applyingSync = false;
    if (!isRunning())
        return false;
    m_ladder->cancel();
    Q_EMIT changed();
    return m_ladder->isVisible();
}

void SessionFlows::setBusy(const QString& why)
{
    if (m_sync)
        m_sync->setBusy(why);
}

void SessionFlows::nameHandset()
{
    const std::optional<SideState>& device = m_controller.side(Side::Device);
    const bool handset = device && device->where.kind == Where::Kind::Handset;
    m_handset->screen().setHandset(handset ? device->title : QString());
    if (!handset || isRunning()) // what a flow asks is listed as it is answered
        return;
    for (const KeptDecision& kept : keptDecisions(*device))
        m_handset->decisions().addKept(kept.decision, kept.revoked);
}

void SessionFlows::openSync()
{
    if (!m_sync) {
        m_sync = new SyncPanel(m_window);
        m_sync->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_sync, &SyncPanel::planRequested, this, [this](const std::vector<PolicyRule>& rules) {
            m_planningSync = true;
            m_desk.planSync(rules);
        });
        connect(m_sync, &SyncPanel::applyRequested, this, [this](const std::vector<Choice>& choices) {
            m_applyingSync = true;
            m_desk.applySync(choices);
        });
        connect(m_sync, &SyncPanel::saveRequested, this, &SessionFlows::saveSync);
    }
    m_sync->show();
    m_sync->raise();
    m_sync->activateWindow();
    m_planningSync = true;
    m_desk.planSync(m_sync->rules());
}

void SessionFlows::saveSync(const std::vector<Choice>& choices)
{
    auto* dialog = new QFileDialog(m_sync, tr("Folder for card.xml and device.xml"));
    dialog->setObjectName(QStringLiteral("saveSyncDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, choices](const QString& folder) {
        m_planningSync = true; // what goes wrong is said there
        m_desk.exportSync(choices, folder);
    });
    dialog->open();
}

void SessionFlows::setSettings(const HandsetSettings& settings)
{
    m_settings = settings;
    m_desk.setHandsetSettings(settings);
}

void SessionFlows::save()
{
    auto* dialog = new QFileDialog(m_window,
        m_ladder->report() ? tr("Save ladder and screens of \"%1\" as").arg(flowTitle(m_ladder->report()->request.kind))
                           : tr("Save ladder and screens as"));
    dialog->setObjectName(QStringLiteral("saveFlowDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PDF (*.pdf)"), tr("SVG (*.svg)"), tr("PNG (*.png)")});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    if (m_ladder->report())
        dialog->selectFile(fileNameOf(flowTitle(m_ladder->report()->request.kind)));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.section(QLatin1String("*."), -1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &SessionFlows::saveTo);
    dialog->open();
}

void SessionFlows::saveTo(const QString& path)
{
    const std::optional<SheetFormat> format = sheetFormatOf(path);
    if (!m_ladder->report() || !format) {
        Q_EMIT noticed(StatusTone::Warning, tr("A file named .pdf, .svg or .png is expected"));
        return;
    }
    const FlowSheet sheet(*m_ladder->report());
    const SheetFormat wanted = *format;
    m_job = FileJob::write(path, [sheet, wanted] { return sheet.render(wanted); });
    connect(m_job.get(), &FileJob::written, this, [this, path] {
        Q_EMIT noticed(StatusTone::Ok, tr("Saved as %1").arg(leftToRight(path, QGuiApplication::layoutDirection())));
    });
    connect(m_job.get(), &FileJob::failed, this, &SessionFlows::failed);
}

QString SessionFlows::whyNoFlow() const
{
    const std::optional<SideState>& device = m_controller.side(Side::Device);
    const std::optional<SideState>& card = m_controller.side(Side::Card);
    if (!device || device->where.kind != Where::Kind::Handset)
        return tr("Open an emulated handset on the device side first, as the demo desk has one");
    if (!card || !card->card)
        return tr("Open a card with the DM_SC application on the card side first, as the demo desk has one");
    if (!m_controller.workspace().plan().empty())
        return tr("Apply the plan or clear it first: a flow changes the trees that it was made for");
    return {};
}

QString SessionFlows::whyNotAgain() const
{
    return m_last ? whyNoFlow() : tr("No flow was run yet");
}

QString SessionFlows::whyNoStep() const
{
    if (!isRunning())
        return tr("No flow is running");
    return m_ladder->pace() == Pace::Stepped ? QString() : tr("The flow does not wait: set its speed to step by step");
}

QString SessionFlows::whyNoSave() const
{
    return isRunning() ? tr("The flow is still running") : m_ladder->report() ? QString() : tr("No flow was run yet");
}

} // namespace dmsc
