// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

#include "app/version.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace dmsc::cli {

namespace {

/// With this word among a command's options it takes --keys, --as, --method, --receipt and --record, too.
constexpr const char* kSession = "session";

constexpr std::array kCommands = {
    Command{"show", "WHERE [--uri URI] [--json] [SESSION]", "print a tree, or the part of it below a node", 1,
        "uri json session", &show},
    Command{"convert", "IN OUT [--from FORMAT] [--to FORMAT] [SESSION]", "turn one document into another", 2,
        "from to session", &convert},
    Command{"diff", "LEFT RIGHT [--json] [SESSION]", "compare two trees: exit 0 same, 1 different, 2 error", 2,
        "json session", &diffSides},
    Command{"copy", "FROM TO --uri URI [--to URI] [SESSION]", "copy an MO, subtree or leaf; TO may be a new file", 2,
        "uri to session", &copy},
    Command{"handshake", "WHERE [--level HEX] [--json] [SESSION]",
        "shake hands with a card: its steps, what may be done then, and the memory granted", 1, "level json session",
        &handshake},
    Command{"memory", "WHERE [--request N | --extend N | --reduce N | --release | --delete] [--json] [SESSION]",
        "show or negotiate how a card's memory is divided; N in blocks, or with KB or B", 1,
        "request extend reduce release delete json session", &memory},
    Command{"session",
        "FLOW --handset FILE --card WHERE [--server URL [--ca FILE]] [--prove-by-card] [--mo MO] [--package FILE "
        "--signature FILE] [--reject] [--out DIR] [--answer yes|no|ask|FILE] [--json] [SESSION]",
        "run a use case: uc1 uc1-a1 uc1-a2 uc2 uc2-a1 sync store approve; with --out sync writes its patches", 1,
        "handset card server ca prove-by-card mo package signature reject out answer xml json session", &runSession},
    Command{"dms",
        "[--listen 127.0.0.1:PORT] [--script FILE] [--files DIR] [--user U --secret S] [--server-secret S] "
        "[--auth basic|md5|hmac|none] [--as SERVER] [--certificate FILE --key FILE] [--xml|--wbxml] [--once] "
        "[--record LOG]",
        "be a DM server until Ctrl+C: prints its URL, then each session's results as JSON; files of DIR, like firmware "
        "and its signatures, are given to whoever asks for /files/NAME",
        0, "listen script files user secret server-secret auth as certificate key xml wbxml once record", &serveDm},
    Command{"client",
        "--handset FILE (--server URL | (--listen SOCKET | --push 127.0.0.1:PORT) [--once] [--resync zeros|text]) "
        "[--user U --secret S] "
        "[--server-secret S] [--auth "
        "basic|md5|hmac|none] "
        "[--as SERVER] [--ca FILE] [--card WHERE [--prove-by-card] [--keys FILE] [--method METHOD] [--receipt FILE]] "
        "[--reject] "
        "[--answer yes|no|ask|FILE] [--xml|--wbxml] [--windows] [--json] [--record LOG]",
        "let an emulated handset go to a DM server, or wait for applications that act as one or for a server's "
        "notifications; the card checks the firmware that it downloads and, with --prove-by-card, who handset and "
        "server are",
        0,
        "handset server listen push once resync user secret server-secret auth as ca card prove-by-card keys method "
        "receipt reject answer xml wbxml windows json record",
        &runClient},
    Command{"notify",
        "HOST:PORT --as SERVER --server-secret S [--ui background|inform|ask] [--resync zeros|text] [--record LOG]",
        "send a DM server's notification (package 0) to a handset's push port", 1, "as server-secret ui resync record",
        &notify},
    Command{
        "consent list", "HANDSET [--json]", "list what the user of a handset has agreed to", 1, "json", &listConsents},
    Command{"consent revoke", "HANDSET URI... [--json]",
        "take consents back: what is there by one alone is removed, and is asked about before it comes again", kSome,
        "json", &revokeConsents},
    Command{"exchange",
        "--handset FILE MESSAGE... [--out DIR] [--answer yes|no|ask|FILE] [--as SERVER] [--user U --secret S] "
        "[--server-secret S] [--auth basic|md5|hmac] [--card WHERE [--keys FILE] [--method METHOD] [--receipt FILE]] "
        "[--reject] "
        "[--windows] [--record LOG]",
        "answer a DM server's messages, one file each, as the handset would", kSome,
        "handset out answer as user secret server-secret auth card keys method receipt reject windows record",
        &exchangeMessages},
    Command{"approve", "PACKAGE SIGNATURE --card WHERE [--json] [SESSION]",
        "have a card check a firmware package's detached CMS signature; exit status 1: not approved", 2,
        "card json session", &approve},
    Command{"receipt verify", "FILE [--ca FILE] [--json]", "check both signatures of a session's receipt", 1, "ca json",
        &verifyReceipt},
    Command{"credentials list", "[--json]", "list what a handshake can be done with", 0, "json", &listCredentials},
    Command{"credentials import", "FILE [--as ENTITY] [--label TEXT]", "keep a PKCS#12, PEM or key set file", 1,
        "as label", &importCredential},
    Command{"credentials remove", "ID", "forget a kept credential", 1, "", &removeCredential},
    Command{"card create", "FILE [--demo | --profile FILE] [--uicc] [--iccid DIGITS]",
        "make a card image, with a number of its own unless one is given", 1, "demo profile uicc iccid", &createCard},
    Command{"card serve", "card:FILE [--vpcd HOST:PORT]", "keep a card in vpcd's virtual reader until Ctrl+C", 1,
        "vpcd", &serveCard},
    Command{
        "card info", "WHERE [--json] [SESSION]", "say what a card is and what it holds", 1, "json session", &cardInfo},
    Command{"card policy", "WHERE [--set FILE] [--reset-tries VERSION] [--json] [SESSION]",
        "print or replace the issuer's policy, or give a blocked key set its tries back; issuer only", 1,
        "set reset-tries json session", &cardPolicy},
    Command{"card keys", "WHERE FILE [--key-version VERSION] [--json] [SESSION]",
        "put a key set, or a key pair of the card with its certificates, on a card; issuer only", 2,
        "key-version json session", &putCardKeys},
    Command{"card files", "WHERE [--json] [SESSION]", "list a card's files, who may read and write them, and its PINs",
        1, "json session", &cardFiles},
    Command{"card read", "WHERE PATH [SESSION]",
        "print a file of a card in hex; PATH as card files shows it, or a name or id", 2, "session", &readCardFile},
    Command{"card preview", "WHERE PATH --in FILE [--part N|TAG] [--json] [SESSION]",
        "print what writing FILE's bytes to a file of a card would send; nothing is changed", 2, "in part json session",
        &previewCardFile},
    Command{"card pin", "WHERE KEY [--change | --unblock] [--json] [SESSION]",
        "say how a key stands, change it or unblock it with its PUK, in one try; KEY as in VERIFY, 01 is PIN 1", 2,
        "change unblock json session", &cardPin},
    Command{"card apdu", "WHERE HEX... [--json] [--record LOG]",
        "send commands to a card as they are, and print what it answers", kSome, "json record", &sendApdus},
    Command{
        "handset create", "FILE [--demo | --profile FILE]", "make a handset image", 1, "demo profile", &createHandset},
    Command{"handset eject", "HANDSET [--json]",
        "take the card out of a handset: what came from cards and from nobody else goes", 1, "json", &ejectCard},
    Command{"log show", "FILE [--filter FILTER] [--json] [--reveal] [--follow]",
        "print a session log, a line a row; --follow waits for more until Ctrl+C", 1, "filter json reveal follow",
        &showLog},
    Command{"log decode", "FILE|HEX [--row N] [--filter FILTER] [--json] [--reveal]",
        "print what the bytes of rows say; HEX is a command, COMMAND:RESPONSE or a message", 1,
        "row filter json reveal", &decodeLog},
    Command{"log export", "FILE OUT [--filter FILTER] [--pcap | --html | --json | --text] [--reveal]",
        "write a session log in another format; OUT may be a folder for its DM messages", 2,
        "filter pcap html json text reveal", &exportLog},
    Command{"log replay",
        "FILE --to card:FILE|handset:FILE|pcsc:READER|server [--filter FILTER] [--edit N=HEX|N=@FILE]... "
        "[--json | --html] [--out LOG] [--reveal] [--keys FILE] [--as ENTITY] [--method METHOD]",
        "say a session log again to a copy of a card or handset, to the card in a reader or to the DM server, and "
        "compare the answers; exit status 1: they differ",
        1, "to filter edit json html out reveal keys as method", &replayLog},
    Command{"log compare", "LEFT RIGHT [--filter FILTER] [--json | --html] [--out FILE] [--reveal]",
        "compare two session logs row by row and field by field; exit status 1: they differ", 2,
        "filter json html out reveal", &compareLogs},
    Command{"readers", "[--json]", "list the readers of pcscd and the cards in them", 0, "json", &readers},
};

tl::unexpected<Error> wrong(const QString& what)
{
    return fail(ErrorKind::Unsupported, what, QCoreApplication::translate("CommandLine", "see dmsc --help"));
}

std::string lineOf(const Command& command)
{
    return std::string("  dmsc ") + command.name + " " + command.usage + "\n        " + command.summary + "\n";
}

std::string help()
{
    std::string text =
        "dmsc " + std::string(kVersion) + " - DM trees and the MO stores of smart cards, without a window\n\n";
    for (const Command& command : kCommands)
        text += lineOf(command);
    return text
        + "\n"
          "  dmsc --help | --version | COMMAND --help\n\n"
          "WHERE = card:FILE | handset:FILE | pcsc:READER | a document's path\n"
          "      (of a reader's name a part is enough that no other has)\n"
          "URI = ./A/B; FORMAT = xml wbxml ddf prov provwbxml json (by default what the suffix says:\n"
          "      .xml is TNDS, .wbxml, .ddf, .json; input is recognised by its content)\n"
          "copy puts the node at the same URI as in FROM unless --to names another.\n"
          "SESSION = [--keys FILE] [--as ENTITY] [--method scp03|scp11a|scp11b|scp11c] [--receipt FILE] [--record "
          "LOG]:\n"
          "      how a card is opened, and where everything that is said to it is kept.\n"
          "      FILE is PKCS#12, PEM or a key set in JSON; ENTITY is issuer, device, dms, application, or the\n"
          "      id of a kept credential. Without them the published demo credentials are used.\n"
          "      Passphrases come from DMSC_PASSPHRASE, or are asked for at the terminal.\n"
          "Keys of cards come from DMSC_PINS (01=1234,0A=11223344), for card pin from DMSC_PIN, DMSC_PUK and\n"
          "      DMSC_NEW_PIN or the terminal; each is tried once.\n"
          "LOG = a new .dmsclog file, readable by its owner alone. log commands read it, and what others log:\n"
          "      pcap with GSMTAP, pcscd -a, OpenSC, pySim, GlobalPlatformPro, scriptor, SyncML, SyncMLViewer.\n"
          "      Secrets are dots unless --reveal is given; FILTER as in the window, e.g. 'status == 6982'.\n"
          "--resync says how the nonce 0x00000000 of servers that have lost theirs is written: as four zero bytes, or\n"
          "      as these ten characters; four zero bytes unless it says so.\n"
          "Exit status: 0 done, 1 diff, log compare or log replay found differences, 2 trouble (one line on standard "
          "error).\n";
}

std::string helpFor(const Command& command)
{
    return std::string("dmsc ") + command.name + " " + command.usage + "\n  " + command.summary + "\n";
}

bool isHelp(const QString& word)
{
    return word == QLatin1String("--help") || word == QLatin1String("-h");
}

/// The commands that have a first word in common: "log show", "log decode", ...
struct Group
{
    QString name;
    QStringList seconds;
    std::string help;
};

Group groupOf(const QString& first)
{
    Group group{first, {}, {}};
    for (const Command& command : kCommands) {
        const QString name = QString::fromLatin1(command.name);
        if (!name.startsWith(first + QLatin1Char(' ')))
            continue;
        group.seconds += name.section(QLatin1Char(' '), 1);
        group.help += lineOf(command);
    }
    return group;
}

tl::unexpected<Error> unknownOf(const Group& group, const QString& second)
{
    const QString known = group.seconds.join(QLatin1String(", "));
    if (second.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "%1 what? expected %2").arg(group.name, known));
    return wrong(QCoreApplication::translate("CommandLine", "there is no command %1 %2; expected %3")
                     .arg(group.name, second, known));
}

