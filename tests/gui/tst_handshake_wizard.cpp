// SPDX-License-Identifier: Apache-2.0
// The handshake wizard in the real window, on the demo card.
#include "model/items/handshake_step_model.h"
#include "model/items/handshake_value_model.h"
#include "tests/gui/window_bench.h"
#include "tests/support/failed_handshake.h"
#include "tests/support/run_test.h"
#include "widgets/handshake/access_card.h"
#include "widgets/handshake/credential_pane.h"
#include "widgets/handshake/handshake_wizard.h"
#include "widgets/handshake/note_frame.h"
#include "widgets/ladder/ladder_view.h"
#include "widgets/log/log_view.h"
#include "widgets/window/message_bar.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeView>

namespace dmsc::tst_handshake_wizard {

using dmsc::test::WindowBench;

namespace {

constexpr int kPatience = 20'000;
constexpr char kKeySet[] = R"({"version":"34","enc":"A0A1A2A3A4A5A6A7A8A9AAABACADAEAF",
    "mac":"B0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF","dek":"C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF","macSize":8})";

} // namespace

class HandshakeWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        QVERIFY(m_bench->openDemo());
    }
    void cleanup() { m_bench.reset(); }

    void without_a_card_the_action_says_why()
    {
        QTRY_VERIFY(m_bench->action(Command::CloseCard)->isEnabled());
        m_bench->action(Command::CloseCard)->trigger();
        QTRY_VERIFY(!m_bench->controller().side(Side::Card));
        QTRY_VERIFY(m_bench->idle());
        QAction* action = m_bench->action(Command::Handshake);
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(QStringLiteral("DM_SC")));
    }

    void DM_SC_GEN_12_SCP03_from_the_first_page_to_the_last()
    {
        openWizard();
        choose("whoDevice");
        next();
        choose("methodSCP03");
        next();
        next();
        QTRY_VERIFY_WITH_TIMEOUT(!wizard().isRunning(), kPatience);
        QVERIFY2(wizard().button(QWizard::NextButton)->isEnabled(), qPrintable(verdict()));
        auto* ladder = find<LadderView>("handshakeLadder");
        for (int row = 0; row < ladder->model()->rowCount(); ++row)
            QCOMPARE(ladder->model()->index(row, 0).data(HandshakeStepModel::StateRole).toInt(), int(StepState::Done));
        QTRY_VERIFY(m_bench->idle());
        next();
        const SideState& card = *m_bench->controller().side(Side::Card);
        QVERIFY(card.access);
        QCOMPARE(card.access->role, Role::Device);
        QVERIFY(find<AccessCard>("accessCard")->text().contains(QString::fromStdString(card.access->entity)));
        QVERIFY(!find<QPushButton>("resultReceipt")->isEnabled()); // SEC-3: SCP03 alone
        auto* security = m_bench->find<QLabel>("statusSecurity");
        QVERIFY(security->text().contains(QStringLiteral("SCP03")));
        QVERIFY(security->text().contains(QStringLiteral("published test keys")));
        QCOMPARE(namelessIn(wizard()), QString());
    }

    void a_step_leads_to_its_row_of_the_log()
    {
        runTo("whoDevice", "methodSCP03");
        auto* ladder = find<LadderView>("handshakeLadder");
        int row = -1;
        for (int i = 0; i < ladder->model()->rowCount(); ++i)
            if (ladder->model()->index(i, 0).data(HandshakeStepModel::IdRole).toString()
                == QLatin1String("initializeUpdate"))
                row = i;
        QVERIFY(row >= 0);
        ladder->setCurrentIndex(ladder->model()->index(row, 0));
        const auto exchange = ladder->currentIndex().data(HandshakeStepModel::ExchangeRole).toUInt();
        QVERIFY(exchange != 0);
        QTRY_VERIFY(m_bench->window().log().model().store().size() > 0);
        QTest::qWait(50); // the log is drained every 20 ms
        find<QPushButton>("handshakeShowInLog")->click();
        const QModelIndex current = m_bench->window().log().table().currentIndex();
        QVERIFY(current.isValid());
        const LogModel& log = m_bench->window().log().model();
        QCOMPARE(log.store().at(log.recordAt(current.row())).exchange.value, exchange);
    }

    void DM_SC_SEC_2_SCP11a_between_server_and_card()
    {
        runTo("whoDms", "methodSCP11a");
        QVERIFY2(wizard().button(QWizard::NextButton)->isEnabled(), qPrintable(verdict()));
        next();
        QVERIFY(find<QPushButton>("resultReceipt")->isEnabled());
        QTRY_VERIFY(m_bench->idle());
        QCOMPARE(m_bench->controller().side(Side::Card)->access->role, Role::Dms);
        QVERIFY(m_bench->action(Command::WriteReceipt)->isEnabled());
    }

    void DM_SC_SEC_6_a_forbidden_method_is_refused_before_anything_is_sent()
    {
        openWizard();
        QSignalSpy stepped(&m_bench->controller().desk(), &Desk::handshakeStepped);
        int forbidden = 0;
        for (const char* who : {"whoDevice", "whoDms", "whoApplication", "whoIssuer"}) {
            if (!find<QAbstractButton>(who)->isEnabled())
                continue;
            choose(who);
            next();
            for (const char* method : {"methodSCP03", "methodSCP11a", "methodSCP11b", "methodSCP11c"}) {
                auto* button = find<QAbstractButton>(method);
                if (button->isEnabled())
                    continue;
                ++forbidden;
                QVERIFY(!button->toolTip().isEmpty());
                button->click();
                QVERIFY(!button->isChecked());
            }
            wizard().back();
        }
        QVERIFY(forbidden > 0);
        QCOMPARE(stepped.size(), 0);
    }

    void DM_SC_SEC_9_again_leaves_tree_and_plan_alone()
    {
        const auto tree = m_bench->controller().side(Side::Card)->tree;
        const int row = m_bench->leafRow(PairState::OnlyDevice);
        m_bench->select(row, Side::Device);
        m_bench->action(Command::CopyToCard)->trigger();
        const std::size_t planned = m_bench->planned().size();
        QVERIFY(planned > 0);
        QSignalSpy done(&m_bench->controller().desk(), &Desk::handshakeDone);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->action(Command::HandshakeAgain)->isEnabled(), kPatience);
        m_bench->action(Command::HandshakeAgain)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, kPatience);
        const auto report = done.at(0).at(1).value<HandshakeReport>();
        QVERIFY(report.open);
        QVERIFY(report.again);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
        QCOMPARE(m_bench->planned().size(), planned);
        QVERIFY(m_bench->controller().side(Side::Card)->secured);
    }

    void own_keys_are_imported_and_a_wrong_passphrase_is_said_where_it_was_typed()
    {
        QFile file(m_bench->path("keys.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kKeySet);
        file.close();
        openWizard();
        choose("whoDevice");
        next();
        next();
        QTRY_VERIFY(!wizard().credentialPane().model().credentials().empty());
        const std::size_t before = wizard().credentialPane().model().credentials().size();
        find<QAbstractButton>("credentialImport")->click();
        auto* dialog = wizard().findChild<QFileDialog*>(QStringLiteral("importDialog"));
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(file.fileName());
        dialog->reject();
        QVERIFY(!find<QAbstractButton>("importSend")->isEnabled()); // a passphrase for the new store first
        find<QLineEdit>("importStorePassphrase")->setText(QStringLiteral("correct horse"));
        find<QLineEdit>("importStoreAgain")->setText(QStringLiteral("correct horse"));
        find<QAbstractButton>("importSend")->click();
        QTRY_COMPARE_WITH_TIMEOUT(wizard().credentialPane().model().credentials().size(), before + 1, kPatience);
        QTRY_VERIFY(m_bench->idle());

        // Another day: the store is locked.
        const QString card = m_bench->controller().side(Side::Card)->where.text();
        QVERIFY(m_bench->openDemo());
        openWizard();
        choose("whoDevice");
        next();
        next();
        auto* field = find<QLineEdit>("credentialPassphrase");
        QTRY_VERIFY(field->isVisible());
        field->setFocus();
        field->setText(QStringLiteral("wrong"));
        QTest::keyClick(field, Qt::Key_Return);
        auto* note = find<NoteFrame>("credentialNote");
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), kPatience);
        QTRY_VERIFY(m_bench->idle());
        QVERIFY(wizard().credentialPane().isLocked());
        QVERIFY(!m_bench->window().messages().isVisible());
        field->setText(QStringLiteral("correct horse"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!wizard().credentialPane().isLocked(), kPatience);
        QVERIFY(!note->isVisible());
        QCOMPARE(QApplication::focusWidget(), find<QTableView>("credentialTable")); // not a button that leads away
    }

    void DM_SC_UC1_A2_keys_that_the_card_does_not_know_fail_with_an_explanation()
    {
        QFile file(m_bench->path("keys.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(kKeySet).replace("\"34\"", "\"31\""));
        file.close();
        Desk& desk = m_bench->controller().desk();
        QSignalSpy changed(&desk, &Desk::credentialsChanged);
        desk.unlockCredentials("correct horse");
        desk.importCredential(file.fileName(), {}, QStringLiteral("wrong"), Role::Device);
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, kPatience);
        QTRY_VERIFY(m_bench->idle());
        openWizard();
        choose("whoDevice");
        next();
        next();
        QTRY_VERIFY(wizard().credentialPane().model().find(QStringLiteral("wrong")).isValid());
        wizard().credentialPane().choose(QStringLiteral("wrong"));
        QCOMPARE(wizard().request().credential, QStringLiteral("wrong"));
        next();
        QTRY_VERIFY_WITH_TIMEOUT(!wizard().isRunning(), kPatience);
        QVERIFY(!wizard().button(QWizard::NextButton)->isEnabled());
        auto* ladder = find<LadderView>("handshakeLadder");
        QCOMPARE(ladder->currentIndex().data(HandshakeStepModel::StateRole).toInt(), int(StepState::Failed));
        const QString problem = ladder->currentIndex().data(HandshakeStepModel::ProblemRole).toString();
        QVERIFY2(problem.contains(QStringLiteral("no permission to open a session as device")), qPrintable(problem));
        QVERIFY2(verdict().contains(problem), qPrintable(verdict()));
        QTRY_VERIFY(m_bench->idle());
        QVERIFY(!m_bench->controller().side(Side::Card)->secured);
        QVERIFY(m_bench->controller().side(Side::Card)->tree != nullptr); // as it was read
    }

    void DM_SC_SEC_6_the_issuers_last_page_gives_tries_back()
    {
        QVERIFY(!test::failHandshake(m_bench->controller().side(Side::Card)->where.name, Role::Device).isEmpty());
        runTo("whoIssuer", "methodSCP03");
        next();
        auto* card = find<AccessCard>("accessCard");
        QTRY_VERIFY_WITH_TIMEOUT(
            card->text().contains(QStringLiteral("key version 31: 9 of 10 tries left")), kPatience);
        find<QPushButton>("resetTries31")->click();
        QTRY_VERIFY_WITH_TIMEOUT(card->text().contains(QStringLiteral("key version 31: 10 of 10")), kPatience);
        QVERIFY(wizard().findChild<QPushButton*>(QStringLiteral("resetTries31")) == nullptr);
        QCOMPARE(namelessIn(wizard()), QString());
    }

    void the_first_page_is_answered_by_keyboard_alone()
    {
        openWizard();
        QTRY_VERIFY(find<QAbstractButton>("whoIssuer")->isChecked());
        QTRY_VERIFY(find<QAbstractButton>("whoIssuer")->hasFocus());
        QTest::keyClick(find<QAbstractButton>("whoIssuer"), Qt::Key_Down);
        auto* next = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        QVERIFY(next != nullptr && next->isChecked());
        QVERIFY(next != find<QAbstractButton>("whoIssuer"));
        QTest::keyClick(next, Qt::Key_Up);
        QVERIFY(find<QAbstractButton>("whoIssuer")->isChecked() && find<QAbstractButton>("whoIssuer")->hasFocus());
        QTest::keyClick(find<QAbstractButton>("whoIssuer"), Qt::Key_Return);
        QTRY_COMPARE(wizard().currentId(), int(HandshakeWizard::Method));
        QTRY_VERIFY(find<QAbstractButton>("methodSCP03")->hasFocus());
    }

    void a_cancelled_handshake_leaves_no_session()
    {
        QSignalSpy done(&m_bench->controller().desk(), &Desk::handshakeDone);
        openWizard();
        choose("whoDevice");
        next();
        next();
        QTRY_VERIFY(wizard().credentialPane().chosen() != nullptr);
        // The first step that is told stops it.
        QObject::connect(&m_bench->controller().desk(), &Desk::handshakeStepped, &wizard(),
            [this] { wizard().button(QWizard::CancelButton)->click(); });
        next();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window().findChild<HandshakeWizard*>() == nullptr, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
        const bool opened = !done.isEmpty() && done.at(0).at(1).value<HandshakeReport>().open;
        // Either it was over before it could be stopped, or there is no session: never half of one.
        const SideState& card = *m_bench->controller().side(Side::Card);
        if (!done.isEmpty())
            QCOMPARE(card.secured, opened);
        openWizard();
        runOn("whoDevice", "methodSCP03");
        QVERIFY2(wizard().button(QWizard::NextButton)->isEnabled(), qPrintable(verdict()));
    }

    void a_run_is_exported_after_a_warning()
    {
        runTo("whoDevice", "methodSCP03");
        find<QPushButton>("valuesExport")->click();
        auto* warning = wizard().findChild<QMessageBox*>(QStringLiteral("exportWarning"));
        QVERIFY(warning != nullptr);
        QVERIFY(warning->text().contains(QStringLiteral("session keys")));
        find<QPushButton>("exportGo")->click();
        auto* dialog = wizard().findChild<QFileDialog*>(QStringLiteral("exportDialog"));
        QVERIFY(dialog != nullptr);
        const QString path = m_bench->path("vector.json");
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(
            QJsonDocument::fromJson(text).object().value(QStringLiteral("method")).toString(), QStringLiteral("SCP03"));
        QVERIFY(text.contains("hostChallenge"));
        // It holds session keys: nobody else may read it.
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }

    void secrets_stay_dots_until_revealed()
    {
        runTo("whoDevice", "methodSCP03");
        auto* values = find<QTreeView>("handshakeValues");
        const auto* model = qobject_cast<HandshakeValueModel*>(values->model());
        QVERIFY(model->hasSecrets());
        QStringList hidden = secretTexts(*model);
        QVERIFY(!hidden.isEmpty());
        for (const QString& text : hidden)
            QVERIFY2(text.contains(QStringLiteral("•")), qPrintable(text));
        find<QPushButton>("valuesReveal")->click();
        for (const QString& text : secretTexts(*model))
            QVERIFY2(!text.contains(QStringLiteral("•")), qPrintable(text));
    }

    void closing_the_card_closes_the_wizard()
    {
        openWizard();
        QTRY_VERIFY(m_bench->action(Command::CloseCard)->isEnabled());
        m_bench->action(Command::CloseCard)->trigger();
        QTRY_VERIFY(m_bench->window().findChild<HandshakeWizard*>() == nullptr);
        QVERIFY(!m_bench->window().messages().text().isEmpty());
    }

