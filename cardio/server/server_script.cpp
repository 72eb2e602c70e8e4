// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/server_script.h"

#include "cardio/session/tree_client.h"
#include "model/byte_array.h"
#include "model/formats/tnds.h"
#include "model/syncml/base64.h"
#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dmsc {

using syncml::AlertCode;
using syncml::Command;
using syncml::CommandKind;
using syncml::Item;

namespace {

constexpr std::size_t kMaxScript = std::size_t{64} << 20U;
constexpr int kMaxNesting = 8;
constexpr std::uint8_t kLastWbxmlVersion = 0x03;

tl::unexpected<Error> wrong(const char* text, const QString& where, const QString& word = {})
{
    QString what = QCoreApplication::translate("ServerScript", text);
    return fail(ErrorKind::Syntax, word.isEmpty() ? what : what.arg(word), where);
}

std::string textOf(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toString().toStdString();
}

/// What a server may send.
bool isForClients(CommandKind kind)
{
    return kind != CommandKind::Unknown && kind != CommandKind::Status && kind != CommandKind::Results;
}

Result<Item> itemOf(const QJsonObject& object, const QString& where)
{
    Item item;
    item.target.uri = textOf(object, "target");
    item.source.uri = textOf(object, "source");
    item.meta.format = textOf(object, "format");
    item.meta.type = textOf(object, "type");
    item.meta.mark = textOf(object, "mark");
    const QJsonValue base64 = object[QLatin1String("base64")];
    const QJsonValue data = object[QLatin1String("data")];
    if (base64.isString()) {
        item.data = syncml::fromBase64(base64.toString().toStdString());
        if (!item.data)
            return wrong(QT_TRANSLATE_NOOP("ServerScript", "\"base64\" does not hold base64"), where);
        if (item.meta.format.empty())
            item.meta.format = syncml::format::kBin;
    } else if (data.isString()) {
        item.data = data.toString().toStdString();
    } else if (!data.isUndefined()) {
        return wrong(
            QT_TRANSLATE_NOOP("ServerScript", "\"data\" must be a text; binary values stand in \"base64\""), where);
    }
    return item;
}

class JsonReader
{
public:
    Result<ServerScript> read(const QByteArray& text)
    {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
        if (document.isNull())
            return fail(ErrorKind::Syntax, problem.errorString(),
                QCoreApplication::translate("ServerScript", "byte %1").arg(problem.offset));
        QJsonArray list = document.isArray() ? document.array() : QJsonArray{document.object()};
        const bool packages = !list.isEmpty() && list.first().isArray();
        if (!packages) {
            QJsonArray only; // in braces some compilers would copy the list instead
            only.append(list);
            list = only;
        }
        ServerScript script;
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString where = QCoreApplication::translate("ServerScript", "package %1").arg(i + 1);
            if (!list[i].isArray())
                return wrong(QT_TRANSLATE_NOOP("ServerScript", "expected a list of commands"), where);
            auto commands = commandsIn(list[i].toArray(), where, 0);
            if (!commands)
                return tl::unexpected(commands.error());
            script.packages.push_back(*std::move(commands));
        }
        return script;
    }

private:
    static Result<std::vector<Command>> commandsIn(const QJsonArray& list, const QString& where, int depth)
    {
        if (depth > kMaxNesting)
            return wrong(QT_TRANSLATE_NOOP("ServerScript", "Atomic and Sequence are nested too deep"), where);
        std::vector<Command> commands;
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString here = QCoreApplication::translate("ServerScript", "%1, command %2").arg(where).arg(i + 1);
            auto command = commandOf(list[i].toObject(), here, depth);
            if (!command)
                return tl::unexpected(command.error());
            commands.push_back(*std::move(command));
        }
        return commands;
    }

    static Result<Command> commandOf(const QJsonObject& object, const QString& where, int depth)
    {
        const std::string name = textOf(object, "command");
        Command command;
        command.kind = syncml::commandKind(name);
        if (!isForClients(command.kind))
            return wrong(QT_TRANSLATE_NOOP("ServerScript",
                             "\"command\" is \"%1\", expected Get, Add, Replace, Delete, Copy, Exec, Alert, Atomic or "
                             "Sequence"),
                where, QString::fromStdString(name).left(40));
        command.correlator = textOf(object, "correlator");
        if (command.kind == CommandKind::Atomic || command.kind == CommandKind::Sequence) {
            auto members = commandsIn(object[QLatin1String("commands")].toArray(), where, depth + 1);
            if (!members)
                return tl::unexpected(members.error());
            command.members = *std::move(members);
            return command;
        }
        if (command.kind == CommandKind::Alert)
            command.alert = static_cast<AlertCode>(object[QLatin1String("code")].toInt());
        const QJsonArray items = object[QLatin1String("items")].toArray();
        for (const auto& one : items) {
            if (one.isString()) {
                command.items.emplace_back().data = one.toString().toStdString();
                continue;
            }
            auto item = itemOf(one.toObject(), where);
            if (!item)
                return tl::unexpected(item.error());
            command.items.push_back(*std::move(item));
        }
        if (items.isEmpty() && command.kind != CommandKind::Alert) {
            auto item = itemOf(object, where);
            if (!item)
                return tl::unexpected(item.error());
            command.items.push_back(*std::move(item));
        }
        const bool aimed = std::all_of(
            command.items.begin(), command.items.end(), [](const Item& item) { return !item.target.uri.empty(); });
        if (command.kind != CommandKind::Alert && !aimed)
            return wrong(
                QT_TRANSLATE_NOOP("ServerScript", "%1 needs a \"target\""), where, QString::fromStdString(name));
        return command;
    }
};

