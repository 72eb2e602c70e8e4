// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"

#include "cardio/card/card_interface.h"
#include "cardio/channel/card_name.h"
#include "model/bytes.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kClaProprietary = 0x80;

/// A card in use answers STATUS whatever is selected, one at its end (ETSI TS 102 222 6.13) refuses that as well.
bool isTerminated(Link& link)
{
    const auto status = sendOne(link, {0x80, 0xF2, 0x00, 0x0C, {}, std::nullopt});
    return status && status->sw == StatusWord::ConditionsNotSatisfied;
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

/// The card's key pairs that its policy accepts for this.
std::vector<std::uint8_t> cardKeysFor(const std::vector<OfferedMethod>& offers, Role role, HandshakeMethod method)
{
    const auto offered = std::find_if(offers.begin(), offers.end(),
        [&](const OfferedMethod& offer) { return offer.role == role && offer.method == method; });
    return offered == offers.end() || method == HandshakeMethod::Scp03 ? std::vector<std::uint8_t>{}
                                                                       : offered->keyVersions;
}

/// The same authorities vouch for entities: none of them must pass for a card.
Result<void> checkIsCard(const Certificate& certificate)
{
    if (cardNameOf(certificate))
        return {};
    return fail(ErrorKind::Security,
        QCoreApplication::translate("CardClient",
            "the certificate %1 is no card's, whoever issued it: a card's is named \"card\", or \"card:\" and the "
            "card's ICCID; nothing was opened")
            .arg(certificate.subject()));
}

} // namespace

Result<Bytes> CardClient::CountingLink::transmit(ByteView command)
{
    ++pairs;
    auto answer = inner->transmit(command);
    bytes += command.size() + (answer ? answer->size() : 0);
    return answer;
}

CardClient::CardClient(std::unique_ptr<CountingLink> link, CardDiscovery discovery)
    : m_link(std::move(link))
    , m_discovery(std::move(discovery))
{
}

Result<CardDiscovery> CardClient::discover(Link& link)
{
    CommandApdu select{0x00, card::kInsSelect, 0x04, 0x00, {}, kMaxShortLe};
    select.data.assign(std::begin(card::kAid), std::end(card::kAid));
    const auto answer = sendOne(link, select);
    if (!answer)
        return tl::unexpected(answer.error());
    if (isUnknown(answer->sw))
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CardClient", "the card has no DM_SC application (SELECT F0444D5F534301)"));
    if (answer->sw == StatusWord::ConditionsNotSatisfied && isTerminated(link))
        return fail(ErrorKind::Card,
            QCoreApplication::translate("CardClient",
                "the card does nothing any more: its use was ended for good (TERMINATE CARD USAGE); take another one"));
    if (answer->sw != StatusWord::Ok)
        return fail(ErrorKind::Card,
            QCoreApplication::translate("CardClient", "the card refused %1: %2")
                .arg(QStringLiteral("SELECT"), describe(answer->sw)));
    auto discovery = decodeDiscovery(answer->data);
    if (!discovery)
        return unreadable("SELECT");
    if (discovery->versionMajor != card::kInterfaceVersion[0])
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate(
                "CardClient", "the card speaks version %1.%2 of the interface, version 1 was expected")
                .arg(discovery->versionMajor)
                .arg(discovery->versionMinor));
    return *std::move(discovery);
}

Result<std::unique_ptr<CardClient>> CardClient::select(Link& link)
{
    auto counting = std::make_unique<CountingLink>(link);
    auto discovery = discover(*counting);
    if (!discovery)
        return tl::unexpected(discovery.error());
    return std::unique_ptr<CardClient>(new CardClient(std::move(counting), *std::move(discovery)));
}

Result<std::unique_ptr<CardClient>> CardClient::open(
    Link& link, const Credential& credential, const HandshakeOptions& options)
{
    auto client = select(link);
    if (!client)
        return client;
    if (auto shaken = (*client)->authenticate(credential, options); !shaken)
        return tl::unexpected(shaken.error());
    return client;
}

Result<std::unique_ptr<CardClient>> CardClient::open(Link& link, const Scp03KeySet& keys, const RandomSource& random)
{
    HandshakeOptions options;
    options.level = card::kLevel;
    options.random = random;
    return open(link, KeySetCredential{keys, MacSize::S8}, options);
}

Result<void> CardClient::authenticate(const Credential& credential, HandshakeOptions options)
{
    if (auto offered =
            checkOffered(m_discovery.offers, options.as, options.method, static_cast<std::uint8_t>(options.level));
        !offered)
        return offered;
    options.aid = Bytes(std::begin(card::kAid), std::end(card::kAid));
    options.acceptCard = &checkIsCard;
    options.cardKeys = cardKeysFor(m_discovery.offers, options.as, options.method);
    const auto alone = LinkClaim::take(*m_link);
    if (!alone)
        return tl::unexpected(alone.error());
    auto shaken = shakeHands(*m_link, credential, options, isOpen() ? m_channel.get() : nullptr);
    if (!shaken) {
        (void)endSession();
        return tl::unexpected(shaken.error());
    }
    m_channel = std::move(shaken->channel);
    m_facts = std::move(shaken->facts);
    m_as = options.asAnybody ? std::nullopt : std::optional(options.as);
    m_access.reset();
    m_memory.reset();
    m_transcript.clear();
    auto named = checkCardName();
    if (!named)
        (void)endSession();
    return named;
}

