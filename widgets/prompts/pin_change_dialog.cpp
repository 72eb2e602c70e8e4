// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/pin_change_dialog.h"

#include "model/uicc/pin_text.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dmsc {

namespace {

constexpr int kMostEntered = 16;

SecretBytes secretIn(std::uint8_t reference, const QLineEdit& field)
{
    QByteArray bytes = pinBytes(reference, field.text());
    SecretBytes secret(bytes.begin(), bytes.end());
    wipe(bytes.data(), std::size_t(bytes.size()));
    return secret;
}

QLabel* plainLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

PinChangeDialog::PinChangeDialog(Side side, const CardPin& pin, PinChange::Kind kind, QWidget* parent)
    : QDialog(parent)
    , m_side(side)
    , m_pin(pin)
    , m_kind(kind)
    , m_known(kind == PinChange::Kind::Change)
    , m_title(plainLabel(this, QStringLiteral("pinChangeTitle")))
    , m_state(plainLabel(this, QStringLiteral("pinChangeState")))
    , m_reason(plainLabel(this, QStringLiteral("pinChangeReason")))
{
    setObjectName(QStringLiteral("pinChangeDialog"));
    setWindowTitle(unblocks() ? tr("Unblock %1").arg(pin.name) : tr("Change %1").arg(pin.name));
    m_title->setText(unblocks() ? tr("%1 gets a new value, and its tries back. The PUK is on the letter that came with "
                                     "the card.")
                                      .arg(pin.name)
                                : tr("%1 gets a new value.").arg(pin.name));
    auto* form = new QFormLayout;
    m_proof = unblocks()
        ? addField(*form, tr("&PUK:"), QStringLiteral("pinProof"), tr("PUK of %1").arg(pin.name))
        : addField(*form, tr("&Old value:"), QStringLiteral("pinProof"), tr("Old value of %1").arg(pin.name));
    m_fresh = addField(*form, tr("&New value:"), QStringLiteral("pinFresh"), tr("New value of %1").arg(pin.name));
    m_again =
        addField(*form, tr("New value a&gain:"), QStringLiteral("pinAgain"), tr("New value of %1 again").arg(pin.name));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("pinChangeCancel"));
    m_change = buttons->addButton(unblocks() ? tr("&Unblock") : tr("&Change"), QDialogButtonBox::ActionRole);
    m_change->setObjectName(QStringLiteral("pinChangeSend"));
    m_change->setIcon(themedIcon(Icon::Key));
    m_change->setAccessibleName(
        unblocks() ? tr("Unblock %1, one try").arg(pin.name) : tr("Change %1, one try").arg(pin.name));
    m_change->setDefault(true);
    connect(m_change, &QPushButton::clicked, this, &PinChangeDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addLayout(form);
    layout->addWidget(m_reason);
    layout->addWidget(buttons);
    setMinimumWidth(56 * kGrid);
    showTries();
    m_proof->setFocus(Qt::OtherFocusReason);
}

PinChangeDialog::~PinChangeDialog()
{
    wipeFields();
}

QLineEdit* PinChangeDialog::addField(
    QFormLayout& form, const QString& title, const QString& name, const QString& spoken)
{
    auto* field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(spoken);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    field->setContextMenuPolicy(Qt::NoContextMenu);
    field->setMaxLength(kMostEntered);
    form.addRow(title, field);
    connect(field, &QLineEdit::textChanged, this, &PinChangeDialog::check);
    return field;
}

bool PinChangeDialog::isFor(Side side, std::uint8_t reference) const
{
    return side == m_side && reference == m_pin.reference;
}

QString PinChangeDialog::text() const
{
    return m_title->text() + QLatin1Char('\n') + m_state->text();
}

std::optional<int> PinChangeDialog::triesLeft() const
{
    return unblocks() ? m_pin.unblockTriesLeft : m_pin.triesLeft;
}

void PinChangeDialog::say(const QString& text)
{
    m_state->setText(text);
    m_state->setAccessibleName(text);
    QAccessibleEvent announcement(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void PinChangeDialog::showTries()
{
    const auto tries = triesLeft();
    const QString what = unblocks() ? tr("the PUK") : m_pin.name;
    if (!m_known)
        say(tr("The card is asked how many tries are left."));
    else if (tries == 0)
        say(unblocks() ? tr("The PUK is blocked: nothing unblocks the key any more.")
                       : tr("It is blocked: it must be unblocked first."));
    else if (!unblocks() && !m_pin.enabled)
        say(tr("It is switched off: the card changes it only while it is on."));
    else if (!tries)
        say(tr("The card does not say how many tries %1 has left. A wrong entry uses one up.").arg(what));
    else if (*tries == 1)
        say(tr("! This is the last try of %1. A wrong entry blocks it.").arg(what));
    else
        say(tr("%n tries of %1 left. A wrong entry uses one up.", nullptr, *tries).arg(what));
    check();
}

void PinChangeDialog::setPin(const CardPin& pin)
{
    m_pin = pin;
    m_known = true;
    if (!m_sent)
        showTries();
}

void PinChangeDialog::setAnswer(const CardPinChange& answer)
{
    m_sent = false;
    if (answer.done) {
        accept();
        return;
    }
    m_pin = answer.pin;
    showTries();
    say(tr("! That was wrong, and nothing was changed. %1").arg(m_state->text().remove(QStringLiteral("! "))));
    m_proof->setFocus(Qt::OtherFocusReason);
}

void PinChangeDialog::setFailure(const QString& text)
{
    if (!m_sent && m_known)
        return;
    m_sent = false;
    m_known = true;
    showTries();
    say(tr("! The card did not do it: %1").arg(text));
}

QString PinChangeDialog::whyNot() const
{
    const QString proof = unblocks() ? whyNoPuk(m_proof->text()) : whyNoPin(m_pin.reference, m_proof->text());
    if (!proof.isEmpty())
        return unblocks() ? tr("PUK: %1").arg(proof) : tr("Old value: %1").arg(proof);
    if (const QString fresh = whyNoPin(m_pin.reference, m_fresh->text()); !fresh.isEmpty())
        return tr("New value: %1").arg(fresh);
    return m_fresh->text() == m_again->text() ? QString() : tr("The new value is not the same both times");
}

void PinChangeDialog::check()
{
    if (m_change == nullptr)
        return;
    const bool usable = m_known && triesLeft() != 0 && (unblocks() || m_pin.enabled);
    for (QLineEdit* field : {m_proof, m_fresh, m_again}) {
        field->setEnabled(usable || !m_known);
        field->setReadOnly(m_sent);
    }
    const bool typed = !m_proof->text().isEmpty() && !m_fresh->text().isEmpty() && !m_again->text().isEmpty();
    const QString why = whyNot();
    m_reason->setText(typed && !why.isEmpty() ? QStringLiteral("! ") + why : QString());
    m_change->setEnabled(usable && !m_sent && why.isEmpty());
    m_change->setToolTip(why);
}

void PinChangeDialog::send()
{
    if (!m_change->isEnabled())
        return;
    const PinChange change{
        m_pin.reference, m_kind, secretIn(m_pin.reference, *m_proof), secretIn(m_pin.reference, *m_fresh)};
    m_sent = true;
    wipeFields();
    check();
    say(tr("The card is being asked."));
    Q_EMIT entered(m_side, change);
}

void PinChangeDialog::wipeFields()
{
    // Over the characters first: a field's buffer is not cleared when the text is.
    for (QLineEdit* field : {m_proof, m_fresh, m_again}) {
        const QSignalBlocker quiet(field);
        field->setText(QString(field->text().size(), QLatin1Char('0')));
        field->clear();
    }
}

} // namespace dmsc
