// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/side_session.h"

#include "cardio/desk/card_side.h"
#include "cardio/desk/document_side.h"
#include "cardio/desk/handset_side.h"
#include "cardio/handset/demo_content.h"
#include "cardio/store/card_image.h"
#include "cardio/store/handset_image.h"
#include "cardio/uicc/iccid.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

tl::unexpected<Error> noFiles(const QString& where)
{
    return fail(ErrorKind::Unsupported,
        QCoreApplication::translate("SideSession", "only a card in a reader has files to read and write"), where);
}

tl::unexpected<Error> noHandshake(const QString& where)
{
    return fail(ErrorKind::Unsupported,
        QCoreApplication::translate("SideSession", "only a card with the DM_SC application shakes hands"), where);
}

Result<Tree> profileTree(const QString& path)
{
    auto document = readDocument(path);
    if (!document)
        return tl::unexpected(document.error());
    if (document->description)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate(
                "SideSession", "a profile needs a tree with values, this document describes one"),
            path);
    return std::move(document->tree);
}

Result<std::unique_ptr<SideSession>> openKind(const Where& where, const SideOptions& options, const Progress& progress)
{
    switch (where.kind) {
    case Where::Kind::Card:
    case Where::Kind::Reader:
        return CardSide::open(where, options, progress);
    case Where::Kind::Handset:
        return HandsetSide::open(where, options, progress);
    case Where::Kind::Document:
        break;
    }
    return DocumentSide::open(where, progress);
}

} // namespace

Result<std::unique_ptr<SideSession>> SideSession::open(
    const Where& where, const SideOptions& options, const Progress& progress)
{
    auto side = openKind(where, options, progress);
    if (where.kind != Where::Kind::Reader)
        writeStorage(options.records, QStringLiteral("READ"), where.name, side.has_value());
    if (side)
        (*side)->m_records = options.records;
    return side;
}

PromptAsker toolkitAsker(const SideState& state)
{
    PromptAsker asker;
    asker.name = QCoreApplication::translate("SideSession", "the card %1").arg(state.title);
    return asker;
}

Result<void> SideSession::explore(const Progress& /*progress*/)
{
    return noFiles(state().where.text());
}

Result<CardFileContent> SideSession::readFile(const QString& path)
{
    return noFiles(path);
}

Result<void> SideSession::writeFile(const CardFileWrite& write)
{
    return noFiles(write.path);
}

Result<void> SideSession::resizeFile(const QString& path, std::uint64_t /*size*/)
{
    return noFiles(path);
}

Result<CardPin> SideSession::verifyPin(std::uint8_t /*reference*/, const QByteArray& /*digits*/)
{
    return noFiles(state().where.text());
}

Result<CardPin> SideSession::pinState(std::uint8_t /*reference*/)
{
    return noFiles(state().where.text());
}

Result<CardPinChange> SideSession::changePin(const PinChange& /*change*/)
{
    return noFiles(state().where.text());
}

Result<CardFileWrite> SideSession::prepareFile(const QString& path, const CardFilePart& /*part*/)
{
    return noFiles(path);
}

HandshakeOutcome SideSession::handshake(
    const HandshakeRequest& request, const StepSink& /*steps*/, const Progress& /*progress*/)
{
    HandshakeReport report;
    report.request = request;
    return {report, noHandshake(state().where.text()).value()};
}

Result<std::vector<MemoryResult>> SideSession::manageMemory(
    const std::vector<MemoryRequest>& /*requests*/, const Progress& /*progress*/)
{
    return noHandshake(state().where.text());
}

Result<ReceiptInfo> SideSession::writeReceipt(const QString& path)
{
    return noHandshake(path);
}

Result<Bytes> SideSession::policy()
{
    return noHandshake(state().where.text());
}

Result<void> SideSession::setPolicy(ByteView /*policy*/)
{
    return noHandshake(state().where.text());
}

Result<void> SideSession::resetTries(std::uint8_t /*keyVersion*/)
{
    return noHandshake(state().where.text());
}

Result<void> SideSession::putKeys(const Credential& /*keys*/, std::uint8_t /*pairVersion*/)
{
    return noHandshake(state().where.text());
}

Result<std::vector<KeySetTries>> SideSession::keySetTries()
{
    return noHandshake(state().where.text());
}

Result<std::vector<CardFileWrite>> SideSession::preview(const std::vector<Operation>& /*operations*/)
{
    return std::vector<CardFileWrite>{};
}

Result<void> SideSession::saveAs(const QString& path, std::optional<DocumentFormat> format)
{
    auto saved = save(path, format);
    writeStorage(m_records, QStringLiteral("WRITE"), path, saved.has_value());
    return saved;
}

Result<void> SideSession::save(const QString& path, std::optional<DocumentFormat> format)
{
    if (!format)
        format = formatForSuffix(path);
    if (!format)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate(
                "SideSession", "the file's name must end in .xml, .wbxml, .ddf, .prov, .provwbxml or .json"),
            path);
    Document document;
    document.tree = tree();
    document.format = *format;
    return saveDocument(path, document, *format);
}

Result<void> createCard(const QString& path, const ImageContent& content)
{
    CardSetup setup;
    auto iccid = content.iccid.isEmpty() ? newIccid(systemRandom()) : iccidOf(content.iccid);
    if (!iccid)
        return tl::unexpected(iccid.error());
    setup.iccid = *std::move(iccid);
    if (content.demo || !content.profile.isEmpty()) {
        auto tree = content.demo ? demoCardTree() : profileTree(content.profile);
        if (!tree)
            return tl::unexpected(tree.error());
        setup.tree = std::move(*tree);
        if (content.demo) {
            auto owners = demoCardOwners();
            if (!owners)
                return tl::unexpected(owners.error());
            setup.owners = std::move(*owners);
        }
    }
    setup.dmsc = !content.plainUicc;
    return CardImage::create(path, setup, systemRandom());
}

Result<void> createHandset(const QString& path, const ImageContent& content)
{
    auto tree = content.demo        ? demoHandsetTree()
        : content.profile.isEmpty() ? emptyHandsetTree()
                                    : profileTree(content.profile);
    if (!tree)
        return tl::unexpected(tree.error());
    return HandsetImage::create(path, *tree);
}

} // namespace dmsc
