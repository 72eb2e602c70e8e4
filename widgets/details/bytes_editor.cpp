// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/bytes_editor.h"

#include "model/bytes.h"
#include "widgets/details/file_job.h"
#include "widgets/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace dmsc {

namespace {

constexpr std::size_t kMaxEditedBytes = std::size_t{16} * 1024;

} // namespace

BytesEditor::BytesEditor(QWidget* parent)
    : ValueEditor(parent)
    , m_hex(new QPlainTextEdit(this))
    , m_size(new QLabel(this))
    , m_load(new QPushButton(tr("Load file..."), this))
    , m_save(new QPushButton(tr("Save as file..."), this))
{
    m_hex->setObjectName(QStringLiteral("hexEditor"));
    m_hex->setAccessibleName(tr("Value as hexadecimal digits"));
    m_hex->setFont(fixedFont());
    m_hex->setTabChangesFocus(true);
    m_hex->setLayoutDirection(Qt::LeftToRight);
    m_hex->setMinimumHeight(96);
    m_load->setObjectName(QStringLiteral("loadBytes"));
    m_load->setAccessibleName(tr("Load the value from a file"));
    m_save->setObjectName(QStringLiteral("saveBytes"));
    m_save->setAccessibleName(tr("Save the value as a file"));
    setFocusProxy(m_hex);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_hex);
    auto* row = new QHBoxLayout;
    row->addWidget(m_size, 1);
    row->addWidget(m_load);
    row->addWidget(m_save);
    layout->addLayout(row);

    connect(m_hex, &QPlainTextEdit::textChanged, this, &BytesEditor::takeHex);
    connect(m_load, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Load the value from a file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &BytesEditor::load);
        dialog->open();
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Save the value as a file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        connect(dialog, &QFileDialog::fileSelected, this, &BytesEditor::save);
        dialog->open();
    });
}

BytesEditor::~BytesEditor() = default;

void BytesEditor::setValue(std::string_view value)
{
    m_bytes = value;
    show();
}

std::string BytesEditor::value() const
{
    return m_bytes;
}

void BytesEditor::load(const QString& path)
{
    m_size->setText(tr("Reading %1...").arg(path));
    m_job = FileJob::read(path);
    connect(m_job.get(), &FileJob::loaded, this, [this](const QByteArray& bytes) {
        m_bytes.assign(bytes.constData(), std::size_t(bytes.size()));
        show();
        Q_EMIT edited();
    });
    connect(m_job.get(), &FileJob::failed, this, [this](const Error& error) {
        show();
        Q_EMIT failed(error.text());
    });
}

void BytesEditor::save(const QString& path)
{
    m_job = FileJob::write(path, QByteArray(m_bytes.data(), qsizetype(m_bytes.size())));
    connect(m_job.get(), &FileJob::written, this, [this, path] { m_size->setText(tr("Saved as %1").arg(path)); });
    connect(m_job.get(), &FileJob::failed, this, [this](const Error& error) { Q_EMIT failed(error.text()); });
}

void BytesEditor::show()
{
    const QSignalBlocker blocker(m_hex);
    const bool small = m_bytes.size() <= kMaxEditedBytes;
    const ByteView bytes(reinterpret_cast<const std::uint8_t*>(m_bytes.data()), small ? m_bytes.size() : 256);
    m_hex->setPlainText(toHex(bytes, u" ") + (small ? QString() : QStringLiteral(" ...")));
    m_hex->setReadOnly(!small);
    const QString size = QLocale().formattedDataSize(qint64(m_bytes.size()), 1, QLocale::DataSizeTraditionalFormat);
    m_size->setText(small ? size : tr("%1, too long to edit by hand; load a file instead").arg(size));
}

void BytesEditor::takeHex()
{
    const auto bytes = fromHex(m_hex->toPlainText());
    if (!bytes) {
        Q_EMIT failed(bytes.error().text());
        return;
    }
    m_bytes.assign(bytes->begin(), bytes->end());
    m_size->setText(QLocale().formattedDataSize(qint64(m_bytes.size()), 1, QLocale::DataSizeTraditionalFormat));
    Q_EMIT edited();
}

} // namespace dmsc
