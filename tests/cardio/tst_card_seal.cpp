// SPDX-License-Identifier: Apache-2.0
// What stands in a card's image file gives no key away (SEC-1).
#include "tests/cardio/entity_rig.h"
#include "tests/cardio/own_card.h"

#include "cardio/card/card_answers.h"
#include "cardio/card/key_data.h"
#include "cardio/store/database.h"
#include "model/byte_array.h"
#include "tests/support/run_test.h"

#include <QDir>

namespace dmsc::tst_card_seal {

using namespace dmsc::test;

namespace {

/// Everything that lies in the folder, file by file; the key that seals is not the card's file.
QByteArray allBytesIn(const QString& folder)
{
    QByteArray all;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll() + '\n';
    }
    return all;
}

/// The forms in which a secret could stand in a file: raw, backwards, hex and base64 of either kind and at any offset.
std::vector<QByteArray> formsOf(ByteView secret)
{
    const QByteArray raw(reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size()));
    QByteArray backwards = raw;
    std::reverse(backwards.begin(), backwards.end());
    std::vector<QByteArray> forms{raw, backwards, raw.toHex(), raw.toHex().toUpper()};
    for (int shift = 0; shift < 3; ++shift) {
        // Whole groups of three bytes from there on look alike wherever they stand in a longer base64 text.
        const QByteArray part = raw.mid(shift, (raw.size() - shift) / 3 * 3);
        forms.push_back(part.toBase64());
        forms.push_back(part.toBase64(QByteArray::Base64UrlEncoding));
    }
    return forms;
}

bool standsIn(const QByteArray& file, ByteView secret)
{
    const auto forms = formsOf(secret);
    return std::any_of(forms.begin(), forms.end(), [&](const QByteArray& form) { return file.contains(form); });
}

constexpr std::uint8_t kScalar[] = {0xA5, 0x11, 0x6B, 0x84, 0x8D, 0x41, 0xBD, 0x93, 0x73, 0x7F, 0x18, 0x7A, 0xBC, 0x03,
    0x88, 0x6B, 0xF7, 0xA8, 0x04, 0x22, 0xD1, 0x50, 0x02, 0x51, 0x09, 0xC6, 0x74, 0x9F, 0x45, 0xBB, 0x9B, 0x6D};

/// Where the number stands in a key on P-256 as PKCS #8.
constexpr std::size_t kScalarInPkcs8 = 36;

/// A card with a key set and a key pair of its own beside the published ones.
CardSetup ownKeys()
{
    CardSetup setup;
    setup.keySets = {someKeys(0x30, 77)};
    const DemoPki pki = demoPki().value();
    setup.keyPairs = {
        {0x21, PrivateKey::fromScalar(Curve::P256, kScalar).value(), {pki.card.certificate}, {pki.authority}}};
    setup.policy = defaultPolicy(setup.memorySize);
    setup.policy->entities[2].methods.push_back({HandshakeMethod::Scp11a, 0x33, 0x21});
    return setup;
}

/// An image as it was made before there was a seal.
void makeOldImage(const QString& path, const Scp03KeySet& keys, std::uint32_t counter)
{
    const auto bytes = [](ByteView view) { return Bytes(view.begin(), view.end()); };
    const ImageMeta meta{{"epoch", Bytes(8, 7)}, {"seq", numberBytes(0)}, {"journal", Journal().encode()},
        {"iccid", Bytes{'8', '9'}}, {"memory-size", numberBytes(1U << 24U)},
        {"scp03.version", numberBytes(static_cast<std::uint64_t>(keys.version))},
        {"scp03.enc", bytes(keys.enc.bytes())}, {"scp03.mac", bytes(keys.mac.bytes())},
        {"scp03.dek", bytes(keys.dek.bytes())}, {"scp03.counter", numberBytes(counter)}};
    if (const auto made = TreeImage::create(path, ImageKind::Card, Tree(), meta); !made)
        qFatal("%s", qPrintable(made.error().text()));
    auto image = TreeImage::open(path, ImageKind::Card);
    if (!image || !image->database().run(QStringLiteral("PRAGMA user_version=1")))
        qFatal("the image of before could not be made");
}

} // namespace

