// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/cla.h"
#include "cardio/channel/scp03_protocol.h"
#include "cardio/desk/apdu_record.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/link/in_process_link.h"
#include "cardio/pcsc/pcsc_link.h"
#include "cardio/replay/card_script.h"
#include "cardio/replay/replay_credentials.h"
#include "cardio/replay/replay_receipt.h"
#include "cardio/replay/replay_run.h"
#include "cardio/store/tree_image.h"
#include "model/byte_array.h"
#include "model/bytes.h"
#include "model/recording/row_alignment.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

// A recording's commands, to a card.
namespace dmsc {

namespace {

class CardPlayer
{
public:
    CardPlayer(ReplayRun& run, Link& link)
        : m_run(&run)
        , m_link(&link)
        , m_wire(link, [this](const Exchange& exchange) { m_said.push_back(exchange); })
    {
    }

    Result<void> play(const CardScript& script)
    {
        if (auto reset = m_link->reset(); !reset)
            return reset;
        const std::vector<bool> masked =
            unplayable(m_run->request().recording, script.steps, [this](RecordNo row) { return m_run->isMasked(row); });
        std::size_t done = 0;
        for (const CardStep& step : script.steps) {
            if (auto going = m_run->next(done, script.steps.size()); !going)
                return going;
            if (masked[done++] && !isEdited(step)) {
                leaveOut(step);
                continue;
            }
            if (auto played = play(step); !played)
                return played;
        }
        return {};
    }

private:
    Result<void> play(const CardStep& step)
    {
        switch (step.kind) {
        case CardStep::Kind::Reset:
            return reset(step.rows.front());
        case CardStep::Kind::Handshake:
            return isEdited(step) ? sendAll(step) : shake(step);
        case CardStep::Kind::Secured:
            return isEdited(step) ? sendAll(step) : say(step);
        case CardStep::Kind::Plain:
            break;
        }
        return sendAll(step);
    }

    /// FF would be taken for the PIN, and tries of a card that counts them lost.
    void leaveOut(const CardStep& step)
    {
        std::ranges::for_each(step.rows, [this](RecordNo row) { m_run->notPlayed(row); });
        if (step.isPlainSelected)
            m_run->notPlayed(*step.plain);
    }

    /// Protected bytes that somebody has changed are sent as they were changed.
    [[nodiscard]] bool isEdited(const CardStep& step) const
    {
        return std::ranges::any_of(step.rows, [this](RecordNo row) { return m_run->isEdited(row); });
    }

    Result<void> reset(RecordNo row)
    {
        m_channel.reset();
        auto done = m_link->reset();
        Record record = recordLike(row);
        record.response = toByteArray(m_link->atr());
        record.status = done ? QStringLiteral("ok") : QStringLiteral("failed");
        record.level = done ? StatusLevel::Ok : StatusLevel::Error;
        m_run->answered(row, record);
        return done;
    }

    /// Each command as it was recorded or changed.
    Result<void> sendAll(const CardStep& step)
    {
        for (const RecordNo row : step.rows) {
            if (m_run->isMasked(row)) {
                m_run->notPlayed(row);
                continue;
            }
            const auto answer = m_wire.transmit(viewOf(m_run->sent(row)));
            noteApplication(m_said.back());
            tell(row, std::exchange(m_said, {}).back());
            if (!answer && answer.error().kind == ErrorKind::Io)
                return tl::unexpected(answer.error());
        }
        if (step.isPlainSelected)
            m_run->missing(*step.plain);
        if (step.kind == CardStep::Kind::Secured)
            m_run->note(QCoreApplication::translate("Replay",
                "Protected commands were sent as they were recorded: keys of another session, which the card "
                "refuses."));
        return {};
    }

    /// The handshake anew, by the same method and with the same credential.
    Result<void> shake(const CardStep& step)
    {
        const RecordedHandshake& recorded = *step.handshake;
        const auto credential = credentialOf(recorded, m_run->request().credentials);
        const auto level = securityLevelOf(recorded.level);
        if (!credential || !level) {
            m_run->note(QCoreApplication::translate("Replay",
                "The handshake by %1 with key version %2 cannot be shaken again: its credential is not at hand.")
                            .arg(methodName(recorded.method))
                            .arg(hexDigits(recorded.keyVersion)));
            return sendAll(step);
        }
        HandshakeOptions options;
        options.method = recorded.method;
        options.level = *level;
        options.aid = m_application;
        const bool isWithin = m_channel && m_channel->isOpen();
        auto shaken = shakeHands(m_wire, *credential, options, isWithin ? m_channel.get() : nullptr);
        m_receipt.reset();
        if (shaken && shaken->facts.ownCertificate)
            m_receipt.emplace(std::get<CertificateCredential>(*credential), shaken->facts);
        m_channel = shaken ? std::move(shaken->channel) : nullptr;
        pairUp(step.rows);
        if (!shaken)
            m_run->note(shaken.error().text());
        return ioErrorOf(shaken);
    }

