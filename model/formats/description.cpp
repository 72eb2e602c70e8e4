// SPDX-License-Identifier: Apache-2.0
#include "model/formats/description.h"

#include "model/formats/text_tools.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

// Several placeholders a level could make a hostile description cost without end.
constexpr std::size_t kMaxSteps = 10'000;

bool sameIgnoringCase(std::string_view a, std::string_view b)
{
    return QString::compare(shownHead(a), shownHead(b), Qt::CaseInsensitive) == 0;
}

/// Finds the node of a description for a path of real names.
class Matcher
{
public:
    explicit Matcher(const Description& description)
        : m_description(description)
        , m_tree(description.tree)
    {
    }

    /// `names`: innermost last; from `first` on they lie below `at`.
    NodeId match(NodeId at, const std::vector<std::string_view>& names, std::size_t first)
    {
        if (first == names.size())
            return at;
        if (++m_steps > kMaxSteps)
            return kNoNode;
        for (const bool placeholders : {false, true}) {
            for (const NodeId child : m_tree.children(at)) {
                // An unnamed node at the very top is an MO that may stand anywhere: its Type finds it, not its place.
                if ((placeholders && at == Tree::root()) || !fits(child, names[first], placeholders))
                    continue;
                if (const NodeId found = match(child, names, first + 1); found != kNoNode)
                    return found;
            }
        }
        return kNoNode;
    }

private:
    [[nodiscard]] bool fits(NodeId child, std::string_view name, bool placeholders) const
    {
        const NodeRule* const rule = m_description.rule(child);
        const bool placeholder = rule && rule->placeholder;
        if (placeholder != placeholders)
            return false;
        return placeholder || m_tree.name(child) == name
            || (rule && !rule->caseSensitive && sameIgnoringCase(m_tree.name(child), name));
    }

    const Description& m_description;
    const Tree& m_tree;
    std::size_t m_steps = 0;
};

QString where(const Tree& tree, NodeId node)
{
    return QString::fromStdString(tree.uri(node).text());
}

QString ddfName(const DescribedNode& place)
{
    return place.mo.empty()
        ? QCoreApplication::translate("Description", "the DDF")
        : QCoreApplication::translate("Description", "the DDF of %1").arg(QString::fromStdString(place.mo));
}

QString accessText(std::uint8_t access)
{
    constexpr std::pair<NodeRule::Access, const char16_t*> kNames[] = {{NodeRule::Add, u"Add"},
        {NodeRule::Copy, u"Copy"}, {NodeRule::Delete, u"Delete"}, {NodeRule::Exec, u"Exec"}, {NodeRule::Get, u"Get"},
        {NodeRule::Replace, u"Replace"}};
    QStringList names;
    for (const auto& [right, name] : kNames) {
        if ((access & right) != 0)
            names.append(QString::fromUtf16(name));
    }
    return names.isEmpty() ? QCoreApplication::translate("Description", "nothing") : names.join(QStringLiteral(", "));
}

Result<void> checkAccess(const DescribedNode& place, NodeRule::Access needed, const QString& uri)
{
    const NodeRule& rule = *place.rule();
    if (!rule.accessGiven || (rule.access & needed) != 0)
        return {};
    return fail(ErrorKind::NotAllowed,
        QCoreApplication::translate("Description", "%1 allows only %2 here")
            .arg(ddfName(place), accessText(rule.access)),
        uri);
}

Result<void> checkNotPermanent(const DescribedNode& place, const QString& uri)
{
    if (place.rule()->scope != NodeRule::Scope::Permanent)
        return {};
    return fail(ErrorKind::NotAllowed,
        QCoreApplication::translate(
            "Description", "%1 makes this node permanent: it can be neither added, deleted nor renamed")
            .arg(ddfName(place)),
        uri);
}

/// How many children of `parent` fall under the same rule as `place`.
std::size_t countSame(const DescriptionSet& descriptions, const Tree& tree, NodeId parent, const DescribedNode& place)
{
    std::size_t count = 0;
    for (const NodeId sibling : tree.children(parent)) {
        const auto other = descriptions.describe(tree, sibling);
        count += other && other->description == place.description && other->node == place.node ? 1 : 0;
    }
    return count;
}

