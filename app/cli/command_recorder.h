// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/recorder/recorder.h"
#include "cardio/session/record_outlet.h"
#include "model/record/record_queue.h"

#include <memory>
#include <mutex>
#include <optional>

namespace dmsc::cli {

/// Keeps what a command says to cards, handsets and servers in a recording (--record).
class CommandRecorder
{
public:
    /// Makes the file; it must not exist.
    [[nodiscard]] static Result<std::shared_ptr<CommandRecorder>> start(const QString& path);
    CommandRecorder(const CommandRecorder&) = delete;
    CommandRecorder& operator=(const CommandRecorder&) = delete;
    ~CommandRecorder() = default;

    /// Where the command's sides and sessions write; they end before this does.
    [[nodiscard]] const RecordOutlet& outlet() const { return m_outlet; }
    /// Writes what is left; the error, if the file could not be written.
    [[nodiscard]] Result<void> finish();

private:
    CommandRecorder() = default;

    void write(Record record);

    RecordQueue m_queue; ///< puts times and order right; nobody reads from it
    RecordOutlet m_outlet;
    std::mutex m_mutex;
    std::optional<Error> m_error;
    std::unique_ptr<Recorder> m_recorder;
};

} // namespace dmsc::cli
