// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/handshake_value_model.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace dmsc {

/// Every intermediate value of a run, with a button that reveals the secret ones on purpose.
class ValuePane : public QWidget
{
    Q_OBJECT

public:
    explicit ValuePane(QWidget* parent = nullptr);

    [[nodiscard]] HandshakeValueModel& model() { return m_model; }
    [[nodiscard]] QTreeView& view() const { return *m_view; }
    void setSteps(const std::vector<HandshakeStep>& steps);
    void take(const HandshakeStep& step);
    /// Opens a step's values and brings them into view.
    void showStep(const QString& id);
    /// The run is over: it can be exported.
    void setExportable(bool exportable, const QString& whyNot);

Q_SIGNALS:
    void exportRequested();

private:
    void updateButtons();
    void reveal(bool on);
    void copyValue();

    HandshakeValueModel m_model;
    QTreeView* m_view;
    QPushButton* m_reveal;
    QPushButton* m_copy;
    QPushButton* m_export;
};

} // namespace dmsc
