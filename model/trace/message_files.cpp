// SPDX-License-Identifier: Apache-2.0
#include "model/trace/message_files.h"

#include "model/byte_array.h"
#include "model/record/receipt_row.h"
#include "model/syncml/wbxml_reader.h"
#include "model/trace/masked_row.h"
#include "model/trace/record_words.h"
#include "model/trace/trace_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace dmsc {

namespace {

bool isWbxml(const QByteArray& bytes)
{
    return wbxml::isWbxml(viewOf(bytes));
}

/// The messages go into a folder beside the one that is wanted, which takes its name when it is whole.
class MessageFolder
{
public:
    explicit MessageFolder(const QString& folder)
        : m_folder(QDir::cleanPath(folder))
        , m_work(m_folder + QLatin1String(".XXXXXX"))
    {
    }

    [[nodiscard]] Result<void> begin() const
    {
        if (QFileInfo::exists(m_folder) && !QDir(m_folder).isEmpty(QDir::NoDotAndDotDot | QDir::AllEntries))
            return fail(ErrorKind::Exists,
                QCoreApplication::translate("Trace", "the messages go into a folder that is new or empty"), m_folder);
        if (!m_work.isValid())
            return fail(ErrorKind::Io, m_work.errorString(), m_folder);
        return {};
    }
    [[nodiscard]] Result<void> add(const QByteArray& message, Actor from, Actor to)
    {
        if (message.isEmpty() || (!isWbxml(message) && !message.contains("SyncML")))
            return {};
        return write(
            QStringLiteral("%1-to-%2.%3")
                .arg(words::of(from), words::of(to), isWbxml(message) ? QLatin1String("wbxml") : QLatin1String("xml")),
            message);
    }
    [[nodiscard]] Result<void> addReceipt(const QByteArray& cms) { return write(QStringLiteral("receipt.p7s"), cms); }
    [[nodiscard]] Result<void> finish()
    {
        if (m_count == 0)
            return fail(ErrorKind::NotFound,
                QCoreApplication::translate("Trace", "there are no DM messages and receipts among these rows"),
                m_folder);
        QDir().rmdir(m_folder);
        if (!QDir().rename(m_work.path(), m_folder))
            return fail(ErrorKind::Io,
                QCoreApplication::translate("Trace", "the folder with the messages could not take its name"), m_folder);
        m_work.setAutoRemove(false);
        return {};
    }

private:
    /// Under its number in the folder.
    [[nodiscard]] Result<void> write(const QString& what, const QByteArray& bytes)
    {
        const QString name = QStringLiteral("%1-%2").arg(++m_count, 4, 10, QLatin1Char('0')).arg(what);
        QFile file(m_work.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            return fail(ErrorKind::Io, file.errorString(), name);
        return {};
    }

    QString m_folder;
    QTemporaryDir m_work;
    int m_count = 0;
};

Result<void> addRow(MessageFolder& folder, const MaskedRow& row)
{
    const RecordView& record = row.view;
    if (isReceipt(record))
        return folder.addReceipt(record.response.toByteArray());
    if (record.layer != Layer::SyncMl)
        return {};
    if (auto request = folder.add(record.request.toByteArray(), record.from, record.to); !request)
        return request;
    return folder.add(record.response.toByteArray(), record.to, record.from);
}

} // namespace

Result<void> writeMessages(const Recording& recording, const RecordSelection& rows, const QString& folder,
    Secrets secrets, const TraceProgress& progress)
{
    MessageFolder files(folder);
    if (auto begun = files.begin(); !begun)
        return begun;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (progress && i % kRowsBetweenReports == 0 && !progress(i, rows.size()))
            return fail(ErrorKind::Cancelled, QCoreApplication::translate("Trace", "the export was stopped"));
        if (auto added = addRow(files, masked(recording, rows[i], secrets)); !added)
            return added;
    }
    return files.finish();
}

} // namespace dmsc
