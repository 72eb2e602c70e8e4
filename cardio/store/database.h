// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/store_probe.h"
#include "model/error.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

namespace dmsc {

/// One SQLite connection. Lives and dies in the thread that opened it.
class Database
{
public:
    enum class Mode : std::uint8_t { Create, Open };

    /// Create: the file must not exist. Open: it must, and SQLite's own check must pass (Damaged).
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& path, Mode mode, StoreProbe probe = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] const QString& path() const { return m_path; }
    Result<void> run(const QString& statement, const QVariantList& values = {});
    [[nodiscard]] Result<QSqlQuery> ask(const QString& statement);
    [[nodiscard]] Result<QSqlQuery> prepare(const QString& statement);
    /// Binds and runs a prepared statement once more.
    Result<void> run(QSqlQuery& prepared, const QVariantList& values);

    /// All of `work` or nothing: commits when it succeeds, else rolls back.
    Result<void> transaction(const std::function<Result<void>()>& work);

private:
    Database(QString path, QString connection, StoreProbe probe);
    Result<void> step(StoreStep step) const;
    [[nodiscard]] tl::unexpected<Error> failed(const QSqlQuery& query) const;

    QString m_path;
    QString m_connection;
    StoreProbe m_probe;
    QSqlDatabase m_db;
};

} // namespace dmsc
