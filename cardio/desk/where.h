// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QString>

namespace dmsc {

/// What a command line or an "open" names: card:FILE, handset:FILE, pcsc:READER, or a document's path.
struct Where
{
    enum class Kind { Card, Handset, Reader, Document };
    Kind kind = Kind::Document;
    QString name; ///< path or reader name

    /// An image file given as a plain path is recognised by its content (SQLite header and our application id).
    [[nodiscard]] static Result<Where> parse(const QString& text);
    [[nodiscard]] QString text() const;
    friend bool operator==(const Where&, const Where&) = default;
};

} // namespace dmsc
