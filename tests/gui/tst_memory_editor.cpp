// SPDX-License-Identifier: Apache-2.0
// The memory editor in the real window, on the demo card: what is asked for there, the card grants or refuses.
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "widgets/compare/compare_pane.h"
#include "widgets/compare/filter_bar.h"
#include "widgets/details/property_model.h"
#include "widgets/memory/allocation_bar.h"
#include "widgets/memory/allocation_handle.h"
#include "widgets/memory/memory_pane.h"
#include "widgets/window/message_bar.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace dmsc::tst_memory_editor {

using dmsc::test::WindowBench;

namespace {

const EntityMemory* entityOf(const MemoryMap& map, std::string_view name)
{
    const auto found = std::find_if(
        map.entities.begin(), map.entities.end(), [&](const EntityMemory& one) { return one.entity == name; });
    return found == map.entities.end() ? nullptr : &*found;
}

} // namespace

class MemoryEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_bench.openDemo());
        QVERIFY(m_bench.controller().side(Side::Card)->memory.has_value());
        m_bench.action(Command::ShowMemory)->trigger();
        QTRY_VERIFY(pane().bar().isVisible());
    }
    void cleanup() { m_bench.close(); }

    void DM_SC_ADM_6_the_demo_card_shows_its_memory()
    {
        std::uint64_t sum = 0;
        for (const MemoryRow& row : pane().bar().rows())
            sum += number(row.size);
        QCOMPARE(sum, number(map().total));
        QVERIFY(map().entities.size() > 1);
        QCOMPARE(pane().table().currentIndex().row(), rowOf(map().self)); // ours is chosen
        QVERIFY(pane().bar().handle(rowOf(map().self)) != nullptr);
    }

    void DM_SC_ADM_6_extending_and_reducing_reach_the_card()
    {
        const std::string entity = smallEntity();
        const Blocks before = granted(entity);
        want(entity, Blocks{number(before) + 8});
        apply();
        QCOMPARE(outcome(0), int(MemoryQueueModel::Done));
        QTRY_COMPARE(granted(entity), Blocks{number(before) + 8});
        QVERIFY(pane().queue().queue().empty());
        QVERIFY(m_bench.window().messages().text().contains(QStringLiteral("Memory")));
        want(entity, Blocks{number(before) + 3});
        QCOMPARE(pane().queue().queue().requests().front().action, MemoryAction::Reduce);
        apply();
        QTRY_COMPARE(granted(entity), Blocks{number(before) + 3});
        // The card keeps it: read anew it says the same.
        m_bench.action(Command::Reload)->trigger();
        QTRY_VERIFY(m_bench.idle());
        QCOMPARE(granted(entity), Blocks{number(before) + 3});
    }

    void DM_SC_ADM_7_what_the_card_refuses_stops_the_queue_and_is_said()
    {
        const std::string entity = smallEntity();
        const std::uint64_t before = number(granted(entity));
        want(entity, Blocks{before + 4});
        // Meanwhile another takes all that the policy leaves this one.
        QSignalSpy managed(&m_bench.controller().desk(), &Desk::memoryManaged);
        m_bench.controller().desk().manageMemory(
            Side::Card, {{MemoryAction::Extend, entity, Blocks{number(map().total)}}});
        QTRY_COMPARE(managed.size(), 1);
        QTRY_VERIFY(m_bench.idle());
        const Blocks most = granted(entity);
        QVERIFY(number(most) > before + 4);
        m_bench.controller().undoStack().clear();
        pane().queue().setChanges({{entity, Blocks{number(map().total) * 2}, false}});
        QCOMPARE(outcome(0), int(MemoryQueueModel::Doubtful));
        apply();
        QCOMPARE(outcome(0), int(MemoryQueueModel::Refused));
        const QString text = queueTable().model()->index(0, MemoryQueueModel::ResultColumn).data().toString();
        QVERIFY2(text.contains(QStringLiteral("6A84")), qPrintable(text));
        QVERIFY2(m_bench.window().messages().text().contains(QStringLiteral("refused")),
            qPrintable(m_bench.window().messages().text()));
        QCOMPARE(granted(entity), most); // nothing changed
        QCOMPARE(pane().queue().queue().changes().size(), std::size_t(1)); // and it waits on
        want(entity, Blocks{before}); // the card is the next test's too
        apply();
        QTRY_COMPARE(granted(entity), Blocks{before});
    }

    void DM_SC_ADM_6_below_what_is_used_is_refused_before_it_is_asked()
    {
        const auto used = std::find_if(
            map().entities.begin(), map().entities.end(), [](const EntityMemory& one) { return one.used > Blocks{1}; });
        QVERIFY(used != map().entities.end());
        want(used->entity, Blocks{number(used->used) - 1});
        QVERIFY(pane().queue().queue().empty());
        QVERIFY(m_bench.find<QLabel>("memoryLive")->text().startsWith(QLatin1Char('!')));
    }

    void DM_SC_ADM_6_changes_are_taken_back_by_undo_and_out_of_the_queue()
    {
        const std::string entity = smallEntity();
        const Blocks before = granted(entity);
        want(entity, Blocks{number(before) + 8});
        QVERIFY(m_bench.action(Command::Undo)->isEnabled());
        m_bench.action(Command::Undo)->trigger();
        QVERIFY(pane().queue().queue().empty());
        m_bench.action(Command::Redo)->trigger();
        QCOMPARE(pane().queue().queue().changes().size(), std::size_t(1));
        queueTable().selectRow(0);
        m_bench.find<QToolButton>("memoryRemove")->click();
        QVERIFY(pane().queue().queue().empty());
        QVERIFY(!m_bench.find<QToolButton>("memoryApply")->isEnabled());
        QCOMPARE(granted(entity), before);
    }

    void no_column_of_the_table_is_cut_at_the_usual_width_of_the_window()
    {
        QTableView& table = pane().table();
        const QAbstractItemView& view = table;
        const auto cut = [&table, &view] {
            for (int column = 0; column < MemoryModel::ColumnCount; ++column)
                if (!table.isColumnHidden(column) && table.columnWidth(column) < view.sizeHintForColumn(column))
                    return column;
            return -1;
        };
        QCOMPARE(m_bench.window().width(), 1280);
        QVERIFY(table.isColumnHidden(MemoryModel::PendingColumn)); // nothing waits
        QTRY_COMPARE(table.horizontalHeader()->length(), table.viewport()->width()); // without scrolling
        QCOMPARE(cut(), -1);
        QVERIFY(!table.isColumnHidden(MemoryModel::RoleColumn));
        want(smallEntity(), Blocks{number(granted(smallEntity())) + 20});
        QVERIFY(!table.isColumnHidden(MemoryModel::PendingColumn));
        QTRY_COMPARE(cut(), -1);
        QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
    }

    void DM_SC_ADM_6_keys_on_a_handle_fill_the_queue()
    {
        const std::string entity = smallEntity();
        AllocationHandle* handle = pane().bar().handle(rowOf(entity));
        QVERIFY(handle != nullptr);
        handle->setFocus();
        QTest::keyClick(handle, Qt::Key_Right);
        QTest::keyClick(handle, Qt::Key_PageUp);
        QCOMPARE(pane().queue().queue().changes().size(), std::size_t(1));
        QCOMPARE(pane().queue().queue().changes().front().wanted, Blocks{number(granted(entity)) + 17});
    }

    void DM_SC_ADM_6_an_MO_of_the_device_says_where_it_would_go()
    {
        const auto* text = m_bench.find<QLabel>("placementText");
        const int onlyDevice = moRow(PairState::OnlyDevice);
        if (onlyDevice >= 0) {
            m_bench.select(onlyDevice, Side::Device);
            QTRY_VERIFY2(text->text().contains(QStringLiteral("Store ")), qPrintable(text->text()));
        }
        const int row = m_bench.model().rowForUri(Side::Card, *Uri::parse("./DMAcc"));
        QVERIFY(row >= 0);
        m_bench.select(row + 1, Side::Card);
        QTRY_VERIFY2(text->text().contains(QStringLiteral("on the card")), qPrintable(text->text()));
    }

    void DM_SC_ADM_6_a_plan_that_does_not_fit_is_said_before_it_is_applied()
    {
        auto* warning = m_bench.find<QLabel>("planWarning");
        QVERIFY(warning->text().isEmpty());
        const EntityMemory* self = entityOf(map(), map().self);
        QVERIFY(self != nullptr);
        // More than all that we are granted and do not use.
        const std::uint64_t spare = (number(self->granted) - number(self->used)) * map().blockSize;
        Tree added;
        NodeData data;
        data.name = "Big";
        data.format = Format::Chr;
        data.value = std::string(spare + 10 * map().blockSize, 'x');
        QVERIFY(added.add(Tree::root(), std::move(data)).has_value());
        Operation operation;
        operation.side = Side::Card;
        operation.kind = Operation::Kind::Add;
        operation.uri = *Uri::parse("./Big");
        operation.added = std::make_shared<const Tree>(std::move(added));
        m_bench.controller().stage({operation}, QStringLiteral("big"));
        QTRY_VERIFY2(warning->text().contains(QStringLiteral("beyond")), qPrintable(warning->text()));
        m_bench.action(Command::Undo)->trigger();
        QTRY_VERIFY(warning->text().isEmpty());
    }

    void DM_SC_ADM_5_the_owner_column_and_its_filter()
    {
        QVERIFY(m_bench.model().hasOwners());
        QVERIFY(!m_bench.view().isColumnHidden(CompareModel::CardOwner));
        auto* choice = m_bench.find<QComboBox>("filterOwner");
        QVERIFY(choice->isVisible());
        QVERIFY(choice->count() > 2); // anybody, and at least two
        const int all = (m_bench.model().expandAll(), m_bench.model().rowCount());
        int shown = 0;
        for (int i = 1; i < choice->count(); ++i) {
            choice->setCurrentIndex(i);
            const QString owner = choice->currentData().toString();
            bool any = false;
            for (int row = 0; row < m_bench.model().rowCount(); ++row) {
                const QString text = m_bench.model().index(row, CompareModel::CardOwner).data().toString();
                const bool leaf = !m_bench.model().index(row, 0).data(CompareModel::HasChildrenRole).toBool();
                if (leaf)
                    QCOMPARE(text, owner); // what is above them may be another's
                any = any || text == owner;
            }
            QVERIFY2(any, qPrintable(owner));
            QVERIFY(m_bench.model().rowCount() < all);
            shown += m_bench.model().rowCount();
        }
        QVERIFY(shown > 0);
        choice->setCurrentIndex(0);
        QCOMPARE(m_bench.model().rowCount(), all);
        m_bench.controller().close(Side::Card);
        QTRY_VERIFY(!choice->isVisible());
        QVERIFY(m_bench.view().isColumnHidden(CompareModel::CardOwner));
        QVERIFY(m_bench.find<QLabel>("memoryEmpty")->isVisible());
    }

    void DM_SC_ADM_5_details_tell_the_owner()
    {
        m_bench.select(m_bench.model().rowForUri(Side::Card, *Uri::parse("./DMAcc")), Side::Card);
        auto* table = m_bench.find<QTableView>("properties");
        const auto told = [table] {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                if (table->model()->index(row, PropertyModel::Name).data().toString() == QStringLiteral("Stored by"))
                    return table->model()->index(row, PropertyModel::Card).data().toString();
            return QString();
        };
        QTRY_VERIFY(!told().isEmpty());
    }

    void DM_SC_ADM_6_closing_the_window_asks_for_what_waits()
    {
        const std::string entity = smallEntity();
        const Blocks before = granted(entity);
        want(entity, Blocks{number(before) + 2});
        QVERIFY(!m_bench.window().close());
        auto* box = m_bench.find<QMessageBox>("closeDialog");
        QVERIFY(box != nullptr);
        QVERIFY2(box->text().contains(QStringLiteral("of the card's memory are not applied")), qPrintable(box->text()));
        box->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(m_bench.find<QMessageBox>("closeDialog") == nullptr);
        QVERIFY(m_bench.window().isVisible());
        QCOMPARE(pane().queue().queue().changes().size(), std::size_t(1));
        // Both that wait are applied, then it closes.
        m_bench.select(m_bench.leafRow(PairState::ValueDiffers), Side::Device);
        m_bench.action(Command::CopyToCard)->trigger();
        QVERIFY(!m_bench.planned().empty());
        QCOMPARE(pane().queue().queue().changes().size(), std::size_t(1));
        QSignalSpy managed(&m_bench.controller().desk(), &Desk::memoryManaged);
        QSignalSpy applied(&m_bench.controller(), &DeskController::applied);
        QVERIFY(!m_bench.window().close());
        press("closeDialog", QMessageBox::AcceptRole);
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench.window().isVisible(), 20000);
        QCOMPARE(managed.size(), 1);
        QCOMPARE(applied.size(), 1);
        QCOMPARE(granted(entity), Blocks{number(before) + 2});
        QVERIFY(m_bench.planned().empty());
    }

    void DM_SC_ADM_7_what_is_refused_keeps_the_window_open()
    {
        const std::string entity = smallEntity();
        const Blocks before = granted(entity);
        m_bench.controller().desk().manageMemory(
            Side::Card, {{MemoryAction::Extend, entity, Blocks{number(map().total)}}});
        QTRY_VERIFY(granted(entity) > before && m_bench.idle());
        pane().queue().setChanges({{entity, Blocks{number(map().total) * 2}, false}});
        QVERIFY(!m_bench.window().close());
        press("closeDialog", QMessageBox::AcceptRole);
        QTRY_COMPARE(outcome(0), int(MemoryQueueModel::Refused));
        QTRY_VERIFY(m_bench.idle());
        QVERIFY(m_bench.window().isVisible());
        QVERIFY(!pane().queue().queue().empty());
        want(entity, before); // the card is the next test's too
        apply();
        QTRY_COMPARE(granted(entity), before);
    }

    void DM_SC_ADM_6_closing_or_exchanging_the_card_asks_for_what_waits()
    {
        want(smallEntity(), Blocks{number(granted(smallEntity())) + 2});
        const Where card = m_bench.controller().side(Side::Card)->where;
        const auto cancelled = [this] {
            auto* box = m_bench.find<QMessageBox>("discardDialog");
            if (box == nullptr || !box->text().contains(QStringLiteral("of the card's memory are not applied")))
                return false;
            box->button(QMessageBox::Cancel)->click();
            return QTest::qWaitFor([this] { return m_bench.find<QMessageBox>("discardDialog") == nullptr; });
        };
        m_bench.action(Command::CloseCard)->trigger();
        QVERIFY(cancelled());
        m_bench.action(Command::OpenDemo)->trigger();
        QVERIFY(cancelled());
        const QString document = m_bench.path("other.json");
        QFile file(document);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"nodes":[]})");
        file.close();
        m_bench.window().openPath(document, Side::Card);
        QVERIFY(cancelled());
        QVERIFY(m_bench.idle());
        QCOMPARE(m_bench.controller().side(Side::Card)->where, card);
        QCOMPARE(pane().queue().queue().changes().size(), std::size_t(1));
        m_bench.action(Command::CloseDevice)->trigger(); // not its memory
        QTRY_VERIFY(!m_bench.controller().side(Side::Device));
        m_bench.action(Command::CloseCard)->trigger();
        press("discardDialog", QMessageBox::DestructiveRole);
        QTRY_VERIFY(!m_bench.controller().side(Side::Card));
        QVERIFY2(m_bench.window().messages().text().contains(QStringLiteral("not applied")),
            qPrintable(m_bench.window().messages().text()));
    }

    void the_memory_bar_below_leads_to_the_editor()
    {
        auto* dock = m_bench.find<QDockWidget>("memoryDock");
        m_bench.find<QDockWidget>("logDock")->raise();
        QTRY_VERIFY(!pane().bar().isVisible() || pane().bar().visibleRegion().isEmpty());
        QTest::mouseClick(m_bench.find<QWidget>("memoryBar"), Qt::LeftButton);
        QTRY_VERIFY(!pane().visibleRegion().isEmpty());
        QVERIFY(dock->isVisible());
    }

