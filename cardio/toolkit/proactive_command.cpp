// SPDX-License-Identifier: Apache-2.0
#include "cardio/toolkit/proactive_command.h"

#include "cardio/toolkit/toolkit_objects.h"
#include "model/uicc/toolkit_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

using namespace toolkit_tags;

namespace {

constexpr std::uint8_t kUicc = 0x81;
constexpr std::uint8_t kTerminal = 0x82;
constexpr std::uint8_t kDisplay = 0x02;
constexpr std::size_t kMaxResponse = 255;

/// Writes data objects; the first problem stays.
class Objects
{
public:
    Objects& add(std::uint8_t tag, ByteView value)
    {
        m_bytes.push_back(static_cast<std::uint8_t>(tag | kUnderstand));
        addLength(m_bytes, value.size());
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
        return *this;
    }
    Objects& addChecked(std::uint8_t tag, const Result<Bytes>& value)
    {
        if (value)
            return add(tag, ByteView(*value));
        m_problem = value.error();
        return *this;
    }
    Objects& addTextString(std::uint8_t tag, const QString& text, TextCoding coding)
    {
        auto bytes = encodeText(coding, text);
        if (bytes)
            bytes->insert(bytes->begin(), static_cast<std::uint8_t>(coding));
        return addChecked(tag, bytes);
    }
    Objects& addDuration(std::chrono::milliseconds duration)
    {
        using namespace std::chrono;
        constexpr auto kMost = std::int64_t{255};
        const auto tenths = duration.count() / 100;
        const bool fine = tenths <= kMost;
        const auto inSeconds = duration_cast<seconds>(duration).count();
        const bool short_ = inSeconds <= kMost;
        const auto minutesLong = std::min<std::int64_t>(kMost, duration_cast<minutes>(duration).count());
        const std::uint8_t unit = fine && tenths % 10 != 0 ? 2 : short_ ? 1 : 0;
        const auto count = unit == 2 ? tenths : unit == 1 ? inSeconds : minutesLong;
        return add(kDuration, Bytes{unit, static_cast<std::uint8_t>(std::max<std::int64_t>(1, count))});
    }

    [[nodiscard]] Result<Bytes> take(std::size_t most)
    {
        if (m_problem)
            return tl::unexpected(*m_problem);
        if (m_bytes.size() > most)
            return fail(ErrorKind::Limit,
                QCoreApplication::translate("Toolkit", "a toolkit command or response is longer than 255 bytes"));
        return std::move(m_bytes);
    }

    static void addLength(Bytes& bytes, std::size_t length)
    {
        if (length > 0x7F)
            bytes.push_back(0x81);
        bytes.push_back(static_cast<std::uint8_t>(length)); // more than 255 is refused by take()
    }

private:
    Bytes m_bytes;
    std::optional<Error> m_problem;
};

TextCoding codingFor(const QString& text)
{
    return fitsGsmAlphabet(text) ? TextCoding::Unpacked : TextCoding::Ucs2;
}

Result<Bytes> itemBytes(const ToolkitItem& item)
{
    auto bytes = encodeAlpha(item.text);
    if (bytes)
        bytes->insert(bytes->begin(), item.id);
    return bytes;
}

void addItems(Objects& objects, const ProactiveCommand& command)
{
    for (const ToolkitItem& item : command.items)
        objects.addChecked(kItem, itemBytes(item));
    if (command.defaultItem)
        objects.add(kItemId, Bytes{*command.defaultItem});
}

void addTexts(Objects& objects, const ProactiveCommand& command)
{
    const bool asks = command.type == ProactiveType::DisplayText || command.type == ProactiveType::GetInkey
        || command.type == ProactiveType::GetInput;
    if (asks || !command.text.isEmpty())
        objects.addTextString(kText, command.text, codingFor(command.text));
    if (command.type == ProactiveType::GetInput)
        objects.add(kResponseLength, Bytes{command.minLength, command.maxLength});
    if (!command.defaultText.isEmpty())
        objects.addTextString(kDefaultText, command.defaultText, codingFor(command.defaultText));
}

} // namespace

Result<Bytes> encode(const ProactiveCommand& command)
{
    const bool shown = command.type == ProactiveType::DisplayText;
    Objects objects;
    objects.add(kDetails, Bytes{command.number, static_cast<std::uint8_t>(command.type), command.qualifier})
        .add(kDevices, Bytes{kUicc, shown ? kDisplay : kTerminal});
    if (!command.title.isEmpty())
        objects.addChecked(kAlpha, encodeAlpha(command.title));
    addTexts(objects, command);
    addItems(objects, command);
    if (command.duration)
        objects.addDuration(*command.duration);
    constexpr std::size_t kHead = 3;
    auto inside = objects.take(kMaxProactiveSize - kHead);
    if (!inside)
        return inside;
    Bytes bytes{kProactive};
    Objects::addLength(bytes, inside->size());
    bytes.insert(bytes.end(), inside->begin(), inside->end());
    return bytes;
}

Result<Bytes> encode(const TerminalResponse& response)
{
    Objects objects;
    objects.add(kDetails, Bytes{response.number, static_cast<std::uint8_t>(response.type), response.qualifier})
        .add(kDevices, Bytes{kTerminal, kUicc});
    Bytes result{static_cast<std::uint8_t>(response.result)};
    result.insert(result.end(), response.more.begin(), response.more.end());
    objects.add(kResult, ByteView(result));
    if (response.duration)
        objects.addDuration(*response.duration);
    if (response.yes)
        objects.add(kText,
            Bytes{static_cast<std::uint8_t>(TextCoding::Unpacked), *response.yes ? std::uint8_t{1} : std::uint8_t{0}});
    if (response.text) {
        const TextCoding gsm = response.packed ? TextCoding::Packed : TextCoding::Unpacked;
        const bool wide = response.ucs2 || !fitsGsmAlphabet(*response.text);
        objects.addTextString(kText, *response.text, wide ? TextCoding::Ucs2 : gsm);
    }
    if (response.item)
        objects.add(kItemId, Bytes{*response.item});
    return objects.take(kMaxResponse);
}

} // namespace dmsc
