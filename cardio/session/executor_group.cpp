// SPDX-License-Identifier: Apache-2.0
// Atomic and Sequence (REPU 4.1.6.3, 4.1.6.14).
#include "cardio/session/executor.h"

#include "cardio/session/large_objects.h"

#include <algorithm>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;
using syncml::Item;

namespace {

bool mayStandInAtomic(CommandKind kind)
{
    return kind == CommandKind::Add || kind == CommandKind::Alert || kind == CommandKind::Copy
        || kind == CommandKind::Delete || kind == CommandKind::Replace;
}

const Item* firstItem(const Command& command)
{
    return command.items.empty() ? nullptr : &command.items.front();
}

} // namespace

CommandExecutor::Outcome CommandExecutor::runMember(const Command& member)
{
    m_hooked = false;
    if (member.fault)
        return {member.fault->answer, {}};
    if (!mayStandInAtomic(member.kind))
        return {Status::CommandFailed, {}};
    if (member.kind == CommandKind::Alert)
        return askUser(member);
    if (member.items.empty())
        return {Status::IncompleteCommand, {}};
    bool hooked = false;
    for (const Item& item : member.items) {
        if (const auto no = chunkRefusal(member.kind, item))
            return {*no, {}};
        Outcome outcome = runItem(member, item);
        hooked = hooked || m_hooked;
        if (!syncml::isSuccess(outcome.status))
            return outcome;
    }
    m_hooked = hooked;
    return {};
}

std::optional<CommandExecutor::Status> CommandExecutor::chunkRefusal(CommandKind kind, const Item& item)
{
    if (!m_options.objects)
        return std::nullopt;
    if (const auto no = m_options.objects->refusal(kind, item))
        return no;
    m_options.objects->refuse(kind, item, Status::NotSupported); // an Atomic is in one message whole
    return std::nullopt;
}

void CommandExecutor::runAtomic(const Command& atomic)
{
    const std::size_t before = m_editor->mark();
    const std::size_t answered = m_answers.size();
    std::vector<Outcome> outcomes;
    std::vector<bool> hooked;
    bool good = true;
    for (const Command& member : atomic.members) {
        outcomes.push_back(runMember(member));
        hooked.push_back(m_hooked);
        // An alert that the user did not accept succeeded as a command, but fails the Atomic (PRO 2.5).
        good = syncml::isSuccess(outcomes.back().status) && outcomes.back().status != Status::Cancelled;
        if (!good)
            break;
    }
    m_declined = false; // the Atomic failed; a Sequence around it goes on
    const auto answerAll = [&](Status code) {
        status(atomic, code);
        for (std::size_t i = 0; i < atomic.members.size(); ++i)
            status(atomic.members[i], outcomes[i].status, firstItem(atomic.members[i]), outcomes[i].results);
    };
    const auto takeBack = [&](std::size_t done) {
        m_editor->rollBack(before);
        // What the device itself did cannot be undone.
        for (std::size_t i = 0; i < done; ++i)
            outcomes[i] = {hooked[i] ? Status::AtomicRollBackFailed : Status::AtomicRolledBack, {}};
    };
    if (good) {
        answerAll(Status::Ok);
        if (!m_options.fits
            || m_options.fits({m_answers.begin() + static_cast<std::ptrdiff_t>(answered), m_answers.end()}))
            return;
        m_answers.resize(answered);
        takeBack(outcomes.size());
        answerAll(Status::AtomicResponseTooLarge);
        return;
    }
    takeBack(outcomes.size() - 1);
    if (m_options.objects)
        m_options.objects->refuseAll(
            {atomic.members.begin() + static_cast<std::ptrdiff_t>(outcomes.size()), atomic.members.end()},
            Status::NotExecuted);
    outcomes.resize(atomic.members.size(), Outcome{Status::NotExecuted, {}});
    answerAll(Status::AtomicFailed);
}

void CommandExecutor::runSequence(const Command& sequence)
{
    status(sequence, Status::Ok);
    bool declined = false;
    for (const Command& member : sequence.members) {
        if (declined) {
            if (m_options.objects)
                m_options.objects->refuseAll({member}, Status::NotExecuted);
            skip(member);
            continue;
        }
        m_declined = false;
        run(member);
        declined = m_declined;
    }
    m_declined = declined;
}

void CommandExecutor::skip(const Command& command)
{
    status(command, Status::NotExecuted, firstItem(command));
    for (const Command& member : command.members)
        skip(member);
}

} // namespace dmsc
