// SPDX-License-Identifier: Apache-2.0
#include "widgets/sync/policy_form.h"

#include "model/compare/mo_match.h"
#include "model/items/cell_text.h"
#include "model/items/mo_model.h"
#include "widgets/theme/grid.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kMostMos = 64; // more than that are treated as everything is
constexpr int kLikeEverything = -1;
constexpr int kWidestPlace = 16 * kGrid;
constexpr MergePolicy kPolicies[] = {
    MergePolicy::Ask, MergePolicy::CardWins, MergePolicy::DeviceWins, MergePolicy::Newest};

} // namespace

QString policyName(MergePolicy policy)
{
    const auto text = [](const char* name) { return QCoreApplication::translate("PolicyForm", name); };
    switch (policy) {
    case MergePolicy::Ask:
        return text(QT_TRANSLATE_NOOP("PolicyForm", "Ask me"));
    case MergePolicy::CardWins:
        return text(QT_TRANSLATE_NOOP("PolicyForm", "< Card wins"));
    case MergePolicy::DeviceWins:
        return text(QT_TRANSLATE_NOOP("PolicyForm", "> Device wins"));
    case MergePolicy::Newest:
        return text(QT_TRANSLATE_NOOP("PolicyForm", "Newest wins"));
    }
    return {};
}

PolicyForm::PolicyForm(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("policyForm"));
    setAccessibleName(tr("What decides conflicts"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(0, 0, kGrid, 0);
    m_form->setSpacing(kHalfGrid);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setWidget(content);
    m_rows.push_back({Uri(), addRow(Uri(), tr("Everything"), tr("Everything"), true)});
}

QComboBox* PolicyForm::addRow(const Uri& uri, const QString& label, const QString& spoken, bool everything)
{
    auto* box = new QComboBox;
    box->setObjectName(QStringLiteral("policy:") + shownText(uri.text()));
    box->setAccessibleName(tr("Policy for %1").arg(spoken));
    box->setMinimumContentsLength(10);
    if (!everything)
        box->addItem(tr("as everything"), kLikeEverything);
    for (const MergePolicy policy : kPolicies)
        box->addItem(policyName(policy), int(policy));
    auto* name = new QLabel(label);
    name->setToolTip(spoken);
    name->setBuddy(box);
    m_form->addRow(name, box);
    connect(box, &QComboBox::activated, this, &PolicyForm::changed);
    return box;
}

void PolicyForm::setTree(const Tree* device)
{
    const std::vector<PolicyRule> before = rules();
    while (m_rows.size() > 1) {
        m_form->removeRow(m_rows.back().box);
        m_rows.pop_back();
    }
    std::vector<NodeId> mos;
    if (device != nullptr)
        collectMos(*device, Tree::root(), mos);
    mos.resize(std::min(mos.size(), std::size_t(kMostMos)));
    for (const NodeId mo : mos) {
        const Uri uri = device->uri(mo);
        // Where it hangs tells it from others of its kind.
        const QString place = fontMetrics().elidedText(shownText(uri.text()).mid(2), Qt::ElideMiddle, kWidestPlace);
        const QString type = moShortName(device->type(mo));
        m_rows.push_back({uri, addRow(uri, place, type + QStringLiteral(", ") + shownText(uri.text()), false)});
    }
    setRules(before);
}

void PolicyForm::setRules(const std::vector<PolicyRule>& rules)
{
    for (const Row& row : m_rows) {
        const auto rule =
            std::find_if(rules.begin(), rules.end(), [&row](const PolicyRule& each) { return each.uri == row.uri; });
        row.box->setCurrentIndex(rule == rules.end() ? 0 : std::max(row.box->findData(int(rule->policy)), 0));
    }
}

std::vector<PolicyRule> PolicyForm::rules() const
{
    std::vector<PolicyRule> rules;
    for (const Row& row : m_rows) {
        const int policy = row.box->currentData().toInt();
        if (policy != kLikeEverything)
            rules.push_back({row.uri, MergePolicy(policy)});
    }
    return rules;
}

} // namespace dmsc
