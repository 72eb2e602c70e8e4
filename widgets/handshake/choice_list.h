// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace dmsc {

class ChoiceRow;

/// One of several, each with a few words on what it is; those that cannot be chosen say why.
class ChoiceList : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        int id = 0;
        QString name; ///< of the object, for tests
        QIcon icon;
        QString title;
        QString text;
        QString lack; ///< what it does not give; may be empty
    };

    explicit ChoiceList(QWidget* parent = nullptr);

    void add(const Choice& choice);
    /// An empty reason makes it choosable. What is chosen and cannot be is chosen no more.
    void setWhyNot(int id, const QString& why);
    [[nodiscard]] QString whyNot(int id) const;
    /// Nothing happens when it cannot be chosen.
    void choose(int id);
    [[nodiscard]] int chosen() const; ///< -1: none
    [[nodiscard]] int firstChoosable() const; ///< -1: none
    /// The focus to what is chosen, else to the first that can be.
    void takeFocus();

Q_SIGNALS:
    void chosenChanged(int id);

protected:
    /// The arrow keys go from one that can be chosen to the next.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool move(const QObject* from, int key);
    [[nodiscard]] ChoiceRow* row(int id) const;

    QButtonGroup* m_group;
    QVBoxLayout* m_layout;
    std::vector<ChoiceRow*> m_rows;
};

} // namespace dmsc
