// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/milenage.h"

#include <algorithm>

namespace dmsc {

namespace {

AesBlock operator^(const AesBlock& left, const AesBlock& right)
{
    AesBlock both{};
    std::transform(left.begin(), left.end(), right.begin(), both.begin(),
        [](std::uint8_t l, std::uint8_t r) { return static_cast<std::uint8_t>(l ^ r); });
    return both;
}

/// To the left, towards the most significant byte.
AesBlock rotated(AesBlock block, std::size_t bytes)
{
    std::rotate(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(bytes), block.end());
    return block;
}

template <std::size_t N> std::array<std::uint8_t, N> part(const AesBlock& block, std::size_t from)
{
    std::array<std::uint8_t, N> taken{};
    std::copy_n(block.begin() + static_cast<std::ptrdiff_t>(from), N, taken.begin());
    return taken;
}

} // namespace

Result<Milenage> Milenage::create(const AesKey& key, const AesBlock& opc)
{
    auto cipher = AesCbc::create(key, AesCbc::Direction::Encrypt);
    if (!cipher)
        return tl::unexpected(cipher.error());
    return Milenage(*std::move(cipher), opc);
}

/// One block in CBC mode after zeroes is the block cipher itself.
Result<AesBlock> Milenage::encrypted(AesBlock block)
{
    if (auto done = m_cipher.run(AesBlock{}, block); !done)
        return tl::unexpected(done.error());
    return block;
}

Result<AesBlock> Milenage::out(const AesBlock& temp, std::size_t rotation, std::uint8_t constant)
{
    AesBlock in = rotated(temp ^ m_opc, rotation);
    in.back() ^= constant;
    const auto made = encrypted(in);
    return made ? Result<AesBlock>(*made ^ m_opc) : made;
}

Result<Milenage::Macs> Milenage::macs(const AesBlock& rand, const Sequence& sqn, const ManagementField& amf)
{
    AesBlock in{};
    for (const std::size_t half : {std::size_t{0}, kAesBlockSize / 2}) {
        std::copy(sqn.begin(), sqn.end(), in.begin() + static_cast<std::ptrdiff_t>(half));
        std::copy(amf.begin(), amf.end(), in.begin() + static_cast<std::ptrdiff_t>(half + sqn.size()));
    }
    const auto temp = encrypted(rand ^ m_opc);
    if (!temp)
        return tl::unexpected(temp.error());
    const auto made = encrypted(*temp ^ rotated(in ^ m_opc, 8));
    if (!made)
        return tl::unexpected(made.error());
    const AesBlock out1 = *made ^ m_opc;
    return Macs{part<8>(out1, 0), part<8>(out1, 8)};
}

Result<Milenage::Keys> Milenage::keys(const AesBlock& rand)
{
    const auto temp = encrypted(rand ^ m_opc);
    if (!temp)
        return tl::unexpected(temp.error());
    const auto out2 = out(*temp, 0, 1);
    const auto out3 = out(*temp, 4, 2);
    const auto out4 = out(*temp, 8, 4);
    const auto out5 = out(*temp, 12, 8);
    for (const auto* made : {&out2, &out3, &out4, &out5})
        if (!*made)
            return tl::unexpected(made->error());
    Keys keys;
    keys.res = part<8>(*out2, 8);
    keys.anonymity = part<6>(*out2, 0);
    keys.cipher = *out3;
    keys.integrity = *out4;
    keys.resyncAnonymity = part<6>(*out5, 0);
    return keys;
}

} // namespace dmsc
