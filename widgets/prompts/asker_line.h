// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/prompts/prompt.h"

#include <QWidget>

namespace dmsc {

/// Who asks, as it was verified: a lock and the proof, or a warning mark and that nothing proves it.
class AskerLine : public QWidget
{
    Q_OBJECT

public:
    explicit AskerLine(QWidget* parent = nullptr);

    void setAsker(const PromptAsker& asker);
    /// Both lines, as they are read out.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect wordsRect(int width) const;
    [[nodiscard]] QFont nameFont() const;

    QString m_name;
    QString m_proof;
    bool m_verified = false;
};

} // namespace dmsc
