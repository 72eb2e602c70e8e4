// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/mo_change.h"

#include "cardio/handset/approval.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kLinesShown = 4; ///< of a small diff
constexpr qsizetype kTextShown = 60; ///< characters of a value

/// A leaf without a Type is text/plain.
std::string_view typeOf(const Tree& tree, NodeId node)
{
    const std::string_view type = tree.type(node);
    return type.empty() && !tree.isInterior(node) ? std::string_view("text/plain") : type;
}

bool equalNodes(const Tree& left, NodeId l, const Tree& right, NodeId r)
{
    return left.format(l) == right.format(r) && left.value(l) == right.value(r) && typeOf(left, l) == typeOf(right, r)
        && left.acl(l) == right.acl(r) && left.title(l) == right.title(r);
}

/// Both know the same secret, so that the nonce which the device has reached is still good.
bool keepsNonce(const Tree& device, NodeId auth, const Tree& from, NodeId incoming, std::string_view name)
{
    return name == "AAuthData" && device.leafValue(auth, "AAuthName") == from.leafValue(incoming, "AAuthName")
        && device.leafValue(auth, "AAuthSecret") == from.leafValue(incoming, "AAuthSecret")
        && device.leafValue(auth, "AAuthType") == from.leafValue(incoming, "AAuthType");
}

void collect(const Tree& device, NodeId node, const Tree& from, NodeId incoming, std::vector<MoEdit>& out)
{
    const Uri uri = device.uri(node);
    if (device.isInterior(node) != from.isInterior(incoming)) {
        out.push_back({MoEdit::Kind::Remove, uri, kNoNode});
        out.push_back({MoEdit::Kind::Add, uri, incoming});
        return;
    }
    if (!equalNodes(device, node, from, incoming))
        out.push_back({MoEdit::Kind::Put, uri, incoming});
    for (const NodeId child : device.children(node))
        if (from.child(incoming, device.name(child)) == kNoNode
            && !keepsNonce(device, node, from, incoming, device.name(child)))
            out.push_back({MoEdit::Kind::Remove, device.uri(child), kNoNode});
    for (const NodeId child : from.children(incoming)) {
        const NodeId there = device.child(node, from.name(child));
        if (there == kNoNode)
            out.push_back({MoEdit::Kind::Add, uri.child(from.name(child)), child});
        else if (!keepsNonce(device, node, from, incoming, from.name(child)))
            collect(device, there, from, child, out);
    }
}

Result<NodeId> parentFor(TreeEditor& editor, const Uri& uri)
{
    Result<NodeId> node = Tree::root();
    const Uri parent = uri.parent();
    for (const std::string_view name : parent.segments()) {
        const NodeId there = editor.tree().child(*node, name);
        if (there != kNoNode) {
            node = there;
            continue;
        }
        NodeData data;
        data.name = name;
        node = editor.add(*node, data);
        if (!node)
            break;
    }
    return node;
}

Result<void> put(TreeEditor& editor, NodeId node, const Tree& from, NodeId incoming)
{
    const Tree& tree = editor.tree();
    Result<void> done;
    if (tree.format(node) != from.format(incoming))
        done = editor.setFormat(node, from.format(incoming));
    if (done && typeOf(tree, node) != typeOf(from, incoming))
        done = editor.setType(node, from.type(incoming));
    if (done && tree.acl(node) != from.acl(incoming))
        done = editor.setAcl(node, from.acl(incoming));
    if (done && tree.title(node) != from.title(incoming))
        done = editor.setTitle(node, from.title(incoming));
    if (done && !tree.isInterior(node) && tree.value(node) != from.value(incoming))
        done = editor.setValue(node, from.value(incoming));
    return done;
}

Result<void> carryOut(TreeEditor& editor, const MoEdit& edit, const Tree& from)
{
    if (edit.kind == MoEdit::Kind::Add) {
        const auto parent = parentFor(editor, edit.uri);
        if (!parent)
            return tl::unexpected(parent.error());
        auto added = editor.addSubtree(*parent, edit.uri.name(), from, edit.incoming);
        return added ? Result<void>() : tl::unexpected(added.error());
    }
    const NodeId node = editor.tree().find(edit.uri);
    if (node == kNoNode)
        return fail(ErrorKind::NotFound, QCoreApplication::translate("MoChange", "the node is gone"),
            QString::fromUtf8(edit.uri.text()));
    return edit.kind == MoEdit::Kind::Remove ? editor.remove(node) : put(editor, node, from, edit.incoming);
}

