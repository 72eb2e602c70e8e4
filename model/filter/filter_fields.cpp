// SPDX-License-Identifier: Apache-2.0
#include "model/filter/filter_fields.h"

#include "model/record/record.h"
#include "model/trace/record_words.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

namespace {

struct FieldInfo
{
    const char* word;
    FieldKind kind;
    const char* explanation;
};

// In the order of FilterField.
constexpr std::array<FieldInfo, kFilterFieldCount> kFields{{
    {"name", FieldKind::Text, QT_TRANSLATE_NOOP("RecordFilter", "name of the row: SELECT, Replace")},
    {"target", FieldKind::Text, QT_TRANSLATE_NOOP("RecordFilter", "URI, AID or file that it was about")},
    {"status", FieldKind::Text, QT_TRANSLATE_NOOP("RecordFilter", "status as shown; SyncML codes as numbers too")},
    {"sw", FieldKind::Code, QT_TRANSLATE_NOOP("RecordFilter", "status word of a card: 6a82, 61xx")},
    {"ins", FieldKind::Code, QT_TRANSLATE_NOOP("RecordFilter", "instruction byte of an APDU: a4")},
    {"cla", FieldKind::Code, QT_TRANSLATE_NOOP("RecordFilter", "class byte of an APDU: 8x")},
    {"layer", FieldKind::Choice, QT_TRANSLATE_NOOP("RecordFilter", "layer that spoke")},
    {"level", FieldKind::Choice, QT_TRANSLATE_NOOP("RecordFilter", "how it ended: ok, warning, error")},
    {"from", FieldKind::Choice, QT_TRANSLATE_NOOP("RecordFilter", "who asked")},
    {"to", FieldKind::Choice, QT_TRANSLATE_NOOP("RecordFilter", "who answered")},
    {"request", FieldKind::Octets, QT_TRANSLATE_NOOP("RecordFilter", "bytes of the command or message")},
    {"response", FieldKind::Octets, QT_TRANSLATE_NOOP("RecordFilter", "bytes of the answer")},
    {"bytes", FieldKind::Octets, QT_TRANSLATE_NOOP("RecordFilter", "bytes of either")},
    {"len", FieldKind::Number, QT_TRANSLATE_NOOP("RecordFilter", "bytes of both together: 255, 1k")},
    {"time", FieldKind::Number, QT_TRANSLATE_NOOP("RecordFilter", "seconds since the recording began: 1.5, 20ms")},
    {"dur", FieldKind::Number, QT_TRANSLATE_NOOP("RecordFilter", "milliseconds that it took: 10, 2s")},
    {"no", FieldKind::Number, QT_TRANSLATE_NOOP("RecordFilter", "number of the row")},
    {"exchange", FieldKind::Number, QT_TRANSLATE_NOOP("RecordFilter", "number that rows of one exchange share")},
    {"comment", FieldKind::Text, QT_TRANSLATE_NOOP("RecordFilter", "what somebody noted on the row")},
    {"marked", FieldKind::Flag, QT_TRANSLATE_NOOP("RecordFilter", "rows that are marked")},
    {"continuation", FieldKind::Flag,
        QT_TRANSLATE_NOOP("RecordFilter", "rows that belong to the one before: chained parts, GET RESPONSE")},
}};

struct OperatorInfo
{
    const char* text;
    const char* explanation;
};

// In the order of FilterOperator.
constexpr std::array<OperatorInfo, 8> kOperators{{
    {"==", QT_TRANSLATE_NOOP("RecordFilter", "is")},
    {"!=", QT_TRANSLATE_NOOP("RecordFilter", "is not")},
    {"<", QT_TRANSLATE_NOOP("RecordFilter", "is less than")},
    {"<=", QT_TRANSLATE_NOOP("RecordFilter", "is at most")},
    {">", QT_TRANSLATE_NOOP("RecordFilter", "is more than")},
    {">=", QT_TRANSLATE_NOOP("RecordFilter", "is at least")},
    {"~", QT_TRANSLATE_NOOP("RecordFilter", "contains")},
    {"=~", QT_TRANSLATE_NOOP("RecordFilter", "matches the regular expression")},
}};

const FieldInfo& info(FilterField field)
{
    return kFields.at(static_cast<std::size_t>(field));
}

constexpr std::array<const char*, kLayerCount> kLayerWords{
    "apdu", "scp03", "syncml", "plan", "user", "storage", "reader", "notification"};
constexpr std::array<const char*, kActorCount> kActorWords{"none", "device", "card", "server", "user", "workbench"};
constexpr std::array<const char*, 4> kLevelWords{"none", "ok", "warning", "error"};

template <std::size_t Count> QStringList wordsOf(const std::array<const char*, Count>& words)
{
    QStringList list;
    for (const char* word : words) {
        list << QString::fromLatin1(word);
    }
    return list;
}

} // namespace

