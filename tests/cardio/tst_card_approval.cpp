// SPDX-License-Identifier: Apache-2.0
#include "entity_rig.h"

#include "cardio/card/card_client.h"
#include "cardio/channel/authority_key.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace dmsc::tst_card_approval {

using namespace dmsc::test;

namespace {

struct FreeKey
{
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

Key rsaKey(unsigned bits)
{
    return Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<std::size_t>(bits)));
}
Key ecKey(const char* curve)
{
    return Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve));
}

Bytes publicHalf(EVP_PKEY* key)
{
    unsigned char* written = nullptr;
    const int size = i2d_PUBKEY(key, &written);
    Bytes bytes(written, written + size);
    OPENSSL_free(written);
    return bytes;
}

Bytes signedBy(EVP_PKEY* key, const Bytes& hash)
{
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(key, nullptr);
    std::size_t size = 0;
    Bytes signature;
    if (EVP_PKEY_sign_init(context) == 1) {
        if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA)
            EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING);
        EVP_PKEY_CTX_set_signature_md(context, EVP_sha256());
        EVP_PKEY_sign(context, nullptr, &size, hash.data(), hash.size());
        signature.resize(size);
        EVP_PKEY_sign(context, signature.data(), &size, hash.data(), hash.size());
        signature.resize(size);
    }
    EVP_PKEY_CTX_free(context);
    return signature;
}

Bytes someHash(std::uint8_t seed = 1)
{
    Bytes hash(32);
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<std::uint8_t>(i * 7 + seed);
    return hash;
}

Bytes tlv(std::uint8_t tag, const Bytes& value)
{
    TlvWriter writer;
    writer.add(TlvTag{tag}, value);
    return writer.take();
}

struct ApprovalRig : EntityRig
{
    std::unique_ptr<CardClient> enter(Role role)
    {
        HandshakeOptions options;
        options.as = role;
        return CardClient::open(*link, keysOf(role), options).value();
    }
    StatusWord say(std::uint8_t ins, std::uint8_t p1, std::uint8_t p2, Bytes data)
    {
        const auto answer = send(*link, *channel, {0x80, ins, p1, p2, std::move(data), kMaxExtendedLe, true});
        return answer ? answer->sw : StatusWord::NoDiagnosis;
    }
    StatusWord setKey(std::uint8_t reference, std::uint8_t p1 = 0x81)
    {
        return say(0x22, p1, 0xB6, tlv(0x83, {reference}));
    }
    StatusWord hash(const Bytes& value) { return say(0x2A, 0x90, 0xA0, tlv(0x90, value)); }
    StatusWord verify(const Bytes& signature) { return say(0x2A, 0x00, 0xA8, tlv(0x9E, signature)); }
};

} // namespace

