// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/decision_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace dmsc {

class NoteFrame;

/// What was asked and how it was answered, newest first; what can be revoked, and how to undo what it let happen.
class DecisionPane : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionPane(QWidget* parent = nullptr);
    ~DecisionPane() override;

    void add(const Decision& decision, const QDateTime& when = QDateTime::currentDateTime());
    /// What a device has kept from before this run.
    void addKept(const Decision& decision, bool revoked);
    [[nodiscard]] DecisionModel& model() { return m_model; }
    /// The focus, to the latest decision where none was chosen yet.
    void takeFocus();

Q_SIGNALS:
    /// Nothing that remembers it may go by it any more.
    void revoked(const dmsc::Decision& decision);
    void countChanged(int count);

private:
    void revoke();
    void check();

    DecisionModel m_model;
    QTreeView* m_list;
    QLabel* m_empty;
    NoteFrame* m_note;
    QPushButton* m_revoke;
};

} // namespace dmsc