std::optional<std::size_t> mostOf(const NodeRule& rule)
{
    switch (rule.occurrence) {
    case NodeRule::Occurrence::One:
    case NodeRule::Occurrence::ZeroOrOne:
        return 1;
    case NodeRule::Occurrence::ZeroOrN:
    case NodeRule::Occurrence::OneOrN:
        return rule.maxOccurrence;
    default:
        return std::nullopt;
    }
}

/// Name, siblings and what the DDF says about there being one more; `data` if more than the name is known.
Result<void> checkNewChild(
    const DescriptionSet& descriptions, const Tree& tree, NodeId parent, std::string_view name, const NodeData* data)
{
    const QString uri = where(tree, parent);
    if (!tree.isInterior(parent))
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("Description", "a leaf has no children"), uri);
    if (auto good = checkName(name); !good)
        return at(good.error(), uri);
    const QString childUri = QString::fromStdString(tree.uri(parent).child(name).text());
    if (tree.child(parent, name) != kNoNode)
        return fail(ErrorKind::Exists,
            QCoreApplication::translate("Description", "a node of that name is there already"), childUri);
    const auto above = descriptions.describe(tree, parent);
    const auto place = descriptions.describeChild(tree, parent, name);
    if (!place) {
        if (!above || above->node == Tree::root() || (data && !data->type.empty() && data->format == Format::Node))
            return {};
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("Description", "%1 has no node of the name %2 here")
                .arg(ddfName(*above), shownHead(name)),
            childUri);
    }
    if (!place->rule())
        return {};
    const NodeRule& rule = *place->rule();
    if (auto good = checkAccess(*place, NodeRule::Add, childUri); !good)
        return good;
    if (const auto most = mostOf(rule); most && countSame(descriptions, tree, parent, *place) >= *most)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("Description", "%1 allows at most %2 nodes of this kind here")
                .arg(ddfName(*place))
                .arg(*most),
            childUri);
    if (data && rule.format && *rule.format != data->format)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("Description", "%1 asks for Format %2 here, not %3")
                .arg(ddfName(*place), shownHead(formatName(*rule.format)), shownHead(formatName(data->format))),
            childUri);
    return {};
}

Result<void> checkDelete(const DescriptionSet& descriptions, const Tree& tree, NodeId node)
{
    const QString uri = where(tree, node);
    if (node == Tree::root())
        return fail(
            ErrorKind::NotAllowed, QCoreApplication::translate("Description", "the root can never be deleted"), uri);
    const auto place = descriptions.describe(tree, node);
    if (!place || !place->rule())
        return {};
    if (auto good = checkNotPermanent(*place, uri); !good)
        return good;
    if (auto good = checkAccess(*place, NodeRule::Delete, uri); !good)
        return good;
    const auto occurrence = place->rule()->occurrence;
    const bool needed = occurrence == NodeRule::Occurrence::OneOrMore || occurrence == NodeRule::Occurrence::OneOrN;
    if (needed && countSame(descriptions, tree, tree.parent(node), *place) <= 1)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("Description", "%1 asks for at least one node of this kind here")
                .arg(ddfName(*place)),
            uri);
    return {};
}

Result<void> checkReplace(const DescriptionSet& descriptions, const Tree& tree, NodeId node, std::string_view value)
{
    const QString uri = where(tree, node);
    if (tree.isInterior(node))
        return fail(
            ErrorKind::NotAllowed, QCoreApplication::translate("Description", "an interior node has no value"), uri);
    const auto place = descriptions.describe(tree, node);
    if (place && place->rule()) {
        if (auto good = checkAccess(*place, NodeRule::Replace, uri); !good)
            return good;
    }
    if (auto good = checkValue(tree.format(node), value); !good)
        return at(good.error(), uri);
    return {};
}

Result<void> checkRename(const DescriptionSet& descriptions, const Tree& tree, NodeId node, std::string_view name)
{
    const QString uri = where(tree, node);
    if (node == Tree::root())
        return fail(
            ErrorKind::NotAllowed, QCoreApplication::translate("Description", "the root can never be renamed"), uri);
    if (auto good = checkName(name); !good)
        return at(good.error(), uri);
    const NodeId parent = tree.parent(node);
    if (const NodeId there = tree.child(parent, name); there != kNoNode && there != node)
        return fail(ErrorKind::Exists,
            QCoreApplication::translate("Description", "a node of that name is there already"), where(tree, there));
    const auto place = descriptions.describe(tree, node);
    if (!place || !place->rule())
        return {};
    if (auto good = checkNotPermanent(*place, uri); !good)
        return good;
    if (auto good = checkAccess(*place, NodeRule::Replace, uri); !good)
        return good;
    const auto renamed = descriptions.describeChild(tree, parent, name);
    const bool movesItself = tree.isInterior(node) && !tree.type(node).empty(); // an MO may stand anywhere
    if (!movesItself && (!renamed || renamed->node != place->node))
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("Description", "%1 calls this node %2")
                .arg(ddfName(*place), shownHead(tree.name(node))),
            uri);
    return {};
}

} // namespace

