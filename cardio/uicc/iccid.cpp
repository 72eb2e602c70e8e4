// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/iccid.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr const char* kIssuerPrefix = "894901"; // telecommunication, Germany, an issuer that there is not
constexpr std::size_t kIccidSize = 19;
constexpr std::size_t kLongIccidSize = 20;

/// Luhn's formula (ISO/IEC 7812-1 annex B) over the digits before it.
char checkDigit(std::string_view digits)
{
    int sum = 0;
    bool twice = true;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        const int value = (*digit - '0') * (twice ? 2 : 1);
        sum += value / 10 + value % 10;
        twice = !twice;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

} // namespace

Result<std::string> newIccid(const RandomSource& random)
{
    std::string iccid = kIssuerPrefix;
    std::array<std::uint8_t, kIccidSize> bytes{};
    if (auto filled = random(bytes); !filled)
        return tl::unexpected(filled.error());
    for (std::size_t i = 0; iccid.size() < kIccidSize - 1; ++i)
        iccid += static_cast<char>('0' + bytes.at(i) % 10);
    return iccid + checkDigit(iccid);
}

Result<std::string> iccidOf(const QString& text)
{
    const std::string iccid = text.toStdString();
    const bool digits = std::ranges::all_of(iccid, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (iccid.size() != kIccidSize && iccid.size() != kLongIccidSize) || !iccid.starts_with("89"))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Iccid", "an ICCID has 19 or 20 digits and begins with 89"), text);
    const char right = checkDigit(std::string_view(iccid).substr(0, iccid.size() - 1));
    if (iccid.back() != right)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Iccid", "the last digit of an ICCID is its check digit: %1 here")
                .arg(QLatin1Char(right)),
            text);
    return iccid;
}

} // namespace dmsc
