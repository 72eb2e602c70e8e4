// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/log_filter_bar.h"

#include "model/filter/filter_fields.h"
#include "model/filter/filter_tokens.h"
#include "widgets/log/filter_edit.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QDataStream>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

/// A word that is not finished yet is no mistake.
constexpr auto kPause = 600ms;
constexpr qsizetype kMaxHistory = 10;
constexpr quint32 kMaxSaved = 200;

QString quoteAmpersands(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

bool hasOr(const QString& text)
{
    const std::vector<FilterToken> tokens = filterTokens(text);
    return std::any_of(tokens.begin(), tokens.end(), [](const FilterToken& token) {
        return token.kind == FilterToken::Kind::Or
            || (token.kind == FilterToken::Kind::Word
                && token.text.compare(QLatin1String("or"), Qt::CaseInsensitive) == 0);
    });
}

/// Both must hold.
QString both(const QString& one, const QString& other)
{
    if (one.trimmed().isEmpty() || other.isEmpty()) {
        return one.trimmed().isEmpty() ? other : one;
    }
    const QString first = hasOr(one) ? QStringLiteral("(%1)").arg(one) : one;
    return QStringLiteral("%1 and %2").arg(first, other);
}

} // namespace

LogFilterBar::LogFilterBar(const RecordStore& store, QAction* toggle, QWidget* parent)
    : QWidget(parent)
    , m_toggle(toggle)
    , m_edit(new FilterEdit(
          [&store](const QString& text, qsizetype cursor) { return completeFilter(text, cursor, store); }, this))
    , m_layers(new QToolButton(this))
    , m_saved(new QToolButton(this))
    , m_name(new QLineEdit(this))
    , m_busy(new QLabel(tr("filtering..."), this))
    , m_message(new QLabel(this))
    , m_line(new QHBoxLayout)
{
    m_edit->setObjectName(QStringLiteral("logFilter"));
    m_edit->setAccessibleName(tr("Filter of the session log"));
    m_edit->setPlaceholderText(tr("Filter: text, or sw == 6a82, status >= 400, dur > 10ms, target ~ ./SIM"));
    m_edit->addAction(themedIcon(Icon::Filter), QLineEdit::LeadingPosition);
    m_busy->setObjectName(QStringLiteral("logFiltering"));
    m_busy->hide();
    m_message->setObjectName(QStringLiteral("logFilterMessage"));
    m_message->setWordWrap(true);
    m_message->setContentsMargins(kHalfGrid, 0, kHalfGrid, kHalfGrid);
    m_message->hide();
    auto* toggleButton = new QToolButton(this);
    toggleButton->setObjectName(QStringLiteral("logFilterOn"));
    toggleButton->setDefaultAction(m_toggle);
    toggleButton->setAccessibleName(tr("Filter is on"));
    toggleButton->setAutoRaise(true);
    buildLayers();
    buildSaved();

    m_line->setContentsMargins(kHalfGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    m_line->setSpacing(kHalfGrid);
    m_line->addWidget(toggleButton);
    m_line->addWidget(m_edit, 1);
    m_line->addWidget(m_busy);
    m_line->addWidget(m_name);
    m_line->addWidget(m_saved);
    m_line->addWidget(m_layers);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(m_line);
    column->addWidget(m_message);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &LogFilterBar::tellError);
    connect(m_edit, &QLineEdit::textChanged, this, &LogFilterBar::apply);
    connect(m_edit, &FilterEdit::left, this, [this] {
        remember();
        Q_EMIT left();
    });
    connect(m_toggle, &QAction::toggled, this, &LogFilterBar::apply);
}

void LogFilterBar::buildLayers()
{
    m_layers->setObjectName(QStringLiteral("logLayers"));
    m_layers->setText(tr("Layers"));
    m_layers->setAccessibleName(tr("Layers shown in the session log"));
    m_layers->setToolTip(tr("Choose which layers are shown"));
    m_layers->setPopupMode(QToolButton::InstantPopup);
    m_layers->setAutoRaise(true);
    auto* menu = new QMenu(m_layers);
    for (const QString& name : choiceNames(FilterField::Layer)) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, &LogFilterBar::apply);
    }
    m_layers->setMenu(menu);
}

void LogFilterBar::buildSaved()
{
    m_saved->setObjectName(QStringLiteral("logSavedFilters"));
    m_saved->setText(tr("Saved"));
    m_saved->setAccessibleName(tr("Saved filters"));
    m_saved->setToolTip(tr("Saved filters, and those that were used last"));
    m_saved->setPopupMode(QToolButton::InstantPopup);
    m_saved->setAutoRaise(true);
    auto* menu = new QMenu(m_saved);
    m_saved->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &LogFilterBar::fillSaved);
    m_name->setObjectName(QStringLiteral("logFilterName"));
    m_name->setAccessibleName(tr("Name of the filter"));
    m_name->setPlaceholderText(tr("Name of the filter, then Enter"));
    m_name->setMaxLength(100);
    m_name->hide();
    connect(m_name, &QLineEdit::returnPressed, this, [this] { saveAs(m_name->text().trimmed()); });
    connect(m_name, &QLineEdit::editingFinished, m_name, &QWidget::hide);
}

