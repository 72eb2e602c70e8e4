// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/details/value_editor.h"

#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace dmsc {

class FileJob;

/// bin and b64: hex digits, or a whole file. Files are read and written off the GUI thread.
class BytesEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit BytesEditor(QWidget* parent = nullptr);
    ~BytesEditor() override;
    void setValue(std::string_view value) override;
    [[nodiscard]] std::string value() const override;

    /// Starts reading; edited() or failed() follows.
    void load(const QString& path);
    void save(const QString& path);

private:
    void show();
    void takeHex();

    std::string m_bytes;
    QPlainTextEdit* m_hex;
    QLabel* m_size;
    QPushButton* m_load;
    QPushButton* m_save;
    std::unique_ptr<FileJob> m_job;
};

} // namespace dmsc
