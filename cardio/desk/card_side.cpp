// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/card_side.h"

#include "cardio/desk/emulated_card.h"
#include "cardio/desk/uicc_side.h"
#include "cardio/handset/demo_content.h"
#include "cardio/link/in_process_link.h"
#include "cardio/pcsc/pcsc_link.h"
#include "model/access/permission.h"
#include "model/syncml/status_code.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace dmsc {

Result<std::unique_ptr<CardSide>> CardSide::onImage(const Where& where, const SideOptions& options)
{
    auto card = EmulatedCard::open(where.name);
    if (!card)
        return tl::unexpected(card.error());
    auto side = std::make_unique<CardSide>();
    side->m_state.where = where;
    side->m_state.title = QFileInfo(where.name).completeBaseName();
    side->setLink(std::make_unique<InProcessLink>(std::move(*card)), options);
    return side;
}

Result<std::unique_ptr<CardSide>> CardSide::inReader(const Where& where, const SideOptions& options)
{
    auto link = PcscLink::open(where.name, options.waiting);
    if (!link)
        return tl::unexpected(link.error());
    auto side = std::make_unique<CardSide>();
    side->m_state.where = {Where::Kind::Reader, (*link)->reader()};
    side->m_state.title = (*link)->reader();
    side->setLink(std::move(*link), options);
    return side;
}

void CardSide::setLink(std::unique_ptr<Link> link, const SideOptions& options)
{
    m_options = options;
    m_request = options.request;
    m_wire = std::make_unique<CardWire>(
        std::move(link), options.records, [this](ByteView command) { return isSecret(command); });
    if (options.user)
        m_toolkit.emplace(*m_wire, *options.user, options.records, [this] { return toolkitAsker(m_state); });
}

/// PINs and keys of files.
bool CardSide::isSecret(ByteView command) const
{
    return m_files && m_files->carriesSecrets(command);
}

Result<std::unique_ptr<SideSession>> CardSide::open(
    const Where& where, const SideOptions& options, const Progress& progress)
{
    auto side = where.kind == Where::Kind::Reader ? inReader(where, options) : onImage(where, options);
    if (!side)
        return tl::unexpected(side.error());
    auto started = (*side)->start(progress);
    // Without our application it is a UICC with files all the same.
    if (!started && started.error().kind == ErrorKind::Unsupported && !(*side)->m_client)
        return UiccSide::open((*side)->m_wire->takeLink(), (*side)->m_state.where, options, progress);
    if (!started)
        return tl::unexpected(started.error());
    return std::move(*side);
}

Result<void> CardSide::start(const Progress& progress)
{
    auto descriptions = builtInDescriptions();
    if (!descriptions)
        return tl::unexpected(descriptions.error());
    m_state.descriptions = std::make_shared<const DescriptionSet>(std::move(*descriptions));
    if (auto selected = select(); !selected)
        return selected;
    if (m_options.opening == SideOptions::Opening::SelectOnly) {
        m_sessionWanted = false;
        m_state.tree = std::make_shared<const Tree>();
        return {};
    }
    const HandshakeOutcome outcome = run(m_request, {}, {});
    const bool refused = outcome.error && outcome.error->kind != ErrorKind::Io;
    if (refused && m_options.opening == SideOptions::Opening::SessionIfPossible)
        return startUnproven(*outcome.error);
    if (outcome.error)
        return at(*outcome.error, m_state.where.text());
    if (auto read = refresh(progress); !read)
        return at(read.error(), m_state.where.text());
    return {};
}

/// A card that does not know our keys is there all the same: the right ones can be tried on it.
Result<void> CardSide::startUnproven(const Error& why)
{
    m_state.tree = std::make_shared<const Tree>();
    m_state.writable = false;
    m_state.warnings = {why.text()};
    return {};
}

Result<void> CardSide::ensureOpen()
{
    if (m_client && m_client->isOpen())
        return {};
    if (m_sessionWanted)
        return openAgain();
    return fail(ErrorKind::NotAllowed,
        QCoreApplication::translate("CardSide", "there is no session with the card; shake hands with it first"),
        m_state.where.text());
}

