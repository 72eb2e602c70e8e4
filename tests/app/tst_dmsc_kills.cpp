// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/side_session.h"
#include "cardio/desk/where.h"
#include "model/byte_array.h"
#include "model/formats/json_document.h"
#include "tests/app/flow_rig.h"
#include "tests/support/counting_proxy.h"
#include "tests/support/pcscd_rig.h"
#include "tests/support/run_test.h"
#include "tests/support/sanitized.h"

#include <QEventLoop>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <map>
#include <memory>
#include <vector>

namespace dmsc::tst_dmsc_kills {

using namespace dmsc::test;

namespace {

void killNow(const QProcess& process)
{
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
}

/// The proxy works meanwhile, without the pauses that QTest::qWaitFor() makes.
bool waitForEnd(const QProcess& process)
{
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(Shell::kPatience, &loop, &QEventLoop::quit);
    if (process.state() != QProcess::NotRunning)
        loop.exec();
    return process.state() == QProcess::NotRunning;
}

/// Which exchanges of so many are hit: `most` of them spread over all, others in each row. With DMSC_EVERY_EXCHANGE set
/// all of them.
std::vector<int> moments(int exchanges, int most, int row)
{
    const bool every = qEnvironmentVariableIsSet("DMSC_EVERY_EXCHANGE");
    const int step = every ? 1 : std::max(1, exchanges / most);
    std::vector<int> hit;
    for (int moment = 1 + (every ? 0 : row % step); moment <= exchanges; moment += step)
        hit.push_back(moment);
    return hit;
}

/// To the program's end; other programs' lines go on meanwhile.
ShellRun runBeside(const FlowRig& rig, const QString& line)
{
    QProcess process;
    rig.start(process, line);
    if (!waitForEnd(process))
        qFatal("it goes on for ever");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
        process.readAllStandardError()};
}

/// What the image has now, read here: a program for each would take longer than the flow. Empty where it is damaged.
QMap<QString, QString> contentOf(const FlowRig& rig, Where::Kind kind)
{
    const QString name = kind == Where::Kind::Card ? QStringLiteral("card") : QStringLiteral("handset");
    const auto side = SideSession::open({kind, rig.path(name)});
    if (!side)
        qWarning("%s", qPrintable(side.error().text()));
    return side ? nodesOf(toByteArray(writeJsonTree((*side)->tree()))) : QMap<QString, QString>();
}

bool isReader(int slot, ReaderStatus status)
{
    const auto readers = listReaders().readers;
    const auto index = static_cast<std::size_t>(slot);
    return readers.size() > index && readers[index].status == status;
}

constexpr int kSettled = 6000; ///< milliseconds; vpcd looks for a card every 0.4 s

bool waitUntilEmpty(int slot)
{
    return QTest::qWaitFor([slot] { return isReader(slot, ReaderStatus::Empty); }, kSettled);
}

/// A copy of handset and card, each for a program of its own, with a reader between them. The card goes in meanwhile.
class CardInReader
{
public:
    CardInReader(const FlowRig& fresh, const PcscdRig& pcscd, int slot)
        : m_rig(fresh)
        , m_slot(slot)
        , m_line(pcscd.port(slot), CountingProxy::Line::Vpcd)
    {
        serve();
    }
    CardInReader(const CardInReader&) = delete;
    CardInReader& operator=(const CardInReader&) = delete;
    ~CardInReader() { pull(); }

    [[nodiscard]] const FlowRig& rig() const { return m_rig; }
    /// This one, not another card that was in that slot before. A card that pcscd could not switch on, as happens on
    /// a busy machine, goes out and in again.
    [[nodiscard]] bool waitUntilIn()
    {
        constexpr int kTries = 5;
        for (int i = 0; i < kTries; ++i) {
            const auto isIn = [this] { return m_line.wasAsked() && isReader(m_slot, ReaderStatus::Card); };
            if (QTest::qWaitFor(isIn, kSettled))
                return true;
            qInfo("the card goes in again");
            pull();
            (void)waitUntilEmpty(m_slot);
            serve();
        }
        return false;
    }
    /// Runs the flow; the victim dies at the card's answer of that number, which is lost. 0: nobody. How many answers
    /// there were.
    int run(const QByteArray& name, bool killsCard, int moment)
    {
        QProcess device;
        m_line.cutAt(moment, [&] { killNow(killsCard ? m_card : device); });
        QStringList words = flow(name).split(QLatin1Char(' '));
        words.replaceInStrings(
            QRegularExpression(QStringLiteral("^card$")), QStringLiteral("pcsc:") + PcscdRig::reader(m_slot));
        m_rig.startWords(device, words);
        if (!waitForEnd(device))
            qFatal("the device goes on for ever");
        m_exit = device.exitStatus() == QProcess::NormalExit ? device.exitCode() : -1;
        m_said = device.readAllStandardError();
        pull();
        return m_line.answers();
    }
    [[nodiscard]] int exit() const { return m_exit; }
    [[nodiscard]] const QByteArray& said() const { return m_said; }

private:
    void serve()
    {
        m_rig.start(
            m_card, QStringLiteral("card serve card:card --vpcd 127.0.0.1:%1").arg(QString::number(m_line.port())));
    }
    void pull()
    {
        m_card.kill();
        m_card.waitForFinished();
    }

