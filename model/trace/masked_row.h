// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/decode.h"
#include "model/record/record_store.h"
#include "model/trace/trace.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace dmsc {

/// A row as others may see it: what is secret is filled, with FF in APDUs and with dots elsewhere, so that it decodes
/// as before and no file has a secret in it that was not asked for.
struct MaskedRow
{
    RecordView view; ///< as long as the store and this live
    std::vector<ByteRange> secrets; ///< what was filled; empty where everything is shown
    QByteArray request; ///< of the view, where something was filled
    QByteArray response;

    /// Whether something of a part was filled.
    [[nodiscard]] bool hides(RecordPart part) const;
    /// Hex of one part, two digits or dots a byte, with `separator` between bytes unless it is 0.
    [[nodiscard]] QByteArray hex(RecordPart part, char separator = '\0') const;
    /// The value of a field that was decoded from this row; dots for what is secret.
    [[nodiscard]] QString valueOf(const Field& field) const;
};

[[nodiscard]] MaskedRow masked(const RecordView& record, std::vector<ByteRange> secrets);
[[nodiscard]] MaskedRow masked(const Recording& recording, RecordNo number, Secrets secrets);

/// Whether all of one of these secrets of a part was filled before: nobody knows what it was.
[[nodiscard]] bool isFilled(const RecordView& record, const std::vector<ByteRange>& secrets, RecordPart part);
/// Adds the runs of FF in the data of a command or response, where whoever wrote it says that these are secrets.
void addFilled(QByteArrayView bytes, RecordPart part, std::vector<ByteRange>& secrets);

/// What stands in the place of a secret byte.
[[nodiscard]] char secretFill(Layer layer);

/// Reads what MaskedRow::hex() writes, with or without blanks, and adds where the dots were. Nothing for other text.
[[nodiscard]] std::optional<QByteArray> fromMaskedHex(
    QByteArrayView text, RecordPart part, Layer layer, std::vector<ByteRange>& secrets);

} // namespace dmsc
