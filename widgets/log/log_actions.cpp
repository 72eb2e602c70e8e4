// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/log_actions.h"

#include "widgets/theme/icon.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <optional>

namespace dmsc {

namespace {

struct Spec
{
    const char* id;
    const char* text;
    const char* keys;
    std::optional<Icon> icon;
    bool beginsGroup;
};

// clang-format off
constexpr std::array<Spec, kLogCommandCount> kSpecs{{
    {"log.focus-filter", QT_TRANSLATE_NOOP("LogView", "&Edit the filter"), "Ctrl+E", Icon::Filter, true},
    {"log.toggle-filter", QT_TRANSLATE_NOOP("LogView", "Filter is &on"), "Ctrl+Shift+U", std::nullopt, false},
    {"log.filter-like", QT_TRANSLATE_NOOP("LogView", "Filter &like this cell"), "Ctrl+J", std::nullopt, false},
    {"log.filter-not-like", QT_TRANSLATE_NOOP("LogView", "Filter &out what is like this cell"), "Ctrl+Shift+J", std::nullopt, false},
    {"log.find", QT_TRANSLATE_NOOP("LogView", "&Find..."), "Ctrl+F", Icon::Search, true},
    {"log.find-next", QT_TRANSLATE_NOOP("LogView", "Find &next"), "F3", std::nullopt, false},
    {"log.find-previous", QT_TRANSLATE_NOOP("LogView", "Find &previous"), "Shift+F3", std::nullopt, false},
    {"log.go-to", QT_TRANSLATE_NOOP("LogView", "&Go to row..."), "Ctrl+G", std::nullopt, false},
    {"log.mark", QT_TRANSLATE_NOOP("LogView", "&Mark or unmark"), "Ctrl+M", std::nullopt, true},
    {"log.comment", QT_TRANSLATE_NOOP("LogView", "Edit &comment"), "F2", Icon::Edit, false},
    {"log.next-mark", QT_TRANSLATE_NOOP("LogView", "Next mark"), "Ctrl+Shift+N", std::nullopt, false},
    {"log.previous-mark", QT_TRANSLATE_NOOP("LogView", "Previous mark"), "Ctrl+Shift+B", std::nullopt, false},
    {"log.follow", QT_TRANSLATE_NOOP("LogView", "&Follow the last row"), "Alt+End", std::nullopt, true},
    {"log.issues", QT_TRANSLATE_NOOP("LogView", "&Warnings and errors"), "Ctrl+Shift+I", Icon::Warning, false},
    {"log.fold-all", QT_TRANSLATE_NOOP("LogView", "Fold all groups"), "Ctrl+Shift+Left", Icon::Collapse, false},
    {"log.unfold-all", QT_TRANSLATE_NOOP("LogView", "Unfold all groups"), "Ctrl+Shift+Right", Icon::Expand, false},
    {"log.time-relative", QT_TRANSLATE_NOOP("LogView", "Time since the beginning"), "Ctrl+Alt+1", std::nullopt, true},
    {"log.time-absolute", QT_TRANSLATE_NOOP("LogView", "Time of day"), "Ctrl+Alt+2", std::nullopt, false},
    {"log.time-delta", QT_TRANSLATE_NOOP("LogView", "Time since the row above"), "Ctrl+Alt+3", std::nullopt, false},
    {"log.reveal", QT_TRANSLATE_NOOP("LogView", "Reveal or hide the secrets of the row"), "", Icon::Reveal, true},
    {"log.copy-text", QT_TRANSLATE_NOOP("LogView", "Cop&y rows as text"), "Ctrl+C", std::nullopt, true},
    {"log.copy-hex", QT_TRANSLATE_NOOP("LogView", "Copy rows as &hex"), "Ctrl+Alt+C", std::nullopt, false},
}};
// clang-format on

} // namespace

LogActions::LogActions(QWidget* log)
{
    for (std::size_t i = 0; i < kSpecs.size(); ++i) {
        const Spec& spec = kSpecs.at(i);
        auto* action = new QAction(QCoreApplication::translate("LogView", spec.text), log);
        action->setObjectName(QString::fromLatin1(spec.id));
        action->setShortcut(QKeySequence(QString::fromLatin1(spec.keys), QKeySequence::PortableText));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (spec.icon) {
            action->setIcon(themedIcon(*spec.icon));
        }
        log->addAction(action);
        m_actions.at(i) = action;
    }
    auto* times = new QActionGroup(log);
    for (const LogCommand command : {LogCommand::ToggleFilter, LogCommand::Follow, LogCommand::Issues,
             LogCommand::TimeRelative, LogCommand::TimeAbsolute, LogCommand::TimeDelta}) {
        (*this)[command]->setCheckable(true);
        if (command >= LogCommand::TimeRelative) {
            times->addAction((*this)[command]);
        }
    }
    // What their buttons say.
    (*this)[LogCommand::ToggleFilter]->setIconText(QCoreApplication::translate("LogView", "On"));
    (*this)[LogCommand::Follow]->setIconText(QCoreApplication::translate("LogView", "Follow"));
    (*this)[LogCommand::ToggleFilter]->setChecked(true);
    (*this)[LogCommand::Follow]->setChecked(true);
    (*this)[LogCommand::TimeRelative]->setChecked(true);
}

QList<QAction*> LogActions::grouped(QWidget* parent) const
{
    QList<QAction*> actions;
    for (std::size_t i = 0; i < kSpecs.size(); ++i) {
        if (kSpecs.at(i).beginsGroup && !actions.isEmpty()) {
            auto* separator = new QAction(parent);
            separator->setSeparator(true);
            actions << separator;
        }
        actions << m_actions.at(i);
    }
    return actions;
}

} // namespace dmsc
