// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/handshake/choice_list.h"

#include <QFrame>

class QLabel;
class QRadioButton;

namespace dmsc {

class ToneLabel;

/// One choice of a ChoiceList: a radio button with the words below it. A click anywhere in it chooses.
class ChoiceRow : public QFrame
{
    Q_OBJECT

public:
    explicit ChoiceRow(const ChoiceList::Choice& choice, QWidget* parent = nullptr);

    [[nodiscard]] QRadioButton& button() const { return *m_button; }
    [[nodiscard]] int id() const { return m_id; }
    void setWhyNot(const QString& why);
    [[nodiscard]] const QString& whyNot() const { return m_why; }

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int m_id;
    QString m_why;
    QString m_words;
    QIcon m_icon;
    QRadioButton* m_button;
    QLabel* m_text;
    ToneLabel* m_lack;
    ToneLabel* m_reason;
};

} // namespace dmsc
