// SPDX-License-Identifier: Apache-2.0
#include "model/decode/window.h"

#include <QCoreApplication>

#include <bit>
#include <utility>

namespace dmsc {

namespace {

const char* textIn(std::span<const Named> names, std::uint32_t code)
{
    const auto found = std::ranges::find(names, code, &Named::code);
    return found == names.end() ? nullptr : found->text;
}

} // namespace

QString inWords(const char* text)
{
    return QCoreApplication::translate("Decode", text);
}

Field fieldOf(const Window& window, QString name, QString value)
{
    return {std::move(name), std::move(value), window.range(), StatusLevel::None, {}};
}

Field bitsOf(const Window& window, std::uint8_t mask, QString name, QString value)
{
    Field field = fieldOf(window.first(1), std::move(name), std::move(value));
    field.bits = mask;
    return field;
}

Field flagOf(const Window& window, std::uint8_t mask, QString name)
{
    const bool set = (window.at(0) & mask) != 0;
    return bitsOf(window, mask, std::move(name),
        inWords(set ? QT_TRANSLATE_NOOP("Decode", "yes") : QT_TRANSLATE_NOOP("Decode", "no")));
}

Field malformed(const Window& window, QString text)
{
    Field field = fieldOf(window, inWords(QT_TRANSLATE_NOOP("Decode", "Malformed")), std::move(text));
    field.level = StatusLevel::Error;
    return field;
}

QString nameIn(std::span<const Named> names, std::uint32_t code)
{
    const char* text = textIn(names, code);
    return text == nullptr ? QString() : inWords(text);
}

QString wordIn(std::span<const Named> names, std::uint32_t code)
{
    return QString::fromLatin1(textIn(names, code));
}

void addFlags(const Window& window, std::span<const Named> flags, Field& field)
{
    if (window.isEmpty()) {
        return;
    }
    QStringList set;
    for (const Named& flag : flags) {
        const auto mask = static_cast<std::uint8_t>(flag.code);
        field.children.push_back(flagOf(window, mask, inWords(flag.text)));
        if ((window.at(0) & mask) != 0) {
            set.append(inWords(flag.text));
        }
    }
    field.value = hexAnd(window.first(1), set.join(QStringLiteral(", ")));
}

QString hexAnd(const Window& window, const QString& words)
{
    const QString hex = hexText(window.bytes);
    return words.isEmpty() ? hex : hex + QLatin1Char(' ') + words;
}

} // namespace dmsc
