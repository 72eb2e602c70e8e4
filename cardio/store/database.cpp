// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/database.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace dmsc {

namespace {

ErrorKind kindOf(const QSqlError& error)
{
    // SQLite's result codes: 11 corrupt, 13 full, 26 not a database.
    const int code = error.nativeErrorCode().toInt() & 0xFF;
    if (code == 11 || code == 26)
        return ErrorKind::Damaged;
    return code == 13 ? ErrorKind::Full : ErrorKind::Io;
}

} // namespace

Database::Database(QString path, QString connection, StoreProbe probe)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
    , m_probe(std::move(probe))
    , m_db(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
    m_db.setDatabaseName(m_path);
    m_db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
}

Database::~Database()
{
    m_db.close();
    m_db = QSqlDatabase(); // the last reference must be gone before the connection is
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, Mode mode, StoreProbe probe)
{
    const bool exists = QFileInfo::exists(path);
    if (mode == Mode::Create && exists)
        return fail(
            ErrorKind::Exists, QCoreApplication::translate("Database", "there is a file of that name already"), path);
    if (mode == Mode::Open && !QFileInfo(path).isFile())
        return fail(ErrorKind::NotFound, QCoreApplication::translate("Database", "there is no such file"), path);
    const QString connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Database> database(new Database(path, connection, std::move(probe)));
    if (!database->m_db.open())
        return fail(kindOf(database->m_db.lastError()),
            QCoreApplication::translate("Database", "the image cannot be opened: %1")
                .arg(database->m_db.lastError().driverText()),
            path);
    // A commit has reached the disk, its directory entry too, before it is reported.
    if (auto set = database->run(QStringLiteral("PRAGMA synchronous=EXTRA")); !set)
        return tl::unexpected(set.error());
    if (mode == Mode::Create)
        return database;
    auto check = database->ask(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return tl::unexpected(check.error());
    if (!check->next() || check->value(0).toString() != QStringLiteral("ok"))
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("Database", "the image is damaged: %1").arg(check->value(0).toString()), path);
    return database;
}

tl::unexpected<Error> Database::failed(const QSqlQuery& query) const
{
    const ErrorKind kind = kindOf(query.lastError());
    const char* text = kind == ErrorKind::Damaged
        ? QT_TRANSLATE_NOOP("Database", "the image is damaged: %1")
        : QT_TRANSLATE_NOOP("Database", "the image cannot be read or written: %1");
    return fail(kind, QCoreApplication::translate("Database", text).arg(query.lastError().databaseText()), m_path);
}

Result<void> Database::run(const QString& statement, const QVariantList& values)
{
    auto query = prepare(statement);
    if (!query)
        return tl::unexpected(query.error());
    for (const QVariant& value : values)
        query->addBindValue(value);
    if (!query->exec())
        return failed(*query);
    return {};
}

Result<QSqlQuery> Database::ask(const QString& statement)
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return failed(query);
    return query;
}

Result<QSqlQuery> Database::prepare(const QString& statement)
{
    QSqlQuery query(m_db);
    if (!query.prepare(statement))
        return failed(query);
    return query;
}

Result<void> Database::run(QSqlQuery& prepared, const QVariantList& values)
{
    if (auto alive = step(StoreStep::Write); !alive)
        return alive;
    for (qsizetype i = 0; i < values.size(); ++i)
        prepared.bindValue(static_cast<int>(i), values[i]);
    if (!prepared.exec())
        return failed(prepared);
    prepared.finish();
    return {};
}

Result<void> Database::step(StoreStep step) const
{
    if (m_probe && !m_probe(step))
        return fail(ErrorKind::Io, QCoreApplication::translate("Database", "the image cannot be written"), m_path);
    return {};
}

Result<void> Database::transaction(const std::function<Result<void>()>& work)
{
    if (auto alive = step(StoreStep::Begin); !alive)
        return alive;
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    auto done = work();
    if (done)
        done = step(StoreStep::Commit);
    if (done)
        done = run(QStringLiteral("COMMIT"));
    if (!done) {
        (void)run(QStringLiteral("ROLLBACK"));
        return done;
    }
    // From here on the change is in the file, whatever the probe thinks of it.
    (void)step(StoreStep::Committed);
    return {};
}

} // namespace dmsc
