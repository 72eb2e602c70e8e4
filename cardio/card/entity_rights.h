// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/node_access.h"
#include "cardio/store/issuer_policy.h"
#include "cardio/store/owner_ledger.h"

namespace dmsc {

/// What the issuer's policy lets one entity do (CARD-INTERFACE.md, section 12). A right holds for what the entity
/// stored itself; together with Others, in the same condition, for what anybody stored. Conditions add up.
class EntityRights
{
public:
    explicit EntityRights(const EntityPolicy& policy);

    [[nodiscard]] const std::string& entity() const { return m_name; }
    [[nodiscard]] bool isIssuer() const { return m_issuer; }
    [[nodiscard]] bool isServer() const { return m_server; }
    /// The name that ACLs know it by; empty for the issuer, whom none binds.
    [[nodiscard]] std::string server() const { return m_issuer ? std::string() : m_name; }
    /// On the whole store, whoever stored it.
    [[nodiscard]] bool everywhere(Right right) const;
    /// Somewhere; `others`: also with what is not its own.
    [[nodiscard]] bool somewhere(Right right, bool others) const;
    [[nodiscard]] const std::vector<ScopedRights>& conditions() const { return m_conditions; }
    /// Is a node with this owner its own? What nobody stored is the issuer's.
    [[nodiscard]] bool isOwn(const std::string& owner) const { return owner == m_name || (m_issuer && owner.empty()); }

private:
    std::string m_name;
    bool m_issuer = false;
    bool m_server = false;
    std::vector<ScopedRights> m_conditions;
};

/// The same for the nodes of a tree as they stand at the time of asking. Tree and ledger must outlive it.
class EntityAccess final : public NodeAccess
{
public:
    EntityAccess(const Tree& tree, const OwnerLedger& ledger, EntityRights rights);

    [[nodiscard]] const EntityRights& rights() const { return m_rights; }
    [[nodiscard]] bool owns(NodeId node) const override;
    [[nodiscard]] bool sees(NodeId node) const override;
    [[nodiscard]] bool reads(NodeId node) const override { return may(node, Right::Read); }
    [[nodiscard]] bool writes(NodeId node) const override { return may(node, Right::Write); }
    [[nodiscard]] bool writesAll(NodeId node) const override { return mayAll(node, Right::Write); }
    [[nodiscard]] bool deletesAll(NodeId node) const override { return mayAll(node, Right::Delete); }
    [[nodiscard]] bool adds(NodeId parent, std::string_view name, std::string_view type) const override;
    [[nodiscard]] bool knowsAbsenceAt(const Uri& uri) const override;
    [[nodiscard]] bool may(NodeId node, Right right) const;
    /// The secret of an account that another entity stored: no server reads it.
    [[nodiscard]] bool isOthersSecret(NodeId node) const;

private:
    [[nodiscard]] bool mayAll(NodeId node, Right right) const;
    [[nodiscard]] bool covers(const ScopedRights& condition, NodeId node) const;

    const Tree* m_tree;
    const OwnerLedger* m_ledger;
    EntityRights m_rights;
};

} // namespace dmsc