bool knows(const Command& command, const QString& option)
{
    const QStringList known = QString::fromLatin1(command.options).split(QLatin1Char(' '));
    const bool ofSession = option == QLatin1String("keys") || option == QLatin1String("as")
        || option == QLatin1String("method") || option == QLatin1String("receipt") || option == QLatin1String("record");
    return known.contains(option) || (ofSession && known.contains(QLatin1String(kSession)));
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
    if (name == QLatin1String("release"))
        return &arguments.release;
    if (name == QLatin1String("delete"))
        return &arguments.del;
    if (name == QLatin1String("change"))
        return &arguments.change;
    if (name == QLatin1String("unblock"))
        return &arguments.unblock;
    if (name == QLatin1String("xml"))
        return &arguments.xml;
    if (name == QLatin1String("wbxml"))
        return &arguments.wbxml;
    if (name == QLatin1String("once"))
        return &arguments.once;
    if (name == QLatin1String("windows"))
        return &arguments.windows;
    if (name == QLatin1String("prove-by-card"))
        return &arguments.proveByCard;
    if (name == QLatin1String("reject"))
        return &arguments.reject;
    if (name == QLatin1String("pcap"))
        return &arguments.pcap;
    if (name == QLatin1String("html"))
        return &arguments.html;
    if (name == QLatin1String("text"))
        return &arguments.text;
    if (name == QLatin1String("reveal"))
        return &arguments.reveal;
    if (name == QLatin1String("follow"))
        return &arguments.follow;
    return name == QLatin1String("uicc") ? &arguments.uicc : nullptr;
}

