// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/dmsc_application.h"

#include "cardio/apdu/cla.h"
#include "cardio/card/card_interface.h"
#include "cardio/card/dm_credential.h"
#include "cardio/card/policy_gate.h"

namespace dmsc {

namespace {

/// Room for certificates.
constexpr std::size_t kMaxHandshakeData = std::size_t{64} * 1024;

bool isOurs(std::uint8_t ins)
{
    switch (ins) {
    case card::kInsDmMessage:
    case card::kInsSyncStatus:
    case card::kInsReadJournal:
    case card::kInsNodeDigests:
    case card::kInsGetMemory:
    case card::kInsAccessConditions:
    case card::kInsManageMemory:
    case card::kInsOwners:
    case card::kInsReceipt:
    case card::kInsPolicy:
    case card::kInsNotification:
    case card::kInsDmCredential:
    case card::kInsManageSecurity:
    case card::kInsSecurityOperation:
        return true;
    default:
        return false;
    }
}

/// Those that come without data.
bool isBareQuestion(std::uint8_t ins)
{
    return ins == card::kInsSyncStatus || ins == card::kInsGetMemory || ins == card::kInsAccessConditions
        || ins == card::kInsOwners;
}

bool hasGoodParameters(const CommandApdu& command)
{
    if (command.ins == card::kInsManageSecurity || command.ins == card::kInsSecurityOperation)
        return CardApprovals::takes(command);
    if (command.p2 != 0)
        return false;
    switch (command.ins) {
    case card::kInsDmMessage:
        return command.p1 == card::kHostIsServer || command.p1 == card::kCardIsServer
            || command.p1 == card::kAbortMessage;
    case card::kInsNotification:
        return command.p1 == card::kNotifyCard || command.p1 == card::kAskForNotification;
    case card::kInsDmCredential:
        return command.p1 == card::kProve || command.p1 == card::kCheck;
    case card::kInsManageMemory: // they look at P1 themselves
    case card::kInsPolicy:
        return true;
    default:
        return command.p1 == 0;
    }
}

} // namespace

Result<std::unique_ptr<DmscApplication>> DmscApplication::open(CardImage& image, CardOutside outside)
{
    return std::unique_ptr<DmscApplication>(new DmscApplication(image, std::move(outside)));
}

DmscApplication::DmscApplication(CardImage& image, CardOutside outside)
    : m_image(&image)
    , m_outside(std::move(outside))
    , m_channel(
          handshakeStore(image, m_outside.random, m_outside.now), Bytes(std::begin(card::kAid), std::end(card::kAid)))
    , m_chain(card::kMaxMessageSize + card::kMessageDigestSize)
    , m_shaking(kMaxHandshakeData)
    , m_server(image, m_outside.random)
    , m_approvals(image)
{
}

void DmscApplication::close()
{
    m_channel.close();
    m_shaking.drop();
    endSession();
}

/// Without a session a handshake may still be under way.
void DmscApplication::endSession()
{
    dropUnfinished();
    m_session.reset();
    m_receipts.end();
}

void DmscApplication::dropUnfinished()
{
    m_chain.drop();
    m_server.drop();
    m_approvals.drop();
}

bool DmscApplication::knows(const CommandApdu& command)
{
    return isProprietary(command.cla) && (isOurs(command.ins) || CardHandshakes::isHandshake(command));
}

bool DmscApplication::takes(const CommandApdu& command)
{
    const bool isProtected = isSecured(command.cla) || (isProprietary(command.cla) && hasSecureMessaging(command.cla));
    return isProtected || knows(command) || CardHandshakes::isHandshake(command);
}

ResponseApdu DmscApplication::select()
{
    close();
    return discovery();
}

ResponseApdu DmscApplication::process(const CommandApdu& command)
{
    if (CardHandshakes::isHandshake(command))
        return shakeHands(command);
    m_shaking.drop();
    // Nothing before authentication, and nothing unprotected after it (SEC-8).
    if (!m_session || !m_channel.isOpen())
        return {{}, StatusWord::SecurityStatusNotSatisfied};
    auto plain = m_channel.unwrap(command);
    if (!plain) {
        close();
        return {{}, plain.error()};
    }
    ResponseApdu answer = m_channel.wrap(protectedCommand(std::move(*plain)));
    return settle() ? answer : ResponseApdu{{}, StatusWord::MemoryProblem};
}

ResponseApdu DmscApplication::shakeHands(const CommandApdu& command)
{
    // The last command of SCP03 in a running session comes bare; whatever else does ends the session.
    if (m_channel.isOpen() && !hasSecureMessaging(command.cla))
        close();
    auto whole = m_shaking.add(command);
    if (!whole) {
        close();
        return {{}, whole.error()};
    }
    if (!*whole)
        return {};
    ResponseApdu answer = m_channel.handshake(**whole);
    return settle() ? answer : ResponseApdu{{}, StatusWord::MemoryProblem};
}

ResponseApdu DmscApplication::protectedCommand(CommandApdu command)
{
    // PSO has two meanings: P1 P2 tell them apart, a key version is never 00 or 90.
    if (CardApprovals::takes(command) || !CardHandshakes::isHandshakeInside(command)) {
        m_shaking.drop();
        return secured(std::move(command));
    }
    const auto whole = m_shaking.add(std::move(command));
    if (!whole)
        return {{}, whole.error()};
    return *whole ? m_channel.handshakeInside(**whole) : ResponseApdu{};
}

bool DmscApplication::settle()
{
    if (!m_channel.isOpen()) {
        // A handshake may be half done: the channel itself knows.
        endSession();
        return true;
    }
    if (m_session && m_channel.digest() == m_digest)
        return true;
    if (beginSession())
        return true;
    close();
    return false;
}

bool DmscApplication::beginSession()
{
    const auto entity = entityFor(m_image->policy(), *m_channel.peer());
    if (!entity)
        return false;
    // Proved again, the same goes on with what it was sending (SEC-9).
    if (!m_session || m_session->entity().name != (*entity)->name)
        dropUnfinished();
    m_digest = m_channel.digest();
    m_session.emplace(*m_image, m_image->policy(), **entity, m_outside.clock);
    if (!m_session->begin())
        return false;
    const CardPeer& peer = *m_channel.peer();
    m_receipts.begin(peer, m_digest, peer.certificate ? contentDigest() : Digest{});
    return true;
}

ResponseApdu DmscApplication::secured(CommandApdu command)
{
    const auto whole = m_chain.add(std::move(command));
    if (!whole)
        return {{}, whole.error()};
    if (!*whole)
        return {};
    ResponseApdu answer = execute(**whole);
    if ((*whole)->ins != card::kInsReceipt)
        m_receipts.note(**whole, answer);
    return answer;
}

ResponseApdu DmscApplication::execute(const CommandApdu& command)
{
    if (!isOurs(command.ins))
        return {{}, StatusWord::InsUnsupported};
    if (!hasGoodParameters(command))
        return {{}, StatusWord::WrongP1P2};
    if (isBareQuestion(command.ins) && !command.data.empty())
        return {{}, StatusWord::WrongLength};
    return executePlain(command);
}

ResponseApdu DmscApplication::executePlain(const CommandApdu& command)
{
    switch (command.ins) {
    case card::kInsDmMessage:
        return command.p1 == card::kAbortMessage ? ResponseApdu{} : dmMessage(command);
    case card::kInsReadJournal:
        return readJournal(command);
    case card::kInsNodeDigests:
        return nodeDigests(command);
    case card::kInsSyncStatus:
        return syncStatus();
    case card::kInsGetMemory:
        return m_session->getMemory();
    case card::kInsManageMemory:
        return m_session->manageMemory(command);
    case card::kInsOwners:
        return m_session->owners();
    case card::kInsAccessConditions:
        return accessConditions();
    case card::kInsPolicy:
        return policy(command);
    case card::kInsNotification:
        return m_server.notification(command, *m_session);
    case card::kInsDmCredential:
        return runCredential(command, *m_image, *m_session);
    case card::kInsManageSecurity:
    case card::kInsSecurityOperation:
        return m_approvals.run(command);
    default:
        return receipt(command);
    }
}

} // namespace dmsc
