// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/items/handshake_step_model.h"
#include "widgets/handshake/handshake_draft.h"

#include <QWizardPage>

class QPushButton;
class QSplitter;

namespace dmsc {

class LadderView;
class NoteFrame;
class ValuePane;

/// The handshake as it goes: its rungs, its values, and how it ended. Going back while it runs stops it.
class RunPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RunPage(HandshakeDraft& draft, QWidget* parent = nullptr);
    ~RunPage() override;

    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] bool isComplete() const override;

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Has a run that is under way cancelled; what still comes of it is not heard.
    void stop();
    void takeStep(const HandshakeStep& step);
    void takeReport(const HandshakeReport& report);
    /// The handshake ended without a report.
    void takeFailure(const QString& text);
    void takeCancelled();

Q_SIGNALS:
    void startRequested();
    void cancelRequested();
    void logRequested(dmsc::ExchangeId exchange);
    void exportRequested();

private:
    void buildLayout();
    void start();
    void showStep(const QModelIndex& index);
    void end(bool open, const QString& text);
    void updateButtons();

    HandshakeDraft& m_draft;
    HandshakeStepModel m_model;
    QSplitter* m_splitter;
    LadderView* m_ladder;
    NoteFrame* m_verdict;
    QPushButton* m_log;
    ValuePane* m_values;
    bool m_running = false;
};

} // namespace dmsc
