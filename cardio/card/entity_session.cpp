// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/entity_session.h"

#include "cardio/card/card_interface.h"
#include "cardio/card/owners.h"
#include "cardio/session/responder.h"

namespace dmsc {

namespace {

StatusWord refusalFor(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Syntax:
        return StatusWord::WrongData;
    case ErrorKind::Security:
        return StatusWord::SecurityStatusNotSatisfied;
    case ErrorKind::NotFound:
        return StatusWord::ReferenceNotFound;
    case ErrorKind::NotAllowed:
        return StatusWord::ConditionsNotSatisfied;
    case ErrorKind::Full:
        return StatusWord::NotEnoughMemory;
    default:
        return StatusWord::MemoryProblem;
    }
}

} // namespace

EntitySession::EntitySession(CardImage& image, const IssuerPolicy& policy, EntityPolicy entity, StampClock clock)
    : m_image(&image)
    , m_entity(std::move(entity))
    , m_clock(std::move(clock))
    , m_grants(image, policy)
    , m_view(image, EntityRights(m_entity))
    , m_objects(card::kMaxMessageSize)
{
}

Result<Bytes> EntitySession::message(ByteView wbxml)
{
    const EntityAccess access(m_image->tree(), m_image->ledger(), EntityRights(m_entity));
    GrantLimits limits(m_grants, m_entity.name);
    ExecutorOptions options;
    options.server = access.rights().server();
    options.access = &access;
    options.accessType = [&access](const Tree& /*tree*/, NodeId node, AclCommand command) {
        return command != AclCommand::Get || !access.isOthersSecret(node);
    };
    options.limits = &limits;
    options.memoryFree = m_image->memoryFree();
    options.objects = &m_objects;
    TreeEditor editor = m_image->edit(m_entity.name, m_clock);
    return respond(wbxml, editor, options, [this](TreeEditor& done) { return m_image->commit(done, m_entity.name); });
}

const EntityView& EntitySession::view()
{
    m_view.refresh();
    return m_view;
}

ResponseApdu EntitySession::getMemory() const
{
    TlvWriter bytes;
    bytes.addNumber(card::tag::kMemorySize, m_image->memorySize())
        .addNumber(card::tag::kMemoryUsed, m_image->memoryUsed())
        .addNumber(card::tag::kMemoryFree, m_image->memoryFree());
    Bytes answer = bytes.take();
    const Bytes blocks = encodeMemoryMap(m_grants.mapFor(m_entity));
    answer.insert(answer.end(), blocks.begin(), blocks.end());
    return {std::move(answer), StatusWord::Ok};
}

ResponseApdu EntitySession::manageMemory(const CommandApdu& command)
{
    if (command.p1 < static_cast<std::uint8_t>(MemoryAction::Request)
        || command.p1 > static_cast<std::uint8_t>(MemoryAction::Delete) || command.p2 != 0)
        return {{}, StatusWord::WrongP1P2};
    const auto request = decodeMemoryRequest(command.p1, command.data);
    if (!request)
        return {{}, refusalFor(request.error())};
    if (const auto done = m_grants.manage(m_entity, *request, m_clock); !done)
        return {{}, refusalFor(done.error())};
    return getMemory();
}

ResponseApdu EntitySession::owners()
{
    const Tree& visible = view().tree();
    return {encodeOwners(ownersOf(m_image->tree(), m_image->ledger(), visible, m_grants.issuer())), StatusWord::Ok};
}

} // namespace dmsc
