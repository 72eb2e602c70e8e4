// SPDX-License-Identifier: Apache-2.0
#include "model/compare/workspace.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace dmsc {

namespace {

/// The node whose children an operation changes, or that it changes itself.
Uri placeOf(const Operation& operation)
{
    const bool inPlace = operation.kind == Operation::Kind::Replace && operation.property != Property::Name;
    return inPlace ? operation.uri : operation.uri.parent();
}

/// An Add whose missing parents were added by operations before it: what is left to add.
Operation withoutParents(Operation add, const std::unordered_set<std::string>& present)
{
    NodeId node = rootOf(add.added);
    const Subtree whole = add.added;
    while (node != kNoNode && present.contains(add.uri.text()) && whole->children(node).size() == 1) {
        node = whole->children(node).front();
        add.uri = add.uri.child(whole->name(node));
    }
    if (node != rootOf(whole))
        add.added = takeSubtree(*whole, node);
    return add;
}

} // namespace

Workspace::Workspace(const DiffOptions& options)
    : m_options(options)
    , m_committed{std::make_shared<const Tree>(), std::make_shared<const Tree>()}
{
    align();
}

void Workspace::align()
{
    m_aligned = AlignedTree::align(m_working[0], m_working[1], m_options);
}

PairNo Workspace::pairAround(const Operation& operation) const
{
    const Tree& tree = working(operation.side);
    NodeId node = kNoNode;
    for (Uri place = placeOf(operation); node == kNoNode; place = place.parent())
        node = tree.find(place);
    // A node that was made a moment ago is in no pair yet; the next one above is.
    PairNo pair = m_aligned.find(operation.side, node, tree);
    for (; pair == kNoPair; pair = m_aligned.find(operation.side, node, tree))
        node = tree.parent(node);
    return pair;
}

Result<void> Workspace::carryOut(const Operation& operation)
{
    const PairNo around = pairAround(operation);
    if (auto done = apply(m_working[at(operation.side)], operation); !done)
        return done;
    m_aligned.refresh(around, m_working[0], m_working[1], m_options);
    return {};
}

Result<void> Workspace::stage(std::vector<Operation> operations)
{
    for (std::size_t i = 0; i < operations.size(); ++i) {
        Operation& operation = operations[i];
        if (operation.kind == Operation::Kind::Delete && !operation.removed)
            if (const NodeId node = working(operation.side).find(operation.uri); node != kNoNode)
                operation.removed = takeSubtree(working(operation.side), node);
        if (auto done = carryOut(operation); !done) {
            while (i-- > 0)
                (void)carryOut(inverse(operations[i]));
            return done;
        }
    }
    m_plan.append(std::move(operations));
    return {};
}

void Workspace::unstage(std::size_t count)
{
    const auto& operations = m_plan.operations();
    count = std::min(count, operations.size());
    for (std::size_t i = 0; i < count; ++i)
        (void)carryOut(inverse(operations[operations.size() - 1 - i]));
    m_plan.removeLast(count);
}

std::size_t Workspace::removeAt(std::size_t position)
{
    const std::vector<Operation> all = m_plan.operations();
    if (position >= all.size())
        return 0;
    unstage(all.size() - position);
    for (std::size_t i = position + 1; i < all.size(); ++i)
        (void)stage({all[i]});
    return all.size() - m_plan.operations().size();
}

std::vector<Operation> Workspace::setCommitted(Side side, std::shared_ptr<const Tree> tree)
{
    m_committed[at(side)] = tree ? std::move(tree) : std::make_shared<const Tree>();
    m_working[at(side)] = *m_committed[at(side)];
    std::vector<Operation> kept, gone;
    for (const Operation& operation : m_plan.operations()) {
        const bool good = operation.side != side || apply(m_working[at(side)], operation);
        (good ? kept : gone).push_back(operation);
    }
    m_plan.clear();
    m_plan.append(std::move(kept));
    align();
    return gone;
}

Uri Workspace::uriOn(Side side, PairNo pair) const
{
    std::vector<std::string> names;
    while (m_aligned.node(pair, side) == kNoNode) {
        names.emplace_back(working(other(side)).name(m_aligned.node(pair, other(side))));
        pair = m_aligned.parent(pair);
    }
    Uri uri = working(side).uri(m_aligned.node(pair, side));
    for (auto name = names.rbegin(); name != names.rend(); ++name)
        uri = uri.child(*name);
    return uri;
}

Result<std::vector<Operation>> Workspace::copyPlan(Side from, PairNo pair) const
{
    const Side to = other(from);
    const NodeId source = m_aligned.node(pair, from);
    const Uri target = uriOn(to, pair);
    if (source != kNoNode)
        return planCopy(working(from), source, working(to), target, to);
    Operation operation;
    operation.side = to;
    operation.kind = Operation::Kind::Delete;
    operation.uri = target;
    operation.removed = takeSubtree(working(to), m_aligned.node(pair, to));
    return std::vector<Operation>{std::move(operation)};
}

Result<std::vector<Operation>> Workspace::copyPlan(Side from, std::vector<PairNo> pairs) const
{
    std::sort(pairs.begin(), pairs.end());
    std::vector<Operation> all;
    std::unordered_set<std::string> added;
    std::uint32_t covered = 0; // pairs before this one are below one that was copied already
    for (const PairNo pair : pairs) {
        if (index(pair) < covered)
            continue;
        covered = index(pair) + m_aligned.subtreeSize(pair);
        auto operations = copyPlan(from, pair);
        if (!operations)
            return operations;
        for (Operation& operation : *operations) {
            if (operation.kind == Operation::Kind::Add) {
                operation = withoutParents(std::move(operation), added);
                for (Uri uri = uriOn(other(from), pair); operation.uri.contains(uri); uri = uri.parent())
                    added.insert(uri.text());
            }
            all.push_back(std::move(operation));
        }
    }
    return all;
}

bool Workspace::isTouched(Side side, const Uri& uri) const
{
    const auto& operations = m_plan.operations();
    return std::any_of(operations.begin(), operations.end(), [&](const Operation& operation) {
        if (operation.side != side)
            return false;
        if (operation.kind == Operation::Kind::Replace)
            return operation.uri == uri
                || (operation.property == Property::Name && operation.uri.parent().child(operation.after) == uri);
        return operation.uri.contains(uri);
    });
}

bool Workspace::isDeleted(Side side, const Uri& uri) const
{
    const auto& operations = m_plan.operations();
    return working(side).find(uri) == kNoNode
        && std::any_of(operations.begin(), operations.end(), [&](const Operation& operation) {
               return operation.side == side && operation.kind == Operation::Kind::Delete
                   && operation.uri.contains(uri);
           });
}

std::vector<Uri> Workspace::goneBelow(Side side, const Uri& uri) const
{
    std::vector<Uri> gone;
    for (const Operation& operation : m_plan.operations()) {
        const bool here = operation.side == side && operation.kind == Operation::Kind::Delete
            && operation.uri.parent() == uri && std::find(gone.begin(), gone.end(), operation.uri) == gone.end();
        if (here && working(side).find(operation.uri) == kNoNode && working(other(side)).find(operation.uri) == kNoNode)
            gone.push_back(operation.uri);
    }
    return gone;
}

} // namespace dmsc
