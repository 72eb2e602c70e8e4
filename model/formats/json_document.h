// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/tree/tree.h"

#include <QString>

#include <functional>
#include <vector>

/// The JSON form of a tree, which is also what `dmsc show --json` prints:
///   {"where":"...","nodes":[{"uri":"./A/B","format":"chr","type":"text/plain","value":"...","encoding":"text",
///    "acl":"...","title":"...","tstamp":"...","verno":1}, ...]}
/// Nodes in URI order; `value` and `encoding` on leaves only, base64 for values that are binary or no UTF-8 text;
/// `type` and `acl` always, empty where the node has none; title, tstamp and verno only where it has them.
namespace dmsc {

/// Calls `visit` for the nodes below and with `from` in the order of their URI texts; the root only if it has
/// properties of its own or no children. Ends when `visit` returns false.
void visitInUriOrder(const Tree& tree, NodeId from, const std::function<bool(NodeId)>& visit);

[[nodiscard]] Bytes writeJsonTree(const Tree& tree, NodeId from = Tree::root(), const QString& where = {});

struct JsonTree
{
    Tree tree;
    QString where;
    std::vector<QString> warnings;
};
/// Takes nodes in any order and without their parents, and unknown members. Errors name the byte or the URI.
[[nodiscard]] Result<JsonTree> readJsonTree(ByteView document);

} // namespace dmsc
