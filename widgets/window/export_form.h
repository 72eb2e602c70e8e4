// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/trace/trace.h"
#include "widgets/ladder/sheet.h"

#include <QDialog>

#include <variant>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace dmsc {

using ExportFormat = std::variant<TraceFormat, SheetFormat>; ///< the rows themselves, or their ladder

/// What of a log is written, as what.
struct ExportChoice
{
    enum class Rows : std::uint8_t { All, Shown, Selected };
    Rows rows = Rows::Shown;
    ExportFormat format = TraceFormat::Recording;
    Secrets secrets = Secrets::Masked;
};

/// How many rows each choice would be.
struct ExportCounts
{
    std::size_t all = 0;
    std::size_t shown = 0;
    std::size_t selected = 0;
};

/// "Recording", "Capture for Wireshark", ...; in the user's language.
[[nodiscard]] QString exportFormatName(ExportFormat format);
/// "pcap"; empty for a folder.
[[nodiscard]] QString exportSuffix(ExportFormat format);

/// Asks what is to be written as what. Secrets are left out unless the box is ticked.
class ExportForm : public QDialog
{
    Q_OBJECT

public:
    ExportForm(const ExportCounts& counts, const ExportChoice& proposal, QWidget* parent);

    [[nodiscard]] ExportChoice choice() const;

Q_SIGNALS:
    void chosen(const dmsc::ExportChoice& choice);

private:
    void build(const ExportCounts& counts, const ExportChoice& proposal);
    void update();

    QComboBox* m_rows;
    QComboBox* m_format;
    QCheckBox* m_secrets;
    QPushButton* m_next = nullptr;
};

} // namespace dmsc
