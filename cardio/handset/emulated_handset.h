// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/message_link.h"
#include "cardio/session/node_rights.h"
#include "cardio/store/handset_image.h"

#include <memory>

namespace dmsc {

/// What an emulated handset needs from outside.
struct HandsetOutside
{
    StampClock clock = systemStampClock();
    PermanentCheck permanent; ///< nodes that its DDF says stay
};

/// An emulated handset: a DM client that answers messages on the tree of its image. Bytes go in, bytes come out.
class EmulatedHandset final : public MessageLink
{
public:
    [[nodiscard]] static Result<std::unique_ptr<EmulatedHandset>> open(
        const QString& path, HandsetOutside outside = {}, StoreProbe probe = {});

    /// What its user can read on the box: ./DevInfo/DevId.
    [[nodiscard]] std::string deviceId() const { return m_image.deviceId(); }

    Result<Bytes> exchange(ByteView message, const Progress& progress) override;

private:
    EmulatedHandset(HandsetImage image, HandsetOutside outside);

    HandsetImage m_image;
    HandsetOutside m_outside;
};

} // namespace dmsc
