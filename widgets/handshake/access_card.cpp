// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/access_card.h"

#include "model/items/memory_rows.h"
#include "widgets/handshake/grant_bar.h"
#include "widgets/handshake/handshake_text.h"
#include "widgets/handshake/tries_list.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace dmsc {

namespace {

QString shown(const std::string& text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QLabel* plainLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* heading(QWidget* parent, const QString& text)
{
    auto* label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

QString scopeText(const ScopedRights& rights)
{
    if (!rights.uri.empty() && rights.uri != ".")
        return QCoreApplication::translate("AccessCard", "in %1 and below").arg(shown(rights.uri));
    if (rights.uri.empty() && !rights.moType.empty())
        return QCoreApplication::translate("AccessCard", "in every MO of the type %1").arg(shown(rights.moType));
    return QCoreApplication::translate("AccessCard", "everywhere on the card");
}

const EntityMemory* ownMemory(const MemoryMap& memory)
{
    const auto found = std::find_if(memory.entities.begin(), memory.entities.end(),
        [&memory](const EntityMemory& each) { return each.entity == memory.self; });
    return found == memory.entities.end() ? nullptr : &*found;
}

AccessCard::AccessCard(QWidget* parent)
    : QFrame(parent)
    , m_who(plainLabel(this, QStringLiteral("accessWho")))
    , m_how(plainLabel(this, QStringLiteral("accessHow")))
    , m_rights(new QVBoxLayout)
    , m_tries(new TriesList(this))
    , m_memoryText(plainLabel(this, QStringLiteral("accessMemory")))
    , m_bar(new GrantBar(this))
{
    setObjectName(QStringLiteral("accessCard"));
    QFont bold = m_who->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    m_who->setFont(bold);
    m_rights->setSpacing(kHalfGrid);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(7 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kHalfGrid);
    layout->addWidget(m_who);
    layout->addWidget(m_how);
    layout->addSpacing(kGrid);
    layout->addWidget(heading(this, tr("May do")));
    layout->addLayout(m_rights);
    layout->addWidget(m_tries);
    layout->addSpacing(kGrid);
    layout->addWidget(heading(this, tr("Memory")));
    layout->addWidget(m_memoryText);
    layout->addWidget(m_bar);
    connect(m_tries, &TriesList::resetRequested, this, &AccessCard::resetTriesRequested);
}

/// Our own cards name keys by "key version 30", which has words of its own in other languages.
QString AccessCard::credentialWords(const std::string& credential)
{
    constexpr std::string_view kKeys = "key version ";
    return credential.starts_with(kKeys) ? tr("key version %1").arg(shown(credential.substr(kKeys.size())))
                                         : shown(credential);
}

void AccessCard::setAccess(const AccessConditions& access, const MemoryMap& memory)
{
    const QString role = roleName(access.role);
    const QString name = shown(access.entity);
    m_who->setText(name == role ? tr("The card knows this side as %1", "role").arg(role)
                                : tr("The card knows this side as %1: %2", "entity, role").arg(name, role));
    const QString by = access.credential.empty()
        ? tr("Proved by %1.").arg(methodName(access.method))
        : tr("Proved by %1 with %2.", "method, credential")
              .arg(methodName(access.method), credentialWords(access.credential));
    m_how->setText(by + QLatin1Char('\n') + tr("Protection: %1").arg(levelTitle(access.level)));
    while (QLayoutItem* item = m_rights->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ScopedRights& rights : access.conditions)
        addRight(rights);
    if (access.conditions.empty()) {
        auto* nothing = plainLabel(this, QStringLiteral("accessRight"));
        nothing->setText(tr("Nothing: the card's policy names no right for it."));
        m_rights->addWidget(nothing);
    }
    setMemory(memory);
}

void AccessCard::addRight(const ScopedRights& rights)
{
    auto* label = plainLabel(this, QStringLiteral("accessRight"));
    const QString words = tr("%1: %2", "where, what").arg(scopeText(rights), rightsText(rights.rights));
    label->setText(rights.rights.has(Right::Others) ? words : tr("%1 (what it stored itself)").arg(words));
    m_rights->addWidget(label);
}

void AccessCard::setMemory(const MemoryMap& memory)
{
    const EntityMemory* own = ownMemory(memory);
    m_bar->setVisible(own != nullptr);
    if (own == nullptr) {
        m_memoryText->setText(tr("The card has granted this side no memory of its own."));
        return;
    }
    const std::uint64_t granted = number(own->granted);
    const Blocks unused{granted - std::min(granted, number(own->used))};
    const QString words = tr("Granted %1; used %2; still free %3.")
                              .arg(blocksText(own->granted, memory.blockSize), blocksText(own->used, memory.blockSize),
                                  blocksText(unused, memory.blockSize))
        + QLatin1Char('\n')
        + tr("The card's issuer allows it at most %1.").arg(blocksText(own->limit, memory.blockSize));
    m_memoryText->setText(words);
    m_bar->setMemory(*own, words);
}

void AccessCard::setTries(const std::vector<KeySetTries>& tries)
{
    m_tries->setTries(tries);
}

QString AccessCard::text() const
{
    QStringList lines{m_who->text(), m_how->text()};
    for (int i = 0; i < m_rights->count(); ++i) {
        if (const auto* label = qobject_cast<QLabel*>(m_rights->itemAt(i)->widget()))
            lines << label->text();
    }
    lines << m_tries->lines() << m_memoryText->text();
    return lines.join(QLatin1Char('\n'));
}

void AccessCard::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.mark(StateTone::OnlyCard), 2));
    painter.setBrush(QColor::fromRgb(colors.base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kGrid, kGrid);
    const int size = 4 * kGrid;
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 2 * kGrid - size : 2 * kGrid;
    themedIcon(Icon::Card).paint(&painter, QRect(x, 2 * kGrid, size, size));
}

} // namespace dmsc
