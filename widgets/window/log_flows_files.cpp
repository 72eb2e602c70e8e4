// SPDX-License-Identifier: Apache-2.0
// LogFlows: files, comparison, replay.
#include "widgets/ladder/row_sheet.h"
#include "widgets/log/log_view.h"
#include "widgets/replay/recording_comparison.h"
#include "widgets/replay/replay_form.h"
#include "widgets/window/log_flows.h"
#include "widgets/window/pane_scroll.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QTableView>

namespace dmsc {

namespace {

QFileDialog* openDialog(QWidget* parent, const QString& title)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("openRecordingDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {LogFlows::tr("Recordings and traces (*.dmsclog *.pcap *.json *.txt *.log *.apdu *.xml *.wbxml)"),
            LogFlows::tr("All files (*)")});
    return dialog;
}

} // namespace

void LogFlows::open(const QString& path)
{
    m_desk.open(path);
}

void LogFlows::askOpen()
{
    QFileDialog* dialog = openDialog(&m_window, tr("Open a recording"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogFlows::open);
    dialog->open();
}

void LogFlows::openUnfinished()
{
    if (!m_unfinished.isEmpty())
        open(m_unfinished.takeFirst());
    Q_EMIT changed();
}

void LogFlows::askSave(const ExportChoice& proposal)
{
    LogView& log = current();
    const ExportCounts counts{
        log.recording().store.size(), rowsOf(log, ExportChoice::Rows::Shown).size(), log.selection().size()};
    auto* form = new ExportForm(counts, proposal, &m_window);
    connect(form, &ExportForm::chosen, this, &LogFlows::askFile);
    form->open();
}

void LogFlows::askFile(const ExportChoice& choice)
{
    auto* dialog = new QFileDialog(&m_window, tr("Save the rows as"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString suffix = exportSuffix(choice.format);
    if (suffix.isEmpty()) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilters({QStringLiteral("%1 (*.%2)").arg(exportFormatName(choice.format), suffix)});
        dialog->setDefaultSuffix(suffix);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, choice](const QString& path) { exportTo(choice, path); });
    dialog->open();
}

void LogFlows::exportTo(const ExportChoice& choice, const QString& path)
{
    if (auto kept = checkKeeps(openPaths() << m_desk.recordingPath(), path); !kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    LogView& log = current();
    const Recording recording = log.recording();
    const RecordSelection rows = rowsOf(log, choice.rows);
    if (const auto* format = std::get_if<TraceFormat>(&choice.format)) {
        m_desk.exportRows(recording, rows, *format, path, choice.secrets);
        return;
    }
    const RowSheet sheet{recording, rows, nameOf(log)};
    m_desk.write(tr("Saving %1").arg(QFileInfo(path).fileName()), path,
        [sheet, path, format = std::get<SheetFormat>(choice.format)](
            const RecordingDesk::Progress& progress) { return saveRowSheet(sheet, format, path, progress); });
}

RecordSelection LogFlows::rowsOf(LogView& log, ExportChoice::Rows rows) const
{
    switch (rows) {
    case ExportChoice::Rows::Shown:
        return log.shownRows();
    case ExportChoice::Rows::Selected:
        return log.selection();
    case ExportChoice::Rows::All:
        break;
    }
    return allOf(log.recording());
}

void LogFlows::askCompare()
{
    QFileDialog* dialog = openDialog(&m_window, tr("Compare %1 with").arg(nameOf(current())));
    connect(dialog, &QFileDialog::fileSelected, this, &LogFlows::compareWith);
    dialog->open();
}

void LogFlows::compareWith(const QString& path)
{
    m_desk.compareWithFile(current().recording(), nameOf(current()), path);
}

void LogFlows::fillCompareMenu(QMenu* menu)
{
    menu->clear();
    LogView* left = &current();
    std::vector<LogView*> others{&m_live()};
    for (const Opened& one : m_opened)
        others.push_back(one.view);
    for (LogView* other : others) {
        if (other == left)
            continue;
        menu->addAction(nameOf(*other).replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, left, other] {
            m_desk.compare(left->recording(), nameOf(*left), other->recording(), nameOf(*other));
        });
    }
    menu->addAction(tr("A file..."), this, &LogFlows::askCompare);
}

void LogFlows::takeCompared(const Recording& left, const QString& leftName, const Recording& right,
    const QString& rightName, const ComparedRecordings& result)
{
    comparison().setComparison(left, right, result, leftName, rightName);
    showComparison();
}

void LogFlows::showComparison()
{
    m_comparedLeft.clear();
    m_comparedRight.clear();
    raise(m_docks.comparison);
}

void LogFlows::showCompared(QPointer<LogView>& tab, const Recording& recording, const QString& name, RecordNo row)
{
    if (!tab)
        tab = &addTab(recording, tr("Compared: %1").arg(name), {});
    look(tab);
    showCurrent();
    tab->showRecord(row);
    tab->table().setFocus(Qt::OtherFocusReason);
}

RecordingComparison& LogFlows::comparison()
{
    if (m_comparison == nullptr) {
        m_comparison = new RecordingComparison(m_docks.comparison);
        m_docks.comparison->setWidget(new PaneScroll(m_comparison, m_docks.comparison));
        connect(m_comparison, &RecordingComparison::leftRowChosen, this, [this](RecordNo row) {
            showCompared(m_comparedLeft, m_comparison->left(), m_comparison->leftName(), row);
        });
        connect(m_comparison, &RecordingComparison::rightRowChosen, this, [this](RecordNo row) {
            showCompared(m_comparedRight, m_comparison->right(), m_comparison->rightName(), row);
        });
    }
    return *m_comparison;
}

ReplayForm& LogFlows::replayForm()
{
    if (m_replay == nullptr) {
        m_replay = new ReplayForm(m_docks.replay);
        m_docks.replay->setWidget(new PaneScroll(m_replay, m_docks.replay));
        m_replay->setPlaces(m_places);
        connect(m_replay, &ReplayForm::replayRequested, this, [this](const ReplayRequest& request) {
            m_replaying = true;
            m_replay->setRunning(true);
            m_desk.replay(request);
        });
        connect(m_replay, &ReplayForm::cancelRequested, &m_desk, &RecordingDesk::cancel);
    }
    return *m_replay;
}

void LogFlows::showReplay()
{
    LogView& log = current();
    look(&log);
    const RecordSelection chosen = log.selection();
    replayForm().setRecording(log.recording(), chosen.size() > 1 ? chosen : log.shownRows());
    followRow();
    raise(m_docks.replay);
}

void LogFlows::setPlaces(std::vector<Where> places)
{
    m_places = std::move(places);
    if (m_replay != nullptr)
        m_replay->setPlaces(m_places);
}

void LogFlows::takeReplayed(const ReplayReport& report)
{
    m_replaying = false;
    m_replay->setRunning(false);
    comparison().setReport(report);
    showComparison();
}

void LogFlows::takeFailure(const Error& error)
{
    if (m_replaying) {
        m_replaying = false;
        m_replay->setRunning(false);
        m_replay->showError(error.text());
    }
    Q_EMIT failed(error);
}

} // namespace dmsc
