// SPDX-License-Identifier: Apache-2.0
// MainWindow: files that are opened, saved and dropped, and what happens to changes that wait when something closes.
#include "widgets/compare/dropped_files.h"
#include "widgets/memory/memory_pane.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/left_to_right.h"
#include "widgets/window/card_flows.h"
#include "widgets/window/file_name.h"
#include "widgets/window/log_flows.h"
#include "widgets/window/main_window.h"
#include "widgets/window/message_bar.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

/// What can only be a recording; a document of a tree may be JSON, XML or WBXML as well.
bool isRecordingName(const QString& path)
{
    static constexpr std::array kSuffixes{"dmsclog", "pcap", "pcapng", "cap", "log", "apdu", "txt"};
    const QString suffix = QFileInfo(path).suffix();
    return std::any_of(kSuffixes.begin(), kSuffixes.end(),
        [&suffix](const char* known) { return suffix.compare(QLatin1String(known), Qt::CaseInsensitive) == 0; });
}

} // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    openPaths(droppedFiles(event->mimeData()), std::nullopt);
}

void MainWindow::openPath(const QString& path, std::optional<Side> side)
{
    if (!side && isRecordingName(path)) {
        m_logs->open(path);
        return;
    }
    const auto where = Where::parse(path);
    if (!where) {
        takeFailure(where.error());
        return;
    }
    const Side natural = where->kind == Where::Kind::Card ? Side::Card : Side::Device;
    openInstead(side.value_or(natural), *where);
}

void MainWindow::openPaths(const QStringList& paths, std::optional<Side> side)
{
    if (std::any_of(paths.begin(), paths.end(), isRecordingName)) {
        for (const QString& path : paths)
            openPath(path, isRecordingName(path) ? std::nullopt : side);
        return;
    }
    // Two files make a comparison: the first one is the left.
    if (paths.size() >= 2) {
        openPath(paths[0], Side::Device);
        openPath(paths[1], Side::Card);
    } else if (!paths.isEmpty()) {
        openPath(paths[0], side);
    }
}

void MainWindow::askOpen(Side side)
{
    auto* dialog =
        new QFileDialog(this, side == Side::Device ? tr("Open on the device side") : tr("Open on the card side"));
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Trees and images (*.xml *.wbxml *.ddf *.prov *.provwbxml *.json *.dmhandset *.dmcard)"),
        tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, side](const QString& path) { openPath(path, side); });
    dialog->open();
}

