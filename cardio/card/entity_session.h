// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/entity_view.h"
#include "cardio/card/memory_grants.h"
#include "cardio/session/large_objects.h"

namespace dmsc {

/// What an authenticated entity does on a card while its channel is open: all of it under its rights and grant. The
/// application makes one when a handshake has succeeded; image and policy must outlive it.
class EntitySession
{
public:
    EntitySession(CardImage& image, const IssuerPolicy& policy, EntityPolicy entity, StampClock clock);

    /// The handshake is done: the entity's first grant comes into force. Error of the store when it could not be
    /// stored.
    Result<void> begin() { return m_grants.firstUse(m_entity); }
    [[nodiscard]] const EntityPolicy& entity() const { return m_entity; }

    /// Answers a DM message, WBXML; Syntax error for what is none.
    [[nodiscard]] Result<Bytes> message(ByteView wbxml);
    /// What the entity may know of the tree, up to date.
    [[nodiscard]] const EntityView& view();
    /// Answers of GET MEMORY, MANAGE MEMORY (P1 is looked at here) and OWNERS.
    [[nodiscard]] ResponseApdu getMemory() const;
    [[nodiscard]] ResponseApdu manageMemory(const CommandApdu& command);
    [[nodiscard]] ResponseApdu owners();

private:
    CardImage* m_image;
    EntityPolicy m_entity;
    StampClock m_clock;
    MemoryGrants m_grants;
    EntityView m_view;
    LargeObjects m_objects; ///< that come in chunks
};

} // namespace dmsc
