// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"
#include "cardio/card/card_interface.h"
#include "cardio/card/dm_credential.h"

#include <QCoreApplication>

// The card as the keeper of DM accounts' passwords (GEN-6): CARD-INTERFACE.md, section 20.
namespace dmsc {

namespace {

tl::unexpected<Error> notKept(const std::string& serverId)
{
    return fail(ErrorKind::NotFound,
        QCoreApplication::translate("CardClient",
            "the card has no account with a password for this DM server; put its DMAcc on the card, or leave the card "
            "out of the proof"),
        QString::fromStdString(serverId));
}

} // namespace

Result<DmDigest> CardClient::prove(const KeptProof& proof)
{
    const Question question{card::kInsDmCredential, "DM CREDENTIAL", card::kProve, Right::Explore};
    const auto answer = ask(question, encodeCredential(proof));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::ReferenceNotFound)
        return notKept(proof.serverId);
    if (answer->sw != StatusWord::Ok)
        return tl::unexpected(refused(answer->sw, question));
    const auto digest = decodeCredential(answer->data);
    return digest ? Result<DmDigest>(*digest) : unreadable("DM CREDENTIAL");
}

Result<bool> CardClient::check(const KeptProof& proof, const DmDigest& given)
{
    const Question question{card::kInsDmCredential, "DM CREDENTIAL", card::kCheck, Right::Explore};
    const auto answer = ask(question, encodeCredential(proof, given));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::ReferenceNotFound)
        return notKept(proof.serverId);
    if (answer->sw != StatusWord::Ok && answer->sw != StatusWord::AuthenticationFailed)
        return tl::unexpected(refused(answer->sw, question));
    return answer->sw == StatusWord::Ok;
}

} // namespace dmsc
