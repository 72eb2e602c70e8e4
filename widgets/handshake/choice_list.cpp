// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/choice_list.h"

#include "widgets/handshake/choice_row.h"
#include "widgets/theme/grid.h"

#include <QButtonGroup>
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
