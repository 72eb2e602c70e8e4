// SPDX-License-Identifier: Apache-2.0
#include "model/compare/merge_match.h"

#include "model/compare/mo_match.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace dmsc {

namespace {

using Places = std::vector<std::size_t>;

/// The MOs of one tree, and which of them have found their partner.
struct Mos
{
    explicit Mos(const Tree& of)
        : tree(&of)
    {
        // The root itself is no MO: it is at the same place everywhere and cannot be moved, added or deleted.
        for (const NodeId top : of.children(Tree::root()))
            collectMos(of, top, roots);
        taken.resize(roots.size());
    }
    Mos(const Tree& of, std::vector<NodeId> some)
        : tree(&of)
        , roots(std::move(some))
        , taken(roots.size())
    {
    }

    [[nodiscard]] std::string type(std::size_t place) const { return std::string(tree->type(roots[place])); }
    [[nodiscard]] std::string name(std::size_t place) const { return std::string(tree->name(roots[place])); }
    [[nodiscard]] std::string key(std::size_t place) const { return std::string(moKey(*tree, roots[place])); }
    [[nodiscard]] std::vector<NodeId> rest() const
    {
        std::vector<NodeId> out;
        for (std::size_t i = 0; i < roots.size(); ++i)
            if (!taken[i])
                out.push_back(roots[i]);
        return out;
    }

    const Tree* tree;
    std::vector<NodeId> roots;
    std::vector<bool> taken;
};

/// Finds partners, the surest first.
class Pairing
{
public:
    Pairing(Mos& left, Mos& right)
        : m_left(left)
        , m_right(right)
    {
    }

    void run()
    {
        by([](const Mos& mos, std::size_t i) {
            return mos.type(i) + '\n' + mos.tree->uri(mos.roots[i]).text() + '\n' + mos.key(i);
        });
        by([](const Mos& mos, std::size_t i) { return mos.type(i) + '\n' + mos.name(i) + '\n' + mos.key(i); });
        by([](const Mos& mos, std::size_t i) {
            return mos.key(i).empty() ? std::string() : mos.type(i) + '\n' + mos.key(i);
        });
        by([](const Mos& mos, std::size_t i) { return mos.type(i) + '\n' + mos.name(i); });
    }

    /// Of each Type, what has the same content; then the last of it on either side.
    void runLast(bool onlyWhereAlone)
    {
        if (!onlyWhereAlone)
            sameContent(open(m_left), open(m_right));
        for (const auto& entry : openByType()) {
            const auto& [left, right] = entry.second;
            if (left.size() != 1 || right.size() != 1)
                continue;
            const std::string leftKey = m_left.key(left.front()), rightKey = m_right.key(right.front());
            const bool contradict = !leftKey.empty() && !rightKey.empty() && leftKey != rightKey;
            if (!contradict && (!onlyWhereAlone || (alone(m_left, entry.first) && alone(m_right, entry.first))))
                take(left.front(), right.front());
        }
    }

    [[nodiscard]] const std::vector<std::pair<NodeId, NodeId>>& pairs() const { return m_pairs; }

private:
    void take(std::size_t left, std::size_t right)
    {
        m_left.taken[left] = m_right.taken[right] = true;
        m_pairs.emplace_back(m_left.roots[left], m_right.roots[right]);
    }

    [[nodiscard]] static Places open(const Mos& mos)
    {
        Places places;
        for (std::size_t i = 0; i < mos.roots.size(); ++i)
            if (!mos.taken[i])
                places.push_back(i);
        return places;
    }

    [[nodiscard]] std::map<std::string, std::pair<Places, Places>> openByType() const
    {
        std::map<std::string, std::pair<Places, Places>> byType;
        for (const std::size_t l : open(m_left))
            byType[m_left.type(l)].first.push_back(l);
        for (const std::size_t r : open(m_right))
            byType[m_right.type(r)].second.push_back(r);
        return byType;
    }

