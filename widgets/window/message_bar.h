// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "widgets/theme/colors.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QAction;
class QLabel;
class QToolButton;

namespace dmsc {

class IconLabel;

/// A line above the trees that says what went wrong and what to do next. It blocks nothing. An error stays until it is
/// closed: the next one comes in front of it, and so does what was done; a warning waits behind all of them. Of what is
/// no error only the last is kept.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// `next`, where given, is offered as a button.
    void showMessage(StatusTone tone, const QString& text, QAction* next = nullptr);
    void showError(const Error& error, QAction* next = nullptr);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void logRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Message
    {
        StatusTone tone = StatusTone::Ok;
        QString text;
        QPointer<QAction> next;
    };

    void put(Message message);
    void closeShown();
    void showFront();

    std::vector<Message> m_messages; ///< the last one is shown; at most one is no error
    StatusTone m_tone = StatusTone::Ok;
    IconLabel* m_icon;
    QLabel* m_text;
    QLabel* m_more;
    QToolButton* m_next;
    QToolButton* m_log;
};

/// What a person can do about an error of this kind; empty where the error says it all.
[[nodiscard]] QString adviceFor(ErrorKind kind);

} // namespace dmsc
