// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_request.h"

#include <QList>

#include <algorithm>
#include <string_view>

namespace dmsc {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool consistsOf(const QByteArray& text, std::string_view others)
{
    return std::all_of(text.begin(), text.end(),
        [&](char c) { return isLetterOrDigit(c) || others.find(c) != std::string_view::npos; });
}

bool isToken(const QByteArray& text)
{
    return !text.isEmpty() && consistsOf(text, "!#$%&'*+-.^_`|~");
}

bool isHost(const QByteArray& text)
{
    constexpr qsizetype kLongest = 300;
    return text.size() <= kLongest && consistsOf(text, "-._~:[]%");
}

bool isText(const QByteArray& value)
{
    constexpr char kDelete = 0x7F;
    return std::all_of(value.begin(), value.end(),
        [](char c) { return static_cast<unsigned char>(c) >= ' ' ? c != kDelete : c == '\t'; });
}

/// Headers as they come, and what only all of them together tell.
struct Reading
{
    HttpHead head;
    bool bad = false;
    bool absolute = false; ///< the request line names the host
    int hosts = 0;
};

void takeLength(Reading& reading, const QByteArray& value)
{
    bool good =
        !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    const quint64 length = good ? value.toULongLong(&good) : 0;
    // Two lengths that differ are a trick, not a request.
    reading.bad = reading.bad || !good || (reading.head.length && *reading.head.length != length);
    reading.head.length = length;
}

void takeHeader(Reading& reading, const QByteArray& name, const QByteArray& value)
{
    HttpHead& head = reading.head;
    const auto refuse = [&](int status) { head.refusal = head.refusal != 0 ? head.refusal : status; };
    if (name == "content-type") {
        head.contentType = value;
    } else if (name == "x-syncml-hmac") {
        head.hmac = value;
    } else if (name == "content-length") {
        takeLength(reading, value);
    } else if (name == "transfer-encoding") {
        reading.bad = reading.bad || head.chunked;
        head.chunked = true;
        if (value.toLower() != "chunked")
            refuse(501);
    } else if (name == "content-encoding") {
        if (value.toLower() != "identity")
            refuse(415);
    } else if (name == "connection") {
        head.keepAlive = !value.toLower().contains("close");
    } else if (name == "expect") {
        head.expectsContinue = value.toLower() == "100-continue";
        if (!head.expectsContinue)
            refuse(417);
    } else if (name == "host") {
        ++reading.hosts;
        reading.bad = reading.bad || !isHost(value);
        if (!reading.absolute)
            head.host = value;
    }
}

/// "http://HOST/PATH" is taken like "/PATH" (RFC 7230 5.3.2).
QByteArray takeAuthority(Reading& reading, const QByteArray& target)
{
    for (const QByteArray scheme : {"http://", "https://"}) {
        if (target.left(scheme.size()).toLower() != scheme)
            continue;
        const QByteArray rest = target.mid(scheme.size());
        const qsizetype slash = rest.indexOf('/');
        reading.absolute = true;
        reading.head.host = rest.left(slash < 0 ? rest.size() : slash);
        reading.bad = reading.head.host.isEmpty() || !isHost(reading.head.host);
        return slash < 0 ? QByteArray("/") : rest.mid(slash);
    }
    return target;
}

} // namespace

std::optional<HttpHead> readHttpHead(const QByteArray& text)
{
    QList<QByteArray> lines = text.split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !isToken(words[0]) || !isText(words[1]))
        return std::nullopt;
    Reading reading;
    const QByteArray target = takeAuthority(reading, words[1]);
    if (!target.startsWith('/'))
        return std::nullopt;
    HttpHead& head = reading.head;
    const bool old = words[2] == "HTTP/1.0";
    head.method = words[0];
    head.path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    head.keepAlive = !old;
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (colon <= 0 || !isToken(line.left(colon)) || !isText(value))
            return std::nullopt;
        takeHeader(reading, line.left(colon).toLower(), value);
    }
    // Without a Host, or with two, nobody could tell whom it is for; with two ways to find the end, where it ends.
    const bool hosts = reading.hosts == 1 || (old && reading.hosts == 0);
    if (reading.bad || !hosts || (head.chunked && (old || head.length)))
        return std::nullopt;
    return std::move(head);
}

int refusalOf(const HttpHead& head, const QByteArray& path, quint64 maxBody)
{
    if (head.path != path)
        return 404;
    if (head.method != "POST")
        return 405;
    if (head.refusal != 0)
        return head.refusal;
    if (!head.length && !head.chunked)
        return 411;
    if (head.length.value_or(0) > maxBody)
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
    case 417:
        return "Expectation Failed";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    default:
        return "Bad Request";
    }
}

} // namespace dmsc
