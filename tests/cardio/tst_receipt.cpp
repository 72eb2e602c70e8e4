// SPDX-License-Identifier: Apache-2.0
#include "cardio/receipt/receipt.h"
#include "model/byte_array.h"
#include "tests/cardio/handshake_rig.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_receipt {

using namespace dmsc::test;

namespace {

Digest digestOf(std::uint8_t byte)
{
    Digest digest{};
    digest.fill(byte);
    return digest;
}

Transcript example()
{
    Transcript transcript;
    transcript.method = HandshakeMethod::Scp11a;
    transcript.level = 0x33;
    transcript.entity = "dms";
    transcript.iccid = "8949010000000000017";
    transcript.handshake = digestOf(1);
    transcript.before = digestOf(2);
    transcript.after = digestOf(3);
    transcript.time = "20260101T120000Z";
    transcript.entries = {
        {0x40, 0x00, digestOf(4), digestOf(5), 0x9000}, {0x42, 0x01, digestOf(6), digestOf(7), 0x6A80}};
    return transcript;
}

Bytes readTestFile(const char* name)
{
    QFile file(QFINDTESTDATA(QStringLiteral("pki/") + QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return toBytes(file.readAll());
}

struct Signers
{
    CertifiedKey host = demoCertifiedKey(Role::Dms).value();
    DemoPki pki = demoPki().value();
    std::vector<Certificate> anchors = {pki.authority};

    Bytes both(ByteView content) const
    {
        const Bytes first = sign(content, host.key, {host.certificate}).value();
        return addSignature(first, pki.card.key, {pki.card.certificate}).value();
    }
};

/// `openssl cms -verify`, to one anchor alone.
class OpenSslVerify
{
public:
    explicit OpenSslVerify(QString program)
        : m_program(std::move(program))
    {
    }
    /// What it says that both have signed; nullopt where it does not accept the receipt.
    [[nodiscard]] std::optional<Bytes> contentOf(const Bytes& receipt, const Bytes& anchor) const
    {
        const auto path = [this](const char* name) { return m_folder.filePath(QLatin1String(name)); };
        QFile content(path("content"));
        (void)content.remove();
        if (!write(path("receipt.cms"), receipt) || !write(path("ca.pem"), anchor))
            qFatal("not written");
        QProcess openssl;
        openssl.start(m_program,
            {QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-inform"), QStringLiteral("DER"),
                QStringLiteral("-binary"), QStringLiteral("-in"), path("receipt.cms"), QStringLiteral("-CAfile"),
                path("ca.pem"), QStringLiteral("-out"), path("content")});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0 || !content.open(QIODevice::ReadOnly))
            return std::nullopt;
        return toBytes(content.readAll());
    }

private:
    static bool write(const QString& name, const Bytes& bytes)
    {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(toByteArray(bytes)) == qint64(bytes.size());
    }

    QString m_program;
    QTemporaryDir m_folder;
};

} // namespace

class TestReceipt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transcript_round_trips();
    void transcript_refuses_what_it_is_not();
    void chain_depends_on_every_command();
    void DM_SC_SEC_7_both_signatures_hold();
    void DM_SC_SEC_7_p384_signs_too();
    void DM_SC_SEC_3_openssl_accepts_the_receipt();
    void DM_SC_SEC_3_certificates_between_go_along();
    void DM_SC_SEC_3_changed_bytes_are_refused();
    void unknown_and_expired_signers_are_refused();
    void a_signature_over_something_else_gets_no_company();
    void inspect_tells_which_signature_holds();
    void DM_SC_SEC_7_theSecondSignatureIsTheCards();
};

void TestReceipt::transcript_round_trips()
{
    const Transcript transcript = example();
    const Result<Transcript> read = decodeTranscript(encode(transcript));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QVERIFY(*read == transcript);
    QVERIFY(*decodeTranscript(encode(Transcript{})) == Transcript{});
}

void TestReceipt::transcript_refuses_what_it_is_not()
{
    const Bytes bytes = encode(example());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeTranscript(ByteView(bytes).first(size)));
    Bytes longer = bytes;
    longer.push_back(0);
    QVERIFY(!decodeTranscript(longer));
    // A command that was changed no longer fits the chain.
    Bytes changed = bytes;
    changed[changed.size() - 1] ^= 1U;
    const Result<Transcript> read = decodeTranscript(changed);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Damaged);
}

