// SPDX-License-Identifier: Apache-2.0
#include "cardio/receipt/receipt.h"
#include "app/cli/session.h"
#include "cardio/channel/demo_pki.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

Result<std::vector<Certificate>> anchorsOf(const Arguments& arguments)
{
    if (!arguments.ca.isEmpty()) {
        const auto bytes = readFile(arguments.ca);
        auto anchors = bytes ? Certificate::parseAll(*bytes) : tl::unexpected(bytes.error());
        return anchors ? anchors : at(anchors.error(), arguments.ca);
    }
    auto pki = demoPki();
    if (!pki)
        return tl::unexpected(pki.error());
    return std::vector<Certificate>{std::move(pki->authority)};
}

QJsonObject asJson(const ReceiptInfo& info)
{
    return {{QStringLiteral("entity"), info.entity}, {QStringLiteral("iccid"), info.iccid},
        {QStringLiteral("method"), methodName(info.method)},
        {QStringLiteral("signedAt"), info.signedAt.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("commands"), static_cast<qint64>(info.commands)},
        {QStringLiteral("digestBefore"), info.digestBefore}, {QStringLiteral("digestAfter"), info.digestAfter},
        {QStringLiteral("hostSigner"), info.hostSigner}, {QStringLiteral("cardSigner"), info.cardSigner},
        {QStringLiteral("hostSignatureHolds"), info.hostSignatureHolds},
        {QStringLiteral("cardSignatureHolds"), info.cardSignatureHolds},
        {QStringLiteral("hostProblem"), info.hostProblem}, {QStringLiteral("cardProblem"), info.cardProblem}};
}

QString asText(const ReceiptInfo& info)
{
    const auto holds = [](bool good, const QString& problem) {
        if (good)
            return QStringLiteral("signature holds");
        return problem.isEmpty() ? QStringLiteral("HAS NOT SIGNED") : QStringLiteral("DOES NOT HOLD: ") + problem;
    };
    return QStringLiteral("session    %1 with card %2 by %3, %4, %5 commands\n")
               .arg(info.entity, info.iccid, methodName(info.method), info.signedAt.toUTC().toString(Qt::ISODate))
               .arg(info.commands)
        + QStringLiteral("host       %1: %2\n").arg(info.hostSigner, holds(info.hostSignatureHolds, info.hostProblem))
        + QStringLiteral("card       %1: %2\n").arg(info.cardSigner, holds(info.cardSignatureHolds, info.cardProblem))
        + QStringLiteral("before     %1\nafter      %2\n").arg(info.digestBefore, info.digestAfter);
}

} // namespace

Result<Answer> verifyReceipt(const Arguments& arguments)
{
    const QString& path = arguments.positional[0];
    const auto bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto anchors = anchorsOf(arguments);
    if (!anchors)
        return tl::unexpected(anchors.error());
    const auto info = inspectReceipt(*bytes, *anchors, QDateTime::currentDateTimeUtc());
    if (!info)
        return at(info.error(), path);
    Answer answer;
    answer.output = arguments.json ? QJsonDocument(asJson(*info)).toJson().toStdString() : asText(*info).toStdString();
    if (!info->hostSignatureHolds || !info->cardSignatureHolds) {
        answer.exit = Exit::Trouble;
        const QString why = info->hostProblem.isEmpty() ? info->cardProblem : info->hostProblem;
        const QString what = why.isEmpty()
            ? QCoreApplication::translate("CommandLine", "a side has not signed the receipt")
            : QCoreApplication::translate("CommandLine", "a signature of the receipt does not hold: %1").arg(why);
        answer.note = Error{ErrorKind::Security, what, path}.text();
        return answer;
    }
    if (arguments.ca.isEmpty())
        answer.note =
            QCoreApplication::translate("CommandLine", "checked up to the published demo authority; --ca names others");
    return answer;
}

} // namespace dmsc::cli
