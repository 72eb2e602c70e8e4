// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_message.h"

#include "model/decode/message_meaning.h"
#include "model/decode/message_walk.h"
#include "model/decode/wbxml_fields.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

namespace {

/// The details show a message, not a tree of a million nodes: what comes after is one field that says so.
constexpr std::size_t kMaxMessageFields = 20'000;
constexpr qsizetype kMaxText = 400;

QByteArrayView bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Collects the elements of a document and of those embedded in it.
class MessageFields final : public MessageSink
{
public:
    explicit MessageFields(const Window& message)
        : m_message(message)
        , m_open(1)
    {
    }

    bool take(const MessagePiece& piece) override
    {
        if (m_count > kMaxMessageFields) {
            addNote(inWords(QT_TRANSLATE_NOOP("Decode", "the rest is not shown")), StatusLevel::Warning, piece.whole);
            return false;
        }
        switch (piece.kind) {
        case MessagePiece::Kind::Header:
            add(wbxmlHeaderField(window(piece.whole)));
            break;
        case MessagePiece::Kind::Start:
            start(piece);
            break;
        case MessagePiece::Kind::Text:
        case MessagePiece::Kind::Embedded:
            addText(piece);
            break;
        case MessagePiece::Kind::End:
            close(piece);
            break;
        case MessagePiece::Kind::Note:
            addNote(QString::fromUtf8(bytesOf(piece.text)), StatusLevel::Error, piece.whole);
            break;
        }
        return true;
    }

    std::vector<Field> fields()
    {
        const MessagePiece end{{}, false, {}, {}, {m_end, 0}, {}};
        while (m_open.size() > 1) {
            close(end);
        }
        return std::move(m_open.front().children);
    }

private:
    [[nodiscard]] Window window(ByteSpan span) const
    {
        return m_message.sliced(static_cast<qsizetype>(span.offset), static_cast<qsizetype>(span.length));
    }

    void add(Field field)
    {
        m_count += 1 + field.children.size();
        m_open.back().children.push_back(std::move(field));
    }

    void addTokens(const MessagePiece& piece)
    {
        if (!piece.wbxml) {
            return;
        }
        for (Field& token : wbxmlTokenFields(window(piece.whole), piece.name)) {
            add(std::move(token));
        }
    }

    void start(const MessagePiece& piece)
    {
        const QString name = QString::fromUtf8(bytesOf(piece.name));
        m_open.push_back(fieldOf(
            window(piece.whole), name.isEmpty() ? inWords(QT_TRANSLATE_NOOP("Decode", "unknown element")) : name));
        ++m_count;
        m_end = piece.whole.end();
        addTokens(piece);
    }

    void addText(const MessagePiece& piece)
    {
        m_end = piece.whole.end();
        const QString text = plainText(bytesOf(piece.text), kMaxText);
        if (!piece.name.empty()) {
            add(fieldOf(window(piece.whole), QString::fromUtf8(bytesOf(piece.name)), text));
            return;
        }
        QString& value = m_open.back().value;
        if (piece.kind == MessagePiece::Kind::Text && value.size() < kMaxText) {
            value += text;
        }
        addTokens(piece);
    }

    void addNote(const QString& text, StatusLevel level, ByteSpan whole)
    {
        Field note = fieldOf(window({whole.offset, 0}), inWords(QT_TRANSLATE_NOOP("Decode", "Note")), text);
        note.level = level;
        add(std::move(note));
    }

    void close(const MessagePiece& piece)
    {
        if (m_open.size() < 2) {
            return;
        }
        addTokens(piece);
        m_end = std::max(m_end, piece.whole.end());
        Field done = std::move(m_open.back());
        m_open.pop_back();
        const std::size_t from = done.bytes.offset - m_message.start;
        done.bytes = window({from, std::max(m_end, from) - from}).range();
        explain(done, m_open.back().name);
        m_open.back().children.push_back(std::move(done));
    }

    Window m_message;
    std::size_t m_count = 0;
    std::size_t m_end = 0; ///< of what was taken last
    std::vector<Field> m_open; ///< 0 stands for the document
};

} // namespace

std::vector<Field> decodeMessage(const Window& message)
{
    if (!isMessage(message.view())) {
        return {fieldOf(message, inWords(QT_TRANSLATE_NOOP("Decode", "Message")), plainText(message.bytes, 4096))};
    }
    MessageFields fields(message);
    walkMessage(message.view(), fields);
    return fields.fields();
}

} // namespace dmsc
