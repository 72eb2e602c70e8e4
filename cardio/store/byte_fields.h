// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/byte_array.h"
#include "model/bytes.h"

#include <string>
#include <string_view>

namespace dmsc {

/// The low `size` bytes of the number, the highest first.
inline void putNumber(Bytes& out, std::uint64_t value, std::size_t size)
{
    const Bytes bytes = numberBytes(value);
    out.insert(out.end(), bytes.end() - static_cast<std::ptrdiff_t>(size), bytes.end());
}

inline void putText(Bytes& out, std::string_view text)
{
    putNumber(out, text.size(), 4);
    out.insert(out.end(), text.begin(), text.end());
}

/// Takes such fields off the front; stays empty-handed once something did not fit.
class FieldReader
{
public:
    explicit FieldReader(ByteView bytes)
        : m_rest(bytes)
    {
    }
    std::uint64_t number(std::size_t size) { return numberFrom(take(size)); }
    std::string text()
    {
        const ByteView bytes = take(static_cast<std::size_t>(number(4)));
        return {bytes.begin(), bytes.end()};
    }
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    ByteView take(std::size_t size)
    {
        m_good = m_good && size <= m_rest.size();
        if (!m_good)
            return {};
        const ByteView taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }
    ByteView m_rest;
    bool m_good = true;
};

} // namespace dmsc
