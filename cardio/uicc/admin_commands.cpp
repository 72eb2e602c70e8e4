// SPDX-License-Identifier: Apache-2.0
// CREATE, DELETE, RESIZE, ACTIVATE and DEACTIVATE FILE, and what ends a file's life: ETSI TS 102 222 6.
#include "cardio/apdu/tlv.h"
#include "cardio/uicc/file_commands.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kInsResize = 0xD4;
constexpr std::uint8_t kFiller = 0xFF;
constexpr std::size_t kMostRecords = 254;
constexpr std::uint16_t kReserved[] = {0x3F00, 0x3FFF, 0x7FFF, 0xFFFF, 0x0000};

bool isElementary(CardFileKind kind)
{
    return kind == CardFileKind::Transparent || kind == CardFileKind::LinearFixed || kind == CardFileKind::Cyclic
        || kind == CardFileKind::BerTlv;
}

/// What of the parameters can be made here, with the content that comes of them.
CardResult<UiccFile> made(const Fcp& wanted)
{
    const auto number = wanted.fileId.value_or(0);
    if (!wanted.kind || std::find(std::begin(kReserved), std::end(kReserved), number) != std::end(kReserved))
        return tl::unexpected(StatusWord::WrongData);
    if (!wanted.access && wanted.expandedAccess.empty() && wanted.compactAccess.empty())
        return tl::unexpected(StatusWord::WrongData);
    UiccFile file;
    file.control = wanted;
    file.control.size.reset();
    file.control.totalSize.reset();
    file.control.freeMemory.reset();
    file.control.pins.clear();
    file.control.recordCount = 0;
    file.control.lifeCycle = LifeCycle::Activated;
    if (wanted.isDirectory())
        return file;
    const std::uint64_t size = wanted.size.value_or(0);
    if (size > UiccFiles::kMemory || wanted.reservedSize.value_or(0) > UiccFiles::kMemory)
        return tl::unexpected(StatusWord::NotEnoughMemory);
    if (wanted.kind == CardFileKind::BerTlv) {
        if (!file.control.maximumSize && size != 0)
            file.control.maximumSize = size;
        file.control.fileDetails = std::uint8_t{1};
        return file;
    }
    if (!wanted.size)
        return tl::unexpected(StatusWord::WrongData);
    if (wanted.kind != CardFileKind::Transparent
        && (wanted.recordLength == 0 || wanted.recordLength > 255 || size % wanted.recordLength != 0
            || size / wanted.recordLength > kMostRecords))
        return tl::unexpected(StatusWord::WrongData);
    file.content.assign(static_cast<std::size_t>(size), kFiller);
    return file;
}

} // namespace

ResponseApdu FileCommands::createFile(const CommandApdu& command)
{
    if (command.p1 != 0 || command.p2 != 0)
        return {{}, StatusWord::WrongP1P2};
    const UiccFile* directory = m_files->find(m_selection->directory);
    if (directory == nullptr)
        return {{}, StatusWord::NoCurrentFile};
    const auto wanted = parseFcp(command.data);
    if (!wanted || command.data.front() != static_cast<std::uint8_t>(FcpTemplate::Fcp))
        return {{}, StatusWord::WrongData};
    if (!mayUse(*directory, wanted->isDirectory() ? kCreateDirectory : kCreateFile))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    if (directory->control.name == UiccFiles::publication() || m_files->isTerminated(*directory))
        return {{}, StatusWord::ConditionsNotSatisfied};
    auto file = made(*wanted);
    if (!file)
        return {{}, file.error()};
    if (m_files->child(directory->id, file->number()) != nullptr)
        return {{}, StatusWord::FileExists};
    if (!file->control.name.empty() && m_files->application(file->control.name) != nullptr)
        return {{}, StatusWord::NameExists};
    file->parent = directory->id;
    const std::uint16_t number = file->number();
    if (const StatusWord saved = m_files->put(std::move(*file)); saved != StatusWord::Ok)
        return {{}, saved};
    makeCurrent(*m_files->child(m_selection->directory, number));
    return {};
}

/// The file with the id in the data, in the current directory; without data `current`. Null: there is none.
FileCommands::Target FileCommands::namedBy(const CommandApdu& command, FileId current) const
{
    if (command.p1 != 0 || command.p2 != 0)
        return tl::unexpected(StatusWord::WrongP1P2);
    if (command.data.size() != 2 && !command.data.empty())
        return tl::unexpected(StatusWord::WrongLength);
    return command.data.empty()
        ? m_files->find(current)
        : m_files->child(m_selection->directory, static_cast<std::uint16_t>(command.data[0] << 8U | command.data[1]));
}

