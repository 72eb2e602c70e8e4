// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "cardio/files/pkcs15.h"
#include "cardio/store/card_image.h"
#include "cardio/uicc/published_objects.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "model/formats/document.h"
#include "tests/support/pcscd_rig.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_card_peers {

using namespace dmsc::test;

namespace {

struct Run
{
    int exit = -1;
    QByteArray out; ///< and what went to standard error
    bool missing = false;
};

Run run(const QString& program, const QStringList& words, const QByteArray& input = {})
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return {-1, {}, true};
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, "no end: " + process.readAll(), false};
    }
    return {process.exitCode(), process.readAll(), false};
}

/// One MO as the card publishes it.
struct Published
{
    QString label;
    QString type;
    QString oid;
    QByteArray content;
};

QByteArray bytesOf(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QString dotted(const Bytes& oid)
{
    QString text =
        QStringLiteral("%1.%2").arg(oid[0] / 40 < 2 ? oid[0] / 40 : 2).arg(oid[0] < 80 ? oid[0] % 40 : oid[0] - 80);
    quint64 arc = 0;
    for (std::size_t i = 1; i < oid.size(); ++i) {
        arc = arc << 7U | (oid[i] & 0x7FU);
        if ((oid[i] & 0x80U) != 0)
            continue;
        text += QStringLiteral(".%1").arg(arc);
        arc = 0;
    }
    return text;
}

std::vector<Published> publishedBy(const QString& image)
{
    const auto card = CardImage::open(image);
    if (!card)
        qFatal("%s", qPrintable(card.error().text()));
    const auto files = publishedFiles(card->tree(), card->iccid());
    const auto contentOf = [&](std::uint16_t number) {
        for (const PublishedFile& file : files)
            if (file.number == number)
                return file.content;
        return Bytes{};
    };
    std::vector<Published> list;
    const auto directory = pkcs15::readDodf(contentOf(0x4401));
    if (!directory)
        qFatal("%s", qPrintable(directory.error().text()));
    for (const pkcs15::DataObject& object : directory->objects) {
        const Bytes& path = object.path.file;
        const auto number = static_cast<std::uint16_t>(path[path.size() - 2] << 8U | path.back());
        list.push_back(
            {object.label, object.applicationName, dotted(object.applicationOid), bytesOf(contentOf(number))});
    }
    return list;
}

/// From now on the policy lets the device alone look at the first object: it is private.
void keepFirstObjectPrivate(const QString& image)
{
    auto card = CardImage::open(image);
    if (!card)
        qFatal("%s", qPrintable(card.error().text()));
    const Tree& tree = card->tree();
    NodeId first = tree.children(Tree::root()).front();
    while (tree.type(first).empty())
        first = tree.children(first).front();
    IssuerPolicy policy = card->policy();
    for (EntityPolicy& entity : policy.entities) {
        if (entity.role == Role::Issuer)
            continue;
        entity.conditions.clear();
        if (entity.role == Role::Device)
            entity.conditions.push_back({{0x23}, {}, std::string(tree.type(first))});
    }
    if (const auto saved = card->savePolicy(policy); !saved)
        qFatal("%s", qPrintable(saved.error().text()));
}

/// A second card, in the second slot, with one data object, which needs PIN 1.
struct PrivateCard
{
    explicit PrivateCard(const PcscdRig& pcscd)
    {
        if (!createCard(image, {true, {}}))
            qFatal("no card");
        object = publishedBy(image).front();
        keepFirstObjectPrivate(image);
        plug = std::make_unique<VpcdPlug>(
            *VpcdAddress::parse(pcscd.address(1)), [path = image] { return EmulatedCard::open(path); },
            [](const PlugState&) {});
    }
    ~PrivateCard()
    {
        plug.reset();
        (void)PcscdRig::waitFor(ReaderStatus::Empty, 1); // or the next test takes this one for its own
    }
    PrivateCard(const PrivateCard&) = delete;
    PrivateCard& operator=(const PrivateCard&) = delete;

    [[nodiscard]] static QStringList with(const QStringList& words)
    {
        return QStringList{QStringLiteral("--reader"), PcscdRig::reader(1)} + words;
    }

    QTemporaryDir folder;
    QString image = folder.filePath(QStringLiteral("private"));
    Published object;
    std::unique_ptr<VpcdPlug> plug;
};

} // namespace

