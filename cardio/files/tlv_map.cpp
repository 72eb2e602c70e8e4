// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/tlv_map.h"

#include "cardio/files/tlv_file.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>
#include <QUtf8StringView>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace dmsc {

namespace {

constexpr std::string_view kExt = "Ext";
constexpr std::size_t kMaxNumberSize = 3; // 24 bits fit a Format int

QString whereOf(const Tree& tree, NodeId node)
{
    return QString::fromStdString(tree.uri(node).text());
}

bool isText(ByteView bytes)
{
    const bool printable = std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t c) { return c >= 0x20; });
    return printable
        && QUtf8StringView(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
               .isValidUtf8();
}

/// An object as it stands, and the node that it is.
struct Slot
{
    Tlv tlv;
    const TlvField* field = nullptr; ///< nullptr: a leaf below Ext
    std::string name;
};

bool fits(const TlvField& field, ByteView value)
{
    return field.kind != TlvField::Kind::Number || (value.size() == field.size && numberFrom(value) <= field.max);
}

std::string hexName(TlvTag tag)
{
    return tagText(tag).toStdString();
}

/// Names are given in the order of the objects, the same ones whenever the bytes are the same.
Result<std::vector<Slot>> slotsOf(std::span<const TlvField> fields, ByteView content)
{
    const auto read = parseTlvFile(content);
    if (!read)
        return tl::unexpected(read.error());
    std::vector<Slot> slots;
    std::set<std::pair<bool, std::string>> taken;
    for (const Tlv& tlv : read->objects) {
        Slot slot{tlv, nullptr, {}};
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&tlv](const TlvField& f) { return tlvTag(f.tag) == tlv.tag; });
        if (field != fields.end() && fits(*field, tlv.value))
            slot.field = &*field;
        const std::string base = slot.field ? std::string(field->name) : hexName(tlv.tag);
        slot.name = base;
        for (int n = 2; !taken.emplace(slot.field != nullptr, slot.name).second; ++n)
            slot.name = base + '-' + std::to_string(n);
        slots.push_back(std::move(slot));
    }
    return slots;
}

NodeData leafFor(const TlvField* field, std::string name, ByteView value)
{
    NodeData leaf;
    leaf.name = std::move(name);
    leaf.format = Format::Bin;
    const bool number = field
        && (field->kind == TlvField::Kind::Number
            || (field->kind == TlvField::Kind::Octets && !value.empty() && value.size() <= kMaxNumberSize));
    if (number) {
        leaf.format = Format::Int;
        leaf.value = std::to_string(numberFrom(value));
        return leaf;
    }
    if (field && field->kind == TlvField::Kind::Text && isText(value))
        leaf.format = Format::Chr;
    leaf.value = textOf(value);
    return leaf;
}

/// "1", or "true" as a leaf of Format bool has it.
std::optional<std::uint32_t> numberOfText(std::string_view text)
{
    if (text == "true" || text == "false")
        return text == "true" ? 1U : 0U;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

Bytes bytesOf(std::uint32_t number, std::size_t size)
{
    Bytes out;
    for (std::size_t i = size; i > 0; --i)
        out.push_back(static_cast<std::uint8_t>((number >> (8 * (i - 1))) & 0xFFU));
    return out;
}

Result<Bytes> encodeNumber(const Tree& tree, NodeId node, std::size_t size, std::uint32_t max)
{
    const auto number = numberOfText(tree.value(node));
    if (!number || *number > max)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("TlvMap", "a number from 0 to %1 was expected, not \"%2\"")
                .arg(max)
                .arg(QString::fromUtf8(tree.value(node).data(), static_cast<qsizetype>(tree.value(node).size()))),
            whereOf(tree, node));
    return bytesOf(*number, size);
}

