// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/owners.h"
#include "model/compare/workspace.h"

#include <QString>

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

namespace dmsc {

/// Which pairs are shown: those that pass all four, and what is above them.
struct CompareFilter
{
    enum State : std::uint8_t { Same, ValueDiffers, PropertiesDiffer, OnlyDevice, OnlyCard, Moved, StateCount };
    using States = std::bitset<StateCount>;

    QString text; ///< part of a name or value, either side's; ASCII letters without regard to case
    QString uriGlob; ///< "./DMAcc/*/Name": * stays within a segment, ** does not, ? is one character; and all below
    States states = States().set();
    QString owner; ///< who stored the node on the card; empty: whoever did

    [[nodiscard]] static States differences(); ///< all but Same
    /// Lets through nothing that `before` does not, as while somebody types on.
    [[nodiscard]] bool narrows(const CompareFilter& before) const;
    [[nodiscard]] bool isOpen() const { return text.isEmpty() && uriGlob.isEmpty() && owner.isEmpty() && states.all(); }
    friend bool operator==(const CompareFilter&, const CompareFilter&) = default;
};

/// Does a URI ("./A/B") match the pattern?
[[nodiscard]] bool matchesGlob(std::string_view pattern, std::string_view uri);

/// What a filter lets through of an aligned tree: one forward pass that asks, one backward pass that marks ancestors.
class FilterMarks
{
public:
    /// `owners` of the card's nodes; null where none are known, when every filter by owner lets nothing through.
    void apply(const CompareFilter& filter, const Workspace& workspace, const Owners* owners = nullptr);
    /// The same for a filter that narrows the last one, on the same workspace: only what passed is asked again.
    void narrow(const CompareFilter& filter, const Workspace& workspace, const Owners* owners = nullptr);
    void clear();

    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] bool shows(PairNo no) const { return !m_active || m_marks[index(no)] != 0; }
    [[nodiscard]] bool matches(PairNo no) const { return !m_active || (m_marks[index(no)] & kSelf) != 0; }
    [[nodiscard]] bool showsBelow(PairNo no) const { return !m_active || (m_marks[index(no)] & kBelow) != 0; }
    /// Differences that pass the filter, from this pair on down; only while active.
    [[nodiscard]] std::uint32_t differences(PairNo no) const { return m_differences[index(no)]; }

private:
    static constexpr std::uint8_t kSelf = 1;
    static constexpr std::uint8_t kBelow = 2;

    void markMatches(const CompareFilter& filter, const Workspace& workspace, const Owners* owners);
    void ask(const CompareFilter& filter, const Workspace& workspace);
    void askGlob(std::string_view glob, const Workspace& workspace);
    void askOwner(const std::string& owner, const Workspace& workspace, const Owners& owners);
    void rollUp(const Workspace& workspace);

    bool m_active = false;
    std::vector<std::uint8_t> m_marks; // by pair
    std::vector<std::uint32_t> m_differences;
};

} // namespace dmsc
