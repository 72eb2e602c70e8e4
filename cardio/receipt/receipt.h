// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/certificate.h"
#include "model/access/credential_info.h"
#include "model/tree/digest.h"

#include <string>
#include <vector>

// What makes a session undeniable (SEC-3, SEC-7): a transcript that both sides sign. CARD-INTERFACE.md, section 15.
namespace dmsc {

/// One command under the channel: what was asked and answered, by digests.
struct TranscriptEntry
{
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    Digest command{}; ///< SHA-256 of the plain data
    Digest answer{};
    std::uint16_t statusWord = 0;
    friend bool operator==(const TranscriptEntry&, const TranscriptEntry&) = default;
};

/// chain(0) = handshake digest; chain(n) = SHA-256(chain(n-1) | INS P1 | command | answer | SW).
[[nodiscard]] Digest nextInChain(const Digest& chain, const TranscriptEntry& entry);

struct Transcript
{
    HandshakeMethod method = HandshakeMethod::Scp11a;
    std::uint8_t level = 0;
    std::string entity;
    std::string iccid;
    Digest handshake{};
    Digest before{}; ///< content digest of the store's root when the session opened
    Digest after{}; ///< and when the receipt is asked for
    std::string time; ///< the host's, UTC basic ISO 8601
    std::vector<TranscriptEntry> entries;

    [[nodiscard]] Digest chain() const; ///< of the last entry
    friend bool operator==(const Transcript&, const Transcript&) = default;
};

/// BER-TLV, see CARD-INTERFACE.md.
[[nodiscard]] Bytes encode(const Transcript& transcript);
[[nodiscard]] Result<Transcript> decodeTranscript(ByteView bytes);

/// A CMS SignedData (RFC 5652) that carries `content`, signed by one key; DER. `chain`: the key's certificate, then
/// those between it and an anchor, which go along.
[[nodiscard]] Result<Bytes> sign(ByteView content, const PrivateKey& key, const std::vector<Certificate>& chain);
/// The same with one more signature over the same content.
[[nodiscard]] Result<Bytes> addSignature(ByteView cms, const PrivateKey& key, const std::vector<Certificate>& chain);

struct SignedContent
{
    Bytes content;
    std::vector<Certificate> signers; ///< whose signatures hold and whose certificates lead to an anchor
};
/// Security error when a signature is wrong or a signer unknown.
[[nodiscard]] Result<SignedContent> verify(
    ByteView cms, const std::vector<Certificate>& anchors, const QDateTime& time);

/// Why sessions of this method have none, for all but SCP11a and SCP11c.
[[nodiscard]] QString noReceiptText(HandshakeMethod method);
[[nodiscard]] inline bool hasReceipt(HandshakeMethod method)
{
    return method == HandshakeMethod::Scp11a || method == HandshakeMethod::Scp11c;
}

/// What a receipt's file says and whether it holds; with errors for what is no receipt at all.
[[nodiscard]] Result<ReceiptInfo> inspectReceipt(
    ByteView cms, const std::vector<Certificate>& anchors, const QDateTime& time);

} // namespace dmsc
