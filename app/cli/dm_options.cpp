// SPDX-License-Identifier: Apache-2.0
#include "app/cli/dm_options.h"

#include "cardio/channel/random.h"
#include "cardio/handset/demo_content.h"

#include <QCoreApplication>

namespace dmsc::cli {

Result<AuthScheme> authOf(const QString& word, bool password)
{
    if (word.isEmpty())
        return password ? AuthScheme::Md5 : AuthScheme::None;
    for (const auto& [name, scheme] : {std::pair("none", AuthScheme::None), std::pair("basic", AuthScheme::Basic),
             std::pair("md5", AuthScheme::Md5), std::pair("hmac", AuthScheme::Hmac)})
        if (word == QLatin1String(name))
            return scheme;
    return fail(
        ErrorKind::BadValue, QCoreApplication::translate("CommandLine", "--auth is none, basic, md5 or hmac"), word);
}

Result<DmAccount> accountFrom(const Arguments& arguments)
{
    const auto client = authOf(arguments.auth, !arguments.secret.isEmpty());
    if (!client)
        return tl::unexpected(client.error()); // of the other end it would be the same
    DmAccount account;
    account.serverId = arguments.as.isEmpty() ? kServerId : arguments.as.toStdString();
    account.name = account.serverId;
    account.client.scheme = *client;
    account.client.user = arguments.user.toStdString();
    account.client.password = arguments.secret.toStdString();
    const auto server = authOf(arguments.auth, !arguments.serverSecret.isEmpty());
    account.server.scheme = arguments.serverSecret.isEmpty() ? AuthScheme::None : *server;
    account.server.user = account.serverId;
    account.server.password = arguments.serverSecret.toStdString();
    return account;
}

Result<std::unique_ptr<EmulatedHandset>> openHandset(const QString& where)
{
    const QLatin1String prefix("handset:");
    const QString path = where.startsWith(prefix) ? where.mid(prefix.size()) : where;
    auto descriptions = builtInDescriptions();
    if (!descriptions)
        return tl::unexpected(descriptions.error());
    HandsetOutside outside;
    const auto rules = std::make_shared<const DescriptionSet>(std::move(*descriptions));
    outside.ddf = ddfChecksBy(rules);
    return EmulatedHandset::open(path, std::move(outside));
}

Result<Address> addressOf(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool good = false;
    const std::uint16_t port = text.mid(colon + 1).toUShort(&good);
    if (colon < 1 || !good)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "ADDRESS:PORT was expected, as in 127.0.0.1:8080"), text);
    return Address{text.left(colon).remove(QLatin1Char('[')).remove(QLatin1Char(']')), port};
}

Result<ResyncNonce> resyncOf(const QString& word)
{
    if (word.isEmpty() || word == QLatin1String("zeros"))
        return ResyncNonce::FourZeroBytes;
    if (word == QLatin1String("text"))
        return ResyncNonce::TenCharacters;
    return fail(ErrorKind::BadValue, QCoreApplication::translate("CommandLine", "--resync is zeros or text"), word);
}

QString endText(SessionEnd end, SessionAbort abort)
{
    switch (end) {
    case SessionEnd::Finished:
        return QCoreApplication::translate("CommandLine", "the session has finished");
    case SessionEnd::NotAuthenticated:
        if (abort == SessionAbort::WeakerProof)
            return describe(abort);
        return abort == SessionAbort::ServerUnproven
            ? QCoreApplication::translate("CommandLine",
                "the server did not prove who it is, which the handset wants of it; start it with the "
                "--server-secret and --auth of the handset's account, or say here with --server-secret and --auth "
                "what it has (--auth none: no proof is wanted)")
            : QCoreApplication::translate("CommandLine",
                "the server does not take the handset's proof of who it is; give --user, --secret and --auth as the "
                "server knows them");
    case SessionEnd::Aborted:
        return QCoreApplication::translate("CommandLine", "the session was aborted: %1").arg(describe(abort));
    case SessionEnd::Running:
        break;
    }
    return QCoreApplication::translate("CommandLine", "the session broke off");
}

std::uint16_t freshSessionId()
{
    std::uint8_t bytes[2] = {0, 1};
    (void)systemRandom()(bytes);
    const auto number = static_cast<std::uint16_t>(bytes[0] << 8U | bytes[1]);
    return number == 0 ? 1 : number;
}

} // namespace dmsc::cli
