// SPDX-License-Identifier: Apache-2.0
#include "model/trace/capture_reader.h"

#include "model/trace/apdu_rows.h"
#include "model/trace/byte_reader.h"
#include "model/trace/gsmtap.h"

#include <QCoreApplication>

#include <optional>

namespace dmsc {

namespace {

// Link types.
constexpr quint32 kEthernet = 1;
constexpr quint32 kRaw = 101;
constexpr quint32 kLinuxCooked = 113;
constexpr quint32 kIpv4 = 228;
constexpr quint32 kIpv6 = 229;
constexpr quint32 kExportedPdu = 252;
constexpr quint32 kLinuxCooked2 = 276;

constexpr quint16 kEtherIpv4 = 0x0800;
constexpr quint16 kEtherIpv6 = 0x86DD;
constexpr quint16 kEtherVlan = 0x8100;
constexpr quint8 kUdp = 17;
constexpr quint16 kProtocolNameTag = 12;

/// The IP packet in a frame whose EtherType is at `at`, with its payload after `size` bytes.
QByteArrayView etherPayload(QByteArrayView frame, qsizetype at, qsizetype size)
{
    while (frame.size() >= size && at + 2 <= frame.size()) {
        const auto type = qFromBigEndian<quint16>(frame.data() + at);
        if (type == kEtherIpv4 || type == kEtherIpv6)
            return frame.sliced(size);
        if (type != kEtherVlan)
            break;
        at += 4;
        size += 4;
    }
    return {};
}

QByteArrayView ipPacket(const CapturedPacket& packet)
{
    switch (packet.linkType) {
    case kEthernet:
        return etherPayload(packet.bytes, 12, 14);
    case kLinuxCooked:
        return etherPayload(packet.bytes, 14, 16);
    case kLinuxCooked2:
        return etherPayload(packet.bytes, 0, 20);
    case kRaw:
    case kIpv4:
    case kIpv6:
        return packet.bytes;
    default:
        return {};
    }
}

/// The UDP datagram in an IP packet; without fragments and IPv6 extension headers.
QByteArrayView udpDatagram(QByteArrayView packet)
{
    if (packet.isEmpty())
        return {};
    const auto byteAt = [packet](qsizetype at) { return static_cast<quint8>(packet[at]); };
    const int version = byteAt(0) >> 4;
    if (version == 6)
        return packet.size() > 40 && byteAt(6) == kUdp ? packet.sliced(40) : QByteArrayView();
    const qsizetype size = qsizetype{byteAt(0) & 0x0F} * 4;
    if (version != 4 || size < 20 || packet.size() <= size || byteAt(9) != kUdp)
        return {};
    // Ethernet pads short frames: the packet says where it ends.
    const qsizetype total = qFromBigEndian<quint16>(packet.data() + 2);
    return total > size && total <= packet.size() ? packet.first(total).sliced(size) : packet.sliced(size);
}

std::optional<gsmtap::Message> gsmtapOf(QByteArrayView datagram)
{
    ByteReader reader(datagram, true);
    const auto source = reader.number<quint16>();
    const auto destination = reader.number<quint16>();
    if (!reader.take(4) || (source != gsmtap::kPort && destination != gsmtap::kPort))
        return std::nullopt;
    return gsmtap::read(*reader.take(reader.left()));
}

class CaptureRows
{
public:
    explicit CaptureRows(Recording& recording)
        : m_recording(&recording)
        , m_rows(recording.store)
    {
    }

    void take(const CapturedPacket& packet)
    {
        if (packet.linkType == kExportedPdu) {
            takeExported(packet);
        } else if (const auto message = gsmtapOf(udpDatagram(ipPacket(packet)))) {
            if (message->subtype == gsmtap::SimSubtype::Atr)
                m_rows.addReset(since(packet.time), message->content.toByteArray());
            else
                addPair(packet.time, message->content, message->filled);
        }
    }
    void finish()
    {
        if (m_command)
            addPending({});
    }

private:
    std::chrono::nanoseconds since(std::chrono::nanoseconds time)
    {
        if (!m_recording->startedAt.isValid()) {
            const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time);
            m_recording->startedAt = QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC);
            m_start = milliseconds;
        }
        return std::max(time - m_start, std::chrono::nanoseconds::zero());
    }

    void addPair(std::chrono::nanoseconds time, QByteArrayView pair, gsmtap::Filled filled = {})
    {
        if (pair.size() < 2)
            return;
        const qsizetype size = gsmtap::commandSize(pair);
        m_rows.add({since(time), {}, pair.first(size).toByteArray(), pair.sliced(size).toByteArray(), filled.request,
            filled.response});
    }

    /// Tags with their values up to the tag 0, then the PDU (Wireshark's exported_pdu_tlvs.h).
    void takeExported(const CapturedPacket& packet)
    {
        ByteReader reader(packet.bytes, true);
        QByteArrayView protocol;
        while (const auto tag = reader.number<quint16>()) {
            const auto size = reader.number<quint16>();
            const auto value = size ? reader.take(qsizetype{*size}) : std::nullopt;
            if (!value)
                return;
            if (*tag == 0)
                break;
            if (*tag == kProtocolNameTag)
                protocol = value->first(value->contains('\0') ? value->indexOf('\0') : value->size());
        }
        takePdu(protocol, packet.time, *reader.take(reader.left()));
    }

    void takePdu(QByteArrayView protocol, std::chrono::nanoseconds time, QByteArrayView pdu)
    {
        if (protocol == QByteArrayView("gsm_sim")) {
            addPair(time, pdu);
        } else if (protocol == QByteArrayView("iso7816.atr")) {
            m_rows.addReset(since(time), pdu.toByteArray());
        } else if (protocol == QByteArrayView("gsm_sim.command") || protocol == QByteArrayView("iso7816")) {
            if (m_command)
                addPending({});
            m_command = pdu.toByteArray();
            m_sent = since(time);
        } else if (protocol == QByteArrayView("gsm_sim.response") && m_command) {
            addPending(pdu.toByteArray(), since(time));
        }
    }

    void addPending(const QByteArray& response, std::optional<std::chrono::nanoseconds> answered = {})
    {
        TracedPair pair{m_sent, {}, *std::exchange(m_command, std::nullopt), response};
        if (answered)
            pair.duration = std::chrono::duration_cast<std::chrono::microseconds>(*answered - m_sent);
        m_rows.add(pair);
    }

    Recording* m_recording;
    ApduRows m_rows;
    std::chrono::nanoseconds m_start{0};
    std::optional<QByteArray> m_command; ///< waits for its response
    std::chrono::nanoseconds m_sent{0};
};

} // namespace

Result<Recording> readCapture(QByteArrayView capture, const TraceProgress& progress)
{
    Recording recording;
    CaptureRows rows(recording);
    ReadingWatch watch(progress, capture.size());
    bool goesOn = true;
    recording.incomplete = forEachPacket(capture, [&](const CapturedPacket& packet) {
        goesOn = watch.goesOn(capture.end() - packet.bytes.end());
        if (goesOn)
            rows.take(packet);
        return goesOn;
    });
    if (!goesOn)
        return readingStopped();
    rows.finish();
    if (recording.store.isEmpty() && !recording.incomplete.isEmpty())
        return fail(ErrorKind::Syntax, recording.incomplete);
    if (recording.store.isEmpty())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate(
                "Trace", "the capture has no APDUs: expected GSMTAP of type SIM on UDP port 4729"));
    return recording;
}

} // namespace dmsc
