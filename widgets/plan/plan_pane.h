// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <cstddef>
#include <vector>

class QAbstractItemModel;
class QAction;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace dmsc {

/// The operations that wait to be applied, each of which can be taken out, and after that what each was answered.
class PlanPane : public QWidget
{
    Q_OBJECT

public:
    /// `apply` is the window's own action, so that its words and its reasons are the same everywhere.
    PlanPane(QAbstractItemModel* plan, QAction* apply, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<std::size_t> selectedRows() const;
    /// The rows are operations that were applied: they can be looked at and cleared, not taken out.
    void setShowsResults(bool results);
    /// What will be short when the plan is applied, above its rows; empty: nothing.
    void setWarning(const QString& warning);

Q_SIGNALS:
    void removeRequested(const std::vector<std::size_t>& operations);
    void clearRequested();
    void resultsDismissed();
    /// The row was activated: show its node.
    void operationActivated(std::size_t operation);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(QAbstractItemModel* plan, QAction* apply);
    void updateState();

    QStackedWidget* m_pages;
    QTableView* m_table;
    QToolButton* m_remove;
    QToolButton* m_clear;
    QLabel* m_warning;
    bool m_results = false;
};

} // namespace dmsc
