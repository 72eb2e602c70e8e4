// SPDX-License-Identifier: Apache-2.0
#include "field_text.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_decode_notification {

/// The example of the notification specification (NOTI, appendix), with a digest before it.
class TestDecodeNotification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packageOfTheSpecification();
    void pushHeaderBeforeIt();
    void triggerWithoutDigest();
    void vendorBodyAndServerInitiated();
    void tooShortIsSaid();
};

namespace {

const QByteArray kTrigger = QByteArray::fromHex("02D00000001234 12 636F6D2E6D676D747372762E6D616E616765");
const QByteArray kPackage = QByteArray::fromHex("7fc65a24e9d7ad28df2850ac24656fd4") + kTrigger;

std::vector<Field> decoded(const QByteArray& package)
{
    RecordView view;
    view.layer = Layer::Notification;
    view.request = package;
    std::vector<Field> fields = decode(view);
    return isWellFormed(fields, package.size(), 0) ? fields.at(0).children : std::vector<Field>{};
}

} // namespace

void TestDecodeNotification::packageOfTheSpecification()
{
    QCOMPARE(print(decoded(kPackage)),
        QStringLiteral("Digest (MD5) 7F C6 5A 24 E9 D7 AD 28 DF 28 50 AC 24 65 6F D4 @0+16\n"
                       "Trigger session 1234 with com.mgmtsrv.manage @16+26\n"
                       "  Version 1.1 @16+2\n"
                       "    Version, upper eight bits 2 @16+1/FF\n"
                       "    Version, lower two bits 3 @17+1/C0\n"
                       "  Flags D0 @17+1\n"
                       "    User interaction in the background @17+1/30\n"
                       "    Initiator client @17+1/08\n"
                       "    Reserved, upper three bits 0 @17+1/07\n"
                       "  Reserved 00 00 00 @18+3\n"
                       "  SessionID 1234 @21+2\n"
                       "  Length of the server id 18 @23+1\n"
                       "  Server id com.mgmtsrv.manage @24+18\n"));
}

void TestDecodeNotification::pushHeaderBeforeIt()
{
    const auto fields = decoded(QByteArray::fromHex("01060 3C4AF87") + kPackage);
    QCOMPARE(valueOf(fields, QStringLiteral("WSP push header")), QStringLiteral("01 06 03 C4 AF 87"));
    QCOMPARE(valueOf(fields, QStringLiteral("Server id")), QStringLiteral("com.mgmtsrv.manage"));
    // As many headers as need a length of two octets.
    const auto more = decoded(QByteArray::fromHex("01068148C4") + QByteArray(199, '\x81') + kPackage);
    QCOMPARE(valueOf(more, QStringLiteral("Server id")), QStringLiteral("com.mgmtsrv.manage"));
}

void TestDecodeNotification::triggerWithoutDigest()
{
    const auto fields = decoded(kTrigger);
    QCOMPARE(fields.size(), std::size_t{1});
    QCOMPARE(valueOf(fields, QStringLiteral("SessionID")), QStringLiteral("1234"));
}

void TestDecodeNotification::vendorBodyAndServerInitiated()
{
    const auto fields = decoded(QByteArray(16, '\0') + QByteArray::fromHex("02F80000000001 02 4142 76656E646F72"));
    QCOMPARE(valueOf(fields, QStringLiteral("User interaction")), QStringLiteral("ask the user"));
    QCOMPARE(valueOf(fields, QStringLiteral("Initiator")), QStringLiteral("server"));
    QCOMPARE(valueOf(fields, QStringLiteral("Vendor body")), QStringLiteral("vendor"));
}

void TestDecodeNotification::tooShortIsSaid()
{
    QVERIFY(find(decoded(kPackage.left(20)), QStringLiteral("Malformed"))->level == StatusLevel::Error);
    QVERIFY(find(decoded(kPackage.left(30)), QStringLiteral("Malformed")) != nullptr);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDecodeNotification>(argc, argv);
}

} // namespace dmsc::tst_decode_notification

#include "tst_decode_notification.moc"
