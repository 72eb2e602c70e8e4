// SPDX-License-Identifier: Apache-2.0
#include "model/items/handshake_value_model.h"

#include "model/bytes.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

constexpr qsizetype kBytesPerLine = 16;
/// Values up to here stand in their row; longer ones have lines below it.
constexpr qsizetype kBytesInRow = 32;
/// A hostile card's certificate must not fill the tree.
constexpr qsizetype kMostLines = 512;

/// The internal id of an index is its parent's place: 0 for steps, step + 1 for values, both for lines.
constexpr unsigned kValueShift = 16;
constexpr quintptr kStepMask = 0xFFFF;

QString hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex(' ')).toUpper();
}

QString countText(qsizetype bytes)
{
    return QCoreApplication::translate("HandshakeValueModel", "%n byte(s)", nullptr, int(bytes));
}

} // namespace

HandshakeValueModel::HandshakeValueModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

std::vector<HandshakeValueModel::Line> HandshakeValueModel::linesOf(const HandshakeValue& value)
{
    // Secrets have none: what is hidden must not show in another row.
    if (value.secret)
        return {};
    std::vector<Line> lines;
    for (const QString& text : value.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype colon = text.indexOf(QLatin1String(": "));
        lines.push_back(colon < 0 ? Line{QString(), text.trimmed()}
                                  : Line{text.left(colon).trimmed(), text.mid(colon + 2).trimmed()});
    }
    if (value.bytes.size() > kBytesInRow || !value.text.isEmpty()) {
        for (qsizetype at = 0; at < value.bytes.size() && qsizetype(lines.size()) < kMostLines; at += kBytesPerLine)
            lines.push_back(
                {hexDigits(static_cast<std::uint32_t>(at), 4), hexText(value.bytes.mid(at, kBytesPerLine))});
    }
    return lines;
}

HandshakeValueModel::Group HandshakeValueModel::groupOf(const HandshakeStep& step)
{
    Group group{step.id, step.title, {}};
    for (const HandshakeValue& value : step.values)
        group.items.push_back({value, linesOf(value)});
    return group;
}

void HandshakeValueModel::setSteps(const std::vector<HandshakeStep>& steps)
{
    beginResetModel();
    m_groups.clear();
    for (const HandshakeStep& step : steps)
        m_groups.push_back(groupOf(step));
    m_revealed = false;
    endResetModel();
}

void HandshakeValueModel::take(const HandshakeStep& step)
{
    const QModelIndex known = this->step(step.id);
    if (!known.isValid()) {
        const int row = int(m_groups.size());
        beginInsertRows({}, row, row);
        m_groups.push_back(groupOf(step));
        endInsertRows();
        return;
    }
    Group fresh = groupOf(step);
    Group& group = m_groups[std::size_t(known.row())];
    const auto same = [](const Item& one, const Item& other) { return one.value == other.value; };
    if (std::equal(group.items.begin(), group.items.end(), fresh.items.begin(), fresh.items.end(), same))
        return;
    if (!group.items.empty()) {
        beginRemoveRows(known, 0, int(group.items.size()) - 1);
        group.items.clear();
        endRemoveRows();
    }
    if (!fresh.items.empty()) {
        beginInsertRows(known, 0, int(fresh.items.size()) - 1);
        group.items = std::move(fresh.items);
        endInsertRows();
    }
    Q_EMIT dataChanged(known, known.siblingAtColumn(ColumnCount - 1));
}

void HandshakeValueModel::setRevealed(bool revealed)
{
    if (m_revealed == revealed)
        return;
    m_revealed = revealed;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (m_groups[i].items.empty())
            continue;
        const QModelIndex group = index(int(i), 0);
        Q_EMIT dataChanged(index(0, 0, group), index(int(m_groups[i].items.size()) - 1, ColumnCount - 1, group));
    }
}

bool HandshakeValueModel::hasSecrets() const
{
    return std::any_of(m_groups.begin(), m_groups.end(), [](const Group& group) {
        return std::any_of(group.items.begin(), group.items.end(), [](const Item& item) { return item.value.secret; });
    });
}

