// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/details/node_view.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace dmsc {

class EditPanel;
class PropertyModel;
class ValueView;

/// The row that is current in the comparison: properties of both sides, values, and the editors for them.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget* parent = nullptr);

    void setPair(const PairView& pair);
    void clear();

    // What the menus and keys of the window ask for; each opens the editor in here.
    void editValue(Side side);
    void editProperty(Side side, Property property);
    void addChild(Side side);
    void removeNode(Side side);

Q_SIGNALS:
    void operationReady(const dmsc::Operation& operation);
    /// Something cannot be done; say why where the user looks.
    void refused(const QString& why);
    void editDismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildEmptyPage();
    void buildPage();
    QToolButton* addButton(Side side, const QString& name);
    void fillMenu(QToolButton* button, Side side);
    void updateButtons();
    void updateColours();

    QStackedWidget* m_pages;
    PropertyModel* m_model;
    QTableView* m_properties = nullptr;
    ValueView* m_values = nullptr;
    EditPanel* m_editor = nullptr;
    QToolButton* m_editDevice = nullptr;
    QToolButton* m_editCard = nullptr;
    PairView m_pair;
};

} // namespace dmsc
