// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/export_form.h"

#include "widgets/theme/grid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

struct FormatWords
{
    ExportFormat format;
    const char* name;
    const char* suffix;
};

// The order of the box; its data are places in here.
constexpr std::array<FormatWords, 10> kFormats{{
    {TraceFormat::Recording, QT_TRANSLATE_NOOP("ExportForm", "Recording, to be opened here again"), "dmsclog"},
    {TraceFormat::Pcap, QT_TRANSLATE_NOOP("ExportForm", "Capture for Wireshark (GSMTAP)"), "pcap"},
    {TraceFormat::Html, QT_TRANSLATE_NOOP("ExportForm", "Report, one page of HTML"), "html"},
    {TraceFormat::Json, QT_TRANSLATE_NOOP("ExportForm", "JSON"), "json"},
    {TraceFormat::Text, QT_TRANSLATE_NOOP("ExportForm", "Text"), "txt"},
    {TraceFormat::Scriptor, QT_TRANSLATE_NOOP("ExportForm", "Script of the commands (scriptor)"), "apdu"},
    {TraceFormat::Messages, QT_TRANSLATE_NOOP("ExportForm", "Folder of the DM messages"), ""},
    {SheetFormat::Pdf, QT_TRANSLATE_NOOP("ExportForm", "Ladder, PDF"), "pdf"},
    {SheetFormat::Svg, QT_TRANSLATE_NOOP("ExportForm", "Ladder, SVG"), "svg"},
    {SheetFormat::Png, QT_TRANSLATE_NOOP("ExportForm", "Ladder, PNG"), "png"},
}};

const FormatWords& wordsOf(ExportFormat format)
{
    for (const FormatWords& each : kFormats) {
        if (each.format == format)
            return each;
    }
    return kFormats.front();
}

} // namespace

QString exportFormatName(ExportFormat format)
{
    return QCoreApplication::translate("ExportForm", wordsOf(format).name);
}

QString exportSuffix(ExportFormat format)
{
    return QLatin1String(wordsOf(format).suffix);
}

ExportForm::ExportForm(const ExportCounts& counts, const ExportChoice& proposal, QWidget* parent)
    : QDialog(parent)
    , m_rows(new QComboBox)
    , m_format(new QComboBox)
    , m_secrets(new QCheckBox(tr("With &secrets: PINs, keys, nonces")))
{
    setObjectName(QStringLiteral("exportForm"));
    setWindowTitle(tr("Export rows of the log"));
    setAttribute(Qt::WA_DeleteOnClose);
    build(counts, proposal);
}

void ExportForm::build(const ExportCounts& counts, const ExportChoice& proposal)
{
    m_rows->setObjectName(QStringLiteral("exportRows"));
    const auto addRows = [this](ExportChoice::Rows rows, const QString& text, std::size_t count) {
        if (count > 0)
            m_rows->addItem(QStringLiteral("%1 (%2)").arg(text, locale().toString(qulonglong(count))), int(rows));
    };
    addRows(ExportChoice::Rows::Shown, tr("What the filter shows"), counts.shown);
    addRows(ExportChoice::Rows::All, tr("All rows"), counts.all);
    addRows(ExportChoice::Rows::Selected, tr("The selected rows"), counts.selected);
    m_rows->setCurrentIndex(std::max(0, m_rows->findData(int(proposal.rows))));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    for (std::size_t i = 0; i < kFormats.size(); ++i) {
        m_format->addItem(exportFormatName(kFormats[i].format), int(i));
        if (kFormats[i].format == proposal.format)
            m_format->setCurrentIndex(int(i));
    }
    m_secrets->setObjectName(QStringLiteral("exportSecrets"));
    m_secrets->setToolTip(tr("Left out they are dots; with them everybody who has the file can use them"));
    m_secrets->setChecked(proposal.secrets == Secrets::Shown);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_next = buttons->addButton(tr("Choose the &file..."), QDialogButtonBox::AcceptRole);
    m_next->setObjectName(QStringLiteral("exportNext"));
    m_next->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(choice());
        accept();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportForm::update);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    form->setSpacing(kGrid);
    form->addRow(tr("&Rows"), m_rows);
    form->addRow(tr("&As"), m_format);
    form->addRow(QString(), m_secrets);
    form->addRow(buttons);
    m_rows->setAccessibleName(tr("Which rows"));
    m_format->setAccessibleName(tr("Written as"));
    update();
}

void ExportForm::update()
{
    const bool ladder = std::holds_alternative<SheetFormat>(choice().format);
    m_secrets->setEnabled(!ladder); // it has no bytes that could be secret
    m_next->setEnabled(m_rows->count() > 0);
}

ExportChoice ExportForm::choice() const
{
    ExportChoice choice;
    choice.rows = ExportChoice::Rows(m_rows->currentData().toInt());
    choice.format = kFormats[std::size_t(m_format->currentData().toInt())].format;
    choice.secrets = m_secrets->isChecked() ? Secrets::Shown : Secrets::Masked;
    return choice;
}

} // namespace dmsc
