// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/uicc/card_file.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace dmsc {

class BytesEditor;
class HexText;

/// The content of one file: its parts, the bytes of the chosen one, and the forms that change them. Nothing is
/// written here: what was edited is handed out to be looked at first.
class PartView : public QWidget
{
    Q_OBJECT

public:
    explicit PartView(QWidget* parent = nullptr);

    /// Forgets what was read and what was being edited.
    void setFile(const std::optional<CardFile>& file);
    /// The same file as it stands now; what was read and edited stays.
    void updateFile(const CardFile& file);
    void setContent(const CardFileContent& content);
    /// What stands where no content is, and what may be done about it: `key` is a key to be verified first.
    void setWaiting(const QString& text, const std::optional<CardPin>& key);
    void setBusy(bool busy);
    [[nodiscard]] bool hasContent() const { return m_read; }
    [[nodiscard]] bool isEditing() const;
    /// The edit was written, or is no longer wanted.
    void leaveEditor();

Q_SIGNALS:
    void readRequested();
    void keyRequested(int reference);
    void writeProposed(const dmsc::CardFileWrite& write);
    void resizeRequested(quint64 size);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildBytes();
    QWidget* buildEditor();
    QWidget* buildSize();
    QWidget* buildTag();
    void listParts(int chosen);
    void showPart();
    void showEditor();
    void checkEdit();
    void proposeWrite();
    void showSize(bool show);
    void checkSize();
    void showTag(bool show);
    void checkTag();
    void startObject();
    void proposeDeletion();
    void updateButtons();
    [[nodiscard]] const CardFilePart* part() const;
    [[nodiscard]] CardFileWrite writeOf(const CardFilePart& shown, const QByteArray& bytes) const;
    [[nodiscard]] Result<std::uint32_t> newTag() const;
    [[nodiscard]] QString whyNot(const QByteArray& bytes) const;

    std::optional<CardFile> m_file;
    CardFileContent m_content;
    std::optional<CardPin> m_key;
    std::optional<CardFilePart> m_new; ///< an object that is not in the file yet; the last row
    int m_rowBefore = 0; ///< the one that was chosen before it
    std::optional<std::uint32_t> m_chooseTag; ///< of the object that was added, once it is read
    bool m_read = false;
    bool m_busy = false;
    bool m_broken = false; ///< the editor's text is no bytes
    QListWidget* m_parts;
    QStackedWidget* m_pages;
    QLabel* m_waiting = nullptr;
    HexText* m_bytes = nullptr;
    QLabel* m_note = nullptr;
    BytesEditor* m_editor = nullptr;
    QLabel* m_reason = nullptr;
    QPushButton* m_review = nullptr;
    QWidget* m_size = nullptr;
    QSpinBox* m_newSize = nullptr;
    QLabel* m_sizeNote = nullptr;
    QPushButton* m_resize = nullptr;
    QPushButton* m_readButton;
    QPushButton* m_keyButton;
    QPushButton* m_edit;
    QPushButton* m_changeSize;
    QPushButton* m_addObject;
    QPushButton* m_deleteObject;
    QWidget* m_tag = nullptr;
    QLineEdit* m_newTag = nullptr;
    QLabel* m_tagNote = nullptr;
    QPushButton* m_takeTag = nullptr;
};

} // namespace dmsc
