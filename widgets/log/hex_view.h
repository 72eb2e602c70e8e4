// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"

#include <QAbstractScrollArea>
#include <QByteArray>

#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

/// The bytes of a record, request above response, sixteen a line (eight where there is less room) with their offset and
/// text. Paints what is visible, whatever the size. One byte is current (arrow keys, mouse), one range is marked (a
/// chosen field).
class HexView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexView(QWidget* parent = nullptr);

    void setBytes(QByteArray request, QByteArray response);
    void clear(); ///< no row is chosen
    /// These bytes are painted as dots and copied as "..".
    void setMasked(std::vector<ByteRange> masked);
    /// Marks a range and brings its beginning into view; length 0 takes the mark away.
    void mark(const ByteRange& range);
    [[nodiscard]] const ByteRange& marked() const { return m_marked; }
    /// The marked bytes as hex digits.
    [[nodiscard]] QString markedText() const;
    /// A byte's value; nothing where it is masked or there is none.
    [[nodiscard]] std::optional<std::uint8_t> shownByte(RecordPart part, qsizetype offset) const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user chose a byte.
    void byteChosen(dmsc::RecordPart part, quint32 offset);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Position
    {
        RecordPart part = RecordPart::Request;
        qsizetype offset = 0;
    };
    struct Line
    {
        RecordPart part = RecordPart::Request;
        qsizetype offset = -1; ///< -1: the heading of the part
    };

    [[nodiscard]] const QByteArray& bytes(RecordPart part) const;
    [[nodiscard]] int linesOf(RecordPart part) const;
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] Line lineAt(int number) const;
    [[nodiscard]] int lineOf(const Position& position) const;
    [[nodiscard]] std::optional<Position> positionAt(const QPoint& point) const;
    [[nodiscard]] bool isMasked(RecordPart part, qsizetype offset) const;
    [[nodiscard]] bool isMarked(RecordPart part, qsizetype offset) const;
    [[nodiscard]] QString hexOf(RecordPart part, qsizetype offset) const;
    [[nodiscard]] QChar textOf(RecordPart part, qsizetype offset) const;
    [[nodiscard]] int column(int character) const;
    [[nodiscard]] int lineWidth(int perLine) const;
    [[nodiscard]] int bytesWidth(int perLine) const; ///< without the text beside them
    [[nodiscard]] int lineHeight() const;
    void paintHeading(QPainter& painter, RecordPart part, int top) const;
    void paintBytes(QPainter& painter, const Line& line, int top) const;
    void updateScrollBars();
    void paintHint(QPainter& painter) const;
    void showLine(int line);
    void choose(Position position);
    void tell();

    int m_perLine; ///< bytes
    QByteArray m_request;
    QByteArray m_response;
    std::vector<ByteRange> m_masked;
    ByteRange m_marked;
    Position m_current;
    bool m_hasRow = false;
    bool m_hasText = true;
};

} // namespace dmsc
