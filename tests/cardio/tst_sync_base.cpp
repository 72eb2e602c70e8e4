// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/sync_base.h"
#include "model/compare/merge.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_sync_base {

using namespace dmsc::test;

namespace {

const QString kIccid = QStringLiteral("8949000000000000011");
const QString kDevice = QStringLiteral("IMEI:490154203237518");

/// The two as they are, both with stores that have seen five changes.
SyncPair now(const QString& iccid = kIccid, const QString& device = kDevice)
{
    SyncPair pair;
    pair.card = {iccid, QStringLiteral("C0"), 5, Digest{1}};
    pair.device = {device, QStringLiteral("D0"), 5, Digest{2}};
    return pair;
}

constexpr const char* kTree = R"(
    MO  node  urn:oma:mo:test:1.0 [acl Get=*] [title An MO]
      Text = plain
      Raw : bin image/png [tstamp 20260101T000000Z] = \x00\xFF\x01
)";

QString shown(const Result<std::optional<Tree>>& loaded)
{
    if (!loaded)
        return loaded.error().text();
    return *loaded ? QString::fromStdString(textOf(**loaded)) : QStringLiteral("none");
}

QStringList filesIn(const QTemporaryDir& folder)
{
    return QDir(folder.path()).entryList(QDir::Files, QDir::Name);
}

} // namespace

class TestSyncBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_7_baseComesBackAsItWas();
    void oneForEachCardAndDevice();
    void namesTellNothing();
    void anotherOneReplacesIt();
    void aStoreThatIsNotWhatItWasMeetsTheOtherForTheFirstTime_data();
    void aStoreThatIsNotWhatItWasMeetsTheOtherForTheFirstTime();
    void damagedOnesArePutAside();
    void aStrangersFileIsNoBase();
    void cutShortLeavesTheOneBefore();
    void aFolderThatCannotBe();
    void DM_SC_GEN_7_nothingToDoAfterASync();
};

void TestSyncBase::DM_SC_GEN_7_baseComesBackAsItWas()
{
    const QTemporaryDir folder;
    const SyncBases bases(folder.filePath(QStringLiteral("new/folder")));
    QCOMPARE(shown(bases.load(now())), QStringLiteral("none"));
    QVERIFY(bases.save(now(), treeOf(kTree)));
    QCOMPARE(shown(bases.load(now())), QString::fromStdString(normalText(kTree)));
    // A second one at another time, of another process.
    QCOMPARE(shown(SyncBases(folder.filePath(QStringLiteral("new/folder"))).load(now())),
        QString::fromStdString(normalText(kTree)));
}

void TestSyncBase::oneForEachCardAndDevice()
{
    const QTemporaryDir folder;
    const SyncBases bases(folder.path());
    QVERIFY(bases.save(now(), treeOf("A = 1\n")));
    QVERIFY(bases.save(now(kIccid, {}), treeOf("A = 0\n"))); // a handset without DevInfo
    QVERIFY(bases.save(now(kIccid, QStringLiteral("other")), treeOf("A = 2\n")));
    QVERIFY(bases.save(now(QStringLiteral("other"), kDevice), treeOf("A = 3\n")));
    QCOMPARE(shown(bases.load(now())), QStringLiteral("A = 1\n"));
    QCOMPARE(shown(bases.load(now(kIccid, {}))), QStringLiteral("A = 0\n"));
    QCOMPARE(shown(bases.load(now(kIccid, QStringLiteral("other")))), QStringLiteral("A = 2\n"));
    QCOMPARE(shown(bases.load(now(QStringLiteral("other"), kDevice))), QStringLiteral("A = 3\n"));
    QCOMPARE(shown(bases.load(now(kDevice, kIccid))), QStringLiteral("none"));
    // Neither end of one id may run into the other.
    QVERIFY(bases.save(now(QStringLiteral("12"), QStringLiteral("3")), treeOf("A = 4\n")));
    QCOMPARE(shown(bases.load(now(QStringLiteral("1"), QStringLiteral("23")))), QStringLiteral("none"));
}

