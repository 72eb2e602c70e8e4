// SPDX-License-Identifier: Apache-2.0
// The ladder over the rows of a log: the same rows, a shared current row, a million of them, paper.
#include "model/items/log_model.h"
#include "tests/support/painted_text.h"
#include "tests/support/run_test.h"
#include "widgets/ladder/ladder_delegate.h"
#include "widgets/ladder/ladder_header.h"
#include "widgets/ladder/ladder_row.h"
#include "widgets/ladder/row_ladder.h"
#include "widgets/ladder/row_sheet.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHelpEvent>
#include <QImage>
#include <QItemSelectionModel>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <memory>

namespace dmsc::tst_row_ladder {

namespace {

Record row(int number, Actor from = Actor::Device, Actor to = Actor::Card)
{
    Record record;
    record.time = std::chrono::nanoseconds(number);
    record.from = from;
    record.to = to;
    record.name = QStringLiteral("READ BINARY %1").arg(number);
    record.target = QStringLiteral("EF %1").arg(number);
    record.status = number % 3 == 0 ? QStringLiteral("6A82") : QStringLiteral("9000");
    record.level = number % 3 == 0 ? StatusLevel::Error : StatusLevel::Ok;
    record.duration = std::chrono::microseconds(1200);
    return record;
}

std::vector<Record> rows(int count)
{
    std::vector<Record> all;
    all.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        all.push_back(row(i));
    return all;
}

} // namespace

class RowLadderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }

    // A long name takes the room that the lane beside it leaves.
    void a_life_lines_name_is_not_cut_where_there_is_room()
    {
        LadderHeader header;
        header.setLanes({{Actor::Device, Icon::Application, QStringLiteral("Terminal application")},
            {Actor::Card, Icon::Card, QStringLiteral("Card")}});
        header.resize(600, header.height());
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            header.setLayoutDirection(direction);
            test::PaintedText paper(header.size());
            header.render(&paper);
            QVERIFY2(paper.line().contains(QStringLiteral("Terminal application")), qPrintable(paper.line()));
            QVERIFY2(paper.line().contains(QStringLiteral("Card")), qPrintable(paper.line()));
        }
    }
    void init()
    {
        m_model = std::make_unique<LogModel>();
        m_current = std::make_unique<QItemSelectionModel>(m_model.get());
        m_ladder = std::make_unique<RowLadder>();
        m_ladder->resize(900, 400);
        m_ladder->setLog(m_model.get(), m_current.get());
        m_ladder->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_ladder.get()));
    }
    void cleanup()
    {
        m_ladder.reset();
        m_current.reset();
        m_model.reset();
    }

    void only_who_takes_part_has_a_life_line()
    {
        m_model->append(rows(5));
        QTRY_COMPARE(lanes(), QStringLiteral("Device, Card"));
        m_model->append({row(5, Actor::Server, Actor::Device), row(6, Actor::Device, Actor::User)});
        QTRY_COMPARE(lanes(), QStringLiteral("User, DM server, Device, Card"));
        m_model->clear();
        m_model->append({row(0, Actor::Workbench, Actor::None)});
        QTRY_COMPARE(lanes(), QStringLiteral("Workbench"));
    }

    void tool_tips_read_from_left_to_right_in_mirrored_windows()
    {
        Record record = row(0, Actor::Device, Actor::Card);
        record.target = QStringLiteral("./SIM/APN");
        m_model->append({record});
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            m_ladder->setLayoutDirection(direction);
            QToolTip::hideText();
            const QPoint place = table().visualRect(table().model()->index(0, 0)).center();
            QHelpEvent help(QEvent::ToolTip, place, table().viewport()->mapToGlobal(place));
            QApplication::sendEvent(table().viewport(), &help);
            const QString text = QToolTip::text();
            QVERIFY2(text.contains(QStringLiteral("./SIM/APN")), qPrintable(text));
            QCOMPARE(text.startsWith(QChar(0x2066)) && text.endsWith(QChar(0x2069)), direction == Qt::RightToLeft);
        }
    }

    // What the painter is given is kept whole by its isolate; a title that begins with a URI would end with its dots.
    void titles_of_steps_read_from_left_to_right_in_mirrored_windows()
    {
        QStandardItemModel steps;
        steps.appendRow(new QStandardItem(QStringLiteral("./DevInfo is read")));
        QListView view;
        LadderDelegate delegate(&view);
        delegate.setLanes({{Actor::Device, Icon::Application, QStringLiteral("Device")},
            {Actor::Card, Icon::Card, QStringLiteral("Card")}});
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QStyleOptionViewItem option;
            option.rect = {0, 0, 800, 60};
            option.direction = direction;
            test::PaintedText paper(option.rect.size());
            QPainter painter(&paper);
            painter.setLayoutDirection(direction);
            delegate.paint(&painter, option, steps.index(0, 0));
            painter.end();
            QCOMPARE(paper.line(), QStringLiteral("./DevInfo is read"));
        }
    }

    void list_and_ladder_share_the_current_row()
    {
        m_model->append(rows(100));
        m_current->setCurrentIndex(m_model->index(70, 3), QItemSelectionModel::ClearAndSelect);
        QCOMPARE(table().currentIndex().row(), 70);
        QVERIFY(table().viewport()->rect().intersects(table().visualRect(table().currentIndex())));
        const QRect other = table().visualRect(table().model()->index(72, 0));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, other.center());
        QCOMPARE(m_current->currentIndex().row(), 72);
        QTest::keyClick(&table(), Qt::Key_Down);
        QCOMPARE(m_current->currentIndex().row(), 73);
        QSignalSpy chosen(m_ladder.get(), &RowLadder::rowChosen);
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
    }

    void words_are_there_for_tips_and_screen_readers()
    {
        m_model->append(rows(2));
        const QModelIndex first = table().model()->index(0, 0);
        const QString said = first.data(Qt::AccessibleTextRole).toString();
        for (const char* word : {"Row 1", "from Device to Card", "READ BINARY 0", "EF 0", "error 6A82", "1.2"})
            QVERIFY2(said.contains(QLatin1String(word)), qPrintable(said));
        QCOMPARE(first.data(Qt::ToolTipRole).toString(), said);
        QVERIFY(!table().accessibleName().isEmpty());
    }

    void zoom_by_keys_and_wheel_within_limits()
    {
        m_model->append(rows(100));
        const int height = table().rowHeight(0);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(m_ladder->zoom() > 1);
        QVERIFY(table().rowHeight(0) > height);
        QTest::keyClick(&table(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(table().rowHeight(0), height);
        wheel(-120);
        QVERIFY(m_ladder->zoom() < 1);
        for (int i = 0; i < 50; ++i)
            wheel(-120);
        QCOMPARE(m_ladder->zoom(), RowLadder::kLeastZoom);
        QVERIFY(table().rowHeight(0) >= 4);
        for (int i = 0; i < 50; ++i)
            wheel(120);
        QCOMPARE(m_ladder->zoom(), RowLadder::kMostZoom);
    }

    void a_million_rows_scroll()
    {
        for (int i = 0; i < 100; ++i)
            m_model->append(rows(10'000));
        QCOMPARE(table().model()->rowCount(), 1'000'000);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) {
            table().verticalScrollBar()->setValue(i * 50'000);
            table().viewport()->grab();
        }
        QVERIFY2(timer.elapsed() < 20 * 200, qPrintable(QString::number(timer.elapsed())));
        QTRY_COMPARE(lanes(), QStringLiteral("Device, Card"));
    }

    void arrows_are_painted_between_the_lines()
    {
        m_model->append({row(1)});
        QTRY_COMPARE(lanes(), QStringLiteral("Device, Card"));
        const QImage picture = table().viewport()->grab().toImage();
        const QRect cell = table().visualRect(table().model()->index(0, 0));
        int painted = 0;
        for (int x = 50; x < 110; ++x) // between 40 and 120, where the two lines stand
            painted += picture.pixelColor(x, cell.center().y()) != picture.pixelColor(x, cell.top() + 1) ? 1 : 0;
        QVERIFY2(painted > 50, qPrintable(QString::number(painted)));
    }

    void technical_words_read_from_the_left_in_a_mirrored_row()
    {
        test::PaintedText plain({900, 30});
        QPainter writer(&plain);
        writer.setLayoutDirection(Qt::RightToLeft);
        writer.drawText(QRect(0, 0, 900, 30), Qt::AlignRight, QStringLiteral("./A/P/"));
        writer.end();
        QVERIFY(plain.line() != QStringLiteral("./A/P/")); // what the paper shows without care
        Record record = row(1);
        record.name = QStringLiteral("./A/P/");
        record.target = QStringLiteral("(64) EF.DIR.");
        record.duration = std::chrono::microseconds(800);
        RecordStore store;
        store.append(record);
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            LadderStyle style;
            style.colors = &colorsFor(m_ladder->palette());
            style.direction = direction;
            test::PaintedText paper({900, 30});
            QPainter painter(&paper);
            painter.setLayoutDirection(direction);
            paintLadderRow(painter, {0, 0, 900, 30}, ladderRow(store.at(RecordNo{0})), style);
            painter.end();
            for (const char* word : {"./A/P/", "(64) EF.DIR.", "0.8 ms", "9000"})
                QVERIFY2(paper.line().contains(QLatin1String(word)), qPrintable(paper.line()));
        }
    }

    void paper()
    {
        const QTemporaryDir folder;
        RowSheet sheet;
        sheet.title = QStringLiteral("Session");
        for (const Record& record : rows(300))
            sheet.recording.store.append(record);
        sheet.rows = allOf(sheet.recording);
        const QString svg = folder.filePath(QStringLiteral("l.svg"));
        QVERIFY(saveRowSheet(sheet, SheetFormat::Svg, svg));
        QVERIFY(QSvgRenderer(svg).isValid());
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("READ BINARY 299"));
        const QString png = folder.filePath(QStringLiteral("l.png"));
        QVERIFY(saveRowSheet(sheet, SheetFormat::Png, png));
        QVERIFY(QImage(png).height() > 300 * 18);
        const QString pdf = folder.filePath(QStringLiteral("l.pdf"));
        std::size_t pages = 0;
        QVERIFY(saveRowSheet(sheet, SheetFormat::Pdf, pdf, [&pages](std::size_t, std::size_t total) {
            pages = total;
            return true;
        }));
        QVERIFY2(pages > 5 && pages < 15, qPrintable(QString::number(pages)));
        QVERIFY(QFile(pdf).size() > 1000);
    }

    void paper_that_is_too_large_or_cancelled_leaves_no_file()
    {
        const QTemporaryDir folder;
        RowSheet sheet;
        for (const Record& record : rows(int(RowSheet::kMaxPngRows) + 1))
            sheet.recording.store.append(record);
        sheet.rows = allOf(sheet.recording);
        const QString path = folder.filePath(QStringLiteral("l.png"));
        const auto tooLarge = saveRowSheet(sheet, SheetFormat::Png, path);
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().kind, ErrorKind::Limit);
        const auto cancelled =
            saveRowSheet(sheet, SheetFormat::Pdf, path, [](std::size_t done, std::size_t) { return done < 2; });
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(path));
    }

private:
    [[nodiscard]] QTableView& table() { return m_ladder->table(); }
    [[nodiscard]] QString lanes()
    {
        QStringList names;
        for (const Lane& lane : m_ladder->lanes())
            names << lane.name;
        return names.join(QStringLiteral(", "));
    }
    void wheel(int delta)
    {
        QWheelEvent event(QPointF(100, 100), table().viewport()->mapToGlobal(QPointF(100, 100)), {}, {0, delta},
            Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(table().viewport(), &event);
    }

    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<QItemSelectionModel> m_current;
    std::unique_ptr<RowLadder> m_ladder;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, RowLadderTest>(argc, argv);
}

} // namespace dmsc::tst_row_ladder

#include "tst_row_ladder.moc"
