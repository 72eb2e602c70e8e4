// SPDX-License-Identifier: Apache-2.0
// SELECT but by AID, and STATUS: ETSI TS 102 221 11.1.1, 11.1.2.
#include "cardio/apdu/tlv.h"
#include "cardio/uicc/file_commands.h"

namespace dmsc {

namespace {

constexpr std::uint16_t kMf = 0x3F00;
constexpr std::uint16_t kCurrentApplication = 0x7FFF;
constexpr std::uint8_t kFormMask = 0x0C;
constexpr std::uint8_t kFormFci = 0x00;
constexpr std::uint8_t kFormFcp = 0x04;
constexpr std::uint8_t kFormNone = 0x0C;

std::uint16_t numberAt(ByteView bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8U | bytes[at + 1]);
}

} // namespace

ResponseApdu FileCommands::select(const CommandApdu& command)
{
    if (command.p2 != kFormFci && command.p2 != kFormFcp && command.p2 != kFormNone)
        return {{}, StatusWord::WrongP1P2};
    const Target target = resolve(command);
    return target ? enter(**target, command) : ResponseApdu{{}, target.error()};
}

ResponseApdu FileCommands::selectApplication(const Bytes& aid, const CommandApdu& command)
{
    const UiccFile* file = m_files->application(aid);
    return file == nullptr ? ResponseApdu{{}, StatusWord::FileNotFound} : enter(*file, command);
}

FileCommands::Target FileCommands::resolve(const CommandApdu& command)
{
    const ByteView data = command.data;
    const auto orMissing = [](const UiccFile* file) -> Target {
        if (file == nullptr)
            return tl::unexpected(StatusWord::FileNotFound);
        return file;
    };
    switch (command.p1) {
    case 0x00:
        if (data.empty())
            return orMissing(m_files->find(FileId::Mf));
        [[fallthrough]];
    case 0x01:
    case 0x02: {
        if (data.size() != 2)
            return tl::unexpected(StatusWord::WrongLength);
        if (command.p1 == 0x00)
            return orMissing(byNumber(numberAt(data, 0)));
        const UiccFile* child = m_files->child(m_selection->directory, numberAt(data, 0));
        return orMissing(child != nullptr && child->isDirectory() == (command.p1 == 0x01) ? child : nullptr);
    }
    case 0x03: {
        if (!data.empty())
            return tl::unexpected(StatusWord::WrongLength);
        const UiccFile* directory = m_files->find(m_selection->directory);
        return orMissing(directory == nullptr ? nullptr : m_files->find(directory->parent));
    }
    case 0x08:
    case 0x09:
        return byPath(data, command.p1 == 0x08);
    default:
        return tl::unexpected(StatusWord::WrongP1P2);
    }
}

/// The order of ETSI TS 102 221 8.4.1: what hangs below the current directory, itself, its parent, the directories
/// beside it, the MF and the current application.
const UiccFile* FileCommands::byNumber(std::uint16_t number)
{
    if (number == kMf)
        return m_files->find(FileId::Mf);
    if (number == kCurrentApplication)
        return m_files->find(m_selection->application);
    if (const UiccFile* child = m_files->child(m_selection->directory, number))
        return child;
    const UiccFile* directory = m_files->find(m_selection->directory);
    if (directory == nullptr || directory->number() == number)
        return directory;
    const UiccFile* parent = m_files->find(directory->parent);
    if (parent == nullptr || parent->number() == number)
        return parent;
    const UiccFile* beside = m_files->child(parent->id, number);
    return beside != nullptr && beside->isDirectory() ? beside : nullptr;
}

