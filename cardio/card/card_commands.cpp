// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_interface.h"
#include "cardio/card/dmsc_application.h"
#include "cardio/card/node_digests.h"
#include "cardio/card/policy_commands.h"
#include "cardio/card/policy_gate.h"
#include "model/byte_array.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kMaxQuestions = 4096;

TlvWriter offerOf(const OfferedMethod& offer)
{
    TlvWriter writer;
    writer.addNumber(card::tag::kOfferRole, static_cast<std::uint64_t>(offer.role))
        .addNumber(card::tag::kOfferMethod, static_cast<std::uint64_t>(offer.method))
        .addNumber(card::tag::kOfferLevel, offer.leastLevel)
        .add(card::tag::kOfferKeyVersions, offer.keyVersions);
    return writer;
}

/// What hosts of interface 1.0 look at.
std::uint8_t leastOfScp03(const std::vector<OfferedMethod>& offers)
{
    auto least = static_cast<std::uint8_t>(card::kLevel);
    for (const OfferedMethod& offer : offers)
        if (offer.method == HandshakeMethod::Scp03)
            least = std::min(least, offer.leastLevel);
    return least;
}

} // namespace

ResponseApdu DmscApplication::discovery() const
{
    const auto offers = offersOf(*m_image);
    const std::uint8_t method[] = {card::kMethodScp03, leastOfScp03(offers)};
    const std::uint8_t formatted[] = {0x01};
    const std::uint8_t capabilities[] = {0x03};
    TlvWriter proprietary;
    proprietary.add(card::tag::kVersion, card::kInterfaceVersion)
        .add(card::tag::kMethod, method)
        .add(card::tag::kStoreState, formatted)
        .add(card::tag::kCapabilities, capabilities)
        .addNumber(card::tag::kMaxCommandData, kMaxExtendedData, 2);
    for (const OfferedMethod& offer : offers)
        proprietary.add(card::tag::kOffer, offerOf(offer));
    TlvWriter inside;
    inside.add(card::tag::kDfName, card::kAid).add(card::tag::kProprietary, proprietary);
    TlvWriter fci;
    fci.add(card::tag::kFci, inside);
    return {fci.take(), StatusWord::Ok};
}

ResponseApdu DmscApplication::dmMessage(const CommandApdu& command)
{
    const ByteView data = command.data;
    if (data.size() <= card::kMessageDigestSize)
        return {{}, StatusWord::WrongLength};
    const ByteView message = data.subspan(card::kMessageDigestSize);
    const Digest digest = digestOf(message);
    // Whole and unharmed before anything of it is stored (GEN-19).
    if (!std::equal(digest.begin(), digest.end(), data.begin()))
        return {{}, StatusWord::DataInvalid};
    if (command.p1 == card::kCardIsServer)
        return m_server.message(message, *m_session);
    auto answer = m_session->message(message);
    if (!answer)
        return {{}, StatusWord::WrongData};
    return {std::move(*answer), StatusWord::Ok};
}

ResponseApdu DmscApplication::accessConditions() const
{
    const EntityPolicy& entity = m_session->entity();
    const CardPeer& peer = *m_channel.peer();
    TlvWriter writer;
    writer.add(card::tag::kEntityName, viewOf(entity.name))
        .addNumber(card::tag::kEntityRole, static_cast<std::uint64_t>(entity.role))
        .addNumber(card::tag::kEntityMethod, static_cast<std::uint64_t>(peer.method))
        .addNumber(card::tag::kEntityLevel, static_cast<std::uint64_t>(peer.level))
        .add(card::tag::kEntityCredential, viewOf(credentialText(peer)));
    for (const ScopedRights& condition : entity.conditions) {
        TlvWriter one;
        one.addNumber(card::tag::kConditionRights, condition.rights.bits);
        if (!condition.uri.empty())
            one.add(card::tag::kConditionUri, viewOf(condition.uri));
        else
            one.add(card::tag::kConditionMoType, viewOf(condition.moType));
        writer.add(card::tag::kCondition, one);
    }
    Bytes answer = writer.take();
    const Bytes memory = m_session->getMemory().data;
    answer.insert(answer.end(), memory.begin(), memory.end());
    return {std::move(answer), StatusWord::Ok};
}

