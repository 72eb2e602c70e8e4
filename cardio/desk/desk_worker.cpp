// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk_worker.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

QEvent::Type Desk::Worker::wakeUpType()
{
    return QEvent::User;
}

Desk::Worker::Worker(Desk& desk, QString cacheFolder, const QString& credentialsFile)
    : m_desk(&desk)
    , m_cacheFolder(std::move(cacheFolder))
    , m_credentialsFile(credentialsFile.isEmpty() ? CredentialStore::defaultPath() : credentialsFile)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

Desk::Worker::~Worker()
{
    cancel();
    m_thread.request_stop();
    m_taskArrived.notify_all();
    m_thread.join();
}

void Desk::Worker::start(const QString& what, Work work)
{
    const std::uint64_t number = ++m_lastNumber;
    if (++m_running == 1) {
        m_what = what;
        Q_EMIT m_desk->busyChanged(true, what);
    }
    {
        const std::lock_guard lock(m_taskMutex);
        m_tasks.push_back({number, what, std::move(work)});
    }
    m_taskArrived.notify_one();
}

void Desk::Worker::cancel()
{
    m_cancelledUpTo = m_lastNumber;
    m_user.stop();
    m_pacer.stop();
}

void Desk::Worker::run(const std::stop_token& stop)
{
    // Made, used and ended in this thread alone.
    std::optional<CredentialStore> store;
    Sessions sessions;
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_taskMutex);
            if (!m_taskArrived.wait(lock, stop, [this] { return !m_tasks.empty(); }))
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        carryOut(task, sessions, store, stop);
    }
}

void Desk::Worker::carryOut(Task& task, Sessions& sessions, Store& store, const std::stop_token& stop)
{
    const std::uint64_t number = task.number;
    Context context{*this, sessions, store, [this, number, stop](std::size_t done, std::size_t total) {
                        postProgress(done, total);
                        return number > m_cancelledUpTo && !stop.stop_requested();
                    }};
    m_user.begin(AnswerMode::Ask);
    if (number <= m_cancelledUpTo) // stopped before begin() could forget it
        post([](Desk& desk) { Q_EMIT desk.cancelled(); });
    else
        task.work(context);
    post([](Desk& desk) {
        if (--desk.m_worker->m_running == 0)
            Q_EMIT desk.busyChanged(false, {});
    });
}

void Desk::Worker::post(Report report)
{
    const std::lock_guard lock(m_reportMutex);
    m_reports.push_back(std::move(report));
    wakeUp();
}

void Desk::Worker::postProgress(std::size_t done, std::size_t total)
{
    const std::lock_guard lock(m_reportMutex);
    m_progress = {done, total}; // only the latest counts
    wakeUp();
}

void Desk::Worker::postWaiting(const QString& what)
{
    post([what](Desk& desk) {
        if (desk.busy())
            Q_EMIT desk.busyChanged(true, what.isEmpty() ? desk.m_worker->m_what : what);
    });
}

void Desk::Worker::wakeUp()
{
    if (m_awake)
        return;
    m_awake = true;
    QCoreApplication::postEvent(m_desk, new QEvent(wakeUpType()));
}

void Desk::Worker::drain()
{
    std::vector<Report> reports;
    std::optional<std::pair<std::size_t, std::size_t>> progress;
    {
        const std::lock_guard lock(m_reportMutex);
        reports.swap(m_reports);
        progress.swap(m_progress);
        m_awake = false;
    }
    if (progress)
        Q_EMIT m_desk->progressed(static_cast<qint64>(progress->first), static_cast<qint64>(progress->second));
    for (const Report& report : reports)
        report(*m_desk);
}

SideOptions Desk::Worker::Context::options(Side side) const
{
    SideOptions options;
    options.cacheFolder = worker.m_cacheFolder;
    options.records = worker.m_outlet;
    options.waiting = [&worker = worker](const QString& what) { worker.postWaiting(what); };
    options.actor = side == Side::Card ? Actor::Card : Actor::Device;
    // A card beside a handset is in it.
    const SideSession* handset = sessions[indexOf(Side::Device)].get();
    options.user =
        side == Side::Card && handset && handset->state().where.kind == Where::Kind::Handset ? &worker.m_user : nullptr;
    options.opening = SideOptions::Opening::SessionIfPossible;
    options.credential = [&worker = worker, &store = store](const HandshakeRequest& request) -> Result<Credential> {
        const auto credentials = worker.openStore(store);
        return credentials ? (*credentials)->get(request.credential) : tl::unexpected(credentials.error());
    };
    return options;
}

void Desk::Worker::Context::fail(const Error& error) const
{
    if (error.kind == ErrorKind::Cancelled)
        report([](Desk& desk) { Q_EMIT desk.cancelled(); });
    else
        report([error](Desk& desk) { Q_EMIT desk.failed(error); });
}

void Desk::Worker::Context::tellOpened(Side side) const
{
    report([side, state = sessions[indexOf(side)]->state()](Desk& desk) { Q_EMIT desk.opened(side, state); });
}

bool Desk::Worker::Context::open(Side side, const Where& where)
{
    auto session = SideSession::open(where, options(side), progress);
    if (!session) {
        fail(session.error());
        return false; // what was open stays
    }
    sessions[indexOf(side)] = std::move(*session);
    tellOpened(side);
    report([side, now = sessions[indexOf(side)]->state().where](Desk& desk) { desk.m_worker->keepPlug(side, now); });
    return true;
}

void Desk::Worker::Context::apply(const std::vector<Operation>& operations)
{
    ApplyOutcome outcome = applyToPair({sessions[0].get(), sessions[1].get()}, operations, progress);
    if (outcome.error && outcome.error->kind == ErrorKind::Cancelled) {
        fail(*outcome.error);
        return;
    }
    report([results = outcome.results](Desk& desk) { Q_EMIT desk.applied(results); });
    if (outcome.error)
        fail(*outcome.error);
    for (const Side side : kSides) {
        const bool meant = std::any_of(
            operations.begin(), operations.end(), [side](const Operation& one) { return one.side == side; });
        if (meant && sessions[indexOf(side)])
            tellOpened(side);
    }
}

void Desk::Worker::Context::preview(const std::vector<Operation>& operations)
{
    std::vector<CardFileWrite> writes;
    for (const Side side : kSides) {
        SideSession* session = sessions[indexOf(side)].get();
        std::vector<Operation> ours;
        std::copy_if(operations.begin(), operations.end(), std::back_inserter(ours),
            [side](const Operation& one) { return one.side == side; });
        if (!session || ours.empty())
            continue;
        auto here = session->preview(ours);
        if (!here) {
            fail(here.error());
            return;
        }
        std::move(here->begin(), here->end(), std::back_inserter(writes));
    }
    report([writes = std::move(writes)](Desk& desk) { Q_EMIT desk.previewed(writes); });
}

void Desk::Worker::startOn(Side side, const QString& what, std::function<Result<void>(Context&, SideSession&)> use)
{
    start(what, [side, use = std::move(use)](Context& context) {
        SideSession* session = context.sessions[indexOf(side)].get();
        if (!session) {
            context.fail(
                {ErrorKind::NotFound, QCoreApplication::translate("Desk", "nothing is open on this side"), {}});
            return;
        }
        if (Result<void> done = use(context, *session); !done)
            context.fail(done.error());
    });
}

} // namespace dmsc
