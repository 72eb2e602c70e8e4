// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/bootstrap.h"
#include "cardio/handset/mo_change.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// Where MOs that were named in the Inbox have gone, URI by URI.
using Moves = std::map<std::string, std::string>;

/// What taking in a set of MOs comes to, before anything is changed: where each goes, what would change, whom to ask.
class GraftPlan
{
public:
    /// `before`: MOs that came earlier, for references to them.
    GraftPlan(const Tree& device, const std::vector<OfferedMo>& mos, const HandsetSettings& settings,
        const Moves& before = {});

    struct Step
    {
        const OfferedMo* mo = nullptr;
        Uri place; ///< on the device
        Tree incoming; ///< the MO with its references brought over; one child of the root
        std::vector<MoEdit> edits; ///< empty: the device has it already
        GraftResult::What what = GraftResult::What::Added; ///< Added, Replaced or Same; Failed: it has no place
        QString why; ///< of Failed
        bool ask = false;
        bool revoked = false; ///< the user had agreed to it and taken that back
        [[nodiscard]] NodeId root() const { return incoming.children(Tree::root()).front(); }
    };
    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }
    [[nodiscard]] bool mustAsk() const;
    /// The one question about all that must be asked about; a change each, in the order of the steps.
    [[nodiscard]] Prompt prompt(const Tree& device, const PromptAsker& asker) const;
    /// A result per step, as the answer decides; what is accepted is carried out. `bringer`: whose the MOs are.
    [[nodiscard]] std::vector<GraftResult> carryOut(
        TreeEditor& editor, const PromptAnswer& answer, const std::string& bringer) const;

private:
    void place(const Tree& device, const std::vector<OfferedMo>& mos);
    void bringReferencesOver(const Moves& before);
    void compare(const Tree& device, const HandsetSettings& settings);

    std::vector<Step> m_steps;
};

/// Where the MO goes when these places are taken by others.
[[nodiscard]] Uri placeFor(const Tree& device, const OfferedMo& mo, const std::set<Uri>& taken);

} // namespace dmsc
