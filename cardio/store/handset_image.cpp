// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/handset_image.h"

namespace dmsc {

namespace {

constexpr const char* kHandsetEpoch = "epoch";
constexpr std::size_t kHandsetEpochSize = 8;

} // namespace

Result<void> HandsetImage::create(const QString& path, const Tree& tree, const RandomSource& random)
{
    Bytes epoch(kHandsetEpochSize);
    if (auto filled = random(epoch); !filled)
        return filled;
    return TreeImage::create(path, ImageKind::Handset, tree, {{kHandsetEpoch, epoch}});
}

Bytes HandsetImage::epoch() const
{
    return m_image.meta(kHandsetEpoch);
}

Result<HandsetImage> HandsetImage::open(const QString& path, StoreProbe probe)
{
    auto image = TreeImage::open(path, ImageKind::Handset, std::move(probe));
    if (!image)
        return tl::unexpected(image.error());
    return HandsetImage(std::move(*image));
}

Result<void> HandsetImage::commit(TreeEditor& editor, const std::string& owner)
{
    return editor.changes().touched.empty() ? Result<void>() : m_image.commit(editor, owner);
}

std::string HandsetImage::deviceId() const
{
    const NodeId info = tree().child(Tree::root(), "DevInfo");
    const NodeId id = info == kNoNode ? kNoNode : tree().child(info, "DevId");
    return id == kNoNode ? std::string() : std::string(tree().value(id));
}

} // namespace dmsc
