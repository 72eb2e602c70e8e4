// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/apdu.h"
#include "cardio/link/atr.h"
#include "cardio/vpcd/vpcd_frames.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "test_cards.h"
#include "tests/support/run_test.h"

#include <QElapsedTimer>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace dmsc::tst_vpcd {

using namespace dmsc::test;
using Phase = PlugState::Phase;

namespace {

/// vpcd's end of the line, with its manners: header and body of a frame go in two pieces.
class ReaderEnd
{
public:
    ReaderEnd()
    {
        listen(0);
        sockaddr_in address{};
        socklen_t size = sizeof address;
        ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
    }
    ~ReaderEnd() { close(); }
    ReaderEnd(const ReaderEnd&) = delete;
    ReaderEnd& operator=(const ReaderEnd&) = delete;

    [[nodiscard]] VpcdAddress address() const { return {QStringLiteral("127.0.0.1"), m_port}; }
    void close()
    {
        hangUp();
        for (const int waiting : std::exchange(m_waiting, {}))
            ::close(waiting);
        if (m_listening >= 0)
            ::close(std::exchange(m_listening, -1));
    }
    void hangUp()
    {
        if (m_card >= 0)
            ::close(std::exchange(m_card, -1));
    }
    void openAgain() { listen(m_port); }
    bool accept()
    {
        pollfd ready{m_listening, POLLIN, 0};
        if (::poll(&ready, 1, 3000) != 1)
            return false;
        m_card = ::accept(m_listening, nullptr, nullptr);
        return m_card >= 0;
    }
    void send(const Bytes& content) const
    {
        const Bytes frame = vpcdFrame(content);
        (void)::send(m_card, frame.data(), 2, MSG_NOSIGNAL);
        (void)::send(m_card, frame.data() + 2, frame.size() - 2, MSG_NOSIGNAL);
    }
    [[nodiscard]] Bytes receive() const
    {
        VpcdFrames frames;
        Bytes room(70'000);
        pollfd ready{m_card, POLLIN, 0};
        while (::poll(&ready, 1, 3000) == 1) {
            const ssize_t got = ::recv(m_card, room.data(), room.size(), 0);
            if (got <= 0)
                break;
            frames.add(ByteView(room).first(static_cast<std::size_t>(got)));
            if (auto frame = frames.next())
                return *std::move(frame);
        }
        return {};
    }
    /// Other cards, until no more may wait.
    void fillQueue()
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(m_port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        for (int i = 0; i < 12; ++i) {
            m_waiting.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
            (void)::connect(m_waiting.back(), reinterpret_cast<const sockaddr*>(&to), sizeof to);
        }
    }
    /// "Your ATR", and whether it came.
    [[nodiscard]] bool ask() const
    {
        send({0x04});
        return receive() == emulatedCardAtr();
    }

private:
    void listen(std::uint16_t port)
    {
        m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        (void)::setsockopt(m_listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::bind(m_listening, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
            || ::listen(m_listening, 5) != 0)
            qFatal("no port to listen on");
    }

    int m_listening = -1;
    int m_card = -1;
    std::vector<int> m_waiting;
    std::uint16_t m_port = 0;
};

/// What a plug told, waited for.
class Told
{
public:
    void add(const PlugState& state)
    {
        const std::lock_guard lock(m_mutex);
        m_states.push_back(state);
        m_more.notify_all();
    }
    VpcdPlug::Sink sink()
    {
        return [this](const PlugState& state) { add(state); };
    }
    /// The next state that was told is this one.
    bool next(Phase phase, int milliseconds = 3000)
    {
        std::unique_lock lock(m_mutex);
        if (!m_more.wait_for(
                lock, std::chrono::milliseconds(milliseconds), [this] { return m_states.size() > m_seen; }))
            return false;
        return m_states[m_seen++].phase == phase;
    }
    PlugState last()
    {
        const std::lock_guard lock(m_mutex);
        return m_states.empty() ? PlugState() : m_states.back();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_more;
    std::vector<PlugState> m_states;
    std::size_t m_seen = 0;
};

VpcdPlug::CardFactory scripted(std::vector<Bytes> answers)
{
    return [answers] { return std::unique_ptr<CardEndpoint>(std::make_unique<ScriptedCard>(answers)); };
}

} // namespace

class TestVpcd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesAreCutWhereTheyEnd()
    {
        VpcdFrames frames;
        Bytes stream;
        for (const Bytes& content : {Bytes{0x01}, Bytes{}, pattern(300), pattern(65535)}) {
            const Bytes frame = vpcdFrame(content);
            stream.insert(stream.end(), frame.begin(), frame.end());
        }
        std::vector<Bytes> cut;
        for (std::size_t at = 0; at < stream.size(); at += 7) {
            frames.add(ByteView(stream).subspan(at, std::min<std::size_t>(7, stream.size() - at)));
            while (auto frame = frames.next())
                cut.push_back(*std::move(frame));
        }
        QCOMPARE(cut.size(), std::size_t{4});
        QCOMPARE(cut[0], Bytes{0x01});
        QVERIFY(cut[1].empty());
        QCOMPARE(cut[2], pattern(300));
        QCOMPARE(cut[3], pattern(65535));
        frames.add(Bytes{0x00, 0x02, 0xAA});
        QVERIFY(!frames.next());
    }

    void controlsAndCommandsAreToldApart()
    {
        ScriptedCard card({hex("61029000")});
        for (const std::uint8_t control : Bytes{0, 1, 2})
            QVERIFY(!answerVpcd(card, Bytes{control}));
        QCOMPARE(card.resets, 3);
        QCOMPARE(*answerVpcd(card, Bytes{0x03}), hex("6700"));
        QCOMPARE(*answerVpcd(card, Bytes{0xFF}), hex("6700"));
        QCOMPARE(*answerVpcd(card, Bytes{}), hex("6700"));
        QCOMPARE(*answerVpcd(card, Bytes{0x04}), emulatedCardAtr());
        QCOMPARE(*answerVpcd(card, hex("00A4")), hex("6700"));
        QCOMPARE(*answerVpcd(card, hex("00A400")), hex("6700"));
        QVERIFY(card.asked.empty());
        QCOMPARE(*answerVpcd(card, hex("00A40000")), hex("61029000"));
        QCOMPARE(card.resets, 3);
    }

    void onlyThisMachineIsAnAddress()
    {
        QCOMPARE(VpcdAddress::parse({})->text(), QStringLiteral("127.0.0.1:35963"));
        QCOMPARE(VpcdAddress::parse(QStringLiteral("127.0.0.1:35964"))->text(), QStringLiteral("127.0.0.1:35964"));
        QCOMPARE(VpcdAddress::parse(QStringLiteral("localhost"))->text(), QStringLiteral("127.0.0.1:35963"));
        QCOMPARE(VpcdAddress::parse(QStringLiteral(":4000"))->text(), QStringLiteral("127.0.0.1:4000"));
        for (const char* wrong : {"10.0.0.1:35963", "0.0.0.0:1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536",
                 "example.org:35963", "127.0.0.1:1:2", "::1"})
            QVERIFY2(!VpcdAddress::parse(QString::fromLatin1(wrong)), wrong);
    }

    void aFrameInTwoPiecesIsAnsweredAtOnce()
    {
        constexpr int kTimes = 40;
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(reader.address(), scripted(std::vector<Bytes>(kTimes, hex("9000"))), told.sink());
        QVERIFY(reader.accept());
        reader.send({0x01});
        QVERIFY(reader.ask());
        QVERIFY(told.next(Phase::Plugged));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kTimes; ++i) {
            reader.send(hex("00B0000000"));
            QCOMPARE(reader.receive(), hex("9000"));
        }
        // Every acknowledgement that is put off costs 40 ms.
        QVERIFY2(timer.elapsed() < kTimes * 20, qPrintable(QString::number(timer.elapsed())));
    }

