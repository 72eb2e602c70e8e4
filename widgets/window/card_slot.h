// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace dmsc {

class DeskController;
class SessionFlows;

/// The card slot of the handset: what is opened on the card's side is put into it when that is wanted, and taken out
/// when it is closed. Otherwise two images that are opened beside each other are only compared.
class CardSlot : public QObject
{
    Q_OBJECT

public:
    CardSlot(DeskController& controller, SessionFlows& flows, QObject* parent);

    /// Opening a card inserts it, closing it takes it out.
    void setFollows(bool wanted);
    /// UC2: detection, handshake, what the card offers.
    void insert();
    void takeOut();
    [[nodiscard]] QString whyNotOut() const; ///< empty when it can be done; busy counts for itself

private:
    [[nodiscard]] QString cardInSlot() const; ///< the handset and the card beside it; empty: one is missing
    void follow();

    DeskController& m_controller;
    SessionFlows& m_flows;
    bool m_follows = false;
    QString m_inserted; ///< as cardInSlot() was; empty: nothing is in it
};

} // namespace dmsc
