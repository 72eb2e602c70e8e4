// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"

#include <span>
#include <string>
#include <string_view>

namespace dmsc {

struct XmlAttribute
{
    std::string_view prefix;
    std::string_view local;
    std::string_view value;
};

struct XmlNamespace
{
    std::string_view prefix; ///< empty: the default one
    std::string_view uri;
};

struct XmlElement
{
    std::string_view local;
    std::string_view prefix;
    std::string_view uri;
    std::span<const XmlAttribute> attributes;
    std::span<const XmlNamespace> namespaces; ///< declared on this element
};

/// What a document is told to. Each call returns false to stop the parser; the reason is the sink's own to keep.
class XmlSink
{
public:
    virtual ~XmlSink() = default;
    virtual bool start(const XmlElement& element, std::size_t line) = 0;
    virtual bool text(std::string_view text, std::size_t line) = 0;
    virtual bool end(std::size_t line) = 0;
};

enum class XmlOutcome : std::uint8_t { Read, Stopped };

/// Parses a document that may be hostile with libxml2's SAX2: nothing is loaded, entities that the document declares
/// itself are refused, depth and sizes are for the sink to bound. Errors name "line N".
[[nodiscard]] Result<XmlOutcome> parseXml(ByteView document, XmlSink& sink);

/// The root element of a document that may go on in any way.
struct XmlRoot
{
    std::string local;
    std::string uri;
    std::size_t line = 0;
};
[[nodiscard]] Result<XmlRoot> xmlRoot(ByteView document);

[[nodiscard]] QString lineText(std::size_t line); ///< "line 12"

} // namespace dmsc
