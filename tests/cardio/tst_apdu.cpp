// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/apdu.h"
#include "cardio/apdu/cla.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_apdu {

using dmsc::test::hex;
using dmsc::test::pattern;

class TestApdu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hex_text_and_back();
    void commands_of_every_case_data();
    void commands_of_every_case();
    void lengths_at_the_borders_data();
    void lengths_at_the_borders();
    void malformed_commands_are_refused_data();
    void malformed_commands_are_refused();
    void commands_over_65535_bytes_are_not_sent();
    void expected_length_of_nothing_is_refused();
    void responses();
    void class_bytes_data();
    void class_bytes();
    void status_words_are_explained();
};

void TestApdu::hex_text_and_back()
{
    QCOMPARE(toHex(hex("00ff a0")), QStringLiteral("00FFA0"));
    QCOMPARE(toHex(hex("00ffa0"), u" "), QStringLiteral("00 FF A0"));
    QCOMPARE(fromHex(u"12 3").error().kind, ErrorKind::Syntax);
    QVERIFY(fromHex(u"12 x4").error().where.contains(u'3'));
    QVERIFY(isReservedClass(0xA0) && isReservedClass(0x20) && !isReservedClass(0x80) && !isReservedClass(0xE0));
}

void TestApdu::commands_of_every_case_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("data");
    QTest::addColumn<int>("le");
    QTest::addColumn<bool>("extended");
    QTest::newRow("1") << QByteArray("80F22002") << 0 << -1 << false;
    QTest::newRow("2 short") << QByteArray("00B0000010") << 0 << 16 << false;
    QTest::newRow("2 short, all") << QByteArray("00B0000000") << 0 << 256 << false;
    QTest::newRow("3 short") << QByteArray("00D60000020102") << 2 << -1 << false;
    QTest::newRow("4 short") << QByteArray("80E29100020102FF") << 2 << 255 << false;
    QTest::newRow("4 short, all") << QByteArray("80E2910002010200") << 2 << 256 << false;
    QTest::newRow("2 extended") << QByteArray("00B00000000101") << 0 << 257 << true;
    QTest::newRow("2 extended, all") << QByteArray("00B00000000000") << 0 << 65536 << true;
    QTest::newRow("3 extended") << QByteArray("00D600000000020102") << 2 << -1 << true;
    QTest::newRow("4 extended") << QByteArray("00D6000000000201020010") << 2 << 16 << true;
    QTest::newRow("4 extended, all") << QByteArray("00D6000000000201020000") << 2 << 65536 << true;
}

void TestApdu::commands_of_every_case()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, data);
    QFETCH(const int, le);
    QFETCH(const bool, extended);
    const Bytes raw = hex(bytes.constData());
    const Result<CommandApdu> command = parseCommand(raw);
    QVERIFY(command.has_value());
    QCOMPARE(static_cast<int>(command->data.size()), data);
    QCOMPARE(command->le ? static_cast<int>(*command->le) : -1, le);
    QCOMPARE(command->isExtended(), extended);
    QCOMPARE(command->encode().value(), raw);
}

void TestApdu::lengths_at_the_borders_data()
{
    QTest::addColumn<int>("data");
    QTest::addColumn<int>("le");
    for (const int data : {0, 1, 254, 255, 256, 257, 65526})
        for (const int le : {0, 1, 255, 256, 257, 65535, 65536})
            QTest::addRow("%d data, Le %d", data, le) << data << le;
}

void TestApdu::lengths_at_the_borders()
{
    QFETCH(const int, data);
    QFETCH(const int, le);
    CommandApdu command{0x00, 0xD6, 0x01, 0x02, pattern(static_cast<std::size_t>(data)), std::nullopt, false};
    if (le != 0)
        command.le = static_cast<std::size_t>(le);
    const Result<Bytes> bytes = command.encode();
    QVERIFY(bytes.has_value());
    const Result<CommandApdu> read = parseCommand(*bytes);
    QVERIFY(read.has_value());
    command.extended = command.isExtended();
    QVERIFY(*read == command);
    QCOMPARE(command.isExtended(), data > 255 || le > 256);
}

void TestApdu::malformed_commands_are_refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("three bytes") << QByteArray("00A404");
    QTest::newRow("data cut off") << QByteArray("00A404000301");
    QTest::newRow("data and more than Le") << QByteArray("00A40400010102 03");
    QTest::newRow("half an extended length") << QByteArray("00A404000001");
    QTest::newRow("extended Lc 0 with data") << QByteArray("00A40400 000000 01");
    QTest::newRow("extended data cut off") << QByteArray("00A40400 000003 0102");
    QTest::newRow("one byte of extended Le") << QByteArray("00A40400 000002 0102 00");
    QTest::newRow("three bytes of Le") << QByteArray("00A40400 000002 0102 000000");
}

