// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/conflict_model.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace dmsc {

/// The conflicts of a synchronisation with base, device and card beside one another, and what is taken of each.
class ConflictView : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictView(QWidget* parent = nullptr);
    ~ConflictView() override;

    void setInput(const ConflictInput& input);
    [[nodiscard]] const ConflictModel& model() const { return m_model; }
    [[nodiscard]] ConflictModel& model() { return m_model; }
    void goToOpen();

Q_SIGNALS:
    void choicesChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    QWidget* buildButtons();
    QToolButton* addChoice(Choice choice, const QString& text, const QString& name, QWidget* parent);
    void choose(Choice choice);
    void go(int step);
    void check();

    ConflictModel m_model;
    QTableView* m_table;
    QLabel* m_count;
    QLabel* m_means;
    struct ChoiceButton
    {
        Choice choice;
        QToolButton* button;
    };
    std::vector<ChoiceButton> m_choices;
    QToolButton* m_all;
    QToolButton* m_next;
    QToolButton* m_previous;
};

} // namespace dmsc
