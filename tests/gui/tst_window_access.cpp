// SPDX-License-Identifier: Apache-2.0
// Names for assistive tools, the way of the focus, looks, right-to-left.
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "widgets/details/details_pane.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>

namespace dmsc::tst_window_access {

using dmsc::test::WindowBench;

namespace {

/// Focusable widgets that would be read out as nothing; Qt's own helpers inside others are named by those.
QStringList namelessIn(const QWidget& window)
{
    QStringList nameless;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        const QString name = face != nullptr ? face->text(QAccessible::Name) : widget->accessibleName();
        if (name.isEmpty())
            nameless << QStringLiteral("%1 '%2' in %3")
                            .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                widget->parentWidget()->objectName());
    }
    return nameless;
}

} // namespace

class WindowAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_bench.openDemo()); }
    void cleanup()
    {
        m_bench.close();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void every_control_has_a_name()
    {
        m_bench.select(m_bench.leafRow(PairState::ValueDiffers), Side::Device);
        m_bench.window().showLog();
        QTest::qWait(50);
        QCOMPARE(namelessIn(m_bench.window()).join(QLatin1Char('\n')), QString());
        m_bench.window().showPlan();
        m_bench.key(Qt::Key_F2);
        QCOMPARE(namelessIn(m_bench.window()).join(QLatin1Char('\n')), QString());
        m_bench.action(Command::EditAcl)->trigger();
        QCOMPARE(namelessIn(m_bench.window()).join(QLatin1Char('\n')), QString());
        m_bench.window().showPalette();
        QCOMPARE(namelessIn(m_bench.window()).join(QLatin1Char('\n')), QString());
    }

    void every_action_has_words_and_keys_are_its_own()
    {
        for (const QAction* action : m_bench.window().actions().registry().actions())
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QCOMPARE(m_bench.window().actions().registry().conflicts(), QStringList());
    }

    void rows_are_read_out()
    {
        const QModelIndex index =
            m_bench.model().index(m_bench.leafRow(PairState::OnlyDevice), CompareModel::DeviceName);
        const QString text = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY(text.contains(QLatin1String("./")));
        QVERIFY(text.contains(QLatin1String("level")));
    }

    void F6_goes_round_the_panes()
    {
        m_bench.view().setFocus();
        QSet<QWidget*> seen;
        for (int i = 0; i < 12; ++i) {
            m_bench.action(Command::NextPane)->trigger();
            seen.insert(QApplication::focusWidget());
        }
        QVERIFY2(seen.size() >= 4, qPrintable(QString::number(seen.size())));
        QVERIFY(seen.contains(&m_bench.view()));
    }

    // Where keys work, there is something to see.
    void F6_stops_at_nothing_behind_a_tab()
    {
        m_bench.window().showLadder();
        m_bench.view().setFocus();
        for (const Command step : {Command::NextPane, Command::PreviousPane}) {
            QSet<QWidget*> seen;
            for (int i = 0; i < 12; ++i) {
                m_bench.action(step)->trigger();
                const QWidget* focus = QApplication::focusWidget();
                QVERIFY(focus != nullptr);
                const QRect place(focus->mapTo(&m_bench.window(), QPoint()), focus->size());
                QVERIFY2(m_bench.window().rect().intersects(place), qPrintable(focus->objectName()));
                QVERIFY(!m_bench.find<QWidget>("memoryDock")->isAncestorOf(focus));
                seen.insert(QApplication::focusWidget());
            }
            QVERIFY(seen.contains(&m_bench.view()));
        }
    }

    void the_dock_with_the_focus_is_marked()
    {
        auto* dock = m_bench.find<QDockWidget>("mosDock");
        const auto title = [dock] { return dock->grab(QRect(0, 0, dock->width(), dock->widget()->y())).toImage(); };
        m_bench.view().setFocus();
        QTRY_VERIFY(m_bench.view().hasFocus());
        const QImage without = title();
        m_bench.find<QWidget>("moList")->setFocus();
        QVERIFY(title() != without);
    }

    void looks_can_be_changed()
    {
        for (const Theme theme : allThemes()) {
            m_bench.window().showTheme(theme);
            QVERIFY(!m_bench.window().grab().isNull());
        }
    }

    void right_to_left_swaps_the_halves()
    {
        m_bench.close();
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QVERIFY(m_bench.openDemo());
        const int row = m_bench.leafRow(PairState::ValueDiffers);
        m_bench.select(row, Side::Device);
        const QRect device = m_bench.view().visualRect(m_bench.model().index(row, CompareModel::DeviceName));
        const QRect card = m_bench.view().visualRect(m_bench.model().index(row, CompareModel::CardName));
        QVERIFY(device.center().x() > card.center().x());
        QVERIFY(
            m_bench.view().copyButtonRect(row, Side::Card).x() < m_bench.view().copyButtonRect(row, Side::Device).x());
        m_bench.key(Qt::Key_Left, Qt::AltModifier); // towards the card
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().side, Side::Card);
        QVERIFY(!m_bench.window().grab().isNull());
        // What stands in the status line is no prose: isolated, it reads from the left.
        const QString security = m_bench.find<QLabel>("statusSecurity")->text();
        QVERIFY2(security.contains(QChar(u'\u2066')) && security.contains(QChar(u'\u2069')), qPrintable(security));
    }

private:
    WindowBench m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowAccessTest>(argc, argv);
}

} // namespace dmsc::tst_window_access

#include "tst_window_access.moc"
