// SPDX-License-Identifier: Apache-2.0
// dmsc log decode: what the bytes of rows, or of one APDU or message, say.
#include "app/cli/log_file.h"
#include "model/byte_array.h"
#include "model/bytes.h"
#include "model/decode/decode.h"
#include "model/syncml/wbxml_reader.h"
#include "model/trace/import_recording.h"
#include "model/trace/masked_row.h"
#include "model/trace/record_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

/// "COMMAND", "COMMAND:RESPONSE" or a message, in hex.
Result<SelectedLog> logOfHex(const QString& text)
{
    const auto bytes = fromHex(QString(text).remove(QLatin1Char(':')));
    if (!bytes)
        return at(bytes.error(), QCoreApplication::translate("CommandLine", "this is neither a file nor hex"));
    constexpr qsizetype kLeastDigits = 8;
    if (text.section(QLatin1Char(':'), 0, 0).remove(QLatin1Char(' ')).size() < kLeastDigits)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("CommandLine", "a command has four bytes at least: CLA, INS, P1, P2"), text);
    const bool isMessage = bytes->front() == '<' || wbxml::isWbxml(*bytes);
    auto recording = importTrace(
        isMessage ? toByteArray(*bytes) : QString(text).replace(QLatin1Char(':'), QLatin1Char('\n')).toUtf8());
    if (!recording)
        return tl::unexpected(recording.error());
    RecordSelection rows = allOf(*recording);
    return SelectedLog{*std::move(recording), std::move(rows)};
}

Result<void> keepRow(SelectedLog& log, const QString& text)
{
    bool good = false;
    const uint number = text.toUInt(&good);
    if (!good || number == 0 || number > log.recording.store.size())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("CommandLine", "--row expects a number from 1 to %1")
                .arg(log.recording.store.size()),
            text);
    log.rows = {RecordNo{number - 1}};
    return {};
}

QString placeOf(const Field& field)
{
    QString place =
        field.bytes.length == 0 ? QString() : QStringLiteral("%1+%2").arg(field.bytes.offset).arg(field.bytes.length);
    if (field.bits != 0)
        place += QStringLiteral(" &%1").arg(hexDigits(field.bits));
    return place;
}

void addText(const MaskedRow& row, const std::vector<Field>& fields, qsizetype depth, QString& out)
{
    for (const Field& field : fields) {
        QString line =
            QStringLiteral("%1 %2%3").arg(placeOf(field), 14).arg(QString(depth * 2, QLatin1Char(' ')), field.name);
        const QString value = row.valueOf(field);
        if (!value.isEmpty())
            line += QLatin1String(": ") + value;
        out += line.replace(QLatin1Char('\n'), QLatin1Char(' ')) + QLatin1Char('\n');
        addText(row, field.children, depth + 1, out);
    }
}

QJsonArray asJson(const MaskedRow& row, const std::vector<Field>& fields)
{
    QJsonArray array;
    for (const Field& field : fields) {
        QJsonObject object{{QStringLiteral("name"), field.name}, {QStringLiteral("value"), row.valueOf(field)}};
        if (field.bytes.length != 0) {
            const bool isRequest = field.bytes.part == RecordPart::Request;
            object.insert(QLatin1String("part"), isRequest ? QLatin1String("request") : QLatin1String("response"));
            object.insert(QLatin1String("offset"), static_cast<qint64>(field.bytes.offset));
            object.insert(QLatin1String("length"), static_cast<qint64>(field.bytes.length));
        }
        if (field.bits != 0)
            object.insert(QLatin1String("bits"), field.bits);
        if (field.level != StatusLevel::None)
            object.insert(QLatin1String("level"), words::of(field.level));
        if (!field.children.empty())
            object.insert(QLatin1String("fields"), asJson(row, field.children));
        array.append(object);
    }
    return array;
}

std::string decodedAsJson(const SelectedLog& log, Secrets secrets)
{
    QJsonArray rows;
    for (const RecordNo number : log.rows) {
        const MaskedRow row = masked(log.recording, number, secrets);
        QJsonObject object = toJson(row);
        object.insert(QLatin1String("fields"), asJson(row, decode(row.view)));
        rows.append(object);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("records"), rows}}).toJson().toStdString();
}

std::string asText(const SelectedLog& log, Secrets secrets)
{
    QString text;
    for (const RecordNo number : log.rows) {
        const MaskedRow row = masked(log.recording, number, secrets);
        text += QStringLiteral("[%1] %2\n").arg(number.shown()).arg(QString::fromUtf8(row.view.name));
        addText(row, decode(row.view), 0, text);
    }
    return text.toStdString();
}

} // namespace

Result<Answer> decodeLog(const Arguments& arguments)
{
    const QString& what = arguments.positional[0];
    const bool isFile = QFileInfo::exists(what);
    auto log = isFile ? openLog(what, arguments) : logOfHex(what);
    if (!log)
        return tl::unexpected(log.error());
    if (!arguments.row.isEmpty())
        if (auto kept = keepRow(*log, arguments.row); !kept)
            return tl::unexpected(kept.error());
    const Secrets secrets = secretsOf(arguments);
    return Answer{arguments.json ? decodedAsJson(*log, secrets) : asText(*log, secrets), exitOf(log->recording),
        incompleteNote(arguments.positional[0], log->recording)};
}

} // namespace dmsc::cli
