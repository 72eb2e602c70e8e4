// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/credentials/credential_store.h"
#include "cardio/desk/desk.h"
#include "cardio/desk/desk_user.h"
#include "cardio/desk/pair_apply.h"
#include "cardio/desk/side_session.h"
#include "cardio/pcsc/reader_watch.h"
#include "cardio/vpcd/vpcd_plug.h"

#include <QEvent>

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace dmsc {

/// The desk's thread: takes tasks, owns the sessions, and hands what happened back as values, which the GUI thread
/// drains after one wake-up.
class Desk::Worker
{
public:
    Worker(Desk& desk, QString cacheFolder, const QString& credentialsFile);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    using Sessions = std::array<std::unique_ptr<SideSession>, 2>;
    using Report = std::function<void(Desk&)>; ///< run in the GUI thread; captures values only

    /// What a task may use while it runs in the worker thread.
    struct Context
    {
        Worker& worker;
        Sessions& sessions;
        std::optional<CredentialStore>& store; ///< opened when it is needed first
        Progress progress;

        void report(Report report) const { worker.post(std::move(report)); }
        [[nodiscard]] SideOptions options(Side side) const;
        void fail(const Error& error) const;
        void tellOpened(Side side) const;
        bool open(Side side, const Where& where);
        void openDemo(const QString& folder);
        void apply(const std::vector<Operation>& operations);
        void preview(const std::vector<Operation>& operations);
        void handshake(Side side, SideSession& session, const HandshakeRequest& request);
        Result<void> tellTries(Side side, SideSession& session) const;
        void runFlow(const FlowRequest& request, const HandsetSettings& settings);
        [[nodiscard]] Result<std::pair<SideSession*, SideSession*>> bothSides() const;
        void tellCredentials(CredentialStore& credentials) const;
    };
    using Work = std::function<void(Context&)>;

    // GUI thread
    void start(const QString& what, Work work);
    /// Runs `use` on what is open on the side; its error, or that nothing is open, is reported.
    void startOn(Side side, const QString& what, std::function<Result<void>(Context&, SideSession&)> use);
    /// Runs `use` on the store of credentials, then tells what is in it.
    void startWithCredentials(const QString& what, std::function<Result<void>(CredentialStore&)> use);
    void cancel();
    void drain();
    [[nodiscard]] bool busy() const { return m_running > 0; }
    [[nodiscard]] RecordQueue& records() { return m_records; }
    void watchReaders(bool on);
    void plug(Side side);
    void unplug(Side side);
    /// What is open on the side has changed: its old card does not stay in the virtual reader.
    void keepPlug(Side side, const Where& where);

    static QEvent::Type wakeUpType();

    // Flows: the user and the pace may be reached while the worker waits for them.
    [[nodiscard]] DeskUser& user() { return m_user; }
    [[nodiscard]] FlowPacer& pacer() { return m_pacer; }
    [[nodiscard]] const HandsetSettings& settings() const { return m_settings; } ///< GUI thread
    void setSettings(const HandsetSettings& settings) { m_settings = settings; }
    [[nodiscard]] QString syncFolder() const;
    // worker thread
    void keepPlan(const SyncPlan& plan) { m_syncPlan = plan; }
    [[nodiscard]] const std::optional<SyncPlan>& syncPlan() const { return m_syncPlan; }

private:
    struct Task
    {
        std::uint64_t number = 0;
        QString what;
        Work work;
    };

    void run(const std::stop_token& stop);
    using Store = std::optional<CredentialStore>;
    /// The file's content, read when it is needed first.
    [[nodiscard]] Result<CredentialStore*> openStore(Store& store) const;
    void carryOut(Task& task, Sessions& sessions, Store& store, const std::stop_token& stop);
    void post(Report report);
    void postProgress(std::size_t done, std::size_t total);
    void wakeUp();
    /// Another text for what is busy; the task's own when it is empty.
    void postWaiting(const QString& what);
    void startPlug(Side side, const Where& where);
    /// Ends it in another thread: that may take as long as the card's last command.
    template <class Thing> void retire(std::unique_ptr<Thing> thing);

    /// A card in the virtual reader. The number tells its reports from those of one that is on its way out.
    struct Plug
    {
        std::unique_ptr<VpcdPlug> plug;
        Where where;
        std::uint64_t number = 0;
    };

    Desk* m_desk;
    [[nodiscard]] DeskUser::Out userOut();

    QString m_cacheFolder;
    QString m_credentialsFile;
    RecordQueue m_records;
    RecordOutlet m_outlet{m_records.sink(), m_records.clock(), [this] { return m_records.newExchange(); }};
    DeskUser m_user{userOut()};
    FlowPacer m_pacer;
    std::optional<SyncPlan> m_syncPlan; ///< worker thread only

    std::mutex m_taskMutex;
    std::condition_variable_any m_taskArrived;
    std::deque<Task> m_tasks;
    std::atomic<std::uint64_t> m_cancelledUpTo{0};

    std::mutex m_reportMutex;
    std::vector<Report> m_reports;
    std::optional<std::pair<std::size_t, std::size_t>> m_progress;
    bool m_awake = false; // a wake-up is on its way

    // GUI thread only
    std::uint64_t m_lastNumber = 0;
    int m_running = 0;
    QString m_what; ///< of the task that began it
    HandsetSettings m_settings;
    std::unique_ptr<ReaderWatch> m_watch;
    std::array<Plug, 2> m_plugs;
    std::vector<std::jthread> m_retiring;

    std::jthread m_thread; // last: everything above is there before it starts
};

} // namespace dmsc
