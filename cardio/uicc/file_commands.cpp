// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/file_commands.h"

#include "cardio/apdu/cla.h"

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

namespace ins {
constexpr std::uint8_t kDeactivate = 0x04;
constexpr std::uint8_t kTerminalProfile = 0x10;
constexpr std::uint8_t kIncrease = 0x32;
constexpr std::uint8_t kActivate = 0x44;
constexpr std::uint8_t kManageChannel = 0x70;
constexpr std::uint8_t kGetChallenge = 0x84;
constexpr std::uint8_t kSelect = 0xA4;
constexpr std::uint8_t kSearchRecord = 0xA2;
constexpr std::uint8_t kTerminalCapability = 0xAA;
constexpr std::uint8_t kReadBinary = 0xB0;
constexpr std::uint8_t kReadBinaryOdd = 0xB1;
constexpr std::uint8_t kReadRecord = 0xB2;
constexpr std::uint8_t kRetrieveData = 0xCB;
constexpr std::uint8_t kResize = 0xD4;
constexpr std::uint8_t kUpdateBinary = 0xD6;
constexpr std::uint8_t kUpdateBinaryOdd = 0xD7;
constexpr std::uint8_t kSetData = 0xDB;
constexpr std::uint8_t kUpdateRecord = 0xDC;
constexpr std::uint8_t kCreate = 0xE0;
constexpr std::uint8_t kDelete = 0xE4;
constexpr std::uint8_t kTerminateDf = 0xE6;
constexpr std::uint8_t kTerminateEf = 0xE8;
constexpr std::uint8_t kTerminateCard = 0xFE;
constexpr std::uint8_t kStatus = 0xF2;
} // namespace ins

/// Known in that class.
bool isKnown(std::uint8_t ins, bool proprietary)
{
    static constexpr std::array kProprietary{ins::kStatus, ins::kRetrieveData, ins::kSetData, ins::kIncrease,
        ins::kResize, ins::kTerminalProfile, ins::kTerminalCapability};
    static constexpr std::array kInterindustry{ins::kManageChannel, ins::kSelect, ins::kReadBinary, ins::kReadBinaryOdd,
        ins::kUpdateBinary, ins::kUpdateBinaryOdd, ins::kReadRecord, ins::kUpdateRecord, ins::kSearchRecord,
        ins::kGetChallenge, ins::kCreate, ins::kDelete, ins::kActivate, ins::kDeactivate, ins::kTerminateEf,
        ins::kTerminateDf, ins::kTerminateCard};
    if (proprietary)
        return std::ranges::find(kProprietary, ins) != kProprietary.end();
    return PinStore::knows(ins) || std::ranges::find(kInterindustry, ins) != kInterindustry.end();
}

/// Why there is no such command; SELECT and MANAGE CHANNEL are answered before in their class.
StatusWord unknown(const CommandApdu& command)
{
    return isKnown(command.ins, !isProprietary(command.cla)) ? StatusWord::ClaUnsupported : StatusWord::InsUnsupported;
}

/// Their data may be longer than a command of short length.
bool comesInChains(std::uint8_t ins)
{
    static constexpr std::array kLong{
        ins::kUpdateBinary, ins::kUpdateBinaryOdd, ins::kUpdateRecord, ins::kSetData, ins::kCreate, ins::kResize};
    return std::ranges::find(kLong, ins) != kLong.end();
}

} // namespace

ResponseApdu FileCommands::run(const CommandApdu& command)
{
    ResponseApdu answer = isProprietary(command.cla) ? proprietary(command) : interindustry(command);
    if (answer.sw != StatusWord::InsUnsupported)
        return answer;
    return {{}, unknown(command)};
}

StatusWord FileCommands::answerToLink(const CommandApdu& command)
{
    if (!isKnown(command.ins, isProprietary(command.cla)))
        return unknown(command);
    return comesInChains(command.ins) ? StatusWord::Ok : StatusWord::ChainingUnsupported;
}

