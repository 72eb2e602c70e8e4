// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/session_writer.h"

#include <QSettings>

#include <utility>

namespace dmsc {

SessionWriter::SessionWriter(QString file)
    : m_file(std::move(file))
{
}

void SessionWriter::write(SessionState state)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(state);
    }
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    m_changed.notify_all();
}

void SessionWriter::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_next && !m_writing; });
}

void SessionWriter::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    // What was given before the end is written all the same.
    while (m_changed.wait(lock, stop, [this] { return m_next.has_value(); })) {
        const SessionState state = *std::exchange(m_next, std::nullopt);
        m_writing = true;
        lock.unlock();
        const auto settings = openSettings(m_file);
        writeSession(*settings, state);
        settings->sync();
        lock.lock();
        m_writing = false;
        m_changed.notify_all();
    }
}

} // namespace dmsc
