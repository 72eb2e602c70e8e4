// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/prompt_change_model.h"
#include "model/prompts/prompt.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace dmsc {

class AskerLine;
class CountdownRing;
class PromptInput;
class ToneLabel;

/// One question to the user of the handset: who asks, what, why, what would change, what yes and no do. The safe answer
/// comes first and has the focus; Escape refuses. Both answers are held back for a moment, or for MINDT, so that
/// nothing is answered by a key that was meant for something else.
class PromptPage : public QWidget
{
    Q_OBJECT

public:
    /// For so long nothing can be answered after a question came up.
    static constexpr std::chrono::milliseconds kGuard{500};

    explicit PromptPage(QWidget* parent = nullptr);
    ~PromptPage() override;

    void ask(PromptId id, const Prompt& prompt);
    /// The question is over; what was typed is wiped.
    void clear();
    [[nodiscard]] PromptId current() const { return m_id; }
    [[nodiscard]] const Prompt& prompt() const { return m_prompt; }
    /// The focus, or what takes it as soon as an answer can be given.
    void takeFocus();

Q_SIGNALS:
    void answered(dmsc::PromptId id, const dmsc::PromptAnswer& answer);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void say(PromptAnswer::Verdict verdict);
    void check();
    void tick();
    void showButtons();
    void showDiff();
    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] std::chrono::milliseconds shown() const;
    [[nodiscard]] QString whyNotYes() const;
    [[nodiscard]] QPushButton& safe() const;

    PromptId m_id = PromptId::None;
    Prompt m_prompt;
    PromptChangeModel m_changes;
    QElapsedTimer m_since;
    QTimer m_ticks;
    bool m_wantsFocus = false;
    AskerLine* m_asker;
    CountdownRing* m_ring;
    QLabel* m_text;
    ToneLabel* m_why;
    QLabel* m_diffTitle;
    QListView* m_diff;
    PromptInput* m_input;
    ToneLabel* m_effects;
    QLabel* m_hold;
    QPushButton* m_no;
    QPushButton* m_yes;
};

} // namespace dmsc
