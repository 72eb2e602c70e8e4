// SPDX-License-Identifier: Apache-2.0
// FilterParser: what stands on the right of an operator, by the kind of the field.
#include "model/filter/filter_parser.h"
#include "model/filter/filter_values.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

namespace {

using Node = RecordFilter::Node;

/// Patterns come from outside: a match gives up after so many steps, and a row that it gives up on does not match.
constexpr const char* kRegexLimits = "(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=1000)";

Node negated(Node node)
{
    return {Node::Joined{Node::Join::Not, {std::move(node)}}};
}

} // namespace

FilterParser::Parsed FilterParser::compare(FilterField field, FilterOperator op, const FilterToken& value)
{
    switch (fieldKind(field)) {
    case FieldKind::Text:
        return compareText(field, op, value);
    case FieldKind::Choice:
        return compareChoice(field, op, value);
    case FieldKind::Code:
        return compareCode(field, op, value);
    case FieldKind::Octets:
        return compareBytes(field, op, value);
    case FieldKind::Number:
        return compareNumber(field, op, value);
    case FieldKind::Flag:
        break;
    }
    return wrong(value,
        QCoreApplication::translate("RecordFilter", "%1 stands alone; expected no operator").arg(fieldWord(field)));
}

FilterParser::Parsed FilterParser::compareText(FilterField field, FilterOperator op, const FilterToken& value)
{
    if (isOrder(op)) {
        return compareStatus(op, value);
    }
    if (op == FilterOperator::Matches) {
        return compareByRegex(field, value);
    }
    const auto extent = op == FilterOperator::Contains ? TextPattern::Extent::Part : TextPattern::Extent::Whole;
    const auto star =
        value.kind == FilterToken::Kind::Quoted ? TextPattern::Star::Literal : TextPattern::Star::Anything;
    Node test{TextTest{nextTest(), field, TextPattern(value.text, extent, star)}};
    return op == FilterOperator::NotEqual ? negated(std::move(test)) : test;
}

FilterParser::Parsed FilterParser::compareByRegex(FilterField field, const FilterToken& value)
{
    const QString limits = QString::fromLatin1(kRegexLimits);
    QRegularExpression pattern(limits + value.text, QRegularExpression::CaseInsensitiveOption);
    if (!pattern.isValid()) {
        const QString text =
            QCoreApplication::translate("RecordFilter", "Expected a regular expression: %1").arg(pattern.errorString());
        return wrong(value, text);
    }
    pattern.optimize();
    return Node{RegexTest{nextTest(), field, std::move(pattern)}};
}

FilterParser::Parsed FilterParser::compareStatus(FilterOperator op, const FilterToken& value)
{
    const std::optional<std::int64_t> number = numberValue(FilterField::Status, value.text);
    if (!number) {
        return wrong(value,
            QCoreApplication::translate(
                "RecordFilter", "Expected a SyncML status code such as 400; sw compares a card's"));
    }
    return Node{StatusNumberTest{nextTest(), op, *number}};
}

FilterParser::Parsed FilterParser::compareChoice(FilterField field, FilterOperator op, const FilterToken& value) const
{
    const QStringList words = choiceWords(field);
    const QStringList names = choiceNames(field);
    qsizetype chosen = 0;
    while (chosen < words.size() && words[chosen].compare(value.text, Qt::CaseInsensitive) != 0
        && names[chosen].compare(value.text, Qt::CaseInsensitive) != 0
        && shownWord(field, chosen).compare(value.text, Qt::CaseInsensitive) != 0) {
        ++chosen;
    }
    if (chosen == words.size()) {
        return wrong(value,
            QCoreApplication::translate("RecordFilter", "Expected one of %1").arg(words.join(QStringLiteral(", "))));
    }
    ChoiceTest test{field, {}};
    for (qsizetype each = 0; each < words.size(); ++each) {
        test.allowed.set(static_cast<std::size_t>(each), holds(op, each, chosen));
    }
    return Node{test};
}

FilterParser::Parsed FilterParser::compareCode(FilterField field, FilterOperator op, const FilterToken& value)
{
    const std::optional<CodeValue> code = codeValue(field, value.text);
    if (!code) {
        const int digits = codeDigits(field);
        return wrong(
            value, QCoreApplication::translate("RecordFilter", "Expected %1 hex digits, x for any").arg(digits));
    }
    if (isOrder(op) && value.text.contains(u'x', Qt::CaseInsensitive)) {
        return wrong(
            value, QCoreApplication::translate("RecordFilter", "Expected digits only behind %1").arg(operatorText(op)));
    }
    return Node{CodeTest{nextTest(), field, op, code->value, code->mask}};
}

FilterParser::Parsed FilterParser::compareNumber(FilterField field, FilterOperator op, const FilterToken& value) const
{
    const std::optional<std::int64_t> number = numberValue(field, value.text);
    if (!number) {
        const QStringList units = unitsOf(field);
        return wrong(value,
            units.isEmpty() ? QCoreApplication::translate("RecordFilter", "Expected a whole number")
                            : QCoreApplication::translate("RecordFilter", "Expected a number with one of the units %1")
                                  .arg(units.join(QStringLiteral(", "))));
    }
    return Node{NumberTest{field, op, *number}};
}

FilterParser::Parsed FilterParser::compareBytes(FilterField field, FilterOperator op, const FilterToken& value) const
{
    BytesTest test{field, op != FilterOperator::Contains, value.kind == FilterToken::Kind::Quoted, {}};
    if (test.isText) {
        test.value = loweredUtf8(value.text);
    } else {
        const std::optional<QByteArray> bytes = hexValue(value.text);
        if (!bytes) {
            return wrong(value,
                QCoreApplication::translate("RecordFilter", "Expected bytes in hex, or a text in quotation marks"));
        }
        test.value = *bytes;
    }
    Node node{std::move(test)};
    return op == FilterOperator::NotEqual ? negated(std::move(node)) : node;
}

} // namespace dmsc
