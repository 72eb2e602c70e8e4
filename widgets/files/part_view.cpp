// SPDX-License-Identifier: Apache-2.0
#include "widgets/files/part_view.h"

#include "model/items/card_file_text.h"
#include "widgets/details/bytes_editor.h"
#include "widgets/files/hex_text.h"
#include "widgets/files/named_button.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace dmsc {

namespace {

enum PartPage { WaitingPage, BytesPage, EditorPage };

QByteArray bytesOf(const std::string& text)
{
    return {text.data(), qsizetype(text.size())};
}

} // namespace

PartView::PartView(QWidget* parent)
    : QWidget(parent)
    , m_parts(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_readButton(namedButton(this, QStringLiteral("readFile"), tr("Read"), Icon::Sync))
    , m_keyButton(namedButton(this, QStringLiteral("verifyForFile"), tr("Enter the key..."), Icon::Key))
    , m_edit(namedButton(this, QStringLiteral("editPart"), tr("Edit bytes..."), Icon::Edit))
    , m_changeSize(namedButton(this, QStringLiteral("resizeFile"), tr("Resize..."), Icon::Memory))
    , m_addObject(namedButton(this, QStringLiteral("addObject"), tr("Add an object..."), Icon::Add))
    , m_deleteObject(namedButton(this, QStringLiteral("deleteObject"), tr("Delete the object..."), Icon::Remove))
{
    setObjectName(QStringLiteral("partView"));
    m_parts->setObjectName(QStringLiteral("fileParts"));
    m_parts->setAccessibleName(tr("Parts of the file"));
    m_parts->setMaximumWidth(20 * kGrid);
    m_parts->setTextElideMode(Qt::ElideMiddle);
    m_waiting = new QLabel(this);
    m_waiting->setObjectName(QStringLiteral("fileWaiting"));
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setMargin(kGrid);
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_waiting);
    m_pages->addWidget(buildBytes());
    m_pages->addWidget(buildEditor());

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kHalfGrid);
    for (QPushButton* button : {m_readButton, m_keyButton, m_edit, m_addObject, m_deleteObject, m_changeSize})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kHalfGrid);
    middle->addWidget(m_parts);
    middle->addWidget(m_pages, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kHalfGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    layout->setSpacing(kHalfGrid);
    layout->addLayout(middle, 1);
    layout->addWidget(buildSize());
    layout->addWidget(buildTag());
    layout->addLayout(buttons);

    connect(m_parts, &QListWidget::currentRowChanged, this, &PartView::showPart);
    connect(m_readButton, &QPushButton::clicked, this, &PartView::readRequested);
    connect(m_keyButton, &QPushButton::clicked, this, [this] {
        if (m_key)
            Q_EMIT keyRequested(m_key->reference);
    });
    connect(m_edit, &QPushButton::clicked, this, &PartView::showEditor);
    connect(m_changeSize, &QPushButton::clicked, this, [this] { showSize(true); });
    connect(m_addObject, &QPushButton::clicked, this, [this] { showTag(true); });
    connect(m_deleteObject, &QPushButton::clicked, this, &PartView::proposeDeletion);
    setFile({});
}

QWidget* PartView::buildBytes()
{
    auto* page = new QWidget(m_pages);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_bytes = new HexText(page);
    m_bytes->setObjectName(QStringLiteral("fileBytes"));
    m_bytes->setAccessibleName(tr("Bytes of the part"));
    m_bytes->setPlaceholderText(tr("Empty"));
    m_note = new QLabel(page);
    m_note->setObjectName(QStringLiteral("fileBytesNote"));
    layout->addWidget(m_bytes, 1);
    layout->addWidget(m_note);
    return page;
}

