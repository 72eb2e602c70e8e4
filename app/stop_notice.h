// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/stop_signals.h"

#include <QSocketNotifier>

#include <sys/signalfd.h>
#include <unistd.h>

#include <functional>

namespace dmsc {

/// Ctrl+C and its like as a turn of the event loop. Made before any thread, which would get them otherwise.
class StopNotice
{
public:
    explicit StopNotice()
    {
        const sigset_t signals = cli::stopSignals();
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        m_file = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    StopNotice(const StopNotice&) = delete;
    StopNotice& operator=(const StopNotice&) = delete;
    ~StopNotice()
    {
        if (m_file >= 0)
            ::close(m_file);
    }

    /// Calls once one has come, for as long as `context` lives, which there has to be an application for.
    void call(QObject& context, std::function<void()> stop) const
    {
        if (m_file < 0)
            return;
        auto* notifier = new QSocketNotifier(m_file, QSocketNotifier::Read, &context);
        QObject::connect(notifier, &QSocketNotifier::activated, &context, [notifier, stop = std::move(stop)] {
            notifier->setEnabled(false);
            stop();
        });
    }

private:
    int m_file = -1;
};

} // namespace dmsc
