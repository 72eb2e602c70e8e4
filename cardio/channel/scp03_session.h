// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/channel/scp03_keys.h"
#include "cardio/channel/security_level.h"

namespace dmsc {

/// Secure messaging of SCP03 (Amendment D 6.2.4 to 6.2.7), the core of both ends: MAC chain, encryption counter,
/// padding. Also what SCP11 speaks after its handshake, with the receipt as first MAC chain.
///
/// What the C-MAC is taken over: the MAC chain, then the header with the class byte's channel set to 0 and its chaining
/// bit as sent, then Lc in the form of the APDU (one byte, or 00 and two) counting the MAC, then the data as sent.
///
/// Any error leaves the session unusable: the owner drops it.
class Scp03Session
{
public:
    [[nodiscard]] static Result<Scp03Session> create(
        const SessionKeys& keys, SecurityLevel level, MacSize macSize, const AesBlock& macChain = {});

    [[nodiscard]] SecurityLevel level() const { return m_level; }
    /// See SecureChannel::plainCapacity.
    [[nodiscard]] std::size_t plainCapacity(std::size_t wrapped) const;

    /// Host: a MAC and nothing else, as EXTERNAL AUTHENTICATE carries it; does not count.
    [[nodiscard]] Result<CommandApdu> authenticate(CommandApdu command);
    /// Card: checks and takes off what authenticate() put on.
    [[nodiscard]] Result<CommandApdu> verify(CommandApdu command);

    /// Host: counts, encrypts, adds the MAC. Limit error, before anything is counted, when the result would not fit.
    [[nodiscard]] Result<CommandApdu> wrapCommand(CommandApdu command);
    /// Card: checks the MAC, counts, decrypts. The class byte keeps channel and chaining, loses secure messaging.
    [[nodiscard]] Result<CommandApdu> unwrapCommand(CommandApdu command);
    /// Card: protects the answer to the command unwrapped last; any length. Data with an error status word is dropped.
    [[nodiscard]] Result<ResponseApdu> wrapResponse(ResponseApdu response);
    /// Host: checks and opens the answer to the command wrapped last.
    [[nodiscard]] Result<ResponseApdu> unwrapResponse(ResponseApdu response);

private:
    Scp03Session(AesCmac mac, AesCmac rmac, AesCbc encrypt, AesCbc decrypt);

    [[nodiscard]] std::size_t wrappedSize(std::size_t plain) const;
    [[nodiscard]] Result<AesBlock> commandMac(const CommandApdu& command, ByteView data);
    [[nodiscard]] Result<AesBlock> initialVector(std::uint8_t firstByte);
    [[nodiscard]] Result<void> seal(Bytes& data, std::uint8_t firstByte);
    [[nodiscard]] Result<void> open(Bytes& data, std::uint8_t firstByte);
    [[nodiscard]] ByteView shortened(const AesBlock& mac) const { return ByteView(mac).first(bytesOf(m_macSize)); }

    AesCmac m_mac;
    AesCmac m_rmac;
    AesCbc m_encrypt;
    AesCbc m_decrypt;
    SecurityLevel m_level = SecurityLevel::All;
    MacSize m_macSize = MacSize::S8;
    AesBlock m_chain{};
    std::uint64_t m_counter = 0;
};

} // namespace dmsc
