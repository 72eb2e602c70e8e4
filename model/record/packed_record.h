// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_view.h"

#include <QByteArray>

#include <cstddef>
#include <limits>
#include <vector>

namespace dmsc {

// What stores and files keep of a record, and how they pack it: what is longer is cut.
inline constexpr qsizetype kMaxRecordText = std::numeric_limits<std::uint16_t>::max(); ///< name, target, status: UTF-8
inline constexpr qsizetype kMaxRecordPart = qsizetype{1} << 30; ///< request, response
inline constexpr std::size_t kMaxRecordSecrets = std::numeric_limits<std::uint8_t>::max();
inline constexpr std::chrono::nanoseconds kMaxRecordTime = std::chrono::years(100);
inline constexpr std::chrono::microseconds kMaxRecordDuration{std::numeric_limits<std::uint32_t>::max()};

/// A record seen as a view. Holds its texts in UTF-8: must outlive the view, and the record must outlive both.
class Utf8Record
{
public:
    explicit Utf8Record(const Record& record);
    Utf8Record(const Utf8Record&) = delete;
    Utf8Record& operator=(const Utf8Record&) = delete;
    [[nodiscard]] const RecordView& view() const { return m_view; }

private:
    QByteArray m_name;
    QByteArray m_target;
    QByteArray m_status;
    RecordView m_view;
};

/// The same within the limits above.
[[nodiscard]] RecordView cutToLimits(RecordView record);

/// Bytes of one packed range: part (1), offset (4), length (4), little endian.
inline constexpr qsizetype kPackedRangeSize = 9;

/// Of more than kMaxRecordSecrets those that are closest to each other become one, with what is between them.
[[nodiscard]] QByteArray packSecrets(const std::vector<ByteRange>& secrets);
/// Any bytes can be unpacked.
[[nodiscard]] std::vector<ByteRange> unpackSecrets(QByteArrayView packed);

} // namespace dmsc
