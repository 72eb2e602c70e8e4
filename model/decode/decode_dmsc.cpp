// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_dmsc.h"

#include "model/access/entity.h"
#include "model/decode/apdu_decoder.h"
#include "model/decode/decode_message.h"
#include "model/decode/decode_notification.h"

#include <QCoreApplication>

// Commands and answers of the DM_SC application; the clauses are those of CARD-INTERFACE.md.
namespace dmsc {

namespace {

constexpr qsizetype kDigestSize = 32;
constexpr std::uint8_t kAbort = 0x80;

void describeRole(const Window& value, Field& field)
{
    const auto role = roleOf(value.at(0));
    field.value = hexAnd(value, role ? roleName(*role) : QString());
}

void describeMethod(const Window& value, Field& field)
{
    const auto method = methodOf(value.at(0));
    field.value = hexAnd(value, method ? methodName(*method) : QString());
}

constexpr Named kLevels[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "C-MAC")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "C-DECRYPTION")},
    {0x10, QT_TRANSLATE_NOOP("Decode", "R-MAC")},
    {0x20, QT_TRANSLATE_NOOP("Decode", "R-ENCRYPTION")},
};

void describeLevel(const Window& value, Field& field)
{
    addFlags(value, kLevels, field);
}

constexpr Named kRights[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "explore")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "read")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "write")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "delete")},
    {0x10, QT_TRANSLATE_NOOP("Decode", "manage memory")},
    {0x20, QT_TRANSLATE_NOOP("Decode", "others' data too")},
};

void describeRights(const Window& value, Field& field)
{
    addFlags(value, kRights, field);
}

void describeVersion(const Window& value, Field& field)
{
    field.value = QStringLiteral("%1.%2").arg(value.at(0)).arg(value.at(1));
}

/// Method and least level of hosts of version 1.0.
void describeOldMethod(const Window& value, Field& field)
{
    field.children.push_back(fieldOf(value.first(1), inWords(QT_TRANSLATE_NOOP("Decode", "Method"))));
    describeMethod(value.first(1), field.children.back());
    field.children.push_back(fieldOf(value.sliced(1, 1), inWords(QT_TRANSLATE_NOOP("Decode", "Least level"))));
    describeLevel(value.sliced(1, 1), field.children.back());
    field.value = field.children.front().value;
}

void describeStore(const Window& value, Field& field)
{
    field.value = hexAnd(value, value.at(0) == 1 ? inWords(QT_TRANSLATE_NOOP("Decode", "formatted")) : QString());
}

void describeCapabilities(const Window& value, Field& field)
{
    static constexpr Named kCapabilities[] = {
        {0x01, QT_TRANSLATE_NOOP("Decode", "extended length")},
        {0x02, QT_TRANSLATE_NOOP("Decode", "command chaining")},
    };
    addFlags(value, kCapabilities, field);
}

void describeChange(const Window& value, Field& field)
{
    static constexpr Named kKinds[] = {
        {1, QT_TRANSLATE_NOOP("Decode", "subtree added")},
        {2, QT_TRANSLATE_NOOP("Decode", "subtree gone")},
        {3, QT_TRANSLATE_NOOP("Decode", "value or properties changed")},
    };
    field.value = hexAnd(value, nameIn(kKinds, value.at(0)));
}

void describeTrigger(const Window& value, Field& field)
{
    addTrigger(value, field);
}

constexpr TagRow kOfferRows[] = {
    {0x80, "Role", describeRole},
    {0x81, "Method", describeMethod},
    {0x82, "Least level", describeLevel},
    {0x83, "Key versions", describe::asHex},
};
constexpr TagTable kOfferTags{kOfferRows};
constexpr TagRow kInterfaceRows[] = {
    {0x80, "Interface version", describeVersion},
    {0x81, "Method for version 1.0", describeOldMethod},
    {0x82, "State of the store", describeStore},
    {0x83, "Capabilities", describeCapabilities},
    {0x85, "Most data bytes of a command", describe::asBytes},
    {0xA6, "Offer", nullptr, &kOfferTags},
};
constexpr TagTable kInterfaceTags{kInterfaceRows};
constexpr TagRow kInsideFciRows[] = {
    {0x84, "DF name (AID)", describe::asAid},
    {0xA5, "Proprietary information", nullptr, &kInterfaceTags},
};
constexpr TagTable kInsideFci{kInsideFciRows};
constexpr TagRow kFciRows[] = {{0x6F, "FCI template", nullptr, &kInsideFci}};

