// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/record/record.h"
#include "model/record/record_no.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace dmsc {

/// Writes a recording while it is made, in a thread of its own: what was put in is in the file, safe from a kill of
/// this process, at most kWriteInterval later. A file that cannot be written is told once; putting in then costs
/// nothing more. Only its owner may read the file (mode 0600): it holds PINs and keys as they were said.
class Recorder
{
public:
    static constexpr std::chrono::milliseconds kWriteInterval{50};
    /// What may wait for a slow disk, in bytes of the file; more ends the recording.
    static constexpr std::size_t kMaxWaiting = std::size_t{256} << 20;
    /// Called in the recorder's thread, at most once. Io; Full; Limit for a disk that is too slow.
    using Failed = std::function<void(const Error&)>;

    /// Makes the file; it must not exist. Waits for the disk.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>> start(
        const QString& path, const QDateTime& startedAt, Failed failed, std::size_t maxWaiting = kMaxWaiting);
    /// Writes what is left, and waits for it.
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// From any thread; never waits for the disk.
    void put(const Record& record);
    /// The mark of a row from now on; nullptr takes it away.
    void mark(RecordNo record, const QString* comment);
    [[nodiscard]] QString path() const;

private:
    struct Shared;
    explicit Recorder(std::unique_ptr<Shared> shared);
    std::unique_ptr<Shared> m_shared;
};

} // namespace dmsc