    void theLongestCommandAndAnswerGoThrough()
    {
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(reader.address(), scripted({pattern(65535)}), told.sink());
        QVERIFY(reader.accept());
        reader.send(pattern(65535));
        QCOMPARE(reader.receive(), pattern(65535));
    }

    void aTakenSlotIsToldAndWaitedFor()
    {
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(reader.address(), scripted({}), told.sink());
        QVERIFY(told.next(Phase::Taken)); // connected, but never asked
        QVERIFY(told.last().text.contains(reader.address().text()));
        QVERIFY(reader.accept());
        QVERIFY(reader.ask());
        QVERIFY(told.next(Phase::Plugged));
    }

    void itGoesInAgainWhenTheReaderIsBack()
    {
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(reader.address(), scripted({}), told.sink());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(reader.accept());
            QVERIFY(reader.ask());
            QVERIFY(told.next(Phase::Plugged));
            reader.close();
            QVERIFY(told.next(Phase::Waiting));
            reader.openAgain();
        }
    }

    void aReaderThatHangsUpGetsTheCardAgainWithoutAWord()
    {
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(reader.address(), scripted({}), told.sink());
        QVERIFY(reader.accept());
        QVERIFY(reader.ask());
        QVERIFY(told.next(Phase::Plugged));
        reader.hangUp();
        QVERIFY(reader.accept());
        QVERIFY(reader.ask());
        QVERIFY2(!told.next(Phase::Plugged, 50), qPrintable(told.last().text));
    }

