// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/files/pin_change.h"
#include "model/compare/side.h"
#include "model/uicc/card_file.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dmsc {

/// Asks for a key's new value, twice, and for what proves that it may be set: the old value, or the PUK. Tells the
/// tries that are left before each try, makes one per press of the button, and keeps nothing that was typed.
class PinChangeDialog : public QDialog
{
    Q_OBJECT

public:
    PinChangeDialog(Side side, const CardPin& pin, PinChange::Kind kind, QWidget* parent = nullptr);
    ~PinChangeDialog() override;

    [[nodiscard]] bool isFor(Side side, std::uint8_t reference) const;
    /// How the key stands, as the card says; unblocking waits for it.
    void setPin(const CardPin& pin);
    /// What the card said to the try; success closes the dialog.
    void setAnswer(const CardPinChange& answer);
    /// The try never reached the card, or its answer was none.
    void setFailure(const QString& text);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// Once per press of the button.
    void entered(dmsc::Side side, const dmsc::PinChange& change);

private:
    QLineEdit* addField(QFormLayout& form, const QString& title, const QString& name, const QString& spoken);
    void showTries();
    void check();
    void send();
    void wipeFields();
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] bool unblocks() const { return m_kind == PinChange::Kind::Unblock; }
    /// Of what proves it.
    [[nodiscard]] std::optional<int> triesLeft() const;
    void say(const QString& text);

    Side m_side;
    CardPin m_pin;
    PinChange::Kind m_kind;
    bool m_known; ///< the card was asked for the tries that are left
    bool m_sent = false; ///< the answer is on its way
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_reason;
    QLineEdit* m_proof = nullptr;
    QLineEdit* m_fresh = nullptr;
    QLineEdit* m_again = nullptr;
    QPushButton* m_change = nullptr;
};

} // namespace dmsc
