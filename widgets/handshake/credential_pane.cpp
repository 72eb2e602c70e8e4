// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/credential_pane.h"

#include "model/record/record.h"
#include "widgets/handshake/import_form.h"
#include "widgets/handshake/note_frame.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

/// A note in the colour of its weight.
class CredentialDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto level = static_cast<StatusLevel>(index.data(CredentialModel::NoteLevelRole).toInt());
        if (index.column() != CredentialModel::Note || level == StatusLevel::None)
            return;
        const StatusTone tone = level == StatusLevel::Ok ? StatusTone::Ok
            : level == StatusLevel::Warning              ? StatusTone::Warning
                                                         : StatusTone::Error;
        const ThemeColors& colors = colorsFor(option->palette);
        option->palette.setColor(QPalette::Text, colors.mark(tone, false));
        option->palette.setColor(QPalette::HighlightedText, colors.mark(tone, true));
    }
};

} // namespace

CredentialPane::CredentialPane(QWidget* parent)
    : QWidget(parent)
    , m_view(new QTableView(this))
    , m_lockRow(new QWidget(this))
    , m_lockText(new QLabel(tr("Your own credentials are &locked:"), m_lockRow))
    , m_passphrase(
          passphraseField(m_lockRow, QStringLiteral("credentialPassphrase"), tr("Passphrase of your credentials")))
    , m_unlock(new QPushButton(themedIcon(Icon::Unlock), tr("&Unlock"), m_lockRow))
    , m_import(new QPushButton(themedIcon(Icon::Import), tr("&Import..."), this))
    , m_remove(new QPushButton(themedIcon(Icon::Remove), tr("&Remove..."), this))
    , m_form(new ImportForm(this))
    , m_note(new NoteFrame(this))
{
    setObjectName(QStringLiteral("credentialPane"));
    m_unlock->setObjectName(QStringLiteral("credentialUnlock"));
    m_import->setObjectName(QStringLiteral("credentialImport"));
    m_remove->setObjectName(QStringLiteral("credentialRemove"));
    m_note->setObjectName(QStringLiteral("credentialNote"));
    m_lockText->setBuddy(m_passphrase);
    for (QPushButton* button : {m_unlock, m_import, m_remove})
        button->setAutoDefault(false);
    buildTable();
    buildLayout();
    connect(m_passphrase, &QLineEdit::returnPressed, this, &CredentialPane::unlock);
    connect(m_passphrase, &QLineEdit::textChanged, this, &CredentialPane::updateButtons);
    connect(m_unlock, &QPushButton::clicked, this, &CredentialPane::unlock);
    connect(m_import, &QPushButton::clicked, this, &CredentialPane::askFile);
    connect(m_remove, &QPushButton::clicked, this, &CredentialPane::askRemove);
    connect(m_form, &ImportForm::dismissed, m_import, [this] { m_import->setFocus(Qt::OtherFocusReason); });
    connect(m_form, &ImportForm::entered, this,
        [this](const QString& path, const QByteArray& filePassphrase, const QString& label, Role role,
            const QByteArray& storePassphrase) {
            m_note->clear();
            if (!storePassphrase.isEmpty()) {
                m_opened = true;
                Q_EMIT unlockRequested(storePassphrase);
            }
            Q_EMIT importRequested(path, filePassphrase, label, role);
        });
    setCredentials({}, false);
}

CredentialPane::~CredentialPane()
{
    wipeField(*m_passphrase);
    delete m_view; // before the model that it shows
}

void CredentialPane::buildTable()
{
    m_view->setObjectName(QStringLiteral("credentialTable"));
    m_view->setAccessibleName(tr("Credentials"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new CredentialDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setAlternatingRowColors(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics().height()) + kHalfGrid);
    QHeaderView* header = m_view->horizontalHeader();
    header->setObjectName(QStringLiteral("credentialHeader"));
    header->setAccessibleName(tr("Columns of the credentials"));
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateButtons();
        Q_EMIT chosenChanged();
    });
    connect(m_view, &QAbstractItemView::activated, this, &CredentialPane::activated);
}

