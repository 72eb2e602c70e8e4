// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include <cstdint>

namespace dmsc {

/// One byte bit by bit, b8 to b1 as the standards count, with those of a field in brackets and bold.
class BitLine : public QLabel
{
    Q_OBJECT

public:
    explicit BitLine(QWidget* parent = nullptr);

    /// `mask`: the bits of `byte` that belong to the field.
    void showBits(std::uint32_t offset, std::uint8_t byte, std::uint8_t mask);
    /// Nothing to show: hides itself.
    void clearBits();
};

/// "01[01] 0000".
[[nodiscard]] QString bitText(std::uint8_t byte, std::uint8_t mask);

} // namespace dmsc
