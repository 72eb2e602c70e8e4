// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp03_card.h"

#include "cardio/channel/scp03_protocol.h"

#include <algorithm>
#include <utility>

namespace dmsc {

namespace {

using Refusal = tl::unexpected<StatusWord>;

/// 63Cx has room for one digit.
constexpr std::uint8_t kMostTriesTold = 15;

/// A host asks for all there is, for exactly what there is, or (T=0) leaves the length out.
bool fitsLe(const CommandApdu& command, std::size_t size)
{
    return !command.le || *command.le == size || *command.le == (command.extended ? kMaxExtendedLe : kMaxShortLe);
}

} // namespace

Scp03Card::Scp03Card(Scp03CardConfig config, SequenceCounter next, Scp03CardOutside outside)
    : m_config(std::move(config))
    , m_next(next)
    , m_outside(std::move(outside))
{
}

bool Scp03Card::isHandshake(const CommandApdu& command)
{
    if (!isProprietary(command.cla) || isReservedClass(command.cla))
        return false;
    return command.ins == scp03::kInsInitializeUpdate ? !hasSecureMessaging(command.cla)
                                                      : command.ins == scp03::kInsExternalAuthenticate;
}

ResponseApdu Scp03Card::handshake(const CommandApdu& command)
{
    // Taken out first: whatever goes wrong below leaves the channel closed.
    const auto before = std::exchange(m_state, Closed{});
    if (command.ins == scp03::kInsInitializeUpdate) {
        CardResult<ResponseApdu> answer = initializeUpdate(command);
        return answer ? std::move(*answer) : ResponseApdu{{}, answer.error()};
    }
    const auto* pending = std::get_if<Pending>(&before);
    if (pending == nullptr)
        return {{}, StatusWord::ConditionsNotSatisfied};
    const CardResult<void> done = externalAuthenticate(command, *pending);
    return {{}, done ? StatusWord::Ok : done.error()};
}

std::optional<SecurityLevel> Scp03Card::level() const
{
    const auto* open = std::get_if<Open>(&m_state);
    return open == nullptr ? std::nullopt : std::optional<SecurityLevel>(open->session.level());
}

CardResult<void> Scp03Card::checkInitializeUpdate(const CommandApdu& command) const
{
    if (isChained(command.cla))
        return Refusal(StatusWord::ChainingUnsupported);
    if (command.p1 != 0 && command.p1 != static_cast<std::uint8_t>(m_config.keys.version))
        return Refusal(StatusWord::ReferenceNotFound);
    if (command.p2 != 0)
        return Refusal(StatusWord::WrongP1P2);
    if (command.data.size() != bytesOf(m_config.macSize) || !fitsLe(command, answerSize()))
        return Refusal(StatusWord::WrongLength);
    if (m_config.triesLeft == 0)
        return Refusal(StatusWord::AuthenticationBlocked);
    if (m_config.challenge == ChallengeKind::PseudoRandom && m_next >= SequenceCounter::UsedUp)
        return Refusal(StatusWord::ConditionsNotSatisfied);
    return {};
}

Result<SecretBytes> Scp03Card::challenge() const
{
    if (m_outside.challenge)
        return m_outside.challenge(m_next, m_config.macSize);
    if (m_config.challenge == ChallengeKind::PseudoRandom)
        return pseudoRandomChallenge(m_config.keys.enc, m_next, m_config.aid, m_config.macSize);
    SecretBytes bytes(bytesOf(m_config.macSize));
    if (const Result<void> filled = m_outside.random(bytes); !filled)
        return tl::unexpected(filled.error());
    return bytes;
}

Bytes Scp03Card::answerHead() const
{
    const unsigned parameter = scp03::kRMacBit | scp03::kREncBit
        | (m_config.challenge == ChallengeKind::PseudoRandom ? scp03::kPseudoRandomBit : 0U)
        | (m_config.macSize == MacSize::S16 ? scp03::kS16Bit : 0U);
    Bytes head(m_config.diversification.begin(), m_config.diversification.end());
    head.insert(head.end(),
        {static_cast<std::uint8_t>(m_config.keys.version), scp03::kProtocol, static_cast<std::uint8_t>(parameter)});
    return head;
}

std::size_t Scp03Card::answerSize() const
{
    return scp03::kDiversificationSize + scp03::kKeyInfoSize + 2 * bytesOf(m_config.macSize)
        + (m_config.challenge == ChallengeKind::PseudoRandom ? scp03::kSequenceSize : 0U);
}

CardResult<ResponseApdu> Scp03Card::initializeUpdate(const CommandApdu& command)
{
    if (const CardResult<void> fits = checkInitializeUpdate(command); !fits)
        return Refusal(fits.error());
    const Result<SecretBytes> cardChallenge = challenge();
    if (!cardChallenge || cardChallenge->size() != bytesOf(m_config.macSize))
        return Refusal(StatusWord::NoDiagnosis);
    const Bytes context = scp03::contextOf(command.data, *cardChallenge);
    Result<SessionKeys> keys = deriveSessionKeys(m_config.keys, context);
    if (!keys)
        return Refusal(StatusWord::NoDiagnosis);
    const Result<SecretBytes> card = cryptogram(*keys, Derivation::CardCryptogram, context, m_config.macSize);
    Result<SecretBytes> host = cryptogram(*keys, Derivation::HostCryptogram, context, m_config.macSize);
    if (!card || !host)
        return Refusal(StatusWord::NoDiagnosis);
    ResponseApdu answer{answerHead(), StatusWord::Ok};
    answer.data.insert(answer.data.end(), cardChallenge->begin(), cardChallenge->end());
    answer.data.insert(answer.data.end(), card->begin(), card->end());
    if (m_config.challenge == ChallengeKind::PseudoRandom) {
        const auto sequence = threeBytes(m_next);
        answer.data.insert(answer.data.end(), sequence.begin(), sequence.end());
    }
    m_state = Pending{std::move(*keys), std::move(*host), channelOf(command.cla)};
    return answer;
}

CardResult<void> Scp03Card::checkExternalAuthenticate(const CommandApdu& command, const Pending& pending) const
{
    if (!isSecured(command.cla) || channelOf(command.cla) != pending.channel)
        return Refusal(StatusWord::SecurityStatusNotSatisfied);
    if (!securityLevelOf(command.p1) || command.p2 != 0)
        return Refusal(StatusWord::WrongP1P2);
    if (command.data.size() != 2 * bytesOf(m_config.macSize))
        return Refusal(StatusWord::WrongLength);
    return {};
}

CardResult<void> Scp03Card::checkCryptogram(const CommandApdu& command, const Pending& pending)
{
    // A try is gone before the comparison: pulling the plug saves none.
    if (m_outside.storeTry && !m_outside.storeTry(false))
        return Refusal(StatusWord::MemoryProblem);
    if (m_config.triesLeft)
        m_config.triesLeft = static_cast<std::uint8_t>(*m_config.triesLeft - 1);
    if (equalInConstantTime(pending.hostCryptogram, ByteView(command.data).first(bytesOf(m_config.macSize))))
        return {};
    return Refusal(m_config.triesLeft ? triesLeft(std::min(*m_config.triesLeft, kMostTriesTold))
                                      : StatusWord::AuthenticationFailed);
}

/// The host knows the keys; may it come in like this?
CardResult<void> Scp03Card::admit(SecurityLevel wanted)
{
    if (m_outside.storeTry && !m_outside.storeTry(true))
        return Refusal(StatusWord::MemoryProblem);
    if (!covers(wanted, m_config.minimum))
        return Refusal(StatusWord::SecurityStatusNotSatisfied);
    if (m_outside.accept)
        if (const CardResult<void> accepted = m_outside.accept(wanted); !accepted)
            return accepted;
    return advanceCounter();
}

CardResult<void> Scp03Card::externalAuthenticate(const CommandApdu& command, const Pending& pending)
{
    if (const CardResult<void> fits = checkExternalAuthenticate(command, pending); !fits)
        return fits;
    if (const CardResult<void> right = checkCryptogram(command, pending); !right)
        return right;
    const SecurityLevel wanted = *securityLevelOf(command.p1);
    Result<Scp03Session> session = Scp03Session::create(pending.keys, wanted, m_config.macSize);
    if (!session)
        return Refusal(StatusWord::NoDiagnosis);
    if (!session->verify(command))
        return Refusal(StatusWord::SecureMessagingWrong);
    if (const CardResult<void> admitted = admit(wanted); !admitted)
        return admitted;
    m_state = Open{std::move(*session), pending.channel};
    return {};
}

std::optional<Scp03Session> Scp03Card::release()
{
    auto before = std::exchange(m_state, Closed{});
    auto* open = std::get_if<Open>(&before);
    return open == nullptr ? std::nullopt : std::optional<Scp03Session>(std::move(open->session));
}

CardResult<void> Scp03Card::advanceCounter()
{
    if (m_config.challenge == ChallengeKind::Random)
        return {};
    const auto next = static_cast<SequenceCounter>(static_cast<std::uint32_t>(m_next) + 1);
    if (m_outside.storeCounter && !m_outside.storeCounter(next))
        return Refusal(StatusWord::MemoryProblem);
    m_next = next;
    return {};
}

CardResult<CommandApdu> Scp03Card::unwrap(const CommandApdu& command)
{
    auto* open = std::get_if<Open>(&m_state);
    if (open == nullptr || !isSecured(command.cla) || channelOf(command.cla) != open->channel) {
        close();
        return Refusal(StatusWord::SecurityStatusNotSatisfied);
    }
    Result<CommandApdu> plain = open->session.unwrapCommand(command);
    if (!plain) {
        close();
        return Refusal(StatusWord::SecureMessagingWrong);
    }
    return std::move(*plain);
}

ResponseApdu Scp03Card::wrap(ResponseApdu response)
{
    auto* open = std::get_if<Open>(&m_state);
    if (open == nullptr)
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    Result<ResponseApdu> wrapped = open->session.wrapResponse(std::move(response));
    if (!wrapped) {
        close();
        return {{}, StatusWord::NoDiagnosis};
    }
    return std::move(*wrapped);
}

} // namespace dmsc
