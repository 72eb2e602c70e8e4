// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/message_link.h"

#include <QByteArray>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dmsc {

struct HttpOptions
{
    QStringList anchors; ///< PEM files of further trust anchors, beside the system's
    int timeoutMs = 30'000;
};

struct HttpRequest
{
    std::string url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::optional<QByteArray> body; ///< POST; without one GET
    std::uint64_t maxBytes = std::uint64_t{8} << 20U; ///< of the answer
};

/// Whatever status it has: what a redirection or a refusal means is the caller's business.
struct HttpResponse
{
    int status = 0;
    QUrl url; ///< that was asked
    QUrl redirect; ///< absolute; empty: none
    QByteArray contentType;
    QByteArray hmac; ///< x-syncml-hmac
    bool chunked = false; ///< Qt takes the end of the connection for the end of chunks, wherever it comes
    bool hasLength = false; ///< told beforehand
    QByteArray body;

    [[nodiscard]] QString place() const { return url.toString(QUrl::RemoveUserInfo); }
};

/// Asks HTTP servers. The network has a thread of its own, so that the caller's need have no event loop. TLS
/// certificates are checked; redirections are not followed. For a thread that may wait, never the window's.
class HttpClient
{
public:
    explicit HttpClient(HttpOptions options = {});
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    ~HttpClient();

    /// Errors: no such address, nobody there, cut, too long, too slow, a certificate that is not trusted, or stopped.
    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request, const Progress& progress);

private:
    class Network;
    HttpOptions m_options;
    std::unique_ptr<Network> m_network;
};

} // namespace dmsc
