// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_server.h"

#include "cardio/card/card_interface.h"
#include "cardio/handset/confirmation.h"
#include "cardio/handset/provenance.h"
#include "model/syncml/notification.h"

#include <algorithm>
#include <utility>

namespace dmsc {

using syncml::Command;
using syncml::StatusCode;

namespace {

constexpr std::size_t kMaxWanted = 256; ///< MO identifiers in a NOTIFICATION

bool readsNothing(const EntitySession& entity)
{
    return !EntityRights(entity.entity()).somewhere(Right::Read, false);
}

/// A trigger of a device: only whether it is one.
bool isTrigger(ByteView trigger)
{
    Bytes package(syncml::kNotificationDigestSize, 0);
    package.insert(package.end(), trigger.begin(), trigger.end());
    return syncml::decodeNotification(package).has_value();
}

StatusWord statusWordOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Limit: // the device takes no message that an answer would fit into
        return StatusWord::ConditionsNotSatisfied;
    default:
        return StatusWord::WrongData;
    }
}

/// Whether the device could not ask: then the mark has to see to it.
bool cannotAsk(StatusCode status)
{
    return status == StatusCode::NotSupported || status == StatusCode::NotAllowed || status == StatusCode::None;
}

} // namespace

CardServer::CardServer(CardImage& image, RandomSource random)
    : m_image(&image)
    , m_random(std::move(random))
{
}

void CardServer::drop()
{
    m_session.reset();
    m_wish = {};
    m_served = {};
    m_sent.clear();
    m_outcomes.clear();
    m_phase = Phase::First;
}

ResponseApdu CardServer::notification(const CommandApdu& command, EntitySession& entity)
{
    if (readsNothing(entity))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    if (command.p1 == card::kNotifyCard)
        return notified(command.data, entity);
    return command.data.empty() ? pending(entity) : ResponseApdu{{}, StatusWord::WrongLength};
}

ResponseApdu CardServer::notified(ByteView data, const EntitySession&)
{
    const auto tlvs = parseTlvs(data);
    if (!tlvs || tlvs->size() > kMaxWanted)
        return {{}, StatusWord::WrongData};
    Wish wish;
    for (const Tlv& tlv : *tlvs) {
        if (tlv.tag == card::tag::kTrigger && !isTrigger(tlv.value))
            return {{}, StatusWord::WrongData};
        if (tlv.tag == card::tag::kWantedMo)
            wish.types.emplace_back(tlv.value.begin(), tlv.value.end());
    }
    const auto trigger = triggerFor(false);
    if (!trigger)
        return {{}, StatusWord::MemoryProblem};
    drop();
    m_wish = std::move(wish);
    TlvWriter answer;
    answer.add(card::tag::kTrigger, *trigger);
    return {answer.take(), StatusWord::Ok};
}

ResponseApdu CardServer::pending(EntitySession& entity)
{
    const Deliveries before = decodeDeliveries(m_image->deliveries(entity.entity().name));
    const auto mos = provisionFor(*m_image, entity.view().tree());
    const bool wanted =
        std::any_of(mos.begin(), mos.end(), [&](const ProvisionedMo& mo) { return !before.settles(mo); });
    if (!wanted)
        return {};
    const auto trigger = triggerFor(true);
    if (!trigger)
        return {{}, StatusWord::MemoryProblem};
    drop();
    m_wish.onlyNew = true;
    TlvWriter answer;
    answer.add(card::tag::kTrigger, *trigger);
    return {answer.take(), StatusWord::Ok};
}

Result<Bytes> CardServer::triggerFor(bool byCard) const
{
    std::uint8_t number[2] = {};
    if (auto filled = m_random(number); !filled)
        return tl::unexpected(filled.error());
    syncml::Notification notification;
    notification.serverInitiated = byCard;
    notification.serverId = cardOwner(m_image->iccid());
    notification.sessionId = static_cast<std::uint16_t>(number[0] << 8U | number[1]);
    if (notification.sessionId == 0)
        notification.sessionId = 1;
    return syncml::encodeTrigger(notification);
}

