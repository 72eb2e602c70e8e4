// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_reader.h"
#include "cardio/link/in_process_link.h"
#include "cardio/uicc/uicc_card.h"
#include "tests/support/tree_text.h"

#include <QTemporaryDir>
#include <QTest>

namespace dmsc::test {

/// A time that stands still.
inline StampClock fixedClock()
{
    return [] { return std::string("20260601T120000Z"); };
}

inline RandomSource countingRandom()
{
    return [n = std::uint8_t{0}](std::span<std::uint8_t> bytes) mutable -> Result<void> {
        for (std::uint8_t& byte : bytes)
            byte = ++n;
        return {};
    };
}

inline Uri uri(std::string_view text)
{
    const auto parsed = Uri::parse(text);
    if (!parsed)
        qFatal("not a URI: %s", std::string(text).c_str());
    return *parsed;
}

/// Interior nodes of ten children each, `levels` deep, with leaves at the bottom: 10^levels of them.
inline void grow(Tree& tree, NodeId below, int levels)
{
    for (int i = 0; i < 10; ++i) {
        NodeData data;
        data.name = "n" + std::to_string(i);
        if (levels == 1) {
            data.format = Format::Chr;
            data.value = "value " + std::to_string(i);
        }
        const auto id = tree.add(below, data);
        if (levels > 1)
            grow(tree, *id, levels - 1);
    }
}

inline Operation valueChange(const Tree& tree, std::string_view where, std::string after)
{
    Operation operation;
    operation.side = Side::Card;
    operation.uri = uri(where);
    operation.before = std::string(tree.value(tree.find(operation.uri)));
    operation.after = std::move(after);
    return operation;
}

inline Operation addition(std::string_view where, const Tree& subtree)
{
    Operation operation;
    operation.side = Side::Card;
    operation.kind = Operation::Kind::Add;
    operation.uri = uri(where);
    operation.added = takeSubtree(subtree, subtree.children(Tree::root()).front());
    return operation;
}

inline Operation deletion(const Tree& tree, std::string_view where)
{
    Operation operation;
    operation.side = Side::Card;
    operation.kind = Operation::Kind::Delete;
    operation.uri = uri(where);
    operation.removed = takeSubtree(tree, tree.find(operation.uri));
    return operation;
}

/// A tree with one leaf in it.
inline Tree leafTree(std::string name, std::string value, Format format = Format::Chr)
{
    Tree tree;
    NodeData data;
    data.name = std::move(name);
    data.format = format;
    data.value = std::move(value);
    (void)tree.add(Tree::root(), data);
    return tree;
}

/// An emulated card on an image in a folder of its own, and what is needed to talk to it.
struct CardRig
{
    explicit CardRig(const Tree& tree = Tree(), std::uint64_t memory = std::uint64_t{64} << 20U)
    {
        CardSetup setup;
        setup.tree = tree;
        setup.memorySize = memory;
        if (const auto made = CardImage::create(path(), setup, systemRandom()); !made)
            qFatal("%s", qPrintable(made.error().text()));
        insert();
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("card")); }
    [[nodiscard]] QString cache() const { return folder.filePath(QStringLiteral("cache")); }

    void insert()
    {
        drop();
        link.reset();
        card.reset();
        auto opened = UiccCard::open(path(), {fixedClock(), systemRandom()});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        card = std::move(*opened);
        link = std::make_unique<InProcessLink>(*card);
    }

    void drop()
    {
        reader.reset();
        session.reset();
        client.reset();
    }

    /// SELECT, handshake; what was known of the card is forgotten but for the cache.
    void connect(Link* over = nullptr)
    {
        drop();
        auto opened = CardClient::open(over ? *over : *link, Scp03KeySet::test());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        client = std::move(*opened);
        session.emplace(*client);
        reader.emplace(*client, *session, cache());
    }

    /// The tree that the image holds, read behind the card's back.
    [[nodiscard]] std::string stored() const
    {
        const auto image = CardImage::open(path());
        return image ? textOf(image->tree()) : image.error().text().toStdString();
    }

    QTemporaryDir folder;
    std::unique_ptr<UiccCard> card;
    std::unique_ptr<InProcessLink> link;
    std::unique_ptr<CardClient> client;
    std::optional<TreeClient> session;
    std::optional<CardReader> reader;
};

} // namespace dmsc::test
