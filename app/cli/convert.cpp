// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/sides.h"
#include "model/compare/diff.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace dmsc::cli {

namespace {

/// What --from or --to says, or nothing when it was not given.
Result<std::optional<DocumentFormat>> chosenFormat(const QString& name)
{
    if (name.isEmpty())
        return std::optional<DocumentFormat>();
    if (const auto format = formatForName(name))
        return format;
    return fail(ErrorKind::Unsupported,
        QCoreApplication::translate(
            "CommandLine", "there is no format %1; expected xml, wbxml, ddf, prov, provwbxml or json")
            .arg(name));
}

Result<DocumentFormat> outputFormat(const QString& name, const QString& path)
{
    const auto chosen = chosenFormat(name);
    if (!chosen)
        return tl::unexpected(chosen.error());
    if (const auto format = *chosen ? *chosen : formatForSuffix(path))
        return *format;
    return fail(ErrorKind::Unsupported,
        QCoreApplication::translate(
            "CommandLine", "the suffix names no format; expected .xml, .wbxml, .ddf or .json, or --to"),
        path);
}

/// Images are read like any side; documents with what a tree alone does not carry (DDF rules).
Result<Document> readInput(const Arguments& arguments, std::optional<DocumentFormat> format, Answer& answer)
{
    const QString& text = arguments.positional[0];
    const auto where = Where::parse(text);
    if (!where)
        return tl::unexpected(where.error());
    if (where->kind != Where::Kind::Document && format)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--from names a document's format; this is no document"), text);
    if (where->kind == Where::Kind::Document) {
        auto document = readDocument(where->name, format);
        if (document)
            sayOddities(answer, where->name, document->warnings);
        return document;
    }
    const auto side = openSide(text, arguments);
    if (!side)
        return tl::unexpected(side.error());
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    Document document;
    document.tree = (*side)->tree();
    return document;
}

bool keepsWholeTrees(DocumentFormat format)
{
    return format == DocumentFormat::TndsXml || format == DocumentFormat::TndsWbxml || format == DocumentFormat::Json;
}

/// "ACL of 9 nodes, Title of 21": what a tree is not when it is read again as it was written; empty: nothing.
QString lossOf(const Document& document, DocumentFormat format)
{
    const auto written = writeDocument(document, format);
    const auto read = written ? parseDocument(*written, format) : tl::unexpected(written.error());
    if (!read)
        return {};
    constexpr std::array kProperties = {std::pair{Property::Format, "Format"}, std::pair{Property::Type, "Type"},
        std::pair{Property::Acl, "ACL"}, std::pair{Property::Title, "Title"}};
    std::array<int, kProperties.size()> changed{};
    int nodes = 0;
    int values = 0;
    for (const Difference& difference : diff(document.tree, read->tree, {false, false})) {
        if (difference.kind == Operation::Kind::Delete)
            ++nodes;
        const auto at = std::ranges::find(kProperties, difference.property, &std::pair<Property, const char*>::first);
        if (difference.kind == Operation::Kind::Replace && at != kProperties.end())
            ++changed[static_cast<std::size_t>(at - kProperties.begin())];
        else if (difference.kind == Operation::Kind::Replace)
            ++values;
    }
    QStringList lost;
    if (nodes > 0)
        lost += QCoreApplication::translate("CommandLine", "%n node(s)", nullptr, nodes);
    if (values > 0)
        lost += QCoreApplication::translate("CommandLine", "the value of %n node(s)", nullptr, values);
    for (std::size_t i = 0; i < kProperties.size(); ++i) {
        const int count = changed[i];
        if (count > 0)
            lost += QCoreApplication::translate("CommandLine", "%1 of %n node(s)", nullptr, count)
                        .arg(QLatin1String(kProperties[i].second));
    }
    return lost.join(QStringLiteral(", "));
}

/// Not everything has a place in every format; nobody should find out later.
void sayLoss(Answer& answer, const QString& path, const Document& document, DocumentFormat format)
{
    QStringList lost;
    if (!keepsWholeTrees(format))
        if (const QString inTree = lossOf(document, format); !inTree.isEmpty())
            lost += inTree;
    if (document.description && format != DocumentFormat::Ddf)
        lost += QCoreApplication::translate("CommandLine", "the rules of the DDF");
    if (!lost.isEmpty())
        answer.note = QCoreApplication::translate("CommandLine", "%1: this format has no place for %2")
                          .arg(path, lost.join(QStringLiteral(", ")));
}

} // namespace

Result<Answer> convert(const Arguments& arguments)
{
    const QString& path = arguments.positional[1];
    const auto from = chosenFormat(arguments.from);
    if (!from)
        return tl::unexpected(from.error());
    const auto to = outputFormat(arguments.to, path);
    if (!to)
        return tl::unexpected(to.error());
    Answer answer;
    const auto document = readInput(arguments, *from, answer);
    if (!document)
        return tl::unexpected(document.error());
    if (const auto saved = saveDocument(path, *document, *to); !saved)
        return tl::unexpected(saved.error());
    sayLoss(answer, path, *document, *to);
    return answer;
}

} // namespace dmsc::cli
