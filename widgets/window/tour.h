// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/window/window_options.h"

#include <QDateTime>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace dmsc {

class MainWindow;

/// Walks through the demo desk as a person would and leaves a picture of each station and the session record in a
/// folder. Works off screen. Goes by timers and signals; nothing here waits.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(WindowOptions options, QString folder, QObject* parent = nullptr);
    ~Tour() override;

    void start();

Q_SIGNALS:
    void took(const QString& file);
    /// Empty where all went well.
    void finished(const QString& error);

private:
    /// Acts, waits until `ready`, and takes a picture.
    struct Station
    {
        QString name;
        std::function<void()> act;
        std::function<bool()> ready;
        int scale = 1;
    };

    void plan();
    void planFlow();
    void planLooks();
    void next();
    void poll();
    bool takePicture(const Station& station);
    void finish();
    void stop(const QString& error);
    void selectDifferences(int count);
    void goToChangedLeaf();

    WindowOptions m_options;
    QString m_folder;
    QTemporaryDir m_scratch; ///< demo images and settings of the tour's own
    std::unique_ptr<MainWindow> m_window;
    std::vector<Station> m_stations;
    std::size_t m_at = 0;
    int m_waited = 0;
    QTimer m_poll;
    QDateTime m_startedAt;
};

} // namespace dmsc
