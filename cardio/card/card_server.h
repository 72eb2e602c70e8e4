// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/card/deliveries.h"
#include "cardio/channel/random.h"
#include "cardio/session/server_session.h"

#include <memory>
#include <optional>

namespace dmsc {

/// The card as a DM server for the device behind the secure channel (UC1): it sends the MOs that the device may read,
/// and notes what became of them. CARD-INTERFACE.md, sections 16 and 17.
class CardServer
{
public:
    /// The image must outlive it.
    CardServer(CardImage& image, RandomSource random);
    CardServer(const CardServer&) = delete;
    CardServer& operator=(const CardServer&) = delete;

    /// NOTIFICATION; P1 is looked at by the caller. 6982 for an entity that may read nothing.
    [[nodiscard]] ResponseApdu notification(const CommandApdu& command, EntitySession& entity);
    /// A DM message of the device, XML or WBXML.
    [[nodiscard]] ResponseApdu message(ByteView message, EntitySession& entity);
    /// The dialogue is over, and what was asked for is forgotten.
    void drop();

private:
    /// What a session is about.
    struct Wish
    {
        std::vector<std::string> types; ///< MO identifiers; none: all
        bool onlyNew = false; ///< only what was not delivered yet
    };
    /// A command of the package under way.
    struct Sent
    {
        ProvisionedMo mo;
        bool question = false;
    };
    enum class Phase : std::uint8_t { First, Waiting, Over };

    [[nodiscard]] ResponseApdu notified(ByteView data, const EntitySession& entity);
    [[nodiscard]] ResponseApdu pending(EntitySession& entity);
    [[nodiscard]] Result<Bytes> triggerFor(bool byCard) const;
    void begin();
    [[nodiscard]] Result<std::vector<syncml::Command>> next(
        const ClientFacts& client, const std::vector<CommandAnswer>& answers);
    [[nodiscard]] Result<std::vector<syncml::Command>> firstPackage(const ClientFacts& client);
    /// What became of the last package; gives the MOs that the user has agreed to.
    [[nodiscard]] Result<std::vector<syncml::Command>> judge(const std::vector<CommandAnswer>& answers);
    void add(std::vector<syncml::Command>& commands, const ProvisionedMo& mo, std::string_view mark);
    Result<void> noteDeliveries();

    CardImage* m_image;
    RandomSource m_random;
    EntitySession* m_entity = nullptr; ///< while a command runs
    Wish m_wish; ///< of the next session
    ServerAccount m_account; ///< asks for nothing: the channel has proved who it is
    std::unique_ptr<ServerSession> m_session;
    // Of the session that is open:
    Wish m_served;
    Phase m_phase = Phase::First;
    std::vector<Sent> m_sent;
    std::string m_deviceId;
    std::vector<Delivery> m_outcomes;
    bool m_storeFailed = false;
};

} // namespace dmsc
