// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/card_handshakes.h"

#include "cardio/channel/handshake_digest.h"
#include "cardio/channel/scp03_protocol.h"
#include "cardio/channel/scp11_card.h"
#include "cardio/channel/scp11_protocol.h"

#include <set>
#include <utility>

namespace dmsc {

namespace {

using Refusal = tl::unexpected<StatusWord>;

/// A command that begins or goes on with a handshake, without protection.
bool isBare(const CommandApdu& command)
{
    if (isReservedClass(command.cla) || hasSecureMessaging(command.cla))
        return false;
    if (scp11::isGetCertificates(command))
        return true;
    return isProprietary(command.cla)
        && (command.ins == scp03::kInsInitializeUpdate || command.ins == scp11::kInsPerformSecurityOperation
            || command.ins == scp11::kInsMutualAuthenticate || command.ins == scp11::kInsInternalAuthenticate);
}

/// SCP03's EXTERNAL AUTHENTICATE carries a MAC and has P2 = 00; SCP11's MUTUAL AUTHENTICATE has the same number, a key
/// id in P2, and carries a MAC only within a channel that is open.
bool isExternalAuthenticate(const CommandApdu& command)
{
    return command.p2 == 0 && command.ins == scp03::kInsExternalAuthenticate && isProprietary(command.cla)
        && !isReservedClass(command.cla) && hasSecureMessaging(command.cla);
}

} // namespace

class CardHandshakes::State
{
public:
    State(CardHandshakeStore outside, Bytes application)
        : store(std::move(outside))
        , aid(std::move(application))
    {
        if (!store.keySet)
            store.keySet = [](std::uint8_t) { return std::optional<CardKeySet>(); };
        if (!store.keyPair)
            store.keyPair = [](std::uint8_t) { return std::optional<CardKeyPair>(); };
        if (!store.isUsed || !store.markUsed)
            rememberHere();
    }

    struct Open
    {
        Scp03Session session;
        LogicalChannel channel{};
        CardPeer peer;
        Digest digest{};
        std::optional<Digest> once{}; ///< SCP11c, until the first command has come
    };
    /// Between INITIALIZE UPDATE and EXTERNAL AUTHENTICATE.
    struct Half
    {
        std::optional<Scp03Card> card; ///< tells the peer what it learns of it
        CardPeer peer;
        bool inside = false; ///< it came through the open channel
    };

    [[nodiscard]] ResponseApdu step(const CommandApdu& command, bool inside);
    [[nodiscard]] ResponseApdu finishScp03(const CommandApdu& command);
    [[nodiscard]] bool markUsed();
    void abandon();
    void closeAll();

