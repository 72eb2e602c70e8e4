// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/pcsc_error.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace dmsc {

/// A connection to pcscd. Used by one thread at a time; cancel() may come from any other.
class PcscContext
{
public:
    using Handle = long; ///< SCARDCONTEXT

    [[nodiscard]] static Result<PcscContext> establish();
    PcscContext(PcscContext&& other) noexcept;
    PcscContext& operator=(PcscContext&& other) noexcept;
    ~PcscContext();

    [[nodiscard]] Handle handle() const { return *m_handle; }
    /// In pcscd's order; none is no error here.
    [[nodiscard]] Result<QStringList> readers() const;

    /// Ends what waits in SCardGetStatusChange; lost when nothing waits.
    static void cancel(Handle handle);

private:
    explicit PcscContext(Handle handle);
    void release();

    std::optional<Handle> m_handle;
};

/// The one reader whose name is `wanted` or, failing that, has it in it (in any case). NotFound and BadValue errors
/// list the names.
[[nodiscard]] Result<QString> chooseReader(const QStringList& names, const QString& wanted);

} // namespace dmsc