Result<void> CardClient::checkCardName()
{
    const auto name = m_facts.cardCertificate ? cardNameOf(*m_facts.cardCertificate) : std::nullopt;
    if (!name || name->iccid.empty())
        return {};
    const auto status = syncStatus();
    if (!status)
        return tl::unexpected(status.error());
    if (name->fits(status->iccid))
        return {};
    return fail(ErrorKind::Security,
        QCoreApplication::translate("CardClient",
            "the card shows the certificate %1, but it is the card %2: the keys are another card's, and so may the "
            "card "
            "be; the session was ended and nothing was asked of it. Ask the card's issuer for a certificate of its own")
            .arg(m_facts.cardCertificate->subject(), QString::fromStdString(status->iccid)));
}

Result<void> CardClient::endSession()
{
    m_channel.reset();
    m_access.reset();
    m_memory.reset();
    m_transcript.clear();
    auto discovery = discover(*m_link);
    if (!discovery)
        return tl::unexpected(discovery.error());
    m_discovery = *std::move(discovery);
    return {};
}

QString CardClient::security() const
{
    if (!m_channel)
        return {};
    return QStringLiteral("%1 0x%2")
        .arg(methodName(m_facts.method))
        .arg(hexDigits(static_cast<std::uint32_t>(m_channel->level())));
}

Result<ResponseApdu> CardClient::ask(const Question& question, Bytes data, const Progress& progress)
{
    if (!isOpen())
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate(
                "CardClient", "no session is open with the card; it answers nothing before a handshake"),
            QLatin1String(question.name));
    TranscriptEntry entry{question.ins, question.p1, {}, {}, 0};
    // What is signed is what came before, however often that is asked for.
    const bool noted = m_facts.ownCertificate.has_value() && question.ins != card::kInsReceipt;
    if (noted)
        entry.command = digestOf(data);
    CommandApdu command{kClaProprietary, question.ins, question.p1, question.p2, std::move(data), kMaxExtendedLe, true};
    SendOptions options;
    options.progress = progress;
    options.maxResponse = std::size_t{256} << 20U;
    options.plain = m_plain;
    auto answer = send(*m_link, *m_channel, command, options);
    if (question.secret)
        wipe(command.data.data(), command.data.size());
    if (answer && noted) {
        entry.answer = digestOf(answer->data);
        entry.statusWord = value(answer->sw);
        m_transcript.push_back(entry);
    }
    return answer;
}

Result<Bytes> CardClient::command(const Question& question, Bytes data, const Progress& progress)
{
    auto answer = ask(question, std::move(data), progress);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw != StatusWord::Ok)
        return tl::unexpected(refused(answer->sw, question));
    return std::move(answer->data);
}

void CardClient::abortMessage()
{
    (void)ask({card::kInsDmMessage, "DM MESSAGE", card::kAbortMessage, {}}, {});
}

Result<Bytes> CardClient::exchange(ByteView message, const Progress& progress)
{
    return say({card::kInsDmMessage, "DM MESSAGE", card::kHostIsServer, {}}, message, progress);
}

Result<Bytes> CardClient::say(const Question& question, ByteView message, const Progress& progress)
{
    const Digest digest = digestOf(message);
    Bytes data(digest.begin(), digest.end());
    data.insert(data.end(), message.begin(), message.end());
    auto answer = dialogue(question, std::move(data), progress);
    if (!answer && answer.error().kind == ErrorKind::Cancelled)
        abortMessage();
    return answer;
}

Result<SyncStatus> CardClient::syncStatus()
{
    const auto answer = command({card::kInsSyncStatus, "SYNC STATUS", 0, Right::Explore}, {});
    if (!answer)
        return tl::unexpected(answer.error());
    auto status = decodeSyncStatus(*answer);
    if (!status)
        return unreadable("SYNC STATUS");
    return *std::move(status);
}

Result<std::optional<std::vector<JournalEntry>>> CardClient::journal(const Epoch& epoch, CardSeq base)
{
    TlvWriter question;
    question.add(card::tag::kEpoch, epoch).addNumber(card::tag::kFromSeq, number(base), 4);
    const Question read{card::kInsReadJournal, "READ JOURNAL", 0, Right::Explore};
    const auto answer = ask(read, question.take());
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw == StatusWord::ReferenceNotFound)
        return std::optional<std::vector<JournalEntry>>();
    if (answer->sw != StatusWord::Ok)
        return tl::unexpected(refused(answer->sw, read));
    auto entries = decodeJournal(answer->data);
    if (!entries)
        return unreadable("READ JOURNAL");
    return entries;
}

Result<std::vector<DigestAnswer>> CardClient::nodeDigests(
    const std::vector<DigestQuestion>& questions, const DigestForm& form)
{
    const auto answer =
        command({card::kInsNodeDigests, "NODE DIGESTS", 0, Right::Explore}, encodeQuestions(questions, form));
    if (!answer)
        return tl::unexpected(answer.error());
    return decodeAnswers(*answer, questions.size(), form);
}

} // namespace dmsc
