// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/compare/compare_view.h"
#include "widgets/window/main_window.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace dmsc::test {

/// The real window on a demo desk of its own.
class WindowBench
{
public:
    /// What the window is asked for; settings and demo images lie in a folder that goes with this.
    [[nodiscard]] WindowOptions options() const
    {
        WindowOptions options;
        options.settingsFile = path("settings.ini");
        options.cacheFolder = path("cache");
        options.demoFolder = path("demo");
        options.recordingsFolder = path("recordings");
        options.credentialsFile = path("credentials");
        options.theme = Theme::Light;
        options.hints = false;
        return options;
    }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    bool openDemo()
    {
        WindowOptions wanted = options();
        wanted.demo = true;
        return open(wanted) && QTest::qWaitFor([this] { return bothOpen(); }, 20000);
    }
    bool open(const WindowOptions& wanted)
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(wanted);
        m_window->resize(1280, 800);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        return QTest::qWaitFor([this] { return m_window->hasStarted(); }, 5000);
    }
    void close() { m_window.reset(); }

    [[nodiscard]] bool bothOpen() { return controller().side(Side::Device) && controller().side(Side::Card) && idle(); }
    [[nodiscard]] bool idle() { return !controller().desk().busy(); }
    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] DeskController& controller() { return m_window->controller(); }
    [[nodiscard]] CompareModel& model() { return controller().compare(); }
    [[nodiscard]] CompareView& view() { return m_window->view(); }
    [[nodiscard]] const std::vector<Operation>& planned() { return controller().workspace().plan().operations(); }
    [[nodiscard]] QAction* action(Command command) { return m_window->actions()[command]; }
    template <class T> [[nodiscard]] T* find(const char* name) { return m_window->findChild<T*>(QLatin1String(name)); }

    /// The first shown row in a state below which nothing else hangs, -1 if there is none.
    [[nodiscard]] int leafRow(PairState state)
    {
        model().expandAll();
        for (int row = 0; row < model().rowCount(); ++row) {
            const QModelIndex index = model().index(row, CompareModel::StateColumn);
            if (!index.data(CompareModel::HasChildrenRole).toBool()
                && index.data(CompareModel::StateRole).toInt() == int(state))
                return row;
        }
        return -1;
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&view(), Qt::Key(key), modifiers);
    }
    void select(int row, Side side)
    {
        view().setFocus();
        view().setFocusSide(side);
        view().goToRow(row);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace dmsc::test
