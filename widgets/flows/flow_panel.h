// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/flow_model.h"

#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;

namespace dmsc {

class LadderView;
class NoteFrame;

/// A flow as it goes: its ladder, what happens now in plain words, and the way it is played.
class FlowPanel : public QWidget
{
    Q_OBJECT

public:
    /// What can be done stands in actions of the window, which knows why not.
    struct Actions
    {
        QAction* again = nullptr;
        QAction* step = nullptr;
        QAction* stop = nullptr;
        QAction* save = nullptr;
        QAction* demonstration = nullptr;
        QAction* choose = nullptr; ///< offered where nothing was run yet
    };

    explicit FlowPanel(const Actions& actions, QWidget* parent = nullptr);
    ~FlowPanel() override;

    void begin(const FlowRequest& request, const std::vector<FlowStep>& steps);
    void take(const FlowStep& step);
    void finish(const FlowReport& report);
    /// It ended without a report.
    void fail(const QString& text);
    void cancel();
    /// What the user is asked now, or nothing: it is said beside the step.
    void setWaiting(const QString& text);

    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const FlowModel& model() const { return m_model; }
    [[nodiscard]] const std::optional<FlowReport>& report() const { return m_report; }
    [[nodiscard]] QString caption() const;
    /// As chosen in the box of speeds.
    [[nodiscard]] Pace pace() const;
    [[nodiscard]] std::chrono::milliseconds delay() const;
    void setPace(Pace pace, std::chrono::milliseconds delay);
    /// As if it was chosen in the box.
    void choosePace(Pace pace);
    /// The focus, to the ladder or to what offers a flow.
    void takeFocus();
    /// Large type for the back of a room.
    void setLarge(bool large);

Q_SIGNALS:
    void paceChanged(dmsc::Pace pace, std::chrono::milliseconds delay);
    void logRequested(dmsc::ExchangeId exchange);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout(const Actions& actions);
    QWidget* buildBar(const Actions& actions);
    void showCaption();
    void showInLog();
    void checkLog();
    void fit();

    FlowModel m_model;
    std::optional<FlowReport> m_report;
    QString m_waiting;
    bool m_running = false;
    bool m_large = false;
    bool m_fitting = false;
    QLabel* m_title;
    QComboBox* m_speed;
    QStackedWidget* m_pages;
    LadderView* m_ladder;
    QLabel* m_caption;
    NoteFrame* m_verdict;
    QAction* m_log;
};

} // namespace dmsc
