// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/formats/document.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace dmsc::test {

inline ByteView view(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline std::string text(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A tree as text, a line a node: "./A/B chr text/plain =value acl=... title=... tstamp=... verno=...".
inline void addLines(const Tree& tree, NodeId id, QStringList& lines)
{
    const auto word = [](std::string_view part) {
        return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    };
    QString line = QString::fromStdString(tree.uri(id).text()) + QLatin1Char(' ') + word(formatName(tree.format(id)));
    if (!tree.type(id).empty())
        line += QLatin1Char(' ') + word(tree.type(id));
    if (!tree.isInterior(id))
        line += QStringLiteral(" =") + word(tree.value(id));
    if (!tree.acl(id).empty())
        line += QStringLiteral(" acl=") + word(tree.acl(id));
    if (!tree.title(id).empty())
        line += QStringLiteral(" title=") + word(tree.title(id));
    if (!tree.tstamp(id).empty())
        line += QStringLiteral(" tstamp=") + word(tree.tstamp(id));
    if (tree.verNo(id))
        line += QStringLiteral(" verno=%1").arg(*tree.verNo(id));
    lines.append(line);
    for (const NodeId child : tree.children(id))
        addLines(tree, child, lines);
}

/// All nodes below the root, and the root if it says more than that it is there.
inline QStringList linesOf(const Tree& tree)
{
    QStringList lines;
    addLines(tree, Tree::root(), lines);
    if (lines.front() == QStringLiteral(". node"))
        lines.removeFirst();
    return lines;
}

/// The tree's lines, or the error with its place.
inline QStringList parsed(std::string_view document, std::optional<DocumentFormat> format = std::nullopt)
{
    const auto result = parseDocument(view(document), format);
    return result ? linesOf(result->tree) : QStringList{QStringLiteral("! ") + result.error().text()};
}

inline QStringList lines(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char('\n'));
}

} // namespace dmsc::test