    /// In the whole tree, partners or not.
    [[nodiscard]] static bool alone(const Mos& mos, const std::string& type)
    {
        const Mos all(*mos.tree);
        return std::count_if(all.roots.begin(), all.roots.end(), [&](NodeId root) {
            return all.tree->type(root) == type;
        }) == 1;
    }

    template <class TextOf> void by(TextOf textOf)
    {
        std::unordered_map<std::string, std::pair<Places, Places>> groups;
        for (const std::size_t r : open(m_right))
            if (std::string text = textOf(m_right, r); !text.empty())
                groups[std::move(text)].second.push_back(r);
        std::vector<std::string> order;
        for (const std::size_t l : open(m_left)) {
            const std::string text = textOf(m_left, l);
            const auto found = text.empty() ? groups.end() : groups.find(text);
            if (found == groups.end())
                continue;
            if (found->second.first.empty())
                order.push_back(text);
            found->second.first.push_back(l);
        }
        for (const std::string& text : order)
            takeGroup(groups[text].first, groups[text].second);
    }

    void takeGroup(const Places& left, const Places& right)
    {
        if (left.size() > 1 || right.size() > 1)
            sameContent(left, right);
        auto r = right.begin();
        for (const std::size_t l : left) {
            while (r != right.end() && m_right.taken[*r])
                ++r;
            if (r == right.end())
                return;
            if (!m_left.taken[l])
                take(l, *r);
        }
    }

    void sameContent(const Places& left, const Places& right)
    {
        if (left.empty() || right.empty())
            return;
        Hasher hasher;
        const auto contentOf = [&](const Mos& mos, std::size_t i) {
            return std::pair(
                mos.tree->computeContentDigest(mos.roots[i], hasher), mos.tree->computeAclDigest(mos.roots[i], hasher));
        };
        std::map<std::pair<Digest, Digest>, Places> byContent;
        for (auto r = right.rbegin(); r != right.rend(); ++r)
            byContent[contentOf(m_right, *r)].push_back(*r); // backwards: the first is taken first
        for (const std::size_t l : left) {
            const auto found = byContent.find(contentOf(m_left, l));
            if (found == byContent.end() || found->second.empty())
                continue;
            take(l, found->second.back()); // the Type is part of the content
            found->second.pop_back();
        }
    }

    Mos& m_left;
    Mos& m_right;
    std::vector<std::pair<NodeId, NodeId>> m_pairs;
};

} // namespace

std::vector<MergeNodes> matchForMerge(const Tree* base, const Tree& device, const Tree& card)
{
    std::vector<MergeNodes> out;
    Mos onDevice(device), onCard(card);
    if (base) {
        Mos inBase(*base);
        std::unordered_map<std::uint32_t, std::size_t> rowOf;
        for (const NodeId root : inBase.roots) {
            rowOf.emplace(index(root), out.size());
            out.push_back({{root, kNoNode, kNoNode}});
        }
        for (const auto& [version, mos] : {std::pair(Version::Device, &onDevice), std::pair(Version::Card, &onCard)}) {
            std::fill(inBase.taken.begin(), inBase.taken.end(), false);
            Pairing pairing(inBase, *mos);
            pairing.run();
            pairing.runLast(false);
            for (const auto& pair : pairing.pairs())
                out[rowOf.at(index(pair.first))][version] = pair.second;
        }
    }
    Mos newOnDevice(device, onDevice.rest()), newOnCard(card, onCard.rest());
    Pairing pairing(newOnDevice, newOnCard);
    pairing.run();
    pairing.runLast(true);
    std::unordered_map<std::uint32_t, NodeId> partner;
    for (const auto& pair : pairing.pairs())
        partner.emplace(index(pair.first), pair.second);
    for (const NodeId root : newOnDevice.roots) {
        const auto found = partner.find(index(root));
        out.push_back({{kNoNode, root, found == partner.end() ? kNoNode : found->second}});
    }
    for (const NodeId root : newOnCard.rest())
        out.push_back({{kNoNode, kNoNode, root}});
    return out;
}

} // namespace dmsc
