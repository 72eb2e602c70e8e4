// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/result_page.h"

#include "widgets/handshake/access_card.h"
#include "widgets/handshake/handshake_text.h"
#include "widgets/handshake/note_frame.h"
#include "widgets/handshake/page_tools.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dmsc {

ResultPage::ResultPage(HandshakeDraft& draft, QWidget* parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_card(new AccessCard(this))
    , m_receipts(new NoteFrame(this))
    , m_memory(new QPushButton(themedIcon(Icon::Memory), tr("Edit &memory"), this))
    , m_receipt(new QPushButton(themedIcon(Icon::Receipt), tr("Write &receipt..."), this))
{
    setTitle(tr("The card answers"));
    setSubTitle(tr("What may be done in this session, and with how much memory."));
    m_receipts->setObjectName(QStringLiteral("receiptNote"));
    m_memory->setObjectName(QStringLiteral("resultMemory"));
    m_receipt->setObjectName(QStringLiteral("resultReceipt"));
    for (QPushButton* button : {m_memory, m_receipt})
        button->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_memory);
    buttons->addWidget(m_receipt);
    buttons->addStretch(1);
    auto* content = new QWidget(this);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins({});
    inner->setSpacing(2 * kGrid);
    inner->addWidget(m_card);
    inner->addWidget(m_receipts);
    inner->addLayout(buttons);
    inner->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scrolled(content, this));
    connect(m_memory, &QPushButton::clicked, this, &ResultPage::memoryRequested);
    connect(m_receipt, &QPushButton::clicked, this, &ResultPage::receiptRequested);
    connect(m_card, &AccessCard::resetTriesRequested, this, &ResultPage::resetTriesRequested);
}

void ResultPage::initializePage()
{
    if (!m_draft.report)
        return;
    const HandshakeReport& report = *m_draft.report;
    m_card->setAccess(report.access, report.memory);
    m_card->setTries({});
    if (report.access.role == Role::Issuer) // the card tells nobody else
        Q_EMIT triesRequested();
    const QString method = methodName(report.request.method);
    const QString none = report.request.method == HandshakeMethod::Scp03
        ? tr("With SCP03 there is no receipt: both sides know the same keys, so neither can prove to others what the "
             "other one said.")
        : tr("With %1 there is no receipt here: only one side has shown a certificate.").arg(method);
    if (report.receipts)
        m_receipts->say(StatusTone::Ok,
            tr("This session ends in a receipt in the log that both sides sign: what was asked, what was answered, how "
               "the card's content was before and after."));
    else
        m_receipts->say(StatusTone::Warning, none);
    m_receipt->setEnabled(report.receipts);
    m_receipt->setToolTip(
        report.receipts ? tr("Card and host sign what was said up to here; the session goes on") : none);
}

void ResultPage::setTries(const std::vector<KeySetTries>& tries)
{
    m_card->setTries(tries);
}

void ResultPage::updateSide()
{
    if (!m_draft.report || !m_draft.side.access)
        return;
    m_card->setAccess(*m_draft.side.access, m_draft.side.memory.value_or(m_draft.report->memory));
}

} // namespace dmsc
