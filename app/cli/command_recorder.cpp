// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_recorder.h"

#include "app/cli/stop_signals.h"

#include <limits>
#include <utility>

namespace dmsc::cli {

Result<std::shared_ptr<CommandRecorder>> CommandRecorder::start(const QString& path)
{
    std::shared_ptr<CommandRecorder> made(new CommandRecorder);
    const SignalsKeptBack keptBack;
    auto recorder = Recorder::start(path, QDateTime::currentDateTimeUtc(), [raw = made.get()](const Error& error) {
        const std::lock_guard lock(raw->m_mutex);
        raw->m_error = error;
    });
    if (!recorder)
        return tl::unexpected(recorder.error());
    made->m_recorder = *std::move(recorder);
    made->m_queue.setTap([raw = made.get()](const Record& record) { raw->m_recorder->put(record); });
    made->m_outlet = RecordOutlet([raw = made.get()](Record record) { raw->write(std::move(record)); },
        made->m_queue.clock(), [raw = made.get()] { return raw->m_queue.newExchange(); });
    return made;
}

void CommandRecorder::write(Record record)
{
    m_queue.write(std::move(record));
    (void)m_queue.take(std::numeric_limits<std::size_t>::max());
}

Result<void> CommandRecorder::finish()
{
    m_queue.setTap({});
    m_recorder.reset();
    const std::lock_guard lock(m_mutex);
    return m_error ? tl::unexpected(*m_error) : Result<void>();
}

} // namespace dmsc::cli
