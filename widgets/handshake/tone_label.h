// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme/colors.h"

#include <QLabel>

#include <optional>

namespace dmsc {

/// A text in the colour of a status, whatever the theme becomes; plain text, wrapped.
class ToneLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ToneLabel(QWidget* parent = nullptr);

    /// Without a tone it is muted.
    void setTone(std::optional<StatusTone> tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void tint();

    std::optional<StatusTone> m_tone;
    bool m_tinting = false;
};

} // namespace dmsc
