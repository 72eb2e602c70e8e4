// SPDX-License-Identifier: Apache-2.0
#include "model/compare/mo_match.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace dmsc {

namespace {

/// Leaves that identify an account or a profile (DMAcc, w7, ConnMO NAPs, PerProviderSubscription).
constexpr std::array<std::string_view, 5> kKeyLeaves = {"ServerID", "ServerId", "PROVIDER-ID", "ID", "NAP-ID"};

/// Partners are looked for under a text made of Type and what must be equal.
class Matcher
{
public:
    Matcher(
        const Tree& left, const std::vector<NodeId>& leftMos, const Tree& right, const std::vector<NodeId>& rightMos)
        : m_left(left)
        , m_right(right)
        , m_leftMos(leftMos)
        , m_rightMos(rightMos)
        , m_leftTaken(leftMos.size())
        , m_rightTaken(rightMos.size())
    {
    }

    std::vector<std::pair<NodeId, NodeId>> run()
    {
        const auto type = [](const Tree& tree, NodeId mo) { return std::string(tree.type(mo)); };
        const auto name = [&](const Tree& tree, NodeId mo) {
            return type(tree, mo) + '\n' + std::string(tree.name(mo));
        };
        const auto key = [&](const Tree& tree, NodeId mo) {
            return moKey(tree, mo).empty() ? std::string() : type(tree, mo) + '\n' + std::string(moKey(tree, mo));
        };
        const auto both = [&](const Tree& tree, NodeId mo) {
            return name(tree, mo) + '\n' + std::string(moKey(tree, mo));
        };
        matchBy(both);
        matchBy(key);
        matchBy(name);
        matchOnly();
        return std::move(m_pairs);
    }

private:
    void take(std::size_t l, std::size_t r)
    {
        m_leftTaken[l] = m_rightTaken[r] = true;
        m_pairs.emplace_back(m_leftMos[l], m_rightMos[r]);
    }

    template <class TextOf> void matchBy(TextOf textOf)
    {
        std::unordered_map<std::string, std::vector<std::size_t>> rightByText;
        for (std::size_t r = m_rightMos.size(); r-- > 0;)
            if (!m_rightTaken[r])
                rightByText[textOf(m_right, m_rightMos[r])].push_back(r); // backwards: the first is taken first
        for (std::size_t l = 0; l < m_leftMos.size(); ++l) {
            const std::string text = m_leftTaken[l] ? std::string() : textOf(m_left, m_leftMos[l]);
            const auto found = text.empty() ? rightByText.end() : rightByText.find(text);
            if (found == rightByText.end() || found->second.empty())
                continue;
            take(l, found->second.back());
            found->second.pop_back();
        }
    }

    void matchOnly()
    {
        struct Only
        {
            std::size_t place = 0;
            std::size_t count = 0;
        };
        std::unordered_map<std::string, std::pair<Only, Only>> byType;
        for (std::size_t l = 0; l < m_leftMos.size(); ++l) {
            Only& only = byType[std::string(m_left.type(m_leftMos[l]))].first;
            only = m_leftTaken[l] ? only : Only{l, only.count + 1};
        }
        for (std::size_t r = 0; r < m_rightMos.size(); ++r) {
            Only& only = byType[std::string(m_right.type(m_rightMos[r]))].second;
            only = m_rightTaken[r] ? only : Only{r, only.count + 1};
        }
        for (const auto& entry : byType) {
            const Only& l = entry.second.first;
            const Only& r = entry.second.second;
            if (l.count != 1 || r.count != 1)
                continue;
            if (!onlyOneOf(m_left, entry.first) || !onlyOneOf(m_right, entry.first))
                continue;
            const auto leftKey = moKey(m_left, m_leftMos[l.place]);
            const auto rightKey = moKey(m_right, m_rightMos[r.place]);
            if (leftKey.empty() || rightKey.empty() || leftKey == rightKey)
                take(l.place, r.place);
        }
    }

    /// Where there are several of a Type, one that is left over is another instance, not the same one elsewhere.
    [[nodiscard]] static bool onlyOneOf(const Tree& tree, std::string_view type)
    {
        std::vector<NodeId> all;
        collectMos(tree, Tree::root(), all);
        return std::count_if(all.begin(), all.end(), [&](NodeId mo) { return tree.type(mo) == type; }) == 1;
    }

    const Tree& m_left;
    const Tree& m_right;
    const std::vector<NodeId>& m_leftMos;
    const std::vector<NodeId>& m_rightMos;
    std::vector<bool> m_leftTaken, m_rightTaken;
    std::vector<std::pair<NodeId, NodeId>> m_pairs;
};

} // namespace

std::string_view moKey(const Tree& tree, NodeId root)
{
    for (const std::string_view name : kKeyLeaves)
        if (const NodeId leaf = tree.child(root, name); leaf != kNoNode && !tree.value(leaf).empty())
            return tree.value(leaf);
    return {};
}

void collectMos(const Tree& tree, NodeId node, std::vector<NodeId>& out)
{
    if (tree.isInterior(node) && !tree.type(node).empty()) {
        out.push_back(node);
        return;
    }
    for (const NodeId below : tree.children(node))
        collectMos(tree, below, out);
}

std::vector<std::pair<NodeId, NodeId>> matchMos(
    const Tree& left, const std::vector<NodeId>& leftMos, const Tree& right, const std::vector<NodeId>& rightMos)
{
    return Matcher(left, leftMos, right, rightMos).run();
}

} // namespace dmsc
