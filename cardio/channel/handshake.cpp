// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/handshake.h"

#include "cardio/channel/handshake_digest.h"
#include "cardio/channel/handshake_ladder.h"
#include "cardio/channel/handshake_problem.h"
#include "cardio/channel/scp03_host.h"
#include "cardio/channel/scp03_protocol.h"
#include "cardio/channel/scp11_host.h"
#include "cardio/channel/scp11_protocol.h"
#include "model/bytes.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

namespace {

/// How the commands of a handshake reach the card, with the digest over all of them.
class Carrier
{
public:
    Carrier(Link& link, SecureChannel* running)
        : m_link(&link)
        , m_running(running)
    {
    }

    /// Through the channel that is open, where there is one.
    [[nodiscard]] ApduExchange inside()
    {
        return [this](const CommandApdu& command) {
            return noted(command, m_running != nullptr ? send(*m_link, *m_running, command) : send(*m_link, command));
        };
    }
    /// As it is.
    [[nodiscard]] ApduExchange bare()
    {
        return [this](const CommandApdu& command) { return noted(command, sendOne(*m_link, command)); };
    }
    [[nodiscard]] Digest digest() { return m_digest.end(); }

private:
    Result<ResponseApdu> noted(const CommandApdu& command, Result<ResponseApdu> answer)
    {
        // Who asks for another key's certificates begins anew, on both sides.
        if (scp11::isGetCertificates(command))
            m_digest.begin();
        if (answer) {
            m_digest.add(command);
            m_digest.add(*answer);
        }
        return answer;
    }

