// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/command_palette.h"

#include "widgets/palette/command_delegate.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kWidth = 70 * kGrid;
constexpr int kHeight = 44 * kGrid;
constexpr int kPageRows = 8;

} // namespace

CommandPalette::CommandPalette(const ActionRegistry& registry, QWidget* window)
    : QFrame(window)
    , m_model(registry)
    , m_line(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel(tr("No command has these words.")))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_line->setObjectName(QStringLiteral("commandLine"));
    m_line->setAccessibleName(tr("Find a command"));
    m_line->setPlaceholderText(tr("Type words of a command, in any order"));
    m_line->addAction(themedIcon(Icon::Search), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_nothing->setObjectName(QStringLiteral("noCommand"));
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->setMargin(2 * kGrid);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_line->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::trigger);
    hide();
}

void CommandPalette::open()
{
    if (isVisible()) {
        m_line->selectAll();
        return;
    }
    m_focusBefore = QApplication::focusWidget();
    m_line->clear();
    search({});
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const QRect room = parentWidget()->rect().adjusted(kGrid, kGrid, -kGrid, -kGrid);
    const QSize size(std::min(kWidth, room.width()), std::min(kHeight, room.height()));
    const int top = room.top() + std::min(room.height() - size.height(), 6 * kGrid);
    setGeometry(QRect(QPoint(room.left() + (room.width() - size.width()) / 2, top), size));
}

void CommandPalette::search(const QString& query)
{
    m_model.setQuery(query);
    m_list->setCurrentIndex(m_model.index(0));
    m_list->setVisible(m_model.rowCount() > 0);
    m_nothing->setVisible(m_model.rowCount() == 0);
}

void CommandPalette::step(int rows)
{
    const int last = m_model.rowCount() - 1;
    if (last >= 0) {
        m_list->setCurrentIndex(m_model.index(std::clamp(m_list->currentIndex().row() + rows, 0, last)));
    }
}

void CommandPalette::trigger()
{
    QAction* action = m_model.actionAt(m_list->currentIndex().row());
    if (action != nullptr && action->isEnabled()) {
        // Away first: what the action opens must find the focus where it was.
        dismiss();
        action->trigger();
    }
}

void CommandPalette::dismiss()
{
    // Before hiding, which would move it to a neighbour.
    if (m_focusBefore) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
    hide();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched != m_line) {
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        // Another window in front or the line's own menu does not end the search.
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
            hide();
        }
    }
    if (event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(kPageRows);
        return true;
    case Qt::Key_PageUp:
        step(-kPageRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        trigger();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace dmsc