private:
    MemoryPane& pane() { return m_bench.window().memory(); }
    const MemoryMap& map() { return *m_bench.controller().side(Side::Card)->memory; }
    QTableView& queueTable() { return *m_bench.find<QTableView>("memoryQueue"); }
    int outcome(int row) { return queueTable().model()->index(row, 0).data(MemoryQueueModel::OutcomeRole).toInt(); }
    Blocks granted(const std::string& entity)
    {
        const EntityMemory* found = entityOf(map(), entity);
        return found != nullptr ? found->granted : Blocks{};
    }
    int rowOf(const std::string& entity)
    {
        const auto& rows = pane().bar().rows();
        const auto found = std::find_if(rows.begin(), rows.end(),
            [&](const MemoryRow& row) { return row.kind == MemoryRow::Kind::Entity && row.entity == entity; });
        return found == rows.end() ? -1 : int(found - rows.begin());
    }
    /// One that we may change and that can still have some more.
    std::string smallEntity()
    {
        for (const EntityMemory& one : map().entities)
            if (pane().bar().handle(rowOf(one.entity)) != nullptr
                && number(pane().queue().queue().most(one.entity)) > number(one.granted) + 20)
                return one.entity;
        return map().self;
    }
    void want(const std::string& entity, Blocks blocks)
    {
        pane().table().setCurrentIndex(pane().table().model()->index(rowOf(entity), 0));
        m_bench.find<QSpinBox>("grantBlocks")->setValue(int(number(blocks)));
    }
    void apply()
    {
        QSignalSpy managed(&m_bench.controller().desk(), &Desk::memoryManaged);
        m_bench.find<QToolButton>("memoryApply")->click();
        QTRY_COMPARE_WITH_TIMEOUT(managed.size(), 1, 20000);
        QTRY_VERIFY(m_bench.idle());
    }
    void press(const char* name, QMessageBox::ButtonRole role)
    {
        auto* box = m_bench.find<QMessageBox>(name);
        QVERIFY(box != nullptr);
        for (QAbstractButton* button : box->buttons())
            if (box->buttonRole(button) == role)
                button->click();
    }
    int moRow(PairState state)
    {
        m_bench.model().expandAll();
        for (int row = 1; row < m_bench.model().rowCount(); ++row) {
            const QModelIndex index = m_bench.model().index(row, CompareModel::StateColumn);
            const PairNo pair = m_bench.model().pairAt(row);
            const NodeId node = m_bench.model().workspace().aligned().node(pair, Side::Device);
            if (index.data(CompareModel::StateRole).toInt() == int(state) && node != kNoNode
                && m_bench.model().workspace().working(Side::Device).isInterior(node)
                && m_bench.model().workspace().working(Side::Device).hasType(node))
                return row;
        }
        return -1;
    }

    WindowBench m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, MemoryEditorTest>(argc, argv);
}

} // namespace dmsc::tst_memory_editor

#include "tst_memory_editor.moc"
