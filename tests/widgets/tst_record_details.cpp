// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"
#include "widgets/log/bit_line.h"
#include "widgets/log/hex_view.h"
#include "widgets/log/record_details.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace dmsc::tst_record_details {

class TestRecordDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bitsOfAFieldAreWrittenOut();
    void bitTextMarksTheField_data();
    void bitTextMarksTheField();
    void bitsGoWithTheField();
    void aByteChoosesItsWholeField();
    void secretBitsAreNotShown();
    void valueAndBytesAreCopied();
    void copiedSecretsAreDots();
    void linksLeadToOtherRows();
    void linksGoWithTheRecord();
    void linkTexts();
    void anEmptyPaneSaysWhatItWillShow();
    void bytesAreSeenWholeInANarrowPane();

private:
    QModelIndex choose(RecordDetails& details, const QString& name);

    RecordStore m_store;
    RecordNo m_verify;
    RecordNo m_select;
};

namespace {

Record apdu(const char* request, const char* response)
{
    Record record;
    record.name = QStringLiteral("APDU");
    record.request = QByteArray::fromHex(request);
    record.response = QByteArray::fromHex(response);
    return record;
}

} // namespace

void TestRecordDetails::init()
{
    m_store = RecordStore();
    m_select = m_store.append(apdu("00A4040407F0444D5F534301", "9000"));
    Record verify = apdu("002000010831323334FFFFFFFF", "9000");
    verify.secrets.push_back({RecordPart::Request, 5, 8});
    m_verify = m_store.append(verify);
}

QModelIndex TestRecordDetails::choose(RecordDetails& details, const QString& name)
{
    const QAbstractItemModel& model = *details.fields().model();
    const QModelIndexList found =
        model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
    details.fields().setCurrentIndex(found.value(0));
    return found.value(0);
}

void TestRecordDetails::bitsOfAFieldAreWrittenOut()
{
    RecordDetails details;
    details.setRecord(m_store.at(m_select), {});
    details.show();
    QVERIFY(choose(details, QStringLiteral("Answer")).isValid());
    QCOMPARE(details.hex().marked(), (ByteRange{RecordPart::Request, 3, 1}));
    const auto* line = details.findChild<BitLine*>(QStringLiteral("logBits"));
    QVERIFY(line->isVisible());
    QCOMPARE(line->accessibleDescription(), QStringLiteral("Byte 0003: 0000 [01]00, bits 3 to 4"));
    QVERIFY(line->text().contains(QStringLiteral("<b>[01]</b>")));
    QVERIFY(!line->accessibleName().isEmpty());
}

void TestRecordDetails::bitTextMarksTheField_data()
{
    QTest::addColumn<int>("byte");
    QTest::addColumn<int>("mask");
    QTest::addColumn<QString>("text");
    QTest::newRow("one") << 0x80 << 0x80 << QStringLiteral("[1]000 0000");
    QTest::newRow("lowest") << 0x01 << 0x01 << QStringLiteral("0000 000[1]");
    QTest::newRow("over the middle") << 0x5A << 0x3C << QStringLiteral("01[01 10]10");
    QTest::newRow("two places") << 0xFF << 0x82 << QStringLiteral("[1]111 11[1]1");
    QTest::newRow("all") << 0xA5 << 0xFF << QStringLiteral("[1010 0101]");
    QTest::newRow("upper half") << 0xA5 << 0xF0 << QStringLiteral("[1010] 0101");
}

void TestRecordDetails::bitTextMarksTheField()
{
    QFETCH(int, byte);
    QFETCH(int, mask);
    QFETCH(QString, text);
    QCOMPARE(bitText(static_cast<std::uint8_t>(byte), static_cast<std::uint8_t>(mask)), text);
}

void TestRecordDetails::bitsGoWithTheField()
{
    RecordDetails details;
    details.setRecord(m_store.at(m_select), {});
    details.show();
    const auto* line = details.findChild<BitLine*>(QStringLiteral("logBits"));
    choose(details, QStringLiteral("Answer"));
    choose(details, QStringLiteral("INS"));
    QVERIFY(!line->isVisible());
    choose(details, QStringLiteral("Answer"));
    details.clear();
    QVERIFY(!line->isVisible());
}

void TestRecordDetails::aByteChoosesItsWholeField()
{
    RecordDetails details;
    details.setRecord(m_store.at(m_select), {});
    Q_EMIT details.hex().byteChosen(RecordPart::Request, 3);
    // Which of its bits was meant, a byte does not say.
    QCOMPARE(details.fields().currentIndex().data().toString(), QStringLiteral("P2"));
    QCOMPARE(details.hex().marked(), (ByteRange{RecordPart::Request, 3, 1}));
}

