// SPDX-License-Identifier: Apache-2.0
#include "model/compare/diff.h"

#include "model/compare/comparison.h"

namespace dmsc {

std::vector<Difference> diff(const Tree& left, const Tree& right, const DiffOptions& options)
{
    return diff(left, Tree::root(), right, Tree::root(), options);
}

std::vector<Difference> diff(
    const Tree& left, NodeId leftFrom, const Tree& right, NodeId rightFrom, const DiffOptions& options)
{
    Comparison comparison(left, right, options);
    comparison.run(leftFrom, rightFrom);
    return comparison.differences();
}

DifferenceCounts counts(const std::vector<Difference>& differences)
{
    DifferenceCounts counts;
    for (const Difference& difference : differences) {
        switch (difference.kind) {
        case Operation::Kind::Add:
            ++counts.added;
            break;
        case Operation::Kind::Delete:
            ++counts.deleted;
            break;
        case Operation::Kind::Replace:
            ++counts.replaced;
            break;
        }
    }
    return counts;
}

Uri uriOf(const Difference& difference, const Tree& left, const Tree& right)
{
    return difference.left == kNoNode ? right.uri(difference.right) : left.uri(difference.left);
}

std::string textOf(const Difference& difference, const Tree& tree, NodeId node)
{
    return node == kNoNode ? std::string() : propertyText(difference.property, tree, node);
}

} // namespace dmsc