const NodeRule* Description::rule(NodeId node) const
{
    const auto found = rules.find(index(node));
    return found == rules.end() ? nullptr : &found->second;
}

void DescriptionSet::add(Description description)
{
    Entry entry;
    const Tree& tree = description.tree;
    for (std::uint32_t i = 0; i < tree.idEnd(); ++i) {
        const NodeId id{i};
        if (tree.contains(id) && tree.isInterior(id) && !tree.type(id).empty())
            entry.mos.emplace(std::string(tree.type(id)), id);
    }
    entry.description = std::make_shared<const Description>(std::move(description));
    m_entries.insert(m_entries.begin(), std::move(entry));
}

std::optional<DescribedNode> DescriptionSet::find(
    const Tree& tree, NodeId node, std::vector<std::string_view> namesBelow) const
{
    std::vector<std::string_view> names = std::move(namesBelow);
    for (NodeId above = node; above != kNoNode; above = tree.parent(above)) {
        const std::string mo(tree.isInterior(above) ? tree.type(above) : std::string_view());
        for (const Entry& entry : m_entries) {
            const auto [first, last] =
                mo.empty() ? std::pair(entry.mos.end(), entry.mos.end()) : entry.mos.equal_range(mo);
            for (auto known = first; known != last; ++known) {
                const NodeId found = Matcher(*entry.description).match(known->second, names, 0);
                if (found != kNoNode)
                    return DescribedNode{entry.description, found, mo};
            }
        }
        if (above != Tree::root())
            names.insert(names.begin(), tree.name(above));
    }
    for (const Entry& entry : m_entries) {
        const NodeId found = Matcher(*entry.description).match(Tree::root(), names, 0);
        if (found != kNoNode)
            return DescribedNode{entry.description, found, {}};
    }
    return std::nullopt;
}

std::optional<DescribedNode> DescriptionSet::describe(const Tree& tree, NodeId node) const
{
    return find(tree, node, {});
}

std::optional<DescribedNode> DescriptionSet::describeChild(const Tree& tree, NodeId parent, std::string_view name) const
{
    return find(tree, parent, {name});
}

const NodeRule* DescriptionSet::ruleFor(const Tree& tree, NodeId node) const
{
    const auto place = describe(tree, node);
    return place ? place->rule() : nullptr; // the set keeps the description alive
}

const NodeRule* DescriptionSet::ruleForChild(const Tree& tree, NodeId parent, std::string_view name) const
{
    const auto place = describeChild(tree, parent, name);
    return place ? place->rule() : nullptr;
}

bool hidesValue(const DescriptionSet& descriptions, const Tree& tree, NodeId node)
{
    const NodeRule* rule = tree.isInterior(node) ? nullptr : descriptions.ruleFor(tree, node);
    return rule != nullptr && rule->accessGiven && (rule->access & NodeRule::Get) == 0;
}

Result<void> checkEdit(
    const DescriptionSet& descriptions, const Tree& tree, NodeId node, EditKind kind, std::string_view value)
{
    switch (kind) {
    case EditKind::Add:
        return checkNewChild(descriptions, tree, node, value, nullptr);
    case EditKind::Delete:
        return checkDelete(descriptions, tree, node);
    case EditKind::Replace:
        return checkReplace(descriptions, tree, node, value);
    case EditKind::Rename:
        return checkRename(descriptions, tree, node, value);
    }
    return {};
}

Result<void> checkAdd(const DescriptionSet& descriptions, const Tree& tree, NodeId parent, const NodeData& data)
{
    if (auto good = checkNewChild(descriptions, tree, parent, data.name, &data); !good)
        return good;
    if (auto good = checkValue(data.format, data.value); !good)
        return at(good.error(), QString::fromStdString(tree.uri(parent).child(data.name).text()));
    return {};
}

} // namespace dmsc
