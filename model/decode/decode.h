// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"
#include "model/record/record_store.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace dmsc {

/// One decoded field and the bytes it was read from. Texts are for people.
struct Field
{
    QString name;
    QString value;
    ByteRange bytes;
    StatusLevel level = StatusLevel::None;
    std::vector<Field> children;
    std::uint8_t bits = 0; ///< mask over the one byte that it was read from; 0: whole bytes
};

/// The fields of a record by its layer: header bits, data and status word of an APDU pair by what its command is, the
/// elements and tokens of a message, package 0. A message wrapped by secure messaging is shown as it went over the
/// link; a row of Layer::SecureChannel is the same pair in clear. Never fails: what cannot be read becomes one field
/// that says so. Byte ranges point into the record's request or response, those of children into their parents'.
[[nodiscard]] std::vector<Field> decode(const RecordView& record);

/// Whether secure messaging that the class byte tells of is on the data, or was taken off.
enum class Wrapping : std::uint8_t { AsSent, Unwrapped };

/// Command APDU, ISO 7816-4 5.1: CLA, INS, P1, P2, Lc, data, Le, short and extended.
[[nodiscard]] std::vector<Field> decodeCommandApdu(QByteArrayView apdu, Wrapping wrapping = Wrapping::AsSent);
/// Response APDU: data and status word; data as the answer to `command`, which may be empty.
[[nodiscard]] std::vector<Field> decodeResponseApdu(
    QByteArrayView apdu, QByteArrayView command = {}, Wrapping wrapping = Wrapping::AsSent);

/// BER-TLV data objects (ISO 7816-4 5.2.2) when all of `bytes` reads as such, else nothing.
/// `start` is where `bytes` begins within `part`.
[[nodiscard]] std::vector<Field> decodeTlv(QByteArrayView bytes, RecordPart part, std::uint32_t start);

/// "00 A4 04 00", upper case; at most `maxBytes`, then an ellipsis.
[[nodiscard]] QString hexText(QByteArrayView bytes, qsizetype maxBytes = 64);
/// The bytes as text when they are printable UTF-8, else hex.
[[nodiscard]] QString plainText(QByteArrayView bytes, qsizetype maxBytes = 64);

} // namespace dmsc
