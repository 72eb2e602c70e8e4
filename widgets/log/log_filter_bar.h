// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/record_filter.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <utility>
#include <vector>

class QAction;
class QDataStream;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace dmsc {

class FilterEdit;

/// The line in which rows are asked for, with its layers, its saved filters and a switch. What is wrong with the text
/// is underlined at once and told below it when the typing pauses; meanwhile the last good filter holds.
class LogFilterBar : public QWidget
{
    Q_OBJECT

public:
    /// `store` lends its words for completion; it may change its content, not its place. `toggle` is the switch.
    LogFilterBar(const RecordStore& store, QAction* toggle, QWidget* parent = nullptr);

    /// What holds now: text and layers, or everything where the switch is off.
    [[nodiscard]] const RecordFilter& filter() const { return m_filter; }
    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// Adds a condition to the text, which must hold too.
    void narrow(const QString& condition);
    void setFiltering(bool filtering);
    void focusText();
    /// Takes the text away if the user is in its line, where undo brings it back; false otherwise.
    bool clearWhereTyped();
    /// Widgets behind the line come here.
    [[nodiscard]] QHBoxLayout* line() const { return m_line; }

    /// Saved filters and those that were used last.
    void save(QDataStream& out) const;
    void restore(QDataStream& in);

Q_SIGNALS:
    void changed();
    void left();
    /// A filter was saved, deleted or used last.
    void savedChanged();

private:
    struct Saved
    {
        QString name;
        QString text;
    };

    void buildLayers();
    void buildSaved();
    void fillSaved();
    void askForName();
    void saveAs(const QString& name);
    void remember();
    void apply();
    void tellError();
    [[nodiscard]] QString layersCondition() const;
    [[nodiscard]] RecordFilter finishedPart() const;

    RecordFilter m_filter;
    RecordFilter m_good; ///< of the last text that was right
    FilterError m_error;
    QAction* m_toggle;
    FilterEdit* m_edit;
    QToolButton* m_layers;
    QToolButton* m_saved;
    QLineEdit* m_name;
    QLabel* m_busy;
    QLabel* m_message;
    QHBoxLayout* m_line;
    QTimer m_pause;
    std::vector<Saved> m_filters;
    QStringList m_history; ///< the latest first
};

} // namespace dmsc
