// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/node_access.h"

#include <charconv>

namespace dmsc {

namespace {

constexpr std::string_view kFree = "free ";
constexpr std::string_view kNeeded = ", needed ";
constexpr std::string_view kEntity = ", entity ";
constexpr std::string_view kType = ", type ";

bool takeWord(std::string_view& text, std::string_view word)
{
    if (!text.starts_with(word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

bool takeNumber(std::string_view& text, std::uint64_t& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

} // namespace

std::string Shortage::text() const
{
    std::string words = std::string(kFree) + std::to_string(free);
    words.append(kNeeded).append(std::to_string(needed));
    if (!entity.empty())
        words.append(kEntity).append(entity);
    if (!moType.empty())
        words.append(kType).append(moType);
    return words;
}

std::optional<Shortage> Shortage::parse(std::string_view text)
{
    Shortage shortage;
    if (!takeWord(text, kFree) || !takeNumber(text, shortage.free) || !takeWord(text, kNeeded)
        || !takeNumber(text, shortage.needed))
        return std::nullopt;
    if (takeWord(text, kEntity)) {
        const std::size_t end = std::min(text.find(kType), text.size());
        shortage.entity = text.substr(0, end);
        text.remove_prefix(end);
    }
    if (takeWord(text, kType)) {
        shortage.moType = text;
        text = {};
    }
    return text.empty() ? std::optional(shortage) : std::nullopt;
}

} // namespace dmsc
