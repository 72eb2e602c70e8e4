// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/iccid.h"

#include "cardio/desk/side_session.h"
#include "cardio/store/card_image.h"
#include "tests/support/run_test.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

namespace dmsc::tst_iccid {

class TestIccid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newOnesAreRightAndTheirOwn()
    {
        std::set<std::string> seen;
        for (int i = 0; i < 100; ++i) {
            const auto iccid = newIccid(systemRandom());
            QVERIFY(iccid);
            QCOMPARE(iccid->size(), std::size_t{19});
            QVERIFY(iccidOf(QString::fromStdString(*iccid)));
            QVERIFY(seen.insert(*iccid).second);
        }
    }

    void checkDigitsAreChecked()
    {
        QVERIFY(iccidOf(QStringLiteral("8991101200003204514"))); // of a published example
        QVERIFY(iccidOf(QString::fromStdString(CardSetup().iccid)));
        const auto wrong = iccidOf(QStringLiteral("8991101200003204511"));
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().what.contains(QLatin1String("4 here")), qPrintable(wrong.error().what));
        for (const char* text : {"", "89", "899110120000320451x", "7991101200003204510", "899110120000320451400"})
            QVERIFY2(!iccidOf(QLatin1String(text)), text);
    }

    void eachNewCardHasOne()
    {
        const QTemporaryDir folder;
        std::set<std::string> seen;
        for (const char* name : {"a", "b"}) {
            const QString path = folder.filePath(QLatin1String(name));
            QVERIFY(createCard(path, {}));
            const auto image = CardImage::open(path);
            QVERIFY(image);
            QVERIFY(seen.insert(image->iccid()).second);
        }
        ImageContent content;
        content.iccid = QStringLiteral("8991101200003204514");
        const QString path = folder.filePath(QStringLiteral("c"));
        QVERIFY(createCard(path, content));
        QCOMPARE(CardImage::open(path)->iccid(), content.iccid.toStdString());
        content.iccid = QStringLiteral("8991101200003204512");
        QVERIFY(!createCard(folder.filePath(QStringLiteral("d")), content));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestIccid>(argc, argv);
}

} // namespace dmsc::tst_iccid

#include "tst_iccid.moc"