ResponseApdu FileCommands::deleteFile(const CommandApdu& command)
{
    const Target named =
        namedBy(command, m_selection->file == FileId::None ? m_selection->directory : m_selection->file);
    if (!named)
        return {{}, named.error()};
    const UiccFile* file = *named;
    if (file == nullptr)
        return {{}, StatusWord::FileNotFound};
    if (file->id == FileId::Mf || file->published || file->control.name == UiccFiles::publication())
        return {{}, StatusWord::ConditionsNotSatisfied};
    const UiccFile* parent = m_files->find(file->parent);
    if (!mayUse(*file, FileAccess::DeleteSelf) && (parent == nullptr || !mayUse(*parent, kDeleteChild)))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    const FileId above = file->parent;
    if (const StatusWord saved = m_files->remove(file->id); saved != StatusWord::Ok)
        return {{}, saved};
    if (m_files->find(m_selection->application) == nullptr)
        m_selection->application = FileId::None;
    makeCurrent(*m_files->find(m_files->find(m_selection->directory) == nullptr ? above : m_selection->directory));
    return {};
}

ResponseApdu FileCommands::resizeFile(const CommandApdu& command)
{
    if (command.p1 != 0 || command.p2 != 0)
        return {{}, StatusWord::WrongP1P2};
    const auto wanted = parseFcp(command.data);
    if (!wanted || !wanted->fileId)
        return {{}, StatusWord::WrongData};
    const UiccFile* file = m_files->child(m_selection->directory, *wanted->fileId);
    if (file == nullptr)
        return {{}, StatusWord::FileNotFound};
    if (!file->control.kind || !isElementary(*file->control.kind) || file->published)
        return {{}, StatusWord::IncompatibleFile};
    if (!mayUse(*file, kInsResize))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    if (m_files->isTerminated(*file))
        return {{}, StatusWord::ConditionsNotSatisfied};
    UiccFile changed = *file;
    if (file->control.kind == CardFileKind::BerTlv) {
        // A5/86 is read where a descriptor says that it is a file's, tag 80 in any case.
        const auto maximum = wanted->maximumSize ? wanted->maximumSize : wanted->size;
        if (!maximum)
            return {{}, StatusWord::WrongData};
        if (*maximum < file->content.size() || *maximum > UiccFiles::kMemory)
            return {{}, StatusWord::NotEnoughMemory};
        changed.control.maximumSize = *maximum;
        return {{}, m_files->put(std::move(changed))};
    }
    if (!wanted->size)
        return {{}, StatusWord::WrongData};
    if (*wanted->size > UiccFiles::kMemory)
        return {{}, StatusWord::NotEnoughMemory};
    const std::uint32_t length = file->control.recordLength;
    if (length != 0 && (*wanted->size % length != 0 || *wanted->size / length > kMostRecords))
        return {{}, StatusWord::WrongData};
    changed.content.resize(static_cast<std::size_t>(*wanted->size), kFiller);
    const StatusWord saved = m_files->put(std::move(changed));
    if (saved == StatusWord::Ok && file->id == m_selection->file)
        m_selection->record = 0;
    return {{}, saved};
}

/// The current EF, or the one with that id in the current directory.
ResponseApdu FileCommands::setLifeCycle(const CommandApdu& command, LifeCycle state, FileAccess access)
{
    const Target named = namedBy(command, m_selection->file);
    if (!named)
        return {{}, named.error()};
    const UiccFile* file = *named;
    if (file == nullptr)
        return {{}, command.data.empty() ? StatusWord::NoCurrentFile : StatusWord::FileNotFound};
    if (file->isDirectory() || file->published)
        return {{}, StatusWord::IncompatibleFile};
    return changeLifeCycle(*file, state, access);
}

/// The current directory, or the one with that id in it; what hangs below goes with it.
ResponseApdu FileCommands::terminateDirectory(const CommandApdu& command)
{
    const Target named = namedBy(command, m_selection->directory);
    if (!named)
        return {{}, named.error()};
    const UiccFile* file = *named;
    if (file == nullptr)
        return {{}, command.data.empty() ? StatusWord::NoCurrentFile : StatusWord::FileNotFound};
    if (!file->isDirectory())
        return {{}, StatusWord::IncompatibleFile};
    if (file->id == FileId::Mf || file->control.name == UiccFiles::publication())
        return {{}, StatusWord::ConditionsNotSatisfied};
    return changeLifeCycle(*file, LifeCycle::Terminated, FileAccess::Terminate);
}

ResponseApdu FileCommands::terminateCard(const CommandApdu& command)
{
    if (command.p1 != 0 || command.p2 != 0)
        return {{}, StatusWord::WrongP1P2};
    if (!command.data.empty())
        return {{}, StatusWord::WrongLength};
    return changeLifeCycle(*m_files->find(FileId::Mf), LifeCycle::Terminated, FileAccess::Terminate);
}

ResponseApdu FileCommands::changeLifeCycle(const UiccFile& file, LifeCycle state, FileAccess access)
{
    if (!mayUse(file, access))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    if (m_files->isTerminated(file)) // for ever
        return {{}, StatusWord::ConditionsNotSatisfied};
    UiccFile changed = file;
    changed.control.lifeCycle = state;
    return {{}, m_files->put(std::move(changed))};
}

} // namespace dmsc
