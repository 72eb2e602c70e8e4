// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/wsp_push.h"

#include "tests/support/run_test.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace dmsc::tst_wsp_push {

using syncml::readPush;

namespace {

const Bytes kPackage(40, 0xA5);

Bytes octets(std::string_view text)
{
    return {text.begin(), text.end()};
}

Bytes operator+(const Bytes& left, const Bytes& right)
{
    Bytes both;
    both.reserve(left.size() + right.size());
    both.insert(both.end(), left.begin(), left.end());
    both.insert(both.end(), right.begin(), right.end());
    return both;
}

/// Transaction id and PDU type, then what stands for length and headers, then package 0.
Bytes push(const Bytes& headers)
{
    return Bytes{0x2A, 0x06} + headers + kPackage;
}

/// What is read as the header; empty: no push.
Bytes headerOf(const Bytes& datagram)
{
    const auto read = readPush(datagram);
    if (!read || !std::ranges::equal(read->notification, kPackage))
        return {};
    return {read->header.begin(), read->header.end()};
}

} // namespace

class TestWspPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMadeIsRead()
    {
        const Bytes made = syncml::pushOf(kPackage);
        QCOMPARE(headerOf(made), (Bytes{0x01, 0x06, 0x03, 0xC4, 0xAF, 0x87}));
    }

    void contentTypes()
    {
        const Bytes name = octets("application/vnd.syncml.notification") + Bytes{0};
        const auto length = static_cast<std::uint8_t>(name.size());
        for (const Bytes& headers : {Bytes{0x01, 0xC4}, // a number
                 Bytes{0x04, 0x03, 0xC4, 0x81, 0xEA}, // with a parameter
                 Bytes{0x05, 0x1F, 0x03, 0xC4, 0x81, 0xEA}, // its length as a uintvar
                 Bytes{length} + name, // text
                 Bytes{static_cast<std::uint8_t>(length + 4), 0x1F, static_cast<std::uint8_t>(length + 2)} + name
                     + Bytes{0x81, 0xEA}})
            QCOMPARE(headerOf(push(headers)), (Bytes{0x2A, 0x06} + headers));
        for (const Bytes& headers : {Bytes{0x01, 0xB0}, Bytes{0x00}, Bytes{0x02, 0x01, 0xB0}, // others
                 Bytes{0x02, 0x03, 0xC4}, Bytes{0x02, 0x1F, 0x05}, Bytes{0x01, 0x00}, // longer than the headers
                 Bytes{0x05} + octets("appli"), Bytes{static_cast<std::uint8_t>(length - 1)} + name})
            QVERIFY2(!readPush(push(headers)), toHex(headers).toLatin1().constData());
    }

    void lengthsOfSeveralOctets()
    {
        // 200 bytes of headers are C8, which is 81 48 as a uintvar.
        const Bytes headers = Bytes{0xC4} + Bytes(199, 0x81);
        QCOMPARE(headerOf(push(Bytes{0x81, 0x48} + headers)).size(), std::size_t{204});
        QCOMPARE(headerOf(push(Bytes{0x80, 0x80, 0x80, 0x81, 0x48} + headers)).size(), std::size_t{207});
        QVERIFY(!readPush(push(Bytes{0x80, 0x80, 0x80, 0x80, 0x81, 0x48} + headers))); // six are none
        QVERIFY(!readPush(push(Bytes{0x8F, 0xFF, 0xFF, 0xFF, 0x7F} + headers)));
    }

    void whatIsCutOrNoPush()
    {
        const Bytes header = {0x01, 0x06, 0x81, 0x00, 0xC4};
        QVERIFY(!readPush({}));
        const Bytes whole = Bytes{0x01, 0x06, 0x03, 0xC4, 0xAF, 0x87} + kPackage;
        for (std::size_t size = 0; size < 6; ++size)
            QVERIFY(!readPush(ByteView(whole).first(size)));
        QVERIFY(readPush(ByteView(whole).first(6))->notification.empty());
        Bytes other = whole;
        other[1] = 0x07; // ConfirmedPush goes over a connection
        QVERIFY(!readPush(other));
        QVERIFY(!readPush(header)); // 128 bytes of headers were promised
    }

    void hostileDatagrams()
    {
        QRandomGenerator random(7);
        const Bytes good = syncml::pushOf(kPackage);
        for (int round = 0; round < 20'000; ++round) {
            Bytes bytes = good;
            for (int i = 0; i < 3; ++i)
                bytes[static_cast<std::size_t>(random.bounded(8))] = static_cast<std::uint8_t>(random.bounded(256));
            if (const auto read = readPush(bytes))
                QCOMPARE(read->header.size() + read->notification.size(), bytes.size());
        }
        (void)readPush(Bytes{0x01, 0x06} + Bytes(1'000, 0x01));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestWspPush>(argc, argv);
}

} // namespace dmsc::tst_wsp_push

#include "tst_wsp_push.moc"
