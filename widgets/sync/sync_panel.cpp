// SPDX-License-Identifier: Apache-2.0
#include "widgets/sync/sync_panel.h"

#include "model/compare/plan.h"
#include "widgets/handshake/note_frame.h"
#include "widgets/sync/conflict_view.h"
#include "widgets/sync/policy_form.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

int countFor(const std::vector<Operation>& operations, Side side)
{
    return int(std::count_if(
        operations.begin(), operations.end(), [side](const Operation& each) { return each.side == side; }));
}

QLabel* headingOf(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setBuddy(buddy);
    return label;
}

} // namespace

SyncPanel::SyncPanel(QWidget* parent)
    : QDialog(parent)
    , m_summary(new NoteFrame)
    , m_policies(new PolicyForm)
    , m_conflicts(new ConflictView)
    , m_previewTitle(new QLabel)
    , m_preview(new QTableView)
    , m_why(new QLabel)
    , m_again(new QPushButton(themedIcon(Icon::Sync), tr("&Look again")))
    , m_save(new QPushButton(themedIcon(Icon::Save), tr("Sa&ve as SyncML...")))
    , m_apply(new QPushButton(themedIcon(Icon::Apply), tr("&Synchronise")))
    , m_close(new QPushButton(tr("Close")))
{
    setObjectName(QStringLiteral("syncPanel"));
    setWindowTitle(tr("Synchronise device and card"));
    setModal(false);
    m_summary->setObjectName(QStringLiteral("syncSummary"));
    m_why->setObjectName(QStringLiteral("syncWhyNot"));
    m_why->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("syncAgain"));
    m_save->setObjectName(QStringLiteral("syncSave"));
    m_apply->setObjectName(QStringLiteral("syncApply"));
    m_close->setObjectName(QStringLiteral("syncClose"));
    for (QPushButton* button : {m_again, m_save, m_apply})
        button->setAutoDefault(false);
    m_close->setDefault(true); // the safe answer
    buildLayout();
    connect(m_policies, &PolicyForm::changed, this, [this] { Q_EMIT planRequested(rules()); });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT planRequested(rules()); });
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(m_conflicts->model().choices()); });
    connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT applyRequested(m_conflicts->model().choices()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_conflicts, &ConflictView::choicesChanged, this, &SyncPanel::updatePreview);
    resize(146 * kGrid, 82 * kGrid);
    check();
}

SyncPanel::~SyncPanel()
{
    delete m_preview; // before the model that it shows
}

QWidget* SyncPanel::buildPreview()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->setSpacing(kHalfGrid);
    m_previewTitle->setObjectName(QStringLiteral("syncPreviewTitle"));
    m_preview->setObjectName(QStringLiteral("syncPreview"));
    m_preview->setAccessibleName(tr("What would be done on either side"));
    m_preview->setModel(&m_model);
    m_preview->setShowGrid(false);
    m_preview->setWordWrap(false);
    m_preview->setTabKeyNavigation(false);
    m_preview->setAlternatingRowColors(true);
    m_preview->setTextElideMode(Qt::ElideMiddle);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_preview->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics().height()));
    m_preview->horizontalHeader()->setHighlightSections(false);
    m_preview->horizontalHeader()->setStretchLastSection(true);
    m_preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_preview->setColumnHidden(PlanModel::ResultColumn, true);
    const int character = fontMetrics().averageCharWidth();
    for (const int own : {PlanModel::SideColumn, PlanModel::KindColumn, PlanModel::PropertyColumn})
        m_preview->horizontalHeader()->setSectionResizeMode(own, QHeaderView::ResizeToContents);
    m_preview->setColumnWidth(PlanModel::UriColumn, 44 * character);
    column->addWidget(m_previewTitle);
    column->addWidget(m_preview, 1);
    return part;
}

void SyncPanel::buildLayout()
{
    auto* left = new QWidget;
    auto* policies = new QVBoxLayout(left);
    policies->setContentsMargins({});
    policies->setSpacing(kHalfGrid);
    policies->addWidget(headingOf(tr("What decides conflicts"), m_policies));
    policies->addWidget(m_policies, 1);
    auto* right = new QSplitter(Qt::Vertical);
    right->setChildrenCollapsible(false);
    right->setHandleWidth(kGrid);
    right->addWidget(m_conflicts);
    right->addWidget(buildPreview());
    right->setSizes({3000, 2500});
    auto* middle = new QSplitter(Qt::Horizontal);
    middle->setChildrenCollapsible(false);
    middle->setHandleWidth(2 * kGrid);
    middle->addWidget(left);
    middle->addWidget(right);
    middle->setSizes({260, 700});
    middle->setStretchFactor(1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_why, 1);
    buttons->addWidget(m_again);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    buttons->addWidget(m_apply);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_summary);
    layout->addWidget(middle, 1);
    layout->addLayout(buttons);
}

