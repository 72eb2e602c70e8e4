// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/add_node_form.h"

#include "widgets/details/value_editor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace dmsc {

AddNodeForm::AddNodeForm(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_format(new QComboBox(this))
    , m_type(new QLineEdit(this))
    , m_valuePlace(new QVBoxLayout)
{
    m_name->setObjectName(QStringLiteral("newNodeName"));
    m_name->setAccessibleName(tr("Name of the new node"));
    m_format->setObjectName(QStringLiteral("newNodeFormat"));
    m_format->setAccessibleName(tr("Format of the new node"));
    m_type->setObjectName(QStringLiteral("newNodeType"));
    m_type->setAccessibleName(tr("Type of the new node"));
    for (const Format format : kAllFormats) {
        const std::string_view name = formatName(format);
        m_format->addItem(QString::fromUtf8(name.data(), qsizetype(name.size())), int(format));
    }
    m_format->setCurrentIndex(m_format->findData(int(Format::Chr)));

    auto* layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(4);
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("Format"), m_format);
    layout->addRow(tr("Type"), m_type);
    layout->addRow(tr("Value"), m_valuePlace);
    setFocusProxy(m_name);

    connect(m_name, &QLineEdit::textEdited, this, &AddNodeForm::edited);
    connect(m_name, &QLineEdit::returnPressed, this, &AddNodeForm::accepted);
    connect(m_type, &QLineEdit::textEdited, this, &AddNodeForm::edited);
    connect(m_type, &QLineEdit::returnPressed, this, &AddNodeForm::accepted);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        changeEditor();
        Q_EMIT edited();
    });
    changeEditor();
}

void AddNodeForm::changeEditor()
{
    const auto format = Format(m_format->currentData().toInt());
    const std::string kept = m_value != nullptr ? m_value->value() : std::string();
    delete m_value;
    m_value = ValueEditor::make(format, this);
    if (format == Format::Bool)
        m_value->setValue("true");
    else if (format != Format::Node && format != Format::Null)
        m_value->setValue(kept);
    m_valuePlace->addWidget(m_value);
    m_type->setPlaceholderText(format == Format::Node ? tr("MO identifier, or empty") : QStringLiteral("text/plain"));
    connect(m_value, &ValueEditor::edited, this, &AddNodeForm::edited);
    connect(m_value, &ValueEditor::accepted, this, &AddNodeForm::accepted);
    connect(m_value, &ValueEditor::failed, this, &AddNodeForm::failed);
}

NodeData AddNodeForm::data() const
{
    NodeData data;
    data.name = m_name->text().toStdString();
    data.format = Format(m_format->currentData().toInt());
    data.type = m_type->text().trimmed().toStdString();
    data.value = m_value->value();
    return data;
}

} // namespace dmsc
