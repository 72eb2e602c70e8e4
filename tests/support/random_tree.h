// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"
#include "model/tree/tree_builder.h"

#include <random>
#include <string>
#include <vector>

namespace dmsc::test {

/// Trees and edits by chance, the same ones for the same seed.
class RandomTrees
{
public:
    explicit RandomTrees(std::uint32_t seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(m_random() % end); }
    [[nodiscard]] bool chance(std::uint32_t percent) { return below(100) < percent; }

    [[nodiscard]] std::string name() { return std::string(1, static_cast<char>('a' + below(12))); }

    [[nodiscard]] NodeData leaf()
    {
        NodeData data;
        data.name = name();
        data.format = chance(70) ? Format::Chr : Format::Int;
        data.value = std::to_string(below(50));
        data.type = chance(10) ? "text/plain" : chance(10) ? "image/png" : "";
        decorate(data);
        return data;
    }

    [[nodiscard]] NodeData interior()
    {
        NodeData data;
        data.name = name();
        data.type = chance(20) ? "urn:oma:mo:" + name() + ":1.0" : "";
        decorate(data);
        return data;
    }

    /// A tree that add() makes, of at most so many nodes.
    [[nodiscard]] Tree tree(std::uint32_t nodes)
    {
        Tree tree;
        for (std::uint32_t i = 0; i < nodes; ++i)
            add(tree);
        return tree;
    }

    [[nodiscard]] NodeId anyNode(const Tree& tree)
    {
        while (true)
            if (const NodeId id{below(tree.idEnd())}; tree.contains(id))
                return id;
    }

    void add(Tree& tree)
    {
        NodeId parent = anyNode(tree);
        if (!tree.isInterior(parent))
            parent = tree.parent(parent);
        (void)tree.add(parent, chance(60) ? leaf() : interior());
    }

    /// One change that is allowed, or none.
    void edit(Tree& tree)
    {
        const NodeId id = anyNode(tree);
        switch (below(9)) {
        case 0:
        case 1:
            add(tree);
            break;
        case 2:
            (void)tree.remove(id);
            break;
        case 3:
            (void)tree.rename(id, name());
            break;
        case 4:
            (void)tree.setType(id, chance(50) ? "" : "t/" + name());
            break;
        case 5:
            (void)tree.setAcl(id, chance(50) ? "" : "Get=" + name());
            break;
        case 6:
            (void)tree.setTitle(id, chance(50) ? "" : name());
            break;
        default:
            (void)tree.setValue(id, std::to_string(below(50)));
            break;
        }
    }

private:
    void decorate(NodeData& data)
    {
        data.acl = chance(10) ? "Get=" + name() + "&Replace=*" : "";
        data.title = chance(10) ? "title " + name() : "";
    }

    std::mt19937 m_random;
};

/// A tree as the figures in peers.md 3.7 have it: two-letter path levels, ten leaves a node, values of about 11
/// characters. `leaves` is rounded up to tens. Every `changeEvery`-th leaf has another value; 0: none.
[[nodiscard]] inline Tree bigTree(std::size_t leaves, std::size_t changeEvery = 0)
{
    TreeBuilder builder;
    const auto letters = [](std::size_t n) {
        return std::string{static_cast<char>('a' + n / 10), static_cast<char>('a' + n % 10)};
    };
    std::size_t levels = 1;
    for (std::size_t reach = 10; reach < leaves; reach *= 10)
        ++levels;
    std::size_t made = 0;
    const auto fill = [&](const auto& self, std::size_t level) -> void {
        for (std::size_t i = 0; i < 10 && made < leaves; ++i) {
            (void)builder.open(level == 1 ? "leaf" + std::to_string(i) : letters(i));
            if (level == 1) {
                const bool changed = changeEvery != 0 && made % changeEvery == changeEvery / 2;
                (void)builder.setValue((changed ? "chang" : "value") + std::to_string(100'000 + made));
                ++made;
            } else {
                self(self, level - 1);
            }
            (void)builder.close();
        }
    };
    fill(fill, levels);
    return std::move(*builder.finish());
}

} // namespace dmsc::test
