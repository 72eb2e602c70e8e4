// SPDX-License-Identifier: Apache-2.0
#include "widgets/replay/message_editor.h"

#include "model/recording/editable_message.h"
#include "widgets/handshake/tone_label.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dmsc {

MessageEditor::MessageEditor(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_state(new ToneLabel(this))
    , m_back(new QPushButton(tr("As &recorded"), this))
{
    setObjectName(QStringLiteral("messageEditor"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setBuddy(m_text);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setAccessibleName(tr("Message to send"));
    m_text->setFont(fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setTabChangesFocus(true);
    m_state->setObjectName(QStringLiteral("messageState"));
    m_back->setObjectName(QStringLiteral("messageBack"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kHalfGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_back);
    layout->addLayout(foot);
    connect(m_text, &QPlainTextEdit::textChanged, this, &MessageEditor::check);
    connect(m_back, &QPushButton::clicked, this, &MessageEditor::setBack);
    clear({});
}

void MessageEditor::setMessage(const QString& title, Layer layer, const QByteArray& recorded, const QByteArray& now)
{
    const auto text = editableText(layer, now);
    if (!text) {
        clear(text.error().text());
        return;
    }
    m_layer = layer;
    m_recorded = recorded;
    m_title->setText(title);
    m_isLoading = true;
    m_text->setPlainText(*text);
    m_text->setEnabled(true);
    m_isLoading = false;
    m_back->setEnabled(now != recorded);
    tell(now == recorded ? QString() : tr("Changed; it is sent like this."), true);
}

void MessageEditor::clear(const QString& why)
{
    m_recorded.clear();
    m_title->setText(tr("Message"));
    m_isLoading = true;
    m_text->clear();
    m_text->setEnabled(false);
    m_isLoading = false;
    m_back->setEnabled(false);
    tell(why, true);
    m_state->setTone(std::nullopt);
}

void MessageEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
    m_back->setVisible(!readOnly);
}

void MessageEditor::check()
{
    if (m_isLoading)
        return;
    const auto message = messageOfText(m_layer, m_text->toPlainText(), m_recorded);
    if (!message) {
        m_back->setEnabled(true);
        tell(message.error().text(), false);
        return;
    }
    // Reading and writing a message can change how it is encoded; only what a person changes counts.
    const auto before = editableText(m_layer, m_recorded);
    const bool isChanged = !before || *before != m_text->toPlainText();
    m_back->setEnabled(isChanged);
    tell(isChanged ? tr("Changed; it is sent like this.") : QString(), true);
    Q_EMIT messageChanged(isChanged ? *message : m_recorded);
}

void MessageEditor::setBack()
{
    if (const auto text = editableText(m_layer, m_recorded))
        m_text->setPlainText(*text);
}

void MessageEditor::tell(const QString& text, bool good)
{
    m_state->setText(text);
    m_state->setTone(good ? StatusTone::Ok : StatusTone::Error);
    if (m_isValid == good)
        return;
    m_isValid = good;
    Q_EMIT validChanged(good);
}

} // namespace dmsc
