// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/run_page.h"

#include "widgets/handshake/lanes.h"
#include "widgets/handshake/note_frame.h"
#include "widgets/handshake/value_pane.h"
#include "widgets/ladder/ladder_view.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <numeric>

namespace dmsc {

namespace {

std::chrono::microseconds durationOf(const HandshakeReport& report)
{
    return std::accumulate(report.steps.begin(), report.steps.end(), std::chrono::microseconds(0),
        [](std::chrono::microseconds sum, const HandshakeStep& step) { return sum + step.duration; });
}

} // namespace

RunPage::RunPage(HandshakeDraft& draft, QWidget* parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_ladder(new LadderView)
    , m_verdict(new NoteFrame(this))
    , m_log(new QPushButton(themedIcon(Icon::Log), tr("Show in &log"), this))
    , m_values(new ValuePane)
{
    setTitle(tr("The handshake"));
    setSubTitle(tr("What each side says and proves, step by step. Nothing is read or changed before the last step."));
    m_ladder->setModel(&m_model);
    m_verdict->setObjectName(QStringLiteral("handshakeVerdict"));
    m_log->setObjectName(QStringLiteral("handshakeShowInLog"));
    m_log->setAutoDefault(false);
    buildLayout();
    connect(m_ladder->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunPage::showStep);
    const auto showInLog = [this] {
        const quint32 exchange = m_ladder->currentIndex().data(HandshakeStepModel::ExchangeRole).toUInt();
        if (exchange != 0)
            Q_EMIT logRequested(ExchangeId{exchange});
    };
    connect(m_log, &QPushButton::clicked, this, showInLog);
    connect(m_ladder, &QAbstractItemView::doubleClicked, this, showInLog);
    connect(m_verdict, &NoteFrame::actionPressed, this, &RunPage::start);
    connect(m_values, &ValuePane::exportRequested, this, &RunPage::exportRequested);
    updateButtons();
}

RunPage::~RunPage()
{
    // The views go before the model that they show.
    delete m_splitter;
}

void RunPage::buildLayout()
{
    auto* upper = new QWidget;
    auto* column = new QVBoxLayout(upper);
    column->setContentsMargins({});
    column->setSpacing(kGrid);
    column->addWidget(m_ladder, 1);
    auto* under = new QHBoxLayout;
    under->setSpacing(kGrid);
    under->addWidget(m_verdict, 1);
    under->addWidget(m_log, 0, Qt::AlignTop);
    under->setAlignment(m_log, Qt::AlignTop | Qt::AlignTrailing);
    column->addLayout(under);
    m_splitter->addWidget(upper);
    m_splitter->addWidget(m_values);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(kGrid);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({3000, 1500});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
}

void RunPage::initializePage()
{
    start();
}

void RunPage::cleanupPage()
{
    stop();
}

void RunPage::stop()
{
    if (!m_running)
        return;
    m_running = false;
    updateButtons();
    Q_EMIT cancelRequested();
}

void RunPage::start()
{
    m_draft.report.reset();
    m_model.setSteps(plannedSteps(m_draft.request.method, m_draft.request.as));
    m_ladder->setLanes(lanesFor(m_draft.request.as));
    m_values->setSteps(m_model.steps());
    m_verdict->clear();
    m_running = true;
    updateButtons();
    Q_EMIT completeChanged();
    Q_EMIT startRequested();
}

void RunPage::takeStep(const HandshakeStep& step)
{
    if (!m_running)
        return;
    m_model.take(step);
    m_values->take(step);
    updateButtons();
}

void RunPage::takeReport(const HandshakeReport& report)
{
    if (!m_running)
        return;
    m_draft.report = report;
    for (const HandshakeStep& step : report.steps) {
        m_model.take(step);
        m_values->take(step);
    }
    if (report.open) {
        end(true,
            tr("A session is open: %n command pair(s), %1 bytes, %2.", nullptr, int(report.pairs))
                .arg(report.bytes)
                .arg(durationText(durationOf(report))));
        return;
    }
    const int failed = m_model.failedRow();
    const QString problem = failed < 0 ? QString() : m_model.steps()[std::size_t(failed)].problem;
    end(false,
        problem.isEmpty() ? tr("The card let nobody in.")
                          : tr("Step %1 failed: %2", "number, problem").arg(failed + 1).arg(problem));
}

void RunPage::takeFailure(const QString& text)
{
    if (!m_running)
        return;
    m_model.stop(text);
    end(false, text);
}

void RunPage::takeCancelled()
{
    if (!m_running)
        return;
    m_model.stop(tr("stopped by you"));
    end(false, tr("You stopped it."));
}

void RunPage::end(bool open, const QString& text)
{
    m_running = false;
    if (open) {
        m_verdict->say(StatusTone::Ok, text);
    } else {
        m_verdict->say(StatusTone::Error,
            text + QLatin1Char('\n')
                + (m_model.failedRow() == 0 ? tr("Nothing was executed: the card is as it was before.")
                                            : tr("Nothing was executed, and the card is without a session.")),
            tr("&Try again"));
        if (const int failed = m_model.failedRow(); failed >= 0)
            m_ladder->setCurrentIndex(m_model.index(failed));
    }
    updateButtons();
    Q_EMIT completeChanged();
}

void RunPage::showStep(const QModelIndex& index)
{
    updateButtons();
    if (index.isValid())
        m_values->showStep(index.data(HandshakeStepModel::IdRole).toString());
}

void RunPage::updateButtons()
{
    const bool logged = m_ladder->currentIndex().data(HandshakeStepModel::ExchangeRole).toUInt() != 0;
    m_log->setEnabled(logged);
    m_log->setToolTip(logged ? tr("Go to the rows of the log that carried this step")
                             : tr("Select a step that was sent to the card"));
    const bool any = m_draft.report.has_value() && !m_model.steps().empty();
    m_values->setExportable(any && !m_running, tr("There is nothing to export before the handshake has ended"));
}

bool RunPage::isComplete() const
{
    return !m_running && m_draft.report && m_draft.report->open;
}

} // namespace dmsc
