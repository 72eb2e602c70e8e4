// SPDX-License-Identifier: Apache-2.0
#include "app/cli/access_text.h"
#include "app/cli/session.h"
#include "cardio/credentials/credential_file.h"
#include "cardio/credentials/credential_store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace dmsc::cli {

namespace {

Result<CredentialStore> openStore()
{
    return CredentialStore::open(CredentialStore::defaultPath());
}

Result<CredentialStore> unlockedStore()
{
    auto store = openStore();
    if (!store)
        return store;
    const auto secret = passphrase(QCoreApplication::translate("CommandLine", "the kept credentials"));
    if (!secret)
        return tl::unexpected(secret.error());
    if (auto open = store->unlock(*secret); !open)
        return tl::unexpected(open.error());
    return store;
}

QJsonObject asJson(const CredentialInfo& info)
{
    QJsonObject object = factsOf(info);
    object.insert(QStringLiteral("builtIn"), info.builtIn);
    return object;
}

QString asLine(const CredentialInfo& info)
{
    return QStringLiteral("%1  %2  %3  %4\n")
        .arg(info.id, -26)
        .arg(roleWord(info.role), -11)
        .arg(info.label, info.detail);
}

} // namespace

Result<Answer> listCredentials(const Arguments& arguments)
{
    const auto store = openStore();
    if (!store)
        return tl::unexpected(store.error());
    QJsonArray array;
    QString text;
    for (const CredentialInfo& info : store->list()) {
        array.append(asJson(info));
        text += asLine(info);
    }
    const QJsonObject object{
        {QStringLiteral("file"), CredentialStore::defaultPath()}, {QStringLiteral("credentials"), array}};
    return Answer{arguments.json ? QJsonDocument(object).toJson().toStdString() : text.toStdString(), Exit::Same, {}};
}

Result<Answer> importCredential(const Arguments& arguments)
{
    const QString& path = arguments.positional[0];
    const auto bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto store = unlockedStore();
    if (!store)
        return tl::unexpected(store.error());
    Arguments who;
    who.as = arguments.as;
    const auto choice = SessionChoice::from(who);
    if (!choice)
        return tl::unexpected(choice.error());
    // A file of its own passphrase has it in DMSC_FILE_PASSPHRASE; else the same one is tried.
    const QByteArray own = qgetenv("DMSC_FILE_PASSPHRASE");
    const auto secret = own.isEmpty() ? passphrase(path) : Result<SecretBytes>(SecretBytes(own.begin(), own.end()));
    if (!secret)
        return tl::unexpected(secret.error());
    const QString label = arguments.label.isEmpty() ? QFileInfo(path).completeBaseName() : arguments.label;
    Role role = choice->request.as;
    if (arguments.as.isEmpty()) {
        const auto credential = readCredential(*bytes, *secret);
        if (!credential)
            return at(credential.error(), path);
        role = credentialRole(*credential);
    }
    const auto info = store->import(*bytes, *secret, label, role);
    if (!info)
        return at(info.error(), path);
    return Answer{asLine(*info).toStdString(), Exit::Same, {}};
}

Result<Answer> removeCredential(const Arguments& arguments)
{
    auto store = unlockedStore();
    if (!store)
        return tl::unexpected(store.error());
    if (auto removed = store->remove(arguments.positional[0]); !removed)
        return tl::unexpected(removed.error());
    return Answer{};
}

} // namespace dmsc::cli
