// SPDX-License-Identifier: Apache-2.0
#include "model/decode/key_files.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/file_commands.h"

#include <QByteArray>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kManageChannel = 0x70;
constexpr std::uint8_t kClosed = 0x80; ///< P1 of MANAGE CHANNEL

std::uint16_t pairOf(QByteArrayView bytes, qsizetype at)
{
    return static_cast<std::uint16_t>(byteOrZero(bytes, at) << 8 | byteOrZero(bytes, at + 1));
}

QByteArrayView bodyOf(QByteArrayView command)
{
    const auto body = apduBody(command);
    return body ? command.sliced(body->dataAt(), body->lc) : QByteArrayView{};
}

} // namespace

struct KeyFiles::KeyFile
{
    Folder folder;
    std::uint16_t id;
    std::uint8_t sfi; ///< 0: has none
};

constexpr KeyFiles::KeyFile KeyFiles::kKeyFiles[] = {
    {Folder::UsimOrGsm, 0x6F08, 0x08}, // EF.Keys: CK, IK
    {Folder::UsimOrGsm, 0x6F09, 0x09}, // EF.KeysPS
    {Folder::UsimOrGsm, 0x6F20, 0}, // EF.Kc
    {Folder::UsimOrGsm, 0x6F2C, 0}, // EF.DCK: what unlocks a terminal
    {Folder::UsimOrGsm, 0x6F52, 0}, // EF.KcGPRS
    {Folder::UsimOrGsm, 0x6FC3, 0}, // EF.Hiddenkey
    {Folder::UsimOrGsm, 0x6FE4, 0x18}, // EF.EPSNSC: K_ASME
    {Folder::GsmAccess, 0x4F20, 0x01}, // EF.Kc
    {Folder::GsmAccess, 0x4F52, 0x02}, // EF.KcGPRS
    {Folder::FiveGs, 0x4F03, 0x03}, // EF.5GS3GPPNSC: K_AMF
    {Folder::FiveGs, 0x4F04, 0x04}, // EF.5GSN3GPPNSC
    {Folder::FiveGs, 0x4F05, 0x05}, // EF.5GAUTHKEYS: K_AUSF, K_SEAF
    {Folder::Wlan, 0x4F46, 0x06}, // EF.WRI: master key
};

bool KeyFiles::isKeyFile(Folder folder, std::uint16_t id)
{
    return std::ranges::any_of(kKeyFiles,
        [&](const KeyFile& one) { return one.id == id && (folder == one.folder || folder == Folder::Unknown); });
}

/// Short identifiers are the same everywhere, so that where nothing is known only those of a USIM itself count.
bool KeyFiles::isKeyFileBySfi(Folder folder, std::uint8_t sfi)
{
    const Folder where = folder == Folder::Unknown ? Folder::UsimOrGsm : folder;
    return std::ranges::any_of(kKeyFiles, [&](const KeyFile& one) { return one.folder == where && one.sfi == sfi; });
}

void KeyFiles::step(Place& place, std::uint16_t id)
{
    constexpr std::uint16_t kMasterFile = 0x3F00;
    constexpr std::uint16_t kFirstApplication = 0x7FF0;
    constexpr std::uint16_t kCurrentApplication = 0x7FFF;
    place.isKeyFile = isKeyFile(place.folder, id);
    switch (id) {
    case kMasterFile:
        place.folder = Folder::Other;
        return;
    case kCurrentApplication:
        place.folder = place.application;
        return;
    case 0x7F20: // DF.GSM
        place.folder = Folder::UsimOrGsm;
        return;
    case 0x5F3B:
        place.folder = Folder::GsmAccess;
        return;
    case 0x5F40:
        place.folder = Folder::Wlan;
        return;
    case 0x5FC0:
        place.folder = Folder::FiveGs;
        return;
    default:
        break;
    }
    const int high = id >> 8;
    if (high == 0x7F || high == 0x5F) {
        // Cards give their applications identifiers of their own choice up there.
        place.folder = id >= kFirstApplication ? Folder::Unknown : Folder::Other;
    }
}

