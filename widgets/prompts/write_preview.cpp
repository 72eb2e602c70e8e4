// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/write_preview.h"

#include "model/bytes.h"
#include "model/decode/apdu_names.h"
#include "model/items/card_file_text.h"
#include "widgets/files/hex_text.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

enum Column { FileColumn, PartColumn, SizeColumn, DiffersColumn, KeyColumn, ColumnCount };
constexpr qsizetype kNamingDigits = 16; // the head of a command, which has its name
constexpr int kNameWidth = 16; // of a command, with the space behind it
constexpr qsizetype kShownApduBytes = 8192; // hex digits of one command; more of them say nothing more

QString sizeText(const CardFileWrite& write)
{
    const QString after = byteCountText(std::uint64_t(write.part.bytes.size()));
    return write.before.size() == write.part.bytes.size()
        ? after
        : byteCountText(std::uint64_t(write.before.size())) + QStringLiteral(" \u2192 ") + after;
}

} // namespace

WritePreview::WritePreview(
    std::vector<CardFileWrite> writes, const QString& card, std::shared_ptr<const CardFileTree> files, QWidget* parent)
    : QDialog(parent)
    , m_writes(std::move(writes))
    , m_files(std::move(files))
{
    setObjectName(QStringLiteral("writePreview"));
    setWindowTitle(tr("Bytes that will be written"));
    auto* title = new QLabel(
        tr("%n write(s) to files of %1. Nothing was sent to the card yet.", nullptr, int(m_writes.size())).arg(card),
        this);
    title->setObjectName(QStringLiteral("previewTitle"));
    title->setWordWrap(true);
    title->setTextFormat(Qt::PlainText);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);

    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(buildBytes());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 4);

    auto* buttons = new QDialogButtonBox(this);
    QPushButton* cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("previewCancel"));
    QPushButton* write = buttons->addButton(tr("&Write"), QDialogButtonBox::AcceptRole);
    write->setObjectName(QStringLiteral("previewWrite"));
    write->setIcon(themedIcon(Icon::Apply));
    write->setAccessibleName(tr("Write these bytes to the card"));
    write->setEnabled(!m_writes.empty());
    write->setAutoDefault(false);
    cancel->setDefault(true); // the safe answer
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(title);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    fillList();
    connect(m_list, &QTableWidget::currentCellChanged, this, [this](int row) { showWrite(row); });
    m_list->selectRow(0);
    showWrite(0);
    resize(104 * kGrid, 80 * kGrid);
}

QWidget* WritePreview::buildList()
{
    m_list = new QTableWidget(0, ColumnCount, this);
    m_list->setObjectName(QStringLiteral("previewList"));
    m_list->setAccessibleName(tr("Writes"));
    m_list->setHorizontalHeaderLabels({tr("File"), tr("Part"), tr("Size"), tr("Differs"), tr("Key")});
    m_list->setShowGrid(false);
    m_list->setTabKeyNavigation(false);
    m_list->setAlternatingRowColors(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics().height()));
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->setMinimumHeight(10 * kGrid);
    return m_list;
}

