// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/bootstrap.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/session/scripted_user.h"
#include "tests/support/tree_text.h"

#include <QTemporaryDir>
#include <QTest>

namespace dmsc::test {

inline Uri uriOf(std::string_view text)
{
    const auto parsed = Uri::parse(text);
    if (!parsed)
        qFatal("not a URI: %s", std::string(text).c_str());
    return *parsed;
}

/// An emulated handset on an image in a folder of its own; nodes carry no stamps.
struct HandsetRig
{
    explicit HandsetRig(const Tree& tree)
    {
        if (const auto made = HandsetImage::create(path(), tree); !made)
            qFatal("%s", qPrintable(made.error().text()));
        start();
    }
    explicit HandsetRig(const char* tree)
        : HandsetRig(treeOf(tree))
    {
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("handset")); }
    /// Switches it off and on again.
    void start(StoreProbe probe = {})
    {
        handset.reset();
        HandsetOutside outside;
        outside.clock = {};
        auto opened = EmulatedHandset::open(path(), std::move(outside), std::move(probe));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        handset = std::move(*opened);
    }
    [[nodiscard]] ManagedTree& device() const { return handset->managed(); }
    [[nodiscard]] const Tree& tree() const { return handset->managed().tree(); }
    [[nodiscard]] std::string text() const { return textOf(tree()); }
    /// What the file holds, read behind the handset's back.
    [[nodiscard]] std::string stored() const
    {
        const auto image = HandsetImage::open(path());
        return image ? textOf(image->tree()) : image.error().text().toStdString();
    }
    [[nodiscard]] NodeId node(std::string_view uri) const { return tree().find(uriOf(uri)); }
    [[nodiscard]] bool has(std::string_view uri) const { return node(uri) != kNoNode; }
    [[nodiscard]] std::string value(std::string_view uri) const
    {
        return has(uri) ? std::string(tree().value(node(uri))) : std::string("(nothing)");
    }
    [[nodiscard]] std::string owner(std::string_view uri) const { return device().ledger()->nameOf(node(uri)); }
    /// Somebody changes a value.
    void set(std::string_view uri, std::string_view value, const std::string& who) const
    {
        TreeEditor editor = device().edit(who);
        if (!editor.setValue(node(uri), value) || !device().commit(editor, who))
            qFatal("not changed");
    }

    QTemporaryDir folder;
    std::unique_ptr<EmulatedHandset> handset;
};

inline PromptAsker someAsker()
{
    PromptAsker asker;
    asker.name = QStringLiteral("Card 8949");
    asker.proof = QStringLiteral("SCP03 0x33");
    asker.verified = true;
    return asker;
}

/// What a card with this tree offers.
inline CardOffer offerFrom(const char* card, const std::string& iccid = "8949")
{
    return offerOf(treeOf(card), iccid, someAsker());
}

} // namespace dmsc::test
