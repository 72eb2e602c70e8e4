// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_approvals.h"

#include "cardio/card/card_interface.h"
#include "cardio/channel/authority_key.h"

#include <utility>

namespace dmsc {

namespace {

constexpr std::size_t kHashSize = 32; ///< SHA-256
constexpr std::size_t kLongHashSize = 48; ///< SHA-384
constexpr std::size_t kLongestHashSize = 64; ///< SHA-512

bool isSetKey(const CommandApdu& command)
{
    return command.ins == card::kInsManageSecurity && command.p2 == card::kDigitalSignatureTemplate
        && (command.p1 == card::kSetForVerification || command.p1 == card::kSetForVerificationToo);
}

bool isHash(const CommandApdu& command)
{
    return command.ins == card::kInsSecurityOperation && command.p1 == card::kHashP1 && command.p2 == card::kHashP2;
}

bool isVerify(const CommandApdu& command)
{
    return command.ins == card::kInsSecurityOperation && command.p1 == card::kVerifyP1 && command.p2 == card::kVerifyP2;
}

/// The one object of that tag, and nothing else.
std::optional<ByteView> only(ByteView data, TlvTag tag)
{
    const auto tlvs = parseTlvs(data);
    if (!tlvs || tlvs->size() != 1 || tlvs->front().tag != tag || tlvs->front().value.empty())
        return std::nullopt;
    return tlvs->front().value;
}

} // namespace

bool CardApprovals::takes(const CommandApdu& command)
{
    return isSetKey(command) || isHash(command) || isVerify(command);
}

void CardApprovals::drop()
{
    m_key.reset();
    m_hash.clear();
}

ResponseApdu CardApprovals::run(const CommandApdu& command)
{
    if (command.data.empty())
        return {{}, StatusWord::WrongLength};
    if (isSetKey(command))
        return {{}, setKey(command.data)};
    return {{}, isHash(command) ? takeHash(command.data) : verify(command.data)};
}

StatusWord CardApprovals::setKey(ByteView data)
{
    const auto reference = only(data, card::tag::kKeyReference);
    if (!reference || reference->size() != 1)
        return StatusWord::WrongData;
    drop();
    if (m_image->authorityKey(reference->front()).empty())
        return StatusWord::ReferenceNotFound;
    m_key = reference->front();
    return StatusWord::Ok;
}

StatusWord CardApprovals::takeHash(ByteView data)
{
    const auto hash = only(data, card::tag::kHashCode);
    const std::size_t size = hash ? hash->size() : 0;
    if (size != kHashSize && size != kLongHashSize && size != kLongestHashSize)
        return StatusWord::WrongData;
    m_hash.assign(hash->begin(), hash->end());
    return StatusWord::Ok;
}

StatusWord CardApprovals::verify(ByteView data)
{
    // A hash is good for one answer: nobody tries signatures over it one after the other.
    const Bytes hash = std::exchange(m_hash, {});
    const auto signature = only(data, card::tag::kSignature);
    if (!signature)
        return StatusWord::WrongData;
    if (!m_key || hash.empty())
        return StatusWord::ConditionsNotSatisfied;
    const auto key = AuthorityKey::parse(m_image->authorityKey(*m_key));
    if (!key)
        return StatusWord::ReferenceNotFound;
    return key->verifies(hash, *signature) ? StatusWord::Ok : StatusWord::AuthenticationFailed;
}

} // namespace dmsc
