// SPDX-License-Identifier: Apache-2.0
// Two recordings side by side, and the form that has one replayed.
#include "model/items/field_difference_model.h"
#include "model/items/row_pair_model.h"
#include "model/recording/editable_message.h"
#include "model/syncml/message_wbxml.h"
#include "tests/support/run_test.h"
#include "widgets/replay/recording_comparison.h"
#include "widgets/replay/replay_form.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace dmsc::tst_replay_widgets {

namespace {

Record apdu(const char* name, const char* request, const char* response)
{
    Record record;
    record.from = Actor::Workbench;
    record.to = Actor::Card;
    record.name = QString::fromLatin1(name);
    record.request = QByteArray::fromHex(request);
    record.response = QByteArray::fromHex(response);
    record.status = QString::fromLatin1(record.response.right(2).toHex().toUpper());
    return record;
}

Recording recordingOf(const std::vector<Record>& records)
{
    Recording recording;
    for (const Record& record : records)
        recording.store.append(record);
    return recording;
}

/// same, differs, same, only left, same, only right
struct Sample
{
    Recording left = recordingOf({apdu("SELECT", "00A40004023F00", "9000"),
        apdu("VERIFY", "002000010431323334", "9000"), apdu("READ BINARY", "00B0000002", "01029000"),
        apdu("STATUS", "80F2000000", "9000"), apdu("GET DATA", "00CA006600", "66009000")});
    Recording right = recordingOf({apdu("SELECT", "00A40004023F00", "9000"),
        apdu("VERIFY", "002000010439393939", "63C2"), apdu("READ BINARY", "00B0000002", "01029000"),
        apdu("GET DATA", "00CA006600", "66009000"), apdu("MANAGE CHANNEL", "0070000001", "019000")});
    ComparedRecordings compared = compareRecordings(left, allOf(left), right, allOf(right));
};

Recording withSecret()
{
    Record verify = apdu("VERIFY", "002000010431323334", "9000");
    verify.secrets = {{RecordPart::Request, 5, 4}};
    Record wrong = apdu("VERIFY", "002000010439393939", "63C2");
    wrong.secrets = verify.secrets;
    return recordingOf({verify, wrong});
}

template <class T> T* child(const QWidget& widget, const char* name)
{
    auto* found = widget.findChild<T*>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

QString textOf(const QTableView& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

} // namespace

class ReplayWidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void models_keep_the_rules()
    {
        const Sample sample;
        RowPairModel rows;
        const QAbstractItemModelTester rowsTester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rows.set(sample.left, sample.right, sample.compared.rows);
        QCOMPARE(rows.rowCount(), 6);
        rows.setSameHidden(true);
        QCOMPARE(rows.rowCount(), 3);
        rows.setSameHidden(false);
        QCOMPARE(rows.nextDifference(-1), 1);
        QCOMPARE(rows.nextDifference(1), 3);
        QCOMPARE(rows.nextDifference(5), -1);
        QCOMPARE(rows.previousDifference(6), 5);
        QCOMPARE(rows.previousDifference(1), -1);
        FieldDifferenceModel fields;
        const QAbstractItemModelTester fieldsTester(&fields, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fields.set(differences(sample.left, RecordNo{1}, sample.right, RecordNo{1}));
        QVERIFY(fields.rowCount() >= 2);
    }

    void rows_stand_beside_each_other_with_gaps()
    {
        const Sample sample;
        RecordingComparison comparison;
        comparison.setComparison(sample.left, sample.right, sample.compared, QStringLiteral("A"), QStringLiteral("B"));
        const auto* table = child<QTableView>(comparison, "rowPairs");
        QCOMPARE(textOf(*table, 1, RowPairModel::State), QStringLiteral("# differs"));
        QCOMPARE(textOf(*table, 3, RowPairModel::State), QStringLiteral("> only left"));
        QVERIFY(table->model()->index(3, RowPairModel::RightName).data(RowPairModel::GapRole).toBool());
        QVERIFY(textOf(*table, 3, RowPairModel::RightName).isEmpty());
        QCOMPARE(table->model()->headerData(RowPairModel::RightName, Qt::Horizontal).toString(), QStringLiteral("B"));
        const QString verdict = child<QLabel>(comparison, "comparisonVerdict")->text();
        QVERIFY2(verdict.startsWith(QLatin1String("# 3 ")), qPrintable(verdict));
    }

    void F7_goes_from_difference_to_difference()
    {
        const Sample sample;
        RecordingComparison comparison;
        comparison.resize(900, 500);
        comparison.show();
        QVERIFY(QTest::qWaitForWindowExposed(&comparison));
        QApplication::setActiveWindow(&comparison);
        comparison.setComparison(sample.left, sample.right, sample.compared);
        auto* table = child<QTableView>(comparison, "rowPairs");
        table->setFocus();
        QCOMPARE(table->currentIndex().row(), 1);
        QSignalSpy moved(&comparison, &RecordingComparison::currentRowChanged);
        QTest::keyClick(table, Qt::Key_F7);
        QCOMPARE(table->currentIndex().row(), 3);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(qvariant_cast<std::optional<RecordNo>>(moved.front().at(0)), std::optional(RecordNo{3}));
        QTest::keyClick(table, Qt::Key_F7);
        QCOMPARE(table->currentIndex().row(), 5);
        QTest::keyClick(table, Qt::Key_F7);
        QCOMPARE(table->currentIndex().row(), 5);
        QTest::keyClick(table, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(table->currentIndex().row(), 3);
    }

    void what_is_the_same_can_be_hidden()
    {
        const Sample sample;
        RecordingComparison comparison;
        comparison.setComparison(sample.left, sample.right, sample.compared);
        auto* table = child<QTableView>(comparison, "rowPairs");
        child<QCheckBox>(comparison, "hideSame")->setChecked(true);
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(textOf(*table, table->currentIndex().row(), RowPairModel::LeftName), QStringLiteral("VERIFY"));
        child<QCheckBox>(comparison, "hideSame")->setChecked(false);
        QCOMPARE(table->model()->rowCount(), 6);
        QCOMPARE(table->currentIndex().row(), 1);
    }

    void secrets_in_fields_are_dots_until_they_are_asked_for()
    {
        const Recording recording = withSecret();
        const ComparedRecordings compared =
            comparePairs(recording, recording, {{RecordNo{0}, RecordNo{1}, Agreement::Same, false}});
        RecordingComparison comparison;
        comparison.setComparison(recording, recording, compared);
        const auto* table = child<QTableView>(comparison, "fieldDifferences");
        const auto holds = [&table](const QString& text) {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                for (const int column : {int(FieldDifferenceModel::Left), int(FieldDifferenceModel::Right)})
                    if (textOf(*table, row, column).contains(text))
                        return true;
            return false;
        };
        QVERIFY(table->model()->rowCount() >= 2);
        QVERIFY(!holds(QStringLiteral("31 32 33 34")) && !holds(QStringLiteral("1234")));
        child<QCheckBox>(comparison, "revealSecrets")->setChecked(true);
        QVERIFY(holds(QStringLiteral("31 32 33 34")) || holds(QStringLiteral("1234")));
    }

    void a_report_tells_its_verdict_and_notes()
    {
        const Sample sample;
        ReplayReport report;
        report.recorded = sample.left;
        report.answered = sample.left;
        report.compared = compareRecordings(sample.left, allOf(sample.left), sample.left, allOf(sample.left));
        report.notes = {QStringLiteral("a note")};
        RecordingComparison comparison;
        comparison.show();
        comparison.setReport(report);
        QVERIFY(child<QLabel>(comparison, "comparisonVerdict")->text().startsWith(QLatin1String("= 5 ")));
        QCOMPARE(child<QLabel>(comparison, "comparisonNotes")->text(), QStringLiteral("a note"));
        QVERIFY(child<QLabel>(comparison, "comparisonNotes")->isVisible());
        comparison.clear();
        QVERIFY(comparison.isEmpty());
        QVERIFY(!child<QLabel>(comparison, "comparisonNotes")->isVisible());
    }

    void the_form_asks_for_a_replay_with_what_was_edited()
    {
        const Sample sample;
        ReplayForm form;
        form.show();
        form.setPlaces(
            {{Where::Kind::Card, QStringLiteral("/a/card")}, {Where::Kind::Handset, QStringLiteral("/a/set")}});
        form.setRecording(sample.left, allOf(sample.left));
        auto* where = child<QComboBox>(form, "replayWhere");
        QCOMPARE(where->count(), 1);
        QCOMPARE(where->currentText(), QStringLiteral("card:/a/card"));
        form.setCurrentRow(RecordNo{2});
        auto* text = child<QPlainTextEdit>(form, "messageText");
        QCOMPARE(text->toPlainText(), QStringLiteral("00 B0 00 00 02"));
        QSignalSpy asked(&form, &ReplayForm::replayRequested);
        auto* play = child<QPushButton>(form, "replayPlay");
        text->setPlainText(QStringLiteral("00 B0 00"));
        QVERIFY(!play->isEnabled());
        QVERIFY(!child<QLabel>(form, "messageState")->text().isEmpty());
        text->setPlainText(QStringLiteral("00b0000004"));
        QVERIFY(play->isEnabled());
        QVERIFY(child<QLabel>(form, "replayEdits")->text().contains(QLatin1Char('1')));
        play->click();
        QCOMPARE(asked.size(), 1);
        const auto request = qvariant_cast<ReplayRequest>(asked.front().front());
        QCOMPARE(request.target, ReplayTarget::Card);
        QCOMPARE(request.where.name, QStringLiteral("/a/card"));
        QCOMPARE(request.rows.size(), std::size_t{5});
        QCOMPARE(request.edited.at(RecordNo{2}), QByteArray::fromHex("00B0000004"));
        child<QPushButton>(form, "messageBack")->click();
        play->click();
        QVERIFY(qvariant_cast<ReplayRequest>(asked.back().front()).edited.empty());
    }

    void targets_have_their_own_places()
    {
        const Sample sample;
        ReplayForm form;
        form.show();
        form.setRecording(sample.left, allOf(sample.left));
        form.setPlaces({{Where::Kind::Card, QStringLiteral("/a/card")},
            {Where::Kind::Handset, QStringLiteral("/a/set")}, {Where::Kind::Reader, QStringLiteral("Reader 1")}});
        auto* target = child<QComboBox>(form, "replayTarget");
        auto* where = child<QComboBox>(form, "replayWhere");
        auto* play = child<QPushButton>(form, "replayPlay");
        QCOMPARE(where->count(), 2);
        where->setCurrentIndex(1);
        auto* allow = child<QCheckBox>(form, "replayAllowReader");
        QVERIFY(allow->isVisible());
        QVERIFY(!play->isEnabled());
        allow->setChecked(true);
        QVERIFY(play->isEnabled());
        target->setCurrentIndex(1);
        QCOMPARE(where->currentText(), QStringLiteral("handset:/a/set"));
        QVERIFY(!allow->isVisible());
        target->setCurrentIndex(2);
        QVERIFY(!where->isVisible());
        QSignalSpy asked(&form, &ReplayForm::replayRequested);
        play->click();
        QCOMPARE(qvariant_cast<ReplayRequest>(asked.front().front()).target, ReplayTarget::Server);
    }

    void a_running_replay_can_only_be_cancelled()
    {
        const Sample sample;
        ReplayForm form;
        form.show();
        form.setRecording(sample.left, allOf(sample.left));
        form.setPlaces({{Where::Kind::Card, QStringLiteral("/a/card")}});
        form.setRunning(true);
        QVERIFY(!child<QPushButton>(form, "replayPlay")->isEnabled());
        auto* cancel = child<QPushButton>(form, "replayCancel");
        QVERIFY(cancel->isVisible());
        QSignalSpy cancelled(&form, &ReplayForm::cancelRequested);
        cancel->click();
        QCOMPARE(cancelled.size(), 1);
        form.setProgress(500, 1000);
        form.setRunning(false);
        QVERIFY(!cancel->isVisible());
        form.showError(QStringLiteral("no card"));
        QCOMPARE(child<QLabel>(form, "replayMessage")->text(), QStringLiteral("no card"));
    }

    void secrets_are_not_in_the_editor_unless_asked_for()
    {
        ReplayForm form;
        const Recording recording = withSecret();
        form.setRecording(recording, allOf(recording));
        form.setCurrentRow(RecordNo{0});
        auto* text = child<QPlainTextEdit>(form, "messageText");
        QVERIFY(text->toPlainText().isEmpty());
        child<QCheckBox>(form, "replayReveal")->setChecked(true);
        QVERIFY(text->toPlainText().contains(QLatin1String("31 32 33 34")));
    }

    void messages_are_edited_as_xml()
    {
        syncml::Message message;
        message.header.sessionId = "1";
        message.header.msgId = syncml::MessageId{1};
        message.header.source.uri = "server";
        message.header.target.uri = "device";
        syncml::Command get;
        get.kind = syncml::CommandKind::Get;
        get.id = syncml::CommandId{1};
        get.items.emplace_back().target.uri = "./DevInfo";
        message.commands = {get};
        message.final = true;
        const Bytes bytes = *syncml::encodeWbxml(message);
        const QByteArray wbxml(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
        const auto text = editableText(Layer::SyncMl, wbxml);
        QVERIFY(text && text->contains(QLatin1String("./DevInfo")));
        QCOMPARE(*messageOfText(Layer::SyncMl, *text, wbxml), wbxml);
        const auto edited = messageOfText(
            Layer::SyncMl, QString(*text).replace(QLatin1String("DevInfo"), QLatin1String("DevDetail")), wbxml);
        QVERIFY(edited && edited->contains("./DevDetail") && !edited->contains('<'));
        QVERIFY(!messageOfText(Layer::SyncMl, QString(*text).remove(QLatin1String("</SyncML>")), wbxml));
        QVERIFY(!editableText(Layer::Apdu, QByteArray(kMaxEditableBytes + 1, 'x')));
    }

    void both_have_names_for_those_who_do_not_see()
    {
        RecordingComparison comparison;
        ReplayForm form;
        for (const QWidget* top : {static_cast<QWidget*>(&comparison), static_cast<QWidget*>(&form)})
            for (const QWidget* widget : top->findChildren<QWidget*>())
                if (widget->focusPolicy() == Qt::TabFocus || widget->focusPolicy() == Qt::StrongFocus) {
                    const auto* button = qobject_cast<const QAbstractButton*>(widget);
                    const bool isPart = widget->objectName().startsWith(QLatin1String("qt_"))
                        || qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr
                        || widget->inherits("QComboBoxListView") || widget->inherits("QHeaderView")
                        || widget->inherits("QTableCornerButton");
                    const QString name = button ? button->text() + button->toolTip() : widget->accessibleName();
                    QVERIFY2(isPart || !name.isEmpty(), widget->metaObject()->className());
                }
    }

    void rows_have_the_colours_of_the_theme()
    {
        const QString folder = qEnvironmentVariable("DMSC_PICTURES"); // to be looked at
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            applyTheme(theme);
            const Sample sample;
            RecordingComparison comparison;
            comparison.resize(1100, 520);
            comparison.setComparison(
                sample.left, sample.right, sample.compared, QStringLiteral("Recorded"), QStringLiteral("Now"));
            ReplayForm form;
            form.resize(520, 360);
            form.setPlaces({{Where::Kind::Card, QStringLiteral("/home/me/demo.card")}});
            form.setRecording(sample.left, allOf(sample.left));
            form.setCurrentRow(RecordNo{2});
            comparison.show();
            form.show();
            QVERIFY(QTest::qWaitForWindowExposed(&form));
            auto* table = child<QTableView>(comparison, "rowPairs");
            const QImage picture = table->viewport()->grab().toImage();
            const auto ground = [&](int row) {
                const QRect cell = table->visualRect(table->model()->index(row, RowPairModel::State));
                return picture.pixelColor((cell.topLeft() + QPoint(2, 2)) * picture.devicePixelRatio()).rgb();
            };
            const ThemeColors& colors = colorsFor(table->palette());
            QCOMPARE(ground(0), colors.base);
            QCOMPARE(ground(1), colors.selection);
            QCOMPARE(ground(3), colors.row(StateTone::OnlyDevice).rgb());
            QCOMPARE(ground(5), colors.row(StateTone::OnlyCard).rgb());
            const QString end = QString::number(int(theme)) + QStringLiteral(".png");
            if (!folder.isEmpty())
                QVERIFY(comparison.grab().save(folder + QStringLiteral("/comparison") + end)
                    && form.grab().save(folder + QStringLiteral("/form") + end));
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QApplication, ReplayWidgetsTest>(argc, argv);
}

} // namespace dmsc::tst_replay_widgets

#include "tst_replay_widgets.moc"
