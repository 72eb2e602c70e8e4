// SPDX-License-Identifier: Apache-2.0
// The handshake wizard told by values what a desk would tell it.
#include "model/items/handshake_step_model.h"
#include "model/items/handshake_value_model.h"
#include "tests/support/run_test.h"
#include "widgets/handshake/access_card.h"
#include "widgets/handshake/credential_pane.h"
#include "widgets/handshake/handshake_wizard.h"
#include "widgets/handshake/note_frame.h"
#include "widgets/ladder/ladder_view.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTreeView>

namespace dmsc::tst_handshake_pages {

namespace {

/// SCP03 from 13 up for the device, both methods for the server, nothing for applications.
SideState someCard()
{
    SideState side;
    side.title = QStringLiteral("Demo card");
    side.offers = {{Role::Issuer, HandshakeMethod::Scp03, 0x33, {0x30}},
        {Role::Device, HandshakeMethod::Scp03, 0x13, {0x31}}, {Role::Dms, HandshakeMethod::Scp03, 0x33, {0x32}},
        {Role::Dms, HandshakeMethod::Scp11a, 0x33, {0x01}}};
    return side;
}

CredentialInfo demoKeys(const char* id, Role role, HandshakeMethod method = HandshakeMethod::Scp03)
{
    CredentialInfo info;
    info.id = QLatin1String(id);
    info.label = QLatin1String(id);
    info.kind = method == HandshakeMethod::Scp03 ? CredentialInfo::Kind::KeySet : CredentialInfo::Kind::Certificate;
    info.role = role;
    info.methods = {method};
    info.builtIn = true;
    return info;
}

std::vector<CredentialInfo> someCredentials()
{
    CredentialInfo own = demoKeys("own", Role::Device);
    own.builtIn = false;
    return {demoKeys("demo-issuer", Role::Issuer), demoKeys("demo-device", Role::Device),
        demoKeys("demo-dms", Role::Dms), demoKeys("demo-dms-certificate", Role::Dms, HandshakeMethod::Scp11a), own};
}

HandshakeReport report(const HandshakeRequest& request, bool open)
{
    HandshakeReport made;
    made.request = request;
    made.steps = plannedSteps(request.method, request.as);
    for (HandshakeStep& step : made.steps) {
        step.state = StepState::Done;
        step.exchange = ExchangeId{5};
        step.duration = std::chrono::microseconds(500);
    }
    made.steps[1].values = {{QStringLiteral("hostChallenge"), QStringLiteral("host challenge"),
                                QByteArray::fromHex("0102030405060708"), {}, false},
        {QStringLiteral("sEnc"), QStringLiteral("S-ENC"), QByteArray::fromHex("C0FFEEC0FFEEC0FFEEC0FFEEC0FFEE00"), {},
            true}};
    made.open = open;
    made.receipts = request.method == HandshakeMethod::Scp11a;
    made.pairs = 2;
    made.bytes = 120;
    made.access.entity = "dms";
    made.access.role = request.as;
    made.access.method = request.method;
    made.access.level = request.level;
    made.access.credential = "key version 32";
    made.access.conditions = {{Rights{0x07}, ".", {}}, {Rights{0x01}, "./DMAcc", {}}};
    made.memory.blockSize = 256;
    made.memory.self = "dms";
    made.memory.entities = {{"dms", request.as, Blocks{40}, Blocks{20}, Blocks{5}, 1200}};
    return made;
}

} // namespace

class HandshakePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }

    void init()
    {
        HandshakeRequest last;
        last.as = Role::Device;
        m_wizard = std::make_unique<HandshakeWizard>(someCard(), last);
        m_wizard->show();
        m_wizard->setCredentials(someCredentials(), false);
    }
    void cleanup() { m_wizard.reset(); }

    void DM_SC_SEC_6_what_the_policy_forbids_is_there_with_its_reason()
    {
        QVERIFY(!find<QAbstractButton>("whoApplication")->isEnabled());
        QVERIFY(!find<QAbstractButton>("whoApplication")->toolTip().isEmpty());
        find<QAbstractButton>("whoDms")->click();
        next();
        QVERIFY(find<QAbstractButton>("methodSCP03")->isEnabled());
        QVERIFY(find<QAbstractButton>("methodSCP11a")->isEnabled());
        QVERIFY(!find<QAbstractButton>("methodSCP11b")->isEnabled());
        QVERIFY(find<QAbstractButton>("methodSCP11b")->toolTip().contains(QStringLiteral("SCP11b")));
        m_wizard->back();
        find<QAbstractButton>("whoDevice")->click();
        next();
        QVERIFY(!find<QAbstractButton>("methodSCP11a")->isEnabled());
        QVERIFY(find<QAbstractButton>("methodSCP03")->isChecked());
    }

    void DM_SC_SEC_6_levels_below_the_policy_cannot_be_chosen()
    {
        next();
        auto* levels = find<QComboBox>("methodLevel");
        const auto* items = qobject_cast<QStandardItemModel*>(levels->model());
        QCOMPARE(levels->count(), 5);
        for (int i = 0; i < levels->count(); ++i) {
            const auto level = std::uint8_t(levels->itemData(i).toUInt());
            QCOMPARE(items->item(i)->isEnabled(), (level & 0x13) == 0x13);
        }
        QCOMPARE(m_wizard->request().level, std::uint8_t(0x33));
        levels->setCurrentIndex(levels->findData(0x13));
        Q_EMIT levels->activated(levels->currentIndex());
        QCOMPARE(m_wizard->request().level, std::uint8_t(0x13));
    }

    void credentials_are_asked_for_in_the_page()
    {
        next();
        next();
        QCOMPARE(m_wizard->currentId(), int(HandshakeWizard::Credentials));
        QCOMPARE(m_wizard->request().credential, QStringLiteral("demo-device"));
        QVERIFY(find<NoteFrame>("credentialDemo")->isVisible());
        QVERIFY(!find<QWidget>("credentialRemove")->isEnabled());
        m_wizard->setCredentials(someCredentials(), true);
        m_wizard->credentialPane().choose(QStringLiteral("own"));
        QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
        QSignalSpy unlock(&m_wizard->credentialPane(), &CredentialPane::unlockRequested);
        auto* field = find<QLineEdit>("credentialPassphrase");
        QVERIFY(field->isVisible());
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("open sesame"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(unlock.size(), 1);
        QCOMPARE(unlock.at(0).at(0).toByteArray(), QByteArray("open sesame"));
        QVERIFY(field->text().isEmpty());
        QCOMPARE(m_wizard->currentId(), int(HandshakeWizard::Credentials)); // Enter meant the field
        m_wizard->credentialPane().setFailure(QStringLiteral("that is not the passphrase"));
        QVERIFY(find<NoteFrame>("credentialNote")->isVisible());
        m_wizard->setCredentials(someCredentials(), false);
        QVERIFY(!field->isVisible());
        m_wizard->credentialPane().choose(QStringLiteral("own"));
        QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    }

    void a_run_is_shown_step_by_step_and_its_secrets_are_hidden()
    {
        QSignalSpy started(m_wizard.get(), &HandshakeWizard::startRequested);
        m_wizard->goToRun();
        QCOMPARE(m_wizard->currentId(), int(HandshakeWizard::Run));
        QCOMPARE(started.size(), 1);
        QVERIFY(m_wizard->isRunning());
        QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
        const HandshakeReport done = report(m_wizard->request(), true);
        auto* ladder = find<LadderView>("handshakeLadder");
        QCOMPARE(ladder->model()->rowCount(), int(done.steps.size()));
        for (const HandshakeStep& step : done.steps)
            m_wizard->takeStep(step);
        m_wizard->takeReport(done);
        QVERIFY(!m_wizard->isRunning());
        QVERIFY(find<NoteFrame>("handshakeVerdict")->text().contains(QStringLiteral("120")));
        QVERIFY(!find<QPushButton>("handshakeShowInLog")->isEnabled());
        ladder->setCurrentIndex(ladder->model()->index(1, 0));
        QSignalSpy log(m_wizard.get(), &HandshakeWizard::logRequested);
        find<QPushButton>("handshakeShowInLog")->click();
        QCOMPARE(log.size(), 1);
        auto* values = find<QTreeView>("handshakeValues");
        const QModelIndex step = values->model()->index(1, 0);
        const QModelIndex key = values->model()->index(1, HandshakeValueModel::Value, step);
        QVERIFY(!key.data().toString().contains(QStringLiteral("C0")));
        find<QPushButton>("valuesReveal")->click();
        QVERIFY(key.data().toString().contains(QStringLiteral("C0 FF EE")));
        QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    }

    void DM_SC_SEC_3_the_result_is_read_and_says_that_SCP03_has_no_receipt()
    {
        m_wizard->goToRun();
        m_wizard->takeReport(report(m_wizard->request(), true));
        next();
        QCOMPARE(m_wizard->currentId(), int(HandshakeWizard::Result));
        const QString text = find<AccessCard>("accessCard")->text();
        QVERIFY2(text.contains(QStringLiteral("dms")) && text.contains(QStringLiteral("./DMAcc"))
                && text.contains(rightsText(Rights{0x07})) && text.contains(QStringLiteral("key version 32")),
            qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("20"))); // blocks granted
        QVERIFY(find<NoteFrame>("receiptNote")->text().contains(QStringLiteral("SCP03")));
        QVERIFY(!find<QPushButton>("resultReceipt")->isEnabled());
        QSignalSpy memory(m_wizard.get(), &HandshakeWizard::memoryRequested);
        find<QPushButton>("resultMemory")->click();
        QCOMPARE(memory.size(), 1);
    }

    void DM_SC_SEC_6_the_issuer_sees_the_tries_of_key_sets_and_can_reset_them()
    {
        find<QAbstractButton>("whoIssuer")->click();
        m_wizard->goToRun();
        QSignalSpy asked(m_wizard.get(), &HandshakeWizard::triesRequested);
        m_wizard->takeReport(report(m_wizard->request(), true));
        next();
        QCOMPARE(asked.size(), 1);
        QVERIFY(!find<QWidget>("accessTries")->isVisible());
        m_wizard->setTries({{"issuer", 0x30, 10, 10}, {"device", 0x31, 7, 10}, {"dms", 0x32, 0, 10}});
        QVERIFY(find<QWidget>("accessTries")->isVisible());
        const QString text = find<AccessCard>("accessCard")->text();
        for (const char* line :
            {"issuer, key version 30: 10 of 10", "device, key version 31: 7 of 10", "dms, key version 32: blocked"})
            QVERIFY2(text.contains(QLatin1String(line)), qPrintable(text));
        QVERIFY(m_wizard->findChild<QPushButton*>(QStringLiteral("resetTries30")) == nullptr);
        QVERIFY(m_wizard->findChild<QPushButton*>(QStringLiteral("resetTries31")) != nullptr);
        auto* reset = find<QPushButton>("resetTries32");
        QVERIFY(reset->accessibleName().contains(QStringLiteral("dms")));
        int version = 0;
        connect(m_wizard.get(), &HandshakeWizard::resetTriesRequested, this,
            [&version](std::uint8_t keyVersion) { version = keyVersion; });
        reset->setFocus();
        QTest::keyClick(reset, Qt::Key_Space);
        QCOMPARE(version, 0x32);
    }

    void nobody_but_the_issuer_is_asked_for_tries()
    {
        QSignalSpy asked(m_wizard.get(), &HandshakeWizard::triesRequested);
        m_wizard->goToRun();
        m_wizard->takeReport(report(m_wizard->request(), true));
        next();
        QCOMPARE(m_wizard->currentId(), int(HandshakeWizard::Result));
        QCOMPARE(asked.size(), 0);
    }

    void DM_SC_SEC_7_with_certificates_there_is_a_receipt()
    {
        find<QAbstractButton>("whoDms")->click();
        next();
        find<QAbstractButton>("methodSCP11a")->click();
        next();
        QCOMPARE(m_wizard->request().credential, QStringLiteral("demo-dms-certificate"));
        QVERIFY(m_wizard->request().throughDevice);
        next();
        m_wizard->takeReport(report(m_wizard->request(), true));
        next();
        QVERIFY(find<QPushButton>("resultReceipt")->isEnabled());
    }

    void a_failure_stands_at_its_step_and_can_be_tried_again()
    {
        QSignalSpy started(m_wizard.get(), &HandshakeWizard::startRequested);
        m_wizard->goToRun();
        HandshakeReport failed = report(m_wizard->request(), false);
        failed.steps[2].state = StepState::Failed;
        failed.steps[2].problem = QStringLiteral("the card did not prove that it knows the keys");
        failed.steps[3].state = StepState::Skipped;
        m_wizard->takeReport(failed);
        QVERIFY(find<NoteFrame>("handshakeVerdict")->text().contains(failed.steps[2].problem));
        QCOMPARE(find<LadderView>("handshakeLadder")->currentIndex().row(), 2);
        QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
        find<NoteFrame>("handshakeVerdict")->button().click();
        QCOMPARE(started.size(), 2);
        m_wizard->takeFailure({ErrorKind::Io, QStringLiteral("the reader is gone"), {}});
        QVERIFY(find<NoteFrame>("handshakeVerdict")->text().contains(QStringLiteral("the reader is gone")));
    }

    void back_and_cancel_stop_what_runs()
    {
        QSignalSpy cancelled(m_wizard.get(), &HandshakeWizard::cancelRequested);
        m_wizard->goToRun();
        m_wizard->back();
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(m_wizard->currentId(), int(HandshakeWizard::Credentials));
        m_wizard->takeReport(report(m_wizard->request(), true)); // too late: nobody waits for it
        QVERIFY(!m_wizard->isRunning());
        next();
        m_wizard->reject();
        QCOMPARE(cancelled.size(), 2);
        QVERIFY(!m_wizard->isVisible());
    }

    void nothing_is_cut_off_in_any_look_and_direction()
    {
        for (const Theme theme : allThemes()) {
            applyTheme(theme);
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                m_wizard->setLayoutDirection(direction);
                m_wizard->restart();
                QVERIFY2(cutOff().isEmpty(), qPrintable(cutOff()));
                next();
                QVERIFY2(cutOff().isEmpty(), qPrintable(cutOff()));
                next();
                next();
                m_wizard->takeReport(report(m_wizard->request(), true));
                QVERIFY2(cutOff().isEmpty(), qPrintable(cutOff()));
                next();
                QVERIFY2(cutOff().isEmpty(), qPrintable(cutOff()));
            }
        }
        applyTheme(Theme::Light);
    }

private:
    template <class T> T* find(const char* name)
    {
        T* found = m_wizard->findChild<T*>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    void next()
    {
        m_wizard->next();
        QCoreApplication::processEvents();
    }
    /// Visible labels and buttons that have less room than their words need.
    QString cutOff()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QStringList names;
        for (const QLabel* label : m_wizard->findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            const bool tooNarrow = !label->wordWrap() && label->width() < label->sizeHint().width();
            if (label->height() < needed || tooNarrow)
                names << label->text();
        }
        for (const QAbstractButton* button : m_wizard->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->width() < button->minimumSizeHint().width())
                names << button->text();
        }
        for (const QScrollArea* area : m_wizard->findChildren<QScrollArea*>()) {
            if (area->isVisible() && area->verticalScrollBar()->isVisible())
                names << QStringLiteral("a page scrolls: %1 in %2")
                             .arg(area->widget()->height())
                             .arg(area->viewport()->height());
        }
        return names.join(QLatin1Char('\n'));
    }

    std::unique_ptr<HandshakeWizard> m_wizard;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, HandshakePagesTest>(argc, argv);
}

} // namespace dmsc::tst_handshake_pages

#include "tst_handshake_pages.moc"
