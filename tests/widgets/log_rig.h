// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/log/log_view.h"

#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <utility>

namespace dmsc {

inline Record selectRecord(int number)
{
    Record record;
    record.name = QStringLiteral("SELECT %1").arg(number);
    record.status = QStringLiteral("9000");
    record.level = StatusLevel::Ok;
    record.request = QByteArray::fromHex("00A4040007F0444D5343000100");
    record.response = QByteArray::fromHex("6F0684044849434B9000");
    return record;
}

inline void fill(RecordQueue& queue, int count)
{
    for (int i = 0; i < count; ++i) {
        queue.write(selectRecord(i));
    }
}

/// A READ with two GET RESPONSEs, and a SELECT.
inline void writeGroup(RecordQueue& queue)
{
    for (int i = 0; i < 4; ++i) {
        Record record = selectRecord(i);
        record.continuation = i == 1 || i == 2;
        queue.write(record);
    }
}

/// A log with so many rows, on the screen. Its queue goes with it.
inline std::unique_ptr<LogView> filled(int count)
{
    auto queue = std::make_unique<RecordQueue>();
    auto view = std::make_unique<LogView>(queue.get());
    view->resize(1200, 400);
    view->show();
    fill(*queue, count);
    [&] { QTRY_COMPARE(view->model().rowCount(), count); }();
    QObject::connect(view.get(), &QObject::destroyed, [kept = std::shared_ptr<RecordQueue>(std::move(queue))] {});
    return view;
}

inline int currentRow(const LogView& view)
{
    return view.table().currentIndex().row();
}

/// The items of the menu of saved filters as somebody who opens it sees them.
inline QList<QAction*> openSaved(const LogView& view)
{
    QMenu* menu = view.findChild<QToolButton*>(QStringLiteral("logSavedFilters"))->menu();
    Q_EMIT menu->aboutToShow();
    return menu->actions();
}

} // namespace dmsc
