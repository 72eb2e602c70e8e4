// SPDX-License-Identifier: Apache-2.0
// The keys of a card: shown to it once, changed, unblocked. Nothing here tries twice.
#include "cardio/files/card_files.h"
#include "model/byte_array.h"

#include <algorithm>

namespace dmsc {

/// The key as it is known; a new entry for one that exploring did not come upon.
CardPin& CardFiles::knownPin(std::uint8_t reference)
{
    auto& pins = m_card.tree.pins;
    const auto known = std::find_if(
        pins.begin(), pins.end(), [reference](const CardPin& candidate) { return candidate.reference == reference; });
    if (known != pins.end())
        return *known;
    CardPin fresh;
    fresh.reference = reference;
    fresh.name = keyName(static_cast<KeyReference>(reference));
    return *pins.insert(pins.end(), fresh);
}

Result<CardPin> CardFiles::verify(std::uint8_t reference, const QByteArray& digits)
{
    const auto claim = alone();
    if (!claim)
        return tl::unexpected(claim.error());
    const auto tries = m_client.verify(reference, viewOf(digits));
    if (!tries)
        return tl::unexpected(tries.error());
    CardPin& pin = knownPin(reference);
    pin.verified = tries->verified;
    if (tries->triesLeft)
        pin.triesLeft = tries->triesLeft;
    else if (const auto now = m_client.keyTries(reference); now && now->triesLeft)
        pin.triesLeft = now->triesLeft; // a right PIN fills its counter again
    CardPin answer = pin;
    publish();
    return answer;
}

/// How the key stands, asked without a try.
void CardFiles::askTries(CardPin& pin)
{
    const auto now = m_client.keyTries(pin.reference);
    if (!now)
        return;
    pin.verified = now->verified;
    if (now->triesLeft)
        pin.triesLeft = now->triesLeft;
    else if (pin.triesLeft == 0)
        pin.triesLeft.reset(); // verified: the card does not say how many there are again
}

Result<CardPin> CardFiles::pinState(std::uint8_t reference)
{
    const auto claim = alone();
    if (!claim)
        return tl::unexpected(claim.error());
    const auto tries = m_client.unblockTries(reference);
    if (!tries && tries.error().kind == ErrorKind::Io)
        return tl::unexpected(tries.error());
    CardPin& pin = knownPin(reference);
    pin.unblockTriesLeft = tries ? tries->triesLeft : std::nullopt;
    askTries(pin);
    CardPin answer = pin;
    publish();
    return answer;
}

Result<CardPinChange> CardFiles::changePin(const PinChange& change)
{
    const auto claim = alone();
    if (!claim)
        return tl::unexpected(claim.error());
    const auto tries = m_client.changePin(change);
    if (!tries)
        return tl::unexpected(tries.error());
    CardPin& pin = knownPin(change.reference);
    if (change.kind == PinChange::Kind::Unblock) {
        pin.unblockTriesLeft = tries->triesLeft;
        pin.enabled = pin.enabled || tries->verified; // ETSI TS 102 221 11.1.13
    } else if (tries->triesLeft) {
        pin.triesLeft = tries->triesLeft;
    }
    askTries(pin);
    CardPinChange answer{pin, tries->verified};
    publish();
    return answer;
}

} // namespace dmsc
