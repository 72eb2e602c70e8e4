// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/child.h"

#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QDir>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <utility>

namespace dmsc::bench {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int kNoOutput = -1;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double milliseconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// In the new process: standard output goes to `output`, everything else nowhere.
[[noreturn]] void become(
    const std::vector<std::string>& command, const std::vector<std::string>& environment, int output)
{
    const int nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, STDIN_FILENO);
    ::dup2(output == kNoOutput ? nowhere : output, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    for (const std::string& variable : environment)
        ::putenv(const_cast<char*>(variable.c_str()));
    std::vector<char*> words;
    for (const std::string& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execvp(words.front(), words.data());
    ::_exit(127);
}

pid_t start(const std::vector<std::string>& command, const std::vector<std::string>& environment, int output)
{
    const pid_t child = ::fork();
    if (child == 0)
        become(command, environment, output);
    return child;
}

double residentMegabytes(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/statm");
    double size = 0, resident = 0;
    status >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Of the main thread; the ticks of /proc/.../stat are too coarse.
double usedMilliseconds(pid_t process)
{
    std::ifstream statistics("/proc/" + std::to_string(process) + "/schedstat");
    double nanoseconds = 0;
    statistics >> nanoseconds;
    return nanoseconds / 1e6;
}

} // namespace

std::optional<ChildCost> runChild(const std::vector<std::string>& command)
{
    const auto begin = Clock::now();
    const pid_t child = start(command, {}, kNoOutput);
    int status = 0;
    rusage used{};
    if (child < 0 || ::wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) == 127)
        return std::nullopt;
    return ChildCost{millisecondsSince(begin), milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
        static_cast<double>(used.ru_maxrss) * 1024 / 1e6, WEXITSTATUS(status)};
}

std::optional<ChildCost> medianChild(const std::vector<std::string>& command)
{
    std::vector<double> wall, cpu, peak;
    int exitCode = 0;
    for (int i = 0; i < 3; ++i) {
        const auto cost = runChild(command);
        if (!cost)
            return std::nullopt;
        wall.push_back(cost->wallMs);
        cpu.push_back(cost->cpuMs);
        peak.push_back(cost->peakMegabytes);
        exitCode = cost->exitCode;
    }
    return ChildCost{median(wall), median(cpu), median(peak), exitCode};
}

RunningChild startChild(const std::vector<std::string>& command, const std::vector<std::string>& environment)
{
    RunningChild child;
    int ends[2] = {};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return child;
    const auto begin = Clock::now();
    child.process = start(command, environment, ends[1]);
    ::close(ends[1]);
    char byte = 0;
    while (::read(ends[0], &byte, 1) == 1 && byte != '\n')
        child.line.push_back(byte);
    child.msToLine = millisecondsSince(begin);
    child.megabytes = residentMegabytes(child.process);
    child.cpuMs = usedMilliseconds(child.process);
    ::close(ends[0]);
    return child;
}

RunningChild::RunningChild(RunningChild&& other) noexcept
    : line(std::move(other.line))
    , msToLine(other.msToLine)
    , megabytes(other.megabytes)
    , cpuMs(other.cpuMs)
    , process(std::exchange(other.process, -1))
{
}

RunningChild::~RunningChild()
{
    if (process < 0)
        return;
    ::kill(process, SIGTERM);
    ::waitpid(process, nullptr, 0);
}

std::string builtProgram(const char* name)
{
    const QString given = qEnvironmentVariable("DMSC_BIN_DIR");
    const QDir folder(given.isEmpty() ? QCoreApplication::applicationDirPath() : given);
    return folder.filePath(QLatin1String(name)).toStdString();
}

} // namespace dmsc::bench
