// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/record/record.h"

#include <QByteArray>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace dmsc {

class ToneLabel;

/// One message as a text that can be changed: XML of a DM message, hexadecimal digits of anything else. Says at once
/// whether the text is a message.
class MessageEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageEditor(QWidget* parent = nullptr);

    /// `recorded`: as it was; `now`: with the changes made so far.
    void setMessage(const QString& title, Layer layer, const QByteArray& recorded, const QByteArray& now);
    /// Nothing to edit, and why.
    void clear(const QString& why);
    void setReadOnly(bool readOnly);

    [[nodiscard]] bool isValid() const { return m_isValid; }

Q_SIGNALS:
    /// The text is a message again, other than before.
    void messageChanged(const QByteArray& message);
    void validChanged(bool valid);

private:
    void check();
    void setBack();
    void tell(const QString& text, bool good);

    Layer m_layer = Layer::Apdu;
    QByteArray m_recorded;
    bool m_isValid = true;
    bool m_isLoading = false;
    QLabel* m_title;
    QPlainTextEdit* m_text;
    ToneLabel* m_state;
    QPushButton* m_back;
};

} // namespace dmsc
