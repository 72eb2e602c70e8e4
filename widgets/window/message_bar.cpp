// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/message_bar.h"

#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/window/icon_label.h"

#include <QAccessible>
#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace dmsc {

QString adviceFor(ErrorKind kind)
{
    const auto text = [](const char* advice) { return QCoreApplication::translate("MessageBar", advice); };
    switch (kind) {
    case ErrorKind::Io:
        return text(QT_TRANSLATE_NOOP("MessageBar", "Check that it is there and may be used."));
    case ErrorKind::Syntax:
        return text(QT_TRANSLATE_NOOP("MessageBar", "What was open stays open."));
    case ErrorKind::Limit:
        return text(QT_TRANSLATE_NOOP("MessageBar", "Open or copy a smaller part."));
    case ErrorKind::Conflict:
        return text(QT_TRANSLATE_NOOP("MessageBar", "Reload both sides, then look at the plan again."));
    case ErrorKind::Damaged:
        return text(QT_TRANSLATE_NOOP("MessageBar", "Nothing was written to it. Open another image or a copy."));
    case ErrorKind::Security:
        return text(QT_TRANSLATE_NOOP("MessageBar", "Check the keys that the card was issued with."));
    case ErrorKind::Card:
        return text(QT_TRANSLATE_NOOP("MessageBar", "The log shows what the card answered."));
    case ErrorKind::Full:
        return text(QT_TRANSLATE_NOOP("MessageBar", "Take operations out of the plan or delete an MO."));
    case ErrorKind::NotFound:
    case ErrorKind::Exists:
    case ErrorKind::NotAllowed:
    case ErrorKind::BadValue:
    case ErrorKind::Unsupported:
    case ErrorKind::Cancelled:
        break;
    }
    return {};
}

QString fileIn(const Error& error)
{
    // The outermost place comes first: dmsc::at().
    QString place = error.where.section(QLatin1String(": "), 0, 0);
    for (const QLatin1String kind : {QLatin1String("card:"), QLatin1String("handset:")})
        if (place.startsWith(kind))
            place.remove(0, kind.size());
    return QDir::isAbsolutePath(place) ? place : QString();
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new IconLabel(this))
    , m_text(new QLabel(this))
    , m_more(new QLabel(this))
    , m_next(new QToolButton(this))
    , m_log(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setObjectName(QStringLiteral("messageMore"));
    m_next->setObjectName(QStringLiteral("messageNext"));
    m_next->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_log->setObjectName(QStringLiteral("messageLog"));
    m_log->setText(tr("Show in log"));
    m_log->setAccessibleName(m_log->text());
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("messageClose"));
    close->setIcon(themedIcon(Icon::Close));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    close->setAutoRaise(true);
    for (QToolButton* button : {m_next, m_log, close})
        button->setFocusPolicy(Qt::TabFocus);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGrid + kHalfGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_more);
    layout->addWidget(m_next);
    layout->addWidget(m_log);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &MessageBar::closeShown);
    connect(m_log, &QToolButton::clicked, this, [this] {
        if (!m_messages.empty() && m_messages.back().row)
            Q_EMIT logRequested(*m_messages.back().row);
    });
    hide();
}

void MessageBar::showMessage(StatusTone tone, const QString& text, QAction* next, const QString& about)
{
    put({tone, text, next, about});
    showFront();
    if (tone == StatusTone::Error)
        Q_EMIT errorShown(text);
}

void MessageBar::withdraw(const QString& about)
{
    if (std::erase_if(m_messages, [&about](const Message& message) { return message.about == about; }) > 0)
        showRest();
}

void MessageBar::withdrawDone()
{
    const auto isDone = [](const Message& message) {
        return message.tone == StatusTone::Ok && message.next == nullptr;
    };
    if (std::erase_if(m_messages, isDone) > 0)
        showRest();
}

void MessageBar::setLogRow(const QString& error, RecordNo row)
{
    for (Message& message : m_messages) {
        if (message.tone == StatusTone::Error && message.text == error)
            message.row = row;
    }
    showRest();
}

void MessageBar::put(Message message)
{
    constexpr std::size_t kMost = 20;
    const bool isError = message.tone == StatusTone::Error;
    // What was done before an error came is old by the time it is closed; what asks for something is not.
    std::erase_if(m_messages, [&](const Message& other) {
        const bool isAgain =
            isError && other.tone == message.tone && !other.about.isEmpty() && other.about == message.about;
        return other.text == message.text || isAgain
            || (other.tone != StatusTone::Error && (!isError || other.tone == StatusTone::Ok));
    });
    const bool waits = message.tone == StatusTone::Warning;
    m_messages.insert(waits ? m_messages.begin() : m_messages.end(), std::move(message));
    if (m_messages.size() > kMost)
        m_messages.erase(m_messages.begin());
}

void MessageBar::closeShown()
{
    m_messages.pop_back();
    showRest();
}

void MessageBar::showRest()
{
    if (m_messages.empty())
        hide();
    else if (m_text->text() != m_messages.back().text)
        showFront();
    else
        fill();
}

void MessageBar::showFront()
{
    fill();
    show();
    QAccessibleEvent announcement(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
    Q_EMIT shown(m_text->text());
}

void MessageBar::fill()
{
    const auto& [tone, text, next, about, row] = m_messages.back();
    m_tone = tone;
    const Icon icon = tone == StatusTone::Ok ? Icon::Info : tone == StatusTone::Warning ? Icon::Warning : Icon::Error;
    m_icon->setIcon(themedIcon(icon, tone));
    m_text->setText(text);
    m_text->setAccessibleName(text);
    const int more = static_cast<int>(m_messages.size()) - 1;
    m_more->setVisible(more > 0);
    m_more->setText(tr("%n more", "messages behind this one", more));
    m_next->setVisible(next != nullptr);
    m_next->setDefaultAction(next);
    if (next != nullptr)
        m_next->setAccessibleName(next->iconText());
    m_log->setVisible(row.has_value());
    update();
}

void MessageBar::showError(const Error& error, QAction* next)
{
    const QString advice = adviceFor(error.kind);
    showMessage(StatusTone::Error,
        advice.isEmpty() ? error.text() : tr("%1. %2", "error, advice").arg(error.text(), advice), next, fileIn(error));
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.row(m_tone));
    const int x = layoutDirection() == Qt::RightToLeft ? width() - kHalfGrid : 0;
    painter.fillRect(QRect(x, 0, kHalfGrid, height()), colors.mark(m_tone));
}

} // namespace dmsc
