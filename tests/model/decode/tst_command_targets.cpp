// SPDX-License-Identifier: Apache-2.0
// What the rows of a session are about: the file or application of a command, by what was selected before it.
#include "model/decode/command_targets.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_command_targets {

namespace {

const QByteArray kUsim = "00A4040C0CA0000000871002FF34FF0789"; // SELECT
const QByteArray kIsim = "00A4040C0CA0000000871004FF34FF0789";

/// The targets of rows "COMMAND>RESPONSE", parted by "|"; 9000 where there is no response.
QStringList targetsOf(const QByteArray& rows, Actor host = Actor::Device)
{
    CommandTargets targets;
    QStringList found;
    for (const QByteArray& row : rows.split('|')) {
        const QByteArrayList pair = row.split('>');
        Record record;
        record.layer = Layer::Apdu;
        record.from = host;
        record.to = Actor::Card;
        record.request = QByteArray::fromHex(pair[0]);
        record.response = QByteArray::fromHex(pair.value(1, "9000"));
        record.status = QStringLiteral("9000");
        targets.name(record);
        found.push_back(record.target);
    }
    return found;
}

} // namespace

class TestCommandTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_20_rowsNameTheirFile_data();
    void DM_SC_GEN_20_rowsNameTheirFile();
    void aTargetThatIsKnownStays();
    void hostsAndChannelsStandWhereTheyAre();
};

void TestCommandTargets::DM_SC_GEN_20_rowsNameTheirFile_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("last");
    const auto row = [](const char* name, const QByteArray& rows, const char* last) {
        QTest::newRow(name) << rows << QString::fromLatin1(last);
    };
    row("nothing is known", "00B0000010", "");
    row("an application", kUsim, "USIM");
    row("one that nobody knows", "00A4040007D2760000850101", "D2760000850101");
    row("one that is not there", "00A4040007D2760000850101>6A82", "D2760000850101");
    row("the MF by no name", "00A40000", "MF");
    row("a file of the MF", "00A40000023F00|00A40000022FE2|00B000000A", "MF/EF.ICCID");
    row("a file of two applications, in the one", kUsim + "|00A4000C026F07|00B0000009", "USIM/EF.IMSI");
    row("and in the other", kIsim + "|00A4000C026F07|00B0000009", "ISIM/EF.IST");
    row("by path from the MF", "00A4080C047F106F40|00B2010410", "MF/DF.TELECOM/EF.MSISDN");
    row("by path from the MF into the application", kUsim + "|00A4080C047FFF6F07|00B0000009", "USIM/EF.IMSI");
    row("by path from the current DF", kUsim + "|00A4090C045FC04F07|00B0000009", "USIM/DF.5GS/EF.SUCI_Calc_Info");
    row("one without a name", kUsim + "|00A4000C026F99|00D600000101", "USIM/6F99");
    row("by short identifier", kUsim + "|00B0870009", "USIM/SFI 07");
    row("which stays", kUsim + "|00B0870009|00B0000009", "USIM/SFI 07");
    row("by odd instruction", kUsim + "|00B16F07035401000010", "USIM/EF.IMSI");
    row("after a SELECT that failed", kUsim + "|00A4000C026F07|00A4000C026F99>6A82|00B0000009", "USIM/EF.IMSI");
    row("up again", kUsim + "|00A4000C025FC0|00A4030C", "USIM");
    row("what fetches the answer", kUsim + "|00A40004026F07>6120|00C0000020", "USIM/EF.IMSI");
    row("what is about no file", kUsim + "|00A4000C026F07|0020000108FFFFFFFFFFFFFFFF", "");
    row("protected", kUsim + "|04B0000008", "");
    row("DM_SC", "00A4040007F0444D5F534301", "DM_SC");
    row("too short", "00A4", "");
}

void TestCommandTargets::DM_SC_GEN_20_rowsNameTheirFile()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const QString, last);
    QCOMPARE(targetsOf(rows).last(), last);
}

void TestCommandTargets::aTargetThatIsKnownStays()
{
    CommandTargets targets;
    Record record;
    record.layer = Layer::Apdu;
    record.request = QByteArray::fromHex(kUsim);
    record.response = QByteArray::fromHex("9000");
    record.status = QStringLiteral("9000");
    record.target = QStringLiteral("as told");
    targets.name(record);
    QCOMPARE(record.target, QStringLiteral("as told"));
}

void TestCommandTargets::hostsAndChannelsStandWhereTheyAre()
{
    const QStringList found = targetsOf(kUsim
        + "|0070000001>019000|01A4040C0CA0000000871004FF34FF0789|01A4000C026F04|00A4000C026F07|01B2010410|00B0000009");
    QCOMPARE(
        found.mid(found.size() - 2), (QStringList{QStringLiteral("ISIM/EF.IMPU"), QStringLiteral("USIM/EF.IMSI")}));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCommandTargets>(argc, argv);
}

} // namespace dmsc::tst_command_targets

#include "tst_command_targets.moc"
