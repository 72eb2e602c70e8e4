// SPDX-License-Identifier: Apache-2.0
#include "model/filter/filter_node.h"
#include "model/filter/record_filter.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace dmsc {

namespace {

using Node = RecordFilter::Node;

enum class Answer : std::uint8_t { Unknown, No, Yes };

/// The answers of a numbered test, by the place of a word in the store.
using WordAnswers = std::vector<Answer>;

bool isCardLayer(Layer layer)
{
    return layer == Layer::Apdu || layer == Layer::SecureChannel;
}

QString textOf(QByteArrayView utf8)
{
    return QString::fromUtf8(utf8);
}

std::optional<std::uint16_t> statusWordOf(QByteArrayView status)
{
    bool isHex = false;
    const uint value = status.size() == 4 ? status.toByteArray().toUInt(&isHex, 16) : 0;
    return isHex ? std::optional(static_cast<std::uint16_t>(value)) : std::nullopt;
}

std::optional<std::int64_t> statusNumberOf(QByteArrayView status)
{
    bool isNumber = false;
    const uint value = status.toByteArray().toUInt(&isNumber, 10);
    return isNumber ? std::optional(std::int64_t{value}) : std::nullopt;
}

std::int64_t numberOf(const RecordView& record, FilterField field)
{
    switch (field) {
    case FilterField::Len:
        return static_cast<std::int64_t>(record.length());
    case FilterField::Time:
        return record.time.count();
    case FilterField::Dur:
        return record.duration.count();
    case FilterField::Exchange:
        return record.exchange.value;
    default:
        return record.number.shown();
    }
}

std::size_t choiceOf(const RecordView& record, FilterField field)
{
    switch (field) {
    case FilterField::Layer:
        return static_cast<std::size_t>(record.layer);
    case FilterField::From:
        return static_cast<std::size_t>(record.from);
    case FilterField::To:
        return static_cast<std::size_t>(record.to);
    default:
        return static_cast<std::size_t>(record.level);
    }
}

bool holds(const CodeTest& test, std::uint16_t code)
{
    return holds<std::uint16_t>(test.op, code & test.mask, test.value);
}

bool holds(const BytesTest& test, QByteArrayView bytes)
{
    if (test.whole && bytes.size() != test.value.size()) {
        return false;
    }
    return test.isText ? indexOfLowered(bytes, test.value) >= 0 : bytes.indexOf(test.value) >= 0;
}

/// One row, asked by the nodes of a filter.
class Asking
{
public:
    Asking(const RecordView& record, const QByteArray& comment, bool marked, std::vector<WordAnswers>& answers)
        : m_record(record)
        , m_comment(comment)
        , m_marked(marked)
        , m_answers(answers)
    {
    }

    bool operator()(const Node& node)
    {
        return std::visit([this](const auto& test) { return ask(test); }, node.what);
    }

private:
    bool ask(const Node::Joined& joined)
    {
        const auto passes = [this](const Node& part) { return (*this)(part); };
        switch (joined.join) {
        case Node::Join::All:
            return std::all_of(joined.parts.begin(), joined.parts.end(), passes);
        case Node::Join::Any:
            return std::any_of(joined.parts.begin(), joined.parts.end(), passes);
        case Node::Join::Not:
            return !passes(joined.parts.front());
        }
        return false;
    }

    bool ask(const AnywhereTest& test)
    {
        const auto matches = [&](QByteArrayView word) { return test.pattern.matches(word); };
        return test.layers.test(static_cast<std::size_t>(m_record.layer))
            || ofWord(test.number, m_record.nameWord, m_record.name, matches)
            || ofWord(test.number, m_record.statusWord, m_record.status, matches)
            || test.pattern.matches(m_record.target) || (m_marked && test.pattern.matches(m_comment));
    }

    bool ask(const TextTest& test)
    {
        return ofText(test, [&](QByteArrayView text) { return test.pattern.matches(text); });
    }

