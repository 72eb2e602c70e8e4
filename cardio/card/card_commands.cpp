// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_interface.h"
#include "cardio/card/dmsc_application.h"
#include "cardio/card/node_digests.h"
#include "cardio/session/responder.h"
#include "cardio/store/byte_codec.h"

#include <algorithm>

namespace dmsc {

namespace {

/// Who holds the issuer's keys acts as the card's owner; it is written as owner of what it stores.
constexpr const char* kIssuer = "issuer";
constexpr std::size_t kMaxQuestions = 4096;

ByteView bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

} // namespace

ResponseApdu DmscApplication::discovery()
{
    const std::uint8_t method[] = {card::kMethodScp03, static_cast<std::uint8_t>(card::kLevel)};
    const std::uint8_t formatted[] = {0x01};
    const std::uint8_t capabilities[] = {0x03};
    TlvWriter proprietary;
    proprietary.add(card::tag::kVersion, card::kInterfaceVersion)
        .add(card::tag::kMethod, method)
        .add(card::tag::kStoreState, formatted)
        .add(card::tag::kCapabilities, capabilities)
        .addNumber(card::tag::kMaxCommandData, kMaxExtendedData, 2);
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
    Hasher hasher;
    hasher.begin();
    hasher.add({reinterpret_cast<const char*>(message.data()), message.size()});
    const Digest digest = hasher.end();
    // Whole and unharmed before anything of it is stored (GEN-19).
    if (!std::equal(digest.begin(), digest.end(), data.begin()))
        return {{}, StatusWord::DataInvalid};
    ExecutorOptions options;
    options.memoryFree = m_image->memoryFree();
    TreeEditor editor(m_image->tree(), m_outside.clock);
    auto answer =
        respond(message, editor, options, [this](TreeEditor& done) { return m_image->commit(done, kIssuer); });
    if (!answer)
        return {{}, StatusWord::WrongData};
    return {std::move(*answer), StatusWord::Ok};
}

ResponseApdu DmscApplication::memory() const
{
    TlvWriter writer;
    writer.addNumber(card::tag::kMemorySize, m_image->memorySize())
        .addNumber(card::tag::kMemoryUsed, m_image->memoryUsed())
        .addNumber(card::tag::kMemoryFree, m_image->memoryFree());
    return {writer.take(), StatusWord::Ok};
}

ResponseApdu DmscApplication::syncStatus() const
{
    const Tree& tree = m_image->tree();
    Hasher hasher;
    TlvWriter writer;
    writer.add(card::tag::kEpoch, m_image->epoch())
        .addNumber(card::tag::kSeq, number(m_image->seq()), 4)
        .addNumber(card::tag::kOldestSeq, number(m_image->journal().oldest()), 4)
        .add(card::tag::kContentDigest, tree.computeContentDigest(Tree::root(), hasher))
        .add(card::tag::kAclDigest, tree.computeAclDigest(Tree::root(), hasher))
        .addNumber(card::tag::kMemorySize, m_image->memorySize())
        .addNumber(card::tag::kMemoryUsed, m_image->memoryUsed())
        .addNumber(card::tag::kMemoryFree, m_image->memoryFree())
        .add(card::tag::kIccid, bytesOf(m_image->iccid()))
        .addNumber(card::tag::kNodeCount, tree.size());
    return {writer.take(), StatusWord::Ok};
}

ResponseApdu DmscApplication::readJournal(const CommandApdu& command) const
{
    const auto tlvs = parseTlvs(command.data);
    const auto epoch = tlvs ? findTlv(*tlvs, card::tag::kEpoch) : std::nullopt;
    const auto base = tlvs ? findTlv(*tlvs, card::tag::kFromSeq) : std::nullopt;
    if (!epoch || !base || base->value.size() != 4)
        return {{}, StatusWord::WrongData};
    const CardSeq from{static_cast<std::uint32_t>(numberFrom(base->value))};
    const Epoch ours = m_image->epoch();
    if (!std::equal(ours.begin(), ours.end(), epoch->value.begin(), epoch->value.end())
        || !m_image->journal().reachesBackTo(from) || from > m_image->seq())
        return {{}, StatusWord::ReferenceNotFound};
    TlvWriter writer;
    writer.addNumber(card::tag::kFromSeq, number(from), 4).addNumber(card::tag::kToSeq, number(m_image->seq()), 4);
    for (const JournalEntry& entry : m_image->journal().since(from)) {
        TlvWriter one;
        one.addNumber(card::tag::kEntrySeq, number(entry.seq), 4)
            .addNumber(card::tag::kEntryKind, static_cast<std::uint64_t>(entry.change.kind))
            .add(card::tag::kEntryUri, bytesOf(entry.change.uri.text()))
            .add(card::tag::kEntryOwner, bytesOf(entry.owner));
        writer.add(card::tag::kEntry, one);
    }
    return {writer.take(), StatusWord::Ok};
}

ResponseApdu DmscApplication::nodeDigests(const CommandApdu& command) const
{
    const auto asked = decodeQuestions(command.data);
    if (!asked)
        return {{}, StatusWord::WrongData};
    if (asked->questions.size() > kMaxQuestions)
        return {{}, StatusWord::WrongLength};
    std::vector<DigestAnswer> answers;
    answers.reserve(asked->questions.size());
    for (const DigestQuestion& question : asked->questions)
        answers.push_back(answerDigests(m_image->tree(), question, asked->form));
    return {encodeAnswers(answers), StatusWord::Ok};
}

} // namespace dmsc
