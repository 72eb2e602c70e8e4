// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"

#include "cardio/desk/desk.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "cardio/link/atr.h"
#include "cardio/pcsc/atr_text.h"
#include "cardio/pcsc/pcsc_link.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "tests/support/pcscd_rig.h"
#include "tests/support/run_test.h"

#include <QScopeGuard>
#include <QSignalSpy>

#include <winscard.h>

namespace dmsc::tst_pcsc {

using namespace dmsc::test;

namespace {

Bytes hex(const char* text)
{
    return fromHex(QString::fromLatin1(text)).value_or(Bytes{});
}

/// Answers as many bytes as P1 P2 say (INS 01), how many it was given (INS 02), nothing (INS 03), one byte (INS 04).
class MeasuringCard final : public CardEndpoint
{
public:
    [[nodiscard]] Bytes process(ByteView command) override
    {
        switch (command[1]) {
        case 0x01: {
            Bytes answer((std::size_t{command[2]} << 8U | command[3]) + 2, 0x5A);
            answer[answer.size() - 2] = 0x90;
            answer.back() = 0x00;
            return answer;
        }
        case 0x02:
            return {
                static_cast<std::uint8_t>(command.size() >> 8U), static_cast<std::uint8_t>(command.size()), 0x90, 0x00};
        case 0x03:
            return {};
        case 0x04:
            return {0x90};
        default:
            return encodeStatus(StatusWord::InsUnsupported);
        }
    }
    void reset() override { }
    [[nodiscard]] Bytes atr() const override { return emulatedCardAtr(); }
};

VpcdAddress slot(const PcscdRig& pcscd, int number = 0)
{
    return *VpcdAddress::parse(pcscd.address(number));
}

VpcdPlug::CardFactory imageCard(const QString& path)
{
    return [path] { return EmulatedCard::open(path); };
}

Where inReader(int number = 0)
{
    return {Where::Kind::Reader, PcscdRig::reader(number)};
}

/// The last list that a watch told, from its thread to the test's.
class LastList
{
public:
    void set(const ReaderList& list)
    {
        const std::lock_guard lock(m_mutex);
        m_list = list;
        ++m_count;
    }
    ReaderList get()
    {
        const std::lock_guard lock(m_mutex);
        return m_list;
    }
    int count()
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }
    bool becomes(ReaderStatus first)
    {
        return PcscdRig::waitUntil([&] {
            const ReaderList list = get();
            return !list.problem && !list.readers.empty() && list.readers[0].status == first;
        });
    }

private:
    std::mutex m_mutex;
    ReaderList m_list;
    int m_count = 0;
};

} // namespace

/// Readers, cards in them and our own in vpcd's, over the real pcscd.
class TestPcsc : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PcscdRig> m_pcscd;

