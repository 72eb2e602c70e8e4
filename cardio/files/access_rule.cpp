// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/access_rule.h"

#include "cardio/apdu/tlv.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kPadding = 0xFF;
constexpr std::uint8_t kUserAuthentication = 0x08;
constexpr std::uint8_t kInsResize = 0xD4;
constexpr std::uint8_t kInsIncrease = 0x32;

namespace tag {
constexpr TlvTag kModes{0x80};
constexpr TlvTag kAlways{0x90};
constexpr TlvTag kNever{0x97};
constexpr TlvTag kKey{0xA4};
constexpr TlvTag kAnyOf{0xA0};
constexpr TlvTag kAllOf{0xA7};
constexpr TlvTag kNoneOf{0xAF};
constexpr TlvTag kKeyNumber{0x83};
constexpr TlvTag kUsage{0x95};
} // namespace tag

bool isCommand(TlvTag name)
{
    return name >= TlvTag{0x81} && name <= TlvTag{0x8F};
}

Bytes wholeOf(const Tlv& tlv)
{
    TlvWriter writer;
    writer.add(tlv.tag, tlv.value);
    return writer.take();
}

Result<AccessCondition> readCondition(const Tlv& tlv);

Result<AccessCondition> readGroup(const Tlv& tlv, AccessCondition::Kind kind)
{
    const auto members = childrenOf(tlv);
    if (!members)
        return tl::unexpected(members.error());
    AccessCondition group{kind, {}, {}, {}};
    for (const Tlv& member : *members) {
        auto condition = readCondition(member);
        if (!condition)
            return condition;
        group.of.push_back(std::move(*condition));
    }
    return group;
}

Result<AccessCondition> readKey(const Tlv& tlv)
{
    const auto objects = childrenOf(tlv);
    if (!objects)
        return tl::unexpected(objects.error());
    const auto key = findTlv(*objects, tag::kKeyNumber);
    if (!key || key->value.size() != 1)
        return AccessCondition{AccessCondition::Kind::Other, {}, {}, wholeOf(tlv)};
    return AccessCondition::verified(static_cast<KeyReference>(key->value[0]));
}

Result<AccessCondition> readCondition(const Tlv& tlv)
{
    using Kind = AccessCondition::Kind;
    if (tlv.tag == tag::kAlways)
        return AccessCondition::always();
    if (tlv.tag == tag::kNever)
        return AccessCondition::never();
    if (tlv.tag == tag::kKey)
        return readKey(tlv);
    if (tlv.tag == tag::kAnyOf)
        return readGroup(tlv, Kind::AnyOf);
    if (tlv.tag == tag::kAllOf)
        return readGroup(tlv, Kind::AllOf);
    if (tlv.tag == tag::kNoneOf)
        return readGroup(tlv, Kind::NoneOf);
    return AccessCondition{Kind::Other, {}, {}, wholeOf(tlv)};
}

Result<AccessRule> readMode(const Tlv& tlv)
{
    const auto wrong = [&] {
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("AccessRule", "access mode %1 does not fit its length of %2 bytes")
                .arg(tagText(tlv.tag))
                .arg(tlv.value.size()),
            QCoreApplication::translate("AccessRule", "offset %1").arg(tlv.offset));
    };
    AccessRule rule;
    if (tlv.tag == tag::kModes) {
        if (tlv.value.size() != 1)
            return wrong();
        rule.modes = tlv.value[0];
        return rule;
    }
    const auto which = static_cast<std::uint32_t>(tlv.tag) & 0x0FU;
    std::size_t at = 0;
    for (const auto& [bit, field] : {std::pair{8U, &rule.cla}, {4U, &rule.ins}, {2U, &rule.p1}, {1U, &rule.p2}}) {
        if ((which & bit) == 0)
            continue;
        if (at >= tlv.value.size())
            return wrong();
        *field = tlv.value[at++];
    }
    // Several commands in one object are not told apart: ISO/IEC 7816-4 allows them, cards that we know do not use it.
    return at == tlv.value.size() ? Result<AccessRule>(rule) : wrong();
}

void addAlternative(AccessCondition& condition, bool first, AccessCondition&& next)
{
    if (first) {
        condition = std::move(next);
        return;
    }
    if (condition.kind != AccessCondition::Kind::AnyOf)
        condition = {AccessCondition::Kind::AnyOf, {}, {std::move(condition)}, {}};
    condition.of.push_back(std::move(next));
}

void write(TlvWriter& writer, const AccessCondition& condition)
{
    using Kind = AccessCondition::Kind;
    TlvWriter inside;
    switch (condition.kind) {
    case Kind::Always:
        writer.add(tag::kAlways, ByteView());
        return;
    case Kind::Never:
        writer.add(tag::kNever, ByteView());
        return;
    case Kind::Key:
        inside.addNumber(tag::kKeyNumber, static_cast<std::uint64_t>(condition.key))
            .addNumber(tag::kUsage, kUserAuthentication);
        writer.add(tag::kKey, inside);
        return;
    case Kind::Other: {
        if (const auto tlvs = parseTlvs(condition.other); tlvs && !tlvs->empty())
            writer.add(tlvs->front().tag, tlvs->front().value);
        return;
    }
    default:
        break;
    }
    for (const AccessCondition& member : condition.of)
        write(inside, member);
    writer.add(condition.kind == Kind::AnyOf ? tag::kAnyOf
            : condition.kind == Kind::AllOf  ? tag::kAllOf
                                             : tag::kNoneOf,
        inside);
}