void TestSyncBase::namesTellNothing()
{
    const QTemporaryDir folder;
    QVERIFY(SyncBases(folder.path())
                .save(now(QStringLiteral("../../etc"), QStringLiteral("a/b\\c:*?")), treeOf("A = 1\n")));
    const QStringList files = filesIn(folder);
    QCOMPARE(files.size(), 1);
    static const QRegularExpression plain(QStringLiteral("^[0-9a-f]{40}\\.base$"));
    QVERIFY2(plain.match(files.first()).hasMatch(), qPrintable(files.first()));
}

void TestSyncBase::anotherOneReplacesIt()
{
    const QTemporaryDir folder;
    const SyncBases bases(folder.path());
    for (const char* text : {"A = 1\n", "A = 2\n", "B = 3\n"}) {
        QVERIFY(bases.save(now(), treeOf(text)));
        QCOMPARE(shown(bases.load(now())), QString::fromLatin1(text));
    }
    QCOMPARE(filesIn(folder).size(), 1);
}

void TestSyncBase::aStoreThatIsNotWhatItWasMeetsTheOtherForTheFirstTime_data()
{
    QTest::addColumn<QString>("epoch");
    QTest::addColumn<quint64>("seq");
    QTest::addColumn<int>("content");
    QTest::addColumn<bool>("isBase");
    const QString same = QStringLiteral("E");
    QTest::newRow("as it was") << same << quint64{5} << 1 << true;
    QTest::newRow("has gone on") << same << quint64{6} << 3 << true;
    QTest::newRow("made anew") << QStringLiteral("F") << quint64{0} << 1 << false;
    QTest::newRow("made anew, and has gone on") << QStringLiteral("F") << quint64{9} << 1 << false;
    QTest::newRow("set back") << same << quint64{4} << 1 << false;
    QTest::newRow("set back, and gone on another way") << same << quint64{5} << 3 << false;
    QTest::newRow("has lost its epoch") << QString() << quint64{5} << 1 << false;
}

void TestSyncBase::aStoreThatIsNotWhatItWasMeetsTheOtherForTheFirstTime()
{
    QFETCH(QString, epoch);
    QFETCH(quint64, seq);
    QFETCH(int, content);
    QFETCH(bool, isBase);
    const QTemporaryDir folder;
    const SyncBases bases(folder.path());
    for (SyncPeer SyncPair::*side : {&SyncPair::card, &SyncPair::device}) {
        SyncPair pair = now();
        (pair.*side).epoch = QStringLiteral("E");
        (pair.*side).content = Digest{1};
        QVERIFY(bases.save(pair, treeOf("A = 1\n")));
        (pair.*side).epoch = epoch;
        (pair.*side).seq = seq;
        (pair.*side).content = Digest{static_cast<std::uint8_t>(content)};
        QCOMPARE(shown(bases.load(pair)), isBase ? QStringLiteral("A = 1\n") : QStringLiteral("none"));
    }
    // A document has no epoch: what is edited there is a change.
    SyncPair pair = now();
    pair.device = {QStringLiteral("/a/document.xml"), {}, 0, Digest{1}};
    QVERIFY(bases.save(pair, treeOf("A = 1\n")));
    pair.device.content = Digest{7};
    QCOMPARE(shown(bases.load(pair)), QStringLiteral("A = 1\n"));
}

