// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_wbxml.h"

#include "model/syncml/base64.h"
#include "model/syncml/message_builder.h"
#include "model/syncml/message_emitter.h"
#include "model/syncml/wbxml_reader.h"
#include "model/syncml/wbxml_writer.h"

#include <QCoreApplication>

namespace dmsc::syncml {

using wbxml::Event;
using wbxml::Tag;

namespace {

class MessageReader
{
public:
    MessageReader(ByteView octets, wbxml::Reader& reader)
        : m_octets(octets)
        , m_reader(reader)
    {
    }

    Result<Message> read()
    {
        while (true) {
            const auto event = m_reader.next();
            if (!event)
                return tl::unexpected<Error>(event.error());
            if (event->kind == Event::Kind::EndDocument)
                break;
            if (auto taken = take(*event); !taken)
                return at(taken.error(), QCoreApplication::translate("SyncMlText", "byte %1").arg(event->offset));
        }
        return std::move(m_builder).finish();
    }

private:
    Result<void> take(const Event& event)
    {
        switch (event.kind) {
        case Event::Kind::Start:
            if (event.tag == Tag::DdfMgmtTree && m_builder.inItemData())
                return takeInlineTree(event);
            return m_builder.start(event.tag, event.name);
        case Event::Kind::Text:
        case Event::Kind::Opaque:
            m_builder.text(event.text);
            break;
        case Event::Kind::End:
            m_builder.end();
            break;
        case Event::Kind::Attribute:
        case Event::Kind::EndDocument:
            break;
        }
        return {};
    }

    /// A tree in the tokens of the message itself becomes a document of its own: the same octets behind a header with
    /// the same string table.
    Result<void> takeInlineTree(const Event& start)
    {
        if (auto skipped = m_reader.skipElement(); !skipped)
            return skipped;
        const wbxml::Header& outer = m_reader.header();
        const ByteView body = m_octets.subspan(start.offset, m_reader.offset() - start.offset);
        const Bytes header = wbxml::documentHeader(wbxml::Vocabulary::DmDdf, outer.charset, outer.stringTable);
        std::string document(header.begin(), header.end());
        document.append(body.begin(), body.end());
        m_builder.document(document, mime::kTndsWbxml);
        return {};
    }

    ByteView m_octets;
    wbxml::Reader& m_reader;
    MessageBuilder m_builder;
};

class WbxmlSink final : public ElementSink
{
public:
    void start(Tag tag) override { m_writer.start(tag); }
    void end(Tag) override { m_writer.end(); }
    void leaf(Tag tag, std::string_view text) override { m_writer.element(tag, text); }

    void payload(const Item& item) override
    {
        const bool base64 = item.base64 && isBinary(item);
        Meta meta = item.meta;
        if (base64)
            meta.format = format::kBase64;
        emitMeta(meta, *this);
        if (!item.data)
            return;
        m_writer.start(Tag::Data);
        if (base64)
            m_writer.opaque(toBase64(*item.data));
        else
            m_writer.opaque(*item.data);
        m_writer.end();
    }

    Result<Bytes> finish() && { return std::move(m_writer).finish(); }

private:
    wbxml::Writer m_writer{wbxml::Vocabulary::SyncMl};
};

} // namespace

Result<Message> decodeWbxml(ByteView octets)
{
    wbxml::ReaderOptions options;
    options.limits.bytes = kMaxMessageBytes;
    options.fallback = wbxml::Vocabulary::SyncMl;
    auto reader = wbxml::Reader::open(octets, options);
    if (!reader)
        return tl::unexpected<Error>(std::move(reader.error()));
    if (reader->header().vocabulary != wbxml::Vocabulary::SyncMl) {
        const std::string_view id = reader->header().publicIdText;
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("SyncMlText", "the document is %1, expected a SyncML message")
                .arg(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))),
            QCoreApplication::translate("SyncMlText", "byte %1").arg(1));
    }
    return MessageReader(octets, *reader).read();
}

Result<Bytes> encodeWbxml(const Message& message)
{
    WbxmlSink sink;
    if (auto emitted = emitMessage(message, sink); !emitted)
        return tl::unexpected<Error>(std::move(emitted.error()));
    return std::move(sink).finish();
}

} // namespace dmsc::syncml
