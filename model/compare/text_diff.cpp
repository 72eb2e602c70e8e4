// SPDX-License-Identifier: Apache-2.0
#include "model/compare/text_diff.h"

#include <algorithm>

namespace dmsc {

namespace {

/// A word or a single other character, by place.
using Tokens = std::vector<TextSpan>;

Tokens wordsOf(QStringView text, std::size_t begin, std::size_t end)
{
    Tokens tokens;
    bool inWord = false;
    for (std::size_t i = begin; i < end; ++i) {
        const bool word = text[qsizetype(i)].isLetterOrNumber() || text[qsizetype(i)].isSurrogate();
        if (word && inWord)
            ++tokens.back().length;
        else
            tokens.push_back({i, 1});
        inWord = word;
    }
    return tokens;
}

Tokens bytesOf(std::size_t begin, std::size_t end)
{
    Tokens tokens;
    tokens.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i)
        tokens.push_back({i, 1});
    return tokens;
}

void mark(std::vector<TextSpan>& spans, const TextSpan& token)
{
    if (!spans.empty() && spans.back().begin + spans.back().length == token.begin)
        spans.back().length += token.length;
    else if (token.length > 0)
        spans.push_back(token);
}

/// Marks every token that the longest common subsequence leaves out.
template <class Equal> TextDifference markOutsideLcs(const Tokens& left, const Tokens& right, const Equal& equal)
{
    const std::size_t width = right.size() + 1;
    std::vector<std::uint16_t> lengths((left.size() + 1) * width, 0);
    for (std::size_t i = left.size(); i-- > 0;) {
        for (std::size_t j = right.size(); j-- > 0;) {
            lengths[i * width + j] = equal(left[i], right[j])
                ? static_cast<std::uint16_t>(lengths[(i + 1) * width + j + 1] + 1)
                : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
        }
    }
    TextDifference difference;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() && j < right.size()) {
        if (equal(left[i], right[j])) {
            ++i;
            ++j;
        } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
            mark(difference.left, left[i++]);
        } else {
            mark(difference.right, right[j++]);
        }
    }
    for (; i < left.size(); ++i)
        mark(difference.left, left[i]);
    for (; j < right.size(); ++j)
        mark(difference.right, right[j]);
    return difference;
}

template <class At, class Tokenise>
TextDifference differ(std::size_t leftSize, std::size_t rightSize, const At& at, const Tokenise& tokenise)
{
    const std::size_t shorter = std::min(leftSize, rightSize);
    std::size_t prefix = 0;
    while (prefix < shorter && at(true, prefix) == at(false, prefix))
        ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && at(true, leftSize - 1 - suffix) == at(false, rightSize - 1 - suffix))
        ++suffix;
    if (prefix == leftSize && prefix == rightSize)
        return {};

    const std::size_t leftEnd = leftSize - suffix;
    const std::size_t rightEnd = rightSize - suffix;
    const bool small = (leftEnd - prefix) <= kMaxTextDiffCells && (rightEnd - prefix) <= kMaxTextDiffCells;
    const Tokens left = small ? tokenise(true, prefix, leftEnd) : Tokens();
    const Tokens right = small ? tokenise(false, prefix, rightEnd) : Tokens();
    // The table holds 16-bit lengths, which its area bounds as well.
    if (!small || std::min(left.size(), right.size()) > 0xffff
        || (left.size() + 1) * (right.size() + 1) > kMaxTextDiffCells) {
        TextDifference whole;
        mark(whole.left, {prefix, leftEnd - prefix});
        mark(whole.right, {prefix, rightEnd - prefix});
        return whole;
    }
    return markOutsideLcs(left, right, [&at](const TextSpan& a, const TextSpan& b) {
        if (a.length != b.length)
            return false;
        for (std::size_t i = 0; i < a.length; ++i) {
            if (at(true, a.begin + i) != at(false, b.begin + i))
                return false;
        }
        return true;
    });
}

} // namespace

TextDifference diffText(QStringView left, QStringView right)
{
    const auto at = [&](bool isLeft, std::size_t i) { return (isLeft ? left : right)[qsizetype(i)]; };
    const auto tokenise = [&](bool isLeft, std::size_t begin, std::size_t end) {
        return wordsOf(isLeft ? left : right, begin, end);
    };
    return differ(std::size_t(left.size()), std::size_t(right.size()), at, tokenise);
}

TextDifference diffBytes(ByteView left, ByteView right)
{
    const auto at = [&](bool isLeft, std::size_t i) { return (isLeft ? left : right)[i]; };
    const auto tokenise = [](bool, std::size_t begin, std::size_t end) { return bytesOf(begin, end); };
    return differ(left.size(), right.size(), at, tokenise);
}

} // namespace dmsc
