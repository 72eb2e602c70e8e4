// SPDX-License-Identifier: Apache-2.0
#include "app/cli/receipt_files.h"

#include "model/files/output_file.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dmsc::cli {

namespace {

/// "session.p7s", "session-2.p7s", ...
QString numbered(const QString& path, int number)
{
    if (number == 1)
        return path;
    const QString suffix = QFileInfo(path).suffix();
    const QString stem = suffix.isEmpty() ? path : path.chopped(suffix.size() + 1);
    return QStringLiteral("%1-%2%3").arg(stem).arg(number).arg(suffix.isEmpty() ? suffix : QLatin1Char('.') + suffix);
}

} // namespace

void ReceiptFiles::take(const Result<Bytes>& cms)
{
    const Result<void> written = cms ? write(*cms) : tl::unexpected(cms.error());
    if (!written && !m_error)
        m_error = written.error();
}

Result<void> ReceiptFiles::write(const Bytes& cms)
{
    return writeWholeFile(numbered(m_path, ++m_count), cms);
}

Result<void> ReceiptFiles::finish() const
{
    if (m_error)
        return tl::unexpected(*m_error);
    if (m_count == 0)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate(
                "CommandLine", "no session with a card took place that a receipt could be about"),
            m_path);
    return {};
}

} // namespace dmsc::cli