    CardHandshakeStore store;
    Bytes aid;
    std::optional<Open> open;
    std::optional<Open> next; ///< takes over when the answer that opens it has gone through the channel before it
    std::unique_ptr<Half> half;
    Scp11Card scp11;
    HandshakeDigest digest;

private:
    [[nodiscard]] ResponseApdu initializeUpdate(const CommandApdu& command, bool inside);
    [[nodiscard]] ResponseApdu certificates(const CommandApdu& command);
    [[nodiscard]] ResponseApdu takeCertificate(const CommandApdu& command);
    [[nodiscard]] ResponseApdu agree(const CommandApdu& command, bool inside);
    [[nodiscard]] Scp03CardOutside outsideFor(Half& made);
    void rememberHere();
    ResponseApdu note(const CommandApdu& command, ResponseApdu answer);
};

void CardHandshakes::State::rememberHere()
{
    const auto used = std::make_shared<std::set<Digest>>();
    store.isUsed = [used](const Digest& key) { return used->contains(key); };
    store.markUsed = [used](const Digest& key) -> Result<void> {
        used->insert(key);
        return {};
    };
}

/// The host has shown with its first command that it is there: from now on the session cannot be played again.
bool CardHandshakes::State::markUsed()
{
    const std::optional<Digest> key = std::exchange(open->once, std::nullopt);
    return !key || store.markUsed(*key).has_value();
}

void CardHandshakes::State::abandon()
{
    half.reset();
    scp11.forget();
    digest.begin();
}

void CardHandshakes::State::closeAll()
{
    abandon();
    open.reset();
    next.reset();
}

ResponseApdu CardHandshakes::State::note(const CommandApdu& command, ResponseApdu answer)
{
    if (answer.sw != StatusWord::Ok) {
        abandon();
        return answer;
    }
    digest.add(command);
    digest.add(answer);
    return answer;
}

ResponseApdu CardHandshakes::State::step(const CommandApdu& command, bool inside)
{
    if (isChained(command.cla))
        return note(command, statusOnly(StatusWord::ChainingUnsupported));
    if (scp11::isGetCertificates(command))
        return certificates(command);
    switch (command.ins) {
    case scp03::kInsInitializeUpdate:
        return initializeUpdate(command, inside);
    case scp11::kInsPerformSecurityOperation:
        return takeCertificate(command);
    default:
        return agree(command, inside);
    }
}

Scp03CardOutside CardHandshakes::State::outsideFor(Half& made)
{
    const auto version = made.peer.keyVersion;
    Scp03CardOutside outside;
    outside.random = store.random;
    outside.storeCounter = [this, version](SequenceCounter counter) -> Result<void> {
        return store.storeCounter ? store.storeCounter(version, counter) : Result<void>();
    };
    outside.storeTry = [this, version](bool succeeded) -> Result<void> {
        return store.storeTry ? store.storeTry(version, succeeded) : Result<void>();
    };
    outside.accept = [this, &made](SecurityLevel level) {
        made.peer.level = level;
        return store.accept ? store.accept(made.peer) : CardResult<void>();
    };
    return outside;
}

ResponseApdu CardHandshakes::State::initializeUpdate(const CommandApdu& command, bool inside)
{
    abandon();
    std::optional<CardKeySet> keys = store.keySet(command.p1);
    if (!keys)
        return statusOnly(StatusWord::ReferenceNotFound);
    keys->config.aid = aid;
    keys->config.triesLeft = keys->triesLeft;
    const auto version = static_cast<std::uint8_t>(keys->config.keys.version);
    const CardPeer peer{HandshakeMethod::Scp03, SecurityLevel::All, version, std::nullopt};
    half = std::make_unique<Half>(Half{std::nullopt, peer, inside});
    half->card.emplace(std::move(keys->config), keys->next, outsideFor(*half));
    return note(command, half->card->handshake(command));
}

ResponseApdu CardHandshakes::State::finishScp03(const CommandApdu& command)
{
    const std::unique_ptr<Half> before = std::move(half);
    const bool inside = before && before->inside && open;
    ResponseApdu answer = before ? before->card->handshake(command) : statusOnly(StatusWord::ConditionsNotSatisfied);
    if (!inside)
        open.reset();
    answer = note(command, std::move(answer));
    std::optional<Scp03Session> session = before ? before->card->release() : std::nullopt;
    if (answer.sw != StatusWord::Ok || !session)
        return answer;
    open.emplace(Open{std::move(*session), channelOf(command.cla), before->peer, digest.end()});
    return answer;
}

ResponseApdu CardHandshakes::State::certificates(const CommandApdu& command)
{
    abandon();
    CardResult<ResponseApdu> answer = Scp11Card::certificates(store, command);
    return note(command, answer ? std::move(*answer) : statusOnly(answer.error()));
}

ResponseApdu CardHandshakes::State::takeCertificate(const CommandApdu& command)
{
    half.reset();
    const CardResult<void> taken = scp11.takeCertificate(store, command);
    return note(command, statusOnly(taken ? StatusWord::Ok : taken.error()));
}

ResponseApdu CardHandshakes::State::agree(const CommandApdu& command, bool inside)
{
    half.reset();
    CardResult<Scp11Card::Agreed> agreed = scp11.agree(store, command);
    ResponseApdu answer = note(command, agreed ? agreed->answer : statusOnly(agreed.error()));
    if (!agreed)
        return answer;
    std::optional<Open>& place = inside ? next : open;
    place.emplace(
        Open{std::move(agreed->session), channelOf(command.cla), std::move(agreed->peer), digest.end(), agreed->once});
    scp11.forget();
    return answer;
}

CardHandshakes::CardHandshakes(CardHandshakeStore store, Bytes aid)
    : m_state(std::make_unique<State>(std::move(store), std::move(aid)))
{
}

CardHandshakes::~CardHandshakes() = default;

bool CardHandshakes::isHandshake(const CommandApdu& command)
{
    return isBare(command) || isExternalAuthenticate(command);
}

bool CardHandshakes::isHandshakeInside(const CommandApdu& plain)
{
    return isBare(plain);
}

ResponseApdu CardHandshakes::handshake(const CommandApdu& command)
{
    m_state->next.reset();
    if (isExternalAuthenticate(command))
        return m_state->finishScp03(command);
    if (m_state->open)
        m_state->closeAll();
    return m_state->step(command, false);
}

ResponseApdu CardHandshakes::handshakeInside(const CommandApdu& plain)
{
    m_state->next.reset();
    if (!m_state->open)
        return statusOnly(StatusWord::SecurityStatusNotSatisfied);
    return m_state->step(plain, true);
}

bool CardHandshakes::isOpen() const
{
    return m_state->open.has_value();
}

const CardPeer* CardHandshakes::peer() const
{
    return m_state->open ? &m_state->open->peer : nullptr;
}

Digest CardHandshakes::digest() const
{
    return m_state->open ? m_state->open->digest : Digest{};
}

void CardHandshakes::close()
{
    m_state->closeAll();
}

CardResult<CommandApdu> CardHandshakes::unwrap(const CommandApdu& command)
{
    std::optional<State::Open>& open = m_state->open;
    if (!open || !isSecured(command.cla) || channelOf(command.cla) != open->channel) {
        close();
        return Refusal(StatusWord::SecurityStatusNotSatisfied);
    }
    Result<CommandApdu> plain = open->session.unwrapCommand(command);
    if (!plain) {
        close();
        return Refusal(StatusWord::SecureMessagingWrong);
    }
    if (!m_state->markUsed()) {
        close();
        return Refusal(StatusWord::MemoryProblem);
    }
    return std::move(*plain);
}

ResponseApdu CardHandshakes::wrap(ResponseApdu response)
{
    std::optional<State::Open>& open = m_state->open;
    if (!open)
        return statusOnly(StatusWord::SecurityStatusNotSatisfied);
    Result<ResponseApdu> wrapped = open->session.wrapResponse(std::move(response));
    if (!wrapped) {
        close();
        return statusOnly(StatusWord::NoDiagnosis);
    }
    if (m_state->next) {
        open = std::move(m_state->next);
        m_state->next.reset();
    }
    return std::move(*wrapped);
}

} // namespace dmsc
