// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/desk.h"
#include "widgets/theme/colors.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QWidget;

namespace dmsc {

class CardFilesPane;
class DeskController;
class PinChangeDialog;
class PinPanel;

/// What it takes to read and write files of a card: the last look at the bytes, then the key where one is wanted, then
/// the doing. One thing at a time; a failure or "no" anywhere leaves the card as it was.
class CardFlows : public QObject
{
    Q_OBJECT

public:
    CardFlows(DeskController& controller, CardFilesPane& files, PinPanel& pins, QWidget* window);

    /// Carries the plan out; where it writes to files of a plain UICC the bytes are shown first.
    void apply();
    void explore(Side side);
    /// Asks for a key of the card on `side`.
    void askKey(Side side, std::uint8_t reference);
    /// Asks for a new value of a key, and for the old one or the PUK.
    void changeKey(Side side, std::uint8_t reference, PinChange::Kind kind);

Q_SIGNALS:
    void noticed(dmsc::StatusTone tone, const QString& text);
    /// apply() went no further: the user said no, or the card did.
    void abandoned();

private:
    struct Waiting
    {
        Side side = Side::Card;
        std::vector<CardFileWrite> writes;
        std::vector<std::uint8_t> verified; ///< references of keys, while this waited
        std::function<void()> go; ///< once every key that the writes want is verified
    };
    struct Reading
    {
        Side side = Side::Card;
        QString path;
    };

    void connectDesk();
    void connectPanes();
    void takePreview(const std::vector<CardFileWrite>& writes);
    void takePin(Side side, const CardPin& pin);
    void takeFailure(const Error& error);
    void takeBusy(bool busy);
    void takeKeyChange(Side side, const CardPinChange& change);
    void connectKeys();
    void propose(Side side, const CardFileWrite& write);
    void takePrepared(Side side, CardFileWrite write);
    void resize(Side side, const QString& path, quint64 size);
    void show(Side side, std::vector<CardFileWrite> writes, std::function<void()> go);
    void goOn();
    void abandon();
    void offerKeyForReading(const Error& error);
    void updatePanel(Side side);
    [[nodiscard]] std::shared_ptr<const CardFileTree> filesOf(Side side) const;
    [[nodiscard]] QString titleOf(Side side) const;

    DeskController& m_controller;
    Desk& m_desk;
    CardFilesPane& m_files;
    PinPanel& m_pins;
    QWidget* m_window;
    bool m_previewing = false;
    bool m_goOnWhenIdle = false;
    std::optional<Waiting> m_waiting;
    std::optional<Side> m_preparing; ///< the commands of an edit are being worked out
    QPointer<PinChangeDialog> m_keyChange; ///< gone once it was closed
    std::optional<Reading> m_reading; ///< on its way to the card
    std::optional<Reading> m_readAfterPin;
};

} // namespace dmsc
