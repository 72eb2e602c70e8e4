// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/sync_plan.h"
#include "model/items/plan_model.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace dmsc {

class ConflictView;
class NoteFrame;
class PolicyForm;

/// A synchronisation before it is carried out: what it would do in words, what decides conflicts, the conflicts, and
/// the operations for either side. Shown with show(), never exec().
class SyncPanel : public QDialog
{
    Q_OBJECT

public:
    explicit SyncPanel(QWidget* parent = nullptr);
    ~SyncPanel() override;

    void setPlan(const SyncPlan& plan);
    /// Nothing can be asked for while something runs; empty when nothing does.
    void setBusy(const QString& why);
    void setFailure(const QString& text);
    /// What would be done was written, nothing was carried out.
    void setSaved(const QStringList& files);
    /// The plan was carried out.
    void setDone(const QString& outcome);
    [[nodiscard]] std::vector<PolicyRule> rules() const;
    [[nodiscard]] ConflictView& conflicts() const { return *m_conflicts; }
    /// What would be done, as far as it is decided.
    [[nodiscard]] const std::vector<Operation>& preview() const { return m_operations; }
    /// Why it cannot be carried out; empty when it can.
    [[nodiscard]] QString whyNot() const;

Q_SIGNALS:
    void planRequested(const std::vector<dmsc::PolicyRule>& rules);
    void applyRequested(const std::vector<dmsc::Choice>& choices);
    /// As SyncML, for others to carry out.
    void saveRequested(const std::vector<dmsc::Choice>& choices);

private:
    void buildLayout();
    QWidget* buildPreview();
    void updatePreview();
    void check();
    [[nodiscard]] QString summary() const;

    std::optional<SyncPlan> m_plan;
    std::vector<Operation> m_operations;
    PlanModel m_model;
    QString m_busy;
    bool m_done = false;
    NoteFrame* m_summary;
    PolicyForm* m_policies;
    ConflictView* m_conflicts;
    QLabel* m_previewTitle;
    QTableView* m_preview;
    QLabel* m_why;
    QPushButton* m_again;
    QPushButton* m_save;
    QPushButton* m_apply;
    QPushButton* m_close;
};

} // namespace dmsc
