// SPDX-License-Identifier: Apache-2.0
// The models behind the handshake wizard: rungs, values, credentials.
#include "model/items/credential_model.h"
#include "model/items/handshake_step_model.h"
#include "model/items/handshake_value_model.h"
#include "model/record/record.h"
#include "tests/support/run_test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace dmsc::tst_handshake_models {

namespace {

constexpr auto kMode = QAbstractItemModelTester::FailureReportingMode::QtTest;

HandshakeStep ended(HandshakeStep step, StepState state)
{
    step.state = state;
    step.duration = std::chrono::microseconds(1'230);
    step.exchange = ExchangeId{7};
    return step;
}

HandshakeValue value(const char* id, QByteArray bytes, bool secret = false)
{
    HandshakeValue made;
    made.id = QLatin1String(id);
    made.name = QLatin1String(id);
    made.bytes = std::move(bytes);
    made.secret = secret;
    return made;
}

/// Everything that a view could show, in one text.
QString shown(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                     int(HandshakeValueModel::CopyRole)})
                text += index.data(role).toString() + QLatin1Char('|');
        }
        text += shown(model, model.index(row, 0, parent));
    }
    return text;
}

CredentialInfo credential(const char* id, Role role, std::vector<HandshakeMethod> methods, bool builtIn = false)
{
    CredentialInfo made;
    made.id = QLatin1String(id);
    made.label = QLatin1String(id);
    made.kind =
        methods.front() == HandshakeMethod::Scp03 ? CredentialInfo::Kind::KeySet : CredentialInfo::Kind::Certificate;
    made.role = role;
    made.methods = std::move(methods);
    made.builtIn = builtIn;
    return made;
}

} // namespace

class HandshakeModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rungs_are_climbed_one_after_the_other()
    {
        HandshakeStepModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        const auto planned = plannedSteps(HandshakeMethod::Scp03, Role::Device);
        model.setSteps(planned);
        QCOMPARE(model.rowCount(), int(planned.size()));
        const QModelIndex first = model.index(0);
        QCOMPARE(first.data(HandshakeStepModel::StateRole).toInt(), int(StepState::Waiting));
        QVERIFY(first.data(HandshakeStepModel::DurationRole).toString().isEmpty());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.take(ended(planned[0], StepState::Done));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(first.data(HandshakeStepModel::DurationRole).toString(), QStringLiteral("1.2 ms"));
        QCOMPARE(first.data(HandshakeStepModel::ExchangeRole).toUInt(), 7U);
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(stepStateWord(StepState::Done)));
        HandshakeStep extra = planned[0];
        extra.id = QStringLiteral("relay");
        model.take(extra);
        QCOMPARE(model.rowCount(), int(planned.size()) + 1);
        QCOMPARE(model.index(1).data(HandshakeStepModel::IdRole).toString(), QStringLiteral("relay"));
    }

    void what_comes_after_a_failure_is_skipped()
    {
        HandshakeStepModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        const auto planned = plannedSteps(HandshakeMethod::Scp11a, Role::Dms);
        model.setSteps(planned);
        model.take(ended(planned[0], StepState::Done));
        HandshakeStep failed = ended(planned[1], StepState::Failed);
        failed.problem = QStringLiteral("the certificate has expired");
        model.take(failed);
        QCOMPARE(model.failedRow(), 1);
        for (int row = 2; row < model.rowCount(); ++row)
            QCOMPARE(model.index(row).data(HandshakeStepModel::StateRole).toInt(), int(StepState::Skipped));
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(failed.problem));
        model.stop(QStringLiteral("other"));
        QCOMPARE(model.index(1).data(HandshakeStepModel::ProblemRole).toString(), failed.problem);
    }

    void a_stop_fails_the_rung_that_ran()
    {
        HandshakeStepModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        const auto planned = plannedSteps(HandshakeMethod::Scp03, Role::Device);
        model.setSteps(planned);
        model.take(ended(planned[0], StepState::Done));
        HandshakeStep running = planned[1];
        running.state = StepState::Running;
        model.take(running);
        model.stop(QStringLiteral("the card was taken out"));
        QCOMPARE(model.failedRow(), 1);
        QCOMPARE(model.index(2).data(HandshakeStepModel::StateRole).toInt(), int(StepState::Skipped));
    }

    void secret_values_are_dots_until_revealed()
    {
        HandshakeValueModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        auto planned = plannedSteps(HandshakeMethod::Scp03, Role::Device);
        model.setSteps(planned);
        QVERIFY(model.isEmpty());
        HandshakeStep step = ended(planned[1], StepState::Done);
        step.values = {value("hostChallenge", QByteArray::fromHex("0102030405060708")),
            value("sEnc", QByteArray::fromHex("C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00AA"),
                true)};
        model.take(step);
        const QModelIndex group = model.step(planned[1].id);
        QCOMPARE(model.rowCount(group), 2);
        QVERIFY(model.hasSecrets());
        QVERIFY(shown(model).contains(QStringLiteral("01 02 03")));
        QVERIFY(!shown(model).contains(QStringLiteral("C0"), Qt::CaseInsensitive));
        model.setRevealed(true);
        QVERIFY(shown(model).contains(QStringLiteral("C0 FF EE")));
        QVERIFY(shown(model).contains(QStringLiteral("c0ffee")));
        model.setSteps(planned); // the next run begins hidden
        QVERIFY(!model.isRevealed());
    }

    void certificates_and_long_values_open()
    {
        HandshakeValueModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        HandshakeStep step = plannedSteps(HandshakeMethod::Scp11a, Role::Dms)[1];
        HandshakeValue certificate = value("cardCertificate", QByteArray(40, 'A'));
        certificate.text = QStringLiteral("Subject: CN=card\nIssuer: CN=Demo CA");
        step.values = {certificate, value("key", QByteArray(65, '\x04')), value("short", "ab")};
        model.take(step);
        const QModelIndex group = model.step(step.id);
        const QModelIndex first = model.index(0, 0, group);
        QCOMPARE(model.rowCount(first), 2 + 3);
        QCOMPARE(model.index(0, HandshakeValueModel::Value, first).data().toString(), QStringLiteral("CN=card"));
        QCOMPARE(model.rowCount(model.index(1, 0, group)), 5);
        QCOMPARE(model.rowCount(model.index(2, 0, group)), 0);
        QCOMPARE(model.index(4, 0, first).parent(), first);
        QCOMPARE(first.parent(), group);
        step.values.pop_back();
        model.take(step);
        QCOMPARE(model.rowCount(group), 2);
        HandshakeValue endless = value("endless", QByteArray(1'000'000, 'x'));
        step.values = {endless};
        model.take(step);
        QVERIFY(model.rowCount(model.index(0, 0, group)) <= 1'000);
    }

    void credentials_that_do_not_fit_say_why()
    {
        CredentialModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        CredentialInfo expired = credential("old", Role::Dms, {HandshakeMethod::Scp11a});
        expired.notAfter = QDateTime(QDate(2020, 1, 2), QTime(0, 0), Qt::UTC);
        CredentialInfo good = credential("good", Role::Dms, {HandshakeMethod::Scp11a, HandshakeMethod::Scp11c});
        good.notAfter = QDateTime(QDate(2040, 1, 2), QTime(0, 0), Qt::UTC);
        model.setNow(QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
        model.setCredentials({credential("demo", Role::Dms, {HandshakeMethod::Scp03}, true), expired, good,
            credential("device", Role::Device, {HandshakeMethod::Scp11a})});
        const auto note = [&model](const char* id) {
            return model.find(QLatin1String(id)).siblingAtColumn(CredentialModel::Note);
        };
        QVERIFY(note("demo").data().toString().contains(QStringLiteral("protect nothing")));
        QCOMPARE(note("demo").data(CredentialModel::NoteLevelRole).toInt(), int(StatusLevel::Warning));
        QVERIFY(note("old").data().toString().contains(QStringLiteral("2020-01-02")));
        QCOMPARE(note("old").data(CredentialModel::NoteLevelRole).toInt(), int(StatusLevel::Error));
        model.setWanted(WantedCredential{Role::Dms, HandshakeMethod::Scp11a});
        QVERIFY(!model.find(QStringLiteral("demo")).flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(!model.find(QStringLiteral("device")).flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(!note("device").data().toString().isEmpty());
        QVERIFY(note("device").data(Qt::ToolTipRole).toString().contains(roleName(Role::Device)));
        QVERIFY(model.find(QStringLiteral("old")).flags().testFlag(Qt::ItemIsEnabled));
        QCOMPARE(model.firstFitting().data(CredentialModel::IdRole).toString(), QStringLiteral("good"));
        model.setWanted(WantedCredential{Role::Issuer, HandshakeMethod::Scp11b});
        QVERIFY(!model.firstFitting().isValid());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, HandshakeModelsTest>(argc, argv);
}

} // namespace dmsc::tst_handshake_models

#include "tst_handshake_models.moc"