    /// The command inside the channel that stands now.
    Result<void> say(const CardStep& step)
    {
        const auto plain = step.plain ? parseCommand(viewOf(m_run->sent(*step.plain))) : openingLike(step);
        if (!m_channel || !m_channel->isOpen() || !plain)
            return sendAll(step);
        const bool isRenewed = m_receipt && step.plain && !m_run->isEdited(*step.plain);
        const CommandApdu command = isRenewed ? m_receipt->renewed(*plain) : *plain;
        const auto answer = sayInside(command);
        if (m_receipt && answer)
            m_receipt->note(command, *answer);
        pairUp(step.rows);
        if (step.isPlainSelected)
            tellPlain(*step.plain, answer);
        return ioErrorOf(answer);
    }

    /// No row tells unprotected what opens another handshake; but for the challenge its header tells it all, and what
    /// protects that one is as random.
    [[nodiscard]] Result<CommandApdu> openingLike(const CardStep& step) const
    {
        constexpr std::size_t kChallengeSize = 8;
        const auto secured = parseCommand(viewOf(m_run->row(step.rows.front()).request.toByteArray()));
        if (!secured || secured->ins != scp03::kInsInitializeUpdate || secured->data.size() < kChallengeSize)
            return tl::unexpected(Error{});
        CommandApdu opening = *secured;
        opening.cla = claFor(true, channelOf(secured->cla));
        opening.data.resize(kChallengeSize);
        opening.le = kMaxShortLe;
        return opening;
    }

    Result<ResponseApdu> sayInside(CommandApdu plain)
    {
        fitToLink(plain, *m_link);
        const auto wrapped = m_channel->wrap(std::move(plain));
        if (!wrapped)
            return tl::unexpected(wrapped.error());
        auto answer = sendOne(m_wire, *wrapped);
        return answer ? m_channel->unwrap(*std::move(answer)) : answer;
    }

    template <class T> static Result<void> ioErrorOf(const Result<T>& result)
    {
        return !result && result.error().kind == ErrorKind::Io ? Result<void>(tl::unexpected(result.error()))
                                                               : Result<void>();
    }

    /// What has gone over the wire beside the rows that it stands for, by the instructions.
    void pairUp(const std::vector<RecordNo>& rows)
    {
        const std::vector<Exchange> said = std::exchange(m_said, {});
        std::vector<RowKey> left;
        std::vector<RowKey> right;
        left.reserve(rows.size());
        right.reserve(said.size());
        for (const RecordNo row : rows)
            left.push_back(static_cast<RowKey>(static_cast<std::uint8_t>(m_run->row(row).request[1])));
        for (const Exchange& exchange : said)
            right.push_back(exchange.command.size() > 1 ? exchange.command[1] : RowKey{0});
        AlignedPlaces at;
        const auto alone = [&](const AlignedPlaces& to) {
            for (; at.left < to.left; ++at.left)
                m_run->missing(rows[at.left]);
            for (; at.right < to.right; ++at.right)
                tell(std::nullopt, said[at.right]);
        };
        for (const AlignedPlaces& pair : alignRows(left, right)) {
            alone(pair);
            tell(rows[pair.left], said[pair.right]);
            at = {pair.left + 1, pair.right + 1};
        }
        alone({rows.size(), said.size()});
    }

    void tell(std::optional<RecordNo> row, const Exchange& exchange)
    {
        const bool isSecret = row && m_run->isSecret(*row);
        Record record = recordOf(exchange, m_run->clock(), isSecret ? ExchangeContent::Secret : ExchangeContent::Open);
        if (row) {
            const Record like = recordLike(*row);
            record.from = like.from;
            record.continuation = like.continuation;
            record.exchange = like.exchange;
            if (!m_run->isEdited(*row)) {
                record.name = like.name;
                record.target = like.target;
            }
        }
        m_run->answered(row, record);
    }

