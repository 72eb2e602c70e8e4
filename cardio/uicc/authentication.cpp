// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/authentication.h"

#include "cardio/apdu/cla.h"
#include "cardio/files/known_files.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kGsmContext = 0x80; // P2
constexpr std::uint8_t k3gContext = 0x81;
constexpr std::uint8_t kSuccess = 0xDB; // tags of the answer
constexpr std::uint8_t kResync = 0xDC;

// Length bytes stand before both: RAND, AUTN (SQN hidden by AK, AMF, MAC).
constexpr std::size_t kDataSize = 2 * (1 + kAesBlockSize);

constexpr unsigned kIndexBits = 5; // TS 33.102 C.3.2
constexpr std::size_t kIndices = std::size_t{1} << kIndexBits;

constexpr std::uint8_t kKey[] = {
    0x46, 0x5B, 0x5C, 0xE8, 0xB1, 0x99, 0xB4, 0x9F, 0xAA, 0x5F, 0x0A, 0x2E, 0xE2, 0x38, 0xA6, 0xBC};
constexpr AesBlock kOpc = {
    0xCD, 0x63, 0xCB, 0x71, 0x95, 0x4A, 0x9F, 0x4E, 0x48, 0xA5, 0x99, 0x4E, 0x37, 0xA0, 0x2B, 0xAF};

Sequence operator^(const Sequence& left, const Sequence& right)
{
    Sequence both{};
    for (std::size_t i = 0; i < both.size(); ++i)
        both[i] = static_cast<std::uint8_t>(left[i] ^ right[i]);
    return both;
}

template <std::size_t N> std::array<std::uint8_t, N> at(ByteView bytes, std::size_t from)
{
    std::array<std::uint8_t, N> taken{};
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(from), N, taken.begin());
    return taken;
}

template <class Value> void append(Bytes& answer, const Value& value)
{
    answer.push_back(static_cast<std::uint8_t>(value.size()));
    answer.insert(answer.end(), value.begin(), value.end());
}

struct Challenge
{
    AesBlock rand;
    Sequence hiddenSqn;
    ManagementField amf;
    AuthenticationMac mac;
};

std::optional<Challenge> challengeIn(ByteView data)
{
    if (data.size() != kDataSize || data[0] != kAesBlockSize || data[1 + kAesBlockSize] != kAesBlockSize)
        return std::nullopt;
    constexpr std::size_t kAutn = 2 + kAesBlockSize;
    return Challenge{at<kAesBlockSize>(data, 1), at<6>(data, kAutn), at<2>(data, kAutn + 6), at<8>(data, kAutn + 8)};
}

Bytes success(const Milenage::Keys& keys)
{
    Bytes answer{kSuccess};
    append(answer, keys.res);
    append(answer, keys.cipher);
    append(answer, keys.integrity);
    return answer;
}

/// AUTS: the highest SQN that was taken, hidden, and its MAC with an AMF of zeroes (TS 33.102 6.3.3).
Result<Bytes> resync(Milenage& functions, const Challenge& challenge, const Sequence& hiding, const Sequence& highest)
{
    const auto macs = functions.macs(challenge.rand, highest, {});
    if (!macs)
        return tl::unexpected(macs.error());
    const Sequence hidden = highest ^ hiding;
    Bytes auts(hidden.begin(), hidden.end());
    auts.insert(auts.end(), macs->resync.begin(), macs->resync.end());
    Bytes answer{kResync};
    append(answer, auts);
    return answer;
}

} // namespace

bool Authentication::knows(const CommandApdu& command, ByteView aid)
{
    const CardApplication application = applicationOf(aid);
    return command.ins == kIns && !isProprietary(command.cla)
        && (application == CardApplication::Usim || application == CardApplication::Isim);
}

ResponseApdu Authentication::run(const CommandApdu& command, bool isPinVerified)
{
    if (command.p1 != 0)
        return {{}, StatusWord::WrongP1P2};
    if (command.p2 == kGsmContext) // EF.UST has neither service 27 nor 38
        return {{}, StatusWord::ContextUnsupported};
    if (command.p2 != k3gContext)
        return {{}, StatusWord::WrongP1P2};
    if (!isPinVerified)
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    const auto challenge = challengeIn(command.data);
    if (!challenge)
        return {{}, StatusWord::WrongLength};
    auto functions = Milenage::create(AesKey::of(kKey), kOpc);
    const auto keys = functions ? functions->keys(challenge->rand) : tl::unexpected(functions.error());
    if (!keys)
        return {{}, StatusWord::NoDiagnosis};
    const Sequence sqn = challenge->hiddenSqn ^ keys->anonymity;
    const auto macs = functions->macs(challenge->rand, sqn, challenge->amf);
    if (!macs)
        return {{}, StatusWord::NoDiagnosis};
    if (!equalInConstantTime(macs->network, challenge->mac))
        return {{}, StatusWord::AuthenticationError};
    const auto isNew = take(sqn);
    if (!isNew)
        return {{}, StatusWord::MemoryProblem};
    if (*isNew)
        return {success(*keys), StatusWord::Ok};
    const auto answer = resync(*functions, *challenge, keys->resyncAnonymity, highest());
    return answer ? ResponseApdu{*answer, StatusWord::Ok} : ResponseApdu{{}, StatusWord::NoDiagnosis};
}

Result<bool> Authentication::take(const Sequence& sqn)
{
    Bytes taken = m_image->sequences();
    taken.resize(kIndices * sqn.size());
    const std::size_t index = sqn.back() & (kIndices - 1);
    const auto before = taken.begin() + static_cast<std::ptrdiff_t>(index * sqn.size());
    if (!std::lexicographical_compare(before, before + static_cast<std::ptrdiff_t>(sqn.size()), sqn.begin(), sqn.end()))
        return false;
    std::copy(sqn.begin(), sqn.end(), before);
    if (auto saved = m_image->saveSequences(taken); !saved)
        return tl::unexpected(saved.error());
    return true;
}

Sequence Authentication::highest() const
{
    const Bytes taken = m_image->sequences();
    Sequence most{};
    for (std::size_t from = 0; from + most.size() <= taken.size(); from += most.size())
        most = std::max(most, at<6>(taken, from));
    return most;
}

} // namespace dmsc