/// Options with a value and where it goes.
constexpr std::pair<const char*, QString Arguments::*> kValues[] = {{"uri", &Arguments::uri}, {"to", &Arguments::to},
    {"from", &Arguments::from}, {"profile", &Arguments::profile}, {"vpcd", &Arguments::vpcd},
    {"keys", &Arguments::keys}, {"as", &Arguments::as}, {"method", &Arguments::method}, {"level", &Arguments::level},
    {"receipt", &Arguments::receipt}, {"ca", &Arguments::ca}, {"set", &Arguments::set},
    {"reset-tries", &Arguments::resetTries}, {"key-version", &Arguments::keyVersion}, {"label", &Arguments::label},
    {"request", &Arguments::request}, {"extend", &Arguments::extend}, {"reduce", &Arguments::reduce},
    {"handset", &Arguments::handset}, {"card", &Arguments::card}, {"server", &Arguments::server},
    {"answer", &Arguments::answer}, {"out", &Arguments::out}, {"listen", &Arguments::listen},
    {"script", &Arguments::script}, {"files", &Arguments::files}, {"user", &Arguments::user},
    {"secret", &Arguments::secret}, {"server-secret", &Arguments::serverSecret}, {"auth", &Arguments::auth},
    {"mo", &Arguments::mo}, {"push", &Arguments::push}, {"ui", &Arguments::ui}, {"resync", &Arguments::resync},
    {"package", &Arguments::package}, {"signature", &Arguments::signature}, {"certificate", &Arguments::certificate},
    {"key", &Arguments::key}, {"filter", &Arguments::filter}, {"row", &Arguments::row}, {"in", &Arguments::in},
    {"part", &Arguments::part}, {"record", &Arguments::record}, {"iccid", &Arguments::iccid}};

