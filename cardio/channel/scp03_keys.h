// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/aes.h"
#include "cardio/channel/secret.h"

#include <cstddef>
#include <cstdint>

namespace dmsc {

// GlobalPlatform Card Specification Amendment D (SCP03), 4.1 and 6.2: keys and what is derived from them.

/// Version number of a key set; 0 in INITIALIZE UPDATE asks for the card's first.
enum class KeyVersion : std::uint8_t { Any = 0 };

/// Bytes of a challenge, a cryptogram and a MAC: S8 or S16 mode.
enum class MacSize : std::uint8_t { S8 = 8, S16 = 16 };

[[nodiscard]] constexpr std::size_t bytesOf(MacSize size)
{
    return static_cast<std::size_t>(size);
}

/// The three static keys of one key version. They may be of different lengths; session keys have the lengths of ENC and
/// MAC.
struct Scp03KeySet
{
    AesKey enc;
    AesKey mac;
    AesKey dek;
    KeyVersion version{};

    /// The published GlobalPlatform test key 40 41 .. 4F for all three, version 0x30. Protects nothing.
    [[nodiscard]] static Scp03KeySet test();
};

/// Keys of one session, whichever handshake made them.
struct SessionKeys
{
    AesKey enc;
    AesKey mac;
    AesKey rmac;
};

/// The constants of the key derivation, Amendment D 4.1.5 table 4-1.
enum class Derivation : std::uint8_t {
    CardCryptogram = 0x00,
    HostCryptogram = 0x01,
    CardChallenge = 0x02,
    SEnc = 0x04,
    SMac = 0x06,
    SRmac = 0x07,
};

/// SP 800-108 in counter mode with AES-CMAC: block i = CMAC(key, 11 x 00 | constant | 00 | L | i | context).
/// `size` in bytes, at most 64.
[[nodiscard]] Result<SecretBytes> derive(const AesKey& key, Derivation constant, ByteView context, std::size_t size);

/// S-ENC, S-MAC and S-RMAC for context = host challenge | card challenge.
[[nodiscard]] Result<SessionKeys> deriveSessionKeys(const Scp03KeySet& keys, ByteView context);

/// Card or host cryptogram under the session's MAC key.
[[nodiscard]] Result<SecretBytes> cryptogram(
    const SessionKeys& keys, Derivation constant, ByteView context, MacSize size);

/// Sequence counter of a key set, 24 bits: the value that the next session is opened with.
enum class SequenceCounter : std::uint32_t { First = 0, UsedUp = 0x1000000 };

/// Pseudo-random card challenge from the counter and the AID of the application that opens the channel (6.2.2.1).
[[nodiscard]] Result<SecretBytes> pseudoRandomChallenge(
    const AesKey& staticEnc, SequenceCounter counter, ByteView aid, MacSize size);

/// The counter as INITIALIZE UPDATE answers it.
[[nodiscard]] std::array<std::uint8_t, 3> threeBytes(SequenceCounter counter);

} // namespace dmsc
