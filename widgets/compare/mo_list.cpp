// SPDX-License-Identifier: Apache-2.0
#include "widgets/compare/mo_list.h"

#include "model/items/state_text.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <array>

namespace dmsc {

namespace {

/// Two lines: the MO's short name, and what differs in it as glyphs with counts.
class MoDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {12 * kGrid, 2 * option.fontMetrics.height() + kGrid + kHalfGrid};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeColors& colors = colorsFor(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            painter->fillRect(option.rect, QColor::fromRgb(colors.selection));
        const bool mirrored = option.direction == Qt::RightToLeft;
        // Absolute: a painter would mirror once more.
        const int align = int(Qt::AlignAbsolute | Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft));
        const QRect inner = option.rect.adjusted(kGrid, kHalfGrid, -kGrid, -kHalfGrid);
        QRect line(inner.x(), inner.y(), inner.width(), inner.height() / 2);
        painter->setFont(option.font);
        const QString uri = index.siblingAtColumn(MoModel::UriColumn).data().toString();
        const QString name =
            option.fontMetrics.elidedText(uri.mid(uri.lastIndexOf(QLatin1Char('/')) + 1), Qt::ElideRight, line.width());
        painter->setPen(QColor::fromRgb(selected ? colors.selectionText : colors.text));
        painter->drawText(line, align, name);
        const int used = option.fontMetrics.horizontalAdvance(name) + kGrid;
        QRect kind = line;
        mirrored ? kind.setRight(line.right() - used) : kind.setLeft(line.left() + used);
        painter->setPen(QColor::fromRgb(selected ? colors.selectionText : colors.mutedText));
        painter->drawText(kind, int(Qt::AlignAbsolute | Qt::AlignVCenter | (mirrored ? Qt::AlignLeft : Qt::AlignRight)),
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, kind.width()));
        line.translate(0, line.height());
        paintCounts(painter, option, index, line);
    }

private:
    static void paintCounts(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect line)
    {
        struct Count
        {
            int column;
            StateTone tone;
        };
        static constexpr std::array<Count, 3> kCounts{{{MoModel::DifferColumn, StateTone::Differs},
            {MoModel::OnlyDeviceColumn, StateTone::OnlyDevice}, {MoModel::OnlyCardColumn, StateTone::OnlyCard}}};
        const ThemeColors& colors = colorsFor(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool mirrored = option.direction == Qt::RightToLeft;
        const auto draw = [&](const QString& text, StateTone tone) {
            const int width = option.fontMetrics.horizontalAdvance(text);
            const QRect place(mirrored ? line.right() + 1 - width : line.left(), line.top(), width, line.height());
            painter->setPen(colors.mark(tone, selected));
            painter->drawText(place, Qt::AlignVCenter, text);
            mirrored ? line.setRight(line.right() - width - kGrid) : line.setLeft(line.left() + width + kGrid);
        };
        if (index.data(MoModel::DifferencesRole).toInt() == 0) {
            draw(stateGlyph(StateTone::Same) + QLatin1Char(' ') + stateWord(StateTone::Same), StateTone::Same);
            return;
        }
        for (const Count& count : kCounts) {
            const QString number = index.siblingAtColumn(count.column).data().toString();
            if (number != QLatin1String("0"))
                draw(stateGlyph(count.tone) + QLatin1Char(' ') + number, count.tone);
        }
    }
};

} // namespace

MoList::MoList(MoModel& model, QWidget* parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("moList"));
    setAccessibleName(tr("Management Objects"));
    setItemDelegate(new MoDelegate(this));
    setModel(&model);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, &MoList::choose);
    connect(this, &QListView::activated, this, &MoList::choose);
}

void MoList::choose(const QModelIndex& index)
{
    const PairNo pair = m_model.pairAt(index.row());
    if (pair != kNoPair)
        Q_EMIT pairChosen(pair);
}

void MoList::showPair(PairNo pair)
{
    const int row = pair == kNoPair ? -1 : m_model.rowOf(pair);
    if (row < 0)
        clearSelection();
    else
        setCurrentIndex(m_model.index(row, 0));
}

void MoList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_model.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(kGrid, kGrid, -kGrid, -kGrid), int(Qt::AlignCenter | Qt::TextWordWrap),
        tr("The MOs of both sides appear here, with what differs in each."));
}

} // namespace dmsc
