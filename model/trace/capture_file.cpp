// SPDX-License-Identifier: Apache-2.0
// pcap and pcapng (IETF draft-ietf-opsawg-pcapng).
#include "model/trace/byte_reader.h"
#include "model/trace/capture_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace dmsc {

namespace {

constexpr quint32 kMicroseconds = 0xA1B2C3D4;
constexpr quint32 kNanoseconds = 0xA1B23C4D;
constexpr quint32 kSectionHeader = 0x0A0D0D0A;
constexpr quint32 kByteOrder = 0x1A2B3C4D;
constexpr quint32 kInterface = 1;
constexpr quint32 kSimplePacket = 3;
constexpr quint32 kEnhancedPacket = 6;
constexpr quint16 kResolutionOption = 9;

QString cutOff()
{
    return QCoreApplication::translate("Trace", "the capture ends in the middle of a packet");
}

std::optional<quint32> magicOf(QByteArrayView bytes, bool bigEndian)
{
    return ByteReader(bytes, bigEndian).number<quint32>();
}

struct PcapKind
{
    bool bigEndian = false;
    std::chrono::nanoseconds unit{1};
};

std::optional<PcapKind> pcapKind(QByteArrayView head)
{
    for (const bool bigEndian : {false, true}) {
        const auto magic = magicOf(head, bigEndian);
        if (magic == kMicroseconds)
            return PcapKind{bigEndian, std::chrono::microseconds(1)};
        if (magic == kNanoseconds)
            return PcapKind{bigEndian, std::chrono::nanoseconds(1)};
    }
    return std::nullopt;
}

QString readPcap(QByteArrayView capture, PcapKind kind, const PacketVisitor& packet)
{
    ByteReader reader(capture, kind.bigEndian);
    if (!reader.take(20))
        return cutOff();
    const auto linkType = reader.number<quint32>();
    if (!linkType)
        return cutOff();
    while (reader.left() > 0) {
        const auto seconds = reader.number<quint32>();
        const auto fraction = reader.number<quint32>();
        const auto captured = reader.number<quint32>();
        const auto original = reader.number<quint32>();
        const auto bytes = captured && original ? reader.take(qsizetype{*captured}) : std::nullopt;
        if (!bytes)
            return cutOff();
        if (!packet({*linkType & 0x0FFFFFFFU, std::chrono::seconds(*seconds) + *fraction * kind.unit, *bytes}))
            break;
    }
    return {};
}

struct Interface
{
    quint32 linkType = 0;
    bool isBinary = false; ///< a tick is 2^-exponent seconds, else 10^-exponent
    unsigned exponent = 6;
};

/// The blocks of a pcapng, which may change its byte order with each section.
class BlockReader
{
public:
    explicit BlockReader(const PacketVisitor& packet)
        : m_packet(packet)
    {
    }

    QString read(QByteArrayView capture)
    {
        while (m_goesOn && !capture.isEmpty()) {
            const auto size = sizeOf(capture);
            if (!size)
                return cutOff();
            const auto type = magicOf(capture, m_bigEndian).value_or(0);
            take(type, capture.sliced(8, *size - 12));
            capture = capture.sliced(*size);
        }
        return {};
    }

private:
    /// Of the block that begins here, with its type and both its sizes.
    std::optional<qsizetype> sizeOf(QByteArrayView capture)
    {
        if (capture.size() < 12)
            return std::nullopt;
        if (magicOf(capture, false) == kSectionHeader) {
            m_bigEndian = magicOf(capture.sliced(8), true) == kByteOrder;
            m_interfaces.clear();
        }
        const auto size = magicOf(capture.sliced(4), m_bigEndian).value_or(0);
        if (size < 12 || size % 4 != 0 || qsizetype{size} > capture.size())
            return std::nullopt;
        return qsizetype{size};
    }

    void take(quint32 type, QByteArrayView body)
    {
        ByteReader reader(body, m_bigEndian);
        if (type == kInterface)
            takeInterface(reader);
        else if (type == kEnhancedPacket)
            takePacket(reader);
        else if (type == kSimplePacket && !m_interfaces.empty())
            if (const auto size = reader.number<quint32>())
                if (const auto bytes = reader.take(std::min<qsizetype>(*size, reader.left())))
                    m_goesOn = m_packet({m_interfaces.front().linkType, {}, *bytes});
    }

    void takeInterface(ByteReader& reader)
    {
        Interface found;
        found.linkType = reader.number<quint16>().value_or(0);
        (void)reader.take(6);
        while (const auto code = reader.number<quint16>()) {
            const auto size = reader.number<quint16>();
            const auto value = size ? reader.take(qsizetype{*size}) : std::nullopt;
            if (*code == 0 || !value || !reader.take((4 - *size % 4) % 4))
                break;
            if (*code == kResolutionOption && *size == 1) {
                const auto resolution = static_cast<unsigned char>(value->front());
                found.isBinary = (resolution & 0x80U) != 0;
                found.exponent = resolution & 0x7FU;
            }
        }
        m_interfaces.push_back(found);
    }

    void takePacket(ByteReader& reader)
    {
        const auto number = reader.number<quint32>();
        const auto high = reader.number<quint32>();
        const auto low = reader.number<quint32>();
        const auto captured = reader.number<quint32>();
        const auto original = reader.number<quint32>();
        const auto bytes = captured && original ? reader.take(qsizetype{*captured}) : std::nullopt;
        if (!bytes || *number >= m_interfaces.size())
            return;
        const Interface& from = m_interfaces[*number];
        m_goesOn = m_packet({from.linkType, timeOf(quint64{*high} << 32U | *low, from), *bytes});
    }

    /// Exact as long as a tick is no shorter than a nanosecond; later than 2255 is nobody's time.
    static std::chrono::nanoseconds timeOf(quint64 ticks, const Interface& from)
    {
        constexpr quint64 kMost = 9'000'000'000'000'000'000;
        constexpr unsigned kNano = 9;
        if (from.isBinary || from.exponent > kNano) {
            const long double unit = from.isBinary ? 2.0L : 10.0L;
            const long double exact = static_cast<long double>(ticks) * 1e9L / std::pow(unit, from.exponent);
            return std::chrono::nanoseconds(std::llround(std::min(exact, static_cast<long double>(kMost))));
        }
        quint64 scale = 1;
        for (unsigned i = from.exponent; i < kNano; ++i)
            scale *= 10;
        return std::chrono::nanoseconds(static_cast<std::int64_t>(ticks < kMost / scale ? ticks * scale : kMost));
    }

    const PacketVisitor& m_packet;
    bool m_goesOn = true;
    bool m_bigEndian = false;
    std::vector<Interface> m_interfaces;
};

} // namespace

bool isCapture(QByteArrayView head)
{
    return pcapKind(head) || magicOf(head, false) == kSectionHeader;
}

QString forEachPacket(QByteArrayView capture, const PacketVisitor& packet)
{
    if (const auto kind = pcapKind(capture))
        return readPcap(capture, *kind, packet);
    return BlockReader(packet).read(capture);
}

} // namespace dmsc
