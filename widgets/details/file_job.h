// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace dmsc {

/// Reads or writes one file on a thread of its own; one signal follows, in the GUI thread.
class FileJob : public QObject
{
    Q_OBJECT

public:
    /// Refuses what is larger than a node's value may be.
    [[nodiscard]] static std::unique_ptr<FileJob> read(const QString& path);
    [[nodiscard]] static std::unique_ptr<FileJob> write(const QString& path, const QByteArray& bytes);
    /// The same for what only the file's owner may read.
    [[nodiscard]] static std::unique_ptr<FileJob> writeSecret(const QString& path, const QByteArray& bytes);
    /// The bytes are made on the job's thread too.
    [[nodiscard]] static std::unique_ptr<FileJob> write(const QString& path, std::function<Result<QByteArray>()> make);
    ~FileJob() override;

Q_SIGNALS:
    void loaded(const QByteArray& bytes);
    void written();
    void failed(const dmsc::Error& error);

private:
    using Work = std::function<Result<QByteArray>()>;
    FileJob(Work work, bool reads);
    void deliver();

    std::mutex m_mutex;
    std::optional<Result<QByteArray>> m_result;
    bool m_reads;
    std::jthread m_thread; // last: joined before the rest goes
};

} // namespace dmsc
