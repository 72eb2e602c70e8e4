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
constexpr std::uint8_t kPathFromMf = 0x08; // P1
constexpr std::uint8_t kPathFromDf = 0x09;
constexpr std::uint16_t kReserved[] = {0x3F00, 0x3FFF, 0x7FFF, 0xFFFF, 0x0000};

bool isElementary(CardFileKind kind)
{
    return kind == CardFileKind::Transparent || kind == CardFileKind::LinearFixed || kind == CardFileKind::Cyclic
        || kind == CardFileKind::BerTlv;
}

/// One record, or the body of a transparent file (ETSI TS 102 222 6.3.2.2.2).
Bytes filled(std::size_t size, const Fcp& wanted)
{
    Bytes body(size, wanted.fillPattern.empty() ? kFiller : wanted.fillPattern.back());
    std::copy_n(wanted.fillPattern.begin(), std::min(size, wanted.fillPattern.size()), body.begin());
    if (!wanted.repeatPattern.empty())
        for (std::size_t i = 0; i < size; ++i)
            body[i] = wanted.repeatPattern[i % wanted.repeatPattern.size()];
    return body;
}

/// Each record begins the pattern anew.
Bytes bodyOf(std::size_t size, const Fcp& wanted)
{
    const std::size_t part = wanted.recordLength == 0 ? size : wanted.recordLength;
    const Bytes one = filled(part, wanted);
    Bytes body;
    body.reserve(size);
    while (body.size() < size)
        body.insert(body.end(), one.begin(), one.end());
    return body;
}

/// It may be made in any state but the last; in the first one too where nothing is said.
CardResult<LifeCycle> stateOf(const Fcp& wanted)
{
    const LifeCycle state = wanted.lifeCycle.value_or(LifeCycle::NoInformation);
    if (state == LifeCycle::Terminated)
        return tl::unexpected(StatusWord::WrongData);
    return state == LifeCycle::NoInformation ? LifeCycle::Activated : state;
}

/// The short id stands in the parameters, it does not just follow from the file id.
bool namesShortId(ByteView parameters)
{
    const auto outer = parseTlvs(parameters);
    const auto inner = outer && !outer->empty() ? childrenOf(outer->front()) : Result<std::vector<Tlv>>();
    return inner && findTlv(*inner, TlvTag{0x88});
}

/// What of the parameters can be made here, with the content that comes of them.
CardResult<UiccFile> made(const Fcp& wanted)
{
    const auto number = wanted.fileId.value_or(0);
    if (!wanted.kind || std::find(std::begin(kReserved), std::end(kReserved), number) != std::end(kReserved))
        return tl::unexpected(StatusWord::WrongData);
    if (!wanted.access && wanted.expandedAccess.empty() && wanted.compactAccess.empty())
        return tl::unexpected(StatusWord::WrongData);
    const auto state = stateOf(wanted);
    if (!state || (!wanted.fillPattern.empty() && !wanted.repeatPattern.empty()))
        return tl::unexpected(StatusWord::WrongData);
    UiccFile file;
    file.control = wanted;
    file.control.size.reset();
    file.control.fillPattern.clear();
    file.control.repeatPattern.clear();
    file.control.freeMemory.reset();
    file.control.pins.clear();
    file.control.recordCount = 0;
    file.control.lifeCycle = *state;
    if (wanted.isDirectory()) {
        if (wanted.totalSize.value_or(0) > UiccFiles::kMemory)
            return tl::unexpected(StatusWord::NotEnoughMemory);
        return file;
    }
    file.control.totalSize.reset();
    const std::uint64_t size = wanted.size.value_or(0);
    if (size > UiccFiles::kMemory || wanted.reservedSize.value_or(0) > UiccFiles::kMemory)
        return tl::unexpected(StatusWord::NotEnoughMemory);
    if (wanted.kind == CardFileKind::BerTlv) {
        // The size is what is kept for its objects, whatever there is of them.
        if (size > wanted.reservedSize.value_or(0))
            file.control.reservedSize = size;
        if (file.control.reservedSize.value_or(0) > wanted.maximumSize.value_or(UiccFiles::kMemory))
            return tl::unexpected(StatusWord::WrongData);
        file.control.fileDetails = std::uint8_t{1};
        return file;
    }
    if (!wanted.size)
        return tl::unexpected(StatusWord::WrongData);
    if (wanted.kind != CardFileKind::Transparent
        && (wanted.recordLength == 0 || wanted.recordLength > 255 || size % wanted.recordLength != 0
            || size / wanted.recordLength > kMostRecords))
        return tl::unexpected(StatusWord::WrongData);
    file.content = bodyOf(static_cast<std::size_t>(size), wanted);
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
    if (file->control.shortId && m_files->byShortId(directory->id, *file->control.shortId) != nullptr) {
        if (namesShortId(command.data))
            return {{}, StatusWord::WrongData};
        file->control.shortId.reset(); // the one that follows from its id is another's
    }
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

/// A directory's total size: not below what is in it.
ResponseApdu FileCommands::resizeDirectory(const UiccFile& file, const Fcp& wanted)
{
    if (!wanted.totalSize)
        return {{}, StatusWord::WrongData};
    if (*wanted.totalSize > UiccFiles::kMemory || *wanted.totalSize < m_files->usedBelow(file))
        return {{}, StatusWord::NotEnoughMemory};
    UiccFile changed = file;
    changed.control.totalSize = wanted.totalSize;
    return {{}, m_files->put(std::move(changed))};
}

ResponseApdu FileCommands::resizeObjects(const UiccFile& file, const Fcp& wanted)
{
    // A5/86 is read where a descriptor says that it is a file's, tag 80 in any case.
    const auto maximum = wanted.maximumSize ? wanted.maximumSize : wanted.size;
    if (!maximum)
        return {{}, StatusWord::WrongData};
    if (*maximum < file.content.size() || *maximum > UiccFiles::kMemory)
        return {{}, StatusWord::NotEnoughMemory};
    UiccFile changed = file;
    if (wanted.size && file.control.reservedSize)
        changed.control.reservedSize = wanted.size;
    if (wanted.maximumSize || file.control.maximumSize || !file.control.reservedSize)
        changed.control.maximumSize = *maximum;
    return {{}, m_files->put(std::move(changed))};
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
    const bool resizable = file->isDirectory() || (file->control.kind && isElementary(*file->control.kind));
    if (!resizable || file->published || file->control.name == UiccFiles::publication())
        return {{}, StatusWord::IncompatibleFile};
    // The rules of directories made before there was this name only who creates in them.
    if (!mayUse(*file, kInsResize) && !(file->isDirectory() && mayUse(*file, kCreateFile)))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    if (m_files->isTerminated(*file))
        return {{}, StatusWord::ConditionsNotSatisfied};
    if (file->isDirectory())
        return resizeDirectory(*file, *wanted);
    if (file->control.kind == CardFileKind::BerTlv)
        return resizeObjects(*file, *wanted);
    UiccFile changed = *file;
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

/// The current EF, the one with that id in the current directory, or the one at the end of a path (ETSI TS 102 221
/// 11.1.14).
ResponseApdu FileCommands::setLifeCycle(const CommandApdu& command, LifeCycle state, FileAccess access)
{
    const bool path = command.p2 == 0 && (command.p1 == kPathFromMf || command.p1 == kPathFromDf);
    const Target named = path ? byPath(command.data, command.p1 == kPathFromMf) : namedBy(command, m_selection->file);
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
