// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_state.h"
#include "cardio/files/pin_change.h"
#include "model/items/card_file_model.h"

#include <QPointer>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace dmsc {

class CardFileDetails;

/// The files of the card on one side of the desk, its keys with the tries that are left, and the chosen file. Says
/// what it wants done; whoever owns it does it and tells the outcome.
class CardFilesPane : public QWidget
{
    Q_OBJECT

public:
    explicit CardFilesPane(QAction* findFiles, QWidget* parent = nullptr);
    ~CardFilesPane() override;

    /// What is open on the side now, nothing for nothing.
    void setSide(Side side, const std::optional<SideState>& state);
    /// The side whose card is shown.
    [[nodiscard]] Side side() const { return m_side; }
    void showSide(Side side);
    void setContent(Side side, const CardFileContent& content);
    /// A file was changed: it is read again when it is the one that is shown.
    void dropContent(Side side, const QString& path);
    void readAgain(Side side, const QString& path);
    void setBusy(bool busy);
    void chooseFile(const QString& path);
    /// Menus of the keys to enter, and of those to change or unblock, where the keys stand.
    void chooseKey();
    void chooseKeyChange();
    [[nodiscard]] QString chosenPath() const;
    /// Widths of the columns and of the halves.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);
    [[nodiscard]] CardFileDetails& details() { return *m_details; }
    [[nodiscard]] QTreeView& view() { return *m_view; }
    [[nodiscard]] CardFileModel& model() { return m_model; }

Q_SIGNALS:
    void sideShown(dmsc::Side side);
    void readRequested(dmsc::Side side, const QString& path);
    void writeProposed(dmsc::Side side, const dmsc::CardFileWrite& write);
    void resizeRequested(dmsc::Side side, const QString& path, quint64 size);
    void keyRequested(dmsc::Side side, int reference);
    void keyChangeRequested(dmsc::Side side, int reference, dmsc::PinChange::Kind kind);

private:
    QWidget* buildEmpty(QAction* findFiles);
    QWidget* buildFiles();
    void connectAll();
    void showState();
    void showEmpty();
    void showKeys();
    [[nodiscard]] QToolButton* keyButton(const CardPin& pin);
    [[nodiscard]] QToolButton* addKeyMenu(const QString& name, const QString& text);
    void addKey(QMenu* menu, const CardPin& pin);
    void addKeyChanges(const CardFileTree& tree);
    static void popUp(QMenu* menu, const QWidget* below);
    void chooseCurrent();
    void readCurrent();
    [[nodiscard]] bool isCard(Side side) const;
    [[nodiscard]] const CardFileTree* files() const;
    [[nodiscard]] const CardFile* current() const;

    CardFileModel m_model;
    QSortFilterProxyModel m_filtered;
    std::array<std::optional<SideState>, 2> m_sides;
    Side m_side = Side::Card;
    QTimer m_readSoon; ///< so that walking over files with the keyboard reads only the one that is stayed at
    bool m_busy = false;
    bool m_readWhenIdle = false;
    QComboBox* m_choice;
    QLineEdit* m_filter;
    QWidget* m_keys;
    QHBoxLayout* m_keyLine;
    QPointer<QToolButton> m_changeKeys;
    QStackedWidget* m_pages;
    QLabel* m_emptyText = nullptr;
    QToolButton* m_emptyFind = nullptr;
    QToolButton* m_find = nullptr;
    QTreeView* m_view = nullptr;
    QSplitter* m_splitter = nullptr;
    CardFileDetails* m_details = nullptr;
};

} // namespace dmsc
