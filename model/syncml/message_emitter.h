// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/syncml/message.h"
#include "model/syncml/wbxml_tokens.h"

#include <string_view>

namespace dmsc::syncml {

/// Takes the elements of a message in the order of the DTD. The two encodings implement it.
class ElementSink
{
public:
    ElementSink() = default;
    ElementSink(const ElementSink&) = delete;
    ElementSink& operator=(const ElementSink&) = delete;
    virtual ~ElementSink() = default;

    virtual void start(wbxml::Tag tag) = 0;
    virtual void end(wbxml::Tag tag) = 0;
    /// An element with text and nothing else; empty text gives an empty element.
    virtual void leaf(wbxml::Tag tag, std::string_view text) = 0;
    /// Meta and Data of an Item, as the encoding needs them.
    virtual void payload(const Item& item) = 0;
};

/// Strict: a message that breaks the protocol's form (a command without CmdID or with one used twice, an unknown
/// command, no MsgID) is refused before anything is written.
Result<void> emitMessage(const Message& message, ElementSink& sink);

/// Meta with its MetInf children; nothing if it is empty.
void emitMeta(const Meta& meta, ElementSink& sink);

} // namespace dmsc::syncml
