// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/record/record.h"

#include <QByteArray>

namespace dmsc {

/// What is longer is not edited by hand.
inline constexpr qsizetype kMaxEditableBytes = qsizetype{1} << 20U;

/// A message of a record as a person can change it: a DM message as XML, whatever it travelled as; anything else as
/// lines of hexadecimal digits. Limit error over kMaxEditableBytes.
[[nodiscard]] Result<QString> editableText(Layer layer, const QByteArray& message);

/// The message that the text stands for; `original` says how a DM message is encoded. Syntax error with the place for a
/// text that is no XML or no bytes, and for bytes that are no command where one is expected.
[[nodiscard]] Result<QByteArray> messageOfText(Layer layer, const QString& text, const QByteArray& original);

} // namespace dmsc
