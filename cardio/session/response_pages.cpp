// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/response_pages.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;
using syncml::Item;
using syncml::Message;

namespace {

constexpr std::size_t kSmallestChunk = 64; ///< octets: less is not worth a chunk when a whole message is to come

/// Data of octets travels as base64 in XML.
bool isBase64(const Item& item, Encoding encoding)
{
    return encoding == Encoding::Xml && syncml::isBinary(item);
}

/// A chunk ends between two characters, and base64 text between two groups.
std::size_t wholeUnits(const Item& item, Encoding encoding, std::size_t from, std::size_t octets)
{
    if (isBase64(item, encoding))
        return octets / 3 * 3;
    const std::string& data = *item.data;
    if (syncml::isBinary(item))
        return octets;
    std::size_t end = octets;
    while (end > 0 && from + end < data.size() && (static_cast<unsigned char>(data[from + end]) & 0xC0U) == 0x80U)
        --end;
    return end;
}

/// The largest count up to `most` that `good` holds for, when it holds for all below too; 0 when not even for 1.
template <class Good> std::size_t largest(std::size_t most, const Good& good)
{
    std::size_t low = 0;
    std::size_t step = 1;
    while (low + step <= most && good(low + step)) {
        low += step;
        step *= 2;
    }
    for (; step > 0; step /= 2)
        if (low + step <= most && good(low + step))
            low += step;
    return low;
}

} // namespace

bool fitsInto(const Message& message, Encoding encoding, std::uint64_t limit)
{
    if (limit == 0)
        return true;
    const auto packet = encodePacket(message, encoding);
    return packet && packet->body.size() <= limit;
}

void ResponsePages::dropStarted()
{
    if (!m_queue.empty() && m_queue.front().sent > 0)
        m_queue.pop_front();
}

void ResponsePages::append(Message& message, const Command& command) const
{
    message.commands.push_back(command);
    message.commands.back().id = static_cast<syncml::CommandId>(message.commands.size());
}

bool ResponsePages::fits(const Message& message, const Page& page) const
{
    if (page.limit == 0)
        return true;
    Message whole = message;
    whole.final = true;
    Command next;
    next.kind = CommandKind::Alert;
    next.alert = syncml::AlertCode::NextMessage;
    if (page.askNext)
        append(whole, next);
    return fitsInto(whole, page.encoding, page.limit);
}

Command ResponsePages::remainder(const Entry& entry, std::size_t octets) const
{
    Command part = entry.command;
    if (entry.sent == 0 && octets == std::string::npos)
        return part;
    Item& item = part.items.front();
    const std::size_t total = item.data->size();
    const std::size_t rest = total - entry.sent;
    item.moreData = octets < rest;
    if (entry.sent == 0)
        item.meta.size = total; // the XML writer counts base64 itself
    item.data = item.data->substr(entry.sent, octets);
    return part;
}

bool ResponsePages::tooLarge(const Entry& entry, const Page& page) const
{
    std::size_t octets = 0;
    for (const Item& item : entry.command.items)
        octets += item.data ? item.data->size() : 0;
    return page.limit != 0 && octets - entry.sent > page.limit; // without encoding megabytes to find it out
}

std::size_t ResponsePages::howMany(const Message& message, const Page& page) const
{
    if (page.limit == 0)
        return m_queue.size();
    const auto blocked =
        std::find_if(m_queue.begin(), m_queue.end(), [&](const Entry& entry) { return tooLarge(entry, page); });
    const auto most = static_cast<std::size_t>(blocked - m_queue.begin());
    const std::size_t count = largest(most, [&](std::size_t wanted) {
        Message trial = message;
        for (std::size_t i = 0; i < wanted; ++i)
            append(trial, remainder(m_queue[i], std::string::npos));
        return fits(trial, page);
    });
    std::size_t whole = count;
    while (whole > 0 && whole < m_queue.size() && m_queue[whole].joined)
        --whole;
    // A group that no message holds goes as it fits.
    return whole == 0 && !message.commands.empty() && message.commands.back().kind == CommandKind::Status
            && message.commands.size() <= 1
        ? count
        : whole;
}

void ResponsePages::take(Message& message, std::size_t count)
{
    for (; count > 0; --count) {
        append(message, remainder(m_queue.front(), std::string::npos));
        m_queue.pop_front();
    }
}

bool ResponsePages::takeItems(Message& message, const Page& page)
{
    Command& command = m_queue.front().command;
    const auto part = [&](std::size_t count) {
        Command some = command;
        some.items.resize(count);
        return some;
    };
    const std::size_t count = largest(command.items.size() - 1, [&](std::size_t wanted) {
        Message trial = message;
        append(trial, part(wanted));
        return fits(trial, page);
    });
    if (count == 0) {
        // The first Item alone is too large: it becomes an object of its own.
        Entry alone{part(1), false, 0};
        command.items.erase(command.items.begin());
        m_queue.push_front(std::move(alone));
        return takeChunk(message, page);
    }
    append(message, part(count));
    command.items.erase(command.items.begin(), command.items.begin() + static_cast<std::ptrdiff_t>(count));
    return true;
}

bool ResponsePages::takeChunk(Message& message, const Page& page)
{
    Entry& entry = m_queue.front();
    const Item& item = entry.command.items.front();
    if (!item.data)
        return false;
    const std::size_t rest = item.data->size() - entry.sent;
    const std::size_t most = std::min<std::size_t>(rest - std::min<std::size_t>(rest, 1), page.limit);
    const auto units = [&](std::size_t octets) { return wholeUnits(item, page.encoding, entry.sent, octets); };
    const std::size_t octets = units(largest(most, [&](std::size_t wanted) {
        Message trial = message;
        append(trial, remainder(entry, units(wanted)));
        return fits(trial, page);
    }));
    if (octets == 0 || (octets < kSmallestChunk && message.commands.size() > 2))
        return false;
    append(message, remainder(entry, octets));
    entry.sent += octets;
    return true;
}

Result<void> ResponsePages::fill(Message& message, const Page& page)
{
    const std::size_t before = message.commands.size();
    bool stuck = false; // not even with a message of its own
    take(message, howMany(message, page));
    if (!m_queue.empty() && m_queue.front().command.kind == CommandKind::Results) {
        // What fits into a message of its own waits for it.
        Message alone = message;
        alone.commands.resize(1);
        const Entry& entry = m_queue.front();
        // A Status of the request for this message stands before it then, too.
        bool whole = message.commands.size() > before + 1 && !tooLarge(entry, page);
        if (whole) {
            append(alone, remainder(entry, std::string::npos));
            whole = fits(alone, page);
        }
        const bool cut =
            !whole && (entry.command.items.size() > 1 ? takeItems(message, page) : takeChunk(message, page));
        stuck = !whole && !cut && message.commands.size() <= before + 1;
    }
    if (stuck || (message.commands.size() == before && !m_queue.empty()))
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("ClientSession", "the server's MaxMsgSize, %1 bytes, has no room for an answer")
                .arg(page.limit));
    message.final = m_queue.empty() && !page.askNext;
    if (page.askNext) {
        Command next;
        next.kind = CommandKind::Alert;
        next.alert = syncml::AlertCode::NextMessage;
        append(message, next);
    }
    return {};
}

} // namespace dmsc
