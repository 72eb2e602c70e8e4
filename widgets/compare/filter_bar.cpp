// SPDX-License-Identifier: Apache-2.0
#include "widgets/compare/filter_bar.h"

#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

struct StateButton
{
    StateTone tone;
    const char* word;
    const char* tip;
};

// In the order of CompareFilter::State.
constexpr StateButton kButtons[] = {
    {StateTone::Same, QT_TRANSLATE_NOOP("FilterBar", "Same"),
        QT_TRANSLATE_NOOP("FilterBar", "Rows that are the same on both sides")},
    {StateTone::Differs, QT_TRANSLATE_NOOP("FilterBar", "Value"),
        QT_TRANSLATE_NOOP("FilterBar", "Rows whose value differs")},
    {StateTone::Differs, QT_TRANSLATE_NOOP("FilterBar", "Properties"),
        QT_TRANSLATE_NOOP("FilterBar", "Rows whose ACL, Format, Type or Title differs")},
    {StateTone::OnlyDevice, QT_TRANSLATE_NOOP("FilterBar", "Only device"),
        QT_TRANSLATE_NOOP("FilterBar", "Rows that only the device has")},
    {StateTone::OnlyCard, QT_TRANSLATE_NOOP("FilterBar", "Only card"),
        QT_TRANSLATE_NOOP("FilterBar", "Rows that only the card has")},
    {StateTone::Moved, QT_TRANSLATE_NOOP("FilterBar", "Moved"),
        QT_TRANSLATE_NOOP("FilterBar", "Rows that hang elsewhere on the other side")},
};
static_assert(std::size(kButtons) == CompareFilter::StateCount);

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_ownerField(new QWidget(this))
    , m_owner(new QComboBox(m_ownerField))
{
    setObjectName(QStringLiteral("filterBar"));
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setAccessibleName(tr("Filter by text or URI pattern"));
    m_text->setPlaceholderText(tr("Filter: text, or a pattern such as ./AP/*/Addr"));
    m_text->setToolTip(tr("Text is looked for in names and values; * and ? make it a pattern for URIs"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::changed);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kHalfGrid);
    layout->addWidget(new QLabel(tr("Show"), this));
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("state%1").arg(i));
        button->setCheckable(true);
        button->setChecked(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(i == CompareFilter::PropertiesDiffer ? propertiesDifferIcon() : stateIcon(kButtons[i].tone));
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
        m_buttons[i] = button;
        label(i);
        connect(button, &QToolButton::toggled, this, &FilterBar::changed);
    }
    m_owner->setObjectName(QStringLiteral("filterOwner"));
    m_owner->setAccessibleName(tr("Rows that this entity stored on the card"));
    m_owner->setToolTip(m_owner->accessibleName());
    m_owner->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* ownerLine = new QHBoxLayout(m_ownerField);
    ownerLine->setContentsMargins(kHalfGrid, 0, 0, 0);
    ownerLine->setSpacing(kHalfGrid);
    ownerLine->addWidget(new QLabel(tr("Stored by"), m_ownerField));
    ownerLine->addWidget(m_owner);
    layout->addStretch();
    setOwners({});
    connect(m_owner, &QComboBox::currentIndexChanged, this, &FilterBar::changed);
}

void FilterBar::label(std::size_t state)
{
    QToolButton* button = m_buttons[state];
    const QString word = QCoreApplication::translate("FilterBar", kButtons[state].word);
    const QString number = m_counts[state] > 0 ? QStringLiteral(" ") + QLocale().toString(m_counts[state]) : QString();
    button->setText(word + number);
    button->setAccessibleName(QCoreApplication::translate("FilterBar", kButtons[state].tip));
    button->setToolTip(QCoreApplication::translate("FilterBar", kButtons[state].tip));
}

void FilterBar::setCounts(const StateCounts& counts)
{
    const std::array<std::uint32_t, CompareFilter::StateCount> fresh{
        0, counts.valueDiffers, counts.propertiesDiffer, counts.onlyDevice, counts.onlyCard, counts.moved};
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (m_counts[i] != fresh[i]) {
            m_counts[i] = fresh[i];
            label(i);
        }
    }
}

void FilterBar::setOwners(const QStringList& owners)
{
    const QString before = owner();
    {
        const QSignalBlocker blocker(m_owner);
        m_owner->clear();
        m_owner->addItem(tr("anybody"));
        for (const QString& each : owners)
            m_owner->addItem(each, each);
        m_owner->setCurrentIndex(std::max(0, m_owner->findData(before)));
    }
    m_ownerField->setVisible(!owners.isEmpty());
    if (owner() != before)
        Q_EMIT changed();
}

QString FilterBar::owner() const
{
    return m_owner->currentData().toString();
}

CompareFilter FilterBar::filter() const
{
    CompareFilter filter;
    const QString text = m_text->text().trimmed();
    const bool pattern =
        text.startsWith(QLatin1String("./")) || text.contains(QLatin1Char('*')) || text.contains(QLatin1Char('?'));
    (pattern ? filter.uriGlob : filter.text) = text;
    filter.states = states();
    filter.owner = owner();
    return filter;
}

QString FilterBar::text() const
{
    return m_text->text();
}

void FilterBar::setText(const QString& text)
{
    m_text->setText(text);
}

CompareFilter::States FilterBar::states() const
{
    CompareFilter::States states;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        states.set(i, m_buttons[i]->isChecked());
    return states;
}

void FilterBar::setStates(CompareFilter::States states)
{
    if (states == this->states())
        return;
    {
        const QSignalBlocker blocker(this);
        for (std::size_t i = 0; i < m_buttons.size(); ++i)
            m_buttons[i]->setChecked(states.test(i));
    }
    Q_EMIT changed();
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dmsc
