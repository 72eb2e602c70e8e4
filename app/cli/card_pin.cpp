// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/sides.h"
#include "model/items/card_file_text.h"
#include "model/uicc/pin_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

Result<std::uint8_t> referenceIn(const QString& text)
{
    bool good = false;
    const auto reference = text.toUInt(&good, 16);
    if (!good || reference == 0 || reference > 0xFF)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "a key is named as in VERIFY, in hex: 01 is PIN 1, 0A is ADM 1"),
            text);
    return static_cast<std::uint8_t>(reference);
}

QString textOf(const SecretBytes& secret)
{
    return QString::fromLatin1(reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size()));
}

/// The bytes for the card, of digits or of an administrative key's hex.
Result<SecretBytes> valueOf(std::uint8_t reference, bool isPuk, const SecretBytes& entered, const char* variable)
{
    QString text = textOf(entered);
    const QString why = isPuk ? whyNoPuk(text) : whyNoPin(reference, text);
    if (!why.isEmpty())
        return fail(ErrorKind::BadValue, why, QString::fromLatin1(variable));
    QByteArray bytes = pinBytes(reference, text);
    SecretBytes value(bytes.begin(), bytes.end());
    wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    return value;
}

Result<PinChange> changeOf(const CardPin& pin, bool unblocks)
{
    const char* variable = unblocks ? "DMSC_PUK" : "DMSC_PIN";
    const auto tries = unblocks ? pin.unblockTriesLeft : pin.triesLeft;
    const QString left = tries ? QCoreApplication::translate("CommandLine", ", tries left: %1").arg(*tries) : QString();
    const auto proof = secretFrom(variable,
        (unblocks ? QCoreApplication::translate("CommandLine", "the PUK of %1") : QStringLiteral("%1")).arg(pin.name)
            + left);
    if (!proof)
        return tl::unexpected(proof.error());
    const auto fresh =
        secretFrom("DMSC_NEW_PIN", QCoreApplication::translate("CommandLine", "the new value of %1").arg(pin.name));
    if (!fresh)
        return tl::unexpected(fresh.error());
    const auto again = secretFrom(
        "DMSC_NEW_PIN", QCoreApplication::translate("CommandLine", "the new value of %1 again").arg(pin.name));
    if (!again || *again != *fresh)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "the new value is not the same both times"));
    auto old = valueOf(pin.reference, unblocks, *proof, variable);
    auto value = valueOf(pin.reference, false, *fresh, "DMSC_NEW_PIN");
    if (!old || !value)
        return tl::unexpected(old ? value.error() : old.error());
    return PinChange{pin.reference, unblocks ? PinChange::Kind::Unblock : PinChange::Kind::Change, *std::move(old),
        *std::move(value)};
}

Result<CardPin> change(SideSession& side, const CardPin& pin, bool unblocks)
{
    const auto change = changeOf(pin, unblocks);
    if (!change)
        return tl::unexpected(change.error());
    const auto changed = side.changePin(*change);
    if (!changed)
        return tl::unexpected(changed.error());
    if (changed->done)
        return changed->pin;
    const auto left = unblocks ? changed->pin.unblockTriesLeft : changed->pin.triesLeft;
    return fail(ErrorKind::Security,
        (unblocks ? QCoreApplication::translate("CommandLine",
             "the PUK of %1 is wrong, tries left: %2; nothing was "
             "changed")
                  : QCoreApplication::translate("CommandLine", "%1 is wrong, tries left: %2; nothing was changed"))
            .arg(pin.name)
            .arg(left.value_or(0)),
        side.state().where.text());
}

std::string asText(const CardPin& pin)
{
    QString text = QStringLiteral("%1: %2\n").arg(pin.name, pinStateText(pin));
    if (pin.unblockTriesLeft)
        text += QCoreApplication::translate("CommandLine", "PUK, tries left: %1").arg(*pin.unblockTriesLeft)
            + QLatin1Char('\n');
    return text.toStdString();
}

std::string asJson(const CardPin& pin)
{
    QJsonObject object{{QStringLiteral("reference"), pin.reference}, {QStringLiteral("name"), pin.name},
        {QStringLiteral("enabled"), pin.enabled}, {QStringLiteral("verified"), pin.verified}};
    if (pin.triesLeft)
        object.insert(QStringLiteral("triesLeft"), *pin.triesLeft);
    if (pin.unblockTriesLeft)
        object.insert(QStringLiteral("unblockTriesLeft"), *pin.unblockTriesLeft);
    return QJsonDocument(object).toJson().toStdString();
}

} // namespace

Result<Answer> cardPin(const Arguments& arguments)
{
    const auto reference = referenceIn(arguments.positional[1]);
    if (!reference)
        return tl::unexpected(reference.error());
    if (arguments.change && arguments.unblock)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "a key is changed or unblocked, not both at once"));
    const auto side = openExplored(arguments);
    if (!side)
        return tl::unexpected(side.error());
    auto pin = (*side)->pinState(*reference);
    if (pin && (arguments.change || arguments.unblock))
        pin = change(**side, *pin, arguments.unblock);
    if (!pin)
        return tl::unexpected(pin.error());
    Answer answer{arguments.json ? asJson(*pin) : asText(*pin), Exit::Same, {}};
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
