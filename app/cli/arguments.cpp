// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

#include "app/version.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc::cli {

namespace {

constexpr std::array kCommands = {
    Command{"show", "WHERE [--uri URI] [--json]", "print a tree, or the part of it below a node", 1, "uri json", &show},
    Command{
        "convert", "IN OUT [--from FORMAT] [--to FORMAT]", "turn one document into another", 2, "from to", &convert},
    Command{
        "diff", "LEFT RIGHT [--json]", "compare two trees: exit 0 same, 1 different, 2 error", 2, "json", &diffSides},
    Command{"copy", "FROM TO --uri URI [--to URI]", "copy an MO, subtree or leaf; TO may be a new file", 2, "uri to",
        &copy},
    Command{"card create", "FILE [--demo | --profile FILE] [--uicc]", "make a card image", 1, "demo profile uicc",
        &createCard},
    Command{"card serve", "card:FILE [--vpcd HOST:PORT]", "keep a card in vpcd's virtual reader until Ctrl+C", 1,
        "vpcd", &serveCard},
    Command{"card info", "WHERE [--json]", "say what a card is and what it holds", 1, "json", &cardInfo},
    Command{"card files", "WHERE [--json]", "list a card's files, who may read and write them, and its PINs", 1, "json",
        &cardFiles},
    Command{
        "card read", "WHERE PATH", "print a file of a card in hex; PATH as card files shows it", 2, "", &readCardFile},
    Command{
        "handset create", "FILE [--demo | --profile FILE]", "make a handset image", 1, "demo profile", &createHandset},
    Command{"readers", "[--json]", "list the readers of pcscd and the cards in them", 0, "json", &readers},
};

QString translated(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

tl::unexpected<Error> wrong(const QString& what)
{
    return fail(ErrorKind::Unsupported, what, translated(QT_TRANSLATE_NOOP("CommandLine", "see dmsc --help")));
}

std::string help()
{
    std::string text =
        "dmsc " + std::string(kVersion) + " - DM trees and the MO stores of smart cards, without a window\n\n";
    for (const Command& command : kCommands) {
        const std::string left = std::string("  dmsc ") + command.name + " " + command.usage;
        text += left + "\n        " + command.summary + "\n";
    }
    return text
        + "\n"
          "  dmsc --help | --version | COMMAND --help\n\n"
          "WHERE = card:FILE | handset:FILE | pcsc:READER | a document's path\n"
          "      (of a reader's name a part is enough that no other has)\n"
          "URI = ./A/B; FORMAT = xml wbxml ddf prov provwbxml json (by default what the suffix says:\n"
          "      .xml is TNDS, .wbxml, .ddf, .json; input is recognised by its content)\n"
          "copy puts the node at the same URI as in FROM unless --to names another.\n"
          "Exit status: 0 done, 1 diff found differences, 2 trouble (one line on standard error).\n";
}

std::string helpFor(const Command& command)
{
    return std::string("dmsc ") + command.name + " " + command.usage + "\n  " + command.summary + "\n";
}

bool knows(const Command& command, const QString& option)
{
    return QString::fromLatin1(command.options).split(QLatin1Char(' ')).contains(option);
}

/// The command that the first one or two words name.
const Command* findCommand(const QStringList& words)
{
    const auto matches = [&](const Command& command) {
        const QStringList name = QString::fromLatin1(command.name).split(QLatin1Char(' '));
        return words.mid(0, name.size()) == name;
    };
    const auto* const found = std::find_if(kCommands.begin(), kCommands.end(), matches);
    return found == kCommands.end() ? nullptr : found;
}

/// What an option without a value sets, null for one that has a value.
bool* flagOf(const QString& name, Arguments& arguments)
{
    if (name == QLatin1String("json"))
        return &arguments.json;
    if (name == QLatin1String("demo"))
        return &arguments.demo;
    return name == QLatin1String("uicc") ? &arguments.uicc : nullptr;
}

Result<void> takeOption(const Command& command, const QString& name, const QString& value, Arguments& arguments)
{
    if (name == QLatin1String("uri"))
        arguments.uri = value;
    else if (name == QLatin1String("to"))
        arguments.to = value;
    else if (name == QLatin1String("from"))
        arguments.from = value;
    else if (name == QLatin1String("profile"))
        arguments.profile = value;
    else if (name == QLatin1String("vpcd"))
        arguments.vpcd = value;
    if (value.isEmpty())
        return wrong(translated(QT_TRANSLATE_NOOP("CommandLine", "--%1 of %2 expects a value"))
                         .arg(name, QString::fromLatin1(command.name)));
    return {};
}

Result<Arguments> readWords(const Command& command, const QStringList& words)
{
    Arguments arguments;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (onlyPositional || !word.startsWith(QLatin1String("--"))) {
            arguments.positional.push_back(word);
            continue;
        }
        if (word == QLatin1String("--")) {
            onlyPositional = true;
            continue;
        }
        const QString name = word.mid(2).section(QLatin1Char('='), 0, 0);
        const bool joined = word.contains(QLatin1Char('='));
        if (!knows(command, name))
            return wrong(translated(QT_TRANSLATE_NOOP("CommandLine", "%1 does not know the option --%2"))
                             .arg(QString::fromLatin1(command.name), name));
        if (bool* flag = flagOf(name, arguments)) {
            *flag = true;
            continue;
        }
        const QString value = joined ? word.section(QLatin1Char('='), 1) : words.value(++i);
        if (auto taken = takeOption(command, name, value, arguments); !taken)
            return tl::unexpected(taken.error());
    }
    return arguments;
}

} // namespace

std::span<const Command> commands()
{
    return kCommands;
}

Result<Invocation> readCommandLine(const QStringList& words)
{
    if (words.isEmpty())
        return wrong(translated(QT_TRANSLATE_NOOP("CommandLine", "a command is missing")));
    if (words.first() == QLatin1String("--help") || words.first() == QLatin1String("-h")
        || words.first() == QLatin1String("help"))
        return Invocation{nullptr, {}, help()};
    if (words.first() == QLatin1String("--version"))
        return Invocation{nullptr, {}, "dmsc " + std::string(kVersion) + "\n"};
    const Command* command = findCommand(words);
    if (!command)
        return wrong(translated(QT_TRANSLATE_NOOP("CommandLine", "there is no command %1"))
                         .arg(words.mid(0, 2).join(QLatin1Char(' '))));
    const QStringList rest = words.mid(QString::fromLatin1(command->name).count(QLatin1Char(' ')) + 1);
    if (rest.contains(QLatin1String("--help")))
        return Invocation{nullptr, {}, helpFor(*command)};
    auto arguments = readWords(*command, rest);
    if (!arguments)
        return tl::unexpected(arguments.error());
    if (arguments->positional.size() != command->positionals)
        return wrong(translated(QT_TRANSLATE_NOOP("CommandLine", "%1 takes %2"))
                         .arg(QString::fromLatin1(command->name), QString::fromLatin1(command->usage)));
    return Invocation{command, *std::move(arguments), {}};
}

} // namespace dmsc::cli
