// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/handset_settings.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QSettings;

namespace dmsc {

/// What the window remembers from one run to the next. Everything read is checked; what cannot be right is left out.
struct SessionState
{
    QByteArray geometry;
    QByteArray docks;
    QString theme;
    QString language; ///< "en", "de", empty for the system's
    QStringList recent; ///< texts of Where, newest first
    QString device; ///< text of Where, empty for nothing open
    QString card;
    QStringList expanded; ///< URIs
    QString filter;
    std::optional<quint32> filterStates; ///< bits
    int hint = 0; ///< the next hint of the first start
    bool firstStart = true;
    HandsetSettings handset;
    bool cardIsInserted = false; ///< a card that is opened is put into the handset
    bool wbxml = true; ///< how flows write DM messages
    QStringList recordings; ///< files that stand beside the log
    QByteArray log; ///< columns and panes of the log
    QByteArray files; ///< columns and halves of the card files; empty: they were never shown
    bool proveByCard = false; ///< flows have the card prove the device to DM servers
    QString server; ///< URL of the DM server of flows; empty: the emulated one

    friend bool operator==(const SessionState&, const SessionState&) = default;
};

/// The user's settings, or an INI file of one's own.
[[nodiscard]] std::unique_ptr<QSettings> openSettings(const QString& file);

/// Reads what an earlier run left; a damaged file reads as a first start.
[[nodiscard]] SessionState readSession(QSettings& settings);
void writeSession(QSettings& settings, const SessionState& state);

inline constexpr int kDockState = 1; ///< version of `docks`
inline constexpr int kMaxRecent = 12;
inline constexpr int kMaxExpanded = 2000;
inline constexpr int kMaxRecordings = 12;

} // namespace dmsc
