// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/large_objects.h"

#include "model/syncml/base64.h"

#include <algorithm>
#include <utility>

namespace dmsc {

using syncml::CommandKind;
using syncml::Item;
using syncml::StatusCode;

namespace {

/// Refused objects that are remembered; a server that leaves more of them behind is up to no good.
constexpr std::size_t kMostRefused = 256;

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

/// What is left of so many bytes after these.
std::optional<std::uint64_t> after(std::optional<std::uint64_t> size, std::uint64_t come)
{
    return size && *size >= come ? std::optional(*size - come) : std::nullopt;
}

LargeObjects::Step answer(StatusCode status)
{
    return {LargeObjects::Step::What::Answer, status, {}};
}

} // namespace

void LargeObjects::beginMessage(const syncml::Header& header)
{
    m_follows = false;
    if (header.sessionId == m_session && header.msgId != syncml::MessageId{1})
        return;
    m_session = header.sessionId;
    forget();
}

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
    remember(m_pending->kind, address, StatusCode::SizeMismatch,
        after(m_pending->first.meta.size, m_pending->travelled.size()));
    m_pending.reset();
    return address;
}

LargeObjects::Step LargeObjects::take(CommandKind kind, const Item& item)
{
    const bool announced = item.meta.size.has_value();
    const bool follows = std::exchange(m_follows, true);
    if (!m_pending) {
        if (const auto status = refusal(kind, item, follows))
            return answer(*status);
        if (announced && *item.meta.size > m_maxSize)
            return refused(kind, item, StatusCode::TooLarge);
        if (!item.moreData)
            return item.data && item.data->size() > m_maxSize ? answer(StatusCode::TooLarge) : Step{};
        if (!announced)
            return refused(kind, item, StatusCode::SizeRequired); // the first chunk says how much comes
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
        return refused(kind, item, StatusCode::SizeMismatch);
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

std::vector<RefusedObject>::iterator LargeObjects::refusedAt(CommandKind kind, const Item& item)
{
    return std::find_if(m_refused.begin(), m_refused.end(),
        [&](const RefusedObject& one) { return one.kind == kind && sameObject(one.address, item); });
}

std::optional<StatusCode> LargeObjects::refusal(CommandKind kind, const Item& item)
{
    return refusal(kind, item, std::exchange(m_follows, true));
}

std::optional<StatusCode> LargeObjects::refusal(CommandKind kind, const Item& item, bool follows)
{
    const auto found = refusedAt(kind, item);
    if (found == m_refused.end())
        return std::nullopt;
    const StatusCode status = found->status;
    found->heard = true;
    // Size stands in a first chunk alone, and a last one stands alone: the object comes anew.
    const bool otherLength = found->left && *found->left != travelled(item).size();
    found->left.reset(); // a server that goes on in spite of our answer may miscount as well
    const bool anew = item.meta.size.has_value() || (!item.moreData && (follows || otherLength));
    if (anew || !item.moreData)
        m_refused.erase(found);
    return anew ? std::nullopt : std::optional(status);
}

void LargeObjects::refuse(CommandKind kind, const Item& item, StatusCode status)
{
    if (item.moreData)
        remember(kind, item, status, after(item.meta.size, travelled(item).size()));
}

void LargeObjects::remember(CommandKind kind, const Item& item, StatusCode status, std::optional<std::uint64_t> left)
{
    if (const auto known = refusedAt(kind, item); known != m_refused.end())
        m_refused.erase(known);
    if (m_refused.size() == kMostRefused)
        m_refused.erase(m_refused.begin());
    m_refused.push_back({kind, addressOf(item), status, left, true});
}

void LargeObjects::refuseAll(const std::vector<syncml::Command>& commands, StatusCode status)
{
    for (const syncml::Command& command : commands) {
        for (const Item& item : command.items) {
            const bool collected = m_pending && m_pending->kind == command.kind && sameObject(m_pending->first, item);
            if (!collected && !refusal(command.kind, item))
                refuse(command.kind, item, status);
        }
        refuseAll(command.members, status);
    }
}

LargeObjects::Step LargeObjects::refused(CommandKind kind, const Item& item, StatusCode status)
{
    refuse(kind, item, status);
    return answer(status);
}

void LargeObjects::endMessage(bool final)
{
    if (final)
        std::erase_if(m_refused, [](const RefusedObject& one) { return !one.heard; });
    for (RefusedObject& one : m_refused)
        one.heard = false;
}

void LargeObjects::forget()
{
    m_pending.reset();
    m_refused.clear();
}

} // namespace dmsc