    Link* m_link;
    SecureChannel* m_running;
    HandshakeDigest m_digest;
};

void addAnswer(HandshakeLadder& ladder, const Scp03Handshake& shown)
{
    ladder.add("diversification", QT_TRANSLATE_NOOP("Handshake", "key diversification data"), shown.diversification);
    ladder.add("keyInformation", QT_TRANSLATE_NOOP("Handshake", "key version, protocol, parameter i"),
        std::array<std::uint8_t, 3>{static_cast<std::uint8_t>(shown.version), scp03::kProtocol, shown.parameter});
    ladder.add("cardChallenge", QT_TRANSLATE_NOOP("Handshake", "card's challenge"), shown.cardChallenge);
    ladder.add("cardCryptogram", QT_TRANSLATE_NOOP("Handshake", "card's cryptogram"), shown.cardCryptogram);
    if (shown.sequence)
        ladder.add("sequence", QT_TRANSLATE_NOOP("Handshake", "sequence counter"), threeBytes(*shown.sequence));
}

Error explained(Error error, HandshakeStage stage, const Scp03Client& client, const Scp03KeySet& keys,
    const HandshakeOptions& options)
{
    if (!client.refusal())
        return error;
    const HandshakeRefusal refusal{stage, *client.refusal(), static_cast<std::uint8_t>(keys.version), std::nullopt};
    return handshakeProblem(error.kind, refusal, options);
}

Scp03Options scp03Options(const KeySetCredential& credential, const HandshakeOptions& options)
{
    Scp03Options scp03;
    scp03.level = options.level;
    scp03.macSize = credential.macSize;
    if (!options.aid.empty())
        scp03.aid = options.aid;
    scp03.random = options.random;
    return scp03;
}

Result<std::unique_ptr<SecureChannel>> shakeScp03(Carrier& carrier, const KeySetCredential& credential,
    const HandshakeOptions& options, HandshakeLadder& ladder, HandshakeFacts& facts)
{
    Scp03Client client(credential.keys, scp03Options(credential, options));
    ladder.begin("initializeUpdate");
    const Result<void> asked = client.askCard(carrier.inside());
    if (!client.shown().hostChallenge.empty()) {
        ladder.add("hostChallenge", QT_TRANSLATE_NOOP("Handshake", "host's challenge"), client.shown().hostChallenge);
        addAnswer(ladder, client.shown());
    }
    if (!asked)
        return ladder.failed(explained(asked.error(), HandshakeStage::AskCard, client, credential.keys, options));
    ladder.done();

    ladder.begin("checkCard");
    ladder.add("context", QT_TRANSLATE_NOOP("Handshake", "derivation context (both challenges)"),
        scp03::contextOf(client.shown().hostChallenge, client.shown().cardChallenge));
    if (const Result<void> checked = client.checkCard(); !checked)
        return ladder.failed({checked.error().kind,
            noPermission(QCoreApplication::translate("Handshake",
                             "%1: the credential is not this card's, or a byte was changed on the way; no try of the "
                             "card was used, choose another credential or try again")
                             .arg(checked.error().what),
                options),
            {}});
    if (options.showKeys) {
        ladder.addSecret("keyEnc", QT_TRANSLATE_NOOP("Handshake", "published key for encryption (Key-ENC)"),
            credential.keys.enc.bytes());
        ladder.addSecret(
            "keyMac", QT_TRANSLATE_NOOP("Handshake", "published key for MACs (Key-MAC)"), credential.keys.mac.bytes());
    }
    ladder.add(*client.sessionKeys());
    ladder.done();

    ladder.begin("externalAuthenticate");
    ladder.add("level", QT_TRANSLATE_NOOP("Handshake", "security level"),
        std::array<std::uint8_t, 1>{static_cast<std::uint8_t>(options.level)});
    ladder.add("hostCryptogram", QT_TRANSLATE_NOOP("Handshake", "host's cryptogram"), client.shown().hostCryptogram);
    Result<Scp03Host> host = client.authenticate(carrier.bare());
    if (!host)
        return ladder.failed(explained(host.error(), HandshakeStage::Authenticate, client, credential.keys, options));
    ladder.done();
    facts.keyVersion = static_cast<std::uint8_t>(client.shown().version);
    return std::make_unique<Scp03Host>(std::move(*host));
}

tl::unexpected<Error> wrongCredential(HandshakeMethod method)
{
    return fail(ErrorKind::NotAllowed,
        QCoreApplication::translate("Handshake",
            method == HandshakeMethod::Scp03
                ? QT_TRANSLATE_NOOP("Handshake", "%1 needs a set of AES keys, another kind of credential was chosen")
                : QT_TRANSLATE_NOOP(
                    "Handshake", "%1 needs a key with its certificate, another kind of credential was chosen"))
            .arg(methodName(method)));
}

QString credentialText(const HandshakeFacts& facts)
{
    if (facts.ownCertificate)
        return facts.ownCertificate->subject();
    return QCoreApplication::translate("Handshake", "key version %1").arg(hexDigits(facts.keyVersion));
}

} // namespace

Result<Handshake> shakeHands(
    Link& link, const Credential& credential, const HandshakeOptions& options, SecureChannel* running)
{
    const auto* keys = std::get_if<KeySetCredential>(&credential);
    const auto* certified = std::get_if<CertificateCredential>(&credential);
    const bool fits = scp11::isScp11(options.method)
        ? certified != nullptr && (options.method == HandshakeMethod::Scp11b || !certified->chain.empty())
        : keys != nullptr;
    if (!fits)
        return wrongCredential(options.method);
    if (scp11::isScp11(options.method) && options.level != SecurityLevel::All)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("Handshake", "%1 has security level 33 only").arg(methodName(options.method)));
    Carrier carrier(link, running);
    HandshakeLadder ladder(options);
    Handshake handshake;
    handshake.facts.method = options.method;
    handshake.facts.level = options.level;
    Result<std::unique_ptr<SecureChannel>> channel = keys != nullptr
        ? shakeScp03(carrier, *keys, options, ladder, handshake.facts)
        : shakeScp11(carrier.inside(), *certified, options, ladder, handshake.facts);
    if (!channel)
        return tl::unexpected(channel.error());
    handshake.channel = std::move(*channel);
    handshake.facts.credential = credentialText(handshake.facts);
    handshake.facts.digest = carrier.digest();
    if (running != nullptr)
        running->close();
    return handshake;
}

} // namespace dmsc
