// SPDX-License-Identifier: Apache-2.0
#include "model/decode/split_objects.h"

#include <algorithm>

namespace dmsc {

bool SplitObject::has(const PartPlace& part) const
{
    return std::ranges::find(m_parts, part, &Part::place) != m_parts.end();
}

void SplitObject::dropFrom(const PartPlace& part)
{
    const auto found = std::ranges::find(m_parts, part, &Part::place);
    if (found == m_parts.end()) {
        return;
    }
    m_text.resize(std::min(found->from, m_text.size()));
    m_kind = found->kind;
    m_parts.erase(found, m_parts.end());
}

void SplitObject::add(const PartPlace& part, std::string_view text, Kind kind, bool goesOn)
{
    // Each part is read with all before it.
    constexpr std::size_t kLongest = std::size_t{512} << 10;
    m_parts.push_back({part, m_text.size(), m_kind});
    m_kind = kind == Kind::Document && m_text.size() + text.size() > kLongest ? Kind::Unknown : kind;
    if (m_kind == Kind::Document) {
        m_text += text;
    }
    m_goesOn = goesOn;
}

SplitObject* SplitObjects::find(const ObjectPlace& place, const PartPlace& part)
{
    SplitObject* underWay = nullptr;
    for (auto one = m_objects.rbegin(); one != m_objects.rend(); ++one) {
        SplitObject& object = *one;
        if (object.m_place != place) {
            continue;
        }
        if (object.has(part)) {
            object.dropFrom(part);
            return &object;
        }
        if (underWay == nullptr && object.m_goesOn) {
            underWay = &object;
        }
    }
    return underWay;
}

SplitObject& SplitObjects::begin(const ObjectPlace& place)
{
    constexpr std::size_t kMost = 8;
    std::erase_if(m_objects, [&place](const SplitObject& one) { return one.m_place == place && one.m_goesOn; });
    if (m_objects.size() == kMost) {
        m_objects.pop_front();
    }
    m_objects.emplace_back().m_place = place;
    return m_objects.back();
}

} // namespace dmsc
