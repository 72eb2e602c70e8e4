// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

namespace dmsc {

/// Tells a moment after somebody did something in the application that what it remembers may be another now: once for
/// whatever was done meanwhile, and not at all while nothing is.
class ChangeWatch : public QObject
{
    Q_OBJECT

public:
    explicit ChangeWatch(QObject* parent);

    void touch(); ///< something changed by itself

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
};

} // namespace dmsc
