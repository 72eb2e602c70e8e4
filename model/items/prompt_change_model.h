// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/prompts/prompt.h"

#include <QAbstractListModel>

#include <vector>

namespace dmsc {

/// What a prompt would change, one a row; where some can be accepted alone, each has a check mark.
class PromptChangeModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< PromptChange::Kind as int
        KindTextRole, ///< glyph and word: "+ new"
        UriRole,
        ValuesRole, ///< "5 → 7", secrets as dots; may be empty
    };

    explicit PromptChangeModel(QObject* parent = nullptr);

    /// All are accepted at first.
    void setPrompt(const Prompt& prompt);
    /// Positions in Prompt::changes that have their check mark, ascending.
    [[nodiscard]] std::vector<std::size_t> accepted() const;
    [[nodiscard]] bool partial() const { return m_partial; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<PromptChange> m_changes;
    std::vector<bool> m_accepted;
    bool m_partial = false;
};

/// "+ new", "# changed", "− removed", in the user's language.
[[nodiscard]] QString promptChangeWord(PromptChange::Kind kind);
/// What becomes what; dots for what is secret.
[[nodiscard]] QString promptChangeValues(const PromptChange& change);

} // namespace dmsc
