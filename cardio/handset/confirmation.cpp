// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/confirmation.h"

#include "cardio/handset/bootstrap.h"
#include "model/compare/mo_match.h"

namespace dmsc {

namespace {

constexpr std::string_view kUriLeaf = "URI";
constexpr std::string_view kMarkLeaf = "Mark";
constexpr std::string_view kConsentLeaf = "Consent";
constexpr std::string_view kFromLeaf = "From";
constexpr std::pair<Consent::What, std::string_view> kConsentWords[] = {
    {Consent::What::Added, "added"}, {Consent::What::Replaced, "replaced"}, {Consent::What::Revoked, "revoked"}};

std::string_view consentWord(Consent::What what)
{
    for (const auto& [one, word] : kConsentWords)
        if (one == what)
            return word;
    return {};
}

std::optional<Consent> consentIn(const Tree& tree, NodeId entry)
{
    const auto uri = Uri::parse(tree.leafValue(entry, kUriLeaf));
    for (const auto& [what, word] : kConsentWords)
        if (uri && tree.leafValue(entry, kConsentLeaf) == word)
            return Consent{what, *uri, std::string(tree.leafValue(entry, kFromLeaf))};
    return std::nullopt;
}

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

Result<NodeId> addEntry(TreeEditor& editor, NodeId marks, const Uri& mo)
{
    std::size_t number = editor.tree().children(marks).size() + 1;
    while (editor.tree().child(marks, std::to_string(number)) != kNoNode)
        ++number;
    const auto entry = interior(editor, marks, std::to_string(number));
    if (!entry)
        return tl::unexpected(entry.error());
    auto added = addLeaf(editor, *entry, kUriLeaf, mo.text());
    return added ? entry : tl::unexpected(added.error());
}

Result<void> setLeaf(TreeEditor& editor, NodeId entry, std::string_view name, std::string_view value)
{
    const NodeId leaf = editor.tree().child(entry, name);
    if (leaf == kNoNode)
        return addLeaf(editor, entry, name, value);
    return editor.tree().value(leaf) == value ? Result<void>() : editor.setValue(leaf, value);
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

Result<NodeId> entryOrNew(TreeEditor& editor, const Uri& mo)
{
    auto marks = makeMarks(editor);
    if (!marks)
        return marks;
    const NodeId entry = entryFor(editor.tree(), *marks, mo);
    return entry == kNoNode ? addEntry(editor, *marks, mo) : Result<NodeId>(entry);
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
    if (mark != ConfirmMark::Absent) {
        const auto entry = entryOrNew(editor, mo);
        return entry ? setLeaf(editor, *entry, kMarkLeaf, confirmWord(mark)) : tl::unexpected(entry.error());
    }
    const NodeId marks = deviceMarks(editor.tree());
    const NodeId entry = marks == kNoNode ? kNoNode : entryFor(editor.tree(), marks, mo);
    if (entry == kNoNode)
        return {};
    // A consent to what is still there outlives its mark.
    if (!consentIn(editor.tree(), entry) || editor.tree().find(mo) == kNoNode)
        return editor.remove(entry);
    const NodeId word = editor.tree().child(entry, kMarkLeaf);
    return word == kNoNode ? Result<void>() : editor.remove(word);
}

std::vector<Consent> consentsOf(const Tree& device)
{
    std::vector<Consent> consents;
    if (const NodeId marks = deviceMarks(device); marks != kNoNode)
        for (const NodeId entry : device.children(marks))
            if (auto consent = consentIn(device, entry))
                consents.push_back(*std::move(consent));
    return consents;
}

std::vector<std::pair<NodeId, Uri>> markEntries(const Tree& device)
{
    std::vector<std::pair<NodeId, Uri>> entries;
    if (const NodeId marks = deviceMarks(device); marks != kNoNode)
        for (const NodeId entry : device.children(marks))
            if (auto uri = Uri::parse(device.leafValue(entry, kUriLeaf)))
                entries.emplace_back(entry, *std::move(uri));
    return entries;
}

std::optional<Consent> consentTo(const Tree& device, const Uri& mo)
{
    const NodeId marks = deviceMarks(device);
    const NodeId entry = marks == kNoNode ? kNoNode : entryFor(device, marks, mo);
    return entry == kNoNode ? std::nullopt : consentIn(device, entry);
}

Result<void> rememberConsent(TreeEditor& editor, const Consent& consent)
{
    const auto entry = entryOrNew(editor, consent.mo);
    if (!entry)
        return tl::unexpected(entry.error());
    auto done = setLeaf(editor, *entry, kConsentLeaf, consentWord(consent.what));
    return done ? setLeaf(editor, *entry, kFromLeaf, consent.from) : done;
}

Result<void> forgetConsent(TreeEditor& editor, const Uri& mo)
{
    const NodeId marks = deviceMarks(editor.tree());
    const NodeId entry = marks == kNoNode ? kNoNode : entryFor(editor.tree(), marks, mo);
    return entry == kNoNode ? Result<void>() : editor.remove(entry);
}

} // namespace dmsc
