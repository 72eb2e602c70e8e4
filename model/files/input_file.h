// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QByteArray>
#include <QFile>

namespace dmsc {

/// All bytes of a file, or all that a pipe gives. Limit with the words `tooLarge` when they are more than `most`.
[[nodiscard]] Result<QByteArray> readWholeFile(const QString& path, qint64 most, const QString& tooLarge);
/// The same of one that is open.
[[nodiscard]] Result<QByteArray> readWholeFile(QFile& file, qint64 most, const QString& tooLarge);

/// How every SQLite file begins.
[[nodiscard]] bool isDatabase(ByteView start);
/// Of a regular file: from a pipe we could not look at the start without taking it away.
[[nodiscard]] bool isDatabase(const QString& path);

} // namespace dmsc
