// SPDX-License-Identifier: Apache-2.0
#include "model/items/decision_model.h"

#include "model/items/cell_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kMostNamed = 3; // URIs in a sentence

bool isYes(const Decision& decision)
{
    return decision.answer.verdict == PromptAnswer::Verdict::Yes;
}

} // namespace

std::vector<const PromptChange*> acceptedOf(const Decision& decision)
{
    std::vector<const PromptChange*> accepted;
    if (!isYes(decision))
        return accepted;
    for (std::size_t i = 0; i < decision.prompt.changes.size(); ++i) {
        const auto& chosen = decision.answer.accepted;
        if (!decision.prompt.partial || std::find(chosen.begin(), chosen.end(), i) != chosen.end())
            accepted.push_back(&decision.prompt.changes[i]);
    }
    return accepted;
}

DecisionModel::DecisionModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void DecisionModel::add(const Decision& decision, const QDateTime& when)
{
    beginInsertRows({}, 0, 0);
    m_rows.push_front({decision, when, false});
    endInsertRows();
    if (m_rows.size() <= kMost)
        return;
    const int last = int(m_rows.size()) - 1;
    beginRemoveRows({}, last, last);
    m_rows.pop_back();
    endRemoveRows();
}

bool DecisionModel::speaksOf(const Decision& kept) const
{
    const auto named = acceptedOf(kept);
    const auto same = [&](const Row& row) {
        return row.decision.device == kept.device
            && std::ranges::any_of(acceptedOf(row.decision), [&](const PromptChange* change) {
                   return std::ranges::any_of(
                       named, [&](const PromptChange* other) { return other->uri == change->uri; });
               });
    };
    return std::ranges::any_of(m_rows, same);
}

void DecisionModel::addKept(const Decision& decision, bool revoked)
{
    if (m_rows.size() >= kMost || speaksOf(decision))
        return;
    const int last = int(m_rows.size());
    beginInsertRows({}, last, last);
    m_rows.push_back({decision, QDateTime(), revoked});
    endInsertRows();
}

bool DecisionModel::revoke(int row)
{
    if (at(row) == nullptr || m_rows[std::size_t(row)].revoked)
        return false;
    m_rows[std::size_t(row)].revoked = true;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    return true;
}

void DecisionModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

const Decision* DecisionModel::at(int row) const
{
    return row >= 0 && std::size_t(row) < m_rows.size() ? &m_rows[std::size_t(row)].decision : nullptr;
}

bool DecisionModel::isRevoked(int row) const
{
    return at(row) != nullptr && m_rows[std::size_t(row)].revoked;
}

QString DecisionModel::undoText(int row) const
{
    const Decision* decision = at(row);
    if (decision == nullptr)
        return {};
    if (!isYes(*decision))
        return QCoreApplication::translate("DecisionModel",
            "Nothing was taken in, so there is nothing to undo. Run the flow again to be asked again.");
    const auto accepted = acceptedOf(*decision);
    if (accepted.empty())
        return QCoreApplication::translate(
            "DecisionModel", "It will be asked again. Nothing that can be undone followed from it.");
    QStringList steps;
    for (const PromptChange* change : accepted) {
        if (steps.size() == int(kMostNamed)) {
            steps << QCoreApplication::translate("DecisionModel", "and so on");
            break;
        }
        const QString uri = shownText(change->uri);
        steps << (change->kind == PromptChange::Kind::Add
                ? QCoreApplication::translate("DecisionModel", "%1 leaves the device").arg(uri)
                : QCoreApplication::translate("DecisionModel", "set %1 back yourself").arg(uri));
    }
    return QCoreApplication::translate("DecisionModel", "It will be asked again. What was taken in: %1.")
        .arg(steps.join(QStringLiteral("; ")));
}

int DecisionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DecisionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DecisionModel::cell(const Row& row, int column)
{
    const Prompt& prompt = row.decision.prompt;
    switch (column) {
    case TimeColumn:
        return row.when.isValid() ? QLocale().toString(row.when.time(), QLocale::ShortFormat)
                                  : QCoreApplication::translate("DecisionModel", "earlier");
    case AskerColumn:
        return prompt.asker.name;
    case QuestionColumn:
        return prompt.text.simplified();
    case AnswerColumn: {
        const QString answer = (isYes(row.decision) ? QStringLiteral("✓ ") : QStringLiteral("– "))
            + answerText(prompt, row.decision.answer);
        return row.revoked ? QCoreApplication::translate("DecisionModel", "%1, revoked").arg(answer) : answer;
    }
    default:
        return {};
    }
}

QVariant DecisionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == TimeColumn && row.when.isValid() ? QLocale().toString(row.when, QLocale::LongFormat)
                                                                  : cell(row, index.column());
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ")
            + cell(row, index.column());
    case AcceptedRole:
        return isYes(row.decision);
    case RevokedRole:
        return row.revoked;
    default:
        return {};
    }
}

QVariant DecisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return QCoreApplication::translate("DecisionModel", "Time");
    case AskerColumn:
        return QCoreApplication::translate("DecisionModel", "Who asked");
    case QuestionColumn:
        return QCoreApplication::translate("DecisionModel", "Question");
    case AnswerColumn:
        return QCoreApplication::translate("DecisionModel", "Answer");
    default:
        return {};
    }
}

} // namespace dmsc
