// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace dmsc {

class LogDelegate;
class LogModel;

/// The rows of a log. Left and Right, or the sign beside the number, fold and unfold a group; where there is nothing to
/// fold they go to the next column.
class LogTable : public QTableView
{
    Q_OBJECT

public:
    explicit LogTable(LogModel& model, QWidget* parent = nullptr);

    /// Frames this text in the cells.
    void setSearched(const QString& text);
    /// Gives the times room, as they are told now.
    void fitTime();
    /// Chooses a row and brings it into the middle.
    void showRow(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void addColumnMenu();
    /// Whether there was something to fold or unfold.
    bool fold(int row, bool folded);

    LogModel& m_model;
    LogDelegate* m_delegate;
};

} // namespace dmsc
