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
    DdfChecks ddf;
    std::function<void(bool good)> committed; ///< its image was changed, or could not be; may be empty
};

/// As these rules say: what they call permanent stays (Scope, TND 8.2.2) and is added by nobody; servers may do to a
/// node what its AccessType says, everything where none is given; where it lacks Add, the maker of its parent alone
/// adds it.
[[nodiscard]] DdfChecks ddfChecksBy(std::shared_ptr<const DescriptionSet> rules);

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
    [[nodiscard]] const DdfChecks& ddf() const { return m_outside.ddf; }

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
