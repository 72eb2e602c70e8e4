// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/method_page.h"

#include "cardio/channel/security_level.h"
#include "widgets/handshake/choice_list.h"
#include "widgets/handshake/handshake_text.h"
#include "widgets/handshake/page_tools.h"
#include "widgets/handshake/tone_label.h"
#include "widgets/theme/grid.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace dmsc {

namespace {

constexpr auto kFullLevel = std::uint8_t(SecurityLevel::All);

} // namespace

MethodPage::MethodPage(HandshakeDraft& draft, QWidget* parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_choices(new ChoiceList(this))
    , m_levelTitle(new QLabel(tr("&Protection:"), this))
    , m_levels(new QComboBox(this))
    , m_note(new ToneLabel(this))
    , m_wantedLevel(draft.request.level)
{
    setTitle(tr("How do they prove who they are?"));
    for (const HandshakeMethod method : allMethods())
        m_choices->add({int(method), QStringLiteral("method%1").arg(methodName(method)), {}, methodTitle(method),
            whatItProves(method), whatItDoesNot(method)});
    m_levels->setObjectName(QStringLiteral("methodLevel"));
    m_levels->setAccessibleName(tr("Protection of the session"));
    m_levels->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_levels->setMinimumContentsLength(24);
    m_levelTitle->setBuddy(m_levels);
    m_note->setObjectName(QStringLiteral("methodNote"));

    auto* level = new QHBoxLayout;
    level->setSpacing(kGrid);
    level->addWidget(m_levelTitle);
    level->addWidget(m_levels, 1);
    auto* content = new QWidget(this);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins({});
    inner->setSpacing(2 * kGrid);
    inner->addWidget(m_choices);
    inner->addLayout(level);
    inner->addWidget(m_note);
    inner->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scrolled(content, this));
    connect(m_choices, &ChoiceList::chosenChanged, this, &MethodPage::choose);
    connect(m_levels, &QComboBox::activated, this, &MethodPage::takeLevel);
}

void MethodPage::initializePage()
{
    setSubTitle(
        tr("What the policy of %1 offers to this side: %2.")
            .arg(m_draft.side.title.isEmpty() ? tr("the card") : m_draft.side.title, roleName(m_draft.request.as)));
    m_wantedLevel = m_draft.request.level;
    updateOffers();
}

void MethodPage::updateOffers()
{
    const std::vector<OfferedMethod>& offers = m_draft.side.offers;
    for (const HandshakeMethod method : allMethods())
        m_choices->setWhyNot(int(method), whyNotMethod(offers, m_draft.request.as, method));
    m_choices->choose(int(m_draft.request.method));
    if (m_choices->chosen() < 0)
        m_choices->choose(m_choices->firstChoosable());
    m_note->setTone(offers.empty() ? std::optional(StatusTone::Warning) : std::nullopt);
    m_note->setText(offers.empty() ? tr("! The card has not said what its policy accepts; it may refuse what is "
                                        "chosen here.")
                                   : tr("The card told its policy when it was selected. It cannot be talked into "
                                        "less."));
    choose(m_choices->chosen());
    Q_EMIT completeChanged();
}

void MethodPage::takeFocus()
{
    if (isVisible())
        m_choices->takeFocus();
}

void MethodPage::choose(int id)
{
    if (id < 0)
        return;
    const auto method = methodOf(std::uint8_t(id));
    if (!method)
        return;
    m_draft.request.method = *method;
    fillLevels();
    Q_EMIT completeChanged();
}

void MethodPage::fillLevels()
{
    const bool choice = m_draft.request.method == HandshakeMethod::Scp03;
    m_levels->clear();
    auto* items = qobject_cast<QStandardItemModel*>(m_levels->model());
    int chosen = -1;
    for (const std::uint8_t level : allLevels()) {
        if (!choice && level != kFullLevel)
            continue;
        const QString why = whyNotLevel(m_draft.side.offers, m_draft.request.as, m_draft.request.method, level);
        m_levels->addItem(
            why.isEmpty() ? levelTitle(level) : tr("%1 - %2", "level, why not").arg(levelTitle(level), why), level);
        const int at = m_levels->count() - 1;
        if (!why.isEmpty() && items != nullptr)
            items->item(at)->setEnabled(false);
        // The one that was chosen, or else the strongest.
        if (why.isEmpty() && (chosen < 0 || m_levels->itemData(chosen).toInt() != m_wantedLevel))
            chosen = at;
    }
    m_levels->setEnabled(choice);
    m_levels->setToolTip(choice ? QString() : tr("This method always protects everything in both directions"));
    m_levels->setCurrentIndex(chosen);
    m_draft.request.level = chosen < 0 ? kFullLevel : std::uint8_t(m_levels->itemData(chosen).toUInt());
}

void MethodPage::takeLevel()
{
    m_wantedLevel = std::uint8_t(m_levels->currentData().toUInt());
    m_draft.request.level = m_wantedLevel;
    Q_EMIT completeChanged();
}

bool MethodPage::isComplete() const
{
    return m_choices->chosen() >= 0 && m_levels->currentIndex() >= 0;
}

} // namespace dmsc
