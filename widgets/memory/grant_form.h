// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/memory_rows.h"
#include "widgets/memory/allocation_bar.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace dmsc {

/// The grant of the row that is chosen, in blocks and in kB, and what else can be wanted of it.
class GrantForm : public QWidget
{
    Q_OBJECT

public:
    explicit GrantForm(QWidget* parent = nullptr);

    /// `row` as it is wanted; `whyNot`: why it cannot be changed, empty where it can. `total`: blocks of the card.
    void showRow(const MemoryRow& row, std::uint32_t blockSize, Blocks total, const QString& whyNot);
    void showNothing(const QString& why);

Q_SIGNALS:
    void wanted(qulonglong blocks);
    void releaseWanted();
    void deleteWanted();

private:
    void setAll(bool enabled, const QString& why);
    void takeSize(double kilobytes);

    QLabel* m_name;
    QSpinBox* m_blocks;
    QDoubleSpinBox* m_size; ///< kB
    QToolButton* m_release;
    QToolButton* m_delete;
    std::uint32_t m_blockSize = 1;
    bool m_showing = false;
};

} // namespace dmsc
