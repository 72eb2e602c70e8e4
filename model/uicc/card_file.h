// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

/// What hangs in a UICC's file tree (ETSI TS 102 221 8.2; ISO/IEC 7816-4 7.4). An Application answers SELECT by AID
/// but has no files that we could read.
enum class CardFileKind : std::uint8_t { Mf, Df, Adf, Transparent, LinearFixed, Cyclic, BerTlv, Application };

/// Who may do what, in words: "read": "PIN 1 verified".
struct CardAccessRule
{
    QString operation;
    QString condition;
    friend bool operator==(const CardAccessRule&, const CardAccessRule&) = default;
};

/// One file of a card as it was found, by value. Sizes are bytes.
struct CardFile
{
    int parent = -1; ///< index in CardFileTree::files, -1 for the MF
    CardFileKind kind = CardFileKind::Transparent;
    QString path; ///< unique: "3F00/7F10/6F3A", "A0000000871002.../6FE8" below an application
    QString id; ///< "6FE8", or the AID of an application
    QString name; ///< "EF_NASCONFIG", "ADF.USIM"; the id where we know no name
    QString description; ///< "NAS configuration (TS 24.368)", empty where unknown
    std::optional<std::uint64_t> size; ///< FCP 80: of the content; a BER-TLV file's: used by its objects
    std::optional<std::uint64_t> totalSize; ///< FCP 81
    std::optional<std::uint64_t> freeMemory; ///< FCP A5/83
    std::optional<std::uint64_t> maximumSize; ///< FCP A5/86, BER-TLV
    std::uint32_t recordLength = 0;
    std::uint32_t recordCount = 0;
    QString shortId; ///< SFI in hex, empty where there is none
    QString lifeCycle; ///< "active", "deactivated", ...
    std::vector<CardAccessRule> access; ///< from EF.ARR or the FCP itself
    QByteArray fcp; ///< as the card gave it
    QString moType; ///< URN of the MO that it carries, empty for other files
    std::vector<QString> findings; ///< "announced by UST service 96 but not there", ...
    friend bool operator==(const CardFile&, const CardFile&) = default;
};

/// A key that VERIFY knows (ETSI TS 102 221 9.5.1: 01 PIN 1, 0A ADM 1, 81 second PIN 1) and how it stands.
struct CardPin
{
    std::uint8_t reference = 0;
    QString name; ///< "PIN 1", "ADM 1"
    bool verified = false;
    bool enabled = true;
    std::optional<int> triesLeft; ///< none where the card does not say
    std::optional<int> unblockTriesLeft =
        std::nullopt; ///< of its PUK; none until the card was asked, or where it does not say
    friend bool operator==(const CardPin&, const CardPin&) = default;
};

/// What came of changing or unblocking a key.
struct CardPinChange
{
    CardPin pin; ///< as it stands now
    bool done = false; ///< false: what was to prove it was wrong
};

/// Parents stand before their children.
struct CardFileTree
{
    std::vector<CardFile> files;
    std::vector<CardPin> pins;
    std::optional<std::uint64_t> freeMemory; ///< non-volatile, GET DATA FF21
    friend bool operator==(const CardFileTree&, const CardFileTree&) = default;
};

/// The content of one file: one part for a transparent file, one per record, one per data object of a BER-TLV file.
struct CardFilePart
{
    QString label; ///< empty, "record 1", "tag 81"
    std::uint32_t number = 0; ///< record number from 1, or the tag
    QByteArray bytes;
    friend bool operator==(const CardFilePart&, const CardFilePart&) = default;
};
struct CardFileContent
{
    QString path;
    std::vector<CardFilePart> parts;
};

/// What is about to be written to one part of one file: shown before anything is sent.
struct CardFileWrite
{
    QString path;
    QString name; ///< of the file
    CardFilePart part; ///< label, number and the new bytes
    QByteArray before; ///< what stands there now
    std::vector<QString> apdus; ///< hex of each command, in order
    std::uint8_t pin = 0; ///< reference of the key that must be verified first, 0 = none
};

} // namespace dmsc
