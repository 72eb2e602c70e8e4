// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/uicc/card_file.h"

#include <QTableWidget>

#include <utility>
#include <vector>

namespace dmsc {

/// Two columns to read and copy from: what, and what it is.
class FactTable : public QTableWidget
{
    Q_OBJECT

public:
    using Facts = std::vector<std::pair<QString, QString>>;

    FactTable(const QString& what, const QString& value, QWidget* parent = nullptr);
    void setFacts(const Facts& facts);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

/// What the FCP of a file says (ETSI TS 102 221 11.1.1.3), decoded, and its bytes.
[[nodiscard]] FactTable::Facts factsOf(const CardFile& file);
[[nodiscard]] FactTable::Facts accessOf(const CardFile& file);

} // namespace dmsc
