// SPDX-License-Identifier: Apache-2.0
// Keys and files of a card in a reader, changed by us and looked at by others, and the other way round.
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "model/byte_array.h"
#include "tests/app/shell.h"
#include "tests/support/pcscd_rig.h"
#include "tests/support/run_test.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

namespace dmsc::tst_card_edits {

using namespace dmsc::test;

namespace {

constexpr std::uint8_t kPin1 = 0x01;
constexpr std::uint8_t kAdm1 = 0x0A;
constexpr std::uint32_t kNewTag = 0x9F22;
constexpr const char* kVerifyPin1 = "002000010831323334FFFFFFFF";
constexpr const char* kVerifyAdm1 = "0020000A083131323233333434";
const QMap<QString, QString> kKeys{{QStringLiteral("DMSC_PINS"), QStringLiteral("01=1234,0A=11223344")}};

QMap<QString, QString> secrets(const char* name, const char* value, const char* fresh)
{
    return {{QLatin1String(name), QLatin1String(value)}, {QStringLiteral("DMSC_NEW_PIN"), QLatin1String(fresh)}};
}

/// Four digits as the card wants them, for opensc-explorer.
QByteArray padded(const char* digits)
{
    return (QByteArray(digits) + QByteArray(4, '\xFF')).toHex(':');
}

/// What the card answered, as a program of OpenSC or pcsc-tools shows it; nullopt where that is not installed.
std::optional<QByteArray> said(const QString& program, const QStringList& words, const QByteArray& input = {})
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return std::nullopt;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
    }
    return process.readAll();
}

std::optional<QByteArray> explore(const QByteArray& commands)
{
    return said(QStringLiteral("opensc-explorer"), {QStringLiteral("-r"), QStringLiteral("0")}, commands);
}

std::optional<QByteArray> script(const QByteArray& commands)
{
    return said(QStringLiteral("scriptor"), {QStringLiteral("-r"), PcscdRig::reader()}, commands);
}

} // namespace

