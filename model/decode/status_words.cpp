// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_names.h"

#include "model/bytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

struct StatusWordRow
{
    std::uint16_t word;
    const char* text;
};

// Texts of TS 102 221 10.2 and ISO 7816-4 in our own words.
constexpr StatusWordRow kStatusWords[] = {
    {0x6200, QT_TRANSLATE_NOOP("StatusWord", "warning without further information")},
    {0x6281, QT_TRANSLATE_NOOP("StatusWord", "part of the data may be corrupted")},
    {0x6282, QT_TRANSLATE_NOOP("StatusWord", "end of file or record before the expected length")},
    {0x6283, QT_TRANSLATE_NOOP("StatusWord", "selected file is deactivated")},
    {0x6284, QT_TRANSLATE_NOOP("StatusWord", "selected file is terminated")},
    {0x6285, QT_TRANSLATE_NOOP("StatusWord", "selected file is in termination state")},
    {0x6286, QT_TRANSLATE_NOOP("StatusWord", "no input data available from a sensor")},
    {0x6287, QT_TRANSLATE_NOOP("StatusWord", "at least one of the referenced records is deactivated")},
    {0x62F1, QT_TRANSLATE_NOOP("StatusWord", "more data available")},
    {0x62F2, QT_TRANSLATE_NOOP("StatusWord", "more data available, proactive command pending")},
    {0x62F3, QT_TRANSLATE_NOOP("StatusWord", "response data available")},
    {0x6300, QT_TRANSLATE_NOOP("StatusWord", "authentication failed")},
    {0x6310, QT_TRANSLATE_NOOP("StatusWord", "more data available or expected")},
    {0x6381, QT_TRANSLATE_NOOP("StatusWord", "file filled up by the last write")},
    {0x63F1, QT_TRANSLATE_NOOP("StatusWord", "more data expected")},
    {0x63F2, QT_TRANSLATE_NOOP("StatusWord", "more data expected, proactive command pending")},
    {0x6400, QT_TRANSLATE_NOOP("StatusWord", "execution error, memory unchanged")},
    {0x6401, QT_TRANSLATE_NOOP("StatusWord", "the card expects an immediate response")},
    {0x6500, QT_TRANSLATE_NOOP("StatusWord", "execution error, memory changed")},
    {0x6581, QT_TRANSLATE_NOOP("StatusWord", "memory problem")},
    {0x6600, QT_TRANSLATE_NOOP("StatusWord", "security-related problem")},
    {0x6700, QT_TRANSLATE_NOOP("StatusWord", "wrong length")},
    {0x6800, QT_TRANSLATE_NOOP("StatusWord", "function of the class byte not supported")},
    {0x6881, QT_TRANSLATE_NOOP("StatusWord", "logical channel not supported")},
    {0x6882, QT_TRANSLATE_NOOP("StatusWord", "secure messaging not supported")},
    {0x6883, QT_TRANSLATE_NOOP("StatusWord", "last command of the chain expected")},
    {0x6884, QT_TRANSLATE_NOOP("StatusWord", "command chaining not supported")},
    {0x6900, QT_TRANSLATE_NOOP("StatusWord", "command not allowed")},
    {0x6981, QT_TRANSLATE_NOOP("StatusWord", "command incompatible with the file structure")},
    {0x6982,
        QT_TRANSLATE_NOOP("StatusWord", "security status not satisfied, authenticate with sufficient rights first")},
    {0x6983, QT_TRANSLATE_NOOP("StatusWord", "authentication method blocked")},
    {0x6984, QT_TRANSLATE_NOOP("StatusWord", "referenced data invalidated")},
    {0x6985, QT_TRANSLATE_NOOP("StatusWord", "conditions of use not satisfied")},
    {0x6986, QT_TRANSLATE_NOOP("StatusWord", "command not allowed, no file selected")},
    {0x6987, QT_TRANSLATE_NOOP("StatusWord", "secure messaging data object missing")},
    {0x6988, QT_TRANSLATE_NOOP("StatusWord", "secure messaging data object wrong")},
    {0x6989, QT_TRANSLATE_NOOP("StatusWord", "secure channel: security not satisfied")},
    {0x6A80, QT_TRANSLATE_NOOP("StatusWord", "incorrect data in the command")},
    {0x6A81, QT_TRANSLATE_NOOP("StatusWord", "function not supported")},
    {0x6A82, QT_TRANSLATE_NOOP("StatusWord", "file or application not found")},
    {0x6A83, QT_TRANSLATE_NOOP("StatusWord", "record not found")},
    {0x6A84, QT_TRANSLATE_NOOP("StatusWord", "not enough memory")},
    {0x6A85, QT_TRANSLATE_NOOP("StatusWord", "Lc inconsistent with the TLV structure")},
    {0x6A86, QT_TRANSLATE_NOOP("StatusWord", "incorrect P1 or P2")},
    {0x6A87, QT_TRANSLATE_NOOP("StatusWord", "Lc inconsistent with P1 and P2")},
    {0x6A88, QT_TRANSLATE_NOOP("StatusWord", "referenced data not found")},
    {0x6A89, QT_TRANSLATE_NOOP("StatusWord", "file exists already")},
    {0x6A8A, QT_TRANSLATE_NOOP("StatusWord", "application name exists already")},
    {0x6B00, QT_TRANSLATE_NOOP("StatusWord", "wrong offset or parameters")},
    {0x6D00, QT_TRANSLATE_NOOP("StatusWord", "instruction not supported")},
    {0x6E00, QT_TRANSLATE_NOOP("StatusWord", "class not supported")},
    {0x6F00, QT_TRANSLATE_NOOP("StatusWord", "no precise diagnosis")},
    {0x9000, QT_TRANSLATE_NOOP("StatusWord", "ok")},
    {0x9240, QT_TRANSLATE_NOOP("StatusWord", "memory problem")},
    {0x9300, QT_TRANSLATE_NOOP("StatusWord", "card application toolkit busy")},
    {0x9400, QT_TRANSLATE_NOOP("StatusWord", "no file selected")},
    {0x9402, QT_TRANSLATE_NOOP("StatusWord", "offset or record out of range")},
    {0x9404, QT_TRANSLATE_NOOP("StatusWord", "file or pattern not found")},
    {0x9408, QT_TRANSLATE_NOOP("StatusWord", "file inconsistent with the command")},
    {0x9484, QT_TRANSLATE_NOOP("StatusWord", "algorithm not supported")},
    {0x9485, QT_TRANSLATE_NOOP("StatusWord", "key check value is wrong")},
    {0x9802, QT_TRANSLATE_NOOP("StatusWord", "no PIN initialised")},
    {0x9804, QT_TRANSLATE_NOOP("StatusWord", "access condition not met or PIN wrong")},
    {0x9808, QT_TRANSLATE_NOOP("StatusWord", "contradicts the state of the PIN")},
    {0x9810, QT_TRANSLATE_NOOP("StatusWord", "contradicts the invalidation of the file")},
    {0x9840, QT_TRANSLATE_NOOP("StatusWord", "PIN blocked")},
    {0x9850, QT_TRANSLATE_NOOP("StatusWord", "maximum value reached")},
    {0x9862, QT_TRANSLATE_NOOP("StatusWord", "authentication error")},
    {0x9863, QT_TRANSLATE_NOOP("StatusWord", "security session expired")},
    {0x9864, QT_TRANSLATE_NOOP("StatusWord", "security context not supported, or minimum suspension time not met")},
    {0x9865, QT_TRANSLATE_NOOP("StatusWord", "key freshness failure")},
    {0x9866, QT_TRANSLATE_NOOP("StatusWord", "no memory for the authentication")},
    {0x9867, QT_TRANSLATE_NOOP("StatusWord", "no memory for the key")},
};

