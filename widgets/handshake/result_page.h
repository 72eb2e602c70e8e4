// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/key_set_tries.h"
#include "widgets/handshake/handshake_draft.h"

#include <QWizardPage>

class QPushButton;

namespace dmsc {

class AccessCard;
class NoteFrame;

/// What came of it: access conditions, memory, and whether the session can end in a receipt.
class ResultPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit ResultPage(HandshakeDraft& draft, QWidget* parent = nullptr);

    void initializePage() override;
    /// The card's memory or rights are others than when the handshake ended.
    void updateSide();
    void setTries(const std::vector<KeySetTries>& tries);

Q_SIGNALS:
    void memoryRequested();
    void receiptRequested();
    void triesRequested();
    void resetTriesRequested(std::uint8_t keyVersion);

private:
    HandshakeDraft& m_draft;
    AccessCard* m_card;
    NoteFrame* m_receipts;
    QPushButton* m_memory;
    QPushButton* m_receipt;
};

} // namespace dmsc
