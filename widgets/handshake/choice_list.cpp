// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/choice_list.h"

#include "widgets/handshake/choice_row.h"
#include "widgets/theme/grid.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

ChoiceList::ChoiceList(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(kGrid);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT chosenChanged(id);
    });
}

void ChoiceList::add(const Choice& choice)
{
    auto* made = new ChoiceRow(choice, this);
    m_group->addButton(&made->button(), choice.id);
    m_layout->addWidget(made);
    m_rows.push_back(made);
    made->button().installEventFilter(this);
}

bool ChoiceList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        static_cast<QWidget*>(watched)->parentWidget()->update(); // the row draws it
    const bool pressed = event->type() == QEvent::KeyPress;
    return (pressed && move(watched, static_cast<QKeyEvent*>(event)->key())) || QWidget::eventFilter(watched, event);
}

bool ChoiceList::move(const QObject* from, int key)
{
    const bool back = key == Qt::Key_Up || key == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    const bool on = key == Qt::Key_Down || key == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [from](const ChoiceRow* row) { return &row->button() == from; });
    if ((!back && !on) || found == m_rows.end())
        return false;
    const std::size_t count = m_rows.size();
    const auto at = std::size_t(found - m_rows.begin());
    for (std::size_t step = 1; step <= count; ++step) {
        ChoiceRow* next = m_rows[(back ? at + count - step : at + step) % count];
        if (!next->whyNot().isEmpty())
            continue;
        next->button().setChecked(true);
        next->button().setFocus(back ? Qt::BacktabFocusReason : Qt::TabFocusReason);
        break;
    }
    return true;
}

void ChoiceList::takeFocus()
{
    if (ChoiceRow* at = row(chosen() >= 0 ? chosen() : firstChoosable()); at != nullptr)
        at->button().setFocus(Qt::TabFocusReason);
}

ChoiceRow* ChoiceList::row(int id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const ChoiceRow* row) { return row->id() == id; });
    return found == m_rows.end() ? nullptr : *found;
}

void ChoiceList::setWhyNot(int id, const QString& why)
{
    ChoiceRow* at = row(id);
    if (at == nullptr || at->whyNot() == why)
        return;
    if (!why.isEmpty() && at->button().isChecked()) {
        m_group->setExclusive(false);
        at->button().setChecked(false);
        m_group->setExclusive(true);
    }
    at->setWhyNot(why);
}

QString ChoiceList::whyNot(int id) const
{
    const ChoiceRow* at = row(id);
    return at == nullptr ? QString() : at->whyNot();
}

void ChoiceList::choose(int id)
{
    if (ChoiceRow* at = row(id); at != nullptr && at->whyNot().isEmpty())
        at->button().setChecked(true);
}

int ChoiceList::chosen() const
{
    return m_group->checkedId();
}

int ChoiceList::firstChoosable() const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [](const ChoiceRow* row) { return row->whyNot().isEmpty(); });
    return found == m_rows.end() ? -1 : (*found)->id();
}

} // namespace dmsc