void KeyFiles::walk(Place& place, QByteArrayView path)
{
    for (qsizetype at = 0; at + 1 < path.size(); at += 2) {
        step(place, pairOf(path, at));
    }
}

void KeyFiles::selectApplication(Place& place, QByteArrayView aid)
{
    static const QByteArray usim = QByteArray::fromHex("A0000000871002");
    const QByteArrayView name(usim);
    if (aid.startsWith(name)) {
        place.application = Folder::UsimOrGsm;
    } else {
        place.application = name.startsWith(aid) ? Folder::Unknown : Folder::Other;
    }
    place.folder = place.application;
    place.isKeyFile = false;
}

void KeyFiles::goUp(Place& place)
{
    place.folder = place.folder == Folder::UsimOrGsm ? Folder::Other : place.application;
    place.isKeyFile = false;
}

KeyFiles::Place KeyFiles::placeOf(QByteArrayView command) const
{
    const auto found = m_channels.find(logicalChannel(byteOrZero(command, 0)));
    return found == m_channels.end() ? Place{} : found->second;
}

std::optional<bool> KeyFiles::named(QByteArrayView command) const
{
    constexpr std::uint16_t kLastSfi = 0x1E;
    const auto named = fileCommandOf(command);
    if (!named) {
        return std::nullopt;
    }
    const Place place = placeOf(command);
    if (named->file == 0) {
        return place.isKeyFile;
    }
    return named->file <= kLastSfi ? isKeyFileBySfi(place.folder, static_cast<std::uint8_t>(named->file))
                                   : isKeyFile(place.folder, named->file);
}

bool KeyFiles::isContent(QByteArrayView command) const
{
    return named(command).value_or(false);
}

void KeyFiles::select(QByteArrayView command)
{
    constexpr std::uint8_t kTerminate = 0x40;
    const QByteArrayView data = bodyOf(command);
    Place& place = m_channels[logicalChannel(byteOrZero(command, 0))];
    switch (byteOrZero(command, 2)) {
    case 0x03:
        goUp(place);
        return;
    case 0x04:
        selectApplication(place, data);
        if ((byteOrZero(command, 3) & kTerminate) != 0) {
            place.folder = Folder::Other;
        }
        return;
    case 0x08: // from the MF
        place.folder = Folder::Other;
        break;
    default:
        break;
    }
    if (data.isEmpty()) {
        place.folder = Folder::Other;
        place.isKeyFile = false;
    }
    walk(place, data);
}

void KeyFiles::manageChannel(QByteArrayView command, QByteArrayView response)
{
    const std::uint8_t own = logicalChannel(byteOrZero(command, 0));
    const std::uint8_t named = byteOrZero(command, 3);
    if (byteOrZero(command, 2) == kClosed) {
        m_channels.erase(named == 0 ? own : named);
        return;
    }
    const std::uint8_t opened = named == 0 && response.size() > 2 ? byteOrZero(response, 0) : named;
    // A channel that another opened begins where that one is, one of the basic channel with the MF.
    Place begin = placeOf(command);
    if (own == 0) {
        begin = {Folder::Unknown, Folder::Other, false};
    }
    m_channels[opened] = begin;
}

void KeyFiles::follow(QByteArrayView command, QByteArrayView response)
{
    if (!isDone(response)) {
        return;
    }
    const std::uint8_t ins = byteOrZero(command, 1);
    const bool isInterindustry = (byteOrZero(command, 0) & 0x80) == 0;
    if (ins == kSelectFile) {
        select(command);
    } else if (ins == kManageChannel && isInterindustry) {
        manageChannel(command, response);
    } else if (const auto isKey = named(command)) {
        // A short identifier selects.
        m_channels[logicalChannel(byteOrZero(command, 0))].isKeyFile = *isKey;
    }
}

} // namespace dmsc
