// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/default_files.h"

#include "cardio/apdu/tlv.h"
#include "cardio/card/card_interface.h"
#include "cardio/files/access_rule.h"
#include "cardio/uicc/published_objects.h"

#include <QStringView>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint16_t kArrOfMf = 0x2F06;
constexpr std::uint16_t kArrOfApplication = 0x6F06;
constexpr std::size_t kDirRecord = 0x30;
constexpr std::size_t kArrRecord = 0x30;
constexpr std::uint64_t kTlvFileSize = 65536;
constexpr std::size_t kToolkitSize = 1024;

// 3G and USIM, 3G and ISIM (ETSI TS 101 220 annex E), countries and issuers of our own.
const Bytes& usimAid()
{
    static const Bytes aid{0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x02, 0xFF, 0x49, 0xFF, 0x05, 0x89};
    return aid;
}
const Bytes& isimAid()
{
    static const Bytes aid{0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x04, 0xFF, 0x49, 0xFF, 0x05, 0x89};
    return aid;
}

Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

Bytes padded(Bytes bytes, std::size_t size)
{
    bytes.resize(std::max(size, bytes.size()), 0xFF);
    return bytes;
}

/// Service tables: bit 1 of byte 1 is service 1.
Bytes services(std::size_t size, std::initializer_list<std::size_t> available)
{
    Bytes table(size);
    for (const std::size_t service : available)
        table[(service - 1) / 8] = static_cast<std::uint8_t>(table[(service - 1) / 8] | (1U << ((service - 1) % 8)));
    return table;
}

Bytes encodingAndDocument(std::string_view document)
{
    TlvWriter writer;
    writer.addNumber(TlvTag{0x80}, 0).add(TlvTag{0x81}, bytesOf(document));
    return writer.take();
}

constexpr std::string_view kImsDocument =
    "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>IMS</NodeName><RTProperties><Format>"
    "<node/></Format><Type><DDFName>urn:oma:mo:ext-3gpp-ims:1.0</DDFName></Type></RTProperties><Node><NodeName>AppID"
    "</NodeName><RTProperties><Format><chr/></Format></RTProperties><Value>ap2001</Value></Node><Node><NodeName>Name"
    "</NodeName><RTProperties><Format><chr/></Format></RTProperties><Value>Fjordnet IMS</Value></Node><Node><NodeName>"
    "PDP_ContextOperPref</NodeName><RTProperties><Format><bool/></Format></RTProperties><Value>false</Value></Node>"
    "<Node><NodeName>SMSoIP_usage_policy</NodeName><RTProperties><Format><int/></Format></RTProperties><Value>1"
    "</Value></Node></Node></MgmtTree>";

constexpr std::string_view kMudDocument =
    "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>MuDMiD</NodeName><RTProperties><Format>"
    "<node/></Format><Type><DDFName>urn:oma:mo:ext-3gpp-mudmid:1.0</DDFName></Type></RTProperties><Node><NodeName>"
    "MultiIdentity</NodeName><RTProperties><Format><node/></Format></RTProperties><Node><NodeName>SharedIdentity"
    "</NodeName><RTProperties><Format><node/></Format></RTProperties><Node><NodeName>1</NodeName><RTProperties><Format>"
    "<node/></Format></RTProperties><Node><NodeName>SharedId</NodeName><RTProperties><Format><chr/></Format>"
    "</RTProperties><Value>sip:family@ims.fjordnet.example</Value></Node></Node></Node></Node></Node></MgmtTree>";

constexpr std::string_view kMcpttDocument =
    "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>MCPTT</NodeName><RTProperties><Format>"
    "<node/></Format><Type><DDFName>urn:oma:mo:ext-3gpp-MCPTT-UE-configuration:1.0</DDFName></Type></RTProperties>"
    "<Node><NodeName>Name</NodeName><RTProperties><Format><chr/></Format></RTProperties><Value>Harbour rescue</Value>"
    "</Node></Node></MgmtTree>";

