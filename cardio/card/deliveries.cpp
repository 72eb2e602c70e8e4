// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/deliveries.h"

#include "cardio/apdu/tlv.h"

#include <algorithm>

namespace dmsc {

using syncml::StatusCode;

namespace {

constexpr TlvTag kDevice{0x80};
constexpr TlvTag kMo{0xA1};
constexpr TlvTag kUri{0x80};
constexpr TlvTag kDigest{0x81};
constexpr TlvTag kStatus{0x82};
constexpr int kFirstServerError = 500;

std::optional<Delivery> deliveryIn(const Tlv& tlv)
{
    const auto parts = childrenOf(tlv);
    const auto uri = parts ? findTlv(*parts, kUri) : std::nullopt;
    const auto digest = parts ? findTlv(*parts, kDigest) : std::nullopt;
    const auto status = parts ? findTlv(*parts, kStatus) : std::nullopt;
    if (!uri || !digest || !status || digest->value.size() != ShortDigest().size())
        return std::nullopt;
    Delivery delivery;
    delivery.uri.assign(uri->value.begin(), uri->value.end());
    std::copy(digest->value.begin(), digest->value.end(), delivery.digest.begin());
    delivery.status = static_cast<StatusCode>(numberOf(*status).value_or(0));
    return delivery;
}

} // namespace

bool Delivery::isSettled() const
{
    switch (status) {
    case StatusCode::None:
    case StatusCode::Cancelled:
    case StatusCode::Unauthorized:
    case StatusCode::AuthenticationRequired:
    case StatusCode::Timeout:
    case StatusCode::DeviceFull:
        return false;
    default:
        return static_cast<int>(status) < kFirstServerError;
    }
}

bool Deliveries::settles(const ProvisionedMo& mo) const
{
    return std::any_of(mos.begin(), mos.end(),
        [&](const Delivery& one) { return one.uri == mo.uri.text() && one.digest == mo.digest && one.isSettled(); });
}

void Deliveries::note(Delivery delivery)
{
    const auto known =
        std::find_if(mos.begin(), mos.end(), [&](const Delivery& one) { return one.uri == delivery.uri; });
    if (known != mos.end())
        *known = std::move(delivery);
    else
        mos.push_back(std::move(delivery));
}

void Deliveries::keepOnly(const std::vector<ProvisionedMo>& present)
{
    std::erase_if(mos, [&](const Delivery& one) {
        return std::none_of(
            present.begin(), present.end(), [&](const ProvisionedMo& mo) { return mo.uri.text() == one.uri; });
    });
}

Bytes encode(const Deliveries& deliveries)
{
    TlvWriter writer;
    writer.add(kDevice, viewOf(deliveries.deviceId));
    for (const Delivery& delivery : deliveries.mos) {
        TlvWriter one;
        one.add(kUri, viewOf(delivery.uri))
            .add(kDigest, delivery.digest)
            .addNumber(kStatus, static_cast<std::uint64_t>(delivery.status));
        writer.add(kMo, one);
    }
    return writer.take();
}

Deliveries decodeDeliveries(ByteView bytes)
{
    Deliveries deliveries;
    const auto tlvs = parseTlvs(bytes);
    if (!tlvs)
        return deliveries;
    for (const Tlv& tlv : *tlvs) {
        if (tlv.tag == kDevice)
            deliveries.deviceId.assign(tlv.value.begin(), tlv.value.end());
        if (tlv.tag != kMo)
            continue;
        if (auto delivery = deliveryIn(tlv))
            deliveries.mos.push_back(*std::move(delivery));
    }
    return deliveries;
}

} // namespace dmsc
