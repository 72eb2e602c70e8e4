// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/accounts.h"

#include "cardio/session/account_rights.h"
#include "model/compare/mo_match.h"
#include "model/syncml/base64.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<std::string_view, 3> kAccountMos = {
    "urn:oma:mo:oma-dm-dmacc:1.0", "urn:oma:mo:oma-dm-dmacc:1.1", "urn:oma:mo:oma-dm-dmacc:1.2"};
constexpr std::string_view kClientLevel = "CLCRED";
constexpr std::string_view kServerLevel = "SRVCRED";
constexpr const char* kNonceLeaf = "AAuthData";

bool isAccount(const Tree& tree, NodeId node)
{
    return std::ranges::find(kAccountMos, tree.type(node)) != kAccountMos.end();
}

std::vector<NodeId> accountNodes(const Tree& tree)
{
    std::vector<NodeId> mos;
    collectMos(tree, Tree::root(), mos);
    std::erase_if(mos, [&](NodeId mo) { return !isAccount(tree, mo); });
    return mos;
}

AuthScheme schemeOf(std::string_view type)
{
    if (type == "BASIC")
        return AuthScheme::Basic;
    if (type == "DIGEST")
        return AuthScheme::Md5;
    return type == "HMAC" ? AuthScheme::Hmac : AuthScheme::None;
}

/// AAuthData is octets; in leaves of text it is base64 of them, or what a person typed in.
Bytes nonceOf(const Tree& tree, NodeId auth)
{
    const NodeId node = tree.child(auth, kNonceLeaf);
    if (node == kNoNode || tree.isInterior(node))
        return {};
    std::string octets(tree.value(node));
    if (tree.format(node) != Format::Bin)
        if (auto decoded = syncml::fromBase64(octets))
            octets = *std::move(decoded);
    return {octets.begin(), octets.end()};
}

/// The AppAuth/<X> of that level; the preferred type goes first where there are several.
NodeId authNode(const Tree& tree, NodeId account, std::string_view level)
{
    const NodeId all = tree.child(account, "AppAuth");
    if (all == kNoNode)
        return kNoNode;
    const std::string_view preferred = tree.leafValue(account, "AAuthPref");
    NodeId best = kNoNode;
    for (const NodeId auth : tree.children(all)) {
        if (tree.leafValue(auth, "AAuthLevel") != level
            || schemeOf(tree.leafValue(auth, "AAuthType")) == AuthScheme::None)
            continue;
        if (tree.leafValue(auth, "AAuthType") == preferred)
            return auth;
        best = best == kNoNode ? auth : best;
    }
    return best;
}

DmSecret secretOf(const Tree& tree, NodeId auth)
{
    DmSecret secret;
    if (auth == kNoNode)
        return secret;
    secret.scheme = schemeOf(tree.leafValue(auth, "AAuthType"));
    secret.user = tree.leafValue(auth, "AAuthName");
    secret.password = tree.leafValue(auth, "AAuthSecret");
    secret.nonce = nonceOf(tree, auth);
    return secret;
}

/// Addr of the first AppAddr/<X> that is no bare IP address, with its port where the URL names none; else the first.
std::string addressOf(const Tree& tree, NodeId account)
{
    const NodeId all = tree.child(account, "AppAddr");
    std::string first;
    for (const NodeId one : all == kNoNode ? std::span<const NodeId>() : tree.children(all)) {
        const std::string_view type = tree.leafValue(one, "AddrType");
        std::string address(tree.leafValue(one, "Addr"));
        if (!address.empty() && (type.empty() || type == "URI"))
            return address;
        first = first.empty() ? address : first;
    }
    // DM 1.1 accounts have it as a leaf.
    return first.empty() ? std::string(tree.leafValue(account, "Addr")) : first;
}

tl::unexpected<Error> noAccount(std::string_view serverId)
{
    return fail(ErrorKind::NotFound,
        QCoreApplication::translate("Accounts", "the device has no account with this DM server"),
        QString::fromUtf8(serverId.data(), static_cast<qsizetype>(serverId.size())));
}

Result<void> saveNonce(TreeEditor& editor, NodeId auth, const Bytes& nonce)
{
    if (auth == kNoNode || nonce == nonceOf(editor.tree(), auth))
        return {};
    const std::string octets(nonce.begin(), nonce.end());
    const NodeId node = editor.tree().child(auth, kNonceLeaf);
    if (node == kNoNode) {
        NodeData data;
        data.name = kNonceLeaf;
        data.format = Format::Bin;
        data.type = "application/octet-stream";
        data.value = octets;
        auto added = editor.add(auth, data);
        return added ? Result<void>() : tl::unexpected(added.error());
    }
    return editor.setValue(node, editor.tree().format(node) == Format::Bin ? octets : syncml::toBase64(octets));
}

} // namespace

DmAccount accountAt(const Tree& tree, NodeId node)
{
    DmAccount account;
    account.serverId = serverIdOf(tree, node);
    account.name = tree.leafValue(node, "Name");
    if (account.name.empty())
        account.name = account.serverId;
    account.address = addressOf(tree, node);
    account.client = secretOf(tree, authNode(tree, node, kClientLevel));
    account.server = secretOf(tree, authNode(tree, node, kServerLevel));
    if (account.server.user.empty())
        account.server.user = account.serverId;
    return account;
}

NodeId accountNodeOf(const Tree& tree, std::string_view serverId)
{
    if (serverId.empty())
        return kNoNode;
    const auto nodes = accountNodes(tree);
    const auto found = std::ranges::find(nodes, serverId, [&](NodeId node) { return serverIdOf(tree, node); });
    return found == nodes.end() ? kNoNode : *found;
}

std::vector<DmAccount> accountsOf(const Tree& tree)
{
    std::vector<DmAccount> accounts;
    // Without a ServerID its server would be nobody whom an ACL could bind.
    for (const NodeId node : accountNodes(tree))
        if (DmAccount account = accountAt(tree, node); !account.serverId.empty())
            accounts.push_back(std::move(account));
    return accounts;
}

Result<DmAccount> accountOf(const Tree& tree, std::string_view serverId)
{
    const NodeId node = accountNodeOf(tree, serverId);
    if (node == kNoNode)
        return noAccount(serverId);
    return accountAt(tree, node);
}

Result<void> saveNonces(ManagedTree& device, const DmAccount& account)
{
    const Tree& tree = device.tree();
    const NodeId found = accountNodeOf(tree, account.serverId);
    if (found == kNoNode)
        return noAccount(account.serverId);
    // In the name of who stored the account: a nonce is not a change that would make it somebody else's (F02).
    const OwnerLedger* ledger = device.ledger();
    const std::string owner = ledger ? ledger->nameOf(found) : std::string();
    TreeEditor editor = device.edit(owner);
    auto saved = saveNonce(editor, authNode(tree, found, kClientLevel), account.client.nonce);
    if (saved)
        saved = saveNonce(editor, authNode(tree, found, kServerLevel), account.server.nonce);
    if (saved)
        return device.commit(editor, owner);
    editor.rollBack(0);
    return saved;
}

} // namespace dmsc
