// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

#include <QFileInfo>
#include <QTest>

namespace dmsc::tst_dmsc_patch {

using test::Shell;
using test::ShellRun;

namespace {

/// A document with one MO of two leaves.
QByteArray document(const char* value, const char* other)
{
    const auto leaf = [](const QByteArray& name, const QByteArray& text) {
        return "<Node><NodeName>" + name
            + "</NodeName><RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME></Type></"
              "RTProperties><Value>"
            + text + "</Value></Node>";
    };
    return "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>Mo</NodeName><RTProperties><Format>"
           "<node/></Format><Type><DDFName>org.example/1.0/Mo</DDFName></Type></RTProperties>"
        + leaf("Shared", value) + leaf(other, "own") + "</Node></MgmtTree>";
}

QByteArray read(const Shell& shell, const char* name)
{
    QFile file(shell.path(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What a synchronisation would do, as SyncML for others to carry out.
class TestDmscPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOutcomeOfAMergeIsAnAtomicForEachSide()
    {
        const Shell shell;
        shell.write(QStringLiteral("phone.xml"), document("device's", "OnlyDevice"));
        shell.write(QStringLiteral("card.xml"), document("card's", "OnlyCard"));
        QCOMPARE(shell.run(QStringLiteral("handset create phone --profile phone.xml")).exit, 0);
        QCOMPARE(shell.run(QStringLiteral("card create card --profile card.xml")).exit, 0);
        const QByteArray phone = shell.run(QStringLiteral("show handset:phone")).out;
        const QByteArray card = shell.run(QStringLiteral("show card:card")).out;
        const QString flow = QStringLiteral("session sync --handset phone --card card --answer yes --json");

        const ShellRun written = shell.run(flow + QStringLiteral(" --out patch"));
        QVERIFY2(written.exit == 0, (written.out + written.err).constData());
        QVERIFY(written.json()[QLatin1String("done")].toBool());
        QCOMPARE(shell.run(QStringLiteral("show handset:phone")).out, phone); // nothing was carried out
        QCOMPARE(shell.run(QStringLiteral("show card:card")).out, card);
        QVERIFY2(read(shell, "patch/card.xml").count("<Atomic>") == 1, read(shell, "patch/card.xml").constData());
        QVERIFY(read(shell, "patch/card.xml").contains("OnlyDevice"));
        QVERIFY2(read(shell, "patch/device.xml").count("<Atomic>") == 1, read(shell, "patch/device.xml").constData());

        QCOMPARE(QFileInfo(shell.path(QStringLiteral("patch/card.xml"))).permissions() & QFileDevice::ReadOther,
            QFileDevice::Permissions()); // there may be passwords in it

        // Whoever carries it out comes to what the synchronisation comes to.
        const ShellRun patched = shell.run(QStringLiteral("exchange --handset phone patch/device.xml"));
        QVERIFY2(patched.exit == 0, patched.err.constData());
        const QByteArray device = shell.run(QStringLiteral("show handset:phone")).out;
        QVERIFY2(
            device.contains("./Mo/OnlyCard ") && device.contains("./Mo/OnlyDevice ") && device.contains("\"card's\""),
            (patched.out + device).constData());
        QCOMPARE(shell.run(flow).exit, 0);
        QCOMPARE(shell.run(QStringLiteral("show handset:phone")).out, device);
        const ShellRun same = shell.run(QStringLiteral("diff handset:phone card:card"));
        QVERIFY2(same.exit == 0, same.out.constData());
    }

    void onlyASynchronisationHasOne()
    {
        const Shell shell;
        QCOMPARE(shell.run(QStringLiteral("session uc1 --handset phone --card card --out patch")).exit, 2);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscPatch>(argc, argv);
}

} // namespace dmsc::tst_dmsc_patch

#include "tst_dmsc_patch.moc"
