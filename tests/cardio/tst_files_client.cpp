// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/tlv.h"
#include "cardio/files/card_files.h"
#include "cardio/files/fcp.h"
#include "cardio/files/file_client.h"
#include "cardio/link/in_process_link.h"
#include "cardio/uicc/uicc_card.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/run_test.h"

#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_files_client {

namespace {

constexpr std::uint8_t kAdm1 = 0x0A;
constexpr std::uint16_t kLarge = 0x6F77;
constexpr std::uint16_t kObjects = 0x6F78;

/// Counts what goes over a link, which may be one without extended lengths.
class CountingLink final : public Link
{
public:
    CountingLink(Link& inner, bool extended)
        : m_inner(&inner)
        , m_extended(extended)
    {
    }
    Result<Bytes> transmit(ByteView command) override
    {
        ++exchanges;
        selects += command[1] == 0xA4 ? 1U : 0U;
        odd += command[1] == 0xB1 || command[1] == 0xD7 ? 1U : 0U;
        return m_inner->transmit(command);
    }
    Result<void> reset() override { return m_inner->reset(); }
    Bytes atr() const override { return m_inner->atr(); }
    bool extendedLength() const override { return m_extended; }

    std::size_t exchanges = 0;
    std::size_t selects = 0;
    std::size_t odd = 0;

private:
    Link* m_inner;
    bool m_extended;
};

/// The ICCID's parameters are garbage, and what is read of EF.DIR may be corrupt, says the card.
class OddLink final : public Link
{
public:
    explicit OddLink(Link& inner)
        : m_inner(&inner)
    {
    }
    Result<Bytes> transmit(ByteView command) override
    {
        auto answer = m_inner->transmit(command);
        if (command[1] == 0xA4)
            m_selected = toHex(command);
        if (command[1] == 0xA4 && m_selected.contains(QStringLiteral("2FE2")))
            return Bytes{0x62, 0x05, 0xFF, 0x90, 0x00};
        if (answer && command[1] == 0xB2 && m_selected.contains(QStringLiteral("2F00")) && answer->back() == 0x00) {
            answer->end()[-2] = 0x62;
            answer->back() = 0x81;
        }
        return answer;
    }
    Result<void> reset() override { return m_inner->reset(); }
    Bytes atr() const override { return m_inner->atr(); }
    bool extendedLength() const override { return true; }

private:
    Link* m_inner;
    QString m_selected;
};

Bytes pattern(std::size_t size, unsigned seed)
{
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 31 + i / 251 + seed);
    return bytes;
}

