// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/placement.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace dmsc {

/// An MO that could be stored, and where it would go.
struct MemoryCandidate
{
    QString uri;
    Placement placement;
    bool onCard = false; ///< it is the card's own: says what it takes there
    QString problem; ///< why nothing can be said about it
    friend bool operator==(const MemoryCandidate&, const MemoryCandidate&) = default;
};

/// The pieces of a document that one file of the card cannot hold, as a chain to scale (GEN-16).
class ExtentStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ExtentStrip(QWidget* parent = nullptr);
    void setExtents(std::vector<Extent> extents);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Extent> m_extents;
};

/// "Store this MO here?": what it needs, what would be short, in which pieces; and the one thing to do about it.
class PlacementLine : public QWidget
{
    Q_OBJECT

public:
    explicit PlacementLine(QWidget* parent = nullptr);
    void showCandidate(const std::optional<MemoryCandidate>& candidate, std::uint32_t blockSize);
    /// Asking for more is nothing that we may do, and why.
    void setWhyNotMore(const QString& why);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void moreWanted(qulonglong blocks);

private:
    QLabel* m_text;
    ExtentStrip* m_extents;
    QToolButton* m_more;
    Blocks m_missing{};
};

} // namespace dmsc
