// SPDX-License-Identifier: Apache-2.0
// The memory editor by itself: the bar with its handles, keys and accessible interface, and the pane around it.
#include "tests/support/run_test.h"
#include "tests/support/some_memory.h"
#include "widgets/memory/allocation_bar.h"
#include "widgets/memory/allocation_handle.h"
#include "widgets/memory/memory_pane.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

namespace dmsc::tst_memory_bar {

using namespace dmsc::test;

namespace {

MemoryCard someCard(std::uint8_t rights)
{
    return {Side::Card, QStringLiteral("Test card"), someMap(), someRights(rights)};
}

constexpr std::uint8_t kAll = 0x3F;
constexpr std::uint8_t kOwn = 0x1F;
constexpr int kDms = 3; // rows: system, reserve, issuer, dms, application, free

} // namespace

class MemoryBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_undo = std::make_unique<QUndoStack>();
        m_pane = std::make_unique<MemoryPane>(*m_undo, QList<QAction*>());
        m_pane->resize(1000, 500);
        m_pane->showCard(someCard(kAll));
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup()
    {
        m_pane.reset();
        m_undo.reset();
    }

    void segments_are_to_scale_and_never_too_thin()
    {
        const AllocationLayout layout = layOutAllocation(memoryRows(someMap()), 1000);
        int end = 0;
        for (const AllocationSpan& span : layout.spans) {
            QCOMPARE(span.x, end); // one after the other, without gaps
            end = span.x + span.width;
        }
        QCOMPARE(end, 1000);
        const double ratio = double(layout.spans[2].width) / layout.spans[kDms].width;
        QVERIFY2(ratio > 4.9 && ratio < 5.1, qPrintable(QString::number(ratio)));
        QVERIFY(layout.spans[4].width >= kLeastSegment); // granted nothing, and still there
        MemoryMap huge = someMap();
        huge.total = Blocks{1'000'000};
        huge.free = Blocks{999'320};
        for (const AllocationSpan& span : layOutAllocation(memoryRows(huge), 300).spans)
            QVERIFY(span.width >= kLeastSegment);
        QCOMPARE(layOutAllocation(memoryRows(someMap()), 0).spans.size(), std::size_t(6));
        QVERIFY(layOutAllocation({}, 100).spans.empty());
    }

    void DM_SC_ADM_6_a_handle_is_dragged_in_whole_blocks()
    {
        AllocationHandle* handle = bar().handle(kDms);
        QVERIFY(handle != nullptr);
        const double perBlock = bar().pixelsPerBlock();
        const QPoint middle = handle->rect().center();
        QSignalSpy moving(&bar(), &AllocationBar::moving);
        QTest::mousePress(handle, Qt::LeftButton, {}, middle);
        const QPoint there = handle->mapToGlobal(middle) + QPoint(int(50 * perBlock + 0.5), 0);
        drag(handle, there);
        QVERIFY(moving.size() >= 1);
        QVERIFY(m_undo->count() == 0); // nothing is decided yet
        const Blocks live = bar().rows()[kDms].size;
        QVERIFY2(number(live) >= 149 && number(live) <= 151, qPrintable(blockCountText(live)));
        QVERIFY2(bar().freeText().contains(QString::number(420 - number(live))), qPrintable(bar().freeText()));
        QVERIFY(liveText().contains(QStringLiteral("free after this")));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->mapFromGlobal(there));
        QCOMPARE(m_undo->count(), 1);
        QCOMPARE(queue().changes().size(), std::size_t(1));
        QCOMPARE(queue().changes().front().wanted, live);
        m_undo->undo();
        QVERIFY(queue().empty());
        QCOMPARE(bar().rows()[kDms].size, Blocks{100});
        m_undo->redo();
        QCOMPARE(bar().rows()[kDms].size, live);
    }

    void DM_SC_ADM_7_a_drag_ends_at_the_bounds()
    {
        AllocationHandle* handle = bar().handle(kDms);
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        drag(handle, handle->mapToGlobal(handle->rect().center()) + QPoint(5000, 0));
        QCOMPARE(bar().rows()[kDms].size, Blocks{300}); // the issuer's limit
        drag(handle, handle->mapToGlobal(handle->rect().center()) - QPoint(9000, 0));
        QCOMPARE(bar().rows()[kDms].size, Blocks{64}); // what is used
        QTest::keyClick(handle, Qt::Key_Escape);
        QCOMPARE(bar().rows()[kDms].size, Blocks{100}); // as it was
        QVERIFY(queue().empty());
        QTest::mouseRelease(handle, Qt::LeftButton);
        QCOMPARE(m_undo->count(), 0);
    }

