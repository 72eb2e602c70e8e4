// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"

#include "cardio/store/handset_image.h"

#include <QCoreApplication>
#include <QProcess>

#include <csignal>

namespace dmsc::tst_store {

using namespace dmsc::test;

namespace {

constexpr const char* kTree = R"(
    . [acl Add=*&Get=*]
    MO  node  urn:oma:mo:test:1.0 [acl Get=*] [title An MO]
      Text = plain
      Number : int [verno 3] [tstamp 20260101T000000Z] = 7
      Raw : bin image/png = \x00\xFF\x01
      Empty =
    Void
)";

/// Changes of every kind in one set.
void edit(TreeEditor& editor)
{
    const Tree& tree = editor.tree();
    QVERIFY(editor.setValue(tree.find(uri("./MO/Text")), "changed"));
    QVERIFY(editor.remove(tree.find(uri("./MO/Number"))));
    QVERIFY(editor.rename(tree.find(uri("./Void")), "Full"));
    QVERIFY(editor.addSubtree(tree.find(uri("./Full")), "New", treeOf("New\n  A = 1\n  B = 2\n"), NodeId{1}));
    QVERIFY(editor.setAcl(tree.find(uri("./MO")), "Get=a&Replace=b"));
    QVERIFY(editor.setTitle(tree.find(uri("./MO/Raw")), "Raw bytes"));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string afterEdit()
{
    Tree tree = treeOf(kTree);
    TreeEditor editor(tree, fixedClock());
    edit(editor);
    return textOf(tree);
}

/// Ends this very process, as a power cut would, at the n-th step of a change set.
int childMain(const QString& path, int step)
{
    int count = 0;
    auto image = CardImage::open(path, [&](StoreStep) {
        if (++count == step)
            ::raise(SIGKILL);
        return true;
    });
    if (!image)
        return 2;
    TreeEditor editor(image->tree(), fixedClock());
    edit(editor);
    return image->commit(editor, "test") ? 0 : 1;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_1_anImageGivesBackWhatWasStored()
    {
        CardRig rig(treeOf(kTree));
        QCOMPARE(rig.stored(), normalText(kTree));
        auto image = CardImage::open(rig.path());
        QVERIFY(image);
        TreeEditor editor(image->tree(), fixedClock());
        edit(editor);
        QVERIFY(image->commit(editor, "operator"));
        QCOMPARE(number(image->seq()), 1U);
        QCOMPARE(image->owner(image->tree().find(uri("./Full/New/A"))), std::string("operator"));
        QCOMPARE(image->memoryUsed(), storedBytes(image->tree()));
        QCOMPARE(rig.stored(), afterEdit());
        // Nothing to store leaves the sequence number alone.
        TreeEditor idle(image->tree());
        QVERIFY(image->commit(idle, "operator"));
        QCOMPARE(number(image->seq()), 1U);
    }

    void aRolledBackEditorLeavesTreeAndFileAlone()
    {
        CardRig rig(treeOf(kTree));
        auto image = CardImage::open(rig.path());
        TreeEditor editor(image->tree(), fixedClock());
        edit(editor);
        editor.rollBack(0);
        QCOMPARE(editor.growth(), 0);
        QCOMPARE(textOf(image->tree()), normalText(kTree));
        // Ids have moved; what is stored later must still find its rows.
        QVERIFY(image->commit(editor, {}));
        QCOMPARE(number(image->seq()), 0U);
        TreeEditor more(image->tree());
        QVERIFY(more.setValue(image->tree().find(uri("./MO/Number")), "8"));
        QVERIFY(image->commit(more, {}));
        QCOMPARE(rig.stored(), textOf(image->tree()));
    }

    void aFailingStepIsBeforeOrAfter()
    {
        for (int step = 1; step < 40; ++step) {
            CardRig rig(treeOf(kTree));
            int count = 0;
            auto image = CardImage::open(rig.path(), [&](StoreStep) { return ++count != step; });
            TreeEditor editor(image->tree(), fixedClock());
            edit(editor);
            const auto done = image->commit(editor, {});
            QCOMPARE(textOf(image->tree()), done ? afterEdit() : normalText(kTree));
            QCOMPARE(rig.stored(), textOf(image->tree()));
            if (count < step)
                return; // the change set has fewer steps
            // And afterwards the image still works.
            TreeEditor again(image->tree(), fixedClock());
            if (!done)
                edit(again);
            QVERIFY(image->commit(again, {}));
            QCOMPARE(rig.stored(), afterEdit());
        }
        QFAIL("a change set with endless steps");
    }

    void aPowerCutAtEachStepIsBeforeOrAfter()
    {
        bool before = false;
        bool after = false;
        for (int step = 1; step < 40; ++step) {
            CardRig rig(treeOf(kTree));
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("tst_store"), QStringLiteral("--child"), rig.path(), QString::number(step)});
            QVERIFY(child.waitForFinished());
            const std::string stored = rig.stored();
            QVERIFY2(stored == normalText(kTree) || stored == afterEdit(), stored.c_str());
            before = before || stored == normalText(kTree);
            after = after || stored == afterEdit();
            if (child.exitStatus() == QProcess::NormalExit) {
                QCOMPARE(child.exitCode(), 0);
                QVERIFY(before && after);
                return;
            }
        }
        QFAIL("a change set with endless steps");
    }

