// SPDX-License-Identifier: Apache-2.0
#include "cardio/recorder/recorder.h"
#include "model/recording/recording_file.h"
#include "tests/support/sanitized.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

namespace dmsc::tst_recorder {

using namespace std::chrono_literals;

namespace {

using Nanoseconds = std::chrono::nanoseconds;

/// Where a process that will be killed says how far it came.
class Progress
{
public:
    explicit Progress(const QString& path)
    {
        const int fd = ::open(qPrintable(path), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (fd < 0 || ::ftruncate(fd, sizeof *m_last) != 0)
            qFatal("no file for the progress");
        void* const memory = ::mmap(nullptr, sizeof *m_last, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        m_last = static_cast<std::atomic<std::int64_t>*>(memory);
        ::close(fd);
    }
    ~Progress() { ::munmap(m_last, sizeof *m_last); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// When the last record was put in.
    [[nodiscard]] Nanoseconds last() const { return Nanoseconds(m_last->load()); }
    void say(Nanoseconds now) { m_last->store(now.count()); }

private:
    std::atomic<std::int64_t>* m_last = nullptr;
};

QString progressOf(const QString& path)
{
    return path + QStringLiteral(".progress");
}

Record sample(std::uint32_t number)
{
    Record record;
    record.time = std::chrono::microseconds(number);
    record.name = QStringLiteral("READ BINARY");
    record.status = QStringLiteral("9000");
    record.exchange = ExchangeId{number};
    record.request = QByteArray::number(number);
    record.response = QByteArray(20, 'r');
    return record;
}

/// The rows of a file, 0 where one of them is not the sample of its number.
std::uint32_t samplesIn(const Recording& recording)
{
    for (const RecordNo row : allOf(recording)) {
        const RecordView view = recording.store.at(row);
        if (view.request != QByteArray::number(row.value) || view.exchange.value != row.value)
            return 0;
    }
    return static_cast<std::uint32_t>(recording.store.size());
}

/// Records until it is killed: a row each 50 us at most, its time on the clock that all processes share.
int recordForEver(const QString& path)
{
    auto recorder = Recorder::start(path, QDateTime::currentDateTimeUtc(), {});
    if (!recorder)
        return 1;
    Progress progress(progressOf(path));
    for (std::uint32_t i = 0;; ++i) {
        Record record = sample(i);
        record.time = std::chrono::steady_clock::now().time_since_epoch();
        (*recorder)->put(record);
        progress.say(record.time);
        std::this_thread::sleep_for(50us);
    }
}

/// Files of this process cannot grow beyond some bytes, as if the disk were full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        (void)std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before = {};
    void (*m_handler)(int) = SIG_DFL;
};

/// What a recorder tells.
class Failures
{
public:
    Recorder::Failed told()
    {
        return [this](const Error& error) {
            const std::scoped_lock lock(m_mutex);
            m_errors.push_back(error);
        };
    }
    [[nodiscard]] std::vector<Error> all() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_errors;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Error> m_errors;
};

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("session.dmsclog"));
    }

    void whatIsPutInIsInTheFile()
    {
        const QDateTime start(QDate(2026, 1, 5), QTime(3, 4, 5), Qt::UTC);
        auto recorder = started({}, start);
        QCOMPARE(recorder->path(), m_path);
        Record secret = sample(1);
        secret.secrets = {{RecordPart::Response, 3, 4}};
        recorder->put(sample(0));
        recorder->put(secret);
        const QString comment = QStringLiteral("look here");
        recorder->mark(RecordNo{0}, &comment);
        recorder->mark(RecordNo{1}, &comment);
        recorder->mark(RecordNo{0}, nullptr);
        recorder->put(sample(2));
        recorder.reset();
        const auto recording = readRecording(m_path);
        QVERIFY(recording);
        QCOMPARE(recording->startedAt, start);
        QCOMPARE(recording->incomplete, QString());
        QCOMPARE(samplesIn(*recording), 3U);
        QCOMPARE(recording->store.secrets(RecordNo{1}), secret.secrets);
        QCOMPARE(recording->marks, (Marks{{RecordNo{1}, comment}}));
    }

