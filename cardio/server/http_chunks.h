// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace dmsc {

/// The body of a request that comes in chunks (RFC 7230 4.1), put together as they arrive.
class ChunkedBody
{
public:
    enum class State : std::uint8_t { More, Done, Bad, TooLarge };

    explicit ChunkedBody(quint64 most)
        : m_most(most)
    {
    }
    /// Bytes from the front of `bytes` that belong to it.
    [[nodiscard]] qsizetype take(const QByteArray& bytes);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QByteArray& body() const { return m_body; }

private:
    enum class Part : std::uint8_t { Size, Data, DataEnd, Trailer };
    void takeLine();
    void takeSize();

    quint64 m_most;
    State m_state = State::More;
    Part m_part = Part::Size;
    QByteArray m_body;
    QByteArray m_line;
    quint64 m_left = 0; ///< of the chunk
    qsizetype m_trailer = 0; ///< bytes
};

} // namespace dmsc
