// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/prompt_input.h"

#include "widgets/handshake/tone_label.h"
#include "widgets/prompts/wrapped_choice.h"
#include "widgets/theme/grid.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kLongestText = 4096; // where MAXLEN says nothing
constexpr int kMostChoices = 255; // as many as a toolkit command can have

/// What may be typed on the way to a value of this kind.
QString typedPattern(PromptOptions::Input input)
{
    switch (input) {
    case PromptOptions::Input::Number:
        return QStringLiteral("[0-9]*");
    case PromptOptions::Input::Date:
        return QStringLiteral("[0-9]{0,8}");
    case PromptOptions::Input::Time:
        return QStringLiteral("[0-9]{0,6}");
    case PromptOptions::Input::Phone:
        return QStringLiteral("\\+?[0-9*#pPwW]*");
    case PromptOptions::Input::IpAddress:
        return QStringLiteral("[0-9]{0,3}(\\.[0-9]{0,3}){0,3}");
    case PromptOptions::Input::Alphanumeric:
        break;
    }
    return {};
}

/// DR of choices: "2", "2-3" (PRO 2.5.3).
std::vector<int> numbersOf(const QString& text)
{
    std::vector<int> numbers;
    for (const QString& word : text.split(QLatin1Char('-'), Qt::SkipEmptyParts)) {
        if (numbers.size() < std::size_t(kMostChoices))
            numbers.push_back(word.toInt());
    }
    return numbers;
}

} // namespace

PromptInput::PromptInput(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(kHalfGrid);
}

void PromptInput::clear()
{
    if (m_field != nullptr)
        m_field->setText(QString(m_field->text().size(), QLatin1Char('0')));
    for (QWidget* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        child->hide();
        child->setObjectName({});
        child->deleteLater();
    }
    m_field = nullptr;
    m_hint = nullptr;
    m_choices.clear();
}

void PromptInput::setPrompt(const Prompt& prompt)
{
    clear();
    m_kind = prompt.kind;
    m_options = prompt.options;
    if (prompt.kind == PromptKind::TextInput)
        buildField(prompt);
    else if (prompt.kind == PromptKind::SingleChoice || prompt.kind == PromptKind::MultipleChoice)
        buildChoices(prompt);
    setVisible(first() != nullptr);
}

void PromptInput::buildField(const Prompt& prompt)
{
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("promptField"));
    m_field->setMaxLength(std::clamp(m_options.maxLength.value_or(kLongestText), 0, kLongestText));
    m_field->setEchoMode(m_options.hidden ? QLineEdit::Password : QLineEdit::Normal);
    if (const QString pattern = typedPattern(m_options.input); !pattern.isEmpty())
        m_field->setValidator(new QRegularExpressionValidator(QRegularExpression(pattern), m_field));
    m_field->setText(m_options.defaultResponse.left(m_field->maxLength()));
    m_field->selectAll();
    m_field->setAccessibleName(m_options.hidden ? tr("Hidden text for: %1").arg(prompt.text) : prompt.text);
    m_hint = new ToneLabel(this);
    m_hint->setObjectName(QStringLiteral("promptFieldHint"));
    m_layout->addWidget(m_field);
    m_layout->addWidget(m_hint);
    const auto tell = [this] {
        const QString why = whyNot();
        m_hint->setText(!why.isEmpty() ? why
                : m_options.maxLength
                ? tr("%1 of at most %2 characters").arg(m_field->text().size()).arg(*m_options.maxLength)
                : QString());
        m_hint->setVisible(!m_hint->text().isEmpty());
    };
    tell();
    connect(m_field, &QLineEdit::textChanged, this, [this, tell] {
        tell();
        Q_EMIT changed();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &PromptInput::submitted);
}

void PromptInput::buildChoices(const Prompt& prompt)
{
    const bool single = prompt.kind == PromptKind::SingleChoice;
    const std::vector<int> chosen = numbersOf(m_options.defaultResponse);
    for (std::size_t i = 0; i < prompt.choices.size() && i < std::size_t(kMostChoices); ++i) {
        const QString& words = prompt.choices[i];
        QAbstractButton* choice = single ? static_cast<QAbstractButton*>(new WrappedChoice<QRadioButton>(words, this))
                                         : new WrappedChoice<QCheckBox>(words, this);
        choice->setObjectName(QStringLiteral("promptChoice%1").arg(i + 1));
        choice->installEventFilter(this);
        choice->setChecked(std::find(chosen.begin(), chosen.end(), int(i) + 1) != chosen.end());
        connect(choice, &QAbstractButton::toggled, this, &PromptInput::changed);
        m_layout->addWidget(choice);
        m_choices.push_back(choice);
    }
}

bool PromptInput::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT submitted();
            return true;
        }
        if (key == Qt::Key_Up || key == Qt::Key_Down)
            return move(watched, key == Qt::Key_Up);
    }
    return QWidget::eventFilter(watched, event);
}

bool PromptInput::move(const QObject* from, bool back)
{
    const auto found = std::find(m_choices.begin(), m_choices.end(), from);
    if (found == m_choices.end())
        return false;
    const std::size_t count = m_choices.size();
    QAbstractButton* next = m_choices[(std::size_t(found - m_choices.begin()) + (back ? count - 1 : 1)) % count];
    if (m_kind == PromptKind::SingleChoice)
        next->setChecked(true);
    next->setFocus(back ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    return true;
}

QString PromptInput::whyNot() const
{
    if (m_field != nullptr && !isInput(m_options.input, m_field->text())) {
        switch (m_options.input) {
        case PromptOptions::Input::Date:
            return tr("A date is expected as DDMMYYYY");
        case PromptOptions::Input::Time:
            return tr("A time is expected as hhmmss");
        case PromptOptions::Input::IpAddress:
            return tr("An address is expected as 192.168.0.1");
        case PromptOptions::Input::Number:
            return tr("Only digits are expected");
        case PromptOptions::Input::Phone:
            return tr("A telephone number is expected");
        case PromptOptions::Input::Alphanumeric:
            break;
        }
    }
    const bool none = std::none_of(
        m_choices.begin(), m_choices.end(), [](const QAbstractButton* choice) { return choice->isChecked(); });
    return m_kind == PromptKind::SingleChoice && none ? tr("Nothing is chosen yet") : QString();
}

void PromptInput::fill(PromptAnswer& answer) const
{
    if (m_field != nullptr)
        answer.text = m_field->text();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i]->isChecked())
            answer.chosen.push_back(int(i) + 1);
    }
}

QWidget* PromptInput::first() const
{
    if (m_field != nullptr)
        return m_field;
    for (QAbstractButton* choice : m_choices) {
        if (choice->isChecked())
            return choice;
    }
    return m_choices.empty() ? nullptr : m_choices.front();
}

} // namespace dmsc
