// SPDX-License-Identifier: Apache-2.0
// Power fails, programs are killed, bytes rot: the emulated UICC is in the state before or after, and gives no try
// back.
#include "tests/cardio/uicc_rig.h"
#include "tests/support/run_test.h"
#include "tests/support/sanitized.h"

#include <QRandomGenerator>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace dmsc::tst_uicc_tearing {

using namespace dmsc::test;

namespace {

constexpr const char* kSelectNas = "00A4080C 04 7FF06FE8";
constexpr const char* kSelectIms = "00A4080C 04 7FF06FF8";

/// Runs in a process of its own, which ends at the `last`-th step of the store as if it had been killed there.
int killedAt(const QString& path, const QStringList& commands, int last)
{
    const pid_t child = ::fork();
    if (child == 0) {
        int step = 0;
        const auto card = UiccCard::open(path, {}, [&](StoreStep) {
            if (step++ == last)
                ::_exit(9);
            return true;
        });
        for (const QString& command : commands)
            (void)(*card)->process(*fromHex(command));
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

/// Writes two contents in turn until it is killed.
void writeForEver(const QString& path)
{
    const auto card = UiccCard::open(path);
    const auto send = [&](const CommandApdu& command) { (void)(*card)->process(*command.encode()); };
    for (const char* command : {"0020000A08 3131323233333434", "0020000108 31323334FFFFFFFF", kSelectIms})
        (void)(*card)->process(*fromHex(QString::fromLatin1(command)));
    for (std::uint8_t fill = 0;; fill ^= 1U) {
        TlvWriter object;
        object.add(TlvTag{0x82}, Bytes(20000, fill));
        send({0x80, 0xDB, 0, 0x80, object.take(), std::nullopt});
    }
}

} // namespace

class TestUiccTearing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A cut at each step of each command, with the program failing on and the power gone.
    void powerFailsAnywhere_data()
    {
        QTest::addColumn<QString>("select");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("look");
        QTest::addColumn<bool>("first"); // the change that writes all files of a new card
        QTest::newRow("first UPDATE BINARY") << QString::fromLatin1(kSelectNas) << QStringLiteral("00D6000003800100")
                                             << QStringLiteral("00B0000000") << true;
        QTest::newRow("UPDATE BINARY") << QString::fromLatin1(kSelectNas) << QStringLiteral("00D6000003800100")
                                       << QStringLiteral("00B0000000") << false;
        QTest::newRow("SET DATA") << QString::fromLatin1(kSelectIms) << QStringLiteral("80DB0080058203AABBCC")
                                  << QStringLiteral("80CB0080015C00") << false;
        QTest::newRow("UPDATE RECORD") << QStringLiteral("00A4080C 04 7FF06F39") << QStringLiteral("00DC000303010203")
                                       << QStringLiteral("00B2010400") << false;
        QTest::newRow("CREATE FILE") << QStringLiteral(
            "00A4000C023F00") << QStringLiteral("00E0000018 6216 82020121 83026F02 8A0105 8B032F0601 80020FA0 8800")
                                     << QStringLiteral("00A40004026F0200") << false;
        QTest::newRow("DELETE FILE") << QStringLiteral("00A4000C027F10") << QStringLiteral("00E40000025F3D")
                                     << QStringLiteral("00A40804 06 7F105F3D4F01 00") << false;
    }

    void powerFailsAnywhere()
    {
        QFETCH(QString, select);
        QFETCH(QString, change);
        QFETCH(QString, look);
        QFETCH(bool, first);
        const auto seen = [&](const UiccRig& rig) {
            (void)rig.tell(select);
            return rig.tell(look);
        };
        UiccRig rig;
        rig.verifyAll();
        if (!first) {
            QCOMPARE(rig.tell("00A4080C 04 7FF06F56"), rig.ok());
            QCOMPARE(rig.tell("00D600000100"), rig.ok());
        }
        const QString before = seen(rig);
        QString after;
        {
            UiccRig whole;
            whole.verifyAll();
            (void)whole.tell(select);
            QCOMPARE(whole.tell(change), whole.ok());
            after = seen(whole);
        }
        // FCPs tell the free memory, which a whole card and this one have alike.
        QVERIFY(before != after);
        for (int cut = 0;; ++cut) {
            QVERIFY(cut < 60);
            int step = -1; // counts once the PINs are verified
            rig.insert([&](StoreStep) { return step < 0 || step++ != cut; });
            rig.verifyAll();
            (void)rig.tell(select);
            step = 0;
            const QString answer = rig.tell(change);
            const bool reached = step > cut;
            step = -1;
            if (answer != rig.ok()) {
                QCOMPARE(answer, sw("6581"));
                QCOMPARE(seen(rig), before); // the card goes on with what is in the image
            }
            rig.insert(); // and the image is whole
            rig.verifyAll();
            QCOMPARE(seen(rig), answer == rig.ok() ? after : before);
            if (!reached || answer == rig.ok())
                break;
        }
    }

    void aPowerCutGivesNoTryBack()
    {
        for (int cut = 0; cut < 12; ++cut) {
            UiccRig rig;
            int step = 0;
            rig.insert([&](StoreStep) { return step++ < cut; });
            const QString answer = rig.tell("0020000108 39393939FFFFFFFF");
            rig.insert();
            // Refused without having compared, or compared and counted.
            QCOMPARE(rig.tell("00200001"), answer == sw("6581") ? sw("63C3") : sw("63C2"));
        }
        for (int cut = 0; cut < 12; ++cut) {
            UiccRig rig;
            int step = 0;
            rig.insert([&](StoreStep) { return step++ < cut; });
            const QString answer = rig.tell("0020000108 31323334FFFFFFFF");
            const QString said = rig.tell("00200001");
            QCOMPARE(said == rig.ok(), answer == rig.ok()); // not verified where it was not said
            rig.insert();
            const QString left = rig.tell("00200001");
            QVERIFY(left == sw("63C3") || (answer != rig.ok() && left == sw("63C2")));
        }
    }

    void damagedFilesAreRefused()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectNas), rig.ok());
        QCOMPARE(rig.tell("00D6000003800100"), rig.ok());
        rig.card.reset();
        QFile file(rig.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.indexOf("Harbour rescue");
        QVERIFY(at > 0);
        bytes[at] = 'h';
        file.seek(0);
        file.write(bytes);
        file.close();
        const auto opened = UiccCard::open(rig.path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Damaged);
    }

    void aProgramKilledAtAnyStepLeavesBeforeOrAfter()
    {
        const QStringList commands{QStringLiteral("0020000A083131323233333434"), QString::fromLatin1(kSelectNas),
            QStringLiteral("00D6000003800100")};
        const auto seen = [](UiccRig& rig) {
            rig.insert();
            rig.verifyAll();
            (void)rig.tell(kSelectNas);
            return rig.tell("00B0000003");
        };
        bool wasWritten = false;
        for (int last = 0; last < 80; ++last) {
            UiccRig rig;
            rig.card.reset();
            const int exit = killedAt(rig.path(), commands, last);
            const QString left = seen(rig);
            QVERIFY2(left == sw("8001009000") || (exit != 0 && left == sw("8001019000")), qPrintable(left));
            wasWritten = wasWritten || (exit != 0 && left == sw("8001009000"));
            if (exit == 0) {
                QVERIFY(wasWritten); // killed after the change was in the image, and it stayed
                return;
            }
        }
        QFAIL("more steps than a command can have");
    }

    void aProgramKilledAtAnyMomentLeavesBeforeOrAfter()
    {
        UiccRig rig;
        rig.card.reset();
        for (int round = 0; round < fewerIfSanitized(15); ++round) {
            const pid_t child = ::fork();
            if (child == 0)
                writeForEver(rig.path());
            ::usleep(60'000U + QRandomGenerator::global()->bounded(60'000U));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            rig.insert(); // whole, or this fails
            rig.verifyAll();
            (void)rig.tell(kSelectIms);
            const Bytes object = rig.fetch({0x80, 0xCB, 0, 0x80, {0x82}, std::nullopt});
            if (!object.empty()) {
                QCOMPARE(object.size(), std::size_t{20004});
                QCOMPARE(std::count(object.begin() + 4, object.end(), object.back()), std::ptrdiff_t{20000});
            }
            rig.card.reset();
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccTearing>(argc, argv);
}

} // namespace dmsc::tst_uicc_tearing

#include "tst_uicc_tearing.moc"