/// XCAP connection parameters policy, 3GPP TS 31.102: one policy part.
Bytes xcapPolicy()
{
    TlvWriter part;
    part.addNumber(TlvTag{0x81}, 1)
        .add(TlvTag{0x82}, bytesOf("ap3010"))
        .add(TlvTag{0x83}, bytesOf("fjordnet"))
        .add(TlvTag{0x84}, bytesOf("http://xcap.fjordnet.example"));
    TlvWriter policy;
    policy.addNumber(TlvTag{0x81}, 1).addNumber(TlvTag{0x82}, 1).add(TlvTag{0xA1}, part);
    TlvWriter inside;
    inside.add(TlvTag{0xA0}, policy);
    TlvWriter whole;
    whole.add(TlvTag{0x80}, inside);
    return whole.take();
}

AccessRule ruleOf(unsigned modes, AccessCondition condition)
{
    AccessRule rule;
    rule.modes = static_cast<std::uint8_t>(modes);
    rule.condition = std::move(condition);
    return rule;
}

/// The records of EF.ARR in the order of DefaultRule.
Bytes accessRules()
{
    const auto pin = AccessCondition::verified(KeyReference::Pin1);
    const auto second = AccessCondition::verified(KeyReference::SecondPin1);
    const auto adm = AccessCondition::verified(KeyReference::Adm1);
    AccessRule resize = ruleOf(0, adm);
    resize.ins = 0xD4;
    // 01 read, 02 update, 08 deactivate, 10 activate, 20 terminate, 40 delete
    const std::vector<AccessRule> records[] = {
        {ruleOf(0x01, AccessCondition::always()), ruleOf(0x7A, adm), resize},
        {ruleOf(0x01, pin), ruleOf(0x7A, adm), resize},
        {ruleOf(0x03, pin), ruleOf(0x78, adm), resize},
        {ruleOf(0x01, pin), ruleOf(0x02, second), ruleOf(0x78, adm), resize},
        {ruleOf(0x01, AccessCondition::always()), ruleOf(0x7E, AccessCondition::never())},
        {ruleOf(0x7F, adm)},
        {ruleOf(0x01, AccessCondition::always()), ruleOf(0x02, pin), ruleOf(0x78, adm), resize},
    };
    Bytes all;
    for (const auto& record : records) {
        const Bytes coded = padded(encodeAccessRules(record), kArrRecord);
        all.insert(all.end(), coded.begin(), coded.end());
    }
    return all;
}

Bytes dirRecord(const Bytes& aid, std::string_view label, const Bytes& path = {})
{
    TlvWriter inside;
    inside.add(TlvTag{0x4F}, aid).add(TlvTag{0x50}, bytesOf(label));
    if (!path.empty())
        inside.add(TlvTag{0x51}, path);
    TlvWriter record;
    record.add(TlvTag{0x61}, inside);
    return padded(record.take(), kDirRecord);
}

Bytes dirRecords(bool dmsc)
{
    Bytes all;
    for (const Bytes& record : {dirRecord(usimAid(), "USIM"), dirRecord(isimAid(), "ISIM"),
             dirRecord(publicationAid(), "MO store", {0x3F, 0x00, 0x50, 0x15}),
             dmsc ? dirRecord({std::begin(card::kAid), std::end(card::kAid)}, "DM_SC") : padded({}, kDirRecord)})
        all.insert(all.end(), record.begin(), record.end());
    return all;
}

/// Puts files into the list, parents first.
class Builder
{
public:
    explicit Builder(std::uint16_t arr)
        : m_arr(arr)
    {
    }
    void useRules(std::uint16_t arr) { m_arr = arr; }

