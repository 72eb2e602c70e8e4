// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "tests/support/pcscd_rig.h"

#include <winscard.h>

namespace dmsc::test {

/// Another program that is at the card.
class OtherProgram
{
public:
    explicit OtherProgram(unsigned long share = SCARD_SHARE_SHARED)
    {
        SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_context);
        DWORD protocol = 0;
        m_connected = SCardConnect(m_context, qPrintable(PcscdRig::reader()), share,
                          SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &m_card, &protocol)
            == SCARD_S_SUCCESS;
    }
    ~OtherProgram()
    {
        SCardDisconnect(m_card, SCARD_LEAVE_CARD);
        SCardReleaseContext(m_context);
    }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;

    [[nodiscard]] bool isConnected() const { return m_connected; }
    bool resetCard()
    {
        DWORD protocol = 0;
        return SCardReconnect(
                   m_card, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, SCARD_RESET_CARD, &protocol)
            == SCARD_S_SUCCESS;
    }
    /// True where the card answers 9000 or 61xx.
    bool send(const Bytes& command)
    {
        Bytes answer(MAX_BUFFER_SIZE_EXTENDED);
        DWORD size = answer.size();
        return SCardTransmit(m_card, SCARD_PCI_T1, command.data(), command.size(), nullptr, answer.data(), &size)
            == SCARD_S_SUCCESS
            && size >= 2 && (answer[size - 2] == 0x90 || answer[size - 2] == 0x61);
    }
    bool begin() { return SCardBeginTransaction(m_card) == SCARD_S_SUCCESS; }
    bool end() { return SCardEndTransaction(m_card, SCARD_LEAVE_CARD) == SCARD_S_SUCCESS; }

private:
    SCARDCONTEXT m_context = 0;
    SCARDHANDLE m_card = 0;
    bool m_connected = false;
};

} // namespace dmsc::test
