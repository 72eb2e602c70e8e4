// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/syncml/message.h"
#include "model/syncml/wbxml_tokens.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc::syncml {

/// Puts a Message together from its elements, whichever encoding they come from. Tolerant: what DM does not use is
/// passed over, what is wrong with one command becomes that command's Fault.
class MessageBuilder
{
public:
    /// An element begins; `name` matters only where the tag is not known. Fails on limits and on a wrong root.
    Result<void> start(wbxml::Tag tag, std::string_view name);
    /// A piece of the text of the element that began last.
    void text(std::string_view piece);
    /// A whole TNDS document that stood inline in Data, instead of text.
    void document(std::string_view octets, std::string_view mimeType);
    void end();

    /// Whether the element open now is the Data of an Item, where a document may stand inline.
    [[nodiscard]] bool inItemData() const;
    /// Whether children of the element open now are MetInf elements.
    [[nodiscard]] bool inMeta() const;

    /// The message, once the root has ended.
    [[nodiscard]] Result<Message> finish() &&;

private:
    /// A command that is being read, with what must wait for its end.
    struct OpenCommand
    {
        Command command;
        Meta meta; ///< of the command, to be merged into its Items
    };

    [[nodiscard]] wbxml::Tag context(std::size_t up = 0) const;
    [[nodiscard]] bool accepts(wbxml::Tag parent, wbxml::Tag child) const;
    [[nodiscard]] bool startsCommand(wbxml::Tag parent, wbxml::Tag child) const;
    Result<void> startCommand(wbxml::Tag tag, std::string_view name);
    Result<void> count();
    void open(wbxml::Tag tag);
    void endHeaderField(wbxml::Tag tag);
    void endCommandField(wbxml::Tag tag);
    void endItemField(wbxml::Tag tag);
    void endMetaField(wbxml::Tag tag);
    void endCommand();
    void fault(StatusCode answer, const QString& what);
    [[nodiscard]] Meta* openMeta();
    [[nodiscard]] Address* openAddress();
    [[nodiscard]] std::string takeText();
    [[nodiscard]] std::optional<std::uint64_t> takeNumber();

    Message m_message;
    std::vector<wbxml::Tag> m_path;
    std::vector<OpenCommand> m_commands;
    std::string m_text;
    std::string m_documentType; ///< of a document() inside the Data open now
    std::size_t m_skipping = 0; ///< elements open inside one that is passed over
    std::size_t m_count = 0;
    bool m_headerSeen = false;
    bool m_msgIdSeen = false;
    bool m_bodySeen = false;
};

} // namespace dmsc::syncml
