// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/scp03_card.h"
#include "cardio/uicc/pin_store.h"
#include "cardio/uicc/uicc_files.h"

#include <optional>

namespace dmsc {

/// What is selected on one logical channel, and a BER-TLV object under way (ETSI TS 102 221 8.4, 11.3).
struct FileSelection
{
    /// A data object that is read or written in blocks. A new selection ends it.
    struct Transfer
    {
        FileId file = FileId::None;
        Bytes object; ///< tag, length and value; what has come of them
        std::size_t at = 0; ///< read: where the next block begins
        std::size_t last = 0; ///< where the last block began
    };

    FileId directory = FileId::Mf;
    FileId application = FileId::None; ///< what 7FFF means
    FileId file = FileId::None; ///< the current EF
    std::uint32_t record = 0; ///< the current record, 0: none
    std::optional<Transfer> reading;
    std::optional<Transfer> writing;
};

/// The file system's commands on one logical channel. Made for each command; what lasts is in the files, the PINs and
/// the selection.
class FileCommands
{
public:
    FileCommands(UiccFiles& files, PinStore& pins, FileSelection& selection, const RandomSource& random)
        : m_files(&files)
        , m_pins(&pins)
        , m_selection(&selection)
        , m_random(&random)
    {
    }

    [[nodiscard]] ResponseApdu run(const CommandApdu& command);
    /// What is to be said to a link of a chain at once: 9000, 6884 where the command comes in no chains, 6D00 or 6E00
    /// where there is none such.
    [[nodiscard]] static StatusWord answerToLink(const CommandApdu& command);

    /// SELECT but by name: P1 00 file id, 01 child DF, 02 EF of the current DF, 03 parent, 08 path from the MF, 09 path
    /// from the current DF.
    [[nodiscard]] ResponseApdu select(const CommandApdu& command);
    /// The directory with that AID.
    [[nodiscard]] ResponseApdu selectApplication(const Bytes& aid, const CommandApdu& command);

private:
    using Target = CardResult<const UiccFile*>;

    // file_select.cpp
    [[nodiscard]] Target resolve(const CommandApdu& command);
    [[nodiscard]] const UiccFile* byNumber(std::uint16_t number);
    [[nodiscard]] Target byPath(ByteView path, bool fromMf) const;
    [[nodiscard]] ResponseApdu enter(const UiccFile& file, const CommandApdu& command);
    [[nodiscard]] Fcp parameters(const UiccFile& file) const;
    [[nodiscard]] ResponseApdu status(const CommandApdu& command);
    void makeCurrent(const UiccFile& file);

    // file_commands.cpp
    [[nodiscard]] ResponseApdu interindustry(const CommandApdu& command);
    [[nodiscard]] ResponseApdu proprietary(const CommandApdu& command);
    [[nodiscard]] ResponseApdu challenge(const CommandApdu& command);
    /// The current EF, or the one with that short id, which becomes current; active and of that kind.
    [[nodiscard]] Target current(std::uint8_t shortId = 0);
    [[nodiscard]] Target currentOf(CardFileKind kind, std::uint8_t shortId = 0);
    [[nodiscard]] bool mayUse(const UiccFile& file, FileAccess access) const;
    [[nodiscard]] bool mayUse(const UiccFile& file, std::uint8_t ins) const;

    // binary_commands.cpp
    [[nodiscard]] ResponseApdu readBinary(const CommandApdu& command);
    [[nodiscard]] ResponseApdu updateBinary(const CommandApdu& command);
    [[nodiscard]] ResponseApdu readBinaryOdd(const CommandApdu& command);
    [[nodiscard]] ResponseApdu updateBinaryOdd(const CommandApdu& command);
    [[nodiscard]] Target binaryTarget(const CommandApdu& command, std::size_t& offset);
    [[nodiscard]] Target oddTarget(const CommandApdu& command);
    [[nodiscard]] StatusWord write(const UiccFile& file, std::size_t offset, ByteView data);

    // record_commands.cpp
    [[nodiscard]] ResponseApdu readRecord(const CommandApdu& command);
    [[nodiscard]] ResponseApdu updateRecord(const CommandApdu& command);
    [[nodiscard]] ResponseApdu searchRecord(const CommandApdu& command);
    [[nodiscard]] ResponseApdu increase(const CommandApdu& command);
    [[nodiscard]] Target recordFile(const CommandApdu& command);
    [[nodiscard]] CardResult<std::uint32_t> recordNumber(const UiccFile& file, const CommandApdu& command) const;
    [[nodiscard]] StatusWord pushRecord(const UiccFile& file, ByteView record);

    // object_commands.cpp
    [[nodiscard]] ResponseApdu retrieveData(const CommandApdu& command);
    [[nodiscard]] ResponseApdu retrieveFirst(const CommandApdu& command);
    [[nodiscard]] ResponseApdu retrieveBlock(const CommandApdu& command);
    [[nodiscard]] ResponseApdu setData(const CommandApdu& command);
    [[nodiscard]] ResponseApdu setFirst(const CommandApdu& command);
    [[nodiscard]] ResponseApdu setBlock();
    [[nodiscard]] ResponseApdu putObject(const UiccFile& file, ByteView object);

    // admin_commands.cpp
    [[nodiscard]] Target namedBy(const CommandApdu& command, FileId current) const;
    [[nodiscard]] ResponseApdu createFile(const CommandApdu& command);
    [[nodiscard]] ResponseApdu deleteFile(const CommandApdu& command);
    [[nodiscard]] ResponseApdu resizeFile(const CommandApdu& command);
    [[nodiscard]] ResponseApdu resizeDirectory(const UiccFile& file, const Fcp& wanted);
    [[nodiscard]] ResponseApdu resizeObjects(const UiccFile& file, const Fcp& wanted);
    [[nodiscard]] ResponseApdu setLifeCycle(const CommandApdu& command, LifeCycle state, FileAccess access);
    [[nodiscard]] ResponseApdu terminateDirectory(const CommandApdu& command);
    [[nodiscard]] ResponseApdu terminateCard(const CommandApdu& command);
    [[nodiscard]] ResponseApdu changeLifeCycle(const UiccFile& file, LifeCycle state, FileAccess access);

    UiccFiles* m_files;
    PinStore* m_pins;
    FileSelection* m_selection;
    const RandomSource* m_random;
};

} // namespace dmsc
