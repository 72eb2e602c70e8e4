// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme/action_button.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QAction>
#include <QToolButton>

namespace dmsc {

namespace {

class ToggleFace final : public QAccessibleWidget
{
public:
    explicit ToggleFace(QToolButton& button)
        : QAccessibleWidget(&button, QAccessible::CheckBox)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        QString own = QAccessibleWidget::text(what);
        if (!own.isEmpty() || what != QAccessible::Name)
            return own;
        return button().text().remove(QLatin1Char('&'));
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = button().isChecked();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override { return {toggleAction(), pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override
    {
        if (name == toggleAction() || name == pressAction())
            button().click(); // as a person does
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] QToolButton& button() const { return *static_cast<QToolButton*>(widget()); }
};

QAccessibleInterface* faceOf(const QString& /*kind*/, QObject* object)
{
    auto* button = qobject_cast<QToolButton*>(object);
    if (button == nullptr)
        return nullptr;
    const QAction* action = button->defaultAction(); // it makes its button checkable after naming it
    const bool toggles = button->isCheckable() || (action != nullptr && action->isCheckable());
    return toggles ? new ToggleFace(*button) : nullptr;
}

} // namespace

void letAssistivePress()
{
    QAccessible::installFactory(&faceOf);
}

} // namespace dmsc
