// SPDX-License-Identifier: Apache-2.0
// Keys of a card changed and unblocked, data objects that come and go, and writes whose commands were shown first.
#include "cardio/files/card_files.h"
#include "cardio/link/in_process_link.h"
#include "cardio/link/recorded_link.h"
#include "model/byte_array.h"
#include "tests/cardio/uicc_rig.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <algorithm>

namespace dmsc::tst_uicc_keys {

namespace {

constexpr std::uint8_t kPin1 = 0x01;
constexpr std::uint8_t kAdm1 = 0x0A;
const auto kObjects = QStringLiteral("EF_IMSConfigData");

SecretBytes secret(const char* text)
{
    const QByteArray bytes(text);
    return {bytes.begin(), bytes.end()};
}

PinChange newValue(const char* old, const char* fresh)
{
    return {kPin1, PinChange::Kind::Change, secret(old), secret(fresh)};
}

PinChange unblocking(const char* puk, const char* fresh)
{
    return {kPin1, PinChange::Kind::Unblock, secret(puk), secret(fresh)};
}

/// An emulated UICC whose files are found, and what was said to it.
struct KeyRig
{
    KeyRig()
    {
        if (const auto found = files.explore(); !found)
            qFatal("%s", qPrintable(found.error().text()));
        said.clear();
    }

    void unlock()
    {
        QVERIFY(files.verify(kPin1, "1234")->verified);
        QVERIFY(files.verify(kAdm1, "11223344")->verified);
        said.clear();
    }
    [[nodiscard]] QString pathOf(const QString& name) const
    {
        for (const CardFile& file : files.tree()->files)
            if (file.name == name)
                return file.path;
        qFatal("no file %s", qPrintable(name));
    }
    /// What was said but for what reads.
    [[nodiscard]] std::vector<QString> changes() const
    {
        std::vector<QString> hex;
        for (const QString& command : said) {
            const QStringView ins = QStringView(command).mid(2, 2);
            if (ins != QStringLiteral("B0") && ins != QStringLiteral("B2") && ins != QStringLiteral("CB")
                && ins != QStringLiteral("C0"))
                hex.push_back(command);
        }
        return hex;
    }
    [[nodiscard]] std::size_t count(const char* ins) const
    {
        return static_cast<std::size_t>(std::count_if(said.begin(), said.end(),
            [&](const QString& command) { return QStringView(command).mid(2, 2) == QLatin1String(ins); }));
    }
    [[nodiscard]] std::vector<std::uint32_t> tags(const QString& path)
    {
        std::vector<std::uint32_t> numbers;
        if (const auto content = files.read(path))
            for (const CardFilePart& part : content->parts)
                numbers.push_back(part.number);
        return numbers;
    }

    test::UiccRig rig;
    std::vector<QString> said;
    InProcessLink inner{*rig.card};
    RecordedLink link{inner, [this](const Exchange& exchange) { said.push_back(toHex(exchange.command)); }};
    CardFiles files{link};
};

} // namespace

class TestUiccKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPinIsChangedInOneTry()
    {
        KeyRig rig;
        const auto wrong = rig.files.changePin(newValue("9999", "4321"));
        QVERIFY(wrong && !wrong->done);
        QCOMPARE(wrong->pin.triesLeft, std::optional<int>(2));
        QVERIFY(!wrong->pin.verified);
        QCOMPARE(rig.count("24"), std::size_t{1}); // never a second one by itself
        const auto right = rig.files.changePin(newValue("1234", "4321"));
        QVERIFY(right && right->done && right->pin.verified);
        QCOMPARE(rig.count("24"), std::size_t{2});
        QVERIFY(rig.files.tree()->pins.front().verified);
        rig.rig.card->reset();
        rig.files.cardWasReset();
        QVERIFY(!rig.files.verify(kPin1, "1234")->verified);
        QVERIFY(rig.files.verify(kPin1, "4321")->verified);
    }

    void valuesThatNoCardTakesAreNotSent()
    {
        KeyRig rig;
        QCOMPARE(rig.files.changePin(newValue("", "4321")).error().kind, ErrorKind::BadValue);
        QCOMPARE(rig.files.changePin(newValue("1234", "123456789")).error().kind, ErrorKind::BadValue);
        QVERIFY(rig.said.empty());
        // What the card refuses for another reason is an error, and no try is told of.
        QCOMPARE(rig.files.changePin(newValue("1234", "12")).error().kind, ErrorKind::Card);
        QCOMPARE(rig.files.pinState(kPin1)->triesLeft, std::optional<int>(3));
    }

