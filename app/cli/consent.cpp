// SPDX-License-Identifier: Apache-2.0
// dmsc consent: what a handset's user has agreed to, and taking it back.
#include "app/cli/dm_options.h"
#include "cardio/handset/confirmation.h"
#include "cardio/handset/revocation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

QLatin1String stateOfConsent(Consent::What what)
{
    switch (what) {
    case Consent::What::Added:
        return QLatin1String("added");
    case Consent::What::Replaced:
        return QLatin1String("replaced");
    case Consent::What::Revoked:
        break;
    }
    return QLatin1String("revoked");
}

QJsonArray urisAsJson(const std::vector<Uri>& uris)
{
    QJsonArray array;
    for (const Uri& uri : uris)
        array.append(QString::fromStdString(uri.text()));
    return array;
}

QString urisAsText(const char* word, const std::vector<Uri>& uris)
{
    QString text;
    for (const Uri& uri : uris)
        text += QStringLiteral("%1 %2\n").arg(QLatin1String(word), -8).arg(QString::fromStdString(uri.text()));
    return text;
}

} // namespace

Result<Answer> listConsents(const Arguments& arguments)
{
    const auto handset = openHandset(arguments.positional[0]);
    if (!handset)
        return tl::unexpected(handset.error());
    QJsonArray array;
    QString text;
    for (const Consent& consent : consentsOf((*handset)->managed().tree())) {
        const QString uri = QString::fromStdString(consent.mo.text());
        const QString from = QString::fromStdString(consent.from);
        array.append(QJsonObject{{QStringLiteral("uri"), uri},
            {QStringLiteral("consent"), stateOfConsent(consent.what)}, {QStringLiteral("from"), from}});
        text += QStringLiteral("%1 %2  %3\n").arg(stateOfConsent(consent.what), -8).arg(uri, from);
    }
    Answer answer;
    answer.output = arguments.json
        ? QJsonDocument(QJsonObject{{QStringLiteral("consents"), array}}).toJson().toStdString()
        : text.toStdString();
    return answer;
}

Result<Answer> revokeConsents(const Arguments& arguments)
{
    std::vector<Uri> mos;
    for (const QString& word : arguments.positional.mid(1)) {
        auto uri = Uri::parse(word.toStdString());
        if (!uri)
            return at(uri.error(), word);
        mos.push_back(*std::move(uri));
    }
    if (mos.empty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "CommandLine", "the URI of what was agreed to is missing; consent list has them"));
    const auto handset = openHandset(arguments.positional[0]);
    if (!handset)
        return tl::unexpected(handset.error());
    const auto done = revokeConsent((*handset)->managed(), mos);
    if (!done)
        return tl::unexpected(done.error());
    Answer answer;
    if (arguments.json)
        answer.output = QJsonDocument(QJsonObject{{QStringLiteral("removed"), urisAsJson(done->removed)},
                                          {QStringLiteral("restored"), urisAsJson(done->restored)},
                                          {QStringLiteral("kept"), urisAsJson(done->kept)},
                                          {QStringLiteral("unknown"), urisAsJson(done->unknown)}})
                            .toJson()
                            .toStdString();
    else
        answer.output = (urisAsText("removed", done->removed) + urisAsText("restored", done->restored)
            + urisAsText("kept", done->kept))
                            .toStdString();
    if (!done->unknown.empty()) {
        answer.exit = Exit::Trouble;
        answer.note = QCoreApplication::translate("CommandLine", "the handset remembers no consent to %1")
                          .arg(QString::fromStdString(done->unknown.front().text()));
    }
    return answer;
}

} // namespace dmsc::cli
