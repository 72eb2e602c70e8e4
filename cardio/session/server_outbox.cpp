// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/server_outbox.h"

#include "cardio/session/dm_auth.h"

#include <algorithm>

namespace dmsc {

using syncml::Command;
using syncml::CommandId;
using syncml::CommandKind;
using syncml::Item;
using syncml::MessageId;
using syncml::StatusCode;

namespace {

constexpr std::size_t kSlack = 16; ///< code pages that the encoder may have to switch, and longer numbers
constexpr std::size_t kLeastChunk = 48; ///< bytes of data; less is not worth a message

bool isGroup(const Command& command)
{
    return command.kind == CommandKind::Atomic || command.kind == CommandKind::Sequence;
}

/// Every Add carries Data and a Format: a client is known that falls over without.
void complete(Command& command)
{
    for (Command& member : command.members)
        complete(member);
    if (command.kind != CommandKind::Add)
        return;
    for (Item& item : command.items) {
        if (!item.data)
            item.data.emplace();
        if (item.meta.format.empty())
            item.meta.format = syncml::format::kChr;
    }
}

CommandAnswer answerFor(Command command)
{
    CommandAnswer answer;
    for (const Command& member : command.members)
        answer.members.push_back(answerFor(member));
    answer.command = std::move(command);
    return answer;
}

bool overObjectLimit(const Command& command, std::optional<std::uint64_t> limit)
{
    const auto over = [&](const Item& item) { return item.data && limit && item.data->size() > *limit; };
    return std::any_of(command.items.begin(), command.items.end(), over)
        || std::any_of(command.members.begin(), command.members.end(),
            [&](const Command& member) { return overObjectLimit(member, limit); });
}

void renumber(Command& command, std::uint32_t& nextId)
{
    command.id = static_cast<CommandId>(nextId++);
    for (Command& member : command.members)
        renumber(member, nextId);
}

Item withoutData(const Item& item)
{
    Item bare;
    bare.target = item.target;
    bare.source = item.source;
    bare.meta = item.meta;
    bare.base64 = item.base64;
    return bare;
}

Command shellOf(const Command& command, const Item& item)
{
    Command shell;
    shell.kind = command.kind;
    shell.correlator = command.correlator;
    shell.alert = command.alert;
    shell.items.push_back(withoutData(item));
    return shell;
}

/// Where text can be cut at or before `end` without cutting a character.
std::size_t characterEnd(std::string_view text, std::size_t begin, std::size_t end)
{
    while (end > begin && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return end;
}

/// Bytes of data for a chunk that may take `room` bytes of a message.
std::size_t chunkSize(const Item& item, std::size_t room, Encoding encoding)
{
    if (syncml::isBinary(item) && (encoding == Encoding::Xml || item.base64))
        return room / 4 * 3; // whole groups: chunks of base64 one behind the other are the base64 of the whole
    return room;
}

bool isRefusedForCredentials(StatusCode code)
{
    return code == StatusCode::None || asksForProof(code);
}

/// The whole is as good as its worst part.
void note(CommandAnswer& answer, std::optional<std::size_t> item, StatusCode code)
{
    if (item) {
        answer.items.resize(answer.command.items.size(), StatusCode::None);
        answer.items[*item] = code;
    }
    if (answer.status == StatusCode::None || (syncml::isSuccess(answer.status) && !syncml::isSuccess(code)))
        answer.status = code;
}

void forget(CommandAnswer& answer)
{
    answer.status = StatusCode::None;
    answer.items.clear();
    answer.results.clear();
    for (CommandAnswer& member : answer.members)
        forget(member);
}

} // namespace

std::size_t ServerOutbox::sizeOf(const Command& command, Encoding encoding)
{
    syncml::Message message;
    message.header.msgId = MessageId{1};
    const auto without = encodePacket(message, encoding);
    std::uint32_t id = 100'000; // as long as a number can become
    message.commands.push_back(command);
    renumber(message.commands.front(), id);
    const auto with = encodePacket(message, encoding);
    return with && without ? with->body.size() - without->body.size() + kSlack : SIZE_MAX;
}

void ServerOutbox::load(std::vector<Command> commands, const Limits& limits)
{
    m_units.clear();
    m_slots.clear();
    m_answers.clear();
    m_answers.reserve(commands.size());
    for (Command& command : commands) {
        complete(command);
        CommandAnswer& answer = m_answers.emplace_back(answerFor(std::move(command)));
        if (overObjectLimit(answer.command, limits.object))
            answer.status = StatusCode::TooLarge;
        else
            m_units.push_back({&answer, {}, false, 0});
    }
}

void ServerOutbox::again()
{
    m_units.clear();
    m_slots.clear();
    for (CommandAnswer& answer : m_answers) {
        const bool open = isRefusedForCredentials(answer.status)
            || std::any_of(answer.items.begin(), answer.items.end(), isRefusedForCredentials);
        if (!open)
            continue;
        forget(answer);
        m_units.push_back({&answer, {}, false, 0});
    }
}

void ServerOutbox::fill(
    syncml::Message& message, std::size_t bytes, std::size_t least, std::uint32_t& nextId, const Limits& limits)
{
    m_last = message.header.msgId;
    while (!m_units.empty())
        if (sendFront(message, bytes, least, nextId, limits) == Step::MessageFull)
            return;
}

ServerOutbox::Step ServerOutbox::sendFront(
    syncml::Message& message, std::size_t& bytes, std::size_t least, std::uint32_t& nextId, const Limits& limits)
{
    Unit& unit = m_units.front();
    const Command& whole = unit.answer->command;
    const std::size_t room = limits.message > bytes + kSlack ? limits.message - bytes - kSlack : 0;
    const std::size_t most = limits.message > least + kSlack ? limits.message - least - kSlack : 0;
    if (unit.large)
        return sendChunk(message, room, room >= most, nextId, limits);

    const bool single = !isGroup(whole) && (unit.item || whole.items.size() == 1);
    const Item* item = single ? &whole.items[unit.item.value_or(0)] : nullptr;
    if (item && item->data && item->data->size() > most) {
        unit.large = true;
        return Step::Next;
    }
    Command command = whole;
    if (unit.item) {
        command = shellOf(whole, *item);
        command.items.front().data = item->data;
    }
    const std::size_t size = sizeOf(command, limits.encoding);
    if (size <= room) {
        bytes += size;
        append(message, std::move(command), unit, false, nextId);
        m_units.pop_front();
        return Step::Next;
    }
    if (size <= most)
        return Step::MessageFull;
    if (size == SIZE_MAX)
        refuseFront(StatusCode::BadRequest); // cannot be written at all
    else if (item && item->data && !item->data->empty())
        unit.large = true;
    else if (!isGroup(whole) && !unit.item && whole.items.size() > 1)
        split(unit);
    else
        refuseFront(StatusCode::TooLarge);
    return Step::Next;
}

ServerOutbox::Step ServerOutbox::sendChunk(
    syncml::Message& message, std::size_t room, bool alone, std::uint32_t& nextId, const Limits& limits)
{
    Unit& unit = m_units.front();
    const Item& item = unit.answer->command.items[unit.item.value_or(0)];
    const std::string_view data = *item.data;
    Command command = shellOf(unit.answer->command, item);
    Item& chunk = command.items.front();
    chunk.moreData = true;
    chunk.data.emplace();
    chunk.meta.size.reset();
    if (unit.sent == 0)
        chunk.meta.size = item.base64 && limits.encoding == Encoding::Wbxml ? (data.size() + 2) / 3 * 4 : data.size();

    const std::size_t frame = sizeOf(command, limits.encoding);
    std::size_t size = frame < room ? chunkSize(item, room - frame, limits.encoding) : 0;
    while (size >= kLeastChunk) {
        std::size_t end = std::min(data.size(), unit.sent + size);
        if (!syncml::isBinary(item))
            end = characterEnd(data, unit.sent, end);
        chunk.data = data.substr(unit.sent, end - unit.sent);
        chunk.moreData = end < data.size();
        if (sizeOf(command, limits.encoding) <= room) { // text may grow where XML escapes it
            const bool last = !chunk.moreData;
            append(message, std::move(command), unit, !last, nextId);
            unit.sent = end;
            if (last)
                m_units.pop_front();
            return Step::MessageFull; // nothing may follow a chunk (PRO 2.2)
        }
        size = size / 4 * 3;
    }
    if (!alone)
        return Step::MessageFull;
    refuseFront(StatusCode::TooLarge); // not even alone in a message
    return Step::Next;
}

void ServerOutbox::append(
    syncml::Message& message, Command command, const Unit& unit, bool chunk, std::uint32_t& nextId)
{
    renumber(command, nextId);
    m_slots[{message.header.msgId, command.id}] = {unit.answer, unit.item, chunk};
    for (std::size_t i = 0; i < command.members.size(); ++i) {
        // Members of members have slots of their own.
        std::vector<std::pair<const Command*, CommandAnswer*>> open = {{&command.members[i], &unit.answer->members[i]}};
        while (!open.empty()) {
            const auto [member, answer] = open.back();
            open.pop_back();
            m_slots[{message.header.msgId, member->id}] = {answer, {}, false};
            for (std::size_t k = 0; k < member->members.size(); ++k)
                open.emplace_back(&member->members[k], &answer->members[k]);
        }
    }
    message.commands.push_back(std::move(command));
}

void ServerOutbox::split(const Unit& unit)
{
    CommandAnswer* answer = unit.answer;
    m_units.pop_front();
    for (std::size_t i = answer->command.items.size(); i-- > 0;)
        m_units.push_front({answer, i, false, 0});
}

void ServerOutbox::refuseFront(StatusCode code)
{
    note(*m_units.front().answer, m_units.front().item, code);
    m_units.pop_front();
}

void ServerOutbox::abandon()
{
    if (!m_units.empty() && m_units.front().large && m_units.front().sent > 0)
        refuseFront(StatusCode::IncompleteCommand);
}

ServerOutbox::Slot* ServerOutbox::find(const syncml::Reference& reference)
{
    const MessageId message = reference.message == MessageId::None ? m_last : reference.message;
    const auto found = m_slots.find({message, reference.command});
    return found == m_slots.end() ? nullptr : &found->second;
}

void ServerOutbox::status(const Command& status)
{
    const Slot* slot = find(status.reference);
    if (!slot)
        return; // of nothing that we sent
    CommandAnswer& answer = *slot->answer;
    if (slot->chunk) {
        if (syncml::isSuccess(status.status))
            return;
        abandon();
        answer.status = StatusCode::None; // it says itself why
    }
    const std::vector<Item>& items = answer.command.items;
    std::optional<std::size_t> which = slot->item;
    if (!which && items.size() > 1 && !status.reference.targets.empty()) {
        for (const std::string& target : status.reference.targets) {
            const auto named =
                std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.target.uri == target; });
            if (named != items.end())
                note(answer, static_cast<std::size_t>(named - items.begin()), status.status);
        }
    }
    note(answer, which, status.status);
    for (const Item& item : status.items)
        if (item.data)
            answer.results.push_back(item);
}

void ServerOutbox::results(const syncml::Reference& reference, Item item)
{
    const Slot* slot = find(reference);
    if (!slot)
        return;
    if (item.source.uri.empty()) {
        if (!reference.sources.empty())
            item.source.uri = reference.sources.front();
        else if (!reference.targets.empty())
            item.source.uri = reference.targets.front();
    }
    slot->answer->results.push_back(std::move(item));
}

std::vector<CommandAnswer> ServerOutbox::take()
{
    m_units.clear();
    m_slots.clear();
    return std::exchange(m_answers, {});
}

} // namespace dmsc