Result<ServerScript> scriptOf(syncml::Message message)
{
    ServerScript script;
    auto& commands = script.packages.emplace_back();
    for (Command& command : message.commands) {
        const bool user = command.alert >= AlertCode::Display && command.alert <= AlertCode::MultipleChoice;
        if (isForClients(command.kind) && !command.fault && (command.kind != CommandKind::Alert || user))
            commands.push_back(std::move(command));
    }
    if (commands.empty())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("ServerScript", "the message holds no command for a client"));
    return script;
}

Result<ServerScript> scriptOf(const Tree& tree)
{
    ServerScript script;
    script.replaceExisting = true;
    auto& commands = script.packages.emplace_back();
    for (const NodeId child : tree.children(Tree::root())) {
        Operation add;
        add.kind = Operation::Kind::Add;
        add.uri = tree.uri(child);
        add.added = takeSubtree(tree, child);
        auto command = commandFor(add, Tree());
        if (!command)
            return tl::unexpected(command.error());
        commands.push_back(*std::move(command));
    }
    return script;
}

} // namespace

Result<ServerScript> readServerScript(ByteView document)
{
    if (document.size() > kMaxScript)
        return fail(ErrorKind::Limit, QCoreApplication::translate("ServerScript", "the script has over 64 MiB"));
    const bool wbxml = !document.empty() && document.front() <= kLastWbxmlVersion;
    const QByteArray text = toByteArray(document);
    if (!wbxml && !text.trimmed().startsWith('<'))
        return JsonReader().read(text);
    const QByteArray root = text.left(4'096);
    if (!wbxml && !root.contains("<MgmtTree") && !root.contains(":MgmtTree")) {
        auto message = syncml::decodeXml(document);
        return message ? scriptOf(*std::move(message)) : tl::unexpected(message.error());
    }
    if (auto message = wbxml ? syncml::decodeWbxml(document) : tl::unexpected(Error{}); message)
        return scriptOf(*std::move(message));
    auto content = wbxml ? readMgmtTreeWbxml(document) : readMgmtTreeXml(document);
    return content ? scriptOf(content->tree) : tl::unexpected(content.error());
}

} // namespace dmsc
