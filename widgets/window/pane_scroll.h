// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QDockWidget;

namespace dmsc {

/// Room for a pane of a dock that can want more than a small screen has: the dock stays small and the pane scrolls, so
/// that no pane makes the window grow. What gets the focus is brought into sight.
class PaneScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit PaneScroll(QWidget* pane, QWidget* parent = nullptr);
    PaneScroll(const PaneScroll&) = delete;
    PaneScroll& operator=(const PaneScroll&) = delete;
    ~PaneScroll() override;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The pane has got more to show than there is room for; this height would be enough.
    void outgrown(int height);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void bringIntoSight(QWidget* focus);

    int m_least = 0; ///< what the pane needed last
};

} // namespace dmsc
