// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/store/earlier_nodes.h"
#include "cardio/store/tree_image.h"

namespace dmsc {

/// The file behind an emulated handset: its DM tree. Device id and URI limits are nodes of that tree
/// (./DevInfo/DevId, ./DevDetail/URI), as OMA DM has it.
class HandsetImage
{
public:
    static Result<void> create(const QString& path, const Tree& tree, const RandomSource& random = systemRandom());
    [[nodiscard]] static Result<HandsetImage> open(const QString& path, StoreProbe probe = {});

    [[nodiscard]] Tree& tree() { return m_image.tree(); }
    [[nodiscard]] const Tree& tree() const { return m_image.tree(); }
    [[nodiscard]] const QString& path() const { return m_image.path(); }
    [[nodiscard]] std::string deviceId() const; ///< empty when the tree has none
    /// Random bytes made with the image: another image is another handset, whatever its device id says. Empty in an
    /// image from before there were any.
    [[nodiscard]] Bytes epoch() const;
    [[nodiscard]] std::uint64_t changes() const { return m_image.changes(); }
    [[nodiscard]] const OwnerLedger& ledger() const { return m_image.ledger(); } ///< who stored what
    /// For changes by `owner`: what it adds is its own, what others stored stays theirs.
    [[nodiscard]] TreeEditor edit(const std::string& owner, StampClock clock)
    {
        return m_image.edit(owner, std::move(clock));
    }

    /// What cards have replaced in the tree, kept with it.
    [[nodiscard]] const EarlierNodes& earlier() const { return m_earlier; }

    /// One transaction for the tree and what cards have replaced in it.
    Result<void> commit(TreeEditor& editor, const std::string& owner, EarlierNodes earlier);

private:
    HandsetImage(TreeImage image, EarlierNodes earlier)
        : m_image(std::move(image))
        , m_earlier(std::move(earlier))
    {
    }
    TreeImage m_image;
    EarlierNodes m_earlier;
};

} // namespace dmsc
