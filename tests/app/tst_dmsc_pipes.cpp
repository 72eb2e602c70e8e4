// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <sys/stat.h>

namespace dmsc::tst_dmsc_pipes {

using namespace dmsc::test;

namespace {

QByteArray tree(const QByteArray& value)
{
    return "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>A</NodeName><RTProperties><Format>"
           "<chr/></Format><Type><MIME>text/plain</MIME></Type></RTProperties><Value>"
        + value + "</Value></Node></MgmtTree>";
}

} // namespace

/// What the shell joins: standard input and output, and pipes with a name.
class TestDmscPipes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shell = std::make_unique<Shell>(); }

    void standardInputIsRead();
    void namedPipesAreRead();
    void standardOutputIsWritten_data();
    void standardOutputIsWritten();
    void namedPipeIsWrittenAndStays();
    void endlessInputEnds();
    void cardIsNotReplacedByADocument();

private:
    /// A line of the shell in the folder; $DMSC is the program.
    [[nodiscard]] ShellRun sh(const QString& line) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DMSC"), qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_shell->path({}));
        process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
        process.waitForFinished(Shell::kPatience);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
    }

    std::unique_ptr<Shell> m_shell;
};

void TestDmscPipes::standardInputIsRead()
{
    m_shell->write(QStringLiteral("a.xml"), tree("hello"));
    const ShellRun run = sh(QStringLiteral("cat a.xml | $DMSC show /dev/stdin"));
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(run.out, m_shell->run("show a.xml").out);
    QVERIFY(run.out.contains("hello"));
}

void TestDmscPipes::namedPipesAreRead()
{
    m_shell->write(QStringLiteral("a.xml"), tree("one"));
    m_shell->write(QStringLiteral("b.xml"), tree("two"));
    const ShellRun run = sh(QStringLiteral("mkfifo p q; cat a.xml > p & cat b.xml > q & $DMSC diff p q"));
    QVERIFY2(run.exit == 1, run.err);
    QVERIFY(run.out.contains("./A") && run.out.contains("one") && run.out.contains("two"));
}

void TestDmscPipes::standardOutputIsWritten_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("pipe") << QStringLiteral("$DMSC convert a.xml /dev/stdout --to json | cat");
    QTest::newRow("file") << QStringLiteral("$DMSC convert a.xml /dev/stdout --to json > o; cat o");
    QTest::newRow("link") << QStringLiteral("ln -s /dev/stdout out.json; $DMSC convert a.xml out.json | cat");
    QTest::newRow("after what is there") << QStringLiteral(
        "{ printf '>'; $DMSC convert a.xml /dev/stdout --to json; } > o; [ $(head -c 1 o) = '>' ] && tail -c +2 o");
}

void TestDmscPipes::standardOutputIsWritten()
{
    QFETCH(const QString, line);
    m_shell->write(QStringLiteral("a.xml"), tree("hello"));
    m_shell->require("convert a.xml expected.json");
    const ShellRun run = sh(line);
    QVERIFY2(run.err.isEmpty(), run.err);
    QVERIFY(run.out.contains("hello"));
    QCOMPARE(run.out, sh(QStringLiteral("cat expected.json")).out);
}

void TestDmscPipes::namedPipeIsWrittenAndStays()
{
    m_shell->write(QStringLiteral("a.xml"), tree("hello"));
    const ShellRun run = sh(QStringLiteral("mkfifo p.xml; cat p.xml > o & $DMSC convert a.xml p.xml; wait; "
                                           "cat p.xml > o2 & $DMSC copy a.xml p.xml --uri ./A; wait; "
                                           "cmp o o2 && [ -p p.xml ] && cat o"));
    QVERIFY2(run.exit == 0, run.err);
    QVERIFY(run.out.contains("hello"));
}

void TestDmscPipes::endlessInputEnds()
{
    const ShellRun run = m_shell->run("show /dev/zero");
    QCOMPARE(run.exit, 2);
    QVERIFY2(run.isOneLine("256 MB"), run.err);
}

void TestDmscPipes::cardIsNotReplacedByADocument()
{
    m_shell->require("card create my.card");
    m_shell->write(QStringLiteral("a.xml"), tree("hello"));
    const ShellRun run = m_shell->run("convert a.xml my.card --to xml");
    QCOMPARE(run.exit, 2);
    QVERIFY2(run.isOneLine("my.card"), run.err);
    QCOMPARE(m_shell->run("card info my.card").exit, 0);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscPipes>(argc, argv);
}

} // namespace dmsc::tst_dmsc_pipes

#include "tst_dmsc_pipes.moc"
