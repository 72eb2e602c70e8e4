// SPDX-License-Identifier: Apache-2.0
#include "model/decode/file_commands.h"

#include "model/decode/apdu_frame.h"

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

using Unit = FileCommand::Unit;
using Use = FileCommand::Use;

constexpr std::uint16_t kSfiMask = 0x1F;

struct FileInstruction
{
    std::uint8_t ins;
    Unit unit;
    Use use;
};

constexpr FileInstruction kFileInstructions[] = {
    {0xA0, Unit::Octets, Use::Searches}, // SEARCH BINARY
    {0xA1, Unit::Octets, Use::Searches}, {0xA2, Unit::Records, Use::Searches}, // SEARCH RECORD, SEEK of a SIM
    {0xB0, Unit::Octets, Use::Reads}, // READ BINARY
    {0xB1, Unit::Octets, Use::Reads}, {0xB2, Unit::Records, Use::Reads}, // READ RECORD
    {0xB3, Unit::Records, Use::Reads}, {0xD0, Unit::Octets, Use::Writes}, // WRITE BINARY
    {0xD1, Unit::Octets, Use::Writes}, {0xD2, Unit::Records, Use::Writes}, // WRITE RECORD
    {0xD6, Unit::Octets, Use::Writes}, // UPDATE BINARY
    {0xD7, Unit::Octets, Use::Writes}, {0xDC, Unit::Records, Use::Writes}, // UPDATE RECORD
    {0xDD, Unit::Records, Use::Writes}, {0xE2, Unit::Records, Use::Writes}, // APPEND RECORD
};

constexpr FileInstruction kObjectInstructions[] = {
    {0xCB, Unit::Objects, Use::Reads}, // RETRIEVE DATA
    {0xDB, Unit::Objects, Use::Writes}, // SET DATA
};

/// SIMs use A0 for what others do in an interindustry class. The class of the others is their own, but a few read
/// transparent files in it.
std::optional<FileInstruction> instructionOf(std::uint8_t cla, std::uint8_t ins)
{
    constexpr std::uint8_t kSimClass = 0xA0;
    const auto of = [ins](const auto& list) -> std::optional<FileInstruction> {
        const auto found = std::ranges::find(list, ins, &FileInstruction::ins);
        return found == std::end(list) ? std::nullopt : std::optional(*found);
    };
    if ((cla & 0x80) == 0 || cla == kSimClass) {
        return of(kFileInstructions);
    }
    return ins == 0xB0 || ins == 0xD6 ? of(kFileInstructions) : of(kObjectInstructions);
}

/// How P1 and P2 name the file.
std::uint16_t fileNamedBy(const FileCommand& command, std::uint8_t p1, std::uint8_t p2)
{
    switch (command.unit) {
    case Unit::Octets:
        if (command.inObjects) {
            return static_cast<std::uint16_t>(p1 << 8 | p2);
        }
        return (p1 & 0x80) != 0 ? p1 & kSfiMask : 0;
    case Unit::Records:
        return static_cast<std::uint16_t>(p2 >> 3);
    case Unit::Objects:
        return p2 & kSfiMask;
    }
    return 0;
}

} // namespace

std::optional<FileCommand> fileCommandOf(QByteArrayView command)
{
    const std::uint8_t ins = byteOrZero(command, 1);
    const auto found = instructionOf(byteOrZero(command, 0), ins);
    if (!found) {
        return std::nullopt;
    }
    FileCommand result{found->unit, found->use, found->unit != Unit::Objects && (ins & 1) != 0, 0};
    result.file = fileNamedBy(result, byteOrZero(command, 2), byteOrZero(command, 3));
    // Means the current one, too.
    result.file = result.file == kSfiMask ? 0 : result.file;
    return result;
}

std::uint8_t logicalChannel(std::uint8_t cla)
{
    constexpr std::uint8_t kFurther = 0x40;
    constexpr std::uint8_t kFirstFurther = 4;
    return static_cast<std::uint8_t>((cla & kFurther) != 0 ? kFirstFurther + (cla & 0x0F) : cla & 0x03);
}

bool isDone(QByteArrayView response)
{
    constexpr std::uint8_t kDone[] = {0x61, 0x62, 0x63, 0x90, 0x91, 0x92, 0x9E, 0x9F};
    return response.size() < 2
        || std::ranges::find(kDone, byteOrZero(response, response.size() - 2)) != std::end(kDone);
}

} // namespace dmsc