QString commandName(const AccessRule& rule)
{
    if (rule.ins == kInsResize)
        return QCoreApplication::translate("AccessRule", "resize");
    if (rule.ins == kInsIncrease)
        return QCoreApplication::translate("AccessRule", "increase");
    QString header;
    for (const auto& byte : {rule.cla, rule.ins, rule.p1, rule.p2})
        if (byte)
            header += toHex({&*byte, 1});
    return QCoreApplication::translate("AccessRule", "command %1").arg(header);
}

struct ModeName
{
    FileAccess access;
    const char* file;
    const char* directory;
};
constexpr ModeName kModeNames[] = {
    {FileAccess::Read, QT_TRANSLATE_NOOP("AccessRule", "read"), QT_TRANSLATE_NOOP("AccessRule", "delete child")},
    {FileAccess::Update, QT_TRANSLATE_NOOP("AccessRule", "update"), QT_TRANSLATE_NOOP("AccessRule", "create file")},
    {FileAccess::Write, QT_TRANSLATE_NOOP("AccessRule", "write"), QT_TRANSLATE_NOOP("AccessRule", "create directory")},
    {FileAccess::Deactivate, QT_TRANSLATE_NOOP("AccessRule", "deactivate"), nullptr},
    {FileAccess::Activate, QT_TRANSLATE_NOOP("AccessRule", "activate"), nullptr},
    {FileAccess::Terminate, QT_TRANSLATE_NOOP("AccessRule", "terminate"), nullptr},
    {FileAccess::DeleteSelf, QT_TRANSLATE_NOOP("AccessRule", "delete"), nullptr},
};

/// The conditions of all rules that `speaks` of, as alternatives.
template <class Speaks> AccessCondition anyOf(const std::vector<AccessRule>& rules, const Speaks& speaks)
{
    AccessCondition condition = AccessCondition::never();
    bool first = true;
    for (const AccessRule& rule : rules) {
        if (!speaks(rule))
            continue;
        addAlternative(condition, first, AccessCondition(rule.condition));
        first = false;
    }
    return condition;
}

} // namespace

QString keyName(KeyReference key)
{
    const unsigned number = static_cast<std::uint8_t>(key);
    if (key == KeyReference::UniversalPin)
        return QCoreApplication::translate("AccessRule", "universal PIN");
    if (number >= 0x01 && number <= 0x08)
        return QCoreApplication::translate("AccessRule", "PIN %1").arg(number);
    if (number >= 0x0A && number <= 0x0E)
        return QCoreApplication::translate("AccessRule", "ADM %1").arg(number - 0x09);
    if (number >= 0x81 && number <= 0x88)
        return QCoreApplication::translate("AccessRule", "second PIN %1").arg(number - 0x80);
    if (number >= 0x8A && number <= 0x8E)
        return QCoreApplication::translate("AccessRule", "ADM %1").arg(number - 0x84);
    return QCoreApplication::translate("AccessRule", "key %1").arg(hexDigits(number));
}

Result<std::vector<AccessRule>> parseAccessRules(ByteView bytes)
{
    // An FF where a tag would stand is the unused rest of the record.
    std::vector<AccessRule> rules;
    bool first = true;
    std::size_t at = 0;
    while (at < bytes.size() && bytes[at] != kPadding && bytes[at] != 0) {
        TlvReader reader(bytes.subspan(at));
        const auto read = reader.next();
        if (!read)
            return dmsc::at(
                read.error(), QCoreApplication::translate("AccessRule", "access rule at offset %1").arg(at));
        const Tlv tlv = **read;
        at += tlv.valueOffset + tlv.value.size();
        if (tlv.tag == tag::kModes || isCommand(tlv.tag)) {
            auto rule = readMode(tlv);
            if (!rule)
                return tl::unexpected(rule.error());
            rules.push_back(std::move(*rule));
            first = true;
            continue;
        }
        auto condition = readCondition(tlv);
        if (!condition)
            return tl::unexpected(condition.error());
        if (rules.empty())
            return fail(ErrorKind::Syntax,
                QCoreApplication::translate("AccessRule", "a condition (%1) stands before what it is for")
                    .arg(tagText(tlv.tag)));
        addAlternative(rules.back().condition, first, std::move(*condition));
        first = false;
    }
    return rules;
}

