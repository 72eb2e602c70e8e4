// SPDX-License-Identifier: Apache-2.0
#include "model/decode/toolkit_names.h"

#include <QCoreApplication>

namespace dmsc::toolkit {

namespace {

constexpr Named kObjects[] = {
    {0x01, "Command details"},
    {0x02, "Device identities"},
    {0x03, "Result"},
    {0x04, "Duration"},
    {0x05, "Alpha identifier"},
    {0x06, "Address"},
    {0x07, "Capability configuration parameters"},
    {0x08, "Subaddress"},
    {0x09, "SS string"},
    {0x0A, "USSD string"},
    {0x0B, "SMS TPDU"},
    {0x0C, "Cell Broadcast page"},
    {0x0D, "Text string"},
    {0x0E, "Tone"},
    {0x0F, "Item"},
    {0x10, "Item identifier"},
    {0x11, "Response length"},
    {0x12, "File list"},
    {0x13, "Location information"},
    {0x14, "IMEI"},
    {0x15, "Help request"},
    {0x16, "Network measurement results"},
    {0x17, "Default text"},
    {0x18, "Items next action indicator"},
    {0x19, "Event list"},
    {0x1A, "Cause"},
    {0x1B, "Location status"},
    {0x1C, "Transaction identifier"},
    {0x1E, "Icon identifier"},
    {0x1F, "Item icon identifier list"},
    {0x20, "Card reader status"},
    {0x21, "Card ATR"},
    {0x22, "C-APDU"},
    {0x23, "R-APDU"},
    {0x24, "Timer identifier"},
    {0x25, "Timer value"},
    {0x26, "Date-time and time zone"},
    {0x27, "Call control requested action"},
    {0x28, "AT command"},
    {0x29, "AT response"},
    {0x2B, "Immediate response"},
    {0x2C, "DTMF string"},
    {0x2D, "Language"},
    {0x2F, "AID"},
    {0x30, "Browser identity"},
    {0x31, "URL"},
    {0x32, "Bearer"},
    {0x33, "Provisioning reference file"},
    {0x34, "Browser termination cause"},
    {0x35, "Bearer description"},
    {0x36, "Channel data"},
    {0x37, "Channel data length"},
    {0x38, "Channel status"},
    {0x39, "Buffer size"},
    {0x3A, "Card reader identifier"},
    {0x3B, "File update information"},
    {0x3C, "UICC/terminal interface transport level"},
    {0x3E, "Other address"},
    {0x3F, "Access technology"},
    {0x40, "Display parameters"},
    {0x41, "Service record"},
    {0x42, "Device filter"},
    {0x43, "Service search"},
    {0x44, "Attribute information"},
    {0x45, "Service availability"},
    {0x47, "Network access name"},
    {0x50, "Text attribute"},
    {0x51, "Item text attribute list"},
    {0x62, "IMEISV"},
    {0x63, "Network search mode"},
    {0x64, "Battery state"},
    {0x65, "Browsing status"},
    {0x66, "Frame layout"},
    {0x68, "Frame identifier"},
};

constexpr Named kTemplates[] = {
    {0xD0, "Proactive command"},
    {0xD1, "SMS-PP download"},
    {0xD2, "Cell Broadcast download"},
    {0xD3, "Menu selection"},
    {0xD4, "Call control"},
    {0xD5, "MO short message control"},
    {0xD6, "Event download"},
    {0xD7, "Timer expiration"},
    {0xD9, "USSD download"},
    {0xDA, "MMS transfer status"},
    {0xDB, "MMS notification download"},
    {0xDC, "Terminal application"},
    {0xDD, "Geographical location reporting"},
};

constexpr Named kCommands[] = {
    {0x01, "REFRESH"},
    {0x02, "MORE TIME"},
    {0x03, "POLL INTERVAL"},
    {0x04, "POLLING OFF"},
    {0x05, "SET UP EVENT LIST"},
    {0x10, "SET UP CALL"},
    {0x11, "SEND SS"},
    {0x12, "SEND USSD"},
    {0x13, "SEND SHORT MESSAGE"},
    {0x14, "SEND DTMF"},
    {0x15, "LAUNCH BROWSER"},
    {0x16, "GEOGRAPHICAL LOCATION REQUEST"},
    {0x20, "PLAY TONE"},
    {0x21, "DISPLAY TEXT"},
    {0x22, "GET INKEY"},
    {0x23, "GET INPUT"},
    {0x24, "SELECT ITEM"},
    {0x25, "SET UP MENU"},
    {0x26, "PROVIDE LOCAL INFORMATION"},
    {0x27, "TIMER MANAGEMENT"},
    {0x28, "SET UP IDLE MODE TEXT"},
    {0x30, "PERFORM CARD APDU"},
    {0x31, "POWER ON CARD"},
    {0x32, "POWER OFF CARD"},
    {0x33, "GET READER STATUS"},
    {0x34, "RUN AT COMMAND"},
    {0x35, "LANGUAGE NOTIFICATION"},
    {0x40, "OPEN CHANNEL"},
    {0x41, "CLOSE CHANNEL"},
    {0x42, "RECEIVE DATA"},
    {0x43, "SEND DATA"},
    {0x44, "GET CHANNEL STATUS"},
    {0x45, "SERVICE SEARCH"},
    {0x46, "GET SERVICE INFORMATION"},
    {0x47, "DECLARE SERVICE"},
    {0x50, "SET FRAMES"},
    {0x51, "GET FRAMES STATUS"},
    {0x60, "RETRIEVE MULTIMEDIA MESSAGE"},
    {0x61, "SUBMIT MULTIMEDIA MESSAGE"},
    {0x62, "DISPLAY MULTIMEDIA MESSAGE"},
    {0x70, "ACTIVATE"},
    {0x73, "ENCAPSULATED SESSION CONTROL"},
    {0x81, "END OF THE PROACTIVE SESSION"},
};

constexpr Named kDevices[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "keypad")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "display")},
    {0x03, QT_TRANSLATE_NOOP("Decode", "earpiece")},
    {0x21, QT_TRANSLATE_NOOP("Decode", "channel 1")},
    {0x22, QT_TRANSLATE_NOOP("Decode", "channel 2")},
    {0x23, QT_TRANSLATE_NOOP("Decode", "channel 3")},
    {0x24, QT_TRANSLATE_NOOP("Decode", "channel 4")},
    {0x25, QT_TRANSLATE_NOOP("Decode", "channel 5")},
    {0x26, QT_TRANSLATE_NOOP("Decode", "channel 6")},
    {0x27, QT_TRANSLATE_NOOP("Decode", "channel 7")},
    {0x81, QT_TRANSLATE_NOOP("Decode", "UICC")},
    {0x82, QT_TRANSLATE_NOOP("Decode", "terminal")},
    {0x83, QT_TRANSLATE_NOOP("Decode", "network")},
};