std::optional<FilterField> fieldOf(QStringView word)
{
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        if (word.compare(QLatin1String(kFields.at(i).word), Qt::CaseInsensitive) == 0) {
            return static_cast<FilterField>(i);
        }
    }
    return std::nullopt;
}

QString fieldWord(FilterField field)
{
    return QString::fromLatin1(info(field).word);
}

QString fieldExplanation(FilterField field)
{
    return QCoreApplication::translate("RecordFilter", info(field).explanation);
}

FieldKind fieldKind(FilterField field)
{
    return info(field).kind;
}

QString operatorText(FilterOperator op)
{
    return QString::fromLatin1(kOperators.at(static_cast<std::size_t>(op)).text);
}

QString operatorExplanation(FilterOperator op)
{
    return QCoreApplication::translate("RecordFilter", kOperators.at(static_cast<std::size_t>(op)).explanation);
}

bool isOrder(FilterOperator op)
{
    return op >= FilterOperator::Less && op <= FilterOperator::GreaterEqual;
}

std::vector<FilterOperator> operatorsOf(FilterField field)
{
    using enum FilterOperator;
    switch (fieldKind(field)) {
    case FieldKind::Text:
        return field == FilterField::Status
            ? std::vector{Equal, NotEqual, Contains, Matches, Less, LessEqual, Greater, GreaterEqual}
            : std::vector{Equal, NotEqual, Contains, Matches};
    case FieldKind::Choice:
        return field == FilterField::Level ? std::vector{Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual}
                                           : std::vector{Equal, NotEqual};
    case FieldKind::Code:
    case FieldKind::Number:
        return {Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual};
    case FieldKind::Octets:
        return {Contains, Equal, NotEqual};
    case FieldKind::Flag:
        break;
    }
    return {};
}

QStringList choiceWords(FilterField field)
{
    switch (field) {
    case FilterField::Layer:
        return wordsOf(kLayerWords);
    case FilterField::From:
    case FilterField::To:
        return wordsOf(kActorWords);
    case FilterField::Level:
        return wordsOf(kLevelWords);
    default:
        return {};
    }
}

QString shownWord(FilterField field, qsizetype choice)
{
    return field == FilterField::Layer ? QString(words::of(static_cast<Layer>(choice))) : QString();
}

bool layerHas(const TextPattern& pattern, Layer layer, const QString& text)
{
    return pattern.matches(layerName(layer).toUtf8()) || text.compare(words::of(layer), Qt::CaseInsensitive) == 0
        || text.compare(QLatin1String(kLayerWords.at(static_cast<std::size_t>(layer))), Qt::CaseInsensitive) == 0;
}

QStringList choiceNames(FilterField field)
{
    QStringList names;
    if (field == FilterField::Layer) {
        for (int layer = 0; layer < kLayerCount; ++layer) {
            names << layerName(static_cast<Layer>(layer));
        }
        return names;
    }
    if (field == FilterField::From || field == FilterField::To) {
        for (int actor = 0; actor < kActorCount; ++actor) {
            names << actorName(static_cast<Actor>(actor));
        }
        return names;
    }
    return choiceWords(field);
}

} // namespace dmsc
