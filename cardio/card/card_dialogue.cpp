// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"
#include "model/bytes.h"

#include "cardio/card/card_interface.h"

#include <QCoreApplication>

// The card as a DM server (UC1) and as the keeper of authorities' keys (GEN-11): CARD-INTERFACE.md, sections 16 to 18.
namespace dmsc {

Result<Bytes> CardClient::dialogue(const Question& question, Bytes data, const Progress& progress)
{
    auto answer = ask(question, std::move(data), progress);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::Ok)
        return std::move(answer->data);
    // What this session may do says which permission is missing (UC1-A2).
    if (answer->sw == StatusWord::SecurityStatusNotSatisfied && isOpen() && !m_access)
        (void)accessConditions();
    return tl::unexpected(refused(answer->sw, question));
}

Result<Bytes> CardClient::notify(ByteView trigger, const std::vector<std::string>& wanted)
{
    TlvWriter writer;
    if (!trigger.empty())
        writer.add(card::tag::kTrigger, trigger);
    for (const std::string& type : wanted)
        writer.add(card::tag::kWantedMo, viewOf(type));
    const auto answer =
        dialogue({card::kInsNotification, "NOTIFICATION", card::kNotifyCard, Right::Read}, writer.take(), {});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto tlvs = parseTlvs(*answer);
    const auto found = tlvs ? findTlv(*tlvs, card::tag::kTrigger) : std::nullopt;
    if (!found)
        return unreadable("NOTIFICATION");
    return Bytes(found->value.begin(), found->value.end());
}

Result<std::optional<Bytes>> CardClient::pendingNotification()
{
    const auto answer =
        dialogue({card::kInsNotification, "NOTIFICATION", card::kAskForNotification, Right::Read}, {}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->empty())
        return std::optional<Bytes>();
    const auto tlvs = parseTlvs(*answer);
    const auto found = tlvs ? findTlv(*tlvs, card::tag::kTrigger) : std::nullopt;
    if (!found)
        return unreadable("NOTIFICATION");
    return std::optional<Bytes>(Bytes(found->value.begin(), found->value.end()));
}

Result<Bytes> CardClient::converse(ByteView message, const Progress& progress)
{
    return say({card::kInsDmMessage, "DM MESSAGE", card::kCardIsServer, Right::Read}, message, progress);
}

Result<bool> CardClient::verifySignature(std::uint8_t key, ByteView hash, ByteView signature)
{
    TlvWriter reference;
    reference.addNumber(card::tag::kKeyReference, key);
    const Question set{
        card::kInsManageSecurity, "MSE SET DST", card::kSetForVerification, {}, card::kDigitalSignatureTemplate};
    const auto known = ask(set, reference.take());
    if (!known)
        return tl::unexpected(known.error());
    if (known->sw == StatusWord::ReferenceNotFound)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("CardClient", "the card keeps no authority's key with the reference %1")
                .arg(hexDigits(key)));
    if (known->sw != StatusWord::Ok)
        return tl::unexpected(refused(known->sw, set));
    TlvWriter code;
    code.add(card::tag::kHashCode, hash);
    const auto hashed =
        command({card::kInsSecurityOperation, "PSO HASH", card::kHashP1, {}, card::kHashP2}, code.take());
    if (!hashed)
        return tl::unexpected(hashed.error());
    TlvWriter proof;
    proof.add(card::tag::kSignature, signature);
    const Question verify{
        card::kInsSecurityOperation, "PSO VERIFY DIGITAL SIGNATURE", card::kVerifyP1, {}, card::kVerifyP2};
    const auto verdict = ask(verify, proof.take());
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (verdict->sw == StatusWord::Ok)
        return true;
    if (verdict->sw == StatusWord::AuthenticationFailed)
        return false;
    return tl::unexpected(refused(verdict->sw, verify));
}

Result<void> CardClient::putAuthority(std::uint8_t reference, ByteView publicKey)
{
    TlvWriter writer;
    writer.addNumber(card::tag::kAuthorityReference, reference).add(card::tag::kAuthorityKey, publicKey);
    const auto answer = command({card::kInsPolicy, "POLICY", card::kPolicyPutAuthority, {}}, writer.take());
    return answer ? Result<void>() : tl::unexpected(answer.error());
}

} // namespace dmsc
