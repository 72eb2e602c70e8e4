// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/patience.h"
#include "cardio/pcsc/pcsc_context.h"
#include "cardio/pcsc/reader_info.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace dmsc {

/// The readers as they are now, in the caller's thread; the sink hears of a service that takes long.
[[nodiscard]] ReaderList listReaders(const WaitingSink& waiting = {});

/// Tells the readers at once and whenever they or their cards change, in a thread of its own. When pcscd goes it says
/// so and looks for it once a second.
class ReaderWatch
{
public:
    using Sink = std::function<void(const ReaderList& readers)>; ///< called in the watch's thread

    explicit ReaderWatch(Sink sink);
    ~ReaderWatch(); ///< after it the sink is not called any more
    ReaderWatch(const ReaderWatch&) = delete;
    ReaderWatch& operator=(const ReaderWatch&) = delete;

private:
    void run(const std::stop_token& stop);
    /// Until the service is gone or the watch is stopped.
    void watch(const PcscContext& context, const std::stop_token& stop);
    void tell(ReaderList readers);
    void setWaiting(std::optional<PcscContext::Handle> handle);

    Sink m_sink;
    std::optional<ReaderList> m_told;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<PcscContext::Handle> m_waiting; ///< what there is to cancel
    bool m_finished = false;
    std::jthread m_thread; // last: everything above is there before it starts
};

} // namespace dmsc
