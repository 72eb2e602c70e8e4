// SPDX-License-Identifier: Apache-2.0
// What the workbench's launch is held against: a window of the same widgets with nothing behind them.
#include <QApplication>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <cstdio>

namespace {

/// Says so when it has been painted.
class EmptyWindow : public QMainWindow
{
public:
    EmptyWindow()
    {
        for (const char* name : {"File", "Edit", "View", "Compare", "Card", "Help"}) {
            QMenu* menu = menuBar()->addMenu(QLatin1String(name));
            for (int i = 0; i < 8; ++i)
                menu->addAction(QStringLiteral("Action %1").arg(i));
        }
        QToolBar* bar = addToolBar(QStringLiteral("Tools"));
        for (int i = 0; i < 10; ++i)
            bar->addAction(QStringLiteral("Tool %1").arg(i));
        setCentralWidget(desk());
        addTable(QStringLiteral("Objects"), Qt::LeftDockWidgetArea);
        addTable(QStringLiteral("Details"), Qt::RightDockWidgetArea);
        addTable(QStringLiteral("Plan"), Qt::BottomDockWidgetArea);
        statusBar()->addPermanentWidget(new QLabel(QStringLiteral("Ready")));
        resize(1280, 800);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QMainWindow::paintEvent(event);
        QTimer::singleShot(0, [] {
            std::puts("painted");
            std::fflush(stdout);
        });
    }

private:
    QWidget* desk()
    {
        auto* desk = new QWidget;
        auto* column = new QVBoxLayout(desk);
        auto* row = new QHBoxLayout;
        row->addWidget(new QLineEdit);
        row->addWidget(new QLineEdit);
        column->addLayout(row);
        auto* buttons = new QHBoxLayout;
        for (int i = 0; i < 8; ++i)
            buttons->addWidget(new QToolButton);
        column->addLayout(buttons);
        column->addWidget(table());
        return desk;
    }
    QWidget* table()
    {
        auto* view = new QTableView;
        view->setModel(new QStandardItemModel(0, 5, view));
        return view;
    }
    void addTable(const QString& title, Qt::DockWidgetArea area)
    {
        auto* dock = new QDockWidget(title, this);
        dock->setWidget(table());
        addDockWidget(area, dock);
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    EmptyWindow window;
    window.show();
    return QApplication::exec();
}
