// SPDX-License-Identifier: Apache-2.0
#include "model/filter/filter_tokens.h"
#include "model/filter/filter_values.h"
#include "model/filter/record_filter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace dmsc {

namespace {

using Kind = FilterToken::Kind;

/// Names and statuses are taken from so many rows: what comes later is rarely new, and typing must not wait.
constexpr std::uint32_t kRowsLookedAt = 20'000;
constexpr std::size_t kMaxCompletions = 60;

/// The tokens before the cursor, and the word that is being typed there.
struct Place
{
    std::vector<FilterToken> before;
    QString typed;
    qsizetype offset = 0;
    qsizetype length = 0;
};

Place placeOf(const QString& text, qsizetype cursor)
{
    Place place;
    place.offset = std::clamp<qsizetype>(cursor, 0, text.size());
    for (const FilterToken& token : filterTokens(text.first(place.offset))) {
        const bool touches = token.offset + token.length == place.offset && token.length > 0;
        const bool isText = token.kind == Kind::Word || token.kind == Kind::Quoted || token.kind == Kind::Stray;
        if (touches && isText && token.text != QLatin1String("=")) {
            place.typed = token.kind == Kind::Stray ? token.text.sliced(1) : token.text;
            place.offset = token.offset;
        } else if (token.kind != Kind::End) {
            place.before.push_back(token);
        }
    }
    // What of the word lies behind the cursor is replaced too.
    for (const FilterToken& token : filterTokens(text)) {
        if (token.offset == place.offset && token.kind == Kind::Word) {
            place.length = token.length;
        }
    }
    place.length = std::max(place.length, std::min(cursor, text.size()) - place.offset);
    return place;
}

/// What the words so far ask for next.
struct Expected
{
    enum class What : std::uint8_t { Test, Operator, Value, Join };
    What what = What::Test;
    FilterField field = FilterField::Name;
};

bool isKeyword(const FilterToken& token, const char* word)
{
    return token.kind == Kind::Word && token.text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
}

Expected expectedBehind(const std::vector<FilterToken>& before)
{
    Expected expected;
    bool inSet = false;
    for (const FilterToken& token : before) {
        using What = Expected::What;
        if (token.kind == Kind::Operator || token.kind == Kind::BraceOpen || (inSet && token.kind == Kind::Comma)) {
            inSet = token.kind != Kind::Operator;
            expected.what = What::Value;
        } else if (token.kind == Kind::BraceClose) {
            inSet = false;
            expected.what = What::Join;
        } else if (token.kind == Kind::And || token.kind == Kind::Or || token.kind == Kind::Not
            || token.kind == Kind::Open || isKeyword(token, "and") || isKeyword(token, "or")
            || isKeyword(token, "not")) {
            expected.what = What::Test;
        } else if (!isKeyword(token, "in") || expected.what != What::Operator) {
            const std::optional<FilterField> field =
                expected.what != What::Value && token.kind == Kind::Word ? fieldOf(token.text) : std::nullopt;
            const bool compares = field && fieldKind(*field) != FieldKind::Flag;
            expected = {compares ? What::Operator : What::Join, field.value_or(expected.field)};
        }
    }
    return expected;
}

class Completions
{
public:
    explicit Completions(const Place& place)
        : m_place(place)
    {
    }

