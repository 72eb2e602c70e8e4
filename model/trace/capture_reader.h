// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/recording/recording.h"
#include "model/trace/trace_progress.h"

#include <QByteArrayView>

#include <chrono>
#include <functional>

namespace dmsc {

/// A captured packet: its link type (tcpdump.org/linktypes) and when it was caught, since 1970.
struct CapturedPacket
{
    quint32 linkType = 0;
    std::chrono::nanoseconds time{0};
    QByteArrayView bytes;
};

/// Whether these first bytes are a pcap's or a pcapng's.
[[nodiscard]] bool isCapture(QByteArrayView head);

/// False for no more packets.
using PacketVisitor = std::function<bool(const CapturedPacket&)>;
/// Every packet of a pcap or pcapng of either byte order; gives why the end could not be read, empty: all was.
[[nodiscard]] QString forEachPacket(QByteArrayView capture, const PacketVisitor& packet);

/// The APDUs of a capture with GSMTAP in it, or with Wireshark's exported PDUs "gsm_sim".
[[nodiscard]] Result<Recording> readCapture(QByteArrayView capture, const TraceProgress& progress = {});

} // namespace dmsc
