// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QDateTime>
#include <QLockFile>
#include <QString>
#include <QStringList>

#include <memory>

namespace dmsc {

/// A recording that this process writes: nobody else takes it for one that was left behind.
struct OwnedRecording
{
    QString path;
    std::unique_ptr<QLockFile> lock; ///< "<path>.lock"; goes with this
};

/// The folder of recordings that are made by themselves. Several programs may use it at a time.
class RecordingFolder
{
public:
    // What is kept of earlier runs; the newest first.
    static constexpr int kMaxFiles = 20;
    static constexpr qint64 kMaxBytes = 2LL * 1024 * 1024 * 1024;

    explicit RecordingFolder(QString path);

    /// A name that no file has, for a recording that begins now. Io where the folder cannot be made or written.
    [[nodiscard]] Result<OwnedRecording> reserve(const QDateTime& now) const;
    /// Recordings whose writer is no more and did not end them, each told once; those without a row go.
    [[nodiscard]] QStringList takeUnfinished() const;
    /// Deletes the oldest until the limits are met; neither what is written now nor what `keep` names.
    void prune(const QStringList& keep) const;

private:
    QString m_path;
};

} // namespace dmsc
