// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"
#include "model/record/record_no.h"

#include <QByteArrayView>

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace dmsc {

/// A record as it lies in a store. Views die with the last copy of the store, not with the next append.
struct RecordView
{
    RecordNo number;
    std::chrono::nanoseconds time{0};
    std::chrono::microseconds duration{0};
    Layer layer = Layer::Apdu;
    Actor from = Actor::None;
    Actor to = Actor::None;
    bool continuation = false;
    StatusLevel level = StatusLevel::None;
    ExchangeId exchange;
    QByteArrayView name; ///< UTF-8
    QByteArrayView target; ///< UTF-8
    QByteArrayView status; ///< UTF-8
    QByteArrayView request;
    QByteArrayView response;
    std::uint32_t nameWord = 0; ///< place of the name in the store's words
    std::uint32_t statusWord = 0;

    [[nodiscard]] std::size_t length() const { return std::size_t(request.size() + response.size()); }
};

} // namespace dmsc