void TestApdu::malformed_commands_are_refused()
{
    QFETCH(const QByteArray, bytes);
    const Result<CommandApdu> command = parseCommand(hex(bytes.constData()));
    QVERIFY(!command.has_value());
    QCOMPARE(command.error().kind, ErrorKind::Syntax);
    QVERIFY2(command.error().where.contains(QStringLiteral("offset")), qPrintable(command.error().text()));
}

void TestApdu::commands_over_65535_bytes_are_not_sent()
{
    CommandApdu command{0x00, 0xD6, 0, 0, Bytes(65528), std::nullopt, false};
    QCOMPARE(command.encode().value().size(), std::size_t{65535});
    command.data.resize(65529);
    QCOMPARE(command.encode().error().kind, ErrorKind::Limit);
    command.data.resize(65526);
    command.le = 65536;
    QCOMPARE(command.encode().value().size(), std::size_t{65535});
    command.data.resize(65527);
    QCOMPARE(command.encode().error().kind, ErrorKind::Limit);
    QCOMPARE(parseCommand(Bytes(65536)).error().kind, ErrorKind::Limit);
}

void TestApdu::expected_length_of_nothing_is_refused()
{
    CommandApdu command;
    command.le = 0;
    QCOMPARE(command.encode().error().kind, ErrorKind::BadValue);
    command.le = 65537;
    QCOMPARE(command.encode().error().kind, ErrorKind::BadValue);
}

void TestApdu::responses()
{
    const Result<ResponseApdu> response = parseResponse(hex("0102 6A84"));
    QVERIFY(response.has_value());
    QCOMPARE(response->data, hex("0102"));
    QCOMPARE(response->sw, StatusWord::NotEnoughMemory);
    QCOMPARE(response->encode().value(), hex("01026A84"));
    QCOMPARE(parseResponse(hex("90")).error().kind, ErrorKind::Syntax);
    QCOMPARE(parseResponse(Bytes(65536)).error().kind, ErrorKind::Limit);
    QVERIFY(!(ResponseApdu{Bytes(65534), StatusWord::Ok}.encode().has_value()));
    QVERIFY((ResponseApdu{Bytes(65533), StatusWord::Ok}.encode().has_value()));
}

void TestApdu::class_bytes_data()
{
    QTest::addColumn<int>("plain");
    QTest::addColumn<int>("channel");
    QTest::addColumn<int>("secured");
    QTest::addColumn<int>("mac");
    QTest::addColumn<int>("getResponse");
    QTest::newRow("00") << 0x00 << 0 << 0x04 << 0x04 << 0x00;
    QTest::newRow("80") << 0x80 << 0 << 0x84 << 0x84 << 0x00;
    QTest::newRow("83") << 0x83 << 3 << 0x87 << 0x84 << 0x03;
    QTest::newRow("90") << 0x90 << 0 << 0x94 << 0x94 << 0x00;
    QTest::newRow("40") << 0x40 << 4 << 0x60 << 0x04 << 0x40;
    QTest::newRow("C0") << 0xC0 << 4 << 0xE0 << 0x84 << 0x40;
    QTest::newRow("CF") << 0xCF << 19 << 0xEF << 0x84 << 0x4F;
    QTest::newRow("D1") << 0xD1 << 5 << 0xF1 << 0x94 << 0x41;
}

void TestApdu::class_bytes()
{
    QFETCH(const int, plain);
    QFETCH(const int, channel);
    QFETCH(const int, secured);
    QFETCH(const int, mac);
    QFETCH(const int, getResponse);
    const auto cla = static_cast<std::uint8_t>(plain);
    const auto sm = static_cast<std::uint8_t>(secured);
    QCOMPARE(static_cast<int>(channelOf(cla)), channel);
    QCOMPARE(static_cast<int>(withSecurity(cla, true)), secured);
    QCOMPARE(static_cast<int>(withSecurity(sm, false)), plain);
    QVERIFY(isSecured(sm) && hasSecureMessaging(sm) && !isSecured(cla) && !hasSecureMessaging(cla));
    QCOMPARE(static_cast<int>(macClass(sm)), mac);
    QCOMPARE(static_cast<int>(getResponseClass(cla)), getResponse);
    QCOMPARE(static_cast<int>(claFor(isProprietary(cla), channelOf(cla))), plain & ~0x10);
    QVERIFY(!isSecured(0x8C) && hasSecureMessaging(0x8C));
}

void TestApdu::status_words_are_explained()
{
    QCOMPARE(describe(StatusWord::NotEnoughMemory), QStringLiteral("6A84: not enough memory"));
    QCOMPARE(describe(triesLeft(3)), QStringLiteral("63C3: verification failed, tries left: 3"));
    QCOMPARE(describe(bytesWaiting(300)), QStringLiteral("6100: ok, 256 more bytes available"));
    QVERIFY(describe(statusWord(0x12, 0x34)).startsWith(QStringLiteral("1234: ")));
    QVERIFY(isSuccess(statusWord(0x91, 0x10)) && !isSuccess(StatusWord::MoreData) && isWarning(triesLeft(1)));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestApdu>(argc, argv);
}

} // namespace dmsc::tst_apdu

#include "tst_apdu.moc"
