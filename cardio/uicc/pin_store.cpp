// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/pin_store.h"

#include <algorithm>
#include <string_view>

namespace dmsc {

namespace {

constexpr std::size_t kPinSize = 8;
constexpr std::uint8_t kUnblockTries = 10;

// How a PIN stands in the image: a form, enabled, tries, unblocking tries; sealed: value and unblocking value. Before
// there was a seal they stood there as they are, without a form.
constexpr std::uint8_t kPublishedForm = 'P'; ///< the values are those of a new card
constexpr std::uint8_t kSealedForm = 'S';
constexpr std::size_t kHeadSize = 4;

constexpr std::uint8_t kVerify = 0x20;
constexpr std::uint8_t kChange = 0x24;
constexpr std::uint8_t kDisable = 0x26;
constexpr std::uint8_t kEnable = 0x28;
constexpr std::uint8_t kUnblock = 0x2C;

/// What a new card has; published test values, as CARD-INTERFACE.md says.
struct DefaultPin
{
    KeyReference key;
    std::string_view value;
    std::string_view unblock;
    std::uint8_t tries;
};
constexpr DefaultPin kDefaults[] = {
    {KeyReference::Pin1, "1234", "12345678", 3},
    {KeyReference::SecondPin1, "5678", "87654321", 3},
    {KeyReference::Adm1, "11223344", "", 10},
    {KeyReference::UniversalPin, "0000", "00000000", 3},
};

const DefaultPin* defaultOf(KeyReference key)
{
    const auto* found = std::find_if(
        std::begin(kDefaults), std::end(kDefaults), [key](const DefaultPin& pin) { return pin.key == key; });
    return found == std::end(kDefaults) ? nullptr : found;
}

Bytes padded(std::string_view digits)
{
    Bytes bytes(digits.begin(), digits.end());
    bytes.resize(kPinSize, 0xFF);
    return bytes;
}

/// Four to eight digits, FF behind them (ETSI TS 102 221 9.5.1).
bool isPin(ByteView value)
{
    const auto* const end = std::find(value.data(), value.data() + value.size(), std::uint8_t{0xFF});
    return end - value.data() >= 4
        && std::all_of(value.data(), end, [](std::uint8_t byte) { return byte >= '0' && byte <= '9'; })
        && std::all_of(end, value.data() + value.size(), [](std::uint8_t byte) { return byte == 0xFF; });
}

std::string sealedAs(KeyReference key)
{
    return "pin." + std::to_string(static_cast<unsigned>(key));
}

} // namespace

bool PinStore::knows(std::uint8_t ins)
{
    return ins == kVerify || ins == kChange || ins == kDisable || ins == kEnable || ins == kUnblock;
}

std::optional<PinStore::Pin> PinStore::load(KeyReference key) const
{
    const DefaultPin* made = defaultOf(key);
    if (made == nullptr)
        return std::nullopt;
    Pin pin{true, made->tries, kUnblockTries, padded(made->value), {}};
    if (!made->unblock.empty())
        pin.unblock = padded(made->unblock);
    Bytes kept = m_image->pin(static_cast<std::uint8_t>(key));
    if (kept.empty())
        return pin;
    const Pin blocked{true, 0, 0, pin.value, {}}; // what stands there cannot be read or trusted
    const bool old = kept[0] <= 1;
    if (old)
        kept.insert(kept.begin(), kSealedForm);
    if (kept.size() < kHeadSize || (kept[0] != kPublishedForm && kept[0] != kSealedForm))
        return blocked;
    pin.enabled = kept[1] != 0;
    pin.tries = kept[2];
    pin.unblockTries = kept[3];
    if (kept[0] == kPublishedForm)
        return pin;
    const ByteView rest = ByteView(kept).subspan(kHeadSize);
    const auto values =
        old ? Result<SecretBytes>(SecretBytes(rest.begin(), rest.end())) : m_image->opened(rest, sealedAs(key));
    if (!values || values->size() != kPinSize + pin.unblock.size())
        return blocked;
    pin.value.assign(values->begin(), values->begin() + kPinSize);
    pin.unblock.assign(values->begin() + kPinSize, values->end());
    return pin;
}

bool PinStore::store(KeyReference key, const Pin& pin)
{
    const DefaultPin& made = *defaultOf(key);
    const bool published =
        pin.value == padded(made.value) && pin.unblock == (made.unblock.empty() ? Bytes() : padded(made.unblock));
    Bytes kept{published ? kPublishedForm : kSealedForm, static_cast<std::uint8_t>(pin.enabled ? 1 : 0), pin.tries,
        pin.unblockTries};
    if (!published) {
        SecretBytes values(pin.value.begin(), pin.value.end());
        values.insert(values.end(), pin.unblock.begin(), pin.unblock.end());
        const auto sealed = m_image->closed(values, sealedAs(key));
        if (!sealed)
            return false;
        kept.insert(kept.end(), sealed->begin(), sealed->end());
    }
    return m_image->savePin(static_cast<std::uint8_t>(key), kept).has_value();
}

bool PinStore::isVerified(KeyReference key) const
{
    if (m_verified.count(key) != 0)
        return true;
    const auto pin = load(key);
    return pin && !pin->enabled;
}

std::vector<PinStatus> PinStore::statuses() const
{
    std::vector<PinStatus> all;
    for (const DefaultPin& known : kDefaults)
        if (const auto pin = load(known.key))
            all.push_back({static_cast<std::uint8_t>(known.key), pin->enabled, std::nullopt});
    return all;
}

StatusWord PinStore::compare(KeyReference key, Pin& pin, ByteView presented, bool unblock)
{
    std::uint8_t& tries = unblock ? pin.unblockTries : pin.tries;
    const Bytes& right = unblock ? pin.unblock : pin.value;
    if (tries == 0 || right.size() != kPinSize)
        return StatusWord::AuthenticationBlocked;
    --tries;
    if (!store(key, pin))
        return StatusWord::MemoryProblem;
    unsigned different = 0; // in the same time wherever they differ
    for (std::size_t i = 0; i < kPinSize; ++i)
        different |= unsigned(presented[i]) ^ right[i];
    if (different != 0) {
        m_verified.erase(key);
        return triesLeft(tries);
    }
    tries = unblock ? kUnblockTries : defaultOf(key)->tries;
    return StatusWord::Ok; // the caller stores the full counter with what else it changes
}

StatusWord PinStore::verify(KeyReference key, Pin& pin, ByteView data)
{
    if (data.empty()) {
        if (isVerified(key))
            return StatusWord::Ok;
        return pin.tries == 0 ? StatusWord::AuthenticationBlocked : triesLeft(pin.tries);
    }
    if (data.size() != kPinSize)
        return StatusWord::WrongLength;
    if (!pin.enabled)
        return StatusWord::DataInvalid;
    if (const StatusWord sw = compare(key, pin, data, false); sw != StatusWord::Ok)
        return sw;
    if (!store(key, pin))
        return StatusWord::MemoryProblem;
    m_verified.insert(key);
    return StatusWord::Ok;
}

StatusWord PinStore::change(KeyReference key, Pin& pin, ByteView data)
{
    if (data.size() != 2 * kPinSize)
        return StatusWord::WrongLength;
    if (!pin.enabled)
        return StatusWord::DataInvalid;
    if (!isPin(data.subspan(kPinSize)))
        return StatusWord::WrongData;
    if (const StatusWord sw = compare(key, pin, data.first(kPinSize), false); sw != StatusWord::Ok)
        return sw;
    pin.value.assign(data.begin() + kPinSize, data.end());
    if (!store(key, pin))
        return StatusWord::MemoryProblem;
    m_verified.insert(key);
    return StatusWord::Ok;
}

StatusWord PinStore::enable(KeyReference key, Pin& pin, ByteView data, bool enabled)
{
    if (data.size() != kPinSize)
        return StatusWord::WrongLength;
    if (key != KeyReference::Pin1 && key != KeyReference::UniversalPin)
        return StatusWord::ConditionsNotSatisfied;
    if (pin.enabled == enabled)
        return StatusWord::ConditionsNotSatisfied;
    if (const StatusWord sw = compare(key, pin, data, false); sw != StatusWord::Ok)
        return sw;
    pin.enabled = enabled;
    if (!store(key, pin))
        return StatusWord::MemoryProblem;
    if (enabled)
        m_verified.insert(key);
    else
        m_verified.erase(key);
    return StatusWord::Ok;
}

StatusWord PinStore::unblock(KeyReference key, Pin& pin, ByteView data)
{
    if (pin.unblock.empty())
        return StatusWord::ConditionsNotSatisfied;
    if (data.empty())
        return pin.unblockTries == 0 ? StatusWord::AuthenticationBlocked : triesLeft(pin.unblockTries);
    if (data.size() != 2 * kPinSize)
        return StatusWord::WrongLength;
    if (!isPin(data.subspan(kPinSize)))
        return StatusWord::WrongData;
    if (const StatusWord sw = compare(key, pin, data.first(kPinSize), true); sw != StatusWord::Ok)
        return sw;
    pin.value.assign(data.begin() + kPinSize, data.end());
    pin.tries = defaultOf(key)->tries;
    pin.enabled = true;
    if (!store(key, pin))
        return StatusWord::MemoryProblem;
    m_verified.insert(key);
    return StatusWord::Ok;
}

ResponseApdu PinStore::run(const CommandApdu& command)
{
    if (command.p1 != 0)
        return {{}, StatusWord::WrongP1P2};
    const auto key = static_cast<KeyReference>(command.p2);
    auto pin = load(key);
    if (!pin)
        return {{}, StatusWord::ReferenceNotFound};
    switch (command.ins) {
    case kVerify:
        return {{}, verify(key, *pin, command.data)};
    case kChange:
        return {{}, change(key, *pin, command.data)};
    case kDisable:
        return {{}, enable(key, *pin, command.data, false)};
    case kEnable:
        return {{}, enable(key, *pin, command.data, true)};
    default:
        return {{}, unblock(key, *pin, command.data)};
    }
}

} // namespace dmsc
