// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/server_inbox.h"

#include "model/syncml/base64.h"

#include <utility>

namespace dmsc {

using syncml::Item;
using syncml::StatusCode;

namespace {

/// A chunk of base64 as it travelled, whether or not the reader could decode it alone.
std::string asTravelled(Item& item)
{
    std::string data = std::move(item.data).value_or(std::string());
    return item.base64 && syncml::isBinary(item) ? syncml::toBase64(data) : data;
}

/// Base64 that was cut anywhere, or encoded chunk by chunk.
std::optional<std::string> decoded(const std::vector<std::string>& chunks)
{
    std::string text;
    for (const std::string& chunk : chunks)
        text += chunk;
    if (auto whole = syncml::fromBase64(text))
        return whole;
    std::string joined;
    for (const std::string& chunk : chunks) {
        const auto one = syncml::fromBase64(chunk);
        if (!one)
            return std::nullopt;
        joined += *one;
    }
    return joined;
}

} // namespace

bool ServerInbox::continues(syncml::CommandKind kind, const Item& item) const
{
    return m_open->kind == kind && m_open->first.source.uri == item.source.uri
        && m_open->first.target.uri == item.target.uri;
}

ServerInbox::Taken ServerInbox::take(syncml::CommandKind kind, Item item)
{
    std::optional<Item> interrupted;
    if (m_open && !continues(kind, item)) {
        interrupted = std::move(m_open->first);
        m_open.reset();
    }
    Taken taken;
    if (m_open || item.moreData) {
        if (!m_open) {
            m_open.emplace();
            m_open->kind = kind;
            m_open->first = item;
            m_open->first.data.reset();
            if (!item.meta.size)
                m_open->refusal = StatusCode::SizeRequired; // PRO 2.2: the first chunk tells the whole's
            else if (*item.meta.size > m_max)
                m_open->refusal = StatusCode::TooLarge;
        }
        taken = add(std::move(item));
    } else if (item.data && item.data->size() > m_max) {
        taken.status = StatusCode::TooLarge;
    } else {
        taken.item = std::move(item);
    }
    taken.interrupted = std::move(interrupted);
    return taken;
}

std::optional<Item> ServerInbox::forget()
{
    if (!m_open)
        return std::nullopt;
    return std::exchange(m_open, std::nullopt)->first;
}

ServerInbox::Taken ServerInbox::add(Item item)
{
    m_continued = true;
    const bool more = item.moreData;
    m_open->base64 = m_open->base64 || item.base64;
    std::string chunk = asTravelled(item);
    m_open->bytes += chunk.size();
    if (m_open->refusal == StatusCode::None && m_open->bytes > (m_open->base64 ? syncml::base64Size(m_max) : m_max))
        m_open->refusal = StatusCode::TooLarge;
    if (m_open->refusal != StatusCode::None)
        m_open->chunks.clear();
    else
        m_open->chunks.push_back(std::move(chunk));
    if (!more)
        return close();
    Taken taken;
    taken.status = m_open->refusal != StatusCode::None ? m_open->refusal : StatusCode::ChunkAccepted;
    return taken;
}

ServerInbox::Taken ServerInbox::close()
{
    OpenObject open = *std::exchange(m_open, std::nullopt);
    Taken taken;
    if (open.refusal != StatusCode::None) {
        taken.status = open.refusal;
        return taken;
    }
    Item item = std::move(open.first);
    item.moreData = false;
    if (open.base64) {
        item.data = decoded(open.chunks);
        item.meta.format = syncml::format::kBin;
    } else {
        item.data.emplace();
        for (const std::string& chunk : open.chunks)
            *item.data += chunk;
    }
    const bool agrees =
        item.data && (!item.meta.size || *item.meta.size == item.data->size() || *item.meta.size == open.bytes);
    if (!agrees) {
        taken.status = StatusCode::SizeMismatch;
        return taken;
    }
    taken.item = std::move(item);
    return taken;
}

} // namespace dmsc
