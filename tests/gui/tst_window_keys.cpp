// SPDX-License-Identifier: Apache-2.0
// Keys changed and unblocked, and objects added and deleted, on the emulated card of the demo desk.
#include "model/items/card_file_text.h"
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/palette/command_model.h"
#include "widgets/prompts/pin_change_dialog.h"
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
#include <QToolButton>

namespace dmsc::tst_window_keys {

using dmsc::test::WindowBench;

namespace {

constexpr int kSoon = 20000;

} // namespace

class WindowKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WindowBench>(); // a card whose keys nobody has changed yet
        QVERIFY(m_bench->openDemo());
        m_bench->action(Command::ShowFiles)->trigger();
        m_bench->action(Command::FindFiles)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->controller().side(Side::Card)->files && m_bench->idle(), 30000);
    }
    void cleanup() { m_bench.reset(); }

    void a_key_gets_a_new_value_in_one_try()
    {
        choose("change01");
        QTRY_VERIFY(dialog() != nullptr && dialog()->isVisible());
        QVERIFY2(dialog()->text().contains(QStringLiteral("3 tries")), qPrintable(dialog()->text()));
        auto* send = field<QPushButton>("pinChangeSend");
        QVERIFY(!send->isEnabled());
        enter("9999", "4321", "4322"); // not the same both times
        QVERIFY(!send->isEnabled());
        QVERIFY(!field<QLabel>("pinChangeReason")->text().isEmpty());
        enter("9999", "4321", "4321");
        QVERIFY(send->isEnabled());
        QSignalSpy entered(dialog(), &PinChangeDialog::entered);
        QTest::keyClick(field<QLineEdit>("pinAgain"), Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        for (const char* name : {"pinProof", "pinFresh", "pinAgain"})
            QVERIFY(field<QLineEdit>(name)->text().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(dialog()->text().contains(QStringLiteral("wrong")) && m_bench->idle(), kSoon);
        QVERIFY2(dialog()->text().contains(QStringLiteral("2 tries")), qPrintable(dialog()->text()));
        QCOMPARE(entered.size(), 1); // never again by itself
        enter("1234", "4321", "4321");
        send->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr && m_bench->idle(), kSoon);
        QVERIFY(pin(0x01).verified);
        QVERIFY(m_bench->window().messages().text().contains(QStringLiteral("new value")));
    }

    void a_blocked_key_is_unblocked_with_its_puk()
    {
        m_bench->find<QToolButton>("key01")->click();
        auto* panel = m_bench->find<PinPanel>("pinPanel");
        for (int tries = 3; tries > 0; --tries) {
            auto* entry = m_bench->find<QLineEdit>("pinField");
            QTest::keyClicks(entry, QStringLiteral("9999"));
            QTest::keyClick(entry, Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle() && pin(0x01).triesLeft == tries - 1, kSoon);
        }
        auto* unblock = m_bench->find<QPushButton>("pinUnblock");
        QTRY_VERIFY(unblock->isVisible());
        unblock->click();
        QVERIFY(!panel->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr && dialog()->text().contains(QStringLiteral("10 tries")), kSoon);
        enter("1234", "4321", "4321"); // no PUK has four digits
        QVERIFY(!field<QPushButton>("pinChangeSend")->isEnabled());
        enter("00000000", "4321", "4321");
        field<QPushButton>("pinChangeSend")->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog()->text().contains(QStringLiteral("9 tries")) && m_bench->idle(), kSoon);
        enter("12345678", "4321", "4321");
        field<QPushButton>("pinChangeSend")->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr && m_bench->idle(), kSoon);
        QVERIFY(!isBlocked(pin(0x01)));
        QVERIFY(pin(0x01).verified);
    }

    void escape_leaves_the_key_as_it_is()
    {
        choose("change81");
        QTRY_VERIFY(dialog() != nullptr && dialog()->isVisible());
        for (const QWidget* widget : dialog()->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
        QSignalSpy busy(&m_bench->controller(), &DeskController::busyChanged);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(dialog() == nullptr);
        QVERIFY(busy.isEmpty());
        QVERIFY(m_bench->find<QToolButton>("changeKeys")->menu()->findChild<QAction*>(QStringLiteral("unblock0A"))
            == nullptr);
    }

    void the_palette_finds_the_keys()
    {
        for (const char* words : {"pin", "key", "unblock"}) {
            CommandModel found(m_bench->window().actions().registry());
            found.setQuery(QLatin1String(words));
            bool isFound = false;
            for (int row = 0; row < found.rowCount(); ++row)
                isFound = isFound || found.actionAt(row) == m_bench->action(Command::ChangeKey);
            QVERIFY2(isFound, words);
        }
        m_bench->action(Command::EnterKey)->trigger();
        auto* keys = m_bench->find<QMenu>("chooseKey");
        QVERIFY(keys->isVisible());
        QTest::keyClick(keys, Qt::Key_Return); // the first of them
        QVERIFY(m_bench->find<PinPanel>("pinPanel")->isVisible());
        m_bench->action(Command::ChangeKey)->trigger();
        QMenu* changes = m_bench->find<QToolButton>("changeKeys")->menu();
        QVERIFY(changes->isVisible());
        QTest::keyClick(changes, Qt::Key_Escape);
        m_bench->action(Command::CloseCard)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kSoon);
        QVERIFY(!m_bench->action(Command::EnterKey)->isEnabled());
    }

    void an_object_is_added_and_deleted()
    {
        verify("key01", "1234");
        verify("key0A", "11223344");
        QString path;
        for (const CardFile& file : m_bench->controller().side(Side::Card)->files->files) {
            if (file.name == QStringLiteral("EF_IMSConfigData") && path.isEmpty())
                path = file.path;
        }
        m_bench->window().files().chooseFile(path);
        m_bench->find<QPushButton>("readFile")->click();
        auto* parts = m_bench->find<QListWidget>("fileParts");
        QTRY_VERIFY_WITH_TIMEOUT(parts->count() > 0 && m_bench->idle(), kSoon);
        const int before = parts->count();

        auto* add = m_bench->find<QPushButton>("addObject");
        QVERIFY(add->isVisible());
        add->click();
        auto* tag = m_bench->find<QLineEdit>("newObjectTag");
        QVERIFY(tag->isVisible());
        auto* start = m_bench->find<QPushButton>("newObjectStart");
        QVERIFY(!start->isEnabled());
        for (const char* wrong : {"9F", "81", "00", "8G"}) { // 81 is there already
            tag->setText(QString::fromLatin1(wrong));
            QVERIFY2(!start->isEnabled(), wrong);
            QVERIFY(!m_bench->find<QLabel>("newTagNote")->text().isEmpty());
        }
        tag->setText(QStringLiteral("9F22"));
        QTest::keyClick(tag, Qt::Key_Return);
        auto* hex = m_bench->find<QPlainTextEdit>("hexEditor");
        QVERIFY(hex->isVisible());
        // The list says whose bytes they are.
        QCOMPARE(parts->count(), before + 1);
        QVERIFY(parts->currentItem()->text().contains(QStringLiteral("9F22")));
        QVERIFY(!m_bench->find<QPushButton>("reviewPart")->isEnabled());
        hex->setPlainText(QStringLiteral("6E 65 77"));
        m_bench->find<QPushButton>("reviewPart")->click();
        write(QStringLiteral("81DB0080069F22036E6577"));
        QTRY_VERIFY_WITH_TIMEOUT(parts->count() == before + 1 && m_bench->idle(), kSoon);
        QVERIFY2(
            parts->currentItem()->text().contains(QStringLiteral("9F22")), qPrintable(parts->currentItem()->text()));

        m_bench->find<QPushButton>("deleteObject")->click();
        write(QStringLiteral("81DB0080029F22"));
        QTRY_VERIFY_WITH_TIMEOUT(parts->count() == before && m_bench->idle(), kSoon);
    }

