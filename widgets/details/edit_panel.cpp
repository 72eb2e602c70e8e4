// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/edit_panel.h"

#include "model/tree/acl.h"
#include "widgets/details/acl_editor.h"
#include "widgets/details/add_node_form.h"
#include "widgets/details/edit_rules.h"
#include "widgets/details/value_editor.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dmsc {

EditPanel::EditPanel(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_place(new QVBoxLayout)
    , m_reason(new QLabel(this))
    , m_stage(new QPushButton(tr("Add to plan"), this))
{
    setObjectName(QStringLiteral("editPanel"));
    setFrameShape(QFrame::StyledPanel);
    auto* cancel = new QPushButton(tr("Discard"), this);
    cancel->setObjectName(QStringLiteral("discardEdit"));
    cancel->setAccessibleName(tr("Discard the edit"));
    m_stage->setObjectName(QStringLiteral("stageEdit"));
    m_stage->setAccessibleName(tr("Add the edit to the plan"));
    m_reason->setObjectName(QStringLiteral("editReason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addLayout(m_place);
    layout->addWidget(m_reason);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_stage);
    layout->addLayout(buttons);

    connect(m_stage, &QPushButton::clicked, this, &EditPanel::stage);
    connect(cancel, &QPushButton::clicked, this, &EditPanel::dismiss);
    hide();
}

void EditPanel::open(const QString& title, QWidget* body, MakeDraft make)
{
    delete m_body;
    m_body = body;
    m_place->addWidget(body);
    m_title->setText(title);
    m_make = std::move(make);
    show();
    check();
    body->setFocus(Qt::OtherFocusReason);
}

void EditPanel::dismiss()
{
    if (m_body == nullptr)
        return;
    m_body->deleteLater(); // it may be its own signal that brought us here
    m_body = nullptr;
    m_make = {};
    hide();
    Q_EMIT dismissed();
}

void EditPanel::check()
{
    m_broken = false;
    if (!m_make)
        return;
    const Draft draft = m_make();
    const bool good = draft.operation.has_value();
    m_stage->setEnabled(draft.changed && good);
    m_stage->setToolTip(draft.changed ? QString() : tr("Nothing was changed yet"));
    if (draft.changed && !good)
        refuse(draft.operation.error().what);
    else
        refuse({});
}

void EditPanel::refuse(const QString& why)
{
    m_reason->setVisible(!why.isEmpty());
    if (why.isEmpty()) {
        m_reason->clear();
        return;
    }
    m_reason->setText(QStringLiteral("! ") + why);
    m_reason->setAccessibleName(why);
    QAccessibleEvent announcement(m_reason, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void EditPanel::stage()
{
    if (!m_make || m_broken)
        return;
    const Draft draft = m_make();
    if (!draft.changed || !draft.operation) {
        check();
        return;
    }
    const Operation operation = *draft.operation;
    dismiss();
    Q_EMIT operationReady(operation);
}

void EditPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers().testFlag(Qt::ControlModifier)) {
        stage();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void EditPanel::edit(Side side, const NodeView& view, Property property)
{
    if (!view.exists())
        return;
    if (property == Property::Value)
        editValue(side, view);
    else if (property == Property::Acl)
        editAcl(side, view);
    else
        editWord(side, view, property);
}

void EditPanel::editValue(Side side, const NodeView& view)
{
    auto* editor = ValueEditor::make(view.tree->format(view.node), this);
    editor->setValue(view.tree->value(view.node));
    connect(editor, &ValueEditor::edited, this, &EditPanel::check);
    connect(editor, &ValueEditor::accepted, this, &EditPanel::stage);
    connect(editor, &ValueEditor::failed, this, [this](const QString& why) {
        refuse(why);
        m_broken = true;
        m_stage->setEnabled(false);
    });
    const QString name = QString::fromUtf8(view.tree->name(view.node));
    const QString title =
        side == Side::Device ? tr("Value of %1 on the device").arg(name) : tr("Value of %1 on the card").arg(name);
    open(title, editor, [side, view, editor] {
        std::string value = editor->value();
        const bool changed = value != view.tree->value(view.node);
        return Draft{changed, replaceValue(side, view, std::move(value))};
    });
}

void EditPanel::editAcl(Side side, const NodeView& view)
{
    auto* editor = new AclEditor(this);
    editor->setAcl(view.tree->acl(view.node));
    connect(editor, &AclEditor::edited, this, &EditPanel::check);
    connect(editor, &AclEditor::accepted, this, &EditPanel::stage);
    const QString name = QString::fromUtf8(view.tree->name(view.node));
    const QString title =
        side == Side::Device ? tr("ACL of %1 on the device").arg(name) : tr("ACL of %1 on the card").arg(name);
    open(title, editor, [side, view, editor] {
        const auto acl = editor->acl();
        if (!acl)
            return Draft{true, tl::unexpected(acl.error())};
        return Draft{*acl != view.tree->acl(view.node), replaceProperty(side, view, Property::Acl, *acl)};
    });
}

void EditPanel::editWord(Side side, const NodeView& view, Property property)
{
    const std::string before = propertyText(view, property);
    auto* line = new QLineEdit(QString::fromUtf8(before), this);
    line->setObjectName(QStringLiteral("wordEditor"));
    line->selectAll();
    connect(line, &QLineEdit::textEdited, this, &EditPanel::check);
    connect(line, &QLineEdit::returnPressed, this, &EditPanel::stage);
    const QString what = property == Property::Name ? tr("Name")
        : property == Property::Title               ? tr("Title")
                                                    : tr("Type");
    line->setAccessibleName(what);
    const QString name = QString::fromUtf8(view.tree->name(view.node));
    const QString title = side == Side::Device ? tr("%1 of %2 on the device").arg(what, name)
                                               : tr("%1 of %2 on the card").arg(what, name);
    open(title, line, [side, view, property, before, line] {
        const std::string after = line->text().toStdString();
        return Draft{after != before, replaceProperty(side, view, property, after)};
    });
}

void EditPanel::addChild(Side side, const NodeView& parent)
{
    if (!parent.exists())
        return;
    auto* form = new AddNodeForm(this);
    connect(form, &AddNodeForm::edited, this, &EditPanel::check);
    connect(form, &AddNodeForm::accepted, this, &EditPanel::stage);
    connect(form, &AddNodeForm::failed, this, &EditPanel::refuse);
    const QString name = QString::fromUtf8(parent.tree->name(parent.node));
    const QString title = side == Side::Device ? tr("New node below %1 on the device").arg(name)
                                               : tr("New node below %1 on the card").arg(name);
    open(title, form, [side, parent, form] {
        const NodeData node = form->data();
        return Draft{!node.name.empty(), addNode(side, parent, node)};
    });
}

} // namespace dmsc
