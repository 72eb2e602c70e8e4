// SPDX-License-Identifier: Apache-2.0
#include "widgets/files/card_files_pane.h"

#include "model/items/card_file_text.h"
#include "widgets/files/card_file_details.h"
#include "widgets/files/file_delegate.h"
#include "widgets/files/part_view.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QComboBox>
#include <QDataStream>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

constexpr auto kReadSoon = 250ms;
constexpr quint32 kPaneStateVersion = 1;
enum Page { EmptyPage, FilesPage };

QToolButton* buttonFor(QAction* action, QWidget* parent, const QString& name)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setAccessibleName(action->iconText());
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

CardFilesPane::CardFilesPane(QAction* findFiles, QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_filter(new QLineEdit(this))
    , m_keys(new QWidget(this))
    , m_keyLine(new QHBoxLayout(m_keys))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("cardFilesPane"));
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterRole(CardFileModel::FilterRole);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered.setRecursiveFilteringEnabled(true);
    m_filtered.setAutoAcceptChildRows(true);

    m_choice->setObjectName(QStringLiteral("filesSide"));
    m_choice->setAccessibleName(tr("Card whose files are shown"));
    m_filter->setObjectName(QStringLiteral("filesFilter"));
    m_filter->setAccessibleName(tr("Filter of the card's files"));
    m_filter->setPlaceholderText(tr("Filter by name, id, structure or MO"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(Icon::Filter), QLineEdit::LeadingPosition);
    m_find = buttonFor(findFiles, this, QStringLiteral("filesFind"));
    m_keyLine->setContentsMargins(0, 0, 0, 0);
    m_keyLine->setSpacing(kHalfGrid);

    auto* bar = new QHBoxLayout;
    bar->setSpacing(kHalfGrid);
    bar->addWidget(m_choice);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_find);
    m_pages->addWidget(buildEmpty(findFiles));
    m_pages->addWidget(buildFiles());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kHalfGrid, kHalfGrid, kHalfGrid, 0);
    layout->setSpacing(kHalfGrid);
    layout->addLayout(bar);
    layout->addWidget(m_keys);
    layout->addWidget(m_pages, 1);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(kReadSoon);
    connectAll();
    showState();
}

CardFilesPane::~CardFilesPane()
{
    delete m_view; // before the models that it shows
}

