// SPDX-License-Identifier: Apache-2.0
// Reading on in a file that somebody still writes.
#include "tests/model/recording/sample_recording.h"
#include "tests/support/run_test.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace dmsc::tst_recording_reader {

using namespace dmsc::test;

namespace {

constexpr std::uint32_t kManyRows = 30'000; ///< more than a megabyte of frames, which is mapped

/// What was read of one file so far.
struct Followed
{
    RecordingReader reader;
    Recording recording;

    /// The rows that came; -1 on failure.
    int more()
    {
        const auto rows = reader.readMore(recording);
        return rows ? static_cast<int>(*rows) : -1;
    }
};

} // namespace

class TestRecordingReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(writeBytes(path(), recordingBegin({}))); }

    void byteForByte()
    {
        Followed followed = follow();
        QCOMPARE(followed.more(), 0);
        const QByteArray frames = sampleFrames(0, 5);
        int rows = 0;
        for (const char byte : frames) {
            add(QByteArray(1, byte));
            rows += followed.more();
            QCOMPARE(followed.more(), 0);
            QCOMPARE(difference(followed.recording.store, static_cast<std::uint32_t>(rows)), QString());
        }
        QCOMPARE(rows, 5);
        QCOMPARE(followed.recording.incomplete, QString());
    }

    void halfARowIsTold()
    {
        Followed followed = follow();
        const QByteArray frame = recordFrame(sampleRecord(0));
        add(frame.first(10));
        QCOMPARE(followed.more(), 0);
        QVERIFY(!followed.recording.incomplete.isEmpty());
        add(frame.sliced(10));
        QCOMPARE(followed.more(), 1);
        QCOMPARE(followed.recording.incomplete, QString());
    }

    void smallAndLargePieces()
    {
        Followed followed = follow();
        std::uint32_t rows = 0;
        for (const std::uint32_t count : {3U, kManyRows, 0U, 4U, kManyRows, kManyRows, 1U}) {
            const QByteArray frames = sampleFrames(rows, count);
            add(frames.left(frames.size() / 2 + 5));
            QVERIFY(followed.more() >= 0);
            add(frames.mid(frames.size() / 2 + 5));
            QVERIFY(followed.more() >= 0);
            rows += count;
            QCOMPARE(followed.recording.store.size(), std::size_t{rows});
        }
        QCOMPARE(difference(followed.recording.store, rows), QString());
        QCOMPARE(difference(readRecording(path())->store, rows), QString());
    }

    void inPortions()
    {
        add(sampleFrames(0, kManyRows));
        Followed followed = follow();
        int portions = 0;
        do {
            QVERIFY(*followed.reader.readMore(followed.recording, 100'000) > 0);
            ++portions;
        } while (followed.reader.hasMore());
        QVERIFY(portions > 10);
        QCOMPARE(followed.reader.bytesRead(), followed.reader.bytesThere());
        QCOMPARE(difference(followed.recording.store, kManyRows), QString());
        QCOMPARE(followed.more(), 0);
    }

    void rowsLiveLongerThanReaderAndFile()
    {
        add(sampleFrames(0, kManyRows));
        Recording kept;
        {
            Followed followed = follow();
            QCOMPARE(followed.more(), static_cast<int>(kManyRows));
            kept = followed.recording;
        }
        QVERIFY(QFile::remove(path()));
        QCOMPARE(difference(kept.store, kManyRows), QString());
    }

    void damageIsPassedOver()
    {
        Followed followed = follow();
        QByteArray frame = recordFrame(sampleRecord(1));
        frame[8] = static_cast<char>(~frame[8]);
        add(sampleFrames(0, 1) + frame + sampleFrames(2, 1));
        QCOMPARE(followed.more(), 2); // with a row for the damaged one
        QCOMPARE(followed.more(), 1);
        const QString why = followed.recording.incomplete;
        QVERIFY(!why.isEmpty());
        add(sampleFrames(3, 1));
        QCOMPARE(followed.more(), 1);
        QCOMPARE(followed.recording.incomplete, why);
        QCOMPARE(difference(followed.recording.store, RecordNo{3}, sampleRecord(3)), QString());
    }

    void damageWithNothingBehindItEndsItForGood()
    {
        Followed followed = follow();
        QByteArray frame = recordFrame(sampleRecord(1));
        frame[8] = static_cast<char>(~frame[8]);
        add(sampleFrames(0, 1) + frame);
        QCOMPARE(followed.more(), 1);
        const QString why = followed.recording.incomplete;
        QVERIFY(!why.isEmpty());
        add(sampleFrames(2, 1));
        QCOMPARE(followed.more(), 0);
        QCOMPARE(followed.recording.incomplete, why);
    }

    void aFileThatShrinks()
    {
        Followed followed = follow();
        add(sampleFrames(0, 10));
        QCOMPARE(followed.more(), 10);
        QVERIFY(QFile::resize(path(), 100));
        const auto rows = followed.reader.readMore(followed.recording);
        QVERIFY(!rows && rows.error().kind == ErrorKind::Damaged);
        QCOMPARE(difference(followed.recording.store, 10), QString());
    }

    void whileAnotherThreadWrites()
    {
        constexpr std::uint32_t kRows = 3 * kManyRows;
        const std::jthread writer([this] {
            QFile file(path());
            if (!file.open(QIODevice::Append | QIODevice::Unbuffered))
                return;
            for (std::uint32_t i = 0; i < kRows; i += 100)
                file.write(sampleFrames(i, 100));
        });
        Followed followed = follow();
        while (followed.recording.store.size() < kRows)
            QVERIFY(followed.more() >= 0);
        QCOMPARE(difference(followed.recording.store, kRows), QString());
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("session.dmsclog")); }
    void add(const QByteArray& bytes) { QVERIFY(writeBytes(path(), bytes, QIODevice::Append)); }
    [[nodiscard]] Followed follow() const { return {*RecordingReader::open(path()), {}}; }

    QTemporaryDir m_folder;
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestRecordingReader>(argc, argv);
}

} // namespace dmsc::tst_recording_reader

#include "tst_recording_reader.moc"
