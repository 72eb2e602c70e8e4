// SPDX-License-Identifier: Apache-2.0
#include "model/access/permission.h"

#include <QCoreApplication>

namespace dmsc {

Rights rightsAnywhere(const AccessConditions& access)
{
    unsigned bits = 0;
    for (const ScopedRights& one : access.conditions)
        bits |= one.rights.bits;
    return Rights{static_cast<std::uint8_t>(bits)};
}

QStringList conditionTexts(const AccessConditions& access)
{
    QStringList parts;
    for (const ScopedRights& one : access.conditions)
        parts << (one.uri.empty() ? QCoreApplication::translate("Access", "in MOs of the Type %1: %2")
                                        .arg(QString::fromStdString(one.moType), rightsText(one.rights))
                                  : QCoreApplication::translate("Access", "below %1: %2")
                                        .arg(QString::fromStdString(one.uri), rightsText(one.rights)));
    return parts.isEmpty() ? QStringList(rightsText({})) : parts;
}

QString missingPermission(const AccessConditions& access, Right needed, const std::string& owner)
{
    const Rights has = rightsAnywhere(access);
    const QString conditions = conditionTexts(access).join(QStringLiteral("; "));
    const QString entity = QString::fromStdString(access.entity);
    const QString right = rightsText(Rights{static_cast<std::uint8_t>(needed)});
    if (has.has(needed) && !owner.empty() && owner != access.entity)
        return QCoreApplication::translate(
            "Access", "the permission \"%1\" for what %2 stored is missing: the issuer's policy gives %3 %4")
            .arg(right, QString::fromStdString(owner), entity, conditions);
    return QCoreApplication::translate(
        "Access", "the permission \"%1\" is missing here: the issuer's policy gives %2 %3")
        .arg(right, entity, conditions);
}

} // namespace dmsc