    void add(const QString& word, const QString& explanation)
    {
        if (m_found.size() < kMaxCompletions && word.startsWith(m_place.typed, Qt::CaseInsensitive)) {
            m_found.push_back({word, explanation, m_place.offset, m_place.length});
        }
    }
    /// A text that may need quotation marks, found by any part of it.
    void addText(const QString& text, const QString& explanation)
    {
        if (m_found.size() < kMaxCompletions && !text.isEmpty() && text.contains(m_place.typed, Qt::CaseInsensitive)) {
            m_found.push_back({quotedForFilter(text), explanation, m_place.offset, m_place.length});
        }
    }
    [[nodiscard]] std::vector<FilterCompletion> take() { return std::move(m_found); }

private:
    const Place& m_place;
    std::vector<FilterCompletion> m_found;
};

/// The names or statuses of the first rows, each once, in the order of the alphabet.
QStringList wordsOf(const RecordStore& store, FilterField field)
{
    std::vector<bool> seen(store.words().size(), false);
    QStringList words;
    const auto rows = static_cast<std::uint32_t>(std::min<std::size_t>(store.size(), kRowsLookedAt));
    for (std::uint32_t i = 0; i < rows; ++i) {
        const RecordView row = store.at(RecordNo{i});
        const std::uint32_t word = field == FilterField::Name ? row.nameWord : row.statusWord;
        const bool isCard = row.layer == Layer::Apdu || row.layer == Layer::SecureChannel;
        if (!seen[word] && (field != FilterField::Sw || isCard)) {
            seen[word] = true;
            words << QString::fromUtf8(field == FilterField::Name ? row.name : row.status);
        }
    }
    std::sort(words.begin(), words.end());
    return words;
}

void addTests(Completions& completions, const RecordStore& store, const QString& typed)
{
    for (int i = 0; i < kFilterFieldCount; ++i) {
        const auto field = static_cast<FilterField>(i);
        completions.add(fieldWord(field), fieldExplanation(field));
    }
    completions.add(QStringLiteral("not"), QCoreApplication::translate("RecordFilter", "rows that do not"));
    if (!typed.isEmpty()) {
        for (const QString& name : wordsOf(store, FilterField::Name)) {
            completions.addText(name, QCoreApplication::translate("RecordFilter", "name"));
        }
    }
}

void addOperators(Completions& completions, FilterField field)
{
    for (const FilterOperator op : operatorsOf(field)) {
        completions.add(operatorText(op), operatorExplanation(op));
    }
    completions.add(QStringLiteral("in {"), QCoreApplication::translate("RecordFilter", "is one of a set"));
}

void addValues(Completions& completions, const RecordStore& store, FilterField field, const QString& typed)
{
    switch (fieldKind(field)) {
    case FieldKind::Choice: {
        const QStringList words = choiceWords(field);
        const QStringList names = choiceNames(field);
        for (qsizetype i = 0; i < words.size(); ++i) {
            const bool isTwice = words[i].compare(names[i], Qt::CaseInsensitive) == 0;
            completions.add(words[i], isTwice ? QString() : names[i]);
        }
        break;
    }
    case FieldKind::Code:
        if (field == FilterField::Sw) {
            for (const QString& status : wordsOf(store, field)) {
                completions.addText(status, {});
            }
        }
        break;
    case FieldKind::Text:
        if (field == FilterField::Name || field == FilterField::Status) {
            for (const QString& word : wordsOf(store, field)) {
                completions.addText(word, {});
            }
        }
        break;
    case FieldKind::Number: {
        const auto isDigit = [](QChar c) { return c.isDigit() || c == u'.'; };
        if (!typed.isEmpty() && std::all_of(typed.begin(), typed.end(), isDigit)) {
            for (const QString& unit : unitsOf(field)) {
                completions.add(typed + unit, {});
            }
        }
        break;
    }
    case FieldKind::Octets:
    case FieldKind::Flag:
        break;
    }
}

} // namespace

std::vector<FilterCompletion> completeFilter(const QString& text, qsizetype cursor, const RecordStore& store)
{
    const Place place = placeOf(text, cursor);
    const Expected expected = expectedBehind(place.before);
    Completions completions(place);
    switch (expected.what) {
    case Expected::What::Test:
        addTests(completions, store, place.typed);
        break;
    case Expected::What::Operator:
        addOperators(completions, expected.field);
        break;
    case Expected::What::Value:
        addValues(completions, store, expected.field, place.typed);
        break;
    case Expected::What::Join:
        completions.add(QStringLiteral("and"), QCoreApplication::translate("RecordFilter", "rows that are both"));
        completions.add(QStringLiteral("or"), QCoreApplication::translate("RecordFilter", "rows that are either"));
        addTests(completions, store, place.typed); // `and` may be left out
        break;
    }
    return completions.take();
}

} // namespace dmsc
