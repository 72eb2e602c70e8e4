// SPDX-License-Identifier: Apache-2.0
#include "widgets/flows/flow_panel.h"

#include "widgets/flows/flow_lanes.h"
#include "widgets/flows/flow_tone.h"
#include "widgets/handshake/eliding_label.h"
#include "widgets/handshake/note_frame.h"
#include "widgets/ladder/ladder_view.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/left_to_right.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace dmsc {

namespace {

constexpr double kCaptionSize = 1.25;
constexpr double kLargeType = 1.5;

struct Speed
{
    Pace pace;
    std::chrono::milliseconds delay;
    const char* name;
};

constexpr std::array kSpeeds{
    Speed{Pace::Free, std::chrono::milliseconds(0), QT_TRANSLATE_NOOP("FlowPanel", "At once")},
    Speed{Pace::Timed, std::chrono::milliseconds(400), QT_TRANSLATE_NOOP("FlowPanel", "Fast")},
    Speed{Pace::Timed, std::chrono::milliseconds(1200), QT_TRANSLATE_NOOP("FlowPanel", "Slowly")},
    Speed{Pace::Timed, std::chrono::milliseconds(3000), QT_TRANSLATE_NOOP("FlowPanel", "To explain")},
    Speed{Pace::Stepped, std::chrono::milliseconds(0), QT_TRANSLATE_NOOP("FlowPanel", "Step by step")},
};

QToolButton* buttonFor(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({2 * kGrid, 2 * kGrid});
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    button->setAccessibleName(action->iconText());
    return button;
}

} // namespace

FlowPanel::FlowPanel(const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidingLabel)
    , m_speed(new QComboBox)
    , m_pages(new QStackedWidget)
    , m_ladder(new LadderView)
    , m_caption(new QLabel)
    , m_verdict(new NoteFrame)
    , m_log(new QAction(themedIcon(Icon::Log), tr("Show in &log"), this))
{
    setObjectName(QStringLiteral("flowPanel"));
    m_log->setObjectName(QStringLiteral("flowShowInLog"));
    m_title->setObjectName(QStringLiteral("flowTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_caption->setObjectName(QStringLiteral("flowCaption"));
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    m_verdict->setObjectName(QStringLiteral("flowVerdict"));
    m_ladder->setObjectName(QStringLiteral("flowLadder"));
    m_ladder->setAccessibleName(tr("Steps of the flow"));
    m_ladder->setModel(&m_model);
    m_speed->setObjectName(QStringLiteral("flowSpeed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How the flow is played: at once, at a speed, or step by step"));
    for (const Speed& speed : kSpeeds)
        m_speed->addItem(QCoreApplication::translate("FlowPanel", speed.name));
    buildLayout(actions);
    connect(m_speed, &QComboBox::activated, this, [this] { Q_EMIT paceChanged(pace(), delay()); });
    connect(m_log, &QAction::triggered, this, &FlowPanel::showInLog);
    connect(m_ladder, &QAbstractItemView::activated, this, &FlowPanel::showInLog);
    connect(m_ladder->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCaption();
        checkLog();
    });
    checkLog();
    fit();
}

FlowPanel::~FlowPanel()
{
    delete m_pages; // the ladder goes before the model that it shows
}

QWidget* FlowPanel::buildBar(const Actions& actions)
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(kGrid, kHalfGrid, kHalfGrid, 0);
    row->setSpacing(kHalfGrid);
    row->addWidget(m_title, 1);
    for (QAction* action : {actions.again, actions.step, actions.stop})
        row->addWidget(buttonFor(action, bar));
    row->addWidget(m_speed);
    for (QAction* action : {m_log, actions.save, actions.demonstration})
        row->addWidget(buttonFor(action, bar));
    return bar;
}

void FlowPanel::buildLayout(const Actions& actions)
{
    auto* run = new QWidget;
    auto* column = new QVBoxLayout(run);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_ladder, 1);
    m_caption->setContentsMargins(kGrid + kHalfGrid, kHalfGrid, kGrid, kGrid);
    column->addWidget(m_caption);
    column->addWidget(m_verdict);

    auto* empty = new QWidget;
    auto* middle = new QVBoxLayout(empty);
    auto* words = new QLabel(tr("Here a use case is drawn as it goes: who says what to whom, step by step."));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    QToolButton* choose = buttonFor(actions.choose, empty);
    choose->setObjectName(QStringLiteral("flowChoose"));
    choose->setAutoRaise(false);
    middle->addStretch(1);
    middle->addWidget(words);
    middle->addWidget(choose, 0, Qt::AlignHCenter);
    middle->addStretch(1);
    m_pages->addWidget(empty);
    m_pages->addWidget(run);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kHalfGrid);
    layout->addWidget(buildBar(actions));
    layout->addWidget(m_pages, 1);
}

void FlowPanel::begin(const FlowRequest& request, const std::vector<FlowStep>& steps)
{
    m_report.reset();
    m_waiting.clear();
    m_running = true;
    m_model.setSteps(steps);
    m_ladder->setLanes(flowLanes(steps));
    m_title->setText(flowTitle(request.kind));
    m_title->setToolTip(flowSummary(request.kind));
    m_verdict->clear();
    m_pages->setCurrentIndex(1);
    m_caption->show();
    m_caption->setText(flowSummary(request.kind));
    checkLog();
}

