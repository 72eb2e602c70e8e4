// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/apdu/cla.h"
#include "cardio/channel/scp03_card.h"
#include "cardio/link/atr.h"
#include "cardio/link/card_endpoint.h"
#include "tests/cardio/parted_answer.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace dmsc::test {

/// Bytes from hexadecimal text; empty for nonsense, which no test compares with.
inline Bytes hex(const char* text)
{
    return fromHex(QString::fromLatin1(text)).value_or(Bytes{});
}

/// A countable sequence of bytes: 00 01 02 .. FB, again.
inline Bytes pattern(std::size_t size)
{
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(i % 251);
    return bytes;
}

/// A random source that gives the same bytes again and again.
inline RandomSource fixedRandom(Bytes bytes)
{
    return [bytes = std::move(bytes)](std::span<std::uint8_t> out) -> Result<void> {
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = bytes[i % bytes.size()];
        return {};
    };
}

/// Answers what it was told to answer, in that order, and remembers what it was asked.
class ScriptedCard final : public CardEndpoint
{
public:
    explicit ScriptedCard(std::vector<Bytes> answers, bool extended = true)
        : m_answers(std::move(answers))
        , m_extended(extended)
    {
    }
    [[nodiscard]] Bytes process(ByteView command) override
    {
        asked.emplace_back(command.begin(), command.end());
        return asked.size() <= m_answers.size() ? m_answers[asked.size() - 1] : encodeStatus(StatusWord::NoDiagnosis);
    }
    void reset() override { ++resets; }
    [[nodiscard]] Bytes atr() const override { return m_extended ? emulatedCardAtr() : Bytes{0x3B, 0x00}; }

    std::vector<Bytes> asked;
    int resets = 0;

private:
    std::vector<Bytes> m_answers;
    bool m_extended;
};

/// A card with one application that needs a channel and gives back the data of any command, chained ones put together.
class EchoCard final : public CardEndpoint
{
public:
    EchoCard(Scp03CardConfig config, SequenceCounter counter, Scp03CardOutside outside = {}, bool extended = true)
        : channel(std::move(config), counter, std::move(outside))
        , m_extended(extended)
    {
    }
    [[nodiscard]] Bytes process(ByteView bytes) override
    {
        const Result<CommandApdu> command = parseCommand(bytes);
        if (!command)
            return encodeStatus(StatusWord::WrongLength);
        if (command->ins == 0xC0)
            return m_answer.next(*command);
        if (Scp03Card::isHandshake(*command))
            return m_answer.begin(channel.handshake(*command), *command);
        const CardResult<CommandApdu> plain = channel.unwrap(*command);
        if (!plain)
            return encodeStatus(plain.error());
        ++executed;
        m_chain.insert(m_chain.end(), plain->data.begin(), plain->data.end());
        if (isChained(plain->cla))
            return m_answer.begin(channel.wrap({}), *command);
        return m_answer.begin(channel.wrap({std::exchange(m_chain, {}), status}), *command);
    }
    void reset() override
    {
        channel.close();
        m_chain.clear();
        m_answer.drop();
    }
    [[nodiscard]] Bytes atr() const override { return m_extended ? emulatedCardAtr() : Bytes{0x3B, 0x00}; }

    Scp03Card channel;
    StatusWord status = StatusWord::Ok;
    int executed = 0;

private:
    Bytes m_chain;
    PartedAnswer m_answer;
    bool m_extended;
};

} // namespace dmsc::test