    void DM_SC_ADM_6_keys_move_a_handle()
    {
        AllocationHandle* handle = bar().handle(kDms);
        handle->setFocus(Qt::TabFocusReason);
        QVERIFY(handle->hasFocus());
        const auto after = [&](int key) {
            QTest::keyClick(handle, Qt::Key(key));
            return number(bar().rows()[kDms].size);
        };
        QCOMPARE(after(Qt::Key_Right), 101U);
        QCOMPARE(after(Qt::Key_Up), 102U);
        QCOMPARE(after(Qt::Key_Left), 101U);
        QCOMPARE(after(Qt::Key_PageUp), 117U);
        QCOMPARE(after(Qt::Key_PageDown), 101U);
        QCOMPARE(after(Qt::Key_End), 300U);
        QCOMPARE(after(Qt::Key_Right), 300U);
        QCOMPARE(after(Qt::Key_Home), 64U);
        QCOMPARE(after(Qt::Key_Left), 64U);
        QCOMPARE(m_undo->count(), 1); // one step, however many keys
        m_undo->undo();
        QCOMPARE(bar().rows()[kDms].size, Blocks{100});
        QTest::keyClick(handle, Qt::Key_Tab);
        QVERIFY(bar().handle(kDms + 1)->hasFocus());
        QTest::keyClick(bar().handle(kDms + 1), Qt::Key_Backtab);
        QVERIFY(handle->hasFocus());
    }

    void keys_follow_the_direction_of_reading()
    {
        m_pane->setLayoutDirection(Qt::RightToLeft);
        AllocationHandle* handle = bar().handle(kDms);
        QTest::keyClick(handle, Qt::Key_Left);
        QCOMPARE(bar().rows()[kDms].size, Blocks{101});
        QVERIFY(bar().segmentRect(0).x() > bar().segmentRect(kDms).x());
    }

    void DM_SC_ADM_7_without_the_right_there_is_no_handle()
    {
        m_pane->showCard(someCard(kOwn));
        QVERIFY(bar().handle(kDms) != nullptr);
        QVERIFY(bar().handle(kDms - 1) == nullptr); // another's
        choose(kDms - 1);
        QVERIFY(!spin()->isEnabled());
        QVERIFY(spin()->toolTip().contains(QStringLiteral("its own memory only")));
        m_pane->showCard(someCard(0x0F));
        QVERIFY(bar().handle(kDms) == nullptr);
        choose(kDms);
        QVERIFY(!spin()->isEnabled());
        QVERIFY2(summary().contains(QStringLiteral("manage memory")), qPrintable(summary()));
        MemoryCard card = someCard(kAll);
        card.access.reset();
        m_pane->showCard(card);
        QVERIFY(bar().handle(kDms) == nullptr);
        QVERIFY2(summary().contains(QStringLiteral("Read only")), qPrintable(summary()));
    }

