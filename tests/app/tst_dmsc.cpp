// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

namespace dmsc::tst_dmsc {

using namespace dmsc::test;

namespace {

/// A leaf as TNDS.
QByteArray leaf(const QByteArray& name, const QByteArray& value, const QByteArray& format = "chr")
{
    return "<Node><NodeName>" + name + "</NodeName><RTProperties><Format><" + format
        + "/></Format><Type><MIME>text/plain</MIME></Type></RTProperties><Value>" + value + "</Value></Node>";
}

QByteArray interior(const QByteArray& name, const QByteArray& type, const QByteArray& children)
{
    return "<Node><NodeName>" + name + "</NodeName><RTProperties><Format><node/></Format><Type><DDFName>" + type
        + "</DDFName></Type></RTProperties>" + children + "</Node>";
}

QByteArray tnds(const QByteArray& nodes)
{
    return "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD>" + nodes + "</MgmtTree>";
}

QByteArray account(const QByteArray& name, const QByteArray& address)
{
    return interior(name, "urn:oma:mo:oma-dm-dmacc:1.0",
        leaf("AppID", "w7") + leaf("ServerID", "com.example.dm") + leaf("Addr", address));
}

QJsonObject node(const QJsonObject& shown, const QString& uri)
{
    for (const QJsonValue value : shown.value(QStringLiteral("nodes")).toArray())
        if (value.toObject().value(QStringLiteral("uri")).toString() == uri)
            return value.toObject();
    return {};
}

QStringList uris(const QJsonObject& shown)
{
    QStringList list;
    for (const QJsonValue value : shown.value(QStringLiteral("nodes")).toArray())
        list.push_back(value.toObject().value(QStringLiteral("uri")).toString());
    return list;
}

} // namespace

/// The command line, through the real program.
class TestDmsc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shell = std::make_unique<Shell>(); }

    void helpAndVersion();
    void everyGroupTellsItsCommands();
    void badInputIsOneLineAndExitTwo_data();
    void badInputIsOneLineAndExitTwo();
    void DM_SC_GEN_17_showPrintsNodesInUriOrder();
    void namesDoNothingToTheTerminal();
    void showOfOneSubtree();
    void DM_SC_GEN_7_diffOneChangeIsOneOperation();
    void diffExitCodes();
    void diffMatchesMosByType();
    void convertRoundTrip();
    void convertSaysWhatIsLost();
    void diffTellsAnEmptyNodeFromAnEmptyLeaf();
    void convertEverySharedDocument();
    void DM_SC_GEN_8_copyToANewFile();
    void copyToAnotherUri();
    void copyOfABadValueSaysWhy();
    void DM_SC_GEN_1_cardKeepsWhatIsCopied();
    void DM_SC_GEN_16_moreThan32KbOnTheCard();
    void DM_SC_GEN_12_cardInfo();
    void DM_SC_GEN_12_cardFiles();
    void DM_SC_GEN_4_plainUiccByItsFiles();
    void createDoesNotOverwrite();
    void createSaysWhatIsMissing();
    void damagedImageIsRefusedAndKept();
    void handsetDemoAndProfile();

private:
    QString path(const QString& name) const { return m_shell->path(name); }
    QString write(const QString& name, const QByteArray& content) const
    {
        m_shell->write(name, content);
        return path(name);
    }

    std::unique_ptr<Shell> m_shell;
};

void TestDmsc::helpAndVersion()
{
    for (const char* option : {"--help", "-h", "help"}) {
        const ShellRun run = m_shell->runWords({QString::fromLatin1(option)});
        QCOMPARE(run.exit, 0);
        for (const char* command : {"show", "convert", "diff", "copy", "card create", "card info", "handset create"})
            QVERIFY2(run.out.contains(command), command);
    }
    const ShellRun version = m_shell->runWords({QStringLiteral("--version")});
    QCOMPARE(version.exit, 0);
    QVERIFY(version.out.startsWith("dmsc "));
    const ShellRun one =
        m_shell->runWords({QStringLiteral("card"), QStringLiteral("create"), QStringLiteral("--help")});
    QCOMPARE(one.exit, 0);
    QVERIFY(one.out.contains("--profile"));
    QCOMPARE(m_shell->run("help card create").out, one.out);
}

