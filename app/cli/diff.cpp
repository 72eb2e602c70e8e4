// SPDX-License-Identifier: Apache-2.0
#include "model/compare/diff.h"
#include "app/cli/command.h"
#include "app/cli/sides.h"
#include "app/cli/text.h"
#include "model/formats/text_tools.h"

#include <array>

namespace dmsc::cli {

namespace {

constexpr std::array<std::string_view, 3> kKinds = {"add", "delete", "replace"};

std::string_view kindName(const Difference& difference)
{
    return kKinds[static_cast<std::size_t>(difference.kind)];
}

struct Sides
{
    const Tree& left;
    const Tree& right;
};

/// The two texts of a difference; a side that lacks the node has none.
std::optional<std::string> leftText(const Difference& difference, const Sides& sides)
{
    if (difference.left == kNoNode)
        return std::nullopt;
    return textOf(difference, sides.left, difference.left);
}

std::optional<std::string> rightText(const Difference& difference, const Sides& sides)
{
    if (difference.right == kNoNode)
        return std::nullopt;
    return textOf(difference, sides.right, difference.right);
}

/// Of the node that only one side has.
std::string_view formatOf(const Difference& difference, const Sides& sides)
{
    return formatName(
        difference.left == kNoNode ? sides.right.format(difference.right) : sides.left.format(difference.left));
}

void appendSide(std::string& out, const char* key, const std::optional<std::string>& value)
{
    out.append(",\"").append(key).append("\":");
    if (!value) {
        out.append("null");
        return;
    }
    const bool text = isPlainText(*value);
    appendJsonString(out, text ? *value : toBase64(*value));
    if (!text)
        out.append(",\"").append(key).append("Encoding\":\"base64\"");
}

void appendOperation(std::string& out, const Difference& difference, const Sides& sides)
{
    out.append("{\"op\":\"").append(kindName(difference)).append("\",\"uri\":");
    appendJsonString(out, uriOf(difference, sides.left, sides.right).text());
    out.append(",\"property\":\"").append(propertyName(difference.property)).append("\"");
    appendSide(out, "left", leftText(difference, sides));
    appendSide(out, "right", rightText(difference, sides));
    if (difference.kind != Operation::Kind::Replace) // an empty interior node is no empty leaf
        out.append(",\"format\":\"").append(formatOf(difference, sides)).append("\"");
    out.append("}");
}

std::string asJson(const Arguments& arguments, const std::vector<Difference>& differences, const Sides& sides)
{
    std::string out = "{\"left\":";
    appendJsonString(out, arguments.positional[0].toStdString());
    out.append(",\"right\":");
    appendJsonString(out, arguments.positional[1].toStdString());
    out.append(",\"operations\":[");
    std::array<std::size_t, kKinds.size()> counts{};
    for (const Difference& difference : differences) {
        out.append(&difference == differences.data() ? "\n" : ",\n");
        appendOperation(out, difference, sides);
        ++counts[static_cast<std::size_t>(difference.kind)];
    }
    out.append("],\"counts\":{");
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        out.append(i == 0 ? "\"" : ",\"").append(kKinds[i]).append("\":").append(std::to_string(counts[i]));
    out.append(",\"total\":").append(std::to_string(differences.size())).append("}}\n");
    return out;
}

std::string asText(const std::vector<Difference>& differences, const Sides& sides)
{
    static constexpr std::array<char, kKinds.size()> kGlyphs = {'<', '>', '#'};
    std::string out;
    for (const Difference& difference : differences) {
        out.push_back(kGlyphs[static_cast<std::size_t>(difference.kind)]);
        out.append(" ")
            .append(kindName(difference))
            .append(" ")
            .append(shownName(uriOf(difference, sides.left, sides.right).text()));
        if (difference.kind == Operation::Kind::Replace)
            out.append(" ").append(propertyName(difference.property));
        const auto left = leftText(difference, sides);
        const auto right = rightText(difference, sides);
        out.append(": ").append(left ? shownValue(*left) : "");
        out.append(left && right ? " -> " : "").append(right ? shownValue(*right) : "").append("\n");
    }
    return out;
}

} // namespace

Result<Answer> diffSides(const Arguments& arguments)
{
    const auto states = readBoth(arguments.positional[0], arguments.positional[1], arguments);
    if (!states)
        return tl::unexpected(states.error());
    const Sides sides{*states->first.tree, *states->second.tree};
    const auto differences = diff(sides.left, sides.right);
    Answer answer{arguments.json ? asJson(arguments, differences, sides) : asText(differences, sides),
        differences.empty() ? Exit::Same : Exit::Different, {}};
    sayOddities(answer, states->second);
    sayOddities(answer, states->first);
    if (states->first.demoCredentials || states->second.demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
