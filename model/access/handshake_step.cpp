// SPDX-License-Identifier: Apache-2.0
#include "model/access/handshake_step.h"

#include "model/bytes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc {

namespace {

HandshakeStep step(const char* id, const char* title, Actor from, Actor to)
{
    HandshakeStep made;
    made.id = QLatin1String(id);
    made.title = QCoreApplication::translate("Handshake", title);
    made.from = from;
    made.to = to;
    return made;
}

void addScp03(std::vector<HandshakeStep>& steps, Actor host)
{
    steps.push_back(step("initializeUpdate",
        QT_TRANSLATE_NOOP("Handshake", "Both sides throw dice: a challenge each, so that no old answer fits"), host,
        Actor::Card));
    steps.push_back(step("checkCard", QT_TRANSLATE_NOOP("Handshake", "The card proves that it knows the shared keys"),
        Actor::Card, host));
    steps.push_back(step("externalAuthenticate",
        QT_TRANSLATE_NOOP("Handshake", "The other side proves that it knows them too, and says how to protect"), host,
        Actor::Card));
}

void addScp11(std::vector<HandshakeStep>& steps, HandshakeMethod method, Actor host)
{
    steps.push_back(step("cardCertificate",
        QT_TRANSLATE_NOOP("Handshake", "The card shows its certificate; it leads to an authority that we trust"),
        Actor::Card, host));
    if (method != HandshakeMethod::Scp11b)
        steps.push_back(step("hostCertificate",
            QT_TRANSLATE_NOOP("Handshake", "The other side shows its certificate; the card checks who issued it"), host,
            Actor::Card));
    steps.push_back(step("agreeKeys",
        QT_TRANSLATE_NOOP("Handshake", "Both sides agree on keys that nobody else can work out"), host, Actor::Card));
    steps.push_back(step("checkReceipt",
        QT_TRANSLATE_NOOP("Handshake", "The card proves that it has the key to its certificate"), Actor::Card, host));
}

} // namespace

std::vector<HandshakeStep> plannedSteps(HandshakeMethod method, Role as)
{
    const Actor host = as == Role::Dms ? Actor::Server : Actor::Device;
    std::vector<HandshakeStep> steps;
    steps.push_back(step("select",
        QT_TRANSLATE_NOOP("Handshake", "The card says which methods it accepts, and from whom"), Actor::Card, host));
    if (method == HandshakeMethod::Scp03)
        addScp03(steps, host);
    else
        addScp11(steps, method, host);
    steps.push_back(step("accessConditions",
        QT_TRANSLATE_NOOP("Handshake", "The card answers what may be done, and with how much memory"), Actor::Card,
        host));
    return steps;
}

QByteArray testVector(const HandshakeReport& report)
{
    QJsonArray steps;
    for (const HandshakeStep& one : report.steps) {
        QJsonObject values;
        for (const HandshakeValue& value : one.values)
            values.insert(value.id, QString::fromLatin1(value.bytes.toHex()));
        steps.append(QJsonObject{{QStringLiteral("step"), one.id}, {QStringLiteral("values"), values}});
    }
    QJsonArray apdus;
    for (const HandshakeApdu& one : report.apdus)
        apdus.append(QJsonObject{{QStringLiteral("step"), one.step},
            {QStringLiteral("command"), QString::fromLatin1(one.command.toHex())},
            {QStringLiteral("response"), QString::fromLatin1(one.response.toHex())}});
    const QJsonObject vector{{QStringLiteral("method"), methodName(report.request.method)},
        {QStringLiteral("as"), roleWord(report.request.as)}, {QStringLiteral("level"), hexDigits(report.request.level)},
        {QStringLiteral("keyVersion"), hexDigits(report.keyVersion)}, {QStringLiteral("open"), report.open},
        {QStringLiteral("steps"), steps}, {QStringLiteral("apdus"), apdus}};
    return QJsonDocument(vector).toJson();
}

} // namespace dmsc
