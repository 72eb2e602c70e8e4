// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/prompts/prompt.h"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace dmsc {

/// What a prompt wants entered or chosen: a field that takes only what its IT, MAXLEN and ET let through, or choices.
class PromptInput : public QWidget
{
    Q_OBJECT

public:
    explicit PromptInput(QWidget* parent = nullptr);

    /// Empty for prompts that want neither.
    void setPrompt(const Prompt& prompt);
    /// Overwrites what was typed.
    void clear();
    /// Why what is there cannot be sent yet; empty when it can.
    [[nodiscard]] QString whyNot() const;
    /// Puts what was entered or chosen into the answer.
    void fill(PromptAnswer& answer) const;
    /// What takes the focus first; null where there is nothing to enter.
    [[nodiscard]] QWidget* first() const;

Q_SIGNALS:
    void changed();
    void submitted(); ///< Return in the field or on a choice

protected:
    /// The arrow keys go from one choice to the next.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool move(const QObject* from, bool back);
    void buildField(const Prompt& prompt);
    void buildChoices(const Prompt& prompt);

    QVBoxLayout* m_layout;
    QLineEdit* m_field = nullptr;
    QLabel* m_hint = nullptr;
    std::vector<QAbstractButton*> m_choices;
    PromptOptions m_options;
    PromptKind m_kind = PromptKind::Confirm;
};

} // namespace dmsc
