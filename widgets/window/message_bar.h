// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/side.h"
#include "model/error.h"
#include "model/record/record_no.h"
#include "widgets/theme/colors.h"

#include <QFrame>
#include <QPointer>

#include <optional>
#include <vector>

class QAction;
class QLabel;
class QToolButton;

namespace dmsc {

class IconLabel;

/// A line above the trees that says what went wrong and what to do next. It blocks nothing. An error stays until it is
/// closed: the next one comes in front of it, and so does what was done; a warning waits behind all of them. Of what is
/// no error only the last is kept, and of the errors about a file.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// `next`, where given, is offered as a button; `about` names what the message goes with.
    void showMessage(StatusTone tone, const QString& text, QAction* next = nullptr, const QString& about = {});
    /// What it speaks of is gone, or a file is open now: nobody needs to close it.
    void withdraw(const QString& about);
    /// Something else begins: that the last thing was done is old.
    void withdrawDone();
    /// Where the log tells of an error; without that it is not offered to look there.
    void setLogRow(const QString& error, RecordNo row);
    void showError(const Error& error, QAction* next = nullptr);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void logRequested(dmsc::RecordNo row);
    void shown(const QString& text);
    void errorShown(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Message
    {
        StatusTone tone = StatusTone::Ok;
        QString text;
        QPointer<QAction> next;
        QString about;
        std::optional<RecordNo> row = {};
    };

    void put(Message message);
    void closeShown();
    void showFront();
    void fill();
    void showRest();

    std::vector<Message> m_messages; ///< the last one is shown; at most one is no error
    StatusTone m_tone = StatusTone::Ok;
    IconLabel* m_icon;
    QLabel* m_text;
    QLabel* m_more;
    QToolButton* m_next;
    QToolButton* m_log;
};

/// Names for what messages go with.
[[nodiscard]] inline QString aboutSide(Side side)
{
    return side == Side::Device ? QStringLiteral("device") : QStringLiteral("card");
}
[[nodiscard]] inline QString aboutPlan()
{
    return QStringLiteral("plan");
}

/// The file that an error is about; empty where it is about none.
[[nodiscard]] QString fileIn(const Error& error);

/// What a person can do about an error of this kind; empty where the error says it all.
[[nodiscard]] QString adviceFor(ErrorKind kind);

} // namespace dmsc
