// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp11_host.h"

#include "cardio/channel/handshake_problem.h"
#include "cardio/channel/public_key.h"
#include "cardio/channel/scp11_protocol.h"

#include <QCoreApplication>

#include <tuple>
#include <utility>

namespace dmsc {

namespace {

CommandApdu commandOf(std::uint8_t cla, std::uint8_t ins, std::uint8_t p1, std::uint8_t p2, Bytes data)
{
    CommandApdu command;
    command.cla = cla;
    command.ins = ins;
    command.p1 = p1;
    command.p2 = p2;
    command.data = std::move(data);
    command.le = kMaxShortLe;
    return command;
}

class Scp11Client
{
public:
    Scp11Client(const ApduExchange& exchange, const CertificateCredential& credential, const HandshakeOptions& options,
        HandshakeLadder& ladder, HandshakeFacts& facts)
        : m_exchange(&exchange)
        , m_credential(&credential)
        , m_options(&options)
        , m_ladder(&ladder)
        , m_facts(&facts)
    {
    }

    Result<void> fetchCertificate();
    Result<void> checkCertificate() const;
    Result<void> showCertificates();
    Result<void> agree();
    Result<void> checkReceipt();
    Result<std::unique_ptr<SecureChannel>> open();

private:
    [[nodiscard]] bool mutual() const { return m_options->method != HandshakeMethod::Scp11b; }
    [[nodiscard]] bool fits() const;
    [[nodiscard]] Result<void> checkAuthority() const;
    Result<void> fetchCertificate(std::uint8_t version);
    Result<ResponseApdu> ask(const CommandApdu& command, HandshakeStage stage);
    Result<void> deriveKeys(const PrivateKey& ephemeral);