void CardServer::begin()
{
    const Wish wish = m_wish;
    drop();
    m_served = wish;
    m_storeFailed = false;
    ServerOptions options;
    options.serverId = cardOwner(m_image->iccid());
    options.self = Actor::Card;
    options.random = m_random;
    m_session = std::make_unique<ServerSession>(m_account, std::move(options),
        [this](const ClientFacts& client, const std::vector<CommandAnswer>& answers) { return next(client, answers); });
}

ResponseApdu CardServer::message(ByteView message, EntitySession& entity)
{
    if (readsNothing(entity))
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    const DmPacket packet{{}, Bytes(message.begin(), message.end()), {}};
    const auto read = decodePacket(packet);
    if (!read)
        return {{}, StatusWord::WrongData};
    if (!m_session || !m_session->takes(packet, read->header))
        begin();
    m_entity = &entity;
    auto answer = m_session->receive(packet, *read);
    m_entity = nullptr;
    if (m_storeFailed) {
        drop();
        return {{}, StatusWord::MemoryProblem};
    }
    if (!answer)
        return {{}, statusWordOf(answer.error())};
    return {std::move(answer->body), StatusWord::Ok};
}

Result<std::vector<Command>> CardServer::next(const ClientFacts& client, const std::vector<CommandAnswer>& answers)
{
    if (m_phase == Phase::First)
        return firstPackage(client);
    if (m_phase == Phase::Over)
        return std::vector<Command>();
    auto more = judge(answers);
    if (!more || !more->empty())
        return more;
    m_phase = Phase::Over;
    if (auto noted = noteDeliveries(); !noted) {
        m_storeFailed = true;
        return tl::unexpected(noted.error());
    }
    return more;
}

void CardServer::add(std::vector<Command>& commands, const ProvisionedMo& mo, std::string_view mark)
{
    const Tree& view = m_entity->view().tree();
    // It may be gone since, or no document can carry it.
    if (view.find(mo.uri) == kNoNode)
        return;
    if (auto command = inboxAdd(view, mo, mark)) {
        commands.push_back(*std::move(command));
        m_sent.push_back({mo, false});
    }
}

Result<std::vector<Command>> CardServer::firstPackage(const ClientFacts& client)
{
    m_deviceId = client.deviceId;
    m_phase = Phase::Waiting;
    Deliveries before = decodeDeliveries(m_image->deliveries(m_entity->entity().name));
    if (before.deviceId != m_deviceId)
        before = {};
    std::vector<Command> commands;
    for (const ProvisionedMo& mo : provisionFor(*m_image, m_entity->view().tree())) {
        const auto& types = m_served.types;
        if (!types.empty() && std::find(types.begin(), types.end(), mo.moType) == types.end())
            continue;
        if (m_served.onlyNew && before.settles(mo))
            continue;
        if (mo.question.empty()) {
            add(commands, mo, confirmWord(mo.mark));
        } else {
            commands.push_back(questionFor(mo));
            m_sent.push_back({mo, true});
        }
    }
    return commands;
}

Result<std::vector<Command>> CardServer::judge(const std::vector<CommandAnswer>& answers)
{
    const std::vector<Sent> sent = std::exchange(m_sent, {});
    std::vector<Command> commands;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const StatusCode status = i < answers.size() ? answers[i].status : StatusCode::None;
        const ProvisionedMo& mo = sent[i].mo;
        if (sent[i].question && status == StatusCode::Ok)
            add(commands, mo, kConfirmedMark); // the user has just said so
        else if (sent[i].question && cannotAsk(status))
            add(commands, mo, confirmWord(ConfirmMark::Confirm));
        else
            m_outcomes.push_back({mo.uri.text(), mo.digest, status});
    }
    return commands;
}

Result<void> CardServer::noteDeliveries()
{
    const std::string& name = m_entity->entity().name;
    const Bytes stored = m_image->deliveries(name);
    Deliveries deliveries = decodeDeliveries(stored);
    if (deliveries.deviceId != m_deviceId)
        deliveries = {m_deviceId, {}};
    for (Delivery& outcome : m_outcomes)
        deliveries.note(std::move(outcome));
    m_outcomes.clear();
    deliveries.keepOnly(provisionFor(*m_image, m_entity->view().tree()));
    Bytes now = encode(deliveries);
    return now == stored ? Result<void>() : m_image->saveDeliveries(name, now);
}

} // namespace dmsc
