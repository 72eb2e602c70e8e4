// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/provision.h"

#include "cardio/handset/bootstrap.h"
#include "cardio/handset/confirmation.h"
#include "model/compare/mo_match.h"
#include "model/formats/tnds.h"

#include <algorithm>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;

namespace {

constexpr std::string_view kInbox = "./Inbox";
constexpr std::string_view kUriLeaf = "URI";
/// An Item without options: what a 1101 has first (PRO 2.5.2).
constexpr std::size_t kQuestionItems = 2;

/// The confirmation MOs of the card; there should be one.
std::vector<NodeId> confirmationsOf(const Tree& tree)
{
    std::vector<NodeId> mos;
    collectMos(tree, Tree::root(), mos);
    std::erase_if(mos, [&](NodeId mo) { return tree.type(mo) != kConfirmationMo; });
    return mos;
}

std::string questionAt(const Tree& tree, const std::vector<NodeId>& confirmations, const Uri& mo)
{
    for (const NodeId confirmation : confirmations)
        for (const NodeId entry : tree.children(confirmation)) {
            const auto uri = Uri::parse(tree.leafValue(entry, kUriLeaf));
            if (const std::string_view text = tree.leafValue(entry, kConfirmationText); uri && *uri == mo)
                return std::string(text);
        }
    return {};
}

// Recursion goes as deep as a tree does, 128 levels.
bool hasLeaf(const Tree& tree, NodeId node)
{
    const auto children = tree.children(node);
    return !tree.isInterior(node)
        || std::any_of(children.begin(), children.end(), [&](NodeId below) { return hasLeaf(tree, below); });
}

ShortDigest digestOf(const Tree& view, NodeId node, const ProvisionedMo& mo)
{
    Hasher hasher;
    const Digest content = view.computeContentDigest(node, hasher);
    const Digest acl = view.computeAclDigest(node, hasher);
    hasher.begin();
    hasher.add(textOf(content));
    hasher.add(textOf(acl));
    hasher.addByte(static_cast<std::uint8_t>(mo.mark));
    hasher.add(mo.question);
    const Digest whole = hasher.end();
    ShortDigest digest{};
    std::copy_n(whole.begin(), digest.size(), digest.begin());
    return digest;
}

} // namespace

std::vector<ProvisionedMo> provisionFor(const CardImage& image, const Tree& view)
{
    const Tree& tree = image.tree();
    const ConfirmationMarks marks(tree);
    const std::vector<NodeId> confirmations = confirmationsOf(tree);
    std::vector<ProvisionedMo> all;
    for (const OfferedMo& offered : offerOf(view, image.iccid(), {}).mos) {
        const NodeId node = view.find(offered.onCard);
        const NodeId original = tree.find(offered.onCard);
        // Nothing of it but its shape may be read: it is not theirs.
        if (!hasLeaf(view, node) && hasLeaf(tree, original))
            continue;
        ProvisionedMo mo{offered.onCard, offered.moType, marks.of(offered.onCard), {}, {}};
        if (mo.mark == ConfirmMark::Confirm)
            mo.question = questionAt(tree, confirmations, mo.uri);
        mo.digest = digestOf(view, node, mo);
        all.push_back(std::move(mo));
    }
    return all;
}

Result<Command> inboxAdd(const Tree& view, const ProvisionedMo& mo, std::string_view mark)
{
    TndsWriteOptions options;
    options.lines = false;
    const auto document = writeTndsWbxml(view, view.find(mo.uri), options);
    if (!document)
        return tl::unexpected(document.error());
    Command command;
    command.kind = CommandKind::Add;
    syncml::Item& item = command.items.emplace_back();
    item.target.uri = kInbox;
    item.meta.format = syncml::format::kBin;
    item.meta.type = syncml::mime::kTndsWbxml;
    item.meta.mark = mark;
    item.data = std::string(document->begin(), document->end());
    return command;
}

Command questionFor(const ProvisionedMo& mo)
{
    Command command;
    command.kind = CommandKind::Alert;
    command.alert = syncml::AlertCode::ConfirmOrReject;
    command.items.resize(kQuestionItems);
    command.items.front().data = std::string();
    command.items.back().data = mo.question;
    return command;
}

} // namespace dmsc
