// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "cardio/pcsc/pcsc_link.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "tests/support/other_program.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace dmsc::tst_pcsc_sharing {

using namespace dmsc::test;

namespace {

const Where kReader{Where::Kind::Reader, PcscdRig::reader()};
constexpr std::uint8_t kFirstPin = 0x01;
constexpr std::uint8_t kSecondPin = 0x81;

/// A card that answers a READ BINARY with more than it was asked for.
class TalkativeCard final : public CardEndpoint
{
public:
    explicit TalkativeCard(std::unique_ptr<CardEndpoint> card)
        : m_card(std::move(card))
    {
    }
    [[nodiscard]] Bytes process(ByteView command) override
    {
        Bytes answer = m_card->process(command);
        if (command[1] == 0xB0 && answer.size() > 2)
            answer.insert(answer.end() - 2, 300, 0x5A);
        return answer;
    }
    void reset() override { m_card->reset(); }
    [[nodiscard]] Bytes atr() const override { return m_card->atr(); }

private:
    std::unique_ptr<CardEndpoint> m_card;
};

} // namespace

/// A plain UICC in a reader that is shared with other programs.
class TestPcscSharing : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PcscdRig> m_pcscd;
    QTemporaryDir m_folder;
    std::unique_ptr<VpcdPlug> m_plug;

    bool plugIn(bool talkative = false)
    {
        m_plug = std::make_unique<VpcdPlug>(
            *VpcdAddress::parse(m_pcscd->address()),
            [path = m_folder.filePath(QStringLiteral("card")), talkative]() -> Result<std::unique_ptr<CardEndpoint>> {
                auto opened = EmulatedCard::open(path);
                if (opened && talkative)
                    return std::make_unique<TalkativeCard>(std::move(*opened));
                return opened;
            },
            [](const PlugState&) {});
        return PcscdRig::waitFor(ReaderStatus::Card);
    }
    static std::unique_ptr<SideSession> open()
    {
        auto side = SideSession::open(kReader);
        if (!side)
            qFatal("%s", qPrintable(side.error().text()));
        return std::move(*side);
    }
    static QString pathOf(const SideSession& side, const QString& id)
    {
        for (const CardFile& file : side.state().files->files)
            if (file.id == id)
                return file.path;
        qFatal("no file %s", qPrintable(id));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        ImageContent content;
        content.plainUicc = true;
        QVERIFY(createCard(m_folder.filePath(QStringLiteral("card")), content));
        m_pcscd = std::make_unique<PcscdRig>();
        QVERIFY(m_pcscd->start());
    }
    void cleanup()
    {
        m_plug.reset();
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Empty));
        QThread::msleep(500); // pcscd looks for cards every 400 ms
    }
    void cleanupTestCase() { m_pcscd.reset(); }

    void anotherProgramsSelectMovesNoWrite()
    {
        QVERIFY(plugIn());
        const auto side = open();
        const QString path = pathOf(*side, QStringLiteral("6F57"));
        QVERIFY(side->verifyPin(kFirstPin, "1234")->verified);
        QVERIFY(side->verifyPin(kSecondPin, "5678")->verified);
        const auto before = side->readFile(path);
        QVERIFY(before);
        CardFilePart part = before->parts.front();
        part.bytes.back() = static_cast<char>(part.bytes.back() ^ 1);
        CardFileWrite write;
        write.path = path;
        write.name = QStringLiteral("EF_ACL");
        write.part = part;
        write.before = before->parts.front().bytes;
        OtherProgram other;
        QVERIFY(other.send(*fromHex(u"00A4000C023F00")));
        QVERIFY(other.send(*fromHex(u"00A4000C022F05")));
        const auto written = side->writeFile(write);
        QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
        QVERIFY(other.send(*fromHex(u"00A4000C023F00")));
        QCOMPARE(side->readFile(path)->parts.front().bytes, part.bytes);
    }

    void aClaimKeepsOthersAway()
    {
        QVERIFY(plugIn());
        const auto link = PcscLink::open(PcscdRig::reader());
        QVERIFY(link);
        OtherProgram other;
        std::atomic<bool> got{false};
        std::jthread waiting;
        {
            const auto outer = LinkClaim::take(**link);
            QVERIFY(outer);
            {
                const auto inner = LinkClaim::take(**link);
                QVERIFY(inner);
            }
            waiting = std::jthread([&] { got = other.begin() && other.end(); });
            for (int i = 0; i < 20; ++i) {
                QVERIFY((*link)->transmit(*fromHex(u"00A4000C023F00")));
                QThread::msleep(10);
            }
            QVERIFY(!got);
        }
        QTRY_VERIFY(got);
    }

    void whoHoldsTheCardIsToldAtOnce()
    {
        QVERIFY(plugIn());
        const auto link = PcscLink::open(PcscdRig::reader());
        QVERIFY(link);
        OtherProgram other;
        QVERIFY(other.begin());
        QElapsedTimer timer;
        timer.start();
        const auto claim = LinkClaim::take(**link);
        QVERIFY(!claim);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(other.end());
        QVERIFY(LinkClaim::take(**link));
    }

    void answersLongerThanAskedForAreCut()
    {
        QVERIFY(plugIn(true));
        const auto side = open();
        const QString path = pathOf(*side, QStringLiteral("2FE2"));
        const auto read = side->readFile(path);
        QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
        QCOMPARE(read->parts.front().bytes.size(), 10);
        QVERIFY(side->reload());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestPcscSharing>(argc, argv);
}

} // namespace dmsc::tst_pcsc_sharing

#include "tst_pcsc_sharing.moc"
