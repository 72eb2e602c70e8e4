// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <vector>

namespace dmsc {

/// Text to look for in UTF-8; ASCII letters without regard to case, `*` stands for anything where it is allowed.
class TextPattern
{
public:
    enum class Extent : std::uint8_t { Part, Whole };
    enum class Star : std::uint8_t { Anything, Literal };

    TextPattern() = default;
    TextPattern(const QString& text, Extent extent, Star star);

    [[nodiscard]] bool matches(QByteArrayView text) const;

private:
    std::vector<QByteArray> m_parts; ///< between the stars, in lower case; at least one
    bool m_atStart = false; ///< the first part begins the text
    bool m_atEnd = false;
};

/// Where `needle`, in lower case, begins in `text` at or after `from`, or -1.
[[nodiscard]] qsizetype indexOfLowered(QByteArrayView text, QByteArrayView needle, qsizetype from = 0);
[[nodiscard]] QByteArray loweredUtf8(const QString& text);

} // namespace dmsc
