// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/prompts/prompt.h"

#include <QTime>
#include <QWidget>

class QStackedLayout;

namespace dmsc {

class IdlePage;
class PromptPage;

/// A small phone: what the user of the handset sees, one question at a time or nothing to do.
class HandsetScreen : public QWidget
{
    Q_OBJECT

public:
    explicit HandsetScreen(QWidget* parent = nullptr);

    void setHandset(const QString& name);
    /// Takes the place of a question that is open.
    void ask(PromptId id, const Prompt& prompt);
    /// The question is over, whoever answered it.
    void close(PromptId id);
    void tell(const Notice& notice, const QTime& when = QTime::currentTime());
    [[nodiscard]] bool isAsking() const { return m_open != PromptId::None; }
    [[nodiscard]] const Prompt& prompt() const;
    [[nodiscard]] QString notice() const;
    void takeFocus();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void answered(dmsc::PromptId id, const dmsc::PromptAnswer& answer);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect bodyRect() const;
    [[nodiscard]] int widest() const;
    void place();

    PromptId m_open = PromptId::None;
    QWidget* m_glass;
    QStackedLayout* m_pages;
    IdlePage* m_idle;
    PromptPage* m_page;
};

} // namespace dmsc
