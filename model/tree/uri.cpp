// SPDX-License-Identifier: Apache-2.0
#include "model/tree/uri.h"

#include "model/tree/limits.h"

#include <QCoreApplication>
#include <QUtf8StringView>

#include <algorithm>

namespace dmsc {

namespace {

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 200)));
}

} // namespace

Result<void> checkName(std::string_view name)
{
    const auto bad = [&](const char* text) {
        return fail(ErrorKind::BadValue, QCoreApplication::translate("Uri", text), shown(name));
    };
    if (name.empty())
        return bad(QT_TRANSLATE_NOOP("Uri", "a node name must not be empty"));
    if (name.size() > limits::kMaxNameBytes)
        return fail(
            ErrorKind::Limit, QCoreApplication::translate("Uri", "a node name has at most 1024 bytes"), shown(name));
    if (name == "." || name == "..")
        return bad(QT_TRANSLATE_NOOP("Uri", "a node must not be called . or .."));
    if (name.find('/') != std::string_view::npos || name.find('\0') != std::string_view::npos)
        return bad(QT_TRANSLATE_NOOP("Uri", "a node name contains neither / nor NUL"));
    if (!QUtf8StringView(name.data(), static_cast<qsizetype>(name.size())).isValidUtf8())
        return bad(QT_TRANSLATE_NOOP("Uri", "a node name must be valid UTF-8"));
    return {};
}

Result<Uri> Uri::parse(std::string_view text)
{
    Uri uri;
    if (text == "." || text == "./")
        return text == "."
            ? Result<Uri>(uri)
            : fail(ErrorKind::BadValue, QCoreApplication::translate("Uri", "the root is written . without a slash"),
                shown(text));
    if (text.starts_with('/'))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Uri", "a URI starts with ./ or a name, not with /"), shown(text));
    std::string_view rest = text.starts_with("./") ? text.substr(2) : text;
    std::size_t depth = 0;
    while (true) {
        const std::size_t slash = rest.find('/');
        const std::string_view segment = rest.substr(0, slash);
        if (auto good = checkName(segment); !good)
            return tl::unexpected(Error{good.error().kind, good.error().what, shown(text)});
        if (++depth > limits::kMaxDepth)
            return fail(
                ErrorKind::Limit, QCoreApplication::translate("Uri", "a URI has at most 128 segments"), shown(text));
        uri.m_text.append("/").append(segment);
        if (slash == std::string_view::npos)
            return uri;
        rest.remove_prefix(slash + 1);
    }
}

std::string_view Uri::name() const
{
    return isRoot() ? std::string_view(m_text) : std::string_view(m_text).substr(m_text.rfind('/') + 1);
}

Uri Uri::parent() const
{
    Uri up;
    if (!isRoot())
        up.m_text = m_text.substr(0, m_text.rfind('/'));
    return up;
}

Uri Uri::child(std::string_view name) const
{
    Uri down;
    down.m_text = m_text;
    down.m_text.append("/").append(name);
    return down;
}

std::vector<std::string_view> Uri::segments() const
{
    std::vector<std::string_view> parts;
    std::string_view rest = m_text;
    for (std::size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
        rest.remove_prefix(slash + 1);
        parts.push_back(rest.substr(0, rest.find('/')));
    }
    return parts;
}

bool Uri::contains(const Uri& other) const
{
    return other.m_text.starts_with(m_text)
        && (other.m_text.size() == m_text.size() || other.m_text[m_text.size()] == '/');
}

Uri Uri::rebased(const Uri& from, const Uri& to) const
{
    Uri moved;
    moved.m_text = to.m_text + m_text.substr(from.m_text.size());
    return moved;
}

} // namespace dmsc
