// SPDX-License-Identifier: Apache-2.0
#include "model/recording/crc32.h"
#include "tests/model/recording/sample_recording.h"
#include "tests/support/run_test.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace dmsc::tst_recording_file {

using namespace dmsc::test;

namespace {

const QDateTime kStart(QDate(2026, 1, 5), QTime(3, 4, 5, 678), Qt::UTC);

/// As it is with the checksum made right again.
QByteArray changed(QByteArray frame, qsizetype offset, const QByteArray& bytes)
{
    frame.replace(offset, bytes.size(), bytes);
    qToLittleEndian(crc32(QByteArrayView(frame).sliced(12), crc32(QByteArrayView(frame).first(8))), frame.data() + 8);
    return frame;
}

Recording scanned(const QByteArray& frames, FrameScan::End end)
{
    Recording recording;
    MarkingAgain none;
    if (scanFrames(frames, nullptr, recording, none).end != end)
        recording.incomplete = QStringLiteral("another end");
    return recording;
}

QByteArray markOf(std::uint32_t row, const QString& comment)
{
    return markFrame(RecordNo{row}, &comment);
}

} // namespace

class TestRecordingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksumIsThatOfGzip()
    {
        QCOMPARE(crc32("123456789"), 0xCBF43926U);
        QCOMPARE(crc32("6789", crc32("12345")), 0xCBF43926U);
        QCOMPARE(crc32(QByteArrayView()), 0U);
    }

    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<quint32>("rows");
        for (const quint32 rows : {0U, 1U, 100U, 30'000U}) // the last one is mapped
            QTest::addRow("%u", rows) << rows;
    }

    void whatIsWrittenIsRead()
    {
        QFETCH(quint32, rows);
        QVERIFY(writeBytes(path(), recordingBegin(kStart) + sampleFrames(0, rows)));
        const auto recording = readRecording(path());
        QVERIFY2(recording, recording ? "" : qPrintable(recording.error().text()));
        QCOMPARE(recording->startedAt, kStart);
        QCOMPARE(recording->incomplete, QString());
        QCOMPARE(difference(recording->store, rows), QString());
        QVERIFY(recording->marks.empty());
        QCOMPARE(allOf(*recording).size(), std::size_t{rows});
        QVERIFY(rows == 0 || allOf(*recording).back() == RecordNo{rows - 1});
    }

    void aRowIsReadFromItsViewToo()
    {
        Recording first = scanned(sampleFrames(0, 20), FrameScan::End::Reached);
        QByteArray again;
        for (const RecordNo row : allOf(first))
            again += recordFrame(first.store.at(row), first.store.secrets(row));
        QCOMPARE(again, sampleFrames(0, 20));
    }

    void theBeginningMayBeUnknown()
    {
        QVERIFY(writeBytes(path(), recordingHead({})));
        const auto recording = readRecording(path());
        QVERIFY(recording && !recording->startedAt.isValid());
    }

    void theLastMarkOfARowCounts()
    {
        const QByteArray frames = sampleFrames(0, 3) + markOf(0, {}) + markOf(1, QStringLiteral("why \u00FC?"))
            + markOf(2, QStringLiteral("gone")) + markOf(1, QStringLiteral("that is why"))
            + markFrame(RecordNo{2}, nullptr) + sampleFrames(3, 1);
        const Recording recording = scanned(frames, FrameScan::End::Reached);
        QCOMPARE(recording.marks, (Marks{{RecordNo{0}, QString()}, {RecordNo{1}, QStringLiteral("that is why")}}));
        QCOMPARE(difference(recording.store, 4), QString());
    }

    void marksOfNoRowArePassedOver()
    {
        const Recording recording =
            scanned(markOf(0, QStringLiteral("early")) + sampleFrames(0, 1) + markOf(1, {}) + markOf(0xFFFFFFFF, {}),
                FrameScan::End::Reached);
        QVERIFY(recording.marks.empty());
        QCOMPARE(difference(recording.store, 1), QString());
    }

    void largeRows()
    {
        Record record = sampleRecord(2);
        record.request = QByteArray(3'000'000, 'q');
        record.response = QByteArray(5'000'000, 'p');
        QVERIFY(writeBytes(path(), recordingHead(kStart) + recordFrame(record) + recordFrame(record)));
        const auto recording = readRecording(path());
        QVERIFY(recording && recording->store.size() == 2);
        QCOMPARE(difference(recording->store, RecordNo{1}, record), QString());
        QVERIFY2(recording->store.bytesUsed() < 1'000'000, "the bytes stay in the file");
        record.name = QString(70'000, QLatin1Char('n'));
        record.target = QString(70'000, QLatin1Char('t'));
        const Recording cut = scanned(recordFrame(record), FrameScan::End::Reached);
        QCOMPARE(cut.store.at(RecordNo{0}).name.size(), 65535);
        QCOMPARE(cut.store.at(RecordNo{0}).target.size(), 65535);
        QCOMPARE(cut.store.at(RecordNo{0}).response.size(), record.response.size());
    }

    void cutOffAnywhereTheRowsBeforeAreRead()
    {
        const QByteArray head = recordingHead(kStart);
        QByteArray whole = recordingBegin(kStart);
        std::vector<qsizetype> ends{head.size(), whole.size()};
        for (std::uint32_t i = 0; i < 6; ++i) {
            whole += recordFrame(sampleRecord(i));
            ends.push_back(whole.size());
        }
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            QVERIFY(writeBytes(path(), whole.first(size)));
            const auto recording = readRecording(path());
            if (size < head.size()) {
                QVERIFY(!recording && recording.error().kind == ErrorKind::Syntax);
                continue;
            }
            QVERIFY(recording);
            const auto after = std::upper_bound(ends.begin(), ends.end(), size);
            QCOMPARE(difference(recording->store,
                         static_cast<std::uint32_t>(std::max<qsizetype>(after - ends.begin() - 2, 0))),
                QString());
            QCOMPARE(recording->incomplete.isEmpty(), *(after - 1) == size);
        }
    }

    void aFlippedBitIsNoticed()
    {
        const QByteArray frames = sampleFrames(0, 4) + markOf(1, QStringLiteral("comment"));
        for (qsizetype i = 0; i < frames.size() * 8; ++i) {
            QByteArray flipped = frames;
            flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
            Recording recording;
            MarkingAgain none;
            const FrameScan scan = scanFrames(flipped, nullptr, recording, none);
            QVERIFY(scan.end == FrameScan::End::Damaged || scan.end == FrameScan::End::Torn);
            QVERIFY(scan.bytes <= static_cast<std::size_t>(i / 8));
            QCOMPARE(difference(recording.store, static_cast<std::uint32_t>(recording.store.size())), QString());
        }
        const QByteArray head = recordingHead(kStart);
        for (qsizetype i = 0; i < head.size() * 8; ++i) {
            QByteArray flipped = head;
            flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
            QVERIFY(!readRecordingHead(flipped));
        }
    }

    void damageIsPassedOverAndTold_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("in the body") << 20;
        QTest::newRow("in the checksum") << 9;
        QTest::newRow("a size that is too small") << 0;
        QTest::newRow("a size beyond the end") << 3;
        QTest::newRow("in the kind") << 4;
    }
    void damageIsPassedOverAndTold()
    {
        QFETCH(const int, place);
        const QString comment = QStringLiteral("seen");
        QByteArray bytes = recordingBegin(kStart) + sampleFrames(0, 100) + markFrame(RecordNo{70}, &comment);
        const auto at = (recordingBegin(kStart) + sampleFrames(0, 50)).size();
        bytes[at + place] = static_cast<char>(~bytes[at + place]);
        QVERIFY(writeBytes(path(), bytes));
        const auto recording = readRecording(path());
        QVERIFY(recording);
        QCOMPARE(recording->store.size(), std::size_t{100});
        for (std::uint32_t i = 0; i < 100; ++i)
            if (i != 50)
                QCOMPARE(difference(recording->store, RecordNo{i}, sampleRecord(i)), QString());
        QCOMPARE(recording->store.at(RecordNo{50}).level, StatusLevel::Error);
        QVERIFY2(recording->incomplete.contains(QString::number(at)), qPrintable(recording->incomplete));
        // Where nobody knows how many rows are missing, a mark might stand at another one.
        const bool isCounted = place == 20 || place == 9;
        QCOMPARE(recording->marks.contains(RecordNo{70}), isCounted);
    }

    void damageAtTheEndIsToldToo()
    {
        QByteArray bytes = recordingBegin(kStart) + sampleFrames(0, 10);
        bytes[bytes.size() - 1] = static_cast<char>(~bytes[bytes.size() - 1]);
        QVERIFY(writeBytes(path(), bytes));
        const auto recording = readRecording(path());
        QVERIFY(recording);
        QCOMPARE(difference(recording->store, 9), QString());
        QVERIFY(!recording->incomplete.isEmpty());
    }

    void framesOfLaterWritersArePassedOver()
    {
        const QByteArray unknown = changed(markOf(0, QStringLiteral("something else")), 4, QByteArray("\x77", 1));
        const QByteArray empty = changed(QByteArray(12, '\0'), 4, QByteArray("\xFF\xFF\xFF\xFF", 4));
        const Recording recording =
            scanned(unknown + sampleFrames(0, 1) + empty + unknown + sampleFrames(1, 1), FrameScan::End::Reached);
        QCOMPARE(recording.incomplete, QString());
        QCOMPARE(difference(recording.store, 2), QString());
    }

    void whatNoWriterSaysIsDamage_data()
    {
        QTest::addColumn<int>("offset"); // in the body
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("negative time") << 7 << QByteArray("\xFF", 1);
        QTest::newRow("time of 292 years") << 0 << QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 8);
        QTest::newRow("layer") << 16 << QByteArray("\x08", 1);
        QTest::newRow("from") << 17 << QByteArray("\x06", 1);
        QTest::newRow("to") << 18 << QByteArray("\xFF", 1);
        QTest::newRow("level") << 19 << QByteArray("\x04", 1);
        QTest::newRow("one secret more") << 21 << QByteArray("\x03", 1);
        QTest::newRow("longer name") << 22 << QByteArray("\xFF\xFF", 2);
        QTest::newRow("shorter name") << 22 << QByteArray("\0\0", 2);
        QTest::newRow("request of 4 GB") << 28 << QByteArray("\xFF\xFF\xFF\xFF", 4);
        QTest::newRow("both of 2 GB") << 28 << QByteArray("\0\0\0\x80\0\0\0\x80", 8);
    }

    void whatNoWriterSaysIsDamage()
    {
        QFETCH(int, offset);
        QFETCH(QByteArray, bytes);
        const QByteArray frame = recordFrame(sampleRecord(2));
        QCOMPARE(scanned(changed(frame, 12, frame.mid(12, 4)), FrameScan::End::Reached).store.size(), std::size_t{1});
        const Recording recording = scanned(changed(frame, 12 + offset, bytes), FrameScan::End::Damaged);
        QCOMPARE(recording.incomplete, QString());
        QVERIFY(recording.store.isEmpty());
    }

    void shortBodiesAreDamage()
    {
        const QByteArray record = recordFrame(sampleRecord(1));
        const QByteArray mark = markOf(0, {});
        for (const QByteArray& frame : {record, mark, rulesFrame()}) {
            for (char size = 0; size < (frame == record ? 36 : frame == mark ? 5 : 4); ++size) {
                const QByteArray cut = changed(frame.first(12 + size), 0, QByteArray(1, size) + QByteArray(3, '\0'));
                QCOMPARE(scanned(cut, FrameScan::End::Damaged).incomplete, QString());
            }
        }
    }

    void whatIsNoRecordingIsRefused()
    {
        QVERIFY(isRecording(recordingHead(kStart)));
        QVERIFY(!isRecording("PNG") && !isRecording({}));
        const auto kindOf = [this](const QByteArray& bytes) {
            const auto recording = writeBytes(path(), bytes) ? readRecording(path()) : Result<Recording>();
            return recording ? std::optional<ErrorKind>() : recording.error().kind;
        };
        QCOMPARE(kindOf({}), ErrorKind::Syntax);
        QCOMPARE(kindOf("<SyncML/>"), ErrorKind::Syntax);
        QByteArray later = recordingHead(kStart);
        later[8] = 2;
        QCOMPARE(kindOf(later), ErrorKind::Unsupported);
        QByteArray damaged = recordingHead(kStart);
        damaged[15] = 7;
        QCOMPARE(kindOf(damaged), ErrorKind::Damaged);
        QVERIFY(readRecording(m_folder.filePath(QStringLiteral("none"))).error().kind == ErrorKind::Io);
        QVERIFY(readRecording(m_folder.path()).error().kind == ErrorKind::Io);
    }

    void SEC_whatEarlierVersionsDidNotMarkIsFound_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<qsizetype>("filling");
        QTest::addColumn<bool>("isFound");
        const QByteArray earlier = changed(rulesFrame(), 12, QByteArray(4, '\0'));
        QTest::newRow("no rules told") << QByteArray() << qsizetype{1} << true;
        QTest::newRow("earlier rules") << earlier << qsizetype{1} << true;
        QTest::newRow("in a mapped file") << earlier << (qsizetype{2} << 20) << true;
        QTest::newRow("today's rules") << rulesFrame() << qsizetype{1} << false;
        QTest::newRow("told too late") << recordFrame(sampleRecord(1)) + rulesFrame() << qsizetype{1} << true;
    }

    void SEC_whatEarlierVersionsDidNotMarkIsFound()
    {
        QFETCH(QByteArray, rules);
        QFETCH(qsizetype, filling);
        QFETCH(bool, isFound);
        Record open;
        open.layer = Layer::Apdu;
        open.status = QStringLiteral("9000");
        open.request = QByteArray::fromHex("00A4000C026F07");
        open.response = QByteArray(filling, '1') + QByteArray::fromHex("9000");
        Record select = open;
        select.request = QByteArray::fromHex("00A4000C026F08"); // EF.Keys
        select.response = QByteArray::fromHex("9000");
        Record keys = open;
        keys.request = QByteArray::fromHex("00B0000021");
        keys.response = QByteArray(33, 'K') + QByteArray::fromHex("9000");
        Record half = keys;
        half.secrets = {{RecordPart::Response, 0, 5}}; // as another rule marked
        QVERIFY(writeBytes(path(),
            recordingHead({}) + rules + recordFrame(open) + recordFrame(select) + recordFrame(keys)
                + recordFrame(half)));
        const auto read = readRecording(path());
        QVERIFY(read && read->incomplete.isEmpty());
        const auto last = static_cast<std::uint32_t>(read->store.size()) - 1;
        using Ranges = std::vector<ByteRange>;
        const ByteRange all{RecordPart::Response, 0, 33};
        QCOMPARE(read->store.secrets(RecordNo{last - 3}), Ranges{});
        QCOMPARE(read->store.secrets(RecordNo{last - 2}), Ranges{});
        QCOMPARE(read->store.secrets(RecordNo{last - 1}), isFound ? Ranges{all} : Ranges{});
        QCOMPARE(read->store.secrets(RecordNo{last}), isFound ? (Ranges{half.secrets.front(), all}) : half.secrets);
        QCOMPARE(read->store.at(RecordNo{last}).response.toByteArray(), keys.response);
    }

    void readingIsToldAndCanBeStopped()
    {
        Record record = sampleRecord(1);
        record.response = QByteArray(20 << 20, 'r');
        const QByteArray frame = recordFrame(record);
        QVERIFY(writeBytes(path(), recordingHead(kStart) + frame + frame + frame + frame));
        std::vector<std::size_t> told;
        const auto whole = readRecording(path(), [&told](std::size_t done, std::size_t total) {
            told.push_back(done);
            return done <= total;
        });
        QVERIFY(whole);
        QCOMPARE(whole->store.size(), std::size_t{4});
        QCOMPARE(told.size(), std::size_t{2});
        QCOMPARE(told.back(), static_cast<std::size_t>(QFileInfo(path()).size()));
        const auto stopped = readRecording(path(), [](std::size_t, std::size_t) { return false; });
        QVERIFY(!stopped && stopped.error().kind == ErrorKind::Cancelled);
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("session.dmsclog")); }

    QTemporaryDir m_folder;
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestRecordingFile>(argc, argv);
}

} // namespace dmsc::tst_recording_file

#include "tst_recording_file.moc"
