// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_toolkit.h"

#include "model/decode/tag_table.h"
#include "model/decode/toolkit_names.h"
#include "model/decode/toolkit_transport.h"
#include "model/uicc/toolkit_text.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

namespace {

constexpr std::uint8_t kUnderstand = 0x80;
constexpr std::uint8_t kWideTag = 0x7F;
constexpr std::size_t kMaxObjects = 1024;
constexpr std::uint8_t kDetails = 0x01;
constexpr std::uint8_t kGetInkey = 0x22;
constexpr std::uint8_t kGetInputType = 0x23;
constexpr std::uint8_t kDisplayText = 0x21;
constexpr std::uint8_t kChannelError = 0x3A;

/// A data object: its tag without the comprehension bit, the whole of it and its value.
struct Object
{
    std::uint32_t tag = 0;
    Window whole;
    Window head; ///< the tag's bytes
    Window value;
};

/// The object at the beginning of `rest`; nothing when there is none.
std::optional<Object> objectAt(const Window& rest)
{
    const bool wide = rest.at(0) == kWideTag;
    const qsizetype tagSize = wide ? 3 : 1;
    if (rest.size() < tagSize + 1 || rest.at(0) == 0x00 || rest.at(0) == 0xFF) {
        return std::nullopt;
    }
    qsizetype at = tagSize;
    std::uint64_t length = rest.at(at++);
    if (length >= 0x80) {
        const auto count = static_cast<qsizetype>(length & 0x7FU);
        if (count < 1 || count > 3 || rest.size() - at < count) {
            return std::nullopt;
        }
        length = rest.sliced(at, count).number();
        at += count;
    }
    if (length > static_cast<std::uint64_t>(rest.size() - at)) {
        return std::nullopt;
    }
    const auto size = static_cast<qsizetype>(length);
    Object object;
    object.tag = static_cast<std::uint32_t>(
        wide ? rest.sliced(1, 2).number() & 0x7FFFU : std::uint64_t{rest.at(0)} & ~std::uint64_t{kUnderstand});
    object.whole = rest.first(at + size);
    object.head = rest.first(tagSize);
    object.value = rest.sliced(at, size);
    return object;
}

QString textOr(const Result<QString>& text, const Window& bytes)
{
    return text ? *text : hexText(bytes.bytes);
}

void describeText(const Window& value, Field& field)
{
    if (value.isEmpty()) {
        return;
    }
    static constexpr Named kCodings[] = {
        {0x00, QT_TRANSLATE_NOOP("Decode", "GSM default alphabet, packed")},
        {0x04, QT_TRANSLATE_NOOP("Decode", "GSM default alphabet, a byte a character")},
        {0x08, QT_TRANSLATE_NOOP("Decode", "UCS2")},
    };
    const Window coding = value.first(1);
    const Window text = value.from(1);
    field.value = textOr(decodeText(coding.at(0), text.view()), text);
    field.children.push_back(fieldOf(
        coding, inWords(QT_TRANSLATE_NOOP("Decode", "Coding")), hexAnd(coding, nameIn(kCodings, coding.at(0) & 0x0C))));
    field.children.push_back(fieldOf(text, inWords(QT_TRANSLATE_NOOP("Decode", "Text")), field.value));
}

void describeAlpha(const Window& value, Field& field)
{
    field.value = textOr(decodeAlpha(value.view()), value);
}

void describeItem(const Window& value, Field& field)
{
    const Window id = value.first(1);
    const Window text = value.from(1);
    const QString label = textOr(decodeAlpha(text.view()), text);
    field.value = value.isEmpty() ? QString() : QString::number(id.at(0)) + QLatin1Char(' ') + label;
}

constexpr Named kInkeyQualifiers[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "any character")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "UCS2")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "yes or no")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "immediate answer")},
    {0x80, QT_TRANSLATE_NOOP("Decode", "help is available")},
};
constexpr Named kInputQualifiers[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "any character")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "UCS2")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "input is hidden")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "answer is packed")},
    {0x80, QT_TRANSLATE_NOOP("Decode", "help is available")},
};
constexpr Named kDisplayQualifiers[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "high priority")},
    {0x80, QT_TRANSLATE_NOOP("Decode", "the user clears the text")},
};

std::span<const Named> qualifiersOf(std::uint8_t type)
{
    switch (type) {
    case kDisplayText:
        return kDisplayQualifiers;
    case kGetInkey:
        return kInkeyQualifiers;
    case kGetInputType:
        return kInputQualifiers;
    default:
        return {};
    }
}

