// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/recorded_link.h"
#include "tests/cardio/entity_rig.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_card_scripts {

using namespace dmsc::test;

namespace {

/// SELECT, a handshake, and one command that changes nothing but shows that a session is there.
std::vector<Bytes> record(EntityRig& rig, HandshakeMethod method)
{
    std::vector<Bytes> script;
    RecordedLink link(*rig.process, [&](const Exchange& exchange) { script.push_back(exchange.command); });
    const CommandApdu select{
        0, card::kInsSelect, 4, 0, Bytes(std::begin(card::kAid), std::end(card::kAid)), kMaxShortLe, false};
    HandshakeOptions options = optionsFor(method);
    options.aid = Bytes(std::begin(card::kAid), std::end(card::kAid));
    const Credential credential =
        method == HandshakeMethod::Scp03 ? keysOf(Role::Device) : Credential(certificateOf(Role::Device));
    if (!sendOne(link, select))
        return {};
    const Result<Handshake> shaken = shakeHands(link, credential, options);
    if (!shaken)
        return {};
    const Result<ResponseApdu> answer =
        send(link, *shaken->channel, {0x80, card::kInsSyncStatus, 0, 0, {}, kMaxExtendedLe, true});
    return answer && answer->sw == StatusWord::Ok ? script : std::vector<Bytes>{};
}

} // namespace

class TestCardScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_SEC_8_a_replay_after_power_off_is_refused_data();
    void DM_SC_SEC_8_a_replay_after_power_off_is_refused();
};

void TestCardScripts::DM_SC_SEC_8_a_replay_after_power_off_is_refused_data()
{
    QTest::addColumn<int>("method");
    for (const HandshakeMethod method : {HandshakeMethod::Scp03, HandshakeMethod::Scp11a, HandshakeMethod::Scp11c})
        QTest::addRow("%s", qPrintable(methodName(method))) << static_cast<int>(method);
}

void TestCardScripts::DM_SC_SEC_8_a_replay_after_power_off_is_refused()
{
    QFETCH(const int, method);
    EntityRig rig;
    const std::vector<Bytes> script = record(rig, static_cast<HandshakeMethod>(method));
    QVERIFY(!script.empty());
    for (int i = 0; i < 2; ++i) {
        rig.insert();
        Result<Bytes> last = Bytes{};
        for (const Bytes& command : script)
            last = rig.process->transmit(command);
        QVERIFY(last);
        // The command is as it was, but there is no session that it would belong to.
        QVERIFY2(*last == encodeStatus(StatusWord::SecurityStatusNotSatisfied)
                || *last == encodeStatus(StatusWord::SecureMessagingWrong),
            qPrintable(toHex(*last)));
    }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardScripts>(argc, argv);
}

} // namespace dmsc::tst_card_scripts

#include "tst_card_scripts.moc"
