// SPDX-License-Identifier: Apache-2.0
#include "model/decode/key_files.h"

#include "model/decode/file_commands.h"

#include <QByteArray>

#include <algorithm>

namespace dmsc {

namespace {

enum class Folder : std::uint8_t { Unknown, UsimOrGsm, GsmAccess, FiveGs, Wlan, Other };

struct KeyFile
{
    Folder folder;
    std::uint16_t id;
    std::uint8_t sfi; ///< 0: has none
};

constexpr KeyFile kKeyFiles[] = {
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

Folder folderOfApplication(QByteArrayView aid)
{
    static const QByteArray usim = QByteArray::fromHex("A0000000871002");
    const QByteArrayView name(usim);
    if (aid.startsWith(name)) {
        return Folder::UsimOrGsm;
    }
    return name.startsWith(aid) ? Folder::Unknown : Folder::Other;
}

Folder folderOf(const SelectedFile& place)
{
    constexpr std::uint16_t kFirstApplication = 0x7FF0;
    if (!place.folders.empty()) {
        switch (const std::uint16_t id = place.folders.back()) {
        case 0x7F20: // DF.GSM
            return Folder::UsimOrGsm;
        case 0x5F3B:
            return Folder::GsmAccess;
        case 0x5F40:
            return Folder::Wlan;
        case 0x5FC0:
            return Folder::FiveGs;
        default:
            // Cards give their applications identifiers of their own choice up there.
            return id >= kFirstApplication ? Folder::Unknown : Folder::Other;
        }
    }
    switch (place.root) {
    case SelectedFile::Root::Application:
        return folderOfApplication(place.aid);
    case SelectedFile::Root::Master:
        return Folder::Other;
    case SelectedFile::Root::Unknown:
        break;
    }
    return Folder::Unknown;
}

bool isKeyFile(const SelectedFile& place)
{
    constexpr std::uint16_t kLastSfi = 0x1E;
    const Folder folder = folderOf(place);
    if (place.file > kLastSfi) {
        return std::ranges::any_of(kKeyFiles, [&](const KeyFile& one) {
            return one.id == place.file && (folder == one.folder || folder == Folder::Unknown);
        });
    }
    // Short identifiers are the same everywhere, so that where nothing is known only those of a USIM itself count.
    const Folder where = folder == Folder::Unknown ? Folder::UsimOrGsm : folder;
    return place.file != 0 && std::ranges::any_of(kKeyFiles, [&](const KeyFile& one) {
        return one.folder == where && one.sfi == place.file;
    });
}

} // namespace

bool KeyFiles::isContent(QByteArrayView command) const
{
    const auto used = fileCommandOf(command) ? m_files.meantBy(command) : std::nullopt;
    return used && isKeyFile(*used);
}

} // namespace dmsc
