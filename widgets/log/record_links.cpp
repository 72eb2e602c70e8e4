// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/record_links.h"

#include "widgets/theme/grid.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QToolButton>

namespace dmsc {

namespace {

QString relationText(RecordRelation relation, bool several)
{
    const auto either = [several](const char* one, const char* many) {
        return QCoreApplication::translate("RecordLinks", several ? many : one);
    };
    switch (relation) {
    case RecordRelation::CarriedBy:
        return either(QT_TRANSLATE_NOOP("RecordLinks", "carried by row %1"),
            QT_TRANSLATE_NOOP("RecordLinks", "carried by rows %1 to %2"));
    case RecordRelation::Carries:
        return either(QT_TRANSLATE_NOOP("RecordLinks", "carries row %1"),
            QT_TRANSLATE_NOOP("RecordLinks", "carries rows %1 to %2"));
    case RecordRelation::Answers:
        return either(QT_TRANSLATE_NOOP("RecordLinks", "answers row %1"),
            QT_TRANSLATE_NOOP("RecordLinks", "answers rows %1 to %2"));
    case RecordRelation::AnsweredBy:
        return either(QT_TRANSLATE_NOOP("RecordLinks", "answered by row %1"),
            QT_TRANSLATE_NOOP("RecordLinks", "answered by rows %1 to %2"));
    case RecordRelation::WrappedAs:
        return either(QT_TRANSLATE_NOOP("RecordLinks", "wrapped as row %1"),
            QT_TRANSLATE_NOOP("RecordLinks", "wrapped as rows %1 to %2"));
    case RecordRelation::Unwrapped:
        return either(QT_TRANSLATE_NOOP("RecordLinks", "unwrapped in row %1"),
            QT_TRANSLATE_NOOP("RecordLinks", "unwrapped in rows %1 to %2"));
    case RecordRelation::SameExchange:
        break;
    }
    return either(QT_TRANSLATE_NOOP("RecordLinks", "belongs to row %1"),
        QT_TRANSLATE_NOOP("RecordLinks", "belongs to rows %1 to %2"));
}

} // namespace

QString linkText(const RecordLink& link)
{
    const bool several = link.first != link.last;
    const QString text = relationText(link.relation, several).arg(link.first.shown());
    return several ? text.arg(link.last.shown()) : text;
}

RecordLinks::RecordLinks(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("logLinks"));
    m_layout->setContentsMargins(kHalfGrid, 0, kHalfGrid, 0);
    m_layout->setSpacing(kHalfGrid);
    m_layout->addStretch();
    hide();
}

void RecordLinks::setLinks(const std::vector<RecordLink>& links)
{
    // Later: the one that was clicked may be the reason for the new links.
    for (QToolButton* old : findChildren<QToolButton*>()) {
        m_layout->removeWidget(old);
        old->hide();
        old->setParent(nullptr);
        old->deleteLater();
    }
    int place = 0;
    for (const RecordLink& link : links) {
        auto* button = new QToolButton(this);
        button->setText(linkText(link));
        button->setToolTip(tr("Shows this row"));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, number = link.first] { Q_EMIT activated(number); });
        m_layout->insertWidget(place++, button);
    }
    setVisible(!links.empty());
}

} // namespace dmsc
