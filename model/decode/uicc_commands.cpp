// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_decoder.h"
#include "model/decode/decode_authenticate.h"
#include "model/decode/decode_dmsc.h"
#include "model/decode/decode_uicc.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr Named kSelectBy[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "by file identifier")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "child DF")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "EF of the current DF")},
    {0x03, QT_TRANSLATE_NOOP("Decode", "parent DF")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "by AID")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "by path from the MF")},
    {0x09, QT_TRANSLATE_NOOP("Decode", "by path from the current DF")},
};
constexpr Named kSelectAnswers[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "FCI")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "FCP")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "FMD")},
    {0x0C, QT_TRANSLATE_NOOP("Decode", "no data")},
};
constexpr Named kOccurrences[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "first or only")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "last")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "next")},
    {0x03, QT_TRANSLATE_NOOP("Decode", "previous")},
};

void selectParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    const std::uint8_t second = command.second();
    const QString answer = nameIn(kSelectAnswers, second & 0x0C);
    const QString occurrence = nameIn(kOccurrences, second & 0x03);
    p1.value = hexAnd(command.p1, nameIn(kSelectBy, command.first()));
    p2.value = hexAnd(command.p2, answer + QStringLiteral(", ") + occurrence);
    p2.children.push_back(
        bitsOf(command.p2, 0x60, inWords(QT_TRANSLATE_NOOP("Decode", "Session")), QString::number(second >> 5 & 3)));
    p2.children.push_back(bitsOf(command.p2, 0x0C, inWords(QT_TRANSLATE_NOOP("Decode", "Answer")), answer));
    p2.children.push_back(bitsOf(command.p2, 0x03, inWords(QT_TRANSLATE_NOOP("Decode", "Occurrence")), occurrence));
}

void selectData(const ApduCommand& command, const Window& data, Field& field)
{
    switch (command.first()) {
    case 0x04:
        describe::asAid(data, field);
        return;
    case 0x08:
    case 0x09:
        describe::asPath(data, field);
        return;
    default:
        describe::asFileId(data, field);
    }
}

void selectAnswer(const ApduCommand&, const Window& data, Field& field)
{
    addTlv(data, isDmscFci(data) ? kDmscFciTags : kCommonTags, field);
}

/// The offset in P1 and P2, or an SFI in P1 and an offset in P2 (TS 102 221 11.1.3).
void binaryParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    if ((command.first() & 0x80) != 0) {
        const QString sfi = QString::number(command.first() & 0x1F);
        p1.value = hexAnd(command.p1, QStringLiteral("SFI ") + sfi);
        p1.children.push_back(flagOf(command.p1, 0x80, QStringLiteral("SFI")));
        p1.children.push_back(
            bitsOf(command.p1, 0x1F, inWords(QT_TRANSLATE_NOOP("Decode", "Short file identifier")), sfi));
        p2.value = hexAnd(command.p2, inWords(QT_TRANSLATE_NOOP("Decode", "offset %1")).arg(command.second()));
        return;
    }
    if ((command.ins & 1) != 0) {
        p1.value =
            hexAnd(command.p1, inWords(QT_TRANSLATE_NOOP("Decode", "file in P1 and P2, 0000 is the current EF")));
        return;
    }
    p1.value = hexAnd(command.p1, inWords(QT_TRANSLATE_NOOP("Decode", "offset %1")).arg(command.parameters()));
    p2.value = hexAnd(command.p2, inWords(QT_TRANSLATE_NOOP("Decode", "low byte of the offset")));
}

constexpr Named kRecordModes[] = {
    {2, QT_TRANSLATE_NOOP("Decode", "next record")},
    {3, QT_TRANSLATE_NOOP("Decode", "previous record")},
    {4, QT_TRANSLATE_NOOP("Decode", "the record of P1, 0 is the current one")},
};
constexpr Named kSearchModes[] = {
    {4, QT_TRANSLATE_NOOP("Decode", "forward from the record of P1")},
    {5, QT_TRANSLATE_NOOP("Decode", "backward from the record of P1")},
    {6, QT_TRANSLATE_NOOP("Decode", "enhanced search")},
    {7, QT_TRANSLATE_NOOP("Decode", "proprietary search")},
};

void addRecordParameters(const ApduCommand& command, std::span<const Named> modes, Field& p1, Field& p2)
{
    const int sfi = command.second() >> 3;
    const QString mode = nameIn(modes, command.second() & 0x07);
    const QString file =
        sfi == 0 ? inWords(QT_TRANSLATE_NOOP("Decode", "current EF")) : QStringLiteral("SFI %1").arg(sfi);
    p1.value = hexAnd(command.p1, inWords(QT_TRANSLATE_NOOP("Decode", "record %1")).arg(command.first()));
    p2.value = hexAnd(command.p2, file + QStringLiteral(", ") + mode);
    p2.children.push_back(bitsOf(command.p2, 0xF8, inWords(QT_TRANSLATE_NOOP("Decode", "File")), file));
    p2.children.push_back(bitsOf(command.p2, 0x07, inWords(QT_TRANSLATE_NOOP("Decode", "Mode")), mode));
}

void recordParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    addRecordParameters(command, kRecordModes, p1, p2);
}

void searchParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    addRecordParameters(command, kSearchModes, p1, p2);
}

void searchAnswer(const ApduCommand&, const Window& data, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "records %1")).arg(hexText(data.bytes));
}

/// P2: a reference of TS 102 221 9.5.1, below bit 8 that tells local from global.
void pinParameters(const ApduCommand& command, Field&, Field& p2)
{
    const std::uint8_t reference = command.second();
    const bool local = (reference & 0x80) != 0;
    p2.value = hexAnd(command.p2, keyReferenceName(reference));
    p2.children.push_back(bitsOf(command.p2, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "Scope")),
        inWords(
            local ? QT_TRANSLATE_NOOP("Decode", "local to the application") : QT_TRANSLATE_NOOP("Decode", "global"))));
    p2.children.push_back(
        bitsOf(command.p2, 0x1F, inWords(QT_TRANSLATE_NOOP("Decode", "Reference")), QString::number(reference & 0x1F)));
}

void addPin(const Window& pin, const char* name, Field& field)
{
    QByteArrayView digits = pin.bytes;
    while (!digits.isEmpty() && digits.back() == '\xFF') {
        digits.chop(1);
    }
    field.children.push_back(fieldOf(pin, inWords(name), plainText(digits)));
}

/// One or two values of eight bytes, filled up with FF.
void pinData(const ApduCommand& command, const Window& data, Field& field)
{
    constexpr qsizetype kSize = 8;
    constexpr std::uint8_t kUnblock = 0x2C;
    const bool unblock = command.ins == kUnblock;
    if (data.size() != 2 * kSize) {
        addPin(data, QT_TRANSLATE_NOOP("Decode", "PIN"), field);
        return;
    }
    addPin(data.first(kSize),
        unblock ? QT_TRANSLATE_NOOP("Decode", "Unblocking PIN") : QT_TRANSLATE_NOOP("Decode", "Old PIN"), field);
    addPin(data.from(kSize), QT_TRANSLATE_NOOP("Decode", "New PIN"), field);
}

void channelParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    const bool close = command.first() == 0x80;
    p1.value =
        hexAnd(command.p1, inWords(close ? QT_TRANSLATE_NOOP("Decode", "close") : QT_TRANSLATE_NOOP("Decode", "open")));
    p2.value = hexAnd(command.p2,
        !close && command.second() == 0 ? inWords(QT_TRANSLATE_NOOP("Decode", "the card chooses the channel"))
                                        : inWords(QT_TRANSLATE_NOOP("Decode", "channel %1")).arg(command.second()));
}

void channelAnswer(const ApduCommand&, const Window& data, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "channel %1")).arg(data.number());
}

constexpr Named kStatusP1[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "no indication")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "application is initialised in the terminal")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "terminal is about to end the application")},
};
constexpr Named kStatusP2[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "as for SELECT")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "DF name of the current application")},
    {0x0C, QT_TRANSLATE_NOOP("Decode", "no data")},
};

constexpr Named kBlocks[] = {
    {0x80, QT_TRANSLATE_NOOP("Decode", "first block")},
    {0x00, QT_TRANSLATE_NOOP("Decode", "next block")},
    {0x40, QT_TRANSLATE_NOOP("Decode", "the block before once more")},
};

/// RETRIEVE DATA, SET DATA (TS 102 221 11.3).
void objectParameters(const ApduCommand& command, Field&, Field& p2)
{
    const int sfi = command.second() & 0x1F;
    const QString block = nameIn(kBlocks, command.second() & 0xC0);
    const QString file =
        sfi == 0 ? inWords(QT_TRANSLATE_NOOP("Decode", "current EF")) : QStringLiteral("SFI %1").arg(sfi);
    p2.value = hexAnd(command.p2, block + QStringLiteral(", ") + file);
    p2.children.push_back(bitsOf(command.p2, 0xC0, inWords(QT_TRANSLATE_NOOP("Decode", "Block")), block));
    p2.children.push_back(bitsOf(command.p2, 0x1F, inWords(QT_TRANSLATE_NOOP("Decode", "File")), file));
}

void objectData(const ApduCommand& command, const Window& data, Field& field)
{
    constexpr std::uint8_t kListOfTags = 0x5C;
    const bool first = (command.second() & 0xC0) == 0x80;
    if (first && data.size() == 1 && data.at(0) == kListOfTags) {
        field.value = inWords(QT_TRANSLATE_NOOP("Decode", "list of the tags in the file"));
    } else if (first && data.size() <= 3) {
        field.value = inWords(QT_TRANSLATE_NOOP("Decode", "tag %1")).arg(hexText(data.bytes));
    } else {
        addContent(data, field);
    }
}

void fcpData(const ApduCommand&, const Window& data, Field& field)
{
    addTlv(data, kCommonTags, field);
}

