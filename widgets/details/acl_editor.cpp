// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/acl_editor.h"

#include "model/tree/acl.h"
#include "widgets/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace dmsc {

AclEditor::AclEditor(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(4);
    for (const AclCommand command : kAclCommands) {
        const QString name = QString::fromUtf8(aclCommandName(command));
        auto* line = new QLineEdit(this);
        line->setObjectName(QStringLiteral("acl%1").arg(name));
        line->setAccessibleName(tr("Servers that may %1").arg(name));
        line->setFont(fixedFont());
        layout->addRow(name, line);
        connect(line, &QLineEdit::textEdited, this, &AclEditor::edited);
        connect(line, &QLineEdit::returnPressed, this, &AclEditor::accepted);
        m_lines[std::size_t(command)] = line;
    }
    auto* hint = new QLabel(tr("Server ids with + between them, * for everybody. All empty: inherited."), this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addRow(hint);
    setFocusProxy(m_lines[0]);
}

void AclEditor::setAcl(std::string_view text)
{
    const auto acl = Acl::parse(text);
    for (const AclCommand command : kAclCommands) {
        QStringList servers;
        if (acl) {
            for (const std::string& server : acl->servers(command))
                servers << QString::fromStdString(server);
        }
        m_lines[std::size_t(command)]->setText(servers.join(QLatin1Char('+')));
    }
}

Result<std::string> AclEditor::acl() const
{
    std::string text;
    for (const AclCommand command : kAclCommands) {
        const std::string servers = m_lines[std::size_t(command)]->text().trimmed().toStdString();
        if (servers.empty())
            continue;
        if (!text.empty())
            text += '&';
        text += aclCommandName(command);
        text += '=';
        text += servers;
    }
    auto acl = Acl::parse(text);
    if (!acl)
        return tl::unexpected(acl.error());
    return acl->text();
}

} // namespace dmsc
