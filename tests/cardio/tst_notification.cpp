// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/dm_auth.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_notification {

namespace {

Bytes octets(std::string_view text)
{
    return Bytes(text.begin(), text.end());
}

/// The example of the standard's appendix.
syncml::Notification example()
{
    syncml::Notification notification;
    notification.uiMode = syncml::UiMode::Background;
    notification.sessionId = 0x1234;
    notification.serverId = "com.mgmtsrv.manage";
    return notification;
}

} // namespace

class TestNotification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triggerOfTheStandard();
    void B21_digestRight();
    void B22_digestWrongThenResync();
    void B24_uiModesAndInitiator();
    void B25_sessionIdAsText();
    void hostilePackages();
    void whatCannotBeWritten();
};

void TestNotification::triggerOfTheStandard()
{
    QCOMPARE(toHex(*syncml::encodeTrigger(example())),
        QStringLiteral("02D0000000123412636F6D2E6D676D747372762E6D616E616765"));
}

void TestNotification::B21_digestRight()
{
    const auto package = notificationPackage(example(), "secret", octets("nonce"));
    QVERIFY(package);
    QCOMPARE(toHex(ByteView(*package).first(16)), QStringLiteral("7FC65A24E9D7AD28DF2850AC24656FD4"));
    const auto received = syncml::decodeNotification(*package);
    QVERIFY(received);
    QCOMPARE(received->notification, example());
    QVERIFY(checkNotification(*received, "secret", octets("nonce")));
    // Any bit of the trigger counts, the vendor's body too.
    auto more = example();
    more.vendor = {1, 2, 3};
    auto longer = *notificationPackage(more, "secret", octets("nonce"));
    QCOMPARE(syncml::decodeNotification(longer)->notification, more);
    longer.back() ^= 1;
    QVERIFY(!checkNotification(*syncml::decodeNotification(longer), "secret", octets("nonce")));
}

void TestNotification::B22_digestWrongThenResync()
{
    const auto received = syncml::decodeNotification(*notificationPackage(example(), "secret", octets("nonce")));
    QVERIFY(!checkNotification(*received, "secret", octets("other")));
    QVERIFY(!checkNotification(*received, "Secret", octets("nonce")));
    for (const ResyncNonce form : {ResyncNonce::FourZeroBytes, ResyncNonce::TenCharacters}) {
        QVERIFY(!checkNotification(*received, "secret", resyncNonce(form)));
        const auto lost = syncml::decodeNotification(*notificationPackage(example(), "secret", resyncNonce(form)));
        QVERIFY(checkNotification(*lost, "secret", resyncNonce(form)));
    }
    QCOMPARE(resyncNonce(ResyncNonce::FourZeroBytes), Bytes(4, 0));
    QCOMPARE(resyncNonce(ResyncNonce::TenCharacters), octets("0x00000000"));
}

void TestNotification::B24_uiModesAndInitiator()
{
    for (const auto mode : {syncml::UiMode::Unspecified, syncml::UiMode::Background, syncml::UiMode::Informative,
             syncml::UiMode::Interaction})
        for (const bool server : {false, true}) {
            auto notification = example();
            notification.uiMode = mode;
            notification.serverInitiated = server;
            const auto received = syncml::decodeNotification(*notificationPackage(notification, "s", {}));
            QCOMPARE(received->notification, notification);
        }
}

void TestNotification::B25_sessionIdAsText()
{
    QCOMPARE(syncml::sessionIdText(1), std::string("1"));
    QCOMPARE(syncml::sessionIdText(0x0ABC), std::string("ABC"));
    QCOMPARE(syncml::sessionIdText(0xFFFF), std::string("FFFF"));
}

void TestNotification::hostilePackages()
{
    const Bytes good = *notificationPackage(example(), "secret", {});
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY2(!syncml::decodeNotification(ByteView(good).first(size)), std::to_string(size).c_str());
    Bytes version = good;
    version[16] = 0x03; // 1.2 in tenths
    version[17] = static_cast<std::uint8_t>(version[17] & 0x3F);
    const auto other = syncml::decodeNotification(version);
    QVERIFY(!other);
    QCOMPARE(other.error().kind, ErrorKind::Unsupported);
    QVERIFY(other.error().what.contains(QLatin1String("1.2")));
    Bytes noSession = good;
    noSession[21] = noSession[22] = 0;
    QVERIFY(!syncml::decodeNotification(noSession));
    Bytes longId = good;
    longId[23] = 255;
    QCOMPARE(syncml::decodeNotification(longId).error().kind, ErrorKind::Syntax);
    QCOMPARE(syncml::decodeNotification(Bytes(100'000, 0)).error().kind, ErrorKind::Limit);
}

void TestNotification::whatCannotBeWritten()
{
    auto notification = example();
    notification.sessionId = 0;
    QVERIFY(!syncml::encodeTrigger(notification));
    notification = example();
    notification.serverId = std::string(256, 'x');
    QVERIFY(!syncml::encodeTrigger(notification));
    notification.serverId.clear();
    QVERIFY(!notificationPackage(notification, "secret", {}));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestNotification>(argc, argv);
}

} // namespace dmsc::tst_notification

#include "tst_notification.moc"
