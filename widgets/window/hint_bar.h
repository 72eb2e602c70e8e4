// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace dmsc {

/// Short hints of the first start, one at a time. Each can be closed, or all of them for good.
class HintBar : public QFrame
{
    Q_OBJECT

public:
    explicit HintBar(QWidget* parent = nullptr);

    /// Begins at this hint; hides itself where none is left.
    void start(int hint);
    static constexpr int kCount = 3;

Q_SIGNALS:
    /// `hint` is the next to show, kCount when there is none.
    void moved(int hint);

private:
    void showHint();
    [[nodiscard]] static QString hintText(int hint);

    int m_hint = 0;
    QLabel* m_text;
};

} // namespace dmsc
