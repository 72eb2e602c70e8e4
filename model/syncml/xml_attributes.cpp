// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/xml_attributes.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace dmsc::syncml {

namespace {

constexpr std::size_t kMaxAttributes = 1000;

/// What stands there instead of a tag, to behind its end; 0 when it is a tag.
std::size_t behindMarkup(std::string_view xml, std::size_t at)
{
    constexpr std::pair<std::string_view, std::string_view> kMarkup[] = {
        {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (const auto& [begin, end] : kMarkup) {
        if (!xml.substr(at).starts_with(begin))
            continue;
        const std::size_t found = xml.find(end, at + begin.size());
        return found == std::string_view::npos ? xml.size() : found + end.size();
    }
    return 0;
}

/// Counts the attributes of the tag at `at`, and goes behind it.
std::size_t countAttributes(std::string_view xml, std::size_t& at)
{
    std::size_t count = 0;
    for (at = xml.find_first_of("=\"'<>", at + 1); at != std::string_view::npos;
         at = xml.find_first_of("=\"'<>", at + 1)) {
        if (xml[at] == '<' || xml[at] == '>')
            break;
        if (xml[at] == '=')
            ++count;
        else if (at = xml.find(xml[at], at + 1); at == std::string_view::npos)
            break;
    }
    return count;
}

Result<void> check(std::string_view xml)
{
    for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
        const std::size_t tag = at;
        if (const std::size_t behind = behindMarkup(xml, at); behind != 0)
            at = behind;
        else if (countAttributes(xml, at) > kMaxAttributes)
            return fail(ErrorKind::Limit,
                QCoreApplication::translate("Xml", "an element has at most %1 attributes").arg(kMaxAttributes),
                QCoreApplication::translate("Xml", "line %1")
                    .arg(1 + std::count(xml.begin(), xml.begin() + std::ptrdiff_t(tag), '\n')));
        if (at == std::string_view::npos)
            break;
    }
    return {};
}

/// UTF-16 as UTF-8, in which markup is what it looks like; nothing for what is no UTF-16.
QByteArray narrowed(std::string_view xml)
{
    const QByteArrayView bytes(xml.data(), static_cast<qsizetype>(xml.size()));
    const auto encoding = QStringConverter::encodingForData(bytes, u'<');
    if (!encoding || *encoding == QStringConverter::Utf8)
        return {};
    const QString text = QStringDecoder(*encoding)(bytes);
    return text.toUtf8();
}

} // namespace

Result<void> checkAttributes(std::string_view xml)
{
    const QByteArray narrow = narrowed(xml);
    return check(
        narrow.isEmpty() ? xml : std::string_view(narrow.constData(), static_cast<std::size_t>(narrow.size())));
}

} // namespace dmsc::syncml
