// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow.h"

#include <QMenu>

#include <array>

class QAction;
class QActionGroup;

namespace dmsc {

/// The flows that can be run, with a picture of each, and how they are run: who answers, XML or WBXML.
class FlowMenu : public QMenu
{
    Q_OBJECT

public:
    /// `flows` in the order of FlowKind; they get their pictures here and stay the caller's.
    FlowMenu(const std::array<QAction*, kFlowKindCount>& flows, QWidget* parent);

    /// How flows are run has other settings beside those here.
    void addSetting(QAction* setting);
    [[nodiscard]] AnswerMode answers() const;
    void setAnswers(AnswerMode answers);
    [[nodiscard]] bool wbxml() const;
    void setWbxml(bool wbxml);
    /// URL of the DM server; empty: the emulated one.
    [[nodiscard]] QString server() const { return m_server; }
    void setServer(const QString& url);

Q_SIGNALS:
    /// Something about how flows are run is other than before, by the user.
    void changed();

private:
    void askServer();
    void showServer();

    QMenu* m_how;
    QActionGroup* m_answers;
    QAction* m_wbxml;
    QAction* m_serverAction;
    QString m_server;
};

} // namespace dmsc