/// The families in which the second byte is a number.
QString numberedStatusText(std::uint16_t statusWord)
{
    const int low = statusWord & 0xFF;
    if ((statusWord & 0xFFF0) == 0x9200) {
        return QCoreApplication::translate("StatusWord", "ok after %1 tries of writing").arg(low & 0x0F);
    }
    if ((statusWord & 0xFFF0) == 0x63C0) {
        return QCoreApplication::translate("StatusWord", "verification failed, tries left: %1").arg(low & 0x0F);
    }
    switch (statusWord >> 8) {
    case 0x61:
        return QCoreApplication::translate("StatusWord", "ok, %1 more bytes available").arg(low == 0 ? 256 : low);
    case 0x6C:
        return QCoreApplication::translate("StatusWord", "wrong Le, %1 bytes available").arg(low == 0 ? 256 : low);
    case 0x91:
        return QCoreApplication::translate("StatusWord", "ok, proactive command of %1 bytes pending").arg(low);
    case 0x92:
        return QCoreApplication::translate("StatusWord", "ok, with information on the data transfer");
    case 0x9E:
        return QCoreApplication::translate("StatusWord", "error of the data download, %1 bytes of answer available")
            .arg(low == 0 ? 256 : low);
    case 0x9F:
        return QCoreApplication::translate("StatusWord", "ok, %1 more bytes available").arg(low == 0 ? 256 : low);
    default:
        return {};
    }
}

