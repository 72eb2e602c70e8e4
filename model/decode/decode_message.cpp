// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_message.h"

#include "model/syncml/wbxml_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

namespace dmsc {

namespace {

/// The details show a message, not a tree of a million nodes: what comes after is one field that says so.
constexpr std::size_t kMaxFields = 20'000;
constexpr std::size_t kMaxDepth = 64;
constexpr qsizetype kMaxText = 400;

QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Collects the elements of a document and of those embedded in it.
class MessageFields
{
public:
    explicit MessageFields(RecordPart part)
        : m_part(part)
    {
    }

    std::vector<Field> read(wbxml::Reader& reader)
    {
        m_open.assign(1, {});
        addElements(reader);
        while (m_open.size() > 1) {
            close(reader.offset());
        }
        return std::move(m_open.front().children);
    }

private:
    void addElements(wbxml::Reader& reader)
    {
        using Kind = wbxml::Event::Kind;
        while (true) {
            const auto event = reader.next();
            if (!event) {
                addNote(event.error().text(), StatusLevel::Error, reader.offset());
                return;
            }
            if (event->kind == Kind::EndDocument) {
                return;
            }
            if (++m_count > kMaxFields) {
                addNote(QCoreApplication::translate("Decode", "the rest is not shown"), StatusLevel::Warning,
                    reader.offset());
                return;
            }
            add(*event);
        }
    }

    void add(const wbxml::Event& event)
    {
        using Kind = wbxml::Event::Kind;
        const QString name = QString::fromUtf8(viewOf(event.name));
        switch (event.kind) {
        case Kind::Start:
            m_open.push_back(field(name.isEmpty() ? QCoreApplication::translate("Decode", "unknown element") : name, {},
                event.offset, event.length));
            return;
        case Kind::End:
            close(event.offset + event.length);
            return;
        case Kind::Attribute:
            m_open.back().children.push_back(
                field(name, plainText(viewOf(event.text), kMaxText), event.offset, event.length));
            return;
        case Kind::Text:
            addText(plainText(viewOf(event.text), kMaxText));
            return;
        case Kind::Opaque:
            addOpaque(event);
            return;
        case Kind::EndDocument:
            return;
        }
    }

    void addText(const QString& text)
    {
        QString& value = m_open.back().value;
        if (value.size() < kMaxText) {
            value += text;
        }
    }

    void addOpaque(const wbxml::Event& event)
    {
        wbxml::Limits limits;
        limits.depth = kMaxDepth;
        auto embedded = wbxml::openEmbedded(event, limits);
        if (!embedded || m_open.size() > kMaxDepth) {
            addText(plainText(viewOf(event.text), kMaxText));
            return;
        }
        const std::size_t level = m_open.size();
        addElements(*embedded);
        while (m_open.size() > level) {
            close(embedded->offset());
        }
    }

    void addNote(const QString& text, StatusLevel level, std::size_t offset)
    {
        m_open.back().children.push_back(field(QCoreApplication::translate("Decode", "Note"), text, offset, 0));
        m_open.back().children.back().level = level;
    }

    void close(std::size_t end)
    {
        if (m_open.size() < 2) {
            return;
        }
        Field done = std::move(m_open.back());
        m_open.pop_back();
        done.bytes.length =
            static_cast<std::uint32_t>(std::max<std::size_t>(end, done.bytes.offset)) - done.bytes.offset;
        m_open.back().children.push_back(std::move(done));
    }

    [[nodiscard]] Field field(const QString& name, const QString& value, std::size_t offset, std::size_t length) const
    {
        return {name, value, {m_part, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)},
            StatusLevel::None, {}};
    }

    RecordPart m_part;
    std::size_t m_count = 0;
    std::vector<Field> m_open; ///< 0 stands for the document
};

std::vector<Field> asText(QByteArrayView message, RecordPart part)
{
    return {{QCoreApplication::translate("Decode", "Message"), plainText(message, 4096),
        {part, 0, static_cast<std::uint32_t>(message.size())}, StatusLevel::None, {}}};
}

} // namespace

std::vector<Field> decodeMessage(QByteArrayView message, RecordPart part)
{
    const ByteView bytes(
        reinterpret_cast<const std::uint8_t*>(message.data()), static_cast<std::size_t>(message.size()));
    if (!wbxml::isWbxml(bytes)) {
        return asText(message, part);
    }
    wbxml::ReaderOptions options;
    options.limits.depth = kMaxDepth;
    auto reader = wbxml::Reader::open(bytes, options);
    return reader ? MessageFields(part).read(*reader) : asText(message, part);
}

} // namespace dmsc
