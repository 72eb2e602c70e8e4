// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/tour.h"

#include "model/byte_array.h"
#include "model/files/output_file.h"
#include "model/trace/record_json.h"
#include "widgets/compare/compare_view.h"
#include "widgets/flows/flow_panel.h"
#include "widgets/log/log_view.h"
#include "widgets/prompts/handset_panel.h"
#include "widgets/window/log_flows.h"
#include "widgets/window/main_window.h"
#include "widgets/window/message_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QPixmap>
#include <QTableView>

namespace dmsc {

namespace {

constexpr int kPollMs = 40;
constexpr int kPatienceMs = 60'000; // for one station, on a slow machine
constexpr QSize kWindowSize{1440, 900};
constexpr int kCopies = 4;

} // namespace

Tour::Tour(WindowOptions options, QString folder, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_folder(std::move(folder))
{
    m_options.demo = true;
    m_options.empty = false;
    m_options.device.reset();
    m_options.card.reset();
    m_options.hints = false;
    m_options.theme = m_options.theme.value_or(Theme::Light);
    m_options.demoFolder = m_scratch.filePath(QStringLiteral("demo"));
    m_options.cacheFolder = m_scratch.filePath(QStringLiteral("cache"));
    m_options.recordingsFolder = m_scratch.filePath(QStringLiteral("recordings"));
    m_options.settingsFile = m_scratch.filePath(QStringLiteral("settings.ini"));
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
}

Tour::~Tour() = default;

void Tour::start()
{
    m_startedAt = QDateTime::currentDateTimeUtc();
    if (!m_scratch.isValid() || !QDir().mkpath(m_folder)) {
        QMetaObject::invokeMethod(
            this, [this] { stop(tr("The folder cannot be made: %1").arg(m_folder)); }, Qt::QueuedConnection);
        return;
    }
    m_window = std::make_unique<MainWindow>(m_options);
    m_window->resize(kWindowSize);
    connect(&m_window->controller(), &DeskController::failed, this, [this](const Error& error) { stop(error.text()); });
    plan();
    m_window->show();
    next();
}

void Tour::plan()
{
    const auto idle = [this] {
        return m_window->controller().side(Side::Device) && m_window->controller().side(Side::Card)
            && !m_window->controller().desk().busy() && m_window->controller().desk().records().waiting() == 0;
    };
    const auto press = [this](Command command) { m_window->actions()[command]->trigger(); };
    m_stations = {
        {QStringLiteral("01-overview"), [] {}, idle},
        {QStringLiteral("02-differences"), [press] { press(Command::ExpandDifferences); }, idle},
        {QStringLiteral("03-details"), [this] { goToChangedLeaf(); }, idle},
        {QStringLiteral("04-plan"),
            [this, press] {
                selectDifferences(kCopies);
                press(Command::CopyToCard);
                m_window->showPlan();
            },
            [this] { return !m_window->controller().workspace().plan().empty(); }},
        {QStringLiteral("05-applied"), [press] { press(Command::Apply); },
            [this, idle] { return m_window->controller().showsResults() && idle(); }},
        {QStringLiteral("06-log"),
            [this] {
                m_window->showLog();
                LogModel& log = m_window->log().model();
                if (log.rowCount() > 0)
                    m_window->log().showRecord(log.recordAt(log.rowCount() / 2));
            },
            idle},
    };
    planFlow();
    m_stations.push_back({QStringLiteral("09-commands"), [press] { press(Command::Palette); }, idle});
    planLooks();
}

void Tour::planFlow()
{
    const auto yes = [this] {
        return m_window->handset().screen().findChild<QAbstractButton*>(QStringLiteral("promptYes"));
    };
    const auto begin = [this] { m_window->actions()[Command::RunUc1]->trigger(); };
    const auto ended = [this] { return !m_window->flow().isRunning() && !m_window->controller().desk().busy(); };
    m_stations.push_back({QStringLiteral("07-question"), begin,
        [this, yes, ended] { return (m_window->handset().screen().isAsking() && yes()->isEnabled()) || ended(); }});
    // Whatever is asked is answered with yes.
    m_stations.push_back({QStringLiteral("08-flow"), [] {},
        [this, yes, ended] {
            if (m_window->handset().screen().isAsking() && yes()->isEnabled())
                yes()->click();
            return ended();
        }});
}

void Tour::planLooks()
{
    const auto ready = [] { return true; };
    const auto look = [this](Theme theme) {
        if (QWidget* palette = m_window->findChild<QWidget*>(QStringLiteral("commandPalette")))
            palette->hide();
        m_window->showTheme(theme);
        m_window->showPlan();
        m_window->view().setFocus();
    };
    m_stations.push_back({QStringLiteral("10-dark"), [look] { look(Theme::Dark); }, ready});
    m_stations.push_back({QStringLiteral("11-high-contrast"), [look] { look(Theme::HighContrast); }, ready});
    m_stations.push_back({QStringLiteral("12-double-size"), [look] { look(Theme::Light); }, ready, 2});
    m_stations.push_back({QStringLiteral("13-rows-as-ladder"),
        [this] {
            m_window->showLog();
            m_window->actions()[Command::ShowRowLadder]->trigger();
        },
        ready});
}

void Tour::next()
{
    if (m_at == m_stations.size()) {
        finish();
        return;
    }
    // The first station waits for the window to open the desk; all others act on it.
    m_waited = 0;
    m_stations[m_at].act();
    m_poll.start();
}

void Tour::poll()
{
    const Station& station = m_stations[m_at];
    m_waited += kPollMs;
    if (m_waited > kPatienceMs) {
        stop(tr("The tour is stuck at %1").arg(station.name));
        return;
    }
    if (m_waited < 5 * kPollMs || !station.ready()) // what was asked for is painted and logged by then
        return;
    m_poll.stop();
    if (!takePicture(station))
        return;
    ++m_at;
    next();
}

bool Tour::takePicture(const Station& station)
{
    const QString file = QDir(m_folder).filePath(station.name + QStringLiteral(".png"));
    QPixmap picture(m_window->size() * station.scale);
    picture.setDevicePixelRatio(station.scale);
    m_window->render(&picture);
    if (!picture.save(file)) {
        stop(tr("The picture cannot be written: %1").arg(file));
        return false;
    }
    Q_EMIT took(file);
    return true;
}

void Tour::finish()
{
    const QString path = QDir(m_folder).filePath(QStringLiteral("session-record.json"));
    const QByteArray json = toJson(m_window->log().model().store(), m_startedAt);
    if (const auto written = writeWholeFile(path, viewOf(json)); !written) {
        stop(written.error().text());
        return;
    }
    Q_EMIT took(path);
    LogFlows& logs = m_window->logs();
    connect(&logs.desk(), &RecordingDesk::exported, this, [this](const QString& exported) {
        Q_EMIT took(exported);
        Q_EMIT finished({});
    });
    connect(&logs.desk(), &RecordingDesk::failed, this, [this](const Error& error) { stop(error.text()); });
    logs.exportTo({ExportChoice::Rows::All, TraceFormat::Recording, Secrets::Masked},
        QDir(m_folder).filePath(QStringLiteral("session-record.dmsclog")));
}

void Tour::stop(const QString& error)
{
    m_poll.stop();
    Q_EMIT finished(error);
}

void Tour::goToChangedLeaf()
{
    CompareModel& rows = m_window->controller().compare();
    for (int row = 0; row < rows.rowCount(); ++row) {
        const auto state = PairState(rows.index(row, CompareModel::StateColumn).data(CompareModel::StateRole).toInt());
        if (state == PairState::ValueDiffers) {
            m_window->view().goToRow(row);
            return;
        }
    }
}

void Tour::selectDifferences(int count)
{
    CompareModel& rows = m_window->controller().compare();
    QItemSelection selection;
    bool hasSubtree = false;
    for (int row = 0; row < rows.rowCount() && count > 0; ++row) {
        const QModelIndex index = rows.index(row, CompareModel::DeviceName);
        const auto state = PairState(index.data(CompareModel::StateRole).toInt());
        const bool subtree = state == PairState::OnlyDevice && index.data(CompareModel::HasChildrenRole).toBool();
        if (state != PairState::ValueDiffers && (!subtree || hasSubtree))
            continue;
        hasSubtree = hasSubtree || subtree;
        selection.select(index, index.siblingAtColumn(CompareModel::ColumnCount - 1));
        --count;
    }
    m_window->view().selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace dmsc
