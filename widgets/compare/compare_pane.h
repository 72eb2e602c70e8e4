// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/side.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace dmsc {

class AddressBar;
class CompareModel;
class CompareView;
class FilterBar;

/// Address bar, filter and the two trees; or, while nothing is open, what could be here and how to get it.
class ComparePane : public QWidget
{
    Q_OBJECT

public:
    /// `openDemo` and the others are offered while nothing is open.
    ComparePane(CompareModel& model, const QList<QAction*>& openActions, QWidget* parent = nullptr);

    [[nodiscard]] CompareView* view() const { return m_view; }
    [[nodiscard]] AddressBar* address() const { return m_address; }
    [[nodiscard]] FilterBar* filter() const { return m_filter; }
    /// Messages and hints go above the trees.
    void addBar(QWidget* bar);
    /// Buttons that stand in the filter's line.
    void addActions(const QList<QAction*>& actions);
    void setOpen(bool open);
    /// Remembers the current node and where it stands on the screen, and goes back there, while trees are exchanged.
    void keepPlace();
    void backToPlace();
    /// Only what differs, or everything.
    void setHideIdentical(bool hide);

Q_SIGNALS:
    void refused(const QString& why);
    void filesDropped(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildDesk(CompareModel& model);
    QWidget* buildEmpty(const QList<QAction*>& openActions);
    void applyFilter();
    void goTo(const QString& text);
    void showAddress();
    void updateAfterModel();

    struct Place
    {
        QString uri;
        Side side = Side::Device;
        int y = 0; ///< of the row, within the viewport
    };

    CompareModel& m_model;
    Place m_place;
    QVBoxLayout* m_layout;
    QStackedWidget* m_pages;
    AddressBar* m_address;
    FilterBar* m_filter;
    CompareView* m_view;
    QLabel* m_nothing = nullptr; ///< shown where the filter lets nothing through
    QWidget* m_desk = nullptr;
};

} // namespace dmsc
