// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/mo_codec.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <span>

namespace dmsc {

namespace {

constexpr std::size_t kMaxNodes = 20'000; // of a hostile file; a real one has some dozens
constexpr std::uint8_t kNoMoreBytes = 0xFF;

tl::unexpected<Error> syntax(const QString& what, std::size_t offset)
{
    return fail(ErrorKind::Syntax, what, QCoreApplication::translate("Lwm2m", "file offset %1").arg(offset));
}

enum class ValueKind : std::uint8_t { Opaque, String, Integer, Boolean, Link, Secret };

/// A resource as the LwM2M registry has it.
struct Resource
{
    std::uint16_t id = 0;
    std::string_view name;
    ValueKind kind = ValueKind::Opaque;
};

constexpr std::array kSecurity = {Resource{0, "ServerURI", ValueKind::String},
    Resource{1, "BootstrapServer", ValueKind::Boolean}, Resource{2, "SecurityMode", ValueKind::Integer},
    Resource{3, "PublicKeyOrIdentity"}, Resource{4, "ServerPublicKey"}, Resource{5, "SecretKey", ValueKind::Secret},
    Resource{6, "SMSSecurityMode", ValueKind::Integer}, Resource{7, "SMSKeyParameters"},
    Resource{8, "SMSSecretKeys", ValueKind::Secret}, Resource{9, "SMSNumber", ValueKind::String},
    Resource{10, "ShortServerID", ValueKind::Integer}, Resource{11, "ClientHoldOffTime", ValueKind::Integer},
    Resource{12, "BootstrapAccountTimeout", ValueKind::Integer}, Resource{13, "MatchingType", ValueKind::Integer},
    Resource{14, "SNI", ValueKind::String}, Resource{15, "CertificateUsage", ValueKind::Integer},
    Resource{16, "Ciphersuite", ValueKind::Integer}, Resource{17, "OSCORE", ValueKind::Link}};
constexpr std::array kServer = {Resource{0, "ShortServerID", ValueKind::Integer},
    Resource{1, "Lifetime", ValueKind::Integer}, Resource{2, "DefaultMinimumPeriod", ValueKind::Integer},
    Resource{3, "DefaultMaximumPeriod", ValueKind::Integer}, Resource{5, "DisableTimeout", ValueKind::Integer},
    Resource{6, "NotificationStoring", ValueKind::Boolean}, Resource{7, "Binding", ValueKind::String},
    Resource{10, "APNLink", ValueKind::Link}};
constexpr std::array kAccessControl = {Resource{0, "ObjectID", ValueKind::Integer},
    Resource{1, "ObjectInstanceID", ValueKind::Integer}, Resource{2, "ACL", ValueKind::Integer},
    Resource{3, "Owner", ValueKind::Integer}};
constexpr std::array kOscore = {Resource{0, "MasterSecret", ValueKind::Secret}, Resource{1, "SenderID"},
    Resource{2, "RecipientID"}, Resource{3, "AEADAlgorithm", ValueKind::Integer},
    Resource{4, "HMACAlgorithm", ValueKind::Integer}, Resource{5, "MasterSalt", ValueKind::Secret},
    Resource{6, "IDContext"}};

struct Object
{
    std::uint16_t id = 0;
    std::string_view name;
    std::span<const Resource> resources;
};
constexpr std::array kObjects = {Object{0, "Security", kSecurity}, Object{1, "Server", kServer},
    Object{2, "AccessControl", kAccessControl}, Object{21, "OSCORE", kOscore}};

std::int64_t signedIn(ByteView bytes)
{
    std::uint64_t number = (bytes[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (const std::uint8_t byte : bytes)
        number = (number << 8U) | byte;
    return static_cast<std::int64_t>(number);
}

void setValue(NodeData& leaf, ValueKind kind, ByteView value)
{
    leaf.format = Format::Bin;
    leaf.value.assign(value.begin(), value.end());
    if (kind == ValueKind::Secret)
        leaf.type = kSecretType;
    const QUtf8StringView text(leaf.value.data(), static_cast<qsizetype>(leaf.value.size()));
    if (kind == ValueKind::String && text.isValidUtf8() && leaf.value.find('\0') == std::string::npos) {
        leaf.format = Format::Chr;
    } else if (kind == ValueKind::Boolean && value.size() == 1 && value[0] <= 1) {
        leaf.format = Format::Bool;
        leaf.value = value[0] == 1 ? "true" : "false";
    } else if (kind == ValueKind::Integer && (value.size() == 1 || value.size() == 2 || value.size() == 4)) {
        leaf.format = Format::Int;
        leaf.value = std::to_string(signedIn(value));
    } else if (kind == ValueKind::Link && value.size() == 4) {
        leaf.format = Format::Chr;
        leaf.value = std::to_string(numberFrom(value.first(2))) + ":" + std::to_string(numberFrom(value.subspan(2)));
    }
}

/// LwM2M's own TLV (OMA LwM2M core 7.4.5); no relation to BER.
enum class Level : std::uint8_t { ObjectInstance, ResourceInstance, MultipleResource, Resource };
struct Item
{
    Level level = Level::Resource;
    std::uint16_t id = 0;
    ByteView value;
    std::size_t offset = 0; ///< of the value in the file
};

class Reader
{
public:
    Reader(ByteView bytes, std::size_t base)
        : m_bytes(bytes)
        , m_base(base)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

    [[nodiscard]] Result<std::uint32_t> number(std::size_t size)
    {
        if (size > m_bytes.size() - m_at)
            return syntax(QCoreApplication::translate("Lwm2m", "%1 more bytes were expected").arg(size), m_base + m_at);
        const auto value = static_cast<std::uint32_t>(numberFrom(m_bytes.subspan(m_at, size)));
        m_at += size;
        return value;
    }

    [[nodiscard]] Result<ByteView> take(std::size_t size)
    {
        if (size > m_bytes.size() - m_at)
            return syntax(QCoreApplication::translate("Lwm2m", "%1 bytes are announced, %2 are left")
                              .arg(size)
                              .arg(m_bytes.size() - m_at),
                m_base + m_at);
        const ByteView taken = m_bytes.subspan(m_at, size);
        m_at += size;
        return taken;
    }

    [[nodiscard]] std::size_t offset() const { return m_base + m_at; }

    [[nodiscard]] Result<Item> item()
    {
        const auto type = number(1);
        if (!type)
            return tl::unexpected(type.error());
        Item item;
        item.level = static_cast<Level>(*type >> 6U);
        const auto id = number((*type & 0x20U) != 0 ? 2 : 1);
        if (!id)
            return tl::unexpected(id.error());
        item.id = static_cast<std::uint16_t>(*id);
        const std::size_t lengthSize = (*type >> 3U) & 3U;
        std::size_t length = *type & 7U;
        if (lengthSize != 0) {
            const auto announced = number(lengthSize);
            if (!announced)
                return tl::unexpected(announced.error());
            length = *announced;
        }
        item.offset = offset();
        const auto value = take(length);
        if (!value)
            return tl::unexpected(value.error());
        item.value = *value;
        return item;
    }

private:
    ByteView m_bytes;
    std::size_t m_base;
    std::size_t m_at = 0;
};

class Decoder
{
public:
    Decoder(Tree& tree, NodeId root)
        : m_tree(tree)
        , m_root(root)
    {
    }

    Result<void> run(ByteView content)
    {
        if (content.size() < 4 || std::all_of(content.begin(), content.end(), [](auto b) { return b == kNoMoreBytes; }))
            return {};
        Reader head(content, 0);
        const auto count = head.number(2);
        const auto size = head.number(2);
        const auto body = head.take(*size);
        if (!body)
            return tl::unexpected(body.error());
        Reader objects(*body, head.offset() - body->size());
        for (std::uint32_t i = 0; i < *count; ++i)
            if (auto read = object(objects); !read)
                return read;
        return {};
    }

private:
    Result<void> object(Reader& reader)
    {
        const auto id = reader.number(2);
        if (!id)
            return tl::unexpected(id.error());
        const auto major = reader.number(1);
        if (!major)
            return tl::unexpected(major.error());
        std::uint32_t minor = 0;
        if (*major != 0) { // one byte 00: the enabler's version; else major and minor
            const auto second = reader.number(1);
            if (!second)
                return tl::unexpected(second.error());
            minor = *second;
        }
        const auto size = reader.number(2);
        if (!size)
            return tl::unexpected(size.error());
        const auto body = reader.take(*size);
        if (!body)
            return tl::unexpected(body.error());

        const auto known = std::find_if(kObjects.begin(), kObjects.end(), [&](const Object& o) { return o.id == *id; });
        NodeData data;
        data.name = known == kObjects.end() ? std::to_string(*id) : std::string(known->name);
        data.type = "urn:oma:lwm2m:oma:" + std::to_string(*id);
        if (*major != 0)
            data.type += ":" + std::to_string(*major) + "." + std::to_string(minor);
        const auto node = add(m_root, std::move(data));
        if (!node)
            return tl::unexpected(node.error());
        m_resources = known == kObjects.end() ? std::span<const Resource>() : known->resources;
        return items(Reader(*body, reader.offset() - body->size()), *node, Level::ObjectInstance, nullptr);
    }

    /// The items of one level below `parent`. Objects of one instance may leave the level out.
    Result<void> items(Reader reader, NodeId parent, Level level, const Resource* of)
    {
        while (!reader.atEnd()) {
            const auto item = reader.item();
            if (!item)
                return tl::unexpected(item.error());
            const bool inInstance = level == Level::ResourceInstance;
            if (inInstance != (item->level == Level::ResourceInstance)
                || (item->level == Level::ObjectInstance && level != Level::ObjectInstance))
                return syntax(
                    QCoreApplication::translate("Lwm2m", "an item of another level was expected"), item->offset);
            if (auto added = addItem(*item, parent, of); !added)
                return added;
        }
        return {};
    }

    Result<void> addItem(const Item& item, NodeId parent, const Resource* of)
    {
        const bool isInstance = item.level == Level::ObjectInstance || item.level == Level::ResourceInstance;
        const Resource* resource = isInstance ? of : find(item.id);
        NodeData data;
        data.name = resource && !isInstance ? std::string(resource->name) : std::to_string(item.id);
        const bool interior = item.level == Level::ObjectInstance || item.level == Level::MultipleResource;
        if (!interior)
            setValue(data, resource ? resource->kind : ValueKind::Opaque, item.value);
        const auto node = add(parent, std::move(data));
        if (!node)
            return tl::unexpected(node.error());
        if (!interior)
            return {};
        return items(Reader(item.value, item.offset), *node,
            item.level == Level::ObjectInstance ? Level::Resource : Level::ResourceInstance, resource);
    }

    [[nodiscard]] const Resource* find(std::uint16_t id) const
    {
        const auto found =
            std::find_if(m_resources.begin(), m_resources.end(), [id](const Resource& r) { return r.id == id; });
        return found == m_resources.end() ? nullptr : &*found;
    }

    Result<NodeId> add(NodeId parent, NodeData data)
    {
        if (++m_nodes > kMaxNodes)
            return fail(ErrorKind::Limit,
                QCoreApplication::translate("Lwm2m", "the bootstrap information has more than %1 items")
                    .arg(kMaxNodes));
        data.name = freeName(m_tree, parent, data.name);
        return m_tree.add(parent, data);
    }

    Tree& m_tree;
    NodeId m_root;
    std::span<const Resource> m_resources;
    std::size_t m_nodes = 0;
};

Result<MoCodec::Findings> decodeLwm2m(ByteView content, Tree& tree, NodeId root)
{
    if (auto read = Decoder(tree, root).run(content); !read)
        return tl::unexpected(read.error());
    return MoCodec::Findings{};
}

} // namespace

MoCodec lwm2mBootstrapCodec()
{
    return {decodeLwm2m, nullptr, true};
}

} // namespace dmsc
