// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/large_objects.h"
#include "cardio/session/managed_tree.h"
#include "cardio/session/message_link.h"
#include "cardio/session/node_rights.h"
#include "cardio/store/handset_image.h"
#include "model/formats/description.h"

#include <functional>
#include <memory>

namespace dmsc {

/// What an emulated handset needs from outside.
struct HandsetOutside
{
    StampClock clock = systemStampClock();
    PermanentCheck permanent; ///< nodes that its DDF says stay
    AccessTypeCheck accessType; ///< what its DDF says servers may do
    AddCheck adds; ///< what its DDF says servers may add
    std::function<void(bool good)> committed; ///< its image was changed, or could not be; may be empty
};

/// Nodes that these rules call permanent (Scope, TND 8.2.2).
[[nodiscard]] PermanentCheck permanentBy(std::shared_ptr<const DescriptionSet> rules);
/// What these rules let servers do to a node; everything where they say nothing of it.
[[nodiscard]] AccessTypeCheck accessTypeBy(std::shared_ptr<const DescriptionSet> rules);
/// Who may add a node, as these rules say: nobody what is permanent; where AccessType lacks Add, the maker of its
/// parent.
[[nodiscard]] AddCheck addsBy(std::shared_ptr<const DescriptionSet> rules);

/// An emulated handset: a DM client that answers messages on the tree of its image. Bytes go in, bytes come out.
class EmulatedHandset final : public MessageLink
{
public:
    [[nodiscard]] static Result<std::unique_ptr<EmulatedHandset>> open(
        const QString& path, HandsetOutside outside = {}, StoreProbe probe = {});

    /// What its user can read on the box: ./DevInfo/DevId.
    [[nodiscard]] std::string deviceId() const { return m_image.deviceId(); }
    /// Of its image: made with it, and the number of change sets that it has seen since.
    [[nodiscard]] Bytes epoch() const { return m_image.epoch(); }
    [[nodiscard]] std::uint64_t changes() const { return m_image.changes(); }
    /// Content digest of its tree's root; costs what has changed since it was asked for last.
    [[nodiscard]] Digest content();

    Result<Bytes> exchange(ByteView message, const Progress& progress) override;

    /// Its tree for DM sessions; stays as long as the handset. Who changes what came from a card takes it over: it
    /// outlives the card's leaving (F02).
    [[nodiscard]] ManagedTree& managed() { return m_managed; }
    [[nodiscard]] const PermanentCheck& permanent() const { return m_outside.permanent; }
    [[nodiscard]] const AccessTypeCheck& accessType() const { return m_outside.accessType; }
    [[nodiscard]] const AddCheck& adds() const { return m_outside.adds; }

private:
    class Managed final : public ManagedTree
    {
    public:
        explicit Managed(EmulatedHandset& handset)
            : m_handset(&handset)
        {
        }
        [[nodiscard]] const Tree& tree() const override { return m_handset->m_image.tree(); }
        [[nodiscard]] const OwnerLedger* ledger() const override { return &m_handset->m_image.ledger(); }
        [[nodiscard]] const EarlierNodes* earlier() const override { return &m_handset->m_image.earlier(); }
        [[nodiscard]] TreeEditor edit(const std::string& owner) override
        {
            return m_handset->m_image.edit(owner, m_handset->m_outside.clock);
        }
        Result<void> commit(TreeEditor& editor, const std::string& owner) override;

    private:
        EmulatedHandset* m_handset;
    };

    EmulatedHandset(HandsetImage image, HandsetOutside outside);

    HandsetImage m_image;
    HandsetOutside m_outside;
    Managed m_managed;
    LargeObjects m_objects; ///< that come in chunks to exchange()
};

} // namespace dmsc
