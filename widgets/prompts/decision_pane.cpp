// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/decision_pane.h"

#include "widgets/handshake/note_frame.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace dmsc {

namespace {

constexpr int kAnswerLetters = 18;

/// Answers can be whole sentences: they leave room for the questions.
class ShortAnswers : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int most = kAnswerLetters * option.fontMetrics.averageCharWidth();
        return QStyledItemDelegate::sizeHint(option, index).boundedTo({most, QWIDGETSIZE_MAX});
    }
};

} // namespace

DecisionPane::DecisionPane(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeView)
    , m_empty(new QLabel(tr("Nothing was decided yet. What the handset asks and how it was answered is kept here.")))
    , m_note(new NoteFrame)
    , m_revoke(new QPushButton(themedIcon(Icon::Undo), tr("&Revoke")))
{
    setObjectName(QStringLiteral("decisionPane"));
    m_list->setObjectName(QStringLiteral("decisionList"));
    m_list->setAccessibleName(tr("Decisions"));
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_list->setTabKeyNavigation(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {DecisionModel::AskerColumn, DecisionModel::QuestionColumn})
        m_list->header()->setSectionResizeMode(column, QHeaderView::Stretch); // what is cut is told by its tool tip
    m_list->setItemDelegateForColumn(DecisionModel::AnswerColumn, new ShortAnswers(m_list));
    m_list->header()->setStretchLastSection(false);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_revoke->setObjectName(QStringLiteral("decisionRevoke"));
    m_revoke->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kHalfGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    layout->setSpacing(kHalfGrid);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_revoke, 0, Qt::AlignLeft);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_note->clear();
        check();
    });
    connect(m_revoke, &QPushButton::clicked, this, &DecisionPane::revoke);
    check();
}

DecisionPane::~DecisionPane()
{
    delete m_list; // before the model that it shows
}

void DecisionPane::add(const Decision& decision, const QDateTime& when)
{
    m_model.add(decision, when);
    check();
    Q_EMIT countChanged(m_model.rowCount());
}

void DecisionPane::addKept(const Decision& decision, bool revoked)
{
    m_model.addKept(decision, revoked);
    check();
    Q_EMIT countChanged(m_model.rowCount());
}

void DecisionPane::takeFocus()
{
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

void DecisionPane::check()
{
    const bool any = m_model.rowCount() > 0;
    m_empty->setVisible(!any);
    m_list->setVisible(any);
    m_revoke->setVisible(any);
    const int row = m_list->currentIndex().row();
    const QString why = row < 0  ? tr("Select a decision first")
        : m_model.isRevoked(row) ? tr("It was revoked already")
                                 : QString();
    m_revoke->setEnabled(why.isEmpty());
    m_revoke->setToolTip(
        why.isEmpty() ? tr("Take this decision back: what is there by it alone leaves the device") : why);
}

void DecisionPane::revoke()
{
    const int row = m_list->currentIndex().row();
    if (!m_model.revoke(row))
        return;
    m_note->say(StatusTone::Warning, m_model.undoText(row));
    check();
    Q_EMIT revoked(*m_model.at(row));
}

} // namespace dmsc
