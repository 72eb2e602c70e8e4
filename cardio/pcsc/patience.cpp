// SPDX-License-Identifier: Apache-2.0
#include "cardio/pcsc/patience.h"

#include <QCoreApplication>

#include <csignal>
#include <utility>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kLook = 100ms;
constexpr std::chrono::milliseconds kLong = 800ms;
constexpr std::chrono::milliseconds kTellAgain = 1s;

} // namespace

std::unique_ptr<Patience> Patience::withCard(const QString& reader, const WaitingSink& sink)
{
    if (!sink)
        return nullptr;
    return std::unique_ptr<Patience>(new Patience(sink, [reader](const QString& seconds) {
        return QCoreApplication::translate("Pcsc",
            "The card in %1 has not answered for %2 s; another program may be at it, or take the card out to end this")
            .arg(reader, seconds);
    }));
}

std::unique_ptr<Patience> Patience::withService(const WaitingSink& sink)
{
    if (!sink)
        return nullptr;
    return std::unique_ptr<Patience>(new Patience(sink, [](const QString& seconds) {
        return QCoreApplication::translate("Pcsc",
            "The reader service pcscd has not answered for %1 s; restart it to end this, for instance by: systemctl "
            "restart pcscd")
            .arg(seconds);
    }));
}

Patience::Patience(WaitingSink sink, Words words)
    : m_sink(std::move(sink))
    , m_words(std::move(words))
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

Patience::~Patience() = default;

void Patience::run(const std::stop_token& stop)
{
    // Signals to the program are for threads that do its work.
    sigset_t all{};
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    std::chrono::milliseconds next = kLong;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_stopped.wait_for(lock, stop, kLook, [] { return false; });
        const auto since = m_since.load();
        const bool waiting = since != std::chrono::steady_clock::duration::zero();
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch() - since);
        if (waiting && waited >= next) {
            m_sink(m_words(QString::number(static_cast<double>(waited.count()) / 1000, 'f', 1)));
            next = waited + kTellAgain;
        } else if (next != kLong && (!waiting || waited < kLong)) {
            m_sink({});
            next = kLong;
        }
    }
    if (next != kLong)
        m_sink({});
}

} // namespace dmsc