void TestDmsc::everyGroupTellsItsCommands()
{
    for (const char* group : {"log", "card", "handset", "credentials", "receipt", "consent"}) {
        const QString name = QString::fromLatin1(group);
        for (const QString& words : {name + QStringLiteral(" --help"), name + QStringLiteral(" -h")}) {
            const ShellRun run = m_shell->run(words);
            QCOMPARE(run.exit, 0);
            QVERIFY2(run.out.startsWith("  dmsc " + name.toLatin1() + ' '), run.out.constData());
        }
        const ShellRun alone = m_shell->run(name);
        QCOMPARE(alone.exit, 2);
        QVERIFY2(alone.isOneLine("expected"), alone.err.constData());
    }
    QCOMPARE(m_shell->run("log --help").out.count("  dmsc log "), 5);
    const ShellRun unknown = m_shell->run("log shwo x");
    QCOMPARE(unknown.exit, 2);
    QVERIFY2(unknown.isOneLine("shwo") && unknown.err.contains("show, decode, export, replay, compare"),
        unknown.err.constData());
}

void TestDmsc::badInputIsOneLineAndExitTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("mentions");
    const auto words = [](const char* line) {
        return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    QTest::newRow("nothing") << QStringList() << QByteArray("command");
    QTest::newRow("unknown command") << words("frobnicate x") << QByteArray("frobnicate");
    QTest::newRow("unknown option") << words("show x --nonsense") << QByteArray("nonsense");
    QTest::newRow("missing value") << words("show x --uri") << QByteArray("uri");
    QTest::newRow("too few") << words("diff one") << QByteArray("LEFT RIGHT");
    QTest::newRow("too many") << words("show a b") << QByteArray("WHERE");
    QTest::newRow("no such file") << words("show /nonexistent/file.xml") << QByteArray("/nonexistent/file.xml");
    QTest::newRow("no such card") << words("show card:/nonexistent/card.dmcard")
                                  << QByteArray("/nonexistent/card.dmcard");
    QTest::newRow("unknown format") << words("convert a.xml b.doc") << QByteArray("b.doc");
}

void TestDmsc::badInputIsOneLineAndExitTwo()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, mentions);
    const ShellRun run = m_shell->runWords(words);
    QCOMPARE(run.exit, 2);
    QVERIFY2(run.err.startsWith("dmsc: "), run.err);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains(mentions), run.err);
    QVERIFY(run.out.isEmpty());
}

void TestDmsc::DM_SC_GEN_17_showPrintsNodesInUriOrder()
{
    const QString file = write(QStringLiteral("t.xml"),
        tnds(
            interior("A", "", leaf("z", "1", "int") + leaf("b", "AAECAw==", "bin")) + leaf("A-1", "\xc3\xa4 &amp; b")));
    const ShellRun run = m_shell->runWords({QStringLiteral("show"), file, QStringLiteral("--json")});
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.json().value(QStringLiteral("where")).toString(), file);
    const QStringList expected{
        QStringLiteral("./A"), QStringLiteral("./A-1"), QStringLiteral("./A/b"), QStringLiteral("./A/z")};
    QCOMPARE(uris(run.json()), expected);
    const QJsonObject z = node(run.json(), QStringLiteral("./A/z"));
    QCOMPARE(z.value(QStringLiteral("format")).toString(), QStringLiteral("int"));
    QCOMPARE(z.value(QStringLiteral("value")).toString(), QStringLiteral("1"));
    QCOMPARE(z.value(QStringLiteral("encoding")).toString(), QStringLiteral("text"));
    QCOMPARE(node(run.json(), QStringLiteral("./A-1")).value(QStringLiteral("value")).toString(),
        QStringLiteral("\u00e4 & b"));
    const QJsonObject b = node(run.json(), QStringLiteral("./A/b"));
    QCOMPARE(b.value(QStringLiteral("encoding")).toString(), QStringLiteral("base64"));
    QCOMPARE(b.value(QStringLiteral("value")).toString(), QStringLiteral("AAECAw=="));
    QVERIFY(!node(run.json(), QStringLiteral("./A")).contains(QStringLiteral("value")));
    const ShellRun text = m_shell->runWords({QStringLiteral("show"), file});
    QCOMPARE(text.exit, 0);
    QVERIFY(text.out.contains("./A/z"));
}

