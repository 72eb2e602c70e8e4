// SPDX-License-Identifier: Apache-2.0
#include "model/decode/selected_files.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/decode_uicc.h"
#include "model/decode/file_commands.h"

#include <QStringList>

namespace dmsc {

namespace {

constexpr std::uint8_t kManageChannel = 0x70;
constexpr std::uint8_t kCloseChannel = 0x80; ///< P1 of MANAGE CHANNEL
constexpr std::uint8_t kTerminateSession = 0x40; ///< P2 of SELECT
constexpr std::uint16_t kMasterFile = 0x3F00;
constexpr std::uint16_t kPkcs15Folder = 0x5015;
constexpr std::uint16_t kApplicationItself = 0x7FFF;
constexpr std::uint16_t kMaxSfi = 0x1E;

std::uint16_t idAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<std::uint16_t>(byteOrZero(bytes, at) << 8 | byteOrZero(bytes, at + 1));
}

QByteArrayView bodyOf(QByteArrayView command)
{
    const auto body = apduBody(command);
    return body ? command.sliced(body->dataAt(), body->lc) : QByteArrayView{};
}

void goTo(SelectedFile& place, SelectedFile::Root root)
{
    place.root = root;
    place.folders.clear();
    place.file = 0;
}

void goToApplication(SelectedFile& place)
{
    goTo(place, place.aid.isEmpty() ? SelectedFile::Root::Unknown : SelectedFile::Root::Application);
}

/// By the identifier's first byte (TS 102 221 8.6): 7F below the MF, 5F below that.
void step(SelectedFile& place, std::uint16_t id)
{
    const int high = id >> 8;
    if (id == kMasterFile) {
        goTo(place, SelectedFile::Root::Master);
    } else if (id == kApplicationItself) {
        goToApplication(place);
    } else if (high == 0x7F) {
        goTo(place, SelectedFile::Root::Master);
        place.folders.push_back(id);
    } else if (high == 0x5F || id == kPkcs15Folder) {
        place.file = 0;
        if (!place.folders.empty() && place.folders.back() >> 8 == high) {
            place.folders.pop_back(); // one beside it
        }
        place.folders.push_back(id);
    } else {
        place.file = id;
    }
}

void walk(SelectedFile& place, QByteArrayView path)
{
    place.file = 0;
    for (qsizetype at = 0; at + 1 < path.size(); at += 2) {
        step(place, idAt(path, at));
    }
}

void goUp(SelectedFile& place)
{
    place.file = 0;
    if (!place.folders.empty()) {
        place.folders.pop_back();
    } else {
        goTo(place, SelectedFile::Root::Master);
    }
}

SelectedFile selectedFrom(SelectedFile place, QByteArrayView command)
{
    const QByteArrayView data = bodyOf(command);
    switch (byteOrZero(command, 2)) {
    case 0x03:
        goUp(place);
        return place;
    case 0x04:
        place.aid = data.toByteArray();
        goToApplication(place);
        if ((byteOrZero(command, 3) & kTerminateSession) != 0) {
            goTo(place, SelectedFile::Root::Master);
        }
        return place;
    case 0x08: // from the MF
        goTo(place, SelectedFile::Root::Master);
        break;
    default:
        break;
    }
    if (data.isEmpty()) {
        goTo(place, SelectedFile::Root::Master);
    }
    walk(place, data);
    return place;
}

constexpr std::uint16_t kFolderOf5Gs = 0x5FC0;

/// What other folders call otherwise (TS 31.102 4.4.11).
constexpr Named kFilesOf5Gs[] = {
    {0x4F01, "EF.5GS3GPPLOCI"},
    {0x4F02, "EF.5GSN3GPPLOCI"},
    {0x4F03, "EF.5GS3GPPNSC"},
    {0x4F04, "EF.5GSN3GPPNSC"},
    {0x4F05, "EF.5GAUTHKEYS"},
    {0x4F06, "EF.UAC_AIC"},
    {0x4F07, "EF.SUCI_Calc_Info"},
    {0x4F08, "EF.OPL5G"},
    {0x4F09, "EF.SUPI_NAI"},
    {0x4F0A, "EF.Routing_Indicator"},
    {0x4F0B, "EF.URSP"},
};

/// The one of two applications that share identifiers: "EF.IMSI / EF.IST" in a USIM and an ISIM.
QString nameWithin(const QString& names, const QString& application)
{
    const QStringList both = names.split(QStringLiteral(" / "));
    return application == QLatin1String("ISIM") ? both.last() : both.first();
}

QString idText(std::uint16_t id, const QString& application)
{
    if (id <= kMaxSfi) {
        return QStringLiteral("SFI ") + hexDigits(static_cast<std::uint8_t>(id));
    }
    const QString name = fileName(id);
    return name.isEmpty() ? hexDigits(id, 4) : nameWithin(name, application);
}

QString fileText(const SelectedFile& place, const QString& application)
{
    const bool isOf5Gs = !place.folders.empty() && place.folders.back() == kFolderOf5Gs;
    const QString name = isOf5Gs ? wordIn(kFilesOf5Gs, place.file) : QString();
    return name.isEmpty() ? idText(place.file, application) : name;
}

} // namespace

QString SelectedFile::text() const
{
    QStringList parts;
    QString application;
    if (root == Root::Application) {
        application = aidName(aid);
        if (application.isEmpty()) {
            application = QString::fromLatin1(aid.toHex().toUpper());
        }
        parts.push_back(application);
    } else if (root == Root::Master) {
        parts.push_back(QStringLiteral("MF"));
    }
    for (const std::uint16_t folder : folders) {
        parts.push_back(idText(folder, application));
    }
    if (file != 0) {
        parts.push_back(fileText(*this, application));
    }
    return parts.join(QLatin1Char('/'));
}

SelectedFile SelectedFiles::placeOf(QByteArrayView command) const
{
    const auto found = m_channels.find(logicalChannel(byteOrZero(command, 0)));
    return found == m_channels.end() ? SelectedFile{} : found->second;
}

std::optional<SelectedFile> SelectedFiles::meantBy(QByteArrayView command) const
{
    if (byteOrZero(command, 1) == kSelectFile) {
        return selectedFrom(placeOf(command), command);
    }
    const auto used = fileCommandOf(command);
    if (!used) {
        return std::nullopt;
    }
    SelectedFile place = placeOf(command);
    if (used->file != 0) {
        place.file = used->file;
    }
    return place;
}

void SelectedFiles::manageChannel(QByteArrayView command, QByteArrayView response)
{
    const std::uint8_t own = logicalChannel(byteOrZero(command, 0));
    const std::uint8_t named = byteOrZero(command, 3);
    if (byteOrZero(command, 2) == kCloseChannel) {
        m_channels.erase(named == 0 ? own : named);
        return;
    }
    const std::uint8_t opened = named == 0 && response.size() > 2 ? byteOrZero(response, 0) : named;
    // A channel that another opened begins where that one is, one of the basic channel with the MF.
    SelectedFile begin = placeOf(command);
    if (own == 0) {
        begin = {SelectedFile::Root::Master, {}, {}, 0};
    }
    m_channels[opened] = begin;
}

void SelectedFiles::follow(QByteArrayView command, QByteArrayView response)
{
    if (!isDone(response)) {
        return;
    }
    const std::uint8_t cla = byteOrZero(command, 0);
    if (byteOrZero(command, 1) == kManageChannel && (cla & 0x80) == 0) {
        manageChannel(command, response);
    } else if (auto meant = meantBy(command)) {
        m_channels[logicalChannel(cla)] = *std::move(meant); // a short identifier selects too
    }
}

} // namespace dmsc
