// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/side.h"
#include "model/uicc/card_file.h"
#include "widgets/theme/colors.h"

#include <QFrame>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace dmsc {

/// Asks for one key of a card, without standing in the way of anything: which key, what for, how many tries are left,
/// and one try. It never tries by itself, and what was typed is gone after the try.
class PinPanel : public QFrame
{
    Q_OBJECT

public:
    explicit PinPanel(QWidget* parent = nullptr);

    /// `why` is a sentence: "EF_NASCONFIG is written with it".
    void ask(Side side, const CardPin& pin, const QString& why);
    /// What the card said to the try; a key that is verified closes the panel.
    void setAnswer(Side side, const CardPin& pin);
    /// The try never reached the card, or its answer was none.
    void setFailure(const QString& text);
    void dismiss();
    [[nodiscard]] bool isAsking() const { return m_pin.has_value(); }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// Once per press of the button. `digits` are the bytes for VERIFY (ETSI TS 102 221 9.5.1): the characters as
    /// typed, or the eight bytes of an administrative key typed as sixteen hex digits.
    void entered(dmsc::Side side, int reference, const QByteArray& digits);
    void dismissed();
    /// Of a blocked key, which takes no entry any more.
    void unblockRequested(dmsc::Side side, int reference);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void check();
    void send();
    void wipe();
    void show(const CardPin& pin);

    std::optional<CardPin> m_pin;
    Side m_side = Side::Card;
    bool m_sent = false; ///< the answer is on its way
    StatusTone m_tone = StatusTone::Warning;
    QLabel* m_title;
    QLabel* m_state;
    QLineEdit* m_field;
    QPushButton* m_verify;
    QPushButton* m_unblock;
    QPushButton* m_cancel;
};

} // namespace dmsc
