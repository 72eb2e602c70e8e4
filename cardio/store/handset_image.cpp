// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/handset_image.h"

namespace dmsc {

Result<void> HandsetImage::create(const QString& path, const Tree& tree)
{
    return TreeImage::create(path, ImageKind::Handset, tree, {});
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
