// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk.h"

#include "cardio/desk/desk_worker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace dmsc {

Desk::Desk(QObject* parent, const QString& cacheFolder, const QString& credentialsFile)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(*this, cacheFolder, credentialsFile))
{
}

Desk::~Desk() = default;

RecordQueue& Desk::records()
{
    return m_worker->records();
}

bool Desk::busy() const
{
    return m_worker->busy();
}

bool Desk::event(QEvent* event)
{
    if (event->type() != Worker::wakeUpType())
        return QObject::event(event);
    m_worker->drain();
    return true;
}

void Desk::open(Side side, const Where& where)
{
    m_worker->start(QCoreApplication::translate("Desk", "Opening %1").arg(where.name),
        [side, where](Worker::Context& context) { context.open(side, where); });
}

namespace {

QString demoHandset(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("Demo handset.dmhandset"));
}

QString demoCard(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("Demo card.dmcard"));
}

/// The image, and what SQLite has left of an interrupted change to it.
Result<void> removeImage(const QString& path)
{
    for (const QString& name : {path, path + QStringLiteral("-journal")}) {
        QFile file(name);
        if (file.exists() && !file.remove())
            return fail(ErrorKind::Io, file.errorString(), name);
    }
    return {};
}

} // namespace

void Desk::Worker::Context::openDemo(const QString& folder)
{
    const QString handset = demoHandset(folder);
    const QString card = demoCard(folder);
    if (!QDir().mkpath(folder)) {
        fail({ErrorKind::Io, QCoreApplication::translate("Desk", "the folder cannot be made"), folder});
        return;
    }
    const ImageContent demo{true, {}};
    auto made = QFileInfo::exists(handset) ? Result<void>() : createHandset(handset, demo);
    if (made && !QFileInfo::exists(card))
        made = createCard(card, demo);
    if (!made) {
        fail(made.error());
        return;
    }
    if (open(Side::Device, {Where::Kind::Handset, handset}))
        open(Side::Card, {Where::Kind::Card, card});
}

void Desk::openDemo(const QString& folder)
{
    m_worker->start(QCoreApplication::translate("Desk", "Opening the demo desk"),
        [folder](Worker::Context& context) { context.openDemo(folder); });
}

void Desk::renewDemo(const QString& folder)
{
    for (const Side side : kSides)
        unplug(side); // what is in the virtual reader may be the card that goes
    m_worker->start(QCoreApplication::translate("Desk", "Beginning the demo anew"), [folder](Worker::Context& context) {
        for (auto& session : context.sessions)
            session.reset();
        auto removed = removeImage(demoHandset(folder));
        if (removed)
            removed = removeImage(demoCard(folder));
        if (!removed)
            context.fail(removed.error());
        context.openDemo(folder); // what could not be removed is opened as it is
    });
}

void Desk::close(Side side)
{
    m_worker->start(QCoreApplication::translate("Desk", "Closing"), [side](Worker::Context& context) {
        context.sessions[indexOf(side)].reset();
        context.report([side](Desk& desk) {
            Q_EMIT desk.closed(side);
            desk.unplug(side);
        });
    });
}

void Desk::reload(Side side)
{
    m_worker->start(QCoreApplication::translate("Desk", "Reading again"), [side](Worker::Context& context) {
        SideSession* session = context.sessions[indexOf(side)].get();
        if (!session)
            return;
        if (auto read = session->reload(context.progress); !read)
            context.fail(read.error());
        else
            context.tellOpened(side);
    });
}

void Desk::apply(std::vector<Operation> operations)
{
    m_worker->start(QCoreApplication::translate("Desk", "Applying the plan"),
        [operations = std::move(operations)](Worker::Context& context) { context.apply(operations); });
}

void Desk::saveAs(Side side, const QString& path)
{
    m_worker->start(QCoreApplication::translate("Desk", "Saving %1").arg(path), [side, path](Worker::Context& context) {
        SideSession* session = context.sessions[indexOf(side)].get();
        if (!session) {
            context.fail({ErrorKind::NotFound, QCoreApplication::translate("Desk", "there is nothing to save"), path});
            return;
        }
        if (auto saved = session->saveAs(path); !saved)
            context.fail(saved.error());
        else
            context.report([side, path](Desk& desk) { Q_EMIT desk.saved(side, path); });
    });
}

void Desk::cancel()
{
    m_worker->cancel();
}

} // namespace dmsc
