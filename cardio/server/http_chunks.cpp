// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_chunks.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr qsizetype kLongestLine = 4'096; ///< of a chunk's size with its extensions
constexpr qsizetype kLongestTrailer = 16'384;
constexpr qsizetype kMostDigits = 8;
constexpr int kHexadecimal = 16;

} // namespace

qsizetype ChunkedBody::take(const QByteArray& bytes)
{
    qsizetype at = 0;
    while (m_state == State::More && at < bytes.size()) {
        if (m_part == Part::Data) {
            const auto size = static_cast<qsizetype>(std::min<quint64>(m_left, quint64(bytes.size() - at)));
            m_body.append(bytes.constData() + at, size);
            at += size;
            m_left -= quint64(size);
            if (m_left == 0)
                m_part = Part::DataEnd;
            continue;
        }
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype next = end < 0 ? bytes.size() : end + 1;
        m_line.append(bytes.constData() + at, next - at);
        at = next;
        if (m_line.size() > kLongestLine)
            m_state = State::Bad;
        else if (end >= 0)
            takeLine();
    }
    return at;
}

void ChunkedBody::takeLine()
{
    if (!m_line.endsWith("\r\n")) {
        m_state = State::Bad;
        return;
    }
    m_line.chop(2);
    if (m_part == Part::Size) {
        takeSize();
    } else if (m_part == Part::DataEnd) {
        m_part = Part::Size;
        if (!m_line.isEmpty())
            m_state = State::Bad; // longer than it said
    } else if (m_line.isEmpty()) {
        m_state = State::Done;
    } else if (m_trailer += m_line.size(); m_trailer > kLongestTrailer) {
        m_state = State::Bad; // headers at the end are passed over, but not without end
    }
    m_line.clear();
}

void ChunkedBody::takeSize()
{
    const qsizetype extension = m_line.indexOf(';');
    const QByteArray digits = (extension < 0 ? m_line : m_line.left(extension)).trimmed();
    const auto isDigit = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    if (digits.isEmpty() || digits.size() > kMostDigits || !std::all_of(digits.begin(), digits.end(), isDigit)) {
        m_state = State::Bad;
        return;
    }
    m_left = digits.toULongLong(nullptr, kHexadecimal);
    m_part = m_left == 0 ? Part::Trailer : Part::Data;
    if (quint64(m_body.size()) + m_left > m_most)
        m_state = State::TooLarge;
}

} // namespace dmsc
