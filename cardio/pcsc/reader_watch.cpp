// SPDX-License-Identifier: Apache-2.0
#include "cardio/pcsc/reader_watch.h"

#include "cardio/pcsc/atr_text.h"
#include "cardio/pcsc/patience.h"
#include "cardio/pcsc/pcsc_context.h"

#include <QByteArray>

#include <winscard.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kRound = 1s; ///< a reader that came unannounced is seen after this time
constexpr std::chrono::milliseconds kServiceRound = 300ms; ///< and a service that is back after this
constexpr std::chrono::milliseconds kCancelAgain = 5ms; ///< SCardCancel is lost when it comes too early
constexpr const char* kPlugAndPlay = "\\\\?PnP?\\Notification";

/// The readers' states as pcscd tells them, and what it needs to tell only changes.
class ReaderStates
{
public:
    explicit ReaderStates(const QStringList& names)
    {
        m_names.reserve(static_cast<std::size_t>(names.size()));
        for (const QString& name : names)
            m_names.push_back(name.toUtf8());
        for (const QByteArray& name : m_names)
            m_states.push_back(fresh(name.constData()));
        m_states.push_back(fresh(kPlugAndPlay)); // with it pcscd waits even where there is no reader
    }

    PcscCode wait(PcscContext::Handle context, std::chrono::milliseconds timeout)
    {
        for (SCARD_READERSTATE& state : m_states)
            state.dwCurrentState = state.dwEventState;
        return SCardGetStatusChange(
            context, static_cast<DWORD>(timeout.count()), m_states.data(), static_cast<DWORD>(m_states.size()));
    }

    [[nodiscard]] std::vector<ReaderInfo> readers() const
    {
        std::vector<ReaderInfo> list;
        list.reserve(m_names.size());
        for (std::size_t i = 0; i < m_names.size(); ++i)
            list.push_back(describe(m_states[i]));
        return list;
    }

private:
    static SCARD_READERSTATE fresh(const char* name)
    {
        SCARD_READERSTATE state{};
        state.szReader = name;
        return state;
    }

    static ReaderStatus statusOf(DWORD state)
    {
        if ((state & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE)) != 0)
            return ReaderStatus::Unknown;
        if ((state & SCARD_STATE_MUTE) != 0)
            return ReaderStatus::Mute;
        if ((state & SCARD_STATE_EXCLUSIVE) != 0)
            return ReaderStatus::InUse;
        if ((state & SCARD_STATE_PRESENT) != 0)
            return ReaderStatus::Card;
        return (state & SCARD_STATE_EMPTY) != 0 ? ReaderStatus::Empty : ReaderStatus::Unknown;
    }

    static ReaderInfo describe(const SCARD_READERSTATE& state)
    {
        ReaderInfo info;
        info.name = QString::fromUtf8(state.szReader);
        info.status = statusOf(state.dwEventState);
        if ((state.dwEventState & SCARD_STATE_PRESENT) != 0) {
            const std::size_t length = std::min<std::size_t>(state.cbAtr, MAX_ATR_SIZE);
            info.atr.assign(std::begin(state.rgbAtr), std::begin(state.rgbAtr) + static_cast<std::ptrdiff_t>(length));
            info.card = describeAtr(info.atr);
        }
        return info;
    }

    std::vector<QByteArray> m_names; // the states point into them
    std::vector<SCARD_READERSTATE> m_states;
};

ReaderList listOf(std::vector<ReaderInfo> readers)
{
    ReaderList list{std::move(readers), std::nullopt};
    if (list.readers.empty())
        list.problem = pcscError(SCARD_E_NO_READERS_AVAILABLE, {});
    return list;
}

} // namespace

ReaderList listReaders(const WaitingSink& waiting)
{
    const auto patience = Patience::withService(waiting);
    const Patience::Wait wait(patience.get());
    const auto context = PcscContext::establish();
    if (!context)
        return {{}, context.error()};
    const auto names = context->readers();
    if (!names)
        return {{}, names.error()};
    ReaderStates states(*names);
    const PcscCode code = states.wait(context->handle(), 0ms);
    if (code != SCARD_S_SUCCESS && troubleOf(code) != PcscTrouble::Timeout)
        return {{}, pcscError(code, {})};
    return listOf(states.readers());
}

