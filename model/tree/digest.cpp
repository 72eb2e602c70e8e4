// SPDX-License-Identifier: Apache-2.0
#include "model/tree/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstring>

namespace dmsc {

struct Hasher::Context
{
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> md{EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> ctx{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    // Short pieces are gathered here: one EVP call per node instead of eight.
    std::array<char, 4096> buffer{};
    std::size_t used = 0;

    void flush()
    {
        if (used != 0)
            EVP_DigestUpdate(ctx.get(), buffer.data(), used);
        used = 0;
    }
};

Hasher::Hasher()
    : m_context(std::make_unique<Context>())
{
}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::begin()
{
    m_context->used = 0;
    EVP_DigestInit_ex2(m_context->ctx.get(), m_context->md.get(), nullptr);
}

void Hasher::add(std::string_view bytes)
{
    if (bytes.size() > m_context->buffer.size() - m_context->used)
        m_context->flush();
    if (bytes.size() > m_context->buffer.size()) {
        EVP_DigestUpdate(m_context->ctx.get(), bytes.data(), bytes.size());
        return;
    }
    std::copy(bytes.begin(), bytes.end(), m_context->buffer.begin() + static_cast<std::ptrdiff_t>(m_context->used));
    m_context->used += bytes.size();
}

void Hasher::addLength(std::size_t length)
{
    const char bytes[] = {static_cast<char>(length >> 24), static_cast<char>(length >> 16),
        static_cast<char>(length >> 8), static_cast<char>(length)};
    add({bytes, sizeof bytes});
}

void Hasher::addByte(std::uint8_t byte)
{
    const char c = static_cast<char>(byte);
    add({&c, 1});
}

void Hasher::addText(std::string_view text)
{
    addLength(text.size());
    add(text);
}

Digest Hasher::end()
{
    m_context->flush();
    Digest digest{};
    EVP_DigestFinal_ex(m_context->ctx.get(), digest.data(), nullptr);
    return digest;
}

Digest digestOf(std::string_view bytes)
{
    Hasher hasher;
    hasher.begin();
    hasher.add(bytes);
    return hasher.end();
}

Digest digestOf(ByteView bytes)
{
    return digestOf(textOf(bytes));
}

} // namespace dmsc
