// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/apdu/tlv.h"
#include "cardio/channel/certificate.h"
#include "cardio/channel/scp03_keys.h"
#include "model/access/entity.h"

#include <optional>
#include <vector>

// SCP11, GlobalPlatform Amendment F: what host and card share.
namespace dmsc::scp11 {

inline constexpr std::uint8_t kInsGetData = 0xCA;
inline constexpr std::uint8_t kInsPerformSecurityOperation = 0x2A;
inline constexpr std::uint8_t kInsMutualAuthenticate = 0x82;
inline constexpr std::uint8_t kInsInternalAuthenticate = 0x88;
inline constexpr const char* kGetDataName = "GET DATA";
inline constexpr const char* kPerformSecurityOperationName = "PERFORM SECURITY OPERATION";
inline constexpr const char* kMutualAuthenticateName = "MUTUAL AUTHENTICATE";
inline constexpr const char* kInternalAuthenticateName = "INTERNAL AUTHENTICATE";

/// P1 P2 of GET DATA: the certificate store.
inline constexpr std::uint8_t kStoreP1 = 0xBF;
inline constexpr std::uint8_t kStoreP2 = 0x21;
/// Key id of the authorities that certificates of hosts lead to (CA-KLOC).
inline constexpr std::uint8_t kAuthorityKeyId = 0x10;
/// In P2 of PERFORM SECURITY OPERATION: another certificate follows this one.
inline constexpr std::uint8_t kMoreCertificates = 0x80;
inline constexpr std::size_t kMaxChain = 4;
inline constexpr std::size_t kReceiptSize = 16;

namespace tag {
inline constexpr TlvTag kCertificateStore{0xBF21};
inline constexpr TlvTag kControlReference{0xA6};
inline constexpr TlvTag kKeyReference{0x83};
inline constexpr TlvTag kScpParameters{0x90};
inline constexpr TlvTag kKeyUsage{0x95};
inline constexpr TlvTag kKeyType{0x80};
inline constexpr TlvTag kKeyLength{0x81};
inline constexpr TlvTag kPublicKey{0x5F49};
inline constexpr TlvTag kReceipt{0x86};
} // namespace tag

/// GET DATA for a key pair's certificates, with which a handshake begins.
[[nodiscard]] bool isGetCertificates(const CommandApdu& command);
/// 11, 13, 15 for SCP11a, b, c.
[[nodiscard]] std::uint8_t keyId(HandshakeMethod method);
[[nodiscard]] std::optional<HandshakeMethod> methodOfKeyId(std::uint8_t id);
[[nodiscard]] bool isScp11(HandshakeMethod method);

/// What a host asks for in MUTUAL or INTERNAL AUTHENTICATE.
struct AgreementRequest
{
    HandshakeMethod method = HandshakeMethod::Scp11a;
    std::size_t keySize = 16; ///< bytes of the session keys: 16, 24 or 32
    EcPoint ephemeral;
};
[[nodiscard]] Bytes encode(const AgreementRequest& request);
/// Syntax error for anything that is not exactly such a request, Unsupported for a curve that we do not have.
[[nodiscard]] Result<AgreementRequest> parseRequest(ByteView data);

/// What a card answers to it.
struct AgreementAnswer
{
    EcPoint card; ///< its ephemeral public key, for SCP11c its static one
    Bytes receipt; ///< 16 bytes
};
[[nodiscard]] Bytes encode(const AgreementAnswer& answer);
[[nodiscard]] Result<AgreementAnswer> parseAnswer(ByteView data);

struct AgreedKeys
{
    AesKey receipt;
    SessionKeys session;
};
/// X9.63 KDF with SHA-256 over both shared secrets; shared info: key usage, type and length.
[[nodiscard]] Result<AgreedKeys> agreedKeys(
    const SecretBytes& ephemeral, const SecretBytes& fixed, std::size_t keySize);
/// CMAC over the request's data and the card's public key as a data object.
[[nodiscard]] Result<AesBlock> receipt(const AesKey& key, ByteView requestData, const EcPoint& card);

/// Certificates one after the other, the leaf last, in BF21.
[[nodiscard]] Bytes encodeStore(const std::vector<Certificate>& leafFirst);
/// With or without BF21 around; the leaf first.
[[nodiscard]] Result<std::vector<Certificate>> parseStore(ByteView data);

} // namespace dmsc::scp11
