// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/desk.h"

#include <QStatusBar>

#include <optional>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace dmsc {

class IconLabel;
class MemoryBar;

/// The bottom line: channel, card, memory, warnings, what is planned; and what runs, with its cancel button.
class StatusStrip : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(QAction* cancel, QWidget* parent = nullptr);

    void setCard(const std::optional<SideState>& card);
    /// How the emulated card that `plug` plugs and pulls stands with the virtual reader.
    void setPlug(QAction* plug, const PlugState& state);
    /// No emulated card is open.
    void hidePlug();
    void setPlan(std::size_t operations, std::size_t cardBytes);
    void setWarnings(int warnings, int errors);
    /// How many rows are in the file; an empty path: nothing is recorded.
    void setRecording(const QString& path, std::size_t rows);
    void setBusy(bool busy, const QString& what);
    void setProgress(qint64 done, qint64 total);

Q_SIGNALS:
    void logRequested();
    void recordingRequested();
    void planRequested();
    void memoryRequested();

private:
    void updateMemory();

    IconLabel* m_lockIcon;
    QLabel* m_security;
    QLabel* m_card;
    MemoryBar* m_memory;
    QToolButton* m_plug;
    QToolButton* m_warnings;
    QToolButton* m_recording;
    QToolButton* m_saved;
    QLabel* m_what;
    QProgressBar* m_progress;
    QAction* m_plugAction = nullptr;
    QToolButton* m_cancel;
    std::uint64_t m_used = 0;
    std::uint64_t m_total = 0;
    std::size_t m_planned = 0;
    bool m_hasPlan = false;
    bool m_busy = false;
};

} // namespace dmsc
