// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/confirmation.h"

#include "cardio/handset/bootstrap.h"
#include "model/compare/mo_match.h"

namespace dmsc {

namespace {

constexpr std::string_view kUriLeaf = "URI";
constexpr std::string_view kMarkLeaf = "Mark";

NodeId deviceMarks(const Tree& tree)
{
    const auto uri = Uri::parse(kDeviceMarks);
    const NodeId node = uri ? tree.find(*uri) : kNoNode;
    return node != kNoNode && tree.isInterior(node) ? node : kNoNode;
}

NodeId entryFor(const Tree& tree, NodeId marks, const Uri& mo)
{
    for (const NodeId entry : tree.children(marks))
        if (const auto uri = Uri::parse(tree.leafValue(entry, kUriLeaf)); uri && *uri == mo)
            return entry;
    return kNoNode;
}

Result<NodeId> interior(TreeEditor& editor, NodeId parent, std::string_view name)
{
    const NodeId there = editor.tree().child(parent, name);
    if (there != kNoNode)
        return there;
    NodeData data;
    data.name = name;
    return editor.add(parent, data);
}

Result<void> addLeaf(TreeEditor& editor, NodeId parent, std::string_view name, std::string_view value)
{
    NodeData data;
    data.name = name;
    data.format = Format::Chr;
    data.type = "text/plain";
    data.value = value;
    auto added = editor.add(parent, data);
    return added ? Result<void>() : tl::unexpected(added.error());
}

Result<void> addEntry(TreeEditor& editor, NodeId marks, const Uri& mo, ConfirmMark mark)
{
    std::size_t number = editor.tree().children(marks).size() + 1;
    while (editor.tree().child(marks, std::to_string(number)) != kNoNode)
        ++number;
    const auto entry = interior(editor, marks, std::to_string(number));
    if (!entry)
        return tl::unexpected(entry.error());
    auto added = addLeaf(editor, *entry, kUriLeaf, mo.text());
    return added ? addLeaf(editor, *entry, kMarkLeaf, confirmWord(mark)) : added;
}

Result<NodeId> makeMarks(TreeEditor& editor)
{
    const auto uri = Uri::parse(kDeviceMarks);
    Result<NodeId> node = Tree::root();
    for (const std::string_view name : uri->segments())
        if (node)
            node = interior(editor, *node, name);
    return node;
}

} // namespace

ConfirmationMarks::ConfirmationMarks(const Tree& tree)
{
    std::vector<NodeId> mos;
    collectMos(tree, Tree::root(), mos);
    for (const NodeId mo : mos)
        if (tree.type(mo) == kConfirmationMo)
            read(tree, mo);
    if (const NodeId remembered = deviceMarks(tree); remembered != kNoNode && tree.type(remembered) != kConfirmationMo)
        read(tree, remembered);
}

ConfirmationMarks ConfirmationMarks::onDevice(const Tree& tree)
{
    ConfirmationMarks marks;
    if (const NodeId remembered = deviceMarks(tree); remembered != kNoNode)
        marks.read(tree, remembered);
    return marks;
}

void ConfirmationMarks::read(const Tree& tree, NodeId marks)
{
    for (const NodeId entry : tree.children(marks)) {
        const std::string_view where = tree.leafValue(entry, kUriLeaf);
        if (const auto uri = Uri::parse(where); uri && !where.empty())
            m_marks.emplace_back(*uri, confirmMarkOf(tree.leafValue(entry, kMarkLeaf)));
    }
}

ConfirmMark ConfirmationMarks::of(const Uri& uri) const
{
    const Uri* nearest = nullptr;
    ConfirmMark above = ConfirmMark::Absent;
    bool below = false;
    for (const auto& [where, mark] : m_marks) {
        if (mark == ConfirmMark::Absent)
            continue;
        if (where.contains(uri)) {
            // Of two at one place the careful one counts.
            const bool nearer = !nearest || where.text().size() > nearest->text().size();
            const bool same = nearest && where == *nearest;
            if (nearer || (same && mark == ConfirmMark::Confirm))
                above = mark;
            nearest = nearer ? &where : nearest;
        } else if (uri.contains(where)) {
            below = below || mark == ConfirmMark::Confirm;
        }
    }
    return above == ConfirmMark::Absent && below ? ConfirmMark::Confirm : above;
}

ConfirmMark confirmMarkOf(const Tree& card, NodeId mo)
{
    return ConfirmationMarks(card).of(card.uri(mo));
}

Result<void> rememberMark(TreeEditor& editor, const Uri& mo, ConfirmMark mark)
{
    const NodeId marks = deviceMarks(editor.tree());
    const NodeId entry = marks == kNoNode ? kNoNode : entryFor(editor.tree(), marks, mo);
    if (mark == ConfirmMark::Absent)
        return entry == kNoNode ? Result<void>() : editor.remove(entry);
    if (entry == kNoNode) {
        const auto made = makeMarks(editor);
        return made ? addEntry(editor, *made, mo, mark) : tl::unexpected(made.error());
    }
    const NodeId word = editor.tree().child(entry, kMarkLeaf);
    if (word == kNoNode)
        return addLeaf(editor, entry, kMarkLeaf, confirmWord(mark));
    return editor.tree().value(word) == confirmWord(mark) ? Result<void>() : editor.setValue(word, confirmWord(mark));
}

} // namespace dmsc
