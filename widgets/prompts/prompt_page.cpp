// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/prompt_page.h"

#include "widgets/handshake/tone_label.h"
#include "widgets/prompts/asker_line.h"
#include "widgets/prompts/change_delegate.h"
#include "widgets/prompts/countdown_ring.h"
#include "widgets/prompts/prompt_input.h"
#include "widgets/theme/grid.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kTickMs = 100;
constexpr int kMostShownRows = 4; // of the diff without scrolling
constexpr int kLongestWord = 16; // a label breaks lines between words alone, and a URI is one

/// With places to break what has none.
QString breakable(const QString& text)
{
    QString broken;
    int run = 0;
    for (const QChar each : text) {
        run = each.isSpace() ? 0 : run + 1;
        // Not between the halves of a character, nor before what stands over one.
        const bool whole = !each.isLowSurrogate() && !each.isMark();
        if (run > kLongestWord && whole) {
            broken += QChar(0x200B);
            run = 1;
        }
        broken += each;
        if (each == QLatin1Char('/') || each == QLatin1Char('.')) {
            broken += QChar(0x200B);
            run = 0;
        }
    }
    return broken;
}

} // namespace

PromptPage::PromptPage(QWidget* parent)
    : QWidget(parent)
    , m_asker(new AskerLine)
    , m_ring(new CountdownRing)
    , m_text(new QLabel)
    , m_why(new ToneLabel)
    , m_diffTitle(new QLabel)
    , m_diff(new QListView)
    , m_input(new PromptInput)
    , m_effects(new ToneLabel)
    , m_hold(new QLabel)
    , m_no(new QPushButton)
    , m_yes(new QPushButton)
{
    setObjectName(QStringLiteral("promptPage"));
    setFocusPolicy(Qt::ClickFocus);
    m_text->setObjectName(QStringLiteral("promptText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    QFont bold = m_text->font();
    bold.setBold(true);
    m_text->setFont(bold);
    m_why->setObjectName(QStringLiteral("promptWhy"));
    m_diff->setObjectName(QStringLiteral("promptChanges"));
    m_diff->setAccessibleName(tr("What would change"));
    m_diff->setModel(&m_changes);
    m_diff->setItemDelegate(new ChangeDelegate(m_diff));
    m_diff->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_diff->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_diff->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_diff->setTabKeyNavigation(false);
    m_effects->setObjectName(QStringLiteral("promptEffects"));
    m_hold->setObjectName(QStringLiteral("promptHold"));
    m_hold->setAlignment(Qt::AlignCenter);
    m_no->setObjectName(QStringLiteral("promptNo"));
    m_yes->setObjectName(QStringLiteral("promptYes"));
    buildLayout();
    connect(m_no, &QPushButton::clicked, this, [this] { say(PromptAnswer::Verdict::No); });
    connect(m_yes, &QPushButton::clicked, this, [this] { say(PromptAnswer::Verdict::Yes); });
    connect(m_input, &PromptInput::changed, this, &PromptPage::check);
    connect(m_input, &PromptInput::submitted, this, [this] {
        if (m_yes->isEnabled())
            say(PromptAnswer::Verdict::Yes);
    });
    connect(&m_changes, &QAbstractItemModel::dataChanged, this, &PromptPage::check);
    m_ticks.setInterval(kTickMs);
    connect(&m_ticks, &QTimer::timeout, this, &PromptPage::tick);
}

PromptPage::~PromptPage()
{
    delete m_diff; // before the model that it shows
}

void PromptPage::buildLayout()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(kGrid + kHalfGrid, kGrid, kGrid + kHalfGrid, kGrid);
    column->setSpacing(kGrid);
    for (QWidget* each : std::initializer_list<QWidget*>{m_text, m_why, m_diffTitle})
        column->addWidget(each);
    column->addWidget(m_diff, 1);
    column->addWidget(m_input);
    column->addStretch(0);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("promptScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);

    auto* head = new QHBoxLayout;
    head->setContentsMargins({});
    head->addWidget(m_asker, 1);
    head->addWidget(m_ring);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_no, 1);
    buttons->addWidget(m_yes, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(kGrid + kHalfGrid, 0, kGrid + kHalfGrid, kGrid + kHalfGrid);
    foot->setSpacing(kHalfGrid);
    foot->addWidget(m_effects);
    foot->addWidget(m_hold);
    foot->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);
}

void PromptPage::ask(PromptId id, const Prompt& prompt)
{
    m_id = id;
    m_prompt = prompt;
    m_asker->setAsker(prompt.asker);
    m_text->setText(breakable(prompt.text));
    m_text->setAccessibleName(prompt.text);
    m_why->setText(prompt.why.isEmpty() ? QString() : tr("Why: %1").arg(breakable(prompt.why)));
    m_why->setVisible(!prompt.why.isEmpty());
    m_changes.setPrompt(prompt);
    m_input->setPrompt(prompt);
    showDiff();
    showButtons();
    m_since.start();
    m_ring->setVisible(prompt.options.maxDisplay.has_value());
    tick();
    m_ticks.start();
    setAccessibleName(tr("%1 asks: %2", "who, question").arg(m_asker->text(), prompt.text));
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void PromptPage::showDiff()
{
    const bool any = m_changes.rowCount() > 0;
    m_diffTitle->setText(m_prompt.partial ? tr("What would change; take the mark away from what you refuse:")
                                          : tr("What would change:"));
    m_diffTitle->setWordWrap(true);
    m_diffTitle->setVisible(any);
    m_diff->setVisible(any);
    if (!any)
        return;
    int height = 2 * m_diff->frameWidth();
    for (int row = 0; row < std::min(m_changes.rowCount(), kMostShownRows); ++row)
        height += m_diff->sizeHintForRow(row);
    m_diff->setMinimumHeight(std::min(height, 2 * m_diff->sizeHintForRow(0)));
    m_diff->setMaximumHeight(m_changes.rowCount() <= kMostShownRows ? height : QWIDGETSIZE_MAX);
    m_diff->setCurrentIndex(m_changes.index(0));
}

void PromptPage::showButtons()
{
    const bool informs = m_prompt.kind == PromptKind::Display;
    const bool wantsInput = m_input->first() != nullptr;
    m_no->setVisible(!informs);
    m_no->setText(wantsInput ? tr("&Cancel") : tr("&No"));
    m_yes->setText(informs ? tr("&OK") : wantsInput ? tr("&Send") : tr("&Yes"));
    QStringList effects;
    if (!m_prompt.ifNo.isEmpty() && !informs)
        effects
            << tr("%1: %2", "answer, what it does").arg(QString(m_no->text()).remove(QLatin1Char('&')), m_prompt.ifNo);
    if (!m_prompt.ifYes.isEmpty())
        effects << tr("%1: %2", "answer, what it does")
                       .arg(QString(m_yes->text()).remove(QLatin1Char('&')), m_prompt.ifYes);
    m_effects->setText(effects.join(QLatin1Char('\n')));
    m_effects->setVisible(!effects.isEmpty());
    const auto named = [](QPushButton* button, const QString& effect) {
        const QString word = QString(button->text()).remove(QLatin1Char('&'));
        button->setAccessibleName(effect.isEmpty() ? word : word + QStringLiteral(": ") + effect);
    };
    named(m_no, m_prompt.ifNo);
    named(m_yes, m_prompt.ifYes);
    for (QPushButton* button : {m_no, m_yes}) {
        button->setAutoDefault(true); // Return presses the one that has the focus
        button->setDefault(button == &safe());
    }
}

QPushButton& PromptPage::safe() const
{
    return m_prompt.kind == PromptKind::Display || m_prompt.defaultYes ? *m_yes : *m_no;
}

void PromptPage::clear()
{
    m_id = PromptId::None;
    m_ticks.stop();
    m_input->clear();
    m_prompt = {};
    m_changes.setPrompt(m_prompt);
    m_wantsFocus = false;
}

void PromptPage::takeFocus()
{
    if (m_id == PromptId::None)
        return;
    m_wantsFocus = true;
    QWidget* target = m_input->first();
    if (target == nullptr && !isHeld())
        target = &safe();
    (target != nullptr ? target : this)->setFocus(Qt::OtherFocusReason);
}

std::chrono::milliseconds PromptPage::shown() const
{
    return std::chrono::milliseconds(m_since.isValid() ? m_since.elapsed() : 0);
}

bool PromptPage::isHeld() const
{
    const std::chrono::milliseconds least = m_prompt.options.minDisplay;
    return shown() < std::max(least, kGuard);
}

QString PromptPage::whyNotYes() const
{
    if (m_prompt.partial && m_changes.accepted().empty())
        return tr("Nothing has its mark: answer no");
    return m_input->whyNot();
}

void PromptPage::check()
{
    const bool held = isHeld();
    const QString why = whyNotYes();
    m_no->setEnabled(!held);
    m_yes->setEnabled(!held && why.isEmpty());
    m_yes->setToolTip(why);
    if (m_prompt.partial && m_prompt.kind == PromptKind::Confirm) {
        const std::size_t accepted = m_changes.accepted().size();
        m_yes->setText(accepted == m_prompt.changes.size()
                ? tr("&Yes")
                : tr("&Yes to %1 of %2").arg(accepted).arg(m_prompt.changes.size()));
    }
}

void PromptPage::tick()
{
    if (m_id == PromptId::None)
        return;
    const auto left = m_prompt.options.minDisplay - shown();
    const bool waits = m_prompt.options.minDisplay > kGuard && left.count() > 0;
    m_hold->setText(
        waits ? tr("You can answer in %n second(s)", nullptr, int((left.count() + 999) / 1000)) : QString());
    m_hold->setVisible(waits);
    check();
    if (m_wantsFocus && hasFocus() && !isHeld())
        safe().setFocus(Qt::OtherFocusReason);
    if (!m_prompt.options.maxDisplay) {
        if (!isHeld())
            m_ticks.stop();
        return;
    }
    const std::chrono::milliseconds total = *m_prompt.options.maxDisplay;
    m_ring->setTime(total - shown(), total);
    if (shown() >= total)
        say(PromptAnswer::Verdict::TimedOut);
}

void PromptPage::say(PromptAnswer::Verdict verdict)
{
    if (m_id == PromptId::None)
        return;
    PromptAnswer answer;
    answer.verdict = verdict;
    if (verdict == PromptAnswer::Verdict::Yes) {
        m_input->fill(answer);
        if (m_prompt.partial)
            answer.accepted = m_changes.accepted();
    }
    m_ticks.stop();
    m_no->setEnabled(false);
    m_yes->setEnabled(false);
    const PromptId id = std::exchange(m_id, PromptId::None);
    Q_EMIT answered(id, answer);
}

void PromptPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    // The rows have their new height when the list has heard of it too.
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &PromptPage::showDiff, Qt::QueuedConnection);
}

void PromptPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        if (!isHeld()) // nothing to see can be refused
            say(m_prompt.kind == PromptKind::Display ? PromptAnswer::Verdict::Cancelled : PromptAnswer::Verdict::No);
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept(); // the field has sent it already, and no other button is meant
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace dmsc
