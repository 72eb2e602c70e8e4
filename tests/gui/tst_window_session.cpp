// SPDX-License-Identifier: Apache-2.0
// Files in and out of the window, and what it remembers.
#include "cardio/desk/side_session.h"
#include "model/formats/document.h"
#include "tests/gui/test_screen.h"
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "tests/support/sanitized.h"
#include "widgets/compare/compare_pane.h"
#include "widgets/compare/filter_bar.h"
#include "widgets/log/log_view.h"
#include "widgets/window/message_bar.h"
#include "widgets/window/session_state.h"

#include <QAction>
#include <QDockWidget>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

#include <ctime>
#include <utility>

namespace dmsc::tst_window_session {

using dmsc::test::WindowBench;

namespace {

/// What this thread has computed so far.
std::int64_t threadMilliseconds()
{
    timespec used = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::int64_t{used.tv_sec} * 1000 + used.tv_nsec / 1'000'000;
}

} // namespace

class WindowSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }

    void an_empty_desk_offers_what_to_do()
    {
        fresh();
        WindowOptions options = m_bench->options();
        options.empty = true;
        QVERIFY(m_bench->open(options));
        QVERIFY(m_bench->find<QWidget>("emptyTitle")->isVisible());
        QVERIFY(!m_bench->action(Command::Apply)->isEnabled());
        QVERIFY(!m_bench->window().actions().registry().whyNot(*m_bench->action(Command::Apply)).isEmpty());
        m_bench->action(Command::OpenDemo)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->bothOpen(), 20000);
        QVERIFY(!m_bench->find<QWidget>("emptyTitle")->isVisible());
    }

    // What is named beside the demo is opened too.
    void a_card_beside_the_demo_is_opened()
    {
        fresh();
        WindowOptions options = m_bench->options();
        options.demo = true;
        const QString path = m_bench->path("own.card");
        QVERIFY(createCard(path, {}));
        options.card = Where{Where::Kind::Card, path};
        QVERIFY(m_bench->open(options));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_bench->bothOpen() && m_bench->idle() && m_bench->controller().side(Side::Card)->where == *options.card,
            20000);
        QCOMPARE(m_bench->controller().side(Side::Device)->where.kind, Where::Kind::Handset);
    }

    void the_session_comes_back()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        m_bench->model().collapseAll();
        const int row = m_bench->model().rowForUri(Side::Device, *Uri::parse("./DevInfo"));
        m_bench->model().setExpanded(row, true);
        CompareFilter::States states = CompareFilter::States().set();
        states.reset(CompareFilter::Moved);
        m_bench->window().compare().filter()->setStates(states);
        m_bench->window().showTheme(Theme::Dark);
        m_bench->window().resize(1111, 777);
        m_bench->window().close();
        WindowOptions options = m_bench->options();
        options.theme.reset();
        QVERIFY(m_bench->open(options));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->bothOpen(), 20000);
        const int again = m_bench->model().rowForUri(Side::Device, *Uri::parse("./DevInfo"));
        QVERIFY(m_bench->model().isExpanded(again));
        QCOMPARE(m_bench->window().compare().filter()->states(), states);
        QVERIFY(m_bench->window().palette().color(QPalette::Window).lightness() < 128);
    }

    // As after a crash: the window was never closed.
    void the_session_is_kept_while_the_window_is_open()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        const auto kept = [this] {
            QSettings settings(m_bench->path("settings.ini"), QSettings::IniFormat);
            return readSession(settings);
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept().card, m_bench->controller().side(Side::Card)->where.text(), 10000);
        QVERIFY(!kept().recent.isEmpty());
        m_bench->model().collapseAll();
        m_bench->model().setExpanded(m_bench->model().rowForUri(Side::Device, *Uri::parse("./DevInfo")), true);
        m_bench->key(Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(kept().expanded.contains(QStringLiteral("./DevInfo")), 10000);
        const QByteArray geometry = kept().geometry;
        m_bench->window().resize(1111, 777);
        QTRY_VERIFY_WITH_TIMEOUT(kept().geometry != geometry, 10000);
        // The demonstration's docks are no one's choice.
        const QByteArray docks = kept().docks;
        m_bench->action(Command::Demonstration)->trigger();
        m_bench->window().saveSession();
        QCOMPARE(kept().docks, docks);
        m_bench->action(Command::Demonstration)->trigger();
    }

    void closing_unasked_keeps_the_session_and_asks_nothing()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        m_bench->select(m_bench->leafRow(PairState::ValueDiffers), Side::Device);
        m_bench->action(Command::CopyToCard)->trigger();
        QVERIFY(!m_bench->planned().empty());
        m_bench->window().closeUnasked();
        QVERIFY(!m_bench->window().isVisible());
        QVERIFY(m_bench->find<QMessageBox>("closeDialog") == nullptr);
    }

    void the_card_files_keep_their_widths_and_their_height()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        showFiles();
        const int usual = dock()->height();
        auto* tree = m_bench->find<QTreeView>("filesTree");
        tree->setColumnWidth(0, 333);
        auto* splitter = qobject_cast<QSplitter*>(tree->parentWidget());
        splitter->setSizes({300, splitter->width() - 300 - splitter->handleWidth()});
        m_bench->window().resizeDocks({dock()}, {usual - 80}, Qt::Vertical);
        QTRY_VERIFY(dock()->height() < usual);
        const QList<int> halves = splitter->sizes();
        const int height = dock()->height();
        m_bench->window().close();

        WindowOptions options = m_bench->options();
        options.demo = true;
        QVERIFY(m_bench->open(options));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->bothOpen(), 20000);
        showFiles();
        tree = m_bench->find<QTreeView>("filesTree");
        QCOMPARE(tree->columnWidth(0), 333);
        QCOMPARE(qobject_cast<QSplitter*>(tree->parentWidget())->sizes(), halves);
        QCOMPARE(dock()->height(), height);
    }

    void damaged_settings_are_ignored()
    {
        fresh();
        QFile file(m_bench->path("settings.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nversion=1\n[window]\ngeometry=@ByteArray(\\x1)\ndocks=@ByteArray(\\xff\\xff)\nhint=-9\n"
                   "[compare]\nstates=zebra\nexpanded=@Invalid()\n[desk]\ndevice=card:/no/such/file\n");
        file.close();
        QVERIFY(m_bench->open(m_bench->options()));
        QVERIFY(m_bench->window().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->window().messages().text().isEmpty(), 20000); // the file is not there
    }

    void saved_TNDS_reads_back()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        const QString path = m_bench->path("device.xml");
        QSignalSpy saved(&m_bench->controller(), &DeskController::saved);
        m_bench->controller().saveAs(Side::Device, path);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20000);
        const auto document = readDocument(path);
        QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().text()));
        QCOMPARE(document->tree.size(), m_bench->controller().side(Side::Device)->tree->size());
    }

    void a_dropped_file_opens_where_it_lands()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        const QString path = m_bench->path("dropped.xml");
        QSignalSpy saved(&m_bench->controller(), &DeskController::saved);
        m_bench->controller().saveAs(Side::Device, path);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20000);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QWidget* viewport = m_bench->view().viewport();
        QDragEnterEvent enter(QPoint(20, 30), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPoint(viewport->width() - 20, 30), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &drop);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_bench->controller().side(Side::Card)->where, (Where{Where::Kind::Document, path}), 20000);
    }

    void a_broken_file_leaves_what_was_open()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        QFile file(m_bench->path("broken.xml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<MgmtTree><Node>");
        file.close();
        const Where before = m_bench->controller().side(Side::Device)->where;
        m_bench->window().openPath(file.fileName(), Side::Device);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window().messages().text().contains(QStringLiteral("broken.xml")), 20000);
        QCOMPARE(m_bench->controller().side(Side::Device)->where, before);
        QVERIFY(m_bench->model().rowCount() > 1);
    }

    void closing_with_a_plan_asks_first()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        m_bench->select(m_bench->leafRow(PairState::ValueDiffers), Side::Device);
        m_bench->action(Command::CopyToCard)->trigger();
        QVERIFY(!m_bench->window().close());
        auto* box = m_bench->find<QMessageBox>("closeDialog");
        QVERIFY(box != nullptr);
        QVERIFY(box->isVisible());
        box->button(QMessageBox::Cancel)->click();
        QVERIFY(m_bench->window().isVisible());
        QTRY_VERIFY(m_bench->find<QMessageBox>("closeDialog") == nullptr);
        QVERIFY(!m_bench->window().close());
        box = m_bench->find<QMessageBox>("closeDialog");
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_VERIFY(!m_bench->window().isVisible());
    }

    void what_waits_can_be_applied_before_a_side_is_closed()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        const int row = m_bench->leafRow(PairState::ValueDiffers);
        const Uri uri = m_bench->controller().workspace().uriOn(Side::Card, m_bench->model().pairAt(row));
        m_bench->select(row, Side::Device);
        m_bench->action(Command::CopyToCard)->trigger();
        const Where card = m_bench->controller().side(Side::Card)->where;
        m_bench->action(Command::CloseCard)->trigger();
        auto* box = m_bench->find<QMessageBox>("discardDialog");
        QVERIFY(box != nullptr && box->isVisible());
        // What happens then is said, and each answer.
        QVERIFY2(box->informativeText().contains(m_bench->controller().side(Side::Card)->title),
            qPrintable(box->informativeText()));
        for (const char* word : {"Apply", "Discard", "Cancel"})
            QVERIFY(box->informativeText().contains(QLatin1String(word)));
        QCOMPARE(box->icon(), QMessageBox::NoIcon); // ours is drawn at every scale
        QVERIFY(!box->iconPixmap().isNull());
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->controller().side(Side::Card) && m_bench->idle(), 20000);
        m_bench->window().openPath(card.text(), Side::Card);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->bothOpen(), 20000);
        const Workspace& desk = m_bench->controller().workspace();
        const Tree& device = desk.working(Side::Device);
        const Tree& written = desk.working(Side::Card);
        QVERIFY(written.find(uri) != kNoNode);
        QCOMPARE(written.value(written.find(uri)), device.value(device.find(uri)));
    }

    // A document that is changed by it still has to be saved.
    void applying_before_closing_does_not_lose_a_document()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        const QString path = m_bench->path("card.xml");
        QSignalSpy saved(&m_bench->controller(), &DeskController::saved);
        m_bench->controller().saveAs(Side::Card, path);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20000);
        m_bench->window().openPath(path, Side::Card);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->bothOpen()
                && m_bench->controller().side(Side::Card)->where == (Where{Where::Kind::Document, path}),
            20000);
        m_bench->select(m_bench->leafRow(PairState::ValueDiffers), Side::Device);
        m_bench->action(Command::CopyToCard)->trigger();
        QVERIFY(!m_bench->planned().empty());
        QVERIFY(!m_bench->window().close());
        const auto* first = m_bench->find<QMessageBox>("closeDialog");
        for (QAbstractButton* button : first->buttons()) {
            if (first->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        const auto again = [this] {
            const auto* box = m_bench->find<QMessageBox>("closeDialog");
            return box != nullptr && box->text().contains(QStringLiteral("is not saved"));
        };
        QTRY_VERIFY_WITH_TIMEOUT(again(), 20000);
        QVERIFY(m_bench->window().isVisible());
        m_bench->window().closeUnasked();
    }

    void DM_SC_GEN_16_a_big_copy_can_be_cancelled_and_never_stops_the_window()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        const std::string big(5 * 1024 * 1024, 'x');
        const Uri uri = *Uri::parse("./Big");
        auto tree = std::make_shared<Tree>();
        QVERIFY(
            tree->add(Tree::root(), {"Big", Format::Bin, "application/octet-stream", big, {}, {}, {}, {}}).has_value());
        Operation add;
        add.side = Side::Card;
        add.kind = Operation::Kind::Add;
        add.uri = uri;
        add.added = tree;
        m_bench->controller().stage({add}, QStringLiteral("add Big"));
        QCOMPARE(m_bench->planned().size(), std::size_t(1));

        // A turn costs what this thread computes in it, whatever else the machine does meanwhile.
        QElapsedTimer gap;
        qint64 longest = 0;
        std::int64_t spent = threadMilliseconds();
        std::int64_t busiest = 0;
        QTimer ticker;
        ticker.setInterval(10);
        QObject::connect(&ticker, &QTimer::timeout, &ticker, [&] {
            longest = std::max(longest, gap.restart());
            const std::int64_t before = std::exchange(spent, threadMilliseconds());
            busiest = std::max(busiest, spent - before);
        });
        bool asked = false;
        QObject::connect(&m_bench->controller(), &DeskController::progressed, &ticker, [&] {
            if (!asked)
                m_bench->action(Command::Cancel)->trigger();
            asked = true;
        });
        QSignalSpy cancelled(&m_bench->controller(), &DeskController::cancelled);
        QSignalSpy applied(&m_bench->controller(), &DeskController::applied);
        gap.start();
        ticker.start();
        m_bench->action(Command::Apply)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(asked || !applied.isEmpty(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), 20000);
        QTRY_VERIFY(!cancelled.isEmpty() || !applied.isEmpty());
        ticker.stop();
        qInfo("longest turn of the event loop: %lld ms, %lld of them at work", longest, qint64(busiest));
        QVERIFY2(busiest < (test::kSanitized ? 3000 : 200), qPrintable(QString::number(busiest)));
        QVERIFY2(longest < 3000, qPrintable(QString::number(longest))); // nor does it wait for somebody
        QCOMPARE(cancelled.size(), 1);
        const Tree& card = *m_bench->controller().side(Side::Card)->tree;
        QCOMPARE(card.find(uri), kNoNode); // nothing is half done
        QCOMPARE(m_bench->planned().size(), std::size_t(1)); // and the plan is still there
    }

    void an_error_stays_until_it_is_closed()
    {
        fresh();
        WindowOptions options = m_bench->options();
        options.empty = true;
        QVERIFY(m_bench->open(options));
        MessageBar& bar = m_bench->window().messages();
        auto* close = bar.findChild<QAbstractButton*>(QStringLiteral("messageClose"));
        auto* more = bar.findChild<QLabel*>(QStringLiteral("messageMore"));
        bar.showMessage(StatusTone::Ok, QStringLiteral("done"));
        bar.showError({ErrorKind::Exists, QStringLiteral("first"), {}});
        bar.showError({ErrorKind::Exists, QStringLiteral("second"), {}});
        bar.showMessage(StatusTone::Warning, QStringLiteral("look here"));
        QCOMPARE(bar.text(), QStringLiteral("second"));
        QVERIFY(more->isVisible());
        QCOMPARE(more->text(), QStringLiteral("2 more"));
        close->click();
        QCOMPARE(bar.text(), QStringLiteral("first"));
        close->click();
        QCOMPARE(bar.text(), QStringLiteral("look here"));
        QVERIFY(!more->isVisible());
        bar.showError({ErrorKind::Exists, QStringLiteral("third"), {}});
        bar.showMessage(StatusTone::Ok, QStringLiteral("done")); // what a person has just done is answered
        QCOMPARE(bar.text(), QStringLiteral("done"));
        close->click();
        QCOMPARE(bar.text(), QStringLiteral("third"));
        close->click();
        QVERIFY(!bar.isVisible());
    }

    void messages_go_with_what_they_speak_of()
    {
        MessageBar bar;
        bar.showMessage(StatusTone::Warning, QStringLiteral("of the card"), nullptr, aboutSide(Side::Card));
        bar.withdraw(aboutSide(Side::Device));
        QVERIFY(bar.isVisible());
        bar.withdraw(aboutSide(Side::Card));
        QVERIFY(!bar.isVisible());
        bar.showMessage(StatusTone::Ok, QStringLiteral("Saved"));
        bar.withdrawDone();
        QVERIFY(!bar.isVisible());
        bar.showError({ErrorKind::Exists, QStringLiteral("stays"), {}});
        bar.withdrawDone();
        QVERIFY(bar.isVisible());
    }

    void an_error_about_a_file_goes_when_the_file_opens()
    {
        fresh();
        WindowOptions options = m_bench->options();
        options.empty = true;
        QVERIFY(m_bench->open(options));
        const QTemporaryDir folder;
        const auto put = [&folder](const QString& name, const QByteArray& text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        const auto open = [&](const QString& name) {
            m_bench->controller().open(Side::Device, {Where::Kind::Document, folder.filePath(name)});
            return QTest::qWaitFor([this] { return m_bench->idle(); });
        };
        MessageBar& bar = m_bench->window().messages();
        auto* more = bar.findChild<QLabel*>(QStringLiteral("messageMore"));
        QVERIFY(put(QStringLiteral("a.xml"), "<MgmtTree>\n<") && put(QStringLiteral("b.xml"), "<x/>"));
        QVERIFY(open(QStringLiteral("a.xml")));
        QTRY_VERIFY(bar.isVisible());
        QVERIFY(put(QStringLiteral("a.xml"), "<MgmtTree>\n\n\n<")); // wrong in another line now
        QVERIFY(open(QStringLiteral("a.xml")));
        QTRY_VERIFY2(bar.text().contains(QStringLiteral("line 4")), qPrintable(bar.text()));
        QVERIFY(!more->isVisible());
        QVERIFY(open(QStringLiteral("b.xml")));
        QTRY_VERIFY(more->isVisible() && bar.text().contains(QStringLiteral("b.xml")));
        QVERIFY(put(QStringLiteral("a.xml"), "<MgmtTree><VerDTD>1.2</VerDTD></MgmtTree>"));
        QVERIFY(open(QStringLiteral("a.xml")));
        QTRY_VERIFY(!more->isVisible()); // the one about b.xml stays
        QVERIFY(bar.isVisible() && bar.text().contains(QStringLiteral("b.xml")));
    }

    // What was refused here, before anybody was asked, is in no log.
    void only_errors_that_are_in_the_log_lead_there()
    {
        fresh();
        QVERIFY(m_bench->openDemo());
        auto* button = m_bench->find<QToolButton>("messageLog");
        Record old;
        old.name = QStringLiteral("old");
        old.level = StatusLevel::Error;
        m_bench->controller().desk().records().write(old);
        QTRY_VERIFY(m_bench->window().log().model().errorCount() > 0);
        m_bench->window().messages().showError({ErrorKind::BadValue, QStringLiteral("local"), {}});
        QTest::qWait(100);
        QVERIFY(!button->isVisible());
        m_bench->window().messages().setLogRow(QStringLiteral("local"), RecordNo{2});
        QVERIFY(button->isVisible());
        button->click();
        const QModelIndex current = m_bench->window().log().table().currentIndex();
        QCOMPARE(m_bench->window().log().model().recordAt(current.row()), RecordNo{2});
    }

private:
    QDockWidget* dock() { return m_bench->find<QDockWidget>("filesDock"); }
    void showFiles()
    {
        m_bench->action(Command::ShowFiles)->trigger();
        m_bench->action(Command::FindFiles)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->controller().side(Side::Card)->files && m_bench->idle(), 30000);
        QTRY_VERIFY(m_bench->find<QTreeView>("filesTree")->isVisible());
    }
    void fresh() { m_bench = std::make_unique<WindowBench>(); }

    std::unique_ptr<WindowBench> m_bench;
};

int run(int argc, char** argv)
{
    const test::TestScreen screen({1600, 1000}); // where a window of the usual size is left as it is
    return test::run<QApplication, WindowSessionTest>(argc, argv);
}

} // namespace dmsc::tst_window_session

#include "tst_window_session.moc"