    FlowRig m_rig;
    int m_slot;
    CountingProxy m_line;
    QProcess m_card;
    int m_exit = -1;
    QByteArray m_said;
};

/// A flow that was never disturbed: from where, to where, over how many exchanges.
struct Undisturbed
{
    FlowRig fresh;
    int exchanges = 0;
    QMap<QString, QString> device;
    QMap<QString, QString> card;
};

QString differenceFrom(const Undisturbed& whole, const FlowRig& rig)
{
    const QString device = differenceTo(whole.device, contentOf(rig, Where::Kind::Handset));
    return device.isEmpty() ? differenceTo(whole.card, contentOf(rig, Where::Kind::Card)) : device;
}

/// What is wrong with the images as they were left, or after the flow was repeated; empty when nothing is.
QString troubleAfter(const CardInReader& cut, const QByteArray& name, const Undisturbed& whole)
{
    for (const Where::Kind kind : {Where::Kind::Handset, Where::Kind::Card})
        if (contentOf(cut.rig(), kind).isEmpty())
            return QStringLiteral("an image is damaged");
    // Who lost the card at the very last answers had what it needs; then all is done as it says.
    const QString unfinished = cut.exit() == 0 ? differenceFrom(whole, cut.rig()) : QString();
    if (!unfinished.isEmpty())
        return QStringLiteral("said to be done, but ") + unfinished;
    const ShellRun again = runBeside(cut.rig(), flow(name));
    return again.exit == 0 ? differenceFrom(whole, cut.rig()) : QString::fromUtf8(again.err);
}

/// A DM server and the handset, each a program of its own; one dies at the server's answer of that number, which is
/// lost. 0: neither. How many answers there were.
int manage(const FlowRig& rig, bool killsServer, int moment)
{
    QProcess server;
    rig.start(server, QStringLiteral("dms --listen 127.0.0.1:0 --once --script script"));
    QUrl url(Shell::lineOf(server));
    CountingProxy line(static_cast<quint16>(url.port()), CountingProxy::Line::Http);
    url.setPort(line.port());
    QProcess client;
    line.cutAt(moment, [&] { killNow(killsServer ? server : client); });
    rig.start(client,
        QStringLiteral("client --handset handset --auth none --as dm.fjordnet --answer yes --xml --server ")
            + url.toString());
    if (!waitForEnd(client))
        qFatal("the client goes on for ever");
    server.kill();
    server.waitForFinished();
    return line.answers();
}

/// Several messages, each a change; a repetition replaces with the same.
QByteArray twentyChanges()
{
    QByteArray script;
    for (int i = 0; i < 20; ++i)
        script += (script.isEmpty() ? "[" : ",")
            + QByteArray(
                R"([{"command":"Replace","target":"./DMAcc/Fjordnet/AppAddr/1/Addr","data":"http://proxy%1"}])")
                  .replace("%1", QByteArray::number(i));
    return script + "]";
}

} // namespace

/// Either side of a link is killed (SIGKILL) at an exchange that is counted, not timed.
class TestDmscKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtAnExchangeWithTheCardItFinishesWhenRepeated_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("killsCard");
        for (const char* name : {"uc1", "uc1-a1", "uc1-a2", "uc2", "uc2-a1", "sync", "store", "approve"}) {
            QTest::addRow("%s, device", name) << QByteArray(name) << false;
            QTest::addRow("%s, card", name) << QByteArray(name) << true;
        }
    }

    /// The flow comes to the same end as one that was never disturbed, from wherever it was cut.
    void killedAtAnExchangeWithTheCardItFinishesWhenRepeated()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, killsCard);
        if (!PcscdRig::missing().isEmpty())
            QSKIP(qPrintable(PcscdRig::missing()));
        if (!m_pcscd) {
            m_pcscd = std::make_unique<PcscdRig>();
            QVERIFY(m_pcscd->start());
        }
        const Undisturbed& whole = undisturbed(name);
        QVERIFY(whole.exchanges > 0 && !whole.device.isEmpty() && !whole.card.isEmpty());
        const std::vector<int> hit = moments(whole.exchanges, kSanitized ? 1 : 3, m_row++);
        qInfo("%d exchanges, killed at %d of them", whole.exchanges, static_cast<int>(hit.size()));
        std::unique_ptr<CardInReader> next = insert(whole.fresh);
        for (const int moment : hit) {
            const auto cut = std::move(next);
            QVERIFY(cut->waitUntilIn());
            if (moment != hit.back())
                next = insert(whole.fresh);
            QCOMPARE(cut->run(name, killsCard, moment), moment);
            QVERIFY(killsCard || cut->exit() == -1);
            const QString trouble = troubleAfter(*cut, name, whole);
            QVERIFY2(trouble.isEmpty(), qPrintable(QStringLiteral("killed at %1: %2").arg(moment).arg(trouble)));
        }
    }

    void A15_killedAtAnExchangeWithTheServerItFinishesWhenRepeated_data()
    {
        QTest::addColumn<bool>("killsServer");
        QTest::newRow("device") << false;
        QTest::newRow("DM server") << true;
    }

    void A15_killedAtAnExchangeWithTheServerItFinishesWhenRepeated()
    {
        QFETCH(bool, killsServer);
        const QByteArray script = twentyChanges();
        const FlowRig undisturbed;
        undisturbed.write(QStringLiteral("script"), script);
        const FlowRig rig(undisturbed);
        rig.write(QStringLiteral("script"), script);
        const int exchanges = manage(undisturbed, false, 0);
        QVERIFY(exchanges > 20);
        const auto after = contentOf(undisturbed, Where::Kind::Handset);
        QVERIFY(after.values().contains(QStringLiteral("http://proxy19")));
        for (const int moment : moments(exchanges, kSanitized ? 3 : 7, killsServer ? 1 : 0)) {
            QCOMPARE(manage(rig, killsServer, moment), moment);
            // The answer of that number was the server's last word: what it asked before was done, and is there.
            const QString address =
                contentOf(rig, Where::Kind::Handset).value(QStringLiteral("./DMAcc/Fjordnet/AppAddr/1/Addr"));
            QVERIFY2(!address.isEmpty(), "the handset's image is damaged");
            if (moment > 1)
                QCOMPARE(address, QStringLiteral("http://proxy%1").arg(moment - 2));
        }
        (void)manage(rig, killsServer, 0);
        QCOMPARE(differenceTo(after, contentOf(rig, Where::Kind::Handset)), QString());
    }

