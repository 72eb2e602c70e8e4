// SPDX-License-Identifier: Apache-2.0
// VERIFY, CHANGE and UNBLOCK PIN: ETSI TS 102 221 11.1.9, 11.1.10 and 11.1.13.
#include "cardio/channel/secret.h"
#include "cardio/files/file_client.h"
#include "cardio/link/apdu_client.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::uint8_t kVerify = 0x20;
constexpr std::uint8_t kChangePin = 0x24;
constexpr std::uint8_t kUnblockPin = 0x2C;
constexpr std::size_t kPinSize = 8;

std::optional<int> triesIn(StatusWord sw, std::uint8_t ins)
{
    if (sw1(sw) == 0x63 && (sw2(sw) & 0xF0U) == 0xC0U)
        return static_cast<int>(sw2(sw) & 0x0FU);
    // To a change it says that the key is switched off.
    const bool invalid = ins == kVerify && sw == StatusWord::DataInvalid;
    return sw == StatusWord::AuthenticationBlocked || invalid ? std::optional(0) : std::nullopt;
}

/// A value filled up with FF.
Result<void> appendPin(Bytes& out, ByteView value)
{
    if (value.empty() || value.size() > kPinSize)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("FileClient", "a PIN has 1 to 8 characters, not %1").arg(value.size()));
    out.insert(out.end(), value.begin(), value.end());
    out.resize(out.size() + kPinSize - value.size(), 0xFF);
    return {};
}

} // namespace

Result<KeyTries> FileClient::present(CommandApdu&& command)
{
    fitToLink(command, *m_link);
    auto answer = sendOne(*m_link, command);
    wipe(command.data.data(), command.data.size());
    if (!answer)
        return tl::unexpected(answer.error());
    const KeyTries state{isSuccess(answer->sw), triesIn(answer->sw, command.ins)};
    if (!state.verified && !state.triesLeft)
        return refused(answer->sw);
    return state;
}

Result<KeyTries> FileClient::keyTries(std::uint8_t reference)
{
    return present(command(false, kVerify, 0, reference));
}

Result<KeyTries> FileClient::verify(std::uint8_t reference, ByteView digits)
{
    CommandApdu verify = command(false, kVerify, 0, reference);
    verify.data.reserve(kPinSize);
    if (auto good = appendPin(verify.data, digits); !good)
        return tl::unexpected(good.error());
    return present(std::move(verify));
}

Result<KeyTries> FileClient::unblockTries(std::uint8_t reference)
{
    return present(command(false, kUnblockPin, 0, reference));
}

Result<KeyTries> FileClient::changePin(const PinChange& change)
{
    const bool unblocks = change.kind == PinChange::Kind::Unblock;
    CommandApdu command = this->command(false, unblocks ? kUnblockPin : kChangePin, 0, change.reference);
    command.data.reserve(2 * kPinSize); // so that no copy is left behind by growing
    for (const SecretBytes* value : {&change.proof, &change.fresh})
        if (auto good = appendPin(command.data, *value); !good)
            return tl::unexpected(good.error());
    return present(std::move(command));
}

} // namespace dmsc