void TestDmsc::namesDoNothingToTheTerminal()
{
    write(QStringLiteral("esc.json"), R"({"nodes": [{"uri": "./\u001b[31mB", "format": "chr", "value": "1"}]})");
    write(QStringLiteral("nul.json"), R"({"nodes": [{"uri": "./A\u0000B", "format": "chr", "value": "1"}]})");
    m_shell->write(QStringLiteral("none.json"), R"({"nodes": []})");
    for (const char* line : {"show esc.json", "diff esc.json none.json"}) {
        const ShellRun run = m_shell->run(line);
        QVERIFY2(run.out.contains("./\\u001b[31mB") && !run.out.contains('\x1b'), run.out);
    }
    const ShellRun refused = m_shell->run("show nul.json");
    QVERIFY2(refused.isOneLine("A\\u0000B") && !refused.err.contains('\0'), refused.err);
}

void TestDmsc::showOfOneSubtree()
{
    const QString file = write(QStringLiteral("t.xml"), tnds(interior("A", "", leaf("b", "1")) + leaf("C", "2")));
    const ShellRun run = m_shell->runWords(
        {QStringLiteral("show"), file, QStringLiteral("--uri"), QStringLiteral("A"), QStringLiteral("--json")});
    const QStringList expected{QStringLiteral("./A"), QStringLiteral("./A/b")};
    QCOMPARE(uris(run.json()), expected);
    const ShellRun missing =
        m_shell->runWords({QStringLiteral("show"), file, QStringLiteral("--uri"), QStringLiteral("./X")});
    QCOMPARE(missing.exit, 2);
    QVERIFY(missing.err.contains("./X"));
}

void TestDmsc::DM_SC_GEN_7_diffOneChangeIsOneOperation()
{
    const QString left = write(QStringLiteral("l.xml"),
        tnds(interior(
            "A", "", leaf("same", "1") + leaf("value", "old") + leaf("gone", "x") + leaf("format", "5", "int"))));
    const QString right = write(QStringLiteral("r.xml"),
        tnds(interior("A", "",
            leaf("same", "1") + leaf("value", "new") + leaf("format", "5", "chr")
                + interior("new", "", leaf("p", "1") + leaf("q", "2")))));
    const ShellRun run = m_shell->runWords({QStringLiteral("diff"), left, right, QStringLiteral("--json")});
    QCOMPARE(run.exit, 1);
    const QJsonArray operations = run.json().value(QStringLiteral("operations")).toArray();
    QStringList lines;
    for (const QJsonValue value : operations) {
        const QJsonObject o = value.toObject();
        lines.push_back(o.value(QStringLiteral("op")).toString() + QLatin1Char(' ')
            + o.value(QStringLiteral("uri")).toString() + QLatin1Char(' ')
            + o.value(QStringLiteral("property")).toString() + QLatin1Char(' ')
            + o.value(QStringLiteral("left")).toString() + QLatin1Char('>')
            + o.value(QStringLiteral("right")).toString());
    }
    lines.sort();
    const QStringList expected{QStringLiteral("add ./A/new/p value >1"), QStringLiteral("add ./A/new/q value >2"),
        QStringLiteral("delete ./A/gone value x>"), QStringLiteral("replace ./A/format format int>chr"),
        QStringLiteral("replace ./A/value value old>new")};
    QCOMPARE(lines, expected);
    const QJsonObject counts = run.json().value(QStringLiteral("counts")).toObject();
    QCOMPARE(counts.value(QStringLiteral("add")).toInt(), 2);
    QCOMPARE(counts.value(QStringLiteral("delete")).toInt(), 1);
    QCOMPARE(counts.value(QStringLiteral("replace")).toInt(), 2);
}

void TestDmsc::diffExitCodes()
{
    const QString one = write(QStringLiteral("1.xml"), tnds(leaf("a", "1")));
    const QString two = write(QStringLiteral("2.xml"), tnds(leaf("a", "2")));
    QCOMPARE(m_shell->runWords({QStringLiteral("diff"), one, one}).exit, 0);
    QVERIFY(m_shell->runWords({QStringLiteral("diff"), one, one}).out.isEmpty());
    QCOMPARE(m_shell->runWords({QStringLiteral("diff"), one, two}).exit, 1);
    QCOMPARE(m_shell->runWords({QStringLiteral("diff"), one, path(QStringLiteral("none.xml"))}).exit, 2);
}

void TestDmsc::diffMatchesMosByType()
{
    const QString left = write(QStringLiteral("l.xml"), tnds(interior("DMAcc", "", account("Op", "https://a"))));
    const QString right = write(QStringLiteral("r.xml"), tnds(interior("Accounts", "", account("Op", "https://b"))));
    const ShellRun run = m_shell->runWords({QStringLiteral("diff"), left, right, QStringLiteral("--json")});
    QCOMPARE(run.exit, 1);
    int names = 0;
    int values = 0;
    for (const QJsonValue value : run.json().value(QStringLiteral("operations")).toArray()) {
        const QJsonObject o = value.toObject();
        const bool inside = o.value(QStringLiteral("uri")).toString().startsWith(QLatin1String("./DMAcc/Op"));
        names += inside && o.value(QStringLiteral("property")).toString() == QLatin1String("name") ? 1 : 0;
        values += inside && o.value(QStringLiteral("property")).toString() == QLatin1String("value") ? 1 : 0;
    }
    QCOMPARE(names, 1);
    QCOMPARE(values, 1);
}

void TestDmsc::convertRoundTrip()
{
    const QString xml = write(QStringLiteral("t.xml"),
        tnds(interior("DMAcc", "", account("Op", "https://a")) + leaf("bin", "AAECAw==", "bin")
            + leaf("n", "-7", "int")));
    for (const char* suffix : {"wbxml", "json", "xml"}) {
        const QString out = path(QStringLiteral("o.") + QString::fromLatin1(suffix));
        QCOMPARE(m_shell->runWords({QStringLiteral("convert"), xml, out}).exit, 0);
        const ShellRun same = m_shell->runWords({QStringLiteral("diff"), xml, out});
        QVERIFY2(same.exit == 0, same.out + same.err);
    }
    const ShellRun forced = m_shell->runWords({QStringLiteral("convert"), xml, path(QStringLiteral("o.bin")),
        QStringLiteral("--to"), QStringLiteral("wbxml")});
    QVERIFY2(forced.exit == 0, forced.err);
    QCOMPARE(m_shell->runWords({QStringLiteral("diff"), xml, path(QStringLiteral("o.bin"))}).exit, 0);
}

void TestDmsc::convertSaysWhatIsLost()
{
    const QString device = QStringLiteral("handset:") + path(QStringLiteral("lossy.img"));
    QCOMPARE(m_shell
                 ->runWords({QStringLiteral("handset"), QStringLiteral("create"), path(QStringLiteral("lossy.img")),
                     QStringLiteral("--demo")})
                 .exit,
        0);
    const auto noteOf = [&](const QString& out, const QStringList& more = {}) {
        const ShellRun run = m_shell->runWords(QStringList{QStringLiteral("convert"), device, path(out)} + more);
        return run.exit == 0 ? run.err : QByteArray("failed: ") + run.err;
    };
    for (const char* whole : {"whole.xml", "whole.wbxml", "whole.json"})
        QCOMPARE(noteOf(QString::fromLatin1(whole)), QByteArray());
    const QByteArray ddf = noteOf(QStringLiteral("part.ddf"));
    QVERIFY2(ddf.count('\n') == 1 && ddf.contains("ACL of ") && ddf.contains("Title of "), ddf);
    const QByteArray provisioning =
        noteOf(QStringLiteral("part.prov"), {QStringLiteral("--to"), QStringLiteral("prov")});
    QVERIFY2(provisioning.count('\n') == 1 && provisioning.contains(" nodes"), provisioning);
    const QByteArray image = noteOf(QStringLiteral("no.xml"), {QStringLiteral("--from"), QStringLiteral("json")});
    QVERIFY2(image.startsWith("failed: dmsc: ") && image.contains("--from"), image);
}

void TestDmsc::diffTellsAnEmptyNodeFromAnEmptyLeaf()
{
    const QString left = write(QStringLiteral("none.xml"), tnds(interior("A", "", leaf("Stays", "1"))));
    const QString right = write(QStringLiteral("some.xml"),
        tnds(interior("A", "", leaf("Empty", "") + interior("Inner", "", "") + leaf("Stays", "1"))));
    const ShellRun run = m_shell->runWords({QStringLiteral("diff"), left, right, QStringLiteral("--json")});
    QCOMPARE(run.exit, 1);
    const QJsonArray operations = run.json().value(QLatin1String("operations")).toArray();
    QCOMPARE(operations.size(), 2);
    QCOMPARE(operations[0].toObject().value(QLatin1String("format")).toString(), QStringLiteral("chr"));
    QCOMPARE(operations[1].toObject().value(QLatin1String("format")).toString(), QStringLiteral("node"));
}

void TestDmsc::convertEverySharedDocument()
{
    const auto shared = dmsc::test::sharedData();
    if (!shared)
        QSKIP("no shared data here");
    // The negative tests named in SOURCES.md, and plain-XML MO instances that are no TNDS.
    const QStringList refused{QStringLiteral("BROWSER.xml"), QStringLiteral("MMS.xml"), QStringLiteral("root.wbxml"),
        QStringLiteral("acl.txt"), QStringLiteral("devinfo.xml"), QStringLiteral("devdetail.xml"),
        QStringLiteral("pps-mo-1.xml"), QStringLiteral("syncml_with_ddf-001.xml")};
    int read = 0;
    for (const char* folder : {"tnds/aosp", "tnds/hostap", "tnds/libwbxml", "ddf/motorola-aosp", "wapprov/libwbxml",
             "wapprov/sailfish-operators"}) {
        const QDir dir(*shared + QLatin1Char('/') + QString::fromLatin1(folder));
        for (const QFileInfo& file : dir.entryInfoList(QDir::Files)) {
            const ShellRun run =
                m_shell->runWords({QStringLiteral("convert"), file.filePath(), path(QStringLiteral("o.json"))});
            const bool bad = refused.contains(file.fileName());
            QVERIFY2(
                run.exit == (bad ? 2 : 0), qPrintable(file.filePath() + QLatin1Char(' ') + QString::fromUtf8(run.err)));
            QVERIFY2(!bad || run.err.contains(file.fileName().toUtf8()), run.err);
            read += bad ? 0 : 1;
        }
    }
    QVERIFY(read >= 16);
}

void TestDmsc::DM_SC_GEN_8_copyToANewFile()
{
    const QString from =
        write(QStringLiteral("f.xml"), tnds(interior("DMAcc", "", account("Op", "https://a")) + leaf("x", "1")));
    const QString to = path(QStringLiteral("new.wbxml"));
    const ShellRun run =
        m_shell->runWords({QStringLiteral("copy"), from, to, QStringLiteral("--uri"), QStringLiteral("./DMAcc/Op")});
    QVERIFY2(run.exit == 0, run.err);
    const QJsonObject shown = m_shell->runWords({QStringLiteral("show"), to, QStringLiteral("--json")}).json();
    QCOMPARE(node(shown, QStringLiteral("./DMAcc/Op/Addr")).value(QStringLiteral("value")).toString(),
        QStringLiteral("https://a"));
    QVERIFY(!uris(shown).contains(QStringLiteral("./x")));
}

void TestDmsc::copyToAnotherUri()
{
    const QString from = write(QStringLiteral("f.xml"), tnds(leaf("x", "1")));
    const QString to = write(QStringLiteral("t.xml"), tnds(leaf("y", "2")));
    const ShellRun run = m_shell->runWords({QStringLiteral("copy"), from, to, QStringLiteral("--uri"),
        QStringLiteral("./x"), QStringLiteral("--to"), QStringLiteral("./y")});
    QVERIFY2(run.exit == 0, run.err);
    const QJsonObject shown = m_shell->runWords({QStringLiteral("show"), to, QStringLiteral("--json")}).json();
    QCOMPARE(node(shown, QStringLiteral("./y")).value(QStringLiteral("value")).toString(), QStringLiteral("1"));
    QCOMPARE(
        m_shell->runWords({QStringLiteral("copy"), from, to, QStringLiteral("--uri"), QStringLiteral("./none")}).exit,
        2);
}

void TestDmsc::copyOfABadValueSaysWhy()
{
    write(QStringLiteral("bad.xml"), tnds(interior("B", "", leaf("n", "abc", "int") + leaf("o", "today", "date"))));
    const ShellRun shown = m_shell->run("show bad.xml");
    QCOMPARE(shown.exit, 0);
    QVERIFY2(shown.isOneLine("Format int expects a whole number"), shown.err);
    QVERIFY2(shown.err.contains("./B/n") && shown.err.contains("bad.xml was read with 2 warning"), shown.err);
    m_shell->require("card create c.card");
    m_shell->require("handset create h.hs");
    for (const char* target : {"card:c.card", "handset:h.hs"}) {
        const ShellRun copied = m_shell->run(QStringLiteral("copy bad.xml %1 --uri ./B").arg(QLatin1String(target)));
        QCOMPARE(copied.exit, 2);
        QVERIFY2(copied.isOneLine("500") && copied.err.contains("Format int expects a whole number"), copied.err);
        QVERIFY2(copied.err.contains("./B/n"), copied.err);
    }
}

void TestDmsc::DM_SC_GEN_1_cardKeepsWhatIsCopied()
{
    const QString image = path(QStringLiteral("c.dmcard"));
    const QString card = QStringLiteral("card:") + image;
    ShellRun run = m_shell->runWords({QStringLiteral("card"), QStringLiteral("create"), image});
    QVERIFY2(run.exit == 0, run.err);
    const QString from = write(QStringLiteral("f.xml"), tnds(interior("DMAcc", "", account("Op", "https://a"))));
    run =
        m_shell->runWords({QStringLiteral("copy"), from, card, QStringLiteral("--uri"), QStringLiteral("./DMAcc/Op")});
    QVERIFY2(run.exit == 0, run.err);
    run = m_shell->runWords({QStringLiteral("diff"), from, card});
    QVERIFY2(run.exit == 0, run.out + run.err);
    run = m_shell->runWords({QStringLiteral("copy"), card, path(QStringLiteral("back.xml")), QStringLiteral("--uri"),
        QStringLiteral("./DMAcc")});
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(m_shell->runWords({QStringLiteral("diff"), from, path(QStringLiteral("back.xml"))}).exit, 0);
}

void TestDmsc::DM_SC_GEN_16_moreThan32KbOnTheCard()
{
    const QString image = path(QStringLiteral("c.dmcard"));
    QCOMPARE(m_shell->runWords({QStringLiteral("card"), QStringLiteral("create"), image}).exit, 0);
    QByteArray big;
    for (int i = 0; i < 100'000; ++i)
        big.append(static_cast<char>(i * 31 % 251));
    const QString from = write(QStringLiteral("f.xml"), tnds(leaf("big", big.toBase64(), "bin")));
    ShellRun run = m_shell->runWords({QStringLiteral("copy"), from, QStringLiteral("card:") + image,
        QStringLiteral("--uri"), QStringLiteral("./big")});
    QVERIFY2(run.exit == 0, run.err);
    run = m_shell->runWords({QStringLiteral("diff"), from, QStringLiteral("card:") + image});
    QVERIFY2(run.exit == 0, run.out.left(500) + run.err);
}

void TestDmsc::DM_SC_GEN_12_cardInfo()
{
    const QString image = path(QStringLiteral("c.dmcard"));
    QCOMPARE(
        m_shell->runWords({QStringLiteral("card"), QStringLiteral("create"), image, QStringLiteral("--demo")}).exit, 0);
    const ShellRun run = m_shell->runWords(
        {QStringLiteral("card"), QStringLiteral("info"), QStringLiteral("card:") + image, QStringLiteral("--json")});
    QVERIFY2(run.exit == 0, run.err);
    const QJsonObject info = run.json();
    QVERIFY(!info.value(QStringLiteral("iccid")).toString().isEmpty());
    QCOMPARE(info.value(QStringLiteral("security")).toString(), QStringLiteral("SCP03 0x33"));
    QVERIFY(info.value(QStringLiteral("memory")).toObject().value(QStringLiteral("used")).toDouble() > 0);
    QVERIFY(info.value(QStringLiteral("nodes")).toInt() > 50);
    QCOMPARE(m_shell
                 ->runWords({QStringLiteral("card"), QStringLiteral("info"),
                     write(QStringLiteral("x.xml"), tnds(leaf("a", "1")))})
                 .exit,
        2);
}

void TestDmsc::DM_SC_GEN_12_cardFiles()
{
    const QString image = path(QStringLiteral("card"));
    QCOMPARE(
        m_shell->runWords({QStringLiteral("card"), QStringLiteral("create"), image, QStringLiteral("--demo")}).exit, 0);
    const QString card = QStringLiteral("card:") + image;
    const ShellRun text = m_shell->runWords({QStringLiteral("card"), QStringLiteral("files"), card});
    QCOMPARE(text.exit, 0);
    QVERIFY(text.out.contains("EF_NASCONFIG"));
    QVERIFY(text.out.contains("read: PIN 1 verified"));
    const ShellRun json =
        m_shell->runWords({QStringLiteral("card"), QStringLiteral("files"), card, QStringLiteral("--json")});
    const QJsonObject object = QJsonDocument::fromJson(json.out).object();
    QVERIFY(object.value(QStringLiteral("files")).toArray().size() > 20);
    QVERIFY(!object.value(QStringLiteral("pins")).toArray().isEmpty());

    const ShellRun read =
        m_shell->runWords({QStringLiteral("card"), QStringLiteral("read"), card, QStringLiteral("3F00/2F00")});
    QCOMPARE(read.exit, 0);
    QVERIFY(read.out.startsWith("record 1: 61"));
    const ShellRun directory =
        m_shell->runWords({QStringLiteral("card"), QStringLiteral("read"), card, QStringLiteral("3F00")});
    QCOMPARE(directory.exit, 2);
    QCOMPARE(directory.err.count('\n'), 1);
}

void TestDmsc::DM_SC_GEN_4_plainUiccByItsFiles()
{
    const QString card = QStringLiteral("card:") + path(QStringLiteral("plain"));
    QCOMPARE(
        m_shell->runWords({QStringLiteral("card"), QStringLiteral("create"), card, QStringLiteral("--uicc")}).exit, 0);
    QVERIFY(m_shell->runWords({QStringLiteral("card"), QStringLiteral("info"), card}).out.contains("interface  UICC"));
    const QStringList show{QStringLiteral("show"), card};
    QVERIFY(!m_shell->runWords(show).out.contains("./NASConfig")); // PIN 1 is before it
    const auto with = [](const char* pins) {
        return QMap<QString, QString>{{QStringLiteral("DMSC_PINS"), QLatin1String(pins)}};
    };
    const ShellRun wrong = m_shell->runWords(show, with("01=9999"));
    QCOMPARE(wrong.exit, 2);
    QVERIFY2(wrong.err.contains("tries left: 2"), wrong.err.constData());
    const auto right = with("01=1234,0A=11223344");
    const QString file = path(QStringLiteral("nas.json"));
    const auto copy = [&](const QString& from, const QString& to) {
        return m_shell->runWords(
            {QStringLiteral("copy"), from, to, QStringLiteral("--uri"), QStringLiteral("./NASConfig")}, right);
    };
    QCOMPARE(copy(card, file).exit, 0);
    QFile json(file);
    QVERIFY(json.open(QIODevice::ReadWrite));
    const QByteArray changed = json.readAll().replace("\"60\"", "\"90\"");
    json.resize(0);
    json.seek(0);
    json.write(changed);
    json.close();
    const ShellRun back = copy(file, card);
    QVERIFY2(back.exit == 0, back.err.constData());
    const ShellRun read = m_shell->runWords(show, right);
    QVERIFY2(read.out.contains("./NASConfig/MinimumPeriodicSearchTimer  int  \"90\""), read.out.constData());
}

void TestDmsc::createDoesNotOverwrite()
{
    const QString file = write(QStringLiteral("precious.txt"), "precious");
    for (const char* what : {"card", "handset"}) {
        const ShellRun run = m_shell->runWords({QString::fromLatin1(what), QStringLiteral("create"), file});
        QCOMPARE(run.exit, 2);
        QVERIFY(run.err.contains("precious.txt"));
    }
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("precious"));
}

void TestDmsc::createSaysWhatIsMissing()
{
    const ShellRun nameless = m_shell->runWords({QStringLiteral("card"), QStringLiteral("create"), QString()});
    QVERIFY2(nameless.exit == 2 && nameless.isOneLine("name of a file"), nameless.err);
    const ShellRun nowhere = m_shell->run("handset create no/such/x.hs");
    QVERIFY2(nowhere.exit == 2 && nowhere.isOneLine("no/such") && !nowhere.err.contains(".part"), nowhere.err);
}

void TestDmsc::damagedImageIsRefusedAndKept()
{
    const QString image = path(QStringLiteral("c.dmcard"));
    QCOMPARE(
        m_shell->runWords({QStringLiteral("card"), QStringLiteral("create"), image, QStringLiteral("--demo")}).exit, 0);
    QFile file(image);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 4096 && i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(bytes[i] ^ 0x5a);
    file.seek(0);
    file.write(bytes);
    file.close();
    const ShellRun run = m_shell->runWords({QStringLiteral("show"), QStringLiteral("card:") + image});
    QVERIFY2(run.exit == 2, run.out.left(300));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestDmsc::handsetDemoAndProfile()
{
    const QString demo = path(QStringLiteral("h.dmhandset"));
    QCOMPARE(
        m_shell->runWords({QStringLiteral("handset"), QStringLiteral("create"), demo, QStringLiteral("--demo")}).exit,
        0);
    const QJsonObject shown =
        m_shell->runWords({QStringLiteral("show"), QStringLiteral("handset:") + demo, QStringLiteral("--json")}).json();
    QVERIFY(uris(shown).size() > 200);
    QVERIFY(uris(shown).contains(QStringLiteral("./DevInfo/DevId")));
    const QString profile = write(QStringLiteral("p.xml"), tnds(interior("X", "", leaf("y", "1"))));
    const QString made = path(QStringLiteral("p.dmhandset"));
    const ShellRun run = m_shell->runWords(
        {QStringLiteral("handset"), QStringLiteral("create"), made, QStringLiteral("--profile"), profile});
    QVERIFY2(run.exit == 0, run.err);
    const ShellRun same = m_shell->runWords({QStringLiteral("diff"), profile, QStringLiteral("handset:") + made});
    QVERIFY2(same.exit == 0, same.out + same.err);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmsc>(argc, argv);
}

} // namespace dmsc::tst_dmsc

#include "tst_dmsc.moc"
