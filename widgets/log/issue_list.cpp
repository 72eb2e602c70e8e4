// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/issue_list.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/empty_hint.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace dmsc {

namespace {

/// The level as an icon before the name, and the status in its colour.
class IssueDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto level = static_cast<StatusLevel>(index.data(LogIssueModel::LevelRole).toInt());
        const StatusTone tone = level == StatusLevel::Error ? StatusTone::Error : StatusTone::Warning;
        if (index.column() == LogIssueModel::Name) {
            option->icon = themedIcon(tone == StatusTone::Error ? Icon::Error : Icon::Warning, tone);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
        } else if (index.column() == LogIssueModel::Status) {
            const ThemeColors& colors = colorsFor(option->palette);
            option->palette.setColor(QPalette::Text, colors.mark(tone, false));
            option->palette.setColor(QPalette::HighlightedText, colors.mark(tone, true));
        }
    }
};

} // namespace

IssueList::IssueList(LogIssueModel& model, QWidget* parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("logIssues"));
    setAccessibleName(tr("Warnings and errors of the session log"));
    setModel(&model);
    setItemDelegate(new IssueDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(dmsc::rowHeight(fontMetrics().height()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(LogIssueModel::Name, QHeaderView::Stretch);
    for (const int column : {LogIssueModel::Count, LogIssueModel::Status})
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the names give way
    setMinimumWidth(24 * kGrid);
    new EmptyHint(*this, tr("Warnings and errors of the log will be listed here."));
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
}

void IssueList::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT chosen(currentIndex().row());
    } else {
        QTableView::keyPressEvent(event);
    }
}

} // namespace dmsc
