// SPDX-License-Identifier: Apache-2.0
#include "model/items/memory_queue.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

const EntityMemory* findIn(const MemoryMap& map, std::string_view entity)
{
    const auto found = std::find_if(
        map.entities.begin(), map.entities.end(), [&](const EntityMemory& one) { return one.entity == entity; });
    return found == map.entities.end() ? nullptr : &*found;
}

MemoryRequest requestFor(const MemoryChange& change, const EntityMemory& now)
{
    MemoryRequest request;
    request.entity = change.entity;
    if (change.deletes) {
        request.action = MemoryAction::Delete;
    } else if (change.wanted < now.granted) {
        const bool allUnused = change.wanted == now.used;
        request.action = allUnused ? MemoryAction::Release : MemoryAction::Reduce;
        if (!allUnused)
            request.blocks = Blocks{number(now.granted) - number(change.wanted)};
    } else if (now.granted == Blocks{}) {
        request.action = MemoryAction::Request;
        request.blocks = change.wanted;
    } else {
        request.action = MemoryAction::Extend;
        request.blocks = Blocks{number(change.wanted) - number(now.granted)};
    }
    return request;
}

bool givesBack(const MemoryChange& change, const EntityMemory& now)
{
    return change.deletes || change.wanted < now.granted;
}

} // namespace

const EntityMemory* MemoryQueue::find(std::string_view entity) const
{
    return findIn(m_map, entity);
}

void MemoryQueue::setMap(MemoryMap map)
{
    m_map = std::move(map);
    setChanges(std::move(m_changes));
}

void MemoryQueue::setChanges(std::vector<MemoryChange> changes)
{
    std::erase_if(changes, [this](const MemoryChange& change) {
        const EntityMemory* now = find(change.entity);
        return now == nullptr
            || (change.deletes ? now->granted == Blocks{} && now->used == Blocks{} : now->granted == change.wanted);
    });
    m_changes = std::move(changes);
    update();
}

Result<void> MemoryQueue::want(std::string_view entity, Blocks blocks)
{
    const EntityMemory* now = find(entity);
    if (now != nullptr && now->granted == blocks) {
        remove(entity);
        return {};
    }
    const std::vector<MemoryChange> before = m_changes;
    put({std::string(entity), blocks, false});
    const auto step = std::find_if(
        m_steps.begin(), m_steps.end(), [&](const MemoryStep& one) { return one.change.entity == entity; });
    if (step != m_steps.end() && step->problem.isEmpty())
        return {};
    const QString why = step != m_steps.end()
        ? step->problem
        : QCoreApplication::translate("MemoryMap", "the card knows no entity %1")
              .arg(QString::fromUtf8(entity.data(), static_cast<qsizetype>(entity.size())));
    const ErrorKind kind = now == nullptr ? ErrorKind::NotFound
        : blocks < now->used              ? ErrorKind::NotAllowed
                                          : ErrorKind::Full;
    setChanges(before);
    return fail(kind, why);
}

Result<void> MemoryQueue::wantDeleted(std::string_view entity)
{
    const EntityMemory* now = find(entity);
    if (now == nullptr)
        return want(entity, {}); // says that there is none
    if (now->granted != Blocks{} || now->used != Blocks{})
        put({std::string(entity), Blocks{}, true});
    return {};
}

void MemoryQueue::put(MemoryChange change)
{
    const auto same = std::find_if(
        m_changes.begin(), m_changes.end(), [&](const MemoryChange& one) { return one.entity == change.entity; });
    if (same != m_changes.end())
        *same = std::move(change);
    else
        m_changes.push_back(std::move(change));
    update();
}

void MemoryQueue::remove(std::string_view entity)
{
    std::erase_if(m_changes, [&](const MemoryChange& one) { return one.entity == entity; });
    update();
}

void MemoryQueue::clear()
{
    m_changes.clear();
    update();
}

void MemoryQueue::update()
{
    m_after = m_map;
    m_steps.clear();
    std::vector<MemoryChange> order = m_changes;
    std::stable_partition(order.begin(), order.end(), [this](const MemoryChange& change) {
        const EntityMemory* now = find(change.entity);
        return now != nullptr && givesBack(change, *now);
    });
    for (MemoryChange& change : order) {
        const EntityMemory* now = find(change.entity);
        if (now == nullptr)
            continue;
        MemoryStep step;
        step.request = requestFor(change, *now);
        step.before = now->granted;
        step.after = now->granted;
        step.used = now->used;
        step.change = std::move(change);
        if (auto after = afterRequest(m_after, step.request)) {
            m_after = std::move(*after);
            step.after = findIn(m_after, step.change.entity)->granted;
        } else {
            step.problem = after.error().text();
        }
        m_steps.push_back(std::move(step));
    }
}

std::vector<MemoryRequest> MemoryQueue::requests() const
{
    std::vector<MemoryRequest> requests;
    requests.reserve(m_steps.size());
    for (const MemoryStep& step : m_steps)
        requests.push_back(step.request);
    return requests;
}

Blocks MemoryQueue::least(std::string_view entity) const
{
    const EntityMemory* now = find(entity);
    return now == nullptr ? Blocks{} : now->used;
}

Blocks MemoryQueue::most(std::string_view entity) const
{
    const EntityMemory* now = find(entity);
    if (now == nullptr)
        return {};
    MemoryQueue others = *this;
    others.remove(entity);
    const Blocks total = m_map.total;
    // All of the card is more than it can have: the rules say how much that comes to.
    const auto most = afterRequest(others.m_after, {MemoryAction::Request, now->entity, total});
    const EntityMemory* then = most ? findIn(*most, entity) : nullptr;
    return then == nullptr ? now->granted : std::max(now->granted, then->granted);
}

} // namespace dmsc
