// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>

namespace dmsc {

/// The changes that took place by the decision; none for a no.
[[nodiscard]] std::vector<const PromptChange*> acceptedOf(const Decision& decision);

/// What the user was asked and how it was answered, the newest first. A decision can be revoked: nothing that remembers
/// it goes by it any more, what is there by it alone leaves the device, and undoText() says what stays to be done.
class DecisionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, AskerColumn, QuestionColumn, AnswerColumn, ColumnCount };
    enum Role {
        AcceptedRole = Qt::UserRole, ///< bool: it was a yes
        RevokedRole,
    };
    /// Older ones are forgotten.
    static constexpr std::size_t kMost = 500;

    explicit DecisionModel(QObject* parent = nullptr);

    void add(const Decision& decision, const QDateTime& when);
    /// One that a device has kept from before; its time is not known. Nothing happens where a row speaks of the same.
    void addKept(const Decision& decision, bool revoked);
    /// False where it was revoked before, or the row does not exist.
    bool revoke(int row);
    void clear();
    [[nodiscard]] const Decision* at(int row) const;
    [[nodiscard]] bool isRevoked(int row) const;
    /// How what the decision let happen can be taken back, in words.
    [[nodiscard]] QString undoText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        Decision decision;
        QDateTime when; ///< invalid: before this run
        bool revoked = false;
    };
    [[nodiscard]] bool speaksOf(const Decision& kept) const;
    [[nodiscard]] static QString cell(const Row& row, int column);

    std::deque<Row> m_rows; ///< newest first
};

} // namespace dmsc