QWidget* PartView::buildEditor()
{
    auto* page = new QWidget(m_pages);
    m_editor = new BytesEditor(page);
    m_reason = new QLabel(page);
    m_reason->setObjectName(QStringLiteral("partReason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_review = namedButton(page, QStringLiteral("reviewPart"), tr("Look at the bytes and write..."), Icon::Apply);
    auto* discard = namedButton(page, QStringLiteral("discardPart"), tr("Discard"), Icon::Cancel);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_reason, 1);
    buttons->addWidget(discard);
    buttons->addWidget(m_review);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kHalfGrid);
    layout->addWidget(m_editor, 1);
    layout->addLayout(buttons);
    connect(m_editor, &BytesEditor::edited, this, &PartView::checkEdit);
    connect(m_editor, &BytesEditor::failed, this, [this](const QString& why) {
        m_broken = true;
        m_reason->setText(QStringLiteral("! ") + why);
        m_review->setEnabled(false);
    });
    connect(m_review, &QPushButton::clicked, this, &PartView::proposeWrite);
    connect(discard, &QPushButton::clicked, this, &PartView::leaveEditor);
    return page;
}

QWidget* PartView::buildSize()
{
    m_size = new QWidget(this);
    m_newSize = new QSpinBox(m_size);
    m_newSize->setObjectName(QStringLiteral("newFileSize"));
    m_newSize->setAccessibleName(tr("New size of the file in bytes"));
    m_newSize->setSuffix(tr(" B"));
    m_newSize->setGroupSeparatorShown(true);
    m_sizeNote = new QLabel(m_size);
    m_sizeNote->setObjectName(QStringLiteral("newSizeNote"));
    m_sizeNote->setWordWrap(true);
    m_resize = namedButton(m_size, QStringLiteral("resizeNow"), tr("Resize"), Icon::Apply);
    auto* cancel = namedButton(m_size, QStringLiteral("resizeCancel"), tr("Cancel"), Icon::Cancel);
    cancel->setAccessibleName(tr("Leave the size as it is"));
    auto* layout = new QHBoxLayout(m_size);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("New size"), m_size));
    layout->addWidget(m_newSize);
    layout->addWidget(m_sizeNote, 1);
    layout->addWidget(cancel);
    layout->addWidget(m_resize);
    connect(m_newSize, &QSpinBox::valueChanged, this, &PartView::checkSize);
    connect(cancel, &QPushButton::clicked, this, [this] { showSize(false); });
    connect(m_resize, &QPushButton::clicked, this, [this] {
        const auto size = quint64(m_newSize->value());
        showSize(false);
        Q_EMIT resizeRequested(size);
    });
    m_size->hide();
    return m_size;
}

void PartView::setFile(const std::optional<CardFile>& file)
{
    m_file = file;
    m_content = {};
    m_key.reset();
    m_new.reset();
    m_chooseTag.reset();
    m_read = false;
    m_parts->setEnabled(true);
    m_parts->clear();
    m_parts->hide();
    m_size->hide();
    m_tag->hide();
    m_pages->setCurrentIndex(WaitingPage);
    m_waiting->setText(file ? QString() : tr("Select a file to see what is in it."));
    updateButtons();
}

void PartView::updateFile(const CardFile& file)
{
    m_file = file;
    updateButtons();
}

void PartView::setWaiting(const QString& text, const std::optional<CardPin>& key)
{
    m_key = key;
    if (!m_read) {
        m_waiting->setText(text);
        m_waiting->setAccessibleName(text);
        m_pages->setCurrentIndex(WaitingPage);
    }
    if (key)
        m_keyButton->setText(tr("Enter %1...").arg(key->name));
    m_keyButton->setAccessibleName(m_keyButton->text());
    updateButtons();
}

void PartView::setContent(const CardFileContent& content)
{
    const int row = m_parts->currentRow();
    const bool again = m_read && m_content.parts.size() == content.parts.size();
    m_content = content;
    m_read = true;
    m_key.reset();
    int chosen = again ? row : 0;
    for (std::size_t i = 0; m_chooseTag && i < content.parts.size(); ++i) {
        if (content.parts[i].number == *m_chooseTag)
            chosen = int(i);
    }
    m_chooseTag.reset();
    listParts(chosen);
    if (!isEditing())
        showPart();
    updateButtons();
}

