// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/files/mo_codec.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace dmsc {

/// How one tag is a node.
struct TlvField
{
    enum class Kind : std::uint8_t {
        Number, ///< big-endian; leaf of Format int
        Text, ///< UTF-8; leaf of Format chr, bin where it is no text
        Octets, ///< int where it is one to three bytes long, else bin
        Group, ///< interior, with objects of its own
        Count, ///< no node: how many objects of tag `counted` follow; kept right on writing
    };

    std::uint32_t tag = 0;
    std::string_view name;
    Kind kind = Kind::Octets;
    std::size_t size = 0; ///< Number: bytes
    std::uint32_t max = 0; ///< Number: greatest value
    std::span<const TlvField> fields = {}; ///< Group
    std::uint32_t counted = 0; ///< Count
    bool secret = false; ///< see kSecretType
};

/// Nodes for the objects in `content`, up to its unused rest. What is not in the table, or does not fit it, becomes a
/// leaf Ext/<tag in hex>.
[[nodiscard]] Result<void> decodeTlvs(std::span<const TlvField> fields, ByteView content, Tree& tree, NodeId node);
/// The objects for the nodes below `node`: those of `before` in their order, then what is new in the table's order.
[[nodiscard]] Result<Bytes> encodeTlvs(
    std::span<const TlvField> fields, ByteView before, const Tree& tree, NodeId node);

} // namespace dmsc
