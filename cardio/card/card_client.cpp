// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"

#include "cardio/card/card_interface.h"
#include "cardio/store/byte_codec.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kClaProprietary = 0x80;

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

tl::unexpected<Error> refused(StatusWord sw, const char* command)
{
    const ErrorKind kind = sw == StatusWord::NotEnoughMemory ? ErrorKind::Full : ErrorKind::Card;
    return fail(kind,
        translated(QT_TRANSLATE_NOOP("CardClient", "the card refused %1: %2"))
            .arg(QLatin1String(command), describe(sw)));
}

/// What cards of all kinds say to the name of an application that they do not have.
bool isUnknown(StatusWord sw)
{
    switch (sw) {
    case StatusWord::FileNotFound:
    case StatusWord::FunctionUnsupported:
    case StatusWord::WrongP1P2:
    case StatusWord::InsUnsupported:
    case StatusWord::ClaUnsupported:
        return true;
    default:
        return false;
    }
}

/// A fixed-size object of an answer.
template <class Array> bool take(const std::vector<Tlv>& tlvs, TlvTag tag, Array& out)
{
    const auto tlv = findTlv(tlvs, tag);
    if (!tlv || tlv->value.size() != out.size())
        return false;
    std::copy(tlv->value.begin(), tlv->value.end(), out.begin());
    return true;
}

std::optional<std::uint64_t> numberAt(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto tlv = findTlv(tlvs, tag);
    const auto value = tlv ? numberOf(*tlv) : tl::unexpected(Error{});
    return value ? std::optional(*value) : std::nullopt;
}

CardSeq seqOf(std::uint64_t value)
{
    return CardSeq{static_cast<std::uint32_t>(value)};
}

std::string textOf(ByteView bytes)
{
    return {bytes.begin(), bytes.end()};
}

std::optional<JournalEntry> journalEntry(const Tlv& tlv)
{
    const auto parts = childrenOf(tlv);
    if (!parts)
        return std::nullopt;
    const auto seq = numberAt(*parts, card::tag::kEntrySeq);
    const std::uint64_t kind = numberAt(*parts, card::tag::kEntryKind).value_or(0);
    const auto uriTlv = findTlv(*parts, card::tag::kEntryUri);
    auto uri = uriTlv ? Uri::parse(textOf(uriTlv->value)) : tl::unexpected(Error{});
    if (!seq || kind < 1 || kind > 3 || !uri)
        return std::nullopt;
    const auto owner = findTlv(*parts, card::tag::kEntryOwner);
    return JournalEntry{
        seqOf(*seq), {static_cast<Change::Kind>(kind), std::move(*uri)}, owner ? textOf(owner->value) : std::string()};
}

} // namespace

Result<Bytes> CardClient::CountingLink::transmit(ByteView command)
{
    ++pairs;
    return inner->transmit(command);
}

CardClient::CardClient(std::unique_ptr<CountingLink> link, Scp03Host channel, CardDiscovery discovery)
    : m_link(std::move(link))
    , m_channel(std::move(channel))
    , m_discovery(discovery)
{
}

Result<CardDiscovery> CardClient::select(Link& link)
{
    CommandApdu select{0x00, card::kInsSelect, 0x04, 0x00, {}, kMaxShortLe};
    select.data.assign(std::begin(card::kAid), std::end(card::kAid));
    const auto answer = sendOne(link, select);
    if (!answer)
        return tl::unexpected(answer.error());
    if (isUnknown(answer->sw))
        return fail(ErrorKind::Unsupported,
            translated(QT_TRANSLATE_NOOP("CardClient", "the card has no DM_SC application (SELECT F0444D5F534301)")));
    if (answer->sw != StatusWord::Ok)
        return refused(answer->sw, "SELECT");
    const auto tlvs = parseTlvs(answer->data);
    const auto fci = tlvs ? findTlv(*tlvs, card::tag::kFci) : std::nullopt;
    const auto inside = fci ? childrenOf(*fci) : tl::unexpected(Error{});
    const auto proprietary = inside ? findTlv(*inside, card::tag::kProprietary) : std::nullopt;
    const auto parts = proprietary ? childrenOf(*proprietary) : tl::unexpected(Error{});
    std::array<std::uint8_t, 2> version{};
    std::array<std::uint8_t, 2> method{};
    if (!parts || !take(*parts, card::tag::kVersion, version) || !take(*parts, card::tag::kMethod, method))
        return unreadable("SELECT");
    if (version[0] != card::kInterfaceVersion[0])
        return fail(ErrorKind::Unsupported,
            translated(QT_TRANSLATE_NOOP(
                           "CardClient", "the card speaks version %1.%2 of the interface, version 1 was expected"))
                .arg(version[0])
                .arg(version[1]));
    const auto capabilities = numberAt(*parts, card::tag::kCapabilities);
    return CardDiscovery{version[0], version[1], method[1], (capabilities.value_or(0) & 1U) != 0};
}

