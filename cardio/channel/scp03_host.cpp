// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp03_host.h"

#include "cardio/channel/scp03_protocol.h"
#include "model/bytes.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

namespace {

tl::unexpected<Error> refusedBy(ErrorKind kind, const char* command, StatusWord sw)
{
    return fail(kind, QCoreApplication::translate("Scp03", "the card refused the handshake, %1").arg(describe(sw)),
        QLatin1String(command));
}

tl::unexpected<Error> badAnswer(ErrorKind kind, const QString& what)
{
    return fail(kind, what, QLatin1String(scp03::kInitializeUpdateName));
}

CommandApdu initializeUpdate(const Scp03KeySet& keys, const Scp03Options& options, const Bytes& challenge)
{
    CommandApdu command;
    command.cla = claFor(true, options.channel);
    command.ins = scp03::kInsInitializeUpdate;
    command.p1 = static_cast<std::uint8_t>(keys.version);
    command.data = challenge;
    command.le = kMaxShortLe;
    return command;
}

CommandApdu externalAuthenticate(const Scp03Options& options, const Bytes& hostCryptogram)
{
    CommandApdu command;
    command.cla = claFor(true, options.channel);
    command.ins = scp03::kInsExternalAuthenticate;
    command.p1 = static_cast<std::uint8_t>(options.level);
    command.data = hostCryptogram;
    return command;
}

SequenceCounter counterOf(ByteView bytes)
{
    return static_cast<SequenceCounter>((bytes[0] << 16U) | (bytes[1] << 8U) | bytes[2]);
}

Result<Scp03Handshake> parseAnswer(const Bytes& data, MacSize macSize)
{
    const std::size_t size = bytesOf(macSize);
    const std::size_t plain = scp03::kDiversificationSize + scp03::kKeyInfoSize + 2 * size;
    if (data.size() != plain && data.size() != plain + scp03::kSequenceSize)
        return badAnswer(ErrorKind::Security,
            QCoreApplication::translate("Scp03", "an answer of %1 or %2 bytes was expected, the card gave %3")
                .arg(plain)
                .arg(plain + scp03::kSequenceSize)
                .arg(data.size()));
    ByteView rest(data);
    const auto take = [&rest](std::size_t count) {
        const ByteView part = rest.first(count);
        rest = rest.subspan(count);
        return part;
    };
    const auto copy = [&take](std::size_t count) {
        const ByteView part = take(count);
        return Bytes(part.begin(), part.end());
    };
    Scp03Handshake handshake;
    handshake.diversification = copy(scp03::kDiversificationSize);
    const ByteView info = take(scp03::kKeyInfoSize);
    if (info[1] != scp03::kProtocol)
        return badAnswer(ErrorKind::Unsupported,
            QCoreApplication::translate("Scp03", "the card offers secure channel protocol %1, 3 was expected")
                .arg(info[1]));
    handshake.version = static_cast<KeyVersion>(info[0]);
    handshake.parameter = info[2];
    handshake.cardChallenge = copy(size);
    handshake.cardCryptogram = copy(size);
    if (data.size() > plain)
        handshake.sequence = counterOf(take(scp03::kSequenceSize));
    return handshake;
}

/// The parameter "i" must be well formed, agree with the answer's form, and offer what the level needs.
Result<void> checkParameter(const Scp03Handshake& handshake, const Scp03Options& options)
{
    const unsigned i = handshake.parameter;
    const bool wellFormed = (i & ~scp03::kKnownBits) == 0 && ((i & scp03::kREncBit) == 0 || (i & scp03::kRMacBit) != 0)
        && ((i & scp03::kPseudoRandomBit) != 0) == handshake.sequence.has_value();
    if (!wellFormed)
        return badAnswer(ErrorKind::Security,
            QCoreApplication::translate("Scp03", "the card's SCP03 parameter %1 contradicts its answer")
                .arg(hexDigits(i)));
    if (((i & scp03::kS16Bit) != 0) != (options.macSize == MacSize::S16))
        return badAnswer(ErrorKind::Unsupported,
            QCoreApplication::translate("Scp03", "the card works with %1-byte MACs, the other size was asked for")
                .arg((i & scp03::kS16Bit) != 0 ? 16 : 8));
    if ((authenticatesResponses(options.level) && (i & scp03::kRMacBit) == 0)
        || (encryptsResponses(options.level) && (i & scp03::kREncBit) == 0))
        return badAnswer(ErrorKind::Unsupported,
            QCoreApplication::translate("Scp03", "the card does not offer security level %1")
                .arg(describe(options.level)));
    return {};
}

/// What the host was told to expect of the card beyond its cryptogram.
Result<void> checkExpected(const Scp03Handshake& handshake, const Scp03KeySet& keys, const Scp03Options& options)
{
    if (keys.version != KeyVersion::Any && handshake.version != keys.version)
        return badAnswer(ErrorKind::Security,
            QCoreApplication::translate("Scp03", "the card answered with key version %1, %2 was asked for")
                .arg(static_cast<int>(handshake.version))
                .arg(static_cast<int>(keys.version)));
    if (options.diversification && handshake.diversification != *options.diversification)
        return badAnswer(ErrorKind::Security,
            QCoreApplication::translate("Scp03", "the card is another one, its key diversification data is %1")
                .arg(toHex(handshake.diversification)));
    if (!options.aid || !handshake.sequence)
        return {};
    const Result<SecretBytes> challenge =
        pseudoRandomChallenge(keys.enc, *handshake.sequence, *options.aid, options.macSize);
    if (!challenge)
        return tl::unexpected(challenge.error());
    if (!equalInConstantTime(*challenge, handshake.cardChallenge))
        return badAnswer(ErrorKind::Security,
            QCoreApplication::translate("Scp03", "the card's challenge does not follow from its sequence counter"));
    return {};
}

Result<Bytes> hostChallenge(const Scp03Options& options)
{
    Bytes challenge(bytesOf(options.macSize));
    if (const Result<void> filled = options.random(challenge); !filled)
        return tl::unexpected(filled.error());
    return challenge;
}

/// Checks the card's cryptogram and works out ours.
Result<SessionKeys> agree(Scp03Handshake& handshake, const Scp03KeySet& keys, MacSize macSize)
{
    const Bytes context = scp03::contextOf(handshake.hostChallenge, handshake.cardChallenge);
    Result<SessionKeys> session = deriveSessionKeys(keys, context);
    if (!session)
        return session;
    const Result<SecretBytes> card = cryptogram(*session, Derivation::CardCryptogram, context, macSize);
    if (!card)
        return tl::unexpected(card.error());
    if (!equalInConstantTime(*card, handshake.cardCryptogram))
        return badAnswer(ErrorKind::Security,
            QCoreApplication::translate("Scp03", "the card does not know the keys, its cryptogram is wrong"));
    const Result<SecretBytes> host = cryptogram(*session, Derivation::HostCryptogram, context, macSize);
    if (!host)
        return tl::unexpected(host.error());
    handshake.hostCryptogram.assign(host->begin(), host->end());
    return session;
}

} // namespace

