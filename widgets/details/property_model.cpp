// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/property_model.h"

#include "model/tree/acl.h"
#include "widgets/theme/theme.h"

#include <QLocale>

namespace dmsc {

namespace {

/// The texts of one node, in the order of the rows.
struct NodeTexts
{
    QString uri, name, format, type, size, title, tstamp, verNo, ownAcl, effectiveAcl, aclFrom, owner;
};

NodeTexts textsOf(const NodeView& view)
{
    if (!view.exists())
        return {};
    const Tree& tree = *view.tree;
    const NodeId node = view.node;
    const EffectiveAcl acl = effectiveAcl(tree, node);
    NodeTexts texts;
    texts.uri = QString::fromUtf8(tree.uri(node).text());
    texts.name = QString::fromUtf8(tree.name(node));
    texts.format = QString::fromUtf8(formatName(tree.format(node)));
    texts.type = QString::fromUtf8(tree.type(node));
    if (!tree.isInterior(node))
        texts.size =
            QLocale().formattedDataSize(qint64(tree.value(node).size()), 1, QLocale::DataSizeTraditionalFormat);
    texts.title = QString::fromUtf8(tree.title(node));
    texts.tstamp = QString::fromUtf8(tree.tstamp(node));
    if (const auto verNo = tree.verNo(node))
        texts.verNo = QString::number(*verNo);
    texts.ownAcl = QString::fromUtf8(tree.acl(node));
    texts.effectiveAcl = QString::fromUtf8(acl.text);
    texts.aclFrom = QString::fromUtf8(tree.uri(acl.from).text());
    texts.owner = view.owner;
    return texts;
}

} // namespace

PropertyModel::PropertyModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void PropertyModel::setPair(const PairView& pair)
{
    beginResetModel();
    m_rows.clear();
    m_both = pair.device.exists() && pair.card.exists();
    if (pair.device.exists() || pair.card.exists()) {
        const NodeTexts device = textsOf(pair.device);
        const NodeTexts card = textsOf(pair.card);
        const auto row = [&](const QString& name, QString NodeTexts::*text, std::optional<Property> property = {},
                             bool fixedWidth = false) {
            m_rows.push_back(
                {name, device.*text, card.*text, property, fixedWidth, m_both && device.*text != card.*text});
        };
        row(tr("URI"), &NodeTexts::uri, {}, true);
        row(tr("Name"), &NodeTexts::name, Property::Name);
        row(tr("Format"), &NodeTexts::format);
        row(tr("Type"), &NodeTexts::type, Property::Type);
        row(tr("Size"), &NodeTexts::size);
        row(tr("Title"), &NodeTexts::title, Property::Title);
        row(tr("TStamp"), &NodeTexts::tstamp);
        row(tr("VerNo"), &NodeTexts::verNo);
        row(tr("Own ACL"), &NodeTexts::ownAcl, Property::Acl, true);
        row(tr("Effective ACL"), &NodeTexts::effectiveAcl, {}, true);
        row(tr("ACL written at"), &NodeTexts::aclFrom, {}, true);
        // A card's alone: that the device has none is no difference.
        if (!device.owner.isEmpty() || !card.owner.isEmpty())
            m_rows.push_back({tr("Stored by"), device.owner, card.owner, {}, false, false});
    }
    endResetModel();
}

void PropertyModel::setMarkColours(const QColor& ground, const QColor& glyph)
{
    m_ground = ground;
    m_glyph = glyph;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

std::optional<Property> PropertyModel::propertyAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_rows.size() ? m_rows[std::size_t(row)].property : std::nullopt;
}

std::optional<Side> PropertyModel::sideAt(int column)
{
    if (column == Device)
        return Side::Device;
    if (column == Card)
        return Side::Card;
    return std::nullopt;
}

int PropertyModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PropertyModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PropertyModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const QString& text = index.column() == Name ? row.name : index.column() == Device ? row.device : row.card;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name && row.differs)
            return QStringLiteral("# ") + text;
        return text;
    case Qt::ToolTipRole:
        return text;
    case Qt::BackgroundRole:
        return row.differs && m_ground.isValid() ? QVariant(m_ground) : QVariant();
    case Qt::ForegroundRole:
        return row.differs && index.column() == Name && m_glyph.isValid() ? QVariant(m_glyph) : QVariant();
    case Qt::FontRole:
        return row.fixedWidth && index.column() != Name ? QVariant(fixedFont()) : QVariant();
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    case DiffersRole:
        return row.differs;
    default:
        return {};
    }
}

QString PropertyModel::accessibleText(const Row& row, int column) const
{
    if (column == Name)
        return row.differs ? tr("%1, differs").arg(row.name) : row.name;
    const QString& text = column == Device ? row.device : row.card;
    return text.isEmpty() ? tr("%1, empty").arg(row.name) : tr("%1: %2").arg(row.name, text);
}

QVariant PropertyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Property");
    case Device:
        return tr("Device");
    case Card:
        return tr("Card");
    default:
        return {};
    }
}

} // namespace dmsc
