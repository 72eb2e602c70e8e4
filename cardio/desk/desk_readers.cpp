// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk_worker.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/reader_records.h"

#include <QCoreApplication>

namespace dmsc {

void Desk::watchReaders(bool on)
{
    m_worker->watchReaders(on);
}

void Desk::plug(Side side)
{
    m_worker->plug(side);
}

void Desk::unplug(Side side)
{
    m_worker->unplug(side);
}

template <class Thing> void Desk::Worker::retire(std::unique_ptr<Thing> thing)
{
    m_retiring.emplace_back([held = std::shared_ptr<Thing>(std::move(thing))]() mutable { held.reset(); });
}

void Desk::Worker::watchReaders(bool on)
{
    if (!on && m_watch)
        retire(std::move(m_watch));
    if (!on || m_watch)
        return;
    m_watch = std::make_unique<ReaderWatch>([this, last = ReaderList()](const ReaderList& readers) mutable {
        writeReaderEvents(m_outlet, last, readers);
        last = readers;
        post([readers](Desk& desk) {
            if (desk.m_worker->m_watch)
                Q_EMIT desk.readersChanged(readers);
        });
    });
}

void Desk::Worker::plug(Side side)
{
    startOn(side, QCoreApplication::translate("Desk", "Plugging into PC/SC"),
        [side](Context& context, SideSession& session) -> Result<void> {
            const Where where = session.state().where;
            if (where.kind != Where::Kind::Card)
                return dmsc::fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("Desk", "only an emulated card can be plugged into PC/SC"),
                    where.text());
            context.report([side, where](Desk& desk) { desk.m_worker->startPlug(side, where); });
            return {};
        });
}

void Desk::Worker::startPlug(Side side, const Where& where)
{
    Plug& plug = m_plugs[indexOf(side)];
    if (plug.plug)
        return;
    const auto address = VpcdAddress::parse(qEnvironmentVariable("DMSC_VPCD"));
    if (!address) {
        Q_EMIT m_desk->failed(address.error());
        return;
    }
    plug.where = where;
    const std::uint64_t number = ++plug.number;
    plug.plug = std::make_unique<VpcdPlug>(
        *address, [path = where.name] { return EmulatedCard::open(path); },
        [this, side, number](const PlugState& state) {
            post([side, number, state](Desk& desk) {
                if (desk.m_worker->m_plugs[indexOf(side)].number != number)
                    return;
                if (state.phase == PlugState::Phase::Pulled)
                    desk.unplug(side);
                Q_EMIT desk.plugChanged(side, state);
            });
        });
}

void Desk::Worker::unplug(Side side)
{
    Plug& plug = m_plugs[indexOf(side)];
    if (plug.plug)
        retire(std::move(plug.plug)); // it tells when the card is out
}

void Desk::Worker::keepPlug(Side side, const Where& where)
{
    if (m_plugs[indexOf(side)].where != where)
        unplug(side);
}

} // namespace dmsc
