// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/reader_info.h"
#include "cardio/pcsc/waiting_sink.h"

#include <functional>
#include <memory>
#include <thread>

namespace dmsc {

/// The readers as they are now, in the caller's thread; the sink hears of a service that takes long.
[[nodiscard]] ReaderList listReaders(const WaitingSink& waiting = {});

/// Tells the readers at once and whenever they or their cards change, in a thread of its own. When pcscd goes it says
/// so and looks for it again and again; when pcscd answers nothing it says so after a second, and goes on when it does.
class ReaderWatch
{
public:
    using Sink = std::function<void(const ReaderList& readers)>; ///< called in the watch's threads, one at a time

    explicit ReaderWatch(Sink sink);
    ~ReaderWatch(); ///< after it the sink is not called any more
    ReaderWatch(const ReaderWatch&) = delete;
    ReaderWatch& operator=(const ReaderWatch&) = delete;

private:
    /// What the thread works on: nothing can end a call that pcscd does not answer, so the thread may outlive the
    /// watch.
    class Round;

    std::shared_ptr<Round> m_round;
    std::jthread m_thread;
};

} // namespace dmsc
