// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QtEndian>

#include <optional>

namespace dmsc {

/// Steps through bytes of somebody else's; what is not there reads as nothing.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes, bool bigEndian)
        : m_bytes(bytes)
        , m_bigEndian(bigEndian)
    {
    }

    [[nodiscard]] qsizetype left() const { return m_bytes.size(); }
    [[nodiscard]] std::optional<QByteArrayView> take(qsizetype size)
    {
        if (size < 0 || size > m_bytes.size())
            return std::nullopt;
        const QByteArrayView taken = m_bytes.first(size);
        m_bytes = m_bytes.sliced(size);
        return taken;
    }
    template <class Int> [[nodiscard]] std::optional<Int> number()
    {
        const auto bytes = take(sizeof(Int));
        if (!bytes)
            return std::nullopt;
        return m_bigEndian ? qFromBigEndian<Int>(bytes->data()) : qFromLittleEndian<Int>(bytes->data());
    }

private:
    QByteArrayView m_bytes;
    bool m_bigEndian;
};

} // namespace dmsc