    void aBlockedPinIsUnblockedByItsPuk()
    {
        KeyRig rig;
        for (int i = 0; i < 3; ++i)
            QVERIFY(!rig.files.verify(kPin1, "9999")->verified);
        rig.said.clear();
        const auto before = rig.files.pinState(kPin1);
        QVERIFY(before);
        QCOMPARE(before->triesLeft, std::optional<int>(0));
        QCOMPARE(before->unblockTriesLeft, std::optional<int>(10));
        QVERIFY(std::all_of(rig.said.begin(), rig.said.end(),
            [](const QString& command) { return command.size() == 8; })); // headers alone: nothing was tried
        const auto change = rig.files.changePin(newValue("1234", "4321"));
        QVERIFY(change && !change->done && change->pin.triesLeft == 0);

        const auto wrong = rig.files.changePin(unblocking("00000000", "4321"));
        QVERIFY(wrong && !wrong->done);
        QCOMPARE(wrong->pin.unblockTriesLeft, std::optional<int>(9));
        QCOMPARE(wrong->pin.triesLeft, std::optional<int>(0));
        const auto right = rig.files.changePin(unblocking("12345678", "4321"));
        QVERIFY(right && right->done && right->pin.verified);
        QVERIFY(right->pin.triesLeft != 0);
        rig.rig.card->reset();
        rig.files.cardWasReset();
        QVERIFY(rig.files.verify(kPin1, "4321")->verified);
        QVERIFY(!rig.files.changePin({kAdm1, PinChange::Kind::Unblock, secret("12345678"), secret("87654321")}));
    }

    void objectsComeAndGo()
    {
        KeyRig rig;
        rig.unlock();
        const QString path = rig.pathOf(kObjects);
        const auto before = rig.tags(path);
        CardFilePart part{QStringLiteral("tag 9F22"), 0x9F22, QByteArray("new")};
        const auto added = rig.files.prepare(path, part);
        QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().text()));
        QVERIFY(added->before.isEmpty());
        QVERIFY(added->apdus.back().endsWith(QStringLiteral("9F22036E6577")));
        QVERIFY(rig.files.write(*added));
        QCOMPARE(rig.tags(path).size(), before.size() + 1);

        part.bytes.clear();
        const auto removed = rig.files.prepare(path, part);
        QVERIFY(removed);
        QCOMPARE(removed->before, QByteArray("new"));
        QCOMPARE(removed->apdus.back(), QStringLiteral("80DB0080029F22"));
        QVERIFY(rig.files.write(*removed));
        QCOMPARE(rig.tags(path), before);
    }

    void whatIsListedIsWhatIsSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("number");
        QTest::newRow("transparent") << QStringLiteral("EF_NASCONFIG") << 0;
        QTest::newRow("record") << QStringLiteral("EF.DIR") << 1;
        QTest::newRow("data object") << kObjects << 0x80;
    }
    void whatIsListedIsWhatIsSent()
    {
        QFETCH(QString, name);
        QFETCH(int, number);
        KeyRig rig;
        rig.unlock();
        const QString path = rig.pathOf(name);
        const auto content = rig.files.read(path);
        QVERIFY(content && !content->parts.empty());
        CardFilePart part = content->parts.front();
        QCOMPARE(part.number, std::uint32_t(number));
        part.bytes[part.bytes.size() - 1] = char(part.bytes.back() ^ 1);
        const auto write = rig.files.prepare(path, part);
        QVERIFY2(write.has_value(), write ? "" : qPrintable(write.error().text()));
        QVERIFY(write->apdus.size() >= 2);
        // Wherever the channel stands meanwhile.
        QVERIFY(rig.files.read(QStringLiteral("3F00/2FE2")));
        rig.said.clear();
        QVERIFY(rig.files.write(*write));
        std::vector<QString> sent = rig.changes();
        // The check before and the look at the sizes afterwards select, too.
        const auto at = std::search(sent.begin(), sent.end(), write->apdus.begin(), write->apdus.end());
        QVERIFY2(at != sent.end(), qPrintable(QStringList(sent.begin(), sent.end()).join(QLatin1Char('\n'))));
        const auto isSelect = [](const QString& command) { return command.mid(2, 2) == QStringLiteral("A4"); };
        sent.erase(at, at + static_cast<std::ptrdiff_t>(write->apdus.size()));
        QVERIFY(std::all_of(sent.begin(), sent.end(), isSelect));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccKeys>(argc, argv);
}

} // namespace dmsc::tst_uicc_keys

#include "tst_uicc_keys.moc"
