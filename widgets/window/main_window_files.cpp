// SPDX-License-Identifier: Apache-2.0
// MainWindow: files that are opened, saved and dropped, and what happens to changes that wait when something closes.
#include "widgets/compare/dropped_files.h"
#include "widgets/memory/memory_pane.h"
#include "widgets/window/card_flows.h"
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
        lost << tr("%1 was changed and is not saved.").arg(state->title);
    return lost;
}

QString MainWindow::plannedText(std::ptrdiff_t operations)
{
    return tr("%n planned operation(s) are not applied.", nullptr, int(operations));
}

QString MainWindow::whatWouldBeLost() const
{
    QStringList lost;
    if (const std::size_t planned = m_controller.workspace().plan().operations().size(); planned > 0)
        lost << plannedText(std::ptrdiff_t(planned));
    for (const Side side : kSides)
        lost << unsaved(side);
    return lost.join(QLatin1Char('\n'));
}

void MainWindow::closeSide(Side side)
{
    const auto& operations = m_controller.workspace().plan().operations();
    const auto planned = std::count_if(
        operations.begin(), operations.end(), [side](const Operation& operation) { return operation.side == side; });
    QStringList lost;
    if (planned > 0)
        lost << plannedText(planned);
    lost << unsaved(side);
    askBeforeLosing(lost, [this, side] { m_controller.close(side); });
}

void MainWindow::openInstead(Side side, const Where& where)
{
    // What is planned stays as far as it fits what comes, and what does not is told.
    askBeforeLosing(unsaved(side), [this, side, where] { m_controller.open(side, where); });
}

QString MainWindow::demoFolder() const
{
    return m_options.demoFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                          : m_options.demoFolder;
}

void MainWindow::openDemo()
{
    askBeforeLosing(unsaved(Side::Device) + unsaved(Side::Card), [this] { m_controller.openDemo(demoFolder()); });
}

void MainWindow::renewDemo()
{
    QStringList lost{tr("What was changed on the demo's handset and card, and what the card has noted as delivered")};
    lost << unsaved(Side::Device) << unsaved(Side::Card);
    askBeforeLosing(lost, [this] { m_controller.renewDemo(demoFolder()); });
}

void MainWindow::askBeforeLosing(const QStringList& lost, const std::function<void()>& goOn)
{
    if (lost.isEmpty()) {
        goOn();
        return;
    }
    if (findChild<QMessageBox*>(QStringLiteral("discardDialog")) != nullptr)
        return;
    QMessageBox* box = lossBox(QStringLiteral("discardDialog"), tr("Changes that wait"), lost.join(QLatin1Char('\n')),
        tr("Going on discards that."), tr("Discard and go on"), goOn);
    box->open();
}

void MainWindow::askBeforeClosing()
{
    if (findChild<QMessageBox*>(QStringLiteral("closeDialog")) != nullptr)
        return;
    QMessageBox* box = lossBox(QStringLiteral("closeDialog"), tr("Close the workbench"), whatWouldBeLost(),
        tr("Closing now discards that."), tr("Close anyway"), [this] {
            m_closing = true;
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
    const bool planned = !m_controller.workspace().plan().empty();
    if (planned || memoryWaits(Side::Card) || memoryWaits(Side::Device)) {
        QPushButton* apply = box->addButton(tr("Apply and close"), QMessageBox::AcceptRole);
        connect(apply, &QPushButton::clicked, this, &MainWindow::applyAndClose);
    }
    box->open();
}

QMessageBox* MainWindow::lossBox(const QString& name, const QString& title, const QString& lost, const QString& effect,
    const QString& goOnText, const std::function<void()>& goOn)
{
    auto* box = new QMessageBox(QMessageBox::Question, title, lost, QMessageBox::NoButton, this);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(effect);
    QPushButton* forget = box->addButton(goOnText, QMessageBox::DestructiveRole);
    QPushButton* stay = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(forget, &QPushButton::clicked, this, goOn);
    return box;
}

void MainWindow::applyAndClose()
{
    // The memory first: the plan may need the room.
    if (memoryWaits(Side::Card) || memoryWaits(Side::Device)) {
        m_closeAfter = CloseAfter::Memory;
        m_memory->apply();
        return;
    }
    m_closeAfter = CloseAfter::Plan;
    if (m_controller.workspace().plan().empty())
        closeAfterApplying();
    else
        m_flows->apply();
}

void MainWindow::closeAfterApplying()
{
    if (m_closeAfter != CloseAfter::Plan)
        return;
    m_closing = true;
    close();
}

void MainWindow::goOnClosing()
{
    if (m_closeAfter != CloseAfter::Memory)
        return;
    m_closeAfter = CloseAfter::Nothing;
    if (m_memory->queue().queue().empty()) // all was granted: what was refused still waits
        applyAndClose();
}

} // namespace dmsc
