// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/import_form.h"

#include "widgets/handshake/handshake_text.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace dmsc {

namespace {

constexpr int kMostLabel = 100;
constexpr int kMostPassphrase = 1'000;
constexpr int kLeastPassphrase = 8;

} // namespace

void wipeField(QLineEdit& field)
{
    field.setText(QString(field.text().size(), QLatin1Char('0')));
    field.clear();
}

QLineEdit* passphraseField(QWidget* parent, const QString& name, const QString& spoken)
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setAccessibleName(spoken);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    field->setContextMenuPolicy(Qt::NoContextMenu);
    field->setMaxLength(kMostPassphrase);
    return field;
}

ImportForm::ImportForm(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_label(new QLineEdit(this))
    , m_role(new QComboBox(this))
    , m_filePassphrase(passphraseField(this, QStringLiteral("importFilePassphrase"), tr("Passphrase of the file")))
    , m_store(passphraseField(this, QStringLiteral("importStorePassphrase"), tr("New passphrase for your credentials")))
    , m_again(passphraseField(this, QStringLiteral("importStoreAgain"), tr("The new passphrase again")))
    , m_storeTitle(new QLabel(tr("&New passphrase for your credentials:"), this))
    , m_againTitle(new QLabel(tr("The same a&gain:"), this))
    , m_import(new QPushButton(themedIcon(Icon::Import), tr("&Import"), this))
{
    setObjectName(QStringLiteral("importForm"));
    setFrameShape(QFrame::StyledPanel);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_label->setObjectName(QStringLiteral("importLabel"));
    m_label->setAccessibleName(tr("Name of the credential"));
    m_label->setMaxLength(kMostLabel);
    m_role->setObjectName(QStringLiteral("importRole"));
    m_role->setAccessibleName(tr("Whom the credential stands for"));
    for (const Role role : allRoles())
        m_role->addItem(themedIcon(iconOf(role)), capitalRoleName(role), int(role));
    m_filePassphrase->setPlaceholderText(tr("empty where the file has none"));
    m_import->setObjectName(QStringLiteral("importSend"));
    m_import->setAutoDefault(false);
    auto* cancel = new QPushButton(tr("Do not import"), this);
    cancel->setObjectName(QStringLiteral("importCancel"));
    cancel->setAutoDefault(false);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    grid->setHorizontalSpacing(kGrid);
    grid->setVerticalSpacing(kGrid);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 3);
    int row = 1;
    const auto addRow = [&](QLabel* title, QWidget* field) {
        title->setBuddy(field);
        grid->addWidget(title, row, 0);
        grid->addWidget(field, row++, 1, 1, 2);
    };
    addRow(new QLabel(tr("Na&me:"), this), m_label);
    addRow(new QLabel(tr("&Stands for:"), this), m_role);
    addRow(new QLabel(tr("&Passphrase of the file:"), this), m_filePassphrase);
    addRow(m_storeTitle, m_store);
    addRow(m_againTitle, m_again);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addStretch(1);
    buttons->addWidget(m_import);
    buttons->addWidget(cancel);
    grid->addLayout(buttons, row, 0, 1, 3);

    for (QLineEdit* field : {m_label, m_filePassphrase, m_store, m_again}) {
        connect(field, &QLineEdit::textChanged, this, &ImportForm::check);
        connect(field, &QLineEdit::returnPressed, this, &ImportForm::send);
    }
    connect(m_import, &QPushButton::clicked, this, &ImportForm::send);
    connect(cancel, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT dismissed();
    });
    hide();
}

ImportForm::~ImportForm()
{
    wipe();
}

void ImportForm::ask(const QString& path, Role role, bool newStore)
{
    wipe();
    m_path = path;
    m_newStore = newStore;
    m_title->setText(tr("Import %1").arg(QFileInfo(path).fileName()));
    m_label->setText(QFileInfo(path).completeBaseName());
    m_role->setCurrentIndex(m_role->findData(int(role)));
    for (QWidget* widget : {static_cast<QWidget*>(m_store), static_cast<QWidget*>(m_again),
             static_cast<QWidget*>(m_storeTitle), static_cast<QWidget*>(m_againTitle)})
        widget->setVisible(newStore);
    check();
    show();
    m_label->setFocus(Qt::OtherFocusReason);
    m_label->selectAll();
}

void ImportForm::dismiss()
{
    wipe();
    m_path.clear();
    hide();
}

void ImportForm::wipe()
{
    for (QLineEdit* field : {m_filePassphrase, m_store, m_again})
        wipeField(*field);
}

QString ImportForm::whyNot() const
{
    if (m_label->text().trimmed().isEmpty())
        return tr("Give it a name first");
    if (!m_newStore)
        return {};
    if (m_store->text().size() < kLeastPassphrase)
        return tr("The new passphrase needs at least %1 characters").arg(kLeastPassphrase);
    return m_store->text() == m_again->text() ? QString() : tr("The two new passphrases are not the same");
}

void ImportForm::check()
{
    const QString why = whyNot();
    m_import->setEnabled(why.isEmpty());
    m_import->setToolTip(why);
}

void ImportForm::send()
{
    if (!isVisible() || !whyNot().isEmpty())
        return;
    const QString path = m_path;
    const QByteArray filePassphrase = m_filePassphrase->text().toUtf8();
    const QByteArray store = m_newStore ? m_store->text().toUtf8() : QByteArray();
    const QString label = m_label->text().trimmed();
    const auto role = static_cast<Role>(m_role->currentData().toInt());
    dismiss();
    Q_EMIT entered(path, filePassphrase, label, role, store);
}

} // namespace dmsc