Result<void> CardSide::select()
{
    m_reader.reset();
    m_session.reset();
    m_client.reset();
    m_hasFileChannel = false;
    m_asked.reset();
    if (auto reset = link().reset(); !reset)
        return at(reset.error(), m_state.where.text());
    m_wire->beginStep();
    auto client = CardClient::select(link());
    m_selected = m_wire->endStep();
    if (!client)
        return at(client.error(), m_state.where.text());
    m_client = std::move(*client);
    if (m_options.records)
        m_client->setPlainTap(
            [this](const CommandApdu& command, const ResponseApdu& response) { m_wire->tellPlain(command, response); });
    m_state.offers = m_client->discovery().offers;
    TreeClientOptions session;
    session.records = m_options.records;
    m_session.emplace(*m_client, std::move(session));
    m_reader.emplace(*m_client, *m_session, m_options.cacheFolder);
    return {};
}

Result<void> CardSide::openAgain()
{
    if (auto selected = select(); !selected)
        return selected;
    const HandshakeOutcome outcome = run(m_request, {}, {});
    // A card that was lost may come back; one that refused us would only count tries.
    m_sessionWanted = m_sessionWanted || (outcome.error && outcome.error->kind == ErrorKind::Io);
    return outcome.error ? at(*outcome.error, m_state.where.text()) : Result<void>();
}

Result<void> CardSide::reload(const Progress& progress)
{
    if (auto open = ensureOpen(); !open)
        return open;
    auto read = refresh(progress);
    if (read || read.error().kind == ErrorKind::Cancelled)
        return read;
    // Another program has reset or changed the card, or it was taken out and is back: reading once more harms nobody.
    if (auto open = openAgain(); !open)
        return open;
    return refresh(progress);
}

Result<void> CardSide::refresh(const Progress& progress)
{
    const auto report = m_reader->refresh(progress);
    if (!report)
        return tl::unexpected(report.error());
    if (!m_state.tree || !m_isRead || report->way != RefreshReport::Way::Unchanged)
        m_state.tree = std::make_shared<const Tree>(m_reader->tree());
    m_isRead = true;
    if (!m_begin)
        m_begin = report->status.content;
    showCard(*report);
    return refreshDetails(report->status);
}

void CardSide::showCard(const RefreshReport& report)
{
    const SyncStatus& status = report.status;
    CardFacts facts;
    facts.iccid = QString::fromStdString(status.iccid);
    facts.epoch = toHex(status.epoch);
    facts.seq = number(status.seq);
    facts.oldestSeq = number(status.oldest);
    facts.memorySize = status.memorySize;
    facts.memoryUsed = status.memoryUsed;
    facts.memoryFree = status.memoryFree;
    facts.nodes = status.nodes;
    facts.interfaceVersion =
        QStringLiteral("%1.%2").arg(m_client->discovery().versionMajor).arg(m_client->discovery().versionMinor);
    facts.keyVersion = m_client->facts().keyVersion;
    facts.pairsToFind = report.pairsToFind;
    facts.pairs = report.pairs;
    m_state.detail = facts.iccid;
    m_state.bytesUsed = facts.memoryUsed;
    m_state.bytesTotal = facts.memorySize;
    m_state.card = std::move(facts);
}

Result<void> CardSide::refreshDetails(const SyncStatus& status)
{
    if (!m_state.access || !m_options.details)
        return {};
    const bool moved = !m_asked || m_asked->epoch != status.epoch || m_asked->seq != status.seq;
    const bool memoryMoved =
        moved || m_asked->memoryUsed != status.memoryUsed || m_asked->memoryFree != status.memoryFree;
    if (memoryMoved && !m_memoryIsFresh)
        if (auto asked = askMemory(); !asked)
            return asked;
    m_memoryIsFresh = false;
    if (moved || !m_state.owners) {
        auto known = m_reader->knownOwners();
        const bool isKnown = known.has_value();
        auto owners = isKnown ? Result<Owners>(*std::move(known)) : m_client->owners();
        if (!owners)
            return tl::unexpected(owners.error());
        if (!isKnown)
            m_reader->rememberOwners(*owners);
        m_state.owners = std::make_shared<const Owners>(*std::move(owners));
    }
    m_asked = status;
    return {};
}

Result<std::vector<OperationResult>> CardSide::apply(const std::vector<Operation>& operations, const Progress& progress)
{
    // The plan was made for the tree as it was read; what came in between is a conflict, not overwritten.
    if (auto current = reload({}); !current)
        return tl::unexpected(current.error());
    auto results = m_session->apply(operations, tree(), progress);
    if (results && !allGood(*results))
        explain(*results, operations);
    if (!results || !allGood(*results))
        return results;
    const auto before = m_state.tree;
    m_reader->applied(operations);
    m_state.tree.reset(); // the copy has moved on even where the card says "unchanged"
    if (auto read = reload({}); !read) {
        // The change is made; that it cannot be read back at once does not unmake it.
        Tree changed = *before;
        (void)applyAll(changed, operations);
        m_state.tree = std::make_shared<const Tree>(std::move(changed));
    }
    return results;
}