class TestCardApproval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_11_everyDemoCardKnowsTheDemoAuthority()
    {
        ApprovalRig rig;
        const auto client = rig.enter(Role::Device);
        const CertifiedKey authority = demoFirmwareAuthority().value();
        const Bytes good = signedBy(authority.key.native(), someHash());
        QCOMPARE(client->verifySignature(kDemoFirmwareAuthority, someHash(), good).value(), true);
        QCOMPARE(client->verifySignature(kDemoFirmwareAuthority, someHash(2), good).value(), false);
        Bytes changed = good;
        changed.back() ^= 1U;
        QCOMPARE(client->verifySignature(kDemoFirmwareAuthority, someHash(), changed).value(), false);
        QCOMPARE(client->verifySignature(kDemoFirmwareAuthority, someHash(), Bytes(70, 0x30)).value(), false);
        const auto unknown = client->verifySignature(9, someHash(), good);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
    }

    void DM_SC_GEN_11_theIssuerPutsAnAuthoritysKey_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("P-256") << 0;
        QTest::newRow("P-384") << 1;
        QTest::newRow("RSA 2048") << 2048;
        QTest::newRow("RSA 4096, short parts") << 4096;
    }

    void DM_SC_GEN_11_theIssuerPutsAnAuthoritysKey()
    {
        QFETCH(int, kind);
        const Key key = kind > 1 ? rsaKey(static_cast<unsigned>(kind)) : ecKey(kind == 0 ? "P-256" : "P-384");
        const Bytes signature = signedBy(key.get(), someHash());
        ApprovalRig rig;
        auto device = rig.enter(Role::Device);
        const auto refused = device->putAuthority(7, publicHalf(key.get()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
        auto issuer = rig.enter(Role::Issuer);
        QVERIFY(issuer->putAuthority(7, publicHalf(key.get())));
        rig.insert(); // it is kept
        device = rig.enter(Role::Device);
        QCOMPARE(device->verifySignature(7, someHash(), signature).value(), true);
        QCOMPARE(device->verifySignature(7, someHash(3), signature).value(), false);
        QCOMPARE(device->verifySignature(kDemoFirmwareAuthority, someHash(), signature).value(), false);
        // Another in its place.
        const Key next = ecKey("P-256");
        issuer = rig.enter(Role::Issuer);
        QVERIFY(issuer->putAuthority(7, publicHalf(next.get())));
        QCOMPARE(issuer->verifySignature(7, someHash(), signature).value(), false);
        QCOMPARE(issuer->verifySignature(7, someHash(), signedBy(next.get(), someHash())).value(), true);
    }

    void DM_SC_GEN_11_otherKeysAreNotTaken()
    {
        ApprovalRig rig;
        const auto issuer = rig.enter(Role::Issuer);
        const Key good = ecKey("P-256");
        Bytes longer = publicHalf(good.get());
        longer.push_back(0);
        for (const Bytes& bad :
            {Bytes{}, Bytes(20, 0x30), longer, publicHalf(rsaKey(1024).get()), publicHalf(ecKey("P-521").get())})
            QVERIFY(!issuer->putAuthority(7, bad));
        QVERIFY(!issuer->putAuthority(0, publicHalf(good.get())));
        QCOMPARE(issuer->verifySignature(7, someHash(), Bytes(8, 1)).error().kind, ErrorKind::NotFound);
    }

    void theCommandsGoInTheirOrder()
    {
        ApprovalRig rig;
        const Bytes good = signedBy(demoFirmwareAuthority()->key.native(), someHash());
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        QCOMPARE(rig.verify(good), StatusWord::ConditionsNotSatisfied);
        QCOMPARE(rig.hash(someHash()), StatusWord::Ok);
        QCOMPARE(rig.verify(good), StatusWord::ConditionsNotSatisfied); // no key
        QCOMPARE(rig.setKey(1, 0x41), StatusWord::Ok); // as some hosts say it
        QCOMPARE(rig.verify(good), StatusWord::ConditionsNotSatisfied); // a new key needs its own hash
        QCOMPARE(rig.hash(someHash()), StatusWord::Ok);
        QCOMPARE(rig.verify(good), StatusWord::Ok);
        QCOMPARE(rig.verify(good), StatusWord::ConditionsNotSatisfied); // one answer for a hash
        QCOMPARE(rig.hash(someHash()), StatusWord::Ok);
        QCOMPARE(rig.verify(Bytes(64, 1)), StatusWord::AuthenticationFailed);
        QCOMPARE(rig.setKey(2), StatusWord::ReferenceNotFound);
        QCOMPARE(rig.hash(someHash()), StatusWord::Ok);
        QCOMPARE(rig.verify(good), StatusWord::ConditionsNotSatisfied); // the key before is forgotten
    }

    void whatIsMalformedIsRefused()
    {
        ApprovalRig rig;
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        QCOMPARE(rig.say(0x22, 0x81, 0xB8, tlv(0x83, {1})), StatusWord::WrongP1P2);
        QCOMPARE(rig.say(0x22, 0x81, 0xB6, {}), StatusWord::WrongLength);
        QCOMPARE(rig.say(0x22, 0x81, 0xB6, tlv(0x83, {1, 2})), StatusWord::WrongData);
        QCOMPARE(rig.say(0x22, 0x81, 0xB6, {0x83, 0x05, 0x01}), StatusWord::WrongData);
        QCOMPARE(rig.hash(Bytes(31, 1)), StatusWord::WrongData);
        QCOMPARE(rig.say(0x2A, 0x90, 0xA0, {}), StatusWord::WrongLength);
        QCOMPARE(rig.setKey(1), StatusWord::Ok);
        QCOMPARE(rig.hash(someHash()), StatusWord::Ok);
        QCOMPARE(rig.say(0x2A, 0x00, 0xA8, tlv(0x9C, {1})), StatusWord::WrongData);
    }

    void nothingIsCheckedWithoutASessionAndNothingOutlivesOne()
    {
        ApprovalRig rig;
        QCOMPARE(rig.select(), StatusWord::Ok);
        const auto bare = sendOne(*rig.link, {0x80, 0x22, 0x81, 0xB6, tlv(0x83, {1}), kMaxShortLe});
        QCOMPARE(bare->sw, StatusWord::SecurityStatusNotSatisfied);
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        QCOMPARE(rig.setKey(1), StatusWord::Ok);
        QCOMPARE(rig.hash(someHash()), StatusWord::Ok);
        QCOMPARE(rig.select(), StatusWord::Ok);
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        QCOMPARE(rig.verify(Bytes(64, 1)), StatusWord::ConditionsNotSatisfied);
    }

    void aHandshakeWithinTheSessionStillHasItsOwnPso()
    {
        ApprovalRig rig;
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        QCOMPARE(rig.setKey(1), StatusWord::Ok);
        QCOMPARE(rig.shake(Role::Device, HandshakeMethod::Scp11a), StatusWord::Ok);
        QCOMPARE(rig.hash(someHash()), StatusWord::Ok);
        // The same entity, proved again: what it had set stays.
        QCOMPARE(rig.verify(signedBy(demoFirmwareAuthority()->key.native(), someHash())), StatusWord::Ok);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardApproval>(argc, argv);
}

} // namespace dmsc::tst_card_approval

#include "tst_card_approval.moc"
