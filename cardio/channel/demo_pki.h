// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/certificate.h"
#include "cardio/channel/scp03_keys.h"
#include "model/access/entity.h"

#include <vector>

// Published test credentials, the same in every copy of this program. They protect nothing.
namespace dmsc {

/// A private key and the certificate of its public half.
struct CertifiedKey
{
    PrivateKey key;
    Certificate certificate;
};

/// Key versions of the card's two key pairs.
inline constexpr std::uint8_t kDemoCardKeyP256 = 0x11;
inline constexpr std::uint8_t kDemoCardKeyP384 = 0x12;

struct DemoPki
{
    Certificate authority;
    CertifiedKey card; ///< P-256, key version 0x11
    CertifiedKey cardP384; ///< key version 0x12
};

/// The authority, and what a new card has.
[[nodiscard]] Result<DemoPki> demoPki();
/// What an entity of the demo desk proves itself with; the common name is "issuer", "device", "dms" or "application".
[[nodiscard]] Result<CertifiedKey> demoCertifiedKey(Role role, Curve curve = Curve::P256);

/// Reference of its key on cards.
inline constexpr std::uint8_t kDemoFirmwareAuthority = 0x01;
/// Approves firmware packages (GEN-11): its certificate signs itself, and every demo card keeps its public key.
[[nodiscard]] Result<CertifiedKey> demoFirmwareAuthority();
/// Its public key alone: SubjectPublicKeyInfo, DER.
[[nodiscard]] Result<Bytes> demoFirmwareAuthorityKey();

/// A key set with the MAC size that it is used with.
struct DemoKeySet
{
    Scp03KeySet keys;
    MacSize macSize = MacSize::S8;
};

/// Issuer: the GlobalPlatform test key, version 30. Device: AES-128, 31. DM server: AES-256, 32, 16-byte MACs.
/// Terminal application: AES-192, 33.
[[nodiscard]] DemoKeySet demoKeySet(Role role);

} // namespace dmsc