    void table_bar_and_form_are_linked()
    {
        const QAbstractItemModelTester tester(
            m_pane->table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        choose(2);
        QCOMPARE(spin()->value(), 500);
        QVERIFY(m_pane->findChild<QLabel*>(QStringLiteral("grantName"))->text().contains(QStringLiteral("issuer")));
        QTest::mouseClick(&bar(), Qt::LeftButton, {}, bar().segmentRect(kDms).center());
        QCOMPARE(m_pane->table().currentIndex().row(), kDms);
        QCOMPARE(spin()->value(), 100);
        QVERIFY(spin()->suffix().contains(QStringLiteral("blocks")));
        spin()->setValue(120);
        QCOMPARE(queue().changes().front().wanted, Blocks{120});
        auto* size = m_pane->findChild<QDoubleSpinBox*>(QStringLiteral("grantSize"));
        QCOMPARE(size->value(), 30.0);
        size->setValue(31.1); // between two blocks: up to the next
        QCOMPARE(queue().changes().front().wanted, Blocks{125});
        QCOMPARE(spin()->value(), 125);
        choose(0);
        QVERIFY(!spin()->isEnabled()); // the card's own
        QVERIFY(spin()->toolTip().contains(QStringLiteral("entity")));
    }

    void DM_SC_ADM_6_a_refusal_says_why_and_changes_nothing()
    {
        choose(kDms);
        spin()->setValue(10);
        QVERIFY(queue().empty());
        QVERIFY2(liveText().contains(QStringLiteral("64")), qPrintable(liveText()));
        QCOMPARE(spin()->value(), 100);
        QCOMPARE(m_undo->count(), 0);
    }

    void DM_SC_ADM_6_the_queue_is_applied_and_answered()
    {
        choose(kDms);
        spin()->setValue(120);
        choose(2);
        spin()->setValue(450);
        QVERIFY(button("memoryApply")->text().contains(QLatin1Char('2')));
        QSignalSpy asked(m_pane.get(), &MemoryPane::applyRequested);
        button("memoryApply")->click();
        QCOMPARE(asked.size(), 1);
        const auto requests = asked.front().at(1).value<std::vector<MemoryRequest>>();
        QCOMPARE(requests.size(), std::size_t(2));
        QCOMPARE(requests[0].action, MemoryAction::Reduce);
        QVERIFY(!button("memoryApply")->isEnabled());
        QVERIFY(bar().handle(kDms) == nullptr); // under way
        m_pane->takeResults({{requests[0], 0x9000, Blocks{450}, {}}, {requests[1], 0x6A84, Blocks{100}, {}}});
        auto* table = m_pane->findChild<QTableView*>(QStringLiteral("memoryQueue"));
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(
            table->model()->index(1, 0).data(MemoryQueueModel::OutcomeRole).toInt(), int(MemoryQueueModel::Refused));
        QVERIFY(button("memoryApply")->isEnabled()); // what was refused waits on
        button("memoryClear")->click();
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void DM_SC_ADM_6_changes_are_taken_out_of_the_queue()
    {
        choose(kDms);
        spin()->setValue(120);
        choose(2);
        spin()->setValue(450);
        auto* table = m_pane->findChild<QTableView*>(QStringLiteral("memoryQueue"));
        QVERIFY(!button("memoryRemove")->isEnabled());
        table->selectRow(0);
        button("memoryRemove")->click();
        QCOMPARE(queue().changes().size(), std::size_t(1));
        m_undo->undo();
        QCOMPARE(queue().changes().size(), std::size_t(2));
        button("memoryClear")->click();
        QVERIFY(queue().empty());
        choose(2);
        button("grantRelease")->click();
        QCOMPARE(queue().requests().front().action, MemoryAction::Release);
        choose(kDms);
        button("grantDelete")->click();
        QCOMPARE(queue().requests().back().action, MemoryAction::Delete);
    }

    void an_MO_to_be_stored_shows_what_is_short()
    {
        MemoryCandidate candidate;
        candidate.uri = QStringLiteral("./Big");
        candidate.placement.entity = "dms";
        candidate.placement.bytes = 40'000;
        candidate.placement.needed = Blocks{157};
        candidate.placement.free = Blocks{36};
        candidate.placement.shortOfGrant = Blocks{121};
        candidate.placement.extents = {{0, 32'767}, {32'767, 7'233}};
        m_pane->setCandidate(candidate);
        const auto* text = m_pane->findChild<QLabel*>(QStringLiteral("placementText"));
        QVERIFY2(text->text().contains(QStringLiteral("121 block")), qPrintable(text->text()));
        const auto* extents = m_pane->findChild<ExtentStrip*>(QStringLiteral("extentStrip"));
        QVERIFY(extents->isVisible());
        QVERIFY2(
            extents->accessibleName().startsWith(QStringLiteral("2 extent")), qPrintable(extents->accessibleName()));
        QVERIFY(!m_pane->grab().isNull()); // with the ghost in the bar
        button("placementMore")->click();
        QCOMPARE(queue().changes().front().wanted, Blocks{221});
        candidate.placement.shortOfGrant = Blocks{};
        candidate.placement.extents.clear();
        m_pane->setCandidate(candidate);
        QVERIFY(text->text().contains(QStringLiteral("it fits")));
        // What is granted, and what the grant may grow by, are two things.
        candidate.placement.needed = Blocks{4};
        candidate.placement.free = Blocks{500};
        candidate.placement.unused = Blocks{104};
        m_pane->setCandidate(candidate);
        QVERIFY2(text->text().contains(QStringLiteral("100 block(s) stay free in it"))
                && text->text().contains(QStringLiteral("up to 396 block(s)")),
            qPrintable(text->text()));
        QVERIFY(!extents->isVisible());
        QVERIFY(!button("placementMore")->isVisible());
    }

    void without_a_card_it_says_what_could_be_here()
    {
        m_pane->showNothing({});
        const auto* empty = m_pane->findChild<QLabel*>(QStringLiteral("memoryEmpty"));
        QVERIFY(empty->isVisible());
        QVERIFY(empty->text().size() > 20);
        QVERIFY(!bar().isVisible());
        m_pane->showCard(someCard(kAll));
        QVERIFY(bar().isVisible());
    }

    void the_bar_can_be_read_and_moved_by_assistive_programs()
    {
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&bar());
        QVERIFY(access != nullptr);
        QVERIFY(!access->text(QAccessible::Name).isEmpty());
        QCOMPARE(access->childCount(), 6 + 3); // segments and handles
        for (int i = 0; i < access->childCount(); ++i) {
            QAccessibleInterface* child = access->child(i);
            QVERIFY(child != nullptr && child->isValid());
            QCOMPARE(access->indexOfChild(child), i);
            QCOMPARE(child->parent(), access);
            QVERIFY(!child->text(QAccessible::Name).isEmpty());
            QVERIFY(!child->rect().isEmpty());
        }
        QVERIFY(access->child(9) == nullptr);
        const QString name = access->child(kDms)->text(QAccessible::Name);
        QVERIFY2(name.contains(QStringLiteral("dms")) && name.contains(QStringLiteral("100 block")), qPrintable(name));
        QAccessibleInterface* slider = access->child(6 + 1);
        QCOMPARE(slider->role(), QAccessible::Slider);
        QVERIFY(slider->text(QAccessible::Name).contains(QStringLiteral("dms")));
        QAccessibleValueInterface* value = slider->valueInterface();
        QVERIFY(value != nullptr);
        QCOMPARE(value->currentValue().toDouble(), 100.0);
        QCOMPARE(value->minimumValue().toDouble(), 64.0);
        QCOMPARE(value->maximumValue().toDouble(), 300.0);
        QCOMPARE(value->minimumStepSize().toDouble(), 1.0);
        value->setCurrentValue(150.0);
        QCOMPARE(queue().changes().front().wanted, Blocks{150});
        QCOMPARE(value->currentValue().toDouble(), 150.0);
        const QRect rect = slider->rect();
        QCOMPARE(access->childAt(rect.center().x(), rect.center().y()), slider);
        m_pane->showNothing({});
        QCOMPARE(access->childCount(), 0);
    }

    void names_tell_segments_apart_in_every_theme()
    {
        // Nothing here by colour alone: marks differ, and each family of colours can be told from the ground.
        const std::vector<MemoryRow> rows = memoryRows(someMap());
        for (const ThemeColors* colors : {&lightColors(), &darkColors(), &highContrastColors()}) {
            for (const MemoryRow& row : rows) {
                const StateTone tone = allocationTone(row);
                QVERIFY(contrastRatio(colors->mark(tone), colors->row(tone)) >= 3.0);
                QVERIFY(contrastRatio(colors->mark(tone), QColor::fromRgb(colors->window)) >= 3.0);
            }
        }
    }

private:
    AllocationBar& bar() { return m_pane->bar(); }
    const MemoryQueue& queue() { return m_pane->queue().queue(); }
    QSpinBox* spin() { return m_pane->findChild<QSpinBox*>(QStringLiteral("grantBlocks")); }
    QToolButton* button(const char* name) { return m_pane->findChild<QToolButton*>(QLatin1String(name)); }
    QString liveText() { return m_pane->findChild<QLabel*>(QStringLiteral("memoryLive"))->text(); }
    QString summary() { return m_pane->findChild<QLabel*>(QStringLiteral("memorySummary"))->text(); }
    void choose(int row) { m_pane->table().setCurrentIndex(m_pane->table().model()->index(row, 0)); }
    static void drag(QWidget* widget, const QPoint& global)
    {
        QMouseEvent move(QEvent::MouseMove, widget->mapFromGlobal(QPointF(global)), QPointF(global), Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &move);
    }

    std::unique_ptr<QUndoStack> m_undo;
    std::unique_ptr<MemoryPane> m_pane;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, MemoryBarTest>(argc, argv);
}

} // namespace dmsc::tst_memory_bar

#include "tst_memory_bar.moc"
