// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/earlier_nodes.h"

#include "cardio/store/byte_fields.h"

#include <QCoreApplication>

namespace dmsc {

Bytes encodeEarlier(const EarlierNodes& nodes)
{
    Bytes out;
    for (const auto& [uri, node] : nodes)
        for (const std::string_view part : {std::string_view(uri.text()), formatName(node.data.format),
                 std::string_view(node.data.type), std::string_view(node.data.value), std::string_view(node.data.acl),
                 std::string_view(node.data.title), std::string_view(node.owner), std::string_view(node.card)})
            putText(out, part);
    return out;
}

Result<EarlierNodes> decodeEarlier(ByteView bytes)
{
    EarlierNodes nodes;
    FieldReader reader(bytes);
    while (!reader.atEnd()) {
        const auto uri = Uri::parse(reader.text());
        const auto format = formatFromName(reader.text());
        EarlierNode node;
        for (std::string* part :
            {&node.data.type, &node.data.value, &node.data.acl, &node.data.title, &node.owner, &node.card})
            *part = reader.text();
        if (!reader.good() || !uri || !format)
            return fail(
                ErrorKind::Syntax, QCoreApplication::translate("TreeImage", "what cards have replaced cannot be read"));
        node.data.name = uri->name();
        node.data.format = *format;
        nodes.insert_or_assign(*uri, std::move(node));
    }
    return nodes;
}

} // namespace dmsc
