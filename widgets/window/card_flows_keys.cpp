// SPDX-License-Identifier: Apache-2.0
// Keys of a card: entered, changed, unblocked. Each try is one press of a button.
#include "model/items/card_file_text.h"
#include "widgets/files/card_file_details.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/files/part_view.h"
#include "widgets/prompts/pin_change_dialog.h"
#include "widgets/prompts/pin_panel.h"
#include "widgets/window/card_flows.h"
#include "widgets/window/desk_controller.h"

namespace dmsc {

void CardFlows::connectKeys()
{
    connect(&m_desk, &Desk::pinChecked, this, &CardFlows::takePin);
    connect(&m_desk, &Desk::pinChanged, this, &CardFlows::takeKeyChange);
    connect(&m_desk, &Desk::pinTold, this, [this](Side side, const CardPin& pin) {
        if (m_keyChange && m_keyChange->isFor(side, pin.reference))
            m_keyChange->setPin(pin);
    });
    connect(&m_files, &CardFilesPane::keyRequested, this, [this](Side side, int reference) {
        m_readAfterPin = m_files.side() == side && !m_files.details().parts().hasContent()
            ? std::optional(Reading{side, m_files.chosenPath()})
            : std::nullopt;
        askKey(side, std::uint8_t(reference));
    });
    connect(&m_files, &CardFilesPane::keyChangeRequested, this,
        [this](Side side, int reference, PinChange::Kind kind) { changeKey(side, std::uint8_t(reference), kind); });
    connect(&m_pins, &PinPanel::entered, this, [this](Side side, int reference, const QByteArray& digits) {
        m_desk.verifyPin(side, std::uint8_t(reference), digits);
    });
    connect(&m_pins, &PinPanel::unblockRequested, this,
        [this](Side side, int reference) { changeKey(side, std::uint8_t(reference), PinChange::Kind::Unblock); });
    connect(&m_pins, &PinPanel::dismissed, this, [this] {
        m_readAfterPin.reset();
        if (m_waiting)
            abandon();
    });
}

void CardFlows::askKey(Side side, std::uint8_t reference)
{
    const auto tree = filesOf(side);
    const auto pin = tree ? pinOf(*tree, reference) : std::nullopt;
    if (!pin)
        return;
    if (pin->verified && !isBlocked(*pin)) {
        Q_EMIT noticed(StatusTone::Ok, tr("%1 is verified until the card is reset").arg(pin->name));
        return;
    }
    m_pins.ask(side, *pin, {});
}

void CardFlows::takePin(Side side, const CardPin& pin)
{
    m_pins.setAnswer(side, pin);
    if (!pin.verified)
        return;
    Q_EMIT noticed(StatusTone::Ok, tr("%1 is verified until the card is reset").arg(pin.name));
    if (m_readAfterPin)
        m_files.readAgain(m_readAfterPin->side, m_readAfterPin->path);
    m_readAfterPin.reset();
    if (m_waiting && m_waiting->side == side) {
        m_waiting->verified.push_back(pin.reference);
        goOn();
    }
}

void CardFlows::updatePanel(Side side)
{
    if (m_controller.side(side))
        return;
    if (m_pins.isAsking())
        m_pins.dismiss();
    if (m_keyChange)
        m_keyChange->reject();
}

void CardFlows::changeKey(Side side, std::uint8_t reference, PinChange::Kind kind)
{
    const auto tree = filesOf(side);
    const auto pin = tree ? pinOf(*tree, reference) : std::nullopt;
    if (!pin || m_keyChange)
        return;
    m_keyChange = new PinChangeDialog(side, *pin, kind, m_window);
    m_keyChange->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_keyChange, &PinChangeDialog::entered, this,
        [this](Side on, const PinChange& change) { m_desk.changePin(on, change); });
    m_keyChange->open();
    if (kind == PinChange::Kind::Unblock)
        m_desk.askPinState(side, reference);
}

void CardFlows::takeKeyChange(Side side, const CardPinChange& change)
{
    if (m_keyChange && m_keyChange->isFor(side, change.pin.reference))
        m_keyChange->setAnswer(change);
    if (!change.done)
        return;
    if (change.pin.verified)
        takePin(side, change.pin);
    Q_EMIT noticed(StatusTone::Ok, tr("%1 has its new value").arg(change.pin.name));
}

} // namespace dmsc
