// SPDX-License-Identifier: Apache-2.0
// Approval of firmware and a server's wish to store, in the real window: what the user is asked, and what both trees
// hold afterwards.
#include "cardio/desk/side_session.h"
#include "cardio/handset/confirmation.h"
#include "cardio/handset/emulated_handset.h"
#include "model/compare/operation.h"
#include "tests/gui/flow_bench.h"
#include "tests/support/run_test.h"
#include "widgets/prompts/decision_pane.h"
#include "widgets/window/session_flows.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>

namespace dmsc::tst_window_packages {

using dmsc::test::FlowBench;
using dmsc::test::kPatience;

namespace {

constexpr const char* kFirmware = "./FUMO/fw1";
constexpr const char* kStored = "./DevDetail";

} // namespace

class WindowPackagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<FlowBench>();
        QVERIFY(m_bench->openDemo());
        QVERIFY(writeFile("package.bin", QStringLiteral(":/dmsc/demo/firmware.bin"), 0));
        QVERIFY(writeFile("forged.bin", QStringLiteral(":/dmsc/demo/firmware.bin"), 1));
        QVERIFY(writeFile("package.p7s", QStringLiteral(":/dmsc/demo/firmware.p7s"), 0));
    }
    void cleanup() { m_bench.reset(); }

    void DM_SC_GEN_11_what_the_card_approves_is_ready_without_a_question()
    {
        const auto card = tree(Side::Card);
        approve("package.bin");
        QCOMPARE(m_bench->answerAll(false), 0);
        QVERIFY2(m_bench->report().done && m_bench->allDone(), qPrintable(m_bench->report().outcome));
        QCOMPARE(value("State"), std::string("50"));
        QVERIFY(value("Update/PkgData") == bytesOf("package.bin"));
        QVERIFY(same(*card, *tree(Side::Card)));
    }

    void DM_SC_USE_7_the_user_is_asked_and_agrees()
    {
        const auto card = tree(Side::Card);
        approve("forged.bin");
        waitForQuestion();
        QVERIFY(value("Update/PkgData").empty()); // the trees are read again at the end
        QCOMPARE(m_bench->answerAll(true), 1);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        QCOMPARE(value("State"), std::string("50"));
        QVERIFY(value("Update/PkgData") == bytesOf("forged.bin"));
        QCOMPARE(decisions().rowCount(), 1);
        QCOMPARE(decisions().at(0)->answer.verdict, PromptAnswer::Verdict::Yes);
        QVERIFY(!decisions().at(0)->prompt.asker.verified);
        QVERIFY(same(*card, *tree(Side::Card)));
    }

    void DM_SC_USE_7_the_user_is_asked_and_refuses()
    {
        approve("forged.bin");
        waitForQuestion();
        QCOMPARE(m_bench->answerAll(false), 1);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        QVERIFY2(m_bench->report().outcome.contains(QStringLiteral("deleted")), qPrintable(m_bench->report().outcome));
        QCOMPARE(value("State"), std::string("80"));
        QVERIFY(value("Update/PkgData").empty());
        QCOMPARE(decisions().at(0)->answer.verdict, PromptAnswer::Verdict::No);
    }

    void DM_SC_USE_7_a_consent_that_is_taken_back_is_asked_for_again()
    {
        approve("forged.bin");
        waitForQuestion();
        QCOMPARE(m_bench->answerAll(true), 1);
        QCOMPARE(value("State"), std::string("50"));
        m_bench->revoke(0);
        QCOMPARE(value("State"), std::string("80"));
        QVERIFY(value("Update/PkgData").empty());
        approve("forged.bin");
        waitForQuestion();
        QCOMPARE(m_bench->answerAll(false), 1);
        QVERIFY(value("Update/PkgData").empty());
    }

    void DM_SC_USE_6_a_device_that_is_set_to_refuse_does_not_ask()
    {
        m_bench->action(Command::RejectUnapproved)->trigger();
        QVERIFY(m_bench->window().sessions().settings().rejectUnapproved);
        approve("forged.bin");
        QCOMPARE(m_bench->answerAll(true), 0);
        QVERIFY2(m_bench->report().outcome.contains(QStringLiteral("deleted")), qPrintable(m_bench->report().outcome));
        QCOMPARE(value("State"), std::string("80"));
        QVERIFY(value("Update/PkgData").empty());
    }

    void a_question_that_is_stopped_installs_nothing()
    {
        approve("forged.bin");
        waitForQuestion();
        m_bench->action(Command::Cancel)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle() && !m_bench->isRunning(), kPatience);
        QVERIFY(value("Update/PkgData").empty());
        QVERIFY(value("State") != "50");
        approve("package.bin"); // and it can be run again
        (void)m_bench->answerAll(false);
        QCOMPARE(value("State"), std::string("50"));
    }

    void no_package_no_flow()
    {
        m_bench->action(Command::RunApprove)->trigger();
        QTRY_VERIFY(m_bench->find<QFileDialog>("packageDialog") != nullptr);
        QTest::keyClick(m_bench->find<QFileDialog>("packageDialog"), Qt::Key_Escape);
        QTRY_VERIFY(m_bench->find<QFileDialog>("packageDialog") == nullptr);
        QVERIFY(!m_bench->isRunning() && m_bench->idle());
    }

    void DM_SC_GEN_9_what_is_chosen_is_stored()
    {
        const auto device = tree(Side::Device);
        QVERIFY(!same(*device, *tree(Side::Card), kStored));
        choose("./DevDetail/URI/MaxDepth"); // what is around it is an MO
        m_bench->run(Command::RunStore);
        QCOMPARE(m_bench->answerAll(false), 0); // what nobody marked is nobody asked about
        QVERIFY2(m_bench->report().done && m_bench->allDone(), qPrintable(m_bench->report().outcome));
        QVERIFY(m_bench->report().outcome.contains(QLatin1String(kStored)));
        QVERIFY(same(*device, *tree(Side::Card), kStored));
        QVERIFY(same(*device, *tree(Side::Device), kStored)); // its account has new nonces
        QVERIFY(m_bench->window().handset().screen().notice().size() > 1); // USE-8
    }

    void DM_SC_GEN_9_it_replaces_what_the_card_had()
    {
        choose(kStored);
        m_bench->run(Command::RunStore);
        (void)m_bench->answerAll(false);
        m_bench->action(Command::RunAgain)->trigger();
        (void)m_bench->answerAll(false);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        QVERIFY(same(*tree(Side::Device), *tree(Side::Card), kStored));
    }

    void DM_SC_PRV_2_what_is_marked_is_stored_if_the_user_agrees()
    {
        openMarked();
        const auto device = tree(Side::Device);
        choose(kStored);
        m_bench->run(Command::RunStore);
        waitForQuestion();
        QCOMPARE(m_bench->answerAll(true), 1);
        QVERIFY2(m_bench->report().done && m_bench->allDone(), qPrintable(m_bench->report().outcome));
        QVERIFY(same(*device, *tree(Side::Card), kStored));
        QVERIFY(decisions().at(0)->prompt.changes.at(0).uri == kStored);
    }

    void DM_SC_PRV_2_what_is_marked_stays_if_the_user_does_not()
    {
        openMarked();
        const auto device = tree(Side::Device);
        const auto card = tree(Side::Card);
        choose(kStored);
        m_bench->run(Command::RunStore);
        waitForQuestion();
        QCOMPARE(m_bench->answerAll(false), 1);
        QVERIFY2(m_bench->report().done && m_bench->allDone(), qPrintable(m_bench->report().outcome));
        QVERIFY2(
            m_bench->report().outcome.contains(QStringLiteral("did not agree")), qPrintable(m_bench->report().outcome));
        QVERIFY(same(*card, *tree(Side::Card)));
        QVERIFY(same(*device, *tree(Side::Device), kStored)); // its account has new nonces
    }

