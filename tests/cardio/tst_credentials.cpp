// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/demo_pki.h"
#include "cardio/credentials/credential_file.h"
#include "cardio/credentials/credential_store.h"
#include "model/byte_array.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_credentials {

namespace {

constexpr std::uint64_t kCheap = 1024; // the tests unlock often

SecretBytes secret(std::string_view text)
{
    return {text.begin(), text.end()};
}

Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

constexpr std::string_view kKeySet = R"({"version":"34","enc":"A0A1A2A3A4A5A6A7A8A9AAABACADAEAF",
    "mac":"B0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF","dek":"C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF","macSize":16})";

QByteArray resource(const QString& name)
{
    (void)demoPki(); // it brings the resources along
    QFile file(QStringLiteral(":/dmsc/pki/%1.pem").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Key, certificate and authority in one.
Bytes dmsPem()
{
    const QByteArray all =
        resource(QStringLiteral("dms-key")) + resource(QStringLiteral("dms")) + resource(QStringLiteral("ca"));
    return Bytes(all.begin(), all.end());
}

struct Rig
{
    [[nodiscard]] QString path(const QString& name = QStringLiteral("credentials.json")) const
    {
        return folder.filePath(name);
    }
    [[nodiscard]] CredentialStore open() const
    {
        auto store = CredentialStore::open(path(), kCheap);
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        return *std::move(store);
    }
    [[nodiscard]] QByteArray file() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& bytes, const QString& name = QStringLiteral("credentials.json")) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
    /// A store with a key set and a certificate in it.
    void fill() const
    {
        CredentialStore store = open();
        const auto keys = store.unlock(secret("correct horse")).and_then([&] {
            return store.import(bytesOf(kKeySet), {}, QStringLiteral("My keys"), Role::Device);
        });
        if (!keys || !store.import(dmsPem(), {}, QStringLiteral("My server"), Role::Dms))
            qFatal("not imported");
    }
    /// The openssl program; false where it is missing or unhappy.
    [[nodiscard]] bool openssl(const QStringList& words) const
    {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral("openssl"), words);
        return process.waitForFinished(30'000) && process.exitCode() == 0;
    }

    QTemporaryDir folder;
};

const CredentialInfo* find(const std::vector<CredentialInfo>& list, const QString& id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const CredentialInfo& one) { return one.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoDesksComeFirstAndNeedNoPassphrase()
    {
        const Rig rig;
        const CredentialStore store = rig.open();
        QVERIFY(!store.isLocked());
        const auto list = store.list();
        QCOMPARE(list.size(), std::size_t{8});
        for (const CredentialInfo& info : list) {
            QVERIFY(info.builtIn && CredentialStore::isBuiltIn(info.id));
            QVERIFY2(!info.detail.isEmpty(), qPrintable(info.id));
            const auto credential = store.get(info.id);
            QVERIFY2(credential, qPrintable(info.id));
            QCOMPARE(std::holds_alternative<KeySetCredential>(*credential), info.kind == CredentialInfo::Kind::KeySet);
        }
        QVERIFY(!QFile::exists(rig.path()));
    }

    void whatIsImportedComesBack()
    {
        const Rig rig;
        rig.fill();
        CredentialStore store = rig.open();
        QVERIFY(store.isLocked());
        const auto list = store.list();
        const CredentialInfo* keys = find(list, QStringLiteral("my-keys"));
        const CredentialInfo* server = find(list, QStringLiteral("my-server"));
        QVERIFY(keys && server);
        QCOMPARE(keys->role, Role::Device);
        QVERIFY(keys->detail.contains(QStringLiteral("34")));
        QCOMPARE(server->methods.front(), HandshakeMethod::Scp11a);
        QVERIFY(server->notAfter.isValid());
        QCOMPARE(store.get(keys->id).error().kind, ErrorKind::NotAllowed);
        QVERIFY(store.unlock(secret("correct horse")));
        const auto set = store.get(keys->id);
        QVERIFY(set);
        const auto& credential = std::get<KeySetCredential>(*set);
        QCOMPARE(toHex(credential.keys.dek.bytes()), QStringLiteral("C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF"));
        QCOMPARE(credential.macSize, MacSize::S16);
        const auto certified = store.get(server->id);
        QVERIFY(certified);
        const auto& own = std::get<CertificateCredential>(*certified);
        QCOMPARE(own.chain.front().commonName(), QStringLiteral("dms"));
        QVERIFY(own.chain.front().publicKey() == own.key.publicKey());
        QCOMPARE(own.anchors.size(), std::size_t{1});
        store.lock();
        QVERIFY(store.isLocked() && !store.get(keys->id));
    }

    void DM_SC_SEC_1_theFileHoldsNoKeyAndNoPassphrase()
    {
        const Rig rig;
        rig.fill();
        const QByteArray file = rig.file();
        QVERIFY(file.contains("scrypt") && file.contains("My keys"));
        QVERIFY(!file.contains("correct horse") && !file.contains(QByteArray("correct horse").toBase64()));
        const auto nowhere = [&](ByteView key) {
            const QByteArray bytes = toByteArray(key);
            return !file.contains(bytes) && !file.toLower().contains(bytes.toHex()) && !file.contains(bytes.toBase64())
                && !file.contains(bytes.toBase64().chopped(4));
        };
        for (const char* name : {"A0A1A2A3A4A5A6A7A8A9AAABACADAEAF", "B0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF",
                 "C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF"})
            QVERIFY(nowhere(*fromHex(QString::fromLatin1(name))));
        const auto der = demoCertifiedKey(Role::Dms)->key.der();
        QVERIFY(der && nowhere(*der) && nowhere(ByteView(*der).subspan(36, 32)));
        QCOMPARE(QFile::permissions(rig.path())
                & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
            QFileDevice::Permissions());
    }

    void anyChangedByteIsNoticed()
    {
        const Rig rig;
        rig.fill();
        const QByteArray good = rig.file();
        int unnoticed = 0;
        int untilUnlocked = 0;
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray bad = good;
            bad[i] = static_cast<char>(bad[i] ^ (i % 2 == 0 ? 0x01 : 0x02));
            rig.write(bad);
            auto store = CredentialStore::open(rig.path());
            if (!store)
                continue;
            ++untilUnlocked;
            if (store->unlock(secret("correct horse")))
                ++unnoticed;
        }
        QCOMPARE(unnoticed, 0);
        QVERIFY(untilUnlocked > 100); // else nothing but the form was tested
        rig.write(good);
        QVERIFY(rig.open().unlock(secret("correct horse")));
    }

    void anEntryTakenOutIsNoticed()
    {
        const Rig rig;
        rig.fill();
        const QByteArray both = rig.file();
        CredentialStore store = rig.open();
        QVERIFY(store.unlock(secret("correct horse")));
        QVERIFY(store.remove(QStringLiteral("my-server")));
        const QByteArray one = rig.file();
        // The entries of one file under the seal of the other.
        const auto part = [](const QByteArray& file, const char* from, const char* to) {
            const qsizetype begin = file.indexOf(from);
            return file.mid(begin, file.indexOf(to, begin) - begin);
        };
        QByteArray mixed = both;
        mixed.replace(part(both, "\"credentials\"", "\"format\""), part(one, "\"credentials\"", "\"format\""));
        QVERIFY(mixed != both && mixed != one);
        rig.write(mixed);
        CredentialStore changed = rig.open();
        QCOMPARE(changed.unlock(secret("correct horse")).error().kind, ErrorKind::Damaged);
    }

    void DM_SC_SEC_8_aWrongPassphraseOpensNothing()
    {
        const Rig rig;
        rig.fill();
        CredentialStore store = rig.open();
        QCOMPARE(store.unlock(secret("correct horse ")).error().kind, ErrorKind::Security);
        QCOMPARE(store.unlock({}).error().kind, ErrorKind::BadValue);
        QVERIFY(store.isLocked());
        QCOMPARE(
            store.import(bytesOf(kKeySet), {}, QStringLiteral("x"), Role::Device).error().kind, ErrorKind::NotAllowed);
        QCOMPARE(store.remove(QStringLiteral("my-keys")).error().kind, ErrorKind::NotAllowed);
        QCOMPARE(store.remove(QStringLiteral("demo:issuer:keys")).error().kind, ErrorKind::NotAllowed);
        QCOMPARE(store.remove(QStringLiteral("nobody")).error().kind, ErrorKind::NotFound);
        QVERIFY(store.unlock(secret("correct horse")));
        QVERIFY(store.remove(QStringLiteral("my-keys")));
        QVERIFY(!find(rig.open().list(), QStringLiteral("my-keys")));
    }

    void anotherFileIsNotTouched()
    {
        const Rig rig;
        rig.write("{\"precious\": true}\n");
        const auto store = CredentialStore::open(rig.path());
        QVERIFY(!store);
        QCOMPARE(store.error().kind, ErrorKind::Damaged);
        QCOMPARE(rig.file(), QByteArray("{\"precious\": true}\n"));
    }

    void pkcs12OfTheOpensslProgram()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("the openssl program is not installed");
        const Rig rig;
        for (const QString& name : {QStringLiteral("dms-key"), QStringLiteral("dms"), QStringLiteral("ca")})
            rig.write(resource(name), name + QStringLiteral(".pem"));
        const QStringList common{QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-inkey"),
            QStringLiteral("dms-key.pem"), QStringLiteral("-in"), QStringLiteral("dms.pem"), QStringLiteral("-passout"),
            QStringLiteral("pass:file secret"), QStringLiteral("-out")};
        QVERIFY(rig.openssl(
            common + QStringList{QStringLiteral("whole.p12"), QStringLiteral("-certfile"), QStringLiteral("ca.pem")}));
        QVERIFY(rig.openssl(common + QStringList{QStringLiteral("alone.p12")}));
        const auto read = [&](const QString& name, std::string_view passphrase) {
            QFile file(rig.path(name));
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            return readCredential(viewOf(bytes), secret(passphrase));
        };
        const auto whole = read(QStringLiteral("whole.p12"), "file secret");
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().text()));
        const auto& own = std::get<CertificateCredential>(*whole);
        QCOMPARE(own.chain.front().commonName(), QStringLiteral("dms"));
        QCOMPARE(own.anchors.size(), std::size_t{1});
        QCOMPARE(read(QStringLiteral("whole.p12"), "another").error().kind, ErrorKind::Security);
        const auto alone = read(QStringLiteral("alone.p12"), "file secret");
        QVERIFY(!alone);
        QCOMPARE(alone.error().kind, ErrorKind::BadValue);
        QVERIFY(alone.error().what.contains(QStringLiteral("authority")));
        // An encrypted key in PEM.
        QVERIFY(rig.openssl({QStringLiteral("pkcs8"), QStringLiteral("-topk8"), QStringLiteral("-in"),
            QStringLiteral("dms-key.pem"), QStringLiteral("-passout"), QStringLiteral("pass:pem secret"),
            QStringLiteral("-out"), QStringLiteral("locked.pem")}));
        QFile locked(rig.path(QStringLiteral("locked.pem")));
        QVERIFY(locked.open(QIODevice::ReadOnly));
        const QByteArray pem = locked.readAll() + resource(QStringLiteral("dms")) + resource(QStringLiteral("ca"));
        QVERIFY(readCredential(viewOf(pem), secret("pem secret")));
        QCOMPARE(readCredential(viewOf(pem), secret("no")).error().kind, ErrorKind::Security);
    }

    void whatIsNoCredentialIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const QByteArray& file, ErrorKind kind) {
            QTest::newRow(name) << file << static_cast<int>(kind);
        };
        row("nothing", {}, ErrorKind::Limit);
        row("too much", QByteArray(2 << 20, 'x'), ErrorKind::Limit);
        row("text", "hello", ErrorKind::Syntax);
        row("a DER sequence", QByteArray::fromHex("3003020100"), ErrorKind::Syntax);
        row("half JSON", "{\"version\":", ErrorKind::Syntax);
        row("no keys", "{\"version\":\"31\"}", ErrorKind::BadValue);
        row("a short key", R"({"version":"31","enc":"00","mac":"00","dek":"00"})", ErrorKind::BadValue);
        row("another MAC", QByteArray(kKeySet.data(), kKeySet.size()).replace("16}", "12}"), ErrorKind::BadValue);
        row("a certificate alone", resource(QStringLiteral("dms")), ErrorKind::Syntax);
        row("a key alone", resource(QStringLiteral("dms-key")), ErrorKind::Syntax);
        row("another's certificate",
            resource(QStringLiteral("dms-key")) + resource(QStringLiteral("device")) + resource(QStringLiteral("ca")),
            ErrorKind::BadValue);
    }
    void whatIsNoCredentialIsRefused()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, kind);
        const auto credential = readCredential(viewOf(file), {});
        QVERIFY(!credential);
        QCOMPARE(static_cast<int>(credential.error().kind), kind);
    }

    void packedAndUnpackedIsTheSame()
    {
        const auto read = readCredential(dmsPem(), {});
        QVERIFY(read);
        const auto packed = pack(*read);
        QVERIFY(packed);
        const auto back = unpack(*packed);
        QVERIFY(back && *pack(*back) == *packed);
        // Cut anywhere within the key, or one byte before the end.
        for (std::size_t size = 0; size < 100; ++size)
            QVERIFY(!unpack(ByteView(*packed).first(size)));
        QVERIFY(!unpack(ByteView(*packed).first(packed->size() - 1)));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCredentials>(argc, argv);
}

} // namespace dmsc::tst_credentials

#include "tst_credentials.moc"