/// The value of an object; `before` is what it was, empty for a new one.
Result<Bytes> encodeValue(const TlvField* field, ByteView before, const Tree& tree, NodeId node)
{
    const bool group = field && field->kind == TlvField::Kind::Group;
    if (group != tree.isInterior(node))
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("TlvMap", "the file has no place for this node"),
            whereOf(tree, node));
    if (group) {
        auto inner = encodeTlvs(field->fields, before, tree, node);
        const auto old = parseTlvFile(before);
        if (inner && old)
            inner->insert(inner->end(), before.begin() + static_cast<std::ptrdiff_t>(old->used), before.end());
        return inner;
    }
    if (field && field->kind == TlvField::Kind::Number)
        return encodeNumber(tree, node, field->size, field->max);
    if (field && field->kind == TlvField::Kind::Octets && !isBinary(tree.format(node))) {
        const std::size_t size = before.empty() || before.size() > kMaxNumberSize ? 1 : before.size();
        return encodeNumber(tree, node, size, (1U << (8U * static_cast<unsigned>(size))) - 1);
    }
    return Bytes(viewOf(tree.value(node)).begin(), viewOf(tree.value(node)).end());
}

class Encoder
{
public:
    Encoder(std::span<const TlvField> fields, const Tree& tree, NodeId node)
        : m_fields(fields)
        , m_tree(tree)
        , m_node(node)
        , m_ext(tree.child(node, kExt))
    {
    }

    Result<Bytes> run(ByteView before)
    {
        const auto slots = slotsOf(m_fields, before);
        if (!slots)
            return tl::unexpected(slots.error());
        for (const Slot& slot : *slots)
            if (auto kept = keep(slot, before); !kept)
                return tl::unexpected(kept.error());
        if (auto added = addNew(); !added)
            return tl::unexpected(added.error());
        return recounted(*slots);
    }

private:
    Result<void> keep(const Slot& slot, ByteView before)
    {
        const std::size_t end = slot.tlv.valueOffset + slot.tlv.value.size();
        const ByteView whole = before.subspan(slot.tlv.offset, end - slot.tlv.offset);
        if (slot.field && slot.field->kind == TlvField::Kind::Count) {
            m_out.insert(m_out.end(), whole.begin(), whole.end());
            return {};
        }
        const NodeId parent = slot.field ? m_node : m_ext;
        const NodeId child = parent == kNoNode ? kNoNode : m_tree.child(parent, slot.name);
        if (child == kNoNode)
            return {};
        m_done.insert(index(child));
        const auto value = encodeValue(slot.field, slot.tlv.value, m_tree, child);
        if (!value)
            return tl::unexpected(value.error());
        if (std::equal(value->begin(), value->end(), slot.tlv.value.begin(), slot.tlv.value.end()))
            m_out.insert(m_out.end(), whole.begin(), whole.end()); // with its length as it was written
        else
            put(slot.tlv.tag, *value);
        return {};
    }

    Result<void> addNew()
    {
        for (const TlvField& field : m_fields)
            for (const NodeId child : m_tree.children(m_node))
                if (!m_done.contains(index(child)) && isNamedAfter(child, field.name))
                    if (auto added = add(tlvTag(field.tag), &field, child); !added)
                        return added;
        for (const NodeId child : m_tree.children(m_node))
            if (child != m_ext && !m_done.contains(index(child)))
                return noPlace(child);
        if (m_ext == kNoNode)
            return {};
        for (const NodeId child : m_tree.children(m_ext)) {
            if (m_done.contains(index(child)))
                continue;
            const std::string_view name = m_tree.name(child);
            const auto tag = fromHex(QString::fromStdString(std::string(name.substr(0, name.find('-')))));
            if (!tag || tag->empty() || tag->size() > 3 || m_tree.isInterior(child))
                return noPlace(child);
            if (auto added = add(tlvTag(static_cast<std::uint32_t>(numberFrom(*tag))), nullptr, child); !added)
                return added;
        }
        return {};
    }