QWidget* CardFilesPane::buildEmpty(QAction* findFiles)
{
    auto* page = new QWidget(m_pages);
    m_emptyText = new QLabel(page);
    m_emptyText->setObjectName(QStringLiteral("filesEmpty"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyFind = buttonFor(findFiles, page, QStringLiteral("filesEmptyFind"));
    auto* layout = new QVBoxLayout(page);
    layout->addStretch();
    layout->addWidget(m_emptyText);
    layout->addSpacing(kGrid);
    layout->addWidget(m_emptyFind, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

QWidget* CardFilesPane::buildFiles()
{
    m_view = new QTreeView;
    m_view->setObjectName(QStringLiteral("filesTree"));
    m_view->setAccessibleName(tr("Files of the card"));
    m_view->setModel(&m_filtered);
    m_view->setItemDelegate(new FileDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setIndentation(2 * kGrid);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setAccessibleName(tr("Columns of the card's files"));
    const int character = fontMetrics().averageCharWidth();
    constexpr std::array<int, CardFileModel::ColumnCount> widths{34, 9, 25, 9, 15, 15};
    for (int column = 0; column < CardFileModel::ColumnCount; ++column)
        m_view->setColumnWidth(column, widths.at(std::size_t(column)) * character);
    m_details = new CardFileDetails;
    m_splitter = new QSplitter(Qt::Horizontal, m_pages);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({1000, 1000}); // a proportion: the splitter scales it to its width
    return m_splitter;
}

QByteArray CardFilesPane::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kPaneStateVersion << m_view->header()->saveState() << m_splitter->saveState();
    return state;
}

void CardFilesPane::restoreState(const QByteArray& state)
{
    QDataStream in(state);
    quint32 version = 0;
    QByteArray header;
    QByteArray splitter;
    in >> version >> header >> splitter;
    if (in.status() != QDataStream::Ok || version != kPaneStateVersion)
        return;
    m_view->header()->restoreState(header);
    m_splitter->restoreState(splitter);
}

void CardFilesPane::connectAll()
{
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered.setFilterFixedString(text.trimmed());
        m_view->expandAll();
    });
    connect(
        m_choice, &QComboBox::activated, this, [this](int row) { showSide(Side(m_choice->itemData(row).toInt())); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CardFilesPane::chooseCurrent);
    connect(m_view, &QTreeView::activated, this, &CardFilesPane::readCurrent);
    connect(&m_readSoon, &QTimer::timeout, this, [this] {
        if (!m_details->parts().hasContent())
            readCurrent();
    });
    PartView& parts = m_details->parts();
    connect(&parts, &PartView::readRequested, this, &CardFilesPane::readCurrent);
    connect(&parts, &PartView::keyRequested, this, [this](int reference) { Q_EMIT keyRequested(m_side, reference); });
    connect(&parts, &PartView::writeProposed, this,
        [this](const CardFileWrite& write) { Q_EMIT writeProposed(m_side, write); });
    connect(&parts, &PartView::resizeRequested, this,
        [this](quint64 size) { Q_EMIT resizeRequested(m_side, chosenPath(), size); });
}

bool CardFilesPane::isCard(Side side) const
{
    const std::optional<SideState>& state = m_sides[std::size_t(side)];
    return state
        && (state->files || state->where.kind == Where::Kind::Card || state->where.kind == Where::Kind::Reader);
}

const CardFileTree* CardFilesPane::files() const
{
    const std::optional<SideState>& state = m_sides[std::size_t(m_side)];
    return state ? state->files.get() : nullptr;
}

void CardFilesPane::setSide(Side side, const std::optional<SideState>& state)
{
    const std::optional<SideState>& before = m_sides[std::size_t(side)];
    if (side == m_side && (!state || !before || state->where != before->where))
        m_details->setFile({});
    m_sides[std::size_t(side)] = state;
    if (!isCard(m_side) && isCard(side))
        m_side = side;
    showState();
}

void CardFilesPane::showSide(Side side)
{
    if (side == m_side)
        return;
    m_side = side;
    m_details->setFile({});
    showState();
    Q_EMIT sideShown(side);
}

void CardFilesPane::showState()
{
    m_choice->clear();
    for (const Side side : kSides) {
        if (isCard(side))
            m_choice->addItem(themedIcon(side == Side::Device ? Icon::Device : Icon::Card),
                m_sides[std::size_t(side)]->title, int(side));
    }
    m_choice->setVisible(m_choice->count() > 1);
    m_choice->setCurrentIndex(m_choice->findData(int(m_side)));

    const std::optional<SideState>& state = m_sides[std::size_t(m_side)];
    const bool first = m_model.tree() == nullptr;
    m_model.setTree(state ? state->files : nullptr);
    const bool any = m_model.rowCount() > 0;
    m_pages->setCurrentIndex(any ? FilesPage : EmptyPage);
    m_filter->setVisible(any);
    m_find->setVisible(any);
    if (any && first)
        m_view->expandToDepth(1);
    showEmpty();
    showKeys();
    if (const CardFile* file = current())
        m_details->setFile(*file);
    else
        m_details->setFile({});
}

void CardFilesPane::showEmpty()
{
    const std::optional<SideState>& state = m_sides[std::size_t(m_side)];
    const bool card = isCard(m_side);
    m_emptyText->setText(!card
            ? tr("The files of a card appear here: its applications, sizes, who may read and write them.\n\n"
                 "Open a card in a reader, or an image of a card.")
            : state->files ? tr("%1 has no files that could be found.").arg(state->title)
                           : tr("Nobody has looked for the files of %1 yet. It takes some command pairs for each file.")
                                 .arg(state->title));
    m_emptyFind->setVisible(card);
}

const CardFile* CardFilesPane::current() const
{
    return m_model.file(m_filtered.mapToSource(m_view->currentIndex()));
}

QString CardFilesPane::chosenPath() const
{
    const CardFile* file = current();
    return file != nullptr ? file->path : QString();
}

void CardFilesPane::chooseFile(const QString& path)
{
    QModelIndex index = m_filtered.mapFromSource(m_model.indexOf(path));
    if (!index.isValid()) {
        m_filter->clear(); // it hides the file
        index = m_filtered.mapFromSource(m_model.indexOf(path));
    }
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void CardFilesPane::chooseCurrent()
{
    const CardFile* file = current();
    m_details->setFile(file != nullptr ? std::optional(*file) : std::nullopt);
    m_readSoon.stop();
    if (file == nullptr)
        return;
    PartView& parts = m_details->parts();
    if (!hasContent(file->kind)) {
        parts.setWaiting(tr("It has no content of its own; its files hang below it."), {});
        return;
    }
    const QString condition = conditionFor(*file, u"read");
    const CardFileTree* tree = files();
    const auto key = tree != nullptr ? missingKey(*tree, condition) : std::nullopt;
    if (key) {
        // Asking the card in vain would tell nothing that its rules have not told.
        parts.setWaiting(
            tr("To read it the card wants: %1. %2: %3.").arg(condition, key->name, pinStateText(*key)), key);
        return;
    }
    parts.setWaiting(tr("Not read yet."), {});
    m_readSoon.start();
}

void CardFilesPane::readCurrent()
{
    const CardFile* file = current();
    if (file == nullptr || !hasContent(file->kind))
        return;
    if (m_busy) {
        m_readWhenIdle = true;
        return;
    }
    m_details->parts().setWaiting(tr("Reading..."), {});
    Q_EMIT readRequested(m_side, file->path);
}

void CardFilesPane::setContent(Side side, const CardFileContent& content)
{
    if (side == m_side && content.path == chosenPath())
        m_details->parts().setContent(content);
}

void CardFilesPane::dropContent(Side side, const QString& path)
{
    if (side != m_side || path != chosenPath())
        return;
    m_details->parts().leaveEditor();
    m_readWhenIdle = true;
}

void CardFilesPane::readAgain(Side side, const QString& path)
{
    if (side == m_side && path == chosenPath())
        readCurrent();
}

void CardFilesPane::setBusy(bool busy)
{
    m_busy = busy;
    m_details->parts().setBusy(busy);
    if (!busy && m_readWhenIdle) {
        m_readWhenIdle = false;
        readCurrent();
    }
}

} // namespace dmsc
