// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/log_issue_model.h"

#include <QTableView>

namespace dmsc {

/// The warnings and errors of a log, counted. Enter or a click goes to the next row of one.
class IssueList : public QTableView
{
    Q_OBJECT

public:
    explicit IssueList(LogIssueModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace dmsc
