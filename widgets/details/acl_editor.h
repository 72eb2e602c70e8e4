// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QWidget>

#include <array>
#include <string>

class QLineEdit;

namespace dmsc {

/// An ACL as one line per command (TND 8.3.7.1): server ids with + between them, * for everybody, empty for nobody.
class AclEditor : public QWidget
{
    Q_OBJECT

public:
    explicit AclEditor(QWidget* parent = nullptr);

    void setAcl(std::string_view text);
    /// The text that would be written; empty means inherited.
    [[nodiscard]] Result<std::string> acl() const;

Q_SIGNALS:
    void edited();
    void accepted();

private:
    std::array<QLineEdit*, 5> m_lines{};
};

} // namespace dmsc
