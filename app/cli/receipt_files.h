// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"

#include <QString>

#include <optional>

namespace dmsc::cli {

/// --receipt: the receipts of a command's sessions, also where the command failed. The first is the file that was
/// named, others stand numbered beside it.
class ReceiptFiles
{
public:
    explicit ReceiptFiles(QString path)
        : m_path(std::move(path))
    {
    }

    /// Of a session that has ended.
    void take(const Result<Bytes>& cms);
    /// What went wrong first; NotFound where no session took place.
    [[nodiscard]] Result<void> finish() const;

private:
    [[nodiscard]] Result<void> write(const Bytes& cms);

    QString m_path;
    int m_count = 0;
    std::optional<Error> m_error;
};

} // namespace dmsc::cli
