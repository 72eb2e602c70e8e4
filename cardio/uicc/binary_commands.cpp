// SPDX-License-Identifier: Apache-2.0
// READ BINARY and UPDATE BINARY, even and odd: ETSI TS 102 221 11.1.3, 11.1.4; ISO/IEC 7816-4 7.2.
#include "cardio/apdu/tlv.h"
#include "cardio/uicc/file_commands.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kByShortId = 0x80;
constexpr TlvTag kOffset{0x54};
constexpr TlvTag kData{0x53};

/// Le says "all there is": 00, or 0000 in extended form.
bool wantsAll(const CommandApdu& command)
{
    return !command.le || *command.le == (command.extended ? kMaxExtendedLe : kMaxShortLe);
}

/// Bytes that a data object's tag and length take.
std::size_t headOf(std::size_t size)
{
    return size < 0x80 ? 2 : size <= 0xFF ? 3 : size <= 0xFFFF ? 4 : 5;
}

struct OddData
{
    std::size_t offset = 0;
    std::optional<ByteView> value;
};

std::optional<OddData> readOdd(ByteView bytes)
{
    const auto objects = parseTlvs(bytes);
    const auto offset = objects ? findTlv(*objects, kOffset) : std::nullopt;
    if (!offset)
        return std::nullopt;
    const auto number = numberOf(*offset);
    if (!number)
        return std::nullopt;
    OddData data;
    data.offset = static_cast<std::size_t>(*number);
    if (const auto value = findTlv(*objects, kData))
        data.value = value->value;
    return data;
}

} // namespace

FileCommands::Target FileCommands::binaryTarget(const CommandApdu& command, std::size_t& offset)
{
    if ((command.p1 & kByShortId) == 0) {
        offset = static_cast<std::size_t>(command.p1) << 8U | command.p2;
        return currentOf(CardFileKind::Transparent);
    }
    const auto shortId = static_cast<std::uint8_t>(command.p1 & 0x1FU);
    if ((command.p1 & 0x60U) != 0 || shortId > 30)
        return tl::unexpected(StatusWord::WrongP1P2);
    offset = command.p2;
    return currentOf(CardFileKind::Transparent, shortId);
}

FileCommands::Target FileCommands::oddTarget(const CommandApdu& command)
{
    const auto number = static_cast<std::uint16_t>(command.p1 << 8U | command.p2);
    if (number == 0)
        return currentOf(CardFileKind::Transparent);
    if (number <= 30)
        return currentOf(CardFileKind::Transparent, static_cast<std::uint8_t>(number));
    const UiccFile* file = m_files->child(m_selection->directory, number);
    if (file == nullptr || file->isDirectory())
        return tl::unexpected(StatusWord::FileNotFound);
    if (file->id != m_selection->file)
        makeCurrent(*file);
    return currentOf(CardFileKind::Transparent);
}

ResponseApdu FileCommands::readBinary(const CommandApdu& command)
{
    std::size_t offset = 0;
    const Target file = binaryTarget(command, offset);
    if (!file)
        return {{}, file.error()};
    if (!command.data.empty())
        return {{}, StatusWord::WrongLength};
    if (!mayUse(**file, FileAccess::Read))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    const Bytes& content = (*file)->content;
    if (offset > content.size() || (offset == content.size() && offset != 0))
        return {{}, StatusWord::WrongOffset};
    const std::size_t left = content.size() - offset;
    const std::size_t wanted = std::min(command.le.value_or(kMaxShortLe), kMaxResponseData);
    ResponseApdu answer;
    if (wanted > left && !wantsAll(command)) {
        if (!command.extended)
            return {{}, statusWord(0x6C, static_cast<std::uint8_t>(left))};
        answer.sw = StatusWord::EndOfFile;
    }
    const ByteView part = ByteView(content).subspan(offset, std::min(left, wanted));
    answer.data.reserve(part.size() + 2); // the status word comes behind it
    answer.data.insert(answer.data.end(), part.begin(), part.end());
    return answer;
}

ResponseApdu FileCommands::updateBinary(const CommandApdu& command)
{
    std::size_t offset = 0;
    const Target file = binaryTarget(command, offset);
    if (!file)
        return {{}, file.error()};
    return {{}, write(**file, offset, command.data)};
}

StatusWord FileCommands::write(const UiccFile& file, std::size_t offset, ByteView data)
{
    if (data.empty())
        return StatusWord::WrongLength;
    if (!mayUse(file, FileAccess::Update))
        return StatusWord::SecurityStatusNotSatisfied;
    if (offset >= file.content.size())
        return StatusWord::WrongOffset;
    if (data.size() > file.content.size() - offset)
        return StatusWord::WrongLength;
    UiccFile changed = file;
    std::copy(data.begin(), data.end(), changed.content.begin() + static_cast<std::ptrdiff_t>(offset));
    return m_files->put(std::move(changed));
}

/// Le counts the whole answer, the head of the data object included.
ResponseApdu FileCommands::readBinaryOdd(const CommandApdu& command)
{
    const Target file = oddTarget(command);
    if (!file)
        return {{}, file.error()};
    const auto asked = readOdd(command.data);
    if (!asked || asked->value)
        return {{}, StatusWord::WrongData};
    if (!mayUse(**file, FileAccess::Read))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    const Bytes& content = (*file)->content;
    if (asked->offset > content.size() || (asked->offset == content.size() && !content.empty()))
        return {{}, StatusWord::WrongOffset};
    const std::size_t room = std::min(command.le.value_or(kMaxShortLe), kMaxResponseData);
    std::size_t size = std::min(content.size() - asked->offset, room);
    while (size > 0 && headOf(size) + size > room)
        --size;
    TlvWriter writer;
    writer.add(kData, ByteView(content).subspan(asked->offset, size));
    return {writer.take(), StatusWord::Ok};
}

ResponseApdu FileCommands::updateBinaryOdd(const CommandApdu& command)
{
    const Target file = oddTarget(command);
    if (!file)
        return {{}, file.error()};
    const auto given = readOdd(command.data);
    if (!given || !given->value)
        return {{}, StatusWord::WrongData};
    return {{}, write(**file, given->offset, *given->value)};
}

} // namespace dmsc
