// SPDX-License-Identifier: Apache-2.0
// The window at 1280x800: whatever is shown in it, it stays as large as it was.
#include "tests/gui/test_screen.h"
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "widgets/details/details_pane.h"
#include "widgets/log/log_view.h"
#include "widgets/replay/recording_comparison.h"
#include "widgets/replay/replay_form.h"
#include "widgets/window/log_flows.h"

#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QScreen>
#include <QSignalSpy>

namespace dmsc::tst_window_panels {

using dmsc::test::WindowBench;

namespace {

constexpr QSize kScreen(1280, 800);
constexpr int kPatience = 30'000;

} // namespace

class WindowPanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (QGuiApplication::primaryScreen()->size() != kScreen)
            QSKIP("the platform takes no screens by configuration");
        m_bench = std::make_unique<WindowBench>();
        QVERIFY(m_bench->openDemo());
        m_bench->window().setGeometry(QRect(QPoint(), kScreen));
        QCOMPARE(m_bench->window().size(), kScreen);
    }
    void cleanup() { m_bench.reset(); }

    void no_panel_outgrows_the_screen()
    {
        for (QDockWidget* dock : docks()) {
            dock->show();
            dock->raise();
            QVERIFY2(fits(), sizes(dock->objectName()).constData());
        }
        for (const Command command :
            {Command::ShowMemory, Command::ShowFiles, Command::ShowHandset, Command::ShowLadder, Command::ShowRowLadder,
                Command::ShowDecisions, Command::ReplayRecording, Command::EnterKey}) {
            m_bench->action(command)->trigger();
            QVERIFY2(fits(), sizes(WindowActions::id(command)).constData());
        }
    }

    void no_editor_outgrows_the_screen()
    {
        m_bench->model().expandAll();
        m_bench->action(Command::ReplayRecording)->trigger();
        for (int row = 0; row < m_bench->model().rowCount(); row += 31) {
            for (const Side side : kSides) {
                m_bench->select(row, side);
                for (const Command command :
                    {Command::EditValue, Command::AddNode, Command::EditAcl, Command::Rename}) {
                    m_bench->action(command)->trigger();
                    QVERIFY2(fits(), sizes(QStringLiteral("row %1").arg(row)).constData());
                }
            }
        }
    }

    void no_replay_outgrows_the_screen()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window().log().model().rowCount() > 10, kPatience);
        LogFlows& logs = m_bench->window().logs();
        m_bench->action(Command::ReplayRecording)->trigger();
        QVERIFY2(fits(), sizes(QStringLiteral("replay")).constData());
        ReplayRequest request;
        request.recording = m_bench->window().log().recording();
        request.rows = m_bench->window().log().shownRows();
        request.target = ReplayTarget::Card;
        request.where = m_bench->controller().side(Side::Card)->where;
        QSignalSpy replayed(&logs.desk(), &RecordingDesk::replayed);
        Q_EMIT logs.replayForm().replayRequested(request);
        QVERIFY(replayed.wait(kPatience));
        QTRY_VERIFY(logs.comparison().isVisible());
        QVERIFY2(fits(), sizes(QStringLiteral("replayed")).constData());
    }

    void the_values_of_the_card_are_seen()
    {
        QTRY_VERIFY(m_bench->model().hasOwners());
        const QHeaderView& header = *m_bench->view().horizontalHeader();
        for (const int column : {CompareModel::DeviceValue, CompareModel::CardValue, CompareModel::CardOwner}) {
            const QString title = m_bench->model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            QVERIFY2(header.sectionSize(column) > header.fontMetrics().horizontalAdvance(title), qPrintable(title));
        }
        QCOMPARE(header.textElideMode(), Qt::ElideRight);
    }

private:
    [[nodiscard]] QList<QDockWidget*> docks()
    {
        return m_bench->window().findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly);
    }
    [[nodiscard]] bool fits()
    {
        QCoreApplication::processEvents();
        const QWidget& window = m_bench->window();
        return window.size() == kScreen && window.minimumSizeHint().boundedTo(kScreen) == window.minimumSizeHint();
    }
    /// What to look at when it does not.
    [[nodiscard]] QByteArray sizes(const QString& after)
    {
        QString text;
        QDebug out(&text);
        out << after << m_bench->window().size() << m_bench->window().minimumSizeHint();
        for (const QDockWidget* dock : docks()) {
            if (dock->isVisible() && dock->widget() != nullptr)
                out << '\n' << dock->objectName() << dock->widget()->minimumSizeHint() << dock->size();
        }
        return text.toUtf8();
    }

    std::unique_ptr<WindowBench> m_bench;
};

int run(int argc, char** argv)
{
    const test::TestScreen screen(kScreen);
    return test::run<QApplication, WindowPanelsTest>(argc, argv);
}

} // namespace dmsc::tst_window_panels

#include "tst_window_panels.moc"
