// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/session.h"
#include "app/cli/standard_error.h"
#include "cardio/desk/card_link.h"
#include "cardio/desk/card_wire.h"
#include "model/byte_array.h"
#include "model/decode/apdu_names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace dmsc::cli {

namespace {

struct SaidApdu
{
    Bytes command;
    Bytes data; ///< of the answer
    std::uint16_t status = 0;

    [[nodiscard]] QString name() const { return commandName(toByteArray(command)); }
};

/// All of them are read before the first is sent.
Result<std::vector<Bytes>> commandsIn(const QStringList& words)
{
    std::vector<Bytes> commands;
    for (const QString& word : words) {
        auto bytes = fromHex(word);
        if (!bytes)
            return at(bytes.error(), word);
        if (auto good = checkCommandSize(*bytes); !good)
            return at(good.error(), word);
        commands.push_back(std::move(*bytes));
    }
    if (commands.empty())
        return fail(
            ErrorKind::BadValue, QCoreApplication::translate("CommandLine", "card apdu expects commands in hex"));
    return commands;
}

Result<SaidApdu> say(Link& link, const Bytes& command)
{
    auto answer = link.transmit(command);
    if (!answer)
        return at(answer.error(), toHex(command));
    SaidApdu said{command, std::move(*answer), 0};
    if (auto good = checkResponseSize(said.data); !good)
        return at(good.error(), toHex(command));
    said.status = static_cast<std::uint16_t>(said.data[said.data.size() - 2] << 8U | said.data.back());
    said.data.resize(said.data.size() - 2);
    return said;
}

QString asText(const SaidApdu& said)
{
    QString text = QStringLiteral("> ") + toHex(said.command);
    if (const QString name = said.name(); !name.isEmpty())
        text += QStringLiteral("  ") + name;
    text += QStringLiteral("\n< ");
    if (!said.data.empty())
        text += toHex(said.data) + QLatin1Char(' ');
    return text + statusWordHex(said.status) + QStringLiteral("  ") + statusWordText(said.status) + QLatin1Char('\n');
}

QJsonObject asJson(const SaidApdu& said)
{
    return {{QStringLiteral("command"), toHex(said.command)}, {QStringLiteral("name"), said.name()},
        {QStringLiteral("response"), toHex(said.data)}, {QStringLiteral("status"), statusWordHex(said.status)},
        {QStringLiteral("text"), statusWordText(said.status)}};
}

} // namespace

Result<Answer> sendApdus(const Arguments& arguments)
{
    const auto commands = commandsIn(arguments.positional.mid(1));
    if (!commands)
        return tl::unexpected(commands.error());
    const auto where = Where::parse(arguments.positional[0]);
    auto link = where ? openCardLink(*where, announceWaiting()) : tl::unexpected(where.error());
    if (!link)
        return tl::unexpected(link.error());
    CardWire wire(std::move(*link), recordsOf(arguments), {});
    // What one command selects the next one finds.
    const auto claim = LinkClaim::take(wire);
    if (!claim)
        return tl::unexpected(claim.error());
    QString text;
    QJsonArray exchanges;
    for (const Bytes& command : *commands) {
        const auto said = say(wire, command);
        if (!said)
            return tl::unexpected(said.error());
        text += asText(*said);
        exchanges.append(asJson(*said));
    }
    const QJsonObject object{{QStringLiteral("where"), where->text()}, {QStringLiteral("exchanges"), exchanges}};
    return Answer{arguments.json ? QJsonDocument(object).toJson().toStdString() : text.toStdString(), Exit::Same, {}};
}

} // namespace dmsc::cli