    Result<void> add(TlvTag tag, const TlvField* field, NodeId child)
    {
        m_done.insert(index(child));
        const auto value = encodeValue(field, {}, m_tree, child);
        if (!value)
            return tl::unexpected(value.error());
        put(tag, *value);
        return {};
    }

    void put(TlvTag tag, ByteView value)
    {
        const Bytes bytes = TlvWriter().add(tag, value).take();
        m_out.insert(m_out.end(), bytes.begin(), bytes.end());
    }

    [[nodiscard]] bool isNamedAfter(NodeId child, std::string_view name) const
    {
        const std::string_view own = m_tree.name(child);
        return own == name || (own.starts_with(name) && own.substr(name.size()).starts_with('-'));
    }

    [[nodiscard]] tl::unexpected<Error> noPlace(NodeId child) const
    {
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("TlvMap", "the file has no place for this node"),
            whereOf(m_tree, child));
    }

    /// What was written, with the counter told how many there are now, where their number has changed.
    [[nodiscard]] Result<Bytes> recounted(const std::vector<Slot>& before) const
    {
        const auto counter = std::find_if(m_fields.begin(), m_fields.end(),
            [](const TlvField& field) { return field.kind == TlvField::Kind::Count; });
        if (counter == m_fields.end())
            return m_out;
        const auto read = parseTlvFile(m_out);
        if (!read)
            return tl::unexpected(read.error());
        const TlvTag counted = tlvTag(counter->counted);
        const auto now = std::count_if(
            read->objects.begin(), read->objects.end(), [counted](const Tlv& tlv) { return tlv.tag == counted; });
        const auto then = std::count_if(
            before.begin(), before.end(), [counted](const Slot& slot) { return slot.tlv.tag == counted; });
        const auto object = findTlv(read->objects, tlvTag(counter->tag));
        if (now == then || !object || object->value.empty() || object->value.size() > kMaxNumberSize)
            return m_out;
        return replaceValue(m_out, {*object}, bytesOf(static_cast<std::uint32_t>(now), object->value.size()));
    }

    std::span<const TlvField> m_fields;
    const Tree& m_tree;
    NodeId m_node;
    NodeId m_ext;
    Bytes m_out;
    std::set<std::uint32_t> m_done;
};

} // namespace

std::string freeName(const Tree& tree, NodeId parent, const std::string& name)
{
    std::string wanted = name;
    for (int n = 2; tree.child(parent, wanted) != kNoNode; ++n)
        wanted = name + '-' + std::to_string(n);
    return wanted;
}

Result<void> decodeTlvs(std::span<const TlvField> fields, ByteView content, Tree& tree, NodeId node)
{
    const auto slots = slotsOf(fields, content);
    if (!slots)
        return tl::unexpected(slots.error());
    NodeId ext = kNoNode;
    for (const Slot& slot : *slots) {
        if (slot.field && slot.field->kind == TlvField::Kind::Count)
            continue;
        const bool group = slot.field && slot.field->kind == TlvField::Kind::Group;
        if (!slot.field && ext == kNoNode) {
            NodeData data;
            data.name = kExt;
            const auto added = tree.add(node, data);
            if (!added)
                return tl::unexpected(added.error());
            ext = *added;
        }
        NodeData data = group ? NodeData{} : leafFor(slot.field, slot.name, slot.tlv.value);
        data.name = slot.name;
        if (slot.field && slot.field->secret)
            data.type = kSecretType;
        const auto added = tree.add(slot.field ? node : ext, data);
        if (!added)
            return tl::unexpected(added.error());
        if (group)
            if (auto inner = decodeTlvs(slot.field->fields, slot.tlv.value, tree, *added); !inner)
                return inner;
    }
    return {};
}

Result<Bytes> encodeTlvs(std::span<const TlvField> fields, ByteView before, const Tree& tree, NodeId node)
{
    return Encoder(fields, tree, node).run(before);
}

} // namespace dmsc