/// What the card refuses as forbidden is explained by what its policy lets this entity do.
void CardSide::explain(std::vector<OperationResult>& results, const std::vector<Operation>& operations)
{
    for (OperationResult& result : results)
        if (result.status == static_cast<int>(syncml::StatusCode::AlreadyExists) && result.operation < operations.size()
            && tree().find(operations[result.operation].uri) == kNoNode)
            result.text += QStringLiteral("; ")
                + QCoreApplication::translate("CardSide",
                    "there is a node of that name that this session may not see: its ACL or the issuer's policy hides "
                    "it");
    if (!m_state.access)
        return;
    const bool isForbidden = std::any_of(results.begin(), results.end(), [](const OperationResult& result) {
        return result.status == static_cast<int>(syncml::StatusCode::PermissionDenied);
    });
    // Whose data it is decides which permission is missing.
    if (isForbidden && !m_state.owners)
        if (auto owners = m_client->owners())
            m_state.owners = std::make_shared<const Owners>(*std::move(owners));
    for (OperationResult& result : results) {
        if (result.status != static_cast<int>(syncml::StatusCode::PermissionDenied)
            || result.operation >= operations.size())
            continue;
        const Operation& operation = operations[result.operation];
        const Right right = operation.kind == Operation::Kind::Delete ? Right::Delete : Right::Write;
        const std::string& owner = m_state.owners ? m_state.owners->of(operation.uri) : m_state.access->entity;
        result.text += QStringLiteral("; ") + missingPermission(*m_state.access, right, owner);
    }
}

/// The files' own channel: the application and its secure channel stay on the basic one.
Result<CardFiles*> CardSide::files()
{
    // The files ask for PINs, not for a session with the application.
    if (auto open = m_sessionWanted ? ensureOpen() : Result<void>(); !open)
        return tl::unexpected(open.error());
    if (m_hasFileChannel)
        return &*m_files;
    const auto channel = FileClient::openChannel(link());
    if (!channel)
        return at(channel.error(), m_state.where.text());
    if (!m_files)
        m_files.emplace(link(), *channel);
    else
        m_files->cardWasReset(*channel);
    m_hasFileChannel = true;
    m_state.files = m_files->tree();
    return &*m_files;
}

Result<void> CardSide::explore(const Progress& progress)
{
    const auto files = this->files();
    const CardWire::Probing probing(*m_wire);
    auto found = files ? (*files)->explore(progress) : tl::unexpected(files.error());
    if (found) {
        m_state.files = (*files)->tree();
        m_state.oddities = (*files)->oddities();
    }
    return found;
}

Result<CardFileContent> CardSide::readFile(const QString& path)
{
    const auto files = this->files();
    return files ? (*files)->read(path) : tl::unexpected(files.error());
}

Result<void> CardSide::writeFile(const CardFileWrite& write)
{
    const auto files = this->files();
    auto written = files ? (*files)->write(write) : tl::unexpected(files.error());
    if (written)
        m_state.files = (*files)->tree();
    return written;
}

Result<void> CardSide::resizeFile(const QString& path, std::uint64_t size)
{
    const auto files = this->files();
    auto resized = files ? (*files)->resize(path, size) : tl::unexpected(files.error());
    if (resized)
        m_state.files = (*files)->tree();
    return resized;
}

Result<CardPin> CardSide::verifyPin(std::uint8_t reference, const QByteArray& digits)
{
    const auto files = this->files();
    auto pin = files ? (*files)->verify(reference, digits) : tl::unexpected(files.error());
    if (pin)
        m_state.files = (*files)->tree();
    return pin;
}

Result<CardPin> CardSide::pinState(std::uint8_t reference)
{
    const auto files = this->files();
    auto pin = files ? (*files)->pinState(reference) : tl::unexpected(files.error());
    if (pin)
        m_state.files = (*files)->tree();
    return pin;
}

Result<CardPinChange> CardSide::changePin(const PinChange& change)
{
    const auto files = this->files();
    auto changed = files ? (*files)->changePin(change) : tl::unexpected(files.error());
    if (changed)
        m_state.files = (*files)->tree();
    return changed;
}

Result<CardFileWrite> CardSide::prepareFile(const QString& path, const CardFilePart& part)
{
    const auto files = this->files();
    return files ? (*files)->prepare(path, part) : tl::unexpected(files.error());
}

} // namespace dmsc
