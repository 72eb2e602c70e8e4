// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/record_details.h"

#include "widgets/log/bit_line.h"
#include "widgets/log/hex_view.h"
#include "widgets/theme/empty_hint.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace dmsc {

namespace {

/// Opening more levels of a large message costs a turn of the event loop and helps nobody.
constexpr int kOpenLevels = 3;

QByteArray masked(QByteArrayView bytes, RecordPart part, const std::vector<ByteRange>& secrets)
{
    QByteArray copy = bytes.toByteArray();
    for (const ByteRange& range : secrets) {
        if (range.part == part) {
            const qsizetype begin = std::min<qsizetype>(range.offset, copy.size());
            const qsizetype end = std::min<qsizetype>(begin + range.length, copy.size());
            std::fill(copy.begin() + begin, copy.begin() + end, '*');
        }
    }
    return copy;
}

/// Rows from the top, to find a field again after the same bytes were decoded anew.
std::vector<int> placeOf(const QModelIndex& index)
{
    std::vector<int> rows;
    for (QModelIndex at = index; at.isValid(); at = at.parent()) {
        rows.insert(rows.begin(), at.row());
    }
    return rows;
}

QModelIndex indexAt(const QAbstractItemModel& model, const std::vector<int>& rows)
{
    QModelIndex index;
    for (const int row : rows) {
        index = model.index(row, 0, index);
    }
    return index;
}

} // namespace

RecordDetails::RecordDetails(QWidget* parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tree(new QTreeView)
    , m_hex(new HexView)
    , m_bits(new BitLine)
    , m_links(new RecordLinks)
    , m_reveal(new QToolButton)
{
    buildTree();
    addCopyActions();
    m_reveal->setObjectName(QStringLiteral("logReveal"));
    m_reveal->setText(tr("Show secrets"));
    m_reveal->setIcon(themedIcon(Icon::Unlock));
    m_reveal->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reveal->setAutoRaise(true);
    m_reveal->setCheckable(true);
    m_reveal->setToolTip(tr("Shows PINs, keys and nonces of this row, which are dots otherwise"));
    m_reveal->hide();
    auto* bytes = new QWidget;
    auto* column = new QVBoxLayout(bytes);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_reveal, 0, Qt::AlignRight);
    column->addWidget(m_hex, 1);
    column->addWidget(m_bits);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(bytes);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({1150, 850}); // a proportion: values are read more than bytes
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_links);
    layout->addWidget(m_splitter, 1);

    connect(m_links, &RecordLinks::activated, this, &RecordDetails::linkActivated);
    connect(m_reveal, &QToolButton::toggled, this, &RecordDetails::setRevealed);
    connect(m_splitter, &QSplitter::splitterMoved, this, &RecordDetails::arranged);
    connect(m_hex, &HexView::byteChosen, this, &RecordDetails::chooseFieldOf);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordDetails::markChosenField);
}

void RecordDetails::buildTree()
{
    m_tree->setObjectName(QStringLiteral("logFields"));
    m_tree->setAccessibleName(tr("Decoded fields of the selected row"));
    m_tree->setModel(&m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setIndentation(2 * kGrid);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch); // however narrow, something is seen of both
    m_tree->setMinimumWidth(12 * kGrid);
    new EmptyHint(*m_tree, tr("The decoded fields of the selected row will stand here."));
}

void RecordDetails::addCopyActions()
{
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* value = new QAction(tr("Copy Value"), m_tree);
    value->setObjectName(QStringLiteral("logCopyValue"));
    value->setShortcut(QKeySequence::Copy);
    auto* bytes = new QAction(tr("Copy Bytes as Hex"), m_tree);
    bytes->setObjectName(QStringLiteral("logCopyBytes"));
    bytes->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    for (QAction* action : {value, bytes}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
    }
    connect(value, &QAction::triggered, this, &RecordDetails::copyValue);
    connect(bytes, &QAction::triggered, this, &RecordDetails::copyBytes);
}

void RecordDetails::copyValue() const
{
    const QModelIndex current = m_tree->currentIndex();
    if (current.isValid()) {
        QGuiApplication::clipboard()->setText(current.siblingAtColumn(FieldModel::Value).data().toString());
    }
}

void RecordDetails::copyBytes() const
{
    const QString hex = m_hex->markedText();
    if (!hex.isEmpty()) {
        QGuiApplication::clipboard()->setText(hex);
    }
}

void RecordDetails::setLinks(const std::vector<RecordLink>& links)
{
    m_links->setLinks(links);
}

void RecordDetails::setRecord(const RecordView& record, std::vector<ByteRange> secrets)
{
    m_record = record;
    m_secrets = std::move(secrets);
    const QSignalBlocker quiet(m_reveal);
    m_reveal->setChecked(false);
    m_reveal->setVisible(!m_secrets.empty());
    m_links->setLinks({});
    fill(record);
}

void RecordDetails::fill(const RecordView& record)
{
    const bool hide = !m_reveal->isChecked();
    const std::vector<ByteRange> dots = hide ? m_secrets : std::vector<ByteRange>{};
    RecordView shown = record;
    const QByteArray request = masked(record.request, RecordPart::Request, dots);
    const QByteArray response = masked(record.response, RecordPart::Response, dots);
    shown.request = request;
    shown.response = response;
    m_hex->setBytes(request, response);
    m_hex->setMasked(dots);
    m_bits->clearBits();
    m_model.setFields(decode(shown));
    m_tree->expandToDepth(kOpenLevels);
}

void RecordDetails::toggleRevealed()
{
    if (!m_secrets.empty()) {
        m_reveal->toggle();
    }
}

void RecordDetails::setRevealed(bool)
{
    if (!m_record) {
        return;
    }
    const std::vector<int> chosen = placeOf(m_tree->currentIndex());
    fill(*m_record);
    m_tree->setCurrentIndex(indexAt(m_model, chosen));
}

void RecordDetails::clear()
{
    m_record.reset();
    m_secrets.clear();
    m_reveal->hide();
    m_links->setLinks({});
    m_model.setFields({});
    m_hex->clear();
    m_bits->clearBits();
}

void RecordDetails::markChosenField()
{
    const QModelIndex current = m_tree->currentIndex();
    const ByteRange range = m_model.bytesAt(current);
    const std::uint8_t mask = m_model.bitsAt(current);
    m_hex->mark(range);
    const std::optional<std::uint8_t> byte = mask == 0 ? std::nullopt : m_hex->shownByte(range.part, range.offset);
    if (byte) {
        m_bits->showBits(range.offset, *byte, mask);
    } else {
        m_bits->clearBits();
    }
}

void RecordDetails::chooseFieldOf(RecordPart part, quint32 offset)
{
    const QModelIndex field = m_model.fieldAt(part, offset);
    if (field.isValid()) {
        m_tree->setCurrentIndex(field);
        m_tree->scrollTo(field);
    }
}

QByteArray RecordDetails::saveState() const
{
    return m_splitter->saveState();
}

bool RecordDetails::restoreState(const QByteArray& state)
{
    return m_splitter->restoreState(state);
}

} // namespace dmsc
