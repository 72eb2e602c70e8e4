// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/large_objects.h"

#include "model/syncml/base64.h"

namespace dmsc {

using syncml::CommandKind;
using syncml::Item;
using syncml::StatusCode;

namespace {

bool sameObject(const Item& left, const Item& right)
{
    return left.target.uri == right.target.uri && left.source.uri == right.source.uri;
}

/// What stood in Data, before base64 was taken off.
std::string travelled(const Item& item)
{
    const std::string data = item.data.value_or(std::string());
    return item.base64 && item.meta.format != syncml::format::kBase64 ? syncml::toBase64(data) : data;
}

Item addressOf(const Item& item)
{
    Item address;
    address.target = item.target;
    address.source = item.source;
    return address;
}

LargeObjects::Step answer(StatusCode status)
{
    return {LargeObjects::Step::What::Answer, status, {}};
}

} // namespace

std::optional<Item> LargeObjects::interruptedBy(CommandKind kind, const Item& item)
{
    if (m_pending && m_pending->kind == kind && sameObject(m_pending->first, item))
        return std::nullopt;
    return interrupted();
}

std::optional<Item> LargeObjects::interrupted()
{
    if (!m_pending)
        return std::nullopt;
    Item address = addressOf(m_pending->first);
    m_pending.reset();
    return address;
}

LargeObjects::Step LargeObjects::take(CommandKind kind, const Item& item)
{
    const bool announced = item.meta.size.has_value();
    if (!m_pending) {
        if (announced && *item.meta.size > m_maxSize)
            return answer(StatusCode::TooLarge);
        if (!item.moreData)
            return item.data && item.data->size() > m_maxSize ? answer(StatusCode::TooLarge) : Step{};
        if (!announced)
            return answer(StatusCode::SizeRequired); // the first chunk says how much comes
        PendingObject& pending = m_pending.emplace();
        pending.kind = kind;
        pending.first = item;
        pending.first.data.reset();
        pending.first.moreData = false;
        pending.base64 = item.base64;
    }
    m_pending->travelled += travelled(item);
    if (m_pending->travelled.size() > *m_pending->first.meta.size) {
        m_pending.reset();
        return answer(StatusCode::SizeMismatch);
    }
    return item.moreData ? answer(StatusCode::ChunkAccepted) : finish(item);
}

LargeObjects::Step LargeObjects::finish(const Item& last)
{
    PendingObject done = std::move(*m_pending);
    m_pending.reset();
    if (done.travelled.size() != *done.first.meta.size)
        return answer(StatusCode::SizeMismatch);
    Step step{Step::What::Whole, StatusCode::None, std::move(done.first)};
    if (step.item.meta.type.empty())
        step.item.meta.type = last.meta.type;
    if (!done.base64) {
        step.item.data = std::move(done.travelled);
        return step;
    }
    auto raw = syncml::fromBase64(done.travelled);
    if (!raw)
        return answer(StatusCode::BadRequest);
    step.item.data = std::move(raw);
    step.item.meta.format = syncml::format::kBin;
    step.item.base64 = true;
    return step;
}

} // namespace dmsc
