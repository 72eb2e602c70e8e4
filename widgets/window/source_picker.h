// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/side.h"
#include "widgets/window/menu_button.h"

namespace dmsc {

/// The tool bar's "Device [Demo handset v]": what is open on a side, and what else could be.
class SourcePicker : public MenuButton
{
    Q_OBJECT

public:
    explicit SourcePicker(Side side, QWidget* parent = nullptr);

    /// What is open; empty for nothing.
    void setSource(const QString& title, const QString& detail);

private:
    Side m_side;
};

} // namespace dmsc
