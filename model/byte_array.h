// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QByteArray>

namespace dmsc {

/// The same bytes as Qt keeps them, copied.
[[nodiscard]] inline QByteArray toByteArray(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

[[nodiscard]] inline QByteArray toByteArray(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

[[nodiscard]] inline Bytes toBytes(const QByteArray& bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// A view into what Qt keeps; good as long as `bytes` is.
[[nodiscard]] inline ByteView viewOf(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

} // namespace dmsc