void TestReceipt::chain_depends_on_every_command()
{
    const Transcript transcript = example();
    Transcript other = transcript;
    std::swap(other.entries[0], other.entries[1]);
    QVERIFY(other.chain() != transcript.chain());
    other = transcript;
    other.entries.pop_back();
    QVERIFY(other.chain() != transcript.chain());
    other = transcript;
    other.handshake[0] ^= 1U;
    QVERIFY(other.chain() != transcript.chain());
    // As it is written down: SHA-256(chain | INS P1 | command | answer | SW).
    Hasher hasher;
    hasher.begin();
    const auto add = [&](const Digest& digest) {
        hasher.add({reinterpret_cast<const char*>(digest.data()), digest.size()});
    };
    add(digestOf(1));
    hasher.addByte(0x40);
    hasher.addByte(0x00);
    add(digestOf(4));
    add(digestOf(5));
    hasher.addByte(0x90);
    hasher.addByte(0x00);
    QCOMPARE(nextInChain(digestOf(1), transcript.entries[0]), hasher.end());
}

void TestReceipt::DM_SC_SEC_7_both_signatures_hold()
{
    const Signers signers;
    const Bytes content = encode(example());
    const Result<SignedContent> found = verify(signers.both(content), signers.anchors, goodTime());
    QVERIFY2(found, found ? "" : qPrintable(found.error().text()));
    QCOMPARE(found->content, content);
    QStringList names;
    for (const Certificate& signer : found->signers)
        names += signer.commonName();
    names.sort();
    QCOMPARE(names, QStringList({QStringLiteral("card"), QStringLiteral("dms")}));
}

void TestReceipt::DM_SC_SEC_7_p384_signs_too()
{
    const Signers signers;
    const CertifiedKey host = demoCertifiedKey(Role::Issuer, Curve::P384).value();
    const Bytes first = sign(pattern(100), host.key, {host.certificate}).value();
    const Bytes both = addSignature(first, signers.pki.cardP384.key, {signers.pki.cardP384.certificate}).value();
    const Result<SignedContent> found = verify(both, signers.anchors, goodTime());
    QVERIFY(found);
    QCOMPARE(found->signers.size(), std::size_t{2});
}

void TestReceipt::DM_SC_SEC_3_openssl_accepts_the_receipt()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (program.isEmpty())
        QSKIP("openssl is not installed");
    const Signers signers;
    const Bytes content = encode(example());
    const OpenSslVerify openssl(program);
    QFile authority(QStringLiteral(":/dmsc/pki/ca.pem"));
    QVERIFY(authority.open(QIODevice::ReadOnly));
    const Bytes anchor = toBytes(authority.readAll());
    Bytes receipt = signers.both(content);
    QCOMPARE(openssl.contentOf(receipt, anchor), content);
    const auto at = std::search(receipt.begin(), receipt.end(), content.begin(), content.end());
    QVERIFY(at != receipt.end());
    *(at + 20) ^= 1U;
    QVERIFY(!openssl.contentOf(receipt, anchor));
}

