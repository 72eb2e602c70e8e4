// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/log_search.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace dmsc {

/// Looks for a text in the rows that are shown: how often it is there, and one after the other.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the bar.
    explicit FindBar(LogModel& model, QWidget* parent = nullptr);

    /// Shows the bar with its text chosen.
    void open();
    void close();
    [[nodiscard]] QString text() const { return m_search.text(); }
    void find(LogSearch::Direction direction);
    /// The row that the user is at, from which the next is looked for.
    void setCurrent(std::optional<RecordNo> record);

Q_SIGNALS:
    void textChanged(const QString& text); ///< empty when the bar is closed
    void found(dmsc::RecordNo record);
    void closed(); ///< while the user was in it

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void look(const QString& text);
    void tellCount();

    LogSearch m_search;
    std::optional<RecordNo> m_current;
    bool m_jump = false; ///< the text is new: go to the first that is found from here on
    bool m_wrapped = false;
    QLineEdit* m_text;
    QLabel* m_count;
};

} // namespace dmsc
