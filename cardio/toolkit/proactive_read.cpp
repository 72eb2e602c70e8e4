// SPDX-License-Identifier: Apache-2.0
#include "cardio/toolkit/proactive_command.h"

#include "cardio/toolkit/toolkit_objects.h"
#include "model/uicc/toolkit_text.h"

#include <QCoreApplication>

namespace dmsc {

using namespace toolkit_tags;

namespace {

constexpr std::size_t kDetailsSize = 3;

tl::unexpected<Error> syntax(const char* text, std::size_t offset)
{
    return fail(ErrorKind::Syntax, QCoreApplication::translate("Toolkit", text),
        QCoreApplication::translate("Toolkit", "offset %1").arg(offset));
}

struct Object
{
    std::uint8_t tag = 0; ///< without the comprehension bit
    bool mustBeUnderstood = false;
    ByteView value;
    std::size_t offset = 0;
};

/// Length of one or two bytes at `at`, checked against what follows; `at` is then behind it.
Result<std::size_t> readLength(ByteView bytes, std::size_t& at)
{
    if (at >= bytes.size())
        return syntax(QT_TRANSLATE_NOOP("Toolkit", "a toolkit object ends within its length"), at);
    std::size_t length = bytes[at++];
    if (length == 0x81) {
        if (at >= bytes.size())
            return syntax(QT_TRANSLATE_NOOP("Toolkit", "a toolkit object ends within its length"), at);
        length = bytes[at++];
    } else if (length > 0x7F) {
        return syntax(
            QT_TRANSLATE_NOOP("Toolkit", "a toolkit object has a length of one byte, or of two with 81"), at - 1);
    }
    if (bytes.size() - at < length)
        return syntax(QT_TRANSLATE_NOOP("Toolkit", "a toolkit object is longer than what there is"), at);
    return length;
}

/// Comprehension TLVs: unlike BER ones their tags are one byte, whatever its low bits are.
Result<std::vector<Object>> readObjects(ByteView bytes, std::size_t base)
{
    std::vector<Object> objects;
    std::size_t at = 0;
    while (at < bytes.size()) {
        Object object;
        object.offset = base + at;
        const std::uint8_t tag = bytes[at++];
        object.tag = static_cast<std::uint8_t>(tag & ~kUnderstand);
        object.mustBeUnderstood = (tag & kUnderstand) != 0;
        if (object.tag == 0 || object.tag == 0x7F)
            return syntax(
                QT_TRANSLATE_NOOP("Toolkit", "a toolkit object has a tag of one byte from 01 to 7E"), object.offset);
        const auto length = readLength(bytes, at);
        if (!length)
            return tl::unexpected(length.error());
        object.value = bytes.subspan(at, *length);
        at += *length;
        objects.push_back(object);
    }
    return objects;
}

Result<QString> textString(ByteView value)
{
    return value.empty() ? Result<QString>(QString()) : decodeText(value[0], value.subspan(1));
}

std::optional<std::chrono::milliseconds> durationOf(ByteView value)
{
    using namespace std::chrono;
    if (value.size() != 2)
        return std::nullopt;
    switch (value[0]) {
    case 0:
        return minutes(value[1]);
    case 1:
        return seconds(value[1]);
    case 2:
        return milliseconds(value[1] * 100);
    default:
        return std::nullopt;
    }
}

/// What may be passed over even where it should be understood: it changes how things look, not what is asked.
bool isOrnament(std::uint8_t tag)
{
    switch (tag) {
    case kDevices:
    case kFiles:
    case kNextAction:
    case kEvents:
    case kIcon:
    case kIcons:
    case kImmediate:
    case kTextAttribute:
    case kItemAttributes:
        return true;
    default:
        return false;
    }
}

/// False where the object's content cannot be used.
bool takeObject(const Object& object, ProactiveCommand& command)
{
    const auto take = [](const Result<QString>& text, QString& into) {
        into = text.value_or(QString());
        return text.has_value();
    };
    switch (object.tag) {
    case kText:
        return take(textString(object.value), command.text);
    case kDefaultText:
        return take(textString(object.value), command.defaultText);
    case kAlpha:
        return take(decodeAlpha(object.value), command.title);
    case kDuration:
        command.duration = durationOf(object.value);
        return command.duration.has_value();
    case kResponseLength:
        if (object.value.size() != 2)
            return false;
        command.minLength = object.value[0];
        command.maxLength = object.value[1];
        return true;
    case kItemId:
        if (object.value.size() != 1)
            return false;
        command.defaultItem = object.value[0];
        return true;
    case kItem: {
        if (object.value.empty() || command.items.size() >= kMaxToolkitItems)
            return object.value.empty(); // an empty item takes the menu away
        ToolkitItem item{object.value[0], {}};
        const bool good = take(decodeAlpha(object.value.subspan(1)), item.text);
        command.items.push_back(std::move(item));
        return good;
    }
    default:
        return isOrnament(object.tag);
    }
}

} // namespace

Result<ProactiveCommand> parseProactiveCommand(ByteView bytes)
{
    if (bytes.size() > kMaxProactiveSize)
        return syntax(QT_TRANSLATE_NOOP("Toolkit", "a proactive command has at most 256 bytes"), kMaxProactiveSize);
    if (bytes.empty() || bytes[0] != kProactive)
        return syntax(QT_TRANSLATE_NOOP("Toolkit", "a proactive command begins with D0"), 0);
    std::size_t at = 1;
    const auto length = readLength(bytes, at);
    if (!length)
        return tl::unexpected(length.error());
    if (bytes.size() - at != *length)
        return syntax(QT_TRANSLATE_NOOP("Toolkit", "there is more after the proactive command"), at + *length);
    const auto objects = readObjects(bytes.subspan(at), at);
    if (!objects)
        return tl::unexpected(objects.error());
    if (objects->empty() || objects->front().tag != kDetails || objects->front().value.size() != kDetailsSize)
        return syntax(
            QT_TRANSLATE_NOOP("Toolkit", "a proactive command begins with its details: number, type, qualifier"), at);
    ProactiveCommand command;
    const ByteView details = objects->front().value;
    command.number = details[0];
    command.type = static_cast<ProactiveType>(details[1]);
    command.qualifier = details[2];
    for (std::size_t i = 1; i < objects->size(); ++i) {
        const Object& object = (*objects)[i];
        if (!takeObject(object, command) && object.mustBeUnderstood)
            command.understood = false;
    }
    return command;
}

Result<TerminalResponse> parseTerminalResponse(ByteView bytes)
{
    constexpr std::size_t kMost = 255;
    if (bytes.size() > kMost)
        return syntax(QT_TRANSLATE_NOOP("Toolkit", "a terminal response has at most 255 bytes"), kMost);
    const auto objects = readObjects(bytes, 0);
    if (!objects)
        return tl::unexpected(objects.error());
    if (objects->empty() || objects->front().tag != kDetails || objects->front().value.size() != kDetailsSize)
        return syntax(QT_TRANSLATE_NOOP("Toolkit", "a terminal response begins with the command's details"), 0);
    TerminalResponse response;
    const ByteView details = objects->front().value;
    response.number = details[0];
    response.type = static_cast<ProactiveType>(details[1]);
    response.qualifier = details[2];
    const bool yesNo = response.type == ProactiveType::GetInkey && (response.qualifier & ProactiveCommand::kYesNo) != 0;
    bool hasResult = false;
    for (const Object& object : *objects) {
        const ByteView value = object.value;
        if (object.tag == kResult && !value.empty()) {
            response.result = static_cast<ToolkitResult>(value[0]);
            response.more.assign(value.begin() + 1, value.end());
            hasResult = true;
        } else if (object.tag == kText && yesNo) {
            if (value.size() != 2 || value[1] > 1)
                return syntax(QT_TRANSLATE_NOOP("Toolkit", "an answer of yes or no is 01 or 00"), object.offset);
            response.yes = value[1] == 1;
        } else if (object.tag == kText) {
            auto text = textString(value);
            if (!text)
                return tl::unexpected(text.error());
            response.text = std::move(*text);
            response.packed = !value.empty() && value[0] == static_cast<std::uint8_t>(TextCoding::Packed);
            response.ucs2 = !value.empty() && value[0] == static_cast<std::uint8_t>(TextCoding::Ucs2);
        } else if (object.tag == kItemId && value.size() == 1) {
            response.item = value[0];
        } else if (object.tag == kDuration) {
            response.duration = durationOf(value);
        }
    }
    if (!hasResult)
        return syntax(QT_TRANSLATE_NOOP("Toolkit", "a terminal response has a result"), bytes.size());
    return response;
}

} // namespace dmsc
