// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/row_codec.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

std::string text(const QSqlQuery& query, int column)
{
    return query.value(column).toByteArray().toStdString();
}

void addText(Hasher& hasher, std::string_view part)
{
    hasher.addLength(part.size());
    hasher.add(part);
}

void addNumber(Hasher& hasher, std::uint64_t number)
{
    hasher.addLength(static_cast<std::size_t>(number >> 32U));
    hasher.addLength(static_cast<std::size_t>(number & 0xFFFFFFFFU));
}

} // namespace

QVariantList values(const NodeRow& row)
{
    const NodeData& d = row.data;
    const auto format = formatName(d.format);
    return {row.id, row.parent, toByteArray(d.name),
        QString::fromLatin1(format.data(), static_cast<qsizetype>(format.size())), toByteArray(d.type),
        d.format == Format::Node ? QVariant() : QVariant(toByteArray(d.value)), toByteArray(d.acl),
        toByteArray(d.title), toByteArray(d.tstamp), d.verNo ? QVariant(int{*d.verNo}) : QVariant(),
        toByteArray(row.owner)};
}

Result<NodeRow> nodeRow(const QSqlQuery& query)
{
    NodeRow row;
    row.id = query.value(0).toLongLong();
    row.parent = query.value(1).toLongLong();
    row.data.name = text(query, 2);
    const auto format = formatFromName(query.value(3).toString().toStdString());
    if (!format)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("TreeImage", "a node of the unknown Format \"%1\"")
                .arg(query.value(3).toString().left(40)));
    row.data.format = *format;
    row.data.type = text(query, 4);
    row.data.value = text(query, 5);
    row.data.acl = text(query, 6);
    row.data.title = text(query, 7);
    row.data.tstamp = text(query, 8);
    if (const QVariant verNo = query.value(9); !verNo.isNull())
        row.data.verNo = static_cast<std::uint16_t>(verNo.toUInt());
    row.owner = text(query, 10);
    return row;
}

std::uint64_t sumOf(const NodeRow& row, Hasher& hasher)
{
    hasher.begin();
    addNumber(hasher, static_cast<std::uint64_t>(row.id));
    addNumber(hasher, static_cast<std::uint64_t>(row.parent));
    for (const std::string_view part : {std::string_view(row.data.name), formatName(row.data.format),
             std::string_view(row.data.type), std::string_view(row.data.value), std::string_view(row.data.acl),
             std::string_view(row.data.title), std::string_view(row.data.tstamp), std::string_view(row.owner)})
        addText(hasher, part);
    addNumber(hasher, row.data.verNo ? *row.data.verNo : 0x10000U);
    const Digest digest = hasher.end();
    return numberFrom(ByteView(digest).first(8));
}

} // namespace dmsc
