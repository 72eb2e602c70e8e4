// SPDX-License-Identifier: Apache-2.0
// The two trees as a person works with them: look, go, filter, copy, undo, apply.
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "widgets/compare/address_bar.h"
#include "widgets/compare/compare_pane.h"
#include "widgets/compare/filter_bar.h"
#include "widgets/compare/mo_list.h"
#include "widgets/plan/plan_pane.h"
#include "widgets/window/message_bar.h"

#include <QAction>
#include <QCompleter>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <set>

namespace dmsc::tst_window_compare {

using dmsc::test::WindowBench;

namespace {

/// Fails the test on any warning of Qt's but the one that the offscreen platform always gives.
void failOnWarnings(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtWarningMsg && !text.contains(QLatin1String("This plugin does not support")))
        qFatal("%s", qPrintable(text));
}

} // namespace

class WindowCompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInstallMessageHandler(failOnWarnings); }
    void init() { QVERIFY(m_bench.openDemo()); }
    void cleanup() { m_bench.close(); }

    void DM_SC_GEN_7_demo_shows_both_trees_and_what_differs()
    {
        QVERIFY(m_bench.model().rowCount() > 1);
        const StateCounts counts = m_bench.controller().workspace().aligned().at(kRootPair).counts;
        QVERIFY(counts.valueDiffers > 0);
        QVERIFY(counts.onlyDevice > 0);
        QVERIFY(counts.onlyCard > 0);
        QVERIFY(m_bench.find<MoList>("moList")->model()->rowCount() > 2);
        QVERIFY(m_bench.view().currentIndex().isValid());
    }

    void keys_expand_and_collapse()
    {
        m_bench.model().collapseAll();
        int row = -1;
        for (int i = 1; i < m_bench.model().rowCount() && row < 0; ++i) {
            if (m_bench.model().index(i, 0).data(CompareModel::HasChildrenRole).toBool())
                row = i;
        }
        QVERIFY(row > 0);
        m_bench.select(row, Side::Device);
        const int before = m_bench.model().rowCount();
        m_bench.key(Qt::Key_Right);
        QVERIFY(m_bench.model().isExpanded(row));
        QVERIFY(m_bench.model().rowCount() > before);
        m_bench.key(Qt::Key_Right);
        QCOMPARE(m_bench.view().currentIndex().row(), row + 1);
        m_bench.key(Qt::Key_Left);
        if (m_bench.view().currentIndex().row() != row)
            m_bench.key(Qt::Key_Left);
        QCOMPARE(m_bench.view().currentIndex().row(), row);
        m_bench.key(Qt::Key_Left);
        QVERIFY(!m_bench.model().isExpanded(row));
        QCOMPARE(m_bench.model().rowCount(), before);
        m_bench.key(Qt::Key_Asterisk);
        QVERIFY(m_bench.model().isExpanded(row));
        m_bench.key(Qt::Key_Minus);
        QCOMPARE(m_bench.model().rowCount(), before);
    }

    // What is marked is what keys work on, wherever rows come and go.
    void unfolding_keeps_the_current_row_and_the_selection_on_their_node()
    {
        CompareView& view = m_bench.view();
        const PairNo pair = m_bench.model().pairAt(m_bench.leafRow(PairState::ValueDiffers));
        const AlignedTree& aligned = m_bench.controller().workspace().aligned();
        PairNo above = pair; // what is left of its way once all is folded
        while (aligned.depth(above) > 1)
            above = aligned.parent(above);
        QVERIFY(above != pair);
        m_bench.model().collapseAll();
        m_bench.select(m_bench.model().reveal(pair), Side::Device);
        const int row = view.currentIndex().row();
        const auto stands = [&view](PairNo where) {
            const QModelIndexList selected = view.selectionModel()->selectedRows();
            return view.currentPair() == where && selected.size() == 1
                && selected.front().row() == view.currentIndex().row()
                && view.viewport()->rect().contains(view.visualRect(view.currentIndex()));
        };
        m_bench.action(Command::ExpandAll)->trigger();
        QVERIFY(stands(pair));
        QVERIFY(view.currentIndex().row() != row);
        m_bench.action(Command::CollapseAll)->trigger();
        QVERIFY(stands(above));
        m_bench.action(Command::ExpandDifferences)->trigger();
        QVERIFY(stands(above));
    }

    void the_frame_of_the_current_row_moves_with_it()
    {
        CompareView& view = m_bench.view();
        m_bench.model().collapseAll();
        const int row = m_bench.model().rowCount() - 1; // where all above can be unfolded
        m_bench.select(row, Side::Device);
        m_bench.action(Command::ExpandAll)->trigger();
        const int now = view.currentIndex().row();
        QVERIFY(now != row);
        QApplication::setActiveWindow(&m_bench.window());
        const auto picture = [&view] { return view.viewport()->grab().toImage(); };
        const QImage before = picture();
        const QRect here = view.visualRect(m_bench.model().index(now, CompareModel::DeviceName));
        view.setFocusSide(Side::Card);
        const QImage after = picture();
        QVERIFY(before.copy(here) != after.copy(here)); // the frame went to the other half of this row
    }

    void F7_goes_round_and_says_so()
    {
        m_bench.select(0, Side::Device);
        const std::uint32_t all = m_bench.controller().workspace().aligned().at(kRootPair).counts.total();
        QSignalSpy notices(&m_bench.view(), &CompareView::noticed);
        std::set<int> seen;
        for (std::uint32_t i = 0; i <= 2 * all && notices.isEmpty(); ++i) {
            m_bench.action(Command::NextDifference)->trigger();
            const QModelIndex index = m_bench.view().currentIndex();
            QVERIFY(index.data(CompareModel::StateRole).toInt() != int(PairState::Same)
                || index.data(CompareModel::MovedRole).toBool());
            seen.insert(int(index.data(CompareModel::PairRole).toUInt()));
        }
        QCOMPARE(notices.size(), 1);
        QVERIFY(seen.size() > 2);
        QCOMPARE(m_bench.window().messages().text(), notices.at(0).at(0).toString());
        const int first = m_bench.view().currentIndex().row();
        m_bench.action(Command::PreviousDifference)->trigger();
        QCOMPARE(notices.size(), 2);
        QVERIFY(m_bench.view().currentIndex().row() > first);
    }

    void filter_by_text_pattern_and_state()
    {
        FilterBar* filter = m_bench.window().compare().filter();
        const int all = m_bench.model().rowCount();
        m_bench.model().expandAll();
        const int expanded = m_bench.model().rowCount();
        filter->setText(QStringLiteral("./DevInfo/*"));
        QVERIFY(m_bench.model().rowCount() > 1);
        QVERIFY(m_bench.model().rowCount() < expanded);
        for (int row = 1; row < m_bench.model().rowCount(); ++row)
            QVERIFY(m_bench.model()
                        .index(row, 0)
                        .data(CompareModel::UriRole)
                        .toString()
                        .startsWith(QLatin1String("./DevInfo")));
        filter->setText(QStringLiteral("no such text anywhere"));
        QCOMPARE(m_bench.model().rowCount(), 0);
        QVERIFY(m_bench.find<QWidget>("filterEmpty")->isVisible());
        filter->setText({});
        QVERIFY(m_bench.model().rowCount() >= all);

        m_bench.action(Command::HideIdentical)->trigger();
        QVERIFY(!filter->states().test(CompareFilter::Same));
        m_bench.model().expandAll();
        for (int row = 0; row < m_bench.model().rowCount(); ++row) {
            const QModelIndex index = m_bench.model().index(row, 0);
            // One whose children all stand in other rows differs and counts nothing.
            const bool differs = index.data(CompareModel::StateRole).toInt() != int(PairState::Same);
            QVERIFY(differs || index.data(CompareModel::DifferencesRole).toInt() > 0);
        }
        m_bench.action(Command::HideIdentical)->trigger();
        QVERIFY(filter->states().all());
    }

    void address_bar_completes_and_goes_there()
    {
        AddressBar* address = m_bench.window().compare().address();
        address->setFocus();
        address->clear();
        QTest::keyClicks(address, QStringLiteral("./DevI"));
        QVERIFY(address->completer()->completionCount() >= 1);
        address->setText(QStringLiteral("./DevInfo/Lang"));
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(
            m_bench.view().currentIndex().data(CompareModel::UriRole).toString(), QStringLiteral("./DevInfo/Lang"));
        QVERIFY(m_bench.view().hasFocus());
        address->setText(QStringLiteral("./No/Such"));
        QTest::keyClick(address, Qt::Key_Return);
        QVERIFY(m_bench.window().messages().text().contains(QStringLiteral("./No/Such")));
    }

    void copy_by_key_undo_redo()
    {
        const int row = m_bench.leafRow(PairState::ValueDiffers);
        QVERIFY(row >= 0);
        m_bench.select(row, Side::Device);
        m_bench.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().side, Side::Card);
        const QModelIndex index = m_bench.view().currentIndex();
        QCOMPARE(index.data(CompareModel::StateRole).toInt(), int(PairState::Same));
        QVERIFY(index.siblingAtColumn(CompareModel::CardName).data(CompareModel::PendingRole).toBool());
        QVERIFY(m_bench.action(Command::Undo)->text().contains(QStringLiteral("card")));
        QVERIFY(m_bench.action(Command::Apply)->iconText().contains(QLatin1Char('1')));

        QTest::keyClick(&m_bench.view(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_bench.planned().empty());
        QCOMPARE(m_bench.model().index(row, 0).data(CompareModel::StateRole).toInt(), int(PairState::ValueDiffers));
        m_bench.action(Command::Redo)->trigger();
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
    }

    void copy_by_the_button_in_the_row()
    {
        const int row = m_bench.leafRow(PairState::OnlyDevice);
        QVERIFY(row >= 0);
        m_bench.select(row, Side::Device);
        QTest::mouseClick(
            m_bench.view().viewport(), Qt::LeftButton, {}, m_bench.view().copyButtonRect(row, Side::Card).center());
        QVERIFY(!m_bench.planned().empty());
        QCOMPARE(m_bench.planned().front().kind, Operation::Kind::Add);
        QCOMPARE(m_bench.planned().front().side, Side::Card);
    }

    void delete_works_on_the_side_with_the_focus()
    {
        const int row = m_bench.leafRow(PairState::Same);
        QVERIFY(row >= 0);
        m_bench.select(row, Side::Card);
        m_bench.key(Qt::Key_Delete);
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().side, Side::Card);
        QCOMPARE(m_bench.planned().front().kind, Operation::Kind::Delete);
    }

    void operations_can_be_taken_out_of_the_plan()
    {
        m_bench.select(m_bench.leafRow(PairState::ValueDiffers), Side::Device);
        m_bench.action(Command::CopyToCard)->trigger();
        m_bench.select(m_bench.leafRow(PairState::OnlyDevice), Side::Device);
        m_bench.action(Command::CopyToCard)->trigger();
        const std::vector<Operation> before = m_bench.planned();
        QVERIFY(before.size() >= 2);
        auto* table = m_bench.find<QTableView>("planTable");
        m_bench.window().showPlan();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(m_bench.planned().size(), before.size() - 1);
        QCOMPARE(m_bench.planned().front().uri, before[1].uri);
        m_bench.action(Command::Undo)->trigger();
        QCOMPARE(m_bench.planned().size(), before.size());
        QCOMPARE(m_bench.planned().front().uri, before[0].uri);
    }

    void DM_SC_GEN_4_apply_changes_the_card_and_undo_plans_the_opposite()
    {
        const int row = m_bench.leafRow(PairState::ValueDiffers);
        m_bench.select(row, Side::Device);
        const PairView pair = m_bench.controller().pairView(m_bench.view().currentPair());
        const std::string value(pair.device.tree->value(pair.device.node));
        const std::string old(pair.card.tree->value(pair.card.node));
        const Uri uri = pair.card.tree->uri(pair.card.node);
        m_bench.action(Command::CopyToCard)->trigger();
        QSignalSpy applied(&m_bench.controller(), &DeskController::applied);
        m_bench.action(Command::Apply)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 20000);
        QCOMPARE(applied.at(0).at(1).toULongLong(), 0ULL);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.idle() && m_bench.planned().empty(), 20000);
        QVERIFY(m_bench.controller().showsResults());
        QCOMPARE(m_bench.find<QTableView>("planTable")->model()->rowCount(), 1);
        const Tree& card = *m_bench.controller().side(Side::Card)->tree;
        QCOMPARE(std::string(card.value(card.find(uri))), value);

        m_bench.action(Command::Undo)->trigger();
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().after, old);
        m_bench.action(Command::Redo)->trigger();
        QVERIFY(m_bench.planned().empty());

        // The image says the same to whoever opens it next.
        const Where image = m_bench.controller().side(Side::Card)->where;
        m_bench.close();
        WindowOptions again = m_bench.options();
        again.card = image;
        QVERIFY(m_bench.open(again));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.controller().side(Side::Card).has_value(), 20000);
        const Tree& reopened = *m_bench.controller().side(Side::Card)->tree;
        QCOMPARE(std::string(reopened.value(reopened.find(uri))), value);
    }

    void dragging_to_the_other_half_copies()
    {
        const int row = m_bench.leafRow(PairState::ValueDiffers);
        m_bench.select(row, Side::Device);
        const std::unique_ptr<QMimeData> data(
            m_bench.model().mimeData({m_bench.model().index(row, CompareModel::DeviceName)}));
        QWidget* viewport = m_bench.view().viewport();
        const QPoint own(20, 40);
        const QPoint far(viewport->width() - 20, 40);
        QDragEnterEvent enter(own, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent stay(own, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &stay);
        QVERIFY(!stay.isAccepted()); // its own half takes nothing
        QDragMoveEvent move(far, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        QVERIFY(move.isAccepted());
        QDropEvent drop(far, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &drop);
        QVERIFY(drop.isAccepted());
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().side, Side::Card);
    }

private:
    WindowBench m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowCompareTest>(argc, argv);
}

} // namespace dmsc::tst_window_compare

#include "tst_window_compare.moc"
