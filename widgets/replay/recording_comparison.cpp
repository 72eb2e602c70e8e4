// SPDX-License-Identifier: Apache-2.0
#include "widgets/replay/recording_comparison.h"

#include "model/items/field_difference_model.h"
#include "model/items/row_pair_model.h"
#include "widgets/handshake/tone_label.h"
#include "widgets/replay/pair_delegate.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace dmsc {

namespace {

void setUpTable(QTableView& table, QAbstractItemModel& model, std::initializer_list<int> characters)
{
    table.setModel(&model);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setTextElideMode(Qt::ElideMiddle);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight(table.fontMetrics().height()));
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    int column = 0;
    for (const int width : characters)
        table.setColumnWidth(column++, width * table.fontMetrics().averageCharWidth());
}

} // namespace

RecordingComparison::RecordingComparison(QWidget* parent)
    : QWidget(parent)
    , m_rows(new RowPairModel(this))
    , m_fields(new FieldDifferenceModel(this))
    , m_verdict(new ToneLabel(this))
    , m_notes(new QLabel(this))
    , m_hideSame(new QCheckBox(tr("&Hide what is the same"), this))
    , m_reveal(new QCheckBox(tr("Show &secrets"), this))
    , m_next(new QAction(themedIcon(Icon::NextDifference), tr("Next difference"), this))
    , m_previous(new QAction(themedIcon(Icon::PreviousDifference), tr("Previous difference"), this))
    , m_show(new QAction(themedIcon(Icon::Log), tr("Show in the log"), this))
    , m_table(new QTableView(this))
    , m_fieldTable(new QTableView(this))
    , m_fieldTitle(new QLabel(this))
{
    setObjectName(QStringLiteral("recordingComparison"));
    auto* panes = new QSplitter(Qt::Vertical, this);
    panes->setObjectName(QStringLiteral("comparisonPanes"));
    panes->setChildrenCollapsible(false);
    panes->addWidget(buildRows());
    panes->addWidget(buildFields());
    panes->setStretchFactor(0, 2);
    panes->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kHalfGrid);
    layout->addWidget(buildHead());
    layout->addWidget(m_notes);
    layout->addWidget(panes, 1);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordingComparison::showCurrent);
    clear();
}

