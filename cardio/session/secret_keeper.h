// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/dm_auth.h"
#include "model/error.h"

#include <optional>
#include <string>

namespace dmsc {

/// What a proof is made over besides the name and the password that its keeper knows.
struct KeptProof
{
    std::string serverId{}; ///< of the account
    Bytes nonce{};
    std::optional<MessageDigests> message{}; ///< HMAC: of the message it goes with; none: for a Cred
};

/// Keeps the passwords of DM accounts and makes and checks their digests, so that whoever uses them does not know them
/// (GEN-6): the card. What it answers is slow, and may fail.
class SecretKeeper
{
public:
    SecretKeeper() = default;
    SecretKeeper(const SecretKeeper&) = delete;
    SecretKeeper& operator=(const SecretKeeper&) = delete;
    virtual ~SecretKeeper() = default;

    /// The client's digest (AAuthLevel CLCRED). NotFound for an account that is not kept.
    [[nodiscard]] virtual Result<DmDigest> prove(const KeptProof& proof) = 0;
    /// Whether `given` is the server's (SRVCRED).
    [[nodiscard]] virtual Result<bool> check(const KeptProof& proof, const DmDigest& given) = 0;
};

} // namespace dmsc