    void tellPlain(RecordNo row, const Result<ResponseApdu>& answer)
    {
        const auto response = answer ? answer->encode() : tl::unexpected(answer.error());
        Exchange exchange{toBytes(m_run->sent(row)), response, {}, {}};
        const bool isSecret = m_run->isSecret(row);
        Record record = recordOf(exchange, m_run->clock(), isSecret ? ExchangeContent::Secret : ExchangeContent::Open);
        Record like = recordLike(row);
        like.request = std::move(record.request);
        like.response = std::move(record.response);
        like.secrets = std::move(record.secrets);
        like.status = record.status;
        like.level = record.level;
        if (m_run->isEdited(row))
            like.name = record.name;
        m_run->answered(row, like);
    }

    /// The same but for what was said.
    [[nodiscard]] Record recordLike(RecordNo number) const
    {
        const RecordView row = m_run->row(number);
        Record record;
        record.time = m_run->clock()();
        record.layer = row.layer;
        record.from = row.from;
        record.to = row.to;
        record.continuation = row.continuation;
        record.exchange = row.exchange;
        record.name = QString::fromUtf8(row.name);
        record.target = QString::fromUtf8(row.target);
        return record;
    }

    /// Pseudo-random challenges are made with the AID of the application that is selected (Amendment D 6.2.2.1);
    /// selecting one ends the session with another.
    void noteApplication(const Exchange& exchange)
    {
        constexpr std::uint8_t kSelect = 0xA4;
        constexpr std::uint8_t kByName = 0x04;
        const auto command = parseCommand(exchange.command);
        const auto answer = exchange.response ? parseResponse(*exchange.response) : tl::unexpected(Error{});
        const bool isSelected = answer && (answer->sw == StatusWord::Ok || sw1(answer->sw) == 0x61);
        if (!isSelected || !command || command->ins != kSelect || command->p1 != kByName
            || channelOf(command->cla) != LogicalChannel::Basic)
            return;
        m_application = command->data;
        m_channel.reset();
    }

    ReplayRun* m_run;
    Link* m_link;
    RecordedLink m_wire;
    std::vector<Exchange> m_said; ///< over the wire since it was looked at
    std::unique_ptr<SecureChannel> m_channel; ///< null: no session
    std::optional<ReplayReceipt> m_receipt; ///< of a session with certificates
    Bytes m_application;
};

Result<std::unique_ptr<Link>> openReader(const ReplayRequest& request)
{
    if (!request.allowReader)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate(
                "Replay", "a card in a reader would really be written to; allow it, or replay to an emulated card"),
            request.where.text());
    auto link = PcscLink::open(request.where.name, request.waiting);
    return link ? Result<std::unique_ptr<Link>>(std::move(*link)) : tl::unexpected(link.error());
}

/// An emulated card on a copy of the image, so that the original stays as it is.
Result<std::unique_ptr<Link>> openCopy(const ReplayRequest& request, const QTemporaryDir& folder)
{
    const QString copy = folder.filePath(QStringLiteral("card"));
    if (auto copied = copyImage(request.where.name, ImageKind::Card, copy); !copied)
        return tl::unexpected(copied.error());
    auto card = EmulatedCard::open(copy);
    return card ? Result<std::unique_ptr<Link>>(std::make_unique<InProcessLink>(std::move(*card)))
                : tl::unexpected(card.error());
}

Result<std::unique_ptr<Link>> openTarget(const ReplayRequest& request, const QTemporaryDir& folder)
{
    switch (request.where.kind) {
    case Where::Kind::Card:
        return openCopy(request, folder);
    case Where::Kind::Reader:
        return openReader(request);
    case Where::Kind::Handset:
    case Where::Kind::Document:
        break;
    }
    return fail(ErrorKind::BadValue,
        QCoreApplication::translate("Replay", "commands are replayed to card:FILE or pcsc:READER"),
        request.where.text());
}

} // namespace

Result<void> replayToCard(ReplayRun& run)
{
    const QTemporaryDir folder;
    auto link = openTarget(run.request(), folder);
    if (!link)
        return tl::unexpected(link.error());
    auto claim = LinkClaim::take(**link);
    if (!claim)
        return tl::unexpected(claim.error());
    const CardScript script = cardScript(run.request().recording, run.request().rows);
    run.skip(script.skipped);
    return CardPlayer(run, **link).play(script);
}

} // namespace dmsc
