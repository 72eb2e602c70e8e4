// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/ladder/lane.h"

#include <QWidget>

namespace dmsc {

/// The heads of the life lines.
class LadderHeader : public QWidget
{
    Q_OBJECT

public:
    explicit LadderHeader(QWidget* parent = nullptr);

    void setLanes(const std::vector<Lane>& lanes);
    void setLaneWidth(int width);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect wordsOf(std::size_t lane) const;
    void fit();

    std::vector<Lane> m_lanes;
    int m_laneWidth;
};

} // namespace dmsc
