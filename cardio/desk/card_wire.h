// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/handset/apdu_relay.h"
#include "cardio/session/record_outlet.h"
#include "model/access/handshake_step.h"

#include <functional>
#include <memory>
#include <optional>

namespace dmsc {

/// The way to a card: everything that goes over it is recorded, as its host's or as a server's that the device relays;
/// resets and claims too. What belongs together has one exchange id: a command with its chain and GET RESPONSE, a step,
/// a message. It can be stopped between two commands.
class CardWire final : public Link
{
public:
    /// Tells whether a command's data are secret (the files' PINs and keys know).
    using SecretCheck = std::function<bool(ByteView command)>;

    CardWire(std::unique_ptr<Link> link, RecordOutlet records, SecretCheck isSecret);
    CardWire(const CardWire&) = delete;
    CardWire& operator=(const CardWire&) = delete;
    ~CardWire() override = default;

    /// Who sends the commands, from now on: the workbench, or the device in a flow.
    void setHost(Actor host) { m_host = host; }
    /// Commands come from a DM server and the device relays them, from now on.
    void setThroughDevice(bool through) { m_through = through; }
    [[nodiscard]] Actor host() const { return m_through ? Actor::Server : m_host; }
    /// Commands are sent only while it answers true; Cancelled error otherwise. Empty: always.
    void setStop(std::function<bool()> goOn) { m_goOn = std::move(goOn); }
    /// As long as it lives, the card is only looked through: what it has not, or not for us, is no error.
    class Probing
    {
    public:
        explicit Probing(CardWire& wire)
            : m_wire(&wire)
        {
            wire.m_isProbing = true;
        }
        Probing(const Probing&) = delete;
        Probing& operator=(const Probing&) = delete;
        ~Probing() { m_wire->m_isProbing = false; }

    private:
        CardWire* m_wire;
    };
    /// What is sent until endStep() has one exchange id, which that returns; 0 where nothing was sent.
    void beginStep();
    ExchangeId endStep();
    /// What was sent since beginStep(), with the answers; gone with endStep().
    [[nodiscard]] const std::vector<HandshakeApdu>& stepApdus() const { return m_stepApdus; }
    /// A command and its answer as they were before and after protection, told under what went over the wire for them.
    void tellPlain(const CommandApdu& command, const ResponseApdu& response);
    /// Takes the link away; the wire is of no use any more.
    [[nodiscard]] std::unique_ptr<Link> takeLink() { return std::move(m_link); }

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    [[nodiscard]] Result<void> reset() override;
    [[nodiscard]] Bytes atr() const override { return m_link->atr(); }
    [[nodiscard]] bool extendedLength() const override { return m_link->extendedLength(); }
    [[nodiscard]] bool isShared() const override { return m_link->isShared(); }
    [[nodiscard]] Result<void> claim() override;
    void release() override;

private:
    void tell(const Exchange& exchange, Actor from, Actor to);
    void tellAll(const Exchange& exchange);
    void group(ByteView command);
    /// What happened to the card's reader or in it: a row without a command.
    void tellEvent(const QString& name, const Bytes& content, bool good);

    std::unique_ptr<Link> m_link;
    RecordOutlet m_records;
    SecretCheck m_isSecret;
    RecordedLink m_direct;
    ApduRelay m_relay;
    RecordedLink m_relayed;
    std::function<bool()> m_goOn;
    std::optional<Exchange> m_carried; ///< by the relay, told after the server's own row
    Actor m_host = Actor::Workbench;
    bool m_through = false;
    bool m_isProbing = false;
    bool m_inStep = false;
    std::vector<HandshakeApdu> m_stepApdus;
    bool m_inChain = false; ///< the last command was a part with more to come
    bool m_continues = false; ///< the command being told belongs to the one before it
    bool m_secret = false; ///< and so does whether it is secret
    ExchangeId m_exchange; ///< of the step, or of the last command
};

} // namespace dmsc
