// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <cstdint>

namespace dmsc {

/// How full the card's MO store is, to scale, with what the plan would add; the figures stand beside it.
class MemoryBar : public QWidget
{
    Q_OBJECT

public:
    explicit MemoryBar(QWidget* parent = nullptr);

    /// `total` 0: not limited.
    void setMemory(std::uint64_t used, std::uint64_t total, std::uint64_t planned);
    [[nodiscard]] QString figures() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::uint64_t m_used = 0;
    std::uint64_t m_total = 0;
    std::uint64_t m_planned = 0;
};

} // namespace dmsc
