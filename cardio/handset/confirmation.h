// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/tree_editor.h"
#include "model/prompts/prompt.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dmsc {

/// Where a device remembers the marks of MOs that it took in (USE-5). In no MO: a synchronisation leaves it alone.
inline constexpr std::string_view kDeviceMarks = "./SmartCard/Confirmation";

/// Meta Mark of what the asker has just had confirmed by an alert of its own: it is taken in without another question,
/// and remembered as to be confirmed, so that a later one does not replace it unasked (USE-5).
inline constexpr std::string_view kConfirmedMark = "confirmed";

/// The confirmation marks that a tree keeps.
class ConfirmationMarks
{
public:
    /// Those of a card's confirmation MO, or remembered by a device.
    explicit ConfirmationMarks(const Tree& tree);
    /// Those that a device has remembered alone; costs no walk through its tree.
    [[nodiscard]] static ConfirmationMarks onDevice(const Tree& tree);

    /// The mark written at `uri` or the nearest above it. Without one a subtree in which something is to be confirmed
    /// is to be confirmed.
    [[nodiscard]] ConfirmMark of(const Uri& uri) const;

private:
    ConfirmationMarks() = default;
    void read(const Tree& tree, NodeId marks);

    std::vector<std::pair<Uri, ConfirmMark>> m_marks;
};

/// Remembers the mark of the MO at `mo` on the device; Absent forgets it.
Result<void> rememberMark(TreeEditor& editor, const Uri& mo, ConfirmMark mark);

/// What the user has agreed to, as the device remembers it beside the mark: <X>/Consent and <X>/From.
struct Consent
{
    enum class What : std::uint8_t {
        Added, ///< the MO is there by the user's consent alone
        Replaced, ///< it was there before; its values are by consent
        Revoked, ///< to be asked about before it is taken in, or anything of it is used, again
    } what = What::Added;
    Uri mo;
    std::string from; ///< owner who brought it
};
[[nodiscard]] std::vector<Consent> consentsOf(const Tree& device);
[[nodiscard]] std::optional<Consent> consentTo(const Tree& device, const Uri& mo);
Result<void> rememberConsent(TreeEditor& editor, const Consent& consent);
/// Where the device remembers marks and consents: an entry and what it is about.
[[nodiscard]] std::vector<std::pair<NodeId, Uri>> markEntries(const Tree& device);
Result<void> forgetConsent(TreeEditor& editor, const Uri& mo);

} // namespace dmsc
