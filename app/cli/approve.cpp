// SPDX-License-Identifier: Apache-2.0
#include "app/cli/sides.h"
#include "cardio/card/card_client.h"
#include "cardio/handset/approval.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

QJsonObject asJson(const Approval& approval, const SideState& card)
{
    return {{QStringLiteral("approved"), approval.approved},
        {QStringLiteral("sha256"), toHex(approval.digest).toLower()}, {QStringLiteral("signer"), approval.signer},
        {QStringLiteral("signerProved"), approval.approved}, // otherwise it is what the package says of itself
        {QStringLiteral("problem"), approval.problem}, {QStringLiteral("card"), card.where.text()},
        {QStringLiteral("security"), card.security}};
}

QString asText(const Approval& approval)
{
    return QStringLiteral("package    SHA-256 %1\nsigner     %2%3\napproved   %4\n")
        .arg(toHex(approval.digest).toLower(), approval.signer,
            approval.approved ? QString() : QStringLiteral(" (unproved)"),
            approval.approved ? QStringLiteral("yes, by the card's key of the firmware authority")
                              : QStringLiteral("NO: ") + approval.problem);
}

} // namespace

Result<Answer> approve(const Arguments& arguments)
{
    if (arguments.card.isEmpty())
        return fail(ErrorKind::BadValue, QCoreApplication::translate("CommandLine", "--card WHERE is missing"));
    const auto package = readFile(arguments.positional[0], static_cast<qint64>(kMaxPackage),
        QCoreApplication::translate("CommandLine", "a firmware package has at most 64 MiB"));
    if (!package)
        return tl::unexpected(package.error());
    const auto signature = readFile(arguments.positional[1]);
    if (!signature)
        return tl::unexpected(signature.error());
    const auto choice = SessionChoice::from(arguments);
    if (!choice)
        return tl::unexpected(choice.error());
    const auto side = openCard(arguments.card, *choice);
    if (!side)
        return tl::unexpected(side.error());
    CardClient* card = (*side)->cardClient();
    if (card == nullptr)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine", "only a card with the DM_SC application checks approvals"),
            arguments.card);
    const auto approval = checkApproval(*package, *signature, *card);
    if (!approval)
        return at(approval.error(), arguments.positional[1]);
    Answer answer;
    answer.output = arguments.json ? QJsonDocument(asJson(*approval, (*side)->state())).toJson().toStdString()
                                   : asText(*approval).toStdString();
    answer.exit = approval->approved ? Exit::Same : Exit::Different;
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
