// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"
#include "model/tree/tree_builder.h"

#include <QUtf8StringView>
#include <QtGlobal>

#include <algorithm>
#include <string>
#include <string_view>

namespace dmsc::test {

// Trees as text, for tests to read: one node a line, two blanks deeper for each level, no line for the root unless
// it has properties of its own.
//
//     . [acl Add=*&Get=*]
//     DMAcc  node  urn:oma:mo:oma-dm-dmacc:1.0 [acl Get=*]     interior node with Type and ACL
//       OperatorA                                              interior node
//         Name = Operator A                                    leaf, chr
//         Port : int = 80                                      leaf, Format
//         Icon : bin image/png [title Logo] = \x00\xFF         leaf, Format, Type, Title
//         Empty =                                              leaf without value
//
// In brackets: acl, title, tstamp, verno. `\xHH` stands for any byte, also in names; `\\` for a backslash.
// Indentation common to all lines and blank lines do not count. A text that cannot be read ends the test program.

namespace tree_text {

[[noreturn]] inline void giveUp(const char* why, std::string_view line)
{
    qFatal("tree text: %s: %s", why, std::string(line).c_str());
}

inline bool printable(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '\\' && c != 0x7f;
}

inline std::string escaped(std::string_view text)
{
    constexpr char kDigits[] = "0123456789ABCDEF";
    const bool utf8 = QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool outerBlank = byte == ' ' && (i == 0 || i + 1 == text.size());
        if (text[i] == '\\')
            out += "\\\\";
        else if (printable(text[i]) && !outerBlank && (byte < 0x80 || utf8))
            out += text[i];
        else
            out.append("\\x").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    }
    return out;
}

inline std::string unescaped(std::string_view text)
{
    const auto digit = [&](char c) -> int {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        giveUp("bad escape", text);
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '\\') {
            out += '\\';
            ++i;
        } else if (i + 3 < text.size() && text[i + 1] == 'x') {
            out += static_cast<char>(digit(text[i + 2]) * 16 + digit(text[i + 3]));
            i += 3;
        } else {
            giveUp("bad escape", text);
        }
    }
    return out;
}

inline std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

/// Takes `[word rest]` off the end of `head` while there is one.
inline void readBrackets(std::string_view& head, NodeData& data)
{
    for (head = trimmed(head); head.ends_with(']'); head = trimmed(head)) {
        const std::size_t open = head.rfind(" [");
        if (open == std::string_view::npos)
            giveUp("no [", head);
        const std::string_view inner = head.substr(open + 2, head.size() - open - 3);
        const std::size_t blank = inner.find(' ');
        const std::string_view word = inner.substr(0, blank);
        const std::string rest = blank == std::string_view::npos ? "" : unescaped(inner.substr(blank + 1));
        if (word == "acl")
            data.acl = rest;
        else if (word == "title")
            data.title = rest;
        else if (word == "tstamp")
            data.tstamp = rest;
        else if (word == "verno")
            data.verNo = static_cast<std::uint16_t>(std::stoul(rest));
        else
            giveUp("unknown property", head);
        head = head.substr(0, open);
    }
}

/// Takes `first rest` apart at `separator`; `rest` is empty when there is none.
inline std::string_view cut(std::string_view& text, std::string_view separator)
{
    const std::size_t place = text.find(separator);
    const std::string_view first = text.substr(0, place);
    text = place == std::string_view::npos ? std::string_view() : text.substr(place + separator.size());
    return first;
}

inline NodeData readLine(std::string_view line)
{
    NodeData data;
    // The value begins at the first " =" outside brackets that ends a word.
    std::size_t equals = std::string_view::npos;
    int brackets = 0;
    for (std::size_t i = 0; i < line.size() && equals == std::string_view::npos; ++i) {
        brackets += line[i] == '[' ? 1 : line[i] == ']' ? -1 : 0;
        if (brackets == 0 && line.substr(i).starts_with(" =") && (i + 2 == line.size() || line[i + 2] == ' '))
            equals = i;
    }
    std::string_view head = line.substr(0, equals);
    readBrackets(head, data);
    if (equals == std::string_view::npos) {
        data.name = unescaped(cut(head, "  "));
        head = trimmed(head);
        if (head == "node" || head.starts_with("node "))
            data.type = unescaped(trimmed(head.substr(4)));
        else if (!head.empty())
            giveUp("neither a leaf nor an interior node", line);
        return data;
    }
    data.name = unescaped(trimmed(cut(head, " : ")));
    head = trimmed(head);
    const std::string_view word = cut(head, " ");
    const auto format = word.empty() ? Format::Chr : formatFromName(word);
    if (!format || *format == Format::Node)
        giveUp("unknown Format", line);
    data.format = *format;
    data.type = unescaped(trimmed(head));
    data.value = unescaped(line.substr(std::min(line.size(), equals + 3)));
    return data;
}

