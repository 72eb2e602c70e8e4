// SPDX-License-Identifier: Apache-2.0
// A flow's panel, driven by values: ladder, captions, transport, what it leaves as PDF, SVG and PNG.
#include "model/items/flow_model.h"
#include "tests/support/run_test.h"
#include "widgets/flows/flow_lanes.h"
#include "widgets/flows/flow_menu.h"
#include "widgets/flows/flow_panel.h"
#include "widgets/flows/flow_picture.h"
#include "widgets/flows/flow_sheet.h"
#include "widgets/ladder/ladder_view.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>
#include <thread>

namespace dmsc::tst_flow_ladder {

namespace {

FlowReport someReport()
{
    FlowReport report;
    report.request.kind = FlowKind::Uc1;
    report.steps = plannedFlow(FlowKind::Uc1);
    for (FlowStep& step : report.steps) {
        step.state = StepState::Done;
        step.duration = std::chrono::microseconds(1500);
    }
    report.done = true;
    report.outcome = QStringLiteral("Two objects are on the device now.");
    report.messages = 4;
    report.messageBytes = 1200;
    Decision decision;
    decision.prompt.asker = {QStringLiteral("issuer"), QStringLiteral("SCP03 0x33"), true};
    decision.prompt.text = QStringLiteral("May this be taken in?");
    decision.prompt.changes = {{PromptChange::Kind::Replace, "./DMAcc/A/AAuthSecret", QStringLiteral("Secret"),
        QStringLiteral("hunter1"), QStringLiteral("hunter2"), true}};
    decision.answer.verdict = PromptAnswer::Verdict::Yes;
    report.decisions = {decision};
    return report;
}

/// All text of an SVG.
QString textOf(const QByteArray& svg)
{
    QXmlStreamReader xml(svg);
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            text += xml.text();
    }
    return text;
}

} // namespace

class FlowLadderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }
    void init()
    {
        for (auto& action : m_actions)
            action = std::make_unique<QAction>(QStringLiteral("Do it"));
        m_panel = std::make_unique<FlowPanel>(FlowPanel::Actions{m_actions[0].get(), m_actions[1].get(),
            m_actions[2].get(), m_actions[3].get(), m_actions[4].get(), m_actions[5].get()});
        m_panel->resize(900, 500);
        m_panel->show();
    }
    void cleanup() { m_panel.reset(); }

    void an_empty_panel_offers_to_choose()
    {
        QVERIFY(m_panel->findChild<QWidget*>(QStringLiteral("flowChoose"))->isVisible());
        QVERIFY(!m_panel->isRunning());
    }

    void the_ladder_grows_as_the_flow_goes()
    {
        begin(FlowKind::Uc1);
        QVERIFY(m_panel->isRunning());
        QCOMPARE(m_panel->caption(), flowSummary(FlowKind::Uc1));
        FlowStep step = plannedFlow(FlowKind::Uc1)[1];
        step.state = StepState::Running;
        m_panel->take(step);
        QCOMPARE(m_panel->caption(), step.caption);
        QCOMPARE(ladder()->currentIndex().row(), 1);
        m_panel->setWaiting(QStringLiteral("The handset waits."));
        QVERIFY(m_panel->caption().endsWith(QStringLiteral("The handset waits.")));
    }

    void a_step_leads_to_the_log()
    {
        begin(FlowKind::Uc1);
        FlowStep step = plannedFlow(FlowKind::Uc1)[0];
        step.state = StepState::Done;
        step.exchange = ExchangeId{7};
        m_panel->take(step);
        auto* log = m_panel->findChild<QAction*>(QStringLiteral("flowShowInLog"));
        QVERIFY(log->isEnabled());
        QSignalSpy asked(m_panel.get(), &FlowPanel::logRequested);
        log->trigger();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<ExchangeId>().value, 7U);
    }

    void what_went_wrong_is_said_and_shown()
    {
        begin(FlowKind::Uc1);
        FlowReport report = someReport();
        report.done = false;
        report.outcome = QStringLiteral("The card gave no answer.");
        report.steps[2].state = StepState::Failed;
        report.steps[2].problem = QStringLiteral("no answer");
        for (std::size_t i = 3; i < report.steps.size(); ++i)
            report.steps[i].state = StepState::Skipped;
        m_panel->finish(report);
        QVERIFY(!m_panel->isRunning());
        QCOMPARE(ladder()->currentIndex().row(), 2);
        QVERIFY(verdict().contains(QStringLiteral("The card gave no answer.")));
    }

    void the_verdict_stands_right_below_the_ladder()
    {
        begin(FlowKind::Uc1);
        FlowStep step = plannedFlow(FlowKind::Uc1)[1];
        step.state = StepState::Running;
        m_panel->take(step);
        m_panel->finish(someReport());
        QTest::qWait(50);
        const auto* verdict = m_panel->findChild<QWidget*>(QStringLiteral("flowVerdict"));
        QVERIFY(!m_panel->findChild<QWidget*>(QStringLiteral("flowCaption"))->isVisible());
        QCOMPARE(verdict->geometry().top(), ladder()->geometry().bottom() + 1);
    }

    void a_flow_that_is_stopped_says_so()
    {
        begin(FlowKind::Uc2);
        m_panel->cancel();
        QVERIFY(!m_panel->isRunning());
        QVERIFY(!verdict().isEmpty());
        for (int row = 0; row < m_panel->model().rowCount(); ++row)
            QCOMPARE(m_panel->model().index(row).data(FlowModel::StateRole).toInt(), int(StepState::Skipped));
    }

    void speeds_go_from_at_once_to_step_by_step()
    {
        auto* box = m_panel->findChild<QComboBox*>(QStringLiteral("flowSpeed"));
        QCOMPARE(m_panel->pace(), Pace::Free);
        QSignalSpy changed(m_panel.get(), &FlowPanel::paceChanged);
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(m_panel->pace(), Pace::Timed);
        QVERIFY(m_panel->delay().count() > 0);
        QCOMPARE(changed.count(), 1);
        QTest::keyClick(box, Qt::Key_End);
        QCOMPARE(m_panel->pace(), Pace::Stepped);
        m_panel->setPace(Pace::Timed, std::chrono::milliseconds(1000));
        QVERIFY(m_panel->delay() >= std::chrono::milliseconds(1000));
    }

    void large_type_is_larger()
    {
        begin(FlowKind::Uc1);
        auto* caption = m_panel->findChild<QLabel*>(QStringLiteral("flowCaption"));
        const double before = caption->font().pointSizeF();
        m_panel->setLarge(true);
        QVERIFY(caption->font().pointSizeF() > before * 1.15);
        m_panel->setLarge(false);
        QCOMPARE(caption->font().pointSizeF(), before);
    }

    void every_flow_has_its_lanes_and_its_picture()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            applyTheme(theme);
            QList<QImage> pictures;
            for (int i = 0; i < kFlowKindCount; ++i) {
                const QImage picture = flowPicture(FlowKind(i)).pixmap(kFlowPictureSize).toImage();
                QVERIFY(!picture.isNull());
                int ink = 0;
                for (int y = 0; y < picture.height(); ++y) {
                    for (int x = 0; x < picture.width(); ++x)
                        ink += picture.pixelColor(x, y).alpha() > 0 ? 1 : 0;
                }
                QVERIFY(ink > 100);
                pictures << picture;
            }
            QVERIFY(pictures[int(FlowKind::Uc1A2)] != pictures[int(FlowKind::Uc1)]);
        }
        applyTheme(Theme::Light);
    }

    void the_menu_offers_flows_and_how_they_are_run()
    {
        std::array<QAction*, kFlowKindCount> flows{};
        QObject owner;
        for (QAction*& action : flows)
            action = new QAction(QStringLiteral("Flow"), &owner);
        FlowMenu menu(flows, nullptr);
        for (QAction* action : flows) {
            QVERIFY(menu.actions().contains(action));
            QVERIFY(!action->icon().isNull());
        }
        QCOMPARE(menu.answers(), AnswerMode::Ask);
        menu.setAnswers(AnswerMode::No);
        QCOMPARE(menu.answers(), AnswerMode::No);
        QVERIFY(menu.wbxml());
        menu.setServer(QStringLiteral(" http://127.0.0.1:8000/dm "));
        QCOMPARE(menu.server(), QStringLiteral("http://127.0.0.1:8000/dm"));
    }

    void a_flow_is_saved_in_three_formats_by_any_thread()
    {
        const FlowSheet sheet(someReport());
        QByteArray pdf;
        QByteArray svg;
        QByteArray png;
        std::jthread([&] {
            pdf = sheet.render(SheetFormat::Pdf).value_or(QByteArray());
            svg = sheet.render(SheetFormat::Svg).value_or(QByteArray());
            png = sheet.render(SheetFormat::Png).value_or(QByteArray());
        }).join();
        QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        QVERIFY(QSvgRenderer(svg).isValid());
        const QImage image = QImage::fromData(png, "PNG");
        QCOMPARE(image.width(), int(sheet.size().width()) * 2);
        QVERIFY(image.height() > image.width() / 2);
    }

    void what_is_saved_has_every_step_and_no_secret()
    {
        const FlowReport report = someReport();
        const QString text = textOf(FlowSheet(report).render(SheetFormat::Svg).value_or(QByteArray())).simplified();
        for (const FlowStep& step : report.steps)
            QVERIFY2(text.contains(step.title.section(QLatin1Char(' '), 0, 0)), qPrintable(step.title));
        QVERIFY(text.contains(QStringLiteral("taken in?")));
        QVERIFY(!text.contains(QStringLiteral("hunter")));
    }

    void a_format_goes_by_its_suffix()
    {
        QCOMPARE(sheetFormatOf(QStringLiteral("a.PDF")), std::optional(SheetFormat::Pdf));
        QCOMPARE(sheetFormatOf(QStringLiteral("a.svg")), std::optional(SheetFormat::Svg));
        QCOMPARE(sheetFormatOf(QStringLiteral("a.png")), std::optional(SheetFormat::Png));
        QVERIFY(!sheetFormatOf(QStringLiteral("a.txt")));
    }

private:
    void begin(FlowKind kind)
    {
        FlowRequest request;
        request.kind = kind;
        m_panel->begin(request, plannedFlow(kind));
    }
    [[nodiscard]] LadderView* ladder() { return m_panel->findChild<LadderView*>(QStringLiteral("flowLadder")); }
    [[nodiscard]] QString verdict()
    {
        return m_panel->findChild<QWidget*>(QStringLiteral("flowVerdict"))
            ->findChild<QLabel*>(QStringLiteral("noteText"))
            ->text();
    }

    std::array<std::unique_ptr<QAction>, 6> m_actions;
    std::unique_ptr<FlowPanel> m_panel;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, FlowLadderTest>(argc, argv);
}

} // namespace dmsc::tst_flow_ladder

#include "tst_flow_ladder.moc"
