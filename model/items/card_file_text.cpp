// SPDX-License-Identifier: Apache-2.0
#include "model/items/card_file_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dmsc {

namespace {

QString recordsText(const char* structure, const CardFile& file)
{
    QString name = QCoreApplication::translate("CardFile", structure);
    if (file.recordCount == 0 && file.recordLength == 0)
        return name;
    const QLocale locale;
    //: structure of a file, number of records, bytes of each
    return QCoreApplication::translate("CardFile", "%1, %2 × %3 B")
        .arg(name, locale.toString(file.recordCount), locale.toString(file.recordLength));
}

/// "ADM 1" stands in "ADM 1 verified" and not in "ADM 10 verified".
bool names(const QString& condition, const QString& key)
{
    for (qsizetype at = condition.indexOf(key); at >= 0; at = condition.indexOf(key, at + 1)) {
        const qsizetype end = at + key.size();
        const bool begins = at == 0 || !condition.at(at - 1).isLetterOrNumber();
        if (begins && (end == condition.size() || !condition.at(end).isLetterOrNumber()))
            return true;
    }
    return false;
}

} // namespace

QString structureText(const CardFile& file)
{
    switch (file.kind) {
    case CardFileKind::Mf:
        return QCoreApplication::translate("CardFile", "master file");
    case CardFileKind::Df:
        return QCoreApplication::translate("CardFile", "folder");
    case CardFileKind::Adf:
        return QCoreApplication::translate("CardFile", "application with files");
    case CardFileKind::Transparent:
        return QCoreApplication::translate("CardFile", "transparent");
    case CardFileKind::LinearFixed:
        return recordsText(QT_TRANSLATE_NOOP("CardFile", "linear fixed"), file);
    case CardFileKind::Cyclic:
        return recordsText(QT_TRANSLATE_NOOP("CardFile", "cyclic"), file);
    case CardFileKind::BerTlv:
        return QCoreApplication::translate("CardFile", "BER-TLV");
    case CardFileKind::Application:
        return QCoreApplication::translate("CardFile", "application");
    }
    return {};
}

bool hasContent(CardFileKind kind)
{
    switch (kind) {
    case CardFileKind::Transparent:
    case CardFileKind::LinearFixed:
    case CardFileKind::Cyclic:
    case CardFileKind::BerTlv:
        return true;
    case CardFileKind::Mf:
    case CardFileKind::Df:
    case CardFileKind::Adf:
    case CardFileKind::Application:
        break;
    }
    return false;
}

QString byteCountText(std::uint64_t bytes)
{
    return QCoreApplication::translate("CardFile", "%1 B").arg(QLocale().toString(qulonglong{bytes}));
}

QString conditionFor(const CardFile& file, QStringView operation)
{
    // Rules come in the user's language from cardio/files.
    const QString word = QCoreApplication::translate("AccessRule", operation.toLatin1().constData());
    const auto rule =
        std::find_if(file.access.begin(), file.access.end(), [operation, &word](const CardAccessRule& candidate) {
            return operation == candidate.operation || word == candidate.operation;
        });
    return rule == file.access.end() ? QString() : rule->condition;
}

bool isBlocked(const CardPin& pin)
{
    return pin.triesLeft && *pin.triesLeft <= 0;
}

QString pinStateText(const CardPin& pin)
{
    if (isBlocked(pin))
        return QCoreApplication::translate("CardFile", "blocked");
    if (!pin.enabled)
        return QCoreApplication::translate("CardFile", "switched off, not asked for");
    if (pin.verified)
        return QCoreApplication::translate("CardFile", "verified");
    if (!pin.triesLeft)
        return QCoreApplication::translate("CardFile", "not verified");
    return QCoreApplication::translate("CardFile", "%n tries left", nullptr, *pin.triesLeft);
}

std::optional<CardPin> missingKey(const CardFileTree& tree, const QString& condition)
{
    std::optional<CardPin> missing;
    for (const CardPin& pin : tree.pins) {
        const bool named =
            names(condition, pin.name) && std::none_of(tree.pins.begin(), tree.pins.end(), [&](const CardPin& other) {
                // "PIN 1" stands in "second PIN 1", too.
                return other.name != pin.name && other.name.contains(pin.name) && names(condition, other.name);
            });
        if (!named)
            continue;
        if (pin.verified || !pin.enabled)
            return {}; // one of several keys is enough
        if (!missing || (isBlocked(*missing) && !isBlocked(pin)))
            missing = pin;
    }
    return missing;
}

std::optional<CardPin> pinOf(const CardFileTree& tree, std::uint8_t reference)
{
    const auto found = std::find_if(
        tree.pins.begin(), tree.pins.end(), [reference](const CardPin& pin) { return pin.reference == reference; });
    return found == tree.pins.end() ? std::nullopt : std::optional(*found);
}

} // namespace dmsc
