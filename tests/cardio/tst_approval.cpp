// SPDX-License-Identifier: Apache-2.0
#include "handset_rig.h"

#include "cardio/card/card_client.h"
#include "cardio/channel/openssl_handles.h"
#include "cardio/desk/side_session.h"
#include "cardio/handset/approval.h"
#include "tests/support/run_test.h"

#include <QFile>

#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace dmsc::tst_approval {

using namespace dmsc::test;
using Verdict = PromptAnswer::Verdict;

namespace {

constexpr const char* kHandset = R"(
    . [acl Add=*&Get=*]
    FUMO
      fw  node  urn:oma:mo:oma-fumo:1.0
        PkgName = system
        Update
          PkgData =
        State : int = 10
    Other  node  org.example/1.0/other
      State = 1
)";
const Uri kFumo = uriOf("./FUMO/fw");

Bytes octets(std::string_view text)
{
    return {text.begin(), text.end()};
}

KeyHandle makeKey(bool rsa)
{
    return KeyHandle(rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"));
}

/// Somebody who signs packages, with a certificate of his own.
struct Authority
{
    explicit Authority(bool rsa = false)
        : key(makeKey(rsa))
        , certificate(X509_new())
    {
        X509_set_version(certificate.get(), 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 4711);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_NAME* name = X509_get_subject_name(certificate.get());
        X509_NAME_add_entry_by_txt(
            name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("Release 4"), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), name);
        X509_set_pubkey(certificate.get(), key.get());
        if (X509_sign(certificate.get(), key.get(), EVP_sha256()) <= 0)
            qFatal("no certificate");
    }

    [[nodiscard]] Bytes sign(ByteView package, unsigned flags = 0, const EVP_MD* digest = EVP_sha256(),
        const Authority* second = nullptr) const
    {
        const unsigned all = flags | CMS_BINARY | CMS_PARTIAL | ((flags & CMS_STREAM) != 0 ? 0U : CMS_DETACHED);
        std::unique_ptr<CMS_ContentInfo, OpenSslFree<CMS_ContentInfo_free>> cms(
            CMS_sign(nullptr, nullptr, nullptr, nullptr, all & ~unsigned{CMS_STREAM}));
        bool good = CMS_add1_signer(cms.get(), certificate.get(), key.get(), digest, all) != nullptr;
        if (second)
            good = good && CMS_add1_signer(cms.get(), second->certificate.get(), second->key.get(), digest, all);
        const BioHandle in = readFrom(package);
        good = good && CMS_final(cms.get(), in.get(), nullptr, all) == 1;
        unsigned char* der = nullptr;
        const int size = good ? i2d_CMS_ContentInfo(cms.get(), &der) : 0;
        const OpenSslMemory owned(der);
        if (size <= 0)
            qFatal("not signed");
        return {der, der + size};
    }

    KeyHandle key;
    CertificateHandle certificate;
};

/// Checks signatures as a card does, with an authority's public key.
class KeyKeeper final : public SignatureVerifier
{
public:
    explicit KeyKeeper(const Authority* authority)
        : m_authority(authority)
    {
    }
    Result<bool> verifySignature(std::uint8_t key, ByteView hash, ByteView signature) override
    {
        ++asked;
        if (broken)
            return fail(ErrorKind::Io, QStringLiteral("pulled"));
        if (!m_authority || key != kFirmwareAuthority)
            return fail(ErrorKind::NotFound, QStringLiteral("no such key"));
        const ErrorQueueGuard guard;
        const KeyContextHandle context(EVP_PKEY_CTX_new(m_authority->key.get(), nullptr));
        if (EVP_PKEY_verify_init(context.get()) != 1 || EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) != 1)
            qFatal("no context");
        return EVP_PKEY_verify(context.get(), signature.data(), signature.size(), hash.data(), hash.size()) == 1;
    }
    int asked = 0;
    bool broken = false;

