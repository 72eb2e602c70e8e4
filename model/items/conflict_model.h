// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/merge.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>
#include <vector>

namespace dmsc {

/// What a ConflictModel shows; the members of a SyncPlan.
struct ConflictInput
{
    std::shared_ptr<const Merge> merge; ///< null: nothing to show
    std::shared_ptr<const Tree> base; ///< null: first contact
    std::shared_ptr<const Tree> device;
    std::shared_ptr<const Tree> card;
    QString deviceName; ///< what the sides are called in texts; empty: "device", "card"
    QString cardName;
};

/// The conflicts of a merge, one a row, with what was chosen for each. Secrets are shown as dots.
class ConflictModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhereColumn, WhatColumn, BaseColumn, DeviceColumn, CardColumn, ChoiceColumn, ColumnCount };
    enum Role {
        ChoiceRole = Qt::UserRole, ///< int, of Choice; editable in every column, like Qt::EditRole in ChoiceColumn
        KindRole, ///< int, of MergeConflict::Kind
        StateRole, ///< int, of State
        TakenRole, ///< bool: this column's cell is what was chosen
        AllowedRole, ///< QVariantList of int: the choices that this row has, Open first
    };
    /// For the colour of a row.
    enum class State : std::uint8_t {
        Open, ///< nobody has decided
        Suggested, ///< stands as the policy suggested it
        Decided, ///< chosen by the user
    };
    Q_ENUM(State)

    explicit ConflictModel(QObject* parent = nullptr);

    /// Another merge; its suggestions are the first choices.
    void setInput(const ConflictInput& input);
    [[nodiscard]] const ConflictInput& input() const { return m_input; }
    [[nodiscard]] const MergeConflict& conflict(int row) const;

    [[nodiscard]] const std::vector<Choice>& choices() const { return m_choices; } ///< for Desk::applySync()
    [[nodiscard]] int openCount() const; ///< rows that still are Open
    /// False where the row does not have that choice: Base without a base, or a row that is not there.
    bool choose(int row, Choice choice);
    /// The same for every row that has that choice; Open gives the suggestions back.
    void chooseAll(Choice choice);
    [[nodiscard]] int nextOpen(int from) const; ///< first open row after `from`, from the start again; -1: none

    /// "take the card's", ... and what it does to this row, in a sentence.
    [[nodiscard]] static QString choiceWord(Choice choice);
    [[nodiscard]] QString choiceMeans(int row, Choice choice) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void openCountChanged(int open);

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;
    [[nodiscard]] QVariant choiceData(int row, int role) const;
    void setChoice(int row, Choice choice);

    ConflictInput m_input;
    std::vector<Choice> m_choices;
    std::vector<bool> m_byUser;
};

} // namespace dmsc
