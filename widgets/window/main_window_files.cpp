// SPDX-License-Identifier: Apache-2.0
// MainWindow: files that are opened, saved and dropped, and what happens to a plan when the window closes.
#include "widgets/compare/dropped_files.h"
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
    m_controller.open(side.value_or(natural), *where);
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

QString MainWindow::whatWouldBeLost() const
{
    QStringList lost;
    if (const std::size_t planned = m_controller.workspace().plan().operations().size(); planned > 0)
        lost << tr("%n planned operation(s) are not applied.", nullptr, int(planned));
    for (const Side side : kSides) {
        if (const auto& state = m_controller.side(side); state && state->modified)
            lost << tr("%1 was changed and is not saved.").arg(state->title);
    }
    return lost.join(QLatin1Char('\n'));
}

void MainWindow::askBeforeClosing()
{
    if (findChild<QMessageBox*>(QStringLiteral("closeDialog")) != nullptr)
        return;
    const bool planned = !m_controller.workspace().plan().empty();
    auto* box = new QMessageBox(
        QMessageBox::Question, tr("Close the workbench"), whatWouldBeLost(), QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("closeDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Closing now discards that."));
    QPushButton* forget = box->addButton(tr("Close anyway"), QMessageBox::DestructiveRole);
    QPushButton* stay = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    if (planned) {
        QPushButton* apply = box->addButton(tr("Apply and close"), QMessageBox::AcceptRole);
        connect(apply, &QPushButton::clicked, this, [this] {
            m_closeWhenApplied = true;
            m_flows->apply();
        });
    }
    connect(forget, &QPushButton::clicked, this, [this] {
        m_closing = true;
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
    box->open();
}

} // namespace dmsc
