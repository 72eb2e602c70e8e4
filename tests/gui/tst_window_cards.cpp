// SPDX-License-Identifier: Apache-2.0
// Cards in readers, the virtual reader, files of cards, keys, the last look at bytes. What a reader or card says is
// handed in as the desk's own signals, so that the window is tested without either.
#include "model/items/card_file_text.h"
#include "tests/gui/card_bench.h"
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "widgets/files/card_file_details.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/files/part_view.h"
#include "widgets/prompts/pin_panel.h"
#include "widgets/prompts/write_preview.h"
#include "widgets/window/message_bar.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryFile>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace dmsc::tst_window_cards {

using dmsc::test::WindowBench;

namespace {

const auto kIccid = QStringLiteral("3F00/2FE2");
const auto kAdm1 = QStringLiteral("11223344");
const auto kNas = QStringLiteral("A0000000871002/6FE8");

QAction* entry(QMenu* menu, const QString& part)
{
    const QList<QAction*> actions = menu->actions();
    const auto found = std::find_if(
        actions.begin(), actions.end(), [&part](const QAction* one) { return one->text().contains(part); });
    return found == actions.end() ? nullptr : *found;
}

} // namespace

class WindowCardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_bench.openDemo()); }
    void cleanup() { m_bench.close(); }

    void readers_come_and_go_while_the_menu_is_open()
    {
        auto* menu = m_bench.find<QMenu>("cardMenu");
        QVERIFY(menu != nullptr);
        m_bench.action(Command::ReadersCard)->trigger();
        QTRY_VERIFY(menu->isVisible());
        Q_EMIT desk().readersChanged(test::someReaders());
        const auto text = [menu](const QString& reader) {
            const QAction* action = entry(menu, reader);
            return action == nullptr ? QString() : action->text();
        };
        QVERIFY(text(QStringLiteral("PCD 00 00")).contains(QStringLiteral("UICC (T=0")));
        QVERIFY(entry(menu, QStringLiteral("PCD 00 00"))->isEnabled());
        QVERIFY(entry(menu, QStringLiteral("PCD 00 00"))->toolTip().contains(QStringLiteral("3B 9F")));
        QVERIFY(text(QStringLiteral("PCD 00 01")).contains(QStringLiteral("empty")));
        QVERIFY(!entry(menu, QStringLiteral("PCD 00 01"))->isEnabled());
        QVERIFY(text(QStringLiteral("Gem && Co")).contains(QStringLiteral("in use by another program")));
        QVERIFY(!entry(menu, QStringLiteral("Gem && Co"))->isEnabled());
        QVERIFY(!entry(menu, QStringLiteral("Old one"))->isEnabled());
        for (const QAction* action : menu->actions())
            QVERIFY(action->isSeparator() || !action->icon().isNull() || action->menu() != nullptr
                || !action->objectName().startsWith(QStringLiteral("reader.")));

        ReaderList gone;
        gone.problem = Error{ErrorKind::Io,
            QStringLiteral("the card service pcscd is not running; start it with: systemctl start pcscd"), {}};
        Q_EMIT desk().readersChanged(gone);
        QVERIFY(entry(menu, QStringLiteral("PCD 00 00")) == nullptr);
        QAction* problem = entry(menu, QStringLiteral("pcscd is not running"));
        QVERIFY(problem != nullptr);
        QVERIFY(!problem->isEnabled());
        QVERIFY(!problem->icon().isNull());
        menu->close();
        // Nobody looks any more: what comes late is not kept.
        Q_EMIT desk().readersChanged(test::someReaders());
        QVERIFY(entry(menu, QStringLiteral("PCD 00 00")) == nullptr);
    }

    void a_reader_is_opened_on_the_side_of_its_menu()
    {
        auto* menu = m_bench.find<QMenu>("readersDevice");
        QVERIFY(menu != nullptr);
        menu->popup(QPoint(10, 10));
        QTRY_VERIFY(menu->isVisible());
        Q_EMIT desk().readersChanged(test::someReaders());
        const QString before = m_bench.controller().side(Side::Device)->title;
        QSignalSpy failed(&m_bench.controller(), &DeskController::failed);
        entry(menu, QStringLiteral("PCD 00 00"))->trigger();
        menu->close();
        // There is no such reader here: said in the bar, and what was open stays.
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QCOMPARE(m_bench.controller().side(Side::Device)->title, before);
        QVERIFY(m_bench.window().messages().isVisible());
    }

    void a_pulled_card_leaves_the_desk_as_it_is()
    {
        const int rows = m_bench.model().rowCount();
        m_bench.select(m_bench.leafRow(PairState::ValueDiffers), Side::Device);
        m_bench.action(Command::CopyToCard)->trigger();
        openInReader();
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        Q_EMIT desk().readersChanged(test::someReaders());
        ReaderList pulled = test::someReaders();
        pulled.readers[0].status = ReaderStatus::Empty;
        Q_EMIT desk().readersChanged(pulled);
        QVERIFY2(m_bench.window().messages().text().contains(QStringLiteral("was taken out")),
            qPrintable(m_bench.window().messages().text()));
        auto* next = m_bench.find<QToolButton>("messageNext");
        QVERIFY(next->isVisible());
        QCOMPARE(next->defaultAction(), m_bench.action(Command::Reload));
        QVERIFY(m_bench.model().rowCount() >= rows);
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        Q_EMIT desk().readersChanged(test::someReaders());
        QVERIFY(m_bench.window().messages().text().contains(QStringLiteral("again")));
        // Between unplugging and being taken off the list a reader is there and mute.
        pulled.readers[0].status = ReaderStatus::Unknown;
        Q_EMIT desk().readersChanged(pulled);
        QVERIFY(m_bench.window().messages().text().contains(QStringLiteral("gives no answer")));
        pulled.readers.erase(pulled.readers.begin());
        Q_EMIT desk().readersChanged(pulled);
        QVERIFY(m_bench.window().messages().text().contains(QStringLiteral("is gone")));
        ReaderList stopped;
        stopped.problem = Error{ErrorKind::Io, QStringLiteral("the card service pcscd has stopped"), {}};
        Q_EMIT desk().readersChanged(stopped);
        QVERIFY(m_bench.window().messages().text().contains(QStringLiteral("has stopped")));
    }

    void the_emulated_card_is_plugged_and_pulled()
    {
        auto* chip = m_bench.find<QToolButton>("statusPlug");
        QVERIFY(chip->isVisible());
        QAction* plug = m_bench.action(Command::PlugCard);
        QVERIFY(plug->isEnabled());
        QVERIFY(!m_bench.action(Command::PlugDevice)->isEnabled()); // a handset is no card
        Q_EMIT desk().plugChanged(Side::Card,
            {PlugState::Phase::Waiting, QStringLiteral("127.0.0.1:35963"), QStringLiteral("Nobody listens there")});
        QVERIFY(plug->isChecked());
        QVERIFY(chip->text().contains(QStringLiteral("waiting")));
        QVERIFY(chip->toolTip().contains(QStringLiteral("Nobody listens")));
        QVERIFY(m_bench.window().messages().text().contains(QStringLiteral("Nobody listens")));
        Q_EMIT desk().plugChanged(Side::Card, {PlugState::Phase::Plugged, QStringLiteral("127.0.0.1:35963"), {}});
        QVERIFY(chip->text().contains(QStringLiteral("plugged")));
        QVERIFY(!chip->accessibleName().isEmpty());
        Q_EMIT desk().plugChanged(Side::Card, {PlugState::Phase::Taken, {}, QStringLiteral("Another card is there")});
        QVERIFY(chip->text().contains(QStringLiteral("taken")));
        Q_EMIT desk().plugChanged(Side::Card, {});
        QVERIFY(!plug->isChecked());
        m_bench.controller().close(Side::Card);
        QTRY_VERIFY(!m_bench.controller().side(Side::Card));
        QVERIFY(!chip->isVisible());
        QVERIFY(!plug->isEnabled());
    }

    void files_show_as_a_tree_with_their_rules()
    {
        openInReader();
        m_bench.action(Command::ShowFiles)->trigger();
        QTreeView& view = files().view();
        QTRY_VERIFY(view.isVisible());
        QVERIFY(m_bench.find<QToolButton>("key01")->text().contains(QLatin1Char('3')));
        files().chooseFile(kNas);
        QVERIFY(m_bench.find<QLabel>("fileFindings")->text().contains(QStringLiteral("UST service 96")));
        // It is not read in vain: the rules name a key that is not verified.
        QVERIFY(m_bench.find<QLabel>("fileWaiting")->text().contains(QStringLiteral("PIN 1")));
        QVERIFY(m_bench.find<QPushButton>("verifyForFile")->isVisible());
        auto* access = m_bench.find<QTableWidget>("fileAccess");
        QCOMPARE(access->rowCount(), 3);
        QCOMPARE(access->item(1, 1)->text(), QStringLiteral("ADM 1 verified"));
        auto* filter = m_bench.find<QLineEdit>("filesFilter");
        filter->setText(QStringLiteral("iccid"));
        QCOMPARE(view.model()->rowCount(view.model()->index(0, 0)), 1);
        files().chooseFile(kNas); // a filter that hides it gives way
        QCOMPARE(filter->text(), QString());
        QCOMPARE(files().chosenPath(), kNas);
    }

    void records_are_parts()
    {
        openInReader();
        m_bench.action(Command::ShowFiles)->trigger();
        files().chooseFile(QStringLiteral("3F00/2F00"));
        Q_EMIT desk().fileRead(Side::Card,
            {QStringLiteral("3F00/2F00"),
                {{QStringLiteral("record 1"), 1, QByteArray(48, 'a')},
                    {QStringLiteral("record 2"), 2, QByteArray(48, 'b')}}});
        auto* parts = m_bench.find<QListWidget>("fileParts");
        QVERIFY(parts->isVisible());
        QCOMPARE(parts->count(), 2);
        parts->setCurrentRow(1);
        QVERIFY(m_bench.find<QPlainTextEdit>("fileBytes")->toPlainText().contains(QStringLiteral("62 62 62")));
        // A record has the length it has.
        m_bench.find<QPushButton>("editPart")->click();
        auto* hex = m_bench.find<QPlainTextEdit>("hexEditor");
        hex->setPlainText(QStringLiteral("01 02"));
        QVERIFY(!m_bench.find<QPushButton>("reviewPart")->isEnabled());
        QVERIFY(m_bench.find<QLabel>("partReason")->text().contains(QStringLiteral("48")));
    }

    void an_edit_is_looked_at_then_the_key_then_written()
    {
        openInReader();
        readIccid();
        m_bench.find<QPushButton>("editPart")->click();
        m_bench.find<QPlainTextEdit>("hexEditor")->setPlainText(QStringLiteral("98 00 00 00 00 00 00 00 00 FF"));
        m_bench.find<QPushButton>("reviewPart")->click();
        prepare();
        auto* preview = m_bench.find<WritePreview>("writePreview");
        QVERIFY(preview != nullptr);
        QTRY_VERIFY(preview->isVisible());
        QVERIFY(preview->findChild<QPlainTextEdit*>(QStringLiteral("previewApdus"))
                    ->toPlainText()
                    .contains(QStringLiteral("00D6")));
        auto* after = preview->findChild<QPlainTextEdit*>(QStringLiteral("previewAfter"));
        QVERIFY(after->toPlainText().contains(QStringLiteral("FF")));
        // What differs is underlined: not by colour alone.
        const auto marks = after->extraSelections();
        QVERIFY(std::any_of(marks.begin(), marks.end(),
            [](const QTextEdit::ExtraSelection& mark) { return mark.format.fontUnderline(); }));
        QVERIFY(preview->findChild<QTableWidget*>(QStringLiteral("previewList"))
                    ->item(0, 4)
                    ->text()
                    .contains(QStringLiteral("ADM 1")));
        auto* cancel = preview->findChild<QPushButton*>(QStringLiteral("previewCancel"));
        QVERIFY(cancel->isDefault()); // the safe answer
        preview->findChild<QPushButton*>(QStringLiteral("previewWrite"))->click();

        auto* panel = m_bench.find<PinPanel>("pinPanel");
        QTRY_VERIFY(panel->isVisible());
        QVERIFY(panel->text().contains(QStringLiteral("ADM 1")));
        QVERIFY(panel->text().contains(QStringLiteral("10 tries left")));
        QVERIFY(m_bench.idle()); // nothing was sent so far
        QSignalSpy entered(panel, &PinPanel::entered);
        auto* field = m_bench.find<QLineEdit>("pinField");
        QVERIFY(!m_bench.find<QPushButton>("pinVerify")->isEnabled());
        QTest::keyClicks(field, QStringLiteral("12345678"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered.front().at(2).toByteArray(), QByteArray("12345678"));
        QCOMPARE(field->text(), QString());
        QTest::keyClick(field, Qt::Key_Return); // an answer is on its way, and there is nothing to send
        QCOMPARE(entered.size(), 1);
        // A wrong one: said with the tries left, and never tried again by itself.
        Q_EMIT desk().pinChecked(Side::Card, {0x0A, QStringLiteral("ADM 1"), false, true, 9});
        QVERIFY(panel->isVisible());
        QVERIFY(panel->text().contains(QStringLiteral("wrong")));
        QVERIFY(panel->text().contains(QStringLiteral("9 tries left")));
        QCOMPARE(entered.size(), 1);
        QTRY_VERIFY(m_bench.idle());
        QSignalSpy busy(&m_bench.controller(), &DeskController::busyChanged);
        Q_EMIT desk().pinChecked(Side::Card, {0x0A, QStringLiteral("ADM 1"), true, true, 10});
        QVERIFY(!panel->isVisible());
        QTRY_VERIFY(!busy.isEmpty()); // the write is on its way
        QVERIFY(busy.front().at(1).toString().contains(QStringLiteral("EF_ICCID")));
    }

    void saying_no_writes_nothing()
    {
        openInReader();
        readIccid();
        m_bench.find<QPushButton>("editPart")->click();
        m_bench.find<QPlainTextEdit>("hexEditor")->setPlainText(QStringLiteral("98 00 00 00 00 00 00 00 00 FF"));
        m_bench.find<QPushButton>("reviewPart")->click();
        prepare();
        QTRY_VERIFY(m_bench.idle());
        QSignalSpy busy(&m_bench.controller(), &DeskController::busyChanged);
        QTest::keyClick(m_bench.find<WritePreview>("writePreview"), Qt::Key_Escape);
        QTRY_VERIFY(m_bench.find<WritePreview>("writePreview") == nullptr);
        QVERIFY(busy.isEmpty());
        QVERIFY(!m_bench.find<QWidget>("pinPanel")->isVisible());
        QVERIFY(m_bench.find<QPlainTextEdit>("hexEditor")->isVisible()); // the edit is still there
    }

    void a_blocked_key_takes_no_entry()
    {
        CardFileTree tree = test::someFiles();
        tree.pins[0].triesLeft = 0;
        openInReader(tree);
        m_bench.action(Command::ShowFiles)->trigger();
        m_bench.find<QToolButton>("key01")->click();
        auto* panel = m_bench.find<PinPanel>("pinPanel");
        QVERIFY(panel->isVisible());
        QVERIFY(panel->text().contains(QStringLiteral("unblocking")));
        QVERIFY(!m_bench.find<QLineEdit>("pinField")->isVisible());
        QVERIFY(!m_bench.find<QPushButton>("pinVerify")->isVisible());
        QTest::keyClick(m_bench.find<QPushButton>("pinCancel"), Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void a_refused_read_offers_the_key()
    {
        CardFileTree tree = test::someFiles();
        tree.pins[0].verified = true; // as far as we know
        openInReader(tree);
        m_bench.action(Command::ShowFiles)->trigger();
        files().chooseFile(kNas);
        m_bench.find<QPushButton>("readFile")->click();
        QTRY_VERIFY(m_bench.idle());
        tree.pins[0].verified = false;
        update(tree);
        m_bench.find<QPushButton>("readFile")->click();
        Q_EMIT desk().failed(
            {ErrorKind::Card, QStringLiteral("the card refuses (6982 security status not satisfied)"), {}});
        auto* panel = m_bench.find<PinPanel>("pinPanel");
        QTRY_VERIFY(panel->isVisible());
        QVERIFY(panel->text().contains(QStringLiteral("PIN 1")));
        QVERIFY(panel->text().contains(QStringLiteral("3 tries left")));
    }

    void the_plan_shows_its_bytes_before_it_goes_to_a_plain_card()
    {
        openInReader();
        m_bench.select(m_bench.leafRow(PairState::ValueDiffers), Side::Device);
        m_bench.action(Command::CopyToCard)->trigger();
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QSignalSpy previewed(&desk(), &Desk::previewed);
        m_bench.action(Command::Apply)->trigger();
        CardFileWrite write;
        write.path = kNas;
        write.name = QStringLiteral("EF_NASCONFIG");
        write.part = {QStringLiteral("tag 80"), 0x80, QByteArray::fromHex("0102030405")};
        write.before = QByteArray::fromHex("01020304");
        write.apdus = {QStringLiteral("00DB800005800301020304")};
        Q_EMIT desk().previewed({write});
        auto* preview = m_bench.find<WritePreview>("writePreview");
        QVERIFY(preview != nullptr);
        QTRY_VERIFY(preview->isVisible());
        QVERIFY(preview->findChild<QPlainTextEdit*>(QStringLiteral("previewApdus"))
                    ->toPlainText()
                    .contains(write.apdus.front()));
        QCOMPARE(m_bench.planned().size(), std::size_t(1));
        QTRY_VERIFY(m_bench.idle());
        QSignalSpy applied(&m_bench.controller(), &DeskController::applied);
        preview->findChild<QPushButton*>(QStringLiteral("previewWrite"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 20000);
    }

    void DM_SC_GEN_17_the_files_of_the_emulated_card_are_found_read_and_written()
    {
        m_bench.action(Command::ShowFiles)->trigger();
        QVERIFY(m_bench.find<QLabel>("filesEmpty")->isVisible());
        const std::shared_ptr<const Tree> tree = m_bench.controller().side(Side::Card)->tree;
        m_bench.action(Command::FindFiles)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(realFiles() != nullptr && m_bench.idle(), 30000);
        QCOMPARE(m_bench.controller().side(Side::Card)->tree, tree); // finding files changes nothing else
        QVERIFY(files().model().rowCount() > 0);

        const CardFile* locked = firstFile(CardFileKind::Transparent, QStringLiteral("PIN 1"));
        QVERIFY(locked != nullptr);
        const QString path = locked->path;
        files().chooseFile(path);
        auto* unlock = m_bench.find<QPushButton>("verifyForFile");
        QVERIFY(unlock->isVisible());
        unlock->click();
        auto* panel = m_bench.find<PinPanel>("pinPanel");
        QVERIFY(panel->isVisible());
        enter(QStringLiteral("9999"));
        QTRY_VERIFY_WITH_TIMEOUT(panel->text().contains(QStringLiteral("wrong")) && m_bench.idle(), 20000);
        QVERIFY2(panel->text().contains(QStringLiteral("2 tries left")), qPrintable(panel->text()));
        enter(QStringLiteral("1234"));
        auto* bytes = m_bench.find<QPlainTextEdit>("fileBytes");
        QTRY_VERIFY_WITH_TIMEOUT(bytes->isVisible() && m_bench.idle(), 20000); // read as soon as it may be
        QVERIFY(bytes->toPlainText().startsWith(QStringLiteral("00000000")));
        QVERIFY(!panel->isVisible());

        // The last byte changes: looked at, ADM 1 entered, written, read again.
        m_bench.find<QPushButton>("editPart")->click();
        auto* hex = m_bench.find<QPlainTextEdit>("hexEditor");
        const QString before = hex->toPlainText();
        const QString after =
            before.chopped(2) + (before.endsWith(QStringLiteral("5A")) ? QStringLiteral("5B") : QStringLiteral("5A"));
        hex->setPlainText(after);
        m_bench.find<QPushButton>("reviewPart")->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.find<WritePreview>("writePreview") != nullptr, 20000);
        m_bench.find<WritePreview>("writePreview")->findChild<QPushButton*>(QStringLiteral("previewWrite"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), 20000);
        QVERIFY2(panel->text().contains(QStringLiteral("ADM 1")), qPrintable(panel->text()));
        enter(kAdm1);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.window().messages().text().contains(QStringLiteral("Written")), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(bytes->isVisible() && m_bench.idle(), 20000);
        m_bench.find<QPushButton>("editPart")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench.find<QPlainTextEdit>("hexEditor")->toPlainText(), after, 20000);
    }

    void every_control_of_the_cards_has_a_name()
    {
        openInReader();
        readIccid();
        m_bench.find<QToolButton>("key0A")->click();
        m_bench.find<QPushButton>("resizeFile")->click();
        m_bench.find<QSpinBox>("newFileSize")->setValue(5);
        QVERIFY(m_bench.find<QLabel>("newSizeNote")->text().contains(QStringLiteral("lost")));
        m_bench.find<QPushButton>("editPart")->click();
        for (const QWidget* widget : m_bench.window().findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
    }

    void a_reader_of_the_last_session_that_is_gone_is_said()
    {
        m_bench.close();
        WindowOptions options = m_bench.options();
        options.card = Where{Where::Kind::Reader, QStringLiteral("No such reader")};
        QVERIFY(m_bench.open(options));
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench.window().messages().text().isEmpty(), 20000);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

private:
    Desk& desk() { return m_bench.controller().desk(); }
    CardFilesPane& files() { return m_bench.window().files(); }

    const CardFileTree* realFiles() { return m_bench.controller().side(Side::Card)->files.get(); }
    const CardFile* firstFile(CardFileKind kind, const QString& read)
    {
        for (const CardFile& file : realFiles()->files) {
            if (file.kind == kind && conditionFor(file, u"read").contains(read)
                && conditionFor(file, u"update").contains(QStringLiteral("ADM 1")))
                return &file;
        }
        return nullptr;
    }
    void enter(const QString& digits)
    {
        auto* field = m_bench.find<QLineEdit>("pinField");
        QTest::keyClicks(field, digits);
        QTest::keyClick(field, Qt::Key_Return);
    }

    /// What is open on the card's side, as if it were in a reader and had files.
    void openInReader(const CardFileTree& tree = test::someFiles())
    {
        SideState state = *m_bench.controller().side(Side::Card);
        state.where = {Where::Kind::Reader, QStringLiteral("Virtual PCD 00 00")};
        state.title = QStringLiteral("UICC");
        state.card.reset(); // no DM_SC application
        state.files = std::make_shared<const CardFileTree>(tree);
        Q_EMIT desk().opened(Side::Card, state);
    }
    void update(const CardFileTree& tree)
    {
        SideState state = *m_bench.controller().side(Side::Card);
        state.files = std::make_shared<const CardFileTree>(tree);
        Q_EMIT desk().opened(Side::Card, state);
    }
    /// What the desk would work out of the edit of EF_ICCID.
    void prepare()
    {
        CardFileWrite write;
        write.path = kIccid;
        write.name = QStringLiteral("EF_ICCID");
        write.part.bytes = QByteArray::fromHex("980000000000000000FF");
        write.before = QByteArray(10, '\x11');
        write.apdus = {QStringLiteral("00A40804022FE2"), QStringLiteral("00D600000A980000000000000000FF")};
        Q_EMIT desk().filePrepared(Side::Card, write);
    }
    void readIccid()
    {
        m_bench.action(Command::ShowFiles)->trigger();
        files().chooseFile(kIccid);
        Q_EMIT desk().fileRead(Side::Card, {kIccid, {{{}, 0, QByteArray(10, '\x11')}}});
        QVERIFY(m_bench.find<QPlainTextEdit>("fileBytes")->toPlainText().contains(QStringLiteral("11 11")));
    }

    WindowBench m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowCardsTest>(argc, argv);
}

} // namespace dmsc::tst_window_cards

#include "tst_window_cards.moc"
