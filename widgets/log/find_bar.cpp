// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/find_bar.h"

#include "model/items/log_model.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace dmsc {

namespace {

QToolButton* makeButton(const QString& name, const QString& text, Icon icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(themedIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

FindBar::FindBar(LogModel& model, QWidget* parent)
    : QWidget(parent)
    , m_search(model)
    , m_text(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("logFindBar"));
    m_text->setObjectName(QStringLiteral("logFind"));
    m_text->setAccessibleName(tr("Find in the session log"));
    m_text->setPlaceholderText(tr("Find in name, target, status, layer or comment"));
    m_text->addAction(themedIcon(Icon::Search), QLineEdit::LeadingPosition);
    m_text->setClearButtonEnabled(true);
    m_count->setObjectName(QStringLiteral("logFindCount"));
    auto* previous = makeButton(QStringLiteral("logFindPrevious"), tr("Find previous"), Icon::PreviousDifference, this);
    auto* next = makeButton(QStringLiteral("logFindNext"), tr("Find next"), Icon::NextDifference, this);
    auto* close = makeButton(QStringLiteral("logFindClose"), tr("Close the search"), Icon::Close, this);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(kHalfGrid, 0, kHalfGrid, kHalfGrid);
    line->setSpacing(kHalfGrid);
    line->addWidget(m_text, 1);
    line->addWidget(m_count);
    line->addWidget(previous);
    line->addWidget(next);
    line->addWidget(close);
    hide();
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::look);
    connect(next, &QToolButton::clicked, this, [this] { find(LogSearch::Direction::Forward); });
    connect(previous, &QToolButton::clicked, this, [this] { find(LogSearch::Direction::Backward); });
    connect(close, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_search, &LogSearch::changed, this, [this] {
        if (m_jump && m_search.count() > 0) {
            find(LogSearch::Direction::Forward);
        }
        tellCount();
    });
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    if (m_search.text() != m_text->text()) {
        look(m_text->text());
    }
}

void FindBar::close()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    look({});
    if (hadFocus) {
        Q_EMIT closed();
    }
}

void FindBar::look(const QString& text)
{
    // A row that still has the text is where the user wants to stay.
    m_jump = !text.isEmpty();
    m_wrapped = false;
    Q_EMIT textChanged(text);
    m_search.setText(text);
    tellCount();
}

void FindBar::find(LogSearch::Direction direction)
{
    const bool stays = m_jump && m_current && m_search.placeOf(*m_current);
    m_jump = false;
    const auto hit = m_search.next(m_current, direction);
    if (hit && !stays) {
        m_wrapped = hit->wrapped && m_current;
        Q_EMIT found(hit->record);
    }
    tellCount();
}

void FindBar::setCurrent(std::optional<RecordNo> record)
{
    m_current = record;
    tellCount();
}

void FindBar::tellCount()
{
    if (m_search.text().isEmpty()) {
        m_count->clear();
        return;
    }
    const QLocale locale;
    const QString count = locale.toString(qulonglong{m_search.count()});
    const auto place = m_current ? m_search.placeOf(*m_current) : std::nullopt;
    QString text = m_search.count() == 0 && !m_search.isLooking() ? tr("not found") : tr("%1 found").arg(count);
    if (place) {
        text = tr("%1 of %2").arg(locale.toString(qulonglong{*place} + 1), count);
    }
    m_count->setText(m_wrapped ? tr("%1, from the other end").arg(text) : text);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const bool back = event->modifiers().testFlag(Qt::ShiftModifier);
        find(back ? LogSearch::Direction::Backward : LogSearch::Direction::Forward);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace dmsc
