// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/row_filter.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace dmsc {

/// Which rows are shown: by text or URI pattern, and by state. The states are buttons with glyph, word and count.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] CompareFilter filter() const;
    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    [[nodiscard]] CompareFilter::States states() const;
    void setStates(CompareFilter::States states);
    void setCounts(const StateCounts& counts);
    /// Whom the rows can be of; without any there is no such choice, and none that was made before.
    void setOwners(const QStringList& owners);
    [[nodiscard]] QString owner() const; ///< empty: anybody
    void focusText();
    /// The field for text or pattern; it stands where the pane puts it.
    [[nodiscard]] QLineEdit* textField() const { return m_text; }
    /// The choice of an owner; it too stands where the pane puts it.
    [[nodiscard]] QWidget* ownerField() const { return m_ownerField; }

Q_SIGNALS:
    void changed();
    /// Down or Enter: the user goes on in the rows.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void label(std::size_t state);

    QLineEdit* m_text;
    QWidget* m_ownerField;
    QComboBox* m_owner;
    std::array<QToolButton*, CompareFilter::StateCount> m_buttons{};
    std::array<std::uint32_t, CompareFilter::StateCount> m_counts{};
};

} // namespace dmsc
