// SPDX-License-Identifier: Apache-2.0
#include "model/filter/filter_parser.h"

#include "model/record/record.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

namespace dmsc {

namespace {

using Kind = FilterToken::Kind;
using Node = RecordFilter::Node;

Node joined(Node::Join join, std::vector<Node> parts)
{
    if (parts.size() == 1 && join != Node::Join::Not) {
        return std::move(parts.front());
    }
    return {Node::Joined{join, std::move(parts)}};
}

QString fieldList()
{
    QStringList words;
    for (int field = 0; field < kFilterFieldCount; ++field) {
        words << fieldWord(static_cast<FilterField>(field));
    }
    return words.join(QStringLiteral(", "));
}

QString operatorList(FilterField field)
{
    QStringList words;
    for (const FilterOperator op : operatorsOf(field)) {
        words << operatorText(op);
    }
    return words.join(QStringLiteral("  "));
}

} // namespace

tl::unexpected<FilterError> wrong(const FilterToken& where, QString text)
{
    return tl::unexpected(FilterError{std::move(text), where.offset, where.length});
}

FilterParser::FilterParser(const QString& text)
    : m_tokens(filterTokens(text))
{
}

void FilterParser::advance()
{
    m_at += token().kind == Kind::End ? 0 : 1;
}

bool FilterParser::atKeyword(const char* word) const
{
    return token().kind == Kind::Word && token().text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
}

bool FilterParser::atAnd() const
{
    return token().kind == Kind::And || atKeyword("and");
}

bool FilterParser::atOr() const
{
    return token().kind == Kind::Or || atKeyword("or");
}

bool FilterParser::atNot() const
{
    return token().kind == Kind::Not || atKeyword("not");
}

bool FilterParser::atTest() const
{
    return token().kind != Kind::End && token().kind != Kind::Close && !atOr();
}

FilterParser::Parsed FilterParser::parse()
{
    Parsed all = alternatives();
    if (all && token().kind != Kind::End) {
        return wrong(token(), QCoreApplication::translate("RecordFilter", "There is no ( that this ) closes"));
    }
    return all;
}

FilterParser::Parsed FilterParser::alternatives()
{
    std::vector<Node> parts;
    while (true) {
        Parsed part = conjunction();
        if (!part) {
            return part;
        }
        parts.push_back(*std::move(part));
        if (!atOr()) {
            return joined(Node::Join::Any, std::move(parts));
        }
        advance();
    }
}

FilterParser::Parsed FilterParser::conjunction()
{
    std::vector<Node> parts;
    while (true) {
        Parsed part = negation();
        if (!part) {
            return part;
        }
        parts.push_back(*std::move(part));
        if (!atTest()) {
            return joined(Node::Join::All, std::move(parts));
        }
        if (atAnd()) {
            advance();
        }
    }
}

FilterParser::Parsed FilterParser::negation()
{
    if (++m_depth > kMaxFilterDepth) {
        return wrong(token(), QCoreApplication::translate("RecordFilter", "Too many parentheses lie in each other"));
    }
    Parsed part = wrong(token(), {});
    if (atNot()) {
        advance();
        part = negation();
        if (part) {
            part = Node{Node::Joined{Node::Join::Not, {*std::move(part)}}};
        }
    } else {
        part = token().kind == Kind::Open ? group() : test();
    }
    --m_depth;
    return part;
}

FilterParser::Parsed FilterParser::group()
{
    const FilterToken open = token();
    advance();
    Parsed content = alternatives();
    if (!content) {
        return content;
    }
    if (token().kind != Kind::Close) {
        return wrong(open, QCoreApplication::translate("RecordFilter", "A closing ) is missing for this one"));
    }
    advance();
    return content;
}

FilterParser::Parsed FilterParser::test()
{
    const FilterToken here = token();
    if (here.kind == Kind::Stray && here.text.startsWith(u'"')) {
        return wrong(here, QCoreApplication::translate("RecordFilter", "A closing quotation mark is missing"));
    }
    const bool isText = here.kind == Kind::Quoted || (here.kind == Kind::Word && !atAnd() && !atOr());
    if (!isText) {
        return wrong(
            here, QCoreApplication::translate("RecordFilter", "Expected a text to look for, a field, not or ("));
    }
    const FilterToken& next = m_tokens[m_at + 1];
    const bool compared = next.kind == Kind::Operator || next.kind == Kind::Stray;
    const bool member = next.kind == Kind::Word && next.text.compare(QLatin1String("in"), Qt::CaseInsensitive) == 0
        && m_tokens[m_at + 2].kind == Kind::BraceOpen;
    const std::optional<FilterField> field = here.kind == Kind::Word ? fieldOf(here.text) : std::nullopt;
    if (field && fieldKind(*field) == FieldKind::Flag && !compared) {
        advance();
        return Node{FlagTest{*field}};
    }
    if (!compared && !member) {
        return anywhere();
    }
    if (!field) {
        return wrong(here,
            QCoreApplication::translate("RecordFilter", "%1 is no field; expected one of %2")
                .arg(here.text, fieldList()));
    }
    advance();
    return member ? membership(*field) : comparison(*field);
}

FilterParser::Parsed FilterParser::anywhere()
{
    const FilterToken& here = token();
    AnywhereTest test{nextTest(),
        TextPattern(here.text, TextPattern::Extent::Part,
            here.kind == Kind::Quoted ? TextPattern::Star::Literal : TextPattern::Star::Anything),
        {}};
    for (std::size_t layer = 0; layer < kLayerCount; ++layer) {
        test.layers.set(layer, layerHas(test.pattern, static_cast<Layer>(layer), here.text));
    }
    advance();
    return Node{std::move(test)};
}

FilterParser::Parsed FilterParser::comparison(FilterField field)
{
    const FilterToken sign = token();
    const std::vector<FilterOperator> allowed = operatorsOf(field);
    if (sign.kind != Kind::Operator || std::find(allowed.begin(), allowed.end(), sign.op) == allowed.end()) {
        const QString text = allowed.empty()
            ? QCoreApplication::translate("RecordFilter", "%1 stands alone; expected no operator").arg(fieldWord(field))
            : QCoreApplication::translate("RecordFilter", "Expected one of %1 behind %2")
                  .arg(operatorList(field), fieldWord(field));
        return wrong(sign, text);
    }
    advance();
    const FilterToken value = token();
    if (value.kind != Kind::Word && value.kind != Kind::Quoted) {
        return value.kind == Kind::Stray && value.text.startsWith(u'"')
            ? wrong(value, QCoreApplication::translate("RecordFilter", "A closing quotation mark is missing"))
            : wrong(value,
                QCoreApplication::translate("RecordFilter", "Expected a value behind %1").arg(operatorText(sign.op)));
    }
    advance();
    return compare(field, sign.op, value);
}

FilterParser::Parsed FilterParser::membership(FilterField field)
{
    advance(); // in
    advance(); // {
    std::vector<Node> parts;
    while (true) {
        const FilterToken value = token();
        if (value.kind != Kind::Word && value.kind != Kind::Quoted) {
            return wrong(
                value, QCoreApplication::translate("RecordFilter", "Expected a value of the set, then , or }"));
        }
        advance();
        Parsed part = compare(field, FilterOperator::Equal, value);
        if (!part) {
            return part;
        }
        parts.push_back(*std::move(part));
        const bool more = token().kind == Kind::Comma;
        if (!more && token().kind != Kind::BraceClose) {
            return wrong(
                token(), QCoreApplication::translate("RecordFilter", "Expected , or } behind a value of the set"));
        }
        advance();
        if (!more) {
            return joined(Node::Join::Any, std::move(parts));
        }
    }
}

} // namespace dmsc