private:
    /// Into the slot that was not the last one, where the card of before is mostly out by now. pcscd must have seen
    /// that, else it takes the new card for the old one, which went silent.
    std::unique_ptr<CardInReader> insert(const FlowRig& fresh)
    {
        m_slot = 1 - m_slot;
        (void)waitUntilEmpty(m_slot);
        return std::make_unique<CardInReader>(fresh, *m_pcscd, m_slot);
    }

    /// Twice, once without a reader: what differs between the two is each run's own. No exchanges where it failed.
    const Undisturbed& undisturbed(const QByteArray& name)
    {
        Undisturbed& whole = m_undisturbed[name];
        if (whole.exchanges > 0)
            return whole;
        const std::unique_ptr<CardInReader> first = insert(whole.fresh);
        const FlowRig second(whole.fresh);
        const bool good = runBeside(second, flow(name)).exit == 0 && first->waitUntilIn();
        const int exchanges = good ? first->run(name, false, 0) : 0;
        if (first->exit() != 0)
            return whole;
        whole.exchanges = exchanges;
        const auto shared = [&](Where::Kind kind) {
            return common(contentOf(first->rig(), kind), contentOf(second, kind));
        };
        whole.device = shared(Where::Kind::Handset);
        whole.card = shared(Where::Kind::Card);
        // The server stores the next version each time.
        if (const auto version = whole.card.find(QStringLiteral("./ServerConfig/Version")); version != whole.card.end())
            *version = QStringLiteral("of its own");
        return whole;
    }

    std::unique_ptr<PcscdRig> m_pcscd;
    std::map<QByteArray, Undisturbed> m_undisturbed;
    int m_row = 0;
    int m_slot = 0;
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscKills>(argc, argv);
}

} // namespace dmsc::tst_dmsc_kills

#include "tst_dmsc_kills.moc"
