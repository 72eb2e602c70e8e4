// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp11_card.h"

#include "cardio/channel/scp11_protocol.h"

#include <algorithm>

namespace dmsc {

namespace {

using Refusal = tl::unexpected<StatusWord>;

/// A6 { 83 kid kvn }
CardResult<std::uint8_t> keyVersionOf(ByteView data)
{
    const Result<std::vector<Tlv>> outer = parseTlvs(data);
    if (!outer || outer->size() != 1 || outer->front().tag != scp11::tag::kControlReference)
        return Refusal(StatusWord::WrongData);
    const Result<std::vector<Tlv>> inner = childrenOf(outer->front());
    if (!inner || inner->size() != 1 || inner->front().tag != scp11::tag::kKeyReference
        || inner->front().value.size() != 2)
        return Refusal(StatusWord::WrongData);
    if (!scp11::methodOfKeyId(inner->front().value[0]))
        return Refusal(StatusWord::ReferenceNotFound);
    return inner->front().value[1];
}

std::vector<Certificate> between(const std::vector<Certificate>& chain)
{
    return {chain.begin(), chain.end() - 1};
}

CardResult<void> checkChainOf(
    const CardHandshakeStore& store, const std::vector<Certificate>& chain, const CardKeyPair& pair)
{
    const QDateTime now = store.now ? store.now() : QDateTime::currentDateTimeUtc();
    if (checkChain(chain.back(), between(chain), pair.anchors, now))
        return {};
    return Refusal(StatusWord::SecureMessagingWrong);
}

Digest digestOf(const EcPoint& point)
{
    return dmsc::digestOf(ByteView(point.bytes));
}

/// The card's part of the agreement: what it shows, and both shared secrets.
struct CardShare
{
    EcPoint shown;
    SecretBytes ephemeral;
    SecretBytes fixed;
};

Result<CardShare> shareOf(const CardHandshakeStore& store, const CardKeyPair& pair,
    const scp11::AgreementRequest& request, const std::optional<Certificate>& peer)
{
    const Curve curve = request.ephemeral.curve;
    const auto fresh = [&] { return store.ephemeral ? store.ephemeral(curve) : PrivateKey::generate(curve); };
    const Result<PrivateKey> own = request.method == HandshakeMethod::Scp11c ? Result<PrivateKey>(pair.key) : fresh();
    if (!own)
        return tl::unexpected(own.error());
    Result<SecretBytes> ephemeral = own->agree(request.ephemeral);
    if (!ephemeral)
        return tl::unexpected(ephemeral.error());
    Result<SecretBytes> fixed = pair.key.agree(peer ? peer->publicKey() : request.ephemeral);
    if (!fixed)
        return tl::unexpected(fixed.error());
    return CardShare{own->publicKey(), std::move(*ephemeral), std::move(*fixed)};
}

} // namespace

void Scp11Card::forget()
{
    m_chain.clear();
    m_complete = false;
}

CardResult<ResponseApdu> Scp11Card::certificates(const CardHandshakeStore& store, const CommandApdu& command)
{
    const CardResult<std::uint8_t> version = keyVersionOf(command.data);
    if (!version)
        return Refusal(version.error());
    const std::optional<CardKeyPair> pair = store.keyPair(*version);
    if (!pair)
        return Refusal(StatusWord::ReferenceNotFound);
    return ResponseApdu{scp11::encodeStore(pair->chain), StatusWord::Ok};
}

CardResult<void> Scp11Card::takeCertificate(const CardHandshakeStore& store, const CommandApdu& command)
{
    if (beginsChain())
        forget();
    const std::uint8_t id = command.p2 & 0x7FU;
    const std::optional<CardKeyPair> pair =
        id == 0 || id == scp11::kAuthorityKeyId ? store.keyPair(command.p1) : std::optional<CardKeyPair>();
    if (!pair)
        return Refusal(StatusWord::ReferenceNotFound);
    Result<Certificate> certificate = Certificate::parse(command.data);
    if (!certificate || m_chain.size() == scp11::kMaxChain)
        return Refusal(StatusWord::WrongData);
    m_chain.push_back(std::move(*certificate));
    if ((command.p2 & scp11::kMoreCertificates) != 0)
        return {};
    m_complete = true;
    return checkChainOf(store, m_chain, *pair);
}

CardResult<void> Scp11Card::checkPeer(
    const CardHandshakeStore& store, const CardKeyPair& pair, const CardPeer& peer) const
{
    // Again, because the chain may have come under another key version.
    if (peer.certificate)
        if (const CardResult<void> leads = checkChainOf(store, m_chain, pair); !leads)
            return leads;
    return store.accept ? store.accept(peer) : CardResult<void>();
}

CardResult<Scp11Card::Agreed> Scp11Card::agree(const CardHandshakeStore& store, const CommandApdu& command)
{
    const std::optional<HandshakeMethod> method = scp11::methodOfKeyId(command.p2);
    const bool internal = command.ins == scp11::kInsInternalAuthenticate;
    if (!method || (*method == HandshakeMethod::Scp11b) != internal)
        return Refusal(StatusWord::ReferenceNotFound);
    if (!internal && !m_complete)
        return Refusal(StatusWord::ConditionsNotSatisfied);
    const Result<scp11::AgreementRequest> request = scp11::parseRequest(command.data);
    if (!request || request->method != *method)
        return Refusal(!request && request.error().kind == ErrorKind::Unsupported ? StatusWord::ReferenceNotFound
                                                                                  : StatusWord::WrongData);
    const std::optional<CardKeyPair> pair = store.keyPair(command.p1);
    if (!pair || pair->key.publicKey().curve != request->ephemeral.curve)
        return Refusal(StatusWord::ReferenceNotFound);
    CardPeer peer{*method, SecurityLevel::All, pair->version, std::nullopt};
    if (!internal)
        peer.certificate = m_chain.back();
    if (peer.certificate && peer.certificate->publicKey().curve != request->ephemeral.curve)
        return Refusal(StatusWord::ReferenceNotFound);
    if (const CardResult<void> may = checkPeer(store, *pair, peer); !may)
        return Refusal(may.error());
    const Result<CardShare> share = shareOf(store, *pair, *request, peer.certificate);
    if (!share)
        return Refusal(StatusWord::WrongData);
    std::optional<Digest> once;
    if (*method == HandshakeMethod::Scp11c)
        once = digestOf(request->ephemeral);
    if (once && store.isUsed(*once))
        return Refusal(StatusWord::ConditionsNotSatisfied);
    const Result<scp11::AgreedKeys> keys = scp11::agreedKeys(share->ephemeral, share->fixed, request->keySize);
    if (!keys)
        return Refusal(StatusWord::NoDiagnosis);
    const Result<AesBlock> receipt = scp11::receipt(keys->receipt, command.data, share->shown);
    if (!receipt)
        return Refusal(StatusWord::NoDiagnosis);
    Result<Scp03Session> session = Scp03Session::create(keys->session, SecurityLevel::All, MacSize::S8, *receipt);
    if (!session)
        return Refusal(StatusWord::NoDiagnosis);
    return Agreed{std::move(*session), std::move(peer),
        {scp11::encode(scp11::AgreementAnswer{share->shown, Bytes(receipt->begin(), receipt->end())}), StatusWord::Ok},
        once};
}

} // namespace dmsc