Result<std::unique_ptr<CardClient>> CardClient::open(Link& link, const Scp03KeySet& keys, const RandomSource& random)
{
    auto counting = std::make_unique<CountingLink>(link);
    const auto discovery = select(*counting);
    if (!discovery)
        return tl::unexpected(discovery.error());
    Scp03Options options;
    options.level = card::kLevel;
    options.aid = Bytes(std::begin(card::kAid), std::end(card::kAid));
    options.random = random;
    auto channel = openScp03(*counting, keys, options);
    if (!channel)
        return tl::unexpected(channel.error());
    return std::unique_ptr<CardClient>(new CardClient(std::move(counting), std::move(*channel), *discovery));
}

QString CardClient::security() const
{
    return QStringLiteral("%1 0x%2")
        .arg(m_channel.method())
        .arg(static_cast<int>(m_channel.level()), 2, 16, QLatin1Char('0'));
}

Result<Bytes> CardClient::command(std::uint8_t ins, const char* name, Bytes data, const Progress& progress)
{
    CommandApdu command{kClaProprietary, ins, 0, 0, std::move(data), kMaxExtendedLe, true};
    SendOptions options;
    options.progress = progress;
    options.maxResponse = std::size_t{256} << 20U;
    auto answer = send(*m_link, m_channel, command, options);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw != StatusWord::Ok)
        return refused(answer->sw, name);
    return std::move(answer->data);
}

void CardClient::abortMessage()
{
    (void)send(*m_link, m_channel, CommandApdu{kClaProprietary, card::kInsDmMessage, card::kAbortMessage, 0, {}, {}});
}

Result<Bytes> CardClient::exchange(ByteView message, const Progress& progress)
{
    Hasher hasher;
    hasher.begin();
    hasher.add({reinterpret_cast<const char*>(message.data()), message.size()});
    const Digest digest = hasher.end();
    Bytes data(digest.begin(), digest.end());
    data.insert(data.end(), message.begin(), message.end());
    auto answer = command(card::kInsDmMessage, "DM MESSAGE", std::move(data), progress);
    if (!answer && answer.error().kind == ErrorKind::Cancelled)
        abortMessage();
    return answer;
}

Result<SyncStatus> CardClient::syncStatus()
{
    const auto answer = command(card::kInsSyncStatus, "SYNC STATUS", {});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto tlvs = parseTlvs(*answer);
    SyncStatus status;
    const auto seq = tlvs ? numberAt(*tlvs, card::tag::kSeq) : std::nullopt;
    const auto oldest = tlvs ? numberAt(*tlvs, card::tag::kOldestSeq) : std::nullopt;
    const auto iccid = tlvs ? findTlv(*tlvs, card::tag::kIccid) : std::nullopt;
    if (!seq || !oldest || !iccid || !take(*tlvs, card::tag::kEpoch, status.epoch)
        || !take(*tlvs, card::tag::kContentDigest, status.content) || !take(*tlvs, card::tag::kAclDigest, status.acl))
        return unreadable("SYNC STATUS");
    status.seq = seqOf(*seq);
    status.oldest = seqOf(*oldest);
    status.iccid = textOf(iccid->value);
    status.memorySize = numberAt(*tlvs, card::tag::kMemorySize).value_or(0);
    status.memoryUsed = numberAt(*tlvs, card::tag::kMemoryUsed).value_or(0);
    status.memoryFree = numberAt(*tlvs, card::tag::kMemoryFree).value_or(0);
    status.nodes = numberAt(*tlvs, card::tag::kNodeCount).value_or(0);
    return status;
}

Result<std::optional<std::vector<JournalEntry>>> CardClient::journal(const Epoch& epoch, CardSeq base)
{
    TlvWriter question;
    question.add(card::tag::kEpoch, epoch).addNumber(card::tag::kFromSeq, number(base), 4);
    const CommandApdu read{kClaProprietary, card::kInsReadJournal, 0, 0, question.take(), kMaxExtendedLe, true};
    const auto answer = send(*m_link, m_channel, read);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::ReferenceNotFound)
        return std::optional<std::vector<JournalEntry>>();
    if (answer->sw != StatusWord::Ok)
        return refused(answer->sw, "READ JOURNAL");
    const auto tlvs = parseTlvs(answer->data);
    if (!tlvs)
        return unreadable("READ JOURNAL");
    std::vector<JournalEntry> entries;
    for (const Tlv& tlv : *tlvs) {
        if (tlv.tag != card::tag::kEntry)
            continue;
        auto entry = journalEntry(tlv);
        if (!entry)
            return unreadable("READ JOURNAL");
        entries.push_back(std::move(*entry));
    }
    return std::optional(std::move(entries));
}

Result<std::vector<DigestAnswer>> CardClient::nodeDigests(
    const std::vector<DigestQuestion>& questions, const DigestForm& form)
{
    const auto answer = command(card::kInsNodeDigests, "NODE DIGESTS", encodeQuestions(questions, form));
    if (!answer)
        return tl::unexpected(answer.error());
    return decodeAnswers(*answer, questions.size(), form);
}

} // namespace dmsc