void TestReceipt::DM_SC_SEC_3_certificates_between_go_along()
{
    const auto key = PrivateKey::parse(readTestFile("own-dms-key.pem"));
    const auto cardKey = PrivateKey::parse(readTestFile("own-card-key.pem"));
    std::vector<Certificate> chain;
    for (const char* name : {"own-dms.pem", "own-sub-ca.pem"})
        chain.push_back(Certificate::parse(readTestFile(name)).value());
    const std::vector<Certificate> card{Certificate::parse(readTestFile("own-card.pem")).value(), chain.back()};
    const std::vector<Certificate> anchors{Certificate::parse(readTestFile("own-ca.pem")).value()};
    QVERIFY(key && cardKey);
    const Bytes content = encode(example());
    // Without it nobody can tell who vouches for the signer.
    QVERIFY(!verify(sign(content, *key, {chain.front()}).value(), anchors, goodTime()));
    const Bytes first = sign(content, *key, chain).value();
    QVERIFY(verify(first, anchors, goodTime()));
    // What both sides bring is there once.
    const Bytes both = addSignature(first, *cardKey, card).value();
    const Result<SignedContent> found = verify(both, anchors, goodTime());
    QVERIFY2(found, found ? "" : qPrintable(found.error().text()));
    QCOMPARE(found->signers.size(), std::size_t{2});
    QVERIFY(both.size() < first.size() + 2 * card.front().der().size());
    // A bound: no more than anybody needs.
    std::vector<Certificate> many = chain;
    for (const char* name : {"own-nobody.pem", "own-expired.pem", "own-future.pem", "other-ca.pem", "other-dms.pem",
             "enc.pem", "sub.pem", "own-card.pem", "own-ca.pem"})
        many.push_back(Certificate::parse(readTestFile(name)).value());
    for (const Role role : {Role::Issuer, Role::Device, Role::Dms, Role::Application})
        for (const Curve curve : {Curve::P256, Curve::P384})
            many.push_back(demoCertifiedKey(role, curve).value().certificate);
    const Result<SignedContent> crowded = verify(sign(content, *key, many).value(), anchors, goodTime());
    QVERIFY(!crowded);
    QCOMPARE(crowded.error().kind, ErrorKind::Limit);
    const QString program = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (program.isEmpty())
        QSKIP("openssl is not installed");
    QCOMPARE(OpenSslVerify(program).contentOf(both, readTestFile("own-ca.pem")), content);
}

void TestReceipt::DM_SC_SEC_3_changed_bytes_are_refused()
{
    const Signers signers;
    const Bytes content = encode(example());
    const Bytes receipt = signers.both(content);
    const auto start = static_cast<std::size_t>(
        std::search(receipt.begin(), receipt.end(), content.begin(), content.end()) - receipt.begin());
    std::size_t accepted = 0;
    // Every third byte: each is judged by four signatures.
    for (std::size_t i = 0; i < receipt.size(); i += 3) {
        Bytes changed = receipt;
        changed[i] ^= 0x01U;
        const Result<SignedContent> found = verify(changed, signers.anchors, goodTime());
        if (!found)
            continue;
        ++accepted;
        // Version numbers of the wrapping and the like are not signed; what is signed must be as it was.
        QCOMPARE(found->content, content);
        QCOMPARE(found->signers.size(), std::size_t{2});
        QVERIFY(i < start || i >= start + content.size());
    }
    QVERIFY2(accepted < 15, qPrintable(QString::number(accepted)));
}

void TestReceipt::unknown_and_expired_signers_are_refused()
{
    const Signers signers;
    const Bytes receipt = signers.both(pattern(10));
    QVERIFY(!verify(receipt, {}, goodTime()));
    QVERIFY(!verify(receipt, {Certificate::parse(readTestFile("other-ca.pem")).value()}, goodTime()));
    QVERIFY(!verify(receipt, signers.anchors, QDateTime({2019, 12, 31}, {23, 0}, Qt::UTC)));
    QVERIFY(!verify(receipt, signers.anchors, QDateTime({2050, 1, 1}, {1, 0}, Qt::UTC)));
    // The same authority issued it, but not for signatures.
    const PrivateKey key = PrivateKey::parse(readTestFile("enc-key.pem")).value();
    const Certificate certificate = Certificate::parse(readTestFile("enc.pem")).value();
    const Result<Bytes> wrong = sign(pattern(10), key, {certificate});
    QVERIFY(!wrong || !verify(*wrong, signers.anchors, goodTime()));
    // A key that is not the certificate's signs nothing.
    QVERIFY(!sign(pattern(10), signers.host.key, {signers.pki.card.certificate}));
}

void TestReceipt::a_signature_over_something_else_gets_no_company()
{
    const Signers signers;
    const Bytes content = pattern(64);
    Bytes first = sign(content, signers.host.key, {signers.host.certificate}).value();
    const auto at = std::search(first.begin(), first.end(), content.begin(), content.end());
    QVERIFY(at != first.end());
    *at ^= 1U;
    QVERIFY(!addSignature(first, signers.pki.card.key, {signers.pki.card.certificate}));
    QVERIFY(!addSignature(pattern(30), signers.pki.card.key, {signers.pki.card.certificate}));
}

