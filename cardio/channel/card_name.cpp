// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/card_name.h"

#include <algorithm>

namespace dmsc {

std::optional<CardName> cardNameOf(const Certificate& certificate)
{
    constexpr std::string_view kAnyCard = "card";
    constexpr std::string_view kOneCard = "card:";
    std::string name = certificate.commonName().toStdString();
    if (name == kAnyCard)
        return CardName{};
    if (name.starts_with(kOneCard))
        name.erase(0, kOneCard.size());
    const bool digits = std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && !name.empty() ? std::optional(CardName{std::move(name)}) : std::nullopt;
}

} // namespace dmsc
