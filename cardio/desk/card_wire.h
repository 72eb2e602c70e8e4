// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"
#include "cardio/handset/apdu_relay.h"

#include <vector>

namespace dmsc {

/// The way to a card: everything that goes over it is recorded, as the workbench's or as a server's that the device
/// relays; the records of one step can be tied together, and it can be stopped between two commands.
class CardWire final : public Link
{
public:
    /// Tells whether a command's data are secret (the files' PINs and keys know).
    using SecretCheck = std::function<bool(ByteView command)>;

    CardWire(std::unique_ptr<Link> link, SideOptions options, SecretCheck isSecret);
    CardWire(const CardWire&) = delete;
    CardWire& operator=(const CardWire&) = delete;
    ~CardWire() override = default;

    /// Commands come from a DM server and the device relays them, from now on.
    void setThroughDevice(bool through) { m_through = through; }
    [[nodiscard]] Actor host() const { return m_through ? Actor::Server : Actor::Workbench; }
    /// Commands are sent only while it answers true; Cancelled error otherwise. Empty: always.
    void setStop(std::function<bool()> goOn) { m_goOn = std::move(goOn); }
    /// What is sent until endStep() has one exchange id, which that returns; 0 where nothing was sent.
    void beginStep();
    ExchangeId endStep();
    /// Takes the link away; the wire is of no use any more.
    [[nodiscard]] std::unique_ptr<Link> takeLink() { return std::move(m_link); }

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    [[nodiscard]] Result<void> reset() override { return m_link->reset(); }
    [[nodiscard]] Bytes atr() const override { return m_link->atr(); }
    [[nodiscard]] bool extendedLength() const override { return m_link->extendedLength(); }
    [[nodiscard]] bool isShared() const override { return m_link->isShared(); }
    [[nodiscard]] Result<void> claim() override { return m_link->claim(); }
    void release() override { m_link->release(); }

private:
    void tell(const Exchange& exchange, Actor from, Actor to);
    void tellAll(const Exchange& exchange);

    std::unique_ptr<Link> m_link;
    SideOptions m_options;
    SecretCheck m_isSecret;
    RecordedLink m_direct;
    ApduRelay m_relay;
    RecordedLink m_relayed;
    std::function<bool()> m_goOn;
    std::optional<Exchange> m_carried; ///< by the relay, told after the server's own row
    bool m_through = false;
    bool m_inStep = false;
    ExchangeId m_exchange;
};

} // namespace dmsc