void fileData(const ApduCommand&, const Window& data, Field& field)
{
    describe::asFileId(data, field);
}

void challenge(const ApduCommand&, const Window& data, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "challenge %1")).arg(hexText(data.bytes));
}

void searchData(const ApduCommand&, const Window& data, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "search for %1")).arg(plainText(data.bytes));
}

void anyContent(const ApduCommand&, const Window& data, Field& field)
{
    addContent(data, field);
}

/// STATUS of TS 102 221 and GET STATUS of GlobalPlatform share the instruction; P1 tells.
bool isGlobalPlatformStatus(const ApduCommand& command)
{
    return command.first() >= 0x10;
}

void statusParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    if (isGlobalPlatformStatus(command)) {
        static constexpr Named kParts[] = {
            {0x80, QT_TRANSLATE_NOOP("Decode", "issuer security domain")},
            {0x40, QT_TRANSLATE_NOOP("Decode", "applications and security domains")},
            {0x20, QT_TRANSLATE_NOOP("Decode", "executable load files")},
            {0x10, QT_TRANSLATE_NOOP("Decode", "executable load files and modules")},
        };
        static constexpr Named kForms[] = {
            {0x02, QT_TRANSLATE_NOOP("Decode", "answer as TLV")},
            {0x01, QT_TRANSLATE_NOOP("Decode", "next part")},
        };
        p1.value = hexAnd(command.p1, nameIn(kParts, command.first()));
        addFlags(command.p2, kForms, p2);
        return;
    }
    p1.value = hexAnd(command.p1, nameIn(kStatusP1, command.first()));
    p2.value = hexAnd(command.p2, nameIn(kStatusP2, command.second()));
}

void capabilityData(const ApduCommand&, const Window& data, Field& field)
{
    static constexpr TagRow kInside[] = {
        {0x80, "Terminal power supply", describe::asHex},
        {0x81, "Extended logical channels terminal support"},
        {0x82, "Additional interfaces support", describe::asHex},
        {0x83, "Additional terminal capability indications related to eUICC", describe::asHex},
    };
    static constexpr TagTable kInsideTable{kInside};
    static constexpr TagRow kOutside[] = {{0xA9, "Terminal capability", nullptr, &kInsideTable}};
    static constexpr TagTable kTable{kOutside};
    addTlv(data, kTable, field);
}

constexpr ApduDecoder kUiccDecoders[] = {
    {0x04, apdu_class::kInterindustry, nullptr, fileData, nullptr},
    {0x20, apdu_class::kInterindustry, pinParameters, pinData, nullptr},
    {0x24, apdu_class::kInterindustry, pinParameters, pinData, nullptr},
    {0x26, apdu_class::kInterindustry, pinParameters, pinData, nullptr},
    {0x28, apdu_class::kInterindustry, pinParameters, pinData, nullptr},
    {0x2C, apdu_class::kInterindustry, pinParameters, pinData, nullptr},
    {0x44, apdu_class::kInterindustry, nullptr, fileData, nullptr},
    {0x70, apdu_class::kInterindustry, channelParameters, nullptr, channelAnswer},
    {0x84, apdu_class::kInterindustry, nullptr, nullptr, challenge},
    {0x88, apdu_class::kInterindustry, authenticateParameters, authenticateData, authenticateAnswer},
    {0x89, apdu_class::kInterindustry, authenticateParameters, nullptr, nullptr},
    {0xA2, apdu_class::kInterindustry, searchParameters, searchData, searchAnswer},
    {0xA4, apdu_class::kAny, selectParameters, selectData, selectAnswer},
    {0xAA, apdu_class::kProprietary, nullptr, capabilityData, nullptr},
    {0xB0, apdu_class::kInterindustry, binaryParameters, nullptr, anyContent},
    {0xB1, apdu_class::kInterindustry, binaryParameters, nullptr, nullptr},
    {0xB2, apdu_class::kInterindustry, recordParameters, nullptr, anyContent},
    {0xCB, apdu_class::kProprietary, objectParameters, objectData, anyContent},
    {0xD4, apdu_class::kProprietary, nullptr, fcpData, nullptr},
    {0xD6, apdu_class::kInterindustry, binaryParameters, anyContent, nullptr},
    {0xD7, apdu_class::kInterindustry, binaryParameters, nullptr, nullptr},
    {0xDB, apdu_class::kProprietary, objectParameters, objectData, nullptr},
    {0xDC, apdu_class::kInterindustry, recordParameters, anyContent, nullptr},
    {0xE0, apdu_class::kInterindustry, nullptr, fcpData, nullptr},
    {0xE4, apdu_class::kInterindustry, nullptr, fileData, nullptr},
    {0xE6, apdu_class::kInterindustry, nullptr, fileData, nullptr},
    {0xE8, apdu_class::kInterindustry, nullptr, fileData, nullptr},
    {0xF2, apdu_class::kProprietary, statusParameters, nullptr, nullptr},
};

} // namespace

std::span<const ApduDecoder> uiccDecoders()
{
    return kUiccDecoders;
}

} // namespace dmsc