ResponseApdu DmscApplication::policy(const CommandApdu& command)
{
    ResponseApdu answer = runPolicy(command, *m_image, m_session->entity().role, *m_channel.peer());
    // What it says counts from now on, for this session too; whom it lets in no longer goes on till the end of it.
    if (answer.sw == StatusWord::Ok && command.p1 == card::kPolicyPut)
        if (const auto entity = entityFor(m_image->policy(), *m_channel.peer()))
            m_session.emplace(*m_image, m_image->policy(), **entity, m_outside.clock);
    return answer;
}

Digest DmscApplication::contentDigest()
{
    Hasher hasher;
    return m_session->view().tree().computeContentDigest(Tree::root(), hasher);
}

ResponseApdu DmscApplication::receipt(const CommandApdu& command)
{
    const auto keys = m_receipts.isKept() ? m_image->keyPair(m_channel.peer()->keyVersion) : std::nullopt;
    if (!keys)
        return {{}, StatusWord::ConditionsNotSatisfied};
    return m_receipts.answer(
        command.data, {m_session->entity().name, m_image->iccid(), contentDigest()}, *keys, m_outside.now());
}

ResponseApdu DmscApplication::syncStatus()
{
    const EntityView& view = m_session->view();
    const Tree& tree = view.tree();
    Hasher hasher;
    TlvWriter writer;
    writer.add(card::tag::kEpoch, view.epoch())
        .addNumber(card::tag::kSeq, number(m_image->seq()), 4)
        .addNumber(card::tag::kOldestSeq, number(m_image->journal().oldest()), 4)
        .add(card::tag::kContentDigest, tree.computeContentDigest(Tree::root(), hasher))
        .add(card::tag::kAclDigest, tree.computeAclDigest(Tree::root(), hasher))
        .addNumber(card::tag::kMemorySize, m_image->memorySize())
        .addNumber(card::tag::kMemoryUsed, m_image->memoryUsed())
        .addNumber(card::tag::kMemoryFree, m_image->memoryFree())
        .add(card::tag::kIccid, viewOf(m_image->iccid()))
        .addNumber(card::tag::kNodeCount, tree.size());
    return {writer.take(), StatusWord::Ok};
}

ResponseApdu DmscApplication::readJournal(const CommandApdu& command)
{
    const auto tlvs = parseTlvs(command.data);
    const auto epoch = tlvs ? findTlv(*tlvs, card::tag::kEpoch) : std::nullopt;
    const auto base = tlvs ? findTlv(*tlvs, card::tag::kFromSeq) : std::nullopt;
    if (!epoch || !base || base->value.size() != 4)
        return {{}, StatusWord::WrongData};
    const CardSeq from{static_cast<std::uint32_t>(numberFrom(base->value))};
    const EntityView& view = m_session->view();
    const Epoch ours = view.epoch();
    if (!std::equal(ours.begin(), ours.end(), epoch->value.begin(), epoch->value.end())
        || !m_image->journal().reachesBackTo(from) || from > m_image->seq())
        return {{}, StatusWord::ReferenceNotFound};
    TlvWriter writer;
    writer.addNumber(card::tag::kFromSeq, number(from), 4).addNumber(card::tag::kToSeq, number(m_image->seq()), 4);
    for (const JournalEntry& entry : view.journalSince(from)) {
        TlvWriter one;
        one.addNumber(card::tag::kEntrySeq, number(entry.seq), 4)
            .addNumber(card::tag::kEntryKind, static_cast<std::uint64_t>(entry.change.kind))
            .add(card::tag::kEntryUri, viewOf(entry.change.uri.text()))
            .add(card::tag::kEntryOwner, viewOf(entry.owner));
        writer.add(card::tag::kEntry, one);
    }
    return {writer.take(), StatusWord::Ok};
}

ResponseApdu DmscApplication::nodeDigests(const CommandApdu& command)
{
    const auto asked = decodeQuestions(command.data);
    if (!asked)
        return {{}, StatusWord::WrongData};
    if (asked->questions.size() > kMaxQuestions)
        return {{}, StatusWord::WrongLength};
    std::vector<DigestAnswer> answers;
    answers.reserve(asked->questions.size());
    const Tree& tree = m_session->view().tree();
    for (const DigestQuestion& question : asked->questions)
        answers.push_back(answerDigests(tree, question, asked->form));
    return {encodeAnswers(answers), StatusWord::Ok};
}

} // namespace dmsc
