// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <vector>

class QAction;

namespace dmsc {

/// What an action is before anybody changes it.
struct ActionSpec
{
    QString id; ///< "plan.apply": stable, never shown
    QString text; ///< as in a menu, with '&' for its key
    QList<QKeySequence> shortcuts;
    QIcon icon;
    QString hint; ///< one sentence for the tool tip; may be empty
    QString words = {}; ///< others that it is looked for by; never shown
};

/// Every action of the window, known by id: the menus, the tool bar and the command palette take theirs from here.
/// An action that cannot run now is disabled and its tool tip says why.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject* parent = nullptr);

    /// A new action, owned by the registry. An id that is taken gives the action that has it.
    QAction* add(const ActionSpec& spec);
    /// Nothing for an unknown id.
    [[nodiscard]] QAction* action(const QString& id) const;
    /// In the order in which they were added.
    [[nodiscard]] std::vector<QAction*> actions() const;

    /// Enables the action, or disables it for the reason given (a sentence for the user). Unknown ids are ignored.
    void setAvailable(const QString& id, const QString& whyNot = {});
    [[nodiscard]] QString whyNot(const QAction& action) const;

    /// Exists error naming the action that has one of the keys already, NotFound for an unknown id.
    Result<void> setShortcuts(const QString& id, const QList<QKeySequence>& shortcuts);
    [[nodiscard]] QList<QKeySequence> defaultShortcuts(const QString& id) const;
    /// "Ctrl+K: Commands, Search" for every key that two actions have.
    [[nodiscard]] QStringList conflicts() const;

    /// Other words that an action is looked for by.
    [[nodiscard]] QString otherWords(const QAction& action) const;
    /// Text of a menu entry without its '&' and dots.
    [[nodiscard]] static QString plainText(const QAction& action);

Q_SIGNALS:
    void availabilityChanged();

private:
    struct Entry
    {
        QAction* action = nullptr;
        QList<QKeySequence> shortcuts;
        QString hint;
        QString words;
        QString whyNot;
    };

    [[nodiscard]] const Entry* entry(const QString& id) const;
    static void updateToolTip(const Entry& entry);

    std::vector<Entry> m_entries;
};

} // namespace dmsc