void MainWindow::askSave(Side side)
{
    auto* dialog =
        new QFileDialog(this, side == Side::Device ? tr("Save the device's tree as") : tr("Save the card's tree as"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("TNDS, XML (*.xml)"), tr("TNDS, WBXML (*.wbxml)"), tr("DDF (*.ddf)"),
        tr("WAP provisioning, XML (*.prov)"), tr("WAP provisioning, WBXML (*.provwbxml)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("xml"));
    if (m_controller.side(side))
        dialog->selectFile(fileNameOf(m_controller.side(side)->title));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const qsizetype dot = filter.lastIndexOf(QLatin1Char('.'));
        dialog->setDefaultSuffix(filter.mid(dot + 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, side](const QString& path) { m_controller.saveAs(side, path); });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_closing && !whatWouldBeLost().isEmpty()) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    saveSession();
    QMainWindow::closeEvent(event);
}

void MainWindow::closeUnasked()
{
    m_closing = true;
    close();
}

bool MainWindow::memoryWaits(Side side) const
{
    return m_memory != nullptr && m_memory->card() && m_memory->card()->side == side
        && !m_memory->queue().queue().empty();
}

QStringList MainWindow::unsaved(Side side) const
{
    QStringList lost;
    if (memoryWaits(side))
        lost << tr("%n change(s) of the card's memory are not applied.", nullptr,
            int(m_memory->queue().queue().changes().size()));
    if (const auto& state = m_controller.side(side); state && state->modified)
        lost << tr("%1 was changed and is not saved.").arg(leftToRight(state->title, layoutDirection()));
    return lost;
}

QString MainWindow::plannedText(std::ptrdiff_t operations)
{
    return tr("%Ln planned operation(s) are not applied.", nullptr, int(operations));
}

QStringList MainWindow::whatWouldBeLost() const
{
    QStringList lost;
    if (const std::size_t planned = m_controller.workspace().plan().operations().size(); planned > 0)
        lost << plannedText(std::ptrdiff_t(planned));
    for (const Side side : kSides)
        lost << unsaved(side);
    return lost;
}

std::ptrdiff_t MainWindow::plannedOn(Side side) const
{
    const auto& operations = m_controller.workspace().plan().operations();
    return std::count_if(
        operations.begin(), operations.end(), [side](const Operation& operation) { return operation.side == side; });
}

void MainWindow::closeSide(Side side)
{
    const QString name = m_controller.side(side) ? m_controller.side(side)->title : QString();
    Leaving leaving = goingOn(
        tr("%1 is closed then.").arg(leftToRight(name, layoutDirection())), [this, side] { m_controller.close(side); });
    leaving.lost = [this, side] {
        const std::ptrdiff_t planned = plannedOn(side);
        return (planned > 0 ? QStringList(plannedText(planned)) : QStringList()) + unsaved(side);
    };
    leaving.applyHelps = [this, side] { return plannedOn(side) > 0 || memoryWaits(side); };
    leaving.discardText = tr("Discard and close");
    leaving.applyText = tr("Apply and close");
    askBeforeLosing(leaving);
}

void MainWindow::openInstead(Side side, const Where& where)
{
    // What is planned stays as far as it fits what comes, and what does not is told.
    Leaving leaving = goingOn(
        tr("%1 is opened in its place then.").arg(leftToRight(QFileInfo(where.name).fileName(), layoutDirection())),
        [this, side, where] { m_controller.open(side, where); });
    leaving.lost = [this, side] { return unsaved(side); };
    leaving.applyHelps = [this, side] { return memoryWaits(side); };
    askBeforeLosing(leaving);
}

QString MainWindow::demoFolder() const
{
    return m_options.demoFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                          : m_options.demoFolder;
}

void MainWindow::openDemo()
{
    Leaving leaving =
        goingOn(tr("The demo desk is opened in its place then."), [this] { m_controller.openDemo(demoFolder()); });
    leaving.lost = [this] { return unsaved(Side::Device) + unsaved(Side::Card); };
    leaving.applyHelps = [this] { return memoryWaits(Side::Device) || memoryWaits(Side::Card); };
    askBeforeLosing(leaving);
}

void MainWindow::renewDemo()
{
    Leaving leaving = goingOn(tr("The demo begins anew then."), [this] { m_controller.renewDemo(demoFolder()); });
    leaving.lost = [this] {
        return QStringList{
                   tr("What was changed on the demo's handset and card, and what the card has noted as delivered")}
        + unsaved(Side::Device) + unsaved(Side::Card);
    };
    askBeforeLosing(leaving);
}

void MainWindow::askBeforeClosing()
{
    Leaving leaving = goingOn(tr("The workbench closes then."), [this] {
        m_closing = true;
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
    leaving.name = QStringLiteral("closeDialog");
    leaving.title = tr("Close the workbench");
    leaving.lost = [this] { return whatWouldBeLost(); };
    leaving.applyHelps = [this] {
        return !m_controller.workspace().plan().empty() || memoryWaits(Side::Card) || memoryWaits(Side::Device);
    };
    leaving.discardText = tr("Discard and close");
    leaving.applyText = tr("Apply and close");
    askBeforeLosing(leaving);
}

MainWindow::Leaving MainWindow::goingOn(const QString& effect, const std::function<void()>& goOn)
{
    return {QStringLiteral("discardDialog"), tr("Changes that wait"), {}, [] { return false; }, effect,
        tr("Discard and go on"), tr("Apply and go on"), goOn};
}

void MainWindow::askBeforeLosing(const Leaving& leaving)
{
    const QStringList lost = leaving.lost();
    if (lost.isEmpty()) {
        leaving.goOn();
        return;
    }
    if (findChild<QMessageBox*>(leaving.name) == nullptr)
        lossBox(leaving, lost.join(QLatin1Char('\n')))->open();
}

QMessageBox* MainWindow::lossBox(const Leaving& leaving, const QString& lost)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, leaving.title, lost, QMessageBox::NoButton, this);
    box->setObjectName(leaving.name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(
        themedIcon(Icon::Warning, StatusTone::Warning).pixmap(QSize(4 * kGrid, 4 * kGrid), devicePixelRatio()));
    const bool canApply = leaving.applyHelps();
    box->setInformativeText((canApply ? tr("%1 Apply carries the changes out before, Discard forgets them, and Cancel "
                                           "leaves everything as it is.")
                                      : tr("%1 Discard forgets the changes, and Cancel leaves everything as it is."))
                                .arg(leaving.effect));
    QPushButton* forget = box->addButton(leaving.discardText, QMessageBox::DestructiveRole);
    QPushButton* stay = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(forget, &QPushButton::clicked, this, leaving.goOn);
    if (canApply) {
        QPushButton* apply = box->addButton(leaving.applyText, QMessageBox::AcceptRole);
        connect(apply, &QPushButton::clicked, this, [this, leaving] {
            m_leaving = leaving;
            applyBeforeLeaving();
        });
    }
    return box;
}

void MainWindow::applyBeforeLeaving()
{
    // The memory first: the plan may need the room.
    if (memoryWaits(Side::Card) || memoryWaits(Side::Device)) {
        m_applyFirst = ApplyFirst::Memory;
        m_memory->apply();
        return;
    }
    m_applyFirst = ApplyFirst::Plan;
    if (m_controller.workspace().plan().empty())
        leaveApplied();
    else
        m_flows->apply();
}

void MainWindow::leaveApplied()
{
    if (m_applyFirst != ApplyFirst::Plan)
        return;
    m_applyFirst = ApplyFirst::Done;
    // Not amid what is told of it, nor before it is over.
    QMetaObject::invokeMethod(this, &MainWindow::goOnLeaving, Qt::QueuedConnection);
}

void MainWindow::goOnLeaving()
{
    if (m_busy)
        return;
    if (m_applyFirst == ApplyFirst::Memory) {
        m_applyFirst = ApplyFirst::Nothing;
        if (m_memory->queue().queue().empty()) // all was granted: what was refused still waits
            applyBeforeLeaving();
    } else if (m_applyFirst == ApplyFirst::Done) {
        m_applyFirst = ApplyFirst::Nothing;
        askBeforeLosing(m_leaving); // a document that was changed by it is not saved yet
    }
}

} // namespace dmsc
