// SPDX-License-Identifier: Apache-2.0
// LogView: what its actions do.
#include "widgets/log/find_bar.h"
#include "widgets/log/go_to_bar.h"
#include "widgets/log/issue_list.h"
#include "widgets/log/log_filter_bar.h"
#include "widgets/log/log_table.h"
#include "widgets/log/log_view.h"
#include "widgets/log/record_details.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

/// More rows than that are an export, not a copy.
constexpr std::size_t kMaxCopied = 20'000;
constexpr qsizetype kMaxCopiedText = 32'000'000;
/// More rows than that are what a filter is for.
constexpr std::size_t kMaxMarkedAtOnce = 1'000;

/// Hex digits, a secret byte as two dots.
QString hexOf(QByteArrayView bytes, RecordPart part, const std::vector<ByteRange>& secrets)
{
    QByteArray text = bytes.toByteArray().toHex().toUpper();
    for (const ByteRange& range : secrets) {
        if (range.part == part) {
            const qsizetype begin = std::min<qsizetype>(range.offset, bytes.size());
            const qsizetype end = std::min<qsizetype>(begin + range.length, bytes.size());
            std::fill(text.begin() + begin * 2, text.begin() + end * 2, '.');
        }
    }
    return QString::fromLatin1(text);
}

} // namespace

void LogView::connectActions()
{
    const auto on = [this](LogCommand command, auto run) {
        connect(m_actions[command], &QAction::triggered, this, [run](bool) { run(); });
    };
    on(LogCommand::FocusFilter, [this] { focusFilter(); });
    on(LogCommand::FilterLike, [this] { filterLikeCell(true); });
    on(LogCommand::FilterNotLike, [this] { filterLikeCell(false); });
    on(LogCommand::Find, [this] { m_find->open(); });
    on(LogCommand::FindNext, [this] { m_find->find(LogSearch::Direction::Forward); });
    on(LogCommand::FindPrevious, [this] { m_find->find(LogSearch::Direction::Backward); });
    on(LogCommand::GoTo, [this] { openGoTo(); });
    on(LogCommand::Mark, [this] { toggleMark(); });
    on(LogCommand::EditComment, [this] { editComment(); });
    on(LogCommand::NextMark, [this] { goToMark(true); });
    on(LogCommand::PreviousMark, [this] { goToMark(false); });
    on(LogCommand::FoldAll, [this] {
        m_placeLost = m_current.has_value();
        m_model.setAllFolded(true);
    });
    on(LogCommand::UnfoldAll, [this] {
        m_placeLost = m_current.has_value();
        m_model.setAllFolded(false);
    });
    on(LogCommand::TimeRelative, [this] { setTimeMode(TimeMode::Relative); });
    on(LogCommand::TimeAbsolute, [this] { setTimeMode(TimeMode::Absolute); });
    on(LogCommand::TimeDelta, [this] { setTimeMode(TimeMode::Delta); });
    on(LogCommand::Reveal, [this] { m_details->toggleRevealed(); });
    on(LogCommand::CopyText, [this] { copy(false); });
    on(LogCommand::CopyHex, [this] { copy(true); });
    connect(m_actions[LogCommand::Issues], &QAction::toggled, m_issues, &QWidget::setVisible);
    connect(m_actions[LogCommand::Follow], &QAction::triggered, this, [this](bool follow) {
        m_follow = follow;
        if (follow) {
            m_table->scrollToBottom();
        }
    });
}

void LogView::setTimeMode(TimeMode mode)
{
    m_model.setTimeMode(mode);
    m_table->fitTime();
    if (!m_restoring) {
        Q_EMIT arranged();
    }
}

bool LogView::event(QEvent* event)
{
    // The window has a filter of its own at these keys; here they find.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        m_find->open();
    } else if (event->key() == Qt::Key_Escape && m_find->isVisible()) {
        m_find->close(); // before the filter, wherever in the log the user is
    } else if (event->key() != Qt::Key_Escape || !m_filter->clearWhereTyped()) {
        QWidget::keyPressEvent(event);
    }
}

void LogView::filterLikeCell(bool like)
{
    const QModelIndex cell = m_table->currentIndex();
    if (cell.isValid()) {
        const QString condition = m_model.filterLike(cell);
        m_filter->narrow(like ? condition : QStringLiteral("not (%1)").arg(condition));
    }
}

void LogView::toggleMark()
{
    RecordSelection rows = selection();
    rows.resize(std::min(rows.size(), kMaxMarkedAtOnce));
    const bool allMarked =
        std::all_of(rows.begin(), rows.end(), [this](RecordNo record) { return m_model.mark(record).has_value(); });
    for (const RecordNo record : rows) {
        if (allMarked) {
            m_model.setMark(record, std::nullopt);
        } else if (!m_model.mark(record)) {
            m_model.setMark(record, QString());
        }
    }
}

void LogView::editComment()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        m_table->setColumnHidden(LogModel::Comment, false);
        const QModelIndex comment = current.siblingAtColumn(LogModel::Comment);
        m_table->scrollTo(comment);
        m_table->edit(comment);
    }
}

void LogView::goToMark(bool forward)
{
    const Marks& marks = m_model.recording().marks;
    if (marks.empty()) {
        return;
    }
    auto mark = marks.end();
    if (forward) {
        mark = m_current ? marks.upper_bound(*m_current) : marks.begin();
        mark = mark == marks.end() ? marks.begin() : mark;
    } else {
        mark = m_current ? marks.lower_bound(*m_current) : marks.end();
        mark = std::prev(mark == marks.begin() ? marks.end() : mark);
    }
    showRecord(mark->first);
}

void LogView::goToIssue(int row)
{
    showRecord(m_model.issues().next(row, m_current));
}

void LogView::openGoTo()
{
    const auto last = static_cast<int>(m_model.store().size());
    if (last > 0) {
        m_goTo->open(m_current ? static_cast<int>(m_current->shown()) : last, last);
    }
}

QString LogView::rowText(int row) const
{
    const QHeaderView* header = m_table->horizontalHeader();
    QStringList cells;
    for (int place = 0; place < LogModel::ColumnCount; ++place) {
        const int column = header->logicalIndex(place);
        if (!header->isSectionHidden(column)) {
            cells << m_model.index(row, column).data().toString();
        }
    }
    return cells.join(QLatin1Char('\t'));
}

void LogView::copy(bool asHex)
{
    const RecordSelection rows = selection();
    QStringList lines;
    qsizetype length = 0;
    for (const RecordNo record : rows) {
        if (static_cast<std::size_t>(lines.size()) >= kMaxCopied || length >= kMaxCopiedText) {
            break;
        }
        if (asHex) {
            const RecordView view = m_model.store().at(record);
            const std::vector<ByteRange> secrets = m_model.store().secrets(record);
            lines << QStringLiteral("%1 > %2\n%1 < %3")
                         .arg(record.shown())
                         .arg(hexOf(view.request, RecordPart::Request, secrets),
                             hexOf(view.response, RecordPart::Response, secrets));
        } else if (const std::optional<int> row = m_model.exactRowOf(record)) {
            lines << rowText(*row);
        }
        length += lines.isEmpty() ? 0 : lines.back().size();
    }
    if (!lines.isEmpty()) {
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    }
}

} // namespace dmsc