    void aReaderThatACommandOfOneByteHoldsGetsTheCardAnew()
    {
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(reader.address(), scripted({hex("9000")}), told.sink());
        QVERIFY(reader.accept());
        QVERIFY(reader.ask());
        QVERIFY(told.next(Phase::Plugged));
        reader.send({0x00}); // and it waits for the answer instead of asking for the ATR
        QVERIFY(told.next(Phase::Waiting));
        QVERIFY2(told.last().text.contains(QStringLiteral("one byte")), qPrintable(told.last().text));
        reader.hangUp();
        QVERIFY(reader.accept());
        QVERIFY(reader.ask());
        QVERIFY(told.next(Phase::Plugged));
        reader.send(hex("00B0000000"));
        QCOMPARE(reader.receive(), hex("9000"));
    }

    void aReaderWithAFullQueueIsTakenAndDoesNotHoldThePlug()
    {
        ReaderEnd reader;
        reader.fillQueue();
        Told told;
        QElapsedTimer timer;
        {
            const VpcdPlug plug(reader.address(), scripted({hex("9000")}), told.sink());
            QVERIFY(told.next(Phase::Taken));
            timer.start();
        }
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

    void aReaderThatIsOnlyQuietKeepsItsCard()
    {
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(reader.address(), scripted({hex("9000")}), told.sink());
        QVERIFY(reader.accept());
        reader.send({0x01});
        QVERIFY(reader.ask());
        QVERIFY(told.next(Phase::Plugged));
        QVERIFY2(!told.next(Phase::Waiting, 2500), qPrintable(told.last().text));
        reader.send(hex("00B0000000"));
        QCOMPARE(reader.receive(), hex("9000"));
    }

    void itIsPulledAtOnceInEveryState()
    {
        ReaderEnd reader;
        for (const Phase phase : {Phase::Waiting, Phase::Taken, Phase::Plugged}) {
            Told told;
            QElapsedTimer timer;
            {
                if (phase == Phase::Waiting)
                    reader.close();
                const VpcdPlug plug(reader.address(), scripted({}), told.sink());
                if (phase == Phase::Plugged) {
                    QVERIFY(reader.accept());
                    QVERIFY(reader.ask());
                }
                QVERIFY(told.next(phase));
                timer.start();
            }
            QVERIFY(timer.elapsed() < 250);
            QVERIFY(told.next(Phase::Pulled, 0));
            reader.close();
            reader.openAgain();
        }
    }

    void whatCameOverACardInTheReaderIsTold()
    {
        class ChangedCard final : public CardEndpoint
        {
        public:
            Bytes process(ByteView) override
            {
                m_notice = QStringLiteral("changed");
                return {0x90, 0x00};
            }
            void reset() override { }
            [[nodiscard]] Bytes atr() const override { return emulatedCardAtr(); }
            QString takeNotice() override { return std::exchange(m_notice, {}); }

        private:
            QString m_notice;
        };
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(
            reader.address(), [] { return std::unique_ptr<CardEndpoint>(std::make_unique<ChangedCard>()); },
            told.sink());
        QVERIFY(reader.accept());
        QVERIFY(reader.ask());
        QVERIFY(told.next(Phase::Plugged));
        QVERIFY(!told.last().isNotice);
        for (int i = 0; i < 2; ++i) { // each time
            reader.send(hex("00B0000000"));
            QCOMPARE(reader.receive(), hex("9000"));
            QVERIFY(told.next(Phase::Plugged));
            QVERIFY(told.last().isNotice);
            QCOMPARE(told.last().text, QStringLiteral("changed"));
        }
    }

    void aCardThatCannotBeOpenedSaysWhy()
    {
        ReaderEnd reader;
        Told told;
        const VpcdPlug plug(
            reader.address(),
            []() -> Result<std::unique_ptr<CardEndpoint>> {
                return fail(ErrorKind::Damaged, QStringLiteral("broken"));
            },
            told.sink());
        QVERIFY(told.next(Phase::Pulled));
        QCOMPARE(told.last().text, QStringLiteral("broken"));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestVpcd>(argc, argv);
}

} // namespace dmsc::tst_vpcd

#include "tst_vpcd.moc"
