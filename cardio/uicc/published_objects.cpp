// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/published_objects.h"

#include "cardio/files/access_rule.h"
#include "cardio/files/pkcs15.h"
#include "cardio/session/node_rights.h"
#include "cardio/uicc/default_files.h"
#include "model/formats/tnds.h"

#include <algorithm>
#include <map>

namespace dmsc {

namespace {

constexpr std::uint16_t kAodf = 0x4301;
constexpr std::uint16_t kFirstDodf = 0x4401;
constexpr std::uint16_t kFirstObject = 0x4D01;
/// Files 4D01 to 4DFF and on to the end of this range of numbers.
constexpr std::size_t kMaxObjects = 0x5000 - kFirstObject;

/// By which private objects name PIN 1.
constexpr std::uint8_t kAuthIdOfPin1 = 0x01;

struct Object
{
    QString label;
    QString type;
    Bytes content;
    bool isPrivate = false;
};

/// What ACLs and the policy let be published.
struct Filter
{
    NodeRights acls;
    const ReadersOf* readers = nullptr;

    [[nodiscard]] Readers readersOf(NodeId node) const { return *readers ? (*readers)(node) : Readers::All; }
    [[nodiscard]] bool lets(NodeId node) const
    {
        return acls.allows(node, AclCommand::Get) && readersOf(node) != Readers::Nobody;
    }
};

Bytes pathTo(std::uint16_t number)
{
    return {0x3F, 0x00, 0x50, 0x15, static_cast<std::uint8_t>(number >> 8U), static_cast<std::uint8_t>(number & 0xFFU)};
}

/// Interior nodes with a Type, the outermost of each branch.
void collect(const Tree& tree, NodeId node, const Filter& filter, std::vector<NodeId>& roots)
{
    for (const NodeId child : tree.children(node)) {
        if (!tree.isInterior(child))
            continue;
        if (tree.type(child).empty())
            collect(tree, child, filter, roots);
        else if (filter.lets(child))
            roots.push_back(child);
    }
}

// Recursion goes as deep as a tree does, 128 levels.
bool keepsFromSome(const Tree& tree, NodeId node, const Filter& filter)
{
    if (!filter.lets(node))
        return false;
    const auto children = tree.children(node);
    return filter.readersOf(node) == Readers::Some || std::any_of(children.begin(), children.end(), [&](NodeId below) {
        return keepsFromSome(tree, below, filter);
    });
}

Bytes documentOf(const Tree& tree, NodeId root, const Filter& filter)
{
    TndsWriteOptions options;
    options.lines = false;
    options.prolog = false;
    options.readable = [&filter](const Tree&, NodeId node) { return filter.lets(node); };
    auto document = writeTndsXml(tree, root, options);
    if (!document)
        document = writeTndsWbxml(tree, root, options);
    return document.value_or(Bytes{});
}

std::vector<Object> objectsOf(const Tree& tree, const ReadersOf& readers)
{
    // Nobody's name: what is left is what all may do.
    const Filter filter{NodeRights(tree, "*"), &readers};
    std::vector<NodeId> roots;
    collect(tree, Tree::root(), filter, roots);
    std::map<std::string_view, int> names;
    for (const NodeId root : roots)
        ++names[tree.name(root)];
    std::vector<Object> objects;
    for (const NodeId root : roots) {
        const Bytes document = documentOf(tree, root, filter);
        const bool isPrivate = readers && keepsFromSome(tree, root, filter);
        const QString label =
            names[tree.name(root)] == 1 ? QString::fromUtf8(tree.name(root)) : QString::fromUtf8(tree.uri(root).text());
        const std::size_t parts = std::max<std::size_t>(1, (document.size() + kMaxDataObject - 1) / kMaxDataObject);
        for (std::size_t i = 0; i < parts; ++i) {
            const auto from = document.begin() + static_cast<std::ptrdiff_t>(i * kMaxDataObject);
            const std::size_t size = std::min(kMaxDataObject, document.size() - i * kMaxDataObject);
            objects.push_back({parts == 1 ? label : QStringLiteral("%1 %2/%3").arg(label).arg(i + 1).arg(parts),
                QString::fromUtf8(tree.type(root)), Bytes(from, from + static_cast<std::ptrdiff_t>(size)), isPrivate});
        }
    }
    if (objects.size() > kMaxObjects)
        objects.resize(kMaxObjects);
    return objects;
}

/// EF.DODF, and a further one whenever it would get too long to be read; at least one.
std::vector<Bytes> directoriesOf(const std::vector<pkcs15::DataObject>& entries)
{
    std::vector<Bytes> files(1);
    for (const pkcs15::DataObject& entry : entries) {
        const Bytes coded = pkcs15::writeDodf({entry});
        if (files.back().size() + coded.size() > kMaxDataObject)
            files.emplace_back();
        files.back().insert(files.back().end(), coded.begin(), coded.end());
    }
    return files;
}

/// EF.AODF: PIN 1, which opens the private ones.
Bytes pinDirectory()
{
    pkcs15::PinObject pin;
    pin.label = QStringLiteral("PIN 1");
    pin.authId = {kAuthIdOfPin1};
    pin.reference = static_cast<std::uint8_t>(KeyReference::Pin1);
    pin.minLength = 4;
    pin.storedLength = 8;
    pin.canBeDisabled = true;
    pin.path = {0x3F, 0x00};
    return pkcs15::writeAodf({pin});
}

Bytes tokenInfo(const std::string& iccid)
{
    pkcs15::TokenInfo info;
    info.serial = digitsOf(iccid);
    info.manufacturer = QStringLiteral("DM workbench");
    info.label = QStringLiteral("OMA MO store");
    info.flags = {0x04, 0x20}; // prnGeneration
    return pkcs15::writeTokenInfo(info);
}

} // namespace

Bytes publicationAid()
{
    return {pkcs15::kAid.begin(), pkcs15::kAid.end()};
}

std::vector<PublishedFile> publishedFiles(const Tree& tree, const std::string& iccid, const ReadersOf& readers)
{
    std::vector<pkcs15::DataObject> entries;
    std::vector<PublishedFile> files;
    std::uint16_t number = kFirstObject;
    for (Object& object : objectsOf(tree, readers)) {
        pkcs15::DataObject entry;
        entry.label = object.label;
        entry.isPrivate = object.isPrivate;
        if (object.isPrivate)
            entry.authId = {kAuthIdOfPin1};
        entry.applicationName = object.type;
        // 2.23.43.1, below WAP's arc, and a number that is this object's alone.
        entry.applicationOid =
            pkcs15::oidOf(QStringLiteral("2.23.43.1.%1").arg(number - kFirstObject + 1)).value_or(Bytes{});
        entry.path.file = pathTo(number);
        entry.path.index = 0;
        entry.path.length = static_cast<std::uint32_t>(object.content.size());
        entries.push_back(std::move(entry));
        files.push_back({number++, std::move(object.content), object.isPrivate});
    }
    std::vector<pkcs15::Directory> directories;
    for (Bytes& content : directoriesOf(entries)) {
        const auto file = static_cast<std::uint16_t>(kFirstDodf + directories.size());
        pkcs15::Directory directory;
        directory.path.file = pathTo(file);
        directories.push_back(std::move(directory));
        files.push_back({file, std::move(content), false});
    }
    directories.push_back({pkcs15::Kind::AuthObjects, {pathTo(kAodf), {}, {}}});
    files.push_back({kAodf, pinDirectory(), false});
    files.push_back({pkcs15::kOdfFile, pkcs15::writeOdf(directories), false});
    files.push_back({pkcs15::kTokenInfoFile, tokenInfo(iccid), false});
    return files;
}

} // namespace dmsc