void TestRecordDetails::secretBitsAreNotShown()
{
    RecordDetails details;
    details.setRecord(m_store.at(m_select), {{RecordPart::Request, 3, 1}});
    details.show();
    const auto* line = details.findChild<BitLine*>(QStringLiteral("logBits"));
    QVERIFY(choose(details, QStringLiteral("Answer")).isValid());
    QVERIFY(!line->isVisible());
    // The field stays chosen.
    details.findChild<QToolButton*>(QStringLiteral("logReveal"))->click();
    QVERIFY(line->isVisible());
}

void TestRecordDetails::valueAndBytesAreCopied()
{
    RecordDetails details;
    details.setRecord(m_store.at(m_select), {});
    choose(details, QStringLiteral("INS"));
    details.findChild<QAction*>(QStringLiteral("logCopyValue"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("A4 SELECT"));
    choose(details, QStringLiteral("Data"));
    details.findChild<QAction*>(QStringLiteral("logCopyBytes"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("F0444D5F534301"));
}

void TestRecordDetails::copiedSecretsAreDots()
{
    RecordDetails details;
    details.setRecord(m_store.at(m_verify), m_store.secrets(m_verify));
    QVERIFY(choose(details, QStringLiteral("PIN")).isValid());
    details.findChild<QAction*>(QStringLiteral("logCopyValue"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("********"));
    details.findChild<QAction*>(QStringLiteral("logCopyBytes"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString(16, QLatin1Char('.')));
    details.findChild<QToolButton*>(QStringLiteral("logReveal"))->click();
    details.findChild<QAction*>(QStringLiteral("logCopyValue"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("1234"));
}

void TestRecordDetails::linksLeadToOtherRows()
{
    RecordDetails details;
    details.setRecord(m_store.at(m_select), {});
    details.setLinks(
        {{RecordRelation::CarriedBy, RecordNo{11}, RecordNo{17}}, {RecordRelation::Answers, RecordNo{4}, RecordNo{4}}});
    details.show();
    const auto* links = details.findChild<RecordLinks*>(QStringLiteral("logLinks"));
    QVERIFY(links->isVisible());
    const auto buttons = links->findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons[0]->text(), QStringLiteral("carried by rows 12 to 18"));
    QCOMPARE(buttons[1]->text(), QStringLiteral("answers row 5"));
    QSignalSpy followed(&details, &RecordDetails::linkActivated);
    buttons[0]->setFocus();
    QTest::keyClick(buttons[0], Qt::Key_Space);
    QCOMPARE(followed.count(), 1);
    QCOMPARE(followed.at(0).at(0).value<RecordNo>(), RecordNo{11});
}

void TestRecordDetails::linksGoWithTheRecord()
{
    RecordDetails details;
    details.setLinks({{RecordRelation::Answers, RecordNo{4}, RecordNo{4}}});
    details.setRecord(m_store.at(m_verify), {});
    const auto* links = details.findChild<RecordLinks*>(QStringLiteral("logLinks"));
    QVERIFY(links->findChildren<QToolButton*>().isEmpty());
    QVERIFY(links->isHidden());
}

void TestRecordDetails::linkTexts()
{
    for (int relation = 0; relation <= static_cast<int>(RecordRelation::SameExchange); ++relation) {
        const auto kind = static_cast<RecordRelation>(relation);
        const QString one = linkText({kind, RecordNo{0}, RecordNo{0}});
        const QString many = linkText({kind, RecordNo{0}, RecordNo{8}});
        QVERIFY2(one.endsWith(QStringLiteral(" 1")), qPrintable(one));
        QVERIFY2(many.endsWith(QStringLiteral(" 1 to 9")), qPrintable(many));
    }
}

void TestRecordDetails::anEmptyPaneSaysWhatItWillShow()
{
    RecordDetails details;
    const auto* hint = details.findChild<QLabel*>(QStringLiteral("logFieldsEmpty"));
    QVERIFY(hint != nullptr && !hint->isHidden() && hint->text().contains(QStringLiteral("fields")));
    details.setRecord(m_store.at(m_select), {});
    QVERIFY(hint->isHidden());
    details.clear();
    QVERIFY(!hint->isHidden());
}

void TestRecordDetails::bytesAreSeenWholeInANarrowPane()
{
    HexView bytes;
    bytes.setBytes(QByteArray(64, 'x'), {});
    bytes.resize(bytes.minimumSizeHint().width(), 200);
    bytes.show();
    QCOMPARE(bytes.horizontalScrollBar()->maximum(), 0);
}

int run(int argc, char** argv)
{
    return test::run<QApplication, TestRecordDetails>(argc, argv);
}

} // namespace dmsc::tst_record_details

#include "tst_record_details.moc"
