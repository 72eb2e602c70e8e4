// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/window/session_state.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace dmsc {

/// Writes down what the window remembers in a thread of its own: no disk, however slow, holds the window up.
class SessionWriter
{
public:
    explicit SessionWriter(QString file); ///< as openSettings() takes it

    /// Returns at once. What was given before and is not written yet is not written any more.
    void write(SessionState state);
    /// Waits until what was given is written.
    void finish();

private:
    void run(const std::stop_token& stop);

    QString m_file;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<SessionState> m_next;
    bool m_writing = false;
    std::jthread m_thread; ///< begins with the first write; ends, and is waited for, before the rest goes
};

} // namespace dmsc
