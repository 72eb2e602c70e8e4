// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/card_name.h"
#include "cardio/receipt/receipt.h"
#include "cardio/receipt/signed_message.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

QString hexOf(const Digest& digest)
{
    return toHex(digest);
}

QDateTime timeOf(const std::string& text)
{
    QDateTime time = QDateTime::fromString(QString::fromStdString(text), QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

enum class Signer : std::uint8_t { Host, Card, Stranger };

/// By the certificate's common name, as cards and entities are told apart in a handshake. What an authority has issued
/// to an entity is no card's, and another card's is not this one's.
Signer signerOf(const Certificate& certificate, const Transcript& transcript)
{
    if (const auto card = cardNameOf(certificate); card && card->fits(transcript.iccid))
        return Signer::Card;
    return certificate.commonName() == QString::fromStdString(transcript.entity) ? Signer::Host : Signer::Stranger;
}

/// One side of the receipt.
struct SideOfReceipt
{
    QString* signer;
    bool* holds;
    QString* problem;
};

/// Where one side has signed twice, both must hold.
void take(const SideOfReceipt& side, const FoundSignature& signature, const QString& problem)
{
    *side.holds = problem.isEmpty() && (side.signer->isEmpty() || *side.holds);
    *side.signer = signature.certificate.subject();
    if (!problem.isEmpty())
        *side.problem = problem;
}

QString strangerText(const Certificate& certificate, const Transcript& transcript)
{
    return QCoreApplication::translate(
        "Receipt", "it is signed by %1, which is neither the certificate of the card %2 nor that of the entity %3")
        .arg(
            certificate.subject(), QString::fromStdString(transcript.iccid), QString::fromStdString(transcript.entity));
}

/// Empty where it holds.
QString problemOf(const FoundSignature& signature)
{
    if (!signature.holds)
        return QCoreApplication::translate("Receipt", "the signature is wrong: what it is about was changed");
    if (!signature.trusted)
        return QCoreApplication::translate(
            "Receipt", "the signature is right, but its certificate, issued by %1, is not accepted: %2")
            .arg(signature.certificate.issuer(), signature.trusted.error().what);
    return {};
}

} // namespace

QString noReceiptText(HandshakeMethod method)
{
    return QCoreApplication::translate("Receipt",
        "with %1 there is no receipt: only certificates on both sides prove who said what; shake hands by SCP11a")
        .arg(methodName(method));
}

Result<ReceiptInfo> inspectReceipt(ByteView cms, const std::vector<Certificate>& anchors, const QDateTime& time)
{
    const Result<SignedMessage> message = readSigned(cms, anchors, time);
    if (!message)
        return tl::unexpected(message.error());
    const Result<Transcript> transcript = decodeTranscript(message->content);
    if (!transcript)
        return tl::unexpected(transcript.error());
    ReceiptInfo info;
    info.entity = QString::fromStdString(transcript->entity);
    info.iccid = QString::fromStdString(transcript->iccid);
    info.method = transcript->method;
    info.signedAt = timeOf(transcript->time);
    info.commands = static_cast<std::uint32_t>(transcript->entries.size());
    info.digestBefore = hexOf(transcript->before);
    info.digestAfter = hexOf(transcript->after);
    const SideOfReceipt host{&info.hostSigner, &info.hostSignatureHolds, &info.hostProblem};
    const SideOfReceipt card{&info.cardSigner, &info.cardSignatureHolds, &info.cardProblem};
    const FoundSignature* stranger = nullptr;
    for (const FoundSignature& signature : message->signatures) {
        const Signer signer = signerOf(signature.certificate, *transcript);
        if (signer == Signer::Stranger)
            stranger = &signature;
        else
            take(signer == Signer::Card ? card : host, signature, problemOf(signature));
    }
    // In whose place somebody else has signed.
    if (stranger && (info.cardSigner.isEmpty() || info.hostSigner.isEmpty()))
        take(info.cardSigner.isEmpty() ? card : host, *stranger, strangerText(stranger->certificate, *transcript));
    return info;
}

} // namespace dmsc
