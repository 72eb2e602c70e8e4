// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/server_session.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace dmsc {

/// One client's session of a DM server in a thread of its own: its source of commands may wait there.
class SessionWorker
{
public:
    /// The account as it stands, once the client has proved itself; called in the worker's thread.
    using Keep = std::function<void(const ServerAccount& account)>;
    using Reply = std::function<void(Result<DmPacket> reply)>;

    SessionWorker(ServerAccount account, ServerOptions options, LocalServer::MakeSource source, Keep keep);
    /// Waits for the answer that is being made.
    ~SessionWorker();
    SessionWorker(const SessionWorker&) = delete;
    SessionWorker& operator=(const SessionWorker&) = delete;

    /// `uri`: where the client has sent it. False when too many wait already. `reply` is called in the worker's thread.
    [[nodiscard]] bool give(std::string uri, DmPacket packet, Reply reply);
    /// No session runs any more.
    [[nodiscard]] bool idle() const { return m_over; }
    /// What waits is refused, and the thread ends as soon as it can; true when it has.
    bool stop();

private:
    void run();

    struct Job
    {
        std::string uri;
        DmPacket packet;
        Reply reply;
    };
    ServerAccount m_account;
    LocalServer m_server;
    Keep m_keep;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    std::atomic<bool> m_over = false;
    std::atomic<bool> m_gone = false;
    bool m_stopped = false;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace dmsc
