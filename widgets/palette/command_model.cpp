// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/command_model.h"

#include "widgets/palette/word_match.h"

#include <QAction>

#include <algorithm>
#include <optional>
#include <utility>

namespace dmsc {

namespace {

/// Above every score of a match: what cannot run stands below what can.
constexpr int kDisabled = 1000;
/// What is called so itself stands first.
constexpr int kOtherWords = 100;

} // namespace

CommandModel::CommandModel(const ActionRegistry& registry, QObject* parent)
    : QAbstractListModel(parent)
    , m_registry(registry)
{
    setQuery({});
}

void CommandModel::setQuery(const QString& query)
{
    std::vector<std::pair<int, QAction*>> scored;
    for (QAction* action : m_registry.actions()) {
        const QString text = ActionRegistry::plainText(*action);
        auto score = wordMatch(query, text);
        if (!score) {
            score = wordMatch(query, text + QLatin1Char(' ') + m_registry.otherWords(*action));
            score = score ? std::optional(*score + kOtherWords) : std::nullopt;
        }
        if (score && action->isVisible() && !action->isSeparator()) {
            scored.emplace_back(*score + (action->isEnabled() ? 0 : kDisabled), action);
        }
    }
    std::stable_sort(
        scored.begin(), scored.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
    beginResetModel();
    m_found.clear();
    for (const auto& each : scored) {
        m_found.push_back(each.second);
    }
    endResetModel();
}

QAction* CommandModel::actionAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_found[static_cast<std::size_t>(row)] : nullptr;
}

int CommandModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QAction& action = *m_found[static_cast<std::size_t>(index.row())];
    const QString text = ActionRegistry::plainText(action);
    const QString shortcut = action.shortcut().toString(QKeySequence::NativeText);
    const QString whyNot = action.isEnabled() ? QString() : m_registry.whyNot(action);
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::DecorationRole:
        return action.icon();
    case ShortcutRole:
        return shortcut;
    case WhyNotRole:
        return action.isEnabled() || !whyNot.isEmpty() ? whyNot : tr("not available now");
    case Qt::AccessibleTextRole: {
        QStringList parts{text, shortcut};
        if (!action.isEnabled()) {
            parts.append(tr("not available"));
            parts.append(whyNot);
        }
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace dmsc
