// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/node_digests.h"
#include "cardio/session/tree_client.h"
#include "cardio/store/tree_editor.h"

#include <set>

namespace dmsc {

/// Compares a copy with the tree of another level by level: all differing nodes of a level are asked about at once.
class DigestDescent
{
public:
    /// `copy` outlives it and stays as it is.
    DigestDescent(const Tree& copy, DigestForm form);

    /// What to ask next; empty at the end.
    [[nodiscard]] const std::vector<DigestQuestion>& questions() const { return m_questions; }
    /// The answers to questions(), one each.
    void take(const std::vector<DigestAnswer>& answers);

    [[nodiscard]] const std::vector<Uri>& subtrees() const { return m_subtrees; } ///< to be fetched
    [[nodiscard]] const std::vector<Uri>& nodes() const { return m_nodes; } ///< whose own properties differ
    [[nodiscard]] const std::vector<Uri>& gone() const { return m_gone; } ///< that the other does not have

private:
    void ask(const Uri& uri, NodeId node);
    void compare(const Uri& uri, const DigestAnswer& answer);
    void compareChild(const Uri& uri, NodeId mine, const ChildDigest& theirs);

    const Tree* m_copy;
    DigestForm m_form;
    Hasher m_hasher;
    std::vector<DigestQuestion> m_questions;
    std::vector<Uri> m_subtrees, m_nodes, m_gone;
};

/// Gets subtrees whole and interior nodes' own properties, in one message, and puts them into the editor's tree.
/// A subtree that the peer does not have is removed.
Result<void> fetchInto(TreeClient& client, TreeEditor& editor, const std::set<Uri>& subtrees,
    const std::set<Uri>& nodes, const Progress& progress);

} // namespace dmsc
