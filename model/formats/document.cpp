// SPDX-License-Identifier: Apache-2.0
#include "model/formats/document.h"

#include "model/byte_array.h"
#include "model/files/input_file.h"
#include "model/files/output_file.h"
#include "model/formats/json_document.h"
#include "model/formats/provisioning.h"
#include "model/formats/text_tools.h"
#include "model/formats/tnds.h"
#include "model/formats/xml_parser.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr qint64 kMaxFileBytes = UINT32_MAX;
constexpr qint64 kMaxPipeBytes = 256 << 20; ///< it has to be kept in memory

struct FormatName
{
    DocumentFormat format;
    const char16_t* name; ///< for --from and --to
    const char16_t* suffix;
};

constexpr FormatName kFormats[] = {
    {DocumentFormat::TndsXml, u"xml", u"xml"},
    {DocumentFormat::TndsWbxml, u"wbxml", u"wbxml"},
    {DocumentFormat::Ddf, u"ddf", u"ddf"},
    {DocumentFormat::ProvisioningXml, u"prov", u"prov"},
    {DocumentFormat::ProvisioningWbxml, u"provwbxml", u"provwbxml"},
    {DocumentFormat::Json, u"json", u"json"},
};

/// Without byte-order mark and leading blanks.
std::string_view bareStart(ByteView bytes)
{
    std::string_view text = textOf(bytes);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool isUtf16(ByteView bytes)
{
    const std::string_view text = textOf(bytes);
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.starts_with(std::string_view("<\0", 2))
        || text.starts_with(std::string_view("\0<", 2));
}

tl::unexpected<Error> wrongRoot(const XmlRoot& root)
{
    const QString name = QStringLiteral("<%1>").arg(shownHead(root.local));
    const QString where = lineText(root.line);
    if (root.local == "SyncML")
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate(
                "Document", "this is a SyncML message, not a tree: expected <MgmtTree>, found %1")
                .arg(name),
            where);
    constexpr std::array<std::string_view, 7> kObjects = {
        "DevInfo", "DevDetail", "DMAcc", "FUMO", "Inbox", "PerProviderSubscription", "ConnMO"};
    const bool object = root.uri.find(":mo:") != std::string::npos
        || std::find(kObjects.begin(), kObjects.end(), root.local) != kObjects.end();
    if (object)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Document",
                "this is a Management Object as plain XML (its elements are named like the nodes), not TNDS: "
                "expected <MgmtTree>, found %1")
                .arg(name),
            where);
    return fail(ErrorKind::Syntax,
        QCoreApplication::translate("Document", "expected <MgmtTree> (TNDS, DDF) or <wap-provisioningdoc>, found %1")
            .arg(name),
        where);
}

Result<DocumentFormat> sniffXml(ByteView bytes)
{
    const auto root = xmlRoot(bytes);
    if (!root)
        return tl::unexpected(root.error());
    if (root->local == "wap-provisioningdoc")
        return DocumentFormat::ProvisioningXml;
    if (root->local == "MgmtTree")
        return DocumentFormat::TndsXml;
    return wrongRoot(*root);
}

Result<DocumentFormat> sniff(ByteView bytes)
{
    if (bytes.empty())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate(
                "Document", "the file is empty: expected a TNDS, DDF, provisioning or JSON document"));
    if (isDatabase(bytes))
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("Document",
                "this is a SQLite file, perhaps the image of a card or handset, not a document: open it as "
                "card:FILE or handset:FILE"));
    const std::string_view start = bareStart(bytes);
    if (start.starts_with('<') || isUtf16(bytes))
        return sniffXml(bytes);
    if (start.starts_with('{'))
        return DocumentFormat::Json;
    constexpr std::uint8_t kLastWbxmlVersion = 0x03;
    if (bytes.front() >= 1 && bytes.front() <= kLastWbxmlVersion) {
        const auto reader = wbxml::Reader::open(bytes);
        if (!reader)
            return tl::unexpected(reader.error());
        switch (reader->header().vocabulary) {
        case wbxml::Vocabulary::Prov:
            return DocumentFormat::ProvisioningWbxml;
        case wbxml::Vocabulary::DmDdf:
            return DocumentFormat::TndsWbxml;
        case wbxml::Vocabulary::SyncMl:
            return fail(ErrorKind::Syntax,
                QCoreApplication::translate("Document",
                    "this is a SyncML message in WBXML, not a tree: expected the public id of DM-DDF 1.2 or "
                    "PROV 1.0"),
                QCoreApplication::translate("Document", "byte %1").arg(1));
        }
    }
    return fail(ErrorKind::Syntax,
        QCoreApplication::translate(
            "Document", "unknown kind of file: expected XML (TNDS, DDF, provisioning), WBXML or JSON"),
        QCoreApplication::translate("Document", "byte %1").arg(0));
}