private:
    const Authority* m_authority;
};

const Authority& authority()
{
    static const Authority one;
    return one;
}

Result<InstallOutcome> takeIt(
    HandsetRig& rig, ByteView package, ByteView cms, SignatureVerifier& card, UserAgent& user, bool reject = false)
{
    HandsetSettings settings;
    settings.rejectUnapproved = reject;
    return takePackage(rig.device(), kFumo, package, cms, card, settings, someAsker(), user);
}

Bytes readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    const QByteArray bytes = file.readAll();
    return {bytes.begin(), bytes.end()};
}

const Bytes kPackage = octets("firmware 4.2.2, all of it");

} // namespace

/// Firmware is installed with its authority's approval, or on the user's word.
class TestApproval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_11_theCardChecksWhatTheHandsetHashes_data()
    {
        QTest::addColumn<bool>("rsa");
        QTest::addColumn<int>("flags");
        QTest::newRow("ECDSA") << false << 0;
        QTest::newRow("RSA") << true << 0;
        QTest::newRow("without attributes") << false << int{CMS_NOATTR};
        QTest::newRow("without certificates") << false << int{CMS_NOCERTS};
        QTest::newRow("signer by key id") << false << int{CMS_USE_KEYID | CMS_NOCERTS};
    }

    void DM_SC_GEN_11_theCardChecksWhatTheHandsetHashes()
    {
        QFETCH(bool, rsa);
        QFETCH(int, flags);
        Authority signer(rsa);
        if ((flags & CMS_USE_KEYID) != 0) {
            std::unique_ptr<X509_EXTENSION, OpenSslFree<X509_EXTENSION_free>> id(
                X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_key_identifier, "01:02:03:04"));
            X509_add_ext(signer.certificate.get(), id.get(), -1);
            X509_sign(signer.certificate.get(), signer.key.get(), EVP_sha256());
        }
        KeyKeeper card(&signer);
        const Bytes cms = signer.sign(kPackage, static_cast<unsigned>(flags));
        const auto approval = checkApproval(kPackage, cms, card);
        QVERIFY2(approval, approval ? "" : qPrintable(approval.error().text()));
        QVERIFY2(approval->approved, qPrintable(approval->problem));
        QCOMPARE(approval->digest.size(), std::size_t{32});
        QVERIFY(approval->problem.isEmpty() && !approval->signer.isEmpty());
        if ((flags & CMS_NOCERTS) == 0)
            QCOMPARE(approval->signer, QStringLiteral("CN=Release 4"));
        // Every other package is another one.
        for (std::size_t i = 0; i < kPackage.size(); ++i) {
            Bytes changed = kPackage;
            changed[i] ^= 1U;
            const auto other = checkApproval(changed, cms, card);
            QVERIFY(other && !other->approved && !other->problem.isEmpty());
        }
    }

    void DM_SC_GEN_11_aByteThatWasChangedIsNoApproval()
    {
        const Bytes cms = authority().sign(kPackage, CMS_NOCERTS);
        KeyKeeper card(&authority());
        for (std::size_t i = 0; i < cms.size(); ++i)
            for (const int bit : {0, 7}) {
                Bytes changed = cms;
                changed[i] = static_cast<std::uint8_t>(changed[i] ^ (1U << static_cast<unsigned>(bit)));
                const auto approval = checkApproval(kPackage, changed, card);
                // Who the signer is said to be, and the versions, are in nothing signed.
                if (approval && approval->approved)
                    QVERIFY(approval->digest == checkApproval(kPackage, cms, card)->digest);
            }
        for (std::size_t size = 0; size < cms.size(); ++size)
            QVERIFY(!checkApproval(kPackage, ByteView(cms).first(size), card));
        Bytes longer = cms;
        longer.push_back(0);
        QVERIFY(!checkApproval(kPackage, longer, card));
    }

    void DM_SC_GEN_11_aStrangersSignatureIsNoApproval()
    {
        const Authority stranger;
        KeyKeeper card(&authority());
        const auto approval = checkApproval(kPackage, stranger.sign(kPackage), card);
        QVERIFY(approval && !approval->approved && card.asked == 1);
        KeyKeeper empty(nullptr);
        const auto unknown = checkApproval(kPackage, authority().sign(kPackage), empty);
        QVERIFY(unknown && !unknown->approved && !unknown->problem.isEmpty());
        KeyKeeper pulled(&authority());
        pulled.broken = true;
        QCOMPARE(checkApproval(kPackage, authority().sign(kPackage), pulled).error().kind, ErrorKind::Io);
    }

    void DM_SC_GEN_11_whatIsNoDetachedSignatureOfOneSignerIsRefused()
    {
        KeyKeeper card(&authority());
        const auto kind = [&](const Bytes& cms) {
            const auto approval = checkApproval(kPackage, cms, card);
            return approval ? QStringLiteral("taken") : approval.error().text();
        };
        QVERIFY(kind({}) != QStringLiteral("taken"));
        QVERIFY(kind(octets("no signature at all")) != QStringLiteral("taken"));
        QVERIFY(kind(authority().sign(kPackage, CMS_STREAM)) != QStringLiteral("taken")); // with its content
        const Authority second;
        QVERIFY(kind(authority().sign(kPackage, 0, EVP_sha256(), &second)) != QStringLiteral("taken"));
        QCOMPARE(card.asked, 0);
        const auto old = checkApproval(kPackage, authority().sign(kPackage, 0, EVP_sha1()), card);
        QVERIFY(old && !old->approved && card.asked == 0);
    }

    void DM_SC_GEN_11_theAttributesOfAnotherSignatureAreNoPackage()
    {
        // What the authority signed for a package, given out as a package that it signed without attributes.
        const Bytes cms = authority().sign(kPackage, CMS_NOCERTS);
        const Bytes bare = authority().sign(octets("2"), CMS_NOCERTS | CMS_NOATTR);
        Bytes attributes{0x31, 0x03, 0x30, 0x01, 0x00};
        KeyKeeper card(&authority());
        const auto approval = checkApproval(attributes, authority().sign(attributes, CMS_NOATTR), card);
        QVERIFY(approval && !approval->approved && card.asked == 0);
        QVERIFY(checkApproval(octets("2"), bare, card)->approved);
        QVERIFY(checkApproval(kPackage, cms, card)->approved);
    }

    void DM_SC_GEN_11_theDemoCardApprovesTheDemoPackage()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("card"));
        QVERIFY(createCard(path, {true, {}}));
        auto side = SideSession::open({Where::Kind::Card, path});
        QVERIFY2(side, side ? "" : qPrintable(side.error().text()));
        CardClient* card = (*side)->cardClient();
        QVERIFY(card);
        const QString demo = QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/");
        Bytes package = readAll(demo + QStringLiteral("firmware.bin"));
        const Bytes cms = readAll(demo + QStringLiteral("firmware.p7s"));
        auto approval = checkApproval(package, cms, *card);
        QVERIFY2(approval, approval ? "" : qPrintable(approval.error().text()));
        QVERIFY2(approval->approved, qPrintable(approval->problem));
        const auto stranger = checkApproval(package, authority().sign(package), *card);
        QVERIFY(stranger && !stranger->approved);
        package.back() ^= 1U;
        QVERIFY(!checkApproval(package, cms, *card)->approved);
    }

    void DM_SC_GEN_11_anApprovedPackageIsReadyAndInstalled()
    {
        HandsetRig rig(kHandset);
        KeyKeeper card(&authority());
        ScriptedUser user(Verdict::No);
        const auto outcome = takeIt(rig, kPackage, authority().sign(kPackage), card, user);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        QVERIFY(outcome->approval.approved && !outcome->asked && !outcome->deleted);
        QCOMPARE(outcome->fumoState, 50);
        QCOMPARE(outcome->resultCode, 200);
        QCOMPARE(rig.value("./FUMO/fw/State"), std::string("50"));
        QCOMPARE(rig.value("./FUMO/fw/Update/PkgData"), std::string(kPackage.begin(), kPackage.end()));
        QVERIFY(installPackage(rig.device(), kFumo));
        QCOMPARE(rig.value("./FUMO/fw/State"), std::string("100"));
        QCOMPARE(rig.value("./FUMO/fw/Update/PkgData"), std::string());
        QVERIFY(!installPackage(rig.device(), kFumo));
    }

    void DM_SC_USE_6_whatIsNotApprovedIsRejectedAndDeleted()
    {
        HandsetRig rig(kHandset);
        KeyKeeper card(&authority());
        ScriptedUser user(Verdict::Yes);
        const auto outcome = takeIt(rig, kPackage, Authority().sign(kPackage), card, user, true);
        QVERIFY(outcome && outcome->deleted && !outcome->asked && user.asked().empty());
        QCOMPARE(outcome->resultCode, 404);
        QCOMPARE(outcome->fumoState, 80);
        QCOMPARE(rig.value("./FUMO/fw/State"), std::string("80"));
        QCOMPARE(rig.value("./FUMO/fw/Update/PkgData"), std::string());
        // Rubbish for a signature is no approval either.
        const auto rubbish = takeIt(rig, kPackage, octets("rubbish"), card, user, true);
        QVERIFY(rubbish && rubbish->deleted && rubbish->approval.digest.size() == 32);
        QCOMPARE(rubbish->resultCode, 404);
    }

    void DM_SC_USE_7_theUserIsAskedBeforeGoingOn()
    {
        const Bytes cms = Authority().sign(kPackage);
        KeyKeeper card(&authority());
        for (const Verdict verdict : {Verdict::No, Verdict::Cancelled, Verdict::TimedOut}) {
            HandsetRig rig(kHandset);
            ScriptedUser user(verdict);
            const auto outcome = takeIt(rig, kPackage, cms, card, user);
            QVERIFY(outcome && outcome->asked && outcome->deleted);
            QCOMPARE(outcome->resultCode, 401);
            QCOMPARE(user.asked().size(), std::size_t{1});
            const Prompt prompt = user.asked()[0];
            QVERIFY(!prompt.defaultYes && !prompt.why.isEmpty() && prompt.changes.size() == 1);
            QCOMPARE(rig.value("./FUMO/fw/Update/PkgData"), std::string());
        }
        HandsetRig rig(kHandset);
        ScriptedUser user(Verdict::Yes);
        const auto outcome = takeIt(rig, kPackage, cms, card, user);
        QVERIFY(outcome && outcome->asked && !outcome->deleted && !outcome->approval.approved);
        QCOMPARE(outcome->fumoState, 50);
        QVERIFY(installPackage(rig.device(), kFumo));
    }

    void DM_SC_GEN_11_noFumoNoPackage()
    {
        HandsetRig rig(kHandset);
        KeyKeeper card(&authority());
        ScriptedUser user(Verdict::Yes);
        for (const char* where : {"./FUMO", "./Other", "./None"}) {
            const auto outcome = takePackage(rig.device(), uriOf(where), kPackage, {}, card, {}, someAsker(), user);
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
        }
        KeyKeeper pulled(&authority());
        pulled.broken = true;
        const auto outcome = takeIt(rig, kPackage, authority().sign(kPackage), pulled, user);
        QVERIFY(!outcome && user.asked().empty());
        QCOMPARE(rig.value("./FUMO/fw/State"), std::string("20"));
        QCOMPARE(rig.value("./FUMO/fw/Update/PkgData"), std::string());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestApproval>(argc, argv);
}

} // namespace dmsc::tst_approval

#include "tst_approval.moc"
