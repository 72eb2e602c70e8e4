// SPDX-License-Identifier: Apache-2.0
#include "model/trace/json_line.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace dmsc {

namespace {

constexpr double kMostExact = 9007199254740992.0; // 2^53

bool mustBeEscaped(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

bool isAsciiByte(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

QByteArray escapeOf(char c)
{
    switch (c) {
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    default:
        return "\\u00" + QByteArray(1, c).toHex();
    }
}

} // namespace

JsonLine::JsonLine(QByteArrayView before, qsizetype bytes)
{
    m_text.reserve(static_cast<std::size_t>(before.size() + bytes));
    append(before);
}

QByteArray JsonLine::take()
{
    m_text += '}';
    return {m_text.data(), static_cast<qsizetype>(m_text.size())};
}

void JsonLine::append(QByteArrayView text)
{
    m_text.append(text.data(), static_cast<std::size_t>(text.size()));
}

void JsonLine::addName(QLatin1String name)
{
    m_text += std::exchange(m_isFirst, false) ? "{\"" : ",\"";
    append(name);
    m_text += "\":";
}

void JsonLine::add(QLatin1String name, qint64 value)
{
    addName(name);
    std::array<char, 24> digits; // more than any has
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_text.append(digits.data(), end);
}

void JsonLine::add(QLatin1String name, double value)
{
    if (std::trunc(value) == value && std::abs(value) < kMostExact) {
        add(name, static_cast<qint64>(value));
        return;
    }
    addName(name);
    append(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
}

void JsonLine::add(QLatin1String name, bool value)
{
    addName(name);
    m_text += value ? "true" : "false";
}

void JsonLine::add(QLatin1String name, QByteArrayView utf8)
{
    if (std::ranges::all_of(utf8, &isAsciiByte)) {
        addName(name);
        addEscaped(utf8);
    } else {
        add(name, QString::fromUtf8(utf8));
    }
}

void JsonLine::add(QLatin1String name, const QString& text)
{
    // A surrogate without its other half is something that only Qt's own writer has words for.
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    addName(name);
    append(QByteArrayView(list).sliced(1, list.size() - 2));
}

void JsonLine::addPlain(QLatin1String name, QByteArrayView text)
{
    addName(name);
    m_text += '"';
    append(text);
    m_text += '"';
}

void JsonLine::addEscaped(QByteArrayView utf8)
{
    m_text += '"';
    const auto* from = utf8.begin();
    while (from != utf8.end()) {
        const auto* plainEnd = std::find_if(from, utf8.end(), &mustBeEscaped);
        m_text.append(from, plainEnd);
        if (plainEnd == utf8.end())
            break;
        append(escapeOf(*plainEnd));
        from = plainEnd + 1;
    }
    m_text += '"';
}

} // namespace dmsc