QWidget* WritePreview::buildBytes()
{
    auto* bytes = new QWidget(this);
    auto* layout = new QVBoxLayout(bytes);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const auto hex = [&](QLabel*& title, HexText*& text, const QString& name) {
        title = new QLabel(bytes);
        title->setTextFormat(Qt::PlainText);
        text = new HexText(bytes);
        text->setObjectName(name);
        layout->addWidget(title);
        layout->addWidget(text, 3);
    };
    hex(m_beforeTitle, m_before, QStringLiteral("previewBefore"));
    hex(m_afterTitle, m_after, QStringLiteral("previewAfter"));
    m_before->setPlaceholderText(tr("Empty"));
    m_after->setPlaceholderText(tr("Empty: the content goes"));
    m_before->setAccessibleName(tr("Bytes before"));
    m_after->setAccessibleName(tr("Bytes after"));
    const auto together = [](HexText* one, HexText* other) {
        for (const auto& bars : {std::pair(one->verticalScrollBar(), other->verticalScrollBar()),
                 std::pair(one->horizontalScrollBar(), other->horizontalScrollBar())})
            QObject::connect(bars.first, &QScrollBar::valueChanged, bars.second, &QScrollBar::setValue);
    };
    together(m_before, m_after);
    together(m_after, m_before);
    m_apdusTitle = new QLabel(tr("Commands"), bytes);
    m_apdus = new QPlainTextEdit(bytes);
    m_apdus->setObjectName(QStringLiteral("previewApdus"));
    m_apdus->setAccessibleName(tr("Commands that the card gets"));
    m_apdus->setReadOnly(true);
    m_apdus->setTabChangesFocus(true);
    m_apdus->setLayoutDirection(Qt::LeftToRight);
    m_apdus->setFont(fixedFont());
    layout->addWidget(m_apdusTitle);
    layout->addWidget(m_apdus, 2);
    return bytes;
}

QString WritePreview::keyText(const CardFileWrite& write) const
{
    if (write.pin == 0)
        return tr("none");
    const auto pin = m_files ? pinOf(*m_files, write.pin) : std::nullopt;
    return pin ? tr("%1: %2", "key, how it stands").arg(pin->name, pinStateText(*pin))
               : tr("key %1").arg(hexDigits(write.pin));
}

void WritePreview::fillList()
{
    m_list->setRowCount(int(m_writes.size()));
    for (std::size_t i = 0; i < m_writes.size(); ++i) {
        const CardFileWrite& write = m_writes[i];
        const QString cells[] = {write.name.isEmpty() ? write.path : write.name,
            write.part.label.isEmpty() ? tr("content") : write.part.label, sizeText(write),
            tr("%n byte(s)", nullptr, int(differingBytes(write.before, write.part.bytes))), keyText(write)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(column == FileColumn ? write.path : cells[column]);
            item->setData(Qt::AccessibleTextRole,
                m_list->horizontalHeaderItem(column)->text() + QStringLiteral(": ") + cells[column]);
            m_list->setItem(int(i), column, item);
        }
    }
    m_list->resizeColumnsToContents();
}

void WritePreview::showWrite(int row)
{
    if (row < 0 || std::size_t(row) >= m_writes.size())
        return;
    const CardFileWrite& write = m_writes[std::size_t(row)];
    const ShownPair pair = differingHex(write.before, write.part.bytes);
    m_before->setShown(pair.device);
    m_after->setShown(pair.card);
    // Side by side from the first difference on, which one of them may not have scrolled to.
    const int line = std::max(m_before->verticalScrollBar()->value(), m_after->verticalScrollBar()->value());
    m_before->verticalScrollBar()->setValue(line);
    m_after->verticalScrollBar()->setValue(line);
    const auto title = [](const QString& when, const QByteArray& bytes, const QString& note) {
        QString text = when + QStringLiteral(", ") + byteCountText(std::uint64_t(bytes.size()));
        return note.isEmpty() ? text : text + QStringLiteral(" \u00b7 ") + note;
    };
    m_beforeTitle->setText(title(tr("Before"), write.before, pair.device.note));
    m_afterTitle->setText(title(tr("After; what differs is underlined"), write.part.bytes, pair.card.note));
    QStringList commands;
    for (const QString& apdu : write.apdus) {
        const QString name = commandName(QByteArray::fromHex(apdu.left(kNamingDigits).toLatin1()));
        commands << name.leftJustified(kNameWidth)
                + (apdu.size() > kShownApduBytes ? apdu.left(kShownApduBytes) + QStringLiteral(" ...") : apdu);
    }
    m_apdusTitle->setText(tr("%n command(s)", nullptr, int(write.apdus.size())));
    m_apdusTitle->setVisible(!commands.isEmpty());
    m_apdus->setVisible(!commands.isEmpty());
    m_apdus->setPlainText(commands.join(QLatin1Char('\n')));
}

} // namespace dmsc
