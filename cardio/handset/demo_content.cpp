// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/demo_content.h"

#include "model/byte_array.h"
#include "model/formats/document.h"

#include <QFile>
#include <QtGlobal>

// Outside of all namespaces, as Qt wants it: a static library's resources do not register themselves.
static void registerResources()
{
    Q_INIT_RESOURCE(dmsc_demo);
}

namespace dmsc {

namespace {

constexpr std::size_t kBigLeafSize = std::size_t{48} * 1024;

Result<QByteArray> readBytes(const QString& name)
{
    registerResources();
    QFile file(QStringLiteral(":/dmsc/demo/%1").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, file.errorString(), name);
    return file.readAll();
}

Result<Document> readResource(const QString& name)
{
    const auto bytes = readBytes(name);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto document = parseDocument(viewOf(*bytes));
    if (!document)
        return at(document.error(), name);
    return document;
}

Result<Tree> readTree(const QString& name)
{
    auto document = readResource(name);
    if (!document)
        return tl::unexpected(document.error());
    return std::move(document->tree);
}

/// Bytes that look like a packed picture and are the same every time.
std::string bigValue()
{
    std::string value;
    std::uint32_t state = 0x2545F491;
    while (value.size() < kBigLeafSize) {
        state = state * 1664525U + 1013904223U;
        value.push_back(static_cast<char>(state >> 24U));
    }
    return value;
}

} // namespace

Result<Tree> demoHandsetTree()
{
    return readTree(QStringLiteral("handset.xml"));
}

Result<Tree> emptyHandsetTree()
{
    return readTree(QStringLiteral("handset-empty.xml"));
}

Result<Tree> demoCardTree()
{
    auto tree = readTree(QStringLiteral("card.xml"));
    if (!tree)
        return tree;
    // More than 32 KB in one leaf (GEN-16): an operator's start screen.
    const auto uri = Uri::parse("./Branding");
    const NodeId branding = uri ? tree->find(*uri) : kNoNode;
    if (branding == kNoNode)
        return fail(ErrorKind::NotFound, QStringLiteral("./Branding"), QStringLiteral("card.xml"));
    const NodeData screen{"StartScreen", Format::Bin, "image/png", bigValue(), {}, {}, {}, {}};
    if (const auto added = tree->add(branding, screen); !added)
        return tl::unexpected(added.error());
    return tree;
}

Result<Owners> demoCardOwners()
{
    Owners owners;
    for (const auto& [where, owner] : {std::pair(".", "issuer"), std::pair("./AP", "device"),
             std::pair("./Cards/Contract/PerProviderSubscription", "dms")}) {
        const auto uri = Uri::parse(where);
        if (!uri)
            return tl::unexpected(uri.error());
        owners.set(*uri, owner);
    }
    return owners;
}

Result<FirmwareDownload> demoFirmware()
{
    const auto package = readBytes(QStringLiteral("firmware.bin"));
    const auto signature = readBytes(QStringLiteral("firmware.p7s"));
    if (!package || !signature)
        return tl::unexpected(package ? signature.error() : package.error());
    return FirmwareDownload{toBytes(*package), toBytes(*signature)};
}

Result<DescriptionSet> builtInDescriptions()
{
    DescriptionSet set;
    for (const char* name : {"devinfo.ddf", "devdetail.ddf", "dmacc.ddf", "fumo.ddf", "pps.ddf"}) {
        auto document = readResource(QString::fromLatin1(name));
        if (!document)
            return tl::unexpected(document.error());
        if (document->description)
            set.add(std::move(*document->description));
    }
    return set;
}

} // namespace dmsc
