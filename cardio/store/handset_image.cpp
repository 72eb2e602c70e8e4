// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/handset_image.h"

namespace dmsc {

namespace {

constexpr const char* kHandsetEpoch = "epoch";
constexpr const char* kEarlier = "earlier"; // what cards have replaced
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
    auto earlier = decodeEarlier(image->meta(kEarlier));
    if (!earlier)
        return fail(ErrorKind::Damaged, earlier.error().what, path);
    return HandsetImage(std::move(*image), std::move(*earlier));
}

Result<void> HandsetImage::commit(TreeEditor& editor, const std::string& owner, EarlierNodes earlier)
{
    if (editor.changes().touched.empty())
        return {};
    ImageMeta changed;
    if (earlier != m_earlier)
        changed[kEarlier] = encodeEarlier(earlier);
    auto done = m_image.commit(editor, owner, changed);
    if (done)
        m_earlier = std::move(earlier);
    return done;
}

std::string HandsetImage::deviceId() const
{
    const NodeId info = tree().child(Tree::root(), "DevInfo");
    const NodeId id = info == kNoNode ? kNoNode : tree().child(info, "DevId");
    return id == kNoNode ? std::string() : std::string(tree().value(id));
}

} // namespace dmsc
