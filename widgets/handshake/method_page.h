// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/handshake/handshake_draft.h"

#include <QWizardPage>

class QComboBox;
class QLabel;

namespace dmsc {

class ChoiceList;
class ToneLabel;

/// How it is proved. What the card's policy forbids is there, disabled, with the reason; nothing is sent to find out.
class MethodPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit MethodPage(HandshakeDraft& draft, QWidget* parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;
    /// The card offers other things than before.
    void updateOffers();
    /// The focus to the choices.
    void takeFocus();

private:
    void choose(int id);
    void fillLevels();
    void takeLevel();

    HandshakeDraft& m_draft;
    ChoiceList* m_choices;
    QLabel* m_levelTitle;
    QComboBox* m_levels;
    ToneLabel* m_note;
    std::uint8_t m_wantedLevel; ///< for SCP03; the others have but one
};

} // namespace dmsc
