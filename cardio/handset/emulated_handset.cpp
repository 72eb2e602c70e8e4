// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/emulated_handset.h"

#include "cardio/session/responder.h"

#include <QCoreApplication>

namespace dmsc {

Result<std::unique_ptr<EmulatedHandset>> EmulatedHandset::open(
    const QString& path, HandsetOutside outside, StoreProbe probe)
{
    auto image = HandsetImage::open(path, std::move(probe));
    if (!image)
        return tl::unexpected(image.error());
    return std::unique_ptr<EmulatedHandset>(new EmulatedHandset(std::move(*image), std::move(outside)));
}

EmulatedHandset::EmulatedHandset(HandsetImage image, HandsetOutside outside)
    : m_image(std::move(image))
    , m_outside(std::move(outside))
{
}

Result<Bytes> EmulatedHandset::exchange(ByteView message, const Progress& progress)
{
    if (progress && !progress(0, message.size()))
        return fail(ErrorKind::Cancelled, QCoreApplication::translate("EmulatedHandset", "stopped before it began"));
    ExecutorOptions options;
    options.permanent = m_outside.permanent;
    TreeEditor editor(m_image.tree(), m_outside.clock);
    return respond(message, editor, options, [this](TreeEditor& done) { return m_image.commit(done, "user"); });
}

} // namespace dmsc
