// SPDX-License-Identifier: Apache-2.0
// Every way in which a handshake fails, asked for on the desk: the step that failed tells the card's answer, which
// permission is missing and what to do; nothing is executed, and the card opens to the right credential afterwards.
#include "card_rig.h"
#include "own_card.h"
#include "tests/support/failed_handshake.h"
#include "tests/support/pcscd_rig.h"

#include "cardio/channel/demo_pki.h"
#include "cardio/desk/desk.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "cardio/store/issuer_policy.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"

#include <QFile>

#include <mutex>

namespace dmsc::tst_desk_refusals {

using namespace dmsc::test;

namespace {

QByteArray demoPem(const char* name)
{
    QFile file(QStringLiteral(":/dmsc/pki/%1.pem").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", name);
    return file.readAll();
}

QByteArray keySet(const char* version, const char* enc, const char* mac, int macSize)
{
    return QStringLiteral(R"({"version":"%1","enc":"%2","mac":"%3","dek":"%3","macSize":%4})")
        .arg(QLatin1String(version), QLatin1String(enc), QLatin1String(mac), QString::number(macSize))
        .toLatin1();
}

constexpr const char* kOther = "00112233445566778899AABBCCDDEEFF";

QByteArray hexOf(const AesKey& key)
{
    return toHex(key.bytes()).toLatin1();
}

/// On the way to the card: what is said may be heard and changed there.
struct Way
{
    std::mutex mutex;
    std::function<void(Bytes&)> command;
    std::function<void(const Bytes&, Bytes&)> answer;
};

class TappedCard final : public CardEndpoint
{
public:
    TappedCard(std::unique_ptr<CardEndpoint> inner, std::shared_ptr<Way> way)
        : m_inner(std::move(inner))
        , m_way(std::move(way))
    {
    }
    [[nodiscard]] Bytes process(ByteView bytes) override
    {
        const std::lock_guard lock(m_way->mutex);
        Bytes command(bytes.begin(), bytes.end());
        if (m_way->command)
            m_way->command(command);
        Bytes answer = m_inner->process(command);
        if (m_way->answer)
            m_way->answer(command, answer);
        return answer;
    }
    void reset() override { m_inner->reset(); }
    [[nodiscard]] Bytes atr() const override { return m_inner->atr(); }

private:
    std::unique_ptr<CardEndpoint> m_inner;
    std::shared_ptr<Way> m_way;
};

/// A desk, and a card whose own authority is one that these tests have certificates of.
struct Rig
{
    Rig()
        : desk(nullptr, folder.filePath(QStringLiteral("cache")), folder.filePath(QStringLiteral("credentials.json")))
    {
        QObject::connect(&desk, &Desk::opened, [this](Side, const SideState& now) { state = now; });
        QObject::connect(&desk, &Desk::failed, [this](const Error& error) { errors.push_back(error); });
        QObject::connect(
            &desk, &Desk::handshakeDone, [this](Side, const HandshakeReport& done) { reports.push_back(done); });
        QObject::connect(&desk, &Desk::credentialsChanged,
            [this](const std::vector<CredentialInfo>& list, bool) { credentials = list; });
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.path()));
        const CardSetup setup = ownCardSetup(leafTree("Kept", "1"));
        if (const auto made = CardImage::create(path(), setup, systemRandom()); !made)
            qFatal("%s", qPrintable(made.error().text()));
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("card")); }
    [[nodiscard]] bool idle() const
    {
        return QTest::qWaitFor([this] { return !desk.busy(); }, 120000);
    }
    bool open(const Where& where)
    {
        desk.open(Side::Card, where);
        return idle() && state.tree && state.secured;
    }
    bool open() { return open({Where::Kind::Card, path()}); }
    bool reload()
    {
        desk.reload(Side::Card);
        return idle();
    }
    QString import(const QByteArray& bytes, Role role)
    {
        const QString name = folder.filePath(QStringLiteral("brought"));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        file.close();
        desk.unlockCredentials("for tests");
        desk.importCredential(name, {}, QStringLiteral("brought"), role);
        return idle() && errors.empty() && !credentials.empty() ? credentials.back().id : QString();
    }
    HandshakeReport shake(Role as, HandshakeMethod method, const QString& credential, std::uint8_t level = 0x33)
    {
        (void)desk.records().take(100000);
        HandshakeRequest request;
        request.as = as;
        request.method = method;
        request.credential = credential;
        request.level = level;
        reports.clear();
        desk.handshake(Side::Card, request);
        if (!idle() || reports.empty())
            qFatal("no report");
        return reports.back();
    }
    /// What the card answered to the commands of the last handshake.
    QStringList answers()
    {
        QStringList all;
        for (const Record& record : desk.records().take(100000))
            if (record.layer == Layer::Apdu)
                all << record.status;
        return all;
    }
    /// As the issuer does it, from elsewhere, while the card is open on the desk.
    bool changePolicy(const std::function<void(IssuerPolicy&)>& change) const
    {
        auto issuer = SideSession::open({Where::Kind::Card, path()});
        auto bytes = issuer ? (*issuer)->policy() : tl::unexpected(issuer.error());
        auto policy = bytes ? decodePolicy(*bytes) : tl::unexpected(bytes.error());
        if (!policy)
            return false;
        change(*policy);
        return (*issuer)->setPolicy(encode(*policy)).has_value();
    }
    void useUpTries(Role role) const
    {
        for (int i = 0; i < 100; ++i)
            if (failHandshake(path(), role).contains(QStringLiteral("blocked")))
                return;
        qFatal("not blocked");
    }
    [[nodiscard]] std::string stored() const
    {
        const auto image = CardImage::open(path());
        return image ? textOf(image->tree()) + " at " + std::to_string(number(image->seq())) : std::string();
    }

