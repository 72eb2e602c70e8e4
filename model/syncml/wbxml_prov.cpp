// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/wbxml_tokens.h"

namespace dmsc::wbxml {

using namespace std::string_view_literals;

namespace {

// OMA ProvCont 1.1, clauses 8.2 and 8.3.
constexpr AttributeStart kStarts[] = {
    {0, 0x05, "name"sv, {}},
    {0, 0x06, "value"sv, {}},
    {0, 0x07, "name"sv, "NAME"sv},
    {0, 0x08, "name"sv, "NAP-ADDRESS"sv},
    {0, 0x09, "name"sv, "NAP-ADDRTYPE"sv},
    {0, 0x0A, "name"sv, "CALLTYPE"sv},
    {0, 0x0B, "name"sv, "VALIDUNTIL"sv},
    {0, 0x0C, "name"sv, "AUTHTYPE"sv},
    {0, 0x0D, "name"sv, "AUTHNAME"sv},
    {0, 0x0E, "name"sv, "AUTHSECRET"sv},
    {0, 0x0F, "name"sv, "LINGER"sv},
    {0, 0x10, "name"sv, "BEARER"sv},
    {0, 0x11, "name"sv, "NAPID"sv},
    {0, 0x12, "name"sv, "COUNTRY"sv},
    {0, 0x13, "name"sv, "NETWORK"sv},
    {0, 0x14, "name"sv, "INTERNET"sv},
    {0, 0x15, "name"sv, "PROXY-ID"sv},
    {0, 0x16, "name"sv, "PROXY-PROVIDER-ID"sv},
    {0, 0x17, "name"sv, "DOMAIN"sv},
    {0, 0x18, "name"sv, "PROVURL"sv},
    {0, 0x19, "name"sv, "PXAUTH-TYPE"sv},
    {0, 0x1A, "name"sv, "PXAUTH-ID"sv},
    {0, 0x1B, "name"sv, "PXAUTH-PW"sv},
    {0, 0x1C, "name"sv, "STARTPAGE"sv},
    {0, 0x1D, "name"sv, "BASAUTH-ID"sv},
    {0, 0x1E, "name"sv, "BASAUTH-PW"sv},
    {0, 0x1F, "name"sv, "PUSHENABLED"sv},
    {0, 0x20, "name"sv, "PXADDR"sv},
    {0, 0x21, "name"sv, "PXADDRTYPE"sv},
    {0, 0x22, "name"sv, "TO-NAPID"sv},
    {0, 0x23, "name"sv, "PORTNBR"sv},
    {0, 0x24, "name"sv, "SERVICE"sv},
    {0, 0x25, "name"sv, "LINKSPEED"sv},
    {0, 0x26, "name"sv, "DNLINKSPEED"sv},
    {0, 0x27, "name"sv, "LOCAL-ADDR"sv},
    {0, 0x28, "name"sv, "LOCAL-ADDRTYPE"sv},
    {0, 0x29, "name"sv, "CONTEXT-ALLOW"sv},
    {0, 0x2A, "name"sv, "TRUST"sv},
    {0, 0x2B, "name"sv, "MASTER"sv},
    {0, 0x2C, "name"sv, "SID"sv},
    {0, 0x2D, "name"sv, "SOC"sv},
    {0, 0x2E, "name"sv, "WSP-VERSION"sv},
    {0, 0x2F, "name"sv, "PHYSICAL-PROXY-ID"sv},
    {0, 0x30, "name"sv, "CLIENT-ID"sv},
    {0, 0x31, "name"sv, "DELIVERY-ERR-SDU"sv},
    {0, 0x32, "name"sv, "DELIVERY-ORDER"sv},
    {0, 0x33, "name"sv, "TRAFFIC-CLASS"sv},
    {0, 0x34, "name"sv, "MAX-SDU-SIZE"sv},
    {0, 0x35, "name"sv, "MAX-BITRATE-UPLINK"sv},
    {0, 0x36, "name"sv, "MAX-BITRATE-DNLINK"sv},
    {0, 0x37, "name"sv, "RESIDUAL-BER"sv},
    {0, 0x38, "name"sv, "SDU-ERROR-RATIO"sv},
    {0, 0x39, "name"sv, "TRAFFIC-HANDL-PRIO"sv},
    {0, 0x3A, "name"sv, "TRANSFER-DELAY"sv},
    {0, 0x3B, "name"sv, "GUARANTEED-BITRATE-UPLINK"sv},
    {0, 0x3C, "name"sv, "GUARANTEED-BITRATE-DNLINK"sv},
    {0, 0x3D, "name"sv, "PXADDR-FQDN"sv},
    {0, 0x3E, "name"sv, "PROXY-PW"sv},
    {0, 0x3F, "name"sv, "PPGAUTH-TYPE"sv},
    {0, 0x45, "version"sv, {}},
    {0, 0x46, "version"sv, "1.0"sv},
    {0, 0x47, "name"sv, "PULLENABLED"sv},
    {0, 0x48, "name"sv, "DNS-ADDR"sv},
    {0, 0x49, "name"sv, "MAX-NUM-RETRY"sv},
    {0, 0x4A, "name"sv, "FIRST-RETRY-TIMEOUT"sv},
    {0, 0x4B, "name"sv, "REREG-THRESHOLD"sv},
    {0, 0x4C, "name"sv, "T-BIT"sv},
    {0, 0x4E, "name"sv, "AUTH-ENTITY"sv},
    {0, 0x4F, "name"sv, "SPI"sv},
    {0, 0x50, "type"sv, {}},
    {0, 0x51, "type"sv, "PXLOGICAL"sv},
    {0, 0x52, "type"sv, "PXPHYSICAL"sv},
    {0, 0x53, "type"sv, "PORT"sv},
    {0, 0x54, "type"sv, "VALIDITY"sv},
    {0, 0x55, "type"sv, "NAPDEF"sv},
    {0, 0x56, "type"sv, "BOOTSTRAP"sv},
    {0, 0x57, "type"sv, "VENDORCONFIG"sv},
    {0, 0x58, "type"sv, "CLIENTIDENTITY"sv},
    {0, 0x59, "type"sv, "PXAUTHINFO"sv},
    {0, 0x5A, "type"sv, "NAPAUTHINFO"sv},
    {0, 0x5B, "type"sv, "ACCESS"sv},
    {1, 0x05, "name"sv, {}},
    {1, 0x06, "value"sv, {}},
    {1, 0x07, "name"sv, "NAME"sv},
    {1, 0x14, "name"sv, "INTERNET"sv},
    {1, 0x1C, "name"sv, "STARTPAGE"sv},
    {1, 0x22, "name"sv, "TO-NAPID"sv},
    {1, 0x23, "name"sv, "PORTNBR"sv},
    {1, 0x24, "name"sv, "SERVICE"sv},
    {1, 0x2E, "name"sv, "AACCEPT"sv},
    {1, 0x2F, "name"sv, "AAUTHDATA"sv},
    {1, 0x30, "name"sv, "AAUTHLEVEL"sv},
    {1, 0x31, "name"sv, "AAUTHNAME"sv},
    {1, 0x32, "name"sv, "AAUTHSECRET"sv},
    {1, 0x33, "name"sv, "AAUTHTYPE"sv},
    {1, 0x34, "name"sv, "ADDR"sv},
    {1, 0x35, "name"sv, "ADDRTYPE"sv},
    {1, 0x36, "name"sv, "APPID"sv},
    {1, 0x37, "name"sv, "APROTOCOL"sv},
    {1, 0x38, "name"sv, "PROVIDER-ID"sv},
    {1, 0x39, "name"sv, "TO-PROXY"sv},
    {1, 0x3A, "name"sv, "URI"sv},
    {1, 0x3B, "name"sv, "RULE"sv},
    {1, 0x50, "type"sv, {}},
    {1, 0x53, "type"sv, "PORT"sv},
    {1, 0x55, "type"sv, "APPLICATION"sv},
    {1, 0x56, "type"sv, "APPADDR"sv},
    {1, 0x57, "type"sv, "APPAUTH"sv},
    {1, 0x58, "type"sv, "CLIENTIDENTITY"sv},
    {1, 0x59, "type"sv, "RESOURCE"sv},
};

constexpr AttributeValue kValues[] = {
    {0, 0x85, "IPV4"sv},
    {0, 0x86, "IPV6"sv},
    {0, 0x87, "E164"sv},
    {0, 0x88, "ALPHA"sv},
    {0, 0x89, "APN"sv},
    {0, 0x8A, "SCODE"sv},
    {0, 0x8B, "TETRA-ITSI"sv},
    {0, 0x8C, "MAN"sv},
    {0, 0x90, "ANALOG-MODEM"sv},
    {0, 0x91, "V.120"sv},
    {0, 0x92, "V.110"sv},
    {0, 0x93, "X.31"sv},
    {0, 0x94, "BIT-TRANSPARENT"sv},
    {0, 0x95, "DIRECT-ASYNCHRONOUS-DATA-SERVICE"sv},
    {0, 0x9A, "PAP"sv},
    {0, 0x9B, "CHAP"sv},
    {0, 0x9C, "HTTP-BASIC"sv},
    {0, 0x9D, "HTTP-DIGEST"sv},
    {0, 0x9E, "WTLS-SS"sv},
    {0, 0x9F, "MD5"sv},
    {0, 0xA2, "GSM-USSD"sv},
    {0, 0xA3, "GSM-SMS"sv},
    {0, 0xA4, "ANSI-136-GUTS"sv},
    {0, 0xA5, "IS-95-CDMA-SMS"sv},
    {0, 0xA6, "IS-95-CDMA-CSD"sv},
    {0, 0xA7, "IS-95-CDMA-PACKET"sv},
    {0, 0xA8, "ANSI-136-CSD"sv},
    {0, 0xA9, "ANSI-136-GPRS"sv},
    {0, 0xAA, "GSM-CSD"sv},
    {0, 0xAB, "GSM-GPRS"sv},
    {0, 0xAC, "AMPS-CDPD"sv},
    {0, 0xAD, "PDC-CSD"sv},
    {0, 0xAE, "PDC-PACKET"sv},
    {0, 0xAF, "IDEN-SMS"sv},
    {0, 0xB0, "IDEN-CSD"sv},
    {0, 0xB1, "IDEN-PACKET"sv},
    {0, 0xB2, "FLEX/REFLEX"sv},
    {0, 0xB3, "PHS-SMS"sv},
    {0, 0xB4, "PHS-CSD"sv},
    {0, 0xB5, "TETRA-SDS"sv},
    {0, 0xB6, "TETRA-PACKET"sv},
    {0, 0xB7, "ANSI-136-GHOST"sv},
    {0, 0xB8, "MOBITEX-MPAK"sv},
    {0, 0xB9, "CDMA2000-1X-SIMPLE-IP"sv},
    {0, 0xBA, "CDMA2000-1X-MOBILE-IP"sv},
    {0, 0xC5, "AUTOBAUDING"sv},
    {0, 0xCA, "CL-WSP"sv},
    {0, 0xCB, "CO-WSP"sv},
    {0, 0xCC, "CL-SEC-WSP"sv},
    {0, 0xCD, "CO-SEC-WSP"sv},
    {0, 0xCE, "CL-SEC-WTA"sv},
    {0, 0xCF, "CO-SEC-WTA"sv},
    {0, 0xD0, "OTA-HTTP-TO"sv},
    {0, 0xD1, "OTA-HTTP-TLS-TO"sv},
    {0, 0xD2, "OTA-HTTP-PO"sv},
    {0, 0xD3, "OTA-HTTP-TLS-PO"sv},
    {0, 0xE0, "AAA"sv},
    {0, 0xE1, "HA"sv},
    {1, 0x86, "IPV6"sv},
    {1, 0x87, "E164"sv},
    {1, 0x88, "ALPHA"sv},
    {1, 0x8D, "APPSRV"sv},
    {1, 0x8E, "OBEX"sv},
    {1, 0x90, ","sv},
    {1, 0x91, "HTTP-"sv},
    {1, 0x92, "BASIC"sv},
    {1, 0x93, "DIGEST"sv},
};

} // namespace

const AttributeStart* attributeStart(std::uint8_t page, std::uint8_t token)
{
    for (const AttributeStart& start : kStarts) {
        if (start.page == page && start.token == token)
            return &start;
    }
    return nullptr;
}

const AttributeValue* attributeValue(std::uint8_t page, std::uint8_t token)
{
    for (const AttributeValue& value : kValues) {
        if (value.page == page && value.token == token)
            return &value;
    }
    return nullptr;
}

const AttributeStart* findAttributeStart(std::uint8_t page, std::string_view name, std::string_view value)
{
    const AttributeStart* elsewhere = nullptr;
    for (const AttributeStart& start : kStarts) {
        if (start.name != name || start.value != value)
            continue;
        if (start.page == page)
            return &start;
        if (!elsewhere)
            elsewhere = &start;
    }
    return elsewhere;
}

const AttributeValue* findAttributeValue(std::uint8_t page, std::string_view text)
{
    for (const AttributeValue& value : kValues) {
        if (value.page == page && value.text == text)
            return &value;
    }
    return nullptr;
}

} // namespace dmsc::wbxml
