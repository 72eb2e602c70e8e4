// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/sides.h"
#include "model/items/card_file_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

QString wordOf(CardFileKind kind)
{
    switch (kind) {
    case CardFileKind::Mf:
        return QStringLiteral("mf");
    case CardFileKind::Df:
        return QStringLiteral("df");
    case CardFileKind::Adf:
        return QStringLiteral("adf");
    case CardFileKind::Transparent:
        return QStringLiteral("transparent");
    case CardFileKind::LinearFixed:
        return QStringLiteral("linear-fixed");
    case CardFileKind::Cyclic:
        return QStringLiteral("cyclic");
    case CardFileKind::BerTlv:
        return QStringLiteral("ber-tlv");
    case CardFileKind::Application:
        break;
    }
    return QStringLiteral("application");
}

void put(QJsonObject& object, const QString& name, const QString& text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void put(QJsonObject& object, const QString& name, const std::optional<std::uint64_t>& number)
{
    if (number)
        object.insert(name, static_cast<qint64>(*number));
}

QJsonObject describe(const CardFile& file)
{
    QJsonObject object{{QStringLiteral("path"), file.path}, {QStringLiteral("name"), file.name},
        {QStringLiteral("structure"), wordOf(file.kind)}};
    put(object, QStringLiteral("description"), file.description);
    put(object, QStringLiteral("shortId"), file.shortId);
    put(object, QStringLiteral("lifeCycle"), file.lifeCycle);
    put(object, QStringLiteral("moType"), file.moType);
    put(object, QStringLiteral("fcp"), QString::fromLatin1(file.fcp.toHex().toUpper()));
    put(object, QStringLiteral("size"), file.size);
    put(object, QStringLiteral("totalSize"), file.totalSize);
    put(object, QStringLiteral("freeMemory"), file.freeMemory);
    put(object, QStringLiteral("maximumSize"), file.maximumSize);
    if (file.recordCount != 0) {
        object.insert(QStringLiteral("recordLength"), static_cast<qint64>(file.recordLength));
        object.insert(QStringLiteral("recordCount"), static_cast<qint64>(file.recordCount));
    }
    QJsonObject access;
    for (const CardAccessRule& rule : file.access)
        access.insert(rule.operation, rule.condition);
    if (!access.isEmpty())
        object.insert(QStringLiteral("access"), access);
    if (!file.findings.empty()) {
        QJsonArray findings;
        for (const QString& finding : file.findings)
            findings.append(finding);
        object.insert(QStringLiteral("findings"), findings);
    }
    return object;
}

QJsonObject describe(const CardFileTree& tree)
{
    QJsonArray files;
    for (const CardFile& file : tree.files)
        files.append(describe(file));
    QJsonArray pins;
    for (const CardPin& pin : tree.pins) {
        QJsonObject object{{QStringLiteral("reference"), pin.reference}, {QStringLiteral("name"), pin.name},
            {QStringLiteral("enabled"), pin.enabled}};
        if (pin.triesLeft)
            object.insert(QStringLiteral("triesLeft"), *pin.triesLeft);
        pins.append(object);
    }
    QJsonObject object{{QStringLiteral("files"), files}, {QStringLiteral("pins"), pins}};
    put(object, QStringLiteral("freeMemory"), tree.freeMemory);
    return object;
}

int depthOf(const CardFileTree& tree, const CardFile& file)
{
    int depth = 0;
    for (int at = file.parent; at >= 0; at = tree.files[static_cast<std::size_t>(at)].parent)
        ++depth;
    return depth;
}

/// "read, update: PIN 1 verified", a line for each condition.
QStringList accessLines(const CardFile& file)
{
    QStringList conditions;
    QStringList lines;
    for (const CardAccessRule& rule : file.access) {
        const qsizetype known = conditions.indexOf(rule.condition);
        if (known >= 0) {
            lines[known] += QStringLiteral(", ") + rule.operation;
            continue;
        }
        conditions << rule.condition;
        lines << rule.operation;
    }
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i] += QStringLiteral(": ") + conditions[i];
    return lines;
}

void addText(const CardFileTree& tree, int parent, QString& text)
{
    for (std::size_t i = 0; i < tree.files.size(); ++i) {
        const CardFile& file = tree.files[i];
        if (file.parent != parent)
            continue;
        const QString indent(qsizetype{2} * depthOf(tree, file), QLatin1Char(' '));
        text += indent + file.name + QStringLiteral("  ") + file.path + QStringLiteral("  ") + structureText(file);
        if (file.size)
            text += QStringLiteral("  ") + QString::number(*file.size);
        if (!file.description.isEmpty())
            text += QStringLiteral("  ") + file.description;
        text += QLatin1Char('\n');
        for (const QString& line : accessLines(file))
            text += indent + QStringLiteral("    ") + line + QLatin1Char('\n');
        for (const QString& finding : file.findings)
            text += indent + QStringLiteral("    ! ") + finding + QLatin1Char('\n');
        addText(tree, static_cast<int>(i), text);
    }
}

std::string asText(const CardFileTree& tree)
{
    QString text;
    addText(tree, -1, text);
    for (const CardPin& pin : tree.pins)
        text += pin.triesLeft ? QStringLiteral("%1: %2 tries left\n").arg(pin.name).arg(*pin.triesLeft)
                              : pin.name + QLatin1Char('\n');
    if (tree.freeMemory)
        text += QStringLiteral("%1 bytes free\n").arg(*tree.freeMemory);
    return text.toStdString();
}

} // namespace

Result<Answer> cardFiles(const Arguments& arguments)
{
    const auto side = openExplored(arguments);
    if (!side)
        return tl::unexpected(side.error());
    const CardFileTree& tree = *(*side)->state().files;
    Answer answer{arguments.json ? QJsonDocument(describe(tree)).toJson().toStdString() : asText(tree), Exit::Same, {}};
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

Result<Answer> readCardFile(const Arguments& arguments)
{
    const auto side = openExplored(arguments);
    if (!side)
        return tl::unexpected(side.error());
    const auto file = findFile(**side, arguments.positional[1]);
    if (!file)
        return tl::unexpected(file.error());
    const auto content = (*side)->readFile(file->path);
    if (!content)
        return tl::unexpected(content.error());
    QString text;
    for (const CardFilePart& part : content->parts) {
        if (!part.label.isEmpty())
            text += part.label + QStringLiteral(": ");
        text += QString::fromLatin1(part.bytes.toHex().toUpper()) + QLatin1Char('\n');
    }
    Answer answer{text.toStdString(), Exit::Same, {}};
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
