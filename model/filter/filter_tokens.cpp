// SPDX-License-Identifier: Apache-2.0
#include "model/filter/filter_tokens.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dmsc {

namespace {

using Kind = FilterToken::Kind;

constexpr QChar kQuote = u'"';
constexpr QChar kEscape = u'\\';

/// Longer signs before their beginnings.
constexpr std::array<std::pair<QLatin1String, FilterOperator>, 8> kSigns{{
    {QLatin1String("=="), FilterOperator::Equal},
    {QLatin1String("!="), FilterOperator::NotEqual},
    {QLatin1String("<="), FilterOperator::LessEqual},
    {QLatin1String(">="), FilterOperator::GreaterEqual},
    {QLatin1String("=~"), FilterOperator::Matches},
    {QLatin1String("<"), FilterOperator::Less},
    {QLatin1String(">"), FilterOperator::Greater},
    {QLatin1String("~"), FilterOperator::Contains},
}};

class Tokenizer
{
public:
    explicit Tokenizer(QStringView text)
        : m_text(text)
    {
    }

    std::vector<FilterToken> all()
    {
        std::vector<FilterToken> tokens;
        while (true) {
            while (m_at < m_text.size() && m_text[m_at].isSpace()) {
                ++m_at;
            }
            if (m_at == m_text.size()) {
                break;
            }
            tokens.push_back(next());
        }
        tokens.push_back({Kind::End, {}, m_text.size(), 0});
        return tokens;
    }

private:
    [[nodiscard]] bool startsWith(QLatin1String sign) const { return m_text.sliced(m_at).startsWith(sign); }

    FilterToken take(Kind kind, qsizetype length)
    {
        FilterToken token{kind, m_text.sliced(m_at, length).toString(), m_at, length};
        m_at += length;
        return token;
    }

    FilterToken next()
    {
        if (m_text[m_at] == kQuote) {
            return quotation();
        }
        for (const auto& [sign, op] : kSigns) {
            if (startsWith(sign)) {
                FilterToken token = take(Kind::Operator, sign.size());
                token.op = op;
                return token;
            }
        }
        if (startsWith(QLatin1String("&&"))) {
            return take(Kind::And, 2);
        }
        if (startsWith(QLatin1String("||"))) {
            return take(Kind::Or, 2);
        }
        return sign();
    }

    FilterToken sign()
    {
        switch (m_text[m_at].unicode()) {
        case u'!':
            return take(Kind::Not, 1);
        case u'(':
            return take(Kind::Open, 1);
        case u')':
            return take(Kind::Close, 1);
        case u'{':
            m_inBraces = true;
            return take(Kind::BraceOpen, 1);
        case u'}':
            m_inBraces = false;
            return take(Kind::BraceClose, 1);
        case u'=':
            return take(Kind::Stray, 1);
        case u',':
            if (m_inBraces) {
                return take(Kind::Comma, 1);
            }
            break;
        default:
            break;
        }
        qsizetype end = m_at + 1;
        while (end < m_text.size() && !endsWord(end)) {
            ++end;
        }
        return take(Kind::Word, end - m_at);
    }

    [[nodiscard]] bool endsWord(qsizetype at) const
    {
        const QChar next = at + 1 < m_text.size() ? m_text[at + 1] : QChar();
        switch (m_text[at].unicode()) {
        case u'"':
        case u'(':
        case u')':
        case u'{':
        case u'}':
        case u'<':
        case u'>':
        case u'=':
        case u'~':
            return true;
        case u',':
            return m_inBraces;
        case u'!':
            return next == u'=';
        case u'&':
        case u'|':
            return next == m_text[at];
        default:
            return m_text[at].isSpace();
        }
    }

    FilterToken quotation()
    {
        QString content;
        qsizetype at = m_at + 1;
        while (at < m_text.size() && m_text[at] != kQuote) {
            at += m_text[at] == kEscape && at + 1 < m_text.size() ? 1 : 0;
            content += m_text[at++];
        }
        if (at == m_text.size()) {
            return take(Kind::Stray, at - m_at);
        }
        FilterToken token = take(Kind::Quoted, at + 1 - m_at);
        token.text = content;
        return token;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_inBraces = false;
};

} // namespace

std::vector<FilterToken> filterTokens(const QString& text)
{
    return Tokenizer(text).all();
}

QString quotedForFilter(const QString& text)
{
    static const std::array<QLatin1String, 4> kKeywords{
        QLatin1String("and"), QLatin1String("or"), QLatin1String("not"), QLatin1String("in")};
    const bool keyword = std::any_of(kKeywords.begin(), kKeywords.end(),
        [&](QLatin1String word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
    const std::vector<FilterToken> tokens = filterTokens(text);
    const bool plain = tokens.size() == 2 && tokens.front().kind == Kind::Word && tokens.front().length == text.size()
        && !text.contains(u'*') && !text.contains(u',') && !fieldOf(text);
    if (plain && !keyword) {
        return text;
    }
    QString quoted = text;
    quoted.replace(kEscape, QStringLiteral("\\\\")).replace(kQuote, QStringLiteral("\\\""));
    return kQuote + quoted + kQuote;
}

} // namespace dmsc