void TestSyncBase::damagedOnesArePutAside()
{
    const QTemporaryDir folder;
    const SyncBases bases(folder.path());
    for (int round = 1; round <= 3; ++round) {
        QVERIFY(bases.save(now(), treeOf(kTree)));
        const QString path = folder.filePath(filesIn(folder).first());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        if (round == 1) {
            const qsizetype at = bytes.indexOf("plain");
            QVERIFY(at > 0);
            bytes[at] = 'P'; // a value, the file's own structure still being right
        } else if (round == 2) {
            bytes.truncate(bytes.size() / 2);
        } else {
            bytes = "not an image at all";
        }
        QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        QCOMPARE(shown(bases.load(now())), QStringLiteral("none"));
        const QStringList files = filesIn(folder);
        QCOMPARE(files.size(), round); // kept, under other names
        for (const QString& name : files)
            QVERIFY2(name.contains(QStringLiteral(".damaged-")), qPrintable(name));
        QCOMPARE(shown(bases.load(now())), QStringLiteral("none"));
    }
    QVERIFY(bases.save(now(), treeOf(kTree)));
    QCOMPARE(shown(bases.load(now())), QString::fromStdString(normalText(kTree)));
}

void TestSyncBase::aStrangersFileIsNoBase()
{
    const QTemporaryDir folder;
    const SyncBases bases(folder.path());
    QVERIFY(bases.save(now(), treeOf("A = 1\n")));
    const QString mine = folder.filePath(filesIn(folder).first());
    QVERIFY(bases.save(now(kIccid, {}), treeOf("A = 0\n"))); // a handset without DevInfo
    QVERIFY(bases.save(now(kIccid, QStringLiteral("other")), treeOf("A = 2\n")));
    QStringList files = filesIn(folder);
    files.removeAll(QFileInfo(mine).fileName());
    QVERIFY(QFile::remove(mine) && QFile::copy(folder.filePath(files.first()), mine));
    QCOMPARE(shown(bases.load(now())), QStringLiteral("none"));
}

void TestSyncBase::cutShortLeavesTheOneBefore()
{
    const QTemporaryDir folder;
    const SyncBases bases(folder.path());
    QVERIFY(bases.save(now(), treeOf("A = 1\n")));
    const QString path = folder.filePath(filesIn(folder).first());
    // What a run leaves that ends while it writes.
    for (const QString& left : {path + QStringLiteral(".new"), path + QStringLiteral(".new.part")}) {
        QFile half(left);
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half of it") > 0);
    }
    QCOMPARE(shown(bases.load(now())), QStringLiteral("A = 1\n"));
    QVERIFY(bases.save(now(), treeOf("A = 2\n")));
    QCOMPARE(shown(bases.load(now())), QStringLiteral("A = 2\n"));
    QCOMPARE(filesIn(folder).size(), 1);
}

void TestSyncBase::aFolderThatCannotBe()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto saved = SyncBases(folder.filePath(QStringLiteral("file/below"))).save(now(), Tree());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Io);
}

void TestSyncBase::DM_SC_GEN_7_nothingToDoAfterASync()
{
    const QTemporaryDir folder;
    const SyncBases bases(folder.path());
    Tree device = treeOf("M  node  urn:m\n  A = 1\n  B = 1\n");
    Tree card = treeOf("Deep\n  M  node  urn:m\n    A = 1\n    C = 1\n");
    const Merge first = mergeTrees(nullptr, device, card);
    for (const Operation& operation : first.operations)
        QVERIFY(apply(operation.side == Side::Device ? device : card, operation));
    QVERIFY(bases.save(now(), card));
    // The card is changed here, the device there; then they meet again.
    QVERIFY(card.setValue(card.find(*Uri::parse("./Deep/M/A")), "2"));
    QVERIFY(device.remove(device.find(*Uri::parse("./M/C"))));
    auto base = bases.load(now());
    QVERIFY(base && *base);
    const Merge second = mergeTrees(&**base, device, card);
    QVERIFY(second.conflicts.empty());
    QCOMPARE(second.operations.size(), std::size_t{2});
    for (const Operation& operation : second.operations)
        QVERIFY(apply(operation.side == Side::Device ? device : card, operation));
    QVERIFY(bases.save(now(), card));
    base = bases.load(now());
    const Merge third = mergeTrees(&**base, device, card);
    QVERIFY(third.operations.empty() && third.conflicts.empty());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestSyncBase>(argc, argv);
}

} // namespace dmsc::tst_sync_base

#include "tst_sync_base.moc"
