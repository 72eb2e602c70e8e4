// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/prompts/prompt.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace dmsc {

class ToneLabel;

/// The handset while nobody asks anything: the time, whose handset it is, and what its user was told last (USE-8).
class IdlePage : public QWidget
{
    Q_OBJECT

public:
    explicit IdlePage(QWidget* parent = nullptr);

    void setHandset(const QString& name);
    void tell(const Notice& notice, const QTime& when);
    /// What stands there; empty before the first notice.
    [[nodiscard]] QString notice() const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showTime();
    void fit();

    QLabel* m_time;
    ToneLabel* m_date;
    ToneLabel* m_notice;
    ToneLabel* m_from;
    QTimer m_minutes;
    bool m_fitting = false;
};

} // namespace dmsc
