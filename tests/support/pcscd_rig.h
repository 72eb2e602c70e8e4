// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/reader_watch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>
#include <cstdint>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace dmsc::test {

/// A pcscd of the test's own with two slots of vpcd, on a socket and on ports that nobody else uses: neither the
/// machine's pcscd nor another test is in its way, and it needs no rights. Made before the process first talks to
/// PC/SC, which looks only once where pcscd's socket is.
class PcscdRig
{
public:
    /// What this machine lacks for it, empty when nothing: QSKIP with it.
    static QString missing()
    {
        if (program().isEmpty())
            return QStringLiteral("pcscd is not installed");
        return QFileInfo::exists(driver()) ? QString() : QStringLiteral("vpcd is not installed");
    }

    PcscdRig()
        : m_port(freePorts())
    {
        qputenv("PCSCLITE_CSOCK_NAME", QFile::encodeName(socketPath()));
    }
    ~PcscdRig() { stop(); }
    PcscdRig(const PcscdRig&) = delete;
    PcscdRig& operator=(const PcscdRig&) = delete;

    /// Afresh; waits until both slots are there.
    bool start() { return run(2); }
    /// Both slots are gone from then on, as after unplugging the reader; start() plugs it in again. pcscd drops a
    /// reader that is no USB device only with its configuration, which it reads when it starts.
    bool unplugReader() { return run(0); }
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(3000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
        QFile::remove(socketPath());
    }
    /// Dies without a word and leaves its socket behind.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void freeze() { ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP); }
    void thaw() { ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT); }

    [[nodiscard]] std::uint16_t port(int slot = 0) const { return static_cast<std::uint16_t>(m_port + slot); }
    [[nodiscard]] QString address(int slot = 0) const { return QStringLiteral("127.0.0.1:%1").arg(port(slot)); }
    [[nodiscard]] static QString reader(int slot = 0) { return QStringLiteral("Virtual PCD 00 0%1").arg(slot); }

    /// Waits until the slot is as told.
    static bool waitFor(ReaderStatus status, int slot = 0)
    {
        return waitUntil([status, slot] {
            const ReaderList list = listReaders();
            const auto index = static_cast<std::size_t>(slot);
            return list.readers.size() > index && list.readers[index].status == status;
        });
    }

    template <class Condition> static bool waitUntil(Condition condition, int milliseconds = 8000)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            if (timer.hasExpired(milliseconds))
                return false;
            QThread::msleep(20);
        }
        return true;
    }

private:
    bool run(std::size_t slots)
    {
        stop();
        configure(slots != 0);
        const int listening = listenOn(socketPath());
        // As systemd does it: descriptor 3 is the socket.
        m_process.setChildProcessModifier([listening] { ::dup2(listening, 3); });
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"),
                QStringLiteral("exec env LISTEN_FDS=1 LISTEN_PID=$$ %1 -f -c %2").arg(program(), m_folder.path())});
        const bool started = m_process.waitForStarted();
        ::close(listening);
        return started && waitUntil([slots] {
            const ReaderList list = listReaders();
            const bool answers = !list.problem || list.problem->kind == ErrorKind::NotFound;
            return answers && list.readers.size() == slots;
        });
    }
    void configure(bool reader) const
    {
        QFile config(m_folder.filePath(QStringLiteral("vpcd")));
        if (!config.open(QIODevice::WriteOnly))
            qFatal("no configuration for pcscd");
        const QByteArray port = "0x" + QByteArray::number(m_port, 16);
        if (reader)
            config.write("FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:" + port + "\nLIBPATH " + driver().toUtf8()
                + "\nCHANNELID " + port + "\n");
    }
    static QString program()
    {
        const QString found = QStandardPaths::findExecutable(QStringLiteral("pcscd"));
        return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("pcscd"), {QStringLiteral("/usr/sbin")})
                               : found;
    }
    static QString driver() { return QStringLiteral("/usr/lib/pcsc/drivers/serial/libifdvpcd.so"); }
    [[nodiscard]] QString socketPath() const { return m_sockets.filePath(QStringLiteral("pcscd.comm")); }

    static bool isFree(std::uint16_t port)
    {
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_ANY);
        const bool free = ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(fd);
        return free;
    }
    /// Two in a row, different in each process that runs at the same time.
    static std::uint16_t freePorts()
    {
        auto port = static_cast<std::uint16_t>(20000 + ::getpid() % 5000 * 2);
        while (!isFree(port) || !isFree(static_cast<std::uint16_t>(port + 1)))
            port = static_cast<std::uint16_t>(port + 2);
        return port;
    }
    static int listenOn(const QString& path)
    {
        QFile::remove(path);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::copy(name.begin(), name.end(), std::begin(address.sun_path));
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(fd, 10) != 0)
            qFatal("no socket for pcscd");
        return fd;
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_sockets;
    std::uint16_t m_port;
    QProcess m_process;
};

} // namespace dmsc::test