void PartView::listParts(int chosen)
{
    const QSignalBlocker blocker(m_parts);
    m_parts->clear();
    for (const CardFilePart& each : m_content.parts)
        m_parts->addItem(each.label.isEmpty() ? tr("content") : each.label);
    if (m_new)
        m_parts->addItem(tr("%1, new", "label of an object").arg(m_new->label));
    m_parts->setVisible(
        m_new || m_content.parts.size() > 1 || (m_content.parts.size() == 1 && !m_content.parts[0].label.isEmpty()));
    m_parts->setCurrentRow(m_new ? m_parts->count() - 1 : chosen);
}

const CardFilePart* PartView::part() const
{
    if (m_new)
        return &*m_new;
    const int row = m_parts->currentRow();
    return m_read && row >= 0 && std::size_t(row) < m_content.parts.size() ? &m_content.parts[std::size_t(row)]
                                                                           : nullptr;
}

void PartView::showPart()
{
    const CardFilePart* shown = part();
    if (shown == nullptr) {
        m_waiting->setText(m_read ? tr("The file has no parts: nothing was written to it yet.") : QString());
        m_pages->setCurrentIndex(WaitingPage);
    } else {
        const ShownValue value = shownHex(shown->bytes);
        m_bytes->setShown(value);
        m_note->setText(value.note.isEmpty() ? byteCountText(std::uint64_t(shown->bytes.size())) : value.note);
        m_pages->setCurrentIndex(BytesPage);
    }
    updateButtons();
}

bool PartView::isEditing() const
{
    return m_pages->currentIndex() == EditorPage;
}

