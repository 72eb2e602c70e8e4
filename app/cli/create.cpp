// SPDX-License-Identifier: Apache-2.0
// dmsc card create, handset create, handset eject: images, and the card that a handset's image remembers.
#include "app/cli/command.h"
#include "app/cli/dm_options.h"
#include "cardio/flows/insert_card.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

using Create = Result<void> (*)(const QString&, const ImageContent&);

Result<Answer> createImage(const Arguments& arguments, const QString& scheme, Create create)
{
    if (arguments.demo && !arguments.profile.isEmpty())
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine", "--demo and --profile exclude each other; see dmsc --help"));
    QString path = arguments.positional[0];
    if (path.startsWith(scheme))
        path.remove(0, scheme.size());
    if (const auto made = create(path, {arguments.demo, arguments.profile, arguments.uicc, arguments.iccid}); !made)
        return tl::unexpected(made.error());
    return Answer{};
}

} // namespace

Result<Answer> createCard(const Arguments& arguments)
{
    return createImage(arguments, QStringLiteral("card:"), &dmsc::createCard);
}

Result<Answer> ejectCard(const Arguments& arguments)
{
    const auto handset = openHandset(arguments.positional[0]);
    if (!handset)
        return tl::unexpected(handset.error());
    const auto gone = takeCardOut((*handset)->managed());
    if (!gone)
        return tl::unexpected(gone.error());
    QJsonObject report;
    std::string text;
    for (const auto& [word, uris] : {std::pair("removed", &gone->removed), std::pair("restored", &gone->restored)}) {
        QJsonArray array;
        for (const Uri& uri : *uris) {
            array.append(QString::fromStdString(uri.text()));
            text += std::string(word) + " " + uri.text() + "\n";
        }
        report[QLatin1String(word)] = array;
    }
    Answer answer;
    answer.output = arguments.json ? QJsonDocument(report).toJson().toStdString() : text;
    return answer;
}

Result<Answer> createHandset(const Arguments& arguments)
{
    return createImage(arguments, QStringLiteral("handset:"), &dmsc::createHandset);
}

} // namespace dmsc::cli
