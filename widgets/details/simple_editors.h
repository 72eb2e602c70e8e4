// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/details/value_editor.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace dmsc {

/// bool: true or false, and what stands there when it is neither.
class BoolEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit BoolEditor(QWidget* parent = nullptr);
    void setValue(std::string_view value) override;
    [[nodiscard]] std::string value() const override;

private:
    QComboBox* m_combo;
};

/// int, float, date, time: one line, with the form that the Format asks for below it. Up and Down step an int;
/// a button puts today or now into date and time.
class LineEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit LineEditor(Format format, QWidget* parent = nullptr);
    void setValue(std::string_view value) override;
    [[nodiscard]] std::string value() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void step(int by);
    void insertNow();

    Format m_format;
    QLineEdit* m_line;
};

/// chr and xml: one line, or many where the value has many or the user asks for it.
class TextEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit TextEditor(Format format, QWidget* parent = nullptr);
    void setValue(std::string_view value) override;
    [[nodiscard]] std::string value() const override;

private:
    void showLines(bool many);

    QLineEdit* m_line;
    QPlainTextEdit* m_text;
    bool m_many = false;
    std::string m_original; ///< handed back while nothing was typed: the widgets change line ends
    bool m_touched = false;
};

/// node and null: nothing to edit.
class NoValueEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit NoValueEditor(Format format, QWidget* parent = nullptr);
    void setValue(std::string_view value) override;
    [[nodiscard]] std::string value() const override;
};

} // namespace dmsc
