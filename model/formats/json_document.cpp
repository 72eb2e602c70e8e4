// SPDX-License-Identifier: Apache-2.0
#include "model/formats/json_document.h"

#include "model/formats/text_tools.h"
#include "model/tree/limits.h"
#include "model/tree/tree_builder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <optional>

namespace dmsc {

namespace {

bool hasProperties(const Tree& tree, NodeId id)
{
    return !tree.type(id).empty() || !tree.acl(id).empty() || !tree.title(id).empty() || !tree.tstamp(id).empty()
        || tree.verNo(id).has_value();
}

/// URI texts compare with '/' (2F) between a node's name and what is below it, so `A-B` (2D) comes between `A` and
/// `A/x`: the children of A wait until the siblings that sort before `A/` are through.
class UriOrder
{
public:
    UriOrder(const Tree& tree, const std::function<bool(NodeId)>& visit)
        : m_tree(tree)
        , m_visit(visit)
    {
    }

    bool below(NodeId id)
    {
        std::vector<NodeId> waiting;
        for (const NodeId child : m_tree.children(id)) {
            while (!waiting.empty() && endsBefore(waiting.back(), child)) {
                const NodeId done = waiting.back();
                waiting.pop_back();
                if (!below(done))
                    return false;
            }
            if (!m_visit(child))
                return false;
            if (!m_tree.children(child).empty())
                waiting.push_back(child);
        }
        for (; !waiting.empty(); waiting.pop_back()) {
            if (!below(waiting.back()))
                return false;
        }
        return true;
    }

private:
    /// Everything below `node` sorts before its later sibling.
    [[nodiscard]] bool endsBefore(NodeId node, NodeId sibling) const
    {
        const std::string_view name = m_tree.name(node);
        const std::string_view next = m_tree.name(sibling);
        return !next.starts_with(name) || static_cast<unsigned char>(next[name.size()]) > '/';
    }

    const Tree& m_tree;
    const std::function<bool(NodeId)>& m_visit;
};

class JsonOut
{
public:
    explicit JsonOut(std::string& out)
        : m_out(out)
    {
    }

    void member(std::string_view name, std::string_view text)
    {
        m_out.append(",\"").append(name).append("\":");
        appendJsonString(m_out, text);
    }

    /// A member that is left out when there is nothing to say.
    void optional(std::string_view name, std::string_view text)
    {
        if (!text.empty())
            member(name, text);
    }

private:
    std::string& m_out;
};

void writeNode(std::string& out, const Tree& tree, NodeId id)
{
    JsonOut json(out);
    out += "{\"uri\":";
    appendJsonString(out, tree.uri(id).text());
    json.member("format", formatName(tree.format(id)));
    json.member("type", tree.type(id));
    if (!tree.isInterior(id)) {
        const std::string_view value = tree.value(id);
        if (isBinary(tree.format(id)) || !isUtf8(value) || value.find('\0') != std::string_view::npos) {
            json.member("value", toBase64(value));
            json.member("encoding", "base64");
        } else {
            json.member("value", value);
            json.member("encoding", "text");
        }
    }
    json.member("acl", tree.acl(id));
    json.optional("title", tree.title(id));
    json.optional("tstamp", tree.tstamp(id));
    if (const auto verNo = tree.verNo(id))
        out.append(",\"verno\":").append(std::to_string(*verNo));
    out += '}';
}

struct Entry
{
    Uri uri;
    NodeData data;
};

/// A member's name that its object has twice: QJsonDocument would keep the last one alone. Only for what is JSON.
std::optional<std::string_view> repeatedName(std::string_view json)
{
    std::vector<std::string_view> names; // of all open objects
    std::vector<std::size_t> objects; // where the names of each begin
    for (std::size_t at = json.find_first_of("{}\""); at != std::string_view::npos;
         at = json.find_first_of("{}\"", at + 1)) {
        if (json[at] == '{') {
            objects.push_back(names.size());
        } else if (json[at] == '}') {
            const auto first = names.begin() + static_cast<std::ptrdiff_t>(objects.back());
            std::sort(first, names.end());
            if (const auto twice = std::adjacent_find(first, names.end()); twice != names.end())
                return std::max(
                    *twice, *std::next(twice), [](auto one, auto other) { return one.data() < other.data(); });
            names.erase(first, names.end());
            objects.pop_back();
        } else {
            const std::size_t begin = at + 1;
            for (at = begin; json[at] != '"'; ++at)
                at += json[at] == '\\' ? 1 : 0;
            const std::size_t next = json.find_first_not_of(" \t\r\n", at + 1);
            if (next != std::string_view::npos && json[next] == ':')
                names.push_back(json.substr(begin, at - begin));
        }
    }
    return std::nullopt;
}

/// Half of a surrogate pair is no character; to guess one would change the document.
Result<std::string> utf8Of(const QJsonValue& value, const QString& where)
{
    const QString text = value.toString();
    if (!text.isValidUtf16())
        return fail(
            ErrorKind::Syntax, QCoreApplication::translate("Json", "half of a surrogate pair stands alone"), where);
    return text.toStdString();
}

Result<std::string> stringMember(const QJsonObject& object, const QString& name, const QString& uri)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() || value.isNull())
        return std::string();
    if (!value.isString())
        return fail(
            ErrorKind::Syntax, QCoreApplication::translate("Json", "expected a string in \"%1\"").arg(name), uri);
    return utf8Of(value, uri);
}

