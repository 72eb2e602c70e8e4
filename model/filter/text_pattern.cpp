// SPDX-License-Identifier: Apache-2.0
#include "model/filter/text_pattern.h"

#include <QByteArrayList>

#include <algorithm>

namespace dmsc {

namespace {

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

bool sameLowered(char text, char needle)
{
    return lower(text) == needle;
}

bool beginsAt(QByteArrayView text, qsizetype at, const QByteArray& needle)
{
    return at >= 0 && text.size() - at >= needle.size()
        && std::equal(needle.begin(), needle.end(), text.begin() + at,
            [](char wanted, char found) { return sameLowered(found, wanted); });
}

} // namespace

QByteArray loweredUtf8(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    std::transform(bytes.begin(), bytes.end(), bytes.begin(), lower);
    return bytes;
}

qsizetype indexOfLowered(QByteArrayView text, QByteArrayView needle, qsizetype from)
{
    const auto found = std::search(text.begin() + from, text.end(), needle.begin(), needle.end(), sameLowered);
    return found == text.end() && !needle.isEmpty() ? -1 : found - text.begin();
}

TextPattern::TextPattern(const QString& text, Extent extent, Star star)
    : m_atStart(extent == Extent::Whole)
    , m_atEnd(extent == Extent::Whole)
{
    const QByteArray lowered = loweredUtf8(text);
    if (star == Star::Literal) {
        m_parts.push_back(lowered);
        return;
    }
    const QByteArrayList parts = lowered.split('*');
    m_parts.assign(parts.begin(), parts.end());
}

bool TextPattern::matches(QByteArrayView text) const
{
    if (m_parts.empty()) {
        return true;
    }
    qsizetype at = 0;
    auto part = m_parts.begin();
    if (m_atStart) {
        if (!beginsAt(text, 0, *part)) {
            return false;
        }
        at = part->size();
        ++part;
    }
    const auto last = m_parts.end() - (m_atEnd ? 1 : 0);
    for (; part < last; ++part) {
        const qsizetype found = indexOfLowered(text, *part, at);
        if (found < 0) {
            return false;
        }
        at = found + part->size();
    }
    if (!m_atEnd) {
        return true;
    }
    const qsizetype tail = text.size() - m_parts.back().size();
    return m_parts.size() == 1 ? text.size() == at : tail >= at && beginsAt(text, tail, m_parts.back());
}

} // namespace dmsc
