// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/field_model.h"
#include "model/record/record_store.h"
#include "widgets/log/record_links.h"

#include <QByteArray>
#include <QWidget>

#include <optional>
#include <vector>

class QSplitter;
class QToolButton;
class QTreeView;

namespace dmsc {

class BitLine;
class HexView;

/// One record: its decoded fields beside its bytes, each showing what is chosen in the other, down to single bits, and
/// the rows that belong to it. Secrets are dots until they are asked for.
class RecordDetails : public QWidget
{
    Q_OBJECT

public:
    explicit RecordDetails(QWidget* parent = nullptr);

    void setRecord(const RecordView& record, std::vector<ByteRange> secrets);
    /// Rows that belong to the record; setRecord() and clear() take them away.
    void setLinks(const std::vector<RecordLink>& links);
    void clear();

    [[nodiscard]] QTreeView& fields() const { return *m_tree; }
    [[nodiscard]] HexView& hex() const { return *m_hex; }
    /// Shows the secrets of the record, or hides them again; nothing where it has none.
    void toggleRevealed();
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray& state);

Q_SIGNALS:
    /// The user follows a link to another row.
    void linkActivated(dmsc::RecordNo number);
    /// The user has given fields and bytes other room.
    void arranged();

private:
    void buildTree();
    void addCopyActions();
    void copyValue() const;
    void copyBytes() const;
    void fill(const RecordView& record);
    void setRevealed(bool revealed);
    void markChosenField();
    void chooseFieldOf(RecordPart part, quint32 offset);

    FieldModel m_model;
    QSplitter* m_splitter;
    QTreeView* m_tree;
    HexView* m_hex;
    BitLine* m_bits;
    RecordLinks* m_links;
    QToolButton* m_reveal;
    std::optional<RecordView> m_record;
    std::vector<ByteRange> m_secrets;
};

} // namespace dmsc
