// SPDX-License-Identifier: Apache-2.0
#include "model/recording/field_differences.h"

#include "model/recording/row_alignment.h"
#include "model/recording/run_variance.h"
#include "model/recording/tree_differences.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

/// Differences of one pair are for people to read.
constexpr std::size_t kMostDifferences = 10'000;

/// One side's row: its fields and what of it varies.
struct ComparedSide
{
    RecordView row;
    std::vector<Field> fields;
    std::vector<VaryingRange> varying;
};

/// Why a field's bytes vary, if all of them do.
const VaryingRange* varyingPart(const ComparedSide& side, const ByteRange& bytes)
{
    const auto found = std::ranges::find_if(side.varying, [&bytes](const VaryingRange& one) {
        return one.bytes.part == bytes.part && one.bytes.offset <= bytes.offset
            && bytes.offset + bytes.length <= one.bytes.offset + one.bytes.length;
    });
    return found == side.varying.end() || bytes.length == 0 ? nullptr : &*found;
}

bool isMissing(const Field* field)
{
    return field == nullptr;
}

/// Of WBXML: a tag, known by the bits of its byte, a text, or an end.
bool isToken(const Field& field)
{
    static const QStringList kTokens{QStringLiteral("STR_I"), QStringLiteral("STR_T"), QStringLiteral("OPAQUE"),
        QStringLiteral("ENTITY"), QStringLiteral("END"), QStringLiteral("SWITCH_PAGE")};
    return kTokens.contains(field.name) || (!field.children.empty() && field.children.front().bits != 0);
}

/// An element with others in it, whose value only sums those up.
bool hasElements(const Field& field)
{
    return !std::ranges::all_of(field.children, isToken);
}

class FieldWalk
{
public:
    FieldWalk(ComparedSide left, ComparedSide right, bool isMessage)
        : m_left(std::move(left))
        , m_right(std::move(right))
        , m_isMessage(isMessage)
    {
    }

    std::vector<FieldDifference> run()
    {
        compareAll({}, m_left.fields, m_right.fields);
        return std::move(m_found);
    }

private:
    using Fields = std::span<const Field>;

    /// Fields of the same name and value first, then of the same name.
    void compareAll(const QString& path, const std::vector<Field>& left, const std::vector<Field>& right)
    {
        const auto exact = [](const Field& field) { return qHashMulti(0, field.name, field.value); };
        const auto named = [](const Field& field) { return qHashMulti(0, field.name); };
        pairUp(left, right, exact, [&](Fields l, Fields r, bool together) {
            if (together) {
                compareOne(path, &l.front(), &r.front());
                return;
            }
            pairUp(l, r, named, [&](Fields lefts, Fields rights, bool namesakes) {
                if (namesakes) {
                    compareOne(path, &lefts.front(), &rights.front());
                    return;
                }
                for (const Field& field : lefts)
                    compareOne(path, &field, nullptr);
                for (const Field& field : rights)
                    compareOne(path, nullptr, &field);
            });
        });
    }

    /// Tells pairs and what lies between them, in order.
    template <class KeyOf, class Tell> static void pairUp(Fields left, Fields right, KeyOf keyOf, Tell tell)
    {
        std::vector<RowKey> leftKeys(left.size());
        std::vector<RowKey> rightKeys(right.size());
        std::ranges::transform(left, leftKeys.begin(), keyOf);
        std::ranges::transform(right, rightKeys.begin(), keyOf);
        AlignedPlaces at;
        const auto gap = [&](std::size_t leftEnd, std::size_t rightEnd) {
            if (at.left < leftEnd || at.right < rightEnd)
                tell(left.subspan(at.left, leftEnd - at.left), right.subspan(at.right, rightEnd - at.right), false);
        };
        for (const AlignedPlaces& pair : alignRows(leftKeys, rightKeys)) {
            gap(pair.left, pair.right);
            tell(left.subspan(pair.left, 1), right.subspan(pair.right, 1), true);
            at = {pair.left + 1, pair.right + 1};
        }
        gap(left.size(), right.size());
    }

    void compareOne(const QString& above, const Field* left, const Field* right)
    {
        const Field& any = left != nullptr ? *left : *right;
        // Tokens say once more what the element says that was read from them.
        if (m_found.size() >= kMostDifferences || (m_isMessage && isToken(any)))
            return;
        const QString path = above.isEmpty() ? any.name : above + QLatin1Char('/') + any.name;
        if (isMissing(left) || isMissing(right)) {
            addAlone(path, left, right);
            return;
        }
        if (left->name == QLatin1String("MgmtTree") && compareTrees(path, *left, *right))
            return;
        const std::size_t before = m_found.size();
        if (!left->children.empty() && !right->children.empty()) {
            m_aboveLeft.push_back(left);
            m_aboveRight.push_back(right);
            compareAll(path, left->children, right->children);
            m_aboveLeft.pop_back();
            m_aboveRight.pop_back();
        }
        if (m_found.size() == before && (left->value != right->value || left->bits != right->bits))
            add(path, left, right);
    }

    /// An element that tells nothing itself is told by what lies in it.
    void addAlone(const QString& path, const Field* left, const Field* right)
    {
        const Field& there = isMissing(left) ? *right : *left;
        if (!m_isMessage || !there.value.isEmpty() || !hasElements(there)) {
            add(path, left, right);
            return;
        }
        for (const Field& child : there.children)
            compareOne(path, isMissing(left) ? nullptr : &child, isMissing(right) ? nullptr : &child);
    }