/// Programs that others wrote read our card, through the real pcscd.
class TestCardPeers : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PcscdRig> m_pcscd;
    std::unique_ptr<VpcdPlug> m_plug;
    std::vector<Published> m_published;

    [[nodiscard]] QString image() const { return m_folder.filePath(QStringLiteral("card")); }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        m_pcscd = std::make_unique<PcscdRig>();
        QVERIFY(m_pcscd->start());
        // What OpenSC needs to take a card that it does not know.
        QFile config(m_folder.filePath(QStringLiteral("opensc.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("app default { enable_default_driver = true; card_drivers = default; }\n");
        config.close();
        qputenv("OPENSC_CONF", QFile::encodeName(config.fileName()));
        qputenv("HOME", QFile::encodeName(m_folder.path())); // where it would keep copies
        QVERIFY(createCard(image(), {true, {}}));
        m_published = publishedBy(image());
        QVERIFY(!m_published.empty());
        m_plug = std::make_unique<VpcdPlug>(
            *VpcdAddress::parse(m_pcscd->address()), [path = image()] { return EmulatedCard::open(path); },
            [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
    }
    void cleanupTestCase()
    {
        m_plug.reset();
        m_pcscd.reset();
    }

    void pcscScanSeesReaderAndCard()
    {
        const Run scan =
            run(QStringLiteral("pcsc_scan"), {QStringLiteral("-n"), QStringLiteral("-t"), QStringLiteral("1")});
        if (scan.missing)
            QSKIP("pcsc_scan is not installed");
        QVERIFY2(scan.out.contains("Virtual PCD 00 00"), scan.out.constData());
        QVERIFY2(scan.out.contains("Card inserted"), scan.out.constData());
        const auto opened = EmulatedCard::open(image());
        QVERIFY2(scan.out.contains(bytesOf((*opened)->atr()).toHex(' ').toUpper()), scan.out.constData());
    }

    void scriptorSelectsOurApplication()
    {
        const Run script = run(QStringLiteral("scriptor"), {QStringLiteral("-r"), PcscdRig::reader()},
            "reset\n00 A4 04 00 07 F0 44 4D 5F 53 43 01 00\n00 A4 04 00 05 A0 00 00 00 99\n"
            "80 42 00 00\n00 A4 00 0C 02 3F 00\n");
        if (script.missing)
            QSKIP("scriptor is not installed");
        QVERIFY2(script.out.contains("< 6F") || script.out.contains("< 61"), script.out.constData());
        QVERIFY2(script.out.contains("6A 82"), script.out.constData()); // no such application
        QVERIFY2(script.out.contains("90 00"), script.out.constData());
    }

    void openscToolSendsCommands()
    {
        const Run tool = run(QStringLiteral("opensc-tool"),
            {QStringLiteral("-s"), QStringLiteral("00A40004022F00"), QStringLiteral("-s"),
                QStringLiteral("00B2010430")});
        if (tool.missing)
            QSKIP("opensc-tool is not installed");
        QVERIFY2(tool.exit == 0, tool.out.constData());
        QCOMPARE(tool.out.count("SW1=0x90, SW2=0x00"), 2);
    }

    void openscExplorerReadsFiles()
    {
        QFile script(m_folder.filePath(QStringLiteral("explore")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("cat 2FE2\ncd 5015\ninfo 5031\ncat 5032\n");
        script.close();
        const Run explorer = run(QStringLiteral("opensc-explorer"), {script.fileName()});
        if (explorer.missing)
            QSKIP("opensc-explorer is not installed");
        QVERIFY2(explorer.exit == 0, explorer.out.constData());
        QVERIFY2(explorer.out.contains("DM workbench") || explorer.out.contains("DM workbe"), explorer.out.constData());
    }

    void pkcs15ToolListsEveryMo()
    {
        const Run list = run(QStringLiteral("pkcs15-tool"), {QStringLiteral("--list-data-objects")});
        if (list.missing)
            QSKIP("pkcs15-tool is not installed");
        QVERIFY2(list.exit == 0, list.out.constData());
        for (const Published& one : m_published) {
            QVERIFY2(list.out.contains("'" + one.label.toUtf8() + "'"), qPrintable(one.label));
            QVERIFY2(list.out.contains(one.type.toUtf8()), qPrintable(one.type));
            QVERIFY2(list.out.contains(one.oid.toUtf8()), qPrintable(one.oid));
        }
        const Run dump = run(QStringLiteral("pkcs15-tool"), {QStringLiteral("--dump")});
        QVERIFY2(dump.exit == 0 && dump.out.contains("PKCS#15 Card [OMA MO store]"), dump.out.constData());
    }

    void pkcs15ToolReadsEveryMoByteForByte_data()
    {
        QTest::addColumn<bool>("byOid");
        QTest::newRow("by label") << false;
        QTest::newRow("by OID") << true;
    }

    void pkcs15ToolReadsEveryMoByteForByte()
    {
        QFETCH(bool, byOid);
        const QString file = m_folder.filePath(QStringLiteral("object"));
        for (const Published& one : m_published) {
            QFile::remove(file);
            const Run read = run(QStringLiteral("pkcs15-tool"),
                {QStringLiteral("--read-data-object"), byOid ? one.oid : one.label, QStringLiteral("--raw"),
                    QStringLiteral("-o"), file});
            if (read.missing)
                QSKIP("pkcs15-tool is not installed");
            QVERIFY2(read.exit == 0, read.out.constData());
            QFile object(file);
            QVERIFY(object.open(QIODevice::ReadOnly));
            const QByteArray content = object.readAll();
            QCOMPARE(content.size(), one.content.size());
            QVERIFY2(content == one.content, qPrintable(one.label));
        }
    }

    void whatPkcs15ToolReadsIsTheMo()
    {
        const auto side = SideSession::open({Where::Kind::Card, image()});
        QVERIFY2(side, side ? "" : qPrintable(side.error().text()));
        int compared = 0;
        for (const Published& one : m_published) {
            const QString file = m_folder.filePath(QStringLiteral("mo"));
            QFile::remove(file);
            const Run read = run(QStringLiteral("pkcs15-tool"),
                {QStringLiteral("--read-data-object"), one.label, QStringLiteral("--raw"), QStringLiteral("-o"), file});
            if (read.missing)
                QSKIP("pkcs15-tool is not installed");
            const auto document = readDocument(file);
            if (!document)
                continue; // a part of a longer one
            const Tree& tree = document->tree;
            NodeId top = tree.children(Tree::root()).front();
            while (tree.type(top).empty() && !tree.children(top).empty())
                top = tree.children(top).front();
            QCOMPARE(QString::fromUtf8(tree.type(top).data(), static_cast<qsizetype>(tree.type(top).size())), one.type);
            ++compared;
        }
        QVERIFY(compared > 0);
    }

    void pkcs11ToolReadsEveryMo()
    {
        const QStringList module{QStringLiteral("--module"), QStringLiteral("opensc-pkcs11.so")};
        const Run list = run(QStringLiteral("pkcs11-tool"),
            module + QStringList{QStringLiteral("--list-objects"), QStringLiteral("--type"), QStringLiteral("data")});
        if (list.missing)
            QSKIP("pkcs11-tool is not installed");
        QVERIFY2(list.exit == 0, list.out.constData());
        for (const Published& one : m_published) {
            QVERIFY2(list.out.contains(one.label.toUtf8()), list.out.constData());
            const QString file = m_folder.filePath(QStringLiteral("object11"));
            QFile::remove(file);
            const Run read = run(QStringLiteral("pkcs11-tool"),
                module
                    + QStringList{QStringLiteral("--read-object"), QStringLiteral("--type"), QStringLiteral("data"),
                        QStringLiteral("--label"), one.label, QStringLiteral("-o"), file});
            QVERIFY2(read.exit == 0, read.out.constData());
            QFile object(file);
            QVERIFY(object.open(QIODevice::ReadOnly));
            const QByteArray content = object.readAll();
            // Its buffer ends at 5000 bytes (OpenSC #3174).
            QVERIFY2(content == one.content || (content.size() >= 4096 && one.content.startsWith(content)),
                qPrintable(one.label));
        }
    }

    void pkcs15ToolReadsAPrivateObjectWithThePin()
    {
        const PrivateCard card(*m_pcscd);
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card, 1));
        const QString tool = QStringLiteral("pkcs15-tool");
        const Run pins = run(tool, PrivateCard::with({QStringLiteral("--list-pins")}));
        if (pins.missing)
            QSKIP("pkcs15-tool is not installed");
        QVERIFY2(pins.exit == 0 && pins.out.contains("PIN [PIN 1]"), pins.out.constData());
        for (const char* line : {"ID             : 01", "Length         : min_len:4, max_len:8, stored_len:8",
                 "Pad char       : 0xFF", "Reference      : 1 (0x01)", "Type           : ascii-numeric",
                 "Path           : 3f00", "needs-padding"})
            QVERIFY2(pins.out.contains(line), (QByteArray(line) + "\n" + pins.out).constData());
        const Run list = run(tool, PrivateCard::with({QStringLiteral("--list-data-objects")}));
        QVERIFY2(list.exit == 0 && list.out.contains("'" + card.object.label.toUtf8() + "'"), list.out.constData());
        QVERIFY2(list.out.contains("Auth ID"), list.out.constData());
        const QString file = card.folder.filePath(QStringLiteral("object"));
        const QStringList read{QStringLiteral("--read-data-object"), card.object.label, QStringLiteral("--raw"),
            QStringLiteral("-o"), file};
        const Run refused = run(tool, PrivateCard::with(read));
        QVERIFY2(refused.exit != 0 || !QFile::exists(file), refused.out.constData());
        const Run opened = run(tool,
            PrivateCard::with(read)
                + QStringList{QStringLiteral("--verify-pin"), QStringLiteral("--auth-id"), QStringLiteral("01"),
                    QStringLiteral("--pin"), QStringLiteral("1234")});
        QVERIFY2(opened.exit == 0, opened.out.constData());
        QFile object(file);
        QVERIFY(object.open(QIODevice::ReadOnly));
        QCOMPARE(object.readAll(), card.object.content);
    }

    void pkcs11ToolReadsAPrivateObjectAfterLogin()
    {
        const PrivateCard card(*m_pcscd);
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card, 1));
        const QStringList module{QStringLiteral("--module"), QStringLiteral("opensc-pkcs11.so"),
            QStringLiteral("--slot-index"), QStringLiteral("1"), QStringLiteral("--type"), QStringLiteral("data")};
        const QStringList login{QStringLiteral("--login"), QStringLiteral("--pin"), QStringLiteral("1234")};
        const QStringList list{QStringLiteral("--list-objects")};
        const QString tool = QStringLiteral("pkcs11-tool");
        const Run open = run(tool, module + list);
        if (open.missing)
            QSKIP("pkcs11-tool is not installed");
        QVERIFY2(open.exit == 0 && !open.out.contains(card.object.label.toUtf8()), open.out.constData());
        const Run all = run(tool, module + list + login);
        QVERIFY2(all.exit == 0 && all.out.contains(card.object.label.toUtf8()), all.out.constData());
        const QString file = card.folder.filePath(QStringLiteral("object"));
        const Run read = run(tool,
            module + login
                + QStringList{QStringLiteral("--read-object"), QStringLiteral("--label"), card.object.label,
                    QStringLiteral("-o"), file});
        QVERIFY2(read.exit == 0, read.out.constData());
        QFile object(file);
        QVERIFY(object.open(QIODevice::ReadOnly));
        const QByteArray content = object.readAll();
        QVERIFY(!content.isEmpty() && card.object.content.startsWith(content));
    }

    void theCardIsAsItWas()
    {
        // None of them has hung it, and ours still opens it.
        const auto side = SideSession::open({Where::Kind::Reader, PcscdRig::reader()});
        QVERIFY2(side, side ? "" : qPrintable(side.error().text()));
        QVERIFY((*side)->state().card.has_value());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardPeers>(argc, argv);
}

} // namespace dmsc::tst_card_peers

#include "tst_card_peers.moc"
