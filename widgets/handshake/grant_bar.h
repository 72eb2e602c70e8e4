// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"

#include <QWidget>

namespace dmsc {

/// How much of what one entity may have it was granted, and how much of that is used.
class GrantBar : public QWidget
{
    Q_OBJECT

public:
    explicit GrantBar(QWidget* parent = nullptr);

    /// `words` are what the bar shows, for who cannot see it.
    void setMemory(const EntityMemory& memory, const QString& words);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    EntityMemory m_memory;
};

} // namespace dmsc