void TestReceipt::inspect_tells_which_signature_holds()
{
    const Signers signers;
    const Transcript transcript = example();
    const Bytes receipt = signers.both(encode(transcript));
    const Result<ReceiptInfo> info = inspectReceipt(receipt, signers.anchors, goodTime());
    QVERIFY2(info, info ? "" : qPrintable(info.error().text()));
    QCOMPARE(info->entity, QStringLiteral("dms"));
    QCOMPARE(info->iccid, QString::fromStdString(transcript.iccid));
    QCOMPARE(info->commands, 2U);
    QCOMPARE(info->signedAt, goodTime());
    QCOMPARE(info->digestAfter, toHex(transcript.after));
    QVERIFY(info->hostSigner.contains(QStringLiteral("CN=dms")));
    QVERIFY(info->cardSigner.contains(QStringLiteral("CN=card")));
    QVERIFY(info->hostSignatureHolds && info->cardSignatureHolds);
    // The host's alone.
    const Bytes half = sign(encode(transcript), signers.host.key, {signers.host.certificate}).value();
    const Result<ReceiptInfo> alone = inspectReceipt(half, signers.anchors, goodTime());
    QVERIFY(alone && alone->hostSignatureHolds && !alone->cardSignatureHolds && alone->cardSigner.isEmpty());
    // The last byte belongs to one of the two signatures.
    Bytes changed = receipt;
    changed.back() ^= 1U;
    const Result<ReceiptInfo> one = inspectReceipt(changed, signers.anchors, goodTime());
    QVERIFY(one && one->hostSignatureHolds != one->cardSignatureHolds);
    const Result<ReceiptInfo> strangers = inspectReceipt(receipt, {}, goodTime());
    QVERIFY(strangers && !strangers->hostSignatureHolds && !strangers->cardSignatureHolds);
    // Signed, but no receipt.
    QVERIFY(!inspectReceipt(signers.both(pattern(40)), signers.anchors, goodTime()));
}

void TestReceipt::DM_SC_SEC_7_theSecondSignatureIsTheCards()
{
    const Signers signers;
    const Bytes content = encode(example());
    const auto signedBy = [&](const CertifiedKey& one, const CertifiedKey& other) {
        const Bytes first = sign(content, one.key, {one.certificate}).value();
        return addSignature(first, other.key, {other.certificate}).value();
    };
    const auto inspect = [&](const Bytes& receipt) {
        return inspectReceipt(receipt, signers.anchors, goodTime()).value();
    };
    const CertifiedKey device = demoCertifiedKey(Role::Device).value();
    // In which order they have signed is all one.
    const ReceiptInfo swapped = inspect(signedBy(signers.pki.card, signers.host));
    QVERIFY(swapped.hostSignatureHolds && swapped.cardSignatureHolds);
    QVERIFY(swapped.cardSigner.contains(QStringLiteral("CN=card")));
    // A second entity of the same authority is no card,
    const ReceiptInfo two = inspect(signedBy(signers.host, device));
    QVERIFY(two.hostSignatureHolds && !two.cardSignatureHolds);
    QVERIFY2(two.cardProblem.contains(QStringLiteral("CN=device")), qPrintable(two.cardProblem));
    // nor the one that the session was with.
    const ReceiptInfo other = inspect(signedBy(device, signers.pki.card));
    QVERIFY(other.cardSignatureHolds && !other.hostSignatureHolds);
    QVERIFY2(other.hostProblem.contains(QStringLiteral("CN=device")), qPrintable(other.hostProblem));
    const ReceiptInfo twice = inspect(signedBy(signers.host, demoCertifiedKey(Role::Dms, Curve::P384).value()));
    QVERIFY(twice.hostSignatureHolds && !twice.cardSignatureHolds && twice.cardSigner.isEmpty());
    const ReceiptInfo cards = inspect(signedBy(signers.pki.card, signers.pki.cardP384));
    QVERIFY(cards.cardSignatureHolds && !cards.hostSignatureHolds);
    // With both of them there, somebody else's changes nothing.
    const Bytes three = addSignature(signers.both(content), device.key, {device.certificate}).value();
    QVERIFY(inspect(three).hostSignatureHolds && inspect(three).cardSignatureHolds);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestReceipt>(argc, argv);
}

} // namespace dmsc::tst_receipt

#include "tst_receipt.moc"
