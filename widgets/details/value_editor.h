// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/format.h"

#include <QWidget>

#include <string>
#include <string_view>

namespace dmsc {

/// Edits one value. What it holds need not be valid: whoever asks for value() checks it.
class ValueEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setValue(std::string_view value) = 0;
    [[nodiscard]] virtual std::string value() const = 0; ///< raw bytes, as Tree has them

    /// The editor that suits a Format; for `node` and `null`, which have no value, one that says so.
    [[nodiscard]] static ValueEditor* make(Format format, QWidget* parent);

Q_SIGNALS:
    void edited();
    void accepted(); ///< Enter, where that does not belong to the value
    void failed(const QString& why); ///< a file could not be read or written
};

} // namespace dmsc