Result<void> takeOption(const Command& command, const QString& name, const QString& value, Arguments& arguments)
{
    for (const auto& [known, place] : kValues)
        if (name == QLatin1String(known))
            arguments.*place = value;
    if (name == QLatin1String("edit"))
        arguments.edits += value;
    // An empty filter lets everything pass.
    if (value.isEmpty() && (value.isNull() || name != QLatin1String("filter")))
        return wrong(QCoreApplication::translate("CommandLine", "--%1 of %2 expects a value")
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
            return wrong(QCoreApplication::translate("CommandLine", "%1 does not know the option --%2")
                             .arg(QString::fromLatin1(command.name), name));
        if (bool* flag = flagOf(name, arguments)) {
            if (joined)
                return wrong(QCoreApplication::translate("CommandLine", "--%1 of %2 takes no value")
                                 .arg(name, QString::fromLatin1(command.name)));
            *flag = true;
            continue;
        }
        QString value = joined ? word.mid(word.indexOf(QLatin1Char('=')) + 1) : words.value(++i);
        if (value.isNull() && (joined || i < words.size()))
            value = QLatin1String(""); // given, and empty
        if (auto taken = takeOption(command, name, value, arguments); !taken)
            return tl::unexpected(taken.error());
    }
    if (arguments.xml && arguments.wbxml)
        return wrong(QCoreApplication::translate("CommandLine", "--xml and --wbxml exclude each other"));
    return arguments;
}

