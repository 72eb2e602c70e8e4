// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/card_slot.h"

#include "widgets/window/desk_controller.h"
#include "widgets/window/session_flows.h"

namespace dmsc {

namespace {

bool isHandset(const std::optional<SideState>& side)
{
    return side && side->where.kind == Where::Kind::Handset;
}

} // namespace

CardSlot::CardSlot(DeskController& controller, SessionFlows& flows, QObject* parent)
    : QObject(parent)
    , m_controller(controller)
    , m_flows(flows)
{
    connect(&m_controller, &DeskController::sideUpdated, this, &CardSlot::follow);
    connect(&m_controller, &DeskController::busyChanged, this, &CardSlot::follow);
}

QString CardSlot::cardInSlot() const
{
    const std::optional<SideState>& device = m_controller.side(Side::Device);
    const std::optional<SideState>& card = m_controller.side(Side::Card);
    if (!isHandset(device) || !card || !card->card)
        return {};
    return device->where.text() + QLatin1Char('\n') + card->card->iccid;
}

void CardSlot::setFollows(bool wanted)
{
    m_follows = wanted;
    m_inserted.clear();
    follow();
}

void CardSlot::follow()
{
    if (!m_follows || m_controller.desk().busy())
        return;
    const QString now = cardInSlot();
    if (now == m_inserted)
        return;
    if (now.isEmpty()) {
        const bool out = isHandset(m_controller.side(Side::Device)) && !m_controller.side(Side::Card);
        m_inserted.clear();
        if (out)
            takeOut();
    } else if (m_flows.whyNoFlow().isEmpty()) { // with a plan it waits
        insert();
    }
}

void CardSlot::insert()
{
    m_inserted = cardInSlot();
    m_flows.run(FlowKind::Uc2, {});
}

void CardSlot::takeOut()
{
    m_controller.desk().takeCardOut();
}

QString CardSlot::whyNotOut() const
{
    return isHandset(m_controller.side(Side::Device))
        ? QString()
        : tr("Open an emulated handset on the device side first, as the demo desk has one");
}

} // namespace dmsc