void describeCommandDetails(const Window& value, Field& field)
{
    const Window number = value.first(1);
    const Window type = value.sliced(1, 1);
    const Window qualifier = value.sliced(2, 1);
    field.value = hexAnd(type, proactiveName(type.at(0)));
    field.children.push_back(
        fieldOf(number, inWords(QT_TRANSLATE_NOOP("Decode", "Command number")), QString::number(number.at(0))));
    field.children.push_back(fieldOf(type, inWords(QT_TRANSLATE_NOOP("Decode", "Command type")), field.value));
    field.children.push_back(
        fieldOf(qualifier, inWords(QT_TRANSLATE_NOOP("Decode", "Qualifier")), hexText(qualifier.bytes)));
    addFlags(qualifier, qualifiersOf(type.at(0)), field.children.back());
}

void describeDevices(const Window& value, Field& field)
{
    const QString from = nameIn(toolkit::devices(), value.at(0));
    const QString to = nameIn(toolkit::devices(), value.at(1));
    field.children.push_back(
        fieldOf(value.first(1), inWords(QT_TRANSLATE_NOOP("Decode", "Source")), hexAnd(value.first(1), from)));
    field.children.push_back(fieldOf(
        value.sliced(1, 1), inWords(QT_TRANSLATE_NOOP("Decode", "Destination")), hexAnd(value.sliced(1, 1), to)));
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "%1 to %2")).arg(from, to);
}

void describeResult(const Window& value, Field& field)
{
    const std::uint8_t code = value.at(0);
    const QString words = nameIn(toolkit::results(), code);
    constexpr std::uint8_t kFirstTemporary = 0x20;
    constexpr std::uint8_t kFirstPermanent = 0x30;
    field.value = hexAnd(value.first(1), words);
    field.level = code < kFirstTemporary ? StatusLevel::Ok
        : code < kFirstPermanent         ? StatusLevel::Warning
                                         : StatusLevel::Error;
    if (value.size() > 1) {
        const Window more = value.from(1);
        const QString cause = code == kChannelError ? nameIn(toolkit::channelProblems(), more.at(0)) : QString();
        field.children.push_back(
            fieldOf(more, inWords(QT_TRANSLATE_NOOP("Decode", "Additional information")), hexAnd(more, cause)));
    }
}

void describeDuration(const Window& value, Field& field)
{
    static constexpr Named kUnits[] = {
        {0x00, QT_TRANSLATE_NOOP("Decode", "%1 minutes")},
        {0x01, QT_TRANSLATE_NOOP("Decode", "%1 seconds")},
        {0x02, QT_TRANSLATE_NOOP("Decode", "%1 tenths of a second")},
    };
    const QString unit = nameIn(kUnits, value.at(0));
    field.value = unit.isEmpty() || value.size() < 2 ? hexText(value.bytes) : unit.arg(value.at(1));
}

void describeLengths(const Window& value, Field& field)
{
    constexpr std::uint8_t kNoLimit = 0xFF;
    const QString most =
        value.at(1) == kNoLimit ? inWords(QT_TRANSLATE_NOOP("Decode", "any number of")) : QString::number(value.at(1));
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "at least %1, at most %2 characters"))
                      .arg(QString::number(value.at(0)), most);
}

void describeEvents(const Window& value, Field& field)
{
    QStringList names;
    for (qsizetype at = 0; at < value.size(); ++at) {
        const Window event = value.sliced(at, 1);
        names.append(hexAnd(event, wordIn(toolkit::events(), event.at(0))));
    }
    field.value = names.join(QStringLiteral(", "));
}

void describeChannelStatus(const Window& value, Field& field)
{
    const bool open = (value.at(0) & 0x80) != 0;
    const QString state =
        inWords(open ? QT_TRANSLATE_NOOP("Decode", "link established") : QT_TRANSLATE_NOOP("Decode", "no link"));
    field.value =
        inWords(QT_TRANSLATE_NOOP("Decode", "channel %1")).arg(value.at(0) & 0x07) + QStringLiteral(", ") + state;
    field.children.push_back(bitsOf(value, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "Link")), state));
    field.children.push_back(
        bitsOf(value, 0x07, inWords(QT_TRANSLATE_NOOP("Decode", "Channel")), QString::number(value.at(0) & 0x07)));
}