constexpr TagRow kStoreStatusRows[] = {
    {0x80, "Epoch", describe::asHex},
    {0x81, "Sequence number", describe::asNumber},
    {0x82, "Oldest sequence number of the journal", describe::asNumber},
    {0x83, "Content digest of the root", describe::asHex},
    {0x84, "ACL digest of the root", describe::asHex},
    {0x85, "Memory size", describe::asBytes},
    {0x86, "Memory used", describe::asBytes},
    {0x87, "Memory free", describe::asBytes},
    {0x88, "ICCID", describe::asText},
    {0x89, "Number of nodes", describe::asNumber},
};
constexpr TagTable kStatusTags{kStoreStatusRows};

constexpr TagRow kJournalAskRows[] = {
    {0x80, "Epoch", describe::asHex},
    {0x81, "Sequence number", describe::asNumber},
};
constexpr TagTable kJournalAsk{kJournalAskRows};
constexpr TagRow kChangeRows[] = {
    {0x80, "Sequence number", describe::asNumber},
    {0x81, "Kind", describeChange},
    {0x82, "URI", describe::asText},
    {0x83, "Owner", describe::asText},
};
constexpr TagTable kChangeTags{kChangeRows};
constexpr TagRow kJournalRows[] = {
    {0x81, "From", describe::asNumber},
    {0x82, "To", describe::asNumber},
    {0xA3, "Change", nullptr, &kChangeTags},
};
constexpr TagTable kJournalTags{kJournalRows};

constexpr TagRow kDigestAskRows[] = {
    {0x80, "Size of digests", describe::asBytes},
    {0x81, "Salt", describe::asHex},
    {0x82, "URI", describe::asText},
    {0x83, "Names digest", describe::asHex},
};
constexpr TagTable kDigestAsk{kDigestAskRows};

/// 00 or 01, length of the name, name, digest, as often as there are children; how long a digest is, the asker knows.
void describeChildren(const Window& value, Field& field)
{
    field.value =
        inWords(QT_TRANSLATE_NOOP("Decode", "kind, name and digest of each child: %1")).arg(plainText(value.bytes, 48));
}

constexpr TagRow kNodeRows[] = {
    {0x80, "Own digest", describe::asHex},
    {0x81, "Digests of the children", describe::asHex},
    {0x82, "Children", describeChildren},
};
constexpr TagTable kNodeTags{kNodeRows};
constexpr TagRow kDigestRows[] = {
    {0xA2, "Node", nullptr, &kNodeTags},
    {0xA3, "No such interior node"},
};
constexpr TagTable kDigestTags{kDigestRows};

constexpr TagRow kGrantRows[] = {
    {0x80, "Entity", describe::asText},
    {0x81, "Role", describeRole},
    {0x82, "Limit in blocks", describe::asNumber},
    {0x83, "Granted blocks", describe::asNumber},
    {0x84, "Used blocks", describe::asNumber},
    {0x85, "Used bytes", describe::asBytes},
};
constexpr TagTable kGrantTags{kGrantRows};
constexpr TagRow kTypeRows[] = {
    {0x80, "Type", describe::asText},
    {0x81, "Limit in blocks", describe::asNumber},
    {0x82, "Used blocks", describe::asNumber},
};
constexpr TagTable kTypeTags{kTypeRows};
constexpr TagRow kMemoryRows[] = {
    {0x85, "Memory size", describe::asBytes},
    {0x86, "Memory used", describe::asBytes},
    {0x87, "Memory free", describe::asBytes},
    {0x88, "Block size", describe::asBytes},
    {0x89, "Blocks", describe::asNumber},
    {0x8A, "Blocks of the system", describe::asNumber},
    {0x8B, "Blocks of the reserve", describe::asNumber},
    {0x8C, "Free blocks", describe::asNumber},
    {0x8D, "Reserve as laid down", describe::asNumber},
    {0xA4, "Memory of an entity", nullptr, &kGrantTags},
    {0xA5, "Memory of a Type", nullptr, &kTypeTags},
};
constexpr TagTable kMemoryTags{kMemoryRows};
constexpr TagRow kMemoryAskRows[] = {
    {0x80, "Entity", describe::asText},
    {0x81, "Blocks", describe::asNumber},
};
constexpr TagTable kMemoryAsk{kMemoryAskRows};

constexpr TagRow kConditionRows[] = {
    {0x80, "Rights", describeRights},
    {0x81, "URI", describe::asText},
    {0x82, "Type", describe::asText},
};
constexpr TagTable kConditionTags{kConditionRows};
constexpr TagRow kAccessRows[] = {
    {0x80, "Entity", describe::asText},
    {0x81, "Role", describeRole},
    {0x82, "Method", describeMethod},
    {0x83, "Level", describeLevel},
    {0x84, "Credential", describe::asText},
    {0xA1, "Condition", nullptr, &kConditionTags},
};
constexpr TagTable kAccessTags{kAccessRows, &kMemoryTags};

