// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/card_side.h"

#include "cardio/desk/apdu_record.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/uicc_side.h"
#include "cardio/handset/demo_content.h"
#include "cardio/link/in_process_link.h"
#include "cardio/pcsc/pcsc_link.h"
#include "model/byte_array.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dmsc {

namespace {

Patience::Sink waitingSink(const QString& reader, const SideOptions& options)
{
    if (!options.waiting)
        return {};
    return [reader, tell = options.waiting](std::chrono::milliseconds waited) {
        tell(waited.count() == 0 ? QString()
                                 : QCoreApplication::translate("CardSide",
                                     "The card in %1 has not answered for %2 s; another program may be at it, or take "
                                     "the card out to end this")
                                       .arg(reader)
                                       .arg(static_cast<double>(waited.count()) / 1000, 0, 'f', 1));
    };
}

} // namespace

Result<std::unique_ptr<CardSide>> CardSide::onImage(const Where& where)
{
    auto card = EmulatedCard::open(where.name);
    if (!card)
        return tl::unexpected(card.error());
    auto side = std::make_unique<CardSide>();
    side->m_state.where = where;
    side->m_state.title = QFileInfo(where.name).completeBaseName();
    side->m_link = std::make_unique<InProcessLink>(std::move(*card));
    return side;
}

Result<std::unique_ptr<CardSide>> CardSide::inReader(const Where& where, const SideOptions& options)
{
    auto link = PcscLink::open(where.name, waitingSink(where.name, options));
    if (!link)
        return tl::unexpected(link.error());
    auto side = std::make_unique<CardSide>();
    side->m_state.where = {Where::Kind::Reader, (*link)->reader()};
    side->m_state.title = (*link)->reader();
    side->m_link = std::move(*link);
    return side;
}

Result<std::unique_ptr<SideSession>> CardSide::open(
    const Where& where, const SideOptions& options, const Progress& progress)
{
    auto side = where.kind == Where::Kind::Reader ? inReader(where, options) : onImage(where);
    if (!side)
        return tl::unexpected(side.error());
    auto started = (*side)->start(options);
    // Without our application it is a UICC with files all the same.
    if (!started && started.error().kind == ErrorKind::Unsupported)
        return UiccSide::open(std::move((*side)->m_link), (*side)->m_state.where, options, progress);
    if (!started)
        return tl::unexpected(started.error());
    if (auto read = (*side)->refresh(progress); !read)
        return at(read.error(), where.text());
    return std::move(*side);
}

Result<void> CardSide::start(const SideOptions& options)
{
    m_options = options;
    auto descriptions = builtInDescriptions();
    if (!descriptions)
        return tl::unexpected(descriptions.error());
    m_state.descriptions = std::make_shared<const DescriptionSet>(std::move(*descriptions));
    m_recorded = std::make_unique<RecordedLink>(*m_link, [this](const Exchange& exchange) {
        if (!m_options.records)
            return;
        const bool secret = m_files && m_files->carriesSecrets(exchange.command);
        m_options.records(
            recordOf(exchange, m_options.clock, secret ? ExchangeContent::Secret : ExchangeContent::Open));
    });
    return ensureOpen();
}

Result<void> CardSide::ensureOpen()
{
    if (m_client && m_client->isOpen())
        return {};
    return openAgain();
}

Result<void> CardSide::openAgain()
{
    const auto begin = m_options.clock ? m_options.clock() : std::chrono::nanoseconds{0};
    m_reader.reset();
    m_session.reset();
    m_client.reset();
    m_hasFileChannel = false;
    if (auto reset = m_recorded->reset(); !reset)
        return at(reset.error(), m_state.where.text());
    auto client = CardClient::open(*m_recorded, Scp03KeySet::test());
    if (!client)
        return at(client.error(), m_state.where.text());
    m_client = std::move(*client);
    recordHandshake(begin);
    TreeClientOptions session;
    session.records = m_options.records;
    session.clock = m_options.clock;
    m_session.emplace(*m_client, std::move(session));
    m_reader.emplace(*m_client, *m_session, m_options.cacheFolder);
    m_state.secured = true;
    m_state.security = m_client->security();
    return {};
}

void CardSide::recordHandshake(std::chrono::nanoseconds begin) const
{
    if (!m_options.records)
        return;
    Record record;
    record.layer = Layer::SecureChannel;
    record.from = Actor::Workbench;
    record.to = Actor::Card;
    if (m_options.clock) {
        record.time = begin;
        record.duration = std::chrono::duration_cast<std::chrono::microseconds>(m_options.clock() - begin);
    }
    record.name = QStringLiteral("SCP03");
    record.target = m_client->security();
    record.status = QStringLiteral("ok");
    record.level = StatusLevel::Ok;
    record.request =
        toByteArray(m_client->handshake().hostChallenge) + toByteArray(m_client->handshake().hostCryptogram);
    record.response =
        toByteArray(m_client->handshake().cardChallenge) + toByteArray(m_client->handshake().cardCryptogram);
    m_options.records(std::move(record));
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
    const SyncStatus& status = report->status;
    if (!m_state.tree || report->way != RefreshReport::Way::Unchanged)
        m_state.tree = std::make_shared<const Tree>(m_reader->tree());
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
    facts.keyVersion = static_cast<int>(m_client->handshake().version);
    facts.pairsToFind = report->pairsToFind;
    facts.pairs = report->pairs;
    m_state.detail = facts.iccid;
    m_state.bytesUsed = facts.memoryUsed;
    m_state.bytesTotal = facts.memorySize;
    m_state.card = std::move(facts);
    return {};
}

Result<std::vector<OperationResult>> CardSide::apply(const std::vector<Operation>& operations, const Progress& progress)
{
    // The plan was made for the tree as it was read; what came in between is a conflict, not overwritten.
    if (auto current = reload({}); !current)
        return tl::unexpected(current.error());
    auto results = m_session->apply(operations, tree(), progress);
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

/// The files' own channel: the application and its secure channel stay on the basic one.
Result<CardFiles*> CardSide::files()
{
    if (auto open = ensureOpen(); !open)
        return tl::unexpected(open.error());
    if (m_hasFileChannel)
        return &*m_files;
    const auto channel = FileClient::openChannel(*m_recorded);
    if (!channel)
        return at(channel.error(), m_state.where.text());
    if (!m_files)
        m_files.emplace(*m_recorded, *channel);
    else
        m_files->cardWasReset(*channel);
    m_hasFileChannel = true;
    m_state.files = m_files->tree();
    return &*m_files;
}

Result<void> CardSide::explore(const Progress& progress)
{
    const auto files = this->files();
    auto found = files ? (*files)->explore(progress) : tl::unexpected(files.error());
    if (found)
        m_state.files = (*files)->tree();
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

} // namespace dmsc
