// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/flow/flow.h"
#include "widgets/ladder/sheet.h"

#include <QByteArray>
#include <QSizeF>

class QPainter;

namespace dmsc {

/// A flow that has run, for a report: its ladder, and the handset's screens with what was answered. Painted by one
/// painter into every format, in the light colours of paper. Safe to be used on any thread.
class FlowSheet
{
public:
    explicit FlowSheet(FlowReport report);

    /// In device-independent pixels.
    [[nodiscard]] QSizeF size() const;
    void paint(QPainter& painter) const;
    [[nodiscard]] Result<QByteArray> render(SheetFormat format) const;

private:
    [[nodiscard]] double paintHead(QPainter* painter, double y) const;
    [[nodiscard]] double paintLadder(QPainter* painter, double y) const;
    [[nodiscard]] double paintScreens(QPainter* painter, double y) const;
    [[nodiscard]] double layOut(QPainter* painter) const;

    FlowReport m_report;
};

} // namespace dmsc