ResponseApdu FileCommands::interindustry(const CommandApdu& command)
{
    if (PinStore::knows(command.ins))
        return m_pins->run(command);
    switch (command.ins) {
    case ins::kReadBinary:
        return readBinary(command);
    case ins::kReadBinaryOdd:
        return readBinaryOdd(command);
    case ins::kUpdateBinary:
        return updateBinary(command);
    case ins::kUpdateBinaryOdd:
        return updateBinaryOdd(command);
    case ins::kReadRecord:
        return readRecord(command);
    case ins::kUpdateRecord:
        return updateRecord(command);
    case ins::kSearchRecord:
        return searchRecord(command);
    case ins::kGetChallenge:
        return challenge(command);
    case ins::kCreate:
        return createFile(command);
    case ins::kDelete:
        return deleteFile(command);
    case ins::kActivate:
        return setLifeCycle(command, LifeCycle::Activated, FileAccess::Activate);
    case ins::kDeactivate:
        return setLifeCycle(command, LifeCycle::Deactivated, FileAccess::Deactivate);
    case ins::kTerminateEf:
        return setLifeCycle(command, LifeCycle::Terminated, FileAccess::Terminate);
    case ins::kTerminateDf:
        return terminateDirectory(command);
    case ins::kTerminateCard:
        return terminateCard(command);
    default:
        return {{}, StatusWord::InsUnsupported};
    }
}

ResponseApdu FileCommands::proprietary(const CommandApdu& command)
{
    switch (command.ins) {
    case ins::kStatus:
        return status(command);
    case ins::kRetrieveData:
        return retrieveData(command);
    case ins::kSetData:
        return setData(command);
    case ins::kIncrease:
        return increase(command);
    case ins::kResize:
        return resizeFile(command);
    case ins::kTerminalProfile:
    case ins::kTerminalCapability:
        return {}; // there is no toolkit to adapt
    default:
        return {{}, StatusWord::InsUnsupported};
    }
}

ResponseApdu FileCommands::challenge(const CommandApdu& command)
{
    if (command.p1 != 0 || command.p2 != 0)
        return {{}, StatusWord::WrongP1P2};
    if (!command.le || !command.data.empty())
        return {{}, StatusWord::WrongLength};
    constexpr std::size_t kLongest = 256;
    Bytes bytes(std::min(*command.le, kLongest));
    if (!(*m_random)(bytes))
        return {{}, StatusWord::NoDiagnosis};
    return {std::move(bytes), StatusWord::Ok};
}

FileCommands::Target FileCommands::current(std::uint8_t shortId)
{
    const UiccFile* file =
        shortId == 0 ? m_files->find(m_selection->file) : m_files->byShortId(m_selection->directory, shortId);
    if (file == nullptr)
        return tl::unexpected(shortId == 0 ? StatusWord::NoCurrentFile : StatusWord::FileNotFound);
    if (shortId != 0 && file->id != m_selection->file)
        makeCurrent(*file);
    return file;
}

FileCommands::Target FileCommands::currentOf(CardFileKind kind, std::uint8_t shortId)
{
    const Target file = current(shortId);
    if (!file)
        return file;
    if ((*file)->control.kind != kind)
        return tl::unexpected(StatusWord::IncompatibleFile);
    if ((*file)->control.lifeCycle == LifeCycle::Deactivated || m_files->isTerminated(**file))
        return tl::unexpected(StatusWord::ConditionsNotSatisfied);
    return file;
}

bool FileCommands::mayUse(const UiccFile& file, FileAccess access) const
{
    return isSatisfied(
        conditionFor(m_files->rules(file), access), [this](KeyReference key) { return m_pins->isVerified(key); });
}

bool FileCommands::mayUse(const UiccFile& file, std::uint8_t ins) const
{
    return isSatisfied(
        conditionFor(m_files->rules(file), ins), [this](KeyReference key) { return m_pins->isVerified(key); });
}

} // namespace dmsc
