// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/session_worker.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

namespace {

/// A client waits for each answer before it sends the next; more than a few are retransmissions without end.
constexpr std::size_t kMaxWaiting = 4;

} // namespace

SessionWorker::SessionWorker(ServerAccount account, ServerOptions options, LocalServer::MakeSource source, Keep keep)
    : m_account(std::move(account))
    , m_server(m_account, std::move(options), std::move(source))
    , m_keep(std::move(keep))
    , m_thread([this] { run(); })
{
}

SessionWorker::~SessionWorker()
{
    (void)stop();
    m_thread.join();
}

bool SessionWorker::give(std::string uri, DmPacket packet, Reply reply)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped || m_jobs.size() >= kMaxWaiting)
        return false;
    m_jobs.push_back({std::move(uri), std::move(packet), std::move(reply)});
    m_changed.notify_all();
    return true;
}

bool SessionWorker::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    for (const Job& job : std::exchange(m_jobs, {}))
        job.reply(fail(ErrorKind::Cancelled, QCoreApplication::translate("DmServer", "the session was dropped")));
    m_changed.notify_all();
    return m_gone;
}

void SessionWorker::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_stopped || !m_jobs.empty(); });
        if (m_stopped)
            break;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        auto reply = m_server.exchange(job.uri, job.packet, {});
        const ServerSession* session = m_server.session();
        if (session && session->client().authenticated)
            m_keep(m_account);
        m_over = !session || session->ended();
        job.reply(std::move(reply));
        lock.lock();
    }
    m_gone = true;
}

} // namespace dmsc
