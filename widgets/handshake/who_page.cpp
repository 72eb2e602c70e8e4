// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/who_page.h"

#include "widgets/handshake/choice_list.h"
#include "widgets/handshake/handshake_text.h"
#include "widgets/handshake/page_tools.h"
#include "widgets/handshake/pairing_picture.h"
#include "widgets/theme/grid.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace dmsc {

namespace {

QString objectNameOf(Role role)
{
    switch (role) {
    case Role::Issuer:
        return QStringLiteral("whoIssuer");
    case Role::Device:
        return QStringLiteral("whoDevice");
    case Role::Dms:
        return QStringLiteral("whoDms");
    case Role::Application:
        return QStringLiteral("whoApplication");
    }
    return {};
}

} // namespace

WhoPage::WhoPage(HandshakeDraft& draft, QWidget* parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_picture(new PairingPicture(this))
    , m_choices(new ChoiceList(this))
{
    setTitle(tr("Who talks to whom?"));
    setSubTitle(tr("The card keeps a policy of its issuer: who may come in, how, and what for."));
    for (const Role role : allRoles())
        m_choices->add(
            {int(role), objectNameOf(role), themedIcon(iconOf(role)), pairingTitle(role), pairingText(role), {}});
    auto* content = new QWidget(this);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins({});
    inner->setSpacing(2 * kGrid);
    inner->addWidget(m_picture);
    inner->addWidget(m_choices);
    inner->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scrolled(content, this));
    connect(m_choices, &ChoiceList::chosenChanged, this, &WhoPage::choose);
}

void WhoPage::initializePage()
{
    updateOffers();
    m_choices->choose(int(m_draft.request.as));
    if (m_choices->chosen() < 0)
        m_choices->choose(m_choices->firstChoosable());
    m_picture->setRole(m_draft.request.as);
}

void WhoPage::updateOffers()
{
    for (const Role role : allRoles())
        m_choices->setWhyNot(int(role), whyNotRole(m_draft.side.offers, role));
    Q_EMIT completeChanged();
}

void WhoPage::takeFocus()
{
    if (isVisible())
        m_choices->takeFocus();
}

void WhoPage::choose(int id)
{
    const auto role = roleOf(std::uint8_t(id));
    if (!role)
        return;
    m_draft.request.as = *role;
    m_draft.request.throughDevice = *role == Role::Dms;
    m_picture->setRole(*role);
    Q_EMIT completeChanged();
}

bool WhoPage::isComplete() const
{
    return m_choices->chosen() >= 0;
}

} // namespace dmsc
