// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/session/client_session.h"

namespace dmsc::cli {

/// The id of `dmsc dms`, and what `dmsc client` takes a server for, unless --as names another.
inline constexpr const char* kServerId = "dmsc.dms";

/// What --auth says; without it MD5 where there is a password, else none.
[[nodiscard]] Result<AuthScheme> authOf(const QString& word, bool password);
/// Client and server of a session, as --user, --secret, --server-secret, --auth and --as say.
[[nodiscard]] Result<DmAccount> accountFrom(const Arguments& arguments);
/// FILE or handset:FILE, with the rules of the standard's own MOs.
[[nodiscard]] Result<std::unique_ptr<EmulatedHandset>> openHandset(const QString& where);

struct Address
{
    QString host;
    std::uint16_t port = 0;
};
/// ADDRESS:PORT, an IPv6 address in brackets.
[[nodiscard]] Result<Address> addressOf(const QString& text);
/// What --resync says; four zero bytes without it.
[[nodiscard]] Result<ResyncNonce> resyncOf(const QString& word);
/// How a session ended, in a sentence without full stop.
[[nodiscard]] QString endText(SessionEnd end, SessionAbort abort);
/// Another one each time: servers take the same for the same session.
[[nodiscard]] std::uint16_t freshSessionId();

} // namespace dmsc::cli