    /// Whether both could be read as trees, and were compared as such.
    bool compareTrees(const QString& path, const Field& left, const Field& right)
    {
        auto found = treeDifferences(path, {&left, m_aboveLeft, m_left.row}, {&right, m_aboveRight, m_right.row});
        if (!found)
            return false;
        found->resize(std::min(found->size(), kMostDifferences - m_found.size()));
        std::ranges::move(*found, std::back_inserter(m_found));
        return true;
    }

    void add(const QString& path, const Field* left, const Field* right)
    {
        FieldDifference one;
        one.path = path;
        one.state = isMissing(left) ? Agreement::OnlyRight
            : isMissing(right)      ? Agreement::OnlyLeft
                                    : Agreement::Differs;
        if (!isMissing(left)) {
            one.left = left->value;
            one.leftBytes = left->bytes;
        }
        if (!isMissing(right)) {
            one.right = right->value;
            one.rightBytes = right->bytes;
        }
        excuse(one, left, right);
        m_found.push_back(std::move(one));
    }

    void excuse(FieldDifference& one, const Field* left, const Field* right) const
    {
        const VaryingRange* inLeft = isMissing(left) ? nullptr : varyingPart(m_left, left->bytes);
        const VaryingRange* inRight = isMissing(right) ? nullptr : varyingPart(m_right, right->bytes);
        one.expected = (isMissing(left) || inLeft != nullptr) && (isMissing(right) || inRight != nullptr);
        if (one.expected)
            one.why = varianceText((inLeft != nullptr ? inLeft : inRight)->variance);
        // A message's row names its session and number.
        if (m_isMessage && one.leftBytes.length == 0 && one.rightBytes.length == 0) {
            one.expected = true;
            one.why = varianceText(Variance::Number);
        }
    }

    ComparedSide m_left;
    ComparedSide m_right;
    std::vector<const Field*> m_aboveLeft; ///< the fields that are compared lie in these
    std::vector<const Field*> m_aboveRight;
    bool m_isMessage;
    std::vector<FieldDifference> m_found;
};

/// Where two byte strings part, as a difference of its own: the decoders show long values cut.
std::optional<FieldDifference> byteDifference(const RecordView& left, const RecordView& right, RecordPart part)
{
    const bool isRequest = part == RecordPart::Request;
    const QByteArrayView l = isRequest ? left.request : left.response;
    const QByteArrayView r = isRequest ? right.request : right.response;
    const auto [atLeft, atRight] = std::mismatch(l.begin(), l.end(), r.begin(), r.end());
    if (atLeft == l.end() && atRight == r.end())
        return std::nullopt;
    constexpr qsizetype kShown = 16;
    const auto offset = static_cast<std::uint32_t>(atLeft - l.begin());
    FieldDifference one;
    one.path = isRequest ? QCoreApplication::translate("RecordingComparison", "Request, from byte %1").arg(offset)
                         : QCoreApplication::translate("RecordingComparison", "Response, from byte %1").arg(offset);
    one.left = hexText(l.sliced(offset), kShown);
    one.right = hexText(r.sliced(offset), kShown);
    one.leftBytes = {part, offset, static_cast<std::uint32_t>(l.size()) - offset};
    one.rightBytes = {part, offset, static_cast<std::uint32_t>(r.size()) - offset};
    return one;
}

} // namespace

std::vector<FieldDifference> fieldDifferences(
    const RecordView& left, const RecordView* leftLead, const RecordView& right, const RecordView* rightLead)
{
    std::vector<FieldDifference> found;
    if (left.name != right.name)
        found.push_back({QCoreApplication::translate("RecordingComparison", "Name"), Agreement::Differs,
            QString::fromUtf8(left.name), QString::fromUtf8(right.name), {}, {}, false, {}});
    const bool isMessage = isDmMessage(left) && isDmMessage(right);
    const auto addWord = [&found](const QString& name, QByteArrayView l, QByteArrayView r) {
        if (l != r)
            found.push_back({name, Agreement::Differs, QString::fromUtf8(l), QString::fromUtf8(r), {}, {}, false, {}});
    };
    if (!isMessage)
        addWord(QCoreApplication::translate("RecordingComparison", "Target"), left.target, right.target);
    const std::size_t words = found.size();
    FieldWalk walk({left, decode(left), varyingRanges(left, leftLead)},
        {right, decode(right), varyingRanges(right, rightLead)}, isMessage);
    auto fields = walk.run();
    found.insert(found.end(), std::make_move_iterator(fields.begin()), std::make_move_iterator(fields.end()));
    if (found.size() == words)
        for (const RecordPart part : {RecordPart::Request, RecordPart::Response})
            if (auto one = byteDifference(left, right, part))
                found.push_back(*std::move(one));
    // Where bytes differ they tell what the status is; a row without any has nothing else.
    if (std::ranges::all_of(found, &FieldDifference::expected))
        addWord(QCoreApplication::translate("RecordingComparison", "Status"), left.status, right.status);
    return found;
}

void hideSecrets(
    std::vector<FieldDifference>& fields, const std::vector<ByteRange>& left, const std::vector<ByteRange>& right)
{
    const auto hide = [](QString& value, const ByteRange& bytes, const std::vector<ByteRange>& secrets) {
        const bool isSecret = std::ranges::any_of(secrets, [&bytes](const ByteRange& secret) {
            return secret.part == bytes.part
                && std::uint64_t{secret.offset} < std::uint64_t{bytes.offset} + bytes.length
                && std::uint64_t{bytes.offset} < std::uint64_t{secret.offset} + secret.length;
        });
        if (isSecret && !value.isEmpty())
            value = secretDots();
    };
    for (FieldDifference& one : fields) {
        hide(one.left, one.leftBytes, left);
        hide(one.right, one.rightBytes, right);
    }
}

} // namespace dmsc
