// SPDX-License-Identifier: Apache-2.0
#include "app/cli/comparison_text.h"

#include "model/items/row_pair_model.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

/// A page or document is to be read: what comes after is only counted.
constexpr std::size_t kMostPairs = 10'000;

QLatin1String wordOf(Agreement state)
{
    switch (state) {
    case Agreement::Same:
        return QLatin1String("same");
    case Agreement::Differs:
        return QLatin1String("differs");
    case Agreement::OnlyLeft:
        return QLatin1String("onlyLeft");
    case Agreement::OnlyRight:
        break;
    }
    return QLatin1String("onlyRight");
}

QLatin1String wordOf(const RowPair& pair)
{
    return pair.note == PairNote::NotPlayed  ? QLatin1String("notPlayed")
        : pair.note == PairNote::NotCompared ? QLatin1String("notCompared")
                                             : wordOf(pair.state);
}

std::vector<FieldDifference> fieldsOf(const ComparisonText& text, const RowPair& pair)
{
    if (!pair.left || !pair.right || pair.note != PairNote::None)
        return {};
    auto fields = differences(text.left, *pair.left, text.right, *pair.right);
    if (text.secrets == Secrets::Masked)
        hideSecrets(fields, text.left.store.secrets(*pair.left), text.right.store.secrets(*pair.right));
    return fields;
}

QString lineOf(const Recording& recording, const std::optional<RecordNo>& number)
{
    if (!number)
        return QStringLiteral("-");
    const RecordView row = recording.store.at(*number);
    return QStringLiteral("%1 %2 %3 %4")
        .arg(number->shown())
        .arg(QString::fromUtf8(row.name), QString::fromUtf8(row.target), QString::fromUtf8(row.status))
        .simplified();
}

QString lineOf(const FieldDifference& field)
{
    if (field.state == Agreement::Differs)
        return QStringLiteral("    %1: %2 -> %3\n").arg(field.path, field.left, field.right);
    const QString& value = field.state == Agreement::OnlyLeft ? field.left : field.right;
    const QString state = agreementText(field.state, field.expected);
    return value.isEmpty() ? QStringLiteral("    %1: %2\n").arg(field.path, state)
                           : QStringLiteral("    %1: %2, %3\n").arg(field.path, state, value);
}

QString verdictOf(const ComparisonText& text)
{
    return text.compared.agree()
        ? QCoreApplication::translate("CommandLine", "same: %1").arg(verdictText(text.compared))
        : QCoreApplication::translate("CommandLine", "different: %1").arg(verdictText(text.compared));
}

/// Tells the pairs of which something is to be said, at most kMostPairs.
template <class Tell> void eachPair(const ComparisonText& text, bool withExpected, Tell tell)
{
    std::size_t told = 0;
    for (const RowPair& pair : text.compared.rows) {
        const bool isNoted = pair.expected || pair.note != PairNote::None;
        const bool isTold = pair.state != Agreement::Same || (withExpected && isNoted);
        if (isTold && ++told <= kMostPairs)
            tell(pair);
    }
}

QJsonValue rowObject(const Recording& recording, const std::optional<RecordNo>& number)
{
    if (!number)
        return QJsonValue::Null;
    const RecordView row = recording.store.at(*number);
    return QJsonObject{{QStringLiteral("no"), static_cast<qint64>(number->shown())},
        {QStringLiteral("name"), QString::fromUtf8(row.name)},
        {QStringLiteral("target"), QString::fromUtf8(row.target)},
        {QStringLiteral("status"), QString::fromUtf8(row.status)}};
}

QJsonArray fieldArray(const std::vector<FieldDifference>& fields)
{
    QJsonArray array;
    for (const FieldDifference& field : fields)
        array.append(QJsonObject{{QStringLiteral("path"), field.path}, {QStringLiteral("state"), wordOf(field.state)},
            {QStringLiteral("left"), field.left}, {QStringLiteral("right"), field.right},
            {QStringLiteral("expected"), field.expected}, {QStringLiteral("why"), field.why}});
    return array;
}

QString cell(const QString& text, const char* tag = "td")
{
    return QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), text.toHtmlEscaped());
}

