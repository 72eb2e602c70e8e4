// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace dmsc {

/// What a store of credentials tells about one of them; never a key.
struct CredentialInfo
{
    enum class Kind : std::uint8_t { KeySet, Certificate };
    QString id; ///< stable, what --as and the wizard name
    QString label;
    Kind kind = Kind::KeySet;
    Role role = Role::Issuer;
    std::vector<HandshakeMethod> methods; ///< that it can be used for
    QString detail; ///< "AES-256, key version 32", or "CN=dms, P-256, issued by CN=Demo CA"
    QDateTime notAfter; ///< of a certificate; invalid for keys
    bool builtIn = false; ///< the demo desk's: published test keys that protect nothing
    friend bool operator==(const CredentialInfo&, const CredentialInfo&) = default;
};

/// What stands in a receipt (SEC-3, SEC-7) and whether its signatures hold.
struct ReceiptInfo
{
    QString path;
    QString entity;
    QString iccid;
    HandshakeMethod method = HandshakeMethod::Scp11a;
    QDateTime signedAt;
    std::uint32_t commands = 0;
    QString digestBefore; ///< hex, of the store's root
    QString digestAfter;
    QString hostSigner; ///< subject of the certificate
    QString cardSigner;
    bool hostSignatureHolds = false; ///< and its certificate leads to an authority that is trusted
    bool cardSignatureHolds = false;
    QString hostProblem; ///< of a signature that is there and does not hold
    QString cardProblem;
    friend bool operator==(const ReceiptInfo&, const ReceiptInfo&) = default;
};

} // namespace dmsc