void FlowPanel::take(const FlowStep& step)
{
    if (!m_running)
        return;
    const std::size_t lanes = flowActors(m_model.steps()).size();
    m_model.take(step);
    if (flowActors(m_model.steps()).size() != lanes)
        m_ladder->setLanes(flowLanes(m_model.steps()));
    const QModelIndex row = m_model.index(m_model.currentRow());
    m_ladder->setCurrentIndex(row);
    m_ladder->scrollTo(row);
    showCaption();
    checkLog();
}

void FlowPanel::finish(const FlowReport& report)
{
    m_running = false;
    m_waiting.clear();
    m_report = report;
    if (!report.steps.empty()) {
        m_model.setSteps(report.steps);
        m_ladder->setLanes(flowLanes(report.steps));
    }
    m_model.stop({});
    if (const int failed = m_model.failedRow(); failed >= 0) {
        m_ladder->setCurrentIndex(m_model.index(failed));
        m_ladder->scrollTo(m_model.index(failed));
    }
    QString text = report.outcome;
    if (report.messages > 0)
        text += QLatin1Char('\n')
            + tr("%Ln DM message(s), %1 bytes, %2", "%2 is a number of command pairs", int(report.messages))
                  .arg(leftToRight(QLocale().toString(qulonglong{report.messageBytes}), layoutDirection()),
                      tr("%Ln command pair(s)", nullptr, int(report.pairs)));
    m_verdict->say(flowTone(report), text);
    m_caption->hide();
    checkLog();
}

void FlowPanel::fail(const QString& text)
{
    if (!m_running)
        return;
    m_running = false;
    m_waiting.clear();
    m_model.stop(text);
    m_verdict->say(StatusTone::Error, text);
    m_caption->hide();
    checkLog();
}

void FlowPanel::cancel()
{
    if (!m_running)
        return;
    m_running = false;
    m_waiting.clear();
    m_model.stop({});
    m_verdict->say(StatusTone::Warning, tr("You stopped it. Nothing is half done."));
    m_caption->hide();
    checkLog();
}

void FlowPanel::setWaiting(const QString& text)
{
    m_waiting = text;
    showCaption();
}

QString FlowPanel::caption() const
{
    return m_caption->text();
}

void FlowPanel::showCaption()
{
    const QModelIndex row = m_ladder->currentIndex();
    if (!m_running || !row.isValid())
        return;
    const QString caption = row.data(FlowModel::CaptionRole).toString();
    m_caption->setText(m_waiting.isEmpty() ? caption : caption + QLatin1Char(' ') + m_waiting);
    m_caption->setAccessibleName(m_caption->text());
    QAccessibleEvent announcement(m_caption, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void FlowPanel::showInLog()
{
    const quint32 exchange = m_ladder->currentIndex().data(FlowModel::ExchangeRole).toUInt();
    if (exchange != 0)
        Q_EMIT logRequested(ExchangeId{exchange});
}

void FlowPanel::checkLog()
{
    const bool logged = m_ladder->currentIndex().data(FlowModel::ExchangeRole).toUInt() != 0;
    m_log->setEnabled(logged);
    m_log->setToolTip(logged ? tr("Go to the rows of the log that carried this step")
                             : tr("Select a step that was sent to somebody"));
}

Pace FlowPanel::pace() const
{
    return kSpeeds[std::size_t(m_speed->currentIndex())].pace;
}

std::chrono::milliseconds FlowPanel::delay() const
{
    return kSpeeds[std::size_t(m_speed->currentIndex())].delay;
}

void FlowPanel::setPace(Pace pace, std::chrono::milliseconds delay)
{
    for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
        if (kSpeeds[i].pace == pace && (pace != Pace::Timed || kSpeeds[i].delay >= delay)) {
            m_speed->setCurrentIndex(int(i));
            return;
        }
    }
}

void FlowPanel::choosePace(Pace pace)
{
    setPace(pace, std::chrono::milliseconds(0));
    Q_EMIT paceChanged(this->pace(), delay());
}

void FlowPanel::takeFocus()
{
    QWidget* target =
        m_pages->currentIndex() == 1 ? m_ladder : m_pages->findChild<QWidget*>(QStringLiteral("flowChoose"));
    target->setFocus(Qt::OtherFocusReason);
}

void FlowPanel::setLarge(bool large)
{
    m_large = large;
    fit();
}

void FlowPanel::fit()
{
    m_fitting = true;
    // What is read from afar grows; what is pressed stays where it is.
    QFont read = font();
    if (m_large)
        read.setPointSizeF(read.pointSizeF() * kLargeType);
    m_pages->setFont(read);
    QFont caption = read;
    caption.setPointSizeF(caption.pointSizeF() * kCaptionSize);
    m_caption->setFont(caption);
    QFont title = read;
    title.setBold(true);
    m_title->setFont(title);
    m_fitting = false;
}

void FlowPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_fitting)
        fit();
}

} // namespace dmsc
