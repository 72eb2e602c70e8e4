// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/handshake/handshake_draft.h"

#include <QWizardPage>

namespace dmsc {

class ChoiceList;
class PairingPicture;

/// Who talks to whom.
class WhoPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit WhoPage(HandshakeDraft& draft, QWidget* parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;
    /// The card offers other things than before.
    void updateOffers();
    /// The focus to the choices.
    void takeFocus();

private:
    void choose(int id);

    HandshakeDraft& m_draft;
    PairingPicture* m_picture;
    ChoiceList* m_choices;
};

} // namespace dmsc
