// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/aes.h"

#include <array>

namespace dmsc {

using Sequence = std::array<std::uint8_t, 6>; ///< SQN, or what hides it
using AuthenticationMac = std::array<std::uint8_t, 8>;
using ManagementField = std::array<std::uint8_t, 2>; ///< AMF

/// MILENAGE, the example set of authentication functions (3GPP TS 35.206 4.1), under one subscriber's key.
class Milenage
{
public:
    /// `opc`: OPc, the operator's constant as the subscriber's card holds it.
    [[nodiscard]] static Result<Milenage> create(const AesKey& key, const AesBlock& opc);

    struct Macs
    {
        AuthenticationMac network{}; ///< f1: MAC-A
        AuthenticationMac resync{}; ///< f1*: MAC-S
    };
    [[nodiscard]] Result<Macs> macs(const AesBlock& rand, const Sequence& sqn, const ManagementField& amf);

    struct Keys
    {
        std::array<std::uint8_t, 8> res{}; ///< f2
        AesBlock cipher{}; ///< f3: CK
        AesBlock integrity{}; ///< f4: IK
        Sequence anonymity{}; ///< f5: AK
        Sequence resyncAnonymity{}; ///< f5*
        Keys() = default;
        Keys(const Keys&) = default;
        Keys& operator=(const Keys&) = default;
        ~Keys() { wipe(this, sizeof *this); }
    };
    [[nodiscard]] Result<Keys> keys(const AesBlock& rand);

private:
    Milenage(AesCbc cipher, const AesBlock& opc)
        : m_cipher(std::move(cipher))
        , m_opc(opc)
    {
    }
    [[nodiscard]] Result<AesBlock> encrypted(AesBlock block);
    /// E(rotated by `rotation` bytes, with `constant` in its last byte) masked by OPc: OUT2 to OUT5.
    [[nodiscard]] Result<AesBlock> out(const AesBlock& temp, std::size_t rotation, std::uint8_t constant);

    AesCbc m_cipher;
    AesBlock m_opc;
};

} // namespace dmsc
