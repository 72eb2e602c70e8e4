// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/reader_section.h"

#include "widgets/theme/icon.h"
#include "widgets/window/reader_board.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace dmsc {

namespace {

constexpr qsizetype kLineLength = 64; // of what is missing: a menu does not wrap

QStringList wrapped(const QString& text)
{
    QStringList lines{QString()};
    for (const QString& word : text.simplified().split(QLatin1Char(' '))) {
        if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > kLineLength)
            lines << QString();
        lines.last() += (lines.last().isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines;
}

QIcon iconOf(ReaderStatus status)
{
    switch (status) {
    case ReaderStatus::Card:
        return themedIcon(Icon::Card);
    case ReaderStatus::Mute:
        return themedIcon(Icon::Warning, StatusTone::Warning);
    case ReaderStatus::InUse:
        return themedIcon(Icon::Lock);
    case ReaderStatus::Empty:
    case ReaderStatus::Unknown:
        break;
    }
    return themedIcon(Icon::Reader);
}

QString toolTipOf(const ReaderInfo& reader)
{
    QStringList lines{reader.name};
    switch (reader.status) {
    case ReaderStatus::Empty:
        lines << QCoreApplication::translate("ReaderSection", "Put a card in");
        break;
    case ReaderStatus::Mute:
        lines << QCoreApplication::translate("ReaderSection", "Take the card out, turn it over, put it in again");
        break;
    case ReaderStatus::InUse:
        lines << QCoreApplication::translate("ReaderSection", "Close the other program, then it can be opened here");
        break;
    case ReaderStatus::Unknown:
        lines << QCoreApplication::translate("ReaderSection", "The reader has not said what is in it");
        break;
    case ReaderStatus::Card:
        break;
    }
    if (!reader.atr.empty())
        lines << QCoreApplication::translate("ReaderSection", "ATR %1").arg(toHex(reader.atr, u" "));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString readerStatusText(const ReaderInfo& reader)
{
    QString card = reader.card.isEmpty() ? QCoreApplication::translate("ReaderSection", "a card") : reader.card;
    switch (reader.status) {
    case ReaderStatus::Empty:
        return QCoreApplication::translate("ReaderSection", "empty");
    case ReaderStatus::Card:
        return card;
    case ReaderStatus::Mute:
        return QCoreApplication::translate("ReaderSection", "a card that does not answer");
    case ReaderStatus::InUse:
        return QCoreApplication::translate("ReaderSection", "%1, in use by another program").arg(card);
    case ReaderStatus::Unknown:
        break;
    }
    return QCoreApplication::translate("ReaderSection", "not known");
}

ReaderSection::ReaderSection(ReaderBoard& watch, QMenu* menu)
    : QObject(menu)
    , m_watch(watch)
    , m_menu(menu)
{
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        if (!m_open)
            m_watch.hold();
        m_open = true;
        fill();
    });
    connect(menu, &QMenu::aboutToHide, this, [this] {
        if (m_open)
            m_watch.release();
        m_open = false;
    });
    connect(&watch, &ReaderBoard::changed, this, [this] {
        if (m_open)
            fill();
    });
}

void ReaderSection::place(QAction* next)
{
    m_next = next;
    fill();
}

void ReaderSection::add(QAction* action)
{
    m_menu->insertAction(m_next, action);
    m_entries << action;
}

void ReaderSection::addLine(const QString& text, bool first)
{
    auto* line = new QAction(text, m_menu);
    line->setEnabled(false);
    if (first)
        line->setIcon(themedIcon(Icon::Warning, StatusTone::Warning));
    add(line);
}

void ReaderSection::addReader(const ReaderInfo& reader)
{
    const QString text = tr("%1: %2", "reader, what is in it").arg(reader.name, readerStatusText(reader));
    auto* entry =
        new QAction(iconOf(reader.status), QString(text).replace(QLatin1Char('&'), QLatin1String("&&")), m_menu);
    entry->setObjectName(QStringLiteral("reader.") + reader.name);
    entry->setEnabled(reader.status == ReaderStatus::Card);
    entry->setToolTip(toolTipOf(reader));
    connect(entry, &QAction::triggered, this, [this, name = reader.name] { Q_EMIT chosen(name); });
    add(entry);
}

void ReaderSection::fill()
{
    for (const QPointer<QAction>& old : std::as_const(m_entries))
        delete old;
    m_entries.clear();
    const std::optional<ReaderList>& readers = m_watch.readers();
    if (!readers) {
        addLine(tr("Looking for readers..."), false);
        return;
    }
    if (readers->problem) {
        bool first = true;
        QString text = readers->problem->text();
        text = text.left(1).toUpper() + text.mid(1);
        for (const QString& line : wrapped(text)) {
            addLine(line, first);
            first = false;
        }
    } else if (readers->readers.empty()) {
        addLine(tr("There is no reader: plug one in."), true);
    }
    for (const ReaderInfo& reader : readers->readers)
        addReader(reader);
}

} // namespace dmsc
