// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message.h"

#include "model/syncml/command_tags.h"

namespace dmsc::syncml {

std::string_view commandName(CommandKind kind)
{
    return wbxml::tagName(wbxml::Vocabulary::SyncMl, tagOf(kind));
}

CommandKind commandKind(std::string_view name)
{
    const auto tag = wbxml::findTag(wbxml::Vocabulary::SyncMl, wbxml::pageOf(wbxml::Tag::Add), name);
    return tag ? kindOf(*tag) : CommandKind::Unknown;
}

bool isBinary(const Item& item)
{
    return item.meta.format == format::kBin;
}

} // namespace dmsc::syncml
