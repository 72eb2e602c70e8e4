// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/session_state.h"

#include "widgets/window/hint_bar.h"

#include <QSettings>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kVersion = 1;
constexpr int kMaxText = 4096;

QString word(const QVariant& value)
{
    const QString text = value.toString();
    return text.size() <= kMaxText && !text.contains(QChar(0)) ? text : QString();
}

QStringList words(const QVariant& value, int max)
{
    QStringList list;
    for (const QString& text : value.toStringList()) {
        if (list.size() == max)
            break;
        if (!word(text).isEmpty())
            list << text;
    }
    return list;
}

} // namespace

std::unique_ptr<QSettings> openSettings(const QString& file)
{
    return file.isEmpty() ? std::make_unique<QSettings>(
               QSettings::IniFormat, QSettings::UserScope, QStringLiteral("dmsc"), QStringLiteral("workbench"))
                          : std::make_unique<QSettings>(file, QSettings::IniFormat);
}

SessionState readSession(QSettings& settings)
{
    SessionState state;
    if (settings.status() != QSettings::NoError || settings.value(QStringLiteral("version")).toInt() != kVersion)
        return state;
    state.firstStart = false;
    state.geometry = settings.value(QStringLiteral("window/geometry")).toByteArray();
    state.docks = settings.value(QStringLiteral("window/docks")).toByteArray();
    state.theme = word(settings.value(QStringLiteral("window/theme")));
    state.language = word(settings.value(QStringLiteral("window/language")));
    state.recent = words(settings.value(QStringLiteral("desk/recent")), kMaxRecent);
    state.device = word(settings.value(QStringLiteral("desk/device")));
    state.card = word(settings.value(QStringLiteral("desk/card")));
    state.expanded = words(settings.value(QStringLiteral("compare/expanded")), kMaxExpanded);
    state.filter = word(settings.value(QStringLiteral("compare/filter")));
    bool ok = false;
    const uint states = settings.value(QStringLiteral("compare/states")).toUInt(&ok);
    if (ok)
        state.filterStates = states;
    state.recordings = words(settings.value(QStringLiteral("log/recordings")), kMaxRecordings);
    state.log = settings.value(QStringLiteral("log/state")).toByteArray();
    state.files = settings.value(QStringLiteral("files/state")).toByteArray();
    const HandsetSettings usual;
    const auto flag = [&settings](const char* key, bool otherwise) {
        return settings.value(QLatin1String(key), otherwise).toBool();
    };
    state.handset.askUnmarked = flag("handset/askUnmarked", usual.askUnmarked);
    state.handset.rejectUnapproved = flag("handset/rejectUnapproved", usual.rejectUnapproved);
    state.handset.bootstrapFromCard = flag("handset/bootstrapFromCard", usual.bootstrapFromCard);
    state.cardIsInserted = flag("handset/cardIsInserted", state.cardIsInserted);
    state.wbxml = flag("flows/wbxml", true);
    state.proveByCard = flag("flows/proveByCard", false);
    state.server = word(settings.value(QStringLiteral("flows/server")));
    state.hint = std::clamp(settings.value(QStringLiteral("window/hint")).toInt(), 0, HintBar::kCount);
    return state;
}

void writeSession(QSettings& settings, const SessionState& state)
{
    settings.setValue(QStringLiteral("version"), kVersion);
    settings.setValue(QStringLiteral("window/geometry"), state.geometry);
    settings.setValue(QStringLiteral("window/docks"), state.docks);
    settings.setValue(QStringLiteral("window/theme"), state.theme);
    settings.setValue(QStringLiteral("window/language"), state.language);
    settings.setValue(QStringLiteral("window/hint"), state.hint);
    settings.setValue(QStringLiteral("desk/recent"), state.recent);
    settings.setValue(QStringLiteral("desk/device"), state.device);
    settings.setValue(QStringLiteral("desk/card"), state.card);
    settings.setValue(QStringLiteral("compare/expanded"), state.expanded);
    settings.setValue(QStringLiteral("compare/filter"), state.filter);
    settings.setValue(QStringLiteral("handset/askUnmarked"), state.handset.askUnmarked);
    settings.setValue(QStringLiteral("handset/rejectUnapproved"), state.handset.rejectUnapproved);
    settings.setValue(QStringLiteral("handset/bootstrapFromCard"), state.handset.bootstrapFromCard);
    settings.setValue(QStringLiteral("handset/cardIsInserted"), state.cardIsInserted);
    settings.setValue(QStringLiteral("flows/wbxml"), state.wbxml);
    settings.setValue(QStringLiteral("flows/server"), state.server);
    settings.setValue(QStringLiteral("flows/proveByCard"), state.proveByCard);
    settings.setValue(QStringLiteral("log/recordings"), state.recordings);
    settings.setValue(QStringLiteral("log/state"), state.log);
    settings.setValue(QStringLiteral("files/state"), state.files);
    if (state.filterStates)
        settings.setValue(QStringLiteral("compare/states"), *state.filterStates);
}

} // namespace dmsc
