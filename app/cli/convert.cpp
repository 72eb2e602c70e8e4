// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/sides.h"

#include <QCoreApplication>

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
    return answer;
}

} // namespace dmsc::cli
