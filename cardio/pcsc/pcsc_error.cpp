// SPDX-License-Identifier: Apache-2.0
#include "cardio/pcsc/pcsc_error.h"

#include <QCoreApplication>

#include <winscard.h>

namespace dmsc {

namespace {

QString cardWords(PcscCode code)
{
    switch (code) {
    case SCARD_E_NO_SMARTCARD:
        return QCoreApplication::translate("Pcsc", "there is no card in the reader; put one in");
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_W_UNPOWERED_CARD:
        return QCoreApplication::translate(
            "Pcsc", "the card in the reader gives no answer to reset; take it out, clean it and put it in again");
    case SCARD_E_PROTO_MISMATCH:
        return QCoreApplication::translate("Pcsc",
            "the card and the reader found no protocol to speak; if the card has just been taken out, put it in again");
    case SCARD_W_REMOVED_CARD:
        return QCoreApplication::translate(
            "Pcsc", "the card was taken out of the reader; put it in again and read it again");
    default:
        return QCoreApplication::translate("Pcsc", "contact with the card was lost; put it in again and read it again");
    }
}

QString readerWords(PcscCode code)
{
    if (code == SCARD_E_NO_READERS_AVAILABLE)
        return QCoreApplication::translate("Pcsc", "there is no reader; plug one in");
    return QCoreApplication::translate("Pcsc", "the reader is not there any more; plug it in again");
}

QString words(PcscCode code)
{
    switch (troubleOf(code)) {
    case PcscTrouble::Service:
        return QCoreApplication::translate(
            "Pcsc", "the reader service pcscd is not running; start it, for instance by: systemctl start pcscd");
    case PcscTrouble::Right:
        return QCoreApplication::translate("Pcsc",
            "you have no right to use the reader service pcscd; log in at the machine itself, or have polkit grant "
            "org.debian.pcsc-lite.access_pcsc");
    case PcscTrouble::Reader:
        return readerWords(code);
    case PcscTrouble::Card:
        return cardWords(code);
    case PcscTrouble::Reset:
        return QCoreApplication::translate("Pcsc", "another program has reset the card; read the card again to go on");
    case PcscTrouble::Sharing:
        return QCoreApplication::translate("Pcsc", "another program holds the card for itself; close it and try again");
    default:
        break;
    }
    return QCoreApplication::translate("Pcsc", "the reader service answered: %1 (0x%2)")
        .arg(QString::fromUtf8(pcsc_stringify_error(code)))
        .arg(static_cast<quint32>(code), 8, 16, QLatin1Char('0'));
}

ErrorKind kindOf(PcscTrouble trouble)
{
    switch (trouble) {
    case PcscTrouble::Right:
        return ErrorKind::NotAllowed;
    case PcscTrouble::Reader:
        return ErrorKind::NotFound;
    case PcscTrouble::Sharing:
        return ErrorKind::Conflict;
    default:
        return ErrorKind::Io;
    }
}

} // namespace

PcscTrouble troubleOf(PcscCode code)
{
    switch (code) {
    case SCARD_S_SUCCESS:
        return PcscTrouble::None;
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
    case SCARD_F_COMM_ERROR:
    case SCARD_E_INVALID_HANDLE: // of a service that has been started anew
        return PcscTrouble::Service;
    case SCARD_W_SECURITY_VIOLATION:
        return PcscTrouble::Right;
    case SCARD_E_NO_READERS_AVAILABLE:
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_READER_UNAVAILABLE:
        return PcscTrouble::Reader;
    case SCARD_E_NO_SMARTCARD:
    case SCARD_W_REMOVED_CARD:
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_E_NOT_TRANSACTED:
    case SCARD_E_PROTO_MISMATCH: // in the answer to reset, which is cut off when the card is pulled meanwhile
        return PcscTrouble::Card;
    case SCARD_W_RESET_CARD:
        return PcscTrouble::Reset;
    case SCARD_E_SHARING_VIOLATION:
        return PcscTrouble::Sharing;
    case SCARD_E_CANCELLED:
        return PcscTrouble::Cancelled;
    case SCARD_E_TIMEOUT:
        return PcscTrouble::Timeout;
    default:
        return PcscTrouble::Other;
    }
}

Error silentService()
{
    return {ErrorKind::Io,
        QCoreApplication::translate(
            "Pcsc", "the reader service pcscd does not answer; restart it, for instance by: systemctl restart pcscd"),
        {}};
}

Error pcscError(PcscCode code, const QString& where)
{
    return {kindOf(troubleOf(code)), words(code), where};
}

} // namespace dmsc
