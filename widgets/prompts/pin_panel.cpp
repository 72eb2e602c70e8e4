// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/pin_panel.h"

#include "cardio/channel/secret.h"
#include "model/items/card_file_text.h"
#include "model/uicc/pin_text.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace dmsc {

namespace {

constexpr int kMostCharacters = 16;

void announce(QLabel* label)
{
    label->setAccessibleName(label->text());
    QAccessibleEvent announcement(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace

PinPanel::PinPanel(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_verify(new QPushButton(themedIcon(Icon::Key), tr("Verify"), this))
    , m_unblock(new QPushButton(themedIcon(Icon::Unlock), tr("Unblock..."), this))
    , m_cancel(new QPushButton(tr("Not now"), this))
{
    setObjectName(QStringLiteral("pinPanel"));
    m_title->setObjectName(QStringLiteral("pinTitle"));
    m_state->setObjectName(QStringLiteral("pinState"));
    for (QLabel* label : {m_title, m_state}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_field->setObjectName(QStringLiteral("pinField"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_field->setContextMenuPolicy(Qt::NoContextMenu);
    m_field->setMaxLength(kMostCharacters);
    m_field->setFixedWidth(24 * kGrid);
    m_verify->setObjectName(QStringLiteral("pinVerify"));
    m_unblock->setObjectName(QStringLiteral("pinUnblock"));
    m_unblock->setAccessibleName(tr("Unblock the key with its PUK"));
    m_cancel->setObjectName(QStringLiteral("pinCancel"));
    m_cancel->setAccessibleName(tr("Do not enter the key now"));

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_state);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addLayout(texts, 1);
    layout->addWidget(m_field);
    layout->addWidget(m_verify);
    layout->addWidget(m_unblock);
    layout->addWidget(m_cancel);

    connect(m_field, &QLineEdit::textChanged, this, &PinPanel::check);
    connect(m_field, &QLineEdit::returnPressed, this, &PinPanel::send);
    connect(m_verify, &QPushButton::clicked, this, &PinPanel::send);
    connect(m_unblock, &QPushButton::clicked, this, [this] {
        const int reference = m_pin->reference;
        m_cancel->click();
        Q_EMIT unblockRequested(m_side, reference);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT dismissed();
    });
    hide();
}

QString PinPanel::text() const
{
    return m_title->text() + QLatin1Char('\n') + m_state->text();
}

void PinPanel::ask(Side side, const CardPin& pin, const QString& why)
{
    wipe();
    m_side = side;
    m_sent = false;
    m_tone = StatusTone::Warning;
    m_pin = pin;
    m_title->setText(why.isEmpty() ? tr("%1 of the card").arg(pin.name) : tr("%1: %2", "key, why").arg(pin.name, why));
    m_field->setAccessibleName(pin.name);
    m_verify->setAccessibleName(tr("Verify %1, one try").arg(pin.name));
    m_field->setPlaceholderText(
        isAdministrativeKey(pin.reference) ? tr("digits, or 16 hex digits") : tr("4 to 8 digits"));
    show(pin);
    QFrame::show();
    announce(m_title);
    (m_field->isEnabled() ? static_cast<QWidget*>(m_field) : m_cancel)->setFocus(Qt::OtherFocusReason);
}

void PinPanel::show(const CardPin& pin)
{
    const bool blocked = isBlocked(pin);
    m_field->setVisible(!blocked);
    m_field->setEnabled(!blocked);
    m_verify->setVisible(!blocked);
    m_unblock->setVisible(blocked && !isAdministrativeKey(pin.reference));
    m_cancel->setText(blocked ? tr("Close") : tr("Not now"));
    if (blocked) {
        m_tone = StatusTone::Error;
        m_state->setText(isAdministrativeKey(pin.reference)
                ? tr("It is blocked: no entry helps any more, only unblocking it with the key that the card's issuer "
                     "keeps for that.")
                : tr("It is blocked: no entry helps any more, only unblocking it with its PUK."));
    } else if (!pin.triesLeft) {
        m_state->setText(tr("The card does not say how many tries are left. A wrong entry uses one up."));
    } else if (*pin.triesLeft == 1) {
        m_tone = StatusTone::Error;
        m_state->setText(tr("! This is the last try. A wrong entry blocks the key."));
    } else {
        m_state->setText(tr("%n tries left. A wrong entry uses one up.", nullptr, *pin.triesLeft));
    }
    check();
    update();
}

void PinPanel::setAnswer(Side side, const CardPin& pin)
{
    if (!m_pin || side != m_side || pin.reference != m_pin->reference)
        return;
    m_sent = false;
    if (pin.verified) {
        dismiss();
        return;
    }
    m_pin = pin;
    m_tone = StatusTone::Warning;
    show(pin);
    if (!isBlocked(pin))
        m_state->setText(tr("! That was wrong. %1").arg(m_state->text().remove(QStringLiteral("! "))));
    announce(m_state);
    (isBlocked(pin) ? static_cast<QWidget*>(m_cancel) : m_field)->setFocus(Qt::OtherFocusReason);
}

void PinPanel::setFailure(const QString& text)
{
    if (!m_pin || !m_sent)
        return;
    m_sent = false;
    m_tone = StatusTone::Error;
    m_state->setText(tr("! It could not be verified: %1").arg(text));
    check();
    update();
    announce(m_state);
}

void PinPanel::dismiss()
{
    wipe();
    m_pin.reset();
    m_sent = false;
    hide();
}

void PinPanel::wipe()
{
    // Over the characters first: the field's buffer is not cleared when the text is.
    m_field->setText(QString(m_field->text().size(), QLatin1Char('0')));
    m_field->clear();
}

void PinPanel::check()
{
    const QString why = m_pin ? whyNoPin(m_pin->reference, m_field->text()) : QString();
    m_field->setReadOnly(m_sent);
    m_verify->setEnabled(why.isEmpty() && !m_sent && m_pin && !isBlocked(*m_pin));
    m_verify->setToolTip(m_sent ? tr("The card is being asked") : why);
}

void PinPanel::send()
{
    if (!m_verify->isEnabled())
        return;
    QByteArray digits = pinBytes(m_pin->reference, m_field->text());
    m_sent = true;
    wipe();
    check();
    m_state->setText(tr("The card is being asked."));
    Q_EMIT entered(m_side, m_pin->reference, digits);
    dmsc::wipe(digits.data(), std::size_t(digits.size()));
}

void PinPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        m_cancel->click();
    else
        QFrame::keyPressEvent(event);
}

void PinPanel::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.row(m_tone));
    const int x = layoutDirection() == Qt::RightToLeft ? width() - kHalfGrid : 0;
    painter.fillRect(QRect(x, 0, kHalfGrid, height()), colors.mark(m_tone));
}

} // namespace dmsc
