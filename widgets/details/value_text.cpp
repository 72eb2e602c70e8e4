// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/value_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kBytesPerLine = 16;
constexpr std::size_t kHexColumn = 10; // after eight digits of offset and two blanks
constexpr std::size_t kTextColumn = kHexColumn + 3 * kBytesPerLine + 1;
constexpr std::size_t kLineWidth = kTextColumn + kBytesPerLine + 1;
constexpr int kMaxXmlDepth = 100;

std::size_t firstDifference(std::string_view a, std::string_view b)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    const auto end = a.begin() + std::ptrdiff_t(shorter);
    return std::size_t(std::mismatch(a.begin(), end, b.begin()).first - a.begin());
}

/// Where to begin showing so that the first difference is in sight.
std::size_t startOf(std::string_view device, std::string_view card, bool both, std::size_t room)
{
    if (!both || std::max(device.size(), card.size()) <= room)
        return 0;
    const std::size_t first = firstDifference(device, card);
    return first < room / 2 ? 0 : (first - room / 4) / kBytesPerLine * kBytesPerLine;
}

QString noteOf(std::size_t start, std::size_t shown, std::size_t all)
{
    if (start == 0 && shown == all)
        return {};
    const QLocale locale;
    return QCoreApplication::translate("ValueView", "Bytes %1 to %2 of %3")
        .arg(locale.toString(ulong{start}), locale.toString(ulong{start + shown}), locale.toString(ulong{all}));
}

std::string_view windowOf(std::string_view value, std::size_t start, std::size_t room)
{
    return start >= value.size() ? std::string_view() : value.substr(start, room);
}

/// As many characters as before, none of which the text widget would swallow.
QString printable(std::string_view value)
{
    QString text = QString::fromUtf8(value.data(), qsizetype(value.size()));
    text.replace(QChar(0), QChar(0x2400));
    text.replace(QLatin1Char('\r'), QChar(0x240d));
    return text;
}

ShownValue textWindow(std::string_view value, std::size_t start)
{
    const std::string_view shown = windowOf(value, start, kShownTextBytes);
    return {printable(shown), {}, noteOf(std::min(start, value.size()), shown.size(), value.size())};
}

QString hexDump(std::string_view bytes, std::size_t start)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QString text;
    const std::size_t length = (bytes.size() / kBytesPerLine + 1) * kLineWidth;
    text.reserve(static_cast<qsizetype>(length));
    for (std::size_t line = 0; line < bytes.size(); line += kBytesPerLine) {
        text += QStringLiteral("%1  ").arg(ulong{start + line}, 8, 16, QLatin1Char('0')).toUpper();
        QString characters;
        for (std::size_t i = line; i < line + kBytesPerLine; ++i) {
            if (i >= bytes.size()) {
                text += QLatin1String("   ");
                continue;
            }
            const auto byte = std::uint8_t(bytes[i]);
            text += QLatin1Char(digits[byte >> 4]);
            text += QLatin1Char(digits[byte & 15]);
            text += QLatin1Char(' ');
            characters += byte >= 0x20 && byte < 0x7f ? QLatin1Char(char(byte)) : QLatin1Char('.');
        }
        text += QLatin1Char(' ') + characters.leftJustified(int(kBytesPerLine)) + QLatin1Char('\n');
    }
    text.chop(1);
    return text;
}

/// Marks of bytes as marks of the dump's characters, in both of its halves.
std::vector<TextSpan> hexMarks(const std::vector<TextSpan>& bytes)
{
    std::vector<TextSpan> marks;
    for (const TextSpan& span : bytes) {
        const std::size_t end = span.begin + span.length;
        for (std::size_t begin = span.begin; begin < end;) {
            const std::size_t line = begin / kBytesPerLine;
            const std::size_t column = begin % kBytesPerLine;
            const std::size_t count = std::min(end - begin, kBytesPerLine - column);
            marks.push_back({line * kLineWidth + kHexColumn + 3 * column, 3 * count - 1});
            marks.push_back({line * kLineWidth + kTextColumn + column, count});
            begin += count;
        }
    }
    return marks;
}

ShownValue prettyXml(std::string_view value)
{
    if (value.size() > kPrettyXmlBytes) {
        return {{}, {},
            QCoreApplication::translate("ValueView", "%1 are too much to lay out as XML; the limit is %2")
                .arg(QLocale().formattedDataSize(qint64(value.size())),
                    QLocale().formattedDataSize(qint64(kPrettyXmlBytes)))};
    }
    ShownValue shown;
    QXmlStreamReader reader(QByteArray(value.data(), qsizetype(value.size())));
    QXmlStreamWriter writer(&shown.text);
    writer.setAutoFormatting(true);
    writer.setAutoFormattingIndent(2);
    int depth = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        if (depth > kMaxXmlDepth)
            reader.raiseError(
                QCoreApplication::translate("ValueView", "Elements are nested more than %1 deep").arg(kMaxXmlDepth));
        if (!reader.hasError() && !reader.isWhitespace() && !reader.isStartDocument() && !reader.isEndDocument())
            writer.writeCurrentToken(reader);
    }
    shown.text = shown.text.trimmed();
    if (reader.hasError()) {
        shown.note = QCoreApplication::translate("ValueView", "Not well-formed XML: line %1, column %2: %3")
                         .arg(reader.lineNumber())
                         .arg(reader.columnNumber())
                         .arg(reader.errorString());
        shown.text = printable(value);
    }
    return shown;
}

void markTexts(ShownPair& pair)
{
    TextDifference difference = diffText(pair.device.text, pair.card.text);
    pair.device.marks = std::move(difference.left);
    pair.card.marks = std::move(difference.right);
}

} // namespace

ShownPair showText(std::string_view device, std::string_view card, bool both)
{
    const std::size_t start = startOf(device, card, both, kShownTextBytes);
    ShownPair pair{textWindow(device, start), textWindow(card, start)};
    if (both)
        markTexts(pair);
    return pair;
}

ShownPair showHex(std::string_view device, std::string_view card, bool both)
{
    const std::size_t start = startOf(device, card, both, kShownHexBytes);
    const std::string_view left = windowOf(device, start, kShownHexBytes);
    const std::string_view right = windowOf(card, start, kShownHexBytes);
    ShownPair pair{{hexDump(left, start), {}, noteOf(std::min(start, device.size()), left.size(), device.size())},
        {hexDump(right, start), {}, noteOf(std::min(start, card.size()), right.size(), card.size())}};
    if (both) {
        const TextDifference difference = diffBytes(viewOf(left), viewOf(right));
        pair.device.marks = hexMarks(difference.left);
        pair.card.marks = hexMarks(difference.right);
    }
    return pair;
}

ShownPair showXml(std::string_view device, std::string_view card, bool both)
{
    ShownPair pair{prettyXml(device), prettyXml(card)};
    if (both)
        markTexts(pair);
    return pair;
}

bool looksLikeXml(std::string_view value)
{
    const std::size_t first = value.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return first != std::string_view::npos && value[first] == '<';
}

} // namespace dmsc
