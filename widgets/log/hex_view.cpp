// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/hex_view.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace dmsc {

namespace {

constexpr int kPerWideLine = 16;
constexpr int kPerNarrowLine = 8;
constexpr int kPerNarrowestLine = 4;
// Columns in characters: "000010  00 A4 04 00 07 F0 44 4D  53 43 00 01 ...   ..DM"
constexpr int kHexColumn = 8;
constexpr qsizetype kMaxSpokenBytes = 64;

int hexColumn(int byte, int perLine)
{
    return kHexColumn + byte * 3 + (byte >= perLine / 2 ? 1 : 0);
}

int textColumn(int perLine)
{
    return kHexColumn + perLine * 3 + 2;
}

int lineCharacters(int perLine)
{
    return textColumn(perLine) + perLine;
}

} // namespace

HexView::HexView(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_perLine(kPerWideLine)
{
    setObjectName(QStringLiteral("hexView"));
    setAccessibleName(tr("Bytes of the selected row"));
    setFont(fixedFont());
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    tell();
}

void HexView::setBytes(QByteArray request, QByteArray response)
{
    m_hasRow = true;
    m_request = std::move(request);
    m_response = std::move(response);
    m_masked.clear();
    m_marked = {};
    m_current = {m_request.isEmpty() ? RecordPart::Response : RecordPart::Request, 0};
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    viewport()->update();
    tell();
}

void HexView::clear()
{
    setBytes({}, {});
    m_hasRow = false;
}

void HexView::setMasked(std::vector<ByteRange> masked)
{
    m_masked = std::move(masked);
    viewport()->update();
    tell();
}

void HexView::mark(const ByteRange& range)
{
    m_marked = range;
    if (range.length != 0) {
        m_current = {range.part, range.offset};
        showLine(lineOf(m_current));
    }
    viewport()->update();
    tell();
}

const QByteArray& HexView::bytes(RecordPart part) const
{
    return part == RecordPart::Request ? m_request : m_response;
}

int HexView::linesOf(RecordPart part) const
{
    const qsizetype size = bytes(part).size();
    return size == 0 ? 0 : static_cast<int>(1 + (size + m_perLine - 1) / m_perLine);
}

int HexView::lineCount() const
{
    return linesOf(RecordPart::Request) + linesOf(RecordPart::Response);
}

HexView::Line HexView::lineAt(int number) const
{
    const int first = linesOf(RecordPart::Request);
    const RecordPart part = number < first ? RecordPart::Request : RecordPart::Response;
    const int within = number < first ? number : number - first;
    return {part, within == 0 ? -1 : qsizetype{within - 1} * m_perLine};
}

int HexView::lineOf(const Position& position) const
{
    const int first = position.part == RecordPart::Request ? 0 : linesOf(RecordPart::Request);
    return first + 1 + static_cast<int>(position.offset / m_perLine);
}

bool HexView::isMasked(RecordPart part, qsizetype offset) const
{
    return std::any_of(m_masked.begin(), m_masked.end(), [=](const ByteRange& range) {
        return range.part == part && offset >= range.offset && offset - range.offset < range.length;
    });
}

bool HexView::isMarked(RecordPart part, qsizetype offset) const
{
    return m_marked.part == part && offset >= m_marked.offset && offset - m_marked.offset < m_marked.length;
}

QString HexView::hexOf(RecordPart part, qsizetype offset) const
{
    if (isMasked(part, offset)) {
        return QStringLiteral("..");
    }
    return QString::fromLatin1(bytes(part).mid(offset, 1).toHex().toUpper());
}

QChar HexView::textOf(RecordPart part, qsizetype offset) const
{
    const char byte = bytes(part).at(offset);
    const bool shown = byte >= 0x20 && byte < 0x7F && !isMasked(part, offset);
    return shown ? QLatin1Char(byte) : QChar(0x00B7);
}

QString HexView::markedText() const
{
    QString text;
    const qsizetype end =
        std::min<qsizetype>(qsizetype{m_marked.offset} + m_marked.length, bytes(m_marked.part).size());
    for (qsizetype at = m_marked.offset; at < end; ++at) {
        text += hexOf(m_marked.part, at);
    }
    return text;
}

std::optional<std::uint8_t> HexView::shownByte(RecordPart part, qsizetype offset) const
{
    if (offset < 0 || offset >= bytes(part).size() || isMasked(part, offset)) {
        return std::nullopt;
    }
    return static_cast<std::uint8_t>(bytes(part).at(offset));
}

int HexView::lineHeight() const
{
    return QFontMetrics(font()).height() + 2;
}

int HexView::column(int character) const
{
    return kGrid + character * QFontMetrics(font()).horizontalAdvance(QLatin1Char('0'))
        - horizontalScrollBar()->value();
}

int HexView::lineWidth(int perLine) const
{
    return column(lineCharacters(perLine)) + horizontalScrollBar()->value() + kGrid;
}

QSize HexView::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {bytesWidth(kPerNarrowestLine) + bar, 3 * lineHeight()};
}

