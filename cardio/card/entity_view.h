// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/entity_rights.h"
#include "cardio/store/card_image.h"

#include <optional>

namespace dmsc {

/// The part of a card's tree that an entity may know: what SYNC STATUS, READ JOURNAL and NODE DIGESTS tell of, and the
/// same nodes that `Get ?list=TNDS` gives. For who may explore and read everything it is the tree itself; else a copy
/// without the rest, made when it is asked for and kept until the card's sequence number moves.
class EntityView
{
public:
    /// The image must outlive it.
    EntityView(const CardImage& image, EntityRights rights);

    /// To be called before the others once the image may have changed; costs nothing when it has not.
    void refresh();
    [[nodiscard]] bool isWhole() const { return !m_copy; }
    [[nodiscard]] const Tree& tree() const { return m_copy ? *m_copy : m_image->tree(); } ///< its digests are refreshed
    /// The card's epoch; another one, made from it, the entity and its rights, when the view is not the whole: equal
    /// epoch and sequence number mean an equal tree for every asker.
    [[nodiscard]] Epoch epoch() const;
    /// Entries later than `base` about nodes that the entity may know of.
    [[nodiscard]] std::vector<JournalEntry> journalSince(CardSeq base) const;
    [[nodiscard]] const EntityAccess& access() const { return m_access; }

private:
    [[nodiscard]] bool hidesSomething() const;
    [[nodiscard]] bool hidesSecret() const;
    [[nodiscard]] bool shows(NodeId node, bool acl) const;
    void copyBelow(NodeId from, NodeId to, bool acl);
    [[nodiscard]] bool mayGet(NodeId node, bool inherited) const;
    [[nodiscard]] bool tells(const JournalEntry& entry) const;

    const CardImage* m_image;
    EntityAccess m_access;
    std::optional<CardSeq> m_seq; // that m_copy is of
    std::optional<Tree> m_copy;
};

} // namespace dmsc
