// SPDX-License-Identifier: Apache-2.0
// Commands on linear fixed and cyclic files: ETSI TS 102 221 11.1.5 to 11.1.8.
#include "cardio/uicc/file_commands.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr unsigned kModeMask = 0x07;
constexpr unsigned kNext = 0x02;
constexpr unsigned kPrevious = 0x03;
constexpr unsigned kAbsolute = 0x04;
constexpr unsigned kBackward = 0x05;

std::uint32_t countOf(const UiccFile& file)
{
    return static_cast<std::uint32_t>(file.content.size() / file.control.recordLength);
}

/// Numbers begin with 1.
ByteView recordOf(const UiccFile& file, std::uint32_t number)
{
    const std::size_t length = file.control.recordLength;
    return ByteView(file.content).subspan((number - 1) * length, length);
}

} // namespace

FileCommands::Target FileCommands::recordFile(const CommandApdu& command)
{
    const auto shortId = static_cast<std::uint8_t>(command.p2 >> 3U);
    if (shortId > 30)
        return tl::unexpected(StatusWord::WrongP1P2);
    const Target file = current(shortId);
    if (!file)
        return file;
    return currentOf((*file)->control.kind == CardFileKind::Cyclic ? CardFileKind::Cyclic : CardFileKind::LinearFixed);
}

CardResult<std::uint32_t> FileCommands::recordNumber(const UiccFile& file, const CommandApdu& command) const
{
    const std::uint32_t count = countOf(file);
    const std::uint32_t pointer = m_selection->record;
    const bool cyclic = file.control.kind == CardFileKind::Cyclic;
    std::uint32_t number = command.p1;
    if (number != 0 && (command.p2 & kModeMask) != kAbsolute)
        return tl::unexpected(StatusWord::WrongP1P2);
    switch (command.p2 & kModeMask) {
    case kAbsolute:
        if (number == 0)
            number = pointer;
        break;
    case kNext:
        number = pointer + 1;
        if (cyclic && number > count)
            number = 1;
        break;
    case kPrevious:
        number = pointer > 1 ? pointer - 1 : pointer == 0 || cyclic ? count : 0;
        break;
    default:
        return tl::unexpected(StatusWord::WrongP1P2);
    }
    if (number == 0 || number > count)
        return tl::unexpected(StatusWord::RecordNotFound);
    return number;
}

ResponseApdu FileCommands::readRecord(const CommandApdu& command)
{
    const Target file = recordFile(command);
    if (!file)
        return {{}, file.error()};
    if (!command.data.empty())
        return {{}, StatusWord::WrongLength};
    if (!mayUse(**file, FileAccess::Read))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    const auto number = recordNumber(**file, command);
    if (!number)
        return {{}, number.error()};
    const std::size_t length = (*file)->control.recordLength;
    const std::size_t all = command.extended ? kMaxExtendedLe : kMaxShortLe;
    if (command.le && *command.le != length && *command.le != all)
        return {{}, statusWord(0x6C, static_cast<std::uint8_t>(length))};
    // The pointer stays where an absolute number was given.
    if ((command.p2 & kModeMask) != kAbsolute)
        m_selection->record = *number;
    const ByteView record = recordOf(**file, *number);
    return {Bytes(record.begin(), record.end()), StatusWord::Ok};
}

StatusWord FileCommands::pushRecord(const UiccFile& file, ByteView record)
{
    UiccFile changed = file;
    const auto length = static_cast<std::ptrdiff_t>(file.control.recordLength);
    std::rotate(changed.content.begin(), changed.content.end() - length, changed.content.end());
    std::copy(record.begin(), record.end(), changed.content.begin());
    const StatusWord saved = m_files->put(std::move(changed));
    if (saved == StatusWord::Ok)
        m_selection->record = 1;
    return saved;
}

