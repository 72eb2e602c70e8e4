// SPDX-License-Identifier: Apache-2.0
#include "model/items/conflict_model.h"

#include "model/items/cell_text.h"
#include "model/items/conflict_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<const char*, ConflictModel::ColumnCount> kConflictHeaders = {
    QT_TRANSLATE_NOOP("ConflictModel", "Where"),
    QT_TRANSLATE_NOOP("ConflictModel", "What"),
    QT_TRANSLATE_NOOP("ConflictModel", "Base"),
    QT_TRANSLATE_NOOP("ConflictModel", "Device"),
    QT_TRANSLATE_NOOP("ConflictModel", "Card"),
    QT_TRANSLATE_NOOP("ConflictModel", "Choice"),
};

constexpr Choice kChoices[] = {Choice::Open, Choice::Base, Choice::Device, Choice::Card};

std::optional<Choice> columnChoice(int column)
{
    switch (column) {
    case ConflictModel::BaseColumn:
        return Choice::Base;
    case ConflictModel::DeviceColumn:
        return Choice::Device;
    case ConflictModel::CardColumn:
        return Choice::Card;
    default:
        return std::nullopt;
    }
}

} // namespace

ConflictModel::ConflictModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ConflictModel::setInput(const ConflictInput& input)
{
    beginResetModel();
    m_input = input;
    m_choices = input.merge ? input.merge->suggested : std::vector<Choice>();
    m_choices.resize(input.merge ? input.merge->conflicts.size() : 0, Choice::Open);
    m_byUser.assign(m_choices.size(), false);
    endResetModel();
    Q_EMIT openCountChanged(openCount());
}

const MergeConflict& ConflictModel::conflict(int row) const
{
    return m_input.merge->conflicts.at(static_cast<std::size_t>(row));
}

int ConflictModel::openCount() const
{
    return static_cast<int>(std::count(m_choices.begin(), m_choices.end(), Choice::Open));
}

bool ConflictModel::choose(int row, Choice choice)
{
    if (row < 0 || row >= rowCount() || (choice == Choice::Base && !m_input.merge->hadBase))
        return false;
    const int before = openCount();
    setChoice(row, choice);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    if (const int now = openCount(); now != before)
        Q_EMIT openCountChanged(now);
    return true;
}

void ConflictModel::chooseAll(Choice choice)
{
    if (m_choices.empty() || (choice == Choice::Base && !m_input.merge->hadBase))
        return;
    for (int row = 0; row < rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const bool back = choice == Choice::Open && at < m_input.merge->suggested.size();
        setChoice(row, back ? m_input.merge->suggested[at] : choice);
        if (choice == Choice::Open)
            m_byUser[at] = false;
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT openCountChanged(openCount());
}

void ConflictModel::setChoice(int row, Choice choice)
{
    const auto at = static_cast<std::size_t>(row);
    m_choices[at] = choice;
    m_byUser[at] = choice != Choice::Open;
}

int ConflictModel::nextOpen(int from) const
{
    const int rows = rowCount();
    const int start = std::clamp(from, -1, rows - 1);
    for (int step = 1; step <= rows; ++step)
        if (const int row = (start + step) % rows; m_choices[static_cast<std::size_t>(row)] == Choice::Open)
            return row;
    return -1;
}

QString ConflictModel::choiceWord(Choice choice)
{
    switch (choice) {
    case Choice::Open:
        return QCoreApplication::translate("ConflictModel", "not decided");
    case Choice::Base:
        return QCoreApplication::translate("ConflictModel", "back to the base");
    case Choice::Card:
        return QCoreApplication::translate("ConflictModel", "take the card's");
    case Choice::Device:
        return QCoreApplication::translate("ConflictModel", "take the device's");
    }
    return {};
}

QString ConflictModel::choiceMeans(int row, Choice choice) const
{
    return row < 0 || row >= rowCount() ? QString() : conflictChoiceText(m_input, conflict(row), choice);
}

int ConflictModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

int ConflictModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConflictModel::text(int row, int column) const
{
    const MergeConflict& shown = conflict(row);
    switch (column) {
    case WhereColumn:
        return shown.device == shown.card
            ? shownText(shown.device.text())
            : QStringLiteral("%1 / %2").arg(shownText(shown.device.text()), shownText(shown.card.text()));
    case WhatColumn:
        return conflictKindText(shown);
    case BaseColumn:
    case DeviceColumn:
    case CardColumn:
        return conflictValueText(m_input, shown, *columnChoice(column));
    case ChoiceColumn:
        return choiceWord(m_choices[static_cast<std::size_t>(row)]);
    default:
        return {};
    }
}

QString ConflictModel::toolTip(int row, int column) const
{
    if (column == ChoiceColumn)
        return choiceMeans(row, m_choices[static_cast<std::size_t>(row)]);
    if (const auto choice = columnChoice(column)) {
        const bool allowed = *choice != Choice::Base || m_input.merge->hadBase;
        const QString value = text(row, column);
        return allowed ? QStringLiteral("%1\n%2").arg(value, choiceMeans(row, *choice)) : value;
    }
    return column == WhatColumn ? conflictDetailText(conflict(row)) : text(row, column);
}

QVariant ConflictModel::choiceData(int row, int role) const
{
    const auto at = static_cast<std::size_t>(row);
    switch (role) {
    case ChoiceRole:
        return static_cast<int>(m_choices[at]);
    case KindRole:
        return static_cast<int>(conflict(row).kind);
    case StateRole: {
        const State decided = m_byUser[at] ? State::Decided : State::Suggested;
        return static_cast<int>(m_choices[at] == Choice::Open ? State::Open : decided);
    }
    case AllowedRole: {
        QVariantList allowed;
        for (const Choice choice : kChoices)
            if (choice != Choice::Base || m_input.merge->hadBase)
                allowed.append(static_cast<int>(choice));
        return allowed;
    }
    default:
        return {};
    }
}

QVariant ConflictModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::EditRole:
        return column == ChoiceColumn ? choiceData(row, ChoiceRole) : QVariant(text(row, column));
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(
            QCoreApplication::translate("ConflictModel", kConflictHeaders.at(static_cast<std::size_t>(column))),
            text(row, column));
    case Qt::AccessibleDescriptionRole:
        return toolTip(row, column);
    case TakenRole:
        return columnChoice(column) == m_choices[static_cast<std::size_t>(row)];
    default:
        return choiceData(row, role);
    }
}

bool ConflictModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const bool editing = role == ChoiceRole || (role == Qt::EditRole && index.column() == ChoiceColumn);
    if (!editing || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    const auto* known = std::find_if(std::begin(kChoices), std::end(kChoices),
        [number](Choice choice) { return static_cast<int>(choice) == number; });
    return isNumber && known != std::end(kChoices) && choose(index.row(), *known);
}

Qt::ItemFlags ConflictModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == ChoiceColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (section == DeviceColumn && !m_input.deviceName.isEmpty())
        return m_input.deviceName;
    if (section == CardColumn && !m_input.cardName.isEmpty())
        return m_input.cardName;
    return QCoreApplication::translate("ConflictModel", kConflictHeaders.at(static_cast<std::size_t>(section)));
}

} // namespace dmsc
