// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/request_uri.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::string_view kProperties[] = {"ACL", "Format", "Name", "Size", "Title", "TStamp", "Type", "VerNo"};

struct TndsWord
{
    std::string_view word;
    TndsProperties::Property bit;
};
constexpr TndsWord kTndsWords[] = {{"ACL", TndsProperties::Acl}, {"Format", TndsProperties::Format},
    {"Title", TndsProperties::Title}, {"TStamp", TndsProperties::TStamp}, {"Type", TndsProperties::Type},
    {"VerNo", TndsProperties::VerNo}, {"Value", TndsProperties::Value}};

tl::unexpected<Error> unsupported(std::string_view text)
{
    return fail(ErrorKind::Unsupported,
        QCoreApplication::translate("RequestUri", "there is no such property or list: %1")
            .arg(QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 80)))));
}

/// `+Value+ACL` takes only these, `-Format` all but these; the two cannot be mixed (TNDS 9.2).
std::optional<std::uint8_t> tndsProperties(std::string_view words)
{
    if (words.empty())
        return TndsProperties::kAll;
    const char sign = words.front();
    if (sign != '+' && sign != '-')
        return std::nullopt;
    std::uint8_t named = 0;
    while (!words.empty()) {
        if (words.front() != sign)
            return std::nullopt;
        words.remove_prefix(1);
        const std::string_view word = words.substr(0, words.find_first_of("+-"));
        const auto known =
            std::find_if(std::begin(kTndsWords), std::end(kTndsWords), [&](const auto& w) { return w.word == word; });
        if (known == std::end(kTndsWords))
            return std::nullopt;
        named = static_cast<std::uint8_t>(named | known->bit);
        words.remove_prefix(word.size());
    }
    return sign == '+' ? named : static_cast<std::uint8_t>(TndsProperties::kAll & ~named);
}

Result<RequestUri> listRequest(Uri uri, std::string_view word)
{
    if (word == "Struct")
        return RequestUri{std::move(uri), ListRequest{ListRequest::Kind::Struct, 0}};
    if (word == "StructData")
        return RequestUri{std::move(uri), ListRequest{ListRequest::Kind::StructData, 0}};
    if (!word.starts_with("TNDS"))
        return unsupported(word);
    const auto properties = tndsProperties(word.substr(4));
    if (!properties)
        return unsupported(word);
    return RequestUri{std::move(uri), ListRequest{ListRequest::Kind::Tnds, *properties}};
}

} // namespace

std::string_view propertyWord(NodeProperty property)
{
    return kProperties[static_cast<std::size_t>(property)];
}

Result<RequestUri> parseRequestUri(std::string_view text)
{
    const std::size_t prop = text.rfind("?prop=");
    const std::size_t list = text.rfind("?list=");
    const std::size_t question = prop != std::string_view::npos ? prop : list;
    auto uri = Uri::parse(text.substr(0, question));
    if (!uri)
        return tl::unexpected(uri.error());
    if (question == std::string_view::npos)
        return RequestUri{std::move(*uri), {}};
    const std::string_view word = text.substr(question + 6);
    if (prop == std::string_view::npos)
        return listRequest(std::move(*uri), word);
    const auto known = std::find(std::begin(kProperties), std::end(kProperties), word);
    if (known == std::end(kProperties))
        return unsupported(word);
    return RequestUri{std::move(*uri), static_cast<NodeProperty>(known - std::begin(kProperties))};
}

} // namespace dmsc
