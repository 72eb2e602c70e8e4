// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/dm_credential.h"

#include "cardio/apdu/tlv.h"
#include "cardio/card/card_interface.h"
#include "cardio/channel/secret.h"
#include "cardio/handset/accounts.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kLongestNonce = 1024; ///< octets

template <class Array> std::optional<Array> exactly(const std::optional<Tlv>& tlv)
{
    Array array{};
    if (!tlv || tlv->value.size() != array.size())
        return std::nullopt;
    std::ranges::copy(tlv->value, array.begin());
    return array;
}

struct Request
{
    KeptProof proof;
    std::optional<DmDigest> given;
};

/// Either both digests of a message or none.
std::optional<Request> decodeRequest(ByteView data)
{
    const auto tlvs = parseTlvs(data);
    const auto server = tlvs ? findTlv(*tlvs, card::tag::kServerId) : std::nullopt;
    const auto nonce = tlvs ? findTlv(*tlvs, card::tag::kNonce) : std::nullopt;
    if (!server || server->value.empty() || !nonce || nonce->value.size() > kLongestNonce)
        return std::nullopt;
    Request request;
    request.proof.serverId = textOf(server->value);
    request.proof.nonce.assign(nonce->value.begin(), nonce->value.end());
    const auto md5 = findTlv(*tlvs, card::tag::kMessageMd5);
    const auto sha256 = findTlv(*tlvs, card::tag::kMessageSha256);
    if (md5 || sha256) {
        const auto first = exactly<DmDigest>(md5);
        const auto second = exactly<Digest>(sha256);
        if (!first || !second)
            return std::nullopt;
        request.proof.message = MessageDigests{*first, *second};
    }
    request.given = exactly<DmDigest>(findTlv(*tlvs, card::tag::kProofDigest));
    return request;
}

} // namespace

Bytes encodeCredential(const KeptProof& proof, const std::optional<DmDigest>& given)
{
    TlvWriter writer;
    writer.add(card::tag::kServerId, viewOf(proof.serverId)).add(card::tag::kNonce, proof.nonce);
    if (proof.message)
        writer.add(card::tag::kMessageMd5, proof.message->md5).add(card::tag::kMessageSha256, proof.message->sha256);
    if (given)
        writer.add(card::tag::kProofDigest, *given);
    return writer.take();
}

std::optional<DmDigest> decodeCredential(ByteView answer)
{
    const auto tlvs = parseTlvs(answer);
    return tlvs ? exactly<DmDigest>(findTlv(*tlvs, card::tag::kProofDigest)) : std::nullopt;
}

ResponseApdu runCredential(const CommandApdu& command, const CardImage& image, EntitySession& entity)
{
    if (entity.entity().role != Role::Device)
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    const auto request = decodeRequest(command.data);
    const bool checks = command.p1 == card::kCheck;
    if (!request || request->given.has_value() != checks)
        return {{}, StatusWord::WrongData};
    const NodeId node = accountNodeOf(image.tree(), request->proof.serverId);
    if (node == kNoNode || !entity.view().access().sees(node))
        return {{}, StatusWord::ReferenceNotFound};
    const DmAccount account = accountAt(image.tree(), node);
    DmSecret secret = checks ? account.server : account.client;
    if (secret.password.empty())
        return {{}, StatusWord::ReferenceNotFound};
    secret.nonce = request->proof.nonce;
    auto digest = dmDigestOf(secret, request->proof.message);
    wipe(secret.password.data(), secret.password.size());
    if (!digest)
        return {{}, StatusWord::ConditionsNotSatisfied};
    if (checks)
        return {{}, equalInConstantTime(*digest, *request->given) ? StatusWord::Ok : StatusWord::AuthenticationFailed};
    TlvWriter answer;
    answer.add(card::tag::kProofDigest, *digest);
    return {answer.take(), StatusWord::Ok};
}

} // namespace dmsc
