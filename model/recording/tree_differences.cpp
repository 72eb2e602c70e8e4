// SPDX-License-Identifier: Apache-2.0
#include "model/recording/tree_differences.h"

#include "model/byte_array.h"
#include "model/compare/diff.h"
#include "model/formats/tnds.h"

#include <algorithm>

namespace dmsc {

namespace {

/// A longer value is shown by its beginning, as fields are.
constexpr qsizetype kMostShown = 64;
/// Version, public id and its text, character set and string table of a TNDS document are shorter.
constexpr std::uint32_t kMostHeader = 96;

QByteArrayView partOf(const TreeField& field, RecordPart part)
{
    return part == RecordPart::Request ? field.row.request : field.row.response;
}

ByteView bytesOf(const TreeField& field, const ByteRange& range)
{
    const QByteArrayView part = partOf(field, range.part);
    const auto from = std::min<qsizetype>(range.offset, part.size());
    const QByteArrayView bytes = part.sliced(from, std::min<qsizetype>(range.length, part.size() - from));
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size())};
}

/// A MgmtTree that begins a document of its own has that document's header right before it.
std::optional<ByteRange> documentOfItsOwn(const TreeField& field)
{
    const ByteRange& element = field.element->bytes;
    for (std::uint32_t header = 4; header <= std::min(kMostHeader, element.offset); ++header) {
        // To the end of the message: a long element's field may end early, and the reader stops at its END.
        ByteRange range{element.part, element.offset - header, 0};
        range.length = static_cast<std::uint32_t>(partOf(field, element.part).size()) - range.offset;
        if (!wbxml::isWbxml(bytesOf(field, range)))
            continue;
        const auto reader = wbxml::Reader::open(bytesOf(field, range));
        if (reader && reader->header().length == header)
            return range;
    }
    return std::nullopt;
}

/// The WBXML document that the element lies in.
std::optional<ByteRange> documentAround(const TreeField& field)
{
    if (const auto own = documentOfItsOwn(field))
        return own;
    const auto inner = std::find_if(field.above.rbegin(), field.above.rend(),
        [&field](const Field* one) { return wbxml::isWbxml(bytesOf(field, one->bytes)); });
    return inner == field.above.rend() ? std::nullopt : std::optional((*inner)->bytes);
}

/// A description says more than a tree does.
std::optional<Tree> treeFrom(Result<MgmtTreeContent> content)
{
    return content && !content->description ? std::optional(std::move(content->tree)) : std::nullopt;
}

std::optional<Tree> readWbxml(const TreeField& field, const MgmtTreeReadOptions& options)
{
    const std::optional<ByteRange> document = documentAround(field);
    if (!document)
        return std::nullopt;
    const std::size_t wanted = field.element->bytes.offset - document->offset;
    auto reader = wbxml::Reader::open(bytesOf(field, *document));
    while (reader && reader->offset() <= wanted) {
        const auto event = reader->next();
        if (!event || event->kind == wbxml::Event::Kind::EndDocument)
            return std::nullopt;
        if (event->kind == wbxml::Event::Kind::Start && event->tag == wbxml::Tag::DdfMgmtTree
            && event->offset == wanted)
            return treeFrom(readMgmtTreeElement(*reader, options));
    }
    return std::nullopt;
}

std::optional<Tree> readTree(const TreeField& field)
{
    MgmtTreeReadOptions options;
    options.nameForUnnamedTop = "top";
    const ByteView bytes = bytesOf(field, field.element->bytes);
    return textOf(bytes).starts_with('<') ? treeFrom(readMgmtTreeXml(bytes, options)) : readWbxml(field, options);
}

const Field* childNamed(const Field& field, QLatin1String name)
{
    const auto found = std::ranges::find(field.children, name, &Field::name);
    return found == field.children.end() ? nullptr : &*found;
}

const Field* nodeBelow(const Field& field, std::span<const std::string_view> names)
{
    if (names.empty())
        return &field;
    const QString wanted = QString::fromUtf8(names.front());
    for (const Field& child : field.children)
        if (child.name == QLatin1String("Node") && child.value == wanted)
            if (const Field* found = nodeBelow(child, names.subspan(1)))
                return found;
    return nullptr;
}

/// The Node of a URI; the first segments may come from the top Node's Path.
const Field* nodeAt(const Field& tree, const Uri& uri)
{
    const std::vector<std::string_view> names = uri.segments();
    for (std::size_t path = 0; path < names.size(); ++path)
        if (const Field* found = nodeBelow(tree, std::span(names).subspan(path)))
            return found;
    return nullptr;
}

/// One side of a difference.
struct Told
{
    QString text;
    ByteRange bytes;
};

Told tell(const TreeField& field, const Tree& tree, NodeId id, const Difference& difference)
{
    if (id == kNoNode)
        return {};
    const std::string raw =
        difference.kind == Operation::Kind::Replace ? textOf(difference, tree, id) : std::string(tree.value(id));
    Told told{plainText({raw.data(), static_cast<qsizetype>(raw.size())}, kMostShown), field.element->bytes};
    const Field* node = nodeAt(*field.element, tree.uri(id));
    if (node == nullptr)
        return told;
    const bool isValue = difference.kind != Operation::Kind::Replace || difference.property == Property::Value;
    const Field* value = isValue ? childNamed(*node, QLatin1String("Value")) : nullptr;
    told.bytes = value != nullptr ? value->bytes : node->bytes;
    return told;
}

FieldDifference tell(const QString& path, const Difference& one, const TreeField& left, const Tree& leftTree,
    const TreeField& right, const Tree& rightTree)
{
    FieldDifference told;
    told.path = path + QLatin1Char('/') + QString::fromStdString(uriOf(one, leftTree, rightTree).text());
    if (one.kind == Operation::Kind::Replace && one.property != Property::Value)
        told.path += QLatin1String("?prop=") + QString::fromUtf8(propertyName(one.property));
    told.state = one.kind == Operation::Kind::Add ? Agreement::OnlyRight
        : one.kind == Operation::Kind::Delete     ? Agreement::OnlyLeft
                                                  : Agreement::Differs;
    Told atLeft = tell(left, leftTree, one.left, one);
    Told atRight = tell(right, rightTree, one.right, one);
    told.left = std::move(atLeft.text);
    told.leftBytes = atLeft.bytes;
    told.right = std::move(atRight.text);
    told.rightBytes = atRight.bytes;
    return told;
}

} // namespace

std::optional<std::vector<FieldDifference>> treeDifferences(
    const QString& path, const TreeField& left, const TreeField& right)
{
    const auto leftTree = readTree(left);
    const auto rightTree = readTree(right);
    if (!leftTree || !rightTree)
        return std::nullopt;
    DiffOptions options;
    options.matchMos = false; // in a document a node is where it is said to be
    options.findRenames = false;
    std::vector<FieldDifference> found;
    const std::vector<Difference> differences = diff(*leftTree, *rightTree, options);
    found.reserve(differences.size());
    for (const Difference& one : differences)
        found.push_back(tell(path, one, left, *leftTree, right, *rightTree));
    return found;
}

} // namespace dmsc
