// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/sides.h"
#include "model/byte_array.h"
#include "model/decode/apdu_names.h"
#include "model/items/card_file_text.h"
#include "model/uicc/object_tag.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

constexpr qint64 kMostContent = qint64{16} << 20;

/// --part is a record's number, or the tag of a data object.
Result<CardFilePart> partOf(const CardFile& file, const QString& text)
{
    CardFilePart part;
    if (file.kind == CardFileKind::BerTlv) {
        const auto tag = objectTag(text);
        if (!tag)
            return at(tag.error(), QStringLiteral("--part"));
        part.number = *tag;
        part.label = objectLabel(*tag);
    } else if (file.kind == CardFileKind::LinearFixed || file.kind == CardFileKind::Cyclic) {
        bool good = false;
        part.number = text.toUInt(&good);
        if (!good || part.number == 0 || part.number > 254)
            return fail(ErrorKind::BadValue,
                QCoreApplication::translate("CommandLine", "--part expects the number of a record, 1 to 254"), text);
        part.label = QCoreApplication::translate("CardFiles", "record %1").arg(part.number);
    } else if (!text.isEmpty()) {
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--part is for files with records or data objects"), file.path);
    }
    return part;
}

QString hexOf(const QByteArray& bytes)
{
    return toHex(viewOf(bytes));
}

QString keyFor(const CardFileWrite& write, const SideSession& side)
{
    const auto pin = write.pin == 0 ? std::nullopt : pinOf(*side.state().files, write.pin);
    return pin ? pin->name : QString();
}

QString nameOfHex(const QString& apdu)
{
    const auto bytes = fromHex(apdu);
    return bytes ? commandName(toByteArray(*bytes)) : QString();
}

std::string asText(const CardFileWrite& write, const QString& key)
{
    QString text = write.name + (write.part.label.isEmpty() ? QString() : QStringLiteral(", ") + write.part.label)
        + QStringLiteral("\nbefore %1\nafter  %2\n").arg(hexOf(write.before), hexOf(write.part.bytes));
    if (!key.isEmpty())
        text += QCoreApplication::translate("CommandLine", "%1 must be verified first").arg(key) + QLatin1Char('\n');
    for (const QString& apdu : write.apdus)
        text += QStringLiteral("> ") + apdu + QStringLiteral("  ") + nameOfHex(apdu) + QLatin1Char('\n');
    return text.toStdString();
}

std::string asJson(const CardFileWrite& write, const QString& key)
{
    QJsonArray commands;
    for (const QString& apdu : write.apdus)
        commands.append(QJsonObject{{QStringLiteral("command"), apdu}, {QStringLiteral("name"), nameOfHex(apdu)}});
    QJsonObject object{{QStringLiteral("path"), write.path}, {QStringLiteral("name"), write.name},
        {QStringLiteral("part"), write.part.label}, {QStringLiteral("before"), hexOf(write.before)},
        {QStringLiteral("after"), hexOf(write.part.bytes)}, {QStringLiteral("commands"), commands}};
    if (!key.isEmpty())
        object.insert(QStringLiteral("key"), key);
    return QJsonDocument(object).toJson().toStdString();
}

} // namespace

Result<Answer> previewCardFile(const Arguments& arguments)
{
    if (arguments.in.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "card preview expects --in, a file with the bytes"));
    const auto content = readFile(
        arguments.in, kMostContent, QCoreApplication::translate("CommandLine", "no file of a card has over 16 MiB"));
    if (!content)
        return tl::unexpected(content.error());
    const auto side = openExplored(arguments);
    if (!side)
        return tl::unexpected(side.error());
    const auto file = findFile(**side, arguments.positional[1]);
    if (!file)
        return tl::unexpected(file.error());
    auto part = partOf(*file, arguments.part);
    if (!part)
        return tl::unexpected(part.error());
    part->bytes = toByteArray(*content);
    const auto write = (*side)->prepareFile(file->path, *part);
    if (!write)
        return tl::unexpected(write.error());
    const QString key = keyFor(*write, **side);
    Answer answer{arguments.json ? asJson(*write, key) : asText(*write, key), Exit::Same, {}};
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