QString statusFamilyText(std::uint16_t statusWord)
{
    switch (statusWord >> 8) {
    case 0x62:
        return QCoreApplication::translate("StatusWord", "warning, memory unchanged");
    case 0x63:
        return QCoreApplication::translate("StatusWord", "warning, memory changed");
    case 0x64:
        return QCoreApplication::translate("StatusWord", "execution error, memory unchanged");
    case 0x65:
        return QCoreApplication::translate("StatusWord", "execution error, memory changed");
    case 0x68:
        return QCoreApplication::translate("StatusWord", "function of the class byte not supported");
    case 0x69:
        return QCoreApplication::translate("StatusWord", "command not allowed");
    case 0x66:
        return QCoreApplication::translate("StatusWord", "security-related problem");
    case 0x67:
        return QCoreApplication::translate("StatusWord", "wrong length");
    case 0x6A:
    case 0x6B:
        return QCoreApplication::translate("StatusWord", "wrong parameters");
    case 0x6D:
        return QCoreApplication::translate("StatusWord", "instruction not supported");
    case 0x6E:
        return QCoreApplication::translate("StatusWord", "class not supported");
    case 0x6F:
        return QCoreApplication::translate("StatusWord", "no precise diagnosis");
    case 0x94:
        return QCoreApplication::translate("StatusWord", "wrong file or parameters");
    case 0x98:
        return QCoreApplication::translate("StatusWord", "authentication or security problem");
    default:
        return QCoreApplication::translate("StatusWord", "unknown status word");
    }
}

} // namespace

QString statusWordText(std::uint16_t statusWord)
{
    const auto* row = std::find_if(std::begin(kStatusWords), std::end(kStatusWords),
        [=](const StatusWordRow& candidate) { return candidate.word == statusWord; });
    if (row != std::end(kStatusWords)) {
        return QCoreApplication::translate("StatusWord", row->text);
    }
    const QString numbered = numberedStatusText(statusWord);
    return numbered.isEmpty() ? statusFamilyText(statusWord) : numbered;
}

StatusLevel statusWordLevel(std::uint16_t statusWord)
{
    switch (statusWord >> 8) {
    case 0x61:
    case 0x91:
    case 0x9F:
        return StatusLevel::Ok;
    case 0x92:
        return statusWord == 0x9240 ? StatusLevel::Error : StatusLevel::Ok;
    case 0x90:
        return statusWord == 0x9000 ? StatusLevel::Ok : StatusLevel::Error;
    case 0x62:
    case 0x63:
    case 0x6C:
    case 0x93:
    case 0x9E:
        return StatusLevel::Warning;
    default:
        return StatusLevel::Error;
    }
}

QString statusWordHex(std::uint16_t statusWord)
{
    return hexDigits(statusWord, 4);
}

} // namespace dmsc