QString fieldRows(const std::vector<FieldDifference>& fields)
{
    QString html;
    for (const FieldDifference& field : fields)
        html += QStringLiteral("<tr class=\"field\">%1%2%3%4</tr>\n")
                    .arg(cell(field.path + (field.why.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(field.why))),
                        cell(agreementText(field.state, field.expected)), cell(field.left), cell(field.right));
    return html;
}

const char* const kStyle =
    ":root{color-scheme:light dark}body{font:14px system-ui,sans-serif;margin:2em}table{border-collapse:collapse;"
    "width:100%}td,th{text-align:start;padding:.2em .6em;border-bottom:1px solid #8884;vertical-align:top;"
    "overflow-wrap:anywhere}tr.pair td{font-weight:600}tr.field td{font-family:monospace;padding-inline-start:2em}";

} // namespace

std::string asText(const ComparisonText& text)
{
    QString out;
    eachPair(text, false, [&](const RowPair& pair) {
        out += QStringLiteral("%1  %2 | %3\n")
                   .arg(agreementText(pair), lineOf(text.left, pair.left), lineOf(text.right, pair.right));
        for (const FieldDifference& field : fieldsOf(text, pair))
            if (!field.expected)
                out += lineOf(field);
    });
    for (const QString& note : text.notes)
        out += note + QLatin1Char('\n');
    return (out + verdictOf(text) + QLatin1Char('\n')).toStdString();
}

std::string asJson(const ComparisonText& text)
{
    QJsonArray rows;
    eachPair(text, true, [&](const RowPair& pair) {
        rows.append(QJsonObject{{QStringLiteral("state"), wordOf(pair)}, {QStringLiteral("expected"), pair.expected},
            {QStringLiteral("left"), rowObject(text.left, pair.left)},
            {QStringLiteral("right"), rowObject(text.right, pair.right)},
            {QStringLiteral("fields"), fieldArray(fieldsOf(text, pair))}});
    });
    QJsonArray notes;
    for (const QString& note : text.notes)
        notes.append(note);
    const ComparedRecordings& compared = text.compared;
    const QJsonObject counts{{QStringLiteral("same"), static_cast<qint64>(compared.same)},
        {QStringLiteral("differs"), static_cast<qint64>(compared.differs)},
        {QStringLiteral("onlyLeft"), static_cast<qint64>(compared.onlyLeft)},
        {QStringLiteral("onlyRight"), static_cast<qint64>(compared.onlyRight)},
        {QStringLiteral("notPlayed"), static_cast<qint64>(compared.notPlayed)},
        {QStringLiteral("notCompared"), static_cast<qint64>(compared.notCompared)}};
    return QJsonDocument(QJsonObject{{QStringLiteral("left"), text.leftName}, {QStringLiteral("right"), text.rightName},
                             {QStringLiteral("same"), compared.agree()}, {QStringLiteral("counts"), counts},
                             {QStringLiteral("notes"), notes}, {QStringLiteral("rows"), rows}})
        .toJson()
        .toStdString();
}

std::string asHtml(const ComparisonText& text)
{
    const QString title = QStringLiteral("%1 | %2").arg(text.leftName, text.rightName);
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title><style>%2"
                       "</style></head><body>\n%3<p>%4</p>\n")
            .arg(title.toHtmlEscaped(), QLatin1String(kStyle), cell(title, "h1"), verdictOf(text).toHtmlEscaped());
    for (const QString& note : text.notes)
        html += cell(note, "p");
    html += QStringLiteral("<table><thead><tr>%1%2%3%4</tr></thead><tbody>\n")
                .arg(cell(QCoreApplication::translate("CommandLine", "Field"), "th"),
                    cell(QCoreApplication::translate("CommandLine", "State"), "th"), cell(text.leftName, "th"),
                    cell(text.rightName, "th"));
    eachPair(text, true, [&](const RowPair& pair) {
        html += QStringLiteral("<tr class=\"pair\"><td></td>%1%2%3</tr>\n")
                    .arg(cell(agreementText(pair)), cell(lineOf(text.left, pair.left)),
                        cell(lineOf(text.right, pair.right)));
        html += fieldRows(fieldsOf(text, pair));
    });
    return (html + QStringLiteral("</tbody></table>\n</body></html>\n")).toStdString();
}

} // namespace dmsc::cli