    std::uint32_t directory(std::uint32_t parent, std::uint16_t number, const Bytes& name = {})
    {
        Fcp control = base(number, DefaultRule::Directory);
        control.kind = parent == 0 ? CardFileKind::Mf : name.empty() ? CardFileKind::Df : CardFileKind::Adf;
        control.name = name;
        return add(parent, std::move(control), {});
    }
    void transparent(std::uint32_t parent, std::uint16_t number, DefaultRule rule, Bytes content, int shortId = 0)
    {
        Fcp control = base(number, rule, shortId);
        control.kind = CardFileKind::Transparent;
        add(parent, std::move(control), std::move(content));
    }
    void linear(std::uint32_t parent, std::uint16_t number, DefaultRule rule, std::size_t length, Bytes content,
        int shortId = 0)
    {
        Fcp control = base(number, rule, shortId);
        control.kind = CardFileKind::LinearFixed;
        control.recordLength = static_cast<std::uint32_t>(length);
        add(parent, std::move(control), std::move(content));
    }
    void cyclic(std::uint32_t parent, std::uint16_t number, DefaultRule rule, std::size_t length, Bytes content)
    {
        Fcp control = base(number, rule);
        control.kind = CardFileKind::Cyclic;
        control.recordLength = static_cast<std::uint32_t>(length);
        add(parent, std::move(control), std::move(content));
    }
    void objects(std::uint32_t parent, std::uint16_t number, DefaultRule rule, Bytes content, int shortId = 0)
    {
        Fcp control = base(number, rule, shortId);
        control.kind = CardFileKind::BerTlv;
        control.fileDetails = std::uint8_t{1};
        control.maximumSize = kTlvFileSize;
        add(parent, std::move(control), std::move(content));
    }
    [[nodiscard]] std::vector<DefaultFile> take() { return std::move(m_files); }

private:
    [[nodiscard]] Fcp base(std::uint16_t number, DefaultRule rule, int shortId = 0) const
    {
        Fcp control;
        control.fileId = number;
        control.lifeCycle = LifeCycle::Activated;
        control.access = AccessReference{m_arr, {{std::nullopt, static_cast<std::uint8_t>(rule)}}};
        if (shortId != 0)
            control.shortId = static_cast<std::uint8_t>(shortId);
        return control;
    }
    std::uint32_t add(std::uint32_t parent, Fcp control, Bytes content)
    {
        m_files.push_back({parent, std::move(control), std::move(content)});
        return static_cast<std::uint32_t>(m_files.size());
    }

    std::uint16_t m_arr;
    std::vector<DefaultFile> m_files;
};

void addUsim(Builder& build, std::uint32_t mf)
{
    const std::uint32_t usim = build.directory(mf, 0x7FF0, usimAid());
    build.linear(usim, kArrOfApplication, DefaultRule::Public, kArrRecord, accessRules(), 0x17);
    // IMSI 001010123456789: length, parity and type in the first half byte, digits swapped.
    build.transparent(usim, 0x6F07, DefaultRule::Pin, {0x08, 0x09, 0x10, 0x10, 0x10, 0x32, 0x54, 0x76, 0x98}, 7);
    build.transparent(usim, 0x6FAD, DefaultRule::Public, {0x00, 0x00, 0x00, 0x02}, 3);
    build.transparent(usim, 0x6F38, DefaultRule::Pin, services(17, {34, 35, 96, 109, 115, 117, 120, 134}), 4);
    build.transparent(usim, 0x6F56, DefaultRule::SecondPin, {0x00}, 5); // EST: ACL off
    // EF.ACL: one access point, "internet".
    build.transparent(usim, 0x6F57, DefaultRule::SecondPin,
        padded({0x01, 0xDD, 0x09, 0x08, 'i', 'n', 't', 'e', 'r', 'n', 'e', 't'}, 64));
    // Low priority, EAB, both overrides, T at least 60 minutes, retry after 12 minutes.
    build.transparent(usim, 0x6FE8, DefaultRule::Pin,
        padded({0x80, 0x01, 0x01, 0x84, 0x01, 0x01, 0x86, 0x01, 0x01, 0x87, 0x01, 0x01, 0x83, 0x01, 0x3C, 0x8A, 0x01,
                   0xAC},
            64));
    build.objects(usim, 0x6FF8, DefaultRule::Pin, encodingAndDocument(kImsDocument));
    build.transparent(usim, 0x6FF9, DefaultRule::Pin, {0x40, 0x40, 0x00, 0x00}); // device management stays allowed
    build.objects(usim, 0x6FFC, DefaultRule::Pin, xcapPolicy());
    build.objects(usim, 0x6FFE, DefaultRule::Pin, encodingAndDocument(kMudDocument));
    // EF.ACM, a cyclic file: the accumulated call meter.
    build.cyclic(usim, 0x6F39, DefaultRule::User, 3, Bytes(9));
}

