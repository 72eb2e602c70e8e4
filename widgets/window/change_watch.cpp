// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/change_watch.h"

#include <QCoreApplication>
#include <QEvent>

#include <chrono>

namespace dmsc {

namespace {

constexpr std::chrono::milliseconds kAfter{1500};

} // namespace

ChangeWatch::ChangeWatch(QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kAfter);
    connect(&m_timer, &QTimer::timeout, this, &ChangeWatch::changed);
    QCoreApplication::instance()->installEventFilter(this);
}

void ChangeWatch::touch()
{
    if (!m_timer.isActive()) // who goes on and on is told of as well
        m_timer.start();
}

bool ChangeWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyRelease:
    case QEvent::MouseButtonRelease:
    case QEvent::Drop:
        touch();
        break;
    case QEvent::Resize:
    case QEvent::Move:
        if (watched == parent())
            touch();
        break;
    default:
        break;
    }
    return false;
}

} // namespace dmsc