private:
    static QStringList secretTexts(const HandshakeValueModel& model)
    {
        QStringList texts;
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex parent = model.index(group, 0);
            for (int row = 0; row < model.rowCount(parent); ++row)
                if (model.index(row, 0, parent).data(HandshakeValueModel::SecretRole).toBool())
                    texts << model.index(row, HandshakeValueModel::Value, parent).data().toString();
        }
        return texts;
    }
    /// Focusable widgets that would be read out as nothing.
    static QString namelessIn(const QWidget& window)
    {
        QStringList nameless;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            if ((face != nullptr ? face->text(QAccessible::Name) : widget->accessibleName()).isEmpty())
                nameless << QStringLiteral("%1 '%2' in '%3'")
                                .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                    widget->parentWidget()->objectName());
        }
        return nameless.join(QLatin1Char('\n'));
    }

    HandshakeWizard& wizard() { return *m_bench->window().findChild<HandshakeWizard*>(); }
    template <class T> T* find(const char* name)
    {
        T* found = wizard().findChild<T*>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    QString verdict() { return find<NoteFrame>("handshakeVerdict")->text(); }
    void openWizard()
    {
        qInfo() << m_bench->action(Command::Handshake)->toolTip() << m_bench->window().messages().text();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->action(Command::Handshake)->isEnabled(), kPatience);
        m_bench->action(Command::Handshake)->trigger();
        QTRY_VERIFY(m_bench->window().findChild<HandshakeWizard*>() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
    }
    void choose(const char* name) { find<QAbstractButton>(name)->click(); }
    void next()
    {
        wizard().button(QWizard::NextButton)->click();
        QCoreApplication::processEvents();
    }
    void runOn(const char* who, const char* method)
    {
        choose(who);
        next();
        choose(method);
        next();
        QTRY_VERIFY_WITH_TIMEOUT(wizard().credentialPane().chosen() != nullptr, kPatience);
        next();
        QTRY_VERIFY_WITH_TIMEOUT(!wizard().isRunning(), kPatience);
    }
    void runTo(const char* who, const char* method)
    {
        openWizard();
        runOn(who, method);
    }

    std::unique_ptr<WindowBench> m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, HandshakeWizardTest>(argc, argv);
}

} // namespace dmsc::tst_handshake_wizard

#include "tst_handshake_wizard.moc"
