// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/security_level.h"

#include "model/bytes.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

QString meaning(SecurityLevel level)
{
    switch (level) {
    case SecurityLevel::CommandMac:
        return QCoreApplication::translate("SecurityLevel", "commands authenticated");
    case SecurityLevel::CommandMacEnc:
        return QCoreApplication::translate("SecurityLevel", "commands authenticated and encrypted");
    case SecurityLevel::BothMac:
        return QCoreApplication::translate("SecurityLevel", "commands and responses authenticated");
    case SecurityLevel::BothMacCommandEnc:
        return QCoreApplication::translate("SecurityLevel", "commands and responses authenticated, commands encrypted");
    case SecurityLevel::All:
        return QCoreApplication::translate("SecurityLevel", "commands and responses authenticated and encrypted");
    }
    return {};
}

} // namespace

std::optional<SecurityLevel> securityLevelOf(std::uint8_t value)
{
    switch (const auto level = static_cast<SecurityLevel>(value)) {
    case SecurityLevel::CommandMac:
    case SecurityLevel::CommandMacEnc:
    case SecurityLevel::BothMac:
    case SecurityLevel::BothMacCommandEnc:
    case SecurityLevel::All:
        return level;
    }
    return std::nullopt;
}

QString describe(SecurityLevel level)
{
    return QStringLiteral("0x%1: %2").arg(hexDigits(static_cast<std::uint32_t>(level))).arg(meaning(level));
}

} // namespace dmsc
