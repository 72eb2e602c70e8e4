// SPDX-License-Identifier: Apache-2.0
// pcap with nanoseconds; each packet IPv4, UDP to port 4729, a GSMTAP head of type SIM, command, response.
#include "model/trace/gsmtap.h"
#include "model/trace/trace_writer.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <limits>

namespace dmsc {

namespace {

constexpr qsizetype kIpHead = 20;
constexpr qsizetype kUdpHead = 8;
constexpr qsizetype kMaxIp = 65535;
constexpr qsizetype kMaxPair = kMaxIp - kIpHead - kUdpHead - gsmtap::kHeadSize;
constexpr quint32 kLoopback = 0x7F000001;

class Packet
{
public:
    template <class Int> void big(Int value)
    {
        std::array<char, sizeof(Int)> bytes{};
        qToBigEndian(value, bytes.data());
        m_bytes.append(bytes.data(), qsizetype(bytes.size()));
    }
    template <class Int> void little(Int value)
    {
        std::array<char, sizeof(Int)> bytes{};
        qToLittleEndian(value, bytes.data());
        m_bytes.append(bytes.data(), qsizetype(bytes.size()));
    }
    void append(QByteArrayView bytes) { m_bytes.append(bytes); }
    void setBig16(qsizetype at, quint16 value) { qToBigEndian(value, m_bytes.data() + at); }
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// RFC 1071.
quint16 checksum(QByteArrayView bytes)
{
    quint32 sum = 0;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        sum += qFromBigEndian<quint16>(bytes.data() + i);
    while (sum >> 16U)
        sum = (sum & 0xFFFFU) + (sum >> 16U);
    return static_cast<quint16>(~sum);
}

/// Command and response as they went over the wire. A pair that no IPv4 packet holds loses the end of its data, but
/// keeps its header and its status word; a Le that was not reached says how much came.
QByteArray pairOf(const RecordView& record)
{
    constexpr qsizetype kLe = 4;
    const qsizetype data = record.response.size() - 2;
    QByteArray pair = record.request.toByteArray();
    // Wireshark looks for as many bytes as Le asks for, and finds no status word where the card gave fewer.
    if (pair.size() == kLe + 1 && data < static_cast<unsigned char>(pair[kLe]))
        pair[kLe] = static_cast<char>(data);
    pair += record.response;
    if (pair.size() > kMaxPair) {
        pair.truncate(kMaxPair - 2);
        pair += record.response.last(2);
    }
    return pair;
}

QByteArray datagram(QByteArrayView pair, gsmtap::Filled filled)
{
    Packet packet;
    packet.big(quint16{0x4500}); // version 4, five words, no service
    packet.big(static_cast<quint16>(kIpHead + kUdpHead + gsmtap::kHeadSize + pair.size()));
    packet.big(quint32{0x00004000}); // do not fragment
    packet.big(quint16{0x4011}); // 64 hops, UDP
    packet.big(quint16{0});
    packet.big(kLoopback);
    packet.big(kLoopback);
    packet.setBig16(10, checksum(packet.bytes()));
    packet.big(gsmtap::kPort);
    packet.big(gsmtap::kPort);
    packet.big(static_cast<quint16>(kUdpHead + gsmtap::kHeadSize + pair.size()));
    packet.big(quint16{0}); // no checksum
    packet.append(gsmtap::head(filled));
    packet.append(pair);
    return packet.bytes();
}

/// What the seconds of a packet can say: February 2106.
constexpr std::chrono::nanoseconds kLast = std::chrono::seconds(std::numeric_limits<std::uint32_t>::max());

class PcapWriter final : public TraceWriter
{
public:
    explicit PcapWriter(const Recording& recording)
        : m_start(std::clamp(
            std::chrono::milliseconds(recording.startedAt.isValid() ? recording.startedAt.toMSecsSinceEpoch() : 0),
            std::chrono::milliseconds(0), std::chrono::floor<std::chrono::milliseconds>(kLast)))
    {
    }

    QByteArray head() override
    {
        Packet head;
        head.little(quint32{0xA1B23C4D});
        head.little(quint16{2});
        head.little(quint16{4});
        head.little(quint64{0}); // UTC
        head.little(quint32{262144});
        head.little(quint32{101}); // raw IP
        return head.bytes();
    }

    QByteArray row(const MaskedRow& row) override
    {
        const RecordView& record = row.view;
        const bool atCard = record.from == Actor::Card || record.to == Actor::Card;
        if (record.layer != Layer::Apdu || !atCard || record.request.size() < 4 || record.response.size() < 2)
            return {};
        const gsmtap::Filled filled{row.hides(RecordPart::Request), row.hides(RecordPart::Response)};
        const QByteArray content = datagram(pairOf(record), filled);
        const auto time = m_start + std::clamp(record.time, std::chrono::nanoseconds::zero(), kLast - m_start);
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
        Packet packet;
        packet.little(static_cast<quint32>(seconds.count()));
        packet.little(static_cast<quint32>((time - seconds).count()));
        packet.little(static_cast<quint32>(content.size()));
        packet.little(static_cast<quint32>(content.size()));
        packet.append(content);
        return packet.bytes();
    }

private:
    std::chrono::nanoseconds m_start;
};

} // namespace

std::unique_ptr<TraceWriter> pcapWriter(const Recording& recording)
{
    return std::make_unique<PcapWriter>(recording);
}

} // namespace dmsc
