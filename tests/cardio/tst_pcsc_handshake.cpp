// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"
#include "tests/support/pcscd_rig.h"

#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_pcsc_handshake {

using namespace dmsc::test;

/// Handshakes with a card in a reader, through the real pcscd.
class TestPcscHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        m_pcscd = std::make_unique<PcscdRig>();
        QVERIFY(m_pcscd->start());
    }

    void DM_SC_UC2_N_SEC_9_inAReader()
    {
        if (!m_pcscd)
            QSKIP("no pcscd");
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("card"));
        QVERIFY(createCard(path, {true, {}}));
        const VpcdPlug plug(
            *VpcdAddress::parse(m_pcscd->address()), [path] { return EmulatedCard::open(path); },
            [](const PlugState&) {});
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        SideOptions options;
        options.opening = SideOptions::Opening::SelectOnly;
        auto side = SideSession::open({Where::Kind::Reader, PcscdRig::reader()}, options);
        QVERIFY2(side, side ? "" : qPrintable(side.error().text()));
        QVERIFY(!(*side)->state().secured && !(*side)->state().offers.empty());
        for (const HandshakeMethod method : {HandshakeMethod::Scp03, HandshakeMethod::Scp11a}) {
            HandshakeRequest request;
            request.as = Role::Dms;
            request.method = method;
            const HandshakeOutcome outcome = (*side)->handshake(request, {});
            QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->text()) : "");
            QCOMPARE(outcome.report.access.entity, std::string("dms"));
            QCOMPARE(outcome.report.access.method, method);
            QVERIFY((*side)->reload());
            QVERIFY((*side)->tree().size() > 1);
        }
    }

private:
    std::unique_ptr<PcscdRig> m_pcscd;
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestPcscHandshake>(argc, argv);
}

} // namespace dmsc::tst_pcsc_handshake

#include "tst_pcsc_handshake.moc"
