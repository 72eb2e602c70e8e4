// SPDX-License-Identifier: Apache-2.0
#include "model/items/conflict_text.h"

#include "model/items/cell_text.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace dmsc {

namespace {

constexpr std::size_t kMaxLines = 12; // of a tool tip

constexpr std::array<const char*, 6> kChangedProperties = {
    QT_TRANSLATE_NOOP("ConflictText", "value changed on both sides"),
    QT_TRANSLATE_NOOP("ConflictText", "format changed on both sides"),
    QT_TRANSLATE_NOOP("ConflictText", "type changed on both sides"),
    QT_TRANSLATE_NOOP("ConflictText", "ACL changed on both sides"),
    QT_TRANSLATE_NOOP("ConflictText", "title changed on both sides"),
    QT_TRANSLATE_NOOP("ConflictText", "name changed on both sides"),
};

struct Place
{
    const Tree* tree = nullptr;
    NodeId node = kNoNode;

    [[nodiscard]] bool isThere() const { return node != kNoNode; }
};

Place placeOf(const ConflictInput& input, const MergeConflict& conflict, Choice version)
{
    const Tree* tree = version == Choice::Base ? input.base.get()
        : version == Choice::Card              ? input.card.get()
                                               : input.device.get();
    if (!tree)
        return {};
    // The base is a snapshot of the card: its nodes are where the card's are.
    return {tree, tree->find(version == Choice::Device ? conflict.device : conflict.card)};
}

/// One version's leaf being a secret makes the others one: a Type may have been lost on one side only.
bool isSecretConflict(const ConflictInput& input, const MergeConflict& conflict)
{
    if (conflict.property && *conflict.property != Property::Value)
        return false;
    for (const Choice version : {Choice::Base, Choice::Device, Choice::Card})
        if (const Place place = placeOf(input, conflict, version); place.isThere() && isSecret(*place.tree, place.node))
            return true;
    return false;
}

const std::optional<std::string>& textOf(const MergeConflict& conflict, Choice version)
{
    return version == Choice::Base ? conflict.base : version == Choice::Card ? conflict.onCard : conflict.onDevice;
}

} // namespace

QString conflictKindText(const MergeConflict& conflict)
{
    switch (conflict.kind) {
    case MergeConflict::Kind::Value:
        return QCoreApplication::translate("ConflictText",
            kChangedProperties.at(static_cast<std::size_t>(conflict.property.value_or(Property::Value))));
    case MergeConflict::Kind::EditDelete:
        return conflict.onDevice
            ? QCoreApplication::translate("ConflictText", "changed on the device, deleted on the card")
            : QCoreApplication::translate("ConflictText", "changed on the card, deleted on the device");
    case MergeConflict::Kind::AddAdd:
        return QCoreApplication::translate("ConflictText", "on both sides, not the same");
    case MergeConflict::Kind::NodeKind:
        return QCoreApplication::translate("ConflictText", "a value on one side, a branch on the other");
    }
    return {};
}

QString conflictDetailText(const MergeConflict& conflict)
{
    QStringList lines{conflictKindText(conflict)};
    for (const Uri& uri : conflict.changed) {
        if (static_cast<std::size_t>(lines.size()) > kMaxLines) {
            const int more = static_cast<int>(conflict.changed.size() - kMaxLines);
            lines << QCoreApplication::translate("ConflictText", "and %n more", nullptr, more);
            break;
        }
        lines << shownText(uri.text());
    }
    if (!conflict.deviceStamp.empty())
        lines << QCoreApplication::translate("ConflictText", "changed on the device: %1")
                     .arg(shownText(conflict.deviceStamp));
    if (!conflict.cardStamp.empty())
        lines << QCoreApplication::translate("ConflictText", "changed on the card: %1")
                     .arg(shownText(conflict.cardStamp));
    return lines.join(u'\n');
}

QString conflictValueText(const ConflictInput& input, const MergeConflict& conflict, Choice version)
{
    const auto& text = textOf(conflict, version);
    if (!text)
        return version == Choice::Base && !input.base ? QCoreApplication::translate("ConflictText", "no base")
                                                      : QCoreApplication::translate("ConflictText", "not there");
    const Place place = placeOf(input, conflict, version);
    const bool isValue = !conflict.property || *conflict.property == Property::Value;
    if (isValue && place.isThere() && place.tree->isInterior(place.node)) {
        const int nodes = static_cast<int>(place.tree->subtreeSize(place.node));
        return QCoreApplication::translate("ConflictText", "%n node(s)", nullptr, nodes);
    }
    if (text->empty())
        return QCoreApplication::translate("ConflictText", "(empty)");
    if (isSecretConflict(input, conflict))
        return secretDots();
    const Format format = isValue && place.isThere() ? place.tree->format(place.node) : Format::Chr;
    QString cell = cellText(format, *text);
    if (conflict.kind != MergeConflict::Kind::AddAdd || conflict.onDevice != conflict.onCard || !place.isThere())
        return cell;
    // The values are the same: what differs is what they are.
    return QStringLiteral("%1 (%2)").arg(
        cell, shownText(std::string(formatName(format)) + " " + std::string(place.tree->type(place.node))).trimmed());
}

QString conflictChoiceText(const ConflictInput& input, const MergeConflict& conflict, Choice choice)
{
    if (choice == Choice::Open)
        return QCoreApplication::translate(
            "ConflictText", "Nothing is decided: the synchronisation cannot be carried out before it is.");
    const bool isThere = textOf(conflict, choice).has_value();
    const QString value = conflictValueText(input, conflict, choice);
    switch (choice) {
    case Choice::Base:
        return isThere
            ? QCoreApplication::translate("ConflictText", "Device and card go back to what both had: %1.").arg(value)
            : QCoreApplication::translate("ConflictText", "It is deleted on the device and on the card.");
    case Choice::Card:
        return isThere
            ? QCoreApplication::translate("ConflictText", "The device gets what the card has: %1.").arg(value)
            : QCoreApplication::translate("ConflictText", "It is deleted on the device too; its changes are lost.");
    case Choice::Device:
        return isThere
            ? QCoreApplication::translate("ConflictText", "The card gets what the device has: %1.").arg(value)
            : QCoreApplication::translate("ConflictText", "It is deleted on the card too; its changes are lost.");
    case Choice::Open:
        break;
    }
    return {};
}

} // namespace dmsc
