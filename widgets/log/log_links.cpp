// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/log_links.h"

#include "model/items/log_rows.h"

#include <algorithm>
#include <cstdint>

namespace dmsc {

namespace {

/// Rows in each direction.
constexpr std::uint32_t kReach = 20'000;
/// As many as a person would follow.
constexpr std::size_t kMaxLinks = 12;

bool isGroupOfMessage(const RecordView& record)
{
    return record.layer == Layer::SyncMl && !record.continuation;
}

RecordRelation relationInExchange(const RecordView& of, const RecordView& other)
{
    if (of.layer == Layer::SyncMl && other.layer == Layer::Apdu) {
        return RecordRelation::CarriedBy;
    }
    if (of.layer == Layer::Apdu && other.layer == Layer::SyncMl) {
        return RecordRelation::Carries;
    }
    if (of.layer == Layer::SecureChannel && other.layer == Layer::Apdu) {
        return RecordRelation::WrappedAs;
    }
    if (of.layer == Layer::Apdu && other.layer == Layer::SecureChannel) {
        return RecordRelation::Unwrapped;
    }
    return RecordRelation::SameExchange;
}

/// Rows of the same relation that stand side by side become one link.
void add(std::vector<RecordLink>& links, RecordRelation relation, RecordNo record)
{
    if (!links.empty() && links.back().relation == relation && links.back().last.value + 1 == record.value) {
        links.back().last = record;
    } else if (links.size() < kMaxLinks) {
        links.push_back({relation, record, record});
    }
}

/// A message and the Statuses below it.
void addGroup(std::vector<RecordLink>& links, const RecordStore& store, RecordNo record)
{
    const RecordNo head = headOf(store, record);
    if (head != record && isGroupOfMessage(store.at(head))) {
        add(links, RecordRelation::Answers, head);
    } else if (isGroupOfMessage(store.at(record))) {
        const int statuses = groupSize(store, record);
        for (int i = 1; i <= statuses; ++i) {
            add(links, RecordRelation::AnsweredBy, RecordNo{record.value + static_cast<std::uint32_t>(i)});
        }
    }
}

} // namespace

std::vector<RecordLink> linksOf(const RecordStore& store, RecordNo record)
{
    std::vector<RecordLink> links;
    const RecordView of = store.at(record);
    addGroup(links, store, record);
    if (of.exchange == ExchangeId{}) {
        return links;
    }
    const bool inGroup = !links.empty();
    const RecordNo head = headOf(store, record);
    const std::uint32_t first = record.value - std::min(record.value, kReach);
    const std::size_t end = std::size_t{record.value} + kReach;
    for (const RecordNo other : store.exchangeRows(of.exchange)) {
        if (other == record || other.value < first || other.value >= end) {
            continue;
        }
        const RecordRelation relation = relationInExchange(of, store.at(other));
        const bool told = inGroup && relation == RecordRelation::SameExchange && headOf(store, other) == head;
        if (!told) {
            add(links, relation, other);
        }
    }
    return links;
}

} // namespace dmsc
