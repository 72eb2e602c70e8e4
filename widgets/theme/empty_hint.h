// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme/grid.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QVBoxLayout>

namespace dmsc {

/// What will stand in a view, told while nothing does. Belongs to the view, which has its model already.
class EmptyHint : public QLabel
{
public:
    EmptyHint(QAbstractItemView& view, const QString& text)
        : QLabel(text, view.viewport())
    {
        setObjectName(view.objectName() + QStringLiteral("Empty"));
        setAlignment(Qt::AlignCenter);
        setWordWrap(true);
        setMargin(kGrid);
        setForegroundRole(QPalette::PlaceholderText);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        auto* over = new QVBoxLayout(view.viewport());
        over->setContentsMargins({});
        over->addWidget(this);
        const QAbstractItemModel* model = view.model();
        const auto update = [this, model] { setVisible(model->rowCount() == 0); };
        connect(model, &QAbstractItemModel::modelReset, this, update);
        connect(model, &QAbstractItemModel::rowsInserted, this, update);
        connect(model, &QAbstractItemModel::rowsRemoved, this, update);
        update();
    }
};

} // namespace dmsc
