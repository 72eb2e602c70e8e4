// SPDX-License-Identifier: Apache-2.0
#include "model/formats/mgmt_tree_reader.h"

#include <QCoreApplication>

namespace dmsc {

using wbxml::Event;
using wbxml::Tag;

namespace {

QString byteText(std::size_t offset)
{
    return QCoreApplication::translate("MgmtTree", "byte %1").arg(offset);
}

bool tell(MgmtTreeReader& reader, const Event& event)
{
    switch (event.kind) {
    case Event::Kind::Start: {
        const std::string_view name = event.name.empty() ? std::string_view("?") : event.name;
        if (reader.inValue())
            return reader.startMarkup(std::string("<").append(name), name, event.offset);
        if (reader.inForeign() || event.tag == Tag::Literal || event.name.empty())
            return reader.startForeign(name, event.offset);
        return reader.start(event.tag, name, event.offset);
    }
    case Event::Kind::Text:
        return reader.text(event.text, event.offset);
    case Event::Kind::Opaque:
        return reader.octets(event.text, event.offset);
    case Event::Kind::End:
        return reader.end(event.offset);
    default:
        return true;
    }
}

Result<MgmtTreeContent> readEvents(wbxml::Reader& source, MgmtTreeReader& reader, std::size_t outside)
{
    do {
        auto event = source.next();
        if (!event)
            return tl::unexpected(std::move(event.error()));
        if (!tell(reader, *event))
            return at(reader.failure()->error, byteText(reader.failure()->position));
    } while (source.depth() > outside);
    return reader.finish(byteText);
}

} // namespace

Result<MgmtTreeContent> readMgmtTreeWbxml(ByteView document, const MgmtTreeReadOptions& options)
{
    auto source = wbxml::Reader::open(document);
    if (!source)
        return tl::unexpected(std::move(source.error()));
    MgmtTreeReader reader(options, false);
    auto content = readEvents(*source, reader, 0);
    if (!content)
        return content;
    // What follows the root element is an error.
    if (auto end = source->next(); !end)
        return tl::unexpected(std::move(end.error()));
    return content;
}

Result<MgmtTreeContent> readMgmtTreeElement(wbxml::Reader& source, const MgmtTreeReadOptions& options)
{
    MgmtTreeReader reader(options, false);
    const std::size_t outside = source.depth() - 1;
    if (!reader.start(Tag::DdfMgmtTree, "MgmtTree", 0))
        return at(reader.failure()->error, byteText(reader.failure()->position));
    return readEvents(source, reader, outside);
}

} // namespace dmsc
