// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/details/node_view.h"

#include <QTabWidget>

#include <array>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace dmsc {

struct ShownPair;
struct ShownValue;

/// The value of both sides as text, hex or XML, one below the other, with the characters that differ marked.
/// A tab is filled when it is looked at.
class ValueView : public QTabWidget
{
    Q_OBJECT

public:
    explicit ValueView(QWidget* parent = nullptr);

    void setPair(const PairView& pair);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Tab { Text, Hex, Xml, TabCount };

    /// One side within one tab.
    struct Half
    {
        QLabel* title = nullptr;
        QPlainTextEdit* text = nullptr;
        QLabel* note = nullptr;
    };

    void addView(Tab tab, const QString& title);
    void fill(int tab);
    void show(const Half& half, const ShownValue& value, bool exists);
    /// Keys and passwords stand as dots until somebody asks for them.
    [[nodiscard]] bool isHidden() const;
    void reveal(bool revealed);

    PairView m_pair;
    QPushButton* m_reveal;
    bool m_revealed = false;
    std::array<std::array<Half, 2>, TabCount> m_halves;
    std::array<bool, TabCount> m_stale{};
};

} // namespace dmsc
