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
    QJsonArray removed;
    std::string text;
    for (const Uri& uri : *gone) {
        removed.append(QString::fromStdString(uri.text()));
        text += "removed " + uri.text() + "\n";
    }
    Answer answer;
    answer.output =
        arguments.json ? QJsonDocument(QJsonObject{{QStringLiteral("removed"), removed}}).toJson().toStdString() : text;
    return answer;
}

Result<Answer> createHandset(const Arguments& arguments)
{
    return createImage(arguments, QStringLiteral("handset:"), &dmsc::createHandset);
}

} // namespace dmsc::cli