QString kindName(std::string_view type)
{
    const std::string_view family = moFamily(type);
    if (family == "urn:oma:mo:oma-dm-dmacc")
        return QCoreApplication::translate("MoChange", "DM account");
    if (family == "urn:oma:mo:oma-dm-connmo")
        return QCoreApplication::translate("MoChange", "access point");
    if (family == kFumoMo)
        return QCoreApplication::translate("MoChange", "firmware update");
    if (family == "urn:oma:mo:ext-3gpp-nas-config")
        return QCoreApplication::translate("MoChange", "network registration");
    if (family == "urn:oma:mo:ext-3gpp-ims")
        return QCoreApplication::translate("MoChange", "IMS settings");
    if (family == "urn:wfa:mo:hotspot2dot0-perprovidersubscription")
        return QCoreApplication::translate("MoChange", "WLAN subscription");
    return QString::fromUtf8(type);
}

/// What is shownValue of a leaf: secrets as dots, octets by their number.
QString shownValue(const Tree& tree, NodeId node)
{
    if (isSecret(tree, node))
        return secretDots();
    if (isBinary(tree.format(node)))
        return QCoreApplication::translate("MoChange", "%1 bytes").arg(tree.value(node).size());
    const QString value = QString::fromUtf8(tree.value(node)).simplified();
    return value.size() > kTextShown ? value.left(kTextShown - 1) + QStringLiteral("…") : value;
}

QString nameBelow(const Uri& place, const Uri& uri)
{
    return uri == place ? QString::fromUtf8(uri.name())
                        : QString::fromUtf8(uri.text()).mid(static_cast<qsizetype>(place.text().size()) + 1);
}

/// "Addr: internet.old", one of them a line.
QString line(const Uri& place, const Uri& uri, const Tree& tree, NodeId node)
{
    const QString name = nameBelow(place, uri);
    return tree.isInterior(node) ? name : name + QStringLiteral(": ") + shownValue(tree, node);
}

QString joined(QStringList lines)
{
    const qsizetype all = lines.size();
    const auto most = static_cast<qsizetype>(kLinesShown);
    if (all > most) {
        lines = lines.mid(0, most);
        lines += QCoreApplication::translate("MoChange", "and %1 more").arg(all - most);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

std::string_view moFamily(std::string_view type)
{
    const std::size_t colon = type.rfind(':');
    if (colon == std::string_view::npos || colon + 1 == type.size())
        return type;
    const std::string_view version = type.substr(colon + 1);
    const bool digits =
        std::ranges::all_of(version, [](char letter) { return letter == '.' || (letter >= '0' && letter <= '9'); });
    return digits ? type.substr(0, colon) : type;
}

QString moName(const Tree& tree, NodeId mo)
{
    QString name = QString::fromUtf8(tree.title(mo));
    if (name.isEmpty())
        name = QString::fromUtf8(tree.leafValue(mo, "Name"));
    if (name.isEmpty())
        name = QString::fromUtf8(tree.name(mo));
    const QString kind = kindName(tree.type(mo));
    return kind.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, kind);
}

std::vector<MoEdit> editsFor(const Tree& device, NodeId node, const Tree& from, NodeId incoming)
{
    std::vector<MoEdit> edits;
    collect(device, node, from, incoming, edits);
    return edits;
}

Result<void> carryOut(TreeEditor& editor, const std::vector<MoEdit>& edits, const Tree& from)
{
    for (const MoEdit& edit : edits)
        if (auto done = carryOut(editor, edit, from); !done)
            return done;
    return {};
}

PromptChange promptChange(
    const Tree& device, const Uri& place, const Tree& from, NodeId incoming, const std::vector<MoEdit>& edits)
{
    PromptChange change;
    change.uri = place.text();
    change.what = moName(from, incoming);
    const NodeId there = device.find(place);
    change.kind = there == kNoNode ? PromptChange::Kind::Add : PromptChange::Kind::Replace;
    QStringList before;
    QStringList after;
    if (there == kNoNode) {
        for (const NodeId child : from.children(incoming))
            if (!from.isInterior(child))
                after += line(place, place.child(from.name(child)), from, child);
    } else {
        for (const MoEdit& edit : edits) {
            const NodeId old = device.find(edit.uri);
            if (old != kNoNode)
                before += line(place, edit.uri, device, old);
            if (edit.incoming != kNoNode)
                after += line(place, edit.uri, from, edit.incoming);
        }
    }
    change.before = joined(before);
    change.after = joined(after);
    return change;
}

} // namespace dmsc