class ReaderWatch::Round
{
public:
    explicit Round(Sink sink)
        : m_sink(std::move(sink))
    {
    }

    void run(const std::stop_token& stop);
    /// Ends what waits; false where it cannot be ended. Nothing is told any more.
    bool end();

private:
    /// Until the service is gone or the watch is stopped.
    void watch(const PcscContext& context, Patience* patience, const std::stop_token& stop);
    void tell(ReaderList readers);
    void setWaiting(std::optional<PcscContext::Handle> handle);

    std::mutex m_telling; ///< the sink is called under it
    Sink m_sink; ///< null once nobody listens
    std::optional<ReaderList> m_told;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<PcscContext::Handle> m_waiting; ///< what there is to cancel
    bool m_finished = false;
    std::atomic<bool> m_silent{false}; ///< pcscd answers nothing, a cancel neither
};

ReaderWatch::ReaderWatch(Sink sink)
    : m_round(std::make_shared<Round>(std::move(sink)))
    , m_thread([round = m_round](const std::stop_token& stop) { round->run(stop); })
{
}

ReaderWatch::~ReaderWatch()
{
    m_thread.request_stop();
    if (!m_round->end())
        m_thread.detach();
}

bool ReaderWatch::Round::end()
{
    std::unique_lock lock(m_mutex);
    while (!m_silent && !m_changed.wait_for(lock, kCancelAgain, [this] { return m_finished; }))
        if (m_waiting)
            PcscContext::cancel(*m_waiting);
    const bool ended = m_finished;
    lock.unlock();
    const std::lock_guard telling(m_telling);
    m_sink = nullptr;
    return ended;
}

void ReaderWatch::Round::setWaiting(std::optional<PcscContext::Handle> handle)
{
    const std::lock_guard lock(m_mutex);
    m_waiting = handle;
}

void ReaderWatch::Round::tell(ReaderList readers)
{
    const std::lock_guard lock(m_telling);
    if (!m_sink || m_told == readers)
        return;
    m_told = std::move(readers);
    m_sink(*m_told);
}

void ReaderWatch::Round::run(const std::stop_token& stop)
{
    const auto patience = Patience::withService([this](const QString& what) {
        m_silent = !what.isEmpty();
        if (m_silent)
            tell({{}, silentService()});
    });
    while (!stop.stop_requested()) {
        auto context = [&patience] {
            const Patience::Wait wait(patience.get());
            return PcscContext::establish();
        }();
        if (context)
            watch(*context, patience.get(), stop);
        else
            tell({{}, context.error()});
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, kServiceRound, [] { return false; });
    }
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    m_changed.notify_all();
}

void ReaderWatch::Round::watch(const PcscContext& context, Patience* patience, const std::stop_token& stop)
{
    std::optional<ReaderStates> states;
    QStringList known;
    setWaiting(context.handle());
    PcscCode code = SCARD_S_SUCCESS;
    while (!stop.stop_requested()) {
        const auto names = [&context, patience] {
            const Patience::Wait wait(patience);
            return context.readers();
        }();
        if (!names) {
            tell({{}, names.error()});
            break;
        }
        const bool isNews = !states || *names != known;
        if (isNews) {
            known = *names;
            states.emplace(known);
        }
        const std::chrono::milliseconds round = isNews ? 0ms : kRound; // that there is none is news as well
        {
            const Patience::Wait wait(patience, round);
            code = states->wait(context.handle(), round);
        }
        const PcscTrouble trouble = troubleOf(code);
        if (trouble == PcscTrouble::Reader || trouble == PcscTrouble::Cancelled)
            continue; // one of them has just gone, or we are to stop
        if (trouble != PcscTrouble::None && trouble != PcscTrouble::Timeout) {
            tell({{}, pcscError(code, {})});
            break;
        }
        tell(listOf(states->readers()));
    }
    setWaiting(std::nullopt);
}

} // namespace dmsc
