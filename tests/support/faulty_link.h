// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/link.h"

#include <cstddef>
#include <functional>
#include <utility>

namespace dmsc::test {

/// What goes wrong on a FaultyLink. Empty functions do nothing; `index` counts the exchanges from 0.
struct LinkFault
{
    std::function<void(std::size_t index, Bytes& command)> onCommand;
    std::function<void(std::size_t index, Result<Bytes>& response)> onResponse;
};

/// Passes everything on to another link, which outlives it, and spoils it on the way: somebody in the middle, a loose
/// contact, a pulled card.
class FaultyLink final : public Link
{
public:
    FaultyLink(Link& inner, LinkFault fault)
        : m_inner(&inner)
        , m_fault(std::move(fault))
    {
    }

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override
    {
        const std::size_t index = m_index++;
        Bytes sent(command.begin(), command.end());
        if (m_fault.onCommand)
            m_fault.onCommand(index, sent);
        Result<Bytes> response = m_inner->transmit(sent);
        if (m_fault.onResponse)
            m_fault.onResponse(index, response);
        return response;
    }
    [[nodiscard]] Result<void> reset() override { return m_inner->reset(); }
    [[nodiscard]] Bytes atr() const override { return m_inner->atr(); }
    [[nodiscard]] bool extendedLength() const override { return m_inner->extendedLength(); }
    [[nodiscard]] bool isShared() const override { return m_inner->isShared(); }
    [[nodiscard]] Result<void> claim() override { return m_inner->claim(); }
    void release() override { m_inner->release(); }

private:
    Link* m_inner;
    LinkFault m_fault;
    std::size_t m_index = 0;
};

} // namespace dmsc::test
