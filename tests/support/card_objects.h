// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_answers.h"
#include "cardio/card/memory_grants.h"
#include "cardio/card/node_digests.h"
#include "cardio/card/owners.h"
#include "cardio/store/issuer_policy.h"
#include "cardio/store/journal.h"
#include "model/items/memory_queue.h"
#include "model/items/memory_rows.h"

#include <cstdlib>

namespace dmsc::test {

/// What the handshake's and the memory's objects are read by; the first byte of an input says which.
enum class CardObject : std::uint8_t {
    Discovery,
    SyncStatus,
    Journal,
    Access,
    Memory,
    Owners,
    MemoryRequest, ///< the byte after it is P1
    Policy,
    Questions,
    Answers, ///< the byte after it: how many are expected
    StoredJournal,
    Count,
};

inline void mustHold(bool holds)
{
    if (!holds)
        std::abort();
}

/// What the window makes of a map: rows, what can be asked for, what would become of it.
inline void useMap(const MemoryMap& map)
{
    const auto rows = memoryRows(map);
    for (const MemoryRow& row : rows)
        (void)blocksText(row.size, map.blockSize);
    MemoryQueue queue;
    queue.setMap(map);
    std::size_t left = 8; // a list of thousands takes as long as it is
    for (const EntityMemory& one : map.entities) {
        if (left-- == 0)
            break;
        (void)queue.want(one.entity, queue.most(one.entity));
        (void)queue.want(one.entity, queue.least(one.entity));
        (void)queue.wantDeleted(one.entity);
    }
    mustHold(queue.steps().size() <= map.entities.size());
}

/// Reads the input as it says; what was read must be written as the same again where there is a writer.
inline void readCardObject(ByteView input)
{
    if (input.size() < 2)
        return;
    const ByteView data = input.subspan(1);
    switch (static_cast<CardObject>(input[0] % static_cast<unsigned>(CardObject::Count))) {
    case CardObject::Discovery:
        if (const auto discovery = decodeDiscovery(data))
            for (const Role role : {Role::Issuer, Role::Device, Role::Dms, Role::Application})
                (void)checkOffered(discovery->offers, role, HandshakeMethod::Scp03, 0x33);
        break;
    case CardObject::SyncStatus:
        (void)decodeSyncStatus(data);
        break;
    case CardObject::Journal:
        (void)decodeJournal(data);
        break;
    case CardObject::Access:
        (void)decodeAccessConditions(data);
        break;
    case CardObject::Memory:
        if (const auto map = decodeMemoryMap(data))
            useMap(*map);
        break;
    case CardObject::Owners:
        if (const auto owners = decodeOwners(data)) {
            const auto again = decodeOwners(encodeOwners(*owners));
            mustHold(again && again->told() == owners->told());
        }
        break;
    case CardObject::MemoryRequest:
        if (const auto request = decodeMemoryRequest(data[0], data.subspan(1)))
            mustHold(decodeMemoryRequest(data[0], encodeMemoryRequest(*request)) == request);
        break;
    case CardObject::Policy:
        if (const auto policy = decodePolicy(data))
            mustHold(decodePolicy(encode(*policy)) == policy);
        break;
    case CardObject::Questions:
        if (const auto questions = decodeQuestions(data)) {
            const auto again = decodeQuestions(encodeQuestions(questions->questions, questions->form));
            mustHold(again && again->questions.size() == questions->questions.size());
        }
        break;
    case CardObject::Answers:
        (void)decodeAnswers(data.subspan(1), data[0], {});
        break;
    case CardObject::StoredJournal:
        if (const auto journal = Journal::decode(data)) {
            const auto again = Journal::decode(journal->encode());
            mustHold(again && again->oldest() == journal->oldest());
        }
        break;
    case CardObject::Count:
        break;
    }
}

} // namespace dmsc::test
