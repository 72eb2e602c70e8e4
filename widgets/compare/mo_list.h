// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/mo_model.h"

#include <QListView>

namespace dmsc {

/// The MOs of both sides with what differs in each; a click goes there.
class MoList : public QListView
{
    Q_OBJECT

public:
    explicit MoList(MoModel& model, QWidget* parent = nullptr);
    /// Marks the MO that holds a pair, without going anywhere.
    void showPair(PairNo pair);

Q_SIGNALS:
    void pairChosen(dmsc::PairNo pair);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(const QModelIndex& index);

    MoModel& m_model;
};

} // namespace dmsc
