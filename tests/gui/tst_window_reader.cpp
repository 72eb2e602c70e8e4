// SPDX-License-Identifier: Apache-2.0
// The window over a pcscd of the test's own: the emulated card is plugged in, found in the reader menu, opened and
// pulled, as a person would do it.
#include "tests/gui/window_bench.h"
#include "tests/support/pcscd_rig.h"
#include "tests/support/run_test.h"
#include "widgets/window/message_bar.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

namespace dmsc::tst_window_reader {

using dmsc::test::PcscdRig;
using dmsc::test::WindowBench;

class WindowReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PcscdRig::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_rig = std::make_unique<PcscdRig>();
        QVERIFY(m_rig->start());
        qputenv("DMSC_VPCD", m_rig->address().toLatin1());
    }
    void cleanup() { m_bench.close(); }

    void a_card_is_plugged_in_opened_from_its_reader_and_pulled()
    {
        QVERIFY(m_bench.openDemo());
        auto* chip = m_bench.find<QToolButton>("statusPlug");
        m_bench.action(Command::PlugCard)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(chip->text().contains(QStringLiteral("plugged")), 20000);
        QVERIFY(m_bench.action(Command::PlugCard)->isChecked());

        QTRY_VERIFY(m_bench.idle());
        m_bench.action(Command::ReadersDevice)->trigger();
        auto* menu = m_bench.find<QMenu>("deviceMenu");
        QTRY_VERIFY(menu->isVisible());
        const auto entry = [menu] { return menu->findChild<QAction*>(QStringLiteral("reader.") + PcscdRig::reader()); };
        QTRY_VERIFY_WITH_TIMEOUT(entry() != nullptr && entry()->isEnabled(), 20000);
        entry()->trigger();
        menu->close();
        const auto isRead = [this] {
            const auto& state = m_bench.controller().side(Side::Device);
            return state && state->where.kind == Where::Kind::Reader && m_bench.idle();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isRead(), 30000);
        // The same card through both doors: nothing differs.
        QCOMPARE(m_bench.controller().workspace().aligned().at(kRootPair).counts.total(), 0U);
        QVERIFY(m_bench.controller().workspace().aligned().size() > 10);

        const int rows = m_bench.model().rowCount();
        chip->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.window().messages().text().contains(QStringLiteral("was taken out")), 5000);
        QCOMPARE(m_bench.model().rowCount(), rows);
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench.action(Command::PlugCard)->isChecked(), 5000);
        QTRY_VERIFY(m_bench.idle());
        m_bench.action(Command::Reload)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.idle(), 20000);
        QVERIFY(isRead()); // still shown

        m_bench.action(Command::PlugCard)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(chip->text().contains(QStringLiteral("plugged")), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(PcscdRig::waitFor(ReaderStatus::Card), 20000);
        QSignalSpy opened(&m_bench.controller().desk(), &Desk::opened);
        m_bench.action(Command::Reload)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, 30000);
    }

    void the_reader_menu_says_what_is_wrong_with_a_service_that_does_not_answer_or_is_gone()
    {
        QVERIFY(m_bench.openDemo());
        auto* menu = m_bench.find<QMenu>("deviceMenu");
        const auto says = [menu](const char* words) {
            const QList<QAction*> actions = menu->actions();
            return std::any_of(actions.begin(), actions.end(),
                [words](const QAction* action) { return action->text().contains(QLatin1String(words)); });
        };
        const auto hasReader = [menu] {
            return menu->findChild<QAction*>(QStringLiteral("reader.") + PcscdRig::reader()) != nullptr;
        };
        m_rig->freeze();
        m_bench.action(Command::ReadersDevice)->trigger();
        QTRY_VERIFY(menu->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(says("does not answer"), 3000);
        QVERIFY(says("systemctl restart pcscd"));
        QVERIFY(!says("Looking for readers"));
        m_rig->thaw();
        QTRY_VERIFY_WITH_TIMEOUT(hasReader(), 5000);
        QVERIFY(!says("does not answer"));
        m_rig->kill();
        QTRY_VERIFY_WITH_TIMEOUT(says("is not running"), 5000);
        QVERIFY(m_rig->start());
        QTRY_VERIFY_WITH_TIMEOUT(hasReader(), 5000);
        menu->close();
    }

    void a_stopped_service_is_said_while_a_card_is_open()
    {
        openInReader();
        m_rig->stop();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.window().messages().text().contains(QStringLiteral("stays here")), 5000);
        QVERIFY(m_bench.window().isEnabled());
        QVERIFY(m_rig->start());
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.window().messages().text().contains(QStringLiteral("again")), 20000);
    }

    void an_unplugged_reader_is_said_and_its_card_is_read_when_it_is_back()
    {
        openInReader();
        const int rows = m_bench.model().rowCount();
        QVERIFY(m_rig->unplugReader());
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.window().messages().text().contains(QStringLiteral("stays here")), 1000);
        // The reader service began anew without it: that is seen when it is asked again.
        QTRY_VERIFY2_WITH_TIMEOUT(m_bench.window().messages().text().contains(QStringLiteral("no reader")),
            qPrintable(m_bench.window().messages().text()), 5000);
        QVERIFY(m_bench.window().messages().text().contains(QStringLiteral("stays here")));
        QVERIFY(m_bench.window().isEnabled());
        QCOMPARE(m_bench.model().rowCount(), rows);
        QSignalSpy failed(&m_bench.controller().desk(), &Desk::failed);
        m_bench.action(Command::Reload)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 5000);
        QTRY_VERIFY(m_bench.idle());
        QVERIFY2(m_bench.window().messages().text().contains(QStringLiteral("plug")),
            qPrintable(m_bench.window().messages().text()));
        QCOMPARE(m_bench.model().rowCount(), rows);
        QVERIFY(m_rig->start());
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.window().messages().text().contains(QStringLiteral("A card is in")), 20000);
        QSignalSpy opened(&m_bench.controller().desk(), &Desk::opened);
        m_bench.action(Command::Reload)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, 30000);
        QCOMPARE(m_bench.model().rowCount(), rows);
    }

private:
    /// The demo card, through the reader that it is plugged into, on the other side.
    void openInReader()
    {
        QVERIFY(m_bench.openDemo());
        m_bench.action(Command::PlugCard)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_bench.find<QToolButton>("statusPlug")->text().contains(QStringLiteral("plugged")), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(PcscdRig::waitFor(ReaderStatus::Card), 20000);
        QTRY_VERIFY(m_bench.idle());
        QSignalSpy told(&m_bench.controller().desk(), &Desk::readersChanged);
        m_bench.controller().open(Side::Device, {Where::Kind::Reader, PcscdRig::reader()});
        QTRY_VERIFY2_WITH_TIMEOUT(m_bench.controller().side(Side::Device)->where.kind == Where::Kind::Reader,
            qPrintable(m_bench.window().messages().text()), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && m_bench.idle(), 20000);
    }

    std::unique_ptr<PcscdRig> m_rig;
    WindowBench m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowReaderTest>(argc, argv);
}

} // namespace dmsc::tst_window_reader

#include "tst_window_reader.moc"
