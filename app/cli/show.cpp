// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/sides.h"
#include "app/cli/text.h"
#include "model/formats/json_document.h"

namespace dmsc::cli {

namespace {

void appendNode(std::string& out, const Tree& tree, NodeId id)
{
    out.append(shownName(tree.uri(id).text())).append("  ").append(formatName(tree.format(id)));
    if (!tree.type(id).empty())
        out.append("  ").append(shownName(tree.type(id)));
    if (!tree.acl(id).empty())
        out.append("  [ACL ").append(shownName(tree.acl(id))).append("]");
    if (!tree.title(id).empty())
        out.append("  (").append(shownName(tree.title(id))).append(")");
    if (!tree.isInterior(id))
        out.append("  ").append(shownValue(tree.value(id)));
    out.append("\n");
}

} // namespace

Result<Answer> show(const Arguments& arguments)
{
    const QString& where = arguments.positional[0];
    const auto side = openSide(where, arguments);
    if (!side)
        return tl::unexpected(side.error());
    const Tree& tree = (*side)->tree();
    const auto from = findNode(tree, arguments.uri, where);
    if (!from)
        return tl::unexpected(from.error());
    Answer answer;
    sayOddities(answer, (*side)->state());
    if (arguments.json) {
        const Bytes json = writeJsonTree(tree, *from, where);
        answer.output.assign(json.begin(), json.end());
        if ((*side)->state().demoCredentials)
            sayDemo(answer, arguments);
        return answer;
    }
    visitInUriOrder(tree, *from, [&](NodeId id) {
        appendNode(answer.output, tree, id);
        return true;
    });
    if ((*side)->state().demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
