// SPDX-License-Identifier: Apache-2.0
#include "model/decode/wbxml_fields.h"

#include "model/bytes.h"
#include "model/syncml/wbxml_tokens.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

namespace global = wbxml::global;

/// Bytes of the number that begins at `at`: as long as the highest bit is set, five at most.
qsizetype numberSize(const Window& window, qsizetype at)
{
    constexpr qsizetype kMost = 5;
    qsizetype size = 1;
    while (size < kMost && (window.at(at + size - 1) & 0x80) != 0) {
        ++size;
    }
    return size;
}

std::uint64_t numberAt(const Window& window, qsizetype at)
{
    std::uint64_t value = 0;
    for (qsizetype i = 0; i < numberSize(window, at); ++i) {
        value = value << 7U | (window.at(at + i) & 0x7FU);
    }
    return value;
}

QString publicIdText(std::uint64_t number)
{
    const wbxml::DocumentType* type = wbxml::findDocumentType(static_cast<std::uint32_t>(number));
    const QString hex = QStringLiteral("0x") + QString::number(number, 16).toUpper();
    return type == nullptr ? hex
                           : hex + QLatin1Char(' ')
            + QString::fromUtf8(type->publicId.data(), static_cast<qsizetype>(type->publicId.size()));
}

constexpr Named kCharsets[] = {{3, "US-ASCII"}, {4, "ISO-8859-1"}, {106, "UTF-8"}};

/// A tag with bits for its attributes and content.
Field tagField(const Window& token, std::string_view element)
{
    const std::uint8_t byte = token.at(0);
    const QString name = QString::fromUtf8(element.data(), static_cast<qsizetype>(element.size()));
    Field field = fieldOf(token, inWords(QT_TRANSLATE_NOOP("Decode", "Tag")), hexAnd(token.first(1), name));
    field.children.push_back(flagOf(token, global::kHasAttributes, inWords(QT_TRANSLATE_NOOP("Decode", "Attributes"))));
    field.children.push_back(flagOf(token, global::kHasContent, inWords(QT_TRANSLATE_NOOP("Decode", "Content"))));
    const QString code = hexDigits(byte & 0x3F);
    field.children.push_back(bitsOf(token, 0x3F, inWords(QT_TRANSLATE_NOOP("Decode", "Tag code")), code));
    return field;
}

Field opaqueField(const Window& token)
{
    const qsizetype size = numberSize(token, 1);
    const Window length = token.sliced(1, size);
    Field field = fieldOf(token, QStringLiteral("OPAQUE"), hexText(token.from(1 + size).bytes, 16));
    field.children.push_back(
        fieldOf(length, inWords(QT_TRANSLATE_NOOP("Decode", "Length")), QString::number(numberAt(token, 1))));
    return field;
}

Field tokenField(const Window& token, std::string_view element)
{
    switch (token.at(0)) {
    case global::kEnd:
        return fieldOf(token, QStringLiteral("END"));
    case global::kEntity:
        return fieldOf(token, QStringLiteral("ENTITY"), QString::number(numberAt(token, 1)));
    case global::kStrI: {
        const bool ended = token.size() > 1 && token.bytes.back() == '\0';
        const Window text = token.sliced(1, token.size() - (ended ? 2 : 1));
        return fieldOf(token, QStringLiteral("STR_I"), plainText(text.bytes));
    }
    case global::kStrT:
        return fieldOf(token, QStringLiteral("STR_T"),
            inWords(QT_TRANSLATE_NOOP("Decode", "string table, byte %1")).arg(numberAt(token, 1)));
    case global::kOpaque:
        return opaqueField(token);
    default:
        return tagField(token, element);
    }
}

} // namespace

Field wbxmlHeaderField(const Window& header)
{
    Field field = fieldOf(header, inWords(QT_TRANSLATE_NOOP("Decode", "WBXML header")));
    qsizetype at = 0;
    const auto add = [&](qsizetype size, const char* name, QString value) {
        field.children.push_back(fieldOf(header.sliced(at, size), inWords(name), std::move(value)));
        at += size;
    };
    const std::uint8_t version = header.at(0);
    add(1, QT_TRANSLATE_NOOP("Decode", "Version"), QStringLiteral("1.%1").arg(version & 0x0F));
    const std::uint64_t publicId = numberAt(header, at);
    if (publicId == 0) {
        const qsizetype size = numberSize(header, at);
        const std::uint64_t index = numberAt(header, at + size);
        add(size + numberSize(header, at + size), QT_TRANSLATE_NOOP("Decode", "Public id"),
            inWords(QT_TRANSLATE_NOOP("Decode", "string table, byte %1")).arg(index));
    } else {
        add(numberSize(header, at), QT_TRANSLATE_NOOP("Decode", "Public id"), publicIdText(publicId));
    }
    const auto charset = static_cast<std::uint32_t>(numberAt(header, at));
    const QString charsetName = wordIn(kCharsets, charset);
    add(numberSize(header, at), QT_TRANSLATE_NOOP("Decode", "Character set"),
        charsetName.isEmpty() ? QString::number(charset) : charsetName);
    const std::uint64_t tableSize = numberAt(header, at);
    add(numberSize(header, at), QT_TRANSLATE_NOOP("Decode", "Length of the string table"), QString::number(tableSize));
    if (tableSize != 0) {
        const Window table = header.from(at);
        QByteArray text = table.bytes.toByteArray();
        text.replace('\0', ' ');
        add(table.size(), QT_TRANSLATE_NOOP("Decode", "String table"), plainText(text, 400));
    }
    field.value = field.children.at(1).value;
    return field;
}

std::vector<Field> wbxmlTokenFields(const Window& tokens, std::string_view element)
{
    std::vector<Field> fields;
    Window rest = tokens;
    while (rest.size() >= 2 && rest.at(0) == global::kSwitchPage) {
        const Window page = rest.first(2);
        fields.push_back(fieldOf(
            page, QStringLiteral("SWITCH_PAGE"), inWords(QT_TRANSLATE_NOOP("Decode", "page %1")).arg(page.at(1))));
        rest = rest.from(2);
    }
    if (!rest.isEmpty()) {
        fields.push_back(tokenField(rest, element));
    }
    return fields;
}

} // namespace dmsc