void addIsim(Builder& build, std::uint32_t mf)
{
    const std::uint32_t isim = build.directory(mf, 0x7FF1, isimAid());
    build.linear(isim, kArrOfApplication, DefaultRule::Public, kArrRecord, accessRules(), 6);
    TlvWriter identity;
    identity.add(TlvTag{0x80}, bytesOf("001010123456789@ims.mnc001.mcc001.3gppnetwork.org"));
    build.transparent(isim, 0x6F02, DefaultRule::Pin, identity.take(), 2); // IMPI
    TlvWriter domain;
    domain.add(TlvTag{0x80}, bytesOf("ims.mnc001.mcc001.3gppnetwork.org"));
    build.transparent(isim, 0x6F03, DefaultRule::Pin, domain.take(), 5);
    build.transparent(isim, 0x6FAD, DefaultRule::Public, {0x00, 0x00, 0x00}, 3);
    build.transparent(isim, 0x6F07, DefaultRule::Pin, services(3, {}), 7); // IST
}

void addTelecom(Builder& build, std::uint32_t mf)
{
    const std::uint32_t telecom = build.directory(mf, 0x7F10);
    const std::uint32_t mcs = build.directory(telecom, 0x5F3D);
    build.transparent(mcs, 0x4F01, DefaultRule::Pin, {0x00, 0x01, 0x00}, 1); // XML; service 1
    TlvWriter mcptt;
    mcptt.add(TlvTag{0x80}, bytesOf(kMcpttDocument));
    build.objects(mcs, 0x4F02, DefaultRule::Pin, mcptt.take(), 2);
}

} // namespace

AccessReference ruleFor(DefaultRule rule)
{
    return {kArrOfMf, {{std::nullopt, static_cast<std::uint8_t>(rule)}}};
}

Bytes digitsOf(const std::string& digits)
{
    Bytes bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const auto digit = [&](std::size_t at) {
            return at < digits.size() && digits[at] >= '0' && digits[at] <= '9' ? unsigned(digits[at] - '0') : 0xFU;
        };
        bytes.push_back(static_cast<std::uint8_t>(digit(i) << 4U | digit(i + 1)));
    }
    return bytes;
}

std::vector<DefaultFile> defaultFiles(const std::string& iccid, bool dmsc)
{
    Builder build(kArrOfMf);
    const std::uint32_t mf = build.directory(0, 0x3F00);
    // EF.ICCID: half bytes swapped (ETSI TS 102 221 13.2).
    Bytes number = padded(digitsOf(iccid), 10);
    number.resize(10);
    for (std::uint8_t& byte : number)
        byte = static_cast<std::uint8_t>(byte << 4U | byte >> 4U);
    build.transparent(mf, 0x2FE2, DefaultRule::Public, number, 2);
    build.linear(mf, 0x2F00, DefaultRule::Public, kDirRecord, dirRecords(dmsc), 0x1E);
    build.linear(mf, kArrOfMf, DefaultRule::Public, kArrRecord, accessRules(), 6);
    build.transparent(mf, 0x2F08, DefaultRule::Public, {0x3C, 0x05, 0x00, 0x00, 0x00}, 8); // UMPC
    build.transparent(mf, 0x2F05, DefaultRule::Preference, {'e', 'n', 'n', 'b', 'd', 'e', 0xFF, 0xFF}, 5); // PL
    build.transparent(mf, kToolkitFile, DefaultRule::Public, padded({}, kToolkitSize));
    build.directory(mf, 0x5015, publicationAid());
    addTelecom(build, mf);
    build.useRules(kArrOfApplication);
    addUsim(build, mf);
    addIsim(build, mf);
    return build.take();
}

} // namespace dmsc