private:
    bool writeFile(const char* name, const QString& source, int flip)
    {
        QFile in(source);
        QFile out(m_bench->path(name));
        if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly))
            return false;
        QByteArray bytes = in.readAll();
        bytes[0] = char(bytes[0] ^ flip);
        return out.write(bytes) == bytes.size();
    }
    std::string bytesOf(const char* name)
    {
        QFile file(m_bench->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    /// The flow's command, then its two dialogs.
    void approve(const char* package)
    {
        m_bench->action(Command::RunApprove)->trigger();
        pick("packageDialog", package);
        pick("signatureDialog", "package.p7s");
        QTRY_VERIFY(m_bench->isRunning() || m_bench->report().done);
    }
    void pick(const char* dialog, const char* file)
    {
        QTRY_VERIFY(m_bench->find<QFileDialog>(dialog) != nullptr);
        auto* chooser = m_bench->find<QFileDialog>(dialog);
        auto* name = chooser->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QVERIFY(name != nullptr);
        name->setText(m_bench->path(file));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(m_bench->find<QFileDialog>(dialog) == nullptr);
    }
    void waitForQuestion()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window().handset().screen().isAsking() && m_bench->canAnswer(), kPatience);
    }
    /// The desk on a handset that remembers the stored MO as one to be confirmed.
    void openMarked()
    {
        m_bench->close();
        const QString handset = m_bench->path("handset");
        QVERIFY(createHandset(handset, {true, {}}) && createCard(m_bench->path("card"), {true, {}}));
        {
            const auto image = EmulatedHandset::open(handset);
            QVERIFY(image);
            TreeEditor editor = (*image)->managed().edit("user");
            QVERIFY(rememberMark(editor, *Uri::parse(kStored), ConfirmMark::Confirm));
            QVERIFY((*image)->managed().commit(editor, "user"));
        }
        WindowOptions options = m_bench->options();
        options.device = Where{Where::Kind::Handset, handset};
        options.card = Where{Where::Kind::Card, m_bench->path("card")};
        QVERIFY(m_bench->open(options));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->bothOpen(), kPatience);
    }
    void choose(const char* uri)
    {
        m_bench->model().expandAll();
        for (int row = 0; row < m_bench->model().rowCount(); ++row) {
            const NodeView node = m_bench->controller().pairView(m_bench->model().pairAt(row)).device;
            if (node.exists() && node.tree->uri(node.node).text() == uri) {
                m_bench->select(row, Side::Device);
                return;
            }
        }
        QFAIL(uri);
    }
    std::shared_ptr<const Tree> tree(Side side) { return m_bench->controller().side(side)->tree; }
    std::string value(const char* below)
    {
        const Tree& device = *tree(Side::Device);
        const NodeId node = device.find(*Uri::parse(std::string(kFirmware) + '/' + below));
        return node == kNoNode ? std::string("(nothing)") : std::string(device.value(node));
    }
    static bool same(const Tree& left, const Tree& right, const char* uri = ".")
    {
        const NodeId one = left.find(*Uri::parse(uri));
        const NodeId other = right.find(*Uri::parse(uri));
        return one != kNoNode && other != kNoNode && equalSubtrees(left, one, right, other);
    }
    DecisionModel& decisions() { return m_bench->window().handset().decisions().model(); }

    std::unique_ptr<FlowBench> m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowPackagesTest>(argc, argv);
}

} // namespace dmsc::tst_window_packages

#include "tst_window_packages.moc"