constexpr Named kResults[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "done")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "done, partially understood")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "done, information missing")},
    {0x03, QT_TRANSLATE_NOOP("Decode", "done, additional files read")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "done, icon not shown")},
    {0x05, QT_TRANSLATE_NOOP("Decode", "done, modified by call control")},
    {0x06, QT_TRANSLATE_NOOP("Decode", "done, limited service")},
    {0x07, QT_TRANSLATE_NOOP("Decode", "done with modification")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "done, but no application is active")},
    {0x09, QT_TRANSLATE_NOOP("Decode", "done, tone not played")},
    {0x10, QT_TRANSLATE_NOOP("Decode", "session ended by the user")},
    {0x11, QT_TRANSLATE_NOOP("Decode", "the user goes back")},
    {0x12, QT_TRANSLATE_NOOP("Decode", "no answer from the user")},
    {0x13, QT_TRANSLATE_NOOP("Decode", "the user asks for help")},
    {0x14, QT_TRANSLATE_NOOP("Decode", "USSD or SS transaction ended by the user")},
    {0x20, QT_TRANSLATE_NOOP("Decode", "terminal is busy")},
    {0x21, QT_TRANSLATE_NOOP("Decode", "network is busy")},
    {0x22, QT_TRANSLATE_NOOP("Decode", "the user did not accept")},
    {0x23, QT_TRANSLATE_NOOP("Decode", "the user cleared the call")},
    {0x24, QT_TRANSLATE_NOOP("Decode", "contradicts a timer")},
    {0x25, QT_TRANSLATE_NOOP("Decode", "temporary problem with call control")},
    {0x26, QT_TRANSLATE_NOOP("Decode", "browser error")},
    {0x30, QT_TRANSLATE_NOOP("Decode", "beyond the terminal's capabilities")},
    {0x31, QT_TRANSLATE_NOOP("Decode", "command type not understood")},
    {0x32, QT_TRANSLATE_NOOP("Decode", "command data not understood")},
    {0x33, QT_TRANSLATE_NOOP("Decode", "command number not known")},
    {0x34, QT_TRANSLATE_NOOP("Decode", "SS error")},
    {0x35, QT_TRANSLATE_NOOP("Decode", "SMS error")},
    {0x36, QT_TRANSLATE_NOOP("Decode", "required values are missing")},
    {0x37, QT_TRANSLATE_NOOP("Decode", "USSD error")},
    {0x38, QT_TRANSLATE_NOOP("Decode", "multiple card error")},
    {0x39, QT_TRANSLATE_NOOP("Decode", "permanent problem with call control")},
    {0x3A, QT_TRANSLATE_NOOP("Decode", "bearer independent protocol error")},
    {0x3B, QT_TRANSLATE_NOOP("Decode", "access technology cannot do it")},
    {0x3C, QT_TRANSLATE_NOOP("Decode", "frames error")},
    {0x3D, QT_TRANSLATE_NOOP("Decode", "MMS error")},
};

