// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_frame.h"

#include <algorithm>

namespace dmsc {

std::optional<ApduBody> apduBody(QByteArrayView apdu)
{
    const auto byteAt = [apdu](qsizetype at) { return qsizetype{static_cast<std::uint8_t>(apdu[at])}; };
    const auto pairAt = [&byteAt](qsizetype at) { return byteAt(at) << 8 | byteAt(at + 1); };
    const auto shortLe = [](qsizetype le) { return le == 0 ? qsizetype{256} : le; };
    const auto longLe = [](qsizetype le) { return le == 0 ? qsizetype{65536} : le; };
    const qsizetype rest = apdu.size() - kApduHeader;
    if (rest <= 0) {
        return rest == 0 ? std::optional(ApduBody{}) : std::nullopt;
    }
    const qsizetype first = byteAt(kApduHeader);
    if (rest == 1) {
        return ApduBody{0, 0, 1, shortLe(first)};
    }
    if (first != 0) {
        if (rest == 1 + first) {
            return ApduBody{1, first, 0, 0};
        }
        return rest == 2 + first ? std::optional(ApduBody{1, first, 1, shortLe(byteAt(apdu.size() - 1))})
                                 : std::nullopt;
    }
    if (rest < 3) {
        return std::nullopt;
    }
    const qsizetype length = pairAt(kApduHeader + 1);
    if (rest == 3) {
        return ApduBody{0, 0, 3, longLe(length)};
    }
    if (length != 0 && rest == 3 + length) {
        return ApduBody{3, length, 0, 0};
    }
    if (length != 0 && rest == 5 + length) {
        return ApduBody{3, length, 2, longLe(pairAt(apdu.size() - 2))};
    }
    return std::nullopt;
}

bool isApduPair(Layer layer, QByteArrayView status)
{
    const auto isHex = [](char digit) { return (digit >= '0' && digit <= '9') || (digit >= 'A' && digit <= 'F'); };
    const bool word = status.size() == 4 && std::all_of(status.begin(), status.end(), isHex);
    return layer == Layer::Apdu || (layer == Layer::SecureChannel && word);
}

SecureMessaging secureMessaging(std::uint8_t cla)
{
    constexpr std::uint8_t kFurther = 0x40;
    constexpr std::uint8_t kFurtherSecured = 0x20;
    if ((cla & kFurther) != 0) {
        return (cla & kFurtherSecured) != 0 ? SecureMessaging::GlobalPlatform : SecureMessaging::None;
    }
    switch (cla & 0x0C) {
    case 0x00:
        return SecureMessaging::None;
    case 0x04:
        return SecureMessaging::GlobalPlatform;
    default:
        return SecureMessaging::Iso;
    }
}

} // namespace dmsc
