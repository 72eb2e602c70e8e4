// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// A node URI in its one normal form: "." for the root, "./A/B" below it (TND 8.1). UTF-8, case kept.
class Uri
{
public:
    Uri() = default; ///< the root

    /// Takes "./A/B", "A/B" and "."; refuses "/A", "A/", "A//B", "..", NUL, bad UTF-8 and segments over the limits.
    [[nodiscard]] static Result<Uri> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool isRoot() const { return m_text.size() == 1; }
    [[nodiscard]] std::string_view name() const; ///< last segment, "." for the root
    [[nodiscard]] Uri parent() const; ///< the root's parent is the root
    [[nodiscard]] Uri child(std::string_view name) const; ///< name must be a valid segment
    [[nodiscard]] std::vector<std::string_view> segments() const; ///< views into text(), without the "."
    [[nodiscard]] bool contains(const Uri& other) const; ///< other is this node or below it
    /// This URI with the leading `from` replaced by `to`; `from` must contain it.
    [[nodiscard]] Uri rebased(const Uri& from, const Uri& to) const;

    friend bool operator==(const Uri&, const Uri&) = default;
    friend auto operator<=>(const Uri&, const Uri&) = default; // NOLINT(modernize-use-nullptr): a slip of the tool

private:
    std::string m_text = ".";
};

/// Is this a name that a node may have: 1 to kMaxNameBytes bytes of UTF-8 without '/', NUL, not "." or ".."?
[[nodiscard]] Result<void> checkName(std::string_view name);

} // namespace dmsc