    bool ask(const RegexTest& test)
    {
        return ofText(test, [&](QByteArrayView text) { return test.pattern.match(textOf(text)).hasMatch(); });
    }

    bool ask(const StatusNumberTest& test)
    {
        return !isCardLayer(m_record.layer)
            && ofWord(test.number, m_record.statusWord, m_record.status, [&](QByteArrayView status) {
                   const std::optional<std::int64_t> number = statusNumberOf(status);
                   return number && holds(test.op, *number, test.value);
               });
    }

    bool ask(const CodeTest& test)
    {
        if (!isCardLayer(m_record.layer)) {
            return false;
        }
        if (test.field == FilterField::Sw) {
            return ofWord(test.number, m_record.statusWord, m_record.status, [&](QByteArrayView status) {
                const std::optional<std::uint16_t> code = statusWordOf(status);
                return code && holds(test, *code);
            });
        }
        constexpr qsizetype kHeader = 4;
        const qsizetype at = test.field == FilterField::Cla ? 0 : 1;
        return m_record.request.size() >= kHeader && holds(test, static_cast<std::uint8_t>(m_record.request[at]));
    }

    bool ask(const ChoiceTest& test) { return test.allowed.test(choiceOf(m_record, test.field)); }

    bool ask(const NumberTest& test) { return holds(test.op, numberOf(m_record, test.field), test.value); }

    bool ask(const BytesTest& test)
    {
        return (test.field != FilterField::Response && holds(test, m_record.request))
            || (test.field != FilterField::Request && holds(test, m_record.response));
    }

    bool ask(const FlagTest& test) { return test.field == FilterField::Marked ? m_marked : m_record.continuation; }

    template <class Test, class Matches> bool ofText(const Test& test, const Matches& matches)
    {
        switch (test.field) {
        case FilterField::Name:
            return ofWord(test.number, m_record.nameWord, m_record.name, matches);
        case FilterField::Status:
            return ofWord(test.number, m_record.statusWord, m_record.status, matches);
        case FilterField::Comment:
            return matches(m_comment);
        default:
            return matches(m_record.target);
        }
    }

    template <class Matches> bool ofWord(TestNo test, std::uint32_t word, QByteArrayView text, const Matches& matches)
    {
        if (m_answers.size() <= test) {
            m_answers.resize(test + 1);
        }
        WordAnswers& answers = m_answers[test];
        if (answers.size() <= word) {
            answers.resize(word + 1, Answer::Unknown);
        }
        Answer& answer = answers[word];
        if (answer == Answer::Unknown) {
            answer = matches(text) ? Answer::Yes : Answer::No;
        }
        return answer == Answer::Yes;
    }

    const RecordView& m_record;
    const QByteArray& m_comment; ///< UTF-8
    bool m_marked;
    std::vector<WordAnswers>& m_answers;
};

} // namespace

struct RecordMatcher::State
{
    RecordFilter filter;
    std::vector<WordAnswers> answers;
};

RecordMatcher::RecordMatcher(RecordFilter filter)
    : m_state(std::make_unique<State>(State{std::move(filter), {}}))
{
}

RecordMatcher::~RecordMatcher() = default;
RecordMatcher::RecordMatcher(RecordMatcher&&) noexcept = default;
RecordMatcher& RecordMatcher::operator=(RecordMatcher&&) noexcept = default;

bool RecordMatcher::matches(const RecordStore& store, const Marks& marks, RecordNo record)
{
    if (m_state->filter.isOpen()) {
        return true;
    }
    const auto mark = marks.empty() ? marks.end() : marks.find(record);
    const bool marked = mark != marks.end();
    const QByteArray comment = marked ? mark->second.toUtf8() : QByteArray();
    const RecordView view = store.at(record);
    return Asking(view, comment, marked, m_state->answers)(*m_state->filter.m_root);
}

} // namespace dmsc
