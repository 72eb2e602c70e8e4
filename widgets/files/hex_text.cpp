// SPDX-License-Identifier: Apache-2.0
#include "widgets/files/hex_text.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QTextCursor>

#include <algorithm>

namespace dmsc {

namespace {

constexpr qsizetype kMaxMarks = 2000; // a selection each; more of them say nothing more

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

HexText::HexText(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    setFont(fixedFont());
}

void HexText::setShown(const ShownValue& value)
{
    setPlainText(value.text);
    m_marks = value.marks;
    paintMarks();
    if (!m_marks.empty()) {
        QTextCursor cursor(document());
        cursor.setPosition(int(m_marks.front().begin));
        setTextCursor(cursor);
    }
}

void HexText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMarks();
}

void HexText::paintMarks()
{
    const QColor ground = QColor::fromRgb(colorsFor(palette()).difference);
    QList<QTextEdit::ExtraSelection> selections;
    for (const TextSpan& span : m_marks) {
        if (selections.size() == kMaxMarks)
            break;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(span.begin));
        selection.cursor.setPosition(int(span.begin + span.length), QTextCursor::KeepAnchor);
        selection.format.setBackground(ground);
        selection.format.setFontUnderline(true); // not by colour alone
        selections.push_back(selection);
    }
    setExtraSelections(selections);
}

ShownValue shownHex(const QByteArray& bytes)
{
    return showHex(viewOf(bytes), {}, false).device;
}

ShownPair differingHex(const QByteArray& before, const QByteArray& after)
{
    return showHex(viewOf(before), viewOf(after), true);
}

qsizetype differingBytes(const QByteArray& before, const QByteArray& after)
{
    const qsizetype common = std::min(before.size(), after.size());
    qsizetype count = std::max(before.size(), after.size()) - common;
    for (qsizetype i = 0; i < common; ++i)
        count += before.at(i) != after.at(i) ? 1 : 0;
    return count;
}

} // namespace dmsc
