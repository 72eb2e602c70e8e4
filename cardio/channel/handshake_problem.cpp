// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/handshake_problem.h"

#include "model/bytes.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

QString blocked(const HandshakeRefusal& refusal)
{
    return QCoreApplication::translate("Handshake",
        "the keys of version %1 are blocked after too many wrong tries: only the card's issuer can unblock them, on "
        "the last "
        "page of a handshake as issuer, or with dmsc card policy --reset-tries %1")
        .arg(hexDigits(refusal.keyVersion));
}

QString noSuchKeys(const HandshakeRefusal& refusal)
{
    return QCoreApplication::translate("Handshake",
        "the card has no keys of version %1: choose a credential that the card's issuer has put on "
        "it")
        .arg(hexDigits(refusal.keyVersion));
}

/// Who it is to the card is told by the credential, not by whom we asked to be.
QString holderOf(const HandshakeRefusal& refusal, const HandshakeOptions& options)
{
    if (options.method == HandshakeMethod::Scp11b)
        return roleName(options.as);
    if (refusal.ownCertificate)
        return QCoreApplication::translate("Handshake", "the holder of the certificate %1")
            .arg(refusal.ownCertificate->subject());
    return QCoreApplication::translate("Handshake", "the holder of the keys of version %1")
        .arg(hexDigits(refusal.keyVersion));
}

QString notAccepted(const HandshakeRefusal& refusal, const HandshakeOptions& options)
{
    return QCoreApplication::translate("Handshake",
        "the card's policy does not accept %1 from %2; choose another method or credential, or ask the card's issuer "
        "for this one")
        .arg(methodName(options.method), holderOf(refusal, options));
}

QString levelTooLow(const HandshakeRefusal& refusal, const HandshakeOptions& options)
{
    return QCoreApplication::translate("Handshake",
        "security level %1 is too low: the card's policy wants more protection from %2, choose a higher level")
        .arg(hexDigits(static_cast<std::uint8_t>(options.level)), holderOf(refusal, options));
}

QString unknownEntity(const HandshakeOptions& options)
{
    return QCoreApplication::translate("Handshake",
        "the card knows nobody by this credential: the issuer must enter this %1 in the card's "
        "policy first")
        .arg(roleName(options.as));
}

QString changedOnTheWay()
{
    return QCoreApplication::translate("Handshake",
        "the card says that a command's protection is wrong: a byte was changed on the way, nothing was opened; try "
        "again");
}

QString wrongKeys(StatusWord sw)
{
    const int left = sw2(sw) & 0x0F;
    if (sw == StatusWord::AuthenticationFailed)
        return QCoreApplication::translate("Handshake",
            "the card does not take our keys for its own: choose the credential that belongs to this card");
    if (left == 0)
        return QCoreApplication::translate("Handshake",
            "the card does not take our keys for its own and has blocked them: only the card's issuer can unblock "
            "them");
    return QCoreApplication::translate("Handshake",
        "the card does not take our keys for its own, tries left: %1; choose the credential that "
        "belongs to this card")
        .arg(left);
}

QString untrustedCertificate(const HandshakeRefusal& refusal, const HandshakeOptions& options)
{
    // Once certificates are accepted it is the protection of a command that is wrong.
    if (!refusal.ownCertificate || refusal.stage != HandshakeStage::ShowCertificate)
        return changedOnTheWay();
    const Certificate& own = *refusal.ownCertificate;
    if (own.notAfter() < options.time)
        return QCoreApplication::translate("Handshake",
            "the card does not accept the certificate %1, it expired at %2: ask its issuer for a new "
            "one")
            .arg(own.subject(), own.notAfter().toString(Qt::ISODate));
    if (own.notBefore() > options.time)
        return QCoreApplication::translate("Handshake",
            "the card does not accept the certificate %1, it is not valid before %2: check the clock, or choose "
            "another "
            "credential")
            .arg(own.subject(), own.notBefore().toString(Qt::ISODate));
    return QCoreApplication::translate("Handshake",
        "the card does not accept the certificate %1: its issuer %2 is no authority that the card "
        "trusts, or a byte was changed on the way; choose another credential, or try again")
        .arg(own.subject(), own.issuer());
}

