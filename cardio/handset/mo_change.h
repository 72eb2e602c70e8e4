// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/tree_editor.h"
#include "model/prompts/prompt.h"

#include <string_view>
#include <vector>

namespace dmsc {

/// One step of making an MO on the device what came in.
struct MoEdit
{
    enum class Kind : std::uint8_t { Add, Put, Remove } kind = Kind::Put;
    Uri uri; ///< on the device
    NodeId incoming = kNoNode; ///< Add: the subtree; Put: the node's properties and value
};

/// What must be done so that the subtree at `node` equals `from`'s at `incoming`; empty: they are the same. Nonces
/// (AAuthData) of an account whose secret stays are the device's own and are not touched.
[[nodiscard]] std::vector<MoEdit> editsFor(const Tree& device, NodeId node, const Tree& from, NodeId incoming);
/// Carries the edits out; missing parents are made. What the editor has done is rolled back by the caller.
Result<void> carryOut(TreeEditor& editor, const std::vector<MoEdit>& edits, const Tree& from);

/// "urn:oma:mo:oma-dm-dmacc" of "urn:oma:mo:oma-dm-dmacc:1.2": versions of an MO are the same MO.
[[nodiscard]] std::string_view moFamily(std::string_view type);
/// What an MO is called for people: its Title or Name, and what kind of MO it is.
[[nodiscard]] QString moName(const Tree& tree, NodeId mo);
/// One line of a prompt about the MO that would come to stand at `place`: a small diff where it is there already.
[[nodiscard]] PromptChange promptChange(
    const Tree& device, const Uri& place, const Tree& from, NodeId incoming, const std::vector<MoEdit>& edits);

} // namespace dmsc