Scp03Host::Scp03Host(Scp03Session session, Scp03Handshake handshake)
    : SessionChannel(std::move(session), QStringLiteral("SCP03"))
    , m_handshake(std::move(handshake))
{
}

Scp03Client::Scp03Client(Scp03KeySet keys, Scp03Options options)
    : m_keys(std::move(keys))
    , m_options(std::move(options))
{
}

Result<void> Scp03Client::askCard(const ApduExchange& exchange)
{
    Result<Bytes> challenge = hostChallenge(m_options);
    if (!challenge)
        return tl::unexpected(challenge.error());
    const Result<ResponseApdu> answer = exchange(initializeUpdate(m_keys, m_options, *challenge));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw != StatusWord::Ok) {
        m_refusal = answer->sw;
        return refusedBy(ErrorKind::Card, scp03::kInitializeUpdateName, answer->sw);
    }
    Result<Scp03Handshake> handshake = parseAnswer(answer->data, m_options.macSize);
    if (!handshake)
        return tl::unexpected(handshake.error());
    m_handshake = std::move(*handshake);
    m_handshake.hostChallenge = std::move(*challenge);
    return checkParameter(m_handshake, m_options);
}

Result<void> Scp03Client::checkCard()
{
    if (Result<void> fits = checkExpected(m_handshake, m_keys, m_options); !fits)
        return fits;
    Result<SessionKeys> keys = agree(m_handshake, m_keys, m_options.macSize);
    if (!keys)
        return tl::unexpected(keys.error());
    m_sessionKeys = std::move(*keys);
    return {};
}

Result<Scp03Host> Scp03Client::authenticate(const ApduExchange& exchange)
{
    Result<Scp03Session> session = Scp03Session::create(*m_sessionKeys, m_options.level, m_options.macSize);
    if (!session)
        return tl::unexpected(session.error());
    const Result<CommandApdu> command =
        session->authenticate(externalAuthenticate(m_options, m_handshake.hostCryptogram));
    if (!command)
        return tl::unexpected(command.error());
    const Result<ResponseApdu> answer = exchange(*command);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->sw != StatusWord::Ok || !answer->data.empty()) {
        m_refusal = answer->sw;
        return refusedBy(ErrorKind::Security, scp03::kExternalAuthenticateName, answer->sw);
    }
    return Scp03Host(std::move(*session), m_handshake);
}

Result<Scp03Host> openScp03(Link& link, const Scp03KeySet& keys, const Scp03Options& options)
{
    const ApduExchange exchange = [&link](const CommandApdu& command) { return sendOne(link, command); };
    Scp03Client client(keys, options);
    if (const Result<void> asked = client.askCard(exchange); !asked)
        return tl::unexpected(asked.error());
    if (const Result<void> checked = client.checkCard(); !checked)
        return tl::unexpected(checked.error());
    return client.authenticate(exchange);
}

} // namespace dmsc
