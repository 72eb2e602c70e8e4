// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"

#include "cardio/card/card_interface.h"
#include "cardio/card/memory_grants.h"
#include "cardio/card/owners.h"
#include "model/access/permission.h"

#include <QCoreApplication>

#include <algorithm>

// The commands about rights and memory, and why a card refuses: CARD-INTERFACE.md, sections 12 to 14.
namespace dmsc {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("CardClient", text);
}

tl::unexpected<Error> unreadable(const char* command)
{
    return fail(ErrorKind::Syntax,
        translated(QT_TRANSLATE_NOOP("CardClient", "the card's answer to %1 cannot be read"))
            .arg(QLatin1String(command)));
}

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

QString textFor(const MemoryRequest& request, StatusWord sw, const std::optional<MemoryMap>& map, const QString& said)
{
    if (sw == StatusWord::NotEnoughMemory)
        return translated(QT_TRANSLATE_NOOP("CardClient",
                              "no block is left to grant: %1 free on the card, %2 kept back by the issuer"))
            .arg(map ? number(map->free) : 0)
            .arg(map ? number(map->reserve) : 0);
    if (sw == StatusWord::ConditionsNotSatisfied)
        return translated(QT_TRANSLATE_NOOP(
            "CardClient", "less than what is used cannot be granted; delete something first, or reduce by less"));
    if (sw == StatusWord::ReferenceNotFound)
        return translated(QT_TRANSLATE_NOOP("CardClient", "the card knows no entity %1"))
            .arg(QString::fromStdString(request.entity));
    return said;
}

const EntityMemory* find(const MemoryMap& map, const std::string& name)
{
    const auto found = std::find_if(
        map.entities.begin(), map.entities.end(), [&](const EntityMemory& one) { return one.entity == name; });
    return found == map.entities.end() ? nullptr : &*found;
}

} // namespace

Error CardClient::refused(StatusWord sw, const Question& question) const
{
    QString what = translated(QT_TRANSLATE_NOOP("CardClient", "the card refused %1: %2"))
                       .arg(QLatin1String(question.name), describe(sw));
    if (sw == StatusWord::SecurityStatusNotSatisfied && m_access && question.needs)
        what += QStringLiteral("; ") + missingPermission(*m_access, *question.needs);
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
    m_access = access;
    return *std::move(access);
}

Result<MemoryMap> CardClient::memory()
{
    const auto answer = command({card::kInsGetMemory, "GET MEMORY", 0, {}}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    auto map = decodeMemoryMap(*answer);
    if (!map)
        return unreadable("GET MEMORY");
    if (m_access)
        map->self = m_access->entity;
    return *std::move(map);
}

Result<MemoryResult> CardClient::manageMemory(const MemoryRequest& request)
{
    const bool others = !request.entity.empty() && m_access && m_access->entity != request.entity;
    const Question question{card::kInsManageMemory, "MANAGE MEMORY", static_cast<std::uint8_t>(request.action),
        others ? Right::Others : Right::Memory};
    const auto answer = ask(question, encodeMemoryRequest(request));
    if (!answer)
        return tl::unexpected(answer.error());
    MemoryResult result{request, value(answer->sw), {}, {}};
    // Done, the card answers as to GET MEMORY; refused, it is asked how things stand.
    auto map = decodeMemoryMap(answer->data);
    if (!map)
        if (auto asked = memory())
            map = *std::move(asked);
    const std::string self = m_access ? m_access->entity : std::string();
    const std::string& name = request.entity.empty() ? self : request.entity;
    const EntityMemory* now = map ? find(*map, name) : nullptr;
    result.granted = now ? now->granted : Blocks{0};
    if (!result.done())
        result.text = textFor(request, answer->sw, map, refused(answer->sw, question).what);
    else
        result.text = translated(QT_TRANSLATE_NOOP("CardClient", "%1 has %2 blocks now, %3 of them used"))
                          .arg(QString::fromStdString(name))
                          .arg(number(result.granted))
                          .arg(now ? number(now->used) : 0);
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
    const auto answer =
        command({card::kInsPolicy, "POLICY", card::kPolicyPut, {}}, Bytes(policy.begin(), policy.end()));
    return answer ? Result<void>() : tl::unexpected(answer.error());
}

} // namespace dmsc
