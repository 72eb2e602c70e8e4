// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/ladder/lane.h"

#include <QListView>

namespace dmsc {

class LadderDelegate;
class LadderHeader;

/// The ladder of a handshake or a flow: who stands in which life line above, a row for each rung below.
class LadderView : public QListView
{
    Q_OBJECT

public:
    explicit LadderView(QWidget* parent = nullptr);

    void setLanes(const std::vector<Lane>& lanes);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void placeHeader();

    LadderDelegate* m_delegate;
    LadderHeader* m_header;
};

} // namespace dmsc
