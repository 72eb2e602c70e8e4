// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"
#include "model/tree/tree.h"

#include <map>
#include <string>

namespace dmsc {

/// A node as it was before a card changed or removed it; without its stamps.
struct EarlierNode
{
    NodeData data;
    std::string owner; ///< whose it was
    std::string card; ///< owner who changed it
    friend bool operator==(const EarlierNode&, const EarlierNode&) = default;
};

/// What cards have replaced in a device's tree, parents first.
using EarlierNodes = std::map<Uri, EarlierNode>;

[[nodiscard]] Bytes encodeEarlier(const EarlierNodes& nodes);
/// Syntax error for anything that encodeEarlier() does not write.
[[nodiscard]] Result<EarlierNodes> decodeEarlier(ByteView bytes);

} // namespace dmsc
