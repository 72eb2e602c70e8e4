// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/byte_array.h"
#include "model/tree/digest.h"
#include "model/tree/tree.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QVariantList>

namespace dmsc {

/// A node as a row of the table `nodes`.
struct NodeRow
{
    qint64 id = 0;
    qint64 parent = 0; ///< 0 for the root
    NodeData data;
    std::string owner;
};

/// Columns in the order of values().
inline constexpr const char* kNodeColumns = "id,parent,name,format,type,value,acl,title,tstamp,verno,owner";
inline constexpr const char* kNodeTable =
    "CREATE TABLE nodes(id INTEGER PRIMARY KEY,parent INTEGER NOT NULL,name BLOB NOT NULL,format TEXT NOT NULL,"
    "type BLOB,value BLOB,acl BLOB,title BLOB,tstamp BLOB,verno INTEGER,owner BLOB)";
inline constexpr const char* kMetaTable = "CREATE TABLE meta(key TEXT PRIMARY KEY,value BLOB NOT NULL)";

[[nodiscard]] QVariantList values(const NodeRow& row);
/// A query over kNodeColumns that stands on a row; Syntax error for a Format that does not exist.
[[nodiscard]] Result<NodeRow> nodeRow(const QSqlQuery& query);

/// 64 bits over all columns; the image keeps the sum of all rows, so that any changed, lost or extra row shows.
[[nodiscard]] std::uint64_t sumOf(const NodeRow& row, Hasher& hasher);

} // namespace dmsc
