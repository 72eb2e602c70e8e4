// SPDX-License-Identifier: Apache-2.0
// Recordings off the window's thread: what a run leaves, what a crash leaves, the jobs on recordings.
#include "cardio/desk/side_session.h"
#include "cardio/recordings/recording_desk.h"
#include "model/recording/recording_file.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

namespace dmsc::tst_recording_desk {

namespace {

constexpr int kPatience = 20'000;
constexpr const char* kFolderVariable = "DMSC_TEST_RECORD_AND_DIE";
constexpr int kRowsOfTheDead = 200;

Record row(int number)
{
    Record record;
    record.layer = Layer::Apdu;
    record.name = QStringLiteral("READ BINARY %1").arg(number);
    record.status = QStringLiteral("9000");
    record.level = StatusLevel::Ok;
    record.request = QByteArray::fromHex("00B0000000");
    record.response = QByteArray::fromHex("01029000");
    return record;
}

QStringList namesIn(const QString& path)
{
    QStringList names;
    const auto recording = readRecording(path);
    for (std::uint32_t i = 0; recording && i < recording->store.size(); ++i)
        names << QString::fromUtf8(recording->store.at(RecordNo{i}).name);
    return names;
}

/// Run in a process of its own: records, and is killed like by SIGKILL from outside.
int recordAndDie(const QString& folder)
{
    RecordQueue queue;
    RecordingDesk desk(queue);
    QSignalSpy started(&desk, &RecordingDesk::recordingStarted);
    desk.startRecording(folder);
    for (int i = 0; i < kRowsOfTheDead; ++i)
        queue.write(row(i));
    if (!started.wait(kPatience))
        return 1;
    QTest::qWait(100); // more than that may not be lost
    std::raise(SIGKILL);
    return 2;
}

} // namespace

class RecordingDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_queue = std::make_unique<RecordQueue>();
        m_desk = std::make_unique<RecordingDesk>(*m_queue);
    }
    void cleanup()
    {
        m_desk.reset();
        m_queue.reset();
    }

    void what_was_said_before_and_after_the_file_was_there_is_in_it()
    {
        const QString path = record(3);
        std::thread other([this] { m_queue->write(row(3)); });
        other.join();
        m_desk->mark(RecordNo{1}, QStringLiteral("look here"));
        m_desk->mark(RecordNo{2}, QString());
        m_desk->mark(RecordNo{2}, std::nullopt);
        m_desk.reset();
        QCOMPARE(namesIn(path).size(), 4);
        QCOMPARE(namesIn(path).last(), row(3).name);
        const auto recording = readRecording(path);
        QVERIFY(recording);
        QCOMPARE(recording->marks, (Marks{{RecordNo{1}, QStringLiteral("look here")}}));
        QVERIFY(std::abs(recording->startedAt.msecsTo(QDateTime::currentDateTimeUtc())) < kPatience);
        QVERIFY2(QDir(folder()).entryList({QStringLiteral("*.lock")}).isEmpty(), "the lock went with its owner");
    }

    void a_log_that_begins_anew_has_a_file_of_its_own()
    {
        const QString first = record(2);
        QCOMPARE(m_queue->take(10).size(), std::size_t(2)); // the log has them
        m_queue->write(row(2)); // the new log will have this one first
        QSignalSpy started(m_desk.get(), &RecordingDesk::recordingStarted);
        m_desk->restartRecording();
        m_queue->write(row(3));
        QVERIFY(started.wait(kPatience));
        const QString second = m_desk->recordingPath();
        QVERIFY(second != first);
        m_desk.reset();
        QCOMPARE(namesIn(second), QStringList({row(2).name, row(3).name}));
    }

    void a_recording_without_a_row_leaves_nothing()
    {
        record(0);
        m_desk.reset();
        QVERIFY(QDir(folder()).isEmpty());
    }

    void a_killed_run_is_found_once_with_all_its_rows()
    {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(kFolderVariable), folder());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_recording_desk")});
        QVERIFY(child.waitForFinished(kPatience));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        QSignalSpy found(m_desk.get(), &RecordingDesk::found);
        m_desk->startRecording(folder());
        QVERIFY(found.wait(kPatience));
        const QStringList paths = found.first().first().toStringList();
        QCOMPARE(paths.size(), 1);
        QCOMPARE(namesIn(paths.first()).size(), kRowsOfTheDead);

        RecordingDesk next(*m_queue);
        QSignalSpy foundAgain(&next, &RecordingDesk::found);
        QSignalSpy started(&next, &RecordingDesk::recordingStarted);
        next.startRecording(folder());
        QVERIFY(started.wait(kPatience));
        QCOMPARE(foundAgain.size(), 0);
        QVERIFY(QFile::exists(paths.first()));
    }

    void what_another_run_writes_is_not_taken_for_dead()
    {
        const QString path = record(1);
        RecordQueue otherQueue;
        RecordingDesk other(otherQueue);
        QSignalSpy found(&other, &RecordingDesk::found);
        QSignalSpy started(&other, &RecordingDesk::recordingStarted);
        other.startRecording(folder());
        QVERIFY(started.wait(kPatience));
        QCOMPARE(found.size(), 0);
        QVERIFY(other.recordingPath() != path);
        QVERIFY(QFile::exists(path));
    }

    void only_the_newest_are_kept()
    {
        for (int i = 0; i < RecordingFolder::kMaxFiles + 5; ++i) {
            QFile file(QDir(folder()).filePath(QStringLiteral("%1%2").arg(i).arg(QLatin1String(kRecordingSuffix))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-i - 1), QFileDevice::FileModificationTime));
        }
        record(1);
        const QStringList left = QDir(folder()).entryList({QStringLiteral("*%1").arg(QLatin1String(kRecordingSuffix))});
        QCOMPARE(left.size(), RecordingFolder::kMaxFiles + 1);
        QVERIFY(left.contains(QStringLiteral("0.dmsclog")));
        QVERIFY(!left.contains(QStringLiteral("24.dmsclog")));
    }

    void a_folder_that_cannot_be_written_is_told()
    {
        QFile file(QDir(folder()).filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QSignalSpy failed(m_desk.get(), &RecordingDesk::recordingFailed);
        m_desk->startRecording(file.fileName());
        m_queue->write(row(0));
        QVERIFY(failed.wait(kPatience));
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Io);
        QVERIFY(m_desk->recordingPath().isEmpty());
    }

    void rows_are_exported_and_opened_again()
    {
        const Recording recording = someRecording(50);
        const QString path = QDir(folder()).filePath(QStringLiteral("some.dmsclog"));
        QSignalSpy exported(m_desk.get(), &RecordingDesk::exported);
        m_desk->exportRows(recording, {RecordNo{3}, RecordNo{7}}, TraceFormat::Recording, path, Secrets::Masked);
        QVERIFY(m_desk->busy());
        QVERIFY(exported.wait(kPatience));
        QVERIFY(!m_desk->busy());
        QSignalSpy opened(m_desk.get(), &RecordingDesk::opened);
        m_desk->open(path);
        QVERIFY(opened.wait(kPatience));
        const auto read = opened.first().first().value<Recording>();
        QCOMPARE(read.store.size(), std::size_t(2));
        QCOMPARE(read.store.at(RecordNo{1}).name.toByteArray(), row(7).name.toUtf8());
    }

    void a_recording_that_is_still_written_is_followed()
    {
        const QString path = QDir(folder()).filePath(QStringLiteral("growing.dmsclog"));
        auto recorder = Recorder::start(path, QDateTime::currentDateTimeUtc(), {});
        QVERIFY(recorder);
        (*recorder)->put(row(0));
        QTRY_COMPARE_WITH_TIMEOUT(namesIn(path).size(), 1, kPatience);
        QSignalSpy opened(m_desk.get(), &RecordingDesk::opened);
        m_desk->open(path);
        QVERIFY(opened.wait(kPatience));
        QCOMPARE(opened.first().first().value<Recording>().store.size(), std::size_t(1));
        std::vector<Record> came;
        std::optional<QString> mark;
        connect(m_desk.get(), &RecordingDesk::grown, this, [&](const QString& where, const RecordingGrowth& growth) {
            QCOMPARE(where, path);
            came.insert(came.end(), growth.records.begin(), growth.records.end());
            if (!growth.marks.empty() && growth.marks.front().first == RecordNo{1})
                mark = growth.marks.front().second;
        });
        Record secret = row(1);
        secret.secrets = {{RecordPart::Response, 0, 2}};
        (*recorder)->put(secret);
        const QString comment = QStringLiteral("look here");
        (*recorder)->mark(RecordNo{1}, &comment);
        QTRY_VERIFY_WITH_TIMEOUT(came.size() == 1 && mark == comment, kPatience);
        QCOMPARE(came.front().name, secret.name);
        QCOMPARE(came.front().response, secret.response);
        QCOMPARE(came.front().secrets, secret.secrets);
        for (int i = 2; i < 500; ++i)
            (*recorder)->put(row(i));
        QTRY_COMPARE_WITH_TIMEOUT(came.size(), std::size_t(499), kPatience);
        m_desk->unfollow(path);
        (*recorder)->put(row(500));
        QTRY_COMPARE_WITH_TIMEOUT(namesIn(path).size(), 501, kPatience);
        QTest::qWait(600); // two looks
        QCOMPARE(came.size(), std::size_t(499));
    }

    void marks_of_an_opened_recording_are_written_into_it_beside_its_writer()
    {
        const QString path = QDir(folder()).filePath(QStringLiteral("marked.dmsclog"));
        auto recorder = Recorder::start(path, QDateTime::currentDateTimeUtc(), {});
        QVERIFY(recorder);
        for (int i = 0; i < 3; ++i)
            (*recorder)->put(row(i));
        QTRY_COMPARE_WITH_TIMEOUT(namesIn(path).size(), 3, kPatience);
        QSignalSpy opened(m_desk.get(), &RecordingDesk::opened);
        m_desk->open(path);
        QVERIFY(opened.wait(kPatience));
        QSignalSpy lost(m_desk.get(), &RecordingDesk::marksNotKept);
        QSignalSpy grown(m_desk.get(), &RecordingDesk::grown);
        m_desk->markIn(path, RecordNo{0}, QStringLiteral("first"));
        m_desk->markIn(path, RecordNo{1}, QString());
        m_desk->markIn(path, RecordNo{0}, std::nullopt);
        m_desk->markIn(path, RecordNo{2}, QStringLiteral("last"));
        const auto marksIn = [&path] {
            const auto read = readRecording(path);
            return read ? read->marks : Marks{};
        };
        const Marks wanted = {{RecordNo{1}, QString()}, {RecordNo{2}, QStringLiteral("last")}};
        QTRY_VERIFY_WITH_TIMEOUT(marksIn() == wanted, kPatience);
        (*recorder)->put(row(3));
        QTRY_COMPARE_WITH_TIMEOUT(namesIn(path).size(), 4, kPatience);
        QVERIFY(marksIn() == wanted);
        QTRY_COMPARE_WITH_TIMEOUT(grown.size(), 1, kPatience);
        QVERIFY2(grown.first().at(1).value<RecordingGrowth>().marks.empty(), "its own marks are no news");
        QVERIFY(lost.isEmpty());
    }

    void a_mark_that_its_file_cannot_have_is_told()
    {
        const QString torn = QDir(folder()).filePath(QStringLiteral("torn.dmsclog"));
        QVERIFY(exportRecording(
            someRecording(2), {RecordNo{0}, RecordNo{1}}, TraceFormat::Recording, torn, Secrets::Masked));
        QFile file(torn);
        QVERIFY(file.resize(file.size() - 3));
        const QString text = QDir(folder()).filePath(QStringLiteral("text.json"));
        QVERIFY(
            exportRecording(someRecording(2), {RecordNo{0}, RecordNo{1}}, TraceFormat::Json, text, Secrets::Masked));
        for (const QString& path : {torn, text}) {
            const qint64 before = QFileInfo(path).size();
            QSignalSpy opened(m_desk.get(), &RecordingDesk::opened);
            m_desk->open(path);
            QVERIFY(opened.wait(kPatience));
            QSignalSpy lost(m_desk.get(), &RecordingDesk::marksNotKept);
            m_desk->markIn(path, RecordNo{0}, QString());
            QVERIFY(lost.wait(kPatience));
            QCOMPARE(lost.first().first().toString(), path);
            QCOMPARE(QFileInfo(path).size(), before);
        }
    }

    void what_cannot_be_opened_is_told()
    {
        QSignalSpy failed(m_desk.get(), &RecordingDesk::failed);
        m_desk->open(QDir(folder()).filePath(QStringLiteral("none.dmsclog")));
        QVERIFY(failed.wait(kPatience));
        QVERIFY(!m_desk->busy());
    }

    void a_job_is_cancelled_and_leaves_nothing()
    {
        QSignalSpy cancelled(m_desk.get(), &RecordingDesk::cancelled);
        QSignalSpy progressed(m_desk.get(), &RecordingDesk::progressed);
        m_desk->write(QStringLiteral("long"), QStringLiteral("nowhere"), [](const RecordingDesk::Progress& progress) {
            std::size_t done = 0;
            while (progress(++done, 1'000'000))
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return Result<void>(fail(ErrorKind::Cancelled, {}));
        });
        QVERIFY(progressed.wait(kPatience));
        m_desk->cancel();
        QVERIFY(cancelled.wait(kPatience));
        QVERIFY(!m_desk->busy());
    }

    void opening_and_comparing_tell_how_far_they_are_and_can_be_cancelled()
    {
        const Recording recording = someRecording(20'000);
        const QString path = QDir(folder()).filePath(QStringLiteral("many.txt"));
        QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Text, path, Secrets::Masked));
        const std::vector<std::function<void()>> jobs{[&] { m_desk->open(path); },
            [&] { m_desk->compare(recording, {}, recording, {}); },
            [&] { m_desk->compareWithFile(recording, {}, path); }};
        QSignalSpy progressed(m_desk.get(), &RecordingDesk::progressed);
        QSignalSpy cancelled(m_desk.get(), &RecordingDesk::cancelled);
        for (const auto& job : jobs) {
            progressed.clear();
            job();
            QTRY_VERIFY_WITH_TIMEOUT(!m_desk->busy(), kPatience);
            QVERIFY(!progressed.empty());
            QVERIFY(progressed.last().at(0).toLongLong() <= progressed.last().at(1).toLongLong());
            QCOMPARE(cancelled.size(), 0);
        }
        connect(m_desk.get(), &RecordingDesk::progressed, m_desk.get(), &RecordingDesk::cancel);
        for (const auto& job : jobs) {
            cancelled.clear();
            // On a busy machine a job may be done before its first report is here.
            for (int i = 0; i < 20 && cancelled.empty(); ++i) {
                job();
                QTRY_VERIFY_WITH_TIMEOUT(!m_desk->busy(), kPatience);
            }
            QCOMPARE(cancelled.size(), 1);
        }
    }

    void recordings_are_compared()
    {
        QSignalSpy compared(m_desk.get(), &RecordingDesk::compared);
        m_desk->compare(someRecording(10), QStringLiteral("a"), someRecording(12), QStringLiteral("b"));
        QVERIFY(compared.wait(kPatience));
        const auto result = compared.first().at(4).value<ComparedRecordings>();
        QCOMPARE(result.same, std::size_t(10));
        QCOMPARE(result.onlyRight, std::size_t(2));
    }

    void a_recording_is_played_to_a_card_again()
    {
        const QString card = QDir(folder()).filePath(QStringLiteral("Some.dmcard"));
        QVERIFY(createCard(card, {true, {}}));
        ReplayRequest request;
        Record select = row(0);
        select.request = QByteArray::fromHex("00A4040400");
        request.recording.store.append(select);
        request.rows = allOf(request.recording);
        request.where = {Where::Kind::Card, card};
        QSignalSpy replayed(m_desk.get(), &RecordingDesk::replayed);
        QSignalSpy failed(m_desk.get(), &RecordingDesk::failed);
        m_desk->replay(request);
        QVERIFY(replayed.wait(kPatience));
        QCOMPARE(failed.size(), 0);
        QCOMPARE(replayed.first().first().value<ReplayReport>().answered.store.size(), std::size_t(1));
    }

    void ending_while_a_job_runs_stops_it()
    {
        m_desk->write(QStringLiteral("long"), QStringLiteral("nowhere"), [](const RecordingDesk::Progress& progress) {
            while (progress(0, 0))
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return Result<void>(fail(ErrorKind::Cancelled, {}));
        });
        m_desk.reset(); // or the test would never end
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->path(); }

    /// Starts the recording, of which this many rows are already waiting.
    QString record(int rows)
    {
        QSignalSpy started(m_desk.get(), &RecordingDesk::recordingStarted);
        for (int i = 0; i < rows; ++i)
            m_queue->write(row(i));
        m_desk->startRecording(folder());
        return started.wait(kPatience) ? m_desk->recordingPath() : QString();
    }

    [[nodiscard]] static Recording someRecording(int rows)
    {
        Recording recording;
        for (int i = 0; i < rows; ++i)
            recording.store.append(row(i));
        return recording;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RecordQueue> m_queue;
    std::unique_ptr<RecordingDesk> m_desk;
};

int run(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(kFolderVariable))
        return recordAndDie(qEnvironmentVariable(kFolderVariable));
    RecordingDeskTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace dmsc::tst_recording_desk

#include "tst_recording_desk.moc"