int HexView::bytesWidth(int perLine) const
{
    return column(hexColumn(perLine, perLine)) + horizontalScrollBar()->value() + kGrid;
}

void HexView::paintHint(QPainter& painter) const
{
    painter.setFont(QApplication::font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(kGrid, kGrid, -kGrid, -kGrid), Qt::AlignCenter | Qt::TextWordWrap,
        m_hasRow ? tr("This row carries no bytes.") : tr("The bytes of the selected row will stand here."));
}

void HexView::updateScrollBars()
{
    m_perLine = kPerWideLine;
    for (const int fewer : {kPerNarrowLine, kPerNarrowestLine}) {
        if (lineWidth(m_perLine) > viewport()->width()) {
            m_perLine = fewer;
        }
    }
    const int page = std::max(1, viewport()->height() / lineHeight());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, lineCount() - page));
    m_hasText = lineWidth(m_perLine) <= viewport()->width(); // where there is no room for both, the bytes stay
    const int width = m_hasText ? lineWidth(m_perLine) : bytesWidth(m_perLine);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
}

void HexView::showLine(int line)
{
    QScrollBar* bar = verticalScrollBar();
    if (line < bar->value()) {
        bar->setValue(line);
    } else if (line >= bar->value() + bar->pageStep()) {
        bar->setValue(line - bar->pageStep() + 1);
    }
}

void HexView::paintHeading(QPainter& painter, RecordPart part, int top) const
{
    const ThemeColors& colors = colorsFor(palette());
    const bool request = part == RecordPart::Request;
    painter.setPen(colors.mark(request ? StateTone::OnlyDevice : StateTone::OnlyCard));
    const QString title = request ? tr("Request") : tr("Response");
    const QString text = tr("%1, %2 bytes").arg(title, QLocale().toString(bytes(part).size()));
    painter.drawText(column(0), top + painter.fontMetrics().ascent() + 1, text);
}

void HexView::paintBytes(QPainter& painter, const Line& line, int top) const
{
    const ThemeColors& colors = colorsFor(palette());
    const QFontMetrics metrics = painter.fontMetrics();
    const int base = top + metrics.ascent() + 1;
    const int advance = metrics.horizontalAdvance(QLatin1Char('0'));
    painter.setPen(QColor::fromRgb(colors.mutedText));
    painter.drawText(column(0), base, QStringLiteral("%1").arg(line.offset, 6, 16, QLatin1Char('0')).toUpper());
    const qsizetype end = std::min<qsizetype>(line.offset + m_perLine, bytes(line.part).size());
    for (qsizetype at = line.offset; at < end; ++at) {
        const int byte = static_cast<int>(at - line.offset);
        const QRect hexBox(column(hexColumn(byte, m_perLine)), top, 2 * advance, lineHeight());
        const QRect textBox(column(textColumn(m_perLine) + byte), top, advance, lineHeight());
        const bool marked = isMarked(line.part, at);
        if (marked) {
            const bool joined = isMarked(line.part, at + 1) && at + 1 < end;
            const int gap = joined ? column(hexColumn(byte + 1, m_perLine)) - hexBox.right() - 1 : 0;
            painter.fillRect(hexBox.adjusted(0, 0, gap, 0), QColor::fromRgb(colors.selection));
            if (m_hasText) {
                painter.fillRect(textBox, QColor::fromRgb(colors.selection));
            }
        }
        painter.setPen(QColor::fromRgb(marked ? colors.selectionText : colors.text));
        painter.drawText(hexBox.left(), base, hexOf(line.part, at));
        if (m_hasText) {
            painter.drawText(textBox.left(), base, QString(textOf(line.part, at)));
        }
        if (hasFocus() && line.part == m_current.part && at == m_current.offset) {
            painter.setPen(QColor::fromRgb(marked ? colors.selectionFrame : colors.accent));
            painter.drawRect(hexBox.adjusted(-2, 0, 1, -1));
        }
    }
}

