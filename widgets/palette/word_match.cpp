// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/word_match.h"

#include <QStringList>

#include <algorithm>
#include <numeric>
#include <vector>

namespace dmsc {

namespace {

constexpr int kInside = 2;
constexpr int kPerSlip = 4;
/// Nobody types longer words; the distance below is quadratic.
constexpr qsizetype kMaxWord = 40;

QStringList wordsOf(const QString& text)
{
    QString plain = text.toCaseFolded();
    for (QChar& character : plain) {
        if (!character.isLetterOrNumber()) {
            character = QLatin1Char(' ');
        }
    }
    return plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

int allowedSlips(qsizetype length)
{
    return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}

/// Letters added, left out, changed or swapped with their neighbour to make `typed` a beginning of `word`.
int distanceToPrefix(const QString& typed, const QString& word)
{
    const auto width = static_cast<std::size_t>(word.size()) + 1;
    std::vector<int> beforeLast(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const int change = typed[i - 1] == word[at - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && at > 1 && typed[i - 1] == word[at - 2] && typed[i - 2] == word[at - 1]) {
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
            }
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return *std::min_element(last.begin(), last.end());
}

std::optional<int> matchOne(const QString& typed, const QString& word)
{
    if (word.startsWith(typed)) {
        return 0;
    }
    if (word.contains(typed)) {
        return kInside;
    }
    const int slips = allowedSlips(typed.size());
    // The first letter is hardly ever wrong, and a free first letter finds far too much.
    if (slips == 0 || typed.size() > kMaxWord || word.size() > kMaxWord || typed.front() != word.front()) {
        return std::nullopt;
    }
    const int distance = distanceToPrefix(typed, word);
    return distance <= slips ? std::optional(kPerSlip * distance) : std::nullopt;
}

} // namespace

std::optional<int> wordMatch(const QString& query, const QString& text)
{
    const QStringList words = wordsOf(text);
    int total = 0;
    for (const QString& typed : wordsOf(query)) {
        std::optional<int> best;
        for (const QString& word : words) {
            const std::optional<int> score = matchOne(typed, word);
            if (score && (!best || *score < *best)) {
                best = score;
            }
        }
        if (!best) {
            return std::nullopt;
        }
        total += *best;
    }
    return total;
}

} // namespace dmsc
