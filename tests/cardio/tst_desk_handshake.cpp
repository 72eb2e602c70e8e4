// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"
#include "own_card.h"

#include "cardio/channel/demo_pki.h"
#include "cardio/desk/desk.h"
#include "cardio/desk/side_session.h"
#include "cardio/receipt/receipt.h"
#include "model/compare/diff.h"
#include "tests/support/failed_handshake.h"
#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"

#include <QProcess>
#include <QStandardPaths>

namespace dmsc::tst_desk_handshake {

using namespace dmsc::test;

namespace {

/// A desk with the demo card open, a store of credentials of its own, and what it said.
struct DeskRig
{
    DeskRig()
        : desk(nullptr, folder.filePath(QStringLiteral("cache")), folder.filePath(QStringLiteral("credentials.json")))
    {
        QObject::connect(&desk, &Desk::opened, [this](Side, const SideState& now) {
            state = now;
            ++opened;
        });
        QObject::connect(&desk, &Desk::failed, [this](const Error& error) { errors.push_back(error); });
        QObject::connect(&desk, &Desk::cancelled, [this] { ++cancels; });
        QObject::connect(
            &desk, &Desk::handshakeStepped, [this](Side, const HandshakeStep& step) { told.push_back(step); });
        QObject::connect(
            &desk, &Desk::handshakeDone, [this](Side, const HandshakeReport& done) { reports.push_back(done); });
        QObject::connect(
            &desk, &Desk::memoryManaged, [this](Side, const std::vector<MemoryResult>& now) { memory = now; });
        QObject::connect(
            &desk, &Desk::receiptWritten, [this](Side, const ReceiptInfo& info) { receipts.push_back(info); });
        QObject::connect(
            &desk, &Desk::applied, [this](const std::vector<OperationResult>& answered) { results = answered; });
        QObject::connect(
            &desk, &Desk::credentialsChanged, [this](const std::vector<CredentialInfo>& list, bool isLocked) {
                credentials = list;
                locked = isLocked;
            });
    }
    [[nodiscard]] bool idle() const
    {
        return QTest::qWaitFor([this] { return !desk.busy(); }, 120000);
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("card")); }
    bool open()
    {
        if (!createCard(path(), {true, {}}))
            return false;
        desk.open(Side::Card, {Where::Kind::Card, path()});
        return idle() && state.tree && state.secured;
    }
    const HandshakeReport& shake(const HandshakeRequest& request)
    {
        told.clear();
        (void)desk.records().take(100000);
        desk.handshake(Side::Card, request);
        if (!idle() || reports.empty())
            qFatal("no report");
        return reports.back();
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
    /// Imports a file and gives the id of what came of it.
    QString import(const QString& name, const QString& label, Role role)
    {
        desk.unlockCredentials("for tests");
        desk.importCredential(folder.filePath(name), "file secret", label, role);
        return idle() && errors.empty() && !credentials.empty() ? credentials.back().id : QString();
    }
    bool openssl(const QStringList& words) const
    {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral("openssl"), words);
        return process.waitForFinished(30'000) && process.exitCode() == 0;
    }
    /// A PKCS#12 file of an authority of its own: unknown to the card.
    bool makeStranger(const QString& name) const
    {
        const auto words = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
        return openssl(words("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt "
                             "-days 3650 -subj /CN=Stranger"))
            && openssl(
                words("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout dms.key -out dms.csr -subj "
                      "/CN=dms"))
            && openssl(words("x509 -req -in dms.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -out dms.crt"))
            && openssl(words("pkcs12 -export -inkey dms.key -in dms.crt -certfile ca.crt -passout")
                + QStringList{QStringLiteral("pass:file secret"), QStringLiteral("-out"), name});
    }

    QTemporaryDir folder;
    SideState state;
    std::vector<HandshakeStep> told;
    std::vector<HandshakeReport> reports;
    std::vector<MemoryResult> memory;
    std::vector<ReceiptInfo> receipts;
    std::vector<OperationResult> results;
    std::vector<CredentialInfo> credentials;
    std::vector<Error> errors;
    bool locked = false;
    int opened = 0;
    int cancels = 0;
    Desk desk; // last: it ends first
};

HandshakeRequest request(Role as, HandshakeMethod method, const QString& credential = {})
{
    HandshakeRequest request;
    request.as = as;
    request.method = method;
    request.credential = credential;
    return request;
}

/// A published credential as a file: key, certificate and authority.
QByteArray demoPem(const char* entity)
{
    QByteArray all;
    for (const QString& part :
        {QString::fromLatin1(entity) + QLatin1String("-key"), QString::fromLatin1(entity), QStringLiteral("ca")}) {
        QFile file(QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/pki/%1.pem").arg(part));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.fileName()));
        all += file.readAll();
    }
    return all;
}

const HandshakeStep* failedStep(const HandshakeReport& report)
{
    const auto found = std::find_if(report.steps.begin(), report.steps.end(),
        [](const HandshakeStep& step) { return step.state == StepState::Failed; });
    return found == report.steps.end() ? nullptr : &*found;
}

std::vector<Record> apdus(Desk& desk)
{
    std::vector<Record> found;
    for (Record& record : desk.records().take(100000))
        if (record.layer == Layer::Apdu)
            found.push_back(std::move(record));
    return found;
}

constexpr const char* kWrongKeys =
    R"({"version":"30","enc":"00112233445566778899AABBCCDDEEFF","mac":"00112233445566778899AABBCCDDEEFF",)"
    R"("dek":"00112233445566778899AABBCCDDEEFF"})";

} // namespace

class TestDeskHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_UC2_N_GEN_13_everyMethodEndsInAccessAndMemory_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("entity");
        const auto row = [](const char* name, Role role, HandshakeMethod method, const char* entity) {
            QTest::newRow(name) << static_cast<int>(role) << static_cast<int>(method) << QString::fromLatin1(entity);
        };
        row("issuer SCP03", Role::Issuer, HandshakeMethod::Scp03, "issuer");
        row("issuer SCP11a", Role::Issuer, HandshakeMethod::Scp11a, "issuer");
        row("device SCP03", Role::Device, HandshakeMethod::Scp03, "device");
        row("device SCP11a", Role::Device, HandshakeMethod::Scp11a, "device");
        row("device SCP11c", Role::Device, HandshakeMethod::Scp11c, "device");
        row("dms SCP03", Role::Dms, HandshakeMethod::Scp03, "dms");
        row("dms SCP11a", Role::Dms, HandshakeMethod::Scp11a, "dms");
        row("application SCP03", Role::Application, HandshakeMethod::Scp03, "application");
    }
    void DM_SC_UC2_N_GEN_13_everyMethodEndsInAccessAndMemory()
    {
        QFETCH(int, role);
        QFETCH(int, method);
        QFETCH(QString, entity);
        DeskRig rig;
        QVERIFY2(rig.open(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        QVERIFY(!rig.state.offers.empty() && rig.state.access && rig.state.demoCredentials);
        const HandshakeReport report =
            rig.shake(request(static_cast<Role>(role), static_cast<HandshakeMethod>(method)));
        const HandshakeStep* failed = failedStep(report);
        QVERIFY2(report.open, failed ? qPrintable(failed->problem) : "");
        QVERIFY(report.again);
        QCOMPARE(report.access.entity, entity.toStdString());
        QVERIFY(!report.access.conditions.empty());
        QVERIFY(report.memory.blockSize != 0 && number(report.memory.total) != 0);
        QCOMPARE(report.memory.self, report.access.entity);
        QCOMPARE(report.receipts,
            method == static_cast<int>(HandshakeMethod::Scp11a) || method == static_cast<int>(HandshakeMethod::Scp11c));
        QVERIFY2(rig.errors.empty(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        QCOMPARE(rig.state.access->entity, entity.toStdString());
        QVERIFY(rig.state.memory && rig.state.owners && rig.state.secured);
        // Told as they came: each begins, then ends.
        const auto planned = plannedSteps(static_cast<HandshakeMethod>(method), static_cast<Role>(role));
        QCOMPARE(report.steps.size(), planned.size());
        std::size_t at = 0;
        for (const HandshakeStep& step : planned) {
            QCOMPARE(rig.told[at].id, step.id);
            QCOMPARE(rig.told[at++].state, StepState::Running);
            QCOMPARE(rig.told[at].id, step.id);
            QCOMPARE(rig.told[at++].state, StepState::Done);
        }
    }

    void DM_SC_UC2_N_scp03IsTwoPairsAndStepsLeadToTheLog()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        const HandshakeReport report = rig.shake(request(Role::Issuer, HandshakeMethod::Scp03));
        QVERIFY(report.open);
        QCOMPARE(report.pairs, std::size_t{2});
        QVERIFY(report.bytes > 60 && report.bytes < 400);
        const auto records = apdus(rig.desk);
        for (const HandshakeStep& step : report.steps) {
            const auto rows = std::count_if(records.begin(), records.end(),
                [&](const Record& record) { return step.exchange.value != 0 && record.exchange == step.exchange; });
            // What sends nothing leads to what it checks.
            QVERIFY2(rows > 0 || step.id == QLatin1String("select"), qPrintable(step.id));
            QVERIFY2(step.exchange.value != 0 && !step.values.empty(), qPrintable(step.id));
        }
        QCOMPARE(report.steps[2].exchange, report.steps[1].exchange);
        // All that the keys were made from, for whoever works them out again.
        QCOMPARE(report.apdus.size(), std::size_t{2});
        QCOMPARE(report.keyVersion, std::uint8_t{0x30});
        const QByteArray vector = testVector(report);
        for (const char* part : {"\"keyEnc\"", "\"keyMac\"", "\"sEnc\"", "\"keyVersion\": \"30\"", "\"command\": \"84"})
            QVERIFY2(vector.contains(part), part);
    }

    void DM_SC_GEN_5_anOpeningStaysLean()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        const auto names = [](Desk& desk) {
            QStringList list;
            for (const Record& record : apdus(desk))
                list << record.name;
            return list;
        };
        const QStringList first = names(rig.desk);
        QVERIFY2(first.size() <= 7, qPrintable(first.join(QStringLiteral(", "))));
        rig.desk.reload(Side::Card);
        QVERIFY(rig.idle());
        QCOMPARE(names(rig.desk), QStringList{QStringLiteral("SYNC STATUS")});
        rig.desk.open(Side::Card, {Where::Kind::Card, rig.path()});
        QVERIFY(rig.idle());
        const QStringList again = names(rig.desk);
        QVERIFY2(again.size() <= 5, qPrintable(again.join(QStringLiteral(", "))));
    }

    void DM_SC_SEC_6_aForbiddenMethodSendsNothing()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        HandshakeRequest weak = request(Role::Issuer, HandshakeMethod::Scp03);
        weak.level = 0x01;
        for (const HandshakeRequest& forbidden : {request(Role::Issuer, HandshakeMethod::Scp11b), weak}) {
            const auto before = rig.state.tree;
            const HandshakeReport report = rig.shake(forbidden);
            QVERIFY(!report.open);
            const HandshakeStep* failed = failedStep(report);
            QVERIFY(failed);
            QCOMPARE(failed->id, QStringLiteral("select"));
            QVERIFY2(failed->problem.contains(QStringLiteral("SCP03")), qPrintable(failed->problem));
            QVERIFY(apdus(rig.desk).empty());
            QVERIFY(rig.errors.empty());
            // What is open stays open.
            rig.desk.reload(Side::Card);
            QVERIFY(rig.idle() && rig.errors.empty() && rig.state.secured);
            QCOMPARE(rig.state.tree, before);
        }
    }

    void F06_DM_SC_SEC_5_SEC_8_wrongKeysEndTheSessionAndNothingElse()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        rig.write(QStringLiteral("wrong.json"), kWrongKeys);
        const QString id = rig.import(QStringLiteral("wrong.json"), QStringLiteral("wrong"), Role::Issuer);
        QVERIFY(!id.isEmpty());
        const auto before = rig.state.tree;
        const HandshakeReport report = rig.shake(request(Role::Issuer, HandshakeMethod::Scp03, id));
        QVERIFY(!report.open);
        const HandshakeStep* failed = failedStep(report);
        QVERIFY(failed && !failed->problem.isEmpty());
        QCOMPARE(report.steps.back().state, StepState::Skipped);
        QVERIFY(!rig.state.secured && !rig.state.access && rig.state.security.isEmpty());
        QCOMPARE(rig.state.tree, before);
        // Nothing moves before a handshake.
        rig.desk.apply({addition("./New", leafTree("New", "1"))});
        QVERIFY(rig.idle());
        QCOMPARE(rig.errors.size(), std::size_t{1});
        QCOMPARE(rig.errors.front().kind, ErrorKind::NotAllowed);
        rig.errors.clear();
        const HandshakeReport good = rig.shake(request(Role::Issuer, HandshakeMethod::Scp03));
        QVERIFY(good.open && !good.again);
        QCOMPARE(textOf(*rig.state.tree), textOf(*before));
    }