class TestCardEdits : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PcscdRig> m_pcscd;
    std::unique_ptr<Shell> m_shell;
    std::unique_ptr<VpcdPlug> m_plug;

    /// A new card of that kind in the reader.
    void putIn(bool plainUicc)
    {
        const QString image = m_folder.filePath(QStringLiteral("card"));
        QFile::remove(image);
        ImageContent content;
        content.demo = !plainUicc;
        content.plainUicc = plainUicc;
        QVERIFY(createCard(image, content));
        m_plug = std::make_unique<VpcdPlug>(
            *VpcdAddress::parse(m_pcscd->address()), [image] { return EmulatedCard::open(image); },
            [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
    }
    static std::unique_ptr<SideSession> opened()
    {
        auto side = SideSession::open({Where::Kind::Reader, PcscdRig::reader()});
        if (!side)
            qFatal("%s", qPrintable(side.error().text()));
        if (auto found = (*side)->explore(); !found)
            qFatal("%s", qPrintable(found.error().text()));
        return std::move(*side);
    }
    static QString pathOf(const SideSession& side, const char* name)
    {
        for (const CardFile& file : side.state().files->files)
            if (file.name == QLatin1String(name))
                return file.path;
        qFatal("no file %s", name);
    }
    /// Writes it as the workbench does; fails the test with the error's words.
    static void write(SideSession& side, const QString& path, const CardFilePart& part)
    {
        const auto prepared = side.prepareFile(path, part);
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().text()));
        const auto written = side.writeFile(*prepared);
        QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    }
    static QByteArray partOf(SideSession& side, const QString& path, std::uint32_t number)
    {
        const auto content = side.readFile(path);
        if (!content)
            qFatal("%s", qPrintable(content.error().text()));
        for (const CardFilePart& part : content->parts)
            if (part.number == number)
                return part.bytes;
        return {};
    }
    /// A command line about the card in the reader, whose name has blanks.
    [[nodiscard]] ShellRun dmsc(QAnyStringView line, const QMap<QString, QString>& variables = {}) const
    {
        QStringList words = line.toString().split(QLatin1Char(' '));
        words.replace(words.indexOf(QStringLiteral("READER")), QStringLiteral("pcsc:") + PcscdRig::reader());
        return m_shell->runWords(words, variables);
    }
    [[nodiscard]] int triesLeft() const
    {
        const ShellRun state = dmsc("card pin READER 01 --json");
        return state.exit == 0 ? state.json().value(QLatin1String("triesLeft")).toInt(-1) : -1;
    }
    static void bothKinds()
    {
        QTest::addColumn<bool>("plainUicc");
        QTest::newRow("plain UICC") << true;
        QTest::newRow("DM_SC card") << false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        m_pcscd = std::make_unique<PcscdRig>();
        QVERIFY(m_pcscd->start());
        m_shell = std::make_unique<Shell>();
        qputenv("HOME", QFile::encodeName(m_folder.path())); // where OpenSC would keep copies
    }
    void cleanup()
    {
        m_plug.reset();
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Empty));
        QThread::msleep(500); // pcscd looks for cards every 400 ms
    }
    void cleanupTestCase() { m_pcscd.reset(); }

    void aPinIsChangedHereAndThere_data() { bothKinds(); }
    void aPinIsChangedHereAndThere()
    {
        QFETCH(bool, plainUicc);
        putIn(plainUicc);
        const ShellRun wrong = dmsc("card pin READER 01 --change", secrets("DMSC_PIN", "9999", "4321"));
        QCOMPARE(wrong.exit, 2);
        QVERIFY2(wrong.err.contains("tries left: 2"), wrong.err.constData());
        const ShellRun changed = dmsc("card pin READER 01 --change", secrets("DMSC_PIN", "1234", "4321"));
        QVERIFY2(changed.exit == 0, changed.err.constData());
        QCOMPARE(triesLeft(), 3);
        const auto verified = script("00 20 00 01 08 34 33 32 31 FF FF FF FF\n");
        if (!verified)
            QSKIP("scriptor is not installed");
        QVERIFY2(verified->contains("< 90 00"), verified->constData());
        // Back again by OpenSC, and ours finds it so.
        const auto back = explore("change CHV1 " + padded("4321") + ' ' + padded("1234") + '\n');
        if (!back)
            QSKIP("opensc-explorer is not installed");
        QVERIFY2(back->contains("PIN changed"), back->constData());
        const auto side = opened();
        const auto pin = side->verifyPin(kPin1, "1234");
        QVERIFY(pin && pin->verified);
    }

    void aPinThatOthersBlockedIsUnblocked_data() { bothKinds(); }
    void aPinThatOthersBlockedIsUnblocked()
    {
        QFETCH(bool, plainUicc);
        putIn(plainUicc);
        const auto blocked = script(QByteArray("00 20 00 01 08 39 39 39 39 FF FF FF FF\n").repeated(3));
        if (!blocked)
            QSKIP("scriptor is not installed");
        QVERIFY2(blocked->contains("63 C0"), blocked->constData());
        QCOMPARE(triesLeft(), 0);
        const ShellRun wrong = dmsc("card pin READER 01 --unblock", secrets("DMSC_PUK", "00000000", "4321"));
        QCOMPARE(wrong.exit, 2);
        QVERIFY2(wrong.err.contains("tries left: 9"), wrong.err.constData());
        const ShellRun right = dmsc("card pin READER 01 --unblock", secrets("DMSC_PUK", "12345678", "4321"));
        QVERIFY2(right.exit == 0, right.err.constData());
        QCOMPARE(triesLeft(), 3);
        const auto verified = explore("verify CHV1 " + padded("4321") + '\n');
        if (!verified)
            QSKIP("opensc-explorer is not installed");
        QVERIFY2(verified->contains("Code correct"), verified->constData());
    }

    void theCommandsThatArePreviewedDoIt_data() { bothKinds(); }
    void theCommandsThatArePreviewedDoIt()
    {
        QFETCH(bool, plainUicc);
        putIn(plainUicc);
        QString path;
        for (const auto& file : dmsc("card files READER --json").json().value(QLatin1String("files")).toArray())
            if (path.isEmpty()
                && file.toObject().value(QLatin1String("name")).toString() == QStringLiteral("EF_IMSConfigData"))
                path = file.toObject().value(QLatin1String("path")).toString();
        QVERIFY(!path.isEmpty());
        m_shell->write(QStringLiteral("new"), "new");
        const ShellRun preview =
            dmsc(QStringLiteral("card preview READER %1 --in new --part 9F22 --json").arg(path), kKeys);
        QVERIFY2(preview.exit == 0, preview.err.constData());
        QString line =
            QStringLiteral("card apdu READER --json %1 %2").arg(QLatin1String(kVerifyPin1), QLatin1String(kVerifyAdm1));
        // Beside the application the files have a channel of their own.
        if (!plainUicc)
            line += QStringLiteral(" 0070000001");
        const QJsonArray commands = preview.json().value(QLatin1String("commands")).toArray();
        QVERIFY(commands.size() >= 2);
        for (const auto& command : commands)
            line += QLatin1Char(' ') + command.toObject().value(QLatin1String("command")).toString();
        const ShellRun sent = dmsc(line);
        QVERIFY2(sent.exit == 0, sent.err.constData());
        for (const auto& exchange : sent.json().value(QLatin1String("exchanges")).toArray()) {
            const QString status = exchange.toObject().value(QLatin1String("status")).toString();
            QVERIFY2(status == QStringLiteral("9000") || status.startsWith(QStringLiteral("61")), sent.out.constData());
        }
        const auto side = opened();
        QVERIFY(side->verifyPin(kPin1, "1234")->verified);
        QCOMPARE(partOf(*side, path, kNewTag), QByteArray("new"));
    }

    void objectsComeAndGo_data() { bothKinds(); }
    void objectsComeAndGo()
    {
        QFETCH(bool, plainUicc);
        putIn(plainUicc);
        {
            const auto side = opened();
            QVERIFY(side->verifyPin(kPin1, "1234")->verified);
            QVERIFY(side->verifyPin(kAdm1, "11223344")->verified);
            const QString path = pathOf(*side, "EF_IMSConfigData");
            // In one command, in some, and more than a READ BINARY could address.
            for (const int size : {3, 300, 40'000}) {
                write(*side, path, {{}, kNewTag, QByteArray(size, 'x')});
                QCOMPARE(partOf(*side, path, kNewTag), QByteArray(size, 'x'));
            }
            write(*side, path, {{}, kNewTag, QByteArrayLiteral("new")});
        }
        const QByteArray find = QByteArray(kVerifyPin1) + "\n00A4000C027FF0\n00A4000C026FF8\n";
        const auto there = script(find + "80CB0080029F2200\n");
        if (!there)
            QSKIP("scriptor is not installed");
        QVERIFY2(there->contains("9F 22 03 6E 65 77"), there->constData());
        {
            const auto side = opened();
            QVERIFY(side->verifyPin(kPin1, "1234")->verified);
            QVERIFY(side->verifyPin(kAdm1, "11223344")->verified);
            write(*side, pathOf(*side, "EF_IMSConfigData"), {{}, kNewTag, {}});
        }
        const auto gone = script(find + "80CB0080029F2200\n");
        QVERIFY2(gone->contains("< 6A 88"), gone->constData());
    }

    void bytesAndRecordsAreEdited_data() { bothKinds(); }
    void bytesAndRecordsAreEdited()
    {
        QFETCH(bool, plainUicc);
        putIn(plainUicc);
        {
            const auto side = opened();
            QVERIFY(side->verifyPin(kAdm1, "11223344")->verified);
            const QString iccid = pathOf(*side, "EF.ICCID");
            QByteArray digits = partOf(*side, iccid, 0);
            digits[9] = '\x42';
            write(*side, iccid, {{}, 0, digits});
            const QString directory = pathOf(*side, "EF.DIR");
            const auto records = side->readFile(directory);
            QVERIFY(records);
            CardFilePart last = records->parts.back();
            last.bytes.fill('\xFF');
            write(*side, directory, last);
        }
        const auto bytes = said(QStringLiteral("opensc-tool"),
            {QStringLiteral("-s"), QStringLiteral("00A4000C022FE2"), QStringLiteral("-s"),
                QStringLiteral("00B0000901")});
        if (!bytes)
            QSKIP("opensc-tool is not installed");
        QVERIFY2(bytes->contains("42 B"), bytes->constData());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardEdits>(argc, argv);
}

} // namespace dmsc::tst_card_edits

#include "tst_card_edits.moc"
