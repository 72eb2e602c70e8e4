// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_no.h"

#include <QWidget>

class QSpinBox;

namespace dmsc {

/// Asks for the number of a row.
class GoToBar : public QWidget
{
    Q_OBJECT

public:
    explicit GoToBar(QWidget* parent = nullptr);

    /// Numbers go from 1 to `last`; `current` is where the user is.
    void open(int current, int last);

Q_SIGNALS:
    void chosen(dmsc::RecordNo record);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QSpinBox* m_number;
};

} // namespace dmsc
