// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/idle_page.h"

#include "widgets/handshake/tone_label.h"
#include "widgets/theme/grid.h"

#include <QAccessible>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace dmsc {

namespace {

constexpr int kLookMs = 5000; // how late the clock may be
constexpr double kClockSize = 2.4;

QString glyphOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Finished:
        return QStringLiteral("✓ ");
    case Notice::Kind::Warning:
        return QStringLiteral("! ");
    case Notice::Kind::Information:
        break;
    }
    return {};
}

} // namespace

IdlePage::IdlePage(QWidget* parent)
    : QWidget(parent)
    , m_time(new QLabel)
    , m_date(new ToneLabel)
    , m_notice(new ToneLabel)
    , m_from(new ToneLabel)
{
    setObjectName(QStringLiteral("handsetIdle"));
    m_time->setObjectName(QStringLiteral("handsetClock"));
    m_notice->setObjectName(QStringLiteral("handsetNotice"));
    m_from->setObjectName(QStringLiteral("handsetNoticeFrom"));
    for (QLabel* label : std::initializer_list<QLabel*>{m_time, m_date, m_notice, m_from})
        label->setAlignment(Qt::AlignCenter);
    m_notice->setText(tr("Nobody asks anything."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kHalfGrid);
    layout->addStretch(1);
    layout->addWidget(m_time);
    layout->addWidget(m_date);
    layout->addSpacing(2 * kGrid);
    layout->addWidget(m_notice);
    layout->addWidget(m_from);
    layout->addStretch(2);
    fit();
    m_minutes.setInterval(kLookMs);
    connect(&m_minutes, &QTimer::timeout, this, &IdlePage::showTime);
    setHandset({});
}

void IdlePage::setHandset(const QString& name)
{
    m_date->setText(name.isEmpty() ? tr("No handset is open") : name);
    showTime();
}

void IdlePage::tell(const Notice& notice, const QTime& when)
{
    m_notice->setTone(notice.kind == Notice::Kind::Finished ? std::optional(StatusTone::Ok)
            : notice.kind == Notice::Kind::Warning          ? std::optional(StatusTone::Warning)
                                                            : std::nullopt);
    m_notice->setText(glyphOf(notice.kind) + notice.text);
    const QString at = QLocale().toString(when, QLocale::ShortFormat);
    m_from->setText(notice.asker.name.isEmpty() ? at : notice.asker.name + QStringLiteral(", ") + at);
    m_notice->setAccessibleName(notice.text);
    QAccessibleEvent announcement(m_notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

QString IdlePage::notice() const
{
    return m_from->text().isEmpty() ? QString() : m_notice->text();
}

void IdlePage::showTime()
{
    m_time->setText(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
}

void IdlePage::fit()
{
    m_fitting = true;
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * kClockSize);
    large.setWeight(QFont::Light);
    m_time->setFont(large);
    m_fitting = false;
}

void IdlePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_fitting)
        fit();
}

void IdlePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showTime();
    m_minutes.start();
}

void IdlePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_minutes.stop();
}

} // namespace dmsc
