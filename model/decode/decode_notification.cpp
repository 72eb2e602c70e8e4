// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_notification.h"

#include "model/syncml/notification.h"
#include "model/syncml/wsp_push.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr auto kDigest = static_cast<qsizetype>(syncml::kNotificationDigestSize);
constexpr qsizetype kFixed = 8; ///< of the trigger before the server id

constexpr Named kUiModes[] = {
    {0, QT_TRANSLATE_NOOP("Decode", "not specified")},
    {1, QT_TRANSLATE_NOOP("Decode", "in the background")},
    {2, QT_TRANSLATE_NOOP("Decode", "tell the user")},
    {3, QT_TRANSLATE_NOOP("Decode", "ask the user")},
};

/// Version 1.1 in the first ten bits.
bool beginsWithVersion(const Window& trigger)
{
    constexpr std::uint64_t kVersion = 11;
    constexpr int kBitsAfter = 6;
    return trigger.size() >= kFixed && trigger.first(2).number() >> kBitsAfter == kVersion;
}

void addHead(const Window& head, Field& field)
{
    const auto bits = static_cast<unsigned>(head.first(2).number());
    const unsigned version = bits >> 6U;
    const Window low = head.sliced(1, 1);
    Field versionField = fieldOf(head.first(2), inWords(QT_TRANSLATE_NOOP("Decode", "Version")),
        QStringLiteral("%1.%2").arg(version / 10).arg(version % 10));
    versionField.children.push_back(bitsOf(head.first(1), 0xFF,
        inWords(QT_TRANSLATE_NOOP("Decode", "Version, upper eight bits")), QString::number(bits >> 8U)));
    versionField.children.push_back(bitsOf(
        low, 0xC0, inWords(QT_TRANSLATE_NOOP("Decode", "Version, lower two bits")), QString::number(bits >> 6U & 3U)));
    field.children.push_back(std::move(versionField));
    Field flags = fieldOf(low, inWords(QT_TRANSLATE_NOOP("Decode", "Flags")), hexText(low.bytes));
    flags.children.push_back(
        bitsOf(low, 0x30, inWords(QT_TRANSLATE_NOOP("Decode", "User interaction")), nameIn(kUiModes, bits >> 4U & 3U)));
    flags.children.push_back(bitsOf(low, 0x08, inWords(QT_TRANSLATE_NOOP("Decode", "Initiator")),
        inWords((bits & 8U) != 0 ? QT_TRANSLATE_NOOP("Decode", "server") : QT_TRANSLATE_NOOP("Decode", "client"))));
    flags.children.push_back(bitsOf(
        low, 0x07, inWords(QT_TRANSLATE_NOOP("Decode", "Reserved, upper three bits")), QString::number(bits & 7U)));
    field.children.push_back(std::move(flags));
    const Window reserved = head.sliced(2, 3);
    field.children.push_back(
        fieldOf(reserved, inWords(QT_TRANSLATE_NOOP("Decode", "Reserved")), hexText(reserved.bytes)));
}

} // namespace

void addTrigger(const Window& trigger, Field& field)
{
    if (trigger.size() < kFixed) {
        field.children.push_back(malformed(trigger,
            inWords(QT_TRANSLATE_NOOP("Decode", "a trigger has at least 8 bytes, this has %1")).arg(trigger.size())));
        return;
    }
    addHead(trigger, field);
    const Window session = trigger.sliced(5, 2);
    const QString sessionId =
        QString::fromStdString(syncml::sessionIdText(static_cast<std::uint16_t>(session.number())));
    field.children.push_back(fieldOf(session, QStringLiteral("SessionID"), sessionId));
    const Window length = trigger.sliced(7, 1);
    field.children.push_back(fieldOf(
        length, inWords(QT_TRANSLATE_NOOP("Decode", "Length of the server id")), QString::number(length.at(0))));
    const Window server = trigger.sliced(kFixed, length.at(0));
    const QString name = plainText(server.bytes, 255);
    field.children.push_back(fieldOf(server, inWords(QT_TRANSLATE_NOOP("Decode", "Server id")), name));
    if (server.size() < length.at(0)) {
        field.children.push_back(malformed(server, inWords(QT_TRANSLATE_NOOP("Decode", "ends within the server id"))));
    }
    const Window vendor = trigger.from(kFixed + server.size());
    if (!vendor.isEmpty()) {
        field.children.push_back(
            fieldOf(vendor, inWords(QT_TRANSLATE_NOOP("Decode", "Vendor body")), plainText(vendor.bytes)));
    }
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "session %1 with %2")).arg(sessionId, name);
}

std::vector<Field> decodeNotification(const Window& package)
{
    std::vector<Field> fields;
    Window rest = package;
    if (const auto push = syncml::readPush(package.view())) {
        const auto size = static_cast<qsizetype>(push->header.size());
        const Window header = package.first(size);
        fields.push_back(
            fieldOf(header, inWords(QT_TRANSLATE_NOOP("Decode", "WSP push header")), hexText(header.bytes)));
        rest = package.from(size);
    }
    const bool bare = beginsWithVersion(rest) && !beginsWithVersion(rest.from(kDigest));
    if (!bare) {
        fields.push_back(fieldOf(rest.first(kDigest), inWords(QT_TRANSLATE_NOOP("Decode", "Digest (MD5)")),
            hexText(rest.first(kDigest).bytes)));
        rest = rest.from(kDigest);
    }
    fields.push_back(fieldOf(rest, inWords(QT_TRANSLATE_NOOP("Decode", "Trigger"))));
    addTrigger(rest, fields.back());
    return fields;
}

} // namespace dmsc
