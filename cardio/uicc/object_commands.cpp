// SPDX-License-Identifier: Apache-2.0
// RETRIEVE DATA and SET DATA on BER-TLV files: ETSI TS 102 221 11.3.
#include "cardio/apdu/tlv.h"
#include "cardio/uicc/file_commands.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kFirstBlock = 0x80;
constexpr std::uint8_t kNextBlock = 0x00;
constexpr std::uint8_t kSameBlock = 0x40;
constexpr std::uint8_t kTagList = 0x5C;

/// Context class, one to three bytes, the number in its shortest form: 80 to 9E, 9F1F to 9F7F, 9F8100 to 9FFF7F, and
/// the same constructed.
bool isObjectTag(ByteView tag)
{
    if (tag.empty() || tag.size() > 3 || (tag[0] & 0xC0U) != 0x80)
        return false;
    if ((tag[0] & 0x1FU) != 0x1F)
        return tag.size() == 1;
    if (tag.size() == 2)
        return tag[1] >= 0x1F && tag[1] < 0x80;
    return tag.size() == 3 && tag[1] > 0x80 && tag[2] < 0x80;
}

struct Head
{
    ByteView tag;
    std::size_t size = 0; ///< tag and length
    std::size_t total = 0; ///< with the value
};

/// The head of an object whose value may not be whole; nullopt for anything but a context class tag and a DER length.
std::optional<Head> headOf(ByteView bytes)
{
    std::size_t tag = 1;
    if (bytes.empty())
        return std::nullopt;
    if ((bytes[0] & 0x1FU) == 0x1F)
        while (tag < bytes.size() && tag < 4 && (bytes[tag++] & 0x80U) != 0) { }
    if (tag >= bytes.size() || !isObjectTag(bytes.first(tag)))
        return std::nullopt;
    std::size_t length = bytes[tag];
    std::size_t size = tag + 1;
    if (length >= 0x80) {
        const std::size_t count = length & 0x7FU;
        if (count == 0 || count > 3 || bytes.size() < size + count)
            return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < count; ++i)
            length = length << 8U | bytes[size + i];
        if (length < 0x80 || length >> (8U * (count - 1)) == 0)
            return std::nullopt;
        size += count;
    }
    return Head{bytes.first(tag), size, size + length};
}

struct Place
{
    std::size_t at = 0;
    std::size_t size = 0; ///< 0: not there
};

/// Goes from head to head.
Place placeOf(ByteView content, ByteView tag)
{
    std::size_t at = 0;
    while (at < content.size()) {
        const auto head = headOf(content.subspan(at));
        if (!head || head->total > content.size() - at)
            break;
        if (std::equal(head->tag.begin(), head->tag.end(), tag.begin(), tag.end()))
            return {at, head->total};
        at += head->total;
    }
    return {content.size(), 0};
}

Bytes tagList(ByteView content)
{
    Bytes tags;
    std::size_t at = 0;
    while (at < content.size()) {
        const auto head = headOf(content.subspan(at));
        if (!head || head->total > content.size() - at)
            break;
        tags.insert(tags.end(), head->tag.begin(), head->tag.end());
        at += head->total;
    }
    TlvWriter writer;
    writer.add(TlvTag{kTagList}, tags);
    return writer.take();
}

bool isFirst(const CommandApdu& command)
{
    return (command.p2 & 0xE0U) == kFirstBlock && (command.p2 & 0x1FU) <= 30;
}

} // namespace

ResponseApdu FileCommands::retrieveData(const CommandApdu& command)
{
    if (command.p1 != 0)
        return {{}, StatusWord::WrongP1P2};
    if (isFirst(command))
        return retrieveFirst(command);
    if (command.p2 != kNextBlock && command.p2 != kSameBlock)
        return {{}, StatusWord::WrongP1P2};
    if (!command.data.empty())
        return {{}, StatusWord::WrongLength};
    if (!m_selection->reading)
        return {{}, StatusWord::ConditionsNotSatisfied};
    if (command.p2 == kSameBlock)
        m_selection->reading->at = m_selection->reading->last;
    return retrieveBlock(command);
}

ResponseApdu FileCommands::retrieveFirst(const CommandApdu& command)
{
    m_selection->reading.reset();
    m_selection->writing.reset();
    const Target file = currentOf(CardFileKind::BerTlv, static_cast<std::uint8_t>(command.p2 & 0x1FU));
    if (!file)
        return {{}, file.error()};
    if (!mayUse(**file, FileAccess::Read))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    FileSelection::Transfer transfer;
    transfer.file = (*file)->id;
    const ByteView content = (*file)->content;
    if (command.data == Bytes{kTagList}) {
        transfer.object = tagList(content);
    } else {
        if (!isObjectTag(command.data))
            return {{}, StatusWord::WrongData};
        const Place place = placeOf(content, command.data);
        if (place.size == 0)
            return {{}, StatusWord::ReferenceNotFound};
        const ByteView object = content.subspan(place.at, place.size);
        transfer.object.assign(object.begin(), object.end());
    }
    // Without Le the answer goes out by GET RESPONSE as a whole.
    if (!command.le)
        return {std::move(transfer.object), StatusWord::Ok};
    m_selection->reading = std::move(transfer);
    return retrieveBlock(command);
}

