// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

namespace dmsc {

/// Where in the wizard one is: its pages from top to bottom, those that are done ticked.
class WizardRail : public QWidget
{
    Q_OBJECT

public:
    explicit WizardRail(QStringList pages, QWidget* parent = nullptr);

    void setCurrent(int page);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_pages;
    int m_current = 0;
};

} // namespace dmsc
