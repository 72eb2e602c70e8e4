// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/owners.h"

#include "cardio/card/card_interface.h"

#include <QCoreApplication>

#include <functional>
#include <map>

namespace dmsc {

namespace {

tl::unexpected<Error> badOwners()
{
    return fail(
        ErrorKind::Syntax, QCoreApplication::translate("Owners", "the card's answer about owners cannot be read"));
}

Result<void> take(const Tlv& tlv, Owners& owners)
{
    const auto parts = childrenOf(tlv);
    if (!parts)
        return tl::unexpected(parts.error());
    const auto name = findTlv(*parts, card::tag::kOwnerName);
    if (!name)
        return badOwners();
    for (const Tlv& part : *parts) {
        if (part.tag != card::tag::kOwnerUri)
            continue;
        const auto uri = Uri::parse(textOf(part.value));
        if (!uri)
            return tl::unexpected(uri.error());
        owners.set(*uri, std::string(textOf(name->value)));
    }
    return {};
}

} // namespace

Owners ownersOf(const Tree& tree, const OwnerLedger& ledger, const Tree& visible, const std::string& issuer)
{
    Owners owners;
    const auto nameOf = [&](NodeId node) -> const std::string& {
        const std::string& name = ledger.nameOf(node);
        return name.empty() ? issuer : name;
    };
    // Both trees side by side, for `visible` may lack nodes.
    const std::function<void(NodeId, NodeId)> walk = [&](NodeId there, NodeId node) {
        for (const NodeId below : visible.children(there)) {
            const NodeId same = &visible == &tree ? below : tree.child(node, visible.name(below));
            if (same == kNoNode)
                continue;
            if (nameOf(same) != nameOf(node))
                owners.set(visible.uri(below), nameOf(same));
            walk(below, same);
        }
    };
    owners.set(Uri(), nameOf(Tree::root()));
    walk(Tree::root(), Tree::root());
    return owners;
}

Bytes encodeOwners(const Owners& owners)
{
    std::map<std::string, TlvWriter> groups;
    for (const auto& [uri, owner] : owners.told()) {
        auto [group, fresh] = groups.try_emplace(owner);
        if (fresh)
            group->second.add(card::tag::kOwnerName, viewOf(owner));
        group->second.add(card::tag::kOwnerUri, viewOf(uri.text()));
    }
    TlvWriter writer;
    for (const auto& [owner, group] : groups)
        writer.add(card::tag::kOwner, group);
    return writer.take();
}

Result<Owners> decodeOwners(ByteView answer)
{
    const auto tlvs = parseTlvs(answer);
    if (!tlvs)
        return tl::unexpected(tlvs.error());
    Owners owners;
    for (const Tlv& tlv : *tlvs)
        if (tlv.tag == card::tag::kOwner)
            if (auto taken = take(tlv, owners); !taken)
                return tl::unexpected(taken.error());
    return owners;
}

} // namespace dmsc
