// SPDX-License-Identifier: Apache-2.0
#include "cardio/credentials/credential_store.h"
#include "cardio/desk/card_side.h"
#include "model/access/permission.h"
#include "model/byte_array.h"
#include "model/bytes.h"

#include <QCoreApplication>

#include <algorithm>

// A card's side of the desk, as far as it is about who we are: handshakes.
namespace dmsc {

namespace {

const QString kSelect = QStringLiteral("select");
const QString kAccess = QStringLiteral("accessConditions");

HandshakeOptions optionsFor(const HandshakeRequest& request, SecurityLevel level, HandshakeRun& run)
{
    HandshakeOptions options;
    options.method = request.method;
    options.level = level;
    options.as = request.as;
    options.asAnybody = request.asItSays;
    options.showKeys = CredentialStore::isBuiltIn(request.credential);
    options.steps = [&run](const HandshakeStep& step) { run.take(step); };
    return options;
}

HandshakeValue valueOf(const char* id, const QString& name, const Bytes& bytes, const QStringList& lines)
{
    HandshakeValue value;
    value.id = QLatin1String(id);
    value.name = name;
    value.bytes = toByteArray(bytes);
    value.text = lines.join(QLatin1Char('\n'));
    return value;
}

HandshakeValue offersValue(const CardDiscovery& told)
{
    QStringList lines;
    for (const OfferedMethod& offer : told.offers) {
        QStringList versions;
        for (const std::uint8_t version : offer.keyVersions)
            versions << toHex(ByteView(&version, 1));
        lines << QCoreApplication::translate("CardSide", "%1: %2 at level %3 or more, key versions %4")
                     .arg(roleName(offer.role), methodName(offer.method), toHex(ByteView(&offer.leastLevel, 1)),
                         versions.join(QStringLiteral(", ")));
    }
    return valueOf(
        "selectAnswer", QCoreApplication::translate("CardSide", "methods that the card accepts"), told.answer, lines);
}

HandshakeValue accessValue(const HandshakeReport& report, const Bytes& answer)
{
    QStringList lines{QStringLiteral("%1: %2").arg(
        QString::fromStdString(report.access.entity), QString::fromStdString(report.access.credential))};
    lines << conditionTexts(report.access);
    for (const EntityMemory& one : report.memory.entities)
        lines << QCoreApplication::translate("CardSide", "memory of %1: %2 blocks granted, %3 used, limit %4")
                     .arg(QString::fromStdString(one.entity))
                     .arg(number(one.granted))
                     .arg(number(one.used))
                     .arg(number(one.limit));
    return valueOf(
        "accessAnswer", QCoreApplication::translate("CardSide", "access conditions and memory"), answer, lines);
}

} // namespace

Result<Credential> CardSide::credentialFor(const HandshakeRequest& request) const
{
    if (!request.credential.isEmpty() && m_options.credential)
        return m_options.credential(request);
    return CredentialStore::builtIn(request.as, request.method);
}

HandshakeOutcome CardSide::handshake(const HandshakeRequest& request, const StepSink& steps, const Progress& progress)
{
    endByReceipt();
    // SELECT is enough for a card that answers it: a reset would have its toolkit begin anew.
    const bool ready = m_client && (m_client->isOpen() || endSession());
    if (auto selected = ready ? Result<void>() : select(); !selected) {
        HandshakeRun none(*m_wire, request, steps, m_selected);
        none.begin(kSelect);
        none.fail(selected.error());
        return {none.report, selected.error()};
    }
    // A card that was reset or changed by another program knows nothing of the session that is open here: what comes
    // of that is not told, a new session is begun instead.
    const bool again = m_client->isOpen();
    std::vector<HandshakeStep> ends;
    const StepSink held = [&](const HandshakeStep& step) {
        if (step.state == StepState::Failed || step.state == StepState::Skipped)
            ends.push_back(step);
        else if (steps)
            steps(step);
    };
    HandshakeOutcome outcome = run(request, again ? held : steps, progress);
    const bool lost =
        again && outcome.error && (outcome.error->kind == ErrorKind::Conflict || outcome.error->kind == ErrorKind::Io);
    if (lost && select())
        return run(request, steps, progress);
    if (steps)
        std::for_each(ends.begin(), ends.end(), steps);
    return outcome;
}

Result<void> CardSide::endSession()
{
    m_wire->beginStep();
    auto ended = m_client->endSession();
    m_selected = m_wire->endStep();
    return ended;
}

/// Where nobody has said as whom, the one that the card accepts this credential's keys from.
HandshakeRequest CardSide::resolved(HandshakeRequest request) const
{
    const std::vector<OfferedMethod>& offers = m_client->discovery().offers;
    const auto credential = request.asItSays ? credentialFor(request) : tl::unexpected(Error{});
    if (!credential)
        return request;
    const auto* keys = std::get_if<KeySetCredential>(&*credential);
    const auto isFor = [&](const OfferedMethod& offer) {
        const auto version = keys ? static_cast<std::uint8_t>(keys->keys.version) : std::uint8_t{0};
        return offer.method == request.method
            && (keys ? std::find(offer.keyVersions.begin(), offer.keyVersions.end(), version) != offer.keyVersions.end()
                     : offer.role == request.as);
    };
    if (const auto found = std::find_if(offers.begin(), offers.end(), isFor); found != offers.end())
        request.as = found->role;
    return request;
}

HandshakeOutcome CardSide::run(const HandshakeRequest& wanted, const StepSink& steps, const Progress& progress)
{
    const HandshakeRequest request = resolved(wanted);
    const auto begin = m_options.records.now();
    HandshakeRun run(*m_wire, request, steps, m_selected);
    run.report.again = m_client->isOpen();
    m_wire->setThroughDevice(request.throughDevice);
    recordBegin(request);
    if (progress)
        m_wire->setStop([&progress] { return progress(0, 0); });
    auto shaken = shake(run);
    m_wire->setStop({});
    std::optional<Error> error;
    if (!shaken) {
        error = shaken.error();
        run.fail(*error);
        // Also where the card opened a channel that we do not want any more.
        if (error->kind == ErrorKind::Cancelled)
            (void)m_client->endSession();
    }
    run.report.open = shaken.has_value();
    if (shaken)
        m_request = request;
    else
        m_wire->setThroughDevice(m_client->isOpen() && m_request.throughDevice);
    m_sessionWanted = m_client->isOpen();
    showSession();
    recordHandshake(run, begin, error);
    return {std::move(run.report), std::move(error)};
}

/// What SELECT has told is checked before anything else is sent.
Result<void> CardSide::selectFor(HandshakeRun& run)
{
    const HandshakeRequest& request = run.report.request;
    run.begin(kSelect);
    if (const CardDiscovery& told = m_client->discovery(); !told.offers.empty())
        run.add(kSelect, offersValue(told));
    if (auto offered = checkOffered(m_state.offers, request.as, request.method, request.level); !offered)
        return offered;
    run.end(kSelect);
    return {};
}

Result<void> CardSide::shake(HandshakeRun& run)
{
    const HandshakeRequest& request = run.report.request;
    if (auto selected = selectFor(run); !selected)
        return selected;
    const auto level = securityLevelOf(request.level);
    if (!level)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CardSide", "there is no security level %1; 01, 03, 11, 13 and 33 there are")
                .arg(hexDigits(request.level)));
    const auto credential = credentialFor(request);
    if (!credential)
        return tl::unexpected(credential.error());
    const std::size_t pairs = m_client->pairs();
    const std::size_t bytes = m_client->bytes();
    auto shaken = m_client->authenticate(*credential, optionsFor(request, *level, run));
    if (!shaken)
        return shaken;
    run.report.pairs = m_client->pairs() - pairs;
    run.report.bytes = m_client->bytes() - bytes;
    run.report.keyVersion = m_client->facts().keyVersion;
    run.report.receipts = m_client->facts().ownCertificate.has_value();
    m_own.reset();
    if (run.report.receipts)
        m_own = std::get<CertificateCredential>(*credential);
    m_begin.reset();
    m_asked.reset();
    return askAccess(run);
}