ResponseApdu FileCommands::retrieveBlock(const CommandApdu& command)
{
    auto& transfer = *m_selection->reading;
    const std::size_t left = transfer.object.size() - transfer.at;
    const std::size_t size = std::min({left, command.le.value_or(kMaxShortLe), kMaxResponseData});
    const auto from = transfer.object.begin() + static_cast<std::ptrdiff_t>(transfer.at);
    ResponseApdu answer{Bytes(from, from + static_cast<std::ptrdiff_t>(size)), StatusWord::MoreData};
    transfer.last = transfer.at;
    transfer.at += size;
    if (size == left) {
        answer.sw = StatusWord::Ok;
        m_selection->reading.reset();
    }
    return answer;
}

ResponseApdu FileCommands::setData(const CommandApdu& command)
{
    if (command.p1 != 0)
        return {{}, StatusWord::WrongP1P2};
    if (command.data.empty())
        return {{}, StatusWord::WrongLength};
    if (isFirst(command))
        return setFirst(command);
    if (command.p2 != kNextBlock && command.p2 != kSameBlock)
        return {{}, StatusWord::WrongP1P2};
    if (!m_selection->writing)
        return {{}, StatusWord::ConditionsNotSatisfied};
    auto& transfer = *m_selection->writing;
    if (command.p2 == kSameBlock)
        transfer.object.resize(transfer.last);
    transfer.last = transfer.object.size();
    transfer.object.insert(transfer.object.end(), command.data.begin(), command.data.end());
    return setBlock();
}

ResponseApdu FileCommands::setFirst(const CommandApdu& command)
{
    m_selection->reading.reset();
    m_selection->writing.reset();
    const Target file = currentOf(CardFileKind::BerTlv, static_cast<std::uint8_t>(command.p2 & 0x1FU));
    if (!file)
        return {{}, file.error()};
    if (!mayUse(**file, FileAccess::Update))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    // A tag alone deletes the object.
    if (isObjectTag(command.data)) {
        const Place place = placeOf((*file)->content, command.data);
        if (place.size == 0)
            return {{}, StatusWord::ReferenceNotFound};
        UiccFile changed = **file;
        const auto from = changed.content.begin() + static_cast<std::ptrdiff_t>(place.at);
        changed.content.erase(from, from + static_cast<std::ptrdiff_t>(place.size));
        return {{}, m_files->put(std::move(changed))};
    }
    const auto head = headOf(command.data);
    if (!head)
        return {{}, StatusWord::WrongData};
    // Room for it is found out before the first byte is taken (the old object's is free again).
    const std::uint64_t used = (*file)->content.size() - placeOf((*file)->content, head->tag).size;
    if (used + head->total > (*file)->control.maximumSize.value_or(UiccFiles::kMemory))
        return {{}, StatusWord::NotEnoughMemory};
    m_selection->writing = FileSelection::Transfer{(*file)->id, command.data, 0, 0};
    return setBlock();
}

ResponseApdu FileCommands::setBlock()
{
    auto& transfer = *m_selection->writing;
    const auto head = headOf(transfer.object);
    if (!head || transfer.object.size() > head->total) {
        m_selection->writing.reset();
        return {{}, StatusWord::WrongData};
    }
    if (transfer.object.size() < head->total)
        return {{}, StatusWord::MoreExpected};
    const Bytes object = std::move(transfer.object);
    const UiccFile* file = m_files->find(transfer.file);
    m_selection->writing.reset();
    if (file == nullptr)
        return {{}, StatusWord::NoCurrentFile};
    return putObject(*file, object);
}

/// In its old place, or behind the others; the whole object in one transaction.
ResponseApdu FileCommands::putObject(const UiccFile& file, ByteView object)
{
    UiccFile changed = file;
    const Place place = placeOf(changed.content, headOf(object)->tag);
    const auto from = changed.content.begin() + static_cast<std::ptrdiff_t>(place.at);
    const auto hole = changed.content.erase(from, from + static_cast<std::ptrdiff_t>(place.size));
    changed.content.insert(hole, object.begin(), object.end());
    if (changed.content.size() > changed.control.maximumSize.value_or(UiccFiles::kMemory))
        return {{}, StatusWord::NotEnoughMemory};
    return {{}, m_files->put(std::move(changed))};
}

} // namespace dmsc