inline void must(const Result<void>& result, std::string_view line)
{
    if (!result)
        giveUp(qPrintable(result.error().text()), line);
}

inline void describe(TreeBuilder& builder, const NodeData& data, std::string_view line)
{
    builder.setFormat(data.format);
    must(builder.setType(data.type), line);
    if (data.format != Format::Node)
        must(builder.setValue(data.value), line);
    must(builder.setAcl(data.acl), line);
    if (!data.title.empty())
        must(builder.setTitle(data.title), line);
    if (!data.tstamp.empty())
        builder.setTStamp(data.tstamp);
    if (data.verNo)
        builder.setVerNo(*data.verNo);
}

inline std::string propertiesOf(const Tree& tree, NodeId id)
{
    std::string out;
    const auto put = [&](std::string_view word, std::string_view value) {
        if (!value.empty())
            out.append(" [").append(word).append(" ").append(escaped(value)).append("]");
    };
    put("acl", tree.acl(id));
    put("title", tree.title(id));
    put("tstamp", tree.tstamp(id));
    put("verno", tree.verNo(id) ? std::to_string(*tree.verNo(id)) : std::string());
    return out;
}

inline std::string lineOf(const Tree& tree, NodeId id)
{
    std::string out = escaped(tree.name(id));
    if (tree.isInterior(id)) {
        if (!tree.type(id).empty())
            out.append("  node  ").append(escaped(tree.type(id)));
        return out + propertiesOf(tree, id);
    }
    if (tree.format(id) != Format::Chr || !tree.type(id).empty())
        out.append(" : ").append(formatName(tree.format(id)));
    if (!tree.type(id).empty())
        out.append(" ").append(escaped(tree.type(id)));
    out.append(propertiesOf(tree, id)).append(" =");
    return tree.value(id).empty() ? out : out.append(" ").append(escaped(tree.value(id)));
}

inline void print(const Tree& tree, NodeId id, std::size_t indent, std::string& out)
{
    out.append(indent * 2, ' ').append(lineOf(tree, id)).append("\n");
    for (const NodeId child : tree.children(id))
        print(tree, child, indent + 1, out);
}

} // namespace tree_text

/// The tree that a text describes.
[[nodiscard]] inline Tree treeOf(std::string_view text)
{
    using namespace tree_text;
    TreeBuilder builder;
    std::size_t base = std::string_view::npos;
    while (!text.empty()) {
        std::string_view line = cut(text, "\n");
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string_view::npos)
            continue;
        base = base == std::string_view::npos ? indent : base;
        if (indent < base || (indent - base) % 2 != 0 || (indent - base) / 2 > builder.depth())
            giveUp("bad indentation", line);
        while (builder.depth() > (indent - base) / 2)
            must(builder.close(), line);
        line.remove_prefix(indent);
        const NodeData data = readLine(line);
        if (data.name != ".")
            must(builder.open(data.name), line);
        describe(builder, data, line);
    }
    while (!builder.atRoot())
        must(builder.close(), "end");
    auto tree = builder.finish();
    if (!tree)
        giveUp(qPrintable(tree.error().text()), "end");
    return std::move(*tree);
}

/// The text of a tree, without indentation of its own: what treeOf() makes the same tree of.
[[nodiscard]] inline std::string textOf(const Tree& tree)
{
    using namespace tree_text;
    std::string out;
    const std::string rootProperties = propertiesOf(tree, Tree::root());
    if (!rootProperties.empty() || !tree.type(Tree::root()).empty())
        out = lineOf(tree, Tree::root()) + "\n";
    for (const NodeId child : tree.children(Tree::root()))
        print(tree, child, 0, out);
    return out;
}

/// The text of a node and what is below it.
[[nodiscard]] inline std::string textOf(const Tree& tree, NodeId from)
{
    if (from == Tree::root())
        return textOf(tree);
    std::string out;
    tree_text::print(tree, from, 0, out);
    return out;
}

/// A text as textOf() would write it, for comparing with its result.
[[nodiscard]] inline std::string normalText(std::string_view text)
{
    return textOf(treeOf(text));
}

} // namespace dmsc::test
