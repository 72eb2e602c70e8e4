// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/entity_rights.h"

#include "cardio/session/account_rights.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::string_view kWholeStore = ".";

bool grants(const ScopedRights& condition, Right right, bool own)
{
    return condition.rights.has(right) && (own || condition.rights.has(Right::Others));
}

/// By text: `uri` is at or below the condition's.
bool reaches(const ScopedRights& condition, const Uri& uri)
{
    const auto scope = Uri::parse(condition.uri);
    return !condition.uri.empty() && scope && scope->contains(uri);
}

} // namespace

EntityRights::EntityRights(const EntityPolicy& policy)
    : m_name(policy.name)
    , m_issuer(policy.role == Role::Issuer)
    , m_server(policy.role == Role::Dms)
    , m_conditions(policy.conditions)
{
}

bool EntityRights::everywhere(Right right) const
{
    return std::any_of(m_conditions.begin(), m_conditions.end(),
        [&](const ScopedRights& one) { return one.uri == kWholeStore && grants(one, right, false); });
}

bool EntityRights::somewhere(Right right, bool others) const
{
    return std::any_of(
        m_conditions.begin(), m_conditions.end(), [&](const ScopedRights& one) { return grants(one, right, !others); });
}

EntityAccess::EntityAccess(const Tree& tree, const OwnerLedger& ledger, EntityRights rights)
    : m_tree(&tree)
    , m_ledger(&ledger)
    , m_rights(std::move(rights))
{
}

bool EntityAccess::owns(NodeId node) const
{
    return m_rights.isOwn(m_ledger->nameOf(node));
}

bool EntityAccess::covers(const ScopedRights& condition, NodeId node) const
{
    if (condition.uri.empty())
        return !condition.moType.empty() && m_ledger->moTypeOf(node) == condition.moType;
    if (condition.uri == kWholeStore)
        return true;
    const auto scope = Uri::parse(condition.uri);
    const NodeId top = scope ? m_tree->find(*scope) : kNoNode;
    return top != kNoNode && m_tree->isWithin(node, top);
}

bool EntityAccess::may(NodeId node, Right right) const
{
    const bool own = owns(node);
    const auto& conditions = m_rights.conditions();
    return std::any_of(conditions.begin(), conditions.end(),
        [&](const ScopedRights& one) { return grants(one, right, own) && covers(one, node); });
}

bool EntityAccess::isOthersSecret(NodeId node) const
{
    return m_rights.isServer() && isAccountSecret(*m_tree, node) && !owns(node);
}

// Recursion goes as deep as a tree does, 128 levels.
bool EntityAccess::mayAll(NodeId node, Right right) const
{
    if (m_rights.everywhere(right))
        return true;
    const auto children = m_tree->children(node);
    return may(node, right)
        && std::all_of(children.begin(), children.end(), [&](NodeId below) { return mayAll(below, right); });
}

bool EntityAccess::sees(NodeId node) const
{
    if (node == Tree::root() || m_rights.everywhere(Right::Explore) || may(node, Right::Explore))
        return true;
    // It leads to something that may be seen.
    const auto children = m_tree->children(node);
    return std::any_of(children.begin(), children.end(), [&](NodeId below) { return sees(below); });
}

bool EntityAccess::adds(NodeId parent, std::string_view name, std::string_view type) const
{
    if (!sees(parent))
        return false;
    // An MO is one thing: who may not touch another's may not put something into it either.
    const std::string& moType = m_ledger->moTypeOf(parent);
    const bool own = moType.empty() || owns(parent);
    const auto& conditions = m_rights.conditions();
    return std::any_of(conditions.begin(), conditions.end(), [&](const ScopedRights& one) {
        if (!grants(one, Right::Write, own))
            return false;
        if (one.uri == kWholeStore)
            return true;
        if (one.uri.empty())
            return !one.moType.empty() && (moType.empty() ? type : std::string_view(moType)) == one.moType;
        return reaches(one, m_tree->uri(parent).child(name));
    });
}

bool EntityAccess::knowsAbsenceAt(const Uri& uri) const
{
    const auto& conditions = m_rights.conditions();
    return std::any_of(conditions.begin(), conditions.end(),
        [&](const ScopedRights& one) { return grants(one, Right::Explore, false) && reaches(one, uri); });
}

} // namespace dmsc
