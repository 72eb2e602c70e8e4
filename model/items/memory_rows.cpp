// SPDX-License-Identifier: Apache-2.0
#include "model/items/memory_rows.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dmsc {

namespace {

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

MemoryRow plainRow(MemoryRow::Kind kind, Blocks size)
{
    MemoryRow row;
    row.kind = kind;
    row.size = size;
    return row;
}

} // namespace

std::vector<MemoryRow> memoryRows(const MemoryMap& map)
{
    std::vector<MemoryRow> rows;
    if (map.blockSize == 0 || map.total == Blocks{})
        return rows;
    rows.push_back(plainRow(MemoryRow::Kind::System, map.system));
    rows.push_back(plainRow(MemoryRow::Kind::Reserve, map.reserve));
    std::uint64_t told = number(map.system) + number(map.reserve) + number(map.free);
    for (const EntityMemory& entity : map.entities) {
        MemoryRow row = plainRow(MemoryRow::Kind::Entity, entity.granted);
        row.entity = entity.entity;
        row.role = entity.role;
        row.used = entity.used;
        row.usedBytes = entity.usedBytes;
        row.limit = entity.limit;
        row.own = entity.entity == map.self;
        rows.push_back(std::move(row));
        told += number(entity.granted);
    }
    if (told < number(map.total))
        rows.push_back(plainRow(MemoryRow::Kind::Others, Blocks{number(map.total) - told}));
    rows.push_back(plainRow(MemoryRow::Kind::Free, map.free));
    return rows;
}

QString memoryRowName(const MemoryRow& row)
{
    switch (row.kind) {
    case MemoryRow::Kind::System:
        return QCoreApplication::translate("MemoryRows", "system");
    case MemoryRow::Kind::Reserve:
        return QCoreApplication::translate("MemoryRows", "reserve");
    case MemoryRow::Kind::Entity:
        return shown(row.entity);
    case MemoryRow::Kind::Others:
        return QCoreApplication::translate("MemoryRows", "others");
    case MemoryRow::Kind::Free:
        return QCoreApplication::translate("MemoryRows", "free");
    }
    return {};
}

QString memoryRowRole(const MemoryRow& row)
{
    switch (row.kind) {
    case MemoryRow::Kind::System:
        return QCoreApplication::translate("MemoryRows", "taken by the card itself");
    case MemoryRow::Kind::Reserve:
        return QCoreApplication::translate("MemoryRows", "kept back by the card issuer");
    case MemoryRow::Kind::Entity:
        return row.own ? QCoreApplication::translate("MemoryRows", "%1 (we)").arg(roleName(row.role))
                       : roleName(row.role);
    case MemoryRow::Kind::Others:
        return QCoreApplication::translate("MemoryRows", "granted to entities that we may not know of");
    case MemoryRow::Kind::Free:
        return QCoreApplication::translate("MemoryRows", "can still be granted");
    }
    return {};
}

QChar memoryGlyph(const MemoryRow& row)
{
    switch (row.kind) {
    case MemoryRow::Kind::System:
        return u'■';
    case MemoryRow::Kind::Reserve:
        return u'□';
    case MemoryRow::Kind::Others:
        return u'◧';
    case MemoryRow::Kind::Free:
        return u'○';
    case MemoryRow::Kind::Entity:
        break;
    }
    switch (row.role) {
    case Role::Issuer:
        return u'◆';
    case Role::Device:
        return u'▶';
    case Role::Dms:
        return u'●';
    case Role::Application:
        return u'▲';
    }
    return u'●';
}

QString blockCountText(Blocks blocks)
{
    // %n takes an int; a card with more blocks than that says so in round figures anyway.
    const auto count = static_cast<int>(std::min<std::uint64_t>(number(blocks), 0x7fffffff));
    return QCoreApplication::translate("MemoryRows", "%Ln block(s)", nullptr, count);
}

QString memorySizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

QString blocksText(Blocks blocks, std::uint32_t blockSize)
{
    return QCoreApplication::translate("MemoryRows", "%1, %2")
        .arg(blockCountText(blocks), memorySizeText(number(blocks) * blockSize));
}

QString shortBlocksText(Blocks blocks, std::uint32_t blockSize)
{
    return QStringLiteral("%1 · %2").arg(
        QLocale().toString(static_cast<qulonglong>(number(blocks))), memorySizeText(number(blocks) * blockSize));
}

QString blockDifference(Blocks before, Blocks after)
{
    const bool less = after < before;
    const std::uint64_t difference = less ? number(before) - number(after) : number(after) - number(before);
    return (less ? QString(u'−') : QString(u'+')) + QLocale().toString(static_cast<qulonglong>(difference));
}

QString whyNoMemoryChange(const std::optional<AccessConditions>& access, const MemoryMap& map, std::string_view entity)
{
    if (!access)
        return QCoreApplication::translate(
            "MemoryRows", "The card has not said what we may do: shake hands with it first");
    bool own = false;
    bool others = false;
    for (const ScopedRights& scope : access->conditions) {
        own = own || scope.rights.has(Right::Memory);
        others = others || (scope.rights.has(Right::Memory) && scope.rights.has(Right::Others));
    }
    if (!own)
        return QCoreApplication::translate("MemoryRows", "%1 lacks the right “manage memory”; the card issuer gives it")
            .arg(shown(access->entity));
    if (entity != map.self && !others)
        return QCoreApplication::translate("MemoryRows", "%1 may change its own memory only, not that of %2")
            .arg(shown(access->entity), shown(entity));
    return {};
}

} // namespace dmsc
