// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/where.h"

#include "cardio/store/tree_image.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr QLatin1String kCardScheme("card:");
constexpr QLatin1String kHandsetScheme("handset:");
constexpr QLatin1String kReaderScheme("pcsc:");

Where::Kind kindOfFile(const QString& path)
{
    const auto kind = path.isEmpty() ? std::nullopt : imageKindOf(path);
    if (kind == ImageKind::Card)
        return Where::Kind::Card;
    return kind == ImageKind::Handset ? Where::Kind::Handset : Where::Kind::Document;
}

} // namespace

Result<Where> Where::parse(const QString& text)
{
    Where where;
    if (text.startsWith(kCardScheme))
        where = {Kind::Card, text.mid(kCardScheme.size())};
    else if (text.startsWith(kHandsetScheme))
        where = {Kind::Handset, text.mid(kHandsetScheme.size())};
    else if (text.startsWith(kReaderScheme))
        where = {Kind::Reader, text.mid(kReaderScheme.size())};
    else
        where = {kindOfFile(text), text};
    if (where.name.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "Where", "expected card:FILE, handset:FILE, pcsc:READER or the path of a document, found \"%1\"")
                .arg(text));
    return where;
}

QString Where::text() const
{
    switch (kind) {
    case Kind::Card:
        return kCardScheme + name;
    case Kind::Handset:
        return kHandsetScheme + name;
    case Kind::Reader:
        return kReaderScheme + name;
    case Kind::Document:
        break;
    }
    return name;
}

} // namespace dmsc