private:
    /// By the pane's menu, as its entries are called.
    void choose(const char* name)
    {
        auto* button = m_bench->find<QToolButton>("changeKeys");
        QVERIFY(button != nullptr);
        auto* entry = button->menu()->findChild<QAction*>(QLatin1String(name));
        QVERIFY2(entry != nullptr, name);
        entry->trigger();
    }
    PinChangeDialog* dialog() { return m_bench->find<PinChangeDialog>("pinChangeDialog"); }
    template <class T> T* field(const char* name) { return dialog()->findChild<T*>(QLatin1String(name)); }
    void enter(const char* proof, const char* fresh, const char* again)
    {
        field<QLineEdit>("pinProof")->setText(QLatin1String(proof));
        field<QLineEdit>("pinFresh")->setText(QLatin1String(fresh));
        field<QLineEdit>("pinAgain")->setText(QLatin1String(again));
    }
    CardPin pin(std::uint8_t reference)
    {
        return pinOf(*m_bench->controller().side(Side::Card)->files, reference).value_or(CardPin{});
    }
    void verify(const char* button, const char* digits)
    {
        m_bench->find<QToolButton>(button)->click();
        auto* entry = m_bench->find<QLineEdit>("pinField");
        QTest::keyClicks(entry, QLatin1String(digits));
        QTest::keyClick(entry, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->find<PinPanel>("pinPanel")->isVisible() && m_bench->idle(), kSoon);
    }
    /// Looks at the commands, which go over the channel of the files (1), then has them sent.
    void write(const QString& command)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<WritePreview>("writePreview") != nullptr, kSoon);
        auto* preview = m_bench->find<WritePreview>("writePreview");
        const QString listed = preview->findChild<QPlainTextEdit*>(QStringLiteral("previewApdus"))->toPlainText();
        QVERIFY2(listed.endsWith(command), qPrintable(listed));
        preview->findChild<QPushButton*>(QStringLiteral("previewWrite"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<WritePreview>("writePreview") == nullptr && m_bench->idle(), kSoon);
    }

    std::unique_ptr<WindowBench> m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowKeysTest>(argc, argv);
}

} // namespace dmsc::tst_window_keys

#include "tst_window_keys.moc"
