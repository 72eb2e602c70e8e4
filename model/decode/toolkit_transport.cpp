// SPDX-License-Identifier: Apache-2.0
#include "model/decode/toolkit_transport.h"

#include <QCoreApplication>
#include <QStringList>

namespace dmsc::describe {

namespace {

constexpr std::uint8_t kInternational = 0x10;
constexpr std::uint8_t kTypeOfNumber = 0x70;

/// Two digits a byte, the low half first (TS 24.008 10.5.4.7).
QString digitsOf(const Window& bytes)
{
    constexpr char kDigits[] = "0123456789*#abc";
    constexpr int kFilling = 0x0F;
    QString text;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (const int digit : {bytes.at(at) & 0x0F, bytes.at(at) >> 4}) {
            if (digit != kFilling) {
                text += QLatin1Char(kDigits[digit]);
            }
        }
    }
    return text;
}

QString numberText(std::uint8_t type, const Window& digits)
{
    const bool international = (type & kTypeOfNumber) == kInternational;
    return (international ? QStringLiteral("+") : QString()) + digitsOf(digits);
}

/// Takes fields from the front of a message.
class MessageReader
{
public:
    MessageReader(const Window& message, Field& field)
        : m_rest(message)
        , m_field(&field)
    {
    }

    Window take(qsizetype size, const char* name, const QString& value = {})
    {
        const Window part = m_rest.first(size);
        m_rest = m_rest.from(size);
        if (!part.isEmpty()) {
            m_field->children.push_back(
                fieldOf(part, QString::fromLatin1(name), value.isEmpty() ? hexText(part.bytes) : value));
        }
        return part;
    }
    /// Digits, type of number, digits two a byte.
    QString takeAddress(const char* name)
    {
        const qsizetype size = (qsizetype{m_rest.at(0)} + 1) / 2;
        QString number = numberText(m_rest.at(1), m_rest.sliced(2, size));
        take(2 + size, name, number);
        return number;
    }

private:
    Window m_rest;
    Field* m_field;
};

/// One number for every `size` bytes.
QStringList numbersOf(const Window& bytes, qsizetype size, int base)
{
    QStringList numbers;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        numbers.append(QString::number(bytes.sliced(at, size).number(), base));
    }
    return numbers;
}

constexpr qsizetype kTimeStamp = 7;

/// 20YY-MM-DD hh:mm:ss; the zone stays in the bytes.
QString timeText(const Window& stamp)
{
    const QString digits = digitsOf(stamp.first(kTimeStamp - 1));
    return digits.size() < 12 ? QString()
                              : QStringLiteral("20%1-%2-%3 %4:%5:%6")
                                    .arg(digits.mid(0, 2), digits.mid(2, 2), digits.mid(4, 2), digits.mid(6, 2),
                                        digits.mid(8, 2), digits.mid(10, 2));
}

} // namespace

void asDialledNumber(const Window& value, Field& field)
{
    field.value = value.isEmpty() ? QString() : numberText(value.at(0), value.from(1));
}

void asOtherAddress(const Window& value, Field& field)
{
    constexpr std::uint8_t kIpv4 = 0x21;
    constexpr std::uint8_t kIpv6 = 0x57;
    constexpr qsizetype kIpv4Size = 4;
    constexpr qsizetype kIpv6Size = 16;
    const Window address = value.from(1);
    if (value.at(0) == kIpv4 && address.size() == kIpv4Size) {
        field.value = numbersOf(address, 1, 10).join(QLatin1Char('.'));
    } else if (value.at(0) == kIpv6 && address.size() == kIpv6Size) {
        field.value = numbersOf(address, 2, 16).join(QLatin1Char(':'));
    } else {
        field.value = hexText(value.bytes);
    }
}

void asBearer(const Window& value, Field& field)
{
    static constexpr Named kBearers[] = {
        {0x01, QT_TRANSLATE_NOOP("Decode", "circuit-switched data")},
        {0x02, QT_TRANSLATE_NOOP("Decode", "packet service of GPRS, UTRAN or E-UTRAN")},
        {0x03, QT_TRANSLATE_NOOP("Decode", "default bearer of the network")},
        {0x04, QT_TRANSLATE_NOOP("Decode", "local link")},
        {0x05, QT_TRANSLATE_NOOP("Decode", "Bluetooth")},
        {0x06, QT_TRANSLATE_NOOP("Decode", "IrDA")},
        {0x07, QT_TRANSLATE_NOOP("Decode", "RS232")},
        {0x09, QT_TRANSLATE_NOOP("Decode", "packet service of UTRAN")},
        {0x0B, QT_TRANSLATE_NOOP("Decode", "packet service of E-UTRAN")},
        {0x10, QT_TRANSLATE_NOOP("Decode", "USB")},
    };
    const Window type = value.first(1);
    const Window parameters = value.from(1);
    field.value = hexAnd(type, nameIn(kBearers, type.at(0)));
    if (!parameters.isEmpty()) {
        field.children.push_back(
            fieldOf(parameters, inWords(QT_TRANSLATE_NOOP("Decode", "Parameters")), hexText(parameters.bytes)));
    }
}

void asShortMessage(const Window& value, Field& field)
{
    constexpr std::uint8_t kKind = 0x03;
    constexpr std::uint8_t kSubmit = 0x01;
    constexpr std::uint8_t kValidity = 0x18;
    const std::uint8_t first = value.at(0);
    const bool submit = (first & kKind) == kSubmit;
    const QString kind = submit ? QStringLiteral("SMS-SUBMIT") : QStringLiteral("SMS-DELIVER");
    if ((first & kKind) > kSubmit) {
        field.value = hexText(value.bytes);
        return;
    }
    MessageReader reader(value, field);
    reader.take(1, "TP-MTI", hexAnd(value.first(1), kind));
    if (submit) {
        reader.take(1, "TP-MR");
    }
    const QString address = reader.takeAddress(submit ? "TP-DA" : "TP-OA");
    reader.take(1, "TP-PID");
    reader.take(1, "TP-DCS");
    if (submit) {
        const int validity = (first & kValidity) >> 3;
        reader.take(validity == 0 ? 0 : validity == 2 ? 1 : kTimeStamp, "TP-VP");
    } else {
        const Window stamp = reader.take(kTimeStamp, "TP-SCTS");
        if (const QString time = timeText(stamp); !time.isEmpty()) {
            field.children.back().value = time;
        }
    }
    reader.take(1, "TP-UDL");
    reader.take(value.size(), "TP-UD");
    field.value = kind + QLatin1Char(' ') + address;
}

} // namespace dmsc::describe
