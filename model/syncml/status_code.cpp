// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/status_code.h"

#include <QCoreApplication>

#include <span>

namespace dmsc::syncml {

namespace {

struct Entry
{
    int code;
    const char* text;
};

constexpr Entry kStatusTexts[] = {
    {101, QT_TRANSLATE_NOOP("StatusCode", "in progress")},
    {200, QT_TRANSLATE_NOOP("StatusCode", "ok")},
    {201, QT_TRANSLATE_NOOP("StatusCode", "item added")},
    {202, QT_TRANSLATE_NOOP("StatusCode", "accepted for processing")},
    {203, QT_TRANSLATE_NOOP("StatusCode", "answered by another than was asked")},
    {204, QT_TRANSLATE_NOOP("StatusCode", "no content")},
    {205, QT_TRANSLATE_NOOP("StatusCode", "content to be reset")},
    {206, QT_TRANSLATE_NOOP("StatusCode", "done in part")},
    {207, QT_TRANSLATE_NOOP("StatusCode", "conflict resolved by a merge")},
    {208, QT_TRANSLATE_NOOP("StatusCode", "conflict resolved with the client's data")},
    {209, QT_TRANSLATE_NOOP("StatusCode", "conflict resolved with a duplicate")},
    {210, QT_TRANSLATE_NOOP("StatusCode", "deleted without archive")},
    {211, QT_TRANSLATE_NOOP("StatusCode", "item not deleted, it is not there")},
    {212, QT_TRANSLATE_NOOP("StatusCode", "authenticated for the session")},
    {213, QT_TRANSLATE_NOOP("StatusCode", "chunk accepted")},
    {214, QT_TRANSLATE_NOOP("StatusCode", "cancelled by the user")},
    {215, QT_TRANSLATE_NOOP("StatusCode", "not executed")},
    {216, QT_TRANSLATE_NOOP("StatusCode", "rolled back with its Atomic")},
    {300, QT_TRANSLATE_NOOP("StatusCode", "several choices")},
    {301, QT_TRANSLATE_NOOP("StatusCode", "moved for good")},
    {302, QT_TRANSLATE_NOOP("StatusCode", "found elsewhere")},
    {303, QT_TRANSLATE_NOOP("StatusCode", "see elsewhere")},
    {304, QT_TRANSLATE_NOOP("StatusCode", "not modified, the user said no")},
    {305, QT_TRANSLATE_NOOP("StatusCode", "proxy to be used")},
    {400, QT_TRANSLATE_NOOP("StatusCode", "bad request")},
    {401, QT_TRANSLATE_NOOP("StatusCode", "unauthorised, credentials are wrong")},
    {402, QT_TRANSLATE_NOOP("StatusCode", "payment required")},
    {403, QT_TRANSLATE_NOOP("StatusCode", "forbidden")},
    {404, QT_TRANSLATE_NOOP("StatusCode", "not found")},
    {405, QT_TRANSLATE_NOOP("StatusCode", "command not allowed on this node")},
    {406, QT_TRANSLATE_NOOP("StatusCode", "optional feature not supported")},
    {407, QT_TRANSLATE_NOOP("StatusCode", "authentication required")},
    {408, QT_TRANSLATE_NOOP("StatusCode", "no answer in time")},
    {409, QT_TRANSLATE_NOOP("StatusCode", "conflict")},
    {410, QT_TRANSLATE_NOOP("StatusCode", "gone")},
    {411, QT_TRANSLATE_NOOP("StatusCode", "size required")},
    {412, QT_TRANSLATE_NOOP("StatusCode", "incomplete command")},
    {413, QT_TRANSLATE_NOOP("StatusCode", "request entity too large")},
    {414, QT_TRANSLATE_NOOP("StatusCode", "URI too long")},
    {415, QT_TRANSLATE_NOOP("StatusCode", "unsupported Type or Format")},
    {416, QT_TRANSLATE_NOOP("StatusCode", "too big to be displayed")},
    {417, QT_TRANSLATE_NOOP("StatusCode", "retry later")},
    {418, QT_TRANSLATE_NOOP("StatusCode", "exists already")},
    {419, QT_TRANSLATE_NOOP("StatusCode", "conflict resolved with the server's data")},
    {420, QT_TRANSLATE_NOOP("StatusCode", "device full")},
    {421, QT_TRANSLATE_NOOP("StatusCode", "unknown search grammar")},
    {422, QT_TRANSLATE_NOOP("StatusCode", "bad CGI")},
    {423, QT_TRANSLATE_NOOP("StatusCode", "soft-delete conflict")},
    {424, QT_TRANSLATE_NOOP("StatusCode", "size mismatch")},
    {425, QT_TRANSLATE_NOOP("StatusCode", "permission denied by the ACL")},
    {426, QT_TRANSLATE_NOOP("StatusCode", "partial item not accepted")},
    {427, QT_TRANSLATE_NOOP("StatusCode", "item not empty")},
    {428, QT_TRANSLATE_NOOP("StatusCode", "move failed")},
    {500, QT_TRANSLATE_NOOP("StatusCode", "command failed")},
    {501, QT_TRANSLATE_NOOP("StatusCode", "command not implemented")},
    {502, QT_TRANSLATE_NOOP("StatusCode", "bad gateway")},
    {503, QT_TRANSLATE_NOOP("StatusCode", "service unavailable")},
    {504, QT_TRANSLATE_NOOP("StatusCode", "no answer through the gateway in time")},
    {505, QT_TRANSLATE_NOOP("StatusCode", "DTD version not supported")},
    {506, QT_TRANSLATE_NOOP("StatusCode", "processing error")},
    {507, QT_TRANSLATE_NOOP("StatusCode", "Atomic failed")},
    {508, QT_TRANSLATE_NOOP("StatusCode", "refresh required")},
    {509, QT_TRANSLATE_NOOP("StatusCode", "reserved, of no meaning yet")},
    {510, QT_TRANSLATE_NOOP("StatusCode", "data store failure")},
    {511, QT_TRANSLATE_NOOP("StatusCode", "server failure")},
    {512, QT_TRANSLATE_NOOP("StatusCode", "synchronisation failed")},
    {513, QT_TRANSLATE_NOOP("StatusCode", "protocol version not supported")},
    {514, QT_TRANSLATE_NOOP("StatusCode", "operation cancelled")},
    {516, QT_TRANSLATE_NOOP("StatusCode", "roll-back of the Atomic failed")},
    {517, QT_TRANSLATE_NOOP("StatusCode", "response to the Atomic too large")},
};

constexpr Entry kAlertTexts[] = {
    {1100, QT_TRANSLATE_NOOP("AlertCode", "display")},
    {1101, QT_TRANSLATE_NOOP("AlertCode", "confirm or reject")},
    {1102, QT_TRANSLATE_NOOP("AlertCode", "text input")},
    {1103, QT_TRANSLATE_NOOP("AlertCode", "single choice")},
    {1104, QT_TRANSLATE_NOOP("AlertCode", "multiple choice")},
    {1200, QT_TRANSLATE_NOOP("AlertCode", "session initiated by the server")},
    {1201, QT_TRANSLATE_NOOP("AlertCode", "session initiated by the client")},
    {1222, QT_TRANSLATE_NOOP("AlertCode", "next message")},
    {1223, QT_TRANSLATE_NOOP("AlertCode", "session abort")},
    {1224, QT_TRANSLATE_NOOP("AlertCode", "client event")},
    {1225, QT_TRANSLATE_NOOP("AlertCode", "no end of data")},
    {1226, QT_TRANSLATE_NOOP("AlertCode", "generic alert")},
};

QString describeFrom(std::span<const Entry> table, const char* context, int code)
{
    for (const Entry& entry : table) {
        if (entry.code == code)
            return QStringLiteral("%1 %2").arg(QString::number(code), QCoreApplication::translate(context, entry.text));
    }
    return QString::number(code);
}

} // namespace

QString describe(StatusCode code)
{
    return describeFrom(kStatusTexts, "StatusCode", static_cast<int>(code));
}

QString describe(AlertCode code)
{
    return describeFrom(kAlertTexts, "AlertCode", static_cast<int>(code));
}

} // namespace dmsc::syncml
