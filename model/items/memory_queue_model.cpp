// SPDX-License-Identifier: Apache-2.0
#include "model/items/memory_queue_model.h"

#include "model/items/memory_rows.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<const char*, MemoryQueueModel::ColumnCount> kQueueHeaders = {
    QT_TRANSLATE_NOOP("MemoryQueueModel", "Entity"),
    QT_TRANSLATE_NOOP("MemoryQueueModel", "Result"),
    QT_TRANSLATE_NOOP("MemoryQueueModel", "Change"),
    QT_TRANSLATE_NOOP("MemoryQueueModel", "Blocks before, after"),
};

QString actionText(const MemoryRequest& request)
{
    const QString blocks = QLocale().toString(static_cast<qulonglong>(number(request.blocks)));
    switch (request.action) {
    case MemoryAction::Request:
        return QCoreApplication::translate("MemoryQueueModel", "request %1").arg(blocks);
    case MemoryAction::Extend:
        return QCoreApplication::translate("MemoryQueueModel", "extend by %1").arg(blocks);
    case MemoryAction::Reduce:
        return QCoreApplication::translate("MemoryQueueModel", "reduce by %1").arg(blocks);
    case MemoryAction::Release:
        return QCoreApplication::translate("MemoryQueueModel", "release what is not used");
    case MemoryAction::Delete:
        return QCoreApplication::translate("MemoryQueueModel", "delete all that it stored");
    }
    return {};
}

QString lessText(Blocks got, Blocks wanted)
{
    return QCoreApplication::translate("MemoryQueueModel", "%1 of %2 that were asked for")
        .arg(QLocale().toString(static_cast<qulonglong>(number(got))), blockCountText(wanted));
}

} // namespace

MemoryQueueModel::MemoryQueueModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void MemoryQueueModel::setMap(const MemoryMap& map)
{
    m_queue.setMap(map);
    refresh();
}

void MemoryQueueModel::userChanged()
{
    m_phase = Phase::Waiting;
    m_sent.clear();
    m_results.clear();
    refresh();
}

Result<void> MemoryQueueModel::want(std::string_view entity, Blocks blocks)
{
    auto wanted = m_queue.want(entity, blocks);
    userChanged();
    return wanted;
}

Result<void> MemoryQueueModel::wantDeleted(std::string_view entity)
{
    auto wanted = m_queue.wantDeleted(entity);
    userChanged();
    return wanted;
}

void MemoryQueueModel::remove(std::string_view entity)
{
    m_queue.remove(entity);
    userChanged();
}

void MemoryQueueModel::setChanges(const std::vector<MemoryChange>& changes)
{
    m_queue.setChanges(changes);
    userChanged();
}

std::vector<MemoryRequest> MemoryQueueModel::send()
{
    m_phase = Phase::Sent;
    m_sent = m_queue.steps();
    m_results.clear();
    refresh();
    return m_queue.requests();
}

void MemoryQueueModel::takeResults(const std::vector<MemoryResult>& results)
{
    if (m_phase != Phase::Sent)
        return;
    m_phase = Phase::Results;
    m_results = results;
    m_results.resize(m_sent.size());
    for (std::size_t i = 0; i < m_sent.size(); ++i)
        if (m_results[i].done())
            m_queue.remove(m_sent[i].change.entity);
    refresh();
}

void MemoryQueueModel::giveUp()
{
    if (m_phase == Phase::Sent)
        userChanged();
}

void MemoryQueueModel::dismissResults()
{
    if (m_phase == Phase::Results)
        userChanged();
}

MemoryQueueModel::Row MemoryQueueModel::waitingRow(const MemoryStep& step)
{
    if (!step.problem.isEmpty())
        return {step, Doubtful, step.problem};
    const bool less = !step.change.deletes && step.after < step.change.wanted;
    return less ? Row{step, Doubtful,
               QCoreApplication::translate("MemoryQueueModel", "the card will grant %1")
                   .arg(lessText(step.after, step.change.wanted))}
                : Row{step, Waits, QCoreApplication::translate("MemoryQueueModel", "waits")};
}

MemoryQueueModel::Row MemoryQueueModel::answeredRow(const MemoryStep& step, const MemoryResult& result)
{
    Row row{step, NotSent, result.text};
    if (result.done()) {
        row.step.after = result.granted;
        const bool less = !step.change.deletes && result.granted < step.change.wanted;
        row.outcome = less ? DoneInPart : Done;
        row.result = less ? QCoreApplication::translate("MemoryQueueModel", "granted %1")
                                .arg(lessText(result.granted, step.change.wanted))
                          : QCoreApplication::translate("MemoryQueueModel", "done");
    } else if (result.statusWord != 0) {
        row.step.after = row.step.before;
        row.outcome = Refused;
        row.result = QCoreApplication::translate("MemoryQueueModel", "refused, %1: %2")
                         .arg(QString::number(result.statusWord, 16).toUpper(), result.text);
    } else {
        row.step.after = row.step.before;
        row.result = QCoreApplication::translate("MemoryQueueModel", "not sent, because one before it was refused");
    }
    return row;
}

void MemoryQueueModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    if (m_phase == Phase::Waiting)
        for (const MemoryStep& step : m_queue.steps())
            m_rows.push_back(waitingRow(step));
    for (std::size_t i = 0; i < m_sent.size(); ++i)
        m_rows.push_back(m_phase == Phase::Results
                ? answeredRow(m_sent[i], m_results[i])
                : Row{m_sent[i], Sent, QCoreApplication::translate("MemoryQueueModel", "under way")});
    endResetModel();
    Q_EMIT queueChanged();
}

int MemoryQueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MemoryQueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MemoryQueueModel::text(const Row& row, int column)
{
    switch (column) {
    case EntityColumn:
        return QString::fromStdString(row.step.change.entity);
    case ChangeColumn:
        return actionText(row.step.request);
    case BarsColumn:
        return QStringLiteral("%1 → %2").arg(QLocale().toString(static_cast<qulonglong>(number(row.step.before))),
            QLocale().toString(static_cast<qulonglong>(number(row.step.after))));
    case ResultColumn:
        return row.result;
    default:
        return {};
    }
}

QVariant MemoryQueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto blocks = [](Blocks count) { return static_cast<qulonglong>(number(count)); };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text(row, index.column()));
    case EntityRole:
        return QString::fromStdString(row.step.change.entity);
    case OutcomeRole:
        return static_cast<int>(row.outcome);
    case BeforeRole:
        return blocks(row.step.before);
    case AfterRole:
        return blocks(row.step.after);
    case UsedRole:
        return blocks(row.step.used);
    case ScaleRole: {
        Blocks widest{1};
        for (const Row& each : m_rows)
            widest = std::max({widest, each.step.before, each.step.after});
        return blocks(widest);
    }
    default:
        return {};
    }
}

QVariant MemoryQueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QCoreApplication::translate("MemoryQueueModel", kQueueHeaders.at(static_cast<std::size_t>(section)));
    return {};
}

} // namespace dmsc
