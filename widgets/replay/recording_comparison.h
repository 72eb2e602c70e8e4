// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/replay/replay.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QTableView;

namespace dmsc {

class FieldDifferenceModel;
class RowPairModel;
class ToneLabel;

/// Two recordings beside each other: their rows aligned, a gap where one has none; below, in which fields the chosen
/// pair differs; above, the verdict. F7 and Shift+F7 go from difference to difference.
class RecordingComparison final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingComparison(QWidget* parent = nullptr);

    /// What was replayed, and what was answered.
    void setReport(const ReplayReport& report);
    /// `leftName`, `rightName`: what the two are called above their columns.
    void setComparison(const Recording& left, const Recording& right, const ComparedRecordings& compared,
        const QString& leftName = {}, const QString& rightName = {});
    void clear();

    [[nodiscard]] bool isEmpty() const;
    void nextDifference();
    void previousDifference();
    [[nodiscard]] const Recording& left() const;
    [[nodiscard]] const Recording& right() const;
    /// As above their columns.
    [[nodiscard]] QString leftName() const;
    [[nodiscard]] QString rightName() const;

Q_SIGNALS:
    /// The pair under the cursor; `left` is its row in the left recording.
    void currentRowChanged(std::optional<dmsc::RecordNo> left, std::optional<dmsc::RecordNo> right);
    /// This row is to be shown among the others of its recording.
    void leftRowChosen(dmsc::RecordNo row);
    void rightRowChosen(dmsc::RecordNo row);

private:
    QWidget* buildHead();
    QWidget* buildRows();
    QWidget* buildFields();
    void showCurrent();
    void showFields();
    void showVerdict(const ComparedRecordings& compared, const std::vector<QString>& notes);
    void hideSame(bool hide);
    void goTo(int row);
    void chooseCurrent();
    void updateActions();
    [[nodiscard]] int currentRow() const;

    RowPairModel* m_rows;
    FieldDifferenceModel* m_fields;
    ToneLabel* m_verdict;
    QLabel* m_notes;
    QCheckBox* m_hideSame;
    QCheckBox* m_reveal;
    QAction* m_next;
    QAction* m_previous;
    QAction* m_show;
    QTableView* m_table;
    QTableView* m_fieldTable;
    QLabel* m_fieldTitle;
};

} // namespace dmsc
