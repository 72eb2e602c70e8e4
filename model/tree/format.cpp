// SPDX-License-Identifier: Apache-2.0
#include "model/tree/format.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDate>
#include <QTime>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <charconv>

namespace dmsc {

namespace {

constexpr std::array<std::string_view, std::size(kAllFormats)> kNames = {
    "node", "chr", "int", "bool", "float", "date", "time", "xml", "bin", "b64", "null"};

Result<void> bad(const char* text)
{
    return fail(ErrorKind::BadValue, QCoreApplication::translate("Format", text));
}

/// from_chars takes no '+'; "+-1" stays as it is and fails there.
std::string_view withoutPlus(std::string_view value)
{
    return value.size() > 1 && value[0] == '+' && value[1] != '-' ? value.substr(1) : value;
}

bool isInt(std::string_view value)
{
    value = withoutPlus(value);
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() && !value.empty();
}

bool isFloat(std::string_view value)
{
    if (value == "INF" || value == "-INF" || value == "NaN")
        return true;
    value = withoutPlus(value);
    const auto isPart = [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size()
        && std::all_of(value.begin(), value.end(), isPart);
}

/// No date and no time is longer: spares looking at a value of megabytes.
constexpr std::size_t kLongestMoment = 32;

QString latin(std::string_view value)
{
    return QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size()));
}

bool isDate(std::string_view value)
{
    if (value.size() > kLongestMoment)
        return false;
    const QString text = latin(value);
    return QDate::fromString(text, QStringLiteral("yyyy-MM-dd")).isValid()
        || QDate::fromString(text, QStringLiteral("yyyyMMdd")).isValid();
}

bool isTime(std::string_view value)
{
    if (value.ends_with('Z'))
        value.remove_suffix(1);
    if (value.size() > kLongestMoment)
        return false;
    const QString text = latin(value);
    return QTime::fromString(text, QStringLiteral("HH:mm:ss")).isValid()
        || QTime::fromString(text, QStringLiteral("HHmmss")).isValid();
}

bool isBase64(std::string_view value)
{
    const QByteArray bytes =
        QByteArray(value.data(), static_cast<qsizetype>(value.size())).simplified().replace(' ', "");
    return bytes.size() % 4 == 0
        && static_cast<bool>(QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors));
}

} // namespace

std::string_view formatName(Format format)
{
    return kNames[static_cast<std::size_t>(format)];
}

std::optional<Format> formatFromName(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Format>(found - kNames.begin());
}

bool isBinary(Format format)
{
    return format == Format::Bin;
}

Result<void> checkValue(Format format, std::string_view value)
{
    switch (format) {
    case Format::Node:
        return value.empty() ? Result<void>() : bad(QT_TRANSLATE_NOOP("Format", "an interior node has no value"));
    case Format::Null:
        return value.empty() ? Result<void>() : bad(QT_TRANSLATE_NOOP("Format", "a node of Format null has no value"));
    case Format::Int:
        return isInt(value)
            ? Result<void>()
            : bad(QT_TRANSLATE_NOOP("Format", "Format int expects a whole number from -2147483648 to 2147483647"));
    case Format::Bool:
        return value == "true" || value == "false"
            ? Result<void>()
            : bad(QT_TRANSLATE_NOOP("Format", "Format bool expects true or false"));
    case Format::Float:
        return isFloat(value) ? Result<void>()
                              : bad(QT_TRANSLATE_NOOP("Format", "Format float expects a number such as -12.5 or 1E4"));
    case Format::Date:
        return isDate(value) ? Result<void>()
                             : bad(QT_TRANSLATE_NOOP("Format", "Format date expects a date such as 2026-11-24"));
    case Format::Time:
        return isTime(value) ? Result<void>()
                             : bad(QT_TRANSLATE_NOOP("Format", "Format time expects a time such as 13:45:00"));
    case Format::B64:
        return isBase64(value) ? Result<void>() : bad(QT_TRANSLATE_NOOP("Format", "Format b64 expects base64 text"));
    case Format::Chr:
    case Format::Xml:
        if (value.find('\0') != std::string_view::npos)
            return bad(QT_TRANSLATE_NOOP("Format", "text must not contain a NUL byte"));
        return QUtf8StringView(value.data(), static_cast<qsizetype>(value.size())).isValidUtf8()
            ? Result<void>()
            : bad(QT_TRANSLATE_NOOP("Format", "text must be valid UTF-8"));
    case Format::Bin:
        return {};
    }
    return {};
}

} // namespace dmsc