    const ApduExchange* m_exchange;
    const CertificateCredential* m_credential;
    const HandshakeOptions* m_options;
    HandshakeLadder* m_ladder;
    HandshakeFacts* m_facts;
    std::vector<Certificate> m_card; ///< leaf first
    Bytes m_request;
    scp11::AgreementAnswer m_answer;
    std::optional<scp11::AgreedKeys> m_keys;
};

Result<ResponseApdu> Scp11Client::ask(const CommandApdu& command, HandshakeStage stage)
{
    Result<ResponseApdu> answer = (*m_exchange)(command);
    if (!answer || answer->sw == StatusWord::Ok)
        return answer;
    const HandshakeRefusal refusal{stage, answer->sw, m_facts->keyVersion, m_facts->ownCertificate};
    return tl::unexpected(handshakeProblem(
        stage == HandshakeStage::AskCertificate ? ErrorKind::Card : ErrorKind::Security, refusal, *m_options));
}

/// One curve for both sides' keys; SCP11b has no key of ours that lasts.
bool Scp11Client::fits() const
{
    return !mutual() || m_credential->key.publicKey().curve == m_card.front().publicKey().curve;
}

Result<void> Scp11Client::checkAuthority() const
{
    return checkChain(m_card.front(), {m_card.begin() + 1, m_card.end()}, m_credential->anchors, m_options->time);
}

/// Of the card's key pairs that may be meant the first on our curve whose authority we know; else one that is not
/// accepted.
Result<void> Scp11Client::fetchCertificate()
{
    std::vector<std::uint8_t> versions{m_credential->cardKeyVersion};
    if (versions.front() == 0 && !m_options->cardKeys.empty())
        versions = m_options->cardKeys;
    std::optional<std::pair<std::uint8_t, std::vector<Certificate>>> onOurCurve;
    for (const std::uint8_t version : versions) {
        if (Result<void> fetched = fetchCertificate(version); !fetched)
            return fetched;
        if (fits() && checkAuthority())
            break;
        if (fits() && !onOurCurve)
            onOurCurve.emplace(version, m_card);
        // Where none will do, it is this one's authority that is to be complained about.
        if (version == versions.back() && onOurCurve)
            std::tie(m_facts->keyVersion, m_card) = *onOurCurve;
    }
    m_ladder->add("cardKeyReference", QT_TRANSLATE_NOOP("Handshake", "card's key pair: key id, key version"),
        std::array<std::uint8_t, 2>{scp11::keyId(m_options->method), m_facts->keyVersion});
    for (const Certificate& one : m_card)
        m_ladder->add("cardCertificate", QT_TRANSLATE_NOOP("Handshake", "card's certificate"), one);
    return {};
}

Result<void> Scp11Client::fetchCertificate(std::uint8_t version)
{
    m_facts->keyVersion = version;
    TlvWriter reference;
    reference.add(scp11::tag::kKeyReference, std::array<std::uint8_t, 2>{scp11::keyId(m_options->method), version});
    TlvWriter data;
    data.add(scp11::tag::kControlReference, reference);
    const Result<ResponseApdu> answer =
        ask(commandOf(0x00, scp11::kInsGetData, scp11::kStoreP1, scp11::kStoreP2, data.take()),
            HandshakeStage::AskCertificate);
    if (!answer)
        return tl::unexpected(answer.error());
    Result<std::vector<Certificate>> chain = scp11::parseStore(answer->data);
    if (!chain)
        return at(chain.error(), QLatin1String(scp11::kGetDataName));
    m_card = std::move(*chain);
    return {};
}

Result<void> Scp11Client::checkCertificate() const
{
    const Certificate& leaf = m_card.front();
    if (const Result<void> leads = checkAuthority(); !leads)
        return fail(ErrorKind::Security,
            QCoreApplication::translate("Handshake",
                "the card's certificate is not accepted: %1; the card may be somebody else's, or the "
                "credential lacks the authority that issued it")
                .arg(leads.error().what));
    if (m_options->acceptCard)
        if (Result<void> accepted = m_options->acceptCard(leaf); !accepted)
            return accepted;
    if (!fits())
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("Handshake",
                "none of the card's keys that are accepted here is on the curve %1, as ours is; the last that it "
                "showed is on %2: choose a credential on that one")
                .arg(curveName(m_credential->key.publicKey().curve), curveName(leaf.publicKey().curve)));
    return {};
}

Result<void> Scp11Client::showCertificates()
{
    const std::vector<Certificate>& chain = m_credential->chain;
    m_facts->ownCertificate = chain.front();
    for (std::size_t i = chain.size(); i-- > 0;) {
        m_ladder->add("hostCertificate", QT_TRANSLATE_NOOP("Handshake", "our certificate"), chain[i]);
        const auto id = static_cast<std::uint8_t>(scp11::kAuthorityKeyId | (i > 0 ? scp11::kMoreCertificates : 0U));
        CommandApdu command =
            commandOf(0x80, scp11::kInsPerformSecurityOperation, m_facts->keyVersion, id, chain[i].der());
        command.le.reset();
        if (const Result<ResponseApdu> taken = ask(command, HandshakeStage::ShowCertificate); !taken)
            return tl::unexpected(taken.error());
    }
    return {};
}

Result<void> Scp11Client::agree()
{
    const Curve curve = m_card.front().publicKey().curve;
    const Result<PrivateKey> ephemeral =
        m_options->ephemeral ? m_options->ephemeral(curve) : PrivateKey::generate(curve);
    if (!ephemeral)
        return tl::unexpected(ephemeral.error());
    m_request =
        scp11::encode(scp11::AgreementRequest{m_options->method, m_options->sessionKeySize, ephemeral->publicKey()});
    m_ladder->add("hostEphemeral", QT_TRANSLATE_NOOP("Handshake", "our public key for this session"),
        ephemeral->publicKey().bytes);
    m_ladder->add("request", QT_TRANSLATE_NOOP("Handshake", "what is asked for (A6, 5F49)"), m_request);
    const std::uint8_t ins = mutual() ? scp11::kInsMutualAuthenticate : scp11::kInsInternalAuthenticate;
    const Result<ResponseApdu> answer = ask(
        commandOf(0x80, ins, m_facts->keyVersion, scp11::keyId(m_options->method), m_request), HandshakeStage::Agree);
    if (!answer)
        return tl::unexpected(answer.error());
    Result<scp11::AgreementAnswer> read = scp11::parseAnswer(answer->data);
    if (!read)
        return fail(ErrorKind::Security, read.error().what, read.error().where);
    m_answer = std::move(*read);
    m_ladder->add(
        "cardEphemeral", QT_TRANSLATE_NOOP("Handshake", "card's public key for this session"), m_answer.card.bytes);
    return deriveKeys(*ephemeral);
}

Result<void> Scp11Client::deriveKeys(const PrivateKey& ephemeral)
{
    const EcPoint card = m_card.front().publicKey();
    // SCP11c: the card has its static key only, and another one would be a stranger's.
    if (m_options->method == HandshakeMethod::Scp11c && m_answer.card != card)
        return fail(ErrorKind::Security,
            QCoreApplication::translate("Handshake", "the card's key is not that of its certificate"));
    const Result<SecretBytes> first = ephemeral.agree(m_answer.card);
    if (!first)
        return tl::unexpected(first.error());
    const Result<SecretBytes> second = mutual() ? m_credential->key.agree(card) : ephemeral.agree(card);
    if (!second)
        return tl::unexpected(second.error());
    Result<scp11::AgreedKeys> keys = scp11::agreedKeys(*first, *second, m_options->sessionKeySize);
    if (!keys)
        return tl::unexpected(keys.error());
    m_keys = std::move(*keys);
    m_ladder->addSecret(
        "sharedEphemeral", QT_TRANSLATE_NOOP("Handshake", "shared secret of the session's keys"), *first);
    m_ladder->addSecret(
        "sharedStatic", QT_TRANSLATE_NOOP("Handshake", "shared secret of the certificates' keys"), *second);
    m_ladder->addSecret("receiptKey", QT_TRANSLATE_NOOP("Handshake", "key of the receipt"), m_keys->receipt.bytes());
    m_ladder->add(m_keys->session);
    return {};
}

Result<void> Scp11Client::checkReceipt()
{
    const Result<AesBlock> expected = scp11::receipt(m_keys->receipt, m_request, m_answer.card);
    if (!expected)
        return tl::unexpected(expected.error());
    m_ladder->add("receipt", QT_TRANSLATE_NOOP("Handshake", "receipt"), m_answer.receipt);
    if (equalInConstantTime(*expected, m_answer.receipt))
        return {};
    return fail(ErrorKind::Security,
        QCoreApplication::translate("Handshake",
            "the card's receipt is wrong: it does not have the key to its certificate, or a byte was changed on the "
            "way; nothing was opened, try again"));
}

Result<std::unique_ptr<SecureChannel>> Scp11Client::open()
{
    AesBlock chain{};
    std::copy(m_answer.receipt.begin(), m_answer.receipt.end(), chain.begin());
    Result<Scp03Session> session = Scp03Session::create(m_keys->session, SecurityLevel::All, MacSize::S8, chain);
    if (!session)
        return tl::unexpected(session.error());
    m_facts->cardCertificate = m_card.front();
    return std::make_unique<SessionChannel>(std::move(*session), methodName(m_options->method));
}

} // namespace

