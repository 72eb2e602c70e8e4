// SPDX-License-Identifier: Apache-2.0
#include "model/byte_array.h"
#include "model/files/input_file.h"
#include "model/files/output_file.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <string_view>

namespace dmsc::tst_files {

namespace {

const QString kTooLarge = QStringLiteral("too large");

QByteArray contentOf(const QString& path)
{
    return readWholeFile(path, 1 << 20, kTooLarge).value_or(QByteArray("nothing"));
}

/// What this end of a pipe is called.
QString nameOf(int descriptor)
{
    return QStringLiteral("/dev/fd/%1").arg(descriptor);
}

} // namespace

class TstFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void regularFileIsReplacedInOneStep();
    void ownerAloneMayReadSecrets();
    void throughALinkTheFileIsReplaced();
    void pipeIsWrittenInto();
    void databaseIsNeverReplaced();
    void whatCannotBeWrittenSaysWhy();
    void aFullDiskLeavesWhatWasThere();
    void pipeIsReadToItsEnd();
    void readingIsBounded();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
};

void TstFiles::regularFileIsReplacedInOneStep()
{
    QVERIFY(writeWholeFile(path("a"), viewOf(std::string_view("one"))));
    {
        auto file = OutputFile::open(path("a"));
        QVERIFY(file && file->write(viewOf(std::string_view("two"))));
        QCOMPARE(contentOf(path("a")), QByteArray("one"));
    } // not committed
    QCOMPARE(contentOf(path("a")), QByteArray("one"));
    QVERIFY(writeWholeFile(path("a"), viewOf(std::string_view("two"))));
    QCOMPARE(contentOf(path("a")), QByteArray("two"));
}

void TstFiles::ownerAloneMayReadSecrets()
{
    QVERIFY(writeWholeFile(path("s"), viewOf(std::string_view("secret")), Readers::Owner));
    QVERIFY(!(QFile::permissions(path("s")) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TstFiles::throughALinkTheFileIsReplaced()
{
    QVERIFY(writeWholeFile(path("real"), viewOf(std::string_view("old"))));
    QVERIFY(QFile::link(path("real"), path("link")));
    QVERIFY(QFile::link(path("link"), path("far")));
    QVERIFY(writeWholeFile(path("far"), viewOf(std::string_view("new"))));
    QVERIFY(QFileInfo(path("far")).isSymLink() && QFileInfo(path("link")).isSymLink());
    QCOMPARE(contentOf(path("real")), QByteArray("new"));
    const int open = ::open(QFile::encodeName(path("real")).constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(writeWholeFile(nameOf(open), viewOf(std::string_view("newer"))));
    ::close(open);
    QCOMPARE(contentOf(path("real")), QByteArray("newer"));
}

void TstFiles::pipeIsWrittenInto()
{
    QCOMPARE(::mkfifo(QFile::encodeName(path("fifo")).constData(), 0600), 0);
    const int reader = ::open(QFile::encodeName(path("fifo")).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(writeWholeFile(path("fifo"), viewOf(std::string_view("hello")), Readers::Owner));
    std::array<char, 16> got{};
    QCOMPARE(::read(reader, got.data(), got.size()), ssize_t{5});
    ::close(reader);
    struct stat still = {};
    QCOMPARE(::stat(QFile::encodeName(path("fifo")).constData(), &still), 0);
    QVERIFY(S_ISFIFO(still.st_mode));
}

void TstFiles::databaseIsNeverReplaced()
{
    const QByteArray image = QByteArrayLiteral("SQLite format 3\0 and a card");
    QVERIFY(writeWholeFile(path("card"), viewOf(image)));
    const auto written = writeWholeFile(path("card"), viewOf(std::string_view("<MgmtTree/>")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Exists);
    QCOMPARE(written.error().where, path("card"));
    QCOMPARE(contentOf(path("card")), image);
}

void TstFiles::whatCannotBeWrittenSaysWhy()
{
    for (const QString& bad : {m_folder.path(), path("nowhere/x")}) {
        const auto written = writeWholeFile(bad, {});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Io);
        QCOMPARE(written.error().where, bad);
    }
    QVERIFY(QFileInfo(m_folder.path()).isDir());
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // Qt says more of a file without a name
    QVERIFY(!writeWholeFile({}, {}));
    QVERIFY(!readWholeFile({}, 9, kTooLarge));
}

void TstFiles::pipeIsReadToItsEnd()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const QByteArray piece(10'000, 'x');
    QCOMPARE(::write(ends[1], piece.constData(), std::size_t(piece.size())), ssize_t(piece.size()));
    ::close(ends[1]);
    QVERIFY(!isDatabase(nameOf(ends[0]))); // and takes nothing away
    QCOMPARE(contentOf(nameOf(ends[0])), piece);
    ::close(ends[0]);
}

void TstFiles::readingIsBounded()
{
    QVERIFY(writeWholeFile(path("ten"), viewOf(std::string_view("0123456789"))));
    QVERIFY(readWholeFile(path("ten"), 10, kTooLarge));
    for (const QString& large : {path("ten"), QStringLiteral("/dev/zero")}) {
        const auto read = readWholeFile(large, 9, kTooLarge);
        QVERIFY(!read);
        QCOMPARE(read.error(), (Error{ErrorKind::Limit, kTooLarge, large}));
    }
    const auto missing = readWholeFile(path("missing"), 9, kTooLarge);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::Io);
}

void TstFiles::aFullDiskLeavesWhatWasThere()
{
    QVERIFY(writeWholeFile(path("kept"), viewOf(std::string_view("old"))));
    // A bound on the size of files stands for the disk: less than what Qt keeps in memory before it writes.
    struct rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small = {100, before.rlim_max};
    const bool isBound = ::setrlimit(RLIMIT_FSIZE, &small) == 0;
    const auto written = writeWholeFile(path("kept"), viewOf(std::string_view(std::string(300, 'x'))));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(isBound);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Io);
    QFile kept(path("kept"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("old"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TstFiles>(argc, argv);
}

} // namespace dmsc::tst_files

#include "tst_files.moc"
