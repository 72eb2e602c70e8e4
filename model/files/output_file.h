// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QFileDevice>
#include <QString>

#include <memory>

class QSaveFile;

namespace dmsc {

/// Who may read what is written.
enum class Readers : std::uint8_t { Everybody, Owner };

/// A file to write. A regular one appears, or is replaced, in one step when it is committed; until then, and without
/// that, what was there stays. A pipe, a device or our own standard output is written into and stays what it is.
/// A database is never replaced: it is somebody's card or handset.
class OutputFile
{
public:
    [[nodiscard]] static Result<OutputFile> open(const QString& path, Readers readers = Readers::Everybody);

    OutputFile(OutputFile&&) noexcept;
    OutputFile& operator=(OutputFile&&) noexcept;
    ~OutputFile();

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QIODevice& device() { return *m_file; }
    [[nodiscard]] Result<void> write(ByteView bytes);
    [[nodiscard]] Result<void> commit();

private:
    OutputFile(QString path, std::unique_ptr<QFileDevice> file, QSaveFile* replacement);
    [[nodiscard]] static Result<OutputFile> replace(const QString& path, Readers readers);
    [[nodiscard]] static Result<OutputFile> writeInto(const QString& path);
    [[nodiscard]] tl::unexpected<Error> trouble() const;

    QString m_path;
    std::unique_ptr<QFileDevice> m_file;
    QSaveFile* m_replacement = nullptr; ///< m_file, where it takes the place of what was there
};

/// All of it at once.
[[nodiscard]] Result<void> writeWholeFile(const QString& path, ByteView bytes, Readers readers = Readers::Everybody);

} // namespace dmsc
