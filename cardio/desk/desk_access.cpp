// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk_worker.h"

#include "model/byte_array.h"
#include "model/files/input_file.h"

#include <QCoreApplication>

#include <algorithm>

// The facade's part about handshakes, memory, receipts and credentials.
namespace dmsc {

namespace {

constexpr qint64 kMaxCredentialFile = 1 << 20;

/// Bytes of a passphrase; Qt's own copy is wiped.
SecretBytes secretOf(QByteArray& passphrase)
{
    SecretBytes secret(passphrase.begin(), passphrase.end());
    passphrase.detach();
    wipe(passphrase.data(), static_cast<std::size_t>(passphrase.size()));
    return secret;
}

Result<Bytes> readSmall(const QString& path)
{
    auto bytes = readWholeFile(
        path, kMaxCredentialFile, QCoreApplication::translate("Desk", "a file of keys has at most 1 MiB"));
    if (!bytes)
        return tl::unexpected(std::move(bytes.error()));
    Bytes copy = toBytes(*bytes);
    wipe(bytes->data(), static_cast<std::size_t>(bytes->size()));
    return copy;
}

bool opensAnything(const SideState& before, const SideState& after)
{
    return before.access != after.access || before.secured != after.secured || before.security != after.security;
}

} // namespace

Result<CredentialStore*> Desk::Worker::openStore(Store& store) const
{
    if (!store) {
        auto opened = CredentialStore::open(m_credentialsFile);
        if (!opened)
            return tl::unexpected(opened.error());
        store.emplace(*std::move(opened));
    }
    return &*store;
}

void Desk::Worker::Context::tellCredentials(CredentialStore& credentials) const
{
    report([list = credentials.list(), locked = credentials.isLocked()](
               Desk& desk) { Q_EMIT desk.credentialsChanged(list, locked); });
}

void Desk::Worker::Context::handshake(Side side, SideSession& session, const HandshakeRequest& request)
{
    const SideState before = session.state();
    const StepSink steps = [this, side](const HandshakeStep& step) {
        report([side, step](Desk& desk) { Q_EMIT desk.handshakeStepped(side, step); });
    };
    const HandshakeOutcome outcome = session.handshake(request, steps, progress);
    report([side, done = outcome.report](Desk& desk) { Q_EMIT desk.handshakeDone(side, done); });
    // Why it failed stands in its step; nothing more has to be told but that there were no steps.
    if (outcome.error && (outcome.error->kind == ErrorKind::Cancelled || outcome.report.steps.empty()))
        fail(*outcome.error);
    if (outcome.report.open)
        if (auto read = session.reload(progress); !read)
            fail(read.error());
    if (outcome.report.open || opensAnything(before, session.state()))
        tellOpened(side);
}

Result<void> Desk::Worker::Context::tellTries(Side side, SideSession& session) const
{
    auto tries = session.keySetTries();
    if (!tries)
        return tl::unexpected(tries.error());
    report([side, told = *std::move(tries)](Desk& desk) { Q_EMIT desk.triesTold(side, told); });
    return {};
}

void Desk::handshake(Side side, const HandshakeRequest& request)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Shaking hands"),
        [side, request](Worker::Context& context, SideSession& session) -> Result<void> {
            context.handshake(side, session, request);
            return {};
        });
}

void Desk::manageMemory(Side side, const std::vector<MemoryRequest>& requests)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Managing the card's memory"),
        [side, requests](Worker::Context& context, SideSession& session) -> Result<void> {
            auto results = session.manageMemory(requests, context.progress);
            if (!results)
                return tl::unexpected(results.error());
            context.report([side, results = *results](Desk& desk) { Q_EMIT desk.memoryManaged(side, results); });
            const bool deleted = std::any_of(results->begin(), results->end(), [](const MemoryResult& result) {
                return result.done() && result.request.action == MemoryAction::Delete;
            });
            auto read = deleted ? session.reload(context.progress) : Result<void>();
            context.tellOpened(side);
            return read;
        });
}

void Desk::askTries(Side side)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Asking for the tries that are left"),
        [side](const Worker::Context& context, SideSession& session) { return context.tellTries(side, session); });
}

void Desk::resetTries(Side side, std::uint8_t keyVersion)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Resetting the tries"),
        [side, keyVersion](const Worker::Context& context, SideSession& session) -> Result<void> {
            if (auto reset = session.resetTries(keyVersion); !reset)
                return reset;
            return context.tellTries(side, session);
        });
}

void Desk::writeReceipt(Side side, const QString& path)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Writing the receipt"),
        [side, path](Worker::Context& context, SideSession& session) -> Result<void> {
            auto receipt = session.writeReceipt(path);
            if (!receipt)
                return tl::unexpected(receipt.error());
            context.report(
                [side, receipt = *std::move(receipt)](Desk& desk) { Q_EMIT desk.receiptWritten(side, receipt); });
            return {};
        });
}

void Desk::listCredentials()
{
    m_worker->startWithCredentials(QCoreApplication::translate("Desk", "Looking for credentials"),
        [](CredentialStore&) -> Result<void> { return {}; });
}

void Desk::unlockCredentials(const QByteArray& passphrase)
{
    m_worker->startWithCredentials(QCoreApplication::translate("Desk", "Unlocking the credentials"),
        [passphrase = QByteArray(passphrase)](
            CredentialStore& store) mutable { return store.unlock(secretOf(passphrase)); });
}

void Desk::importCredential(const QString& path, const QByteArray& passphrase, const QString& label, Role role)
{
    m_worker->startWithCredentials(QCoreApplication::translate("Desk", "Importing %1").arg(path),
        [path, passphrase = QByteArray(passphrase), label, role](CredentialStore& store) mutable -> Result<void> {
            auto bytes = readSmall(path);
            if (!bytes)
                return tl::unexpected(bytes.error());
            const auto imported = store.import(*bytes, secretOf(passphrase), label, role);
            wipe(bytes->data(), bytes->size());
            return imported ? Result<void>() : at(imported.error(), path);
        });
}

void Desk::removeCredential(const QString& id)
{
    m_worker->startWithCredentials(QCoreApplication::translate("Desk", "Removing a credential"),
        [id](CredentialStore& store) { return store.remove(id); });
}

void Desk::Worker::startWithCredentials(const QString& what, std::function<Result<void>(CredentialStore&)> use)
{
    start(what, [this, use = std::move(use)](Context& context) {
        auto store = openStore(context.store);
        Result<void> done = store ? use(**store) : tl::unexpected(store.error());
        if (!done)
            context.fail(done.error());
        if (store)
            context.tellCredentials(**store);
    });
}

} // namespace dmsc
