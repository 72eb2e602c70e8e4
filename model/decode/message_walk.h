// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <cstddef>
#include <string_view>

namespace dmsc {

/// Bytes [offset, offset + length) of a message.
struct ByteSpan
{
    std::size_t offset = 0;
    std::size_t length = 0;
    [[nodiscard]] std::size_t end() const { return offset + length; }
};

/// What a walk through a message meets, in the order of the bytes.
struct MessagePiece
{
    enum class Kind : std::uint8_t {
        Header, ///< WBXML: from the version to the string table
        Start, ///< an element begins; `name` is empty where no table has it
        Text, ///< characters or octets of the innermost open element
        Embedded, ///< the same, and a document follows that was read out of it
        End, ///< the innermost open element ends
        Note, ///< `text` says what is wrong from here on
    };

    Kind kind = Kind::Note;
    bool wbxml = false; ///< `whole` are tokens
    std::string_view name; ///< Start: of the element, without a namespace prefix; Text: of the attribute, if it is one
    std::string_view text; ///< with entities as what they stand for
    ByteSpan whole; ///< tags or tokens
    ByteSpan content; ///< Text, Embedded: the text alone, as it stands in the message
};

class MessageSink
{
public:
    MessageSink() = default;
    MessageSink(const MessageSink&) = delete;
    MessageSink& operator=(const MessageSink&) = delete;
    virtual ~MessageSink() = default;

    /// False: no more of it. Views in the piece are good until it returns.
    virtual bool take(const MessagePiece& piece) = 0;
};

/// Elements open at a time in one document.
inline constexpr std::size_t kMaxMessageDepth = 64;

/// Whether the bytes are a document that walkMessage() can read.
[[nodiscard]] bool isMessage(ByteView message);

/// Walks through a message in XML or WBXML, with attributes but for those that declare namespaces, and the documents
/// inside of its texts (TNDS in Data: WBXML in an OPAQUE, XML in CDATA or with its markup escaped), as far as three
/// inside each other. Tolerant: Start and End always match in number, tags that have no partner are passed over, what
/// cannot be read is a Note. For showing and masking; the readers of model/syncml say what a message means.
void walkMessage(ByteView message, MessageSink& sink);

} // namespace dmsc
