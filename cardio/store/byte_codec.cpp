// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/byte_codec.h"

#include <algorithm>

namespace dmsc {

QByteArray toByteArray(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray toByteArray(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

Bytes toBytes(const QByteArray& bytes)
{
    return {bytes.begin(), bytes.end()};
}

Bytes numberBytes(std::uint64_t number)
{
    Bytes bytes(8);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (8U * (7U - i)));
    return bytes;
}

std::uint64_t numberFrom(ByteView bytes)
{
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes.first(std::min<std::size_t>(bytes.size(), 8)))
        number = (number << 8U) | byte;
    return number;
}

} // namespace dmsc
