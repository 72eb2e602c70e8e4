// SPDX-License-Identifier: Apache-2.0
// The line with a card's keys: how each stands, entering, changing and unblocking them.
#include "model/items/card_file_text.h"
#include "model/uicc/pin_text.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/theme/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace dmsc {

namespace {

constexpr int kMaxKeysShown = 4; // the others are in a menu

QIcon keyIcon(const CardPin& pin)
{
    if (isBlocked(pin))
        return themedIcon(Icon::Error, StatusTone::Error);
    return pin.verified ? themedIcon(Icon::Unlock, StatusTone::Ok)
                        : themedIcon(pin.enabled ? Icon::Lock : Icon::Unlock);
}

QString keyText(const CardPin& pin)
{
    return CardFilesPane::tr("%1: %2", "key, how it stands").arg(pin.name, pinStateText(pin));
}

} // namespace

void CardFilesPane::showKeys()
{
    while (QLayoutItem* item = m_keyLine->takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater(); // it may be its own click that brought us here
        delete item;
    }
    const CardFileTree* tree = files();
    m_keys->setVisible(tree != nullptr);
    if (tree == nullptr)
        return;
    QMenu* more = nullptr;
    int shown = 0;
    for (const CardPin& pin : tree->pins) {
        if (++shown <= kMaxKeysShown) {
            m_keyLine->addWidget(keyButton(pin));
            continue;
        }
        if (more == nullptr)
            more = addKeyMenu(QStringLiteral("moreKeys"), tr("More keys"))->menu();
        addKey(more, pin);
    }
    addKeyChanges(*tree);
    m_keyLine->addStretch();
    if (tree->freeMemory) {
        auto* free = new QLabel(tr("%1 free").arg(byteCountText(*tree->freeMemory)), m_keys);
        free->setObjectName(QStringLiteral("filesFree"));
        m_keyLine->addWidget(free);
    }
}

void CardFilesPane::addKey(QMenu* menu, const CardPin& pin)
{
    menu->addAction(keyIcon(pin), keyText(pin), this,
        [this, reference = int(pin.reference)] { Q_EMIT keyRequested(m_side, reference); });
}

void CardFilesPane::chooseKey()
{
    const CardFileTree* tree = files();
    if (tree == nullptr || tree->pins.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chooseKey"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const CardPin& pin : tree->pins)
        addKey(menu, pin);
    popUp(menu, m_keys);
}

void CardFilesPane::chooseKeyChange()
{
    if (m_changeKeys)
        popUp(m_changeKeys->menu(), m_changeKeys);
}

/// With its first entry chosen: whoever came here by the keyboard goes on with it.
void CardFilesPane::popUp(QMenu* menu, const QWidget* below)
{
    menu->popup(below->mapToGlobal(QPoint(0, below->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

QToolButton* CardFilesPane::addKeyMenu(const QString& name, const QString& text)
{
    auto* button = new QToolButton(m_keys);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    m_keyLine->addWidget(button);
    return button;
}

void CardFilesPane::addKeyChanges(const CardFileTree& tree)
{
    if (tree.pins.empty())
        return;
    m_changeKeys = addKeyMenu(QStringLiteral("changeKeys"), tr("Change a key"));
    QMenu* menu = m_changeKeys->menu();
    const auto add = [&](const CardPin& pin, PinChange::Kind kind, Icon icon, const QString& text) {
        QAction* action = menu->addAction(themedIcon(icon), text, this,
            [this, reference = int(pin.reference), kind] { Q_EMIT keyChangeRequested(m_side, reference, kind); });
        action->setObjectName((kind == PinChange::Kind::Change ? QStringLiteral("change") : QStringLiteral("unblock"))
            + QString::number(pin.reference, 16).rightJustified(2, QLatin1Char('0')).toUpper());
    };
    for (const CardPin& pin : tree.pins)
        add(pin, PinChange::Kind::Change, Icon::Key, tr("Change %1...").arg(pin.name));
    menu->addSeparator();
    for (const CardPin& pin : tree.pins) {
        if (!isAdministrativeKey(pin.reference))
            add(pin, PinChange::Kind::Unblock, Icon::Unlock, tr("Unblock %1 with its PUK...").arg(pin.name));
    }
}

QToolButton* CardFilesPane::keyButton(const CardPin& pin)
{
    auto* button = new QToolButton(m_keys);
    button->setObjectName(
        QStringLiteral("key") + QString::number(pin.reference, 16).rightJustified(2, QLatin1Char('0')).toUpper());
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIcon(keyIcon(pin));
    button->setText(keyText(pin));
    button->setAccessibleName(button->text());
    button->setToolTip(isBlocked(pin) ? tr("Only unblocking helps")
            : pin.verified            ? tr("Until the card is reset")
                                      : tr("Enter %1").arg(pin.name));
    const int reference = pin.reference;
    connect(button, &QToolButton::clicked, this, [this, reference] { Q_EMIT keyRequested(m_side, reference); });
    return button;
}

} // namespace dmsc
