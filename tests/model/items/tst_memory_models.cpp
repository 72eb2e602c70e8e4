// SPDX-License-Identifier: Apache-2.0
// The memory of a card as rows, and the queue of changes to it (DM_SC_ADM_6, DM_SC_ADM_7).
#include "model/items/memory_model.h"
#include "model/items/memory_queue_model.h"
#include "tests/support/run_test.h"
#include "tests/support/some_memory.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace dmsc::tst_memory_models {

using namespace dmsc::test;

namespace {

Blocks granted(const MemoryMap& map, std::string_view entity)
{
    for (const EntityMemory& one : map.entities)
        if (one.entity == entity)
            return one.granted;
    return Blocks{~std::uint64_t{0}};
}

MemoryResult answer(const MemoryRequest& request, std::uint16_t statusWord, Blocks granted, const char* text = "")
{
    return {request, statusWord, granted, QLatin1String(text)};
}

} // namespace

class MemoryModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_ADM_6_rows_add_up_to_the_whole_card()
    {
        MemoryMap map = someMap();
        std::uint64_t sum = 0;
        for (const MemoryRow& row : memoryRows(map))
            sum += number(row.size);
        QCOMPARE(sum, std::uint64_t(1000));
        QCOMPARE(memoryRows(map).size(), std::size_t(6));
        // What we may not know of is told as one part.
        map.entities.erase(map.entities.begin());
        const std::vector<MemoryRow> rows = memoryRows(map);
        QCOMPARE(rows[rows.size() - 2].kind, MemoryRow::Kind::Others);
        QCOMPARE(rows[rows.size() - 2].size, Blocks{500});
        QVERIFY(memoryRows({}).empty());
    }

    void DM_SC_ADM_6_every_row_has_a_mark_of_its_own()
    {
        QString glyphs;
        for (const MemoryRow& row : memoryRows(someMap())) {
            QVERIFY2(!glyphs.contains(memoryGlyph(row)), qPrintable(memoryRowName(row)));
            glyphs += memoryGlyph(row);
            QVERIFY(!memoryRowName(row).isEmpty());
            QVERIFY(!memoryRowRole(row).isEmpty());
        }
    }

    void DM_SC_ADM_6_changes_of_one_entity_are_one()
    {
        MemoryQueue queue;
        queue.setMap(someMap());
        QVERIFY(queue.want("dms", Blocks{120}).has_value());
        QVERIFY(queue.want("dms", Blocks{150}).has_value());
        QCOMPARE(queue.steps().size(), std::size_t(1));
        QCOMPARE(queue.requests().front(), (MemoryRequest{MemoryAction::Extend, "dms", Blocks{50}}));
        QCOMPARE(queue.after().free, Blocks{270});
        QVERIFY(queue.want("dms", Blocks{90}).has_value());
        QCOMPARE(queue.requests().front(), (MemoryRequest{MemoryAction::Reduce, "dms", Blocks{10}}));
        QVERIFY(queue.want("dms", Blocks{64}).has_value());
        QCOMPARE(queue.requests().front().action, MemoryAction::Release);
        QVERIFY(queue.want("dms", Blocks{100}).has_value()); // as it is: nothing waits any more
        QVERIFY(queue.empty());
        QVERIFY(queue.want("application", Blocks{8}).has_value());
        QCOMPARE(queue.requests().front(), (MemoryRequest{MemoryAction::Request, "application", Blocks{8}}));
    }

    void DM_SC_ADM_6_what_gives_back_goes_first()
    {
        MemoryQueue queue;
        MemoryMap map = someMap();
        map.free = Blocks{0};
        map.entities[0].granted = Blocks{820};
        queue.setMap(map);
        QVERIFY(!queue.want("dms", Blocks{150}).has_value());
        QVERIFY(queue.empty());
        QVERIFY(queue.want("issuer", Blocks{700}).has_value());
        QVERIFY(queue.want("dms", Blocks{150}).has_value());
        QCOMPARE(queue.requests().front().entity, std::string("issuer"));
        QCOMPARE(granted(queue.after(), "dms"), Blocks{150});
        QCOMPARE(queue.after().free, Blocks{70});
        // The issuer's change taken out, nothing is left for the other.
        queue.remove("issuer");
        QVERIFY(!queue.steps().front().problem.isEmpty());
    }

    void DM_SC_ADM_6_below_what_is_used_is_refused()
    {
        MemoryQueue queue;
        queue.setMap(someMap());
        QVERIFY(queue.want("dms", Blocks{120}).has_value());
        const auto refused = queue.want("dms", Blocks{63});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
        QCOMPARE(queue.changes().size(), std::size_t(1));
        QCOMPARE(queue.changes().front().wanted, Blocks{120}); // as it was
        QCOMPARE(queue.want("nobody", Blocks{1}).error().kind, ErrorKind::NotFound);
    }

    void DM_SC_ADM_7_limits_bound_what_can_be_wanted()
    {
        MemoryQueue queue;
        queue.setMap(someMap());
        QCOMPARE(queue.least("dms"), Blocks{64});
        QCOMPARE(queue.most("dms"), Blocks{300}); // the issuer's limit
        QCOMPARE(queue.most("issuer"), Blocks{880}); // all that is free, and the reserve
        QVERIFY(queue.want("issuer", Blocks{700}).has_value());
        QCOMPARE(queue.most("dms"), Blocks{220}); // what the other change leaves
        QVERIFY(queue.want("dms", Blocks{260}).has_value()); // more than it can have
        QCOMPARE(queue.steps().back().after, Blocks{220});
    }

    void DM_SC_ADM_6_deleting_gives_everything_back()
    {
        MemoryQueue queue;
        queue.setMap(someMap());
        QVERIFY(queue.wantDeleted("dms").has_value());
        QCOMPARE(queue.requests().front().action, MemoryAction::Delete);
        QCOMPARE(queue.after().free, Blocks{420});
        QVERIFY(queue.wantDeleted("application").has_value()); // has nothing: nothing to do
        QCOMPARE(queue.changes().size(), std::size_t(1));
    }

    void DM_SC_ADM_6_fulfilled_changes_leave_with_a_new_map()
    {
        MemoryQueue queue;
        queue.setMap(someMap());
        QVERIFY(queue.want("dms", Blocks{120}).has_value());
        QVERIFY(queue.want("issuer", Blocks{450}).has_value());
        MemoryMap map = someMap();
        map.entities[0].granted = Blocks{450};
        map.free = Blocks{370};
        queue.setMap(map);
        QCOMPARE(queue.changes().size(), std::size_t(1));
        QCOMPARE(queue.changes().front().entity, std::string("dms"));
        QCOMPARE(queue.after().free, Blocks{350});
    }

    void DM_SC_ADM_7_rights_say_whose_memory_may_change()
    {
        const MemoryMap map = someMap();
        QVERIFY(!whyNoMemoryChange(std::nullopt, map, "dms").isEmpty());
        QVERIFY(!whyNoMemoryChange(someRights(0x0F), map, "dms").isEmpty());
        QVERIFY(whyNoMemoryChange(someRights(0x1F), map, "dms").isEmpty());
        QVERIFY(!whyNoMemoryChange(someRights(0x1F), map, "issuer").isEmpty());
        QVERIFY(whyNoMemoryChange(someRights(0x3F), map, "issuer").isEmpty());
    }

    void the_table_shows_now_and_after()
    {
        MemoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        MemoryQueue queue;
        queue.setMap(someMap());
        model.setMaps(queue.map(), queue.after());
        QCOMPARE(model.rowCount(), 6);
        const int dms = model.rowOf("dms");
        QVERIFY(dms > 0);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QVERIFY(text(dms, MemoryModel::UsedColumn).contains(QStringLiteral("64")));
        QVERIFY(text(dms, MemoryModel::GrantedColumn).contains(QStringLiteral("25.0 kB")));
        QVERIFY(text(dms, MemoryModel::LimitColumn).contains(QStringLiteral("300")));
        QVERIFY(text(dms, MemoryModel::PendingColumn).isEmpty());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QVERIFY(queue.want("dms", Blocks{120}).has_value());
        model.setMaps(queue.map(), queue.after());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0); // the selection stays
        QVERIFY(text(dms, MemoryModel::PendingColumn).contains(QStringLiteral("+20")));
        const int free = model.rowCount() - 1;
        QVERIFY(text(free, MemoryModel::PendingColumn).contains(QStringLiteral("300 · 75.0 kB")));
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                QVERIFY(!model.index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty());
        model.setMaps({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void DM_SC_ADM_6_each_operation_has_a_result()
    {
        MemoryQueueModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setMap(someMap());
        QVERIFY(model.want("dms", Blocks{400}).has_value()); // its limit is 300
        QVERIFY(model.want("issuer", Blocks{450}).has_value());
        QVERIFY(model.want("application", Blocks{8}).has_value());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(outcome(model, 0), MemoryQueueModel::Waits); // the issuer gives back first
        QCOMPARE(outcome(model, 1), MemoryQueueModel::Doubtful);
        const std::vector<MemoryRequest> sent = model.send();
        QCOMPARE(sent.size(), std::size_t(3));
        QVERIFY(model.isSent());
        QCOMPARE(outcome(model, 2), MemoryQueueModel::Sent);
        MemoryMap map = someMap(); // the new map may come before the answers
        map.entities[0].granted = Blocks{450};
        map.free = Blocks{370};
        model.setMap(map);
        model.takeResults({answer(sent[0], 0x9000, Blocks{450}), answer(sent[1], 0x6A84, Blocks{100}, "no block left"),
            answer(sent[2], 0, Blocks{0})});
        QCOMPARE(outcome(model, 0), MemoryQueueModel::Done);
        QCOMPARE(outcome(model, 1), MemoryQueueModel::Refused);
        QCOMPARE(outcome(model, 2), MemoryQueueModel::NotSent);
        const QString refused = model.index(1, MemoryQueueModel::ResultColumn).data().toString();
        QVERIFY2(refused.contains(QStringLiteral("6A84")) && refused.contains(QStringLiteral("no block left")),
            qPrintable(refused));
        QCOMPARE(model.queue().changes().size(), std::size_t(2)); // what was not done waits on
        model.dismissResults();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(outcome(model, 0), MemoryQueueModel::Doubtful);
    }

    void DM_SC_ADM_6_less_than_asked_is_said()
    {
        MemoryQueueModel model;
        model.setMap(someMap());
        QVERIFY(model.want("dms", Blocks{200}).has_value());
        const std::vector<MemoryRequest> sent = model.send();
        model.takeResults({answer(sent[0], 0x9000, Blocks{150})});
        QCOMPARE(outcome(model, 0), MemoryQueueModel::DoneInPart);
        const QString text = model.index(0, MemoryQueueModel::ResultColumn).data().toString();
        QVERIFY2(text.contains(QStringLiteral("150")) && text.contains(QStringLiteral("200")), qPrintable(text));
        QCOMPARE(model.index(0, 0).data(MemoryQueueModel::AfterRole).toULongLong(), 150ULL);
        QVERIFY(model.queue().empty());
        QVERIFY(model.want("dms", Blocks{130}).has_value()); // the next change clears the results
        QCOMPARE(outcome(model, 0), MemoryQueueModel::Waits);
    }

    void a_queue_that_was_not_answered_waits_again()
    {
        MemoryQueueModel model;
        model.setMap(someMap());
        QVERIFY(model.want("dms", Blocks{120}).has_value());
        (void)model.send();
        model.giveUp();
        QVERIFY(!model.isSent());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(outcome(model, 0), MemoryQueueModel::Waits);
        model.takeResults({answer({}, 0x9000, Blocks{120})}); // nobody asked
        QCOMPARE(outcome(model, 0), MemoryQueueModel::Waits);
    }

private:
    static int outcome(const MemoryQueueModel& model, int row)
    {
        return model.index(row, 0).data(MemoryQueueModel::OutcomeRole).toInt();
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, MemoryModelsTest>(argc, argv);
}

} // namespace dmsc::tst_memory_models

#include "tst_memory_models.moc"
