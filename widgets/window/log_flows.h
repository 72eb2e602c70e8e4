// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/recordings/recording_desk.h"
#include "widgets/theme/colors.h"
#include "widgets/window/export_form.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

class QDockWidget;
class QMainWindow;
class QMenu;

namespace dmsc {

class LogView;
class RecordingComparison;
class ReplayForm;
class RowLadder;

/// Stands between the logs of the window (the live one, and recordings beside it) and the recording desk: files are
/// asked for and opened, rows written, recordings compared and played again.
class LogFlows : public QObject
{
    Q_OBJECT

public:
    struct Docks
    {
        QDockWidget* log = nullptr; ///< of the live log; recordings stand beside it as tabs
        QDockWidget* ladder = nullptr;
        QDockWidget* comparison = nullptr; ///< made empty
        QDockWidget* replay = nullptr; ///< made empty
    };

    /// `live` makes the live log where it is not there yet.
    LogFlows(RecordQueue& queue, const Docks& docks, std::function<LogView&()> live, QMainWindow& window);
    ~LogFlows() override;

    [[nodiscard]] RecordingDesk& desk() { return m_desk; }
    /// The log that was looked at last.
    [[nodiscard]] LogView& current();
    [[nodiscard]] QString nameOf(const LogView& log) const;
    [[nodiscard]] QStringList openPaths() const;
    /// How the logs are arranged: alike, as the user has arranged one of them last.
    [[nodiscard]] QByteArray arrangement();
    /// Made here when it is wanted first.
    [[nodiscard]] RowLadder& ladder();
    [[nodiscard]] RecordingComparison& comparison();
    [[nodiscard]] ReplayForm& replayForm();

    /// The live log is there: what is noted on it goes into the recording.
    void connectLive(LogView& live);
    void setPlaces(std::vector<Where> places);

    void open(const QString& path);
    void askOpen();
    void askSave(const ExportChoice& proposal);
    void exportTo(const ExportChoice& choice, const QString& path);
    void askCompare();
    void compareWith(const QString& path);
    void fillCompareMenu(QMenu* menu);
    /// Brings the log that was looked at last into view.
    void showCurrent();
    void showLadder();
    void showReplay();
    void openUnfinished();
    void clearLive();
    [[nodiscard]] bool hasUnfinished() const { return !m_unfinished.isEmpty(); }

Q_SIGNALS:
    /// Another log is looked at, or something else can be done now.
    void changed();
    void noticed(dmsc::StatusTone tone, const QString& text);
    /// An earlier run left recordings.
    void unfinishedFound(int count);
    void failed(const dmsc::Error& error);
    void opened(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Opened
    {
        QDockWidget* dock = nullptr;
        LogView* view = nullptr;
        QString path; ///< empty: one of those that were compared, in no file of its own
    };

    void connectDesk();
    void show(const Recording& recording, const QString& path);
    LogView& addTab(const Recording& recording, const QString& title, const QString& path);
    void grow(const QString& path, const RecordingGrowth& growth);
    void close(QDockWidget* dock);
    void look(LogView* log);
    void watchArrangement(LogView& log);
    void shareArrangement();
    void takeFocus(QWidget* focus);
    void takeReplayed(const ReplayReport& report);
    void takeCompared(const Recording& left, const QString& leftName, const Recording& right, const QString& rightName,
        const ComparedRecordings& result);
    void showComparison();
    void showCompared(QPointer<LogView>& tab, const Recording& recording, const QString& name, RecordNo row);
    void takeFailure(const Error& error);
    void askFile(const ExportChoice& choice);
    void followRow();
    [[nodiscard]] RecordSelection rowsOf(LogView& log, ExportChoice::Rows rows) const;
    static void raise(QDockWidget* dock);

    Docks m_docks;
    std::function<LogView&()> m_live;
    QMainWindow& m_window;
    RecordingDesk m_desk;
    std::vector<Opened> m_opened;
    std::vector<Where> m_places;
    QStringList m_unfinished;
    LogView* m_current = nullptr; ///< empty: the live one
    RowLadder* m_ladder = nullptr;
    RecordingComparison* m_comparison = nullptr;
    QPointer<LogView> m_comparedLeft; ///< a tab with the rows of the comparison that is shown; empty: none yet
    QPointer<LogView> m_comparedRight;
    ReplayForm* m_replay = nullptr;
    bool m_replaying = false;
    int m_lastDock = 0;
    LogView* m_arranged = nullptr; ///< the others are still to be arranged like it
    QTimer m_share;
};

} // namespace dmsc
