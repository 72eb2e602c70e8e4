// SPDX-License-Identifier: Apache-2.0
#include "widgets/replay/replay_form.h"

#include "widgets/handshake/tone_label.h"
#include "widgets/replay/message_editor.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kProgressSteps = 1000;

bool fits(const Where& place, ReplayTarget target)
{
    if (target == ReplayTarget::Handset)
        return place.kind == Where::Kind::Handset;
    return target == ReplayTarget::Card && (place.kind == Where::Kind::Card || place.kind == Where::Kind::Reader);
}

} // namespace

ReplayForm::ReplayForm(QWidget* parent)
    : QWidget(parent)
    , m_target(new QComboBox(this))
    , m_whereTitle(new QLabel(tr("&Where:"), this))
    , m_where(new QComboBox(this))
    , m_browse(new QPushButton(tr("&Browse..."), this))
    , m_allowReader(new QCheckBox(tr("&Really write to the card in the reader"), this))
    , m_editor(new MessageEditor(this))
    , m_reveal(new QCheckBox(tr("Show &secrets"), this))
    , m_edits(new QLabel(this))
    , m_message(new ToneLabel(this))
    , m_progress(new QProgressBar(this))
    , m_play(new QPushButton(themedIcon(Icon::Play), tr("Replay &again"), this))
    , m_cancel(new QPushButton(themedIcon(Icon::Cancel), tr("&Cancel"), this))
{
    setObjectName(QStringLiteral("replayForm"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(buildTarget());
    layout->addWidget(m_editor, 1);
    layout->addWidget(buildFoot());
    connect(m_target, &QComboBox::currentIndexChanged, this, &ReplayForm::showTarget);
    connect(m_where, &QComboBox::editTextChanged, this, &ReplayForm::updateState);
    connect(m_allowReader, &QCheckBox::toggled, this, &ReplayForm::updateState);
    connect(m_browse, &QPushButton::clicked, this, &ReplayForm::browse);
    connect(m_editor, &MessageEditor::messageChanged, this, &ReplayForm::keepEdit);
    connect(m_editor, &MessageEditor::validChanged, this, &ReplayForm::updateState);
    connect(m_reveal, &QCheckBox::toggled, this, &ReplayForm::showCurrent);
    connect(m_play, &QPushButton::clicked, this, &ReplayForm::start);
    connect(m_cancel, &QPushButton::clicked, this, &ReplayForm::cancelRequested);
    showTarget();
}

QWidget* ReplayForm::buildTarget()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins({});
    grid->setSpacing(kGrid);
    grid->setColumnStretch(1, 1);
    m_target->setObjectName(QStringLiteral("replayTarget"));
    m_target->setAccessibleName(tr("Who answers"));
    m_target->addItem(themedIcon(Icon::Card), tr("A card"), int(ReplayTarget::Card));
    m_target->addItem(themedIcon(Icon::Device), tr("A handset"), int(ReplayTarget::Handset));
    m_target->addItem(themedIcon(Icon::Server), tr("The DM server"), int(ReplayTarget::Server));
    m_where->setObjectName(QStringLiteral("replayWhere"));
    m_where->setAccessibleName(tr("Where the one who answers is"));
    m_where->setEditable(true);
    m_where->setInsertPolicy(QComboBox::NoInsert);
    m_where->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_where->setMinimumContentsLength(16);
    m_browse->setObjectName(QStringLiteral("replayBrowse"));
    m_browse->setAutoDefault(false);
    m_allowReader->setObjectName(QStringLiteral("replayAllowReader"));
    auto* title = new QLabel(tr("Who &answers:"), box);
    title->setBuddy(m_target);
    m_whereTitle->setBuddy(m_where);
    grid->addWidget(title, 0, 0);
    grid->addWidget(m_target, 0, 1, 1, 2);
    grid->addWidget(m_whereTitle, 1, 0);
    grid->addWidget(m_where, 1, 1);
    grid->addWidget(m_browse, 1, 2);
    grid->addWidget(m_allowReader, 2, 1, 1, 2);
    return box;
}

QWidget* ReplayForm::buildFoot()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(kHalfGrid);
    m_message->setObjectName(QStringLiteral("replayMessage"));
    m_message->setTone(StatusTone::Error);
    m_message->hide();
    m_edits->setObjectName(QStringLiteral("replayEdits"));
    m_reveal->setObjectName(QStringLiteral("replayReveal"));
    m_progress->setObjectName(QStringLiteral("replayProgress"));
    m_progress->setAccessibleName(tr("How far the replay is"));
    m_progress->setRange(0, kProgressSteps);
    m_play->setObjectName(QStringLiteral("replayPlay"));
    m_play->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("replayCancel"));
    m_cancel->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_reveal);
    row->addWidget(m_edits);
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_play);
    layout->addWidget(m_message);
    layout->addLayout(row);
    return box;
}

void ReplayForm::setRecording(const Recording& recording, const RecordSelection& rows)
{
    m_recording = recording;
    m_selected = rows;
    m_edited.clear();
    m_current.reset();
    showError({});
    showCurrent();
    updateState();
}

void ReplayForm::setPlaces(const std::vector<Where>& places)
{
    m_places = places;
    offerPlaces();
}

