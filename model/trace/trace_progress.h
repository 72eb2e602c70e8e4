// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QCoreApplication>

#include <cstddef>
#include <functional>

namespace dmsc {

/// Told now and then; false stops the work, which then fails with Cancelled and leaves no file.
using TraceProgress = std::function<bool(std::size_t done, std::size_t total)>;

inline constexpr std::size_t kRowsBetweenReports = 1024; // of progress

/// Tells how far a reader is in what it reads.
class ReadingWatch
{
public:
    /// `progress` must outlive this.
    ReadingWatch(const TraceProgress& progress, qsizetype total, std::size_t stepsBetweenReports = kRowsBetweenReports)
        : m_progress(progress)
        , m_total(static_cast<std::size_t>(total))
        , m_every(stepsBetweenReports)
    {
    }

    /// A step, and so much is left: false stops the reading.
    [[nodiscard]] bool goesOn(qsizetype left)
    {
        return !m_progress || ++m_steps % m_every != 0 || m_progress(m_total - static_cast<std::size_t>(left), m_total);
    }

private:
    const TraceProgress& m_progress;
    std::size_t m_total;
    std::size_t m_every;
    std::size_t m_steps = 0;
};

[[nodiscard]] inline tl::unexpected<Error> readingStopped()
{
    return fail(ErrorKind::Cancelled, QCoreApplication::translate("Trace", "reading was stopped"));
}

} // namespace dmsc
