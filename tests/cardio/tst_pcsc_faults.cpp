// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"

#include "cardio/desk/desk.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "cardio/pcsc/pcsc_link.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "tests/support/other_program.h"
#include "tests/support/pcscd_rig.h"
#include "tests/support/run_test.h"

#include <QScopeGuard>

#include <atomic>

namespace dmsc::tst_pcsc_faults {

using namespace dmsc::test;

namespace {

constexpr const char* kTree = "MO  node  urn:oma:mo:test:1.0\n  A = 1\n";

/// pcscd looks for cards every 400 ms; one that is out and in again between two looks after an error stays "empty".
constexpr int kPcscdRound = 500;

/// When a card is to be pulled, and that it has come to it.
struct PullAt
{
    std::atomic<int> left{-1}; ///< commands until then, -1 = never
    std::atomic<bool> executes{false}; ///< the last command is carried out, its answer lost
    std::atomic<bool> due{false};
};

/// A card that works until the puller comes.
class PulledCard final : public CardEndpoint
{
public:
    PulledCard(std::unique_ptr<CardEndpoint> card, PullAt& pull)
        : m_card(std::move(card))
        , m_pull(&pull)
    {
    }
    [[nodiscard]] Bytes process(ByteView command) override
    {
        if (m_pull->left < 0 || m_pull->left-- > 0)
            return m_card->process(command);
        if (m_pull->executes)
            (void)m_card->process(command);
        m_pull->due = true;
        QThread::msleep(30); // in which it is pulled
        return encodeStatus(StatusWord::NoDiagnosis);
    }
    void reset() override { m_card->reset(); }
    [[nodiscard]] Bytes atr() const override { return m_card->atr(); }

private:
    std::unique_ptr<CardEndpoint> m_card;
    PullAt* m_pull;
};

enum class Hangs : std::uint8_t { Nowhere, AtCommands, AtEverything };

/// A card that answers nothing as long as it is told to hang: no command, or not even what its ATR is.
class HangingCard final : public CardEndpoint
{
public:
    HangingCard(std::unique_ptr<CardEndpoint> card, const std::atomic<Hangs>& hangs)
        : m_card(std::move(card))
        , m_hangs(&hangs)
    {
    }
    [[nodiscard]] Bytes process(ByteView command) override
    {
        while (*m_hangs != Hangs::Nowhere)
            QThread::msleep(5);
        return m_card->process(command);
    }
    void reset() override { m_card->reset(); }
    [[nodiscard]] Bytes atr() const override
    {
        while (*m_hangs == Hangs::AtEverything)
            QThread::msleep(5);
        return m_card->atr();
    }

private:
    std::unique_ptr<CardEndpoint> m_card;
    const std::atomic<Hangs>* m_hangs;
};

const Where kReader{Where::Kind::Reader, PcscdRig::reader()};

} // namespace

/// What goes wrong between us and a card, over the real pcscd.
class TestPcscFaults : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PcscdRig> m_pcscd;
    std::unique_ptr<CardRig> m_rig;
    std::unique_ptr<VpcdPlug> m_plug;