    void onlyItsOwnerMayReadTheFile()
    {
        const mode_t before = ::umask(0);
        const auto recorder = started({});
        ::umask(before);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_path) & others));
        QVERIFY(QFile::permissions(m_path).testFlag(QFile::ReadOwner));
    }

    void aFileThatIsThereIsLeftAlone()
    {
        started({})->put(sample(0));
        const auto second = Recorder::start(m_path, {}, {});
        QVERIFY(!second && second.error().kind == ErrorKind::Io);
        QCOMPARE(second.error().where, m_path);
        QCOMPARE(samplesIn(*readRecording(m_path)), 1U);
        const QString nowhere = m_folder->filePath(QStringLiteral("no/such/folder.dmsclog"));
        QVERIFY(!Recorder::start(nowhere, {}, {}));
    }

    void itIsReadWhileItIsMade()
    {
        const auto recorder = started({});
        auto reader = RecordingReader::open(m_path);
        QVERIFY(reader);
        Recording recording;
        for (std::uint32_t i = 0; i < 20; ++i) {
            recorder->put(sample(i));
            QTRY_VERIFY(reader->readMore(recording) && recording.store.size() == i + 1);
        }
        QCOMPARE(samplesIn(recording), 20U);
    }

    void fromManyThreads()
    {
        constexpr std::uint32_t kThreads = 4;
        constexpr std::uint32_t kEach = 5000;
        auto recorder = started({});
        std::vector<std::jthread> writers;
        for (std::uint32_t thread = 0; thread < kThreads; ++thread) {
            writers.emplace_back([&recorder, thread] {
                for (std::uint32_t i = 0; i < kEach; ++i)
                    recorder->put(sample(thread * kEach + i));
            });
        }
        writers.clear();
        recorder.reset();
        const auto recording = readRecording(m_path);
        QVERIFY(recording);
        QCOMPARE(recording->store.size(), std::size_t{kThreads * kEach});
        std::array<std::uint32_t, kThreads> next{};
        for (const RecordNo row : allOf(*recording)) {
            const std::uint32_t number = recording->store.at(row).exchange.value;
            QCOMPARE(number % kEach, next.at(number / kEach)++);
        }
    }

    void aFullDiskIsToldOnce()
    {
        Failures failures;
        auto recorder = started(failures.told());
        {
            const FullDisk full(100'000);
            std::uint32_t next = 0;
            QElapsedTimer timer;
            timer.start();
            while (failures.all().empty() && timer.elapsed() < 20'000) {
                recorder->put(sample(next++));
                std::this_thread::sleep_for(5us);
            }
            for (int i = 0; i < 1000; ++i)
                recorder->put(sample(next++));
            recorder.reset();
        }
        QCOMPARE(failures.all().size(), std::size_t{1});
        QCOMPARE(failures.all().front().where, m_path);
        const auto recording = readRecording(m_path);
        QVERIFY(recording);
        QVERIFY(samplesIn(*recording) > 500);
        QVERIFY(!recording->incomplete.isEmpty());
    }

    void aDiskThatIsFullFromTheBeginning()
    {
        const FullDisk full(10);
        const auto recorder = Recorder::start(m_path, {}, {});
        QVERIFY(!recorder);
    }

    void aFolderThatVanishesIsToldOnce()
    {
        Failures failures;
        const auto recorder = started(failures.told());
        recorder->put(sample(0));
        QVERIFY(m_folder->remove());
        for (std::uint32_t i = 1; failures.all().empty() && i < 4000; ++i) {
            recorder->put(sample(i));
            std::this_thread::sleep_for(5ms);
        }
        recorder->put(sample(1));
        std::this_thread::sleep_for(3 * Recorder::kWriteInterval);
        QCOMPARE(failures.all().size(), std::size_t{1});
        QVERIFY(failures.all().front().kind == ErrorKind::Io);
    }

    void moreThanMayWaitEndsIt()
    {
        Failures failures;
        auto recorder = started(failures.told(), {}, 1000);
        for (std::uint32_t i = 0; i < 100; ++i)
            recorder->put(sample(i)); // faster than it is written
        recorder.reset();
        QCOMPARE(failures.all().size(), std::size_t{1});
        QVERIFY(failures.all().front().kind == ErrorKind::Limit);
        const std::uint32_t rows = samplesIn(*readRecording(m_path));
        QVERIFY2(rows > 5 && rows < 100, qPrintable(QString::number(rows)));
    }

    void GEN_20_aKillCostsAtMostTheLast100ms()
    {
        Nanoseconds worst{0};
        for (int run = 0; run < 8; ++run) {
            init();
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("tst_recorder"), QStringLiteral("--record"), m_path});
            QVERIFY(child.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_path).size() > 10'000, 30'000);
            std::this_thread::sleep_for(run * 13ms); // anywhere in the interval
            child.kill(); // SIGKILL
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            const auto recording = readRecording(m_path);
            QVERIFY(recording);
            const std::uint32_t rows = samplesIn(*recording);
            QVERIFY(rows > 0);
            const Nanoseconds lost = Progress(progressOf(m_path)).last() - recording->store.at(RecordNo{rows - 1}).time;
            worst = std::max(worst, lost);
        }
        qInfo("a kill cost %lld ms at most", static_cast<long long>(worst / 1ms));
        QVERIFY2(worst <= (test::kSanitized ? 1000ms : 100ms), "of 8 kills");
    }

    void aMillionRows()
    {
        constexpr std::uint32_t kRows = 1'000'000;
        Failures failures;
        QElapsedTimer timer;
        timer.start();
        auto recorder = started(failures.told());
        qint64 longest = 0;
        for (std::uint32_t i = 0; i < kRows; ++i) {
            const Record record = sample(i);
            const qint64 before = timer.nsecsElapsed();
            recorder->put(record);
            longest = std::max(longest, timer.nsecsElapsed() - before);
        }
        recorder.reset();
        const qint64 written = timer.restart();
        const auto recording = readRecording(m_path);
        const qint64 read = timer.elapsed();
        QVERIFY(recording);
        QVERIFY(failures.all().empty());
        QCOMPARE(samplesIn(*recording), kRows);
        qInfo("%u rows (%lld bytes) written in %lld ms, longest put %.3f ms, read in %lld ms", kRows,
            static_cast<long long>(QFileInfo(m_path).size()), static_cast<long long>(written),
            static_cast<double>(longest) / 1e6, static_cast<long long>(read));
        const qint64 limit = test::kSanitized ? 120'000 : 50'000; // 200 000 rows/s are 5 s
        QVERIFY(written < limit && read < limit);
    }

private:
    [[nodiscard]] std::unique_ptr<Recorder> started(
        Recorder::Failed failed, const QDateTime& start = {}, std::size_t maxWaiting = Recorder::kMaxWaiting) const
    {
        auto recorder = Recorder::start(m_path, start, std::move(failed), maxWaiting);
        if (!recorder)
            qFatal("%s", qPrintable(recorder.error().text()));
        return std::move(*recorder);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

int run(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == QByteArrayView("--record"))
        return recordForEver(QString::fromLocal8Bit(argv[2]));
    TestRecorder test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace dmsc::tst_recorder

#include "tst_recorder.moc"