constexpr TagRow kOwnerRows[] = {
    {0x80, "Entity", describe::asText},
    {0x81, "URI", describe::asText},
};
constexpr TagTable kOwnerTags{kOwnerRows};
constexpr TagRow kOwnersRows[] = {{0xA7, "Owner", nullptr, &kOwnerTags}};
constexpr TagTable kOwnersTags{kOwnersRows};

constexpr TagRow kMethodRows[] = {
    {0x80, "Method", describeMethod},
    {0x81, "Least level", describeLevel},
    {0x82, "Key version", describe::asHex},
};
constexpr TagTable kMethodTags{kMethodRows};
constexpr TagRow kEntityRows[] = {
    {0x80, "Name", describe::asText},
    {0x81, "Role", describeRole},
    {0x82, "Common name of the certificate", describe::asText},
    {0x83, "Memory limit in blocks", describe::asNumber},
    {0x84, "First grant in blocks", describe::asNumber},
    {0xA6, "Method", nullptr, &kMethodTags},
    {0xA1, "Condition", nullptr, &kConditionTags},
};
constexpr TagTable kEntityTags{kEntityRows};
constexpr TagRow kTriesRows[] = {
    {0x80, "Entity", describe::asText},
    {0x81, "Key version", describe::asHex},
    {0x82, "Tries left", describe::asNumber},
    {0x83, "Tries that a reset gives", describe::asNumber},
};
constexpr TagTable kTriesTags{kTriesRows};
constexpr TagRow kPolicyRows[] = {
    {0x80, "Version", describe::asNumber},
    {0x81, "Block size", describe::asBytes},
    {0x82, "Blocks of the system", describe::asNumber},
    {0x83, "Blocks of the reserve", describe::asNumber},
    {0x84, "Tries of a key set", describe::asNumber},
    {0xA5, "Entity", nullptr, &kEntityTags},
    {0xA7, "Limit of a Type", nullptr, &kTypeTags},
    {0xA8, "Key set", nullptr, &kTriesTags},
};
constexpr TagTable kPolicyTags{kPolicyRows};
constexpr TagRow kKeySetRows[] = {
    {0x81, "Key version", describe::asHex},
    {0x82, "ENC", describe::asHex},
    {0x83, "MAC", describe::asHex},
    {0x84, "DEK", describe::asHex},
    {0x85, "Size of challenges and MACs", describe::asHex},
    {0x86, "Card challenge", describe::asHex},
};
constexpr TagTable kKeySetTags{kKeySetRows};
constexpr TagRow kKeyPairRows[] = {
    {0x81, "Key version", describe::asHex},
    {0x82, "Private key", describe::asHex},
    {0x83, "Certificate", describe::asHex},
    {0x84, "Authority", describe::asHex},
};
constexpr TagTable kKeyPairTags{kKeyPairRows};
constexpr TagRow kAuthorityRows[] = {
    {0x81, "Reference", describe::asHex},
    {0x82, "Public key", describe::asHex},
};
constexpr TagTable kAuthorityTags{kAuthorityRows};
constexpr TagRow kNotificationRows[] = {
    {0x80, "Trigger", describeTrigger},
    {0x81, "Wanted MO", describe::asText},
};
constexpr TagTable kNotificationTags{kNotificationRows};
constexpr TagRow kCredentialRows[] = {
    {0x80, "Server ID", describe::asText},
    {0x81, "Nonce", describe::asHex},
    {0x82, "Digest of the message (MD5)", describe::asHex},
    {0x83, "Digest of the message (SHA-256)", describe::asHex},
    {0x84, "Proof", describe::asHex},
};
constexpr TagTable kCredentialTags{kCredentialRows};

// What P1 says, command by command.
constexpr Named kMessageP1[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "the host is the server")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "the card is the server")},
    {0x80, QT_TRANSLATE_NOOP("Decode", "abort")},
};
constexpr Named kMemoryP1[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "request")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "extend")},
    {0x03, QT_TRANSLATE_NOOP("Decode", "reduce")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "release")},
    {0x05, QT_TRANSLATE_NOOP("Decode", "delete")},
};
constexpr std::uint8_t kPolicyPutKeys = 0x02;
constexpr std::uint8_t kResetTries = 0x03;
constexpr std::uint8_t kPutAuthority = 0x04;
constexpr std::uint8_t kTries = 0x05;
constexpr std::uint8_t kPutKeyPair = 0x06;
constexpr Named kPolicyP1[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "get")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "put")},
    {kPolicyPutKeys, QT_TRANSLATE_NOOP("Decode", "put keys")},
    {kResetTries, QT_TRANSLATE_NOOP("Decode", "reset tries")},
    {kPutAuthority, QT_TRANSLATE_NOOP("Decode", "put authority")},
    {kTries, QT_TRANSLATE_NOOP("Decode", "tries")},
    {kPutKeyPair, QT_TRANSLATE_NOOP("Decode", "put key pair")},
};
constexpr Named kNotificationP1[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "the device wants a session")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "does the card want one?")},
};

