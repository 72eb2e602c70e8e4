// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"

#include <QWidget>

namespace dmsc {

/// Who talks to whom, painted: the one side, the device that carries where there is one, the card.
class PairingPicture : public QWidget
{
    Q_OBJECT

public:
    explicit PairingPicture(QWidget* parent = nullptr);

    void setRole(Role role);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Role m_role = Role::Device;
};

} // namespace dmsc
