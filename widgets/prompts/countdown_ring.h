// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <chrono>

namespace dmsc {

/// A ring that runs down while there is time to answer, with the seconds left in it.
class CountdownRing : public QWidget
{
    Q_OBJECT

public:
    explicit CountdownRing(QWidget* parent = nullptr);

    void setTime(std::chrono::milliseconds left, std::chrono::milliseconds total);
    /// Whole seconds that are left, rounded up.
    [[nodiscard]] int seconds() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::chrono::milliseconds m_left{0};
    std::chrono::milliseconds m_total{0};
};

} // namespace dmsc
