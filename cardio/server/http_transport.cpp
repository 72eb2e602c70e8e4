// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_transport.h"

#include "model/byte_array.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr int kRequestTimeout = 408;

/// An HTTP status that is no answer, in words that say what to do.
tl::unexpected<Error> refusal(const HttpResponse& response)
{
    const int status = response.status;
    if (status >= 300 && status < 400)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate(
                "HttpTransport", "the server redirects to %1, which is not followed; set that address in the account")
                .arg(response.redirect.toString()),
            response.place());
    const char* text =
        QT_TRANSLATE_NOOP("HttpTransport", "the server answered with HTTP status %1; its log should say why");
    if (status == 404)
        text = QT_TRANSLATE_NOOP("HttpTransport", "HTTP status %1: there is no DM server at that path; check the URL");
    else if (status == 405)
        text =
            QT_TRANSLATE_NOOP("HttpTransport", "HTTP status %1: what is at that path takes no messages; check the URL");
    else if (status == kRequestTimeout)
        text = QT_TRANSLATE_NOOP(
            "HttpTransport", "HTTP status %1: the message did not reach the server in time; try again");
    else if (status == 401 || status == 403)
        text = QT_TRANSLATE_NOOP("HttpTransport",
            "HTTP status %1: the web server wants credentials of its own before DM's; have it let DM clients in "
            "without");
    else if (status == 413)
        text = QT_TRANSLATE_NOOP(
            "HttpTransport", "HTTP status %1: the message is too large for the server; have its limit raised");
    else if (status == 400 || status == 415)
        text = QT_TRANSLATE_NOOP(
            "HttpTransport", "HTTP status %1: the server cannot read the message; try the other encoding");
    else if (status == 429 || status == 503)
        text = QT_TRANSLATE_NOOP("HttpTransport", "HTTP status %1: the server is busy; try again later");
    else if (status >= 500)
        text = QT_TRANSLATE_NOOP("HttpTransport",
            "HTTP status %1: the server has trouble of its own; look into its log, or try again later");
    return fail(ErrorKind::Io, QCoreApplication::translate("HttpTransport", text).arg(status), response.place());
}

} // namespace

Result<DmPacket> HttpTransport::exchange(const std::string& uri, const DmPacket& packet, const Progress& progress)
{
    const QByteArray type = QByteArray::fromStdString(packet.contentType);
    HttpRequest request;
    request.url = uri;
    request.headers = {{"Content-Type", type}, {"Accept", type}};
    if (!packet.hmac.empty())
        request.headers.emplace_back("x-syncml-hmac", QByteArray::fromStdString(packet.hmac));
    request.body = toByteArray(packet.body);
    auto response = m_http->send(request, progress);
    // Said to a connection that was kept open for long, about no message at all: ours goes by a new one. Had the server
    // seen it after all, it would take it for a retransmission.
    if (response && response->status == kRequestTimeout)
        response = m_http->send(request, progress);
    if (!response)
        return tl::unexpected(response.error());
    if (response->status < 200 || response->status >= 300)
        return refusal(*response);
    if (response->contentType.toLower().startsWith("text/html"))
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate(
                "HttpTransport", "the server answered with a web page, not with a DM message; check the URL"),
            response->place());
    DmPacket answer{response->contentType.toStdString(), toBytes(response->body), response->hmac.toStdString()};
    if (response->chunked && !decodePacket(answer)) // only the message tells whether it is whole
        return fail(ErrorKind::Io,
            QCoreApplication::translate("HttpTransport", "the connection ended within the server's answer; try again"),
            response->place());
    return answer;
}

} // namespace dmsc
