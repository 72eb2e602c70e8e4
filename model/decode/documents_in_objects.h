// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/message_walk.h"

#include <QByteArrayView>

#include <cstdint>
#include <vector>

namespace dmsc {

/// Likely: what looks like a document; Certain: what also has the root of one, as no later part of one has.
enum class DocumentBegin : std::uint8_t { Likely, Certain };

/// The documents at the begin of a file or record, of which the end may be missing: as it is, or one or several in data
/// objects, which may be in others, also in primitive ones, or after others ("80 encoding, 81 document"). Each goes on
/// to the end without filling, unless another one comes after its object.
[[nodiscard]] std::vector<ByteSpan> documentsInObjects(QByteArrayView file, DocumentBegin begin);

} // namespace dmsc
