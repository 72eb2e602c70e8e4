// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/sides.h"
#include "cardio/session/tree_client.h"
#include "model/compare/diff.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dmsc::cli {

namespace {

/// The node at `target` in `destination` made equal to the one in `source`.
Result<std::vector<Operation>> operationsFor(const Arguments& arguments, const Tree& source, const Tree& destination)
{
    const auto from = findNode(source, arguments.uri, arguments.positional[0]);
    if (!from)
        return tl::unexpected(from.error());
    const auto target =
        arguments.to.isEmpty() ? Result<Uri>(source.uri(*from)) : Uri::parse(arguments.to.toStdString());
    if (!target)
        return tl::unexpected(target.error());
    return planCopy(source, *from, destination, *target, Side::Card);
}

/// Nothing to read is there: no file yet, or a pipe.
bool isNewDocument(const QString& text)
{
    const auto where = Where::parse(text);
    if (!where || where->kind != Where::Kind::Document)
        return false;
    const QFileInfo there(where->name);
    return !there.isFile() && !there.isDir();
}

Result<void> copyToNewDocument(const Arguments& arguments, const Tree& source)
{
    const QString& path = arguments.positional[1];
    const auto format = formatForSuffix(path);
    if (!format)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate(
                "CommandLine", "the suffix of a new file names its format; expected .xml, .wbxml, .ddf or .json"),
            path);
    Document document;
    const auto operations = operationsFor(arguments, source, document.tree);
    if (!operations)
        return tl::unexpected(operations.error());
    if (auto done = applyAll(document.tree, *operations); !done)
        return done;
    return saveDocument(path, document, *format);
}

Result<void> copyToSide(const Arguments& arguments, const Tree& source, bool& demo)
{
    const auto side = openSide(arguments.positional[1], arguments);
    if (!side)
        return tl::unexpected(side.error());
    demo = demo || (*side)->state().demoCredentials;
    const auto operations = operationsFor(arguments, source, (*side)->tree());
    if (!operations)
        return tl::unexpected(operations.error());
    if (operations->empty())
        return {};
    const auto results = (*side)->apply(*operations);
    if (!results)
        return tl::unexpected(results.error());
    if (!allGood(*results))
        return tl::unexpected(firstFailure(*results, *operations));
    if (!(*side)->state().modified)
        return {};
    return (*side)->saveAs((*side)->state().where.name);
}

} // namespace

Result<Answer> copy(const Arguments& arguments)
{
    if (arguments.uri.isEmpty())
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine", "copy needs --uri: what to copy; see dmsc --help"));
    auto source = openSide(arguments.positional[0], arguments);
    if (!source)
        return tl::unexpected(source.error());
    const SideState read = (*source)->state();
    source->reset(); // where both are one card, the second session would break the first off
    bool demo = read.demoCredentials;
    const auto copied = isNewDocument(arguments.positional[1]) ? copyToNewDocument(arguments, *read.tree)
                                                               : copyToSide(arguments, *read.tree, demo);
    if (!copied)
        return tl::unexpected(copied.error());
    Answer answer;
    sayOddities(answer, read);
    if (demo)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
