// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/policy_rules.h"
#include "cardio/card/recorded_receipt.h"
#include "cardio/desk/card_side.h"
#include "model/files/output_file.h"

#include <QCoreApplication>
#include <QDateTime>

// A card's side of the desk, as far as it is about what an open session is good for: memory, receipts, the policy.
namespace dmsc {

Result<void> CardSide::noteBegin()
{
    if (m_begin || !m_client->facts().ownCertificate)
        return {};
    auto status = m_client->syncStatus();
    if (!status)
        return tl::unexpected(status.error());
    m_begin = status->content;
    return {};
}

Result<std::vector<MemoryResult>> CardSide::manageMemory(
    const std::vector<MemoryRequest>& requests, const Progress& progress)
{
    if (auto open = ensureOpen(); !open)
        return tl::unexpected(open.error());
    if (!m_state.access)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CardSide", "the card's interface is 1.0, it divides no memory"),
            m_state.where.text());
    if (auto noted = noteBegin(); !noted)
        return tl::unexpected(noted.error());
    std::vector<MemoryResult> results;
    bool going = true;
    for (const MemoryRequest& request : requests) {
        going = going && (!progress || progress(results.size(), requests.size()));
        if (!going) {
            results.push_back({request, 0, {},
                QCoreApplication::translate("CardSide", "not sent: one before it was refused, or you stopped")});
            continue;
        }
        auto result = m_client->manageMemory(request);
        if (!result)
            return tl::unexpected(result.error());
        going = result->done();
        results.push_back(*std::move(result));
    }
    m_asked.reset(); // others' grants and what was deleted show at the next reading
    if (auto asked = askMemory(); !asked)
        return tl::unexpected(asked.error());
    return results;
}

Result<Bytes> CardSide::receipt(const QDateTime& now)
{
    if (!m_client || !m_client->isOpen())
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("CardSide", "there is no session with the card that a receipt could be about"),
            m_state.where.text());
    if (!m_own)
        return fail(ErrorKind::Unsupported, noReceiptText(m_request.method), m_state.where.text());
    if (auto noted = noteBegin(); !noted)
        return tl::unexpected(noted.error());
    return recordedReceipt(*m_client, *m_own, *m_begin, now, m_wire->host(), m_options.records);
}

void CardSide::endByReceipt()
{
    if (!m_own || !m_client || !m_client->isOpen() || (!m_options.records && !m_options.receipts))
        return;
    const auto cms = receipt(QDateTime::currentDateTimeUtc());
    if (m_options.receipts)
        m_options.receipts(cms);
}

Result<ReceiptInfo> CardSide::writeReceipt(const QString& path)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto cms = receipt(now);
    if (!cms)
        return tl::unexpected(cms.error());
    if (auto written = writeWholeFile(path, *cms); !written)
        return tl::unexpected(std::move(written.error()));
    writeStorage(m_records, QStringLiteral("WRITE"), path);
    auto info = inspectReceipt(*cms, m_own->anchors, now);
    if (info)
        info->path = path;
    return info;
}

Result<Bytes> CardSide::policy()
{
    if (auto open = ensureOpen(); !open)
        return tl::unexpected(open.error());
    return m_client->policy();
}

Result<void> CardSide::setPolicy(ByteView policy)
{
    const auto wanted = decodePolicy(policy);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto now = this->policy();
    const auto known = now ? decodePolicy(*now) : tl::unexpected(now.error());
    if (!known)
        return tl::unexpected(known.error());
    // Which keys are on the card only the card knows.
    if (auto good = checkPolicy(*wanted, known->blockSize, [](const AcceptedMethod&) { return true; }); !good)
        return good;
    return m_client->putPolicy(policy);
}

Result<void> CardSide::resetTries(std::uint8_t keyVersion)
{
    if (auto open = ensureOpen(); !open)
        return open;
    return m_client->resetTries(keyVersion);
}

Result<void> CardSide::putKeys(const Credential& keys, std::uint8_t pairVersion)
{
    const auto* own = std::get_if<CertificateCredential>(&keys);
    // A card with a pair that hosts refuse could be reached by it no more.
    if (own)
        if (auto leads = checkChain(own->chain.front(), {own->chain.begin() + 1, own->chain.end()}, own->anchors,
                QDateTime::currentDateTimeUtc());
            !leads)
            return leads;
    if (auto open = ensureOpen(); !open)
        return open;
    if (own)
        return m_client->putKeyPair({pairVersion, own->key, own->chain, own->anchors});
    const auto& set = std::get<KeySetCredential>(keys);
    return m_client->putKeys({.keys = set.keys, .macSize = set.macSize});
}

Result<std::vector<KeySetTries>> CardSide::keySetTries()
{
    if (auto open = ensureOpen(); !open)
        return tl::unexpected(open.error());
    return m_client->keySetTries();
}

} // namespace dmsc
