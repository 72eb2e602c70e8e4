// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme/colors.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace dmsc {

/// Something to be known where it happened: a stripe and a mark in the colour of its status, the text, and at most one
/// thing to do about it.
class NoteFrame : public QFrame
{
    Q_OBJECT

public:
    explicit NoteFrame(QWidget* parent = nullptr);

    /// Shows the frame and has the text read out.
    void say(StatusTone tone, const QString& text, const QString& action = {});
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton& button() const { return *m_button; }

Q_SIGNALS:
    void actionPressed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StatusTone m_tone = StatusTone::Ok;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace dmsc
