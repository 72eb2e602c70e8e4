// SPDX-License-Identifier: Apache-2.0
// CompareModel: what stands in its cells.
#include "model/items/cell_text.h"
#include "model/items/compare_model.h"
#include "model/items/state_text.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>

#include <array>
#include <set>

namespace dmsc {

namespace {

constexpr std::array<const char*, CompareModel::ColumnCount> kCompareHeaders = {
    QT_TRANSLATE_NOOP("CompareModel", "Device: name"),
    QT_TRANSLATE_NOOP("CompareModel", "Device: value"),
    QT_TRANSLATE_NOOP("CompareModel", "State"),
    QT_TRANSLATE_NOOP("CompareModel", "Card: name"),
    QT_TRANSLATE_NOOP("CompareModel", "Card: value"),
    QT_TRANSLATE_NOOP("CompareModel", "Owner"),
};

QString tr1(const char* text, const QString& argument)
{
    return QCoreApplication::translate("CompareModel", text).arg(argument);
}

} // namespace

std::optional<Side> CompareModel::sideOf(int column)
{
    switch (column) {
    case DeviceName:
    case DeviceValue:
        return Side::Device;
    case CardName:
    case CardValue:
    case CardOwner:
        return Side::Card;
    default:
        return std::nullopt;
    }
}

Side CompareModel::anySide(PairNo pair) const
{
    return m_workspace.aligned().node(pair, Side::Device) != kNoNode ? Side::Device : Side::Card;
}

bool CompareModel::hasShownChildren(PairNo pair) const
{
    return m_workspace.aligned().subtreeSize(pair) != 1 && m_marks.showsBelow(pair);
}

std::uint32_t CompareModel::shownDifferences(PairNo pair) const
{
    return m_marks.active() ? m_marks.differences(pair) : m_workspace.aligned().at(pair).counts.total();
}

bool CompareModel::isPending(std::optional<Side> side, PairNo pair) const
{
    if (m_workspace.plan().empty())
        return false;
    if (side) {
        const Uri uri = m_workspace.uriOn(*side, pair);
        return m_workspace.isTouched(*side, uri) || !m_workspace.goneBelow(*side, uri).empty();
    }
    return isPending(Side::Device, pair) || isPending(Side::Card, pair);
}

QString CompareModel::nodeText(int column, PairNo pair) const
{
    if (column == CardOwner)
        return ownerOf(pair);
    const Side side = *sideOf(column);
    const NodeId node = m_workspace.aligned().node(pair, side);
    const bool isName = column == DeviceName || column == CardName;
    if (node == kNoNode)
        return isName && isDeleted(side, pair) ? shownText(m_workspace.uriOn(side, pair).name()) : QString();
    const Tree& tree = m_workspace.working(side);
    if (isName)
        return shownText(tree.name(node));
    return tree.isInterior(node) ? goneText(side, pair) : valueText(side, node);
}

bool CompareModel::isDeleted(Side side, PairNo pair) const
{
    return !m_workspace.plan().empty() && m_workspace.isDeleted(side, m_workspace.uriOn(side, pair));
}

QString CompareModel::goneText(Side side, PairNo pair) const
{
    if (m_workspace.plan().empty())
        return {};
    QStringList names;
    for (const Uri& uri : m_workspace.goneBelow(side, m_workspace.uriOn(side, pair)))
        names << shownText(uri.name());
    return names.isEmpty() ? QString()
                           : QCoreApplication::translate("CompareModel", "%n deleted: %1", nullptr, int(names.size()))
                                 .arg(names.join(QStringLiteral(", ")));
}

QString CompareModel::valueText(Side side, NodeId node) const
{
    const Tree& tree = m_workspace.working(side);
    const auto& descriptions = m_descriptions[std::size_t(side)];
    const bool hidden = descriptions && !tree.value(node).empty() && hidesValue(*descriptions, tree, node);
    return hidden ? secretDots() : cellText(tree, node);
}

void CompareModel::setDescriptions(Side side, std::shared_ptr<const DescriptionSet> descriptions)
{
    auto& mine = m_descriptions[std::size_t(side)];
    if (mine == descriptions)
        return;
    mine = std::move(descriptions);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QStringList CompareModel::ownerNames() const
{
    std::set<std::string_view> names;
    if (m_owners)
        for (const auto& each : m_owners->told())
            names.insert(each.second);
    QStringList shown;
    for (const std::string_view name : names)
        shown << shownText(name);
    return shown;
}

QString CompareModel::ownerOf(PairNo pair) const
{
    const NodeId node = m_workspace.aligned().node(pair, Side::Card);
    if (!m_owners || node == kNoNode)
        return {};
    const Uri uri = m_workspace.working(Side::Card).uri(node);
    const bool planned = !m_workspace.plan().empty() && m_workspace.committed(Side::Card)
        && m_workspace.committed(Side::Card)->find(uri) == kNoNode;
    return planned ? QString() : shownText(m_owners->of(uri));
}

QString CompareModel::stateCell(PairNo pair) const
{
    const AlignedTree& aligned = m_workspace.aligned();
    const PairState state = aligned.state(pair);
    const bool moved = aligned.moved(pair);
    const std::uint32_t below = shownDifferences(pair);
    if (state == PairState::Same && !moved && below != 0)
        return QCoreApplication::translate("CompareModel", "%Ln difference(s)", nullptr, int(below));
    const QChar glyph = stateGlyph(state, moved);
    const std::uint32_t inside = differencesInside(pair);
    if (inside == 0)
        return glyph + QLatin1Char(' ') + stateWord(state, moved);
    const QString word = moved ? stateWord(PairState::Same, true)
                               : QCoreApplication::translate("CompareModel", "properties", "short: they differ");
    return QCoreApplication::translate("CompareModel", "%1, %Ln inside", nullptr, int(inside))
        .arg(glyph + QLatin1Char(' ') + word);
}

/// What the mark alone does not tell.
QString CompareModel::shortState(PairNo pair) const
{
    const std::uint32_t inside = differencesInside(pair);
    if (inside == 0)
        return stateCell(pair);
    const AlignedTree& aligned = m_workspace.aligned();
    return QCoreApplication::translate("CompareModel", "%1 %Ln inside", "mark", int(inside))
        .arg(stateGlyph(aligned.state(pair), aligned.moved(pair)));
}

/// Of a row that both sides have and that differs itself; what stands on one side alone is all of it a difference.
std::uint32_t CompareModel::differencesInside(PairNo pair) const
{
    const AlignedTree& aligned = m_workspace.aligned();
    const PairState state = aligned.state(pair);
    const bool moved = aligned.moved(pair);
    if (aligned.subtreeSize(pair) == 1 || state == PairState::OnlyDevice || state == PairState::OnlyCard
        || state == PairState::ValueDiffers || (state == PairState::Same && !moved))
        return 0;
    const std::uint32_t own = !m_marks.matches(pair) ? 0 : (state != PairState::Same ? 1U : 0U) + (moved ? 1U : 0U);
    const std::uint32_t all = shownDifferences(pair);
    return all > own ? all - own : 0;
}

QString CompareModel::accessibleSide(Side side, PairNo pair) const
{
    const NodeId node = m_workspace.aligned().node(pair, side);
    const Tree& tree = m_workspace.working(side);
    QString what = QCoreApplication::translate("CompareModel", "missing");
    if (node == kNoNode && isDeleted(side, pair))
        what = QCoreApplication::translate("CompareModel", "deleted by the plan");
    if (node != kNoNode && tree.isInterior(node))
        what =
            QCoreApplication::translate("CompareModel", "%n node(s) inside", nullptr, int(tree.children(node).size()));
    else if (node != kNoNode)
        what = tree.value(node).empty() ? QCoreApplication::translate("CompareModel", "empty") : valueText(side, node);
    return side == Side::Device ? tr1(QT_TRANSLATE_NOOP("CompareModel", "device: %1"), what)
                                : tr1(QT_TRANSLATE_NOOP("CompareModel", "card: %1"), what);
}

QString CompareModel::accessibleText(PairNo pair) const
{
    const AlignedTree& aligned = m_workspace.aligned();
    const Side side = anySide(pair);
    QStringList parts{shownText(m_workspace.working(side).uri(aligned.node(pair, side)).text()),
        tr1(QT_TRANSLATE_NOOP("CompareModel", "level %1"), QString::number(aligned.depth(pair))),
        stateWord(aligned.state(pair), aligned.moved(pair))};
    if (aligned.moved(pair))
        parts << tr1(QT_TRANSLATE_NOOP("CompareModel", "on the card at %1"),
            shownText(m_workspace.working(Side::Card).uri(aligned.node(pair, Side::Card)).text()));
    parts << accessibleSide(Side::Device, pair) << accessibleSide(Side::Card, pair);
    if (hasShownChildren(pair)) {
        if (const std::uint32_t below = shownDifferences(pair); below != 0)
            parts << QCoreApplication::translate("CompareModel", "%n difference(s) inside", nullptr, int(below));
        parts << (isOpen(pair) ? QCoreApplication::translate("CompareModel", "expanded")
                               : QCoreApplication::translate("CompareModel", "collapsed"));
    }
    if (const QString owner = ownerOf(pair); !owner.isEmpty())
        parts << tr1(QT_TRANSLATE_NOOP("CompareModel", "stored by %1"), owner);
    if (isPending(std::nullopt, pair))
        parts << QCoreApplication::translate("CompareModel", "changed by the plan");
    return parts.join(QStringLiteral(", "));
}

int CompareModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PairNo pair = pairAt(index.row());
    if (pair == kNoPair)
        return {}; // about to be removed
    const AlignedTree& aligned = m_workspace.aligned();
    const std::optional<Side> side = sideOf(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return side ? nodeText(index.column(), pair) : stateCell(pair);
    case Qt::AccessibleTextRole:
        return accessibleText(pair);
    case DepthRole:
        return static_cast<int>(aligned.depth(pair));
    case HasChildrenRole:
        return hasShownChildren(pair);
    case ExpandedRole:
        return hasShownChildren(pair) && isOpen(pair);
    case StateRole:
        return static_cast<int>(aligned.state(pair));
    case MovedRole:
        return aligned.moved(pair);
    case DifferencesRole:
        return static_cast<int>(shownDifferences(pair));
    case PairRole:
        return dmsc::index(pair);
    case PendingRole:
        return isPending(side, pair);
    case DeletedRole:
        return side && aligned.node(pair, *side) == kNoNode && isDeleted(*side, pair);
    case GapRole:
        return side && aligned.node(pair, *side) == kNoNode;
    case ShortTextRole:
        return side ? QString() : shortState(pair);
    case UriRole:
        return shownText(m_workspace.uriOn(side ? *side : anySide(pair), pair).text());
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QCoreApplication::translate("CompareModel", kCompareHeaders.at(static_cast<std::size_t>(section)));
    return {};
}

Qt::ItemFlags CompareModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const PairNo pair = pairAt(index.row());
    const std::optional<Side> side = sideOf(index.column());
    if (pair == kNoPair || !index.isValid())
        return flags;
    flags |= Qt::ItemIsDropEnabled;
    if (side && m_workspace.aligned().node(pair, *side) != kNoNode)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

} // namespace dmsc