Result<std::vector<AccessRule>> parseCompactRules(ByteView bytes)
{
    constexpr std::uint8_t kOwnMeaning = 0x80; ///< the other bits are what the card likes
    constexpr std::uint8_t kNoCondition = 0x00;
    constexpr std::uint8_t kNeverByte = 0xFF;
    std::vector<AccessRule> rules;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::uint8_t modes = bytes[at++];
        for (std::uint8_t bit = 0x40; bit != 0; bit = static_cast<std::uint8_t>(bit >> 1U)) {
            if ((modes & bit) == 0)
                continue;
            if (at == bytes.size())
                return fail(ErrorKind::Syntax,
                    QCoreApplication::translate("AccessRule", "a compact access rule lacks a condition for its mode"),
                    QCoreApplication::translate("AccessRule", "offset %1").arg(at));
            const std::uint8_t condition = bytes[at++];
            if ((modes & kOwnMeaning) != 0 && bit >= 0x08)
                continue;
            AccessRule rule;
            rule.modes = bit;
            rule.condition = condition == kNoCondition ? AccessCondition::always()
                : condition == kNeverByte              ? AccessCondition::never()
                                          : AccessCondition{AccessCondition::Kind::Other, {}, {}, {condition}};
            rules.push_back(std::move(rule));
        }
    }
    return rules;
}

std::vector<AccessRule> ownRules(const Fcp& fcp)
{
    if (!fcp.expandedAccess.empty())
        return parseAccessRules(fcp.expandedAccess).value_or(std::vector<AccessRule>{});
    if (!fcp.access)
        return parseCompactRules(fcp.compactAccess).value_or(std::vector<AccessRule>{});
    return {};
}

Bytes encodeAccessRules(const std::vector<AccessRule>& rules)
{
    TlvWriter writer;
    for (const AccessRule& rule : rules) {
        std::uint32_t which = 0x80;
        Bytes value;
        for (const auto& [bit, field] : {std::pair{8U, &rule.cla}, {4U, &rule.ins}, {2U, &rule.p1}, {1U, &rule.p2}}) {
            if (!*field)
                continue;
            which |= bit;
            value.push_back(**field);
        }
        if (value.empty())
            value.push_back(rule.modes);
        writer.add(TlvTag{which}, value);
        write(writer, rule.condition);
    }
    return writer.take();
}

bool isSatisfied(const AccessCondition& condition, const KeyState& verified)
{
    const auto holds = [&](const AccessCondition& member) { return isSatisfied(member, verified); };
    switch (condition.kind) {
    case AccessCondition::Kind::Always:
        return true;
    case AccessCondition::Kind::Key:
        return verified(condition.key);
    case AccessCondition::Kind::AnyOf:
        return std::any_of(condition.of.begin(), condition.of.end(), holds);
    case AccessCondition::Kind::AllOf:
        return !condition.of.empty() && std::all_of(condition.of.begin(), condition.of.end(), holds);
    case AccessCondition::Kind::NoneOf:
        return !condition.of.empty() && std::none_of(condition.of.begin(), condition.of.end(), holds);
    default:
        return false;
    }
}

AccessCondition conditionFor(const std::vector<AccessRule>& rules, FileAccess access)
{
    return anyOf(
        rules, [access](const AccessRule& rule) { return (rule.modes & static_cast<std::uint8_t>(access)) != 0; });
}

AccessCondition conditionFor(const std::vector<AccessRule>& rules, std::uint8_t ins)
{
    return anyOf(rules, [ins](const AccessRule& rule) { return rule.ins == ins; });
}

QString describe(const AccessCondition& condition)
{
    switch (condition.kind) {
    case AccessCondition::Kind::Always:
        return QCoreApplication::translate("AccessRule", "always");
    case AccessCondition::Kind::Never:
        return QCoreApplication::translate("AccessRule", "never");
    case AccessCondition::Kind::Key:
        return QCoreApplication::translate("AccessRule", "%1 verified").arg(keyName(condition.key));
    case AccessCondition::Kind::Other:
        return QCoreApplication::translate("AccessRule", "condition %1").arg(toHex(condition.other));
    default:
        break;
    }
    QStringList members;
    for (const AccessCondition& member : condition.of)
        members += describe(member);
    if (condition.kind == AccessCondition::Kind::NoneOf)
        return QCoreApplication::translate("AccessRule", "not (%1)")
            .arg(members.join(QCoreApplication::translate("AccessRule", " or ")));
    return members.join(condition.kind == AccessCondition::Kind::AnyOf
            ? QCoreApplication::translate("AccessRule", " or ")
            : QCoreApplication::translate("AccessRule", " and "));
}

std::vector<QString> operationsOf(const AccessRule& rule, bool directory)
{
    if (rule.cla || rule.ins || rule.p1 || rule.p2)
        return {commandName(rule)};
    std::vector<QString> names;
    for (const ModeName& mode : kModeNames)
        if ((rule.modes & static_cast<std::uint8_t>(mode.access)) != 0)
            names.push_back(QCoreApplication::translate(
                "AccessRule", directory && mode.directory != nullptr ? mode.directory : mode.file));
    return names;
}

} // namespace dmsc