class TestCardSeal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSealOpensForItsKeyAndContextAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("deep/down/key"));
        const Seal seal(path);
        QCOMPARE(seal.open(Bytes(40, 1), "a").error().kind, ErrorKind::NotFound);
        QVERIFY(!QFile::exists(path)); // looking makes no key
        const Bytes secret{1, 2, 3, 4, 5};
        const auto sealed = seal.close(secret, "card/a");
        QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().text()));
        QCOMPARE(QFileInfo(path).size(), 32);
        QCOMPARE(QFileInfo(path).permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions{});
        const auto opened = Seal(path).open(*sealed, "card/a");
        QVERIFY(opened && Bytes(opened->begin(), opened->end()) == secret);
        QVERIFY(*seal.close(secret, "card/a") != *sealed); // a nonce of its own each time
        QCOMPARE(seal.open(*sealed, "card/b").error().kind, ErrorKind::Security);
        for (std::size_t i = 0; i < sealed->size(); ++i) {
            Bytes changed = *sealed;
            changed[i] ^= 1U;
            QCOMPARE(seal.open(changed, "card/a").error().kind, ErrorKind::Security);
            QVERIFY(!seal.open(ByteView(*sealed).first(i), "card/a"));
        }
        const Seal another(folder.filePath(QStringLiteral("another")));
        QVERIFY(another.close(secret, "card/a"));
        QCOMPARE(another.open(*sealed, "card/a").error().kind, ErrorKind::Security);
        QFile(path).resize(31);
        QCOMPARE(seal.open(*sealed, "card/a").error().kind, ErrorKind::Io);
        QCOMPARE(seal.close(secret, "card/a").error().kind, ErrorKind::Io); // never a new key over one that is there
    }

    void DM_SC_SEC_1_noKeyStandsInTheImage()
    {
        EntityRig rig(ownKeys());
        // Used, changed and put, so that every way of writing them has been gone.
        const Scp03CardConfig own = someKeys(0x30, 77);
        const Scp03CardConfig put = someKeys(0x44, 99);
        QCOMPARE(rig.shakeWith(KeySetCredential{own.keys, own.macSize}, HandshakeMethod::Scp03), StatusWord::Ok);
        const SecretBytes data = encodeKeySet(put);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyPutKeys, Bytes(data.begin(), data.end())).sw, StatusWord::Ok);
        const CardKeyPair taken = namedPair("named-card");
        const SecretBytes pairData = encodeKeyPair(taken).value();
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyPutKeyPair, Bytes(pairData.begin(), pairData.end())).sw,
            StatusWord::Ok);
        const char* changePin = "0024000110 31323334FFFFFFFF 39393739FFFFFFFF";
        QCOMPARE(toHex(rig.card->process(*fromHex(QString::fromLatin1(changePin)))), QStringLiteral("6D00"));
        (void)rig.card->process(*fromHex(QStringLiteral("00A40004023F00")));
        QCOMPARE(toHex(rig.card->process(*fromHex(QString::fromLatin1(changePin)))), QStringLiteral("9000"));
        QVERIFY(QFile::copy(rig.path(), rig.folder.filePath(QStringLiteral("open")))); // while the card is in use
        rig.card->reset();
        const QByteArray bytes = allBytesIn(rig.folder.path());
        QVERIFY(bytes.size() > 8000);
        QVERIFY(standsIn(bytes, Bytes{'k', 'e', 'y', 's', 'e', 't', '.', '3', '0'})); // we look at the right file
        for (const Scp03CardConfig* keys : {&own, &put})
            for (const AesKey* key : {&keys->keys.enc, &keys->keys.mac, &keys->keys.dek}) {
                QVERIFY(!standsIn(bytes, key->bytes()));
                QVERIFY(!standsIn(bytes, key->bytes().first(9)));
            }
        const SecretBytes takenKey = taken.key.der().value();
        QVERIFY(standsIn(bytes, taken.chain.front().der()) && !standsIn(bytes, takenKey));
        QVERIFY(!standsIn(bytes, ByteView(takenKey).subspan(kScalarInPkcs8, sizeof kScalar)));
        const PrivateKey pair = PrivateKey::fromScalar(Curve::P256, kScalar).value();
        QVERIFY(!standsIn(bytes, kScalar));
        QVERIFY(!standsIn(bytes, ByteView(kScalar).first(12)));
        const auto der = pair.der();
        QVERIFY(der && !standsIn(bytes, *der));
        QVERIFY(!standsIn(bytes, Bytes{'9', '9', '7', '9', 0xFF, 0xFF, 0xFF, 0xFF}));
        // Published ones stand there by name.
        for (const Role role : {Role::Issuer, Role::Device, Role::Dms, Role::Application})
            QVERIFY(!standsIn(bytes, demoKeySet(role).keys.enc.bytes()));
        QVERIFY(!standsIn(bytes, ByteView(demoPki()->card.key.der().value())));
        // What was put can be used, after the card was pulled as well.
        rig.insert();
        QVERIFY(rig.shakeWith(KeySetCredential{own.keys, own.macSize}, HandshakeMethod::Scp03) == StatusWord::Ok);
        (void)rig.card->process(*fromHex(QStringLiteral("00A40004023F00")));
        QCOMPARE(
            toHex(rig.card->process(*fromHex(QStringLiteral("0020000108 39393739FFFFFFFF")))), QStringLiteral("9000"));
    }

    void DM_SC_SEC_1_aCopiedImageOpensButItsKeysCannotBeUsed()
    {
        EntityRig rig(ownKeys());
        const Scp03CardConfig own = someKeys(0x30, 77);
        const KeySetCredential credential{own.keys, own.macSize};
        QCOMPARE(rig.shakeWith(credential, HandshakeMethod::Scp03), StatusWord::Ok);
        const QString away = rig.folder.filePath(QStringLiteral("away"));
        QVERIFY(QFile::rename(rig.sealKey(), away));
        rig.insert();
        QCOMPARE(rig.shakeWith(credential, HandshakeMethod::Scp03), StatusWord::ReferenceNotFound);
        (void)rig.select();
        const auto told = decodeDiscovery(rig.selected);
        QVERIFY(told);
        for (const OfferedMethod& offer : told->offers) {
            QVERIFY(offer.method != HandshakeMethod::Scp03 || offer.role != Role::Issuer);
            QVERIFY(std::find(offer.keyVersions.begin(), offer.keyVersions.end(), 0x21) == offer.keyVersions.end());
        }
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok); // the published ones go on
        QVERIFY(!QFile::exists(rig.sealKey())); // and no other key was made
        // Nothing is lost: with its key it is as it was.
        rig.channel.reset();
        QVERIFY(QFile::rename(away, rig.sealKey()));
        rig.insert();
        QCOMPARE(rig.shakeWith(credential, HandshakeMethod::Scp03), StatusWord::Ok);
    }

    void anImageOfBeforeIsBroughtOver_data()
    {
        QTest::addColumn<bool>("published");
        QTest::newRow("with the published keys") << true;
        QTest::newRow("with keys of its own") << false;
    }

    void anImageOfBeforeIsBroughtOver()
    {
        QFETCH(bool, published);
        EntityRig rig;
        const Scp03CardConfig keys = published ? Scp03CardConfig{.keys = Scp03KeySet::test()} : someKeys(0x30, 42);
        rig.card.reset();
        QVERIFY(QFile::remove(rig.path()));
        makeOldImage(rig.path(), keys.keys, 5);
        QVERIFY(standsIn(allBytesIn(rig.folder.path()), keys.keys.enc.bytes()));
        rig.insert();
        QVERIFY(!standsIn(allBytesIn(rig.folder.path()), keys.keys.enc.bytes()));
        QVERIFY(!standsIn(allBytesIn(rig.folder.path()), keys.keys.dek.bytes()));
        const KeySetCredential credential{keys.keys, keys.macSize};
        QCOMPARE(rig.shakeWith(credential, HandshakeMethod::Scp03), StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsSyncStatus).sw, StatusWord::Ok);
        const auto image = CardImage::open(rig.path(), {}, rig.sealKey());
        QVERIFY(image);
        QCOMPARE(static_cast<std::uint32_t>(image->keySet(0x30)->next), 6U); // the counter goes on
        QCOMPARE(QString::fromStdString(image->iccid()), QStringLiteral("89"));
        // Who had keys of its own does not get doors that anybody can open.
        rig.channel.reset();
        QCOMPARE(rig.shake(Role::Device), published ? StatusWord::Ok : StatusWord::ReferenceNotFound);
        rig.channel.reset();
        QCOMPARE(rig.shake(Role::Issuer, HandshakeMethod::Scp11a) == StatusWord::Ok, published);
    }

    void anImageOfBeforeThatCannotBeWrittenCanBeUsed()
    {
        EntityRig rig;
        rig.card.reset();
        QVERIFY(QFile::remove(rig.path()));
        makeOldImage(rig.path(), someKeys(0x30, 42).keys, 5);
        const auto image = CardImage::open(
            rig.path(), [](StoreStep) { return false; }, rig.sealKey());
        QVERIFY(image);
        const auto keys = image->keySet(0);
        QVERIFY(keys && equalInConstantTime(keys->config.keys.enc.bytes(), someKeys(0x30, 42).keys.enc.bytes()));
        QCOMPARE(static_cast<std::uint32_t>(keys->next), 5U);
    }

    void DM_SC_SEC_1_noCommandGivesAKeyOut()
    {
        EntityRig rig(ownKeys());
        const Scp03CardConfig own = someKeys(0x30, 77);
        QCOMPARE(rig.shakeWith(KeySetCredential{own.keys, own.macSize}, HandshakeMethod::Scp03), StatusWord::Ok);
        for (unsigned ins = 0; ins < 0x100; ins += 2)
            for (std::uint8_t p1 = 0; p1 < 8; ++p1) {
                if (!rig.channel->isOpen())
                    break;
                if (ins == 0x50 || ins == 0x82 || ins == 0x88 || ins == 0x2A || ins == 0xC0)
                    continue; // they would begin another handshake, or fetch what is left
                const ResponseApdu answer = rig.ask(static_cast<std::uint8_t>(ins), p1);
                const QByteArray bytes(
                    reinterpret_cast<const char*>(answer.data.data()), static_cast<qsizetype>(answer.data.size()));
                QVERIFY(!standsIn(bytes, own.keys.enc.bytes()) && !standsIn(bytes, own.keys.mac.bytes()));
                QVERIFY(!standsIn(bytes, kScalar));
            }
        QVERIFY(rig.channel->isOpen());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardSeal>(argc, argv);
}

} // namespace dmsc::tst_card_seal

#include "tst_card_seal.moc"
