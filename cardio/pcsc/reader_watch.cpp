// SPDX-License-Identifier: Apache-2.0
#include "cardio/pcsc/reader_watch.h"

#include "cardio/pcsc/atr_text.h"

#include <QByteArray>

#include <winscard.h>

#include <algorithm>
#include <chrono>
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

ReaderWatch::ReaderWatch(Sink sink)
    : m_sink(std::move(sink))
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

ReaderWatch::~ReaderWatch()
{
    m_thread.request_stop();
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, kCancelAgain, [this] { return m_finished; }))
        if (m_waiting)
            PcscContext::cancel(*m_waiting);
}

void ReaderWatch::setWaiting(std::optional<PcscContext::Handle> handle)
{
    const std::lock_guard lock(m_mutex);
    m_waiting = handle;
}

void ReaderWatch::tell(ReaderList readers)
{
    if (m_told == readers)
        return;
    m_told = std::move(readers);
    m_sink(*m_told);
}

void ReaderWatch::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        if (const auto context = PcscContext::establish())
            watch(*context, stop);
        else
            tell({{}, context.error()});
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, kServiceRound, [] { return false; });
    }
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    m_changed.notify_all();
}

void ReaderWatch::watch(const PcscContext& context, const std::stop_token& stop)
{
    std::optional<ReaderStates> states;
    QStringList known;
    setWaiting(context.handle());
    PcscCode code = SCARD_S_SUCCESS;
    while (!stop.stop_requested()) {
        const auto names = context.readers();
        if (!names) {
            tell({{}, names.error()});
            break;
        }
        const bool isNews = !states || *names != known;
        if (isNews) {
            known = *names;
            states.emplace(known);
        }
        code = states->wait(context.handle(), isNews ? 0ms : kRound); // that there is none is news as well
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
