// SPDX-License-Identifier: Apache-2.0
// dmsc notify: a DM server's package 0 to a handset's push port.
#include "app/cli/dm_options.h"
#include "app/cli/session.h"
#include "cardio/server/push_port.h"
#include "cardio/session/dm_auth.h"
#include "cardio/session/message_records.h"

#include <QCoreApplication>

namespace dmsc::cli {

namespace {

Result<syncml::UiMode> uiModeOf(const QString& word)
{
    for (const auto& [name, mode] :
        {std::pair("", syncml::UiMode::Unspecified), std::pair("background", syncml::UiMode::Background),
            std::pair("inform", syncml::UiMode::Informative), std::pair("ask", syncml::UiMode::Interaction)})
        if (word == QLatin1String(name))
            return mode;
    return fail(
        ErrorKind::BadValue, QCoreApplication::translate("CommandLine", "--ui is background, inform or ask"), word);
}

} // namespace

Result<Answer> notify(const Arguments& arguments)
{
    const auto target = addressOf(arguments.positional[0]);
    if (!target)
        return tl::unexpected(target.error());
    if (arguments.as.isEmpty() || arguments.serverSecret.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "a notification needs --as SERVER and --server-secret S"));
    const auto mode = uiModeOf(arguments.ui);
    if (!mode)
        return tl::unexpected(mode.error());
    const auto resync = resyncOf(arguments.resync);
    if (!resync)
        return tl::unexpected(resync.error());
    syncml::Notification wish;
    wish.uiMode = *mode;
    wish.serverInitiated = true;
    wish.sessionId = freshSessionId();
    wish.serverId = arguments.as.toStdString();
    // The shell keeps no nonce from one run to the next: the one for servers that have lost theirs (NOTI 6.1).
    const auto package = notificationPackage(wish, arguments.serverSecret.toStdString(), resyncNonce(*resync));
    if (!package)
        return tl::unexpected(package.error());
    if (auto sent = sendPush(target->host, target->port, *package); !sent)
        return tl::unexpected(sent.error());
    writeNotification(recordsOf(arguments), Actor::Server, Actor::Device, *package);
    return Answer{};
}

} // namespace dmsc::cli