    QTemporaryDir folder;
    SideState state;
    std::vector<HandshakeReport> reports;
    std::vector<CredentialInfo> credentials;
    std::vector<Error> errors;
    Desk desk; // last: it ends first
};

const HandshakeStep* failedStep(const HandshakeReport& report)
{
    const auto found = std::find_if(report.steps.begin(), report.steps.end(),
        [](const HandshakeStep& step) { return step.state == StepState::Failed; });
    return found == report.steps.end() ? nullptr : &*found;
}

using Prepare = std::function<bool(Rig&)>;

EntityPolicy& entityOf(IssuerPolicy& policy, const char* name)
{
    const auto found = std::find_if(
        policy.entities.begin(), policy.entities.end(), [&](const EntityPolicy& one) { return one.name == name; });
    if (found == policy.entities.end())
        qFatal("no %s", name);
    return *found;
}

} // namespace

class TestDeskRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (PcscdRig::missing().isEmpty())
            m_pcscd = std::make_unique<PcscdRig>();
    }

    void DM_SC_UC1_A2_SEC_8_everyFailureIsExplained_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<HandshakeMethod>("method");
        QTest::addColumn<QByteArray>("credential"); // empty: the demo's
        QTest::addColumn<Prepare>("prepare");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("answer"); // the card's; empty: it was not asked, or its answer was refused
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* name, Role role, HandshakeMethod method, const QByteArray& credential,
                             const Prepare& prepare, const char* step, const char* answer, const QStringList& words) {
            QTest::newRow(name) << role << method << credential << prepare << QString::fromLatin1(step)
                                << QString::fromLatin1(answer) << words;
        };
        const QString permission = QStringLiteral("permission");
        const DemoKeySet device = demoKeySet(Role::Device);
        const auto dms = HandshakeMethod::Scp11a;
        row("wrong key", Role::Device, HandshakeMethod::Scp03, keySet("31", kOther, kOther, 8), {}, "checkCard", "",
            {permission, QStringLiteral("choose another credential")});
        row("wrong encryption key", Role::Device, HandshakeMethod::Scp03,
            keySet("31", kOther, hexOf(device.keys.mac).constData(), 8), {}, "checkCard", "",
            {permission, QStringLiteral("choose another credential")});
        row("unknown key version", Role::Device, HandshakeMethod::Scp03, keySet("44", kOther, kOther, 8), {},
            "initializeUpdate", "6A88",
            {permission, QStringLiteral("no keys of version 44"), QStringLiteral("choose")});
        row("key of the other size", Role::Dms, HandshakeMethod::Scp03, keySet("32", kOther, kOther, 8), {},
            "initializeUpdate", "6700", {QStringLiteral("S8 or S16"), QStringLiteral("choose")});
        row("blocked key", Role::Device, HandshakeMethod::Scp03, {},
            [](Rig& rig) {
                rig.useUpTries(Role::Device);
                return true;
            },
            "initializeUpdate", "6983", {permission, QStringLiteral("blocked"), QStringLiteral("issuer")});
        row("expired certificate", Role::Dms, dms, certified(QStringLiteral("own-expired")), {}, "hostCertificate",
            "6988",
            {permission, QStringLiteral("expired at 2021-01-01"), QStringLiteral("ask its issuer for a new one")});
        row("certificate of the future", Role::Dms, dms, certified(QStringLiteral("own-future")), {}, "hostCertificate",
            "6988", {permission, QStringLiteral("not valid before 2048-01-01"), QStringLiteral("clock")});
        row("certificate of an unknown authority", Role::Dms, dms,
            testPem(QStringLiteral("other-dms-key")) + testPem(QStringLiteral("other-dms"))
                + testPem(QStringLiteral("own-ca")),
            {}, "hostCertificate", "6988",
            {permission, QStringLiteral("no authority that the card trusts"), QStringLiteral("choose another")});
        row("card of an unknown authority", Role::Dms, dms, demoPem("dms-key") + demoPem("dms") + demoPem("ca"), {},
            "cardCertificate", "",
            {QStringLiteral("the card's certificate is not accepted"), QStringLiteral("authority that issued it")});
        row("certificate that the policy does not know", Role::Dms, dms, certified(QStringLiteral("own-nobody")), {},
            "agreeKeys", "6A88", {permission, QStringLiteral("the issuer must enter")});
        row("no policy", Role::Dms, dms, certified(QStringLiteral("own-dms")),
            [](Rig& rig) {
                return rig.changePolicy([](IssuerPolicy& policy) {
                    std::erase_if(
                        policy.entities, [](const EntityPolicy& one) { return one.name == std::string_view("dms"); });
                });
            },
            "select", "", {permission, QStringLiteral("policy"), QStringLiteral("Nothing was sent")});
        row("method not accepted", Role::Device, HandshakeMethod::Scp03, {},
            [](Rig& rig) {
                return rig.changePolicy([](IssuerPolicy& policy) {
                    std::erase_if(entityOf(policy, "device").methods,
                        [](const AcceptedMethod& one) { return one.method == HandshakeMethod::Scp03; });
                });
            },
            "select", "", {permission, QStringLiteral("does not accept SCP03"), QStringLiteral("it accepts: SCP11a")});
        // The offers tell of roles, the card knows each entity.
        row("method not accepted from this server", Role::Dms, dms, certified(QStringLiteral("own-dms")),
            [](Rig& rig) {
                return rig.changePolicy([](IssuerPolicy& policy) {
                    entityOf(policy, "application").role = Role::Dms;
                    entityOf(policy, "application").methods = {{HandshakeMethod::Scp11a, 0x33, kDemoCardKeyP256}};
                    entityOf(policy, "dms").methods = {{HandshakeMethod::Scp11c, 0x33, kDemoCardKeyP256}};
                });
            },
            "agreeKeys", "6985", {permission, QStringLiteral("does not accept SCP11a"), QStringLiteral("issuer")});
        row("level too low for this server", Role::Dms, HandshakeMethod::Scp03, {},
            [](Rig& rig) {
                return rig.changePolicy([](IssuerPolicy& policy) {
                    entityOf(policy, "application").role = Role::Dms;
                    for (AcceptedMethod& one : entityOf(policy, "application").methods)
                        one.leastLevel = 0x01;
                }) && rig.reload();
            },
            "externalAuthenticate", "6982",
            {permission, QStringLiteral("level 01 is too low"), QStringLiteral("choose a higher level")});
        row("level too low", Role::Device, HandshakeMethod::Scp03, {},
            [](Rig& rig) {
                return rig.changePolicy([](IssuerPolicy& policy) {
                    for (AcceptedMethod& one : entityOf(policy, "device").methods)
                        one.leastLevel = 0x33;
                });
            },
            "select", "", {permission, QStringLiteral("level 33 or more, not 01")});
    }
    void DM_SC_UC1_A2_SEC_8_everyFailureIsExplained()
    {
        QFETCH(const Role, role);
        QFETCH(const HandshakeMethod, method);
        QFETCH(const QByteArray, credential);
        QFETCH(const Prepare, prepare);
        QFETCH(const QString, step);
        QFETCH(const QString, answer);
        QFETCH(const QStringList, words);
        Rig rig;
        QVERIFY2(rig.open(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        QString id;
        if (!credential.isEmpty()) {
            id = rig.import(credential, role);
            QVERIFY2(!id.isEmpty(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        }
        if (prepare)
            QVERIFY(prepare(rig));
        const std::string before = rig.stored();
        const auto tree = rig.state.tree;
        const bool low = QByteArray(QTest::currentDataTag()).startsWith("level too low");
        const HandshakeReport report = rig.shake(role, method, id, low ? 0x01 : 0x33);
        const QStringList answers = rig.answers();
        QVERIFY(!report.open);
        const HandshakeStep* failed = failedStep(report);
        QVERIFY(failed);
        QVERIFY2(failed->id == step, qPrintable(failed->id + QStringLiteral(": ") + failed->problem));
        for (const QString& word : words)
            QVERIFY2(failed->problem.contains(word), qPrintable(word + QStringLiteral(" in: ") + failed->problem));
        if (!answer.isEmpty()) {
            QVERIFY2(failed->problem.contains(answer), qPrintable(failed->problem));
            QVERIFY2(answers.contains(answer), qPrintable(answers.join(QLatin1Char(' '))));
        }
        // Nothing was executed, and nothing is before another handshake.
        QCOMPARE(rig.state.tree, tree);
        rig.errors.clear();
        if (step != QLatin1String("select")) {
            QVERIFY(!rig.state.secured && !rig.state.access);
            rig.desk.apply({addition("./New", leafTree("New", "1"))});
            QVERIFY(rig.idle());
            QCOMPARE(rig.errors.size(), std::size_t{1});
            QCOMPARE(rig.errors.front().kind, ErrorKind::NotAllowed);
        }
        QCOMPARE(rig.stored(), before);
        // The card is as it was for who has the right credential.
        QVERIFY(rig.shake(Role::Issuer, HandshakeMethod::Scp03, {}).open);
    }

    void DM_SC_SEC_8_whatIsChangedOrReplayedOnTheWayExecutesNothing_data()
    {
        QTest::addColumn<HandshakeMethod>("method");
        QTest::addColumn<bool>("replay");
        for (const HandshakeMethod method : {HandshakeMethod::Scp03, HandshakeMethod::Scp11a})
            for (const bool replay : {false, true})
                QTest::addRow("%s, %s", qPrintable(methodName(method)), replay ? "replayed" : "changed")
                    << method << replay;
    }
    void DM_SC_SEC_8_whatIsChangedOrReplayedOnTheWayExecutesNothing()
    {
        if (!m_pcscd)
            QSKIP(qPrintable(PcscdRig::missing()));
        QFETCH(const HandshakeMethod, method);
        QFETCH(const bool, replay);
        Rig rig;
        const auto way = std::make_shared<Way>();
        std::vector<std::pair<Bytes, Bytes>> heard;
        way->answer = [&heard](const Bytes& command, Bytes& answer) { heard.emplace_back(command, answer); };
        const QString path = rig.path();
        QVERIFY(m_pcscd->start()); // without the card of the test before
        const VpcdPlug plug(
            *VpcdAddress::parse(m_pcscd->address()),
            [path, way]() -> Result<std::unique_ptr<CardEndpoint>> {
                auto card = EmulatedCard::open(path);
                if (!card)
                    return card;
                return std::make_unique<TappedCard>(*std::move(card), way);
            },
            [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        QVERIFY(rig.open({Where::Kind::Reader, PcscdRig::reader()}));
        QString id;
        if (method == HandshakeMethod::Scp11a)
            id = rig.import(certified(QStringLiteral("own-dms")), Role::Dms);
        // Opened twice it was reset in between: what is heard next is a handshake outside of any session.
        QVERIFY(rig.open({Where::Kind::Reader, PcscdRig::reader()}));
        {
            const std::lock_guard lock(way->mutex);
            heard.clear();
        }
        const HandshakeReport good = rig.shake(Role::Dms, method, id);
        QVERIFY2(good.open, failedStep(good) ? qPrintable(failedStep(good)->problem) : "");
        const auto old = [&] {
            const std::lock_guard lock(way->mutex);
            return heard;
        }();
        const std::string before = rig.stored();
        {
            const std::lock_guard lock(way->mutex);
            if (replay) {
                // The card's challenge of before: the host's own is new, so nothing that follows from it fits.
                way->answer = [old](const Bytes& command, Bytes& answer) {
                    const auto same = std::find_if(old.begin(), old.end(), [&](const auto& one) {
                        return one.first.size() > 4 && command.size() > 4 && one.first[1] == command[1]
                            && (command[1] == 0x50 || command[1] == 0x82 || command[1] == 0x88);
                    });
                    if (same != old.end())
                        answer = same->second;
                };
            } else {
                way->command = [](Bytes& command) {
                    if (command.size() > 8 && (command[1] == 0x82 || command[1] == 0x88))
                        command[command.size() - 2] ^= 0x01U;
                };
            }
        }
        const HandshakeReport report = rig.shake(Role::Dms, method, id);
        {
            const std::lock_guard lock(way->mutex);
            way->answer = {};
            way->command = {};
        }
        QVERIFY(!report.open);
        const HandshakeStep* failed = failedStep(report);
        QVERIFY(failed);
        QVERIFY2(failed->problem.contains(QStringLiteral("try again")), qPrintable(failed->problem));
        QVERIFY(!rig.state.secured && !rig.state.access);
        QCOMPARE(rig.stored(), before);
        QVERIFY(rig.shake(Role::Dms, method, id).open);
    }

private:
    std::unique_ptr<PcscdRig> m_pcscd;
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDeskRefusals>(argc, argv);
}

} // namespace dmsc::tst_desk_refusals

#include "tst_desk_refusals.moc"