void ReplayForm::setCurrentRow(std::optional<RecordNo> row)
{
    m_current = row;
    showCurrent();
}

void ReplayForm::setRunning(bool running)
{
    m_isRunning = running;
    if (running)
        m_progress->setValue(0);
    updateState();
}

void ReplayForm::setProgress(std::size_t done, std::size_t total)
{
    const double part = total == 0 ? 0 : static_cast<double>(std::min(done, total)) / static_cast<double>(total);
    m_progress->setValue(static_cast<int>(part * kProgressSteps));
}

void ReplayForm::showError(const QString& text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

ReplayTarget ReplayForm::target() const
{
    return static_cast<ReplayTarget>(m_target->currentData().toInt());
}

/// What is written may be "card:FILE" or a path alone, which then is of the target's kind.
Result<Where> ReplayForm::where() const
{
    const QString text = m_where->currentText().trimmed();
    const bool isNamed = text.startsWith(QLatin1String("card:")) || text.startsWith(QLatin1String("handset:"))
        || text.startsWith(QLatin1String("pcsc:"));
    if (isNamed || text.isEmpty())
        return Where::parse(text);
    return Where{target() == ReplayTarget::Card ? Where::Kind::Card : Where::Kind::Handset, text};
}

void ReplayForm::showTarget()
{
    offerPlaces();
    showCurrent();
    updateState();
}

void ReplayForm::offerPlaces()
{
    const QString text = m_where->currentText();
    m_where->clear();
    for (const Where& place : m_places)
        if (fits(place, target()))
            m_where->addItem(themedIcon(place.kind == Where::Kind::Reader ? Icon::Reader
                                     : place.kind == Where::Kind::Card    ? Icon::Card
                                                                          : Icon::Device),
                place.text());
    const auto typed = text.isEmpty() ? std::nullopt : std::optional(Where::parse(text));
    if (typed && *typed && fits(**typed, target()))
        m_where->setEditText(text);
    updateState();
}

void ReplayForm::browse()
{
    auto* dialog = new QFileDialog(this, tr("The image to replay to"));
    dialog->setObjectName(QStringLiteral("replayFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const Where place{target() == ReplayTarget::Card ? Where::Kind::Card : Where::Kind::Handset, path};
        m_where->setEditText(place.text());
    });
    dialog->open();
}

void ReplayForm::start()
{
    ReplayRequest request;
    request.recording = m_recording;
    request.rows = m_selected;
    request.target = target();
    request.allowReader = m_allowReader->isChecked();
    request.edited = m_edited;
    if (request.target != ReplayTarget::Server) {
        const auto place = where();
        if (!place) {
            showError(place.error().text());
            return;
        }
        request.where = *place;
    }
    showError({});
    Q_EMIT replayRequested(request);
}

void ReplayForm::showCurrent()
{
    if (!m_current || m_current->value >= m_recording.store.size()) {
        m_editor->clear(tr("Choose a row to change what is sent for it."));
        return;
    }
    const RecordView row = m_recording.store.at(*m_current);
    const auto part = sentPart(target(), row);
    if (!part) {
        m_editor->clear(tr("Nothing of this row is sent to the one who answers."));
        return;
    }
    const auto secrets = m_recording.store.secrets(*m_current);
    if (!m_reveal->isChecked() && std::ranges::find(secrets, *part, &ByteRange::part) != secrets.end()) {
        m_editor->clear(tr("This message holds secrets: have them shown to change it."));
        return;
    }
    const QByteArray recorded = (*part == RecordPart::Request ? row.request : row.response).toByteArray();
    const auto edited = m_edited.find(*m_current);
    m_editor->setMessage(tr("&Message of row %1, %2:").arg(m_current->shown()).arg(QString::fromUtf8(row.name)),
        row.layer, recorded, edited == m_edited.end() ? recorded : edited->second);
}

void ReplayForm::keepEdit(const QByteArray& message)
{
    if (!m_current)
        return;
    const RecordView row = m_recording.store.at(*m_current);
    const auto part = sentPart(target(), row);
    const bool isRecorded = part && message == (*part == RecordPart::Request ? row.request : row.response);
    if (isRecorded)
        m_edited.erase(*m_current);
    else
        m_edited.insert_or_assign(*m_current, message);
    updateState();
}

void ReplayForm::updateState()
{
    const bool hasPlace = target() != ReplayTarget::Server;
    const auto place = where();
    const bool isReader = hasPlace && place && place->kind == Where::Kind::Reader;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_whereTitle, m_where, m_browse})
        widget->setVisible(hasPlace);
    m_allowReader->setVisible(isReader);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_target, m_where, m_browse, m_allowReader})
        widget->setEnabled(!m_isRunning);
    m_editor->setReadOnly(m_isRunning);
    m_progress->setVisible(m_isRunning);
    m_cancel->setVisible(m_isRunning);
    m_play->setEnabled(!m_isRunning && !m_selected.empty() && m_editor->isValid()
        && (!hasPlace || (place && (!isReader || m_allowReader->isChecked()))));
    const int count = static_cast<int>(m_edited.size());
    m_edits->setText(count == 0 ? QString() : tr("%n message(s) changed by hand", nullptr, count));
}

} // namespace dmsc
