// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/push_port.h"
#include "model/syncml/wsp_push.h"
#include "tests/support/run_test.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace dmsc::tst_push_port {

namespace {

/// As long as a digest and a trigger; what it says is for others to check.
Bytes somePackage()
{
    Bytes bytes(40);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(0x80 + i);
    return bytes;
}

/// WSP Push with these headers.
Bytes pushWith(Bytes headers)
{
    Bytes push = {0x2A, 0x06, static_cast<std::uint8_t>(headers.size())};
    push.insert(push.end(), headers.begin(), headers.end());
    const Bytes package = somePackage();
    push.insert(push.end(), package.begin(), package.end());
    return push;
}

} // namespace

class TestPushPort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void B21_whatIsSentIsReceived()
    {
        auto port = PushPort::listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY2(port, qPrintable(port ? QString() : port.error().text()));
        const quint16 number = port->text().section(QLatin1Char(':'), 1).toUShort();
        QVERIFY(number != 0);
        QVERIFY(!port->receive(10));
        QVERIFY(sendPush(QStringLiteral("127.0.0.1"), number, somePackage()));
        QCOMPARE(port->receive(5000), std::optional(somePackage()));
        // What is too long is dropped, and what comes after it is not lost.
        QVERIFY(sendPush(QStringLiteral("127.0.0.1"), number, Bytes(kMostPush, 0)));
        QVERIFY(sendPush(QStringLiteral("127.0.0.1"), number, somePackage()));
        QVERIFY(!port->receive(5000));
        QCOMPARE(port->receive(5000), std::optional(somePackage()));
    }

    void headersOfAPush()
    {
        const Bytes package = somePackage();
        QCOMPARE(notificationIn(package), std::optional(package)); // bare
        QCOMPARE(notificationIn(syncml::pushOf(package)), std::optional(package));
        // Another content type: not unwrapped, so no digest will fit.
        const Bytes other = pushWith({0xB0});
        QCOMPARE(notificationIn(other), std::optional(other));
    }

    void hostileDatagrams()
    {
        QRandomGenerator random(7);
        const Bytes good = syncml::pushOf(somePackage());
        for (std::size_t size = 0; size <= good.size(); ++size)
            (void)notificationIn(ByteView(good).first(size));
        for (int round = 0; round < 20'000; ++round) {
            Bytes bytes = good;
            for (int i = 0; i < 3; ++i)
                bytes[static_cast<std::size_t>(random.bounded(8))] = static_cast<std::uint8_t>(random.bounded(256));
            const auto found = notificationIn(bytes);
            QVERIFY(!found || found->size() <= bytes.size());
        }
        // Headers of nothing but lengths end.
        (void)notificationIn(pushWith(Bytes(100, 0x01)));
    }

    void whatIsNoPort()
    {
        QCOMPARE(PushPort::listen(QStringLiteral("nowhere"), 0).error().kind, ErrorKind::BadValue);
        QCOMPARE(sendPush(QStringLiteral("nowhere"), 1, somePackage()).error().kind, ErrorKind::BadValue);
        auto port = PushPort::listen(QStringLiteral("127.0.0.1"), 0);
        const quint16 number = port->text().section(QLatin1Char(':'), 1).toUShort();
        QCOMPARE(PushPort::listen(QStringLiteral("127.0.0.1"), number).error().kind, ErrorKind::Io);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestPushPort>(argc, argv);
}

} // namespace dmsc::tst_push_port

#include "tst_push_port.moc"
