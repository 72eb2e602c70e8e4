// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/handshake_step.h"

#include <QAbstractItemModel>

#include <vector>

namespace dmsc {

/// Every intermediate value of a handshake as a tree: steps, below them their values, below long ones their bytes in
/// lines and below certificates what stands in them. Secret values are dots until they are revealed on purpose.
class HandshakeValueModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Length, Value, ColumnCount };
    enum Role {
        StepIdRole = Qt::UserRole, ///< id of the step that the row belongs to
        SecretRole, ///< of a value: it is one
        CopyRole, ///< the whole value for the clipboard; empty where it is hidden or none
    };

    explicit HandshakeValueModel(QObject* parent = nullptr);

    /// Steps with their values; hidden again.
    void setSteps(const std::vector<HandshakeStep>& steps);
    /// One step's values are there, or are others than before.
    void take(const HandshakeStep& step);
    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    [[nodiscard]] bool hasSecrets() const;
    [[nodiscard]] bool isEmpty() const;
    /// The row of a step; invalid when there is none.
    [[nodiscard]] QModelIndex step(const QString& id) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A line below a value.
    struct Line
    {
        QString name;
        QString text;
    };
    struct Item
    {
        HandshakeValue value;
        std::vector<Line> lines;
    };
    struct Group
    {
        QString id;
        QString title;
        std::vector<Item> items;
    };
    /// What an index stands for; fields that do not apply are null.
    struct Place
    {
        const Group* group = nullptr;
        const Item* item = nullptr;
        const Line* line = nullptr;
    };

    [[nodiscard]] static Group groupOf(const HandshakeStep& step);
    [[nodiscard]] static std::vector<Line> linesOf(const HandshakeValue& value);
    [[nodiscard]] Place placeOf(const QModelIndex& index) const;
    [[nodiscard]] QString text(const Place& place, int column) const;
    [[nodiscard]] bool isHidden(const HandshakeValue& value) const { return value.secret && !m_revealed; }

    std::vector<Group> m_groups;
    bool m_revealed = false;
};

} // namespace dmsc
