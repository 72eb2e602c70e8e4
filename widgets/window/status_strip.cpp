// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/status_strip.h"

#include "widgets/handshake/eliding_label.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/left_to_right.h"
#include "widgets/window/icon_label.h"
#include "widgets/window/memory_bar.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace dmsc {

namespace {

constexpr int kMostWhat = 24 * kGrid;
constexpr int kLeastText = 8 * kGrid;

QToolButton* flatButton(QWidget* parent, const QString& name)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIconSize({16, 16});
    return button;
}

} // namespace

StatusStrip::StatusStrip(QAction* cancel, QWidget* parent)
    : QStatusBar(parent)
    , m_lockIcon(new IconLabel(this))
    , m_security(new ElidingLabel(this))
    , m_card(new QLabel(this))
    , m_memory(new MemoryBar(this))
    , m_plug(flatButton(this, QStringLiteral("statusPlug")))
    , m_warnings(flatButton(this, QStringLiteral("statusWarnings")))
    , m_recording(flatButton(this, QStringLiteral("statusRecording")))
    , m_saved(flatButton(this, QStringLiteral("statusSaved")))
    , m_what(new ElidingLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(flatButton(this, QStringLiteral("statusCancel")))
{
    setObjectName(QStringLiteral("statusStrip"));
    setSizeGripEnabled(false);
    m_security->setObjectName(QStringLiteral("statusSecurity"));
    m_card->setObjectName(QStringLiteral("statusCard"));
    m_what->setObjectName(QStringLiteral("statusWhat"));
    m_progress->setObjectName(QStringLiteral("statusProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setFixedWidth(12 * kGrid);
    m_progress->setMaximumHeight(2 * kGrid);
    m_cancel->setDefaultAction(cancel);
    m_cancel->setAccessibleName(tr("Cancel what runs"));
    for (QLabel* label : {m_security, m_card, m_what})
        label->setContentsMargins(0, 0, kGrid, 0);
    // What the tool tip tells in full gives way: this line must not make the window wider.
    for (QLabel* label : {m_security, m_what})
        label->setMinimumWidth(kLeastText);
    m_recording->setMinimumWidth(kLeastText);

    addWidget(m_lockIcon);
    addWidget(m_security);
    addWidget(m_card);
    addWidget(m_memory);
    addWidget(m_plug);
    addWidget(m_warnings);
    addWidget(m_recording);
    addWidget(m_saved);
    addPermanentWidget(m_what);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);

    connect(m_warnings, &QToolButton::clicked, this, &StatusStrip::logRequested);
    connect(m_recording, &QToolButton::clicked, this, &StatusStrip::recordingRequested);
    connect(m_saved, &QToolButton::clicked, this, &StatusStrip::planRequested);
    connect(m_memory, &MemoryBar::clicked, this, &StatusStrip::memoryRequested);
    connect(m_plug, &QToolButton::clicked, this, [this] {
        if (m_plugAction != nullptr)
            m_plugAction->trigger();
    });
    setCard(std::nullopt);
    hidePlug();
    setPlan(0, 0);
    setWarnings(0, 0);
    setRecording({}, 0);
    setBusy(false, {});
}

void StatusStrip::setCard(const std::optional<SideState>& card)
{
    const bool secured = card && card->secured;
    const auto technical = [this](const QString& text) { return leftToRight(text, layoutDirection()); };
    m_lockIcon->setIcon(themedIcon(secured ? Icon::Lock : Icon::Unlock));
    const QString channel = !card || !secured ? QString()
        : card->demoCredentials               ? tr("%1, published test keys").arg(technical(card->security))
                                              : technical(card->security);
    m_security->setText(!card ? tr("no card") : secured ? channel : tr("no secure channel"));
    m_security->setToolTip(secured && card->demoCredentials
            ? channel + u'\n' + tr("The demo desk's keys are known to everybody: they protect nothing")
            : m_security->text());
    m_card->setText(
        card ? (card->detail.isEmpty() ? card->title : tr("card %1").arg(technical(card->detail))) : QString());
    m_card->setVisible(card.has_value());
    m_memory->setVisible(card && (card->bytesUsed > 0 || card->bytesTotal > 0));
    m_used = card ? card->bytesUsed : 0;
    m_total = card ? card->bytesTotal : 0;
    updateMemory();
}

void StatusStrip::setPlug(QAction* plug, const PlugState& state)
{
    m_plugAction = plug;
    m_plug->setVisible(true);
    m_plug->setEnabled(plug->isEnabled());
    switch (state.phase) {
    case PlugState::Phase::Pulled:
        m_plug->setIcon(themedIcon(Icon::Plug));
        m_plug->setText(tr("Plug into PC/SC"));
        break;
    case PlugState::Phase::Waiting:
        m_plug->setIcon(themedIcon(Icon::Warning, StatusTone::Warning));
        m_plug->setText(tr("waiting for the virtual reader"));
        break;
    case PlugState::Phase::Taken:
        m_plug->setIcon(themedIcon(Icon::Error, StatusTone::Error));
        m_plug->setText(tr("the virtual reader is taken"));
        break;
    case PlugState::Phase::Plugged:
        m_plug->setIcon(themedIcon(Icon::Reader, StatusTone::Ok));
        m_plug->setText(tr("plugged into PC/SC"));
        break;
    }
    m_plug->setAccessibleName(m_plug->text());
    m_plug->setToolTip(state.phase == PlugState::Phase::Pulled
            ? plug->toolTip()
            : QStringLiteral("%1\n%2").arg(
                state.text.isEmpty() ? state.address : state.text, tr("Press to pull the card")));
}

void StatusStrip::hidePlug()
{
    m_plugAction = nullptr;
    m_plug->hide();
}

void StatusStrip::setPlan(std::size_t operations, std::size_t cardBytes)
{
    m_planned = cardBytes;
    m_hasPlan = operations > 0;
    m_saved->setVisible(m_hasPlan || !m_busy);
    m_saved->setText(
        operations == 0 ? tr("nothing to apply") : tr("%Ln operation(s) not applied", nullptr, int(operations)));
    m_saved->setIcon(operations == 0 ? QIcon() : themedIcon(Icon::Plan));
    m_saved->setAccessibleName(m_saved->text());
    updateMemory();
}

void StatusStrip::updateMemory()
{
    m_memory->setMemory(m_used, m_total, m_planned);
}

void StatusStrip::setWarnings(int warnings, int errors)
{
    const bool any = warnings + errors > 0;
    m_warnings->setVisible(any);
    m_warnings->setText(errors > 0 ? tr("%Ln error(s)", nullptr, errors) : tr("%Ln warning(s)", nullptr, warnings));
    m_warnings->setIcon(
        themedIcon(errors > 0 ? Icon::Error : Icon::Warning, errors > 0 ? StatusTone::Error : StatusTone::Warning));
    m_warnings->setToolTip(
        tr("%1 warnings and %2 errors; show the log").arg(QLocale().toString(warnings), QLocale().toString(errors)));
    m_warnings->setAccessibleName(m_warnings->text());
}

void StatusStrip::setRecording(const QString& path, std::size_t rows)
{
    m_recording->setVisible(!path.isEmpty());
    const auto count = int(rows);
    m_recording->setText(tr("recording, %Ln row(s)", nullptr, count));
    m_recording->setIcon(themedIcon(Icon::Log));
    m_recording->setToolTip(path);
    m_recording->setAccessibleName(m_recording->text());
}

void StatusStrip::setBusy(bool busy, const QString& what)
{
    // What runs must not make the window wider than it is.
    m_what->setText(fontMetrics().elidedText(what, Qt::ElideRight, kMostWhat));
    m_what->setToolTip(what);
    m_what->setAccessibleName(what);
    m_progress->setRange(0, 0);
    m_busy = busy;
    m_saved->setVisible(m_hasPlan || !busy); // that there is no plan gives way to what runs
    m_what->setVisible(busy);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
}

void StatusStrip::setProgress(qint64 done, qint64 total)
{
    // Thousandths: a progress bar counts in int.
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(total > 0 ? int(done * 1000 / total) : 0);
}

} // namespace dmsc
