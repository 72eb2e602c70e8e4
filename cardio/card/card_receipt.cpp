// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"

#include "cardio/card/card_interface.h"

#include <QCoreApplication>

#include <algorithm>

// How a session ends in a receipt (SEC-3, SEC-7): CARD-INTERFACE.md, section 15.
namespace dmsc {

namespace {

/// What came back carries what we signed, and the card has signed it too.
Result<void> checkReceipt(ByteView cms, const Bytes& content, const HandshakeFacts& facts,
    const CertificateCredential& own, const QDateTime& time)
{
    const auto found = verify(cms, own.anchors, time);
    if (!found)
        return tl::unexpected(found.error());
    const auto signedBy = [&](const std::optional<Certificate>& who) {
        return who && std::any_of(found->signers.begin(), found->signers.end(), [&](const Certificate& one) {
            return one.der() == who->der();
        });
    };
    if (found->content == content && signedBy(facts.ownCertificate) && signedBy(facts.cardCertificate))
        return {};
    return fail(ErrorKind::Security,
        QCoreApplication::translate(
            "CardClient", "the card's receipt is not about what was said, or not signed by it"));
}

} // namespace

Result<Bytes> CardClient::receipt(const CertificateCredential& own, const Digest& before, const QDateTime& time)
{
    if (!m_facts.ownCertificate || own.chain.empty())
        return fail(ErrorKind::Unsupported, noReceiptText(m_facts.method));
    const auto status = syncStatus();
    if (!status)
        return tl::unexpected(status.error());
    Transcript transcript;
    transcript.method = m_facts.method;
    transcript.level = static_cast<std::uint8_t>(m_facts.level);
    transcript.entity = m_access ? m_access->entity : std::string();
    transcript.iccid = status->iccid;
    transcript.handshake = m_facts.digest;
    transcript.before = before;
    transcript.after = status->content;
    transcript.time = time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toStdString();
    transcript.entries = m_transcript;
    const Bytes content = encode(transcript);
    const auto ours = sign(content, own.key, own.chain);
    if (!ours)
        return tl::unexpected(ours.error());
    const Question question{card::kInsReceipt, "RECEIPT", 0, {}};
    auto answer = ask(question, *ours);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw != StatusWord::Ok)
        return tl::unexpected(refused(answer->sw, question));
    if (auto checked = checkReceipt(answer->data, content, m_facts, own, time); !checked)
        return tl::unexpected(checked.error());
    return std::move(answer->data);
}

} // namespace dmsc
