// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/file_address.h"

#include <QCoreApplication>
#include <QStringList>

namespace dmsc {

namespace {

constexpr qsizetype kMaxDepth = 8;
constexpr qsizetype kMinAidDigits = 10; // five bytes, ISO/IEC 7816-5
constexpr qsizetype kMaxAidDigits = 32;

QString mfText()
{
    return QStringLiteral("3F00");
}

} // namespace

QString fileIdText(std::uint16_t id)
{
    return hexDigits(id, 4);
}

QString FileAddress::text() const
{
    QString out = aid.empty() ? mfText() : toHex(aid);
    for (const std::uint16_t id : ids)
        out += QLatin1Char('/') + fileIdText(id);
    return out;
}

Result<FileAddress> FileAddress::parse(const QString& text)
{
    const auto wrong = [&text] {
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("FileAddress", "\"%1\" is no file of a card: 3F00/7F10/6F3A or AID/6FE8")
                .arg(text));
    };
    QStringList parts = text.split(QLatin1Char('/'));
    if (parts.size() > kMaxDepth)
        return wrong();
    FileAddress address;
    if (const QString first = parts.takeFirst(); first != mfText()) {
        auto aid = fromHex(first);
        if (!aid || first.size() < kMinAidDigits || first.size() > kMaxAidDigits)
            return wrong();
        address.aid = *std::move(aid);
    }
    for (const QString& part : parts) {
        const auto id = fromHex(part);
        if (!id || id->size() != 2 || part.size() != 4)
            return wrong();
        address.ids.push_back(static_cast<std::uint16_t>(((*id)[0] << 8U) | (*id)[1]));
    }
    return address;
}

FileAddress FileAddress::child(std::uint16_t id) const
{
    FileAddress below = *this;
    below.ids.push_back(id);
    return below;
}

} // namespace dmsc