constexpr Named kChannelProblems[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "no specific cause")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "no channel available")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "channel closed")},
    {0x03, QT_TRANSLATE_NOOP("Decode", "channel identifier not valid")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "buffer size not available")},
    {0x05, QT_TRANSLATE_NOOP("Decode", "security error")},
    {0x06, QT_TRANSLATE_NOOP("Decode", "transport level not available")},
    {0x07, QT_TRANSLATE_NOOP("Decode", "remote device not reachable")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "service error")},
    {0x09, QT_TRANSLATE_NOOP("Decode", "service identifier unknown")},
};

constexpr Named kEvents[] = {
    {0x00, "MT call"},
    {0x01, "Call connected"},
    {0x02, "Call disconnected"},
    {0x03, "Location status"},
    {0x04, "User activity"},
    {0x05, "Idle screen available"},
    {0x06, "Card reader status"},
    {0x07, "Language selection"},
    {0x08, "Browser termination"},
    {0x09, "Data available"},
    {0x0A, "Channel status"},
    {0x0B, "Access technology change"},
    {0x0C, "Display parameters changed"},
    {0x0D, "Local connection"},
    {0x0E, "Network search mode change"},
    {0x0F, "Browsing status"},
    {0x10, "Frames information change"},
    {0x12, "Network rejection"},
    {0x13, "HCI connectivity"},
};

} // namespace

std::span<const Named> objects()
{
    return kObjects;
}
std::span<const Named> templates()
{
    return kTemplates;
}
std::span<const Named> commands()
{
    return kCommands;
}
std::span<const Named> devices()
{
    return kDevices;
}
std::span<const Named> results()
{
    return kResults;
}
std::span<const Named> channelProblems()
{
    return kChannelProblems;
}
std::span<const Named> events()
{
    return kEvents;
}

} // namespace dmsc::toolkit
