// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/align.h"
#include "tests/support/tree_text.h"

namespace dmsc::test {

/// Differences as text, one a line:
///     add ./A/New = x
///     delete ./A/Old = y
///     replace ./A/Name value: Operator A -> Operator B
///     replace ./A name: ./A -> ./B
[[nodiscard]] inline std::string textOf(const std::vector<Difference>& differences, const Tree& left, const Tree& right)
{
    std::string out;
    const auto text = [](const Difference& d, const Tree& tree, NodeId node) {
        return tree_text::escaped(dmsc::textOf(d, tree, node));
    };
    for (const Difference& d : differences) {
        const std::string uri = uriOf(d, left, right).text();
        if (d.kind == Operation::Kind::Add)
            out += "add " + uri + (right.isInterior(d.right) ? "" : " = " + text(d, right, d.right)) + "\n";
        else if (d.kind == Operation::Kind::Delete)
            out += "delete " + uri + (left.isInterior(d.left) ? "" : " = " + text(d, left, d.left)) + "\n";
        else
            out += "replace " + uri + " " + std::string(propertyName(d.property)) + ": " + text(d, left, d.left)
                + " -> " + text(d, right, d.right) + "\n";
    }
    return out;
}

/// What diff() finds, as text.
[[nodiscard]] inline std::string diffText(const Tree& left, const Tree& right, const DiffOptions& options = {})
{
    return textOf(diff(left, right, options), left, right);
}

/// Pairs as text, one a line: = same, # value differs, % properties differ, > only device, < only card, with ~ where
/// it moved, then the name and in brackets how many differences there are from here on down.
[[nodiscard]] inline std::string textOf(const AlignedTree& aligned, const Tree& device, const Tree& card)
{
    constexpr char kGlyphs[] = {'=', '#', '%', '>', '<'};
    std::string out;
    for (std::uint32_t i = 1; i < aligned.size(); ++i) {
        const AlignedTree::Pair pair = aligned.at(PairNo{i});
        out.append(std::size_t{2} * (pair.depth - 1u), ' ');
        out += kGlyphs[static_cast<std::size_t>(pair.state)];
        out += pair.moved ? "~ " : " ";
        out += pair.device != kNoNode ? device.name(pair.device) : card.name(pair.card);
        if (pair.moved)
            out += " (" + card.uri(pair.card).text() + ")";
        if (pair.counts.total() != 0)
            out += " [" + std::to_string(pair.counts.total()) + "]";
        out += '\n';
    }
    return out;
}

/// A golden text without the indentation that its lines have in common.
[[nodiscard]] inline std::string golden(std::string_view text)
{
    std::string out;
    std::size_t base = std::string_view::npos;
    while (!text.empty()) {
        const std::string_view line = tree_text::cut(text, "\n");
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string_view::npos)
            continue;
        base = std::min(base, indent);
        out.append(line.substr(base)).append("\n");
    }
    return out;
}

} // namespace dmsc::test
