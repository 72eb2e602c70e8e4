// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk_worker.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

void Desk::explore(Side side)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Finding the card's files"),
        [side](Worker::Context& context, SideSession& session) -> Result<void> {
            if (auto explored = session.explore(context.progress); !explored)
                return explored;
            context.tellOpened(side);
            return {};
        });
}

void Desk::readFile(Side side, const QString& path)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Reading %1").arg(path),
        [side, path](Worker::Context& context, SideSession& session) -> Result<void> {
            auto content = session.readFile(path);
            if (!content)
                return tl::unexpected(content.error());
            context.report([side, content = *std::move(content)](Desk& desk) { Q_EMIT desk.fileRead(side, content); });
            return {};
        });
}

void Desk::writeFile(Side side, const CardFileWrite& write)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Writing %1").arg(write.name),
        [side, write](Worker::Context& context, SideSession& session) -> Result<void> {
            if (auto written = session.writeFile(write); !written)
                return written;
            context.report([side, path = write.path](Desk& desk) { Q_EMIT desk.fileWritten(side, path); });
            context.tellOpened(side);
            return {};
        });
}

void Desk::resizeFile(Side side, const QString& path, std::uint64_t size)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Resizing %1").arg(path),
        [side, path, size](Worker::Context& context, SideSession& session) -> Result<void> {
            if (auto resized = session.resizeFile(path, size); !resized)
                return resized;
            context.report([side, path](Desk& desk) { Q_EMIT desk.fileWritten(side, path); });
            context.tellOpened(side);
            return {};
        });
}

void Desk::verifyPin(Side side, std::uint8_t reference, const QByteArray& digits)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Verifying the PIN"),
        [side, reference, secret = SecretBytes(digits.begin(), digits.end())](
            Worker::Context& context, SideSession& session) -> Result<void> {
            const auto pin = session.verifyPin(reference,
                QByteArray::fromRawData(
                    reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size())));
            if (!pin)
                return tl::unexpected(pin.error());
            context.report([side, pin = *pin](Desk& desk) { Q_EMIT desk.pinChecked(side, pin); });
            context.tellOpened(side);
            return {};
        });
}

void Desk::askPinState(Side side, std::uint8_t reference)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Asking for the tries that are left"),
        [side, reference](Worker::Context& context, SideSession& session) -> Result<void> {
            const auto pin = session.pinState(reference);
            if (!pin)
                return tl::unexpected(pin.error());
            context.report([side, pin = *pin](Desk& desk) { Q_EMIT desk.pinTold(side, pin); });
            return {};
        });
}

void Desk::changePin(Side side, const PinChange& change)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Changing the PIN"),
        [side, change](Worker::Context& context, SideSession& session) -> Result<void> {
            const auto changed = session.changePin(change);
            if (!changed)
                return tl::unexpected(changed.error());
            context.report([side, changed = *changed](Desk& desk) { Q_EMIT desk.pinChanged(side, changed); });
            context.tellOpened(side);
            return {};
        });
}

void Desk::prepareFile(Side side, const QString& path, const CardFilePart& part)
{
    m_worker->startOn(side, QCoreApplication::translate("Desk", "Working out what to write"),
        [side, path, part](Worker::Context& context, SideSession& session) -> Result<void> {
            const auto write = session.prepareFile(path, part);
            if (!write)
                return tl::unexpected(write.error());
            context.report([side, write = *write](Desk& desk) { Q_EMIT desk.filePrepared(side, write); });
            return {};
        });
}

void Desk::preview(std::vector<Operation> operations)
{
    m_worker->start(QCoreApplication::translate("Desk", "Working out what to write"),
        [operations = std::move(operations)](Worker::Context& context) { context.preview(operations); });
}

} // namespace dmsc
