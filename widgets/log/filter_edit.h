// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/record_filter.h"

#include <QLineEdit>

#include <functional>
#include <vector>

class QCompleter;
class QStandardItemModel;

namespace dmsc {

/// A line for the filter language: offers words while somebody types, and underlines where the text goes wrong.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// The words that could stand at a place of a text.
    using Words = std::function<std::vector<FilterCompletion>(const QString& text, qsizetype cursor)>;

    explicit FilterEdit(Words words, QWidget* parent = nullptr);

    /// Underlines what is wrong; length 0 the last character before it.
    void markError(const FilterError& error);
    void clearError();
    /// What stands in so many pixels below the line is not covered by the words.
    void setRoomBelow(int pixels);

Q_SIGNALS:
    /// Down, where no words are offered, or Enter: the user goes on in the rows.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offer(bool always);
    void showWords();
    void take(const QModelIndex& chosen);

    Words m_words;
    QStandardItemModel* m_offered;
    QCompleter* m_completer;
    int m_roomBelow = 0;
};

} // namespace dmsc
