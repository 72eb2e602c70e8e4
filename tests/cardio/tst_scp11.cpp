// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp11_protocol.h"
#include "cardio/link/recorded_link.h"
#include "tests/cardio/handshake_rig.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QTest>

namespace dmsc::tst_scp11 {

using namespace dmsc::test;

namespace {

Bytes readTestFile(const char* name)
{
    QFile file(QFINDTESTDATA(QStringLiteral("pki/") + QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    const QByteArray bytes = file.readAll();
    return Bytes(bytes.begin(), bytes.end());
}

Certificate testCertificate(const char* name)
{
    return Certificate::parse(readTestFile(name)).value();
}

CertificateCredential testCredential(const char* key, const char* certificate)
{
    return {PrivateKey::parse(readTestFile(key)).value(), {testCertificate(certificate)}, {demoPki().value().authority},
        kDemoCardKeyP256};
}

QDateTime early()
{
    return {{2019, 12, 31}, {0, 0}, Qt::UTC};
}

QDateTime late()
{
    return {{2050, 1, 1}, {0, 0}, Qt::UTC};
}

StatusWord answerOf(HandshakeCard& card, const CommandApdu& command)
{
    return parseResponse(card.process(command.encode().value())).value().sw;
}

CommandApdu apdu(std::uint8_t cla, std::uint8_t ins, std::uint8_t p1, std::uint8_t p2, Bytes data)
{
    return {cla, ins, p1, p2, std::move(data), kMaxExtendedLe, true};
}

CommandApdu showCertificate(const Certificate& certificate, std::uint8_t p2 = scp11::kAuthorityKeyId)
{
    return apdu(0x80, scp11::kInsPerformSecurityOperation, kDemoCardKeyP256, p2, certificate.der());
}

CommandApdu agreement(HandshakeMethod method, const EcPoint& point, std::size_t keySize = 16)
{
    const std::uint8_t ins =
        method == HandshakeMethod::Scp11b ? scp11::kInsInternalAuthenticate : scp11::kInsMutualAuthenticate;
    return apdu(0x80, ins, kDemoCardKeyP256, scp11::keyId(method),
        scp11::encode(scp11::AgreementRequest{method, keySize, point}));
}

EcPoint freshPoint(Curve curve = Curve::P256)
{
    return PrivateKey::generate(curve).value().publicKey();
}

} // namespace

class TestScp11 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void private_keys_are_read();
    void private_keys_are_refused();
    void certificates_are_read();
    void certificates_are_refused();
    void key_agreement_refuses_foreign_points();
    void DM_SC_SEC_3_chains_are_checked();
    void DM_SC_SEC_3_a_flipped_certificate_leads_nowhere();
    void DM_SC_SEC_3_card_refuses_untrusted_hosts_data();
    void DM_SC_SEC_3_card_refuses_untrusted_hosts();
    void DM_SC_SEC_3_host_refuses_untrusted_cards();
    void chains_with_an_authority_between();
    void wrong_name_is_the_policys_affair();
    void card_refuses_what_is_out_of_order();
    void card_refuses_malformed_requests();
    void scripts_of_scp11c_work_once();
    void host_refuses_another_key_than_the_certificates();
    void demo_credentials_are_what_they_say();
};

void TestScp11::private_keys_are_read()
{
    const Bytes pem = readTestFile("sub-key.pem");
    const PrivateKey key = PrivateKey::parse(pem).value();
    QCOMPARE(key.publicKey(), testCertificate("sub.pem").publicKey());
    const SecretBytes der = key.der().value();
    QCOMPARE(PrivateKey::parse(der).value().publicKey(), key.publicKey());
    const PrivateKey one =
        PrivateKey::fromScalar(Curve::P256, hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721"))
            .value();
    // RFC 6979 A.2.5.
    QCOMPARE(one.publicKey().bytes,
        hex("0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
            "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"));
    const Bytes encrypted = readTestFile("dms-encrypted-key.pem");
    const char secret[] = "secret";
    const SecretBytes right(secret, secret + 6);
    QCOMPARE(PrivateKey::parse(encrypted, right).value().publicKey(),
        demoCertifiedKey(Role::Dms).value().certificate.publicKey());
}

void TestScp11::private_keys_are_refused()
{
    const Bytes encrypted = readTestFile("dms-encrypted-key.pem");
    const Result<PrivateKey> locked = PrivateKey::parse(encrypted);
    QVERIFY(!locked);
    QCOMPARE(locked.error().kind, ErrorKind::Security);
    QVERIFY(!PrivateKey::parse(encrypted, SecretBytes{0x78}));
    const Result<PrivateKey> rsa = PrivateKey::parse(readTestFile("rsa-key.pem"));
    QVERIFY(!rsa);
    QCOMPARE(rsa.error().kind, ErrorKind::Unsupported);
    QVERIFY(!PrivateKey::parse({}));
    QVERIFY(!PrivateKey::parse(pattern(200)));
    QVERIFY(!PrivateKey::fromScalar(Curve::P256, pattern(31)));
    QVERIFY(!PrivateKey::fromScalar(Curve::P256, Bytes(32, 0x00)));
    QVERIFY(!PrivateKey::fromScalar(Curve::P256, Bytes(32, 0xFF)));
    const SecretBytes der = PrivateKey::generate(Curve::P384).value().der().value();
    for (std::size_t size = 0; size < der.size(); ++size)
        QVERIFY(!PrivateKey::parse(ByteView(der).first(size)));
    SecretBytes longer = der;
    longer.push_back(0);
    QVERIFY(!PrivateKey::parse(longer));
}

void TestScp11::certificates_are_read()
{
    const Certificate certificate = testCertificate("other-dms.pem");
    QCOMPARE(certificate.commonName(), QStringLiteral("dms"));
    QCOMPARE(certificate.subject(), QStringLiteral("CN=dms,O=published test credentials"));
    QCOMPARE(certificate.issuer(), QStringLiteral("CN=Demo CA,O=published test credentials"));
    QCOMPARE(certificate.notBefore(), QDateTime({2020, 1, 1}, {0, 0}, Qt::UTC));
    QCOMPARE(certificate.notAfter(), QDateTime({2049, 12, 31}, {23, 59, 59}, Qt::UTC));
    QCOMPARE(Certificate::parse(certificate.der()).value().der(), certificate.der());
    Bytes two = certificate.der();
    const Bytes other = testCertificate("sub.pem").der();
    two.insert(two.end(), other.begin(), other.end());
    QCOMPARE(Certificate::parseAll(two).value().size(), std::size_t{2});
    const Result<Certificate> both = Certificate::parse(two);
    QVERIFY(!both);
    QCOMPARE(both.error().kind, ErrorKind::Syntax);
}

void TestScp11::certificates_are_refused()
{
    const Bytes der = testCertificate("sub.pem").der();
    for (std::size_t size = 0; size < der.size(); ++size)
        QVERIFY(!Certificate::parse(ByteView(der).first(size)));
    Bytes longer = der;
    longer.push_back(0);
    QVERIFY(!Certificate::parse(longer));
    const Result<Certificate> rsa = Certificate::parse(readTestFile("rsa.pem"));
    QVERIFY(!rsa);
    QCOMPARE(rsa.error().kind, ErrorKind::Unsupported);
    Bytes many;
    for (int i = 0; i < 40; ++i)
        many.insert(many.end(), der.begin(), der.end());
    const Result<std::vector<Certificate>> all = Certificate::parseAll(many);
    QVERIFY(!all);
    QCOMPARE(all.error().kind, ErrorKind::Limit);
}

void TestScp11::key_agreement_refuses_foreign_points()
{
    const PrivateKey key = PrivateKey::generate(Curve::P256).value();
    const EcPoint good = freshPoint();
    QCOMPARE(key.agree(good).value().size(), std::size_t{32});
    QVERIFY(!key.agree(freshPoint(Curve::P384)));
    EcPoint bad = good;
    bad.bytes.back() ^= 1U;
    const Result<SecretBytes> off = key.agree(bad);
    QVERIFY(!off);
    QCOMPARE(off.error().kind, ErrorKind::Security);
    QVERIFY(!key.agree(EcPoint{Curve::P256, Bytes(65, 0)}));
    QVERIFY(!key.agree(EcPoint{Curve::P256, Bytes{0x00}}));
    // Compressed and hybrid forms are not what SCP11 carries.
    EcPoint hybrid = good;
    hybrid.bytes[0] = 0x06;
    QVERIFY(!key.agree(hybrid));
    QVERIFY(!key.agree(EcPoint{Curve::P256, Bytes(good.bytes.begin(), good.bytes.begin() + 33)}));
}

void TestScp11::DM_SC_SEC_3_chains_are_checked()
{
    const std::vector<Certificate> anchors{demoPki().value().authority};
    const Certificate good = demoCertifiedKey(Role::Dms).value().certificate;
    QVERIFY(checkChain(good, {}, anchors, goodTime()));
    const auto problem = [&](const Certificate& leaf, const std::vector<Certificate>& between, const QDateTime& time) {
        const Result<void> checked = checkChain(leaf, between, anchors, time);
        return checked ? QString() : checked.error().what;
    };
    QVERIFY(problem(good, {}, late()).contains(QStringLiteral("expired")));
    QVERIFY(problem(good, {}, early()).contains(QStringLiteral("not valid before")));
    // Another authority of the same name.
    QVERIFY(!problem(testCertificate("other-dms.pem"), {}, goodTime()).isEmpty());
    QVERIFY(!problem(testCertificate("other-dms.pem"), {testCertificate("other-ca.pem")}, goodTime()).isEmpty());
    QVERIFY(problem(testCertificate("other-ca.pem"), {}, goodTime()).contains(QStringLiteral("trusted")));
    // An entity is no authority, whatever it signs.
    const Certificate issuer = demoCertifiedKey(Role::Issuer).value().certificate;
    QVERIFY(!problem(testCertificate("sub.pem"), {issuer}, goodTime()).isEmpty());
    QVERIFY(problem(testCertificate("enc.pem"), {}, goodTime()).contains(QStringLiteral("not meant for")));
    QVERIFY(!checkChain(good, {}, {}, goodTime()));
}

void TestScp11::DM_SC_SEC_3_a_flipped_certificate_leads_nowhere()
{
    const std::vector<Certificate> anchors{demoPki().value().authority};
    const Certificate good = demoCertifiedKey(Role::Dms).value().certificate;
    const Bytes der = good.der();
    int parsed = 0;
    for (std::size_t i = 0; i < der.size(); ++i) {
        Bytes changed = der;
        changed[i] ^= 0x01U;
        const Result<Certificate> read = Certificate::parse(changed);
        if (!read)
            continue;
        ++parsed;
        QVERIFY2(!checkChain(*read, {}, anchors, goodTime()), qPrintable(QString::number(i)));
    }
    QVERIFY(parsed > 100);
}

void TestScp11::DM_SC_SEC_3_card_refuses_untrusted_hosts_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("certificate");
    QTest::newRow("another authority of the same name") << "other-dms-key.pem"
                                                        << "other-dms.pem";
    QTest::newRow("issued by an entity") << "sub-key.pem"
                                         << "sub.pem";
    QTest::newRow("not for key agreement") << "enc-key.pem"
                                           << "enc.pem";
}

void TestScp11::DM_SC_SEC_3_card_refuses_untrusted_hosts()
{
    QFETCH(const QString, key);
    QFETCH(const QString, certificate);
    HandshakeCard card;
    InProcessLink link(card);
    const CertificateCredential credential =
        testCredential(key.toLatin1().constData(), certificate.toLatin1().constData());
    const Result<Handshake> shaken = shakeHands(link, credential, optionsFor(HandshakeMethod::Scp11a));
    QVERIFY(!shaken);
    QCOMPARE(shaken.error().kind, ErrorKind::Security);
    QVERIFY2(shaken.error().what.contains(QStringLiteral("CN=dms")), qPrintable(shaken.error().what));
    QVERIFY(!card.handshakes.isOpen());
    QCOMPARE(answerOf(card, showCertificate(testCertificate(certificate.toLatin1().constData()))),
        StatusWord::SecureMessagingWrong);
}

void TestScp11::DM_SC_SEC_3_host_refuses_untrusted_cards()
{
    HandshakeCard card;
    InProcessLink link(card);
    CertificateCredential credential = certificateOf(Role::Dms);
    credential.anchors = {testCertificate("other-ca.pem")};
    const Result<Handshake> unknown = shakeHands(link, credential, optionsFor(HandshakeMethod::Scp11a));
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().what.contains(QStringLiteral("the card's certificate is not accepted")),
        qPrintable(unknown.error().what));
    HandshakeOptions options = optionsFor(HandshakeMethod::Scp11b);
    options.time = late();
    const Result<Handshake> expired = shakeHands(link, certificateOf(Role::Dms), options);
    QVERIFY(!expired);
    QVERIFY(expired.error().what.contains(QStringLiteral("expired")));
    // The card's own clock says that ours has expired.
    card.now = late();
    const Result<Handshake> refused = shakeHands(link, certificateOf(Role::Dms), optionsFor(HandshakeMethod::Scp11a));
    QVERIFY(!refused);
    QVERIFY2(refused.error().what.contains(QStringLiteral("does not accept the certificate")),
        qPrintable(refused.error().what));
}

void TestScp11::chains_with_an_authority_between()
{
    HandshakeCard card;
    // The issuer's certificate as an anchor: what it signed leads there, and the chain may bring more than is needed.
    card.anchors = {testCertificate("other-ca.pem")};
    InProcessLink link(card);
    CertificateCredential credential = testCredential("other-dms-key.pem", "other-dms.pem");
    credential.chain.push_back(testCertificate("other-ca.pem"));
    const Result<Handshake> shaken = shakeHands(link, credential, optionsFor(HandshakeMethod::Scp11a));
    QVERIFY2(shaken, shaken ? "" : qPrintable(shaken.error().text()));
    QCOMPARE(shaken->facts.digest, card.handshakes.digest());
    QVERIFY(echoes(link, *shaken->channel, pattern(10)));
    // More of them than a chain has.
    const Certificate more = testCertificate("other-ca.pem");
    for (std::size_t i = 0; i < scp11::kMaxChain; ++i)
        QCOMPARE(
            answerOf(card, showCertificate(more, scp11::kAuthorityKeyId | scp11::kMoreCertificates)), StatusWord::Ok);
    QCOMPARE(answerOf(card, showCertificate(more)), StatusWord::WrongData);
}

void TestScp11::wrong_name_is_the_policys_affair()
{
    HandshakeCard card;
    card.accept = [](const CardPeer& peer) -> CardResult<void> {
        if (peer.certificate && peer.certificate->commonName() == QLatin1String("dms"))
            return {};
        return tl::unexpected(StatusWord::ReferenceNotFound);
    };
    InProcessLink link(card);
    QVERIFY(shakeHands(link, certificateOf(Role::Dms), optionsFor(HandshakeMethod::Scp11a)));
    const Result<Handshake> other = shakeHands(link, certificateOf(Role::Device), optionsFor(HandshakeMethod::Scp11a));
    QVERIFY(!other);
    QVERIFY2(other.error().what.contains(QStringLiteral("knows nobody")), qPrintable(other.error().what));
    QVERIFY(!card.handshakes.isOpen());
}

void TestScp11::card_refuses_what_is_out_of_order()
{
    HandshakeCard card;
    const Certificate dms = demoCertifiedKey(Role::Dms).value().certificate;
    QCOMPARE(answerOf(card, agreement(HandshakeMethod::Scp11a, freshPoint())), StatusWord::ConditionsNotSatisfied);
    // Half a chain is none.
    QCOMPARE(answerOf(card, showCertificate(dms, scp11::kAuthorityKeyId | scp11::kMoreCertificates)), StatusWord::Ok);
    QCOMPARE(answerOf(card, agreement(HandshakeMethod::Scp11c, freshPoint())), StatusWord::ConditionsNotSatisfied);
    // A refused step takes back what came before it.
    QCOMPARE(answerOf(card, showCertificate(dms)), StatusWord::Ok);
    QCOMPARE(answerOf(card, apdu(0x80, 0x2A, 0x77, 0x10, dms.der())), StatusWord::ReferenceNotFound);
    QCOMPARE(answerOf(card, agreement(HandshakeMethod::Scp11a, freshPoint())), StatusWord::ConditionsNotSatisfied);
    // One handshake does not go on with another's steps.
    QCOMPARE(answerOf(card, showCertificate(dms)), StatusWord::Ok);
    QCOMPARE(answerOf(card, apdu(0x80, 0x50, 0x30, 0x00, pattern(8))), StatusWord::Ok);
    QCOMPARE(answerOf(card, agreement(HandshakeMethod::Scp11a, freshPoint())), StatusWord::ConditionsNotSatisfied);
    QVERIFY(!card.handshakes.isOpen());
    // Nothing without protection once it is open.
    QCOMPARE(answerOf(card, agreement(HandshakeMethod::Scp11b, freshPoint())), StatusWord::Ok);
    QVERIFY(card.handshakes.isOpen());
    QCOMPARE(answerOf(card, apdu(0x80, 0x10, 0, 0, pattern(8))), StatusWord::SecurityStatusNotSatisfied);
    QVERIFY(!card.handshakes.isOpen());
}

void TestScp11::card_refuses_malformed_requests()
{
    HandshakeCard card;
    const auto store = [](Bytes data) { return apdu(0x00, 0xCA, 0xBF, 0x21, std::move(data)); };
    QCOMPARE(answerOf(card, store(hex("A60483021111"))), StatusWord::Ok);
    QCOMPARE(answerOf(card, store(hex("A60483021177"))), StatusWord::ReferenceNotFound);
    QCOMPARE(answerOf(card, store(hex("A60483024411"))), StatusWord::ReferenceNotFound);
    QCOMPARE(answerOf(card, store(hex("A603830111"))), StatusWord::WrongData);
    QCOMPARE(answerOf(card, store({})), StatusWord::WrongData);
    QCOMPARE(answerOf(card, apdu(0x80, 0x2A, 0x11, 0x10, pattern(50))), StatusWord::WrongData);
    QCOMPARE(answerOf(card, apdu(0x80, 0x2A, 0x11, 0x44, pattern(50))), StatusWord::ReferenceNotFound);

    const CommandApdu good = agreement(HandshakeMethod::Scp11b, freshPoint());
    for (std::size_t size = 0; size < good.data.size(); ++size) {
        CommandApdu cut = good;
        cut.data.resize(size);
        QVERIFY(answerOf(card, cut) != StatusWord::Ok);
    }
    // Every byte of it means something.
    for (std::size_t i = 0; i < good.data.size(); ++i) {
        CommandApdu changed = good;
        changed.data[i] ^= 0x40U;
        QVERIFY2(answerOf(card, changed) != StatusWord::Ok, qPrintable(QString::number(i)));
        QVERIFY(!card.handshakes.isOpen());
    }
    QCOMPARE(
        answerOf(card, agreement(HandshakeMethod::Scp11b, freshPoint(Curve::P384))), StatusWord::ReferenceNotFound);
    CommandApdu other = good;
    other.p2 = scp11::keyId(HandshakeMethod::Scp11a);
    QCOMPARE(answerOf(card, other), StatusWord::ReferenceNotFound);
    other = good;
    other.p1 = 0x77;
    QCOMPARE(answerOf(card, other), StatusWord::ReferenceNotFound);
    for (const std::size_t keySize : {std::size_t{0}, std::size_t{15}, std::size_t{17}, std::size_t{64}})
        QCOMPARE(answerOf(card, agreement(HandshakeMethod::Scp11b, freshPoint(), keySize)), StatusWord::WrongData);
    QCOMPARE(answerOf(card, good), StatusWord::Ok);
}

void TestScp11::scripts_of_scp11c_work_once()
{
    HandshakeCard card;
    InProcessLink link(card);
    std::vector<Bytes> script;
    RecordedLink recorded(link, [&](const Exchange& exchange) { script.push_back(exchange.command); });
    const Result<Handshake> shaken =
        shakeHands(recorded, certificateOf(Role::Dms), optionsFor(HandshakeMethod::Scp11c));
    QVERIFY(shaken);
    // Nobody has proved anything yet, so nothing is marked.
    QVERIFY(card.used.empty());
    QVERIFY(echoes(recorded, *shaken->channel, pattern(30)));
    QCOMPARE(card.used.size(), std::size_t{1});
    // Another card with the same memory: one that was switched off and on.
    HandshakeCard again;
    again.used = card.used;
    for (const Bytes& command : script)
        (void)again.process(command);
    QCOMPARE(again.executed, 0);
    QVERIFY(!again.handshakes.isOpen());
    // A card that cannot write the mark carries nothing out.
    HandshakeCard full;
    full.storesTries = false;
    Bytes last;
    for (const Bytes& command : script)
        last = full.process(command);
    QCOMPARE(last, encodeStatus(StatusWord::MemoryProblem));
    QCOMPARE(full.executed, 0);
    QVERIFY(!full.handshakes.isOpen());
    // The script itself is fine where it was not played before, and then only once.
    HandshakeCard fresh;
    for (int i = 0; i < 2; ++i)
        for (const Bytes& command : script)
            (void)fresh.process(command);
    QCOMPARE(fresh.executed, 1);
}

void TestScp11::host_refuses_another_key_than_the_certificates()
{
    // A card that shows somebody's certificate and does not have its key.
    HandshakeCard card;
    card.pki.card.key = PrivateKey::generate(Curve::P256).value();
    InProcessLink link(card);
    for (const HandshakeMethod method : {HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c}) {
        std::vector<HandshakeStep> steps;
        HandshakeOptions options = optionsFor(method);
        options.steps = [&](const HandshakeStep& step) { steps.push_back(step); };
        const Result<Handshake> shaken = shakeHands(link, certificateOf(Role::Dms), options);
        QVERIFY(!shaken);
        QCOMPARE(shaken.error().kind, ErrorKind::Security);
        QCOMPARE(steps.back().state, StepState::Failed);
        QVERIFY(!steps.back().problem.isEmpty());
    }
}

void TestScp11::demo_credentials_are_what_they_say()
{
    const DemoPki pki = demoPki().value();
    QCOMPARE(pki.card.key.publicKey(), pki.card.certificate.publicKey());
    QCOMPARE(pki.card.key.publicKey().curve, Curve::P256);
    QCOMPARE(pki.cardP384.key.publicKey(), pki.cardP384.certificate.publicKey());
    QCOMPARE(pki.cardP384.key.publicKey().curve, Curve::P384);
    const std::pair<Role, const char*> names[] = {
        {Role::Issuer, "issuer"}, {Role::Device, "device"}, {Role::Dms, "dms"}, {Role::Application, "application"}};
    for (const auto& [role, name] : names)
        for (const Curve curve : {Curve::P256, Curve::P384}) {
            const CertifiedKey own = demoCertifiedKey(role, curve).value();
            QCOMPARE(own.certificate.commonName(), QLatin1String(name));
            QCOMPARE(own.key.publicKey(), own.certificate.publicKey());
            QCOMPARE(own.key.publicKey().curve, curve);
            QVERIFY(own.certificate.subject().contains(QStringLiteral("published test credentials")));
            QVERIFY(checkChain(own.certificate, {}, {pki.authority}, goodTime()));
        }
    QCOMPARE(demoKeySet(Role::Device).keys.mac.size(), std::size_t{16});
    QCOMPARE(demoKeySet(Role::Dms).keys.mac.size(), std::size_t{32});
    QCOMPARE(demoKeySet(Role::Dms).macSize, MacSize::S16);
    QCOMPARE(demoKeySet(Role::Application).keys.mac.size(), std::size_t{24});
    QCOMPARE(demoKeySet(Role::Device).keys.dek.bytes().front(), std::uint8_t{0x20});
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestScp11>(argc, argv);
}

} // namespace dmsc::tst_scp11

#include "tst_scp11.moc"