void PartView::showEditor()
{
    const CardFilePart* shown = part();
    if (shown == nullptr)
        return;
    m_editor->setValue({shown->bytes.constData(), std::size_t(shown->bytes.size())});
    m_pages->setCurrentIndex(EditorPage);
    m_parts->setEnabled(false);
    checkEdit();
    updateButtons();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void PartView::leaveEditor()
{
    if (!isEditing())
        return;
    m_parts->setEnabled(true);
    if (std::exchange(m_new, std::nullopt))
        listParts(m_rowBefore);
    showPart();
    m_edit->setFocus(Qt::OtherFocusReason);
}

QString PartView::whyNot(const QByteArray& bytes) const
{
    const CardFilePart* shown = part();
    if (shown == nullptr || !m_file)
        return tr("There is nothing to write to");
    if (m_new && bytes.isEmpty())
        return tr("An object has at least one byte");
    if (bytes == shown->bytes)
        return tr("Nothing was changed yet");
    if (m_file->kind == CardFileKind::BerTlv)
        return m_file->maximumSize && std::uint64_t(bytes.size()) > *m_file->maximumSize
            ? tr("The file takes at most %1").arg(byteCountText(*m_file->maximumSize))
            : QString();
    if (bytes.size() == shown->bytes.size())
        return {};
    return m_file->kind == CardFileKind::Transparent
        ? tr("%1 bytes are expected, as many as the file has; found %2. Resize the file to change that.")
              .arg(shown->bytes.size())
              .arg(bytes.size())
        : tr("A record of this file has %1 bytes; found %2").arg(shown->bytes.size()).arg(bytes.size());
}

void PartView::checkEdit()
{
    m_broken = false;
    const QString why = whyNot(bytesOf(m_editor->value()));
    const CardFilePart* shown = part();
    const bool untouched = shown != nullptr && bytesOf(m_editor->value()) == shown->bytes;
    m_reason->setText(why.isEmpty() ? QString() : untouched ? why : QStringLiteral("! ") + why);
    m_review->setEnabled(why.isEmpty() && !m_busy);
}

void PartView::proposeWrite()
{
    const CardFilePart* shown = part();
    const QByteArray bytes = bytesOf(m_editor->value());
    if (shown == nullptr || m_broken || !whyNot(bytes).isEmpty())
        return;
    if (m_new)
        m_chooseTag = m_new->number;
    Q_EMIT writeProposed(writeOf(*shown, bytes));
}

CardFileWrite PartView::writeOf(const CardFilePart& shown, const QByteArray& bytes) const
{
    CardFileWrite write;
    write.path = m_file->path;
    write.name = m_file->name.isEmpty() ? m_file->id : m_file->name;
    write.part = shown;
    write.part.bytes = bytes;
    write.before = shown.bytes;
    return write;
}

void PartView::showSize(bool show)
{
    m_size->setVisible(show);
    if (!show || !m_file)
        return;
    const std::uint64_t now = m_file->size.value_or(0);
    const int step =
        m_file->kind == CardFileKind::LinearFixed && m_file->recordLength > 0 ? int(m_file->recordLength) : 1;
    m_newSize->setRange(1, std::numeric_limits<int>::max());
    m_newSize->setSingleStep(step);
    m_newSize->setValue(int(std::min<std::uint64_t>(now, std::numeric_limits<int>::max())));
    checkSize();
    m_newSize->setFocus(Qt::OtherFocusReason);
    m_newSize->selectAll();
}

void PartView::checkSize()
{
    if (!m_file)
        return;
    const auto size = std::uint64_t(m_newSize->value());
    const std::uint64_t now = m_file->size.value_or(0);
    const bool records = m_file->kind == CardFileKind::LinearFixed && m_file->recordLength > 0;
    const bool whole = !records || size % m_file->recordLength == 0;
    m_sizeNote->setText(!whole
            ? tr("! A record has %1: the size must be a multiple of that.").arg(byteCountText(m_file->recordLength))
            : size < now ? tr("! The last %1 of the content are lost.").arg(byteCountText(now - size))
            : size > now ? tr("%1 more than now").arg(byteCountText(size - now))
                         : tr("as it is now"));
    m_resize->setEnabled(whole && size != now && !m_busy);
}

void PartView::setBusy(bool busy)
{
    m_busy = busy;
    if (isEditing())
        checkEdit();
    if (m_size->isVisibleTo(this))
        checkSize();
    if (m_tag->isVisibleTo(this))
        checkTag();
    updateButtons();
}

void PartView::updateButtons()
{
    const bool readable = m_file && dmsc::hasContent(m_file->kind);
    m_readButton->setVisible(readable && !isEditing());
    m_readButton->setText(m_read ? tr("Read again") : tr("Read"));
    m_readButton->setAccessibleName(m_readButton->text());
    m_readButton->setEnabled(!m_busy);
    m_keyButton->setVisible(m_key.has_value() && !isEditing());
    m_keyButton->setEnabled(!m_busy);
    m_edit->setVisible(readable && !isEditing() && m_read);
    m_edit->setEnabled(!m_busy && part() != nullptr);
    m_changeSize->setVisible(readable && !isEditing() && m_file->kind != CardFileKind::Cyclic);
    m_changeSize->setEnabled(!m_busy);
    const bool objects = readable && !isEditing() && m_read && m_file->kind == CardFileKind::BerTlv;
    m_addObject->setVisible(objects);
    m_addObject->setEnabled(!m_busy);
    m_deleteObject->setVisible(objects);
    m_deleteObject->setEnabled(!m_busy && part() != nullptr);
}

void PartView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isEditing())
        leaveEditor();
    else if (event->key() == Qt::Key_Escape && m_size->isVisibleTo(this))
        showSize(false);
    else if (event->key() == Qt::Key_Escape && m_tag->isVisibleTo(this))
        showTag(false);
    else
        QWidget::keyPressEvent(event);
}

} // namespace dmsc