void LogFilterBar::fillSaved()
{
    QMenu* menu = m_saved->menu();
    menu->clear();
    QAction* save = menu->addAction(themedIcon(Icon::Save), tr("Save this filter..."), this, &LogFilterBar::askForName);
    save->setEnabled(!m_good.isOpen());
    auto* remove = new QMenu(tr("Delete"), menu);
    for (const Saved& saved : m_filters) {
        const QString name = quoteAmpersands(saved.name);
        menu->addAction(name, this, [this, text = saved.text] { setText(text); })->setToolTip(saved.text);
        remove->addAction(name, this, [this, name = saved.name] {
            m_filters.erase(std::remove_if(m_filters.begin(), m_filters.end(),
                                [&](const Saved& each) { return each.name == name; }),
                m_filters.end());
            Q_EMIT savedChanged();
        });
    }
    menu->setToolTipsVisible(true);
    if (!m_filters.empty()) {
        menu->addMenu(remove);
    }
    if (!m_history.isEmpty()) {
        menu->addSection(tr("Used last"));
    }
    for (const QString& text : m_history) {
        menu->addAction(quoteAmpersands(text), this, [this, text] { setText(text); });
    }
}

void LogFilterBar::askForName()
{
    m_name->clear();
    m_name->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void LogFilterBar::saveAs(const QString& name)
{
    if (name.isEmpty() || m_filters.size() >= kMaxSaved) {
        return;
    }
    const auto known =
        std::find_if(m_filters.begin(), m_filters.end(), [&](const Saved& each) { return each.name == name; });
    if (known == m_filters.end()) {
        m_filters.push_back({name, m_good.text()});
    } else {
        known->text = m_good.text();
    }
    Q_EMIT savedChanged();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void LogFilterBar::remember()
{
    if (!m_good.isOpen() && m_good.text() == text()) {
        m_history.removeAll(text());
        m_history.prepend(text());
        m_history = m_history.first(std::min(m_history.size(), kMaxHistory));
        Q_EMIT savedChanged();
    }
}

QString LogFilterBar::layersCondition() const
{
    const QStringList words = choiceWords(FilterField::Layer);
    const QList<QAction*> actions = m_layers->menu()->actions();
    QStringList shown;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (actions[i]->isChecked()) {
            shown << words[i];
        }
    }
    if (shown.size() == words.size()) {
        return {};
    }
    return shown.isEmpty() ? QStringLiteral("no == 0")
                           : QStringLiteral("layer in {%1}").arg(shown.join(QStringLiteral(", ")));
}

/// While "sw ==" is being typed nobody looks for the word that it begins with: that would find nothing.
RecordFilter LogFilterBar::finishedPart() const
{
    std::vector<FilterToken> tokens = filterTokens(m_good.text());
    tokens.pop_back(); // the End
    const bool begins = !tokens.empty() && tokens.back().kind == FilterToken::Kind::Word && fieldOf(tokens.back().text)
        && text().startsWith(m_good.text());
    for (; begins && !tokens.empty(); tokens.pop_back())
        if (auto before = RecordFilter::parse(m_good.text().first(tokens.back().offset).trimmed()))
            return *std::move(before);
    return m_good;
}

void LogFilterBar::apply()
{
    const auto parsed = RecordFilter::parse(text());
    m_edit->clearError();
    m_message->hide();
    m_edit->setRoomBelow(0);
    m_pause.stop();
    if (parsed) {
        m_good = *parsed;
    } else {
        m_good = finishedPart();
        m_error = parsed.error();
        m_edit->markError(m_error);
        m_pause.start();
    }
    const QString layers = layersCondition();
    m_layers->setText(layers.isEmpty() ? tr("Layers") : tr("Layers *"));
    const QString wanted = m_toggle->isChecked() ? both(m_good.text(), layers) : QString();
    if (wanted == m_filter.text()) {
        return;
    }
    m_filter = RecordFilter::parse(wanted).value_or(m_good);
    Q_EMIT changed();
}

void LogFilterBar::tellError()
{
    m_message->setText(m_error.text);
    m_message->show();
    const int end = m_line->geometry().bottom() + m_message->heightForWidth(width());
    m_edit->setRoomBelow(end + 1 - m_edit->geometry().bottom());
    m_edit->setAccessibleDescription(m_error.text);
}

QString LogFilterBar::text() const
{
    return m_edit->text();
}

void LogFilterBar::setText(const QString& text)
{
    m_toggle->setChecked(true);
    m_edit->setText(text);
    remember();
}

void LogFilterBar::narrow(const QString& condition)
{
    setText(both(m_good.text(), condition));
}

void LogFilterBar::setFiltering(bool filtering)
{
    m_busy->setVisible(filtering);
}

void LogFilterBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool LogFilterBar::clearWhereTyped()
{
    if (!m_edit->hasFocus() || m_edit->text().isEmpty()) {
        return false;
    }
    m_edit->clear();
    return true;
}

void LogFilterBar::save(QDataStream& out) const
{
    out << static_cast<quint32>(m_filters.size());
    for (const Saved& saved : m_filters) {
        out << saved.name << saved.text;
    }
    out << m_history;
}

void LogFilterBar::restore(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    std::vector<Saved> filters;
    for (quint32 i = 0; i < std::min(count, kMaxSaved) && in.status() == QDataStream::Ok; ++i) {
        Saved saved;
        in >> saved.name >> saved.text;
        filters.push_back(saved);
    }
    QStringList history;
    in >> history;
    if (in.status() == QDataStream::Ok) {
        m_filters = std::move(filters);
        m_history = history.first(std::min(history.size(), kMaxHistory));
    }
}

} // namespace dmsc