QString otherwise(const HandshakeRefusal& refusal)
{
    return QCoreApplication::translate("Handshake", "the card refused the handshake, %1").arg(describe(refusal.sw));
}

bool isWrongKey(StatusWord sw)
{
    return sw == StatusWord::AuthenticationFailed || (sw1(sw) == 0x63 && (sw2(sw) & 0xF0U) == 0xC0U);
}

QString problemBefore(const HandshakeRefusal& refusal)
{
    switch (refusal.sw) {
    case StatusWord::ReferenceNotFound:
        return noSuchKeys(refusal);
    case StatusWord::WrongLength:
        return QCoreApplication::translate("Handshake",
            "the card works with challenges of another size: choose a key set with the other MAC size (S8 or S16)");
    case StatusWord::ConditionsNotSatisfied:
        return QCoreApplication::translate("Handshake",
            "the card opens no more sessions with these keys, their counter is used up: its issuer must load new "
            "ones");
    default:
        return otherwise(refusal);
    }
}

QString problemAfter(const HandshakeRefusal& refusal, const HandshakeOptions& options)
{
    switch (refusal.sw) {
    case StatusWord::SecurityStatusNotSatisfied:
        return levelTooLow(refusal, options);
    case StatusWord::ConditionsNotSatisfied:
        return notAccepted(refusal, options);
    case StatusWord::ReferenceNotFound:
        return unknownEntity(options);
    case StatusWord::SecureMessagingWrong:
        return untrustedCertificate(refusal, options);
    case StatusWord::MemoryProblem:
        return QCoreApplication::translate(
            "Handshake", "the card could not write down that a session begins: try again");
    default:
        return otherwise(refusal);
    }
}

/// Whether the card has refused us, not only what was sent.
bool isDenial(const HandshakeRefusal& refusal)
{
    switch (refusal.sw) {
    case StatusWord::AuthenticationBlocked:
    case StatusWord::ReferenceNotFound:
    case StatusWord::SecurityStatusNotSatisfied:
        return true;
    case StatusWord::ConditionsNotSatisfied:
        return refusal.stage == HandshakeStage::Authenticate || refusal.stage == HandshakeStage::Agree;
    case StatusWord::SecureMessagingWrong:
        return refusal.stage == HandshakeStage::ShowCertificate;
    default:
        return isWrongKey(refusal.sw);
    }
}

QString problemOf(const HandshakeRefusal& refusal, const HandshakeOptions& options)
{
    if (refusal.sw == StatusWord::AuthenticationBlocked)
        return blocked(refusal);
    if (isWrongKey(refusal.sw))
        return wrongKeys(refusal.sw);
    switch (refusal.stage) {
    case HandshakeStage::AskCard:
    case HandshakeStage::AskCertificate:
        return problemBefore(refusal);
    case HandshakeStage::ShowCertificate:
        if (refusal.sw == StatusWord::ReferenceNotFound)
            return noSuchKeys(refusal);
        break;
    case HandshakeStage::Authenticate:
    case HandshakeStage::Agree:
        break;
    }
    return problemAfter(refusal, options);
}

} // namespace

QString noPermission(const QString& why, const HandshakeOptions& options)
{
    return QCoreApplication::translate("Handshake", "no permission to open a session as %1: %2")
        .arg(roleName(options.as), why);
}

Error handshakeProblem(ErrorKind kind, const HandshakeRefusal& refusal, const HandshakeOptions& options)
{
    if (refusal.sw == StatusWord::SecureMessagingUnsupported)
        return {ErrorKind::Conflict,
            QCoreApplication::translate("Handshake",
                "the session with the card is over, it was reset or changed by another program: shake hands once more"),
            {}};
    QString problem = problemOf(refusal, options);
    const QString answer = hexDigits(value(refusal.sw), 4);
    if (!problem.contains(answer))
        problem = QCoreApplication::translate("Handshake", "%1 (the card answered %2)").arg(problem, answer);
    return {kind, isDenial(refusal) ? noPermission(problem, options) : problem, {}};
}

} // namespace dmsc
