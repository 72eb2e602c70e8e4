// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace dmsc {

/// A button of the tool bar that opens a menu at once; its arrow is part of the text.
class MenuButton : public QToolButton
{
    Q_OBJECT

public:
    explicit MenuButton(QWidget* parent = nullptr);

    /// Shows `text` with the arrow behind it.
    void setTitle(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace dmsc
