// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

// dmsc log replay and dmsc log compare from outside.
#include <QFile>
#include <QJsonArray>
#include <QTest>

namespace dmsc::tst_dmsc_replay {

using namespace dmsc::test;

namespace {

qint64 countOf(const ShellRun& run, const char* name)
{
    return run.json().value(QLatin1String("counts")).toObject().value(QLatin1String(name)).toInteger(-1);
}

/// A shell with a demo handset and a demo card, and what both were before UC1 was recorded.
struct Rig : Shell
{
    Rig()
    {
        for (const char* line : {"card create CARD --demo", "handset create HANDSET --demo", "card create EMPTYCARD",
                 "handset create EMPTYHANDSET"})
            require(line);
        for (const QString& image : {QStringLiteral("CARD"), QStringLiteral("HANDSET")})
            if (!QFile::copy(path(image), path(image + QStringLiteral(".before"))))
                qFatal("no copies");
        require("session uc1 --handset HANDSET --card CARD --answer yes --record LOG.dmsclog");
    }
};

} // namespace

class TestDmscReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_rig = std::make_unique<Rig>(); }
    void cleanupTestCase() { m_rig.reset(); }

    void an_unchanged_card_answers_the_same()
    {
        const ShellRun run = m_rig->run("log replay LOG.dmsclog --to card:CARD.before --json --out AGAIN.dmsclog");
        QVERIFY2(run.exit == 0, run.out.left(4000) + run.err);
        QVERIFY(run.json().value(QLatin1String("same")).toBool());
        QVERIFY(countOf(run, "same") > 10);
        QCOMPARE(countOf(run, "differs"), 0);
        const ShellRun shown = m_rig->run("log show AGAIN.dmsclog --filter layer==apdu");
        QVERIFY2(shown.exit == 0, shown.err);
        QVERIFY(shown.out.contains("SELECT"));
    }

    void another_card_answers_otherwise()
    {
        const ShellRun run = m_rig->run("log replay LOG.dmsclog --to card:EMPTYCARD");
        QVERIFY2(run.exit == 1, run.err);
        QVERIFY(run.out.contains("#"));
    }

    void a_handset_answers_its_servers_again()
    {
        const ShellRun same = m_rig->run("log replay LOG.dmsclog --to handset:HANDSET.before --json");
        QVERIFY2(same.exit == 0, same.out.left(4000) + same.err);
        QVERIFY(countOf(same, "same") >= 2);
        const ShellRun other = m_rig->run("log replay LOG.dmsclog --to handset:EMPTYHANDSET");
        QVERIFY2(other.exit == 1, other.err);
    }

    void what_a_card_gave_in_chunks_is_given_again_in_chunks()
    {
        const ShellRun same = m_rig->run("log replay LOG.dmsclog --to server --json");
        QVERIFY2(same.exit == 0, same.out.left(4000) + same.err);
        QVERIFY(countOf(same, "same") >= 5);
    }

    void DM_SC_UC1_A2_a_handshake_that_the_card_refused_is_refused_again()
    {
        for (const char* line : {"card create REFUSING --demo", "handset create REFUSED --demo"})
            m_rig->require(line);
        QVERIFY(QFile::copy(m_rig->path(QStringLiteral("REFUSING")), m_rig->path(QStringLiteral("REFUSING.before"))));
        m_rig->require("session uc1-a2 --handset REFUSED --card REFUSING --answer yes --record A2.dmsclog");
        const ShellRun same = m_rig->run("log replay A2.dmsclog --to card:REFUSING.before --json");
        QVERIFY2(same.exit == 0, same.out.left(4000) + same.err);
        QVERIFY(countOf(same, "same") >= 10);
    }

    void a_synchronisation_is_replayed_to_the_handset()
    {
        for (const char* line : {"card create SYNCCARD --demo", "handset create SYNCED --demo"})
            m_rig->require(line);
        QVERIFY(QFile::copy(m_rig->path(QStringLiteral("SYNCED")), m_rig->path(QStringLiteral("SYNCED.before"))));
        m_rig->require("session sync --handset SYNCED --card SYNCCARD --answer yes --record SYNC.dmsclog");
        const ShellRun same = m_rig->run("log replay SYNC.dmsclog --to handset:SYNCED.before --json");
        QVERIFY2(same.exit == 0, same.out.left(4000) + same.err);
        QVERIFY(countOf(same, "same") >= 3); // a Get, an Atomic, a Get
        const ShellRun other = m_rig->run("log replay SYNC.dmsclog --to handset:EMPTYHANDSET");
        QVERIFY2(other.exit == 1, other.err);
    }

    void a_session_with_new_nonces_in_its_middle_is_answered_the_same()
    {
        m_rig->require("handset create PLAIN --demo");
        QVERIFY(QFile::copy(m_rig->path(QStringLiteral("PLAIN")), m_rig->path(QStringLiteral("PLAIN.before"))));
        m_rig->write(QStringLiteral("man.json"), R"([{"command":"Get","target":"./DevInfo/Man"}])");
        const QString who = QStringLiteral(" --auth md5 --user u --secret s --server-secret t");
        QProcess dms;
        m_rig->start(dms, QStringLiteral("dms --listen 127.0.0.1:0 --script man.json") + who);
        const QString url = Shell::lineOf(dms);
        // The client keeps no nonces: the second time each has to ask the other for a proof with another one.
        const QString client = QStringLiteral("client --handset PLAIN --server ") + url + who;
        m_rig->require(client);
        m_rig->require(client + QStringLiteral(" --record NONCE.dmsclog"));
        dms.kill();
        dms.waitForFinished(Shell::kPatience);
        QVERIFY(m_rig->run("log decode NONCE.dmsclog").out.contains("NextNonce"));
        for (const char* end : {"server", "handset:PLAIN.before"}) {
            const ShellRun same =
                m_rig->run(QStringLiteral("log replay NONCE.dmsclog --json --to ") + QLatin1String(end));
            QVERIFY2(same.exit == 0, same.out.left(4000) + same.err);
            QVERIFY(countOf(same, "same") >= 3);
        }
    }

    void nothing_for_the_target_is_trouble()
    {
        m_rig->require("card info card:CARD --record INFO.dmsclog");
        for (const char* target : {"handset:HANDSET", "server"}) {
            const ShellRun run = m_rig->run(QStringLiteral("log replay INFO.dmsclog --to ") + QLatin1String(target));
            QCOMPARE(run.exit, 2);
            QVERIFY2(run.isOneLine("nothing in these rows"), run.err.constData());
        }
        const ShellRun noCard = m_rig->run("log replay LOG.dmsclog --to card:CARD.before --filter layer==user");
        QCOMPARE(noCard.exit, 2);
        QVERIFY2(noCard.isOneLine("to a card"), noCard.err.constData());
    }

    void a_message_can_be_edited()
    {
        const ShellRun shown = m_rig->run("log show LOG.dmsclog --json --filter layer==apdu");
        QVERIFY2(shown.exit == 0, shown.err);
        const QJsonArray rows = shown.json().value(QLatin1String("records")).toArray();
        int row = 0;
        for (const QJsonValue one : rows)
            if (row == 0 && one.toObject().value(QLatin1String("name")).toString().startsWith(QLatin1String("SELECT")))
                row = one.toObject().value(QLatin1String("no")).toInt();
        QVERIFY(row > 0);
        const ShellRun run = m_rig->run(
            QStringLiteral("log replay LOG.dmsclog --to card:CARD.before --edit=%1=00A4040002F099").arg(row));
        QVERIFY2(run.exit == 1, run.err);
        QVERIFY(run.out.contains("6A82"));
        m_rig->write(QStringLiteral("EDIT"), "00 A4 04 00 02 F0 99");
        const ShellRun fromFile =
            m_rig->run(QStringLiteral("log replay LOG.dmsclog --to card:CARD.before --edit=%1=@EDIT").arg(row));
        QCOMPARE(fromFile.exit, 1);
        QCOMPARE(fromFile.out, run.out);
    }

    void what_is_wrong_is_said_data()
    {
        QTest::addColumn<QString>("more");
        QTest::newRow("no target") << QStringLiteral("--json");
        QTest::newRow("a document") << QStringLiteral("--to EDIT");
        QTest::newRow("no such card") << QStringLiteral("--to card:NOTHING");
        QTest::newRow("no such row") << QStringLiteral("--to card:CARD.before --edit 99999=00");
        QTest::newRow("no bytes") << QStringLiteral("--to card:CARD.before --edit 1=xyz");
        QTest::newRow("a wrong filter") << QStringLiteral("--to card:CARD.before --filter ==");
    }
    void what_is_wrong_is_said()
    {
        QFETCH(QString, more);
        const ShellRun run = m_rig->run(QStringLiteral("log replay LOG.dmsclog ") + more);
        QCOMPARE(run.exit, 2);
        QVERIFY(run.err.startsWith("dmsc: "));
        QVERIFY(run.out.isEmpty());
    }

    void a_log_agrees_with_itself_and_not_with_another()
    {
        const ShellRun same = m_rig->run("log compare LOG.dmsclog LOG.dmsclog");
        QVERIFY2(same.exit == 0, same.err);
        m_rig->require("card info card:CARD --record OTHER.dmsclog");
        const ShellRun other = m_rig->run("log compare LOG.dmsclog OTHER.dmsclog --json");
        QCOMPARE(other.exit, 1);
        QVERIFY(!other.json().value(QLatin1String("same")).toBool(true));
        QVERIFY(!other.json().value(QLatin1String("rows")).toArray().isEmpty());
        // Of the rows that both ask for, a filter can leave what agrees.
        const ShellRun filtered = m_rig->run("log compare LOG.dmsclog LOG.dmsclog --json --filter layer==apdu");
        QCOMPARE(filtered.exit, 0);
        QVERIFY(countOf(filtered, "same") < countOf(m_rig->run("log compare LOG.dmsclog LOG.dmsclog --json"), "same"));
    }

    void a_page_is_written()
    {
        const ShellRun run = m_rig->run("log compare LOG.dmsclog OTHER.dmsclog --html --out PAGE.html");
        QCOMPARE(run.exit, 1);
        QVERIFY(run.out.isEmpty());
        QFile page(m_rig->path(QStringLiteral("PAGE.html")));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(html.startsWith("<!DOCTYPE html>") && html.contains("LOG.dmsclog") && html.contains("</html>"));
    }

    void what_is_cut_off_is_trouble_and_compared_all_the_same()
    {
        QFile whole(m_rig->path(QStringLiteral("LOG.dmsclog")));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        m_rig->write(QStringLiteral("CUT.dmsclog"), bytes.left(bytes.size() - 7));
        for (const char* line : {"log compare CUT.dmsclog CUT.dmsclog", "log compare LOG.dmsclog CUT.dmsclog",
                 "log replay CUT.dmsclog --to card:CARD.before"}) {
            const ShellRun run = m_rig->run(line);
            QCOMPARE(run.exit, 2);
            QVERIFY2(run.err.contains("CUT.dmsclog"), run.err);
            QVERIFY(!run.out.isEmpty());
        }
    }

    void what_cannot_be_read_is_trouble()
    {
        const ShellRun run = m_rig->run("log compare LOG.dmsclog NOTHING.dmsclog");
        QCOMPARE(run.exit, 2);
        QVERIFY(run.err.contains("NOTHING.dmsclog"));
    }

private:
    std::unique_ptr<Rig> m_rig;
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscReplay>(argc, argv);
}

} // namespace dmsc::tst_dmsc_replay

#include "tst_dmsc_replay.moc"
