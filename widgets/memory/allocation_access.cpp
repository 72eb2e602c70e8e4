// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/allocation_access.h"

#include "widgets/memory/allocation_bar.h"
#include "widgets/memory/allocation_handle.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>

namespace dmsc {

namespace {

/// One part of the bar: no widget, but something that can be read.
class AccessibleSegment final : public QAccessibleInterface
{
public:
    AccessibleSegment(AllocationBar* bar, int row)
        : m_bar(bar)
        , m_row(row)
    {
    }

    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] bool isValid() const override
    {
        return m_bar != nullptr && std::size_t(m_row) < m_bar->rows().size();
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return m_bar != nullptr ? QAccessible::queryAccessibleInterface(m_bar) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::StaticText; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invisible = !isValid() || !m_bar->isVisible() || m_bar->segmentRect(m_row).isEmpty();
        return state;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_bar->rowText(m_row);
        return kind == QAccessible::Value ? blocksText(m_bar->rows()[std::size_t(m_row)].size, m_bar->blockSize())
                                          : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_bar->segmentRect(m_row);
        return {m_bar->mapToGlobal(rect.topLeft()), rect.size()};
    }

private:
    QPointer<AllocationBar> m_bar;
    int m_row;
};

/// The bar: its segments first, then its handles.
class AccessibleBar final : public QAccessibleWidget
{
public:
    explicit AccessibleBar(AllocationBar* bar)
        : QAccessibleWidget(bar, QAccessible::Grouping)
        , m_bar(bar)
    {
    }
    Q_DISABLE_COPY_MOVE(AccessibleBar)
    ~AccessibleBar() override
    {
        for (const QAccessible::Id id : m_segments)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return segments() + int(handles().size()); }
    [[nodiscard]] QAccessibleInterface* child(int number) const override
    {
        if (number < 0 || number >= childCount())
            return nullptr;
        if (number >= segments())
            return QAccessible::queryAccessibleInterface(handles()[std::size_t(number - segments())]);
        while (std::size_t(number) >= m_segments.size())
            m_segments.push_back(
                QAccessible::registerAccessibleInterface(new AccessibleSegment(m_bar, int(m_segments.size()))));
        return QAccessible::accessibleInterface(m_segments[std::size_t(number)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        if (const auto* segment = dynamic_cast<const AccessibleSegment*>(child))
            return segment->row();
        const std::vector<AllocationHandle*> all = handles();
        const auto found = std::find(all.begin(), all.end(), child->object());
        return found == all.end() ? -1 : segments() + int(found - all.begin());
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int number = childCount(); number-- > 0;) { // handles lie upon segments
            QAccessibleInterface* one = child(number);
            if (one != nullptr && one->rect().contains(x, y))
                return one;
        }
        return nullptr;
    }

private:
    [[nodiscard]] int segments() const { return int(m_bar->rows().size()); }
    [[nodiscard]] std::vector<AllocationHandle*> handles() const
    {
        std::vector<AllocationHandle*> found;
        for (int row = 0; row < segments(); ++row)
            if (AllocationHandle* handle = m_bar->handle(row))
                found.push_back(handle);
        return found;
    }

    AllocationBar* m_bar;
    mutable std::vector<QAccessible::Id> m_segments; ///< made when first asked for
};

class AccessibleHandle final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleHandle(AllocationHandle* handle)
        : QAccessibleWidget(handle, QAccessible::Slider)
        , m_handle(handle)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QVariant currentValue() const override { return asDouble(m_handle->value()); }
    [[nodiscard]] QVariant minimumValue() const override { return asDouble(m_handle->least()); }
    [[nodiscard]] QVariant maximumValue() const override { return asDouble(m_handle->most()); }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1.0; }
    void setCurrentValue(const QVariant& value) override
    {
        m_handle->moveTo(Blocks{std::uint64_t(std::max(0.0, value.toDouble()))});
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? blockCountText(m_handle->value()) : QAccessibleWidget::text(kind);
    }

private:
    static QVariant asDouble(Blocks blocks) { return double(number(blocks)); }

    AllocationHandle* m_handle;
};

} // namespace

QAccessibleInterface* accessibleAllocation(const QString&, QObject* object)
{
    if (auto* bar = qobject_cast<AllocationBar*>(object))
        return new AccessibleBar(bar);
    if (auto* handle = qobject_cast<AllocationHandle*>(object))
        return new AccessibleHandle(handle);
    return nullptr;
}

} // namespace dmsc