ResponseApdu FileCommands::updateRecord(const CommandApdu& command)
{
    const Target file = recordFile(command);
    if (!file)
        return {{}, file.error()};
    if (!mayUse(**file, FileAccess::Update))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    if (command.data.size() != (*file)->control.recordLength)
        return {{}, StatusWord::WrongLength};
    if ((*file)->control.kind == CardFileKind::Cyclic) {
        // The oldest record becomes the first, nothing else (11.1.6.1).
        if ((command.p2 & kModeMask) != kPrevious || command.p1 != 0)
            return {{}, StatusWord::WrongP1P2};
        if ((*file)->content.empty())
            return {{}, StatusWord::RecordNotFound};
        return {{}, pushRecord(**file, command.data)};
    }
    const auto number = recordNumber(**file, command);
    if (!number)
        return {{}, number.error()};
    UiccFile changed = **file;
    std::copy(command.data.begin(), command.data.end(),
        changed.content.begin()
            + static_cast<std::ptrdiff_t>(std::size_t{*number - 1} * (*file)->control.recordLength));
    const StatusWord saved = m_files->put(std::move(changed));
    if (saved == StatusWord::Ok && (command.p2 & kModeMask) != kAbsolute)
        m_selection->record = *number;
    return {{}, saved};
}

/// Simple search, forward and backward from record P1: the numbers of the records that hold the pattern.
ResponseApdu FileCommands::searchRecord(const CommandApdu& command)
{
    const Target file = recordFile(command);
    if (!file)
        return {{}, file.error()};
    const unsigned mode = command.p2 & kModeMask;
    if (mode != kAbsolute && mode != kBackward)
        return {{}, StatusWord::WrongP1P2};
    if (command.data.empty() || command.data.size() > (*file)->control.recordLength)
        return {{}, StatusWord::WrongLength};
    if (!mayUse(**file, FileAccess::Read))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    const std::uint32_t count = countOf(**file);
    const std::uint32_t start = command.p1 != 0 ? command.p1 : std::max<std::uint32_t>(1, m_selection->record);
    if (start > count)
        return {{}, StatusWord::RecordNotFound};
    ResponseApdu answer;
    for (std::uint32_t number = start; number >= 1 && number <= count; number += mode == kAbsolute ? 1U : ~0U) {
        const ByteView record = recordOf(**file, number);
        if (std::search(record.begin(), record.end(), command.data.begin(), command.data.end()) != record.end())
            answer.data.push_back(static_cast<std::uint8_t>(number));
    }
    if (answer.data.empty())
        answer.sw = StatusWord::EndOfFile;
    else
        m_selection->record = answer.data.front();
    return answer;
}

/// INCREASE: the sum of record 1 and the data becomes record 1 of a cyclic file; both are told.
ResponseApdu FileCommands::increase(const CommandApdu& command)
{
    if (command.p2 != 0 || (command.p1 & 0x60U) != 0)
        return {{}, StatusWord::WrongP1P2};
    const Target file = currentOf(CardFileKind::Cyclic, static_cast<std::uint8_t>(command.p1 & 0x1FU));
    if (!file)
        return {{}, file.error()};
    const std::size_t length = (*file)->control.recordLength;
    if (command.data.empty() || command.data.size() > length)
        return {{}, StatusWord::WrongLength};
    if (!mayUse(**file, FileAccess::Update))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    if ((*file)->content.empty())
        return {{}, StatusWord::RecordNotFound};
    const ByteView old = recordOf(**file, 1);
    Bytes sum(old.begin(), old.end());
    unsigned carry = 0;
    for (std::size_t i = 0; i < length; ++i) {
        const unsigned added = i < command.data.size() ? command.data[command.data.size() - 1 - i] : 0U;
        carry += sum[length - 1 - i] + added;
        sum[length - 1 - i] = static_cast<std::uint8_t>(carry & 0xFFU);
        carry >>= 8U;
    }
    if (carry != 0)
        return {{}, StatusWord::MaximumReached};
    if (const StatusWord saved = pushRecord(**file, sum); saved != StatusWord::Ok)
        return {{}, saved};
    sum.insert(sum.end(), command.data.begin(), command.data.end());
    return {std::move(sum), StatusWord::Ok};
}

} // namespace dmsc
