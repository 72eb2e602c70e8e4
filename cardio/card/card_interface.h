// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/tlv.h"
#include "cardio/channel/security_level.h"

#include <cstdint>

/// Numbers of the DM_SC application, as CARD-INTERFACE.md specifies it; card and host share them.
namespace dmsc::card {

/// Proprietary (first byte F0), "DM_SC", version 1.
inline constexpr std::uint8_t kAid[] = {0xF0, 0x44, 0x4D, 0x5F, 0x53, 0x43, 0x01};
inline constexpr std::uint8_t kInterfaceVersion[] = {0x01, 0x01};
inline constexpr SecurityLevel kLevel = SecurityLevel::All;
inline constexpr std::uint8_t kMethodScp03 = 0x03;

inline constexpr std::uint8_t kInsSelect = 0xA4;
inline constexpr std::uint8_t kInsGetResponse = 0xC0;
// All of these with CLA 84 (94 for the parts of a chain), P1 P2 = 0000 unless said otherwise.
inline constexpr std::uint8_t kInsDmMessage = 0x40;
inline constexpr std::uint8_t kInsSyncStatus = 0x42;
inline constexpr std::uint8_t kInsReadJournal = 0x44;
inline constexpr std::uint8_t kInsNodeDigests = 0x46;
inline constexpr std::uint8_t kInsGetMemory = 0x48;
inline constexpr std::uint8_t kInsAccessConditions = 0x4A;
inline constexpr std::uint8_t kInsManageMemory = 0x4C; ///< P1: MemoryAction
inline constexpr std::uint8_t kInsOwners = 0x4E;
inline constexpr std::uint8_t kInsReceipt = 0x52;
inline constexpr std::uint8_t kInsPolicy = 0x54; ///< P1: one of those below
inline constexpr std::uint8_t kInsNotification = 0x56; ///< P1: one of the two below
inline constexpr std::uint8_t kNotifyCard = 0x00; ///< the device asks the card to open a session (UC1-N)
inline constexpr std::uint8_t kAskForNotification = 0x01; ///< whether the card wants one (UC1-A1)
inline constexpr std::uint8_t kInsDmCredential = 0x58; ///< P1: one of the two below
inline constexpr std::uint8_t kProve = 0x00; ///< the digest of the account's client
inline constexpr std::uint8_t kCheck = 0x01; ///< the digest of its server
inline constexpr std::uint8_t kInsManageSecurity = 0x22; ///< MSE SET DST (ISO 7816-4)
inline constexpr std::uint8_t kSetForVerification = 0x81; ///< P1; some hosts say 41
inline constexpr std::uint8_t kSetForVerificationToo = 0x41;
inline constexpr std::uint8_t kDigitalSignatureTemplate = 0xB6; ///< P2
inline constexpr std::uint8_t kInsSecurityOperation = 0x2A; ///< PSO (ISO 7816-8)
inline constexpr std::uint8_t kHashP1 = 0x90;
inline constexpr std::uint8_t kHashP2 = 0xA0;
inline constexpr std::uint8_t kVerifyP1 = 0x00;
inline constexpr std::uint8_t kVerifyP2 = 0xA8; ///< VERIFY DIGITAL SIGNATURE
inline constexpr std::uint8_t kPolicyGet = 0x00;
inline constexpr std::uint8_t kPolicyPut = 0x01; ///< issuer only
inline constexpr std::uint8_t kPolicyPutKeys = 0x02; ///< issuer only: a key set of an entity
inline constexpr std::uint8_t kPolicyResetTries = 0x03; ///< issuer only
inline constexpr std::uint8_t kPolicyPutAuthority = 0x04; ///< issuer only: a key that approvals are checked with
inline constexpr std::uint8_t kPolicyTries = 0x05; ///< issuer only: the tries that key sets have left
inline constexpr std::uint8_t kPolicyPutKeyPair = 0x06; ///< issuer only: a key pair of the card with its certificates
/// P1 of DM MESSAGE: who is the server of the session that the message belongs to.
inline constexpr std::uint8_t kHostIsServer = 0x00;
inline constexpr std::uint8_t kCardIsServer = 0x01; ///< UC1: the message is the device's, the answer the card's
/// P1 of DM MESSAGE that drops what was sent so far of a message.
inline constexpr std::uint8_t kAbortMessage = 0x80;

/// SHA-256 of the message stands before it.
inline constexpr std::size_t kMessageDigestSize = 32;
inline constexpr std::size_t kMaxMessageSize = std::size_t{64} << 20U;

namespace tag {
// SELECT
inline constexpr TlvTag kFci{0x6F};
inline constexpr TlvTag kDfName{0x84};
inline constexpr TlvTag kProprietary{0xA5};
inline constexpr TlvTag kVersion{0x80};
inline constexpr TlvTag kMethod{0x81}; ///< method, least security level
inline constexpr TlvTag kStoreState{0x82}; ///< 01: formatted
inline constexpr TlvTag kCapabilities{0x83}; ///< 01 extended length, 02 chaining
inline constexpr TlvTag kMaxCommandData{0x85};
inline constexpr TlvTag kOffer{0xA6}; ///< one per role and method that the policy accepts
inline constexpr TlvTag kOfferRole{0x80};
inline constexpr TlvTag kOfferMethod{0x81};
inline constexpr TlvTag kOfferLevel{0x82};
inline constexpr TlvTag kOfferKeyVersions{0x83}; ///< a byte each
// ACCESS CONDITIONS
inline constexpr TlvTag kEntityName{0x80};
inline constexpr TlvTag kEntityRole{0x81};
inline constexpr TlvTag kEntityMethod{0x82};
inline constexpr TlvTag kEntityLevel{0x83};
inline constexpr TlvTag kEntityCredential{0x84};
inline constexpr TlvTag kCondition{0xA1};
inline constexpr TlvTag kConditionRights{0x80};
inline constexpr TlvTag kConditionUri{0x81};
inline constexpr TlvTag kConditionMoType{0x82};
// GET MEMORY, MANAGE MEMORY
inline constexpr TlvTag kBlockSize{0x88};
inline constexpr TlvTag kBlocksTotal{0x89};
inline constexpr TlvTag kBlocksSystem{0x8A};
inline constexpr TlvTag kBlocksReserve{0x8B};
inline constexpr TlvTag kBlocksFree{0x8C};
inline constexpr TlvTag kBlocksReserveLimit{0x8D}; ///< what the issuer keeps back when it can
inline constexpr TlvTag kEntityMemory{0xA4}; ///< kGrant* and kEntityName, kEntityRole inside
inline constexpr TlvTag kGrantLimit{0x82};
inline constexpr TlvTag kGrantGranted{0x83};
inline constexpr TlvTag kGrantUsed{0x84};
inline constexpr TlvTag kGrantUsedBytes{0x85};
inline constexpr TlvTag kTypeMemory{0xA5};
inline constexpr TlvTag kTypeName{0x80};
inline constexpr TlvTag kTypeLimit{0x81};
inline constexpr TlvTag kTypeUsed{0x82};
inline constexpr TlvTag kRequestEntity{0x80}; ///< MANAGE MEMORY; absent: the one that asks
inline constexpr TlvTag kRequestBlocks{0x81};
// OWNERS
inline constexpr TlvTag kOwner{0xA7};
inline constexpr TlvTag kOwnerName{0x80};
inline constexpr TlvTag kOwnerUri{0x81}; ///< as often as needed: nodes whose parent has another owner
// NOTIFICATION
inline constexpr TlvTag kTrigger{0x80}; ///< package 0 without its digest (NOTI 6.2): the channel vouches for it
inline constexpr TlvTag kWantedMo{0x81}; ///< an MO identifier, as often as wanted; none: all
// DM CREDENTIAL
inline constexpr TlvTag kServerId{0x80};
inline constexpr TlvTag kNonce{0x81};
inline constexpr TlvTag kMessageMd5{0x82}; ///< for an HMAC; absent: for a Cred
inline constexpr TlvTag kMessageSha256{0x83}; ///< with it, for the receipt
inline constexpr TlvTag kProofDigest{0x84};
// POLICY, put keys, put key pair and reset tries
inline constexpr TlvTag kPolicyKeyVersion{0x81};
// POLICY, tries
inline constexpr TlvTag kKeySetTries{0xA8}; ///< one per key set that the policy accepts
inline constexpr TlvTag kTriesEntity{0x80};
inline constexpr TlvTag kTriesKeyVersion{0x81};
inline constexpr TlvTag kTriesLeft{0x82}; ///< 00: blocked
inline constexpr TlvTag kTriesMost{0x83};
// POLICY, put authority
inline constexpr TlvTag kAuthorityReference{0x81};
inline constexpr TlvTag kAuthorityKey{0x82}; ///< SubjectPublicKeyInfo, DER
// MSE, PSO (ISO 7816-8)
inline constexpr TlvTag kKeyReference{0x83};
inline constexpr TlvTag kHashCode{0x90};
inline constexpr TlvTag kSignature{0x9E};
// SYNC STATUS, GET MEMORY
inline constexpr TlvTag kEpoch{0x80};
inline constexpr TlvTag kSeq{0x81};
inline constexpr TlvTag kOldestSeq{0x82};
inline constexpr TlvTag kContentDigest{0x83};
inline constexpr TlvTag kAclDigest{0x84};
inline constexpr TlvTag kMemorySize{0x85};
inline constexpr TlvTag kMemoryUsed{0x86};
inline constexpr TlvTag kMemoryFree{0x87};
inline constexpr TlvTag kIccid{0x88};
inline constexpr TlvTag kNodeCount{0x89};
// READ JOURNAL
inline constexpr TlvTag kFromSeq{0x81};
inline constexpr TlvTag kToSeq{0x82};
inline constexpr TlvTag kEntry{0xA3};
inline constexpr TlvTag kEntrySeq{0x80};
inline constexpr TlvTag kEntryKind{0x81};
inline constexpr TlvTag kEntryUri{0x82};
inline constexpr TlvTag kEntryOwner{0x83};
// NODE DIGESTS
inline constexpr TlvTag kDigestSize{0x80};
inline constexpr TlvTag kSalt{0x81};
inline constexpr TlvTag kUri{0x82};
inline constexpr TlvTag kNamesDigest{0x83}; ///< of the URI before it
inline constexpr TlvTag kNode{0xA2};
inline constexpr TlvTag kNoSuchNode{0xA3};
inline constexpr TlvTag kOwnDigest{0x80};
inline constexpr TlvTag kChildDigests{0x81}; ///< the names are as the host knows them
inline constexpr TlvTag kChildren{0x82};
} // namespace tag

} // namespace dmsc::card
