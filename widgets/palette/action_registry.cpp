// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/action_registry.h"

#include <QAction>
#include <QStringList>

#include <algorithm>

namespace dmsc {

ActionRegistry::ActionRegistry(QObject* parent)
    : QObject(parent)
{
}

QAction* ActionRegistry::add(const ActionSpec& spec)
{
    if (QAction* known = action(spec.id)) {
        return known;
    }
    auto* action = new QAction(spec.icon, spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcuts(spec.shortcuts);
    m_entries.push_back({action, spec.shortcuts, spec.hint, spec.words, {}});
    updateToolTip(m_entries.back());
    connect(action, &QAction::changed, this, &ActionRegistry::availabilityChanged);
    return action;
}

const ActionRegistry::Entry* ActionRegistry::entry(const QString& id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
        [&id](const Entry& candidate) { return candidate.action->objectName() == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

QAction* ActionRegistry::action(const QString& id) const
{
    const Entry* found = entry(id);
    return found == nullptr ? nullptr : found->action;
}

std::vector<QAction*> ActionRegistry::actions() const
{
    std::vector<QAction*> all;
    all.reserve(m_entries.size());
    for (const Entry& each : m_entries) {
        all.push_back(each.action);
    }
    return all;
}

QString ActionRegistry::plainText(const QAction& action)
{
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    text.remove(QChar(0x2026));
    text.remove(QStringLiteral("..."));
    return text;
}

void ActionRegistry::updateToolTip(const Entry& entry)
{
    QString text = plainText(*entry.action);
    if (!entry.action->shortcut().isEmpty()) {
        text += QStringLiteral(" (%1)").arg(entry.action->shortcut().toString(QKeySequence::NativeText));
    }
    const QString& more = entry.whyNot.isEmpty() ? entry.hint : entry.whyNot;
    if (!more.isEmpty()) {
        text += QLatin1Char('\n') + more;
    }
    entry.action->setToolTip(text);
    entry.action->setStatusTip(more);
}

void ActionRegistry::setAvailable(const QString& id, const QString& whyNot)
{
    for (Entry& each : m_entries) {
        if (each.action->objectName() == id) {
            each.whyNot = whyNot;
            updateToolTip(each);
            each.action->setEnabled(whyNot.isEmpty());
        }
    }
}

QString ActionRegistry::whyNot(const QAction& action) const
{
    const Entry* found = entry(action.objectName());
    return found == nullptr ? QString() : found->whyNot;
}

Result<void> ActionRegistry::setShortcuts(const QString& id, const QList<QKeySequence>& shortcuts)
{
    const Entry* target = entry(id);
    if (target == nullptr) {
        return fail(ErrorKind::NotFound, tr("there is no action %1").arg(id));
    }
    for (const Entry& other : m_entries) {
        for (const QKeySequence& key : other.action->shortcuts()) {
            if (other.action != target->action && shortcuts.contains(key)) {
                return fail(ErrorKind::Exists,
                    tr("%1 belongs to \"%2\" already")
                        .arg(key.toString(QKeySequence::NativeText), plainText(*other.action)));
            }
        }
    }
    target->action->setShortcuts(shortcuts);
    updateToolTip(*target);
    return {};
}

QString ActionRegistry::otherWords(const QAction& action) const
{
    const Entry* found = entry(action.objectName());
    return found == nullptr ? QString() : found->words;
}

QList<QKeySequence> ActionRegistry::defaultShortcuts(const QString& id) const
{
    const Entry* found = entry(id);
    return found == nullptr ? QList<QKeySequence>() : found->shortcuts;
}

QStringList ActionRegistry::conflicts() const
{
    QStringList lines;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (const QKeySequence& key : m_entries[i].action->shortcuts()) {
            for (std::size_t j = i + 1; j < m_entries.size(); ++j) {
                if (m_entries[j].action->shortcuts().contains(key)) {
                    lines.append(QStringLiteral("%1: %2, %3")
                                     .arg(key.toString(QKeySequence::PortableText), plainText(*m_entries[i].action),
                                         plainText(*m_entries[j].action)));
                }
            }
        }
    }
    return lines;
}

} // namespace dmsc
