// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/details/node_view.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace dmsc {

/// Where one thing about a node is edited. Says at once why a value would be refused, and hands out what was
/// accepted as an operation; nothing is written here.
class EditPanel : public QFrame
{
    Q_OBJECT

public:
    explicit EditPanel(QWidget* parent = nullptr);

    void edit(Side side, const NodeView& view, Property property);
    void addChild(Side side, const NodeView& parent);
    void dismiss();

Q_SIGNALS:
    void operationReady(const dmsc::Operation& operation);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What the form says now; `changed` is false while it says what the node has already.
    struct Draft
    {
        bool changed = false;
        Result<Operation> operation;
    };
    using MakeDraft = std::function<Draft()>;

    void open(const QString& title, QWidget* body, MakeDraft make);
    void check();
    void stage();
    void refuse(const QString& why);
    void editValue(Side side, const NodeView& view);
    void editAcl(Side side, const NodeView& view);
    void editWord(Side side, const NodeView& view, Property property);

    QLabel* m_title;
    QVBoxLayout* m_place;
    QWidget* m_body = nullptr;
    QLabel* m_reason;
    QPushButton* m_stage;
    MakeDraft m_make;
    bool m_broken = false; ///< what the editor shows is no value at all
};

} // namespace dmsc
