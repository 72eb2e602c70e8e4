// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>

class QDockWidget;
class QMainWindow;

namespace dmsc {

class FlowPanel;
class HandsetPanel;

/// The window for the back of a meeting room: the ladder and the handset alone, in large type. What was to be seen
/// before comes back as it was.
class Demonstration : public QObject
{
    Q_OBJECT

public:
    struct Stage
    {
        QDockWidget* ladder = nullptr;
        QDockWidget* handset = nullptr;
        FlowPanel* flow = nullptr;
        HandsetPanel* screen = nullptr;
    };

    Demonstration(QMainWindow& window, const Stage& stage);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }
    [[nodiscard]] const QByteArray& docksBefore() const { return m_before; } ///< as saveState() has them

private:
    void begin();
    void end();
    void setLarge(bool large);

    QMainWindow& m_window;
    Stage m_stage;
    QByteArray m_before; ///< the docks as they were
    QPointer<QWidget> m_focus;
    bool m_on = false;
};

} // namespace dmsc