/// What to say to words that are no command, a group's name among them.
Result<Invocation> helpOrTrouble(const QStringList& words)
{
    const Group group = groupOf(words.first());
    if (group.seconds.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "there is no command %1").arg(words.first()));
    if (isHelp(words.value(1)))
        return Invocation{nullptr, {}, group.help};
    return unknownOf(group, words.value(1));
}

} // namespace

std::span<const Command> commands()
{
    return kCommands;
}

Result<Invocation> readCommandLine(const QStringList& words)
{
    if (words.isEmpty())
        return wrong(QCoreApplication::translate("CommandLine", "a command is missing"));
    if (words.first() == QLatin1String("help") && words.size() > 1) // help COMMAND is COMMAND --help
        return readCommandLine(words.mid(1) << QStringLiteral("--help"));
    if (isHelp(words.first()) || words.first() == QLatin1String("help"))
        return Invocation{nullptr, {}, help()};
    if (words.first() == QLatin1String("--version"))
        return Invocation{nullptr, {}, "dmsc " + std::string(kVersion) + "\n"};
    const Command* command = findCommand(words);
    if (!command)
        return helpOrTrouble(words);
    const QStringList rest = words.mid(QString::fromLatin1(command->name).count(QLatin1Char(' ')) + 1);
    if (std::any_of(rest.begin(), rest.end(), isHelp))
        return Invocation{nullptr, {}, helpFor(*command)};
    auto arguments = readWords(*command, rest);
    if (!arguments)
        return tl::unexpected(arguments.error());
    const qsizetype given = arguments->positional.size();
    if (command->positionals == kSome ? given == 0 : given != command->positionals)
        return wrong(QCoreApplication::translate("CommandLine", "%1 takes %2")
                         .arg(QString::fromLatin1(command->name), QString::fromLatin1(command->usage)));
    return Invocation{command, *std::move(arguments), {}};
}

} // namespace dmsc::cli