void CredentialPane::buildLayout()
{
    auto* lock = new QHBoxLayout(m_lockRow);
    lock->setContentsMargins({});
    lock->setSpacing(kGrid);
    lock->addWidget(m_lockText);
    lock->addWidget(m_passphrase, 1);
    lock->addWidget(m_unlock);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_import);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_lockRow);
    layout->addWidget(m_note);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
}

void CredentialPane::setCredentials(const std::vector<CredentialInfo>& credentials, bool locked)
{
    const QString before = chosen() != nullptr ? chosen()->id : QString();
    const bool unlocked = m_locked && !locked;
    m_opened = m_opened || unlocked;
    m_locked = locked;
    if (unlocked) // the field that had it goes
        m_view->setFocus(Qt::OtherFocusReason);
    m_model.setCredentials(credentials);
    m_view->resizeColumnsToContents();
    m_lockRow->setVisible(locked);
    choose(before);
    chooseFirst();
    updateButtons();
    Q_EMIT chosenChanged();
}

void CredentialPane::setWanted(const WantedCredential& wanted)
{
    m_wanted = wanted;
    m_model.setWanted(wanted);
    m_view->resizeColumnsToContents();
    chooseFirst();
    updateButtons();
    Q_EMIT chosenChanged();
}

void CredentialPane::chooseFirst()
{
    if (chosen() != nullptr)
        return;
    if (const QModelIndex first = m_model.firstFitting(); first.isValid())
        m_view->selectRow(first.row());
    else
        m_view->clearSelection();
}

void CredentialPane::setFailure(const QString& text)
{
    m_note->say(StatusTone::Error, text);
    if (m_locked) {
        m_passphrase->setFocus(Qt::OtherFocusReason);
        m_opened = false;
    }
    updateButtons();
}

void CredentialPane::choose(const QString& id)
{
    const QModelIndex index = m_model.find(id);
    if (index.isValid() && index.flags().testFlag(Qt::ItemIsEnabled))
        m_view->selectRow(index.row());
}

const CredentialInfo* CredentialPane::chosen() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.flags().testFlag(Qt::ItemIsEnabled) ? m_model.at(current) : nullptr;
}

void CredentialPane::updateButtons()
{
    m_unlock->setEnabled(!m_passphrase->text().isEmpty());
    m_unlock->setToolTip(m_unlock->isEnabled() ? QString() : tr("Enter the passphrase first"));
    m_import->setEnabled(!m_locked);
    m_import->setToolTip(m_locked ? tr("Unlock your credentials first")
                                  : tr("PKCS#12, PEM with key and certificates, or a key set as JSON"));
    const CredentialInfo* current = m_model.at(m_view->currentIndex());
    const QString why = current == nullptr ? tr("Select a credential first")
        : current->builtIn                 ? tr("The demo desk's are part of the program")
        : m_locked                         ? tr("Unlock your credentials first")
                                           : QString();
    m_remove->setEnabled(why.isEmpty());
    m_remove->setToolTip(why);
}

void CredentialPane::unlock()
{
    if (m_passphrase->text().isEmpty())
        return;
    const QByteArray passphrase = m_passphrase->text().toUtf8();
    wipeField(*m_passphrase);
    m_note->clear();
    Q_EMIT unlockRequested(passphrase);
}

void CredentialPane::askFile()
{
    auto* dialog = new QFileDialog(this, tr("Import a credential"));
    dialog->setObjectName(QStringLiteral("importDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Credentials (*.p12 *.pfx *.pem *.key *.crt *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const std::vector<CredentialInfo>& all = m_model.credentials();
        const bool own = std::any_of(all.begin(), all.end(), [](const CredentialInfo& each) { return !each.builtIn; });
        m_form->ask(path, m_wanted ? m_wanted->role : Role::Device, !own && !m_opened);
    });
    dialog->open();
}

void CredentialPane::askRemove()
{
    const CredentialInfo* current = m_model.at(m_view->currentIndex());
    if (current == nullptr)
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Remove a credential"),
        tr("Remove %1? It cannot be brought back from here.").arg(current->label), QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("removeDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton* remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, id = current->id] { Q_EMIT removeRequested(id); });
    box->open();
}

void CredentialPane::keyPressEvent(QKeyEvent* event)
{
    // Enter in a field means the field, not the button that the dialog prefers.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && qobject_cast<QLineEdit*>(focusWidget()) != nullptr)
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

} // namespace dmsc