Result<Document> readMgmtTree(ByteView bytes, DocumentFormat format, const StopToken& stop)
{
    MgmtTreeReadOptions options;
    options.asDescription = format == DocumentFormat::Ddf;
    options.stop = stop;
    constexpr std::uint8_t kLastWbxmlVersion = 0x03;
    const bool binary = format == DocumentFormat::TndsWbxml
        || (format == DocumentFormat::Ddf && !bytes.empty() && bytes.front() <= kLastWbxmlVersion);
    auto content = binary ? readMgmtTreeWbxml(bytes, options) : readMgmtTreeXml(bytes, options);
    if (!content)
        return tl::unexpected(std::move(content.error()));
    Document document;
    document.format = content->description ? DocumentFormat::Ddf : format;
    document.tree = std::move(content->tree);
    document.description = std::move(content->description);
    document.warnings = std::move(content->warnings);
    return document;
}

Result<Document> readProvisioning(ByteView bytes, DocumentFormat format)
{
    const auto content =
        format == DocumentFormat::ProvisioningXml ? readProvisioningXml(bytes) : readProvisioningWbxml(bytes);
    if (!content)
        return tl::unexpected(content.error());
    auto tree = treeOfProvisioning(*content);
    if (!tree)
        return tl::unexpected(std::move(tree.error()));
    Document document;
    document.format = format;
    document.tree = std::move(*tree);
    return document;
}

Result<Document> readJson(ByteView bytes)
{
    auto content = readJsonTree(bytes);
    if (!content)
        return tl::unexpected(std::move(content.error()));
    Document document;
    document.format = DocumentFormat::Json;
    document.tree = std::move(content->tree);
    document.warnings = std::move(content->warnings);
    return document;
}

Result<Bytes> writeProvisioning(const Tree& tree, DocumentFormat format, NodeId from)
{
    const auto content = provisioningOfTree(tree, from);
    if (!content)
        return tl::unexpected(content.error());
    return format == DocumentFormat::ProvisioningXml ? writeProvisioningXml(*content)
                                                     : writeProvisioningWbxml(*content);
}

Result<Document> readOpenFile(QFile& file, std::optional<DocumentFormat> format, const StopToken& stop)
{
    if (file.size() > kMaxFileBytes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("Document", "a document has at most 4 GB"));
    if (const uchar* const mapped = file.size() > 0 ? file.map(0, file.size()) : nullptr)
        return parseDocument(ByteView(mapped, static_cast<std::size_t>(file.size())), format, stop);
    // Pipes and the like cannot be mapped.
    const auto bytes = readWholeFile(file, kMaxPipeBytes,
        QCoreApplication::translate(
            "Document", "what is no regular file is read up to 256 MB; keep it in a file, and read that"));
    if (!bytes)
        return fail(bytes.error().kind, bytes.error().what);
    return parseDocument(viewOf(*bytes), format, stop);
}

} // namespace

std::optional<DocumentFormat> formatForSuffix(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const FormatName& known : kFormats) {
        if (known.suffix && suffix == QStringView(known.suffix))
            return known.format;
    }
    return std::nullopt;
}

std::optional<DocumentFormat> formatForName(const QString& name)
{
    for (const FormatName& known : kFormats) {
        if (name.compare(QStringView(known.name), Qt::CaseInsensitive) == 0)
            return known.format;
    }
    return std::nullopt;
}

Result<Document> parseDocument(ByteView bytes, std::optional<DocumentFormat> format, const StopToken& stop)
{
    if (!format || isDatabase(bytes)) {
        const auto found = sniff(bytes);
        if (!found)
            return tl::unexpected(found.error());
        format = *found;
    }
    switch (*format) {
    case DocumentFormat::TndsXml:
    case DocumentFormat::TndsWbxml:
    case DocumentFormat::Ddf:
        return readMgmtTree(bytes, *format, stop);
    case DocumentFormat::ProvisioningXml:
    case DocumentFormat::ProvisioningWbxml:
        return readProvisioning(bytes, *format);
    case DocumentFormat::Json:
        return readJson(bytes);
    }
    return fail(ErrorKind::Unsupported, QCoreApplication::translate("Document", "unknown document format"));
}

Result<Document> readDocument(const QString& path, std::optional<DocumentFormat> format, const StopToken& stop)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return fail(
            ErrorKind::Io, QCoreApplication::translate("Document", "this is a folder, a file was expected"), path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorKind::Io, QCoreApplication::translate("Document", "cannot be read: %1").arg(file.errorString()), path);
    auto document = readOpenFile(file, format, stop);
    if (!document)
        return at(std::move(document.error()), path);
    return document;
}

Result<Bytes> writeDocument(const Document& document, DocumentFormat format, NodeId from)
{
    switch (format) {
    case DocumentFormat::TndsXml:
        return writeTndsXml(document.tree, from);
    case DocumentFormat::TndsWbxml:
        return writeTndsWbxml(document.tree, from);
    case DocumentFormat::Ddf:
        return document.description ? writeDdf(*document.description, from) : writeDdf(describe(document.tree), from);
    case DocumentFormat::ProvisioningXml:
    case DocumentFormat::ProvisioningWbxml:
        return writeProvisioning(document.tree, format, from);
    case DocumentFormat::Json:
        return writeJsonTree(document.tree, from);
    }
    return fail(ErrorKind::Unsupported, QCoreApplication::translate("Document", "unknown document format"));
}

Result<void> saveDocument(const QString& path, const Document& document, DocumentFormat format)
{
    const auto bytes = writeDocument(document, format);
    if (!bytes)
        return at(bytes.error(), path);
    return writeWholeFile(path, *bytes);
}

} // namespace dmsc