void messageParameters(const ApduCommand& command, Field& p1, Field&)
{
    p1.value = hexAnd(command.p1, nameIn(kMessageP1, command.first()));
}

void memoryParameters(const ApduCommand& command, Field& p1, Field&)
{
    p1.value = hexAnd(command.p1, nameIn(kMemoryP1, command.first()));
}

void credentialParameters(const ApduCommand& command, Field& p1, Field&)
{
    static constexpr Named kWhat[] = {
        {0x00, QT_TRANSLATE_NOOP("Decode", "prove")},
        {0x01, QT_TRANSLATE_NOOP("Decode", "check")},
    };
    p1.value = hexAnd(command.p1, nameIn(kWhat, command.first()));
}

void policyParameters(const ApduCommand& command, Field& p1, Field&)
{
    p1.value = hexAnd(command.p1, nameIn(kPolicyP1, command.first()));
}

void notificationParameters(const ApduCommand& command, Field& p1, Field&)
{
    p1.value = hexAnd(command.p1, nameIn(kNotificationP1, command.first()));
}

void addMessage(const Window& message, Field& field)
{
    field.children.push_back(fieldOf(message, inWords(QT_TRANSLATE_NOOP("Decode", "Message"))));
    field.children.back().children = decodeMessage(message);
}

/// Digest, then the message (5).
void messageData(const ApduCommand& command, const Window& data, Field& field)
{
    if (command.first() == kAbort || data.size() <= kDigestSize) {
        field.value = hexText(data.bytes);
        return;
    }
    const Window digest = data.first(kDigestSize);
    field.children.push_back(
        fieldOf(digest, inWords(QT_TRANSLATE_NOOP("Decode", "Digest (SHA-256)")), hexText(digest.bytes)));
    addMessage(data.from(kDigestSize), field);
}

void messageAnswer(const ApduCommand&, const Window& data, Field& field)
{
    addMessage(data, field);
}

template <const TagTable& table> void byTable(const ApduCommand&, const Window& data, Field& field)
{
    addTlv(data, table, field);
}

const TagTable& policyTable(std::uint8_t p1)
{
    switch (p1) {
    case kPolicyPutKeys:
    case kResetTries:
        return kKeySetTags;
    case kPutAuthority:
        return kAuthorityTags;
    case kPutKeyPair:
        return kKeyPairTags;
    default:
        return kPolicyTags;
    }
}

void policyData(const ApduCommand& command, const Window& data, Field& field)
{
    addTlv(data, policyTable(command.first()), field);
}

constexpr ApduDecoder kDmscDecoders[] = {
    {0x40, apdu_class::kProprietary, messageParameters, messageData, messageAnswer},
    {0x42, apdu_class::kProprietary, nullptr, nullptr, byTable<kStatusTags>},
    {0x44, apdu_class::kProprietary, nullptr, byTable<kJournalAsk>, byTable<kJournalTags>},
    {0x46, apdu_class::kProprietary, nullptr, byTable<kDigestAsk>, byTable<kDigestTags>},
    {0x48, apdu_class::kProprietary, nullptr, nullptr, byTable<kMemoryTags>},
    {0x4A, apdu_class::kProprietary, nullptr, nullptr, byTable<kAccessTags>},
    {0x4C, apdu_class::kProprietary, memoryParameters, byTable<kMemoryAsk>, byTable<kMemoryTags>},
    {0x4E, apdu_class::kProprietary, nullptr, nullptr, byTable<kOwnersTags>},
    {0x54, apdu_class::kProprietary, policyParameters, policyData, byTable<kPolicyTags>},
    {0x56, apdu_class::kProprietary, notificationParameters, byTable<kNotificationTags>, byTable<kNotificationTags>},
    {0x58, apdu_class::kProprietary, credentialParameters, byTable<kCredentialTags>, byTable<kCredentialTags>},
};

} // namespace

const TagTable kDmscFciTags{kFciRows};

bool isDmscFci(const Window& fci)
{
    constexpr QByteArrayView kAid("\xF0\x44\x4D\x5F\x53\x43", 6);
    // 6F, its length of one to three bytes, 84 and its length.
    return fci.at(0) == 0x6F && fci.first(12).bytes.toByteArray().contains(kAid);
}

std::span<const ApduDecoder> dmscDecoders()
{
    return kDmscDecoders;
}

} // namespace dmsc