    void DM_SC_SEC_6_theIssuerSeesWhatTriesAreLeftAndGivesThemBack()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        std::vector<std::vector<KeySetTries>> told;
        QObject::connect(&rig.desk, &Desk::triesTold,
            [&told](Side, const std::vector<KeySetTries>& tries) { told.push_back(tries); });
        for (int i = 0; i < 10; ++i)
            QVERIFY(failHandshake(rig.path(), Role::Device).contains(QStringLiteral("tries left")) == (i < 9));
        const HandshakeReport refused = rig.shake(request(Role::Device, HandshakeMethod::Scp03));
        QVERIFY(!refused.open);
        QVERIFY2(
            failedStep(refused)->problem.contains(QStringLiteral("blocked")), qPrintable(failedStep(refused)->problem));
        // Nobody but the issuer is told.
        QVERIFY(rig.shake(request(Role::Dms, HandshakeMethod::Scp03)).open);
        rig.desk.askTries(Side::Card);
        QVERIFY(rig.idle());
        QVERIFY(told.empty());
        QCOMPARE(rig.errors.size(), std::size_t{1});
        rig.errors.clear();
        QVERIFY(rig.shake(request(Role::Issuer, HandshakeMethod::Scp03)).open);
        rig.desk.askTries(Side::Card);
        QVERIFY(rig.idle());
        QCOMPARE(told.size(), std::size_t{1});
        QVERIFY(told.back().size() == 4 && told.back()[1] == (KeySetTries{"device", 0x31, 0, 10}));
        rig.desk.resetTries(Side::Card, 0x31);
        QVERIFY(rig.idle());
        QVERIFY(rig.errors.empty());
        QCOMPARE(told.size(), std::size_t{2});
        QVERIFY(told.back()[1] == (KeySetTries{"device", 0x31, 10, 10}));
        QVERIFY(rig.shake(request(Role::Device, HandshakeMethod::Scp03)).open);
    }

    void DM_SC_UC1_A2_anUnknownCertificateIsRefused()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("the openssl program is not installed");
        DeskRig rig;
        QVERIFY(rig.open());
        QVERIFY(rig.makeStranger(QStringLiteral("stranger.p12")));
        const QString id = rig.import(QStringLiteral("stranger.p12"), QStringLiteral("stranger"), Role::Dms);
        QVERIFY2(!id.isEmpty(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        const auto before = rig.state.tree;
        const HandshakeReport report = rig.shake(request(Role::Dms, HandshakeMethod::Scp11a, id));
        QVERIFY(!report.open);
        QVERIFY(failedStep(report));
        QVERIFY(!rig.state.secured);
        QCOMPARE(rig.state.tree, before);
    }

    void DM_SC_SEC_9_againWithinTheSession()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        const auto before = rig.state.tree;
        const HandshakeReport report = rig.shake(request(Role::Issuer, HandshakeMethod::Scp11a));
        QVERIFY(report.open && report.again);
        QCOMPARE(rig.state.tree, before); // not read again
        for (const Record& record : apdus(rig.desk))
            QVERIFY(record.name != QLatin1String("SELECT"));
        rig.desk.apply({addition("./Again", leafTree("Again", "1"))});
        QVERIFY(rig.idle() && rig.errors.empty());
        QVERIFY(rig.state.tree->find(uri("./Again")) != kNoNode);
    }

    void DM_SC_SEC_2_PRV_2_anotherEntitySeesAndDoesWhatItMay()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        const NodeId leaf = rig.state.tree->find(uri("./Branding/Claim"));
        QVERIFY(leaf != kNoNode);
        QVERIFY(rig.shake(request(Role::Application, HandshakeMethod::Scp03)).open);
        Operation change = valueChange(*rig.state.tree, "./Branding/Claim", "mine now");
        rig.desk.apply({change});
        QVERIFY(rig.idle());
        QCOMPARE(rig.results.size(), std::size_t{1});
        QCOMPARE(rig.results.front().status, 425);
        QVERIFY2(rig.results.front().text.contains(QStringLiteral("permission")), qPrintable(rig.results.front().text));
        QVERIFY(rig.state.tree->value(rig.state.tree->find(uri("./Branding/Claim"))) != "mine now");
    }

    void DM_SC_PRV_2_anAddWhereAnAclHidesANodeIsExplained()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        Tree hidden = leafTree("Hidden", "1");
        QVERIFY(hidden.setAcl(hidden.children(Tree::root()).front(), "Get=device"));
        rig.desk.apply({addition("./Hidden", hidden)});
        QVERIFY(rig.idle() && rig.errors.empty());
        QVERIFY(rig.shake(request(Role::Dms, HandshakeMethod::Scp03)).open);
        QVERIFY(rig.state.tree->find(uri("./Hidden")) == kNoNode);
        rig.desk.apply({addition("./Hidden", leafTree("Hidden", "2"))});
        QVERIFY(rig.idle());
        QCOMPARE(rig.results.size(), std::size_t{1});
        QCOMPARE(rig.results.front().status, 418);
        const QString why = rig.results.front().text;
        QVERIFY2(why.contains(QStringLiteral("may not see")) && why.contains(QStringLiteral("ACL")), qPrintable(why));
        // One that is in sight needs no such explanation.
        rig.desk.apply(
            {addition("./DevInfo", leafTree("DevInfo", "2")), addition("./Branding", leafTree("Branding", "2"))});
        QVERIFY(rig.idle());
        for (const OperationResult& result : rig.results)
            QVERIFY2(!result.text.contains(QStringLiteral("may not see")), qPrintable(result.text));
    }

    void DM_SC_ADM_6_memoryIsNegotiated()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        QVERIFY(rig.shake(request(Role::Device, HandshakeMethod::Scp03)).open);
        const auto grantOf = [&rig] {
            const auto& list = rig.state.memory->entities;
            const auto found =
                std::find_if(list.begin(), list.end(), [](const EntityMemory& one) { return one.entity == "device"; });
            return found == list.end() ? EntityMemory{} : *found;
        };
        const EntityMemory before = grantOf();
        QVERIFY(number(before.limit) > number(before.granted));
        rig.desk.manageMemory(
            Side::Card, {{MemoryAction::Extend, {}, Blocks{2}}, {MemoryAction::Reduce, {}, Blocks{1}}});
        QVERIFY(rig.idle());
        QVERIFY2(rig.errors.empty(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        QCOMPARE(rig.memory.size(), std::size_t{2});
        QVERIFY2(rig.memory[0].done() && rig.memory[1].done(), qPrintable(rig.memory[0].text + rig.memory[1].text));
        QCOMPARE(number(grantOf().granted), number(before.granted) + 1);
        // Refused: told, nothing changed, and what comes after is not sent.
        rig.desk.manageMemory(Side::Card,
            {{MemoryAction::Reduce, {}, Blocks{number(before.granted) + 2}}, {MemoryAction::Release, {}, {}}});
        QVERIFY(rig.idle());
        QCOMPARE(rig.memory[0].statusWord, std::uint16_t{0x6985});
        QVERIFY(!rig.memory[0].text.isEmpty());
        QCOMPARE(rig.memory[1].statusWord, std::uint16_t{0});
        QCOMPARE(number(grantOf().granted), number(before.granted) + 1);
    }

    void DM_SC_SEC_3_SEC_7_aSessionWithCertificatesEndsInAReceipt()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        const QString path = rig.folder.filePath(QStringLiteral("session.p7s"));
        rig.desk.writeReceipt(Side::Card, path);
        QVERIFY(rig.idle());
        QCOMPARE(rig.errors.size(), std::size_t{1}); // with SCP03 there is none
        QCOMPARE(rig.errors.front().kind, ErrorKind::Unsupported);
        rig.errors.clear();
        QVERIFY(rig.shake(request(Role::Dms, HandshakeMethod::Scp11a)).open);
        rig.desk.apply({addition("./Receipt", leafTree("Receipt", "1"))});
        rig.desk.writeReceipt(Side::Card, path);
        rig.desk.writeReceipt(Side::Card, path); // the session goes on
        QVERIFY(rig.idle());
        QVERIFY2(rig.errors.empty(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        QCOMPARE(rig.receipts.size(), std::size_t{2});
        const ReceiptInfo& info = rig.receipts.front();
        QVERIFY(info.hostSignatureHolds && info.cardSignatureHolds);
        QCOMPARE(info.entity, QStringLiteral("dms"));
        QVERIFY(info.commands >= 2);
        QVERIFY(info.digestBefore != info.digestAfter);
        QVERIFY(QFile::exists(path));
    }

    // SEC-7: nobody has to ask for it, the log has it when the session ends.
    void DM_SC_SEC_7_theLogKeepsTheReceiptOfEachSession()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        QVERIFY(rig.shake(request(Role::Dms, HandshakeMethod::Scp11a)).open);
        (void)rig.desk.records().take(100000);
        rig.desk.close(Side::Card);
        QVERIFY(rig.idle());
        QTRY_VERIFY(!rig.desk.busy());
        const auto pki = demoPki();
        QVERIFY(pki);
        int receipts = 0;
        for (const Record& record : rig.desk.records().take(100000)) {
            if (record.layer != Layer::SecureChannel || record.name != QLatin1String("RECEIPT")
                || !record.request.isEmpty())
                continue;
            ++receipts;
            QCOMPARE(record.target, QStringLiteral("dms"));
            const auto info =
                inspectReceipt(viewOf(record.response), {pki->authority}, QDateTime::currentDateTimeUtc());
            QVERIFY(info && info->hostSignatureHolds && info->cardSignatureHolds);
        }
        QCOMPARE(receipts, 1);
    }

    // SEC-6: whoever the credential names acts, so nothing is asked of a card that takes us for another.
    void DM_SC_SEC_6_anotherEntitysCredentialEndsTheSession()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        rig.write(QStringLiteral("issuer.pem"), demoPem("issuer"));
        const QString id = rig.import(QStringLiteral("issuer.pem"), QStringLiteral("issuer"), Role::Dms);
        QVERIFY(!id.isEmpty());
        const HandshakeReport report = rig.shake(request(Role::Dms, HandshakeMethod::Scp11a, id));
        QVERIFY(!report.open);
        QVERIFY(failedStep(report) && failedStep(report)->id == QLatin1String("accessConditions"));
        QVERIFY(failedStep(report)->problem.contains(QStringLiteral("takes us for issuer")));
        QVERIFY(report.access.entity.empty());
    }

    void DM_SC_SEC_3_aReceiptLeadsToTheAnchorAlone()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("the openssl program is not installed");
        DeskRig rig;
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(rig.folder.path()));
        QVERIFY(CardImage::create(rig.path(), ownCardSetup(leafTree("Kept", "1")), systemRandom()));
        rig.desk.open(Side::Card, {Where::Kind::Card, rig.path()});
        QVERIFY(rig.idle() && rig.state.secured);
        rig.write(QStringLiteral("dms.pem"), certified(QStringLiteral("own-dms"))); // with an authority in between
        rig.write(QStringLiteral("anchor.pem"), testPem(QStringLiteral("own-ca")));
        const QString id = rig.import(QStringLiteral("dms.pem"), QStringLiteral("dms"), Role::Dms);
        QVERIFY2(!id.isEmpty(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        const HandshakeReport report = rig.shake(request(Role::Dms, HandshakeMethod::Scp11a, id));
        QVERIFY2(report.open, failedStep(report) ? qPrintable(failedStep(report)->problem) : "");
        rig.desk.writeReceipt(Side::Card, rig.folder.filePath(QStringLiteral("session.p7s")));
        QVERIFY(rig.idle());
        QVERIFY2(rig.errors.empty(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        QVERIFY(rig.receipts.front().hostSignatureHolds && rig.receipts.front().cardSignatureHolds);
        QVERIFY(rig.openssl({QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-inform"),
            QStringLiteral("DER"), QStringLiteral("-in"), QStringLiteral("session.p7s"), QStringLiteral("-CAfile"),
            QStringLiteral("anchor.pem"), QStringLiteral("-out"), QStringLiteral("content")}));
    }

    void DM_SC_UC2_A1_aServersCommandsAreRelayedByTheDevice()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        HandshakeRequest through = request(Role::Dms, HandshakeMethod::Scp11a);
        through.throughDevice = true;
        QVERIFY(rig.shake(through).open);
        const auto records = apdus(rig.desk);
        QVERIFY(records.size() >= 8);
        for (std::size_t i = 0; i + 1 < records.size(); i += 2) {
            QCOMPARE(records[i].from, Actor::Server);
            QCOMPARE(records[i].to, Actor::Device);
            QCOMPARE(records[i + 1].from, Actor::Device);
            QCOMPARE(records[i + 1].to, Actor::Card);
            QCOMPARE(records[i + 1].request, records[i].request);
            QCOMPARE(records[i + 1].response, records[i].response);
            QVERIFY(records[i].exchange.value != 0 && records[i].exchange == records[i + 1].exchange);
        }
    }

    void DM_SC_UC2_N_cancelledBetweenAnyTwoCommandsNoSessionIsLeft()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("card"));
        QVERIFY(createCard(path, {true, {}}));
        auto opened = SideSession::open({Where::Kind::Card, path});
        QVERIFY(opened);
        SideSession& side = **opened;
        int stopped = 0;
        for (int allowed = 0; allowed < 20; ++allowed) {
            const auto before = side.state().tree;
            int left = allowed;
            const auto outcome = side.handshake(request(Role::Dms, HandshakeMethod::Scp11a), {},
                [&left](std::size_t, std::size_t) { return left-- > 0; });
            if (!outcome.error)
                break;
            ++stopped;
            QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
            QVERIFY(!outcome.report.open && failedStep(outcome.report));
            QVERIFY(!side.state().secured && !side.state().access);
            QCOMPARE(side.state().tree, before);
            QCOMPARE(side.reload().error().kind, ErrorKind::NotAllowed);
            QVERIFY(!side.handshake(request(Role::Issuer, HandshakeMethod::Scp03), {}).error);
            QVERIFY(side.reload());
        }
        QVERIFY2(stopped >= 4, qPrintable(QString::number(stopped)));
    }

    void aDeskCancelsAHandshake()
    {
        DeskRig rig;
        QVERIFY(rig.open());
        const auto before = rig.state.tree;
        rig.desk.handshake(Side::Card, request(Role::Issuer, HandshakeMethod::Scp11a));
        rig.desk.cancel();
        QVERIFY(rig.idle());
        QCOMPARE(rig.cancels, 1);
        QCOMPARE(rig.state.tree, before);
        QVERIFY(rig.shake(request(Role::Issuer, HandshakeMethod::Scp03)).open);
    }

    void aCardThatDoesNotKnowUsIsOpenedWithoutATree()
    {
        DeskRig rig;
        CardSetup setup;
        setup.tree = leafTree("Secret", "1");
        setup.publishedKeys = false;
        Scp03KeySet keys = Scp03KeySet::test();
        keys.enc = AesKey::of({0, 17, 34, 51, 68, 85, 102, 119, 136, 153, 170, 187, 204, 221, 238, 255});
        keys.mac = keys.enc;
        setup.keySets.push_back({.keys = keys});
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(rig.folder.path()));
        QVERIFY(CardImage::create(rig.path(), setup, systemRandom()));
        rig.desk.open(Side::Card, {Where::Kind::Card, rig.path()});
        QVERIFY(rig.idle());
        QVERIFY(rig.state.tree && !rig.state.secured && !rig.state.warnings.empty());
        QCOMPARE(rig.state.tree->size(), Tree().size());
        rig.write(QStringLiteral("own.json"),
            R"({"version":"30","enc":"00112233445566778899AABBCCDDEEFF","mac":"00112233445566778899AABBCCDDEEFF",)"
            R"("dek":"404142434445464748494A4B4C4D4E4F"})");
        rig.errors.clear();
        const QString id = rig.import(QStringLiteral("own.json"), QStringLiteral("own"), Role::Issuer);
        QVERIFY(rig.shake(request(Role::Issuer, HandshakeMethod::Scp03, id)).open);
        QVERIFY(rig.state.tree->find(uri("./Secret")) != kNoNode);
        QVERIFY(!rig.state.demoCredentials && rig.state.warnings.empty());
    }

    void DM_SC_GEN_12_SEC_8_aChangedByteExecutesNothing()
    {
        CardRig rig(leafTree("Kept", "1"));
        const std::string before = rig.stored();
        for (const std::size_t at : {std::size_t{1}, std::size_t{2}}) {
            FaultyLink link(*rig.link,
                {[at](std::size_t index, Bytes& command) {
                     if (index == at)
                         command.back() ^= 0x01;
                 },
                    {}});
            const auto client = CardClient::open(link, Scp03KeySet::test());
            QVERIFY(!client);
            QVERIFY(!client.error().what.isEmpty());
        }
        QCOMPARE(rig.stored(), before);
        rig.connect();
        QVERIFY(rig.client->syncStatus());
    }

    void DM_SC_GEN_12_aCardOfInterfaceOneStillWorks()
    {
        CardRig rig(leafTree("Kept", "1"));
        // What such a card answers to SELECT: no offers.
        const auto older = [](std::size_t index, Result<Bytes>& response) {
            if (index == 0)
                response = *fromHex(QStringLiteral("6F1D8407F0444D5F534301A512800201008102033382010183010385"
                                                   "02FFF69000"));
        };
        FaultyLink link(*rig.link, {{}, older});
        auto client = CardClient::select(link);
        QVERIFY2(client, client ? "" : qPrintable(client.error().text()));
        QCOMPARE((*client)->discovery().versionMinor, std::uint8_t{0});
        QVERIFY((*client)->discovery().offers.empty());
        HandshakeOptions options;
        options.method = HandshakeMethod::Scp11a;
        const std::size_t pairs = (*client)->pairs();
        const auto refused = (*client)->authenticate(KeySetCredential{Scp03KeySet::test(), MacSize::S8}, options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
        QCOMPARE((*client)->pairs(), pairs);
        options.method = HandshakeMethod::Scp03;
        QVERIFY((*client)->authenticate(KeySetCredential{Scp03KeySet::test(), MacSize::S8}, options));
        QVERIFY((*client)->syncStatus());
    }

    void DM_SC_SEC_6_credentialsAreListedAndKept()
    {
        DeskRig rig;
        rig.desk.listCredentials();
        QVERIFY(rig.idle());
        QCOMPARE(rig.credentials.size(), std::size_t{8});
        QVERIFY(!rig.locked);
        rig.write(QStringLiteral("wrong.json"), kWrongKeys);
        const QString id = rig.import(QStringLiteral("wrong.json"), QStringLiteral("Keys"), Role::Device);
        QCOMPARE(id, QStringLiteral("keys"));
        {
            DeskRig other;
            Desk desk(nullptr, {}, rig.folder.filePath(QStringLiteral("credentials.json")));
            bool locked = false;
            std::vector<Error> errors;
            QObject::connect(&desk, &Desk::credentialsChanged,
                [&](const std::vector<CredentialInfo>&, bool isLocked) { locked = isLocked; });
            QObject::connect(&desk, &Desk::failed, [&](const Error& error) { errors.push_back(error); });
            desk.unlockCredentials("not it");
            QVERIFY(QTest::qWaitFor([&] { return !desk.busy(); }, 60000));
            QVERIFY(locked && errors.size() == 1 && errors.front().kind == ErrorKind::Security);
        }
        rig.desk.removeCredential(id);
        QVERIFY(rig.idle());
        QCOMPARE(rig.credentials.size(), std::size_t{8});
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDeskHandshake>(argc, argv);
}

} // namespace dmsc::tst_desk_handshake

#include "tst_desk_handshake.moc"