QWidget* RecordingComparison::buildHead()
{
    m_verdict->setObjectName(QStringLiteral("comparisonVerdict"));
    m_notes->setObjectName(QStringLiteral("comparisonNotes"));
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(kGrid, 0, kGrid, 0);
    m_hideSame->setObjectName(QStringLiteral("hideSame"));
    m_reveal->setObjectName(QStringLiteral("revealSecrets"));
    m_next->setObjectName(QStringLiteral("nextRowDifference"));
    m_next->setShortcut(Qt::Key_F7);
    m_previous->setObjectName(QStringLiteral("previousRowDifference"));
    m_previous->setShortcut(Qt::SHIFT | Qt::Key_F7);
    m_show->setObjectName(QStringLiteral("showRowInLog"));
    m_show->setShortcut(Qt::CTRL | Qt::Key_Return);
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(kGrid, kHalfGrid, kGrid, 0);
    row->addWidget(m_verdict, 1);
    row->addWidget(m_hideSame);
    row->addWidget(m_reveal);
    for (QAction* action : {m_previous, m_next, m_show}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(
            QStringLiteral("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        addAction(action);
        auto* button = new QToolButton(head);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    connect(m_next, &QAction::triggered, this, &RecordingComparison::nextDifference);
    connect(m_previous, &QAction::triggered, this, &RecordingComparison::previousDifference);
    connect(m_show, &QAction::triggered, this, &RecordingComparison::chooseCurrent);
    connect(m_hideSame, &QCheckBox::toggled, this, &RecordingComparison::hideSame);
    connect(m_reveal, &QCheckBox::toggled, this, &RecordingComparison::showFields);
    return head;
}

QWidget* RecordingComparison::buildRows()
{
    m_table->setObjectName(QStringLiteral("rowPairs"));
    m_table->setAccessibleName(tr("Rows of both recordings"));
    setUpTable(*m_table, *m_rows, {6, 44, 9, 16, 6, 44, 9});
    m_table->setItemDelegate(new PairDelegate(RowPairModel::AgreementRole, RowPairModel::GapRole, m_table));
    m_table->addActions({m_previous, m_next, m_show});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table, &QTableView::activated, this, &RecordingComparison::chooseCurrent);
    m_table->horizontalHeader()->setSectionResizeMode(RowPairModel::LeftName, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(RowPairModel::RightName, QHeaderView::Stretch);
    return m_table;
}

QWidget* RecordingComparison::buildFields()
{
    auto* pane = new QWidget(this);
    auto* layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->setSpacing(kHalfGrid);
    m_fieldTitle->setObjectName(QStringLiteral("fieldTitle"));
    m_fieldTitle->setTextFormat(Qt::PlainText);
    m_fieldTitle->setContentsMargins(kGrid, kHalfGrid, kGrid, 0);
    m_fieldTitle->setBuddy(m_fieldTable);
    m_fieldTable->setObjectName(QStringLiteral("fieldDifferences"));
    m_fieldTable->setAccessibleName(tr("Fields that differ"));
    setUpTable(*m_fieldTable, *m_fields, {40, 16, 36, 36, 30});
    m_fieldTable->setItemDelegate(new PairDelegate(FieldDifferenceModel::AgreementRole, std::nullopt, m_fieldTable));
    m_fieldTable->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(m_fieldTitle);
    layout->addWidget(m_fieldTable, 1);
    return pane;
}

void RecordingComparison::setReport(const ReplayReport& report)
{
    setComparison(report.recorded, report.answered, report.compared, tr("Recorded"), tr("Now"));
    showVerdict(report.compared, report.notes);
}

void RecordingComparison::setComparison(const Recording& left, const Recording& right,
    const ComparedRecordings& compared, const QString& leftName, const QString& rightName)
{
    m_rows->set(left, right, compared.rows);
    m_rows->setNames(leftName, rightName);
    showVerdict(compared, {});
    const int first = m_rows->nextDifference(-1);
    goTo(first >= 0 ? first : 0);
    showCurrent();
}

void RecordingComparison::clear()
{
    m_rows->set({}, {}, {});
    m_verdict->setText(tr("Nothing has been compared yet."));
    m_verdict->setTone(std::nullopt);
    m_notes->hide();
    showCurrent();
}

bool RecordingComparison::isEmpty() const
{
    return m_rows->left().store.isEmpty() && m_rows->right().store.isEmpty();
}

void RecordingComparison::showVerdict(const ComparedRecordings& compared, const std::vector<QString>& notes)
{
    const bool agree = compared.agree();
    m_verdict->setText(
        QStringLiteral("%1 %2").arg(agree ? QStringLiteral("=") : QStringLiteral("#"), verdictText(compared)));
    m_verdict->setTone(agree ? StatusTone::Ok : StatusTone::Warning);
    QStringList lines;
    for (const QString& note : notes)
        lines += note;
    m_notes->setText(lines.join(QLatin1Char('\n')));
    m_notes->setVisible(!lines.isEmpty());
}

void RecordingComparison::hideSame(bool hide)
{
    const int row = currentRow();
    const auto left = row >= 0 ? m_rows->pairAt(row).left : std::nullopt;
    m_rows->setSameHidden(hide);
    goTo(left ? std::max(m_rows->rowOf(*left), 0) : 0);
    showCurrent();
}

int RecordingComparison::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void RecordingComparison::goTo(int row)
{
    if (row < 0 || row >= m_rows->rowCount())
        return;
    m_table->setCurrentIndex(m_rows->index(row, RowPairModel::State));
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::EnsureVisible);
}

void RecordingComparison::nextDifference()
{
    goTo(m_rows->nextDifference(currentRow()));
}

void RecordingComparison::previousDifference()
{
    const int row = currentRow();
    goTo(m_rows->previousDifference(row < 0 ? m_rows->rowCount() : row));
}

const Recording& RecordingComparison::left() const
{
    return m_rows->left();
}

const Recording& RecordingComparison::right() const
{
    return m_rows->right();
}

QString RecordingComparison::leftName() const
{
    return m_rows->headerData(RowPairModel::LeftName, Qt::Horizontal, Qt::DisplayRole).toString();
}

QString RecordingComparison::rightName() const
{
    return m_rows->headerData(RowPairModel::RightName, Qt::Horizontal, Qt::DisplayRole).toString();
}

/// The side of the cell that the cursor is in, the other one where that is a gap.
void RecordingComparison::chooseCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const RowPair pair = m_rows->pairAt(current.row());
    const bool wantsRight = current.column() > RowPairModel::State;
    if (pair.right && (wantsRight || !pair.left))
        Q_EMIT rightRowChosen(*pair.right);
    else if (pair.left)
        Q_EMIT leftRowChosen(*pair.left);
}

void RecordingComparison::showCurrent()
{
    showFields();
    updateActions();
    const int row = currentRow();
    const RowPair pair = row >= 0 ? m_rows->pairAt(row) : RowPair();
    Q_EMIT currentRowChanged(pair.left, pair.right);
}

void RecordingComparison::showFields()
{
    const int row = currentRow();
    const RowPair pair = row >= 0 ? m_rows->pairAt(row) : RowPair();
    std::vector<FieldDifference> fields;
    if (pair.left && pair.right) {
        fields = differences(m_rows->left(), *pair.left, m_rows->right(), *pair.right);
        if (!m_reveal->isChecked())
            hideSecrets(fields, m_rows->left().store.secrets(*pair.left), m_rows->right().store.secrets(*pair.right));
    }
    const int count = static_cast<int>(fields.size());
    m_fieldTitle->setText(row < 0       ? tr("Choose a row to see in which fields it differs.")
            : !pair.left || !pair.right ? tr("Only one side has this row.")
            : count == 0                ? tr("No field differs.")
                                        : tr("%n field(s) differ", nullptr, count));
    m_fields->set(std::move(fields));
}

void RecordingComparison::updateActions()
{
    const int row = currentRow();
    m_next->setEnabled(m_rows->nextDifference(row) >= 0);
    m_previous->setEnabled(row >= 0 && m_rows->previousDifference(row) >= 0);
    m_show->setEnabled(row >= 0);
}

} // namespace dmsc
