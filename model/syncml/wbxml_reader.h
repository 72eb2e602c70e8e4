// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"
#include "model/syncml/wbxml_tokens.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc::wbxml {

/// What a reader accepts of a hostile peer; honest big documents (a million nodes) fit.
struct Limits
{
    static constexpr std::size_t kBytes = std::size_t{1} << 30;
    static constexpr std::size_t kDepth = 512;
    static constexpr std::size_t kElements = 100'000'000;
    /// String-table references may not blow a document up to more than this many times its size, plus 1 MiB.
    static constexpr std::size_t kTableTextFactor = 16;

    std::size_t bytes = kBytes; ///< size of the document
    std::size_t depth = kDepth; ///< elements open at a time
    std::size_t elements = kElements;
};

struct ReaderOptions
{
    Limits limits;
    /// Added to every offset that is reported: where an embedded document begins in the outer one.
    std::size_t baseOffset = 0;
    /// Read a document without a usable public id (none, or 1 "unknown") with these tables; else it is refused.
    std::optional<Vocabulary> fallback;
};

/// The part before the first element, WBXML 1.3 clause 5.4 ff.
struct Header
{
    std::uint8_t version = 0x03; ///< 0x01..0x03: WBXML 1.1..1.3
    std::uint32_t publicId = 0; ///< 0: `publicIdText` came from the string table
    std::string_view publicIdText; ///< points into the document or the tables
    std::uint32_t charset = 106; ///< IANA MIBenum; 106 is UTF-8
    std::string_view stringTable; ///< points into the document
    Vocabulary vocabulary = Vocabulary::SyncMl;
    std::size_t length = 0; ///< bytes from the version to the end of the string table
};

/// One step through a document. The ranges of all events, put in order, tile the body without gaps: SWITCH_PAGE and
/// END of an attribute list count to the token that they belong to. Views are valid until the next call of next().
struct Event
{
    enum class Kind : std::uint8_t {
        Start, ///< tag, name (empty: not in the tables; its content can be skipped)
        Attribute, ///< name, text; follows the Start that it belongs to
        Text, ///< text: one STR_I, STR_T or ENTITY as UTF-8; an element may have several
        Opaque, ///< text: the octets, as they are
        End, ///< tag, name; of length 0 for an element without content
        EndDocument,
    };

    Kind kind = Kind::EndDocument;
    Tag tag = Tag::None;
    std::string_view name;
    std::string_view text;
    std::size_t offset = 0; ///< of the first byte, in the document (plus ReaderOptions::baseOffset)
    std::size_t length = 0; ///< of the whole token
};

/// Pull reader over a WBXML document that lies in memory; copies nothing but what must be converted. Errors name
/// the byte offset. The document must outlive the reader.
class Reader
{
public:
    static Result<Reader> open(ByteView document, const ReaderOptions& options = {});

    [[nodiscard]] const Header& header() const { return m_header; }

    /// The next event; EndDocument again and again once the document is read. After an error the reader is done.
    Result<Event> next();

    /// Reads past the End of the element whose Start came last.
    Result<void> skipElement();

    /// Where the next event begins, with the base offset.
    [[nodiscard]] std::size_t offset() const { return m_options.baseOffset + m_position; }

    /// Elements open now.
    [[nodiscard]] std::size_t depth() const { return m_open.size(); }

private:
    struct OpenElement
    {
        Tag tag = Tag::None;
        std::string_view name;
    };

    Reader(ByteView document, const ReaderOptions& options);
    Result<void> readHeader();
    Result<void> resolvePublicId(std::uint32_t tableIndex);
    Result<Event> step();
    Result<Event> readContent();
    Result<Event> readStart(std::uint8_t token, std::size_t from);
    Result<Event> readAttribute();
    Result<void> readAttributeValues(std::string& value);
    Result<Event> readText(std::uint8_t token, std::size_t from);
    Result<std::string_view> readString(std::uint8_t token);
    Result<std::string_view> inlineString();
    Result<std::string_view> tableString(std::size_t index, std::size_t at);
    Result<std::string_view> opaque();
    Result<char32_t> entity();
    Result<std::uint32_t> number(const char* what);
    Result<std::uint8_t> byte(const char* what);
    void appendText(std::string& out, std::string_view text) const;
    void finishAttributes();
    Event endOf(std::size_t from);
    [[nodiscard]] std::string_view view(std::size_t from, std::size_t length) const;
    [[nodiscard]] tl::unexpected<Error> wrong(ErrorKind kind, const QString& what, std::size_t offset) const;

    ByteView m_document;
    ReaderOptions m_options;
    Header m_header;
    std::size_t m_position = 0;
    std::size_t m_elements = 0;
    std::size_t m_tableText = 0;
    std::uint8_t m_tagPage = 0;
    std::uint8_t m_attributePage = 0;
    bool m_inAttributes = false;
    bool m_contentFollows = false; ///< the element whose attributes are read has content
    bool m_endPending = false; ///< an element without content: its End comes next
    bool m_rootSeen = false;
    bool m_failed = false;
    std::string m_scratch; ///< converted text, attribute values
    std::vector<OpenElement> m_open;
};

/// Whether the bytes begin like a WBXML document of a type that we know (an embedded TNDS in Data, say).
[[nodiscard]] bool isWbxml(ByteView document);

/// A reader for the document inside an Opaque event; offsets stay those of the outer document.
[[nodiscard]] Result<Reader> openEmbedded(const Event& opaque, const Limits& limits = {});

} // namespace dmsc::wbxml
