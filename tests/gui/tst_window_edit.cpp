// SPDX-License-Identifier: Apache-2.0
// Editors in the details pane: what they accept becomes an operation, what they refuse says why.
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "widgets/details/details_pane.h"
#include "widgets/details/property_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

namespace dmsc::tst_window_edit {

using dmsc::test::WindowBench;

class WindowEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_bench.openDemo()); }
    void cleanup() { m_bench.close(); }

    void details_show_both_sides_and_mark_what_differs()
    {
        m_bench.select(m_bench.leafRow(PairState::ValueDiffers), Side::Device);
        auto* properties = tableNamed("properties");
        QVERIFY(properties != nullptr);
        const QAbstractItemModelTester tester(
            properties->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(properties->model()->index(0, PropertyModel::Device).data().toString(),
            m_bench.view().currentIndex().data(CompareModel::UriRole).toString());
        const auto* device = m_bench.find<QPlainTextEdit>("value0Device");
        const auto* card = m_bench.find<QPlainTextEdit>("value0Card");
        QVERIFY(device->toPlainText() != card->toPlainText());
        QVERIFY(!device->extraSelections().isEmpty() || !card->extraSelections().isEmpty());
    }

    void an_accepted_edit_is_staged()
    {
        const int row = rowWithFormat(Format::Chr);
        QVERIFY(row >= 0);
        m_bench.select(row, Side::Device);
        m_bench.key(Qt::Key_F2);
        auto* line = m_bench.find<QLineEdit>("textLineEditor");
        QVERIFY(line != nullptr);
        QVERIFY(!m_bench.find<QPushButton>("stageEdit")->isEnabled());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("a new value"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().after, std::string("a new value"));
        QCOMPARE(m_bench.planned().front().side, Side::Device);
        QTRY_VERIFY(m_bench.view().hasFocus());
    }

    void a_refused_edit_says_why_and_stages_nothing()
    {
        const int row = rowWithFormat(Format::Int);
        if (row < 0)
            QSKIP("the demo desk has no int");
        m_bench.select(row, Side::Device);
        m_bench.key(Qt::Key_Return);
        auto* line = m_bench.find<QLineEdit>("lineEditor");
        QVERIFY(line != nullptr);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("12 monkeys"));
        auto* reason = m_bench.find<QLabel>("editReason");
        QVERIFY(reason->isVisible());
        QVERIFY(reason->text().size() > 5);
        QVERIFY(!m_bench.find<QPushButton>("stageEdit")->isEnabled());
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(m_bench.planned().empty());
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("41"));
        QTest::keyClick(line, Qt::Key_Up);
        QVERIFY(!reason->isVisible());
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().after, std::string("42"));
    }

    void escape_discards_an_edit()
    {
        m_bench.select(rowWithFormat(Format::Chr), Side::Device);
        m_bench.key(Qt::Key_F2);
        auto* line = m_bench.find<QLineEdit>("textLineEditor");
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("x"));
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!m_bench.find<QWidget>("editPanel")->isVisible());
        QVERIFY(m_bench.planned().empty());
        QVERIFY(m_bench.view().hasFocus());
    }

    void a_node_is_added_below_an_interior_one()
    {
        const int row = m_bench.model().rowForUri(Side::Device, *Uri::parse("./DMAcc"));
        QVERIFY(row >= 0);
        m_bench.select(row, Side::Device);
        m_bench.action(Command::AddNode)->trigger();
        auto* name = m_bench.find<QLineEdit>("newNodeName");
        QVERIFY(name != nullptr);
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("bad/name"));
        QVERIFY(m_bench.find<QLabel>("editReason")->isVisible());
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Fresh"));
        auto* format = m_bench.find<QComboBox>("newNodeFormat");
        format->setCurrentText(QStringLiteral("node"));
        auto* stage = m_bench.find<QPushButton>("stageEdit");
        QVERIFY2(stage->isEnabled(), qPrintable(m_bench.find<QLabel>("editReason")->text()));
        stage->click();
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().uri.text(), std::string("./DMAcc/Fresh"));
        QVERIFY(m_bench.model().rowForUri(Side::Device, *Uri::parse("./DMAcc/Fresh")) >= 0);
    }

    void an_ACL_is_edited_by_command()
    {
        const int row = rowWithFormat(Format::Chr);
        m_bench.select(row, Side::Card);
        m_bench.action(Command::EditAcl)->trigger();
        auto* get = m_bench.find<QLineEdit>("aclGet");
        QVERIFY(get != nullptr);
        get->setFocus();
        get->selectAll();
        QTest::keyClicks(get, QStringLiteral("server.example"));
        QTest::keyClick(get, Qt::Key_Return);
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QCOMPARE(m_bench.planned().front().property, Property::Acl);
        QVERIFY(QByteArray::fromStdString(m_bench.planned().front().after).contains("Get=server.example"));
    }

private:
    QTableView* tableNamed(const char* name)
    {
        return QTest::qWaitFor([&] { return m_bench.find<QTableView>(name) != nullptr; })
            ? m_bench.find<QTableView>(name)
            : nullptr;
    }

    /// A leaf of both sides in this Format that the DDF lets us replace.
    int rowWithFormat(Format format)
    {
        m_bench.model().expandAll();
        const Workspace& workspace = m_bench.controller().workspace();
        for (int row = 0; row < m_bench.model().rowCount(); ++row) {
            const PairView pair = m_bench.controller().pairView(m_bench.model().pairAt(row));
            if (!pair.device.exists() || !pair.card.exists() || pair.device.tree->format(pair.device.node) != format)
                continue;
            const std::string_view value = pair.device.tree->value(pair.device.node);
            if (value.size() < 100
                && checkEdit(*pair.device.descriptions, workspace.working(Side::Device), pair.device.node,
                    EditKind::Replace, format == Format::Int ? "42" : "a new value"))
                return row;
        }
        return -1;
    }

    WindowBench m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowEditTest>(argc, argv);
}

} // namespace dmsc::tst_window_edit

#include "tst_window_edit.moc"
