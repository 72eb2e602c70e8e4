// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/file_table.h"

#include "cardio/store/database.h"
#include "model/byte_array.h"
#include "model/tree/tree.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS files(id INTEGER PRIMARY KEY, parent INTEGER, parameters BLOB, content BLOB)";

std::uint64_t sumOf(const StoredFile& file, Hasher& hasher)
{
    hasher.begin();
    hasher.addLength(file.id);
    hasher.addLength(file.parent);
    for (const Bytes* bytes : {&file.parameters, &file.content}) {
        hasher.addLength(bytes->size());
        hasher.add(textOf(*bytes));
    }
    const Digest digest = hasher.end();
    return numberFrom(ByteView(digest).first(8));
}

tl::unexpected<Error> damaged(const Database& database)
{
    return fail(ErrorKind::Damaged,
        QCoreApplication::translate("FileTable", "the image is damaged: its files do not agree with their digest"),
        database.path());
}

} // namespace

Result<std::vector<StoredFile>> FileTable::read(Database& database, const Bytes& sum)
{
    std::vector<StoredFile> files;
    auto tables = database.ask(QStringLiteral("SELECT 1 FROM sqlite_master WHERE type='table' AND name='files'"));
    if (!tables)
        return tl::unexpected(tables.error());
    if (!tables->next())
        return sum.empty() ? Result<std::vector<StoredFile>>(std::move(files)) : damaged(database);
    tables->finish();
    auto rows = database.ask(QStringLiteral("SELECT id,parent,parameters,content FROM files ORDER BY id"));
    if (!rows)
        return tl::unexpected(rows.error());
    Hasher hasher;
    std::uint64_t total = 0;
    while (rows->next()) {
        StoredFile file{static_cast<std::uint32_t>(rows->value(0).toUInt()),
            static_cast<std::uint32_t>(rows->value(1).toUInt()), toBytes(rows->value(2).toByteArray()),
            toBytes(rows->value(3).toByteArray())};
        total += sumOf(file, hasher);
        files.push_back(std::move(file));
    }
    if (numberBytes(total) != sum)
        return damaged(database);
    return files;
}

void FileTable::remember(const std::vector<StoredFile>& files)
{
    Hasher hasher;
    m_sums.clear();
    for (const StoredFile& file : files)
        m_sums[file.id] = sumOf(file, hasher);
}

Bytes FileTable::sumAfter(const FileChanges& changes) const
{
    FileTable after = *this;
    after.done(changes);
    std::uint64_t total = 0;
    for (const auto& [id, sum] : after.m_sums)
        total += sum;
    return numberBytes(total);
}

Result<void> FileTable::write(Database& database, const FileChanges& changes)
{
    if (auto made = database.run(QString::fromLatin1(kTable)); !made)
        return made;
    auto put =
        database.prepare(QStringLiteral("INSERT OR REPLACE INTO files(id,parent,parameters,content) VALUES(?,?,?,?)"));
    auto drop = database.prepare(QStringLiteral("DELETE FROM files WHERE id=?"));
    if (!put || !drop)
        return tl::unexpected(put ? drop.error() : put.error());
    for (const std::uint32_t id : changes.removed)
        if (auto done = database.run(*drop, {id}); !done)
            return done;
    for (const StoredFile& file : changes.put)
        if (auto done =
                database.run(*put, {file.id, file.parent, toByteArray(file.parameters), toByteArray(file.content)});
            !done)
            return done;
    return {};
}

void FileTable::done(const FileChanges& changes)
{
    Hasher hasher;
    for (const std::uint32_t id : changes.removed)
        m_sums.erase(id);
    for (const StoredFile& file : changes.put)
        m_sums[file.id] = sumOf(file, hasher);
}

} // namespace dmsc
