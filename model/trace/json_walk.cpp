// SPDX-License-Identifier: Apache-2.0
#include "model/trace/json_walk.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

bool isBlankInJson(char one)
{
    return one == ' ' || one == '\n' || one == '\r' || one == '\t';
}

/// What a number or a name ends with.
bool endsWord(char one)
{
    return one == ',' || one == ']' || one == '}' || isBlankInJson(one);
}

} // namespace

JsonWalk::JsonWalk(QByteArrayView json, const TraceProgress& progress)
    : m_json(json)
    , m_watch(progress, json.size(), 1)
{
}

char JsonWalk::next()
{
    while (m_at < m_json.size()) {
        if (const char one = m_json[m_at]; !isBlankInJson(one))
            return one;
        ++m_at;
    }
    return '\0';
}

bool JsonWalk::take(char one)
{
    const bool is = next() == one;
    m_at += is ? 1 : 0;
    return is;
}

/// Every so many bytes: rows may be short or long.
bool JsonWalk::goesOnReading()
{
    constexpr qsizetype kBetweenReports = qsizetype{256} << 10;
    if (m_at - m_told < kBetweenReports)
        return true;
    m_told = m_at;
    return m_watch.goesOn(m_json.size() - m_at);
}

/// From the quote on; to the end where there is no other.
void JsonWalk::skipString()
{
    for (++m_at; m_at < m_json.size() && m_json[m_at] != '"'; ++m_at)
        m_at += m_json[m_at] == '\\' ? 1 : 0;
    m_at = std::min(m_at + 1, m_json.size());
}

Result<QByteArrayView> JsonWalk::value()
{
    if (next() == '\0')
        return wrongHere(QJsonParseError::IllegalValue);
    const qsizetype begin = m_at;
    int depth = 0;
    bool whole = false;
    while (!whole && m_at < m_json.size()) {
        const char one = m_json[m_at];
        const bool closes = one == ']' || one == '}';
        if (depth == 0 && endsWord(one))
            break;
        if (one == '"')
            skipString();
        else
            ++m_at;
        depth += one == '[' || one == '{' ? 1 : closes ? -1 : 0;
        whole = depth == 0 && (one == '"' || closes);
        if (!goesOnReading())
            return readingStopped();
    }
    return m_json.sliced(begin, m_at - begin);
}

Result<bool> JsonWalk::goesOn(char end, QJsonParseError::ParseError unterminated)
{
    if (take(end))
        return false;
    if (take(','))
        return true;
    return wrongHere(next() == '\0' ? unterminated : QJsonParseError::MissingValueSeparator);
}

Result<void> JsonWalk::members(const MemberVisitor& visit)
{
    if (!take('{'))
        return wrongHere(QJsonParseError::IllegalValue);
    bool more = !take('}');
    while (more) {
        if (next() != '"')
            return wrongHere(QJsonParseError::UnterminatedObject);
        const qsizetype begin = m_at + 1;
        skipString();
        const QByteArrayView name = m_json.sliced(begin, std::max<qsizetype>(m_at - 1 - begin, 0));
        if (!take(':'))
            return wrongHere(QJsonParseError::MissingNameSeparator);
        if (auto visited = visit(name); !visited)
            return visited;
        const auto another = goesOn('}', QJsonParseError::UnterminatedObject);
        if (!another)
            return tl::unexpected(another.error());
        more = *another;
    }
    if (next() != '\0')
        return wrongHere(QJsonParseError::GarbageAtEnd);
    return {};
}

Result<void> JsonWalk::elements(const ElementVisitor& visit)
{
    if (!take('['))
        return wrongHere(QJsonParseError::IllegalValue);
    bool more = !take(']');
    while (more) {
        const auto element = value();
        if (!element)
            return tl::unexpected(element.error());
        if (auto visited = visit(*element); !visited)
            return visited;
        const auto another = goesOn(']', QJsonParseError::UnterminatedArray);
        if (!another)
            return tl::unexpected(another.error());
        more = *another;
    }
    return {};
}

tl::unexpected<Error> JsonWalk::wrong(QByteArrayView part, qsizetype at, QJsonParseError::ParseError error) const
{
    QJsonParseError problem;
    problem.error = error;
    return fail(ErrorKind::Syntax, problem.errorString(),
        QCoreApplication::translate("Trace", "byte %1").arg(part.data() - m_json.data() + at));
}

tl::unexpected<Error> JsonWalk::wrongHere(QJsonParseError::ParseError error) const
{
    return wrong(m_json, m_at, error);
}

} // namespace dmsc