void HexView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    if (lineCount() == 0) {
        paintHint(painter);
        return;
    }
    painter.setFont(font());
    const int first = verticalScrollBar()->value();
    const int last = std::min(lineCount(), first + viewport()->height() / lineHeight() + 1);
    for (int number = first; number < last; ++number) {
        const Line line = lineAt(number);
        const int top = (number - first) * lineHeight() + kHalfGrid;
        if (line.offset < 0) {
            paintHeading(painter, line.part, top);
        } else {
            paintBytes(painter, line, top);
        }
    }
}

void HexView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void HexView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateScrollBars();
    }
}

std::optional<HexView::Position> HexView::positionAt(const QPoint& point) const
{
    const int number = verticalScrollBar()->value() + (point.y() - kHalfGrid) / lineHeight();
    if (point.y() < 0 || number >= lineCount()) {
        return std::nullopt;
    }
    const Line line = lineAt(number);
    if (line.offset < 0) {
        return std::nullopt;
    }
    for (int byte = 0; byte < m_perLine && line.offset + byte < bytes(line.part).size(); ++byte) {
        const bool inHex =
            point.x() >= column(hexColumn(byte, m_perLine)) && point.x() < column(hexColumn(byte, m_perLine) + 3);
        const bool inText =
            point.x() >= column(textColumn(m_perLine) + byte) && point.x() < column(textColumn(m_perLine) + byte + 1);
        if (inHex || inText) {
            return Position{line.part, line.offset + byte};
        }
    }
    return std::nullopt;
}

void HexView::choose(Position position)
{
    m_current = position;
    showLine(lineOf(position));
    viewport()->update();
    Q_EMIT byteChosen(position.part, static_cast<quint32>(position.offset));
    tell();
}

void HexView::mousePressEvent(QMouseEvent* event)
{
    if (const auto position = positionAt(event->position().toPoint())) {
        choose(*position);
    }
}

void HexView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(markedText());
        return;
    }
    qsizetype step = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        step = -1;
        break;
    case Qt::Key_Right:
        step = 1;
        break;
    case Qt::Key_Up:
        step = -m_perLine;
        break;
    case Qt::Key_Down:
        step = m_perLine;
        break;
    case Qt::Key_Home:
        step = -m_current.offset;
        break;
    case Qt::Key_End:
        step = bytes(m_current.part).size() - 1 - m_current.offset;
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    Position next{m_current.part, m_current.offset + step};
    // Over the end of one part lies the beginning of the other.
    if (next.part == RecordPart::Request && next.offset >= m_request.size() && !m_response.isEmpty()) {
        next = {RecordPart::Response, 0};
    } else if (next.part == RecordPart::Response && next.offset < 0 && !m_request.isEmpty()) {
        next = {RecordPart::Request, m_request.size() - 1};
    }
    if (next.offset >= 0 && next.offset < bytes(next.part).size()) {
        choose(next);
    }
}

void HexView::tell()
{
    QString text = tr("%1 bytes of request, %2 bytes of response")
                       .arg(QLocale().toString(m_request.size()), QLocale().toString(m_response.size()));
    if (m_marked.length != 0) {
        QString hex = markedText().left(kMaxSpokenBytes * 2);
        for (qsizetype at = hex.size() - 2; at > 0; at -= 2) {
            hex.insert(at, QLatin1Char(' '));
        }
        text = tr("%1, bytes %2 to %3: %4")
                   .arg(m_marked.part == RecordPart::Request ? tr("Request") : tr("Response"))
                   .arg(m_marked.offset)
                   .arg(qint64{m_marked.offset} + m_marked.length - 1)
                   .arg(hex);
    }
    setAccessibleDescription(text);
}

} // namespace dmsc
