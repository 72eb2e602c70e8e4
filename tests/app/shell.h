// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAnyStringView>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

namespace dmsc::test {

/// How a run of the program dmsc ended.
struct ShellRun
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// As every failure is told: one line, with these words in it.
    [[nodiscard]] bool isOneLine(const char* with = "") const
    {
        return err.count('\n') == 1 && err.startsWith("dmsc: ") && err.contains(with);
    }
};

/// Runs dmsc in a folder of its own, with settings of its own, and nobody at the terminal.
class Shell
{
public:
    static constexpr int kPatience = 120'000;

    Shell()
    {
        for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            m_environment.insert(QLatin1String(name), m_folder.filePath(QLatin1String(name)));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    /// Words are parted by blanks; names of files are those of the folder.
    ShellRun run(QAnyStringView line, const QMap<QString, QString>& variables = {}) const
    {
        return runWords(line.toString().split(QLatin1Char(' ')), variables);
    }

    ShellRun runWords(const QStringList& words, const QMap<QString, QString>& variables = {}) const
    {
        QProcess process;
        startWords(process, words, variables);
        return endOf(process);
    }

    /// The same with something in a pipe at standard input.
    ShellRun runWithInput(QAnyStringView line, const QByteArray& input) const
    {
        QProcess process;
        prepare(process, {});
        process.start(program(), line.toString().split(QLatin1Char(' ')));
        process.write(input);
        process.closeWriteChannel();
        return endOf(process);
    }

    /// The same where nothing can be done without it.
    void require(QAnyStringView line) const
    {
        if (const ShellRun done = run(line); done.exit != 0)
            qFatal("%s", done.err.constData());
    }

    void start(QProcess& process, QAnyStringView line, const QMap<QString, QString>& variables = {}) const
    {
        startWords(process, line.toString().split(QLatin1Char(' ')), variables);
    }

    void startWords(QProcess& process, const QStringList& words, const QMap<QString, QString>& variables = {}) const
    {
        prepare(process, variables);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(program(), words);
    }

    /// The next line of a program that goes on.
    [[nodiscard]] static QString lineOf(QProcess& process)
    {
        QElapsedTimer timer;
        timer.start();
        while (!process.canReadLine() && timer.elapsed() < kPatience && process.state() != QProcess::NotRunning)
            process.waitForReadyRead(200);
        return QString::fromUtf8(process.readLine()).trimmed();
    }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }

private:
    static QString program() { return qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"); }

    void prepare(QProcess& process, const QMap<QString, QString>& variables) const
    {
        QProcessEnvironment environment = m_environment;
        for (auto each = variables.begin(); each != variables.end(); ++each)
            environment.insert(each.key(), each.value());
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
    }

    static ShellRun endOf(QProcess& process)
    {
        process.waitForFinished(kPatience);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

} // namespace dmsc::test