    void foreignFilesAreRefusedAndNotTouched()
    {
        QTemporaryDir folder;
        const QString text = folder.filePath(QStringLiteral("text"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no image at all");
        file.close();
        QCOMPARE(CardImage::open(text).error().kind, ErrorKind::Syntax);
        QCOMPARE(bytesOf(text), QByteArray("no image at all"));
        QCOMPARE(CardImage::create(text, {}, systemRandom()).error().kind, ErrorKind::Exists);
        QCOMPARE(bytesOf(text), QByteArray("no image at all"));
        QCOMPARE(CardImage::open(folder.filePath(QStringLiteral("none"))).error().kind, ErrorKind::NotFound);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("none"))));
        CardRig rig;
        QCOMPARE(HandsetImage::open(rig.path()).error().kind, ErrorKind::Unsupported);
    }

    void damagedImagesAreRefusedAndNotTouched()
    {
        CardRig rig(treeOf(kTree));
        rig.card.reset();
        const QByteArray good = bytesOf(rig.path());
        const QString path = rig.folder.filePath(QStringLiteral("damaged"));
        int refused = 0;
        for (qsizetype at = 0; at < good.size(); at += 61) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x5A);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(bad);
            file.close();
            const auto image = CardImage::open(path);
            refused += image ? 0 : 1;
            QVERIFY2(!image || textOf(image->tree()) == normalText(kTree), qPrintable(QString::number(at)));
            if (!image)
                QCOMPARE(bytesOf(path), bad);
        }
        QVERIFY(refused > 5);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(good.left(good.size() / 2));
        file.close();
        QVERIFY(!CardImage::open(path));
    }

    void anotherProgramsChangeIsAConflict()
    {
        CardRig rig(treeOf(kTree));
        auto one = CardImage::open(rig.path());
        auto two = CardImage::open(rig.path());
        TreeEditor first(one->tree());
        QVERIFY(first.setValue(one->tree().find(uri("./MO/Text")), "one"));
        QVERIFY(one->commit(first, {}));
        TreeEditor second(two->tree());
        QVERIFY(second.setValue(two->tree().find(uri("./MO/Text")), "two"));
        QCOMPARE(two->commit(second, {}).error().kind, ErrorKind::Conflict);
        QCOMPARE(rig.stored(), textOf(one->tree()));
        QCOMPARE(textOf(two->tree()), normalText(kTree));
    }

    void theJournalForgetsWholeChangeSetsAndSaysSo()
    {
        Journal journal;
        for (std::uint32_t seq = 1; seq <= 200; ++seq)
            journal.append(CardSeq{seq},
                {{Change::Kind::Changed, uri("./A")}, {Change::Kind::Added, uri("./B" + std::to_string(seq))}}, "x");
        QVERIFY(!journal.reachesBackTo(CardSeq{10}));
        QVERIFY(journal.reachesBackTo(journal.oldest()));
        QCOMPARE(number(journal.oldest()), 72U);
        const auto since = journal.since(CardSeq{197});
        QCOMPARE(since.size(), std::size_t{4}); // ./A once
        const auto decoded = Journal::decode(journal.encode());
        QVERIFY(decoded);
        QCOMPARE(decoded->since(CardSeq{72}), journal.since(CardSeq{72}));
        Bytes bad = journal.encode();
        bad.pop_back();
        QVERIFY(!Journal::decode(bad));
    }
};

int run(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && QByteArrayView(argv[1]) == QByteArrayView("--child"))
        return childMain(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt());
    TestStore test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace dmsc::tst_store

#include "tst_store.moc"