Result<void> CardSide::askAccess(HandshakeRun& run)
{
    run.begin(kAccess);
    // Cards of interface 1.0 have nothing to say about rights, and lose count over a command they do not know.
    if (m_client->discovery().offers.empty()) {
        run.end(kAccess, StepState::Skipped);
        return {};
    }
    auto access = m_client->accessConditions();
    if (!access)
        return tl::unexpected(access.error());
    run.report.access = *std::move(access);
    m_state.memory = m_client->lastMemory();
    m_memoryIsFresh = m_state.memory.has_value();
    if (auto asked = m_memoryIsFresh ? Result<void>() : askMemory(); !asked)
        return asked;
    run.report.memory = m_state.memory.value_or(MemoryMap{});
    run.add(kAccess, accessValue(run.report, m_client->accessAnswer()));
    run.end(kAccess);
    return {};
}

Result<void> CardSide::askMemory()
{
    if (!m_options.details)
        return {};
    auto memory = m_client->memory();
    if (!memory)
        return tl::unexpected(memory.error());
    m_state.memory = *std::move(memory);
    m_memoryIsFresh = true;
    return {};
}

/// The state as the session now is.
void CardSide::showSession()
{
    const bool open = m_client->isOpen();
    m_state.secured = open;
    m_state.security = open ? m_client->security() : QString();
    m_state.offers = m_client->discovery().offers;
    m_state.access = open ? m_client->access() : std::nullopt;
    m_state.demoCredentials = open && CredentialStore::isBuiltIn(m_request.credential);
    m_state.writable = open;
    if (open)
        m_state.warnings.clear();
    if (!open || !m_state.access)
        m_state.memory.reset();
    if (m_state.access && m_entity != m_state.access->entity) {
        m_entity = m_state.access->entity;
        m_isRead = false;
        m_state.owners.reset();
    }
    const bool issuer = !m_state.access || m_state.access->role == Role::Issuer;
    if (open)
        m_reader->setEntity(issuer ? std::string() : m_state.access->entity);
}

Record CardSide::handshakeRecord(const HandshakeRequest& request) const
{
    Record record;
    record.layer = Layer::SecureChannel;
    record.from = m_wire->host();
    record.to = Actor::Card;
    record.name = methodName(request.method);
    return record;
}

void CardSide::recordBegin(const HandshakeRequest& request) const
{
    if (!m_options.records)
        return;
    Record record = handshakeRecord(request);
    record.target = roleWord(request.as);
    record.status = QStringLiteral("begin");
    m_options.records.write(std::move(record));
}

void CardSide::recordHandshake(
    const HandshakeRun& run, std::chrono::nanoseconds begin, const std::optional<Error>& error)
{
    if (!m_options.records)
        return;
    Record record = handshakeRecord(run.report.request);
    record.target = error ? error->text() : m_client->security();
    record.status = error ? QStringLiteral("refused") : QStringLiteral("ok");
    record.level = error ? StatusLevel::Error : StatusLevel::Ok;
    for (const HandshakeStep& step : run.report.steps)
        for (const HandshakeValue& value : step.values)
            if (!value.secret)
                (step.from == Actor::Card ? record.response : record.request) += value.bytes;
    m_options.records.write(std::move(record), begin);
}

} // namespace dmsc
