// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/card_proofs.h"

#include "cardio/card/card_client.h"
#include "cardio/handset/accounts.h"
#include "cardio/handset/emulated_handset.h"

#include <QCoreApplication>

namespace dmsc {

CardProofs::CardProofs(FlowRun& run, SecretKeeper& card)
    : m_run(&run)
    , m_card(&card)
{
}

template <class Ask> auto CardProofs::counted(const char* id, int& times, Ask&& ask) -> decltype(ask())
{
    const QString step = QLatin1String(id);
    if (++times == 1)
        return m_run->step(step, ask);
    auto done = ask();
    m_run->note(step,
        QCoreApplication::translate(
            "FlowRun", "The card was asked %n time(s); the device has used no password.", nullptr, times));
    return done;
}

Result<DmDigest> CardProofs::prove(const KeptProof& proof)
{
    return counted("prove", m_proofs, [&] { return m_card->prove(proof); });
}

Result<bool> CardProofs::check(const KeptProof& proof, const DmDigest& given)
{
    return counted("check", m_checks, [&] { return m_card->check(proof, given); });
}

bool isProvedByCard(const FlowRun& run)
{
    return run.request().proveByCard && canProveByCard(run.request().kind);
}

Result<SecretKeeper*> cardKeeper(FlowRun& run)
{
    const CardClient* open = run.card().cardClient();
    if (!open || !open->isOpen() || run.card().sessionRequest().as != Role::Device) {
        const auto shaken = run.card().handshake(handshakeAs(run, Role::Device), {}, run.outside().progress);
        if (shaken.error)
            return tl::unexpected(*shaken.error);
    }
    return run.card().cardClient();
}

Result<DmAccount> provenAccount(const FlowRun& run)
{
    const Tree& card = run.card().tree();
    for (DmAccount& account : accountsOf(run.device().handset()->managed().tree())) {
        const NodeId kept = accountNodeOf(card, account.serverId);
        if (kept == kNoNode)
            continue;
        const DmAccount known = accountAt(card, kept);
        account.client.password = known.client.password;
        account.server.password = known.server.password;
        const bool isEmulated = run.request().server.empty();
        if (isEmulated && (account.client.password.empty() || account.server.password.empty()))
            return fail(ErrorKind::NotAllowed,
                QCoreApplication::translate("FlowRun",
                    "the emulated DM server does not know the password that the card keeps; open the card as its "
                    "issuer, or name the URL of a server that does"),
                QString::fromStdString(account.serverId));
        return std::move(account);
    }
    return fail(ErrorKind::NotFound,
        QCoreApplication::translate("FlowRun", "device and card have no account of the same DM server"));
}

} // namespace dmsc
