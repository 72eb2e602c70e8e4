// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/tlv.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_tlv {

using dmsc::test::hex;
using dmsc::test::pattern;

class TestTlv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_a_real_template();
    void tags_and_lengths_of_several_bytes();
    void written_values_are_read_again_data();
    void written_values_are_read_again();
    void numbers();
    void malformed_data_is_refused_data();
    void malformed_data_is_refused();
    void depth_is_bounded();
};

void TestTlv::reads_a_real_template()
{
    // The answer to GET DATA key information of a GlobalPlatform card.
    const Bytes data = hex("E012C00401308810C00402308810C00403308810");
    const Result<std::vector<Tlv>> top = parseTlvs(data);
    QVERIFY(top.has_value());
    QCOMPARE(top->size(), std::size_t{1});
    QVERIFY(top->front().isConstructed());
    const Result<std::vector<Tlv>> keys = childrenOf(top->front());
    QVERIFY(keys.has_value());
    QCOMPARE(keys->size(), std::size_t{3});
    QCOMPARE((*keys)[1].tag, tlvTag(0xC0));
    QCOMPARE((*keys)[1].offset, std::size_t{8});
    QCOMPARE((*keys)[1].valueOffset, std::size_t{10});
    QCOMPARE(toHex((*keys)[1].value), QStringLiteral("02308810"));
    QCOMPARE(parseTlvTree(data)->size(), std::size_t{4});
    QCOMPARE(parseTlvTree(data)->back().depth, 1);
    QVERIFY(findTlv(*top, tlvTag(0xE0)).has_value());
    QVERIFY(!findTlv(*top, tlvTag(0xE1)).has_value());
}

void TestTlv::tags_and_lengths_of_several_bytes()
{
    const Bytes data = hex("FF21 10 81020003 8204 0002BF20 8304 00001000 9F6501FF 5F8101 8102 AABB 04 84000000 01 CC");
    const Result<std::vector<Tlv>> tlvs = parseTlvs(data);
    QVERIFY(tlvs.has_value());
    QCOMPARE(tlvs->size(), std::size_t{4});
    QCOMPARE((*tlvs)[0].tag, tlvTag(0xFF21));
    QCOMPARE((*tlvs)[1].tag, tlvTag(0x9F65));
    QCOMPARE((*tlvs)[2].tag, tlvTag(0x5F8101));
    QCOMPARE(toHex((*tlvs)[2].value), QStringLiteral("AABB"));
    QCOMPARE(toHex((*tlvs)[3].value), QStringLiteral("CC"));
    QCOMPARE(numberOf((*childrenOf((*tlvs)[0]))[1]).value(), std::uint64_t{0x2BF20});
}

void TestTlv::written_values_are_read_again_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("0") << 0 << QByteArray("BF3E00");
    QTest::newRow("127") << 127 << QByteArray("BF3E7F");
    QTest::newRow("128") << 128 << QByteArray("BF3E8180");
    QTest::newRow("255") << 255 << QByteArray("BF3E81FF");
    QTest::newRow("256") << 256 << QByteArray("BF3E820100");
    QTest::newRow("65535") << 65535 << QByteArray("BF3E82FFFF");
    QTest::newRow("65536") << 65536 << QByteArray("BF3E83010000");
    QTest::newRow("16777216") << 16777216 << QByteArray("BF3E8401000000");
}

void TestTlv::written_values_are_read_again()
{
    QFETCH(const int, size);
    QFETCH(const QByteArray, head);
    const Bytes value = pattern(static_cast<std::size_t>(size));
    TlvWriter writer;
    writer.add(tlvTag(0xBF3E), ByteView(value));
    const Bytes bytes = writer.take();
    QCOMPARE(toHex(ByteView(bytes).first(static_cast<std::size_t>(head.size()) / 2)), QString::fromLatin1(head));
    const Result<std::vector<Tlv>> read = parseTlvs(bytes);
    QVERIFY(read.has_value());
    QVERIFY(std::equal(read->front().value.begin(), read->front().value.end(), value.begin(), value.end()));
}

void TestTlv::numbers()
{
    TlvWriter inner;
    inner.addNumber(tlvTag(0x80), 0).addNumber(tlvTag(0x81), 255).addNumber(tlvTag(0x82), 256);
    inner.addNumber(tlvTag(0x83), 5, 4).addNumber(tlvTag(0x84), ~std::uint64_t{0});
    TlvWriter outer;
    outer.add(tlvTag(0x62), inner);
    QCOMPARE(toHex(outer.bytes()),
        QStringLiteral("621A8001008101FF82020100830400000005"
                       "8408FFFFFFFFFFFFFFFF"));
    const Result<std::vector<Tlv>> read = childrenOf(parseTlvs(outer.bytes())->front());
    QCOMPARE(numberOf((*read)[0]).value(), std::uint64_t{0});
    QCOMPARE(numberOf((*read)[3]).value(), std::uint64_t{5});
    QCOMPARE(numberOf((*read)[4]).value(), ~std::uint64_t{0});
    const Bytes none = hex("8000");
    QCOMPARE(numberOf(parseTlvs(none)->front()).error().kind, ErrorKind::Syntax);
}

void TestTlv::malformed_data_is_refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset");
    QTest::newRow("tag 00") << QByteArray("800101 00") << 3;
    QTest::newRow("no length") << QByteArray("80") << 1;
    QTest::newRow("tag cut off") << QByteArray("800101 9F") << 3;
    QTest::newRow("tag of four bytes") << QByteArray("9F81818101") << 0;
    QTest::newRow("tag with leading zero") << QByteArray("9F8001 00") << 0;
    QTest::newRow("indefinite length") << QByteArray("6080 0000") << 1;
    QTest::newRow("length of five bytes") << QByteArray("60 850000000001 00") << 1;
    QTest::newRow("length cut off") << QByteArray("60 8200") << 1;
    QTest::newRow("value cut off") << QByteArray("60 03 0000") << 2;
    QTest::newRow("huge length") << QByteArray("60 84FFFFFFFF 00") << 6;
    QTest::newRow("inner value cut off") << QByteArray("6203 800201") << 4;
}

void TestTlv::malformed_data_is_refused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, offset);
    const Result<std::vector<Tlv>> read = parseTlvTree(hex(bytes.constData()));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::Syntax);
    QCOMPARE(read.error().where, QStringLiteral("TLV offset %1").arg(offset));
}

void TestTlv::depth_is_bounded()
{
    Bytes bytes = hex("8000");
    for (int depth = 1; depth < kMaxTlvDepth; ++depth) {
        TlvWriter writer;
        writer.add(tlvTag(0x62), ByteView(bytes));
        bytes = writer.take();
    }
    QCOMPARE(parseTlvTree(bytes)->size(), std::size_t{kMaxTlvDepth});
    TlvWriter one;
    one.add(tlvTag(0x62), ByteView(bytes));
    QCOMPARE(parseTlvTree(one.bytes()).error().kind, ErrorKind::Limit);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestTlv>(argc, argv);
}

} // namespace dmsc::tst_tlv

#include "tst_tlv.moc"
