// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/application_frames.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kHead = 5;

bool isKind(std::uint8_t byte)
{
    for (const FrameKind kind : {FrameKind::Notify, FrameKind::Message, FrameKind::Refused, FrameKind::End})
        if (byte == static_cast<std::uint8_t>(kind))
            return true;
    return false;
}

} // namespace

Bytes encodeFrame(FrameKind kind, ByteView body)
{
    Bytes frame(kHead + body.size());
    std::size_t size = body.size();
    for (std::size_t i = kHead - 1; i-- > 0; size >>= 8U)
        frame[i] = static_cast<std::uint8_t>(size);
    frame[kHead - 1] = static_cast<std::uint8_t>(kind);
    std::copy(body.begin(), body.end(), frame.begin() + static_cast<std::ptrdiff_t>(kHead));
    return frame;
}

Result<std::optional<Frame>> FrameReader::next()
{
    if (m_bytes.size() < kHead)
        return std::optional<Frame>();
    std::size_t size = 0;
    for (std::size_t i = 0; i + 1 < kHead; ++i)
        size = size << 8U | m_bytes[i];
    if (size > kMaxFrame)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("ApplicationSocket", "a frame has over %1 bytes").arg(kMaxFrame));
    if (!isKind(m_bytes[kHead - 1]))
        return fail(
            ErrorKind::Syntax, QCoreApplication::translate("ApplicationSocket", "a frame's kind is not N, M, R or E"));
    if (m_bytes.size() < kHead + size)
        return std::optional<Frame>();
    Frame frame;
    frame.kind = static_cast<FrameKind>(m_bytes[kHead - 1]);
    const auto begin = m_bytes.begin() + static_cast<std::ptrdiff_t>(kHead);
    const auto end = begin + static_cast<std::ptrdiff_t>(size);
    frame.body.assign(begin, end);
    m_bytes.erase(m_bytes.begin(), end);
    return frame;
}

Bytes messageBody(const DmPacket& packet)
{
    Bytes body(packet.contentType.begin(), packet.contentType.end());
    body.push_back(0);
    body.insert(body.end(), packet.hmac.begin(), packet.hmac.end());
    body.push_back(0);
    body.insert(body.end(), packet.body.begin(), packet.body.end());
    return body;
}

Result<DmPacket> packetIn(ByteView body)
{
    const auto first = std::find(body.begin(), body.end(), 0);
    const auto second = first == body.end() ? first : std::find(first + 1, body.end(), 0);
    if (second == body.end())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate(
                "ApplicationSocket", "expected content type, NUL, HMAC, NUL and the message in a frame M"));
    DmPacket packet;
    packet.contentType.assign(body.begin(), first);
    packet.hmac.assign(first + 1, second);
    packet.body.assign(second + 1, body.end());
    return packet;
}

} // namespace dmsc