/// A card with a transparent file of 40,000 bytes and a BER-TLV file below the MF.
struct Rig
{
    Rig()
    {
        if (const auto made = CardImage::create(folder.filePath(QStringLiteral("card")), {}, systemRandom()); !made)
            qFatal("%s", qPrintable(made.error().text()));
        auto opened = UiccCard::open(folder.filePath(QStringLiteral("card")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        card = std::move(*opened);
        link = std::make_unique<InProcessLink>(*card);
        FileClient client(*link);
        const Bytes adm = {'1', '1', '2', '2', '3', '3', '4', '4'};
        if (!client.verify(kAdm1, adm)->verified || !client.select({}))
            qFatal("the card does not let us create files");
        create(kLarge, CardFileKind::Transparent, 40'000);
        create(kObjects, CardFileKind::BerTlv, 0);
    }

    void create(std::uint16_t id, CardFileKind kind, std::uint64_t size) const
    {
        Fcp fcp;
        fcp.kind = kind;
        fcp.fileId = id;
        fcp.lifeCycle = LifeCycle::Activated;
        fcp.access = AccessReference{std::uint16_t{0x2F06}, {{std::nullopt, 1}}};
        if (kind == CardFileKind::BerTlv)
            fcp.maximumSize = 100'000;
        fcp.size = size;
        CommandApdu command{0x00, 0xE0, 0x00, 0x00, encodeFcp(fcp), std::nullopt};
        const Bytes answer = card->process(*command.encode());
        if (toHex(answer) != QStringLiteral("9000"))
            qFatal("CREATE FILE %04X: %s", id, qPrintable(toHex(answer)));
    }

    QTemporaryDir folder;
    std::unique_ptr<UiccCard> card;
    std::unique_ptr<InProcessLink> link;
};

} // namespace

class TestFilesClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_16_filesAbove32KB_data();
    void DM_SC_GEN_16_filesAbove32KB();
    void objectsOfManyBlocks_data();
    void objectsOfManyBlocks();
    void selectsOnlyWhatIsNotSelected();
    void recordsAndErrors();
    void whatIsOddAboutFilesIsSaid();
    void anObjectThatDripsEnds();
    void addresses();
};

void TestFilesClient::DM_SC_GEN_16_filesAbove32KB_data()
{
    QTest::addColumn<bool>("extended");
    QTest::newRow("extended") << true;
    QTest::newRow("short") << false;
}

void TestFilesClient::DM_SC_GEN_16_filesAbove32KB()
{
    QFETCH(bool, extended);
    Rig rig;
    CountingLink link(*rig.link, extended);
    FileClient client(link);
    const FileAddress file{{}, {kLarge}};
    const Bytes content = pattern(40'000, 1);
    const auto written = client.updateBinary(file, 0, content);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().text()));
    const std::size_t before = link.exchanges;
    const auto read = client.readBinary(file, 0, content.size());
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    QVERIFY(*read == content);
    // As few commands as the link allows.
    const std::size_t reads = link.exchanges - before;
    qInfo("%zu exchanges to read 40,000 bytes", reads);
    QVERIFY(reads <= (extended ? 2U : 400U));
    QVERIFY(extended || link.odd > 0);
    QCOMPARE(link.selects, std::size_t{1});
    const Bytes tail = pattern(500, 7);
    QVERIFY(client.updateBinary(file, 39'500, tail));
    QVERIFY(*client.readBinary(file, 39'500, 500) == tail);
    // A file that ends before its size says is not taken for whole.
    QCOMPARE(client.readBinary({{}, {0x2FE2}}, 0, 11).error().kind, ErrorKind::Card);
    QVERIFY(*client.readBinary(file, 32'700, 200) == Bytes(content.begin() + 32'700, content.begin() + 32'900));
}

void TestFilesClient::objectsOfManyBlocks_data()
{
    QTest::addColumn<bool>("extended");
    QTest::newRow("extended") << true;
    QTest::newRow("short") << false;
}

void TestFilesClient::objectsOfManyBlocks()
{
    QFETCH(bool, extended);
    Rig rig;
    CountingLink link(*rig.link, extended);
    FileClient client(link);
    const FileAddress file{{}, {kObjects}};
    QVERIFY(client.objectTags(file)->empty());
    const Bytes large = pattern(40'000, 3);
    const auto written = client.writeObject(file, tlvTag(0x81), large);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().text()));
    QVERIFY(client.writeObject(file, tlvTag(0x9F22), pattern(3, 1)));
    QVERIFY(client.writeObject(file, tlvTag(0x80), pattern(1, 0)));
    const auto tags = client.objectTags(file);
    QVERIFY(tags);
    QCOMPARE(tags->size(), std::size_t{3});
    QVERIFY(std::find(tags->begin(), tags->end(), tlvTag(0x9F22)) != tags->end());
    const auto read = client.readObject(file, tlvTag(0x81));
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    QVERIFY(*read == large);
    QVERIFY(client.writeObject(file, tlvTag(0x81), {}));
    QCOMPARE(client.readObject(file, tlvTag(0x81)).error().kind, ErrorKind::NotFound);
    QCOMPARE(client.objectTags(file)->size(), std::size_t{2});
    // Cancelling in the middle leaves a channel that works.
    const Progress stop = [](std::size_t, std::size_t) { return false; };
    if (!extended)
        QCOMPARE(client.writeObject(file, tlvTag(0x81), large, stop).error().kind, ErrorKind::Cancelled);
    QVERIFY(client.readObject(file, tlvTag(0x80)));
}

void TestFilesClient::selectsOnlyWhatIsNotSelected()
{
    Rig rig;
    CountingLink link(*rig.link, true);
    FileClient client(link);
    const FileAddress iccid{{}, {0x2FE2}};
    QVERIFY(client.readBinary(iccid, 0, 10));
    QVERIFY(client.readBinary(iccid, 0, 10));
    QCOMPARE(link.selects, std::size_t{1});
    // Below an application: the application once, then its files.
    const Bytes usim = fromHex(u"A0000000871002FF49FF0589").value();
    const auto application = client.probe({usim, {}});
    QVERIFY(application);
    if (!*application)
        QSKIP("the card has another AID for its USIM");
    link.selects = 0;
    QVERIFY(client.select({usim, {0x6FAD}}));
    QVERIFY(client.select({usim, {0x6F38}}));
    QCOMPARE(link.selects, std::size_t{2});
}

void TestFilesClient::recordsAndErrors()
{
    Rig rig;
    FileClient client(*rig.link);
    const FileAddress rules{{}, {0x2F06}};
    QVERIFY(client.readRecord(rules, 1));
    QCOMPARE(client.readRecord(rules, 200).error().kind, ErrorKind::NotFound);
    QCOMPARE(client.select({{}, {0x1234}}).error().kind, ErrorKind::NotFound);
    QVERIFY(!client.probe({{}, {0x1234}})->has_value());
    rig.card->reset();
    client.forgetSelection();
    const auto refused = client.updateBinary({{}, {0x2FE2}}, 0, Bytes(1));
    QVERIFY(!refused);
    QCOMPARE(refused.error().where, QStringLiteral("3F00/2FE2"));
    QCOMPARE(client.updateBinary({{}, {kLarge}}, 0, Bytes(1)).error().kind, ErrorKind::Security);
    QCOMPARE(client.keyTries(kAdm1)->triesLeft, std::optional<int>(10));
    const auto channel = FileClient::openChannel(*rig.link);
    QVERIFY(channel && *channel != LogicalChannel::Basic);
    FileClient second(*rig.link, *channel);
    QVERIFY(second.readBinary({{}, {0x2FE2}}, 0, 10));
    QVERIFY(second.closeChannel());
}

void TestFilesClient::whatIsOddAboutFilesIsSaid()
{
    const Rig rig;
    OddLink link(*rig.link);
    CardFiles files(link);
    QVERIFY(files.oddities().empty());
    QVERIFY(files.explore());
    QStringList said;
    for (const QString& line : files.oddities())
        said << line;
    QCOMPARE(said.filter(QStringLiteral("3F00/2FE2: its FCP cannot be read")).size(), 1);
    QCOMPARE(said.filter(QStringLiteral("3F00/2F00: 6281")).size(), 1); // once, however many records
    QCOMPARE(said.size(), 2);
}

void TestFilesClient::anObjectThatDripsEnds()
{
    std::vector<Bytes> answers{{0x62, 0x00, 0x90, 0x00}, {0x81, 0x82, 0x40, 0x00, 0x62, 0xF1}};
    answers.resize(2000, {0xAA, 0x62, 0xF1});
    test::ScriptedCard card(answers);
    InProcessLink link(card);
    FileClient client(link);
    const auto read = client.readObject({{}, {kObjects}}, tlvTag(0x81));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Card);
    QVERIFY2(read.error().what.contains(QStringLiteral("promises more")), qPrintable(read.error().what));
    QVERIFY(card.asked.size() < 300);
}

void TestFilesClient::addresses()
{
    for (const char* text : {"3F00", "3F00/2FE2", "3F00/7F10/5F3D/4F02", "A0000000871002", "A0000000871002FF/6FE8"})
        QCOMPARE(FileAddress::parse(QString::fromLatin1(text))->text(), QString::fromLatin1(text));
    for (const char* text : {"", "6FE8", "3F00/6F", "3F00/6FE8/", "A000/6FE8", "3F00/xyzw", "A0000000871002/6FE81"})
        QVERIFY2(!FileAddress::parse(QString::fromLatin1(text)), text);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestFilesClient>(argc, argv);
}

} // namespace dmsc::tst_files_client

#include "tst_files_client.moc"
