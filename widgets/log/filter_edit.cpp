// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/filter_edit.h"

#include "widgets/theme/colors.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTextCharFormat>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace dmsc {

namespace {

enum OfferRole { OffsetRole = Qt::UserRole, LengthRole };

QTreeView* makePopup()
{
    auto* popup = new QTreeView;
    popup->setObjectName(QStringLiteral("logFilterWords"));
    popup->setAccessibleName(QCoreApplication::translate("FilterEdit", "Words for the filter"));
    popup->setRootIsDecorated(false);
    popup->setHeaderHidden(true);
    popup->setUniformRowHeights(true);
    popup->setSelectionBehavior(QAbstractItemView::SelectRows);
    return popup;
}

} // namespace

FilterEdit::FilterEdit(Words words, QWidget* parent)
    : QLineEdit(parent)
    , m_words(std::move(words))
    , m_offered(new QStandardItemModel(0, 2, this))
    , m_completer(new QCompleter(m_offered, this))
{
    setClearButtonEnabled(true);
    m_completer->setWidget(this);
    m_completer->setPopup(makePopup());
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &FilterEdit::take);
    connect(this, &QLineEdit::textEdited, this, [this] { offer(false); });
}

void FilterEdit::offer(bool always)
{
    const std::vector<FilterCompletion> words = m_words(text(), cursorPosition());
    const bool typedAlready =
        words.size() == 1 && text().mid(words.front().offset, words.front().length) == words.front().word;
    if (words.empty() || typedAlready || (!always && text().isEmpty())) {
        m_completer->popup()->hide();
        return;
    }
    m_offered->removeRows(0, m_offered->rowCount());
    for (const FilterCompletion& word : words) {
        auto* item = new QStandardItem(word.word);
        item->setData(static_cast<qlonglong>(word.offset), OffsetRole);
        item->setData(static_cast<qlonglong>(word.length), LengthRole);
        m_offered->appendRow({item, new QStandardItem(word.explanation)});
    }
    showWords();
    auto* popup = static_cast<QTreeView*>(m_completer->popup());
    popup->resizeColumnToContents(0);
    popup->setCurrentIndex({});
}

void FilterEdit::showWords()
{
    m_completer->complete({0, 0, width(), height() + m_roomBelow});
}

void FilterEdit::setRoomBelow(int pixels)
{
    if (pixels == m_roomBelow) {
        return;
    }
    m_roomBelow = pixels;
    QAbstractItemView* popup = m_completer->popup();
    if (popup->isVisible()) {
        const QModelIndex current = popup->currentIndex();
        showWords();
        popup->setCurrentIndex(current);
    }
}

void FilterEdit::take(const QModelIndex& chosen)
{
    const QModelIndex word = chosen.siblingAtColumn(0);
    const auto offset = static_cast<qsizetype>(word.data(OffsetRole).toLongLong());
    const auto length = static_cast<qsizetype>(word.data(LengthRole).toLongLong());
    const QString inserted = word.data().toString() + QLatin1Char(' ');
    QString changed = text();
    changed.replace(offset, length, inserted);
    setText(changed);
    setCursorPosition(static_cast<int>(offset + inserted.size()));
    Q_EMIT textEdited(changed); // the next word
}

void FilterEdit::markError(const FilterError& error)
{
    const qsizetype length = std::max<qsizetype>(error.length, 1);
    const qsizetype offset = std::max<qsizetype>(0, std::min(error.offset, text().size() - length));
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(colorsFor(palette()).mark(StatusTone::Error));
    // A line edit has no other way to format a part of its text.
    const QList<QInputMethodEvent::Attribute> formats{
        {QInputMethodEvent::TextFormat, static_cast<int>(offset) - cursorPosition(), static_cast<int>(length), format}};
    QInputMethodEvent event(QString(), formats);
    QCoreApplication::sendEvent(this, &event);
}

void FilterEdit::clearError()
{
    QInputMethodEvent event;
    QCoreApplication::sendEvent(this, &event);
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QAbstractItemView* offered = m_completer->popup();
    const bool chooses = enter && offered->currentIndex().isValid();
    if (offered->isVisible() && (chooses || event->key() == Qt::Key_Escape)) {
        event->ignore(); // the completer's
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer(true);
    } else if (event->key() == Qt::Key_Down || (enter && event->modifiers() == Qt::NoModifier)) {
        Q_EMIT left();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace dmsc
