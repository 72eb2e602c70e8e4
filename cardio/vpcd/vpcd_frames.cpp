// SPDX-License-Identifier: Apache-2.0
#include "cardio/vpcd/vpcd_frames.h"

#include "cardio/apdu/apdu.h"

namespace dmsc {

namespace {

constexpr std::size_t kLengthSize = 2;
constexpr std::size_t kShortestCommand = 4;

enum class Control : std::uint8_t { PowerOff = 0, PowerOn = 1, Reset = 2, Atr = 4 };

std::optional<Bytes> control(CardEndpoint& card, Control what)
{
    switch (what) {
    case Control::PowerOff:
    case Control::PowerOn:
    case Control::Reset:
        card.reset();
        return std::nullopt;
    case Control::Atr:
        return card.atr();
    }
    return encodeStatus(StatusWord::WrongLength); // vpcd has no other: a program's command of one byte
}

} // namespace

void VpcdFrames::add(ByteView bytes)
{
    m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_taken));
    m_taken = 0;
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

std::optional<Bytes> VpcdFrames::next()
{
    const ByteView left = ByteView(m_bytes).subspan(m_taken);
    if (left.size() < kLengthSize)
        return std::nullopt;
    const std::size_t size = std::size_t{left[0]} << 8U | left[1];
    if (left.size() < kLengthSize + size)
        return std::nullopt;
    m_taken += kLengthSize + size;
    const ByteView content = left.subspan(kLengthSize, size);
    return Bytes(content.begin(), content.end());
}

Bytes vpcdFrame(ByteView content)
{
    Bytes frame;
    frame.reserve(kLengthSize + content.size());
    frame.push_back(static_cast<std::uint8_t>(content.size() >> 8U));
    frame.push_back(static_cast<std::uint8_t>(content.size()));
    frame.insert(frame.end(), content.begin(), content.end());
    return frame;
}

std::optional<Bytes> answerVpcd(CardEndpoint& card, ByteView frame)
{
    if (frame.size() == 1)
        return control(card, static_cast<Control>(frame[0]));
    if (frame.size() < kShortestCommand)
        return encodeStatus(StatusWord::WrongLength);
    Bytes answer = card.process(frame);
    // Nothing, or half a status word, would have the reader wait for ever.
    return answer.size() < 2 ? encodeStatus(StatusWord::NoDiagnosis) : std::move(answer);
}

} // namespace dmsc
