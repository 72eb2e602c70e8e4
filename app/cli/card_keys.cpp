// SPDX-License-Identifier: Apache-2.0
// dmsc card keys: a key set or a key pair of the card, through a session of the issuer.
#include "app/cli/sides.h"
#include "cardio/credentials/credential_file.h"
#include "cardio/store/issuer_policy.h"
#include "model/bytes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace dmsc::cli {

namespace {

/// A key set says itself under which version it is kept; for a key pair somebody must.
Result<std::uint8_t> versionFor(const Credential& keys, const QString& text)
{
    if (const auto* set = std::get_if<KeySetCredential>(&keys)) {
        if (text.isEmpty())
            return static_cast<std::uint8_t>(set->keys.version);
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "CommandLine", "a key set names its version itself, --key-version is for a key pair"));
    }
    const auto version = fromHex(text);
    if (!version || version->size() != 1)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "CommandLine", "a key pair needs --key-version, a byte in hex like 13, not \"%1\"")
                .arg(text));
    return version->front();
}

/// The entities that the policy accepts these keys from.
Result<QStringList> acceptedFrom(SideSession& side, bool isPair, std::uint8_t version)
{
    const auto bytes = side.policy();
    const auto policy = bytes ? decodePolicy(*bytes) : tl::unexpected(bytes.error());
    if (!policy)
        return tl::unexpected(policy.error());
    QStringList names;
    for (const EntityPolicy& entity : policy->entities)
        for (const AcceptedMethod& one : entity.methods)
            if ((one.method != HandshakeMethod::Scp03) == isPair && one.keyVersion == version)
                names << QString::fromStdString(entity.name);
    names.removeDuplicates();
    return names;
}

std::string putText(const Credential& keys, std::uint8_t version, const QStringList& from, bool json)
{
    const bool isPair = std::holds_alternative<CertificateCredential>(keys);
    const QString detail = describe(keys).detail;
    if (json)
        return QJsonDocument(
            QJsonObject{{QStringLiteral("kind"), isPair ? QStringLiteral("keyPair") : QStringLiteral("keySet")},
                {QStringLiteral("keyVersion"), hexDigits(version)}, {QStringLiteral("detail"), detail},
                {QStringLiteral("acceptedFrom"), QJsonArray::fromStringList(from)}})
            .toJson()
            .toStdString();
    const QString accepted = from.isEmpty() ? QStringLiteral("nobody yet; card policy --set says from whom")
                                            : from.join(QStringLiteral(", "));
    return QStringLiteral("%1 %2: %3\naccepted   from %4\n")
        .arg(isPair ? QStringLiteral("key pair  ") : QStringLiteral("key set   "), hexDigits(version), detail, accepted)
        .toStdString();
}

} // namespace

Result<Answer> putCardKeys(const Arguments& arguments)
{
    const QString& where = arguments.positional[0];
    const QString& path = arguments.positional[1];
    const auto choice = SessionChoice::from(arguments);
    if (!choice)
        return tl::unexpected(choice.error());
    const auto keys = readCredentialFile(path, "DMSC_FILE_PASSPHRASE");
    if (!keys)
        return tl::unexpected(keys.error());
    const auto version = versionFor(*keys, arguments.keyVersion);
    if (!version)
        return at(version.error(), path);
    const auto side = openCard(where, *choice);
    if (!side)
        return tl::unexpected(side.error());
    if (auto put = (*side)->putKeys(*keys, *version); !put)
        return at(put.error(), path);
    const auto from = acceptedFrom(**side, std::holds_alternative<CertificateCredential>(*keys), *version);
    if (!from)
        return at(from.error(), where);
    Answer answer;
    answer.output = putText(*keys, *version, *from, arguments.json);
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
