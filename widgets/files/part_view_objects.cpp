// SPDX-License-Identifier: Apache-2.0
// Objects of a BER-TLV file: one more, one less.
#include "model/uicc/object_tag.h"
#include "widgets/files/named_button.h"
#include "widgets/files/part_view.h"
#include "widgets/theme/grid.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kMostTagCharacters = 8; // three bytes in hex, with blanks between them

} // namespace

QWidget* PartView::buildTag()
{
    m_tag = new QWidget(this);
    m_newTag = new QLineEdit(m_tag);
    m_newTag->setObjectName(QStringLiteral("newObjectTag"));
    m_newTag->setAccessibleName(tr("Tag of the new object in hex"));
    m_newTag->setPlaceholderText(QStringLiteral("81"));
    m_newTag->setMaxLength(kMostTagCharacters);
    m_newTag->setMaximumWidth(16 * fontMetrics().averageCharWidth());
    m_tagNote = new QLabel(m_tag);
    m_tagNote->setObjectName(QStringLiteral("newTagNote"));
    m_tagNote->setWordWrap(true);
    m_tagNote->setTextFormat(Qt::PlainText);
    m_takeTag = namedButton(m_tag, QStringLiteral("newObjectStart"), tr("Enter its bytes..."), Icon::Edit);
    auto* cancel = namedButton(m_tag, QStringLiteral("newObjectCancel"), tr("Cancel"), Icon::Cancel);
    cancel->setAccessibleName(tr("Add no object"));
    auto* line = new QHBoxLayout;
    line->addWidget(new QLabel(tr("Tag of the new object"), m_tag));
    line->addWidget(m_newTag);
    line->addStretch();
    line->addWidget(cancel);
    line->addWidget(m_takeTag);
    auto* layout = new QVBoxLayout(m_tag);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kHalfGrid);
    layout->addLayout(line);
    layout->addWidget(m_tagNote); // has a line of its own: it tells more than fits beside a field
    connect(m_newTag, &QLineEdit::textChanged, this, &PartView::checkTag);
    connect(m_newTag, &QLineEdit::returnPressed, this, &PartView::startObject);
    connect(m_takeTag, &QPushButton::clicked, this, &PartView::startObject);
    connect(cancel, &QPushButton::clicked, this, [this] { showTag(false); });
    m_tag->hide();
    return m_tag;
}

void PartView::showTag(bool show)
{
    m_tag->setVisible(show);
    if (!show) {
        m_addObject->setFocus(Qt::OtherFocusReason);
        return;
    }
    showSize(false);
    m_newTag->clear();
    checkTag();
    m_newTag->setFocus(Qt::OtherFocusReason);
}

Result<std::uint32_t> PartView::newTag() const
{
    auto tag = objectTag(m_newTag->text());
    const auto& parts = m_content.parts;
    if (tag && std::any_of(parts.begin(), parts.end(), [&](const CardFilePart& each) { return each.number == *tag; }))
        return fail(ErrorKind::Exists, tr("the file has that object already: edit it instead"));
    return tag;
}

void PartView::checkTag()
{
    const auto tag = newTag();
    m_tagNote->setText(tag || m_newTag->text().isEmpty() ? QString() : QStringLiteral("! ") + tag.error().what);
    m_takeTag->setEnabled(tag && !m_busy);
}

void PartView::startObject()
{
    const auto tag = newTag();
    if (!tag || m_busy)
        return;
    m_tag->hide();
    m_rowBefore = m_parts->currentRow();
    m_new = CardFilePart{objectLabel(*tag), *tag, {}};
    listParts(m_rowBefore);
    showEditor();
}

void PartView::proposeDeletion()
{
    if (const CardFilePart* shown = part())
        Q_EMIT writeProposed(writeOf(*shown, {}));
}

} // namespace dmsc
