// SPDX-License-Identifier: Apache-2.0
#include "model/items/cell_text.h"

#include "model/bytes.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>
#include <QUtf8StringView>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kHexBytes = 32;
constexpr QChar kEllipsis(0x2026);
constexpr QChar kLineEnd(0x23CE);

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::string_view head(std::string_view text, std::size_t bytes)
{
    while (bytes > 0 && bytes < text.size() && isContinuation(text[bytes]))
        --bytes;
    return text.substr(0, bytes);
}

std::string_view tail(std::string_view text, std::size_t bytes)
{
    std::size_t from = text.size() - bytes;
    while (from < text.size() && isContinuation(text[from]))
        ++from;
    return text.substr(from);
}

bool isText(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8()
        && text.find('\0') == std::string_view::npos;
}

/// One line: control characters would break the row.
QString oneLine(QString text)
{
    text.replace(QStringLiteral("\r\n"), QString(kLineEnd));
    for (QChar& c : text) {
        if (c == u'\n' || c == u'\r')
            c = kLineEnd;
        else if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

QString hexText(std::string_view value)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(value.data());
    const std::size_t shown = std::min(value.size(), kHexBytes);
    QString text = toHex({bytes, shown}, u" ");
    if (shown < value.size())
        text += kEllipsis;
    return QCoreApplication::translate("CellText", "%1 (%2 bytes)").arg(text).arg(value.size()).trimmed();
}

} // namespace

QString cellText(Format format, std::string_view value)
{
    if (format == Format::Node || value.empty())
        return {};
    if (isBinary(format))
        return hexText(value);
    if (value.size() <= kMaxCellText)
        return isText(value) ? oneLine(shownText(value)) : hexText(value);
    const std::string_view first = head(value, kMaxCellText * 3 / 4);
    const std::string_view last = tail(value, kMaxCellText / 4);
    if (!isText(first) || !isText(last))
        return hexText(value);
    return oneLine(shownText(first)) + kEllipsis + oneLine(shownText(last));
}

QString cellText(const Tree& tree, NodeId node)
{
    if (isSecret(tree, node))
        return tree.value(node).empty() ? QString() : secretDots();
    return cellText(tree.format(node), tree.value(node));
}

QString shownText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace dmsc
