// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"
#include "cardio/card/card_interface.h"
#include "cardio/card/key_data.h"
#include "cardio/store/issuer_policy.h"
#include "model/bytes.h"

#include <QCoreApplication>

// How the issuer puts keys on a card: CARD-INTERFACE.md, section 13.
namespace dmsc {

namespace {

Result<void> checkVersion(std::uint8_t version)
{
    if (version != 0 && version <= kHighestKeyVersion)
        return {};
    return fail(ErrorKind::BadValue,
        QCoreApplication::translate("CardClient", "a key version is from 01 to 7F, not %1").arg(hexDigits(version)));
}

Error anothersCertificate(const Certificate& own)
{
    return {ErrorKind::NotAllowed,
        QCoreApplication::translate("CardClient",
            "the card refused the key pair (6985): the certificate %1 is not its own; the name must be \"card\", or "
            "\"card:\" and the card's ICCID")
            .arg(own.subject()),
        {}};
}

} // namespace

Result<void> CardClient::putKeys(const Scp03CardConfig& keys)
{
    if (auto good = checkVersion(static_cast<std::uint8_t>(keys.keys.version)); !good)
        return good;
    const SecretBytes data = encodeKeySet(keys);
    const Question question{card::kInsPolicy, "POLICY", card::kPolicyPutKeys, {}, 0, true};
    const auto answer = command(question, Bytes(data.begin(), data.end()));
    return answer ? Result<void>() : tl::unexpected(answer.error());
}

Result<void> CardClient::putKeyPair(const CardKeyPair& pair)
{
    if (auto good = checkVersion(pair.version); !good)
        return good;
    const auto data = encodeKeyPair(pair);
    if (!data)
        return tl::unexpected(data.error());
    const Question question{card::kInsPolicy, "POLICY", card::kPolicyPutKeyPair, {}, 0, true};
    const auto answer = ask(question, Bytes(data->begin(), data->end()));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::ConditionsNotSatisfied)
        return tl::unexpected(anothersCertificate(pair.chain.front()));
    if (answer->sw == StatusWord::WrongP1P2)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CardClient", "the card takes no key pairs once it is made (6A86)"));
    return answer->sw == StatusWord::Ok ? Result<void>() : tl::unexpected(refused(answer->sw, question));
}

} // namespace dmsc
