// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/replay/replay.h"

#include <QWidget>

class QComboBox;
class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace dmsc {

class MessageEditor;
class ToneLabel;

/// What is played again and to whom; one message of it can be changed by hand before.
class ReplayForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayForm(QWidget* parent = nullptr);

    /// What will be played; changes made by hand are forgotten.
    void setRecording(const Recording& recording, const RecordSelection& rows);
    /// Sides that are open, offered as targets.
    void setPlaces(const std::vector<Where>& places);
    /// The row whose message is shown for editing; nullopt: none.
    void setCurrentRow(std::optional<RecordNo> row);

    /// A replay runs: it can be cancelled, and nothing can be changed.
    void setRunning(bool running);
    void setProgress(std::size_t done, std::size_t total);
    /// Why a replay could not take place.
    void showError(const QString& text);

Q_SIGNALS:
    void replayRequested(const dmsc::ReplayRequest& request);
    void cancelRequested();

private:
    QWidget* buildTarget();
    QWidget* buildFoot();
    void showTarget();
    void offerPlaces();
    void browse();
    void start();
    void showCurrent();
    void keepEdit(const QByteArray& message);
    void updateState();
    [[nodiscard]] ReplayTarget target() const;
    [[nodiscard]] Result<Where> where() const;

    Recording m_recording;
    RecordSelection m_selected;
    std::vector<Where> m_places;
    std::optional<RecordNo> m_current;
    std::map<RecordNo, QByteArray> m_edited;
    bool m_isRunning = false;

    QComboBox* m_target;
    QLabel* m_whereTitle;
    QComboBox* m_where;
    QPushButton* m_browse;
    QCheckBox* m_allowReader;
    MessageEditor* m_editor;
    QCheckBox* m_reveal;
    QLabel* m_edits;
    ToneLabel* m_message;
    QProgressBar* m_progress;
    QPushButton* m_play;
    QPushButton* m_cancel;
};

} // namespace dmsc