Result<std::unique_ptr<SecureChannel>> shakeScp11(const ApduExchange& exchange, const CertificateCredential& credential,
    const HandshakeOptions& options, HandshakeLadder& ladder, HandshakeFacts& facts)
{
    Scp11Client client(exchange, credential, options, ladder, facts);
    ladder.begin("cardCertificate");
    if (const Result<void> fetched = client.fetchCertificate(); !fetched)
        return ladder.failed(fetched.error());
    if (const Result<void> fine = client.checkCertificate(); !fine)
        return ladder.failed(fine.error());
    ladder.done();
    if (options.method != HandshakeMethod::Scp11b) {
        ladder.begin("hostCertificate");
        if (const Result<void> shown = client.showCertificates(); !shown)
            return ladder.failed(shown.error());
        ladder.done();
    }
    ladder.begin("agreeKeys");
    if (const Result<void> agreed = client.agree(); !agreed)
        return ladder.failed(agreed.error());
    ladder.done();
    ladder.begin("checkReceipt");
    if (const Result<void> right = client.checkReceipt(); !right)
        return ladder.failed(right.error());
    Result<std::unique_ptr<SecureChannel>> channel = client.open();
    if (!channel)
        return ladder.failed(channel.error());
    ladder.done();
    return channel;
}

} // namespace dmsc
