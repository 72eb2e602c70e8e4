// SPDX-License-Identifier: Apache-2.0
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

/// The card's certificate calls itself so, or is the one that does not name the entity.
bool isCards(const Certificate& certificate, const std::string& entity)
{
    return certificate.commonName() != QString::fromStdString(entity);
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
    for (const FoundSignature& signature : message->signatures) {
        const bool card = isCards(signature.certificate, transcript->entity);
        (card ? info.cardSigner : info.hostSigner) = signature.certificate.subject();
        const QString problem = problemOf(signature);
        (card ? info.cardSignatureHolds : info.hostSignatureHolds) = problem.isEmpty();
        (card ? info.cardProblem : info.hostProblem) = problem;
    }
    return info;
}

} // namespace dmsc
