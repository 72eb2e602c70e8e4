// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace dmsc {

/// The head of an HTTP request, as far as a DM server looks at it.
struct HttpHead
{
    QByteArray method;
    QByteArray path; ///< without the query
    QByteArray host; ///< by which the client calls us, with a port where it names one; empty: it does not
    QByteArray contentType;
    QByteArray hmac; ///< x-syncml-hmac
    std::optional<quint64> length; ///< Content-Length; not set: none that can be read
    bool chunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;
    int refusal = 0; ///< the HTTP status for what it wants of us and does not get; 0: nothing
};

/// Reads request line and headers, up to and without the empty line. nullopt for anything but HTTP/1 as RFC 7230 has
/// it.
[[nodiscard]] std::optional<HttpHead> readHttpHead(const QByteArray& text);
/// The HTTP status that refuses the request before its body is read; 0: it may come.
[[nodiscard]] int refusalOf(const HttpHead& head, const QByteArray& path, quint64 maxBody);
/// "Bad Request": the words of a status line.
[[nodiscard]] QByteArray httpReason(int status);

} // namespace dmsc
