// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_state.h"
#include "cardio/session/operation_result.h"
#include "model/compare/operation.h"
#include "model/record/record_queue.h"

#include <QObject>

#include <memory>
#include <vector>

namespace dmsc {

/// The one facade between the window and everything that talks. Lives in the GUI thread and never blocks it: work
/// runs on one worker thread per desk, results come back as signals in the GUI thread, in order.
class Desk : public QObject
{
    Q_OBJECT

public:
    /// Copies of cards are kept in `cacheFolder` between sessions; empty: nowhere.
    explicit Desk(QObject* parent = nullptr, const QString& cacheFolder = {});
    ~Desk() override;

    [[nodiscard]] RecordQueue& records();
    [[nodiscard]] bool busy() const;

    /// Opens a document, an image or (part 2) a reader on a side; the other side stays as it is.
    void open(Side side, const Where& where);
    /// The demo handset and the demo card, made afresh in `folder` where they are missing.
    void openDemo(const QString& folder);
    void close(Side side);
    /// Reads the side again: by what changed where the peer keeps a journal.
    void reload(Side side);
    /// Carries the plan out, all or nothing over both sides.
    void apply(std::vector<Operation> operations);
    /// Writes the side's tree as a document; the format goes by the suffix.
    void saveAs(Side side, const QString& path);
    /// Stops what runs at the next safe point; nothing is half done.
    void cancel();

Q_SIGNALS:
    void busyChanged(bool busy, const QString& what);
    void progressed(qint64 done, qint64 total);
    void opened(dmsc::Side side, const dmsc::SideState& state);
    void closed(dmsc::Side side);
    /// After apply(): what each operation was answered; both sides are opened() again when anything changed.
    void applied(const std::vector<dmsc::OperationResult>& results);
    void saved(dmsc::Side side, const QString& path);
    void failed(const dmsc::Error& error);
    void cancelled();

protected:
    bool event(QEvent* event) override;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace dmsc
