// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_request.h"

#include <QList>

namespace dmsc {

namespace {

void takeHeader(HttpHead& head, const QByteArray& name, const QByteArray& value)
{
    if (name == "content-type") {
        head.contentType = value;
    } else if (name == "x-syncml-hmac") {
        head.hmac = value;
    } else if (name == "content-length") {
        bool good = false;
        const quint64 length = value.toULongLong(&good);
        // Two lengths that differ are a trick, not a request.
        const bool same = good && (!head.length || *head.length == length);
        head.length = same ? std::optional(length) : std::nullopt;
        head.chunked = head.chunked || !same;
    } else if (name == "transfer-encoding") {
        head.chunked = true;
    } else if (name == "connection") {
        head.keepAlive = !value.toLower().contains("close");
    } else if (name == "expect") {
        head.expectsContinue = value.toLower() == "100-continue";
    }
}

} // namespace

std::optional<HttpHead> readHttpHead(const QByteArray& text)
{
    QList<QByteArray> lines = text.split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/'))
        return std::nullopt;
    HttpHead head;
    head.method = words[0];
    head.path = words[1].left(words[1].indexOf('?') < 0 ? words[1].size() : words[1].indexOf('?'));
    head.keepAlive = words[2] != "HTTP/1.0";
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return std::nullopt;
        takeHeader(head, line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    return head;
}

int refusalOf(const HttpHead& head, const QByteArray& path, quint64 maxBody)
{
    if (head.path != path)
        return 404;
    if (head.method != "POST")
        return 405;
    if (!head.length || head.chunked)
        return 411;
    if (*head.length > maxBody)
        return 413;
    const QByteArray type = head.contentType.toLower();
    return type.isEmpty() || type.startsWith("application/vnd.syncml") ? 0 : 415;
}

QByteArray httpReason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Payload Too Large";
    case 415:
        return "Unsupported Media Type";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Bad Request";
    }
}

} // namespace dmsc