private Q_SLOTS:
    void initTestCase() { m_pcscd = std::make_unique<PcscdRig>(); }

    void cleanupTestCase() { m_pcscd.reset(); }

    void everyTroubleSaysWhatToDo()
    {
        const std::vector<std::tuple<PcscCode, PcscTrouble, const char*>> table{
            {SCARD_E_NO_SERVICE, PcscTrouble::Service, "start it"},
            {SCARD_F_COMM_ERROR, PcscTrouble::Service, "start it"},
            {SCARD_W_SECURITY_VIOLATION, PcscTrouble::Right, "right"},
            {SCARD_E_NO_READERS_AVAILABLE, PcscTrouble::Reader, "plug one in"},
            {SCARD_E_READER_UNAVAILABLE, PcscTrouble::Reader, "plug it in again"},
            {SCARD_E_NO_SMARTCARD, PcscTrouble::Card, "put one in"},
            {SCARD_W_REMOVED_CARD, PcscTrouble::Card, "put it in again"},
            {SCARD_W_UNRESPONSIVE_CARD, PcscTrouble::Card, "clean it"},
            {SCARD_E_NOT_TRANSACTED, PcscTrouble::Card, "put it in again"},
            {SCARD_E_PROTO_MISMATCH, PcscTrouble::Card, "put it in again"},
            {SCARD_W_RESET_CARD, PcscTrouble::Reset, "read the card again"},
            {SCARD_E_SHARING_VIOLATION, PcscTrouble::Sharing, "close it"},
            {SCARD_E_INSUFFICIENT_BUFFER, PcscTrouble::Other, "0x80100008"},
        };
        for (const auto& [code, trouble, words] : table) {
            QCOMPARE(troubleOf(code), trouble);
            const Error error = pcscError(code, QStringLiteral("A reader"));
            QVERIFY2(error.what.contains(QLatin1String(words)), qPrintable(error.what));
            QCOMPARE(error.where, QStringLiteral("A reader"));
        }
        QCOMPARE(troubleOf(SCARD_S_SUCCESS), PcscTrouble::None);
    }

    void aPartOfANameIsEnoughWhenUnique()
    {
        const QStringList names{
            QStringLiteral("Reader 00 00"), QStringLiteral("Reader 00 01"), QStringLiteral("Other")};
        QCOMPARE(*chooseReader(names, QStringLiteral("Other")), names[2]);
        QCOMPARE(*chooseReader(names, QStringLiteral("other")), names[2]);
        QCOMPARE(*chooseReader(names, QStringLiteral("00 01")), names[1]);
        const auto many = chooseReader(names, QStringLiteral("reader"));
        QVERIFY(!many && many.error().what.contains(names[0]) && many.error().what.contains(names[1]));
        QVERIFY(!many.error().what.contains(names[2]));
        const auto none = chooseReader(names, QStringLiteral("Third"));
        QVERIFY(!none && none.error().what.contains(names[2]));
        QVERIFY(!chooseReader({}, QStringLiteral("Third")));
        // A name that is part of another is still that name.
        QCOMPARE(*chooseReader({QStringLiteral("A"), QStringLiteral("A B")}, QStringLiteral("A")), QStringLiteral("A"));
    }

    void anAtrIsPutIntoWords()
    {
        QCOMPARE(describeAtr(emulatedCardAtr()), QStringLiteral("DM_SC card (T=0, T=1, extended length)"));
        QCOMPARE(describeAtr(plainUiccAtr()), QStringLiteral("UICC (T=0, T=1, extended length)"));
        const AtrFacts uicc = readAtr(hex("3B9F96801FC78031A073BE21136743200718000001A5"));
        QVERIFY(uicc.complete && uicc.uicc && !uicc.extendedLength && uicc.chaining == false);
        QCOMPARE(uicc.protocols, std::vector<int>{0});
        QCOMPARE(uicc.historical.size(), std::size_t{15});
        QCOMPARE(describeAtr(hex("3B9F96801FC78031A073BE21136743200718000001A5")), QStringLiteral("UICC (T=0)"));
        QCOMPARE(describeAtr(hex("3B00")), QStringLiteral("card (T=0)"));
        QVERIFY(describeAtr(hex("3B8C80")).contains(QStringLiteral("damaged")));
        QVERIFY(describeAtr({}).isEmpty());
        for (std::size_t cut = 0; cut < emulatedCardAtr().size(); ++cut)
            QVERIFY(!readAtr(ByteView(emulatedCardAtr()).first(cut)).complete);
    }

    void withoutAServiceThatIsSaid()
    {
        const ReaderList list = listReaders();
        QVERIFY(list.problem && list.readers.empty());
        QVERIFY2(list.problem->what.contains(QStringLiteral("pcscd")), qPrintable(list.problem->what));
        QVERIFY(!PcscLink::open(PcscdRig::reader()));
    }

    void readersAndCardsAreToldAsTheyComeAndGo()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        CardRig rig;
        rig.insert();
        LastList last;
        auto watch = std::make_unique<ReaderWatch>([&](const ReaderList& list) { last.set(list); });
        QVERIFY(PcscdRig::waitUntil([&] { return last.get().problem.has_value(); }));
        QVERIFY(m_pcscd->start());
        QVERIFY(last.becomes(ReaderStatus::Empty));
        QCOMPARE(last.get().readers.size(), std::size_t{2});
        QCOMPARE(last.get().readers[0].name, PcscdRig::reader());
        rig.card.reset();
        auto plug = std::make_unique<VpcdPlug>(slot(*m_pcscd), imageCard(rig.path()), [](const PlugState&) {});
        QVERIFY(last.becomes(ReaderStatus::Card));
        QCOMPARE(last.get().readers[0].atr, emulatedCardAtr());
        QCOMPARE(last.get().readers[0].card, describeAtr(emulatedCardAtr()));
        plug.reset();
        QVERIFY(last.becomes(ReaderStatus::Empty));
        m_pcscd->stop();
        QVERIFY(PcscdRig::waitUntil([&] { return last.get().problem.has_value(); }, 1000));
        QVERIFY(m_pcscd->start());
        QVERIFY(last.becomes(ReaderStatus::Empty));
        const int told = last.count();
        QTest::qWait(1500);
        QCOMPARE(last.count(), told); // no news is not told
        QElapsedTimer timer;
        timer.start();
        watch.reset();
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void aServiceThatAnswersNothingIsToldAndSoAreItsReadersWhenItGoesOn_data()
    {
        QTest::addColumn<bool>("fromTheStart");
        QTest::newRow("from the start") << true;
        QTest::newRow("while it is watched") << false;
    }
    void aServiceThatAnswersNothingIsToldAndSoAreItsReadersWhenItGoesOn()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        QFETCH(const bool, fromTheStart);
        QVERIFY(m_pcscd->start());
        if (fromTheStart)
            m_pcscd->freeze();
        LastList last;
        auto watch = std::make_unique<ReaderWatch>([&](const ReaderList& list) { last.set(list); });
        if (!fromTheStart) {
            QVERIFY(last.becomes(ReaderStatus::Empty));
            m_pcscd->freeze();
        }
        const auto isSaid = [&] {
            const auto problem = last.get().problem;
            return problem && problem->what.contains(QStringLiteral("does not answer"));
        };
        QVERIFY(PcscdRig::waitUntil(isSaid, 3000));
        QVERIFY(last.get().problem->what.contains(QStringLiteral("restart")));
        QTest::qWait(1500);
        QCOMPARE(last.count(), fromTheStart ? 1 : 2); // said once
        m_pcscd->thaw();
        QVERIFY(last.becomes(ReaderStatus::Empty));
        QVERIFY(!last.get().problem);
        // And it can be left alone while nothing answers.
        m_pcscd->freeze();
        const auto thaws = qScopeGuard([this] { m_pcscd->thaw(); });
        QVERIFY(PcscdRig::waitUntil(isSaid, 3000));
        QElapsedTimer timer;
        timer.start();
        watch.reset();
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void everyLengthThatFitsGoesThrough()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        QVERIFY(m_pcscd->start());
        const VpcdPlug plug(
            slot(*m_pcscd), [] { return std::unique_ptr<CardEndpoint>(std::make_unique<MeasuringCard>()); },
            [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        const auto link = PcscLink::open(QStringLiteral("00 00"));
        QVERIFY2(link, link ? "" : qPrintable(link.error().text()));
        QCOMPARE((*link)->reader(), PcscdRig::reader());
        QCOMPARE((*link)->atr(), emulatedCardAtr());
        QVERIFY((*link)->extendedLength());
        for (const std::size_t size :
            std::initializer_list<std::size_t>{0, 1, 254, 255, 256, 257, 258, 32767, 32768, 65532, 65533}) {
            const auto answer = (*link)->transmit(
                Bytes{0x00, 0x01, static_cast<std::uint8_t>(size >> 8U), static_cast<std::uint8_t>(size), 0, 0, 0});
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
            QCOMPARE(answer->size(), size + 2);
        }
        for (const std::size_t size : std::initializer_list<std::size_t>{4, 5, 260, 261, 262, 32768, 65534, 65535}) {
            Bytes command(size, 0x00);
            command[1] = 0x02;
            const auto answer = (*link)->transmit(command);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
            QCOMPARE((std::size_t{(*answer)[0]} << 8U) | (*answer)[1], size);
        }
        // What would hang or pull the card is not sent, and the card is there afterwards.
        for (const std::size_t size : std::initializer_list<std::size_t>{0, 1, 3, 65536, 65544})
            QVERIFY(!(*link)->transmit(Bytes(size, 0x00)));
        QVERIFY((*link)->transmit(hex("00010000")));
        // A card that says nothing, or half a status word, would hang the reader.
        for (const char* mute : {"00030000", "00040000"})
            QCOMPARE(*(*link)->transmit(hex(mute)), hex("6F00"));
    }

    void aCardInAReaderIsASideLikeAnyOther()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        QVERIFY(m_pcscd->start());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("card"));
        QVERIFY(createCard(path, {true, {}}));
        const VpcdPlug plug(slot(*m_pcscd), imageCard(path), [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        auto there = SideSession::open({Where::Kind::Reader, QStringLiteral("pcd 00 00")});
        QVERIFY2(there, there ? "" : qPrintable(there.error().text()));
        QCOMPARE((*there)->state().where, inReader());
        auto here = SideSession::open({Where::Kind::Card, path});
        QVERIFY(here);
        QCOMPARE(textOf((*there)->tree()), textOf((*here)->tree()));
        QCOMPARE((*there)->state().card->iccid, (*here)->state().card->iccid);
        // The image is in two hands; what either does the other sees when it reads again.
        QVERIFY(allGood(*(*there)->apply({addition("./FromThere", leafTree("FromThere", "1"))})));
        QVERIFY((*here)->reload());
        QCOMPARE(textOf((*here)->tree()), textOf((*there)->tree()));
        QVERIFY(allGood(*(*here)->apply({addition("./FromHere", leafTree("FromHere", "2"))})));
        const auto again = (*there)->reload();
        QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
        QCOMPARE(textOf((*there)->tree()), textOf((*here)->tree()));
        QVERIFY(allGood(*(*there)->apply({deletion((*there)->tree(), "./FromHere")})));
        QVERIFY(allGood(*(*here)->apply({deletion((*there)->tree(), "./FromThere")})));
        QVERIFY((*here)->tree().find(uri("./FromHere")) == kNoNode);
    }

    void DM_SC_GEN_10_aPlainUiccIsASideOfItsFiles()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        QVERIFY(m_pcscd->start());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("plain.dmcard"));
        ImageContent content;
        content.plainUicc = true;
        QVERIFY(createCard(path, content));
        const VpcdPlug plug(slot(*m_pcscd), imageCard(path), [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        auto side = SideSession::open(inReader());
        QVERIFY2(side, side ? "" : qPrintable(side.error().text()));
        QVERIFY(!(*side)->state().card && (*side)->state().files);
        // PIN 1 opens what EF.ARR keeps behind it.
        const auto pin = (*side)->verifyPin(0x01, QByteArrayLiteral("1234"));
        QVERIFY(pin && pin->verified);
        QVERIFY((*side)->reload());
        const Tree& tree = (*side)->tree();
        const NodeId nas = tree.find(*Uri::parse("./NASConfig"));
        QVERIFY(nas != kNoNode);
        QCOMPARE(std::string(tree.type(nas)), std::string("urn:oma:mo:ext-3gpp-nas-config:1.0"));
        // The same image without a reader is the same side.
        auto here = SideSession::open({Where::Kind::Card, path});
        QVERIFY(here && (*here)->state().files);
    }

    void theDeskPlugsItsCardAndTellsReaders()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        QVERIFY(m_pcscd->start());
        qputenv("DMSC_VPCD", m_pcscd->address(1).toLatin1());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("card"));
        QVERIFY(createCard(path, {true, {}}));
        Desk desk;
        QList<PlugState> plugs;
        QList<ReaderList> lists;
        QStringList failures;
        int opened = 0;
        connect(&desk, &Desk::plugChanged, this, [&](Side, const PlugState& state) { plugs << state; });
        connect(&desk, &Desk::readersChanged, this, [&](const ReaderList& list) { lists << list; });
        connect(&desk, &Desk::failed, this, [&](const Error& error) { failures << error.text(); });
        connect(&desk, &Desk::opened, this, [&] { ++opened; });
        desk.watchReaders(true);
        desk.plug(Side::Card); // nothing is open
        QTRY_COMPARE(failures.size(), 1);
        desk.open(Side::Card, {Where::Kind::Card, path});
        desk.plug(Side::Card);
        QTRY_VERIFY_WITH_TIMEOUT(!plugs.isEmpty() && plugs.last().phase == PlugState::Phase::Plugged, 8000);
        QCOMPARE(plugs.last().address, m_pcscd->address(1));
        QTRY_VERIFY_WITH_TIMEOUT(!lists.isEmpty() && lists.last().readers[1].status == ReaderStatus::Card, 8000);
        // The plugged card on the other side.
        desk.open(Side::Device, inReader(1));
        QTRY_COMPARE_WITH_TIMEOUT(opened, 2, 8000);
        desk.unplug(Side::Card);
        QTRY_COMPARE(plugs.last().phase, PlugState::Phase::Pulled);
        QTRY_VERIFY_WITH_TIMEOUT(lists.last().readers[1].status == ReaderStatus::Empty, 8000);
        desk.plug(Side::Card);
        QTRY_VERIFY_WITH_TIMEOUT(plugs.last().phase == PlugState::Phase::Plugged, 8000);
        desk.close(Side::Card);
        QTRY_COMPARE(plugs.last().phase, PlugState::Phase::Pulled);
        desk.watchReaders(false);
        const auto told = lists.size();
        QTest::qWait(700);
        QCOMPARE(lists.size(), told);
        QCOMPARE(failures.size(), 1);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestPcsc>(argc, argv);
}

} // namespace dmsc::tst_pcsc

#include "tst_pcsc.moc"
