// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/side.h"

#include <QToolButton>

class QAction;

namespace dmsc {

/// The tool bar's "Device [Demo handset v]": what is open on a side, and what else could be.
class SourcePicker : public QToolButton
{
    Q_OBJECT

public:
    explicit SourcePicker(Side side, QWidget* parent = nullptr);

    /// What is open; empty for nothing.
    void setSource(const QString& title, const QString& detail);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Side m_side;
};

} // namespace dmsc