Result<void> readValue(const QJsonObject& object, const QString& uri, NodeData& data)
{
    const QJsonValue value = object.value(QStringLiteral("value"));
    const auto encoding = stringMember(object, QStringLiteral("encoding"), uri);
    if (!encoding)
        return tl::unexpected(encoding.error());
    if (value.isDouble())
        data.value = QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest).toStdString();
    else if (value.isBool())
        data.value = value.toBool() ? "true" : "false";
    else if (value.isString()) {
        auto text = utf8Of(value, uri);
        if (!text)
            return tl::unexpected(std::move(text.error()));
        data.value = std::move(*text);
    } else if (!value.isUndefined() && !value.isNull())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Json", "expected a string, number or bool in \"value\""), uri);
    if (*encoding == "base64") {
        auto bytes = fromBase64(data.value);
        if (!bytes)
            return fail(ErrorKind::Syntax, QCoreApplication::translate("Json", "expected base64 in \"value\""), uri);
        data.value = std::move(*bytes);
    } else if (data.value.find('\0') != std::string::npos) {
        return fail(ErrorKind::BadValue, QCoreApplication::translate("Json", "text must not contain a NUL byte"), uri);
    } else if (!encoding->empty() && *encoding != "text") {
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Json", "expected \"text\" or \"base64\" in \"encoding\", found \"%1\"")
                .arg(shownHead(*encoding)),
            uri);
    }
    return {};
}

Result<void> readProperties(const QJsonObject& object, const QString& uri, NodeData& data)
{
    const std::pair<QString, std::string*> members[] = {{QStringLiteral("type"), &data.type},
        {QStringLiteral("acl"), &data.acl}, {QStringLiteral("title"), &data.title},
        {QStringLiteral("tstamp"), &data.tstamp}};
    for (const auto& [name, target] : members) {
        auto text = stringMember(object, name, uri);
        if (!text)
            return tl::unexpected(text.error());
        *target = std::move(*text);
    }
    const QJsonValue verNo = object.value(QStringLiteral("verno"));
    if (verNo.isUndefined() || verNo.isNull())
        return {};
    const double number = verNo.toDouble(-1);
    if (number < 0 || number > UINT16_MAX || number != static_cast<std::uint16_t>(number))
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Json", "expected a number from 0 to 65535 in \"verno\""), uri);
    data.verNo = static_cast<std::uint16_t>(number);
    return {};
}

Result<Entry> readEntry(const QJsonValue& value, qsizetype number)
{
    const QString place = QCoreApplication::translate("Json", "node %1").arg(number + 1);
    const QJsonObject object = value.toObject();
    const QJsonValue uriText = object.value(QStringLiteral("uri"));
    if (!value.isObject() || !uriText.isString())
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Json", "expected an object with a \"uri\""), place);
    const auto uri = utf8Of(uriText, {}).and_then([](const std::string& text) { return Uri::parse(text); });
    if (!uri)
        return at(uri.error(), place);
    const QString shown = QString::fromStdString(uri->text());
    Entry entry{*uri, {}};
    const auto format = stringMember(object, QStringLiteral("format"), shown);
    if (!format)
        return tl::unexpected(format.error());
    const bool hasValue = object.contains(QStringLiteral("value"));
    entry.data.format = hasValue ? Format::Chr : Format::Node;
    if (!format->empty()) {
        const auto known = formatFromName(*format);
        if (!known)
            return fail(ErrorKind::Syntax,
                QCoreApplication::translate("Json", "unknown Format \"%1\"").arg(shownHead(*format)), shown);
        entry.data.format = *known;
    }
    if (auto read = readValue(object, shown, entry.data); !read)
        return tl::unexpected(read.error());
    if (entry.data.format == Format::Node && !entry.data.value.empty())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Json", "an interior node (Format node) has no value"), shown);
    if (auto read = readProperties(object, shown, entry.data); !read)
        return tl::unexpected(read.error());
    return entry;
}

/// Sorted so that parents come before children and siblings stand together: '/' sorts lowest.
bool beforeInTree(const Entry& a, const Entry& b)
{
    const std::string& x = a.uri.text();
    const std::string& y = b.uri.text();
    const auto rank = [](char c) { return c == '/' ? 0 : static_cast<int>(static_cast<unsigned char>(c)) + 1; };
    return std::lexicographical_compare(
        x.begin(), x.end(), y.begin(), y.end(), [&](char c, char d) { return rank(c) < rank(d); });
}