void describeTransport(const Window& value, Field& field)
{
    static constexpr Named kProtocols[] = {
        {0x01, "UDP, client, remote connection"},
        {0x02, "TCP, client, remote connection"},
        {0x03, "TCP, UICC server mode"},
        {0x04, "UDP, client, local connection"},
        {0x05, "TCP, client, local connection"},
        {0x06, "direct communication channel"},
    };
    field.value = wordIn(kProtocols, value.at(0)) + QStringLiteral(", port %1").arg(value.sliced(1, 2).number());
}

/// Labels with a length byte before each, as in a domain name.
void describeNetworkName(const Window& value, Field& field)
{
    QStringList labels;
    Window rest = value;
    while (!rest.isEmpty()) {
        labels.append(plainText(rest.sliced(1, rest.at(0)).bytes));
        rest = rest.from(1 + qsizetype{rest.at(0)});
    }
    field.value = labels.join(QLatin1Char('.'));
}

struct Reading
{
    std::uint32_t tag;
    Describe describe;
};
constexpr Reading kReadings[] = {
    {0x01, describeCommandDetails},
    {0x02, describeDevices},
    {0x03, describeResult},
    {0x04, describeDuration},
    {0x05, describeAlpha},
    {0x06, describe::asDialledNumber},
    {0x0B, describe::asShortMessage},
    {0x0D, describeText},
    {0x0F, describeItem},
    {0x10, describe::asNumber},
    {0x11, describeLengths},
    {0x17, describeText},
    {0x19, describeEvents},
    {0x24, describe::asNumber},
    {0x2F, describe::asAid},
    {0x31, describe::asText},
    {0x35, describe::asBearer},
    {0x36, describe::asHex},
    {0x37, describe::asNumber},
    {0x38, describeChannelStatus},
    {0x39, describe::asNumber},
    {0x3C, describeTransport},
    {0x3E, describe::asOtherAddress},
    {0x47, describeNetworkName},
};

Field fieldFor(const Object& object)
{
    Field field = fieldOf(object.whole, hexText(object.head.bytes).remove(QLatin1Char(' ')));
    const QString name = wordIn(toolkit::objects(), object.tag);
    if (!name.isEmpty()) {
        field.name += QLatin1Char(' ') + name;
    }
    const auto* reading = std::ranges::find(kReadings, object.tag, &Reading::tag);
    if (reading != std::ranges::end(kReadings)) {
        reading->describe(object.value, field);
    } else {
        describe::asHex(object.value, field);
    }
    return field;
}

} // namespace

QString proactiveName(std::uint8_t type)
{
    return wordIn(toolkit::commands(), type);
}

void addToolkitObjects(const Window& objects, Field& field)
{
    Window rest = objects;
    std::size_t count = 0;
    while (!rest.isEmpty()) {
        const std::optional<Object> object = objectAt(rest);
        if (!object || ++count > kMaxObjects) {
            field.children.push_back(
                malformed(rest, inWords(QT_TRANSLATE_NOOP("Decode", "no data object: %1")).arg(hexText(rest.bytes))));
            return;
        }
        field.children.push_back(fieldFor(*object));
        rest = rest.from(object->whole.size());
    }
}

void addToolkitTemplate(const Window& data, Field& field)
{
    qsizetype at = 1;
    auto length = qsizetype{data.at(at++)};
    if (length == 0x81) {
        length = data.at(at++);
    }
    const QString name = wordIn(toolkit::templates(), data.at(0));
    if (name.isEmpty() || data.size() < at || length != data.size() - at) {
        field.value = hexText(data.bytes);
        return;
    }
    Field inside = fieldOf(data, hexText(data.first(1).bytes) + QLatin1Char(' ') + name);
    addToolkitObjects(data.from(at), inside);
    const auto details = toolkitDetails(data.from(at).bytes);
    field.value = details ? proactiveName(details->type) : name;
    field.children.push_back(std::move(inside));
}

std::optional<ToolkitDetails> toolkitDetails(QByteArrayView objects)
{
    Window rest{objects, {}, 0};
    for (std::optional<Object> object = objectAt(rest); object; object = objectAt(rest)) {
        if (object->tag == kDetails && object->value.size() >= 3) {
            return ToolkitDetails{object->value.at(1), object->value.at(2)};
        }
        rest = rest.from(object->whole.size());
    }
    return std::nullopt;
}

} // namespace dmsc