    VpcdPlug::CardFactory card(PullAt* pull = nullptr)
    {
        return [path = m_rig->path(), pull]() -> Result<std::unique_ptr<CardEndpoint>> {
            auto opened = EmulatedCard::open(path);
            if (opened && pull)
                return std::make_unique<PulledCard>(std::move(*opened), *pull);
            return opened;
        };
    }
    bool plugIn(PullAt* pull = nullptr)
    {
        m_plug =
            std::make_unique<VpcdPlug>(*VpcdAddress::parse(m_pcscd->address()), card(pull), [](const PlugState&) {});
        return PcscdRig::waitFor(ReaderStatus::Card);
    }
    bool pull()
    {
        m_plug.reset();
        return PcscdRig::waitFor(ReaderStatus::Empty);
    }
    std::unique_ptr<SideSession> open()
    {
        auto side = SideSession::open(kReader);
        if (!side)
            qFatal("%s", qPrintable(side.error().text()));
        return std::move(*side);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        m_pcscd = std::make_unique<PcscdRig>();
        QVERIFY(m_pcscd->start());
    }
    void init()
    {
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Empty)); // the card of the test before is out
        QThread::msleep(kPcscdRound);
        m_rig = std::make_unique<CardRig>(treeOf(kTree));
        m_rig->card.reset();
    }
    void cleanup() { m_plug.reset(); }
    void cleanupTestCase() { m_pcscd.reset(); }

    void aCardPulledAtAnyApduIsBeforeOrAfter_data()
    {
        QTest::addColumn<bool>("executes");
        QTest::newRow("command lost") << false;
        QTest::newRow("answer lost") << true;
    }

    void aCardPulledAtAnyApduIsBeforeOrAfter()
    {
        QFETCH(bool, executes);
        const Operation add = addition("./Big", leafTree("Big", std::string(150'000, 'x')));
        const Operation remove = deletion(treeOf(kTree), "./MO/A");
        Tree after = treeOf(kTree);
        QVERIFY(applyAll(after, {remove, add}));
        for (int at = 0; at < 100; ++at) {
            m_rig = std::make_unique<CardRig>(treeOf(kTree));
            m_rig->card.reset();
            PullAt pullAt;
            pullAt.executes = executes;
            QVERIFY(plugIn(&pullAt));
            const auto side = open();
            pullAt.left = at;
            bool finished = false;
            qint64 told = 0;
            QString words;
            {
                const std::jthread puller([&](const std::stop_token& stop) {
                    while (!pullAt.due && !stop.stop_requested())
                        QThread::msleep(1);
                    if (pullAt.due)
                        m_plug.reset();
                });
                QElapsedTimer timer;
                timer.start();
                const auto results = side->apply({remove, add});
                told = timer.elapsed();
                finished = results && allGood(*results);
                words = results ? QString() : results.error().text();
            }
            QVERIFY2(finished || !words.isEmpty(), "a failure without words");
            QVERIFY2(told < 1000, qPrintable(QStringLiteral("told after %1 ms").arg(told)));
            const std::string stored = m_rig->stored();
            QVERIFY2(stored == normalText(kTree) || stored == textOf(after), stored.substr(0, 300).c_str());
            const bool pulled = pullAt.due;
            if (finished)
                QCOMPARE(stored, textOf(after));
            if (!pulled)
                return; // further on there is nothing
            // Put in again the same session goes on, and doing the rest leads to the same end.
            QVERIFY(PcscdRig::waitFor(ReaderStatus::Empty));
            QThread::msleep(kPcscdRound);
            QVERIFY(plugIn());
            const auto again = side->reload();
            QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
            QCOMPARE(textOf(side->tree()), stored);
            if (stored != textOf(after))
                QVERIFY(allGood(*side->apply({remove, add})));
            QCOMPARE(m_rig->stored(), textOf(after));
            m_plug.reset();
            QVERIFY(PcscdRig::waitFor(ReaderStatus::Empty));
        }
        QFAIL("an endless exchange");
    }

    void aCardThatAnotherProgramResetIsOpenedAgain()
    {
        QVERIFY(plugIn());
        const auto side = open();
        OtherProgram other;
        QVERIFY(other.resetCard());
        const auto read = side->reload();
        QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
        QVERIFY(other.resetCard());
        QVERIFY(allGood(*side->apply({addition("./B", leafTree("B", "2"))})));
        // The link itself tells what happened.
        auto link = PcscLink::open(PcscdRig::reader());
        QVERIFY(link);
        QVERIFY(other.resetCard());
        const auto answer = (*link)->transmit(Bytes{0x00, 0xA4, 0x00, 0x00});
        QVERIFY(!answer && answer.error().what.contains(QStringLiteral("reset")));
        QVERIFY((*link)->reset());
        QVERIFY((*link)->transmit(Bytes{0x00, 0xA4, 0x00, 0x00}));
    }

    void aCardThatAnotherProgramHasForItselfIsToldSo()
    {
        QVERIFY(plugIn());
        {
            const OtherProgram other(SCARD_SHARE_EXCLUSIVE);
            QVERIFY(other.isConnected());
            const auto side = SideSession::open(kReader);
            QVERIFY(!side);
            QVERIFY2(side.error().what.contains(QStringLiteral("another program")), qPrintable(side.error().text()));
            QVERIFY(PcscdRig::waitFor(ReaderStatus::InUse));
        }
        QVERIFY(SideSession::open(kReader));
    }

    void aTransactionOfAnotherProgramIsToldWithinASecond()
    {
        QVERIFY(plugIn());
        const auto side = open();
        OtherProgram other;
        QVERIFY(other.begin());
        QThread::msleep(20); // amid our own commands nobody looks
        QElapsedTimer timer;
        timer.start();
        const auto read = side->reload();
        QVERIFY(!read);
        QVERIFY2(read.error().what.contains(QStringLiteral("another program")), qPrintable(read.error().text()));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(other.end());
        const auto again = side->reload();
        QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    }

    void aCardThatHangsIsToldWithinASecondAndTheWindowLives_data()
    {
        QTest::addColumn<Hangs>("where");
        QTest::addColumn<bool>("plain");
        QTest::newRow("at commands") << Hangs::AtCommands << false;
        QTest::newRow("at everything") << Hangs::AtEverything << false;
        QTest::newRow("at everything, a plain UICC") << Hangs::AtEverything << true;
    }

    void aCardThatHangsIsToldWithinASecondAndTheWindowLives()
    {
        QFETCH(Hangs, where);
        QFETCH(bool, plain);
        const QTemporaryDir folder;
        const QString uicc = folder.filePath(QStringLiteral("uicc"));
        ImageContent content;
        content.plainUicc = true;
        QVERIFY(createCard(uicc, content));
        std::atomic<Hangs> hangs{Hangs::Nowhere};
        m_plug = std::make_unique<VpcdPlug>(
            *VpcdAddress::parse(m_pcscd->address()),
            [path = plain ? uicc : m_rig->path(), &hangs]() -> Result<std::unique_ptr<CardEndpoint>> {
                auto opened = EmulatedCard::open(path);
                if (!opened)
                    return opened;
                return std::make_unique<HangingCard>(std::move(*opened), hangs);
            },
            [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        Desk desk;
        int opened = 0;
        QString busy;
        QStringList failures;
        connect(&desk, &Desk::opened, this, [&] { ++opened; });
        connect(&desk, &Desk::busyChanged, this, [&](bool, const QString& what) { busy = what; });
        connect(&desk, &Desk::failed, this, [&](const Error& error) { failures << error.text(); });
        desk.open(Side::Card, kReader);
        QTRY_COMPARE(opened, 1);
        const auto letGo = qScopeGuard([&] {
            hangs = Hangs::Nowhere;
            m_plug.reset();
        });
        // Idle for longer than pcscd asks for the ATR: it is the one who hangs then.
        hangs = where;
        QTest::qWait(kPcscdRound);
        desk.reload(Side::Card);
        QTRY_VERIFY2_WITH_TIMEOUT(busy.contains(QStringLiteral("not answered")), qPrintable(busy), 1100);
        hangs = Hangs::Nowhere;
        QTRY_COMPARE(opened, 2);
        QVERIFY(failures.isEmpty());
        QTRY_VERIFY(busy.isEmpty());
    }

    void aServiceThatGoesAndComesBack_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("stopped") << false;
        QTest::newRow("killed") << true;
    }

    void aServiceThatGoesAndComesBack()
    {
        QFETCH(bool, killed);
        QVERIFY(plugIn());
        const auto side = open();
        if (killed)
            m_pcscd->kill();
        else
            m_pcscd->stop();
        QElapsedTimer timer;
        timer.start();
        const auto gone = side->reload();
        QVERIFY(!gone);
        QVERIFY2(gone.error().what.contains(QStringLiteral("pcscd")), qPrintable(gone.error().text()));
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(textOf(side->tree()), normalText(kTree)); // what was read stays
        QVERIFY(m_pcscd->start());
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card)); // the plug went in by itself
        const auto again = side->reload();
        QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
        QVERIFY(allGood(*side->apply({addition("./B", leafTree("B", "2"))})));
    }

    void aReaderThatIsUnpluggedIsToldAndItsCardOpensWhenItIsBack()
    {
        QVERIFY(plugIn());
        const auto side = open();
        QVERIFY(m_pcscd->unplugReader());
        const Operation add = addition("./B", leafTree("B", "2"));
        QElapsedTimer timer;
        timer.start();
        const auto gone = side->reload();
        const auto refused = side->apply({add});
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!gone && !refused);
        for (const Error& error : {gone.error(), refused.error()})
            QVERIFY2(error.what.contains(QStringLiteral("reader")) && error.what.contains(QStringLiteral("plug")),
                qPrintable(error.text()));
        QCOMPARE(textOf(side->tree()), normalText(kTree)); // what was read stays
        QVERIFY(m_pcscd->start());
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        const auto results = side->apply({add});
        QVERIFY2(results, results ? "" : qPrintable(results.error().text()));
        QVERIFY(allGood(*results));
    }

    void anAnswerOfNothingWithSuccessIsNoAnswer()
    {
        PullAt pullAt;
        QVERIFY(plugIn(&pullAt));
        const auto link = PcscLink::open(PcscdRig::reader());
        QVERIFY(link);
        pullAt.left = 0; // pulled while it works: vpcd says success and gives no byte
        const std::jthread puller([&] {
            while (!pullAt.due)
                QThread::msleep(1);
            m_plug.reset();
        });
        const auto answer = (*link)->transmit(*fromHex(u"00A4000C023F00"));
        QVERIFY(!answer);
        QVERIFY2(answer.error().what.contains(QStringLiteral("put it in again")), qPrintable(answer.error().text()));
    }

    void aCommandOf65536BytesIsNotSentAndTheCardStays()
    {
        QVERIFY(plugIn());
        const auto side = open();
        const auto link = PcscLink::open(PcscdRig::reader());
        QVERIFY(link);
        // vpcd would take one for the end of the card.
        const auto answer = (*link)->transmit(Bytes(65'536, 0x00));
        QVERIFY(!answer && answer.error().kind == ErrorKind::Limit);
        QVERIFY((*link)->transmit(*fromHex(u"00A4000C023F00")));
        // What is larger goes in parts.
        QVERIFY(allGood(*side->apply({addition("./Big", leafTree("Big", std::string(65'536, 'x')))})));
    }

    void aCommandOfOneByteDoesNotHoldTheReaderForEver_data()
    {
        QTest::addColumn<Bytes>("command");
        QTest::newRow("power off, it seems") << Bytes{0x00};
        QTest::newRow("reset, it seems") << Bytes{0x02};
        QTest::newRow("like nothing of vpcd's") << Bytes{0xB0};
    }

    void aCommandOfOneByteDoesNotHoldTheReaderForEver()
    {
        QFETCH(Bytes, command);
        QVERIFY(plugIn());
        {
            OtherProgram other;
            QElapsedTimer timer;
            timer.start();
            QVERIFY(!other.send(command));
            QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
        }
        QThread::msleep(kPcscdRound);
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        QVERIFY(SideSession::open(kReader));
    }

    void aCardThatIsOutIsToldAndOpensWhenItIsBack()
    {
        QVERIFY(plugIn());
        const auto side = open();
        QVERIFY(pull());
        const auto gone = side->reload();
        QVERIFY(!gone);
        QVERIFY2(gone.error().what.contains(QStringLiteral("put")), qPrintable(gone.error().text()));
        const auto refused = side->apply({addition("./B", leafTree("B", "2"))});
        QVERIFY(!refused);
        QVERIFY(plugIn());
        QVERIFY(allGood(*side->apply({addition("./B", leafTree("B", "2"))})));
    }

    void aDifferentCardInTheReaderIsNoticed()
    {
        QVERIFY(plugIn());
        const auto side = open();
        QVERIFY(pull());
        const CardRig other(treeOf("Other = 1\n"));
        m_plug = std::make_unique<VpcdPlug>(
            *VpcdAddress::parse(m_pcscd->address()), [path = other.path()] { return EmulatedCard::open(path); },
            [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        // A plan for the first card is not carried out on the second.
        const auto results = side->apply({valueChange(treeOf(kTree), "./MO/A", "2")});
        QVERIFY(!results || !allGood(*results));
        QVERIFY(side->reload());
        QCOMPARE(textOf(side->tree()), normalText("Other = 1\n"));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestPcscFaults>(argc, argv);
}

} // namespace dmsc::tst_pcsc_faults

#include "tst_pcsc_faults.moc"
