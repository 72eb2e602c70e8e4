// SPDX-License-Identifier: Apache-2.0
#include "widgets/compare/address_bar.h"

#include "widgets/theme/theme.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace dmsc {

namespace {

constexpr int kMaxCandidates = 200;

} // namespace

AddressBar::AddressBar(QWidget* parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_candidates(new QStringListModel(this))
{
    setObjectName(QStringLiteral("addressBar"));
    setAccessibleName(tr("Node URI"));
    setPlaceholderText(tr("Node URI, such as ./DevInfo"));
    setToolTip(tr("Enter goes to the node in both trees"));
    setFont(fixedFont());
    setLayoutDirection(Qt::LeftToRight); // a URI reads from the root whatever the language
    m_completer->setModel(m_candidates);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseSensitive);
    setCompleter(m_completer);
    connect(this, &QLineEdit::textEdited, this, &AddressBar::complete);
    connect(this, &QLineEdit::returnPressed, this, [this] { Q_EMIT uriEntered(text().trimmed()); });
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &AddressBar::uriEntered);
}

void AddressBar::setCompletion(Complete complete)
{
    m_complete = std::move(complete);
}

void AddressBar::showUri(const QString& uri)
{
    m_shown = uri;
    if (!hasFocus() || !isModified())
        setText(uri);
}

void AddressBar::complete(const QString& typed)
{
    m_candidates->setStringList(m_complete && !typed.isEmpty() ? m_complete(typed, kMaxCandidates) : QStringList());
}

void AddressBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        setText(m_shown);
        setModified(false);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace dmsc