bool HandshakeValueModel::isEmpty() const
{
    return std::all_of(m_groups.begin(), m_groups.end(), [](const Group& group) { return group.items.empty(); });
}

QModelIndex HandshakeValueModel::step(const QString& id) const
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (m_groups[i].id == id)
            return index(int(i), 0);
    }
    return {};
}

HandshakeValueModel::Place HandshakeValueModel::placeOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const quintptr id = index.internalId();
    const auto row = std::size_t(index.row());
    if (id == 0)
        return {&m_groups[row], nullptr, nullptr};
    const Group& group = m_groups[std::size_t(id & kStepMask) - 1];
    const auto value = std::size_t(id >> kValueShift);
    if (value == 0)
        return {&group, &group.items[row], nullptr};
    const Item& item = group.items[value - 1];
    return {&group, &item, &item.lines[row]};
}

QModelIndex HandshakeValueModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    if (parent.internalId() == 0)
        return createIndex(row, column, quintptr(parent.row()) + 1);
    return createIndex(row, column, parent.internalId() | ((quintptr(parent.row()) + 1) << kValueShift));
}

QModelIndex HandshakeValueModel::parent(const QModelIndex& child) const
{
    const quintptr id = child.isValid() ? child.internalId() : 0;
    if (id == 0)
        return {};
    const quintptr value = id >> kValueShift;
    if (value == 0)
        return createIndex(int(id & kStepMask) - 1, 0, quintptr(0));
    return createIndex(int(value) - 1, 0, id & kStepMask);
}

int HandshakeValueModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return int(m_groups.size());
    const Place place = placeOf(parent);
    if (place.line != nullptr)
        return 0;
    return int(place.item != nullptr ? place.item->lines.size() : place.group->items.size());
}

int HandshakeValueModel::columnCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : ColumnCount;
}

QString HandshakeValueModel::text(const Place& place, int column) const
{
    if (place.line != nullptr)
        return column == Name ? place.line->name : column == Value ? place.line->text : QString();
    if (place.item == nullptr) {
        if (column == Name)
            return place.group->title;
        const auto count = int(place.group->items.size());
        return column == Length && count > 0
            ? QCoreApplication::translate("HandshakeValueModel", "%n value(s)", nullptr, count)
            : QString();
    }
    const HandshakeValue& value = place.item->value;
    if (column == Name)
        return value.name;
    if (column == Length)
        return countText(value.bytes.size());
    if (isHidden(value))
        return QCoreApplication::translate("HandshakeValueModel", "%1 (secret)").arg(secretDots());
    return value.text.isEmpty() ? hexText(value.bytes) : value.text.section(QLatin1Char('\n'), 0, 0);
}

QVariant HandshakeValueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Place place = placeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(place, index.column());
    case Qt::ToolTipRole:
        return index.column() == Length ? QString() : text(place, index.column());
    case Qt::AccessibleTextRole: {
        const QString shown = text(place, index.column());
        return shown.isEmpty() ? QCoreApplication::translate("HandshakeValueModel", "none") : shown;
    }
    case Qt::TextAlignmentRole:
        return index.column() == Length ? int(Qt::AlignRight | Qt::AlignVCenter)
                                        : int(Qt::AlignLeft | Qt::AlignVCenter);
    case StepIdRole:
        return place.group->id;
    case SecretRole:
        return place.item != nullptr && place.item->value.secret;
    case CopyRole: {
        if (place.item == nullptr || isHidden(place.item->value))
            return QString();
        return place.line != nullptr ? place.line->text : QString::fromLatin1(place.item->value.bytes.toHex());
    }
    default:
        return {};
    }
}

QVariant HandshakeValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Length ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return QCoreApplication::translate("HandshakeValueModel", "Value of the handshake");
    case Length:
        return QCoreApplication::translate("HandshakeValueModel", "Length");
    case Value:
        return QCoreApplication::translate("HandshakeValueModel", "Bytes or content");
    default:
        return {};
    }
}

} // namespace dmsc