void SyncPanel::setPlan(const SyncPlan& plan)
{
    m_plan = plan;
    m_done = false;
    m_policies->setTree(plan.device.get());
    m_conflicts->setInput({plan.merge, plan.base, plan.device, plan.card, plan.deviceName, plan.cardName});
    m_summary->say(plan.merge->conflicts.empty() ? StatusTone::Ok : StatusTone::Warning, summary());
    updatePreview();
}

QString SyncPanel::summary() const
{
    const Merge& merge = *m_plan->merge;
    const int toDevice = countFor(merge.operations, Side::Device);
    const int toCard = countFor(merge.operations, Side::Card);
    const int conflicts = int(merge.conflicts.size());
    QStringList words;
    words << (merge.hadBase ? tr("What changed on %1 and %2 since their last synchronisation:")
                                  .arg(m_plan->deviceName, m_plan->cardName)
                            : tr("%1 and %2 meet for the first time, or one was made anew or set back: what only one "
                                 "has is given to the other, and nothing is deleted.")
                                  .arg(m_plan->deviceName, m_plan->cardName));
    if (toDevice + toCard + conflicts == 0) {
        words << tr("Both sides are the same already.");
        return words.join(QLatin1Char(' '));
    }
    words << tr("%n change(s) for the device,", nullptr, toDevice) << tr("%n change(s) for the card,", nullptr, toCard)
          << tr("%n conflict(s) between them.", nullptr, conflicts);
    if (merge.alreadyEqual > 0)
        words << tr("%n change(s) were made alike on both sides.", nullptr, int(merge.alreadyEqual));
    return words.join(QLatin1Char(' '));
}

std::vector<PolicyRule> SyncPanel::rules() const
{
    return m_policies->rules();
}

void SyncPanel::updatePreview()
{
    if (!m_plan)
        return;
    const auto resolved =
        resolve(*m_plan->merge, m_conflicts->model().choices(), m_plan->base.get(), *m_plan->device, *m_plan->card);
    m_operations = resolved ? *resolved : m_plan->merge->operations;
    Plan plan;
    plan.append(m_operations);
    m_model.setPlan(plan);
    // The header does not look at rows that come by and by.
    for (const int own : {PlanModel::SideColumn, PlanModel::KindColumn, PlanModel::PropertyColumn})
        m_preview->resizeColumnToContents(own);
    const QString counts = tr("Device: %1 operations, card: %2 operations")
                               .arg(countFor(m_operations, Side::Device))
                               .arg(countFor(m_operations, Side::Card));
    m_previewTitle->setText(resolved ? counts : tr("%1, without what is open").arg(counts));
    check();
}

QString SyncPanel::whyNot() const
{
    if (!m_busy.isEmpty())
        return m_busy;
    if (!m_plan)
        return tr("Both sides are being looked at");
    if (m_done)
        return tr("It is done; look again to see what is new");
    if (const int open = m_conflicts->model().openCount(); open > 0)
        return tr("%n conflict(s) are still open: decide them first", nullptr, open);
    return m_operations.empty() && m_plan->merge->hadBase ? tr("There is nothing to do") : QString();
}

void SyncPanel::check()
{
    const QString why = whyNot();
    m_apply->setEnabled(why.isEmpty());
    m_apply->setToolTip(why.isEmpty() ? tr("One change on both sides: all of it or nothing") : why);
    m_save->setEnabled(why.isEmpty());
    m_save->setToolTip(why.isEmpty() ? tr("One Atomic for either side, for others to carry out") : why);
    m_why->setText(why);
    const bool free = m_busy.isEmpty();
    m_again->setEnabled(free);
    m_policies->setEnabled(free && !m_done);
    m_conflicts->setEnabled(free && !m_done);
}

void SyncPanel::setBusy(const QString& why)
{
    m_busy = why;
    check();
}

void SyncPanel::setFailure(const QString& text)
{
    m_summary->say(StatusTone::Error, text);
    check();
}

void SyncPanel::setSaved(const QStringList& files)
{
    m_summary->say(StatusTone::Ok,
        tr("Nothing was carried out; what would be done is in %1").arg(files.join(QStringLiteral(", "))));
}

void SyncPanel::setDone(const QString& outcome)
{
    m_done = true;
    m_summary->say(StatusTone::Ok, outcome);
    check();
}

} // namespace dmsc
