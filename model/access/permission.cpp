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

QString missingPermission(const AccessConditions& access, Right needed, const std::string& owner)
{
    const Rights has = rightsAnywhere(access);
    const QString entity = QString::fromStdString(access.entity);
    const QString right = rightsText(Rights{static_cast<std::uint8_t>(needed)});
    if (has.has(needed) && !owner.empty() && owner != access.entity)
        return QCoreApplication::translate(
            "Access", "the permission \"%1\" for what %2 stored is missing: the issuer's policy gives %3: %4")
            .arg(right, QString::fromStdString(owner), entity, rightsText(has));
    return QCoreApplication::translate(
        "Access", "the permission \"%1\" is missing here: the issuer's policy gives %2: %3")
        .arg(right, entity, rightsText(has));
}

} // namespace dmsc