FileCommands::Target FileCommands::byPath(ByteView path, bool fromMf) const
{
    if (path.empty() || path.size() % 2 != 0)
        return tl::unexpected(StatusWord::WrongLength);
    FileId at = fromMf ? FileId::Mf : m_selection->directory;
    std::size_t i = 0;
    if (numberAt(path, 0) == kCurrentApplication) {
        at = m_selection->application;
        i = 2;
    } else if (fromMf && numberAt(path, 0) == kMf) {
        i = 2;
    }
    const UiccFile* file = m_files->find(at);
    for (; file != nullptr && i < path.size(); i += 2)
        file = file->isDirectory() ? m_files->child(file->id, numberAt(path, i)) : nullptr;
    if (file == nullptr)
        return tl::unexpected(StatusWord::FileNotFound);
    return file;
}

void FileCommands::makeCurrent(const UiccFile& file)
{
    m_selection->reading.reset();
    m_selection->writing.reset();
    // Of a cyclic file the newest record is current (ETSI TS 102 221 8.2.2.3).
    m_selection->record = file.control.kind == CardFileKind::Cyclic ? 1 : 0;
    if (!file.isDirectory()) {
        m_selection->directory = file.parent;
        m_selection->file = file.id;
        return;
    }
    m_selection->directory = file.id;
    m_selection->file = FileId::None;
    if (!file.control.name.empty())
        m_selection->application = file.id;
}

ResponseApdu FileCommands::enter(const UiccFile& file, const CommandApdu& command)
{
    makeCurrent(file);
    const unsigned form = command.p2 & kFormMask;
    ResponseApdu answer;
    if (m_files->isTerminated(file))
        answer.sw = StatusWord::FileTerminated;
    else if (file.control.lifeCycle == LifeCycle::Deactivated)
        answer.sw = StatusWord::FileDeactivated;
    if (form != kFormNone)
        answer.data = encodeFcp(parameters(file), form == kFormFcp ? FcpTemplate::Fcp : FcpTemplate::Fci);
    return answer;
}

Fcp FileCommands::parameters(const UiccFile& file) const
{
    Fcp fcp = file.control;
    if (file.isDirectory()) {
        fcp.freeMemory = m_files->roomIn(file.id);
        fcp.pins = m_pins->statuses();
        return fcp;
    }
    fcp.size = file.content.size();
    fcp.totalSize = UiccFiles::allocated(file);
    if (fcp.recordLength != 0)
        fcp.recordCount = static_cast<std::uint32_t>(file.content.size() / fcp.recordLength);
    if (fcp.kind == CardFileKind::BerTlv) {
        const std::uint64_t used = file.content.size();
        const std::uint64_t kept = UiccFiles::allocated(file) - UiccFiles::kFileOverhead - used;
        const std::uint64_t there = kept + m_files->roomIn(file.parent);
        const std::uint64_t room = fcp.maximumSize.value_or(used + there);
        fcp.freeMemory = std::min(room - std::min(room, used), there);
    }
    return fcp;
}

ResponseApdu FileCommands::status(const CommandApdu& command)
{
    if (command.p1 > 0x02)
        return {{}, StatusWord::WrongP1P2};
    if (!command.data.empty())
        return {{}, StatusWord::WrongLength};
    const UiccFile* directory = m_files->find(m_selection->directory);
    if (directory == nullptr)
        return {{}, StatusWord::NoCurrentFile};
    // An extended Le means "at most": there are modems that send no other.
    const auto exactly = [&command](Bytes data) -> ResponseApdu {
        if (command.le && !command.extended && *command.le != data.size() && *command.le != kMaxShortLe)
            return {{}, statusWord(0x6C, static_cast<std::uint8_t>(data.size()))};
        return {std::move(data), StatusWord::Ok};
    };
    switch (command.p2) {
    case 0x00:
        return exactly(encodeFcp(parameters(*directory)));
    case 0x01: {
        const UiccFile* application = m_files->find(m_selection->application);
        TlvWriter name;
        name.add(TlvTag{0x84}, application == nullptr ? Bytes{} : application->control.name);
        return exactly(name.take());
    }
    case 0x0C:
        return {};
    default:
        return {{}, StatusWord::WrongP1P2};
    }
}

} // namespace dmsc
