// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace dmsc {

class ValueEditor;

/// What a new node needs: name, Format, Type and a value by an editor that suits the Format.
class AddNodeForm : public QWidget
{
    Q_OBJECT

public:
    explicit AddNodeForm(QWidget* parent = nullptr);
    [[nodiscard]] NodeData data() const;

Q_SIGNALS:
    void edited();
    void accepted();
    void failed(const QString& why);

private:
    void changeEditor();

    QLineEdit* m_name;
    QComboBox* m_format;
    QLineEdit* m_type;
    QVBoxLayout* m_valuePlace;
    ValueEditor* m_value = nullptr;
};

} // namespace dmsc
