// SPDX-License-Identifier: Apache-2.0
#include "widgets/flows/flow_menu.h"

#include "model/flow/server_url.h"
#include "widgets/flows/flow_picture.h"

#include <QActionGroup>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QPushButton>
#include <QUrl>

namespace dmsc {

FlowMenu::FlowMenu(const std::array<QAction*, kFlowKindCount>& flows, QWidget* parent)
    : QMenu(tr("Run flow"), parent)
    , m_answers(new QActionGroup(this))
{
    setObjectName(QStringLiteral("flowMenu"));
    setToolTipsVisible(true);
    setProperty("pictureSize", kFlowPictureSize.width());
    for (std::size_t i = 0; i < flows.size(); ++i) {
        flows[i]->setIcon(flowPicture(FlowKind(i)));
        addAction(flows[i]);
    }
    addSeparator();
    m_how = addMenu(tr("How flows are run"));
    m_how->setObjectName(QStringLiteral("flowHowMenu"));
    m_how->setToolTipsVisible(true);
    m_how->addSection(tr("Who answers for the user"));
    const std::pair<AnswerMode, QString> modes[] = {{AnswerMode::Ask, tr("Ask on the handset's screen")},
        {AnswerMode::Yes, tr("Always yes")}, {AnswerMode::No, tr("Always no")}};
    for (const auto& [mode, title] : modes) {
        QAction* action = m_how->addAction(title);
        action->setCheckable(true);
        action->setData(int(mode));
        action->setChecked(mode == AnswerMode::Ask);
        m_answers->addAction(action);
    }
    m_how->addSection(tr("DM messages"));
    m_wbxml = m_how->addAction(tr("DM messages as WBXML"));
    m_wbxml->setObjectName(QStringLiteral("flowWbxml"));
    m_wbxml->setToolTip(tr("Otherwise they are written as XML"));
    m_wbxml->setCheckable(true);
    m_wbxml->setChecked(true);
    m_serverAction = m_how->addAction(QString());
    m_serverAction->setObjectName(QStringLiteral("flowServer"));
    showServer();
    connect(m_answers, &QActionGroup::triggered, this, &FlowMenu::changed);
    connect(m_wbxml, &QAction::triggered, this, &FlowMenu::changed);
    connect(m_serverAction, &QAction::triggered, this, &FlowMenu::askServer);
}

AnswerMode FlowMenu::answers() const
{
    return AnswerMode(m_answers->checkedAction()->data().toInt());
}

void FlowMenu::setAnswers(AnswerMode answers)
{
    for (QAction* action : m_answers->actions())
        action->setChecked(action->data().toInt() == int(answers));
}

bool FlowMenu::wbxml() const
{
    return m_wbxml->isChecked();
}

void FlowMenu::setWbxml(bool wbxml)
{
    m_wbxml->setChecked(wbxml);
}

void FlowMenu::addSetting(QAction* setting)
{
    m_how->addAction(setting);
}

void FlowMenu::setServer(const QString& url)
{
    m_server = url.trimmed();
    showServer();
}

void FlowMenu::showServer()
{
    QString host = QUrl(m_server).host();
    if (host.isEmpty())
        host = m_server;
    host.replace(QLatin1Char('&'), QLatin1String("&&"));
    m_serverAction->setText(host.isEmpty() ? tr("DM server: emulated...") : tr("DM server: %1...").arg(host));
    m_serverAction->setToolTip(m_server.isEmpty() ? tr("The DM server is emulated in this program") : m_server);
}

void FlowMenu::askServer()
{
    auto* dialog = new QInputDialog(parentWidget());
    dialog->setObjectName(QStringLiteral("flowServerDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("DM server"));
    dialog->setLabelText(tr("URL of the DM server; nothing for the emulated one:"));
    dialog->setTextValue(m_server);
    const QString label = dialog->labelText();
    const auto check = [dialog, label](const QString& url) {
        const auto good = url.trimmed().isEmpty() ? Result<QUrl>(QUrl()) : serverUrl(url.trimmed());
        dialog->setLabelText(good ? label : label + QLatin1Char('\n') + good.error().what);
        if (auto* buttons = dialog->findChild<QDialogButtonBox*>(); buttons != nullptr)
            buttons->button(QDialogButtonBox::Ok)->setEnabled(good.has_value());
    };
    connect(dialog, &QInputDialog::textValueChanged, dialog, check);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& url) {
        setServer(url);
        Q_EMIT changed();
    });
    dialog->open();
    check(m_server);
}

} // namespace dmsc
