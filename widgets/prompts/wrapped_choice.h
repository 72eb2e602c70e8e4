// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QCheckBox>
#include <QRadioButton>

namespace dmsc {

/// How the words of a choice are laid out below one another, for every kind of button.
[[nodiscard]] int wrappedChoiceHeight(const QAbstractButton& choice, const QString& words, int width);
void paintWrappedChoice(QAbstractButton& choice, const QString& words, QStyle::PrimitiveElement indicator);
/// The one with the focus is to be seen, however long the list.
void scrollToChoice(QAbstractButton& choice);

/// A radio button or check box whose words take as many lines as they need, and whose focus is a frame around it all.
template <class Button> class WrappedChoice final : public Button
{
public:
    WrappedChoice(const QString& words, QWidget* parent)
        : Button(QString(words).replace(QLatin1Char('&'), QLatin1String("&&")), parent)
        , m_words(words)
    {
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        this->setSizePolicy(policy);
        this->setAccessibleName(words);
    }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return wrappedChoiceHeight(*this, m_words, width); }
    [[nodiscard]] QSize sizeHint() const override { return {this->width(), heightForWidth(this->width())}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, wrappedChoiceHeight(*this, {}, 0)}; }

protected:
    [[nodiscard]] bool hitButton(const QPoint& place) const override { return this->rect().contains(place); }
    void paintEvent(QPaintEvent* /*event*/) override
    {
        paintWrappedChoice(*this, m_words,
            std::is_same_v<Button, QRadioButton> ? QStyle::PE_IndicatorRadioButton : QStyle::PE_IndicatorCheckBox);
    }
    void focusInEvent(QFocusEvent* event) override
    {
        Button::focusInEvent(event);
        scrollToChoice(*this);
    }

private:
    QString m_words;
};

} // namespace dmsc