Result<void> describeOpen(TreeBuilder& builder, const NodeData& data)
{
    if (auto good = builder.setType(data.type); !good)
        return good;
    if (auto good = builder.setAcl(data.acl); !good)
        return good;
    if (!data.title.empty()) {
        if (auto good = builder.setTitle(data.title); !good)
            return good;
    }
    if (!data.tstamp.empty())
        builder.setTStamp(data.tstamp);
    if (data.verNo)
        builder.setVerNo(*data.verNo);
    if (data.format == Format::Node)
        return {};
    builder.setFormat(data.format);
    return builder.setValue(data.value);
}

class TreeOfEntries
{
public:
    explicit TreeOfEntries(std::vector<QString>& warnings)
        : m_warnings(warnings)
    {
    }

    Result<Tree> build(std::vector<Entry>& entries)
    {
        std::stable_sort(entries.begin(), entries.end(), beforeInTree);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const QString uri = QString::fromStdString(entries[i].uri.text());
            if (i > 0 && entries[i].uri == entries[i - 1].uri)
                return fail(ErrorKind::Exists, QCoreApplication::translate("Json", "two nodes of one URI"), uri);
            if (auto added = add(entries[i]); !added)
                return at(added.error(), uri);
            if (auto good = checkValue(entries[i].data.format, entries[i].data.value); !good)
                warn(good.error().what, uri);
        }
        if (auto closed = closeTo(0); !closed)
            return tl::unexpected(closed.error());
        return m_builder.finish();
    }

private:
    Result<void> add(const Entry& entry)
    {
        if (entry.uri.isRoot()) {
            if (entry.data.format != Format::Node)
                return fail(ErrorKind::Syntax,
                    QCoreApplication::translate("Json", "the root is an interior node (Format node)"));
            return describeOpen(m_builder, entry.data);
        }
        const auto segments = entry.uri.segments();
        std::size_t same = 0;
        while (same < m_open.size() && same < segments.size() && m_open[same] == segments[same])
            ++same;
        if (auto closed = closeTo(same); !closed)
            return closed;
        for (std::size_t i = same; i < segments.size(); ++i) {
            if (m_builder.format() != Format::Node)
                return fail(ErrorKind::Syntax, QCoreApplication::translate("Json", "a leaf has no children"));
            if (auto opened = m_builder.open(segments[i]); !opened)
                return opened;
            m_open.push_back(segments[i]);
        }
        return describeOpen(m_builder, entry.data);
    }

    Result<void> closeTo(std::size_t depth)
    {
        for (; m_open.size() > depth; m_open.pop_back()) {
            if (auto closed = m_builder.close(); !closed)
                return closed;
        }
        return {};
    }

    void warn(const QString& what, const QString& uri)
    {
        if (m_warnings.size() < limits::kMaxWarnings)
            m_warnings.push_back(what + QStringLiteral(", ") + uri);
    }

    std::vector<QString>& m_warnings;
    TreeBuilder m_builder;
    std::vector<std::string_view> m_open; ///< views into the entries' URIs
};

} // namespace

void visitInUriOrder(const Tree& tree, NodeId from, const std::function<bool(NodeId)>& visit)
{
    if (from != Tree::root() || hasProperties(tree, from) || tree.children(from).empty()) {
        if (!visit(from))
            return;
    }
    (void)UriOrder(tree, visit).below(from);
}

Bytes writeJsonTree(const Tree& tree, NodeId from, const QString& where)
{
    std::string out = "{\"where\":";
    appendJsonString(out, where.toStdString());
    out += ",\"nodes\":[";
    bool first = true;
    visitInUriOrder(tree, from, [&](NodeId id) {
        out += first ? "\n" : ",\n";
        first = false;
        writeNode(out, tree, id);
        return true;
    });
    out += "\n]}\n";
    return bytesOf(out);
}

Result<JsonTree> readJsonTree(ByteView document)
{
    QJsonParseError error;
    const auto bytes = QByteArray::fromRawData(
        reinterpret_cast<const char*>(document.data()), static_cast<qsizetype>(document.size()));
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (json.isNull())
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Json", "not JSON: %1").arg(error.errorString()),
            QCoreApplication::translate("Json", "byte %1").arg(error.offset));
    if (const auto name = repeatedName(textOf(document)))
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Json", "an object has two members \"%1\"").arg(shownHead(*name)),
            QCoreApplication::translate("Json", "byte %1")
                .arg(reinterpret_cast<const std::uint8_t*>(name->data()) - document.data()));
    const QJsonValue nodes = json.object().value(QStringLiteral("nodes"));
    if (!json.isObject() || !nodes.isArray())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Json", "expected a JSON object with a \"nodes\" array"),
            QCoreApplication::translate("Json", "byte 0"));
    const QJsonArray array = nodes.toArray();
    JsonTree result;
    result.where = json.object().value(QStringLiteral("where")).toString();
    std::vector<Entry> entries;
    entries.reserve(static_cast<std::size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto entry = readEntry(array.at(i), i);
        if (!entry)
            return tl::unexpected(std::move(entry.error()));
        entries.push_back(std::move(*entry));
    }
    auto tree = TreeOfEntries(result.warnings).build(entries);
    if (!tree)
        return tl::unexpected(std::move(tree.error()));
    result.tree = std::move(*tree);
    return result;
}

} // namespace dmsc
