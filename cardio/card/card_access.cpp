// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"
#include "model/bytes.h"

#include "cardio/card/card_interface.h"
#include "cardio/card/memory_grants.h"
#include "cardio/card/owners.h"
#include "model/access/permission.h"

#include <QCoreApplication>

#include <algorithm>

// The commands about rights and memory, and why a card refuses: CARD-INTERFACE.md, sections 12 to 14.
namespace dmsc {

namespace {

ErrorKind kindOf(StatusWord sw)
{
    switch (sw) {
    case StatusWord::NotEnoughMemory:
        return ErrorKind::Full;
    case StatusWord::InsUnsupported:
        return ErrorKind::Unsupported;
    case StatusWord::SecurityStatusNotSatisfied:
        return ErrorKind::NotAllowed;
    default:
        return ErrorKind::Card;
    }
}

QString textFor(const MemoryRequest& request, StatusWord sw, const std::optional<MemoryMap>& map,
    const EntityMemory* now, const QString& said)
{
    if (sw == StatusWord::NotEnoughMemory && now && number(now->granted) >= number(now->limit))
        return QCoreApplication::translate("CardClient",
            "%1 has %2 blocks, and its limit is %3: the card grants no more, unless the card issuer raises the limit")
            .arg(QString::fromStdString(now->entity))
            .arg(number(now->granted))
            .arg(number(now->limit));
    if (sw == StatusWord::NotEnoughMemory)
        return QCoreApplication::translate(
            "CardClient", "no block is left to grant: %1 free on the card, %2 kept back by the issuer")
            .arg(map ? number(map->free) : 0)
            .arg(map ? number(map->reserve) : 0);
    if (sw == StatusWord::ConditionsNotSatisfied)
        return QCoreApplication::translate(
            "CardClient", "less than what is used cannot be granted; delete something first, or reduce by less");
    if (sw == StatusWord::ReferenceNotFound)
        return QCoreApplication::translate("CardClient", "the card knows no entity %1")
            .arg(QString::fromStdString(request.entity));
    return said;
}

const EntityMemory* find(const MemoryMap& map, const std::string& name)
{
    const auto found = std::find_if(
        map.entities.begin(), map.entities.end(), [&](const EntityMemory& one) { return one.entity == name; });
    return found == map.entities.end() ? nullptr : &*found;
}

/// What the grant shall be; 0 where no certain number is asked for, or it is not known what the grant was.
Blocks wantedGrant(const MemoryRequest& request, const EntityMemory* before)
{
    if (request.action == MemoryAction::Request)
        return request.blocks;
    if (request.action == MemoryAction::Extend && before)
        return Blocks{number(before->granted) + number(request.blocks)};
    return Blocks{0};
}

QString doneText(const std::string& name, const EntityMemory* now, Blocks wanted)
{
    const EntityMemory none;
    const EntityMemory& grant = now ? *now : none;
    if (number(grant.granted) < number(wanted))
        return QCoreApplication::translate(
            "CardClient", "the card granted less than asked: %1 has %2 blocks now, not %3; its limit is %4")
            .arg(QString::fromStdString(name))
            .arg(number(grant.granted))
            .arg(number(wanted))
            .arg(number(grant.limit));
    return QCoreApplication::translate("CardClient", "%1 has %2 blocks now, %3 of them used")
        .arg(QString::fromStdString(name))
        .arg(number(grant.granted))
        .arg(number(grant.used));
}

/// Rights and memory are those of whom the credential names, whatever was asked for.
Error takenForAnother(const AccessConditions& access, Role as)
{
    return {ErrorKind::NotAllowed,
        QCoreApplication::translate("CardClient",
            "a session as %1 was asked for, but by %2 the card takes us for %3 (%4); the session was ended and nothing "
            "was asked of it. Choose the credential of a %1, or open the session as %4")
            .arg(roleName(as), QString::fromStdString(access.credential), QString::fromStdString(access.entity),
                roleName(access.role)),
        {}};
}

} // namespace

Error CardClient::refused(StatusWord sw, const Question& question) const
{
    QString what = QCoreApplication::translate("CardClient", "the card refused %1: %2")
                       .arg(QLatin1String(question.name), describe(sw));
    if (sw == StatusWord::SecurityStatusNotSatisfied && m_access && question.needs)
        what += QStringLiteral("; ") + missingPermission(*m_access, *question.needs);
    if (sw == StatusWord::SecurityStatusNotSatisfied && m_access && question.ins == card::kInsPolicy)
        what += QStringLiteral("; ")
            + QCoreApplication::translate(
                "CardClient", "the card issuer alone reads and sets the policy, this session is %1's")
                  .arg(QString::fromStdString(m_access->entity));
    return {kindOf(sw), what, {}};
}

Result<AccessConditions> CardClient::accessConditions()
{
    const auto answer = command({card::kInsAccessConditions, "ACCESS CONDITIONS", 0, {}}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    auto access = decodeAccessConditions(*answer);
    if (!access)
        return unreadable("ACCESS CONDITIONS");
    if (m_as && access->role != *m_as) {
        (void)endSession();
        return tl::unexpected(takenForAnother(*access, *m_as));
    }
    m_access = access;
    m_accessAnswer = *answer;
    takeMemory(*answer);
    return *std::move(access);
}

bool CardClient::takeMemory(ByteView answer)
{
    auto map = decodeMemoryMap(answer);
    if (!map)
        return false;
    if (m_access)
        map->self = m_access->entity;
    m_memory = std::move(map);
    return true;
}

Result<MemoryMap> CardClient::memory()
{
    const auto answer = command({card::kInsGetMemory, "GET MEMORY", 0, {}}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    if (!takeMemory(*answer))
        return unreadable("GET MEMORY");
    return *m_memory;
}

Result<MemoryResult> CardClient::manageMemory(const MemoryRequest& request)
{
    const bool others = !request.entity.empty() && m_access && m_access->entity != request.entity;
    const Question question{card::kInsManageMemory, "MANAGE MEMORY", static_cast<std::uint8_t>(request.action),
        others ? Right::Others : Right::Memory};
    const auto answer = ask(question, encodeMemoryRequest(request));
    if (!answer)
        return tl::unexpected(answer.error());
    const std::string self = m_access ? m_access->entity : std::string();
    const std::string& name = request.entity.empty() ? self : request.entity;
    const Blocks wanted = wantedGrant(request, m_memory ? find(*m_memory, name) : nullptr);
    // Done, the card answers as to GET MEMORY; refused, it is asked how things stand.
    std::optional<MemoryMap> map;
    if (takeMemory(answer->data))
        map = m_memory;
    else if (auto asked = memory())
        map = *std::move(asked);
    MemoryResult result{request, value(answer->sw), {}, {}};
    const EntityMemory* now = map ? find(*map, name) : nullptr;
    result.granted = now ? now->granted : Blocks{0};
    result.text = result.done() ? doneText(name, now, wanted)
                                : textFor(request, answer->sw, map, now, refused(answer->sw, question).what);
    return result;
}

Result<Owners> CardClient::owners()
{
    const auto answer = command({card::kInsOwners, "OWNERS", 0, Right::Explore}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    return decodeOwners(*answer);
}

Result<Bytes> CardClient::policy()
{
    return command({card::kInsPolicy, "POLICY", card::kPolicyGet, {}}, {});
}

Result<void> CardClient::putPolicy(ByteView policy)
{
    const Question question{card::kInsPolicy, "POLICY", card::kPolicyPut, {}};
    const auto answer = ask(question, Bytes(policy.begin(), policy.end()));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::ConditionsNotSatisfied)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("CardClient",
                "the card refused the policy (6985): it has the keys of none of the methods by which the issuer could "
                "come in"));
    return answer->sw == StatusWord::Ok ? Result<void>() : tl::unexpected(refused(answer->sw, question));
}

Result<std::vector<KeySetTries>> CardClient::keySetTries()
{
    const Question question{card::kInsPolicy, "POLICY", card::kPolicyTries, {}};
    const auto answer = ask(question, {});
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::WrongP1P2)
        return std::vector<KeySetTries>{};
    if (answer->sw != StatusWord::Ok)
        return tl::unexpected(refused(answer->sw, question));
    auto tries = decodeTries(answer->data);
    return tries ? Result<std::vector<KeySetTries>>(*std::move(tries)) : unreadable("POLICY");
}

Result<void> CardClient::resetTries(std::uint8_t keyVersion)
{
    TlvWriter data;
    data.addNumber(card::tag::kPolicyKeyVersion, keyVersion);
    const Question question{card::kInsPolicy, "POLICY", card::kPolicyResetTries, {}};
    const auto answer = ask(question, data.take());
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::ReferenceNotFound)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("CardClient", "the card has no keys of version %1").arg(hexDigits(keyVersion)));
    return answer->sw == StatusWord::Ok ? Result<void>() : tl::unexpected(refused(answer->sw, question));
}

} // namespace dmsc
